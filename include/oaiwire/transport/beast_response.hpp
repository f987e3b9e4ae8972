// Reads an HTTP/1.1 response with Boost.Beast's parser, within limits. No I/O: beast_call receives
// the bytes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Call parse_head() until it returns `head`, then parse_body() until it returns `end`. On `more`,
// receive bytes into the input and call again; on `failed`, failure() and why() say what is wrong.
class beast_response {
public:
    // `more`: receive and call again. `head`, `bytes`: head() or bytes() are set. `end`: the body
    // is whole.
    enum class step : std::uint8_t { more, head, bytes, end, failed };
    using error_code = boost::system::error_code;
    using buffer = boost::beast::flat_buffer;

    // `limits` must outlive it. is_head: the response to a HEAD request, which has no body.
    beast_response(const oaiwire::limits& limits, bool is_head)
        : limits_(limits), is_head_(is_head) {
        renew_parser();
    }

    // Skips interim heads, then reads the final one into head().
    step parse_head(buffer& input) {
        for (;;) {
            error_code ec;
            const auto n = put(input, ec, most_at_once);
            head_bytes_ += n;
            if (head_bytes_ > limits_.head) return fail(errc::limit_exceeded);
            if (ec) return fail(errc::invalid_framing, ec);
            if (!parser_->is_header_done()) {
                if (n != 0) {
                    if (parser_->get().result_int() >= 200) has_begun_ = true;
                    continue;
                }
                // all received bytes are in, and the head is still not whole
                const bool too_long =
                    head_bytes_ + input.size() > limits_.head || input.size() >= most_at_once;
                return too_long ? fail(errc::limit_exceeded) : step::more;
            }
            const int status = static_cast<int>(parser_->get().result_int());
            // 101 would switch to another protocol; none was asked for
            if (status < 100 || status == 101) return fail(errc::invalid_framing);
            if (status >= 200) return take_head(status);
            renew_parser();
        }
    }

    // Reads some of the body into `output`: bytes() until the next call.
    step parse_body(buffer& input, std::vector<char>& output) {
        const auto most =
            (std::min)((std::max)(limits_.trailers, limits_.chunk_extensions), most_at_once);
        for (;;) {
            if (parser_->is_done()) return step::end;
            if (broken_) return fail(errc::invalid_framing, broken_);
            auto& room = parser_->get().body();
            room.data = output.data();
            room.size = output.size();
            room.more = true;
            std::size_t n = 0;
            // fills the output, since a chunked body may come in many small chunks
            do {
                n = put(input, broken_, most);
            } while (n != 0 && !broken_ && room.size != 0 && !parser_->is_done());
            if (broken_ == boost::beast::http::error::need_buffer) broken_ = {};
            bytes_ = {output.data(), output.size() - room.size};
            if (!bytes_.empty()) return step::bytes;
            if (broken_ || parser_->is_done()) continue;
            // only a trailer section or a chunk's line can be incomplete at this length
            return input.size() >= most ? fail(errc::limit_exceeded) : step::more;
        }
    }

    // The connection has ended properly. True if that is the end of the body.
    bool finish() {
        error_code ec;
        parser_->put_eof(ec);
        return !ec;
    }

    // Whether the status line of the final head has come.
    bool has_begun() const { return has_begun_; }
    bool keep_alive() const { return parser_->keep_alive(); }
    http::response_head& head() { return head_; }
    std::string_view bytes() const { return bytes_; }
    errc failure() const { return failure_; }
    // A text of the parser's on the failure; "" if there is none.
    const std::string& why() const { return why_; }

private:
    // The parser throws at a field of 64 KiB, so it is given less at a time.
    static constexpr std::size_t most_at_once = 65'000;
    using parser = boost::beast::http::response_parser<boost::beast::http::buffer_body>;

    // Keeps why; always returns `failed`.
    step fail(errc code, error_code ec = {}) {
        failure_ = code;
        if (ec) why_ = ec.message();
        return step::failed;
    }

    // A parser reads one head, so an interim one needs a new parser for the next.
    void renew_parser() {
        parser_.emplace();
        // put() gets less at a time; head_bytes_ counts the sum
        parser_->header_limit(std::uint32_t{most_at_once} + 1);
        // streams have no length; the reader has limits. In 1.74 boost::none means 0
        parser_->body_limit((std::numeric_limits<std::uint64_t>::max)());
        parser_->skip(is_head_);
    }

    // Gives the parser at most `most` received bytes. That it needs more is no error.
    std::size_t put(buffer& input, error_code& ec, std::size_t most) {
        const auto n = parser_->put(boost::asio::buffer(input.data(), most), ec);
        input.consume(n);
        if (ec == boost::beast::http::error::need_more) ec = {};
        return n;
    }

    // Copies the fields: the parser goes on with the body.
    step take_head(int status) {
        has_begun_ = true;
        head_.status = status;
        for (const auto& f : parser_->get().base()) {
            const auto name = f.name_string(), value = f.value();
            head_.headers.add({name.data(), name.size()}, {value.data(), value.size()});
        }
        return head_.headers.size() > limits_.headers ? fail(errc::limit_exceeded) : step::head;
    }

    const oaiwire::limits& limits_;
    bool is_head_;
    bool has_begun_ = false;
    std::optional<parser> parser_{};
    http::response_head head_{};
    std::string_view bytes_{};    // in the caller's output
    std::size_t head_bytes_ = 0;  // of all heads, interim ones included
    error_code broken_{};         // reported once the bytes before it were returned
    errc failure_ = errc::ok;
    std::string why_{};
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
