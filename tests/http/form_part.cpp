#include <oaiwire/http/form_part.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

namespace form_part_tests {

using namespace oaiwire;
using http::form_part;
using http::detail::take_boundary;
using http::detail::take_part_field;

namespace {

// Why a Content-Disposition is refused; "" if it is taken.
std::string refusal(std::string_view disposition) {
    form_part part;
    const auto fault = take_part_field(part, "Content-Disposition", disposition);
    CHECK((fault.code == errc::ok) == fault.message.empty());
    return std::string(fault.message);
}

// The boundary, or the code of the error.
std::string boundary(std::string_view content_type) {
    std::string out = "--";
    const auto fault = take_boundary(out, content_type);
    return fault.code == errc::ok ? out : std::string(name(fault.code));
}

}  // namespace

TEST_CASE("the fields of a part fill its members, and all are kept in their order") {
    form_part part;
    CHECK(take_part_field(part, "X-Own", "1").code == errc::ok);
    CHECK(take_part_field(part, "content-type", "image/png").code == errc::ok);
    CHECK(take_part_field(part, "CONTENT-DISPOSITION",
                          R"(form-data; name="a%22b"; filename="c\"d.png")")
              .code == errc::ok);
    CHECK(take_part_field(part, "X-Own", "2").code == errc::ok);
    form_part due{
        .name = "a\"b", .filename = "c\"d.png", .content_type = "image/png", .is_file = true};
    due.headers.add("X-Own", "1");
    due.headers.add("content-type", "image/png");
    due.headers.add("CONTENT-DISPOSITION", R"(form-data; name="a%22b"; filename="c\"d.png")");
    due.headers.add("X-Own", "2");
    CHECK(part == due);
}

TEST_CASE("a part is a file if it has a filename, even an empty one") {
    const auto is_file = [](std::string_view disposition) {
        form_part part;
        REQUIRE(take_part_field(part, "Content-Disposition", disposition).code == errc::ok);
        return part.is_file;
    };
    CHECK_FALSE(is_file("form-data; name=a"));
    CHECK(is_file("form-data; name=a; filename=\"\""));
    CHECK(is_file("form-data; name=a; filename*=utf-8''%C3%A4"));
}

TEST_CASE("a Content-Disposition is refused for one reason, which the message states") {
    CHECK(refusal("form-data; name=a").empty());
    CHECK(refusal("attachment; name=a") == "a part's Content-Disposition is not form-data");
    CHECK(refusal("form-data") == "a part of a form has no name");
    CHECK(refusal("form-data; name=a; name=a") == "a parameter of Content-Disposition is repeated");
    CHECK(refusal("form-data; name=\"a") == "a part's Content-Disposition is malformed");
    CHECK(refusal("form-data; name*=utf-8''a") ==
          "a form must not encode names by RFC 8187 (RFC 7578, 4.2)");
    CHECK(refusal("form-data; name=a; filename*=latin1''a") ==
          "filename* is malformed, or not UTF-8");
    CHECK(refusal("form-data; name=a; filename=b; filename*=utf-8''c") ==
          "filename and filename* of a part differ");
    CHECK(refusal("form-data; name=\"\xFF\"") == "a name in a form is not UTF-8");
}

TEST_CASE("fields that say how a part is read come once, and its content is not encoded") {
    for (const char* field : {"Content-Disposition", "Content-Type", "Content-Transfer-Encoding"}) {
        CAPTURE(field);
        const std::string_view value =
            std::string_view(field) == "Content-Disposition" ? "form-data; name=a" : "binary";
        form_part part;
        REQUIRE(take_part_field(part, field, value).code == errc::ok);
        CHECK(take_part_field(part, field, value).code == errc::invalid_framing);
    }
    for (const char* coding : {"7bit", "8BIT", "Binary"}) {
        form_part part;
        CHECK(take_part_field(part, "Content-Transfer-Encoding", coding).code == errc::ok);
    }
    for (const char* coding : {"base64", "quoted-printable", ""}) {
        form_part part;
        CHECK(take_part_field(part, "Content-Transfer-Encoding", coding).code ==
              errc::invalid_framing);
    }
}

TEST_CASE("the boundary of a form is appended, in quotes or not") {
    CHECK(boundary("multipart/form-data; boundary=a1") == "--a1");
    CHECK(boundary("MULTIPART/FORM-DATA;charset=utf-8; Boundary=\"a b\"") == "--a b");
    CHECK(boundary("multipart/form-data; boundary=\"'()+_,-./:=?\"") == "--'()+_,-./:=?");
    const std::string longest(70, 'x');
    CHECK(boundary("multipart/form-data; boundary=" + longest) == "--" + longest);
}

TEST_CASE("a content type without one valid boundary is refused") {
    CHECK(boundary("multipart/mixed; boundary=a") == "unexpected_content_type");
    CHECK(boundary("") == "unexpected_content_type");
    for (const char* type :
         {"multipart/form-data", "multipart/form-data; boundary=\"\"",
          "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"a;b\"",
          "multipart/form-data; boundary=a; boundary=a", "multipart/form-data; boundary=\"a",
          "multipart/form-data; boundary=\"\xC3\xA4\""}) {
        CAPTURE(type);
        CHECK(boundary(type) == "invalid_header");
    }
    CHECK(boundary("multipart/form-data; boundary=" + std::string(71, 'x')) == "invalid_header");
}

}  // namespace form_part_tests
