// One HTTP request and its answer, for any HTTP stack. A stack knows nothing else of the server:
//
//     call c(shared);
//     c.head(request); c.feed(bytes of the body)...; c.finish();
//     until out().ended() or cut(): work(now); send out().head() and out().unsent()
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include <oaiwire/http/received_request.hpp>
#include <oaiwire/server/responder.hpp>

#include "recorder.hpp"
#include "service.hpp"

namespace serve {

// Not thread-safe, except that calls of the same service may be used in different threads.
class call {
public:
    // The service must outlive it.
    explicit call(service& of);
    call(const call&) = delete;
    call& operator=(const call&) = delete;
    ~call();

    // The request. Once answered() is true, the rest of its body is not needed.
    void head(const oaiwire::http::received_request& head);
    void feed(std::string_view body);
    void finish();
    // The HTTP stack cannot read the request: it is answered with this status.
    void refuse(int status, std::string_view why);
    bool answered() const { return out_.head() != nullptr; }

    // Produces more of the answer, until the client must read, the time has not come, or a little
    // was done. `now_ms`: milliseconds of any monotonic clock.
    void work(std::int64_t now_ms);
    // When to call work() again; not later than now if it has something to do at once.
    std::int64_t due_ms() const;
    // The answer: see oaiwire::responder.
    oaiwire::responder& out() { return out_; }
    // The connection is to be closed once unsent() is empty, and not as after a whole answer.
    bool cut() const;
    // The field Date of an answer that is made now.
    static std::string date();

private:
    struct request;  // what is read of it
    void begin();
    template <class F>
    void recorded(F&& f);

    service& service_;
    oaiwire::responder out_;
    recorder tape_;
    std::unique_ptr<request> request_;
    std::unique_ptr<class task> task_{};
    std::int64_t next_ms_ = 0;  // when the task makes its next step
};

}  // namespace serve
