// Connections to a server as bytes, and HTTP/1.1 responses read from them without any repair: what
// a client would pass over is noted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/message.hpp>

namespace conform {

// Milliseconds of a clock that never goes back.
std::int64_t now_ms();

enum class receipt : std::uint8_t { bytes, closed, late, failed };

// One connection, TLS included. The destructor closes it.
class connection {
public:
    connection() = default;
    connection(const connection&) = delete;
    connection& operator=(const connection&) = delete;
    virtual ~connection() = default;
    // False if not all could be sent in that time.
    virtual bool send(std::string_view bytes, std::int64_t wait_ms) = 0;
    // Appends what comes first, at most `most` bytes.
    virtual receipt receive(std::string& to, std::size_t most, std::int64_t wait_ms) = 0;
};

class dialer {
public:
    dialer() = default;
    dialer(const dialer&) = delete;
    dialer& operator=(const dialer&) = delete;
    virtual ~dialer() = default;
    // Null if it cannot be reached; `why` then says so.
    virtual std::unique_ptr<connection> connect(std::int64_t wait_ms, std::string& why) = 0;
};

// Something in a response that is not as RFC 9112 says.
struct wire_note {
    enum class kind : std::uint8_t { status_line, field, length, chunk, early, interim };
    kind what{};
    std::size_t offset = 0;  // in the received bytes
    std::string message{};
};

enum class answer_end : std::uint8_t {
    unreachable,  // no connection
    unsent,       // the request could not be sent, and nothing came back
    late,         // the time was over first
    endless,      // more bytes than are kept
    garbled,      // not HTTP
    nothing,      // the connection was closed without an answer
    early,        // the connection was closed before the announced end
    whole,
};

// What was received for one request.
struct answer {
    std::string asked{};  // for reports: "POST /chat/completions"
    answer_end end = answer_end::unreachable;
    std::string why{};  // of the first three
    int status = 0;
    std::string version{};  // "HTTP/1.1"
    oaiwire::http::header_list fields{};
    std::string raw{};   // as received
    std::string body{};  // without the transfer coding
    std::string rest{};  // received after the end
    bool chunked = false;
    bool has_length = false;
    bool until_close = false;
    bool peer_closed = false;
    bool stalled = false;        // early: because nothing more came
    std::vector<int> interim{};  // statuses
    std::vector<wire_note> notes{};
    // what an excerpt must not show; null: nothing
    const std::vector<std::string>* secrets = nullptr;

    bool usable() const { return end == answer_end::whole || end == answer_end::early; }
    std::string_view field(std::string_view name) const { return fields.value(name); }
    bool coded() const {
        return !field("content-encoding").empty() && field("content-encoding") != "identity";
    }
    // The media type in lower case, without parameters.
    std::string media_type() const;
};

// Reads one response.
class answer_reader {
public:
    // `head`: the request's method was HEAD.
    answer_reader(answer& to, bool head) : to_(to), head_request_(head) {}
    // Takes what was received. True once the response is whole or cannot be read.
    bool feed(std::string_view bytes);
    // The connection was closed.
    void closed();
    bool ended() const { return step_ == step::ended; }

private:
    enum class step : std::uint8_t {
        head,
        body,
        until_close,
        size,
        data,
        data_end,
        trailer,
        ended
    };
    bool advance();
    bool take_head();
    bool take_fields(std::string_view text, std::size_t at);
    void choose_framing();
    bool take_size();
    void note(wire_note::kind what, std::size_t offset, std::string message);
    bool line(std::string_view& text);
    bool end(answer_end how);
    std::string_view unread() const { return std::string_view(to_.raw).substr(at_); }

    answer& to_;
    bool head_request_;
    step step_ = step::head;
    std::size_t at_ = 0;
    std::uint64_t left_ = 0;
};

// How long and how much.
struct bounds {
    std::int64_t timeout_ms = 30'000;         // of an exchange
    std::size_t most = std::size_t{2} << 20;  // bytes of a response
    std::size_t slow_bytes = 0;               // reads so many at a time, and waits between
    std::int64_t slow_ms = 0;
};

// Reads one response from an open connection. `begun`: bytes that were received with the last one.
void receive_answer(connection& from, answer& to, bool head, const bounds& within,
                    std::string_view begun = {});

}  // namespace conform
