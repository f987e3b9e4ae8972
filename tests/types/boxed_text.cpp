#include <oaiwire/types/boxed_text.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <type_traits>
#include <utility>

namespace boxed_text_tests {

using oaiwire::detail::boxed_text;

TEST_CASE("a boxed text is empty until it is made") {
    static_assert(sizeof(boxed_text) == sizeof(void*));
    static_assert(std::is_nothrow_move_constructible_v<boxed_text>);
    static_assert(std::is_nothrow_move_assignable_v<boxed_text>);
    boxed_text text;
    CHECK(text.empty());
    CHECK(text.view().empty());
    CHECK(text.get().empty());
    text.clear();
    CHECK(&text.get() == &boxed_text().get());  // nothing was allocated
    text.make() = "some";
    CHECK_FALSE(text.empty());
    CHECK(text.view() == "some");
    CHECK(text.get() == "some");
}

TEST_CASE("a boxed text that is cleared keeps its string") {
    boxed_text text;
    text.make() = "a text that is too long for the string object itself";
    const std::string* const at = &text.get();
    const char* const data = at->data();
    text.clear();
    CHECK(text.empty());
    CHECK(&text.make() == at);
    CHECK(text.make().data() == data);
    text = boxed_text();  // takes the other's, which has none
    CHECK(text.empty());
}

TEST_CASE("a copy of a boxed text is its own, and a moved one leaves an empty text") {
    boxed_text text;
    text.make() = "first";
    boxed_text copy = text;
    copy.make() += " copy";
    CHECK(text.view() == "first");
    CHECK(copy.view() == "first copy");
    text = copy;
    CHECK(text.view() == "first copy");
    const boxed_text& same = text;
    text = same;
    CHECK(text.view() == "first copy");
    const std::string* const at = &text.get();
    const boxed_text& left = text;
    boxed_text moved = std::move(text);
    CHECK(&moved.get() == at);
    CHECK(left.empty());
    const boxed_text& rest = moved;
    copy = std::move(moved);
    CHECK(&copy.get() == at);
    CHECK(rest.empty());
    const boxed_text none;
    copy = none;
    CHECK(copy.empty());
}

}  // namespace boxed_text_tests
