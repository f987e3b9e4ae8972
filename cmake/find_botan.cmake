# Finds Botan (3, or 2.8 and later) as Botan::Botan, by pkg-config. The build includes this file, and
# so does the installed package.
if(NOT TARGET Botan::Botan)
    find_package(PkgConfig QUIET)
    if(PKG_CONFIG_FOUND)
        pkg_search_module(oaiwire_botan QUIET IMPORTED_TARGET GLOBAL botan-3 botan-2>=2.8)
    endif()
    if(TARGET PkgConfig::oaiwire_botan)
        add_library(Botan::Botan INTERFACE IMPORTED GLOBAL)
        target_link_libraries(Botan::Botan INTERFACE PkgConfig::oaiwire_botan)
    endif()
endif()
