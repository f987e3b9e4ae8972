// batch_writer and batch_file: the requests of a batch as lines of JSON (JSONL).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/request_table.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Bounds of an input file, by default those of OpenAI, and further rules for its requests.
struct batch_options {
    std::uint64_t max_requests = 50'000;
    std::uint64_t max_bytes = 200'000'000;
    request_quirks quirks{};  // of the server
    bool validate = true;     // refuse requests outside the documented ranges
};

// An operation whose requests can be lines of a batch: a POST with JSON.
template <class Call>
concept batch_operation =
    operation<Call> && operation_of<Call>::has_body && !detail::has_form<Call>;

// Writes lines one after the other. Holds the lines that were not cleared, so that memory is flat
// if the program writes them out as they come:
//
//     batch_writer lines;
//     for (const auto& question : questions) {
//         if (auto done = lines.add(question.id, request_for(question)); !done) ...
//         file << lines.text();
//         lines.clear();
//     }
//
// Not thread-safe.
class batch_writer {
public:
    // An empty file.
    explicit batch_writer(const batch_options& options = {});

    // Adds a request as a plain call would send it, without `stream`. custom_id names its result;
    // each line needs one of its own, which is not checked. Errors: those of building the request;
    // invalid_argument with the path custom_id if that is empty, and with the path url if the
    // lines before are for another operation; invalid_text; limit_exceeded if the file would be
    // larger than it may be. Nothing is added then.
    template <batch_operation Request>
    result<void> add(std::string_view custom_id, const Request& request) {
        return add_request(custom_id, detail::request_table_of<Request>(), &request);
    }
    // Overload for operations that are selected by name.
    template <named_operation Named>
    requires batch_operation<Named> result<void> add(std::string_view custom_id,
                                                     const request_of<Named>& request) {
        return add_request(custom_id, detail::request_table_of<Named>(), &request);
    }
    // Adds a body as it is, for operations that take files otherwise: url "/v1/images/edits".
    result<void> add_raw(std::string_view custom_id, std::string_view url, const raw_json& body);

    // The lines since clear(), each with its line feed. Valid until the next call of add().
    std::string_view text() const { return text_; }
    // Drops these lines, which were written out. Keeps the memory.
    void clear() { text_.clear(); }

    // Lines so far, also those that were cleared.
    std::uint64_t requests() const { return requests_; }
    // Bytes so far, also those that were cleared.
    std::uint64_t bytes() const { return bytes_; }
    // The operation of the lines, as CreateBatchRequest::endpoint takes it; "" before the first.
    std::string_view url() const { return url_; }

private:
    result<void> add_request(std::string_view custom_id, const detail::request_table& call,
                             const void* request);
    result<void> add_line(std::string_view custom_id, std::string_view url, std::string_view body);

    batch_options options_;
    std::string text_{};
    std::string url_{};
    std::uint64_t requests_ = 0;
    std::uint64_t bytes_ = 0;
};

// Makes line `index`, from 0, by adding one request to `lines`, and returns true; after the last
// line it adds nothing and returns false.
using batch_function = hook<result<bool>(std::size_t index, batch_writer& lines)>;

