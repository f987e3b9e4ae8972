// parse<T>(): structured output as a value. What chat completions and responses share.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/tools/model_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// How parse() reads the output.
struct parse_options {
    // Also take what tolerant reading takes, and repair what models break: for servers that do not
    // keep to the format of the request.
    bool lenient = false;
    // Borrowed; replaced. What was repaired, and read although it is not as declared.
    repair_report* report = nullptr;
};

namespace detail {

// The output of a model, or why there is none to read.
struct model_output {
    std::string text{};
    std::string called{};  // names of the tools that the model called
    error why{};           // errc::ok: the text can be read
};

// What a response says about its output.
struct output_facts {
    std::string_view refusal{};     // the model's words, if it refused
    bool filtered = false;          // the content filter withheld output
    bool cut = false;               // the limit of tokens was reached
    std::string_view unfinished{};  // another reason why the response is not whole
};

// Sets `why` by the first of the facts that forbids to read the text, or to no_output if there is
// no text. A text that was cut is not read even if it happens to be JSON: `12` may have become
// `123`, and a list may have got more elements.
void judge(model_output& output, const output_facts& facts);

// The error for a model that called tools in place of an answer.
error called_instead(std::string_view called);

// Adds the name of a tool that was called.
void add_call(model_output& output, std::string_view name);

template <class T>
result<T> read_output(const model_output& output, const parse_options& options) {
    if (output.why.code != errc::ok) return output.why;
    auto value = read_model_value<T>(output.text, {options.lenient, options.report, nullptr});
    // what it said before its calls is no answer
    if (!value && !output.called.empty()) return called_instead(output.called);
    return value;
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE error called_instead(std::string_view called) {
    std::string message = "the model called tools instead: ";
    message.append(called);
    return make_error(errc::no_output, message);
}

OAIWIRE_INLINE void add_call(model_output& output, std::string_view name) {
    if (!output.called.empty()) output.called += ", ";
    output.called.append(name.empty() ? "a tool without a name" : name);
}

OAIWIRE_INLINE void judge(model_output& output, const output_facts& facts) {
    if (!facts.refusal.empty()) {
        output.why = make_error(errc::refused, facts.refusal);
    } else if (facts.filtered) {
        output.why = make_error(errc::content_filtered);
    } else if (facts.cut) {
        output.why = make_error(errc::cut_by_length);
    } else if (!facts.unfinished.empty()) {
        output.why = make_error(errc::no_output, facts.unfinished);
    } else if (output.text.find_first_not_of(" \t\r\n") == std::string::npos) {
        output.why = output.called.empty() ? make_error(errc::no_output, "the response has no text")
                                           : called_instead(output.called);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
