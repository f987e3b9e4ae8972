// What a conversion between the two dialects could not say (bridge_notes), and its options.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// Something that the other dialect cannot say, and that was left out.
struct bridge_note {
    std::string path{};  // of the member in what was converted, as "input[2].encrypted_content"
    std::string lost{};  // what was lost, for people
    friend bool operator==(const bridge_note&, const bridge_note&) = default;
};

// What was left out. Each note stands there once. Bounded: notes beyond `most` are counted only.
class bridge_notes {
public:
    static constexpr std::size_t most = 64;  // notes that are kept

    // The notes, in the order of their making.
    const std::vector<bridge_note>& list() const { return list_; }
    // How many more there were than list() has.
    std::size_t unlisted() const { return unlisted_; }
    // Whether nothing was left out.
    bool empty() const { return list_.empty(); }
    // Forgets all notes.
    void clear();
    // Adds a note. Lets std::bad_alloc through.
    void add(std::string path, std::string_view lost);

private:
    std::vector<bridge_note> list_{};
    std::size_t unlisted_ = 0;
};

// How the bridge converts.
struct bridge_options {
    // Refuse requests with something that would be noted.
    bool strict = false;
    // Send the reasoning of a history: as reasoning_content of assistant messages, or as items of
    // type reasoning. Servers that validate strictly refuse it; then it is noted.
    bool reasoning = true;
    // Chat: send max_tokens in place of max_completion_tokens, for older servers.
    bool max_tokens = false;
    // Chat: the role of the message that `instructions` become.
    Role instructions = Role::system;
    // Responses: show reasoning as a summary in place of its text, as OpenAI's own models do.
    bool reasoning_as_summary = false;
    // The id of the answer; "": made of the id that the server gave, which may repeat at some.
    std::string id{};
    // When the answer was made, as Unix time in seconds; 0: as the server says.
    std::int64_t created = 0;
    // answer: bytes that a stream may add up to; tool_calls: calls of an answer, and an eighth of
    // its items; choices: parts of an item.
    limits bounds{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE void bridge_notes::clear() {
    list_.clear();
    unlisted_ = 0;
}

OAIWIRE_ADAPTER_INLINE void bridge_notes::add(std::string path, std::string_view lost) {
    for (const bridge_note& known : list_) {
        if (known.path == path && known.lost == lost) return;
    }
    if (list_.size() == most) {
        ++unlisted_;
        return;
    }
    list_.push_back({std::move(path), std::string(lost)});
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
