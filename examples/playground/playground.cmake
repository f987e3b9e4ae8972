# playground: the decoder in WebAssembly on one page that needs nothing else, playground.html. It is
# built when it is asked for, by Emscripten whatever this build's compiler is; without simdjson,
# which would have to be built for WebAssembly too.
find_program(OAIWIRE_EMCC em++)
find_package(Python3 COMPONENTS Interpreter QUIET)
if(OAIWIRE_EMCC AND Python3_FOUND)
    set(source "${CMAKE_CURRENT_SOURCE_DIR}/playground")
    set(wasm "${CMAKE_CURRENT_BINARY_DIR}/playground.wasm")
    set(page "${CMAKE_CURRENT_BINARY_DIR}/playground.html")
    file(GLOB code CONFIGURE_DEPENDS "${source}/*.hpp" "${CMAKE_CURRENT_SOURCE_DIR}/inspect/*.hpp")
    file(GLOB parts CONFIGURE_DEPENDS "${source}/*.js" "${source}/page.*")
    add_custom_command(OUTPUT "${wasm}"
        COMMAND "${OAIWIRE_EMCC}" "@${source}/em++.options" "-I${PROJECT_SOURCE_DIR}/include"
                "${source}/playground.cpp" -o "${wasm}"
        DEPENDS "${source}/playground.cpp" "${source}/em++.options" ${code} ${core_headers}
                ${rest_headers}
        VERBATIM)
    add_custom_command(OUTPUT "${page}"
        COMMAND "${Python3_EXECUTABLE}" "${source}/join.py" "${source}/page.html" "${wasm}"
                "${page}"
        DEPENDS "${wasm}" "${source}/join.py" ${parts}
        VERBATIM)
    add_custom_target(playground DEPENDS "${page}")
endif()
