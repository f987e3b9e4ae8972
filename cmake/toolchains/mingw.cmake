# 64-bit Windows by Debian's mingw-w64, run by Wine.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)  # simdjson asks for one
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_CXX_FLAGS_INIT -Wa,-mbig-obj)  # header-only, unoptimised files have many sections
set(CMAKE_EXE_LINKER_FLAGS_INIT -static)  # Wine does not have the compiler's libraries
find_program(wine NAMES wine64 wine PATHS /usr/lib/wine)
if(wine)
    set(CMAKE_CROSSCOMPILING_EMULATOR "${wine}")
endif()
include("${CMAKE_CURRENT_LIST_DIR}/foreign.cmake")
