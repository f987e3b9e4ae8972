// Runs an example program with arguments, an environment and standard input, and records its output
// and exit status. POSIX only.
#pragma once

#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace support {

// A running program; killed on destruction if it still runs.
class program {
public:
    // The environment is the caller's without OPENAI_ and proxy variables.
    explicit program(std::vector<std::string> arguments, std::vector<std::string> variables = {},
                     std::string_view input = {}) {
        std::fwrite(input.data(), 1, input.size(), in_);
        std::rewind(in_);
        for (char** v = environ; *v; ++v) {
            const std::string_view variable = *v;
            const auto name = variable.substr(0, variable.find('='));
            if (!name.starts_with("OPENAI_") && !name.ends_with("_proxy") && name != "ALL_PROXY") {
                variables.emplace_back(variable);
            }
        }
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, fileno(in_), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&files, fileno(out_), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&files, fileno(err_), STDERR_FILENO);
        const auto argv = pointers(arguments);
        const auto envp = pointers(variables);
        if (posix_spawn(&pid_, argv[0], &files, nullptr, argv.data(), envp.data()) != 0) pid_ = -1;
        posix_spawn_file_actions_destroy(&files);
    }
    program(const program&) = delete;
    program& operator=(const program&) = delete;
    ~program() {
        if (pid_ > 0) {
            kill(pid_, SIGKILL);
            waitpid(pid_, nullptr, 0);
        }
        for (std::FILE* f : {in_, out_, err_}) std::fclose(f);
    }

    // Waits for the end. The exit status, or -1 if a signal ended it.
    int wait() {
        int status = -1;
        if (pid_ <= 0 || waitpid(pid_, &status, 0) != pid_) return -1;
        pid_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    // Waits up to five seconds for that many bytes of standard output.
    bool has_written(off_t bytes) const {
        struct stat file {};
        for (int i = 0; i != 500; ++i) {
            if (fstat(fileno(out_), &file) == 0 && file.st_size >= bytes) return true;
            usleep(10'000);
        }
        return false;
    }
    void interrupt() const { kill(pid_, SIGINT); }

    std::string out() const { return text(out_); }
    std::string err() const { return text(err_); }

private:
    static std::vector<char*> pointers(std::vector<std::string>& words) {
        std::vector<char*> out;
        for (auto& word : words) out.push_back(word.data());
        out.push_back(nullptr);
        return out;
    }
    static std::string text(std::FILE* f) {
        std::string all;
        char buffer[4096];
        while (true) {
            const auto n = pread(fileno(f), buffer, sizeof buffer, static_cast<off_t>(all.size()));
            if (n <= 0) return all;
            all.append(buffer, static_cast<std::size_t>(n));
        }
    }

    std::FILE* in_ = std::tmpfile();
    std::FILE* out_ = std::tmpfile();
    std::FILE* err_ = std::tmpfile();
    pid_t pid_ = -1;
};

}  // namespace support
