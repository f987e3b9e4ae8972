// Random chat streams with known results: generates a response, writes it in a server's dialect,
// then frames it. Compiled apart, since to generate takes longer than to decode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace support {

struct grammar_call {
    std::string id{};  // "" if the dialect sends none
    std::string name{};
    std::string arguments{};
};

struct grammar_choice {
    std::int64_t index = 0;
    std::string content{};
    std::string reasoning{};
    std::string refusal{};
    std::vector<grammar_call> calls{};
    std::string finish{};  // "" if it was not sent
};

struct grammar_answer {
    std::vector<grammar_choice> choices{};
    std::optional<std::int64_t> total_tokens{};
    std::string end{};  // complete, finished, truncated, api_error
    std::string error{};
};

struct grammar_stream {
    std::string body{};
    grammar_answer answer{};
};

// The same for the same seed.
grammar_stream make_grammar_stream(std::uint64_t seed);

}  // namespace support
