# simdjson from its sources: a folder that the user names, else a release from the network.
set(OAIWIRE_SIMDJSON_SOURCE "" CACHE PATH "A simdjson source tree to build, instead of a found one")
if(OAIWIRE_SIMDJSON_SOURCE)
    set(FETCHCONTENT_SOURCE_DIR_SIMDJSON "${OAIWIRE_SIMDJSON_SOURCE}")
endif()

include(FetchContent)
FetchContent_Declare(simdjson
    URL https://github.com/simdjson/simdjson/archive/refs/tags/v4.6.7.tar.gz
    DOWNLOAD_EXTRACT_TIMESTAMP ON)
set(SIMDJSON_DEVELOPER_MODE OFF)
# An installed oaiwire finds it beside itself.
set(SIMDJSON_INSTALL ${OAIWIRE_INSTALL})
set(SIMDJSON_SINGLEHEADER ${OAIWIRE_INSTALL})
FetchContent_MakeAvailable(simdjson)
if(NOT TARGET simdjson)
    message(FATAL_ERROR "no simdjson sources in ${simdjson_SOURCE_DIR}")
endif()
if(NOT TARGET simdjson::simdjson)
    add_library(simdjson::simdjson ALIAS simdjson)
endif()

# Its headers are not ours to warn about.
get_target_property(simdjson_include simdjson INTERFACE_INCLUDE_DIRECTORIES)
set_target_properties(simdjson PROPERTIES
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${simdjson_include}")
