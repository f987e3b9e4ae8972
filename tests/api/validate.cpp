#include <oaiwire/api/validate.hpp>

#include <limits>

#include <support/catch.hpp>

#include <oaiwire/api/operations.hpp>

namespace validate_tests {

using namespace oaiwire;

namespace {

ChatCompletionRequest chat() {
    return {.model = "m", .messages = {user("hi")}};
}
CompletionRequest completion() {
    return {.model = "m", .prompt = "p"};
}

// The paths of all violations.
template <class Request>
std::vector<std::string> paths(const Request& request) {
    std::vector<std::string> out;
    for (const auto& v : validate(request)) out.push_back(v.path);
    return out;
}
using list = std::vector<std::string>;

}  // namespace

TEST_CASE("requests within the ranges have no violations") {
    auto r = chat();
    CHECK(validate(r).empty());
    r.temperature = 2;
    r.top_p = 0;
    r.top_logprobs = 20;
    r.n = 129;
    r.frequency_penalty = -2;
    r.presence_penalty = 2;
    r.logit_bias = string_map<double>{{"50256", -100}, {"1", 100}};
    r.stop = std::vector<std::string>{"a", "b", "c", "d"};
    r.safety_identifier = std::string(64, 'x');
    r.metadata = *raw_json::parse("{}");
    CHECK(validate(r).empty());
    // Atoma's document has no bounds for these, OpenAI's none for the first two
    r.max_tokens = 0;
    r.max_completion_tokens = 0;
    r.n = 0;
    r.temperature = 5;
    r.top_p = 1.1;
    r.functions = std::vector<FunctionObject>(129);
    r.messages.push_back(user(std::vector<ContentPart>{}));
    r.prediction = {.content = std::vector<ContentPart>{}};
    CHECK(validate(r).empty());
    r.temperature = null;
    CHECK(validate(r).empty());
    CHECK(validate(completion()).empty());
    CHECK(validate(ListModelsRequest{}).empty());
    CHECK(validate(HealthRequest{}).empty());
    CHECK(validate(RetrieveModelRequest{.model = "m"}).empty());
}

TEST_CASE("each range of a chat request is checked at both ends") {
    const auto fails = [](auto change, std::string path) {
        auto r = chat();
        change(r);
        INFO(path);
        CHECK(paths(r) == list{path});
    };
    fails([](auto& r) { r.model.clear(); }, "model");
    fails([](auto& r) { r.messages.clear(); }, "messages");
    fails([](auto& r) { r.temperature = std::numeric_limits<double>::quiet_NaN(); }, "temperature");
    fails([](auto& r) { r.top_p = std::numeric_limits<double>::infinity(); }, "top_p");
    fails([](auto& r) { r.top_logprobs = -1; }, "top_logprobs");
    fails([](auto& r) { r.top_logprobs = 21; }, "top_logprobs");
    fails([](auto& r) { r.top_k = 0; }, "top_k");
    fails([](auto& r) { r.n = std::int64_t{1} << 31; }, "n");
    fails([](auto& r) { r.frequency_penalty = 2.5; }, "frequency_penalty");
    fails([](auto& r) { r.presence_penalty = -2.5; }, "presence_penalty");
    fails([](auto& r) { r.max_tokens = std::int64_t{1} << 31; }, "max_tokens");
    fails([](auto& r) { r.max_completion_tokens = std::int64_t{1} << 31; },
          "max_completion_tokens");
    fails([](auto& r) { r.logit_bias = string_map<double>{{"7", 101}}; }, "logit_bias.7");
    fails([](auto& r) { r.stop = std::vector<std::string>(5, "x"); }, "stop");
    fails([](auto& r) { r.metadata = *raw_json::parse("[]"); }, "metadata");
    fails([](auto& r) { r.safety_identifier = std::string(65, 'x'); }, "safety_identifier");
    fails([](auto& r) { r.tools = std::vector<Tool>{FunctionTool{}}; }, "tools[0].function.name");
    fails([](auto& r) { r.tools = std::vector<Tool>{CustomTool{}}; }, "tools[0].custom.name");
    fails([](auto& r) { r.messages.push_back(FunctionMessage{.content = "x"}); },
          "messages[1].name");
    fails([](auto& r) { r.messages.push_back(ToolMessage{.tool_call_id = null}); },
          "messages[1].tool_call_id");
}

TEST_CASE("a safety identifier is counted in characters, not bytes") {
    auto r = chat();
    std::string text;
    for (int i = 0; i != 64; ++i) text += "\xC3\xA9";
    r.safety_identifier = text;
    CHECK(validate(r).empty());
}

TEST_CASE("a completion request may use values that any of the documents allows") {
    auto r = completion();
    r.best_of = 21;
    r.max_tokens = 0;
    r.n = 129;
    r.temperature = 3;
    r.top_p = 2;
    r.logprobs = 20;
    r.prompt = std::vector<std::int64_t>{0, 2147483647};
    CHECK(validate(r).empty());
}

TEST_CASE("each range of a completion request is checked") {
    const auto fails = [](auto change, std::string path) {
        auto r = completion();
        change(r);
        INFO(path);
        CHECK(paths(r) == list{path});
    };
    fails([](auto& r) { r.prompt.reset(); }, "prompt");
    fails([](auto& r) { r.prompt = std::vector<std::int64_t>{1, -1}; }, "prompt[1]");
    fails([](auto& r) { r.prompt = std::vector<std::int64_t>{std::int64_t{1} << 31}; },
          "prompt[0]");
    fails(
        [](auto& r) {
            r.prompt = std::vector<std::vector<std::int64_t>>{{1}, {2, -3}};
        },
        "prompt[1][1]");
    fails([](auto& r) { r.best_of = std::int64_t{1} << 31; }, "best_of");
    fails([](auto& r) { r.logprobs = 21; }, "logprobs");
    fails([](auto& r) { r.max_tokens = std::int64_t{1} << 31; }, "max_tokens");
    fails([](auto& r) { r.n = std::int64_t{1} << 31; }, "n");
    fails([](auto& r) { r.temperature = std::numeric_limits<double>::quiet_NaN(); }, "temperature");
    fails([](auto& r) { r.top_p = std::numeric_limits<double>::infinity(); }, "top_p");
    fails([](auto& r) { r.frequency_penalty = 3; }, "frequency_penalty");
    fails([](auto& r) { r.presence_penalty = 3; }, "presence_penalty");
    fails([](auto& r) { r.logit_bias = string_map<double>{{"7", -101}}; }, "logit_bias.7");
    fails([](auto& r) { r.stop = std::vector<std::string>(5, "x"); }, "stop");
}

TEST_CASE("every violation is found, and the error lists all of them") {
    auto r = chat();
    r.presence_penalty = 5;
    r.top_logprobs = 21;
    const auto found = validate(r);
    REQUIRE(found.size() == 2);
    const error e = error_of(found);
    CHECK(e.kind() == error_kind::invalid_request);
    CHECK(e.path == "presence_penalty");
    CHECK(e.message == "presence_penalty must be from -2 to 2; top_logprobs must be from 0 to 20");
    CHECK(error_of({}).code == errc::ok);
}

TEST_CASE("a waived rule covers its path and everything below, and no other") {
    using detail::covers;
    using detail::waive;
    CHECK(covers("n", "n"));
    CHECK_FALSE(covers("n", "nn"));
    CHECK_FALSE(covers("nn", "n"));
    CHECK(covers("logit_bias", "logit_bias.7"));
    CHECK(covers("messages", "messages[3].content"));
    CHECK(covers("messages[].content", "messages[3].content"));
    CHECK(covers("messages[3].content", "messages[3].content"));
    CHECK_FALSE(covers("messages[].content", "messages[3].name"));
    CHECK_FALSE(covers("messages[].content", "messages"));
    CHECK_FALSE(covers("messages[1]", "messages[10]"));
    std::vector<violation> found{{"n", "a"}, {"logit_bias.7", "b"}, {"stop", "c"}};
    waive(found, {"", "n", "logit_bias"});
    CHECK(found == std::vector<violation>{{"stop", "c"}});
}

// A request type of another program, with its own rules.
namespace own {
struct Ping {
    int count = 0;
};
std::vector<violation> validate(const Ping& p) {
    if (p.count > 0) return {};
    return {{"count", "must be at least 1"}};
}
struct Silent {};
}  // namespace own
}  // namespace validate_tests

template <>
inline constexpr bool oaiwire::has_no_rules<validate_tests::own::Silent> = true;

namespace validate_tests {

TEST_CASE("a user's type has its own rules, or declares that it has none") {
    CHECK(paths(own::Ping{}) == list{"count"});
    CHECK(validate(own::Ping{1}).empty());
    CHECK(validate(own::Silent{}).empty());
}

}  // namespace validate_tests
