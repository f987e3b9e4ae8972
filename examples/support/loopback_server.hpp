// An HTTP/1.1 server on loopback that answers chat completions without a model, using oaiwire's
// types, JSON and event encoder. Accepts any number of connections with one request each; POSIX
// sockets, no threads, no exceptions. For examples and tests, not for real networks.
#pragma once

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/oaiwire.hpp>

#include "structured_answer.hpp"
#include "tool_answers.hpp"

namespace example {

// One connection: the received request, the pending response, and the shutdown. Never blocks.
class peer {
public:
    using clock = std::chrono::steady_clock;

    explicit peer(int fd) : fd_(fd) {}
    peer(const peer&) = delete;
    peer& operator=(const peer&) = delete;
    ~peer() { close(fd_); }

    // The events to wait for, and until when.
    pollfd interest() const {
        const int events = phase_ != phase::answer ? POLLIN : unsent_.empty() ? 0 : POLLOUT;
        return {fd_, static_cast<short>(events), 0};
    }
    clock::time_point due() const { return events_left() ? next_event_ : patience_; }

    // Does what is possible without blocking; returns false when the connection is finished. Calls
    // take_request(*this) when bytes have arrived; it returns whether it answered.
    template <class TakeRequest>
    bool step(bool ready, clock::time_point now, TakeRequest take_request) {
        if (phase_ != phase::answer && ready) {
            if (!receive()) return false;
            if (phase_ == phase::request && take_request(*this)) phase_ = phase::answer;
        }
        if (phase_ == phase::answer) {
            if (!send_due(now)) return false;
            if (unsent_.empty() && !events_left()) finish();
        }
        constexpr std::size_t longest_goodbye = std::size_t{64} << 10;
        return now < patience_ && (phase_ != phase::finish || in_.size() < longest_goodbye);
    }

    const std::string& in() const { return in_; }
    void write(std::string_view bytes) {
        unsent_ += bytes;
        send_some();
    }
    // Queues events, sent one by one at a fixed rate after what was written.
    void write_events(std::vector<std::string> events) {
        events_ = std::move(events);
        next_event_ = clock::now();
    }

private:
    enum class phase { request, answer, finish };

    bool receive() {
        char buffer[16384];
        const auto n = recv(fd_, buffer, sizeof buffer, MSG_DONTWAIT);
        if (n < 0) return would_block();
        in_.append(buffer, static_cast<std::size_t>(n));
        be_patient();
        return n > 0;
    }

    bool send_due(clock::time_point now) {
        constexpr std::chrono::milliseconds pace(20);
        if (events_left() && now >= next_event_) {
            next_event_ += pace;
            if (unsent_.empty()) unsent_ = std::move(events_[sent_events_++]);
        }
        return send_some();
    }
    bool send_some() {
        while (!unsent_.empty()) {
            const auto n = send(fd_, unsent_.data(), unsent_.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
            if (n < 0) return would_block();
            unsent_.erase(0, static_cast<std::size_t>(n));
            be_patient();
        }
        return true;
    }

    // Closing with unread bytes would reset the connection, and the peer could lose the response.
    void finish() {
        shutdown(fd_, SHUT_WR);
        in_.clear();
        phase_ = phase::finish;
    }

    bool events_left() const { return sent_events_ != events_.size(); }
    void be_patient() { patience_ = clock::now() + std::chrono::seconds(5); }
    static bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

    int fd_;
    phase phase_ = phase::request;
    std::string in_{};
    std::string unsent_{};
    std::vector<std::string> events_{};
    std::size_t sent_events_ = 0;
    clock::time_point next_event_{};
    clock::time_point patience_ = clock::now() + std::chrono::seconds(5);  // limit for an idle peer
};

// A failure to send instead of an answer: status (0: none), field lines with line ends, the error's
// message and code.
struct failure {
    int status = 0;
    std::string fields{};
    std::string why = "overloaded";
    std::string code{};
};

class loopback_server {
public:
    // Listens on a free port of 127.0.0.1. The nth request fails like the nth entry of the list.
    explicit loopback_server(std::vector<failure> first = {})
        : fd_(socket(AF_INET, SOCK_STREAM, 0)), failures_(std::move(first)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        auto* const a = reinterpret_cast<sockaddr*>(&address);
        socklen_t size = sizeof address;
        if (bind(fd_, a, size) == 0 && listen(fd_, SOMAXCONN) == 0 &&
            getsockname(fd_, a, &size) == 0) {
            port_ = ntohs(address.sin_port);
            fcntl(fd_, F_SETFL, O_NONBLOCK);
        }
    }
    loopback_server(const loopback_server&) = delete;
    loopback_server& operator=(const loopback_server&) = delete;
    ~loopback_server() { close(fd_); }

