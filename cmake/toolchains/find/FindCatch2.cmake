# Catch2 2, from the host.
include("${CMAKE_CURRENT_LIST_DIR}/host_headers.cmake")
oaiwire_host_headers(Catch2::Catch2 catch2)
set(Catch2_VERSION 2)
