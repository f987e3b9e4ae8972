# One folder of the host's headers as a target, by a link: beside it lie headers of another machine.
function(oaiwire_host_headers target folder)
    set(links "${PROJECT_BINARY_DIR}/host_headers")
    file(MAKE_DIRECTORY "${links}")
    file(CREATE_LINK "/usr/include/${folder}" "${links}/${folder}" SYMBOLIC)
    add_library(${target} INTERFACE IMPORTED)
    target_include_directories(${target} SYSTEM INTERFACE "${links}")
endfunction()
