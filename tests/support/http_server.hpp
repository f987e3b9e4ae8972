// Starts another program, such as http_server.cpp, and reads its first line. POSIX only.
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

namespace support {

// A child process, killed and reaped on destruction.
class child_process {
public:
    explicit child_process(std::vector<std::string> arguments) {
        int in[2], out[2];
        if (pipe2(in, O_CLOEXEC) != 0) return;
        if (pipe2(out, O_CLOEXEC) != 0) return;
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, in[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
        std::vector<char*> argv;
        for (auto& a : arguments) argv.push_back(a.data());
        argv.push_back(nullptr);
        if (posix_spawnp(&pid_, argv[0], &files, nullptr, argv.data(), environ) != 0) pid_ = -1;
        posix_spawn_file_actions_destroy(&files);
        close(in[0]);
        close(out[1]);
        stdin_ = in[1];
        stdout_ = out[0];
    }
    child_process(const child_process&) = delete;
    child_process& operator=(const child_process&) = delete;
    ~child_process() {
        if (pid_ > 0) {
            kill(pid_, SIGTERM);
            waitpid(pid_, nullptr, 0);
        }
        close(stdin_);
        close(stdout_);
    }

    bool started() const { return pid_ > 0; }
    // Waits for the program to end; returns its exit status, or -1.
    int wait() {
        int status = -1;
        if (pid_ > 0) waitpid(pid_, &status, 0);
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    // Reads up to the next line feed, which is removed; "" when the program has ended.
    std::string read_line() {
        std::string line;
        for (char c = 0; read(stdout_, &c, 1) == 1 && c != '\n';) line.push_back(c);
        return line;
    }

private:
    pid_t pid_ = -1;
    int stdin_ = -1;
    int stdout_ = -1;
};

// Runs http_server.cpp. Ports are 0 if it could not be started.
class http_server {
public:
    explicit http_server(const char* program) : process_({program}) {
        unsigned a = 0, b = 0;
        if (std::sscanf(process_.read_line().c_str(), "%u %u", &a, &b) != 2) return;
        port = static_cast<std::uint16_t>(a);
        fault_port = static_cast<std::uint16_t>(b);
    }
    std::uint16_t port = 0;
    std::uint16_t fault_port = 0;

private:
    child_process process_;
};

}  // namespace support
