# What oaiwire::curl brings to programs that link it beside oaiwire::compiled: the adapters over
# libcurl, compiled once. In the installed package it is a library that oaiwire::curl links.
add_library(oaiwire_compiled_curl STATIC "${PROJECT_SOURCE_DIR}/cmake/compiled_curl.cpp")
set_target_properties(oaiwire_compiled_curl PROPERTIES
    EXPORT_NAME compiled_curl
    OUTPUT_NAME oaiwire_curl
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET default
    VISIBILITY_INLINES_HIDDEN OFF)
if(NOT OAIWIRE_COMPILED)
    set_target_properties(oaiwire_compiled_curl PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
target_link_libraries(oaiwire_compiled_curl PRIVATE oaiwire_compiled CURL::libcurl)

set(objects "$<TARGET_OBJECTS:oaiwire_compiled_curl>")
target_sources(oaiwire_curl INTERFACE
    "$<BUILD_INTERFACE:$<$<BOOL:$<TARGET_PROPERTY:OAIWIRE_COMPILED_FORM>>:${objects}>>")
