// exchange_machine: the untyped implementation of exchange, compiled once for all operations.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/call_table.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/body/answer_head.hpp>
#include <oaiwire/body/body_start.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/stream/byte_stream.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/stream_machine.hpp>

namespace oaiwire { inline namespace v0_2 {

// plain: one response. streamed: chunks, and the response that they add up to.
enum class call_mode : std::uint8_t { plain, streamed };

namespace detail {

// The functions are those of exchange, with void* for the types of the operation. Members that only
// some calls need are allocated when they are needed. Invariants: end_ changes from `open` once per
// attempt (conclude()), and no function has an effect afterwards, restart() aside; no function lets
// std::bad_alloc out (guard()).
class exchange_machine {
public:
    // `request` points to an object of the operation's type and is not kept.
    exchange_machine(const call_table& call, const void* request, const endpoint& where,
                     const call_options& options, call_mode mode);
    exchange_machine(exchange_machine&&) noexcept;
    exchange_machine& operator=(exchange_machine&&) noexcept;
    ~exchange_machine();

    const http::request& request() const { return request_; }
    void restart();
    bool renew_key();
    void head(int status, const http::header_list& headers);
    void feed(std::string_view bytes);
    bool feed_read(oaiwire::result<std::string_view> read);
    const void* next();
    void finish();
    void fail(oaiwire::error&& why);
    void cancel();

    bool ended() const { return end_ != stream_end::open; }
    stream_end end_reason() const { return end_; }
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    const oaiwire::error& error() const { return error_.get(); }
    // Moves the error out.
    oaiwire::error take_error() { return error_.take(); }
    int status() const { return head_.status; }
    bool successful() const { return head_.successful(); }
    const std::string& request_id() const { return head_.request_id; }
    const retry_hints& hints() const { return head_.notes().hints; }
    const http::rate_limit& rate_limits() const { return head_.notes().limits_of_server; }
    std::optional<std::int64_t> poll_after_ms() const { return head_.notes().poll_after_ms; }
    stream_statistics statistics() const;
    // The JSON text or the bytes of the last chunk.
    std::string_view payload() const;

    // Whether the response is accumulated from chunks.
    bool decodes() const { return mode_ == call_mode::streamed || form_ == body_form::events; }
    // Null if there is none yet.
    void* accumulator() const { return accumulator_.get(); }
    // The response so far; null if nothing has come.
    const void* response() const;
    // The response that came whole; null before the end. Not const: it is moved out.
    void* plain_response() const { return response_.get(); }
    // An error unless the response can be moved out.
    oaiwire::result<void> check_result() const;

private:
    bool streams() const;  // whether next() returns chunks
    template <class F>
    void guard(F&& step);
    void build(const void* request, const endpoint& where, const call_options& options);
    void open_stream();
    void feed_stream(std::string_view bytes);
    const void* next_chunk();
    void take_head(int status, const http::header_list& headers);
    void take_bytes(std::string_view bytes);
    void take_end();
    void look_for_events(std::size_t before);
    void drain_events();
    void conclude(stream_end end, oaiwire::error&& why = {});
    void conclude_stream();
    void conclude_addition(errc code);
    void complete_error(oaiwire::error& e) const;
    const stream_statistics* seen() const;  // null: not a stream
    const limits& bounds() const { return own_bounds_ ? *own_bounds_ : default_bounds; }

    static constexpr limits default_bounds{};

    // A constant of the operation: see call_table_of().
    const call_table* call_;
    std::unique_ptr<const limits> own_bounds_{};  // null: default_bounds
    http::request request_{};
    secret key_{};  // to replace where a server quotes it
    // Gives another key, once; empty if the call has none of a key source, or was renewed.
    hook<oaiwire::result<secret>(bool refused)> key_source_{};
    // One of these two, if the response is decoded as a stream: events or bytes.
    std::unique_ptr<stream_machine> stream_{};
    std::unique_ptr<byte_stream> bytes_{};
    any_object accumulator_{};  // of chunks; null until the stream opens
    any_object response_{};     // a response that came whole
    std::string body_{};        // of a response that is not decoded as it comes
    answer_head head_{};
    boxed_error error_{};
    std::size_t started_at_ =
        0;  // offset in body_ of the first line that is not blank or a comment
    body_start start_{};
    body_form form_ = body_form::unknown;  // of a plain response
    call_mode mode_;
    key_field key_field_ = key_field::authorization;
    stream_end end_ = stream_end::open;
    bool wants_text_ = false;  // a response that is not JSON was requested
    bool accumulates_ = true;  // always true for plain calls
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES
#include <oaiwire/api/exchange_machine_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
