#include <oaiwire/bridge/response_events_of.hpp>
//
#include <string>

#include <oaiwire/types/response_text.hpp>
#include <support/json_of.hpp>

namespace response_events_of_tests {

using namespace oaiwire;

namespace {

std::string types(detail::response_events_of<>& out) {
    std::string all;
    while (const auto* e = out.next()) all += std::string(type_text(*e)).substr(9) + " ";
    return all;
}

}  // namespace

TEST_CASE("a summary has events of its own, and ends where text begins") {
    detail::response_events_of<> out;
    out.as_summary = true;
    out.add_reasoning("a");
    CHECK(types(out) ==
          "output_item.added reasoning_summary_part.added reasoning_summary_text.delta ");
    out.add_text("b", nullptr);
    CHECK(types(out) ==
          "reasoning_summary_text.done reasoning_summary_part.done output_item.done "
          "output_item.added content_part.added output_text.delta ");
    out.end_items(false);
    CHECK(types(out) == "output_text.done content_part.done output_item.done ");
}

TEST_CASE("log probabilities that come before the text wait for it") {
    detail::response_events_of<> out;
    const std::vector<TokenLogprob> one{TokenLogprob{.token = "t"}};
    out.add_text("", &one);
    CHECK(out.next() == nullptr);
    out.add_text("b", &one);
    while (out.next() != nullptr) {
    }
    const auto* message = std::get_if<ResponseMessage>(&out.response.output[0]);
    CHECK(
        support::json_of(*message->content) ==
        R"([{"type":"output_text","text":"b","annotations":[],"logprobs":[{"token":"t"},{"token":"t"}]}])");
}

TEST_CASE("padding is that of the chunk, once") {
    detail::response_events_of<> out;
    const std::string padding = "xyz";
    out.padding = &padding;
    out.add_text("a", nullptr);
    out.add_text("b", nullptr);
    std::string all;
    while (const auto* e = out.next()) {
        const auto* delta = std::get_if<ResponseDeltaEvent>(e);
        if (delta != nullptr) all += delta->obfuscation.value_or("-") + " ";
    }
    CHECK(all == "xyz - ");
}

}  // namespace response_events_of_tests
