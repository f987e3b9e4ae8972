#include <oaiwire/types/open_enum.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace open_enum_tests {

using namespace oaiwire;

namespace paint {

enum class color { unknown, red, blue };
constexpr std::array<std::string_view, 2> enumerator_names(color) {
    return {"red", "blue"};
}

}  // namespace paint

using color = open_enum<paint::color>;

TEST_CASE("a known text equals its enumerator") {
    CHECK(color("red").known() == paint::color::red);
    CHECK(color(std::string_view("blue")).known() == paint::color::blue);
    CHECK(color(paint::color::blue).text() == "blue");
    CHECK(color("red") == color(paint::color::red));
    CHECK(color("red") == paint::color::red);
    CHECK(color(paint::color::red) == "red");
    CHECK(color("red") != color("blue"));
    CHECK(color("red") != paint::color::blue);
}

TEST_CASE("the texts from one enumerator to another include both") {
    using paint::color;
    CHECK(detail::enumerator_texts<color::red, color::blue> == enumerator_names(color{}));
    CHECK(detail::enumerator_texts<color::blue, color::blue> ==
          std::array{std::string_view("blue")});
}

TEST_CASE("an unknown text is kept verbatim") {
    const std::string long_text(100, 'g');
    for (const std::string_view text : {std::string_view(""), std::string_view("Red"),
                                        std::string_view("red "), std::string_view(long_text)}) {
        const color c(text);
        CHECK(c.known() == paint::color::unknown);
        CHECK(c.text() == text);
        CHECK(c == text);
        CHECK(c == color(text));
        CHECK(c != color("red"));
    }
    CHECK(color("green") != color("grey"));
    CHECK(color() == color(""));
}

TEST_CASE("assigning replaces the text, from any state") {
    color c("green");
    c.assign("red");
    CHECK(c == paint::color::red);
    CHECK(c.text() == "red");
    c.assign("grey");
    CHECK(c.known() == paint::color::unknown);
    CHECK(c.text() == "grey");
    c = paint::color::blue;
    CHECK(c.text() == "blue");
    c.assign(c.text());
    CHECK(c == paint::color::blue);
    c.assign("other");
    c.assign(std::string_view(c.text()).substr(1));
    CHECK(c.text() == "ther");
    CHECK(color(c) == c);
}

TEST_CASE("the text of an earlier unknown value does not affect comparison") {
    color a("green");
    a.assign("red");
    CHECK(a == color("red"));
    a = paint::color::unknown;
    CHECK(a == color());
}

TEST_CASE("known() can be used in a switch") {
    const auto warm = [](const color& c) {
        switch (c.known()) {
            case paint::color::red:
                return 1;
            case paint::color::blue:
                return 0;
            case paint::color::unknown:
                break;
        }
        return -1;
    };
    CHECK(warm("red") == 1);
    CHECK(warm("blue") == 0);
    CHECK(warm("green") == -1);
}

}  // namespace open_enum_tests