    bool listening() const { return port_ != 0; }
    std::string base_url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/v1"; }

    // Serves until `stop` becomes readable or its other end is closed.
    void serve(int stop) {
        using clock = peer::clock;
        std::vector<std::unique_ptr<peer>> peers;
        std::vector<pollfd> waits;
        for (;;) {
            waits.assign({{stop, POLLIN, 0}, {fd_, POLLIN, 0}});
            auto due = clock::now() + std::chrono::seconds(5);
            for (const auto& p : peers) {
                waits.push_back(p->interest());
                due = (std::min)(due, p->due());
            }
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - clock::now());
            const auto wait = static_cast<int>((std::max)(left.count(), decltype(left.count()){}));
            if (poll(waits.data(), static_cast<nfds_t>(waits.size()), wait) < 0) continue;
            if (waits[0].revents != 0) return;
            const auto now = clock::now();
            for (std::size_t i = 0; i != peers.size(); ++i) {
                if (!peers[i]->step(waits[i + 2].revents != 0, now,
                                    [this](peer& client) { return converse(client); })) {
                    peers[i].reset();
                }
            }
            std::erase(peers, nullptr);
            for (int fd = accept(fd_, nullptr, nullptr); fd >= 0;
                 fd = accept(fd_, nullptr, nullptr)) {
                peers.push_back(std::make_unique<peer>(fd));
            }
        }
    }

private:
    struct request {
        std::string method{};
        std::string target{};
        std::string body{};
    };
    // The reason for an error response; status 0: the request is incomplete.
    struct refusal {
        int status = 0;
        std::string why{};
    };
    template <class T>
    using or_refusal = std::variant<T, refusal>;

    // Answers a complete request; returns false if it is incomplete.
    bool converse(peer& client) {
        auto taken = take_request(client);
        const auto* r = std::get_if<request>(&taken);
        if (r && failed_ != failures_.size()) {
            const failure& f = failures_[failed_++];
            if (f.status != 0) {
                reply(client, f.status, error_body(f.why, f.code), f.fields);
                return true;
            }
        }
        auto refused = r ? answer(client, *r) : std::get<refusal>(std::move(taken));
        if (refused.status != 0) reply(client, refused.status, error_body(std::move(refused.why)));
        return r || refused.status != 0;
    }

