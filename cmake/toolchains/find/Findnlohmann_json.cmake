# nlohmann's JSON, from the host.
include("${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake")
oaiwire_host_headers(nlohmann_json::nlohmann_json nlohmann)
