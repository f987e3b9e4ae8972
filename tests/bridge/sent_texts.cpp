#include <oaiwire/bridge/sent_texts.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace sent_texts_tests {

using namespace oaiwire;
using detail::output_place;
using detail::sent_text;
using detail::sent_texts;
using detail::text_kind;

TEST_CASE("the rest of a text, for every cut") {
    const std::string whole = "some text";
    for (std::size_t at = 0; at <= whole.size(); ++at) {
        sent_text sent;
        for (const char c : whole.substr(0, at)) sent.add(std::string_view(&c, 1));
        CHECK(sent.rest_of(whole) == std::string_view(whole).substr(at));
        if (at != 0) CHECK_FALSE(sent.rest_of("another text"));
        CHECK(sent.rest_of("") == "");
    }
}

TEST_CASE("items are found by id, by index, or as the last of their kind") {
    struct place {
        field<std::int64_t> output_index{};
        field<std::int64_t> output_item_index{};
        field<std::string> item_id{};
    };
    sent_texts sent(3);
    auto* const first = sent.at(place{.output_index = 0, .item_id = "a"}, text_kind::text);
    first->start = 100;
    const auto is_first = [](const detail::sent_item* item) { return item->start == 100; };
    CHECK(is_first(sent.at(place{.item_id = "a"}, text_kind::refusal)));
    CHECK(is_first(sent.at(place{.output_index = 0}, text_kind::text)));
    CHECK(is_first(sent.at(place{}, text_kind::text)));
    CHECK_FALSE(is_first(sent.at(place{.output_index = 0}, text_kind::reasoning)));
    CHECK_FALSE(is_first(sent.at(place{.output_index = 1}, text_kind::text)));
    // a new item with the index of one that is done
    sent.at(place{.output_index = 0}, text_kind::text)->done = true;
    CHECK(is_first(sent.at(place{.output_index = 0}, text_kind::text)));
    CHECK(sent.at(place{.output_index = 0}, text_kind::text, {}, true) == nullptr);
}

}  // namespace sent_texts_tests
