# The target `docs`: the reference of the public names as HTML, ${PROJECT_BINARY_DIR}/docs/html. It
# fails where a public name has no comment.
option(OAIWIRE_DOCS "Offer the target `docs`: the reference as HTML, by Doxygen" OFF)
if(NOT OAIWIRE_DOCS)
    return()
endif()

find_package(Doxygen REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(docs_dir "${PROJECT_BINARY_DIR}/docs")
configure_file(docs/Doxyfile.in "${docs_dir}/Doxyfile" @ONLY)
add_custom_target(docs
    COMMAND Doxygen::doxygen "${docs_dir}/Doxyfile"
    WORKING_DIRECTORY "${docs_dir}" VERBATIM)
