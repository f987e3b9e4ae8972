# WebAssembly by Debian's emscripten, run by Node.js, which lends its files.
include(/usr/share/emscripten/cmake/Modules/Platform/Emscripten.cmake)
set(CMAKE_CXX_FLAGS_INIT -DCATCH_CONFIG_NO_POSIX_SIGNALS)
set(CMAKE_EXE_LINKER_FLAGS_INIT "-sNODERAWFS=1 -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1 -sWASM_ASYNC_COMPILATION=0")
include("${CMAKE_CURRENT_LIST_DIR}/foreign.cmake")
