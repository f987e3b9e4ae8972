#include <oaiwire/tools/parse.hpp>

#include <string>
#include <utility>

#include <support/catch.hpp>

namespace parse_tests {

using namespace oaiwire;

TEST_CASE("output is judged by the first fact that holds") {
    detail::output_facts facts;
    const auto judged = [&](std::string text, std::string called = {}) {
        detail::model_output output{std::move(text), std::move(called), {}};
        detail::judge(output, facts);
        return output.why;
    };
    CHECK(judged("{}").code == errc::ok);
    CHECK(judged("{}", "clock").code == errc::ok);
    CHECK(judged("").message == "the response has no text");
    CHECK(judged(" \r\n\t").code == errc::no_output);
    CHECK(judged("", "clock").message == "the model called tools instead: clock");
    facts.unfinished = "the response was cancelled";
    CHECK(judged("{}").code == errc::no_output);
    CHECK(judged("{}").message == "the response was cancelled");
    facts.cut = true;
    CHECK(judged("{}").code == errc::cut_by_length);
    facts.filtered = true;
    CHECK(judged("").code == errc::content_filtered);
    facts.refusal = "No.";
    CHECK(judged("{}").code == errc::refused);
    CHECK(judged("{}").message == "No.");
}

TEST_CASE("called tools are named in order") {
    detail::model_output output;
    detail::add_call(output, "weather");
    detail::add_call(output, "");
    CHECK(output.called == "weather, a tool without a name");
}

}  // namespace parse_tests
