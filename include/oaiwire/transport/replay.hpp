// An in-memory transport for tests: answers from a script, with cuts and faults, and records
// requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/deliver.hpp>

namespace oaiwire { inline namespace v0_2 {

// How an exchange fails. With a code it ends in that error (errc::closed_early: an early close). A
// stall ends like a silent server, by the request's shortest timeout; time is not simulated, so it
// ends at once. Without a timeout it waits for request.stop.
struct replay_fault {
    errc code = errc::ok;                   // ok: no fault, unless `stall`
    bool stall = false;                     // nothing more arrives, until a timeout or a stop
    bool before_head = false;               // instead of the head; `after` does not matter then
    std::size_t after = std::string::npos;  // bytes of the body that come before it; npos: all
};

// One scripted response. The body is delivered in pieces that end at each of `cuts` (offsets in the
// body, ascending) and have at most `piece` bytes (0: no limit).
struct replay_exchange {
    http::response_head head{200, {}};  // status and header fields
    std::string body{};                 // the whole content
    std::size_t piece = 0;              // bytes; 0: no limit
    std::vector<std::size_t> cuts{};    // offsets in the body, ascending
    replay_fault fault{};               // how it fails, if it does
};

// What a replay_transport records.
struct replay_options {
    bool keep_secrets = false;  // false: sensitive values are recorded as secret_placeholder
};

// Answers the nth request with the nth exchange, and with errc::transport_failed when none is left.
// A request's content is recorded whole, as its body. Copies share script and record, so a test can
// keep one and hand out another. One thread at a time. Models http::pull_transport.
class replay_transport {
public:
    // A response being read. It may outlive its transport.
    class body {
    public:
        // Valid as long as the body.
        const http::response_head& head() const { return exchange_.head; }

        // The next piece, valid until the next call; empty at the clean end.
        result<std::string_view> read_some() {
            if (stop_.stop_requested()) return make_error(errc::cancelled);
            const auto& text = exchange_.body;
            const auto& fault = exchange_.fault;
            const bool faulty = fault.stall || fault.code != errc::ok;
            auto end = faulty ? (std::min)(fault.after, text.size()) : text.size();
            if (at_ == end) {
                if (faulty) return failure(fault, timeouts_, stop_);
                return std::string_view{};
            }
            if (exchange_.piece != 0) end = (std::min)(end, at_ + exchange_.piece);
            for (const auto cut : exchange_.cuts) {
                if (cut > at_) end = (std::min)(end, cut);
            }
            const auto from = std::exchange(at_, end);
            return std::string_view(text).substr(from, end - from);
        }

    private:
        friend class replay_transport;
        body(replay_exchange e, const http::request& r)
            : exchange_(std::move(e)), timeouts_(r.timeouts), stop_(r.stop) {}
        replay_exchange exchange_;
        http::timeouts timeouts_;
        stop_handle stop_;
        std::size_t at_ = 0;
    };

    // Takes the responses, in the order of the requests.
    explicit replay_transport(std::vector<replay_exchange> script, replay_options options = {})
        : state_(std::make_shared<state>(state{std::move(script), {}, options})) {}

    // Records the request and returns the next response. Nothing of `request` is needed afterwards.
    result<body> open(const http::request& request) {
        return within_memory([&]() -> result<body> {
            auto& recorded = state_->requests.emplace_back(request);
            if (!state_->options.keep_secrets) hide_secrets(recorded.headers);
            if (auto read = read_content(request, recorded); !read) return std::move(read).error();
            if (request.stop.stop_requested()) return make_error(errc::cancelled);
            const auto nth = state_->requests.size() - 1;
            if (nth >= state_->script.size()) {
                return make_error(errc::transport_failed, "the script has no further exchange");
            }
            const auto& exchange = state_->script[nth];
            if (exchange.fault.before_head) {
                return failure(exchange.fault, request.timeouts, request.stop);
            }
            return body(exchange, request);
        });
    }

    // Feeds the handler the next response until it ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request), handler);
    }

    // All requests so far, in order; valid until the next one.
    const std::vector<http::request>& requests() const { return state_->requests; }

private:
    struct state {
        std::vector<replay_exchange> script;
        std::vector<http::request> requests;
        replay_options options;
    };

    static result<void> read_content(const http::request& request, http::request& recorded) {
        if (!request.content) return {};
        recorded.content = nullptr;
        recorded.body.clear();
        http::content_cursor content(request);
        for (;;) {
            auto piece = content.next();
            if (!piece) return std::move(piece).error();
            if (piece->empty()) return {};
            recorded.body.append(*piece);
        }
    }

    static void hide_secrets(http::header_list& fields) {
        http::header_list shown;
        for (const auto& h : fields) {
            shown.add(h.name, h.sensitive ? secret_placeholder : std::string_view(h.value),
                      h.sensitive);
        }
        fields = std::move(shown);
    }

    static error failure(const replay_fault& fault, const http::timeouts& limits,
                         const stop_handle& stop) {
        if (!fault.stall) return make_error(fault.code);
        if (stop.stop_requested()) return make_error(errc::cancelled);
        const auto due = fault.before_head ? limits.first_byte_ms : limits.idle_ms;
        const bool total = limits.total_ms > 0 && (due <= 0 || limits.total_ms < due);
        if (total) return make_error(errc::total_timeout);
        if (due > 0) {
            return make_error(fault.before_head ? errc::first_byte_timeout : errc::idle_timeout);
        }
        while (!stop.stop_requested()) std::this_thread::yield();
        return make_error(errc::cancelled);
    }

    std::shared_ptr<state> state_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