    // Parses RFC 9112 as far as it concerns bodies with a length.
    static or_refusal<request> take_request(peer& client) {
        namespace http = oaiwire::http;
        constexpr std::size_t longest_head = std::size_t{64} << 10;
        constexpr std::size_t longest_body = std::size_t{16} << 20;

        const std::string_view in = client.in();
        const auto head_end = in.find("\r\n\r\n");
        if (head_end == in.npos) {
            if (in.size() > longest_head) return refusal{431, "the request's head is too long"};
            return refusal{};
        }
        std::string_view head = in.substr(0, head_end + 2);
        const auto next_line = [&head] {
            const auto line = head.substr(0, head.find("\r\n"));
            head.remove_prefix(line.size() + 2);
            return line;
        };

        const auto first = next_line();
        const auto target = first.find(' ') + 1;
        const auto version = first.rfind(' ') + 1;
        if (target == 0 || version <= target) return refusal{400, "malformed request line"};
        if (first.substr(version) != "HTTP/1.1") return refusal{505, "HTTP/1.1 is spoken here"};
        request r{.method = std::string(first.substr(0, target - 1)),
                  .target = std::string(first.substr(target, version - 1 - target))};

        http::header_list fields;
        while (!head.empty()) {
            const auto line = next_line();
            const auto colon = line.find(':');
            if (colon == line.npos || !http::check_field_name(line.substr(0, colon))) {
                return refusal{400, "malformed header field"};
            }
            auto value = line.substr(colon + 1);
            while (value.starts_with(' ') || value.starts_with('\t')) value.remove_prefix(1);
            while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
            fields.add(line.substr(0, colon), value);
        }
        if (!fields.find("Host")) return refusal{400, "the Host field is missing"};
        if (fields.find("Transfer-Encoding")) return refusal{411, "Content-Length is required"};

        std::size_t length = 0;
        if (const auto* stated = fields.find("Content-Length")) {
            const char* const end = stated->value.data() + stated->value.size();
            const auto read = std::from_chars(stated->value.data(), end, length);
            if (read.ec == std::errc::result_out_of_range)
                length = longest_body + 1;
            else if (read.ec != std::errc{} || read.ptr != end) {
                return refusal{400, "malformed Content-Length"};
            }
        }
        if (length > longest_body) return refusal{413, "the request's body is too long"};
        const auto body = in.substr(head_end + 4);
        if (body.size() < length) {
            const bool asks = http::same_name(fields.value("Expect"), "100-continue");
            if (asks && body.empty()) client.write("HTTP/1.1 100 Continue\r\n\r\n");
            return refusal{};
        }
        r.body = body.substr(0, length);
        return r;
    }

    static refusal answer(peer& client, const request& r) {
        const bool models = r.target == "/v1/models";
        if (!models && r.target != "/v1/chat/completions") {
            return {404, "there is nothing at " + r.target};
        }
        if (r.method != (models ? "GET" : "POST")) return {405, "not with the method " + r.method};
        if (models) {
            const oaiwire::ModelList list{
                .object = "list",
                .data = {{.id = "loopback", .object = "model", .created = 0, .owned_by = "you"}}};
            reply(client, 200, json(list));
            return {};
        }
        const auto call = oaiwire::json::read<oaiwire::ChatCompletionRequest>(r.body);
        if (!call) return {400, to_string(call.error())};
        if (const auto wrong = validate(*call); !wrong.empty()) {
            return {400, error_of(wrong).message};
        }
        if (call->stream == true) {
            stream(client, *call);
        } else {
            reply(client, 200, json(completion(*call)));
        }
        return {};
    }

    // The contents of responses.

    static std::vector<std::string> tokens_for(const oaiwire::ChatCompletionRequest& call) {
        if (auto pieces = structured_pieces(call); !pieces.empty()) return pieces;
        constexpr std::size_t longest_quote = 400;
        const std::string results = quoted_results(call);
        const std::string said = results.empty() ? last_question(call) : results;
        const std::string answer =
            "No model is at work here: a small server in this example reads your request and sends "
            "these words back, one event at a time. " +
            std::string(results.empty() ? "You said: " : "The tools said: ") +
            std::string(oaiwire::utf8_prefix(said, longest_quote));

        std::vector<std::string> tokens;
        for (std::size_t at = 0; at < answer.size();) {
            const auto end = (std::min)(answer.find(' ', at + 1), answer.size());
            tokens.push_back(answer.substr(at, end - at));
            at = end;
        }
        return tokens;
    }

    // Token counts without a tokenizer: one per message, and one per word sent.
    static oaiwire::Usage usage_of(const oaiwire::ChatCompletionRequest& call, std::size_t said) {
        const auto prompt = static_cast<std::int64_t>(call.messages.size());
        const auto completion = static_cast<std::int64_t>(said);
        return {.prompt_tokens = prompt,
                .completion_tokens = completion,
                .total_tokens = prompt + completion};
    }

