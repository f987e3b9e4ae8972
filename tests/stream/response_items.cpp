#include <oaiwire/stream/response_items.hpp>
//
#include <support/catch.hpp>

#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>

namespace response_items_tests {

using namespace oaiwire;

namespace {

// Makes protected members accessible.
struct items : detail::response_items<> {
    using base = detail::response_items<>;
    using base::has_status, base::names_of, base::said_by, base::said_texts, base::same_kind,
        base::set_final_status, base::size_of, base::type_of;
};

ResponseItem item(std::string_view text) {
    return json::read<ResponseItem>(text).value();
}

const ResponseItem message =
    item(R"({"type":"message","id":"m","status":"in_progress","content":[)"
         R"({"type":"output_text","text":"Hello"},{"type":"output_text","text":" you"}]})");
const ResponseItem call =
    item(R"({"type":"function_call","id":"i","call_id":"c","name":"f","arguments":"{}"})");
const ResponseItem unknown = item(R"({"type":"x_new","id":"u","call_id":"v"})");

}  // namespace

TEST_CASE("an item of any type tells its ids, its type and the size of its texts") {
    CHECK(items::names_of(message).id == "m");
    CHECK(items::names_of(message).call_id.empty());
    CHECK(items::names_of(call).id == "i");
    CHECK(items::names_of(call).call_id == "c");
    CHECK(items::names_of(unknown).id == "u");
    CHECK(items::names_of(unknown).call_id == "v");
    CHECK(items::same_kind(message, message));
    CHECK_FALSE(items::same_kind(message, call));
    CHECK_FALSE(items::same_kind(unknown, item(R"({"type":"x_other"})")));
    CHECK(items::size_of(message) == 9);
    CHECK(items::size_of(call) == 2);
    CHECK(items::size_of(unknown) == 0);
    CHECK(items::said_by(message) == "Hello you");
    CHECK(items::said_by(call).empty());
}

TEST_CASE("only an item in progress takes the final status of the response") {
    ResponseItem open = message;
    items::set_final_status(open, ResponseStatus::failed);
    CHECK(std::get<ResponseMessage>(open).status == ResponseStatus::incomplete);
    items::set_final_status(open, ResponseStatus::completed);
    CHECK(std::get<ResponseMessage>(open).status == ResponseStatus::incomplete);
    open = message;
    items::set_final_status(open, ResponseStatus::completed);
    CHECK(std::get<ResponseMessage>(open).status == ResponseStatus::completed);
    CHECK(items::has_status(open));
    CHECK_FALSE(items::has_status(unknown));
}

TEST_CASE("a text that an output has is found in it, and a call never") {
    const std::vector<ResponseItem> output{
        call,
        item(R"({"type":"message","content":[{"type":"output_text","text":"So: Hello you!"}]})")};
    items::said_texts said(output);
    CHECK(said.has(message));
    CHECK_FALSE(said.has(call));
    CHECK_FALSE(
        said.has(item(R"({"type":"message","content":[{"type":"output_text","text":"hello"}]})")));
}

}  // namespace response_items_tests
