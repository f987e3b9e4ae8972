#include <oaiwire/body/body_start.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

namespace body_start_tests {

using namespace oaiwire;

namespace {

// The offset of the first line, found in pieces of n bytes.
std::size_t start_of(std::string_view bytes, std::size_t n) {
    detail::body_start start;
    for (std::size_t i = 0; i < bytes.size(); i += n) {
        const std::string_view piece = bytes.substr(i, n);
        const std::size_t at = start.find(piece);
        if (at != piece.size()) return i + at;
    }
    return bytes.size();
}

}  // namespace

TEST_CASE("the first line of a body follows white space and comments, for every split") {
    struct {
        std::string_view bytes;
        std::size_t start;
    } const bodies[] = {{"", 0},           {"data: x", 0},       {" \r\n\t{}", 4},
                        {":\n{}", 2},      {": a\r\n: {\n[", 9}, {"\xEF\xBB\xBF{}", 3},
                        {": a {\"b\"", 8}, {"\n\n:c\r\r<", 6}};
    for (const auto& body : bodies) {
        for (std::size_t n = 1; n <= body.bytes.size() + 1; ++n) {
            CHECK(start_of(body.bytes, n) == body.start);
        }
    }
}

TEST_CASE("a body that starts with an event stream field is an event stream") {
    using detail::body_form;
    using detail::form_of_body;
    for (const std::string_view bytes : {"data: x", "data:", "event: e", "id:1", "retry: 2"}) {
        CHECK(form_of_body(bytes, false) == body_form::events);
        for (std::size_t n = 0; n != bytes.find(':'); ++n) {
            CHECK(form_of_body(bytes.substr(0, n), false) == body_form::unknown);
        }
    }
    for (const std::string_view bytes : {"{", "[", "\"data:\"", "dat{", "null", "<html>"}) {
        CHECK(form_of_body(bytes, false) == body_form::other);
    }
}

TEST_CASE("a line that cannot be part of an event stream is distinguished from an incomplete one") {
    for (const char* lines : {"", "data: x\n", "data\nid: 1\r\n: x\revent", "da", "re", "\n"}) {
        CHECK_FALSE(detail::has_other_line(lines));
    }
    for (const char* lines : {"x", "<html>\n", "data: x\nerror code: 1015", "dat\n", "data x"}) {
        CHECK(detail::has_other_line(lines));
    }
}

TEST_CASE("a body labelled as an event stream is one unless it is JSON") {
    using detail::body_form;
    CHECK(detail::form_of_body("x", true) == body_form::events);
    CHECK(detail::form_of_body("", true) == body_form::unknown);
    CHECK(detail::form_of_body("{", true) == body_form::other);
    CHECK(detail::form_of_body("[", true) == body_form::other);
}

}  // namespace body_start_tests
