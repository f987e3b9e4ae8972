# The target oaiwire::compiled: the library in its compiled form, static or shared as
# BUILD_SHARED_LIBS says. Programs that link it include declarations only, by the same header names.
# It is built where it is linked; OAIWIRE_COMPILED has it built and installed too.
add_library(oaiwire_compiled "${PROJECT_SOURCE_DIR}/cmake/compiled.cpp"
    "${PROJECT_SOURCE_DIR}/cmake/compiled_cassettes.cpp"
    "${PROJECT_SOURCE_DIR}/cmake/compiled_platform.cpp"
    "${PROJECT_SOURCE_DIR}/cmake/compiled_server.cpp"
    "${PROJECT_SOURCE_DIR}/cmake/compiled_sessions.cpp")
add_library(oaiwire::compiled ALIAS oaiwire_compiled)
set_target_properties(oaiwire_compiled PROPERTIES
    EXPORT_NAME compiled
    OUTPUT_NAME oaiwire
    VERSION "${PROJECT_VERSION}"
    SOVERSION "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}"
    POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET default
    VISIBILITY_INLINES_HIDDEN OFF
    WINDOWS_EXPORT_ALL_SYMBOLS ON)
if(NOT OAIWIRE_COMPILED)
    set_target_properties(oaiwire_compiled PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
target_compile_definitions(oaiwire_compiled INTERFACE OAIWIRE_DECLARATIONS)
# By which an adapter's target sees that it is linked beside this one: see compiled_curl.cmake.
set_target_properties(oaiwire_compiled PROPERTIES
    INTERFACE_OAIWIRE_COMPILED_FORM ON
    COMPATIBLE_INTERFACE_BOOL OAIWIRE_COMPILED_FORM)
# simdjson's headers are not its users' concern.
target_link_libraries(oaiwire_compiled PUBLIC oaiwire_core
    PRIVATE $<$<BOOL:${OAIWIRE_SIMDJSON}>:simdjson::simdjson>)
