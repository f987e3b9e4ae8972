# Sources: those that this file stands among, so that a checkout is an overlay port. release.py puts
# the download of a release in place of these two lines.
set(SOURCE_PATH "${CURRENT_PORT_DIR}/../../../..")

vcpkg_check_features(OUT_FEATURE_OPTIONS FEATURE_OPTIONS
    FEATURES
        simdjson OAIWIRE_SIMDJSON
        compiled OAIWIRE_COMPILED
)
set(adapters none)
foreach(adapter IN ITEMS curl httplib beast botan openssl)
    if(adapter IN_LIST FEATURES)
        string(APPEND adapters ",${adapter}")
    endif()
endforeach()
if(NOT "compiled" IN_LIST FEATURES)
    set(VCPKG_BUILD_TYPE release)  # headers alone
endif()

vcpkg_cmake_configure(
    SOURCE_PATH "${SOURCE_PATH}"
    OPTIONS
        ${FEATURE_OPTIONS}
        "-DOAIWIRE_ADAPTERS=${adapters}"
        -DOAIWIRE_TESTS=OFF
        -DOAIWIRE_EXAMPLES=OFF
        -DOAIWIRE_INSTALL=ON
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(PACKAGE_NAME oaiwire CONFIG_PATH share/cmake/oaiwire)
vcpkg_fixup_pkgconfig()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
if(NOT "compiled" IN_LIST FEATURES)
    file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/lib")
endif()
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
