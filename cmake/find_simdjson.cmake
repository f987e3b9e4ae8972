# Finds simdjson (3.0 or later) as simdjson::simdjson: by its own package, else by pkg-config.
# The build includes this file, and so does the installed package.
if(NOT TARGET simdjson::simdjson AND NOT OAIWIRE_SIMDJSON_SOURCE
   AND NOT FETCHCONTENT_SOURCE_DIR_SIMDJSON)
    find_package(simdjson CONFIG QUIET)
    if(NOT TARGET simdjson::simdjson)
        find_package(PkgConfig QUIET)
        if(PKG_CONFIG_FOUND)
            pkg_check_modules(oaiwire_simdjson QUIET IMPORTED_TARGET GLOBAL simdjson>=3.0)
        endif()
        if(TARGET PkgConfig::oaiwire_simdjson)
            add_library(simdjson::simdjson INTERFACE IMPORTED GLOBAL)
            target_link_libraries(simdjson::simdjson INTERFACE PkgConfig::oaiwire_simdjson)
        endif()
    endif()
endif()
