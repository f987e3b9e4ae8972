// sent_texts: what was sent of the texts of a stream's items, without the texts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/field.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The texts of an item.
enum class text_kind : std::uint8_t { none, text, refusal, reasoning, summary, arguments, input };

// A text that is sent in pieces: its length and a hash of it.
struct sent_text {
    std::size_t size = 0;
    std::uint64_t hash = 14695981039346656037u;  // FNV-1a

    void add(std::string_view piece) {
        size += piece.size();
        for (const char c : piece) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
        }
    }
    // What of the whole text was not sent. "" if it is shorter; nothing if it begins otherwise.
    std::optional<std::string_view> rest_of(std::string_view whole) const;
};

// The place of an item that no event states.
struct output_place {
    field<std::int64_t> output_index{};
    field<std::int64_t> output_item_index{};
    field<std::string> item_id{};
    explicit output_place(std::int64_t at) : output_index(at) {}
};

// An item of the output.
struct sent_item {
    text_kind kind = text_kind::none;  // text: a message; reasoning: reasoning
    std::string id{};
    std::int64_t index = -1;      // in the output; -1: not stated
    std::int64_t call = -1;       // number of the call; -1: it was not begun
    std::int64_t start = 0;       // characters of text that were sent before it
    std::int64_t part = -1;       // content_index of the last text; -1: none was stated
    std::int64_t part_start = 0;  // characters of text that were sent before that part
    std::size_t citations = 0;
    bool done = false;   // all of it was said
    bool waits = false;  // arguments came before the call: they are sent when they come whole
    sent_text first{};   // text, reasoning, arguments or input
    sent_text second{};  // refusal or summary

    static bool is_second(text_kind k) {
        return k == text_kind::refusal || k == text_kind::summary;
    }
    const sent_text& of(text_kind k) const { return is_second(k) ? second : first; }
    void add(text_kind k, std::string_view piece) { (is_second(k) ? second : first).add(piece); }
    // Whether a text of that kind is sent: of reasoning and its summary, the first to come is.
    bool takes(text_kind k) const {
        if (k == text_kind::reasoning) return second.size == 0;
        return k != text_kind::summary || first.size == 0;
    }
};

// The items of a stream. At most `most`.
class sent_texts {
public:
    explicit sent_texts(std::size_t most) : most_(most) {}

    // The item that an event is about, made if it is new; null: there are too many. By id, else by
    // index, else the last one of its kind. begins: the event begins an item, which is none that is
    // done; some servers give all items the same index. Valid until the next call.
    template <class Event>
    sent_item* at(const Event& e, text_kind kind, const field<std::string>& own_id = {},
                  bool begins = false) {
        const auto& index = e.output_index ? e.output_index : e.output_item_index;
        const std::string_view id = own_id      ? std::string_view(*own_id)
                                    : e.item_id ? std::string_view(*e.item_id)
                                                : std::string_view();
        return find_or_make(kind, id, index && *index >= 0 ? *index : -1, begins);
    }
    // All texts of a kind.
    const sent_text& of(text_kind kind) const {
        return kind == text_kind::text ? text_ : kind == text_kind::refusal ? refusal_ : reasoning_;
    }
    void add(text_kind kind, std::string_view piece);
    // Characters of text that were sent.
    std::int64_t characters() const { return characters_; }

private:
    sent_item* find_or_make(text_kind kind, std::string_view id, std::int64_t index, bool begins);

    std::size_t most_;
    std::vector<sent_item> items_{};
    std::int64_t characters_ = 0;
    sent_text text_{};
    sent_text refusal_{};
    sent_text reasoning_{};
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::optional<std::string_view> sent_text::rest_of(
    std::string_view whole) const {
    if (whole.size() <= size) return std::string_view();
    sent_text begin;
    begin.add(whole.substr(0, size));
    if (begin.hash != hash) return std::nullopt;
    return whole.substr(size);
}

OAIWIRE_ADAPTER_INLINE void sent_texts::add(text_kind kind, std::string_view piece) {
    if (kind == text_kind::text) {
        text_.add(piece);
        for (const char c : piece) {
            characters_ += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
        }
    } else {
        (kind == text_kind::refusal ? refusal_ : reasoning_).add(piece);
    }
}

OAIWIRE_ADAPTER_INLINE sent_item* sent_texts::find_or_make(text_kind kind, std::string_view id,
                                                           std::int64_t index, bool begins) {
    // the parts of a message and of reasoning share an item
    if (kind == text_kind::refusal) kind = text_kind::text;
    if (kind == text_kind::summary) kind = text_kind::reasoning;
    sent_item* by_index = nullptr;
    sent_item* last = nullptr;
    for (auto i = items_.rbegin(); i != items_.rend(); ++i) {
        if (i->kind != kind) continue;
        if (!id.empty() && i->id == id) return &*i;
        if (begins && i->done) continue;
        if (by_index == nullptr && index >= 0 && i->index == index) by_index = &*i;
        if (last == nullptr) last = &*i;
    }
    sent_item* found = by_index;
    if (found == nullptr && (index < 0 || (last != nullptr && last->index < 0))) {
        // without an index, or one that comes late
        if (id.empty() || (last != nullptr && last->id.empty())) found = last;
    }
    if (found != nullptr) {
        if (found->id.empty()) found->id = id;
        if (found->index < 0) found->index = index;
        return found;
    }
    if (items_.size() >= most_) return nullptr;
    sent_item& made = items_.emplace_back();
    made.kind = kind;
    made.id = id;
    made.index = index;
    made.start = made.part_start = characters_;
    return &made;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
