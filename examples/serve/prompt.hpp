// What a request asks of a model and what the model does, whatever the dialect of the request.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace serve {

// A tool that a request declares.
struct tool {
    std::string name{};
    std::string schema{};  // of a function's parameters; "" if there is none
    bool custom = false;   // its input is any text
};

// Whether the model may call tools.
enum class tool_policy : std::uint8_t { never, allowed, required };

struct prompt {
    std::string model{};
    std::string text{};          // what the user said last
    std::string tool_results{};  // what tools answered after that; "" if none was called
    std::vector<tool> tools{};
    tool_policy policy = tool_policy::allowed;
    std::string only_tool{};     // the one that must be called; "" if any
    bool parallel_calls = true;  // whether the model may make several calls at once
    std::string schema{};        // of the answer; "" if it may be any text
    bool json = false;           // the answer is a JSON object
    bool reasoning = false;      // the request asks for reasoning
    double temperature = 1;
    std::uint64_t seed = 0;
    std::int64_t most_tokens = std::int64_t{1} << 20;
    std::vector<std::string> stops{};
    std::size_t tokens = 0;  // of the whole prompt
};

// The stop sequences of a request.
inline std::vector<std::string> stops_of(
    const std::variant<std::string, std::vector<std::string>>& stop) {
    if (const auto* one = std::get_if<std::string>(&stop)) return {*one};
    return std::get<std::vector<std::string>>(stop);
}

// What a prompt asks the server to do wrong, so that clients can be tried. See orders_in().
struct orders {
    int status = 0;          // answer with this error
    bool in_stream = false;  // not before a few tokens were sent
    bool cut = false;        // close the connection after a few tokens
    int delay_ms = 0;        // before each token
};

// Reads the orders of a prompt: of its model ("error-429") or of the first line of its text:
//     error 429             the status of the answer
//     error 500 in stream   an error event after a few tokens
//     cut                   the connection closes after a few tokens
//     slow 100              each token takes 100 ms
// What follows the line, or a colon in it, is the text that is answered.
orders orders_in(const prompt& asked);

// The length of the first token of a text: at most 12 bytes, a word with the white space before it.
// 0 if the text is empty.
std::size_t token_length(std::string_view text);
// The number of tokens in a text.
std::size_t count_tokens(std::string_view text);

// The next number of a sequence that `state` alone determines (splitmix64).
std::uint64_t next_random(std::uint64_t& state);
// A number that the text alone determines (FNV-1a).
std::uint64_t hash(std::string_view text, std::uint64_t start = 14695981039346656037U);

}  // namespace serve
