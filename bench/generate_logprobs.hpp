// Generators of log probabilities, for streams and responses.
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

#include "generate.hpp"

namespace bench {

// Like Python prints a double: up to 17 digits.
inline void add_logprob(std::string& out, generator& random) {
    char number[32];
    std::snprintf(number, sizeof number, "-%zu.%016zu", random.below(20),
                  random.below(1000000000) * 9999999);
    out += number;
}

// One token with five alternatives.
inline void add_token_logprob(std::string& out, generator& random, std::string_view text) {
    const auto entry = [&](std::string_view t) {
        out.append("{\"token\":\"").append(t).append("\",\"logprob\":");
        add_logprob(out, random);
        out += ",\"bytes\":[";
        for (std::size_t n = 1 + random.below(6); n != 0; --n) {
            out += std::to_string(32 + random.below(90));
            out += n == 1 ? "]" : ",";
        }
    };
    entry(text);
    out += ",\"top_logprobs\":[";
    for (int k = 0; k != 5; ++k) {
        entry(token(random));
        out += k == 4 ? "}" : "},";
    }
    out += "]}";
}

}  // namespace bench
