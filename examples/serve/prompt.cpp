#include "prompt.hpp"

#include <algorithm>
#include <charconv>

#include <oaiwire/core/utf8.hpp>

namespace serve {

namespace {

constexpr std::string_view spaces = " \t\r\n";

// The word at the begin of `text`, which is taken off with the spaces after it.
std::string_view take_word(std::string_view& text) {
    const std::string_view word = text.substr(0, text.find_first_of(" :-\n"));
    text.remove_prefix(word.size());
    text.remove_prefix((std::min)(text.find_first_not_of(" -"), text.size()));
    return word;
}

int number_of(std::string_view word) {
    int value = 0;
    const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), value);
    return failure == std::errc() && end == word.data() + word.size() ? value : 0;
}

orders orders_of_line(std::string_view line) {
    orders out;
    const std::string_view what = take_word(line);
    if (what == "error") {
        const int status = number_of(take_word(line));
        if (status < 400 || status > 599) return out;
        out.status = status;
        out.in_stream = line.starts_with("in stream");
    } else if (what == "cut") {
        out.cut = line.empty() || line.starts_with(':');
    } else if (what == "slow") {
        out.delay_ms = std::clamp(number_of(take_word(line)), 0, 60'000);
    }
    return out;
}

}  // namespace

orders orders_in(const prompt& asked) {
    const orders of_model = orders_of_line(asked.model);
    if (of_model.status != 0) return of_model;
    const std::string_view text = asked.text;
    return orders_of_line(text.substr(0, text.find('\n')));
}

std::size_t token_length(std::string_view text) {
    constexpr std::size_t most = 12;
    text = text.substr(0, 4 * most);  // a count of tokens is linear in the text
    const auto word = (std::min)(text.find_first_not_of(spaces), text.size());
    const auto end = (std::min)(text.find_first_of(spaces, word), text.size());
    if (end <= most) return end;
    const auto whole = oaiwire::utf8_prefix(text, most).size();  // no half characters
    return whole == 0 ? most : whole;
}

std::size_t count_tokens(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(token_length(text));
    return count;
}

std::uint64_t next_random(std::uint64_t& state) {
    std::uint64_t z = state += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

std::uint64_t hash(std::string_view text, std::uint64_t start) {
    for (const char c : text) {
        start = (start ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return start;
}

}  // namespace serve
