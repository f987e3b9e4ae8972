// Runs the loopback server on a thread. POSIX only.
#pragma once

#include <signal.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "loopback_server.hpp"

namespace example {

// Serves until destroyed.
class server_thread {
public:
    server_thread() {
        if (!server_.listening() || pipe(stop_) != 0) return;
        thread_ = std::thread([this] {
            sigset_t all;
            sigfillset(&all);
            pthread_sigmask(SIG_BLOCK, &all, nullptr);  // Ctrl-C is handled by the main thread
            server_.serve(stop_[0]);
        });
    }
    server_thread(const server_thread&) = delete;
    server_thread& operator=(const server_thread&) = delete;
    ~server_thread() {
        if (!started()) return;
        close(stop_[1]);
        thread_.join();
        close(stop_[0]);
    }
    bool started() const { return thread_.joinable(); }
    std::string base_url() const { return server_.base_url(); }

private:
    loopback_server server_{};
    int stop_[2]{};
    std::thread thread_{};
};

}  // namespace example
