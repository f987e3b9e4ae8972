// kernels: all simdjson kernels that this machine supports give the same results, equal to a
// byte-by-byte implementation: UTF-8 validation, nearest double or overflow, and values and errors
// of documents. Input: the text.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <simdjson.h>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/exact_double.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oracle/json_text.hpp>
#include <support/nearest.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// The results of reading.
struct reading {
    bool utf8 = false;
    bool number = false;
    std::uint64_t bits = 0;
    bool is_value = false;
    std::string text{};
    error why{};
    friend bool operator==(const reading&, const reading&) = default;
};

bool is_number(std::string_view text) {
    if (text.empty() || text.size() > 2000 || !oracle::read_json_text(text).ok) return false;
    const auto digit = [](char c) { return '0' <= c && c <= '9'; };
    return (text[0] == '-' || digit(text[0])) && digit(text.back());
}

bool double_by_simdjson(std::string_view token, double& out) {
    std::string text(token);
    if (token.find_first_of(".eE") == token.npos) text.append("e0");
    simdjson::dom::parser parser;
    return parser.parse(text).get(out) == simdjson::SUCCESS;
}

std::uint64_t bits_of(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

reading read(std::string_view text) {
    reading out;
    out.utf8 = json::detail::valid_utf8(text);
    // only long texts are passed to simdjson
    must(out.utf8 == simdjson::validate_utf8(text.data(), text.size()),
         "both validate UTF-8 alike");
    if (is_number(text)) {
        double ours = 0;
        double theirs = 0;
        out.number = json::detail::nearest_double(text, ours);
        must(double_by_simdjson(text, theirs) == out.number, "both accept the same numbers");
        if (out.number) out.bits = bits_of(ours);
        must(!out.number || bits_of(theirs) == out.bits, "both convert to the same double");
        // what is used where the standard library has no from_chars for doubles
        double exact = 0;
        must(json::detail::exact_double(text, exact) == out.number, "and so does exact arithmetic");
        must(!out.number || bits_of(exact) == out.bits, "to the same double too");
    }
    auto chunk = json::read<ChatCompletionChunk>(text, json::tolerant);
    out.is_value = chunk.has_value();
    if (!chunk) {
        out.why = std::move(chunk).error();
    } else if (auto again = json::write(*chunk)) {
        out.text = *std::move(again);
    }
    return out;
}

void kernels(std::string_view input) {
    const fuzz::block exact(input);
    const std::string_view text = exact.view();
    reading first;
    bool any = false;
    const simdjson::implementation* const usual = simdjson::get_active_implementation();
    for (const simdjson::implementation* kernel : simdjson::get_available_implementations()) {
        if (!kernel->supported_by_runtime_system()) continue;
        simdjson::get_active_implementation() = kernel;
        reading here = read(text);
        must(!any || here == first, "all kernels give the same results");
        first = std::move(here);
        any = true;
    }
    simdjson::get_active_implementation() = usual;
    must(any, "there is a kernel");

    must(first.utf8 == (find_invalid_utf8(text) == text.npos),
         "UTF-8 validation equals the reference");
    if (!is_number(text)) return;
    const double nearest = support::nearest<double>(std::string(text));
    const bool finite = nearest - nearest == 0;
    must(first.number == finite, "overflow is rejected");
    must(!finite || first.bits == bits_of(nearest), "the nearest double is found");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    kernels(fuzz::text_of(data, size));
    return 0;
}
