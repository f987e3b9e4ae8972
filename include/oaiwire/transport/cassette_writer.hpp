// Writes cassettes: exchanges as they happen, redacted, a line at a time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/cassette_lines.hpp>
#include <oaiwire/transport/cassette_redact.hpp>

namespace oaiwire { inline namespace v0_2 {

// Takes the lines of a cassette, each with its line end. After an error it is not called again.
using cassette_sink = hook<result<void>(std::string_view line)>;

// A sink that appends to a string, which must outlive it.
cassette_sink cassette_to(std::string& text);
// A sink that appends to a file, which is created if there is none. Each line is flushed.
// Errors: invalid_argument if it cannot be opened; send_failed of the sink if the disk is full.
result<cassette_sink> cassette_to_file(const std::filesystem::path& path);

// What a cassette_writer does beside writing.
struct cassette_writer_options {
    cassette_redaction redact{};   // what is hidden beside what always is
    bool content = true;           // record the contents of requests
    hook<std::int64_t()> clock{};  // milliseconds from any beginning; empty: the steady clock
};

class cassette_writer;

// An exchange that is being recorded. Its functions never fail: see cassette_writer::failure().
// Destroying it before end() records that the caller abandoned the call. Movable, and may outlive
// its writer.
class cassette_recording {
public:
    // Records nothing.
    cassette_recording() = default;
    cassette_recording(cassette_recording&& other) noexcept = default;
    cassette_recording& operator=(cassette_recording&& other) noexcept;
    ~cassette_recording();

    // The head of the response; only the first one counts.
    void head(const http::response_head& head);
    // A piece of its body.
    void body(std::string_view bytes);
    // The exchange has ended: with errc::ok, or in that error. Nothing is recorded after that.
    void end(const error& why = {});

private:
    friend class cassette_writer;
    struct state;
    explicit cassette_recording(std::unique_ptr<state> s) noexcept;
    struct closer {
        void operator()(state* s) const noexcept;
    };
    std::unique_ptr<state, closer> state_{};
};

// Appends exchanges to a cassette. Copies share the cassette. Several exchanges may be recorded at
// a time, also from several threads; the sink is called by one at a time.
class cassette_writer {
public:
    // Takes the sink. The first line is written with the first exchange.
    explicit cassette_writer(cassette_sink sink, cassette_writer_options options = {});

    // Begins an exchange: records the request, whose content is read from its source for that.
    // Nothing of `request` is needed afterwards.
    cassette_recording begin(const http::request& request);

