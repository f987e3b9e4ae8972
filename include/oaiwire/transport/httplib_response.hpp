// What httplib.hpp makes of a response: cpp-httplib's reading where that is strict enough, its own
// where not. Knows HTTP's framing and one handler; must not know sockets.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/httplib_watch.hpp>

namespace oaiwire::inline v0_2 {

namespace detail {

// Without its length and coding in the head, cpp-httplib hands on the rest of a response as it
// comes: so that a chunked body, and what follows an interim response, are read here.
template <class Handler>
class httplib_response {
public:
    httplib_response(Handler& handler, httplib_watch& watch, const oaiwire::limits& limits,
                     bool is_head)
        : handler_(handler), watch_(watch), limits_(limits), chunks_(limits), is_head_(is_head) {}

    // For cpp-httplib: false ends the transfer.
    bool on_head(httplib::Response& in) {
        if (in.status < 200) {
            if (in.status < 100 || in.status == 101) return fail(errc::invalid_framing);
            reading_ = reading::head;
            leave_to_us(in);
            return take_over();
        }
        if (!deliver(head_of(in))) return false;
        if (reading_ == reading::nothing) return !take_over();  // httplib would wait for a body
        if (reading_ != reading::chunks) return true;
        leave_to_us(in);
        return take_over();
    }
    bool on_body(std::string_view bytes) {
        if (!taken_over_) return deliver(bytes);
        if (reading_ == reading::head) {
            raw_head_.append(bytes);
            if (!take_raw_heads()) return false;
            if (reading_ == reading::head) return true;
            bytes = raw_head_;
        }
        switch (reading_) {
            case reading::chunks:
                return take_chunks(bytes);
            case reading::length:
                return take_counted(bytes);
            case reading::until_close:
                return bytes.empty() || deliver(bytes);
            default:
                return false;
        }
    }

    // The response has begun before the request was sent whole, and is read without cpp-httplib:
    // on_body() takes it all, head included.
    void begin_early() {
        taken_over_ = true;
        reading_ = reading::head;
    }
    // Is it one that wants no more of the request?
    bool refuses() const { return has_head_ && status_ >= 300; }
    void end_early() {
        if (has_head_ && reading_ == reading::until_close && watch_.was_closed_properly()) {
            whole_ = true;
        }
    }

    // cpp-httplib saw a clean end.
    void finish(const httplib::Response& in) {
        // no callback was called for a response without a body
        if (!has_head_ && !taken_over_) {
            if (in.status < 200) return void(fail(errc::invalid_framing));
            if (!deliver(head_of(in))) return;
        }
        const bool by_close = has_head_ && reading_ == reading::until_close;
        if (by_close ? watch_.was_closed_properly() : !taken_over_) whole_ = true;
    }

    void rethrow() {
#if defined(__cpp_exceptions)
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
#endif
    }
    bool stopped() const {
        return stopped_;
    }  // by the handler
    bool whole() const {
        return whole_;
    }
    bool taken_over() const {
        return taken_over_;
    }
    bool has_head() const {
        return has_head_;
    }
    errc failure() const {
        return failure_;
    }

private:
    enum class reading : std::uint8_t { head, chunks, length, until_close, nothing };

    bool fail(errc code) {
        if (failure_ == errc::ok) failure_ = code;
        return false;
    }
    bool take_over() {
        return taken_over_ = true;
    }
    static void leave_to_us(httplib::Response& in) {
        in.headers.erase("Transfer-Encoding");
        in.headers.erase("Content-Length");
    }

    // User code runs here only. Nothing may be thrown through cpp-httplib, which would keep its
    // connection as in use.
    template <class Call>
    bool hand_over(Call call) {
        auto wanted = http::flow::stop;
        watch_.enter_handler();
#if defined(__cpp_exceptions)
        try {
            wanted = call();
        } catch (...) {
            thrown_ = std::current_exception();
            return false;
        }
#else
        wanted = call();
#endif
        const bool goes_on = watch_.leave_handler();
        stopped_ = wanted == http::flow::stop;
        return goes_on && !stopped_;
    }
    bool deliver(std::string_view bytes) {
        return hand_over([&] { return handler_.on_body(bytes); });
    }
    bool deliver(const http::response_head& head) {
        std::size_t size = 0;
        for (const auto& h : head.headers) size += h.name.size() + h.value.size() + 4;
        if (size > limits_.head || head.headers.size() > limits_.headers) {
            return fail(errc::limit_exceeded);
        }
        if (!frame(head)) return fail(errc::invalid_framing);
        has_head_ = true;
        status_ = head.status;
        whole_ = reading_ == reading::nothing || (reading_ == reading::length && left_ == 0);
        return hand_over([&] { return handler_.on_head(head); });
    }

