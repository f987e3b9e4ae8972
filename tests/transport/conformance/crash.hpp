// Says which rule was examined when the transport ends the program.
#pragma once

#include <atomic>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#if !defined(_WIN32)
#include <unistd.h>
#endif

#include "check.hpp"

namespace oaiwire::conformance::detail {

// The form that is examined, or null.
inline std::atomic<const char*> examined_form{nullptr};

// Prints to standard output without locks or memory of the heap: a signal may have interrupted
// either.
inline void print_raw(const char* text) {
#if defined(_WIN32)
    std::fputs(text, stdout);
    std::fflush(stdout);
#else
    for (std::size_t left = std::strlen(text); left != 0;) {
        const auto n = ::write(STDOUT_FILENO, text, left);
        if (n <= 0) return;
        text += n;
        left -= static_cast<std::size_t>(n);
    }
#endif
}

inline void print_end(const char* why) {
    const char* const form = examined_form.exchange(nullptr);
    if (form == nullptr) return;
    for (const char* const text :
         {"CRASHED ", form, ": ", last_title.load(), "\n        rule    ", last_basis.load(),
          "\n        seen    ", why, "; the rest was not tried\n"}) {
        print_raw(text);
    }
}

inline const char* signal_text(int number) {
    switch (number) {
        case SIGABRT:
            return "SIGABRT: abort(), or an exception that nothing catches";
        case SIGFPE:
            return "SIGFPE";
        case SIGILL:
            return "SIGILL";
#if !defined(_WIN32)
        case SIGBUS:
            return "SIGBUS";
        case SIGPIPE:
            return "SIGPIPE: bytes were written to a connection that the peer has closed";
#endif
        default:
            return "SIGSEGV: an invalid address";
    }
}

// Reports signals that end the program, and exit(), while it exists. Leaves alone the handlers of
// others, such as those of sanitizers.
class crash_report {
public:
    explicit crash_report(const char* form) {
        if (form == nullptr) return;
        examined_form = form;
        static const bool once = [] {
            // an exit with 0 would look as if all rules were kept
            return std::atexit([] {
                       if (examined_form.load() == nullptr) return;
                       print_end("the transport ended the program by exit()");
                       std::_Exit(1);
                   }) == 0;
        }();
        static_cast<void>(once);
        for (std::size_t i = 0; i < count; ++i) {
            const auto before = std::signal(signals[i], &handle);
            taken_[i] = before == SIG_DFL;
            if (!taken_[i] && before != SIG_ERR) std::signal(signals[i], before);
        }
    }
    crash_report(const crash_report&) = delete;
    crash_report& operator=(const crash_report&) = delete;
    ~crash_report() {
        examined_form = nullptr;
        for (std::size_t i = 0; i < count; ++i) {
            if (taken_[i]) std::signal(signals[i], SIG_DFL);
        }
    }

private:
    static void handle(int number) {
        print_end(signal_text(number));
        std::signal(number, SIG_DFL);
        std::raise(number);
    }

#if defined(_WIN32)
    static constexpr int signals[] = {SIGABRT, SIGFPE, SIGILL, SIGSEGV};
#else
    static constexpr int signals[] = {SIGABRT, SIGFPE, SIGILL, SIGSEGV, SIGBUS, SIGPIPE};
#endif
    static constexpr std::size_t count = sizeof signals / sizeof signals[0];
    bool taken_[count] = {};
};

}  // namespace oaiwire::conformance::detail
