// body_text: what is kept of a streamed response's body: all of it where it is JSON, and of an
// event stream the beginning, which shows whether it is one. Knows neither.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/stream/body_start.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

class body_text {
public:
    // Takes the body in pieces, cut anywhere, and gives what of them is an event stream's.
    // `wanted`: is the rest of what is kept of use still? Of JSON no more than `most` bytes are
    // kept.
    std::string_view take(std::string_view bytes, bool wanted, std::size_t most) {
        std::string_view kept = bytes;
        if (form_ == form::undecided) {
            const std::size_t first = start_.find(bytes);
            if (first == bytes.size()) return bytes;
            kept = bytes.substr(first);
            form_ = kept[0] == '{' || kept[0] == '[' ? form::json : form::events;
            // lines before JSON are an event stream's, wherever they are cut
            if (is_json()) bytes = bytes.substr(0, first);
        } else if (is_json()) {
            bytes = {};
        }
        if (!wanted) return bytes;
        full_ = full_ || (is_json() && kept.size() > most - text_.size());
        if (!is_json()) {
            text_.append(kept.substr(0, head_size - text_.size()));
        } else if (!full_) {
            append_within(text_, kept, most);
        }
        return bytes;
    }

    bool is_json() const { return form_ == form::json; }
    // Was there more JSON than may be kept?
    bool full() const { return full_; }
    const std::string& text() const { return text_; }
    void forget() { std::string().swap(text_); }

private:
    enum class form : std::uint8_t { undecided, events, json };

    std::string text_{};
    body_start start_{};
    form form_ = form::undecided;
    bool full_ = false;
};

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
