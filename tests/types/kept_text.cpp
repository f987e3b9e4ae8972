#include <oaiwire/types/kept_text.hpp>
//
#include <support/catch.hpp>

#include <type_traits>
#include <utility>

namespace kept_text_tests {

using oaiwire::detail::kept_text;

TEST_CASE("kept_text is copied, moved and assigned like std::string") {
    static_assert(std::is_nothrow_move_constructible_v<kept_text>);
    static_assert(std::is_nothrow_move_assignable_v<kept_text>);
    static_assert(sizeof(kept_text) == sizeof(std::string));
    kept_text text("a text that is too long for the string object itself");
    const kept_text copy = text;
    CHECK(copy == text);
    const char* const data = text.data();
    kept_text moved = std::move(text);
    CHECK(moved.data() == data);
    text = moved;
    CHECK(text == copy);
    moved = "short";
    text = std::move(moved);
    CHECK(text == "short");
}

}  // namespace kept_text_tests
