#include <oaiwire/api/form.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/http/content.hpp>
#include <oaiwire/types/images.hpp>

namespace form_tests {

using namespace oaiwire;

TEST_CASE("the forms of the wire types need their declarations only") {
    http::request out;
    extra_members more;
    more.set("seed", 7);
    REQUIRE(write_form(ImageVariationRequest{.image = file_content("a.png", "PNG"), .n = 2}, more,
                       false, out));
    CHECK(out.headers.value("Content-Type").starts_with("multipart/form-data; boundary="));
    REQUIRE(out.content);
    http::content_cursor content(out);
    std::string form;
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        form.append(*piece);
    }
    CHECK(form.size() == out.content->size());
    CHECK(form.find("name=\"seed\"\r\n\r\n7\r\n") != std::string::npos);
    CHECK(form.find("\r\n\r\nPNG\r\n") != std::string::npos);
}

}  // namespace form_tests
