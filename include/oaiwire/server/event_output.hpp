// event_output: what the writers of streams share: writing events in place, texts that are cut
// within a character, and padding.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/id_source.hpp>
#include <oaiwire/server/responder.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Writes events straight into the buffer of a responder, which it begins if that is needed.
class event_output {
public:
    // Borrows the responder.
    explicit event_output(responder& to, stream_errors errors = stream_errors::object)
        : to_(&to), errors_(errors) {}

    // f(sink) writes whole events and returns an errc; nothing is written unless it is errc::ok.
    template <class F>
    errc write(F&& f) {
        const errc code = admits();
        return code == errc::ok ? to_->append(f) : code;
    }
    // Writes an event as responder::event().
    result<void> event(const sse::outgoing_event& e) {
        const errc code = admits();
        return code == errc::ok ? to_->add_event(e) : result_of(code);
    }
    // The next number of an event of the Responses API. An error event gets one too, so it is the
    // responder that counts.
    std::int64_t& sequence_number() { return to_->sequence_number_; }
    // While set, what waits is not limited: an end is always taken.
    void set_ending(bool on) { ending_ = on; }
    responder& to() { return *to_; }

    static result<void> result_of(errc code) { return responder::result_of(code); }

private:
    errc admits() {
        if (to_->stage_ != responder::stage::undecided) {
            const errc code = to_->admits(responder::stage::events);
            return ending_ && code == errc::limit_exceeded ? errc::ok : code;
        }
        const auto begun = to_->begin_events(errors_);
        return begun ? errc::ok : begun.error().code;
    }

    responder* to_;
    stream_errors errors_;
    bool ending_ = false;
};

// Sets it while it exists.
class ending {
public:
    explicit ending(event_output& out) : out_(&out) { out.set_ending(true); }
    ending(const ending&) = delete;
    ending& operator=(const ending&) = delete;
    ~ending() { out_->set_ending(false); }

private:
    event_output* out_;
};

// A text that comes in pieces: which choice, which of its texts, and which tool call.
struct text_key {
    std::int64_t choice = 0;
    std::int64_t index = 0;
    std::uint8_t kind = 0;
    friend bool operator==(const text_key&, const text_key&) = default;
};

// Joins pieces that are cut within a UTF-8 character. What an incomplete character at the end of a
// piece has so far is held until the next piece of the same text. The texts without cuts would be
// the same: a byte that cannot belong to a character becomes U+FFFD, as append_valid_utf8() does.
class utf8_joiner {
public:
    // Whether nothing is held.
    bool empty() const { return held_.empty(); }
    // Sets text() to what of the text can be written now that the piece has come. Nothing else
    // changes until accept(). last: no other piece will come.
    void join(const text_key& key, std::string_view piece, bool last);
    // As UTF-8; valid until the next join().
    std::string_view text() const { return text_; }
    // text() was written. Does not allocate.
    void accept();
    // The key of the first text of that choice of which bytes are held; null if there is none.
    const text_key* held_of(std::int64_t choice) const;
    // The key of any text of which bytes are held. Precondition: not empty().
    const text_key& any() const { return held_.back().key; }

private:
    struct part {
        text_key key{};
        std::uint8_t size = 0;
        char bytes[3] = {};  // a character has at most four
        std::string_view text() const { return {bytes, size}; }
    };
    std::size_t find(const text_key& key) const;

    std::vector<part> held_{};
    part next_{};  // what accept() holds
    std::string joined_{};
    std::string text_{};
};

// Random padding against traffic analysis, so that a short text and its padding have one size on
// the wire, whatever the text.
class padding {
public:
    explicit padding(std::uint64_t seed) : random_(seed) {}
    // Writes `,"obfuscation":"..."` for a text of that many bytes: both together are a multiple of
    // 16 bytes.
    void put(text_sink& out, std::size_t text_size);

private:
    random_bits random_;
};

// Writes a text as a JSON string, with U+FFFD for bytes that are not UTF-8.
void put_repaired(text_sink& out, std::string_view text);
// The same for a member, which is left out if the text is empty: `,"name":"text"`.
void put_member(text_sink& out, std::string_view start, std::string_view text);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <cstring>
#include <utility>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::size_t utf8_joiner::find(const text_key& key) const {
    std::size_t i = 0;
    while (i != held_.size() && held_[i].key != key) ++i;
    return i;
}

OAIWIRE_ADAPTER_INLINE const text_key* utf8_joiner::held_of(std::int64_t choice) const {
    const text_key* first = nullptr;
    const auto order = [](const text_key& key) { return std::pair(key.kind, key.index); };
    for (const part& held : held_) {
        if (held.key.choice != choice) continue;
        if (first == nullptr || order(held.key) < order(*first)) first = &held.key;
    }
    return first;
}

// The bytes at the end of a text that begin a character and do not complete it.
constexpr std::size_t incomplete_at_end(std::string_view text) {
    for (std::size_t n = 1; n <= 3 && n <= text.size(); ++n) {
        const char* const p = text.data() + text.size() - n;
        if ((static_cast<unsigned char>(*p) & 0xC0) == 0x80) continue;  // no first byte
        const utf8_step step = utf8_advance(p, text.data() + text.size());
        return step.next == nullptr && step.bad == text.data() + text.size() ? n : 0;
    }
    return 0;
}

OAIWIRE_ADAPTER_INLINE void utf8_joiner::join(const text_key& key, std::string_view piece,
                                              bool last) {
    const std::size_t at = find(key);
    joined_.clear();
    if (at != held_.size()) joined_.append(held_[at].text());
    joined_.append(piece);
    held_.reserve(held_.size() + 1);  // for accept()
    next_.key = key;
    next_.size = static_cast<std::uint8_t>(last ? 0 : incomplete_at_end(joined_));
    const std::size_t whole = joined_.size() - next_.size;
    std::memcpy(next_.bytes, joined_.data() + whole, next_.size);
    text_.clear();
    append_valid_utf8(text_, std::string_view(joined_).substr(0, whole));
}

OAIWIRE_ADAPTER_INLINE void utf8_joiner::accept() {
    const std::size_t at = find(next_.key);
    if (next_.size != 0) {
        if (at == held_.size()) held_.emplace_back();
        held_[at] = next_;
    } else if (at != held_.size()) {
        held_[at] = held_.back();
        held_.pop_back();
    }
}

OAIWIRE_ADAPTER_INLINE void padding::put(text_sink& out, std::size_t text_size) {
    constexpr std::string_view member = R"(,"obfuscation":")";
    const std::size_t size = (0 - text_size) % 16;
    char* p = out.room(member.size() + 16 + 1);
    std::memcpy(p, member.data(), member.size());
    p += member.size();
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i != size; ++i) {
        bits = i % 8 == 0 ? random_.next() : bits >> 6;
        *p++ = id_alphabet[bits % id_alphabet.size()];
    }
    *p++ = '"';
    out.advance_to(p);
}

OAIWIRE_ADAPTER_INLINE void put_repaired(text_sink& out, std::string_view text) {
    if (is_utf8(text)) {
        json::detail::put_string(out, text);
        return;
    }
    std::string repaired;
    append_valid_utf8(repaired, text);
    json::detail::put_string(out, repaired);
}

OAIWIRE_ADAPTER_INLINE void put_member(text_sink& out, std::string_view start,
                                       std::string_view text) {
    if (text.empty()) return;
    out.put(start);
    put_repaired(out, text);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
