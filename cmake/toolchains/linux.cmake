# Another Linux, run by QEMU: OAIWIRE_MACHINE is aarch64 or s390x. clang, which compiles the tests
# three times as fast, with the libraries of Debian's g++ for that machine.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR "${OAIWIRE_MACHINE}")
set(CMAKE_CXX_COMPILER clang++)
set(CMAKE_CXX_COMPILER_TARGET "${OAIWIRE_MACHINE}-linux-gnu")
set(CMAKE_CROSSCOMPILING_EMULATOR "qemu-${OAIWIRE_MACHINE};-L;/usr/${OAIWIRE_MACHINE}-linux-gnu")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES OAIWIRE_MACHINE)
include("${CMAKE_CURRENT_LIST_DIR}/foreign.cmake")
