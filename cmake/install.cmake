# Headers, the CMake package and the pkg-config file.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/oaiwire")

install(TARGETS oaiwire_core oaiwire EXPORT oaiwireTargets
        FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT oaiwireTargets NAMESPACE oaiwire:: DESTINATION "${package_dir}")

if(OAIWIRE_COMPILED)
    install(TARGETS oaiwire_compiled EXPORT oaiwireCompiledTargets
            LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
            ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
            RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
    install(EXPORT oaiwireCompiledTargets NAMESPACE oaiwire:: DESTINATION "${package_dir}")
    if(TARGET oaiwire_compiled_curl)
        install(TARGETS oaiwire_compiled_curl EXPORT oaiwireCompiledCurlTargets
                ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
        install(EXPORT oaiwireCompiledCurlTargets NAMESPACE oaiwire::
                DESTINATION "${package_dir}")
    endif()
else()
    set(any_machine ARCH_INDEPENDENT)
endif()

# Each adapter is a component that is exported apart, so that a package without it needs no library
# of it.
foreach(component Curl Httplib Beast Botan Openssl Winhttp Socket)
    string(TOLOWER "oaiwire_${component}" target)
    if(TARGET ${target})
        install(TARGETS ${target} EXPORT oaiwire${component}Targets
                FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
        install(EXPORT oaiwire${component}Targets NAMESPACE oaiwire::
                DESTINATION "${package_dir}")
    endif()
endforeach()

# The module: as a target where it was built, and its interface for other build systems.
if(TARGET oaiwire_module)
    install(TARGETS oaiwire_module EXPORT oaiwireModuleTargets
            ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
            LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
            RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}"
            FILE_SET CXX_MODULES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
    install(EXPORT oaiwireModuleTargets NAMESPACE oaiwire:: DESTINATION "${package_dir}"
            CXX_MODULES_DIRECTORY modules)
else()
    install(FILES include/oaiwire/oaiwire.cppm DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/oaiwire")
endif()

# The conformance suite for transports, of headers alone. POSIX.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/tests/transport/conformance/"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/oaiwire/testing"
        FILES_MATCHING PATTERN "*.hpp"
        PATTERN "duplex*.hpp" EXCLUDE PATTERN "link.hpp" EXCLUDE PATTERN "tls.hpp" EXCLUDE)

# The one-file form, where it was built.
install(FILES "${OAIWIRE_SINGLE_HEADER_DIR}/oaiwire/oaiwire.hpp"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/oaiwire/single_header/oaiwire" OPTIONAL)

# The test cases for other languages, where they were exported.
if(OAIWIRE_EXAMPLES)
    set(cases "${PROJECT_SOURCE_DIR}/tests/cases")
    install(DIRECTORY "${PROJECT_BINARY_DIR}/cases/"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/oaiwire/cases" OPTIONAL
            FILES_MATCHING PATTERN "*.json")
    install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${cases}/README.md" "${cases}/check_events.mjs"
            DESTINATION "${CMAKE_INSTALL_DATADIR}/oaiwire/cases")
endif()

configure_package_config_file(cmake/oaiwireConfig.cmake.in
    "${PROJECT_BINARY_DIR}/oaiwireConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/oaiwireConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion ${any_machine})
install(FILES "${PROJECT_BINARY_DIR}/oaiwireConfig.cmake"
              "${PROJECT_BINARY_DIR}/oaiwireConfigVersion.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/find_simdjson.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/find_httplib.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/find_botan.cmake"
        DESTINATION "${package_dir}")

# Prefix from the file's own place: an installed tree may be moved.
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}"
           OUTPUT_VARIABLE pc_include)
set(pc_simdjson "simdjson >= 3.0")
set(pc_cflags "")
if(NOT OAIWIRE_SIMDJSON)
    set(pc_simdjson "")
    set(pc_cflags " -DOAIWIRE_SIMDJSON=0")
endif()
configure_file(cmake/oaiwire.pc.in "${PROJECT_BINARY_DIR}/oaiwire.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/oaiwire.pc" DESTINATION "${CMAKE_INSTALL_DATADIR}/pkgconfig")

if(OAIWIRE_COMPILED)
    set(pc_dir "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig")
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY "${pc_dir}" OUTPUT_VARIABLE pc_prefix)
    cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}"
               OUTPUT_VARIABLE pc_lib)
    # a shared library names what it needs itself
    get_target_property(compiled_type oaiwire_compiled TYPE)
    if(compiled_type STREQUAL "STATIC_LIBRARY")
        set(pc_requires "${pc_simdjson}")
    endif()
    configure_file(cmake/oaiwire-compiled.pc.in "${PROJECT_BINARY_DIR}/oaiwire-compiled.pc" @ONLY)
    install(FILES "${PROJECT_BINARY_DIR}/oaiwire-compiled.pc"
            DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    if(TARGET oaiwire_compiled_curl)
        configure_file(cmake/oaiwire-compiled-curl.pc.in
            "${PROJECT_BINARY_DIR}/oaiwire-compiled-curl.pc" @ONLY)
        install(FILES "${PROJECT_BINARY_DIR}/oaiwire-compiled-curl.pc"
                DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    endif()
endif()
