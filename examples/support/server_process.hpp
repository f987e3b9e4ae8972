// Runs the loopback server in a child process. POSIX only.
#pragma once

#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <utility>
#include <vector>

#include "loopback_server.hpp"

namespace example {

// Serves until destroyed. Create it before the program starts threads.
class server_process {
public:
    explicit server_process(std::vector<failure> first = {}) : server_(std::move(first)) {
        if (!server_.listening() || pipe(stop_) != 0) return;
        pid_ = fork();
        if (pid_ != 0) return;
        close(stop_[1]);  // only the parent's end keeps this process alive
        server_.serve(stop_[0]);
        _exit(0);
    }
    server_process(const server_process&) = delete;
    server_process& operator=(const server_process&) = delete;
    ~server_process() {
        if (pid_ <= 0) return;
        close(stop_[0]);
        close(stop_[1]);
        waitpid(pid_, nullptr, 0);
    }
    bool started() const { return pid_ > 0; }
    std::string base_url() const { return server_.base_url(); }

private:
    loopback_server server_;
    int stop_[2]{};
    pid_t pid_ = -1;
};

}  // namespace example