// The input file of a batch, whose lines are made while it is sent: for CreateFileRequest, or
// upload_file(). All lines are made once here, to know the size, and once for each attempt to send
// them, in order; they must be the same each time, or the call ends in errc::invalid_content. Like
// any byte_source the function may be called by a transport, on its thread. Errors: those of the
// function and of batch_writer.
result<FileContent> batch_file(batch_function make, const batch_options& options = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <memory>
#include <utility>

#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE batch_writer::batch_writer(const batch_options& options)
    : options_(options) {
}

OAIWIRE_ADAPTER_INLINE result<void> batch_writer::add_request(std::string_view custom_id,
                                                              const detail::request_table& call,
                                                              const void* request) {
    return within_memory([&]() -> result<void> {
        // the path of OpenAI's base URL begins with /v1, as that of the lines
        endpoint where;
        where.quirks = options_.quirks;
        call_options options;
        options.validate = options_.validate;
        auto built = detail::build_call(call, request, where, false, options);
        if (!built) return std::move(built).error();
        return add_line(custom_id, built->target, built->body);
    });
}

OAIWIRE_ADAPTER_INLINE result<void> batch_writer::add_raw(std::string_view custom_id,
                                                          std::string_view url,
                                                          const raw_json& body) {
    return within_memory([&] { return add_line(custom_id, url, body.text()); });
}

OAIWIRE_ADAPTER_INLINE result<void> batch_writer::add_line(std::string_view custom_id,
                                                           std::string_view url,
                                                           std::string_view body) {
    if (custom_id.empty()) {
        return make_error(errc::invalid_argument, "must not be empty", "custom_id");
    }
    if (requests_ != 0 && url != url_) {
        return make_error(errc::invalid_argument, "must be the same for all lines", "url");
    }
    std::string line = "{\"custom_id\":";
    if (!json::detail::append_string(line, custom_id)) {
        return make_error(errc::invalid_text, {}, "custom_id");
    }
    line.append(",\"method\":\"POST\",\"url\":");
    if (!json::detail::append_string(line, url)) return make_error(errc::invalid_text, {}, "url");
    line.append(",\"body\":");
    const std::size_t at = line.size();
    line.append(body);
    // line ends in JSON are white space: in strings they are escaped
    std::replace_if(
        line.begin() + static_cast<std::ptrdiff_t>(at), line.end(),
        [](char c) { return c == '\n' || c == '\r'; }, ' ');
    line.append("}\n");
    if (requests_ >= options_.max_requests || line.size() > options_.max_bytes ||
        bytes_ > options_.max_bytes - line.size()) {
        return make_error(errc::limit_exceeded, "the batch is larger than it may be");
    }
    std::string named(url);
    text_.append(line);  // the last step that may fail
    url_ = std::move(named);
    ++requests_;
    bytes_ += line.size();
    return {};
}

namespace detail {

// Makes the lines one by one; holds one.
class batch_file_reader final : public byte_reader {
public:
    batch_file_reader(batch_function make, const batch_options& options)
        : make_(std::move(make)), lines_(options) {}

    result<std::size_t> read(char* to, std::size_t room) override {
        return within_memory([&]() -> result<std::size_t> {
            if (at_ == lines_.text().size()) {
                if (auto more = next_line(); !more) return std::move(more).error();
            }
            const std::size_t n = lines_.text().copy(to, room, at_);
            at_ += n;
            return n;
        });
    }

    // Replaces the line by the next one; by nothing after the last.
    result<void> next_line() {
        lines_.clear();
        at_ = 0;
        while (!ended_ && lines_.text().empty()) {
            auto more = make_(index_++, lines_);
            if (!more) return std::move(more).error();
            ended_ = !*more;
        }
        return {};
    }
    const batch_writer& lines() const { return lines_; }

private:
    batch_function make_;
    batch_writer lines_;
    std::size_t index_ = 0;
    std::size_t at_ = 0;  // in the line
    bool ended_ = false;
};

class batch_file_source final : public byte_source {
public:
    batch_file_source(batch_function make, const batch_options& options, std::uint64_t size)
        : make_(std::move(make)), options_(options), size_(size) {}
    std::uint64_t size() const override { return size_; }
    result<std::unique_ptr<byte_reader>> open() const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            return std::unique_ptr<byte_reader>(
                std::make_unique<batch_file_reader>(make_, options_));
        });
    }

private:
    batch_function make_;
    batch_options options_;
    std::uint64_t size_;
};

}  // namespace detail

OAIWIRE_ADAPTER_INLINE result<FileContent> batch_file(batch_function make,
                                                      const batch_options& options) {
    return within_memory([&]() -> result<FileContent> {
        detail::batch_file_reader all(make, options);
        do {
            if (auto done = all.next_line(); !done) return std::move(done).error();
        } while (!all.lines().text().empty());
        const std::uint64_t size = all.lines().bytes();
        return file_content(
            "batch.jsonl",
            std::make_shared<detail::batch_file_source>(std::move(make), options, size),
            "application/jsonl");
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
