// Editing a text by an instruction (R9S; withdrawn by OpenAI).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /edits (R9S: EditRequest).
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

// R9S: an entry of `choices`.
struct EditChoice {
    field<std::string> text{};
    field<std::int64_t> index{};
    extra_members extra{};
    friend bool operator==(const EditChoice&, const EditChoice&) = default;
};

// R9S: EditResponse.
struct EditResponse {
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix time in seconds
    std::vector<EditChoice> choices{};
    field<Usage> usage{};
    extra_members extra{};
    friend bool operator==(const EditResponse&, const EditResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
