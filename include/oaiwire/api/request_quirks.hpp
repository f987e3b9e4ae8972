// Further rules of some servers for requests, as switches, so that a request fails with a clear
// error before it is sent. The rules are with the operations (api/operations/).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <vector>

#include <oaiwire/api/validate.hpp>

#if OAIWIRE_DEFINES
#include <cstddef>
#include <string>
#include <string_view>
#endif

namespace oaiwire { inline namespace v0_2 {

// Whose documented ranges apply. Each is narrower than what validate() requires of every request.
enum class range_document : std::uint8_t { widest, openai, r9s };

// The rules of a server; see providers.hpp.
struct request_quirks {
    bool content_in_every_message =
        false;                         // chat: every message needs content, even with tool calls
    bool one_text_to_embed = false;    // embeddings: no lists of texts, no tokens
    bool image_size_required = false;  // images: model, n and size ("512x512") are required
    range_document ranges = range_document::widest;  // whose ranges validate() uses
    friend bool operator==(const request_quirks&, const request_quirks&) = default;
};

// The violations of the rules that are switched on. Overloaded for the requests that have any.
template <class Request>
std::vector<violation> validate(const Request&, const request_quirks&) {
    return {};
}

#if OAIWIRE_DEFINES

namespace detail {

// Checks of ranges that only some documents have.
class narrow_validator : public validator {
public:
    explicit narrow_validator(const request_quirks& quirks) : quirks_(quirks) {}

    bool openai() const { return quirks_.ranges == range_document::openai; }
    bool r9s() const { return quirks_.ranges == range_document::r9s; }
    bool any() const { return openai() || r9s(); }

    // A set value outside of [low, high] is a violation; the text has the bounds.
    [[gnu::cold]] void most(const field<std::int64_t>& value, std::int64_t low, std::int64_t high,
                            rule_text path) {
        if (!value || (*value >= low && *value <= high)) return;
        add_bounds(path, "must be from ", low, high, " for this server");
    }
    // The same with a lower bound only.
    [[gnu::cold]] void least(const field<std::int64_t>& value, std::int64_t low, rule_text path) {
        if (!value || *value >= low) return;
        std::string message("must be at least ");
        add(path, message.append(decimal(low)).append(" for this server"));
    }
    // The same for the number of entries of a list.
    [[gnu::cold]] void entries(std::size_t size, std::size_t low, std::size_t high,
                               rule_text path) {
        if (size >= low && size <= high) return;
        add_bounds(path, "must have ", static_cast<std::int64_t>(low),
                   static_cast<std::int64_t>(high), " entries for this server");
    }
    // Ranges of both documents.
    [[gnu::cold]] void sampling(const field<double>& temperature, const field<double>& top_p) {
        range(temperature, 0, 2, "temperature", "must be from 0 to 2 for this server");
        range(top_p, 0, 1, "top_p", "must be from 0 to 1 for this server");
    }
    [[gnu::cold]] void audio_temperature(const field<double>& value) {
        if (any()) range(value, 0, 1, "temperature", "must be from 0 to 1 for this server");
    }

private:
    [[gnu::cold, gnu::noinline]] void add_bounds(rule_text path, const char* before,
                                                 std::int64_t low, std::int64_t high,
                                                 const char* after) {
        std::string message(before);
        message.append(decimal(low)).append(" to ").append(decimal(high));
        add(path, message.append(after));
    }

    request_quirks quirks_;
};

}  // namespace detail

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
