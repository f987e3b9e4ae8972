# The target oaiwire::module, for programs that say `import oaiwire;`. CMake has modules from 3.28 on,
# with Ninja; other builds compile include/oaiwire/oaiwire.cppm by the compiler's own commands.
if(NOT OAIWIRE_MODULE)
    return()
endif()
if(CMAKE_VERSION VERSION_LESS 3.28)
    message(FATAL_ERROR "OAIWIRE_MODULE needs CMake 3.28")
endif()
add_library(oaiwire_module)
add_library(oaiwire::module ALIAS oaiwire_module)
set_target_properties(oaiwire_module PROPERTIES EXPORT_NAME module)
target_sources(oaiwire_module PUBLIC FILE_SET CXX_MODULES BASE_DIRS include
    FILES include/oaiwire/oaiwire.cppm)
target_link_libraries(oaiwire_module PUBLIC oaiwire)
