// The fault server as a program of its own, with TLS where OpenSSL is: prints its ports on its
// first line, and runs until its standard input closes.
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <transport/conformance/fault_host.hpp>

int main() {
    std::signal(SIGPIPE, SIG_IGN);
    const std::string ports = oaiwire::conformance::detail::start_host();
    if (ports.empty()) return 1;
    std::printf("%s\n", ports.c_str());
    std::fflush(stdout);
    char byte = 0;
    while (read(STDIN_FILENO, &byte, 1) > 0) {
    }
    std::_Exit(0);  // the test that started this program has ended
}
