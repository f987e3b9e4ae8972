// batch_reader: the results of a batch, from the lines of its output and error files.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/batch_lines.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/types/batches.hpp>

namespace oaiwire { inline namespace v0_2 {

// A line of a file of results, whatever the operation.
struct batch_line {
    std::string custom_id{};  // of the request; "" if the line could not be read
    std::string id{};         // the server's id of the result
    int status_code = 0;      // of the response; 0: there is none
    std::size_t line = 0;     // its number, from 1; blank lines count
    // Why there is no response; errc::ok if there is one. api_error: the server's error, as of a
    // call, with its status, code and request id. limit_exceeded: the line is longer than
    // limits::body. Others: what is wrong with the line, which was skipped; the path begins with
    // `response.body` where it is the response.
    oaiwire::error error{};

    // Whether the request has succeeded.
    bool ok() const { return error.code == errc::ok; }
};

// The result of a request.
template <class Response>
struct batch_result : batch_line {
    Response response{};  // as of a call; empty unless ok()
};

namespace detail {

// batch_reader for responses of any type.
class batch_line_reader {
public:
    explicit batch_line_reader(const limits& bounds) : limits_(bounds), lines_(bounds.body) {}

    void feed(std::string_view bytes) { lines_.feed(bytes); }
    void finish() { lines_.finish(); }
    // Reads the next line that is not blank. False if there is none. `response` is of that type,
    // and holds something of no meaning if the line has no response.
    bool next(batch_line& to, void* response, const json::detail::description& type);

private:
    void read(std::string_view text, batch_line& to, void* response,
              const json::detail::description& type);
    void read_response(batch_line& to, void* response, const json::detail::description& type);

    limits limits_;
    line_cutter lines_;
    BatchRequestOutput output_{};  // of the last line
};

}  // namespace detail

// Reads the results of a batch as they come, in any order; custom_id says whose they are. `Call` is
// the type of the requests, or the name of their operation. Memory holds one line. What comes out
// is the same however the bytes are cut. A line that cannot be read is a result with an error, and
// the lines behind it are read.
//
//     batch_reader<ChatCompletionRequest> results;
//     const auto read = [&] {
//         while (const auto* one = results.next()) answers[one->custom_id] = ...;
//     };
//     api.stream(DownloadFileRequest{.file_id = *batch.output_file_id},
//                [&](std::string_view bytes) { results.feed(bytes); read(); });
//     results.finish();
//     read();
//
// Not thread-safe.
template <operation Call>
class batch_reader {
public:
    using response_type = response_of<Call>;
    using result_type = batch_result<response_type>;

    // Lines are bounded by limits::body, nesting by limits::depth.
    explicit batch_reader(const limits& bounds = {}) : reader_(bounds) {}

    // Provides bytes of the file, which must stay valid until next() returns null.
    void feed(std::string_view bytes) { reader_.feed(bytes); }
    // The file has ended: its last line needs no line end.
    void finish() { reader_.finish(); }

    // The next result, valid until the next call; it may be moved from. Null: feed more, or the
    // end.
    result_type* next() {
        const auto& type = json::detail::described<response_type>();
        if (!reader_.next(result_, &result_.response, type)) return nullptr;
        if (!result_.ok()) result_.response = response_type();
        return &result_;
    }

private:
    detail::batch_line_reader reader_;
    result_type result_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <limits>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE bool batch_line_reader::next(batch_line& to, void* response,
                                                    const json::detail::description& type) {
    for (;;) {
        const auto line = lines_.next();
        if (!line) return false;
        if (line->state == line_state::whole && trimmed(line->text).empty()) continue;
        to.custom_id.clear();
        to.id.clear();
        to.status_code = 0;
        to.line = lines_.number();
        to.error = {};
        if (line->state == line_state::too_long) {
            to.error = make_error(errc::limit_exceeded, "the line is longer than it may be");
        } else if (line->state == line_state::no_memory) {
            to.error = no_memory();
        } else {
            const auto step = [&] { read(line->text, to, response, type); };
            within_memory(step, [&] { to.error = no_memory(); });
        }
        return true;
    }
}

OAIWIRE_ADAPTER_INLINE void batch_line_reader::read(std::string_view text, batch_line& to,
                                                    void* response,
                                                    const json::detail::description& type) {
    json::read_options options(json::tolerant);
    options.depth = limits_.depth;
    if (auto done = json::detail::read_or_throw(text, output_, options); !done) {
        to.error = std::move(done).error();
        return;
    }
    if (output_.custom_id) to.custom_id = *output_.custom_id;
    if (output_.id) to.id = *output_.id;
    if (output_.response) return read_response(to, response, type);
    if (output_.error) {
        to.error = make_error(errc::api_error, output_.error->message.value_or(""));
        to.error.api.code = output_.error->code.value_or("");
        return;
    }
    to.error = make_error(errc::missing_member, {}, "response");
}

OAIWIRE_ADAPTER_INLINE void batch_line_reader::read_response(
    batch_line& to, void* response, const json::detail::description& type) {
    const auto& come = *output_.response;
    const std::int64_t status = come.status_code.value_or(0);
    // a status has three digits
    if (status >= 100 && status <= 999) to.status_code = static_cast<int>(status);
    const std::string_view body = come.body ? come.body->text() : std::string_view("null");
    if (to.status_code < 200 || to.status_code > 299) {
        to.error = error_of_body(body, to.status_code, limits_);
        to.error.api.request_id = come.request_id.value_or("");
        if (output_.error && to.error.message.empty()) {
            to.error.message = output_.error->message.value_or("");
        }
        return;
    }
    json::read_options options(json::tolerant);
    options.depth = limits_.depth;
    if (auto done = json::detail::read_described(body, response, type, options); !done) {
        to.error = std::move(done).error();
        to.error.path = to.error.path.empty() ? "response.body" : "response.body." + to.error.path;
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
