// Checks and reads the arguments of a tool call before the tool's function gets them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/keyword_check.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Checks the arguments of a call. Models write "" for no arguments; that becomes {}. If lenient,
// repairs in place what models break, and sets `repaired` if anything was not as it should be.
// Values that are missing or cut are errors nevertheless: the function would run without them.
// Errors: as arguments<Args>() has them. std::bad_alloc passes through.
using arguments_check = result<void>(std::string& text, bool lenient, bool& repaired);

// For any JSON.
result<void> check_json(std::string& text, bool lenient, bool& repaired);

// For a value of the type, which is read into `into`.
result<void> check_value(std::string& text, bool lenient, bool& repaired, void* into,
                         const json::detail::description& type);
// Reads a text that check_value() has accepted.
result<void> read_checked(std::string_view text, void* into, const json::detail::description& type);

// For Args, with the keywords of its schema.
template <class Args>
result<void> check_arguments(std::string& text, bool lenient, bool& repaired) {
    Args args{};
    auto done = check_value(text, lenient, repaired, &args, json::detail::described<Args>());
    return done ? json::check_keywords(args) : done;
}

// Reads arguments that check_arguments() has accepted.
template <class Args>
result<void> read_arguments(std::string_view text, Args& args) {
    return read_checked(text, &args, json::detail::described<Args>());
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <cstddef>
#include <utility>

#include <oaiwire/json/options.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/repair_lenient.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/tools/model_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE void fill_empty(std::string& arguments) {
    if (arguments.find_first_not_of(" \t\r\n") == std::string::npos) arguments = "{}";
}

OAIWIRE_INLINE result<void> check_json(std::string& text, bool lenient, bool& repaired) {
    fill_empty(text);
    const json::detail::fault f = json::detail::check_text(text);
    if (f.code == errc::ok) return {};
    const auto offset = static_cast<std::size_t>(f.at - text.data());
    result<void> failed = make_error(f.code, {}, json::detail::path_at(text, offset), offset);
    if (!lenient) return failed;
    repair_report report;
    std::string fixed;
    json::repair_options options;
    options.object = true;
    auto done = json::repair_lenient(text, fixed, report.repairs, options);
    if (!done && done.error().code == errc::out_of_memory) return done;
    if (!done || report.was_cut()) return failed;
    text = std::move(fixed);
    repaired = true;
    return {};
}

OAIWIRE_INLINE result<void> read_checked(std::string_view text, void* into,
                                         const json::detail::description& type) {
    return json::detail::read_described(text, into, type, json::tolerant);
}

OAIWIRE_INLINE result<void> check_value(std::string& text, bool lenient, bool& repaired, void* into,
                                        const json::detail::description& type) {
    fill_empty(text);
    repair_report report;
    std::string fixed;
    auto done = read_model_text(text, into, type, {lenient, &report, &fixed});
    // what strict reading says of a text that was cut
    if (report.was_cut()) return read_model_text(text, into, type, {});
    if (!done) return done;
    if (!fixed.empty()) text = std::move(fixed);
    repaired = !report.empty();
    return {};
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
