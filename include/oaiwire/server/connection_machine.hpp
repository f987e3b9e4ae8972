// connection_machine: the states and bytes of a server's connection. server_connection<Calls...> is
// a typed shell over it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/http/response_text.hpp>
#include <oaiwire/server/connection_options.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/server/server_error.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// What reads the requests of a connection: an incoming<...>.
struct reader_table {
    void (*head)(void*, const http::received_request&);
    void (*feed)(void*, std::string_view);
    void (*finish)(void*);
    void (*reset)(void*);
    const server_error* (*error)(void*);  // null unless it has failed
};
struct request_reader {
    const reader_table* table;
    void* object;

    void head(const http::received_request& h) const { table->head(object, h); }
    void feed(std::string_view bytes) const { table->feed(object, bytes); }
    void finish() const { table->finish(object); }
    void reset() const { table->reset(object); }
    const server_error* error() const { return table->error(object); }
};

class connection_machine {
public:
    // A time that is not known yet.
    static constexpr std::int64_t unset = (std::numeric_limits<std::int64_t>::min)();

    connection_machine(connection_options options, std::int64_t now_ms);

    void feed(request_reader reader, std::string_view bytes, std::int64_t now_ms);
    bool reading() const;
    void peer_closed(std::int64_t now_ms);
    void abort();
    void stop();

    bool waits() const { return state_ == connection_state::waiting && !answer_.head(); }
    const http::received_request* head() const { return decoder_.head(); }
    std::uint64_t requests() const { return requests_; }
    responder& answer() { return answer_; }

    std::string_view unsent(request_reader reader);
    void sent(request_reader reader, std::size_t n, std::int64_t now_ms);
    bool closing() const;

    std::int64_t due_ms() const;
    void tick(request_reader reader, std::int64_t now_ms);

    connection_state state() const { return state_; }

private:
    static constexpr std::size_t output = std::size_t{64} << 10;  // bytes of out_ at most, about

    // f(), and abort() if memory runs out in it.
    template <class F>
    void guard(F f) {
        within_memory(f, [&] { abort(); });
    }

    bool is_reading() const { return state_ <= connection_state::refused; }
    bool is_answering() const {
        return state_ == connection_state::waiting || state_ == connection_state::answering;
    }
    void keep(std::string_view bytes);
    // Reads one request at most. Returns the bytes behind it.
    std::string_view read(request_reader reader, std::string_view bytes);
    void read_pending(request_reader reader);
    void begin_body(request_reader reader);
    void take_body(request_reader reader, std::string_view piece);
    void end_request(request_reader reader);
    // No byte follows, and no request waits for its answer.
    void end_input();

    // Answers by itself. `whole`: the request was read to its end.
    void refuse(const server_error& e, bool whole);
    void refuse_framing();

    // Moves from the answer to out_.
    void pump(request_reader reader);
    void begin_answer(const http::response_head& head);
    void pump_body();
    void end_answer(request_reader reader);
    void go_idle();

    bool has_unsent() const { return out_at_ != out_.size() || !answer_.unsent().empty(); }
    std::string_view written() const { return std::string_view(out_).substr(out_at_); }
    void clock(std::int64_t now_ms);
    std::int64_t deadline() const;
    static std::int64_t after(std::int64_t from, std::int64_t ms);

    connection_options options_;
    connection_state state_ = connection_state::idle;
    http::body_framing framing_ = http::body_framing::none;
    bool head_taken_ = false;    // the reader was given the head
    bool close_ = false;         // after the answer
    bool unread_ = false;        // the request is not read to its end
    bool answer_ended_ = false;  // its last byte is in out_
    bool peer_closed_ = false;
    bool stopping_ = false;
    std::uint64_t requests_ = 0;
    std::uint64_t body_bytes_ = 0;  // of this request
    http::request_decoder decoder_;
    responder answer_;
    std::string pending_{};  // bytes of further requests, from pending_at_ on
    std::size_t pending_at_ = 0;
    std::string out_{};  // framed bytes that wait, from out_at_ on
    std::size_t out_at_ = 0;

    std::int64_t now_ms_;
    std::int64_t since_ms_;             // when this state began
    std::int64_t byte_ms_ = 0;          // when the last byte of a body came
    std::int64_t window_ms_ = 0;        // when a body's progress was last enough
    std::size_t window_bytes_ = 0;      // since then
    std::int64_t write_ms_ = unset;     // when the last byte was sent, while some are unsent
    std::int64_t write_window_ms_ = 0;  // as for bodies
    std::size_t write_window_bytes_ = 0;
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/server/connection_machine_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
