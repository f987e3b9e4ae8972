// replay_or_record: answers from a cassette, and records what it does not have.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/cassette_transport.hpp>
#include <oaiwire/transport/cassette_writer.hpp>
#include <oaiwire/transport/deliver.hpp>
#include <oaiwire/transport/record.hpp>

namespace oaiwire { inline namespace v0_2 {

// When calls go to the network, in the words of VCR.
enum class record_mode : std::uint8_t {
    none,          // never: a request that the cassette does not have fails
    once,          // only if there is no cassette yet; then as `none`
    new_episodes,  // for requests that the cassette does not have, which are added to it
    all,           // always; the cassette is written anew
};

// A pull transport that answers from a cassette file, or calls another transport and records. One
// thread at a time. Models http::pull_transport.
template <http::pull_transport Transport>
class replay_or_record {
    using played = cassette_transport::body;
    using recorded = recording_body<typename decltype(std::declval<Transport&>().open(
        std::declval<http::request>()))::value_type>;

public:
    // That of the wrapped transport: recorded retries wait as the client says.
    using timing = typename detail::timing_of<Transport>::type;

    // A response from either side. Models http::response_body.
    class body {
    public:
        explicit body(played from) : from_(std::move(from)) {}
        explicit body(recorded from) : from_(std::move(from)) {}
        // See http::response_body.
        const http::response_head& head() const {
            const auto* p = std::get_if<played>(&from_);
            return p != nullptr ? p->head() : std::get_if<recorded>(&from_)->head();
        }
        // See http::response_body.
        result<std::string_view> read_some() {
            auto* const p = std::get_if<played>(&from_);
            return p != nullptr ? p->read_some() : std::get_if<recorded>(&from_)->read_some();
        }

    private:
        std::variant<played, recorded> from_;
    };

    // Reads the cassette, if the mode wants it. The file is created with the first call that is
    // recorded. Errors: those of cassette_transport::from_file(); with `none`, also if there is no
    // file.
    static result<replay_or_record> open_cassette(Transport inside,
                                                  const std::filesystem::path& path,
                                                  record_mode mode = record_mode::once,
                                                  cassette_options options = {}) {
        return within_memory([&]() -> result<replay_or_record> {
            std::error_code ec;
            const auto size = std::filesystem::file_size(path, ec);
            const bool there = !ec && size != 0;
            replay_or_record out(std::move(inside));
            out.records_ = mode == record_mode::all || mode == record_mode::new_episodes ||
                           (mode == record_mode::once && !there);
            out.redact_ = options.redact;
            if (mode == record_mode::all && there) std::filesystem::resize_file(path, 0, ec);
            if (mode != record_mode::all && (there || mode == record_mode::none)) {
                auto tape = cassette_transport::from_file(path, std::move(options));
                if (!tape) return std::move(tape).error();
                out.tape_.emplace(*std::move(tape));
            }
            out.path_ = path;
            return out;
        });
    }

    // See http::pull_transport.
    result<body> open(const http::request& request) {
        return within_memory([&]() -> result<body> {
            bool play = tape_ && !records_;
            if (tape_ && records_) {
                auto has = tape_->has(request);
                if (!has) return std::move(has).error();
                play = *has;
            }
            if (play) {
                auto answer = tape_->open(request);
                if (!answer) return std::move(answer).error();
                return body(*std::move(answer));
            }
            if (!records_) return make_error(errc::transport_failed, "there is no cassette");
            if (!recorder_) {
                auto sink = cassette_to_file(path_);
                if (!sink) return std::move(sink).error();
                recorder_.emplace(cassette_writer(*std::move(sink), {.redact = redact_}));
            }
            return record(request);
        });
    }
    // See http::transport.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request), handler);
    }

    // The cassette that was there, if any: its unused() says what no request has asked for.
    cassette_transport* tape() { return tape_ ? &*tape_ : nullptr; }
    // Why what was recorded is not whole; errc::ok if it is, or nothing was.
    oaiwire::error failure() const { return recorder_ ? recorder_->failure() : oaiwire::error(); }
    // The wrapped transport.
    Transport& inside() { return inside_; }

private:
    explicit replay_or_record(Transport inside) : inside_(std::move(inside)) {}

    result<body> record(const http::request& request) {
        auto recording = recorder_->begin(request);
        auto answer = inside_.open(request);
        if (!answer) {
            recording.end(answer.error());
            return std::move(answer).error();
        }
        recording.head(answer->head());
        return body(recorded(*std::move(answer), std::move(recording)));
    }

    Transport inside_;
    std::filesystem::path path_{};
    cassette_redaction redact_{};
    std::optional<cassette_transport> tape_{};
    std::optional<cassette_writer> recorder_{};
    bool records_ = false;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
