# 32-bit x86 on a 64-bit one, with Debian's g++-12-multilib, which, unlike g++-multilib, may be
# installed beside cross compilers, and brings no asm/ of its own.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR i686)
set(CMAKE_CXX_FLAGS_INIT "-m32 -idirafter /usr/include/x86_64-linux-gnu")
include("${CMAKE_CURRENT_LIST_DIR}/foreign.cmake")
