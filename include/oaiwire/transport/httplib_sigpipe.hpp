// Blocks SIGPIPE on the calling thread for a scope (POSIX).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <pthread.h>
#include <signal.h>

#include <oaiwire/core/macros_resume.hpp>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// For stacks that write to sockets without MSG_NOSIGNAL (cpp-httplib, OpenSSL): a peer that closes
// must not end the process. A SIGPIPE raised in the scope is discarded at its end.
class sigpipe_blocked {
public:
    sigpipe_blocked() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        was_pending_ = is_pending();
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    sigpipe_blocked(const sigpipe_blocked&) = delete;
    sigpipe_blocked& operator=(const sigpipe_blocked&) = delete;
    ~sigpipe_blocked() {
        int taken = 0;
        // takes it off the queue, or unblocking would deliver it
        if (!was_pending_ && is_pending()) sigwait(&pipe_, &taken);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

private:
    static bool is_pending() {
        sigset_t pending;
        sigpending(&pending);
        return sigismember(&pending, SIGPIPE) == 1;
    }

    sigset_t pipe_{};
    sigset_t before_{};         // the thread's signal mask, restored at the end
    bool was_pending_ = false;  // a SIGPIPE of somebody else's: it is left pending
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