    // Why the cassette is not whole: the first error of the sink, of a content's source, or
    // out_of_memory; errc::ok if there was none. Nothing was written after an error of the sink.
    oaiwire::error failure() const;
    // How many exchanges were begun.
    std::uint64_t exchanges() const;

private:
    friend class cassette_recording;
    struct shared;
    std::shared_ptr<shared> shared_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <optional>
#include <span>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/transport/file_open.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// An open file that is closed with its last owner.
struct cassette_file {
    explicit cassette_file(const std::filesystem::path& path) : file(file_open(path, "ab")) {}
    cassette_file(const cassette_file&) = delete;
    cassette_file& operator=(const cassette_file&) = delete;
    ~cassette_file() {
        if (file != nullptr) std::fclose(file);
    }
    std::FILE* file;
};

// The longest piece of content in one line, so that a reader needs no more memory than that.
inline constexpr std::size_t longest_cassette_piece = std::size_t{48} << 10;

// Sets text or base64.
OAIWIRE_ADAPTER_INLINE void set_bytes(CassetteBytes& to, std::string_view bytes) {
    if (is_utf8(bytes)) {
        to.text = std::string(bytes);
    } else {
        to.base64 = to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    }
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE cassette_sink cassette_to(std::string& text) {
    return [&text](std::string_view line) -> result<void> {
        text.append(line);
        return {};
    };
}

OAIWIRE_ADAPTER_INLINE result<cassette_sink> cassette_to_file(const std::filesystem::path& path) {
    return within_memory([&]() -> result<cassette_sink> {
        const bool in_line = detail::file_ends_in_line(path);
        auto file = std::make_shared<detail::cassette_file>(path);
        if (file->file == nullptr) {
            return make_error(errc::invalid_argument, "the cassette cannot be opened for writing");
        }
        if (in_line && std::fputc('\n', file->file) == EOF) {
            return make_error(errc::send_failed, "the cassette cannot be written");
        }
        return cassette_sink([file](std::string_view line) -> result<void> {
            if (std::fwrite(line.data(), 1, line.size(), file->file) != line.size() ||
                std::fflush(file->file) != 0) {
                return make_error(errc::send_failed, "the cassette cannot be written");
            }
            return {};
        });
    });
}

struct cassette_writer::shared {
    shared(cassette_sink s, cassette_writer_options o)
        : sink(std::move(s)), options(std::move(o)) {}

    std::int64_t now() { return options.clock ? options.clock() : timing.now_ms(); }
    void fail(error why) {
        if (failure.code == errc::ok) failure = std::move(why);
    }
    // Writes a line unless the sink has failed.
    void write(const CassetteLine& line) {
        if (broken) return;
        if (!begun) {
            begun = true;
            CassetteLine first;
            first.oaiwire_cassette = cassette_version;
            first.made_by = "oaiwire " + std::to_string(OAIWIRE_VERSION_MAJOR) + "." +
                            std::to_string(OAIWIRE_VERSION_MINOR) + "." +
                            std::to_string(OAIWIRE_VERSION_PATCH);
            put(first);
        }
        put(line);
    }
    void put(const CassetteLine& line) {
        if (broken) return;
        auto done = json::write(line, text);
        if (done) {
            text.push_back('\n');
            done = sink(text);
        }
        if (!done) {
            broken = true;
            fail(std::move(done).error());
        }
    }

    std::mutex lock{};
    cassette_sink sink;
    cassette_writer_options options;
    system_timing timing{};
    error failure{};
    std::uint64_t exchanges = 0;
    bool begun = false;
    bool broken = false;  // the sink has failed
    std::string text{};   // of the last line
};

// Content is scrubbed across its pieces, so each direction has a scrubber.
struct cassette_recording::state {
    state(std::shared_ptr<cassette_writer::shared> s, const http::request& r)
        : shared(std::move(s)),
          secrets(detail::secrets_of(r, shared->options.redact)),
          scrubber(shared->options.redact, secrets) {}

    CassetteLine line() const {
        CassetteLine out;
        out.exchange = number;
        out.ms = (std::max)(shared->now() - began, std::int64_t{0});
        return out;
    }
    // f(), unless memory runs out.
    template <class F>
    void guarded(F&& f) {
        const std::lock_guard<std::mutex> held(shared->lock);
        within_memory(f, [&] {
            shared->broken = true;  // a line may be missing
            shared->fail(no_memory());
        });
    }
    // Writes pieces, the long ones in several lines.
    void put(std::vector<detail::timed_piece>& pieces, field<CassetteBytes> CassetteLine::*where) {
        for (const auto& piece : pieces) {
            std::string_view rest = piece.bytes;
            while (!rest.empty()) {
                std::string_view part = rest;
                if (rest.size() > detail::longest_cassette_piece) {
                    part = utf8_prefix(rest, detail::longest_cassette_piece);
                    if (part.empty()) part = rest.substr(0, detail::longest_cassette_piece);
                }
                rest.remove_prefix(part.size());
                CassetteLine out = line();
                if (where == &CassetteLine::body) {
                    out.ms = piece.ms;
                } else {
                    out.ms = {};
                }
                CassetteBytes& to = (out.*where).emplace();
                detail::set_bytes(to, part);
                if (!rest.empty()) to.more = true;
                shared->write(out);
            }
        }
        pieces.clear();
    }
    void put_request(const http::request& r) {
        const auto& rules = shared->options.redact;
        CassetteLine out = line();
        out.ms = {};
        out.request.emplace();
        out.request->method = r.method;
        out.request->url =
            detail::without_query_keys(detail::without_secrets(url_of(r), secrets), rules);
        out.request->fields = detail::fields_without_secrets(r.headers, rules, secrets);
        shared->write(out);
    }
    void put_content(const http::request& r) {
        detail::cassette_scrubber clean(shared->options.redact, secrets);
        http::content_cursor content(r);
        std::vector<detail::timed_piece> pieces;
        for (;;) {
            auto piece = content.next();
            if (!piece) {
                shared->fail(std::move(piece).error());
                break;
            }
            if (piece->empty()) break;
            clean.feed(*piece, 0, pieces);
            put(pieces, &CassetteLine::content);
        }
        clean.finish(pieces);
        put(pieces, &CassetteLine::content);
    }
    void put_end(std::string_view kind, const error& why) {
        std::vector<detail::timed_piece> pieces;
        scrubber.finish(pieces);
        put(pieces, &CassetteLine::body);
        CassetteLine out = line();
        out.end.emplace();
        out.end->kind = kind;
        if (why.code != errc::ok) {
            out.end->error = std::string(name(why.code));
            out.end->message = detail::without_secrets(why.message, secrets);
            if (!why.path.empty()) out.end->path = detail::without_secrets(why.path, secrets);
            if (why.offset != error::no_offset) out.end->offset = why.offset;
        }
        out.end->bytes = bytes;
        shared->write(out);
        ended = true;
    }

    std::shared_ptr<cassette_writer::shared> shared;
    std::vector<secret> secrets;
    detail::cassette_scrubber scrubber;  // of the body
    std::uint64_t number = 0;
    std::int64_t began = 0;
    std::uint64_t bytes = 0;  // of the body so far, as they came
    bool has_head = false;
    bool ended = false;
};

OAIWIRE_ADAPTER_INLINE cassette_recording::cassette_recording(std::unique_ptr<state> s) noexcept
    : state_(s.release()) {
}

OAIWIRE_ADAPTER_INLINE void cassette_recording::closer::operator()(state* s) const noexcept {
    if (!s->ended) s->guarded([&] { s->put_end("abandoned", {}); });
    delete s;
}

OAIWIRE_ADAPTER_INLINE cassette_recording& cassette_recording::operator=(
    cassette_recording&& other) noexcept = default;
OAIWIRE_ADAPTER_INLINE cassette_recording::~cassette_recording() = default;

OAIWIRE_ADAPTER_INLINE void cassette_recording::head(const http::response_head& head) {
    if (!state_ || state_->ended || state_->has_head) return;
    state_->has_head = true;
    state_->guarded([&] {
        CassetteLine out = state_->line();
        out.head.emplace();
        out.head->status = head.status;
        out.head->fields = detail::fields_without_secrets(
            head.headers, state_->shared->options.redact, state_->secrets);
        state_->shared->write(out);
    });
}

OAIWIRE_ADAPTER_INLINE void cassette_recording::body(std::string_view bytes) {
    if (!state_ || state_->ended || bytes.empty()) return;
    state_->bytes += bytes.size();
    state_->guarded([&] {
        std::vector<detail::timed_piece> pieces;
        const auto ms = (std::max)(state_->shared->now() - state_->began, std::int64_t{0});
        state_->scrubber.feed(bytes, ms, pieces);
        state_->put(pieces, &CassetteLine::body);
    });
}

OAIWIRE_ADAPTER_INLINE void cassette_recording::end(const error& why) {
    if (!state_ || state_->ended) return;
    state_->ended = true;
    state_->guarded([&] { state_->put_end(why.code == errc::ok ? "complete" : "error", why); });
}

OAIWIRE_ADAPTER_INLINE cassette_writer::cassette_writer(cassette_sink sink,
                                                        cassette_writer_options options)
    : shared_(std::make_shared<shared>(std::move(sink), std::move(options))) {
}

OAIWIRE_ADAPTER_INLINE cassette_recording cassette_writer::begin(const http::request& request) {
    const auto begin = [&] {
        auto s = std::make_unique<cassette_recording::state>(shared_, request);
        s->guarded([&] {
            s->number = ++shared_->exchanges;
            s->began = shared_->now();
            s->put_request(request);
        });
        if (shared_->options.content) s->guarded([&] { s->put_content(request); });
        return cassette_recording(std::move(s));
    };
    return within_memory(begin, [&] {
        const std::lock_guard<std::mutex> held(shared_->lock);
        shared_->fail(no_memory());
        return cassette_recording();
    });
}

OAIWIRE_ADAPTER_INLINE error cassette_writer::failure() const {
    const std::lock_guard<std::mutex> held(shared_->lock);
    return shared_->failure;
}

OAIWIRE_ADAPTER_INLINE std::uint64_t cassette_writer::exchanges() const {
    const std::lock_guard<std::mutex> held(shared_->lock);
    return shared_->exchanges;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
