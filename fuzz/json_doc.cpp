// json_doc: a text is read if and only if it is JSON and fits the type; errors have the offset that
// the reference parser finds; what was read can be written and read back. Input: the text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oracle/json_text.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// Accepts any object.
struct Anything {
    extra_members extra{};
    friend bool operator==(const Anything&, const Anything&) = default;
};

// Errors that valid JSON may cause.
bool is_about_meaning(errc code) {
    return code == errc::type_mismatch || code == errc::number_out_of_range ||
           code == errc::lone_surrogate || code == errc::too_deep;
}

template <class T>
std::string written(const T& value) {
    auto text = json::write(value);
    must(text.has_value(), "a value that was read can be written");
    must(find_invalid_utf8(*text) == std::string_view::npos, "delivered text is UTF-8");
    must(oracle::read_json_text(*text).ok, "written text is JSON");
    return *std::move(text);
}

template <class T>
void round_trip(const T& value, json::read_mode mode = json::strict) {
    const std::string once = written(value);
    const auto back = json::read<T>(once, mode);
    must(back.has_value(), "written text can be read");
    must(*back == value, "read(write(x)) == x");
    must(written(*back) == once, "write(read(write(x))) == write(x)");
}

// The value, if the text is JSON that fits T. `deep`: the text is nested beyond the depth limit, so
// the library does not check what follows.
template <class T>
result<T> read_as(std::string_view text, oracle::json_verdict expected, bool deep) {
    auto value = json::read<T>(text);
    must(!deep || !value, "nesting is limited");
    if (!value && (deep || value.error().code == errc::too_deep)) return value;
    if (!expected.ok) {
        must(!value, "invalid JSON is rejected");
        must(!is_about_meaning(value.error().code),
             "syntax errors are reported before type errors");
        must(value.error().offset == expected.bad, "the offset is that of the first invalid byte");
    } else if (!value) {
        must(is_about_meaning(value.error().code), "valid JSON is rejected only for its type");
        must(value.error().offset <= text.size(), "the offset is within the text");
    } else {
        round_trip(*value);
    }
    return value;
}

using simdjson::dom::element;

// The last member of that name, if it is a string.
const std::string* same_text(const field<std::string>& ours, element object, std::string_view name,
                             std::string& theirs) {
    bool found = false;
    simdjson::dom::object members;
    if (object.get(members) != simdjson::SUCCESS) return nullptr;
    for (const auto member : members) {
        std::string_view text;
        if (member.key != name) continue;
        found = member.value.get(text) == simdjson::SUCCESS;
        theirs = text;
    }
    must(found == ours.has_value(), "a string is read where simdjson finds one");
    return found ? &theirs : nullptr;
}

// Compares the top-level strings with those of simdjson's DOM, if it accepts the text.
void compare_with_dom(const ChatCompletionChunk& chunk, std::string_view text) {
    simdjson::dom::parser parser;
    element document;
    if (parser.parse(text.data(), text.size()).get(document) != simdjson::SUCCESS) return;
    const std::pair<std::string_view, const field<std::string>*> texts[] = {
        {"id", &chunk.id},
        {"object", &chunk.object},
        {"model", &chunk.model},
        {"system_fingerprint", &chunk.system_fingerprint},
        {"obfuscation", &chunk.obfuscation}};
    for (const auto& [name, ours] : texts) {
        std::string theirs;
        if (same_text(*ours, document, name, theirs))
            must(**ours == theirs, "the strings are equal");
    }
}

// Has a value for most members.
constexpr std::string_view full_chunk =
    R"({"id":"i","object":"o","created":1,"model":"m","service_tier":"s","system_fingerprint":"f",
"choices":[{"index":0,"delta":{"role":"r","content":[{"type":"text","text":"t"},7],"refusal":"f",
"reasoning_content":"c","reasoning":"r","reasoning_details":[1],"tool_calls":[{"index":0,"id":"i",
"type":"t","function":{"name":"n","arguments":"a"},"custom":{"name":"n","input":"i"},"x":1}],
"function_call":{"name":"n","arguments":"a"},"annotations":[{"type":"t"}],"audio":{"id":"i"},"y":2},
"logprobs":{"content":[{"token":"t","logprob":-1,"bytes":[1],"top_logprobs":[{"token":"u"}]}],
"refusal":[],"tokens":["t"],"token_logprobs":[null,1],"top_logprobs":[{"a":1}],"text_offset":[0]},
"finish_reason":"other","stop_reason":{"a":1},"z":3},{"index":1,"delta":{"content":"second"}}],
"usage":{"prompt_tokens":1,"prompt_tokens_details":{"cached_tokens":1},"u":[]},"obfuscation":"o",
"moderation":{"input":{"type":"error","code":"c"}},"x":{}})";

void json_doc(std::string_view input) {
    const fuzz::block exact(input);
    const std::string_view text = exact.view();
    const oracle::json_verdict expected = oracle::read_json_text(text);

    const json::detail::fault f = json::detail::check_text(text);
    const bool deep = f.code == errc::too_deep;
    if (!deep) {
        must((f.code == errc::ok) == expected.ok, "the checker accepts exactly JSON");
        must(expected.ok || f.at == text.data() + expected.bad,
             "the checker finds the first invalid byte");
    }

    const auto raw = read_as<raw_json>(text, expected, deep);
    must(!expected.ok || raw || raw.error().code == errc::too_deep, "raw_json accepts any JSON");
    const auto anything = read_as<Anything>(text, expected, deep);
    must(!raw || anything.has_value() == raw->is_object(), "any object is read");

    const auto chunk = read_as<ChatCompletionChunk>(text, expected, deep);
    if (chunk) compare_with_dom(*chunk, text);

    // reads into an object with another value, one with half of this one, and again
    ChatCompletionChunk used;
    must(json::read_into(full_chunk, used).has_value(), "the full chunk is read");
    for (int i = 0; i != 3; ++i) {
        const auto again = json::read_into(text, used);
        must(again.has_value() == chunk.has_value(), "reused memory does not affect the verdict");
        must(!chunk || used == *chunk, "reused memory does not affect the value");
        if (i == 0) static_cast<void>(json::read_into(text.substr(0, text.size() / 2), used));
    }

    const auto tolerant = json::read<ChatCompletionChunk>(text, json::tolerant);
    must(!chunk || tolerant, "tolerant mode accepts what strict mode accepts");
    must(!chunk || *tolerant == *chunk, "tolerant mode reads the same value");
    // NaN and infinity are read but not written; dropped values are written back verbatim
    if (tolerant && json::write(*tolerant)) round_trip(*tolerant, json::tolerant);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    json_doc(fuzz::text_of(data, size));
    return 0;
}
