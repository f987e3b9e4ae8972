#include <oaiwire/stream/response_state.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>

#include <oaiwire/json/read.hpp>

namespace response_state_tests {

using namespace oaiwire;

namespace {

// Makes protected members accessible.
struct state : detail::response_state<> {
    using base = detail::response_state<>;
    explicit state(const limits& bounds = {}) : base(bounds) {}
    using base::take_output;
    errc name_call(const detail::response_place& at, const std::string& name) {
        return change<FunctionToolCall>(at,
                                        [&](FunctionToolCall& call, auto&) { call.name = name; });
    }
    std::string names() const {
        std::string out;
        for (const auto& item : response().output) {
            const auto* call = std::get_if<FunctionToolCall>(&item);
            out += (out.empty() ? "" : " ") + (call ? call->name.value_or("-") : "other");
        }
        return out;
    }
};

ResponseItem item(std::string_view text) {
    return json::read<ResponseItem>(text).value();
}

}  // namespace

TEST_CASE("items are found by id, by index, or as the latest of their kind") {
    state s;
    CHECK(s.name_call({.id = "a", .item = 1}, "one") == errc::ok);
    CHECK(s.name_call({.id = "b", .item = 0}, "zero") == errc::ok);
    CHECK(s.names() == "zero one");
    CHECK(s.name_call({.id = "a"}, "a") == errc::ok);
    CHECK(s.name_call({.item = 0}, "b") == errc::ok);
    CHECK(s.names() == "b a");
    CHECK(s.name_call({}, "latest") == errc::ok);
    CHECK(s.response().output.size() == 2);
}

TEST_CASE("an index causes no allocation, and the number of items is limited") {
    limits bounds;
    bounds.tool_calls = 1;
    state s(bounds);
    CHECK(s.name_call({.item = std::numeric_limits<std::int64_t>::max()}, "far") == errc::ok);
    CHECK(s.response().output.size() == 1);
    errc last = errc::ok;
    for (std::int64_t i = 0; i != 20 && last == errc::ok; ++i) {
        last = s.name_call({.item = i}, "n");
    }
    CHECK(last == errc::limit_exceeded);
    CHECK(s.response().output.size() == 8);
}

TEST_CASE("a complete output replaces what it contains and keeps what it omits") {
    state s;
    CHECK(s.name_call({.id = "a", .item = 0}, "a") == errc::ok);
    CHECK(s.name_call({.id = "b", .item = 1}, "b") == errc::ok);
    CHECK(s.take_output({item(R"({"type":"function_call","id":"b","name":"B"})")}, true) ==
          errc::ok);
    CHECK(s.names() == "a B");
    CHECK(s.take_output({}, true) == errc::ok);
    CHECK(s.names() == "a B");
    CHECK(s.take().output.size() == 2);
    CHECK(s.response().output.empty());
}

}  // namespace response_state_tests
