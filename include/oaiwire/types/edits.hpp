// Edits of a text by instruction: R9S's, and once OpenAI's. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline v0_2 {

// POST /edits.
struct EditRequest {
    std::string model{};
    std::string instruction{};
    field<std::string> input{};
    field<std::int64_t> n{};      // default 1
    field<double> temperature{};  // 0..2, default 1
    field<double> top_p{};        // 0..1, default 1
    extra_members extra{};
    friend bool operator==(const EditRequest&, const EditRequest&) = default;
};

struct EditChoice {
    field<std::string> text{};
    field<std::int64_t> index{};
    extra_members extra{};
    friend bool operator==(const EditChoice&, const EditChoice&) = default;
};

// R9S: EditResponse.
struct EditResponse {
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix seconds
    std::vector<EditChoice> choices{};
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const EditResponse&, const EditResponse&) = default;
};

}  // namespace oaiwire::inline v0_2
