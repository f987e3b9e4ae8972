# The examples that people keep, installed under names of their own.
include(GNUInstallDirs)
foreach(tool conform inspect)
    if(TARGET ${tool})
        add_custom_target(tool_${tool} ALL DEPENDS ${tool})
        install(PROGRAMS $<TARGET_FILE:${tool}> DESTINATION "${CMAKE_INSTALL_BINDIR}"
                RENAME "oaiwire-${tool}${CMAKE_EXECUTABLE_SUFFIX}")
    else()
        message(STATUS "No oaiwire-${tool}: what it needs was not found")
    endif()
endforeach()
