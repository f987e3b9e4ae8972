# The target `single_header`: the library as one file, in ${OAIWIRE_SINGLE_HEADER_DIR}.
set(OAIWIRE_SINGLE_HEADER_DIR "${PROJECT_BINARY_DIR}/single_header")
find_package(Python3 QUIET COMPONENTS Interpreter)

if(Python3_FOUND AND EXISTS "${headers}/oaiwire.hpp")
    set(stamp "${PROJECT_BINARY_DIR}/single_header.stamp")
    set(script "${PROJECT_SOURCE_DIR}/cmake/amalgamate.py")
    add_custom_command(OUTPUT "${stamp}"
        COMMAND "${Python3_EXECUTABLE}" "${script}" "${PROJECT_SOURCE_DIR}/include"
                "${OAIWIRE_SINGLE_HEADER_DIR}"
        COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
        DEPENDS "${script}" "${PROJECT_SOURCE_DIR}/cmake/macros.py" ${core_headers} ${rest_headers} ${adapter_headers} VERBATIM)
    add_custom_target(single_header DEPENDS "${stamp}")
elseif(OAIWIRE_SINGLE_HEADER)
    message(FATAL_ERROR "OAIWIRE_SINGLE_HEADER needs Python 3")
endif()
