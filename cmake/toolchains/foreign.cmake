# A machine that is not this one: included by its toolchain file. Of this one's packages it sees
# those that are headers alone, and no other header beside them: host_headers.cmake.
foreach(package CURL Boost OpenSSL PkgConfig httplib)
    set(CMAKE_DISABLE_FIND_PACKAGE_${package} ON)
endforeach()
list(APPEND CMAKE_MODULE_PATH "${CMAKE_CURRENT_LIST_DIR}/find")