    static http::response_head head_of(const httplib::Response& in) {
        http::response_head head{in.status, {}};
        for (const auto& [name, value] : in.headers) head.headers.add(name, value);
        return head;
    }

    // How the body ends (RFC 9112, 6.3); false where two readers could differ.
    bool frame(const http::response_head& head) {
        reading_ = reading::until_close;
        bool coded = false, counted = false;
        for (const auto& h : head.headers) {
            if (http::same_name(h.name, "Transfer-Encoding")) {
                if (std::exchange(coded, true) || !http::same_name(h.value, "chunked")) {
                    return false;
                }
                reading_ = reading::chunks;
            }
            if (!http::same_name(h.name, "Content-Length")) continue;
            std::uint64_t n = 0;
            for (const char c : h.value) {
                if (c < '0' || c > '9' || n > (std::uint64_t{1} << 59)) return false;
                n = n * 10 + static_cast<std::uint64_t>(c - '0');
            }
            if (h.value.empty() || (counted && n != left_)) return false;
            counted = true;
            left_ = n;
        }
        if (counted && !coded) reading_ = reading::length;
        if (is_head_ || head.status == 204 || head.status == 304) reading_ = reading::nothing;
        return true;
    }

    // Heads of whatever follows an interim response, to the first final one.
    bool take_raw_heads() {
        while (reading_ == reading::head) {
            const auto end = raw_head_.find("\r\n\r\n");
            if (raw_bytes_ + (std::min)(end, raw_head_.size()) > limits_.head) {
                return fail(errc::limit_exceeded);
            }
            if (end == raw_head_.npos) return true;
            http::response_head head;
            if (!parse(std::string_view(raw_head_).substr(0, end + 2), head)) {
                return fail(errc::invalid_framing);
            }
            raw_head_.erase(0, end + 4);
            raw_bytes_ += end + 4;
            if (head.status >= 200 && !deliver(head)) return false;
        }
        return !whole_;
    }

    // The lines of a head, each with its line break. False if it is none, or folded.
    static bool parse(std::string_view text, http::response_head& head) {
        const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
        const auto line_of = [&] {
            const auto line = text.substr(0, text.find("\r\n"));
            text.remove_prefix(line.size() + 2);
            return line;
        };
        const auto first = line_of();
        if (!first.starts_with("HTTP/1.") || first.size() < 12 || first[8] != ' ' ||
            !std::all_of(first.begin() + 9, first.begin() + 12, is_digit)) {
            return false;
        }
        for (const char c : first.substr(9, 3)) head.status = head.status * 10 + (c - '0');
        while (!text.empty()) {
            const auto line = line_of();
            const auto colon = line.find(':');
            if (colon == line.npos || line.find_first_of(" \t") < colon) return false;
            auto value = line.substr(colon + 1);
            value.remove_prefix((std::min)(value.find_first_not_of(" \t"), value.size()));
            head.headers.add(line.substr(0, colon),
                             value.substr(0, value.find_last_not_of(" \t") + 1));
        }
        return head.status >= 100 && head.status != 101;
    }

    bool take_chunks(std::string_view bytes) {
        chunks_.feed(bytes);
        for (auto piece = chunks_.next(); !piece.empty(); piece = chunks_.next()) {
            if (!deliver(piece)) return false;
        }
        if (chunks_.failed()) return fail(chunks_.failure().code);
        whole_ = chunks_.done();
        return !whole_;
    }
    bool take_counted(std::string_view bytes) {
        const auto n =
            static_cast<std::size_t>((std::min)(left_, static_cast<std::uint64_t>(bytes.size())));
        left_ -= n;
        if (n != 0 && !deliver(bytes.substr(0, n))) return false;
        whole_ = left_ == 0;
        return !whole_;
    }

    Handler& handler_;
    httplib_watch& watch_;
    const oaiwire::limits& limits_;
    http::chunked_decoder chunks_;
#if defined(__cpp_exceptions)
    std::exception_ptr thrown_{};
#endif
    std::string raw_head_{};
    std::size_t raw_bytes_ = 0;  // of heads already taken
    std::uint64_t left_ = 0;
    int status_ = 0;
    errc failure_ = errc::ok;
    reading reading_ = reading::until_close;
    bool is_head_;
    bool has_head_ = false;
    bool taken_over_ = false;
    bool stopped_ = false;
    bool whole_ = false;
};

}  // namespace detail

}  // namespace oaiwire::inline v0_2