    static oaiwire::ChatCompletion completion(const oaiwire::ChatCompletionRequest& call) {
        const auto tokens = tokens_for(call);
        std::string content;
        for (const auto& token : tokens) content += token;
        oaiwire::ChatCompletion whole{.id = "chatcmpl-loopback",
                                      .object = "chat.completion",
                                      .created = std::time(nullptr),
                                      .model = call.model,
                                      .choices = {{.index = 0,
                                                   .message =
                                                       oaiwire::ChatCompletionMessage{
                                                           .role = oaiwire::Role::assistant,
                                                           .content = std::move(content),
                                                       },
                                                   .finish_reason = oaiwire::FinishReason::stop}},
                                      .usage = usage_of(call, tokens.size())};
        if (auto calls = calls_for(call); !calls.empty()) {
            whole.choices[0].message->content = oaiwire::null;
            whole.choices[0].message->tool_calls = std::move(calls);
            whole.choices[0].finish_reason = oaiwire::FinishReason::tool_calls;
        }
        return whole;
    }

    static void stream(peer& client, const oaiwire::ChatCompletionRequest& call) {
        client.write(
            "HTTP/1.1 200 OK\r\n"
            "Content-Type: text/event-stream\r\n"
            "Cache-Control: no-cache\r\n"
            "Transfer-Encoding: chunked\r\n"
            "Connection: close\r\n\r\n");
        const bool with_usage = call.stream_options && call.stream_options->include_usage == true;

        oaiwire::ChatCompletionChunk chunk{.id = "chatcmpl-loopback",
                                           .object = "chat.completion.chunk",
                                           .created = std::time(nullptr),
                                           .model = call.model,
                                           .choices = {{.index = 0}}};
        if (with_usage) chunk.usage = oaiwire::null;
        auto& choice = chunk.choices.front();
        choice.finish_reason = oaiwire::null;
        choice.delta = oaiwire::ChatCompletionDelta{.role = oaiwire::Role::assistant};

        const auto pieces = pieces_of(calls_for(call));
        const auto tokens = pieces.empty() ? tokens_for(call) : std::vector<std::string>();
        std::vector<std::string> events;
        for (const auto& token : tokens) {
            choice.delta->content = token;
            events.push_back(event(json(chunk)));
            choice.delta->role.reset();
        }
        choice.delta->content.reset();
        for (const auto& piece : pieces) {
            choice.delta->tool_calls = std::vector<oaiwire::ToolCallChunk>{piece};
            events.push_back(event(json(chunk)));
            choice.delta->role.reset();
        }
        choice.delta->tool_calls.reset();
        choice.finish_reason =
            pieces.empty() ? oaiwire::FinishReason::stop : oaiwire::FinishReason::tool_calls;
        events.push_back(event(json(chunk)));
        if (with_usage) {
            chunk.choices.clear();
            chunk.usage = usage_of(call, tokens.size() + pieces.size());
            events.push_back(event(json(chunk)));
        }
        events.push_back(event("[DONE]") + "0\r\n\r\n");
        client.write_events(std::move(events));
    }

    // The encoding of responses.

    template <class T>
    static std::string json(const T& value) {
        return oaiwire::json::write(value).value_or("{}");
    }

    static std::string error_body(std::string why, const std::string& code = {}) {
        oaiwire::ErrorObject error{.message = std::move(why),
                                   .type = "invalid_request_error",
                                   .param = oaiwire::null,
                                   .code = oaiwire::null};
        if (!code.empty()) error.code = code;
        return json(oaiwire::ErrorBody{.error = std::move(error)});
    }

    static void reply(peer& client, int status, const std::string& body,
                      const std::string& fields = {}) {
        client.write("HTTP/1.1 " + std::to_string(status) + (status == 200 ? " OK" : " ") + "\r\n" +
                     fields + "Content-Type: application/json\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    }

    // One event as one chunk of the body.
    static std::string event(std::string_view data) {
        std::string event;
        (void)oaiwire::sse::encoder(event).event({.data = data});
        char size[16];
        char* const end = std::to_chars(size, size + sizeof size, event.size(), 16).ptr;
        return std::string(&size[0], end) + "\r\n" + event + "\r\n";
    }

    int fd_;
    std::uint16_t port_ = 0;
    std::vector<failure> failures_;
    std::size_t failed_ = 0;
};

}  // namespace example
