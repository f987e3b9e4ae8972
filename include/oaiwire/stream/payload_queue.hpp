// payload_queue: splits a text that holds several payloads: consecutive JSON texts, or the elements
// of a list.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/payload.hpp>
#include <oaiwire/json/repair.hpp>
#include <oaiwire/json/text/check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Copies the text, since the event that it came from is overwritten by the next one. Usage: put(),
// take(); if the payload holds several, take_apart(), then take() until empty().
class payload_queue {
public:
    // Starts with a text as payload_text() returns it; `offset`: of its event in the stream.
    void put(std::string_view text, std::size_t offset) {
        text_.assign(text);
        at_ = last_ = 0;
        offset_ = offset;
        apart_ = in_list_ = cut_ = false;
    }
    bool empty() const { return at_ == text_.size() && !in_list_; }
    std::size_t offset() const { return offset_; }
    // Whether take() returned a complete element of a list.
    bool in_list() const { return in_list_; }
    // Whether the text ended inside its list.
    bool cut() const { return cut_; }

    // The next payload, valid until the next non-const call: the whole text or, after take_apart(),
    // one part of it. "" at the end of a list. Takes time linear in the result, except for one
    // repair.
    std::string_view take() {
        last_ = at_;
        std::string_view text = rest();
        if (!apart_) return give(text, 0);  // the whole text
        if (!in_list_ && !is_list(text)) return give(text, first_of_several(text));
        if (!in_list_) {
            in_list_ = true;
            text = without_space(text.substr(1));
        } else if (text.starts_with(',')) {
            text = without_space(text.substr(1));
        }
        if (text.empty() || text.starts_with(']')) {
            in_list_ = false;
            cut_ = text.empty();
            give(text, text.empty() ? 0 : 1);
            return {};
        }
        // 0: the element is not JSON; repaired, with all that follows it, if possible
        std::size_t size = size_of_value(text);
        if (size == 0 && repair(text)) {
            text = text_;
            size = size_of_value(text);
        }
        in_list_ = size != 0;
        return give(text, size);
    }

    // The last payload holds several, or is a list: take() returns its parts next.
    void take_apart() {
        at_ = last_;
        apart_ = true;
        const std::string_view text = rest();
        if (!is_list(text) && first_of_several(text) == 0) repair(text);
    }

private:
    static std::string_view without_space(std::string_view text) {
        const char* const end = text.data() + text.size();
        const char* const first = json::detail::skip_space(text.data(), end);
        return {first, static_cast<std::size_t>(end - first)};
    }
    // The size of the JSON value that the text begins with; 0 if it begins with none.
    static std::size_t size_of_value(std::string_view text) {
        json::detail::fault ignored;
        const char* const after = json::detail::check_value(text.data(), text.data() + text.size(),
                                                            json::max_depth, ignored);
        return after ? static_cast<std::size_t>(after - text.data()) : 0;
    }
    // Does not trim the end, which may be far: put() received a trimmed text.
    std::string_view rest() const {
        const std::string_view text = without_space(std::string_view(text_).substr(at_));
        return !in_list_ && text.starts_with("data:") ? without_space(text.substr(5)) : text;
    }
    // Takes `size` bytes of the remaining text; 0: all of it.
    std::string_view give(std::string_view text, std::size_t size) {
        if (size != 0) text = text.substr(0, size);
        at_ = static_cast<std::size_t>(text.data() + text.size() - text_.data());
        return text;
    }
    // Replaces the rest of the text by its repaired form. Views of it become invalid.
    bool repair(std::string_view text) {
        std::string repaired;
        if (!json::repair(text, repaired)) return false;
        text_ = std::move(repaired);
        at_ = last_ = 0;
        return true;
    }

    std::string text_{};
    std::size_t at_ = 0;      // where the rest begins
    std::size_t last_ = 0;    // where the last payload begins
    std::size_t offset_ = 0;  // of the event in the stream
    bool apart_ = false;      // take_apart() was called
    bool in_list_ = false;
    bool cut_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
