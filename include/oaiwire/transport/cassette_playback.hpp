// Plays one response of a cassette.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/cassette_index.hpp>
#include <oaiwire/transport/cassette_match.hpp>
#include <oaiwire/transport/cassette_reader.hpp>
#include <oaiwire/transport/cassette_redact.hpp>

namespace oaiwire { inline namespace v0_2 {

// Which exchange answers a request. `strict`: the first one that was not used and whose request is
// the same. `in_order`: the next one, whatever was asked.
enum class cassette_match : std::uint8_t { strict, in_order };

// How a cassette is replayed.
struct cassette_options {
    cassette_match match = cassette_match::strict;  // which exchange answers
    cassette_rules rules{};                         // what is compared
    cassette_redaction redact{};                    // as when it was recorded
    bool repeat = false;  // an exchange that was used answers again, once all that match were used
    // Bytes of each piece of a body; 0: as recorded.
    std::size_t piece = 0;
    // Called before a head, a piece or an end with the milliseconds that passed before it when it
    // was recorded, for example to sleep. Empty: nothing waits.
    hook<void(std::int64_t ms)> wait{};
};

namespace detail {

// One response being replayed.
class cassette_playback {
public:
    cassette_playback(std::shared_ptr<const byte_source> cassette, const cassette_exchange& from,
                      const cassette_options& options, stop_handle stop);

    // Reads up to the head. The error is how the exchange ended before it.
    result<void> start();
    const http::response_head& head() const { return head_; }
    // The next piece, valid until the next call; empty at the clean end. Errors stay.
    result<std::string_view> read();

private:
    result<void> read_body();
    result<void> end_of(const CassetteLine& line);
    void wait_until(const CassetteLine& line);
    error no_more() const;

    cassette_response_reader lines_;
    std::size_t piece_;
    hook<void(std::int64_t)> wait_;
    stop_handle stop_;
    http::response_head head_{};
    std::string bytes_{};    // come, and not passed on
    std::size_t given_ = 0;  // of them
    std::int64_t now_ = 0;   // as recorded
    bool ended_ = false;
    error failure_{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE cassette_playback::cassette_playback(
    std::shared_ptr<const byte_source> cassette, const cassette_exchange& from,
    const cassette_options& options, stop_handle stop)
    : lines_(std::move(cassette), from.runs),
      piece_(options.piece),
      wait_(options.wait),
      stop_(std::move(stop)) {
}

OAIWIRE_ADAPTER_INLINE error cassette_playback::no_more() const {
    return make_error(errc::transport_failed,
                      "the recording ends here: its program read no further");
}

OAIWIRE_ADAPTER_INLINE void cassette_playback::wait_until(const CassetteLine& line) {
    const std::int64_t then = line.ms.value_or(now_);
    if (then <= now_) return;
    if (wait_) wait_(then - now_);
    now_ = then;
}

OAIWIRE_ADAPTER_INLINE result<void> cassette_playback::end_of(const CassetteLine& line) {
    const CassetteEnd& end = *line.end;
    ended_ = true;
    if (end.kind == "complete") return {};
    if (end.kind != "error") return no_more();
    error out = make_error(errc_of(end.error.value_or("")), end.message.value_or(""),
                           end.path.value_or(""));
    if (end.offset) out.offset = static_cast<std::size_t>(*end.offset);
    if (out.code == errc::ok) out.code = errc::transport_failed;
    return out;
}

OAIWIRE_ADAPTER_INLINE result<void> cassette_playback::start() {
    for (;;) {
        auto line = lines_.next();
        if (!line) return std::move(line).error();
        if (*line == nullptr) return no_more();
        wait_until(**line);
        if ((*line)->head) {
            const std::int64_t status = (*line)->head->status;
            head_.status = status >= 100 && status <= 999 ? static_cast<int>(status) : 0;
            for (const auto& field : (*line)->head->fields) head_.headers.add(field[0], field[1]);
            return {};
        }
        if ((*line)->end) {
            auto end = end_of(**line);
            return end ? result<void>(no_more()) : end;
        }
    }
}

// Reads on until there is something to pass on, or the end.
OAIWIRE_ADAPTER_INLINE result<void> cassette_playback::read_body() {
    bytes_.erase(0, std::exchange(given_, 0));
    const std::size_t wanted = piece_ == 0 ? 1 : piece_;
    bool goes_on = false;  // the last line was not the whole piece
    while (!ended_ && (goes_on || bytes_.size() < wanted)) {
        auto line = lines_.next();
        if (!line) return std::move(line).error();
        if (*line == nullptr) {
            ended_ = true;
            return no_more();
        }
        wait_until(**line);
        if ((*line)->body) {
            if (auto done = append_bytes(bytes_, *(*line)->body); !done) return done;
            goes_on = piece_ == 0 && (*line)->body->more.value_or(false);
        }
        if ((*line)->end) return end_of(**line);
    }
    return {};
}

OAIWIRE_ADAPTER_INLINE result<std::string_view> cassette_playback::read() {
    const auto read = [&]() -> result<std::string_view> {
        if (stop_.stop_requested()) return make_error(errc::cancelled);
        const std::size_t wanted = (std::max)(piece_, std::size_t{1});
        if (failure_.code == errc::ok && bytes_.size() - given_ < wanted && !ended_) {
            if (auto done = read_body(); !done) failure_ = std::move(done).error();
        }
        const std::string_view rest = std::string_view(bytes_).substr(given_);
        const std::string_view out = piece_ == 0 ? rest : rest.substr(0, piece_);
        if (out.empty() && failure_.code != errc::ok) return failure_;
        given_ += out.size();
        return out;
    };
    return within_memory(read, [&] {
        // a line may be lost
        bytes_.clear();
        given_ = 0;
        failure_ = no_memory();
        return result<std::string_view>(no_memory());
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
