# The target `docs`: the reference of the public names as HTML, ${PROJECT_BINARY_DIR}/docs/html. It
# prints the names that have no comment (also in docs/warnings.txt).
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
    COMMAND "${CMAKE_COMMAND}" -E cat "${docs_dir}/warnings.txt"
    WORKING_DIRECTORY "${docs_dir}" VERBATIM)
