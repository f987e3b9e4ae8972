#include <oaiwire/http/multipart_decoder.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/http/content.hpp>
#include <oaiwire/http/multipart.hpp>
#include <support/allocations.hpp>
#include <support/form_runs.hpp>
#include <support/random.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace multipart_decoder_tests {

using namespace oaiwire;
using http::form_event;
using http::multipart_decoder;
using oracle::decoded_form;
using support::forms::decode;

namespace {

oracle::form_bounds bounds_of(const limits& l) {
    return {l.head, l.headers, l.parts};
}

// The result of the reference, after it was compared with every split in two and all bytes alone.
decoded_form read(std::string_view boundary, std::string_view body, const limits& bounds = {}) {
    CAPTURE(body);
    auto due = oracle::decode_form(boundary, body, bounds_of(bounds));
    for (std::size_t cut = 0; cut <= body.size(); ++cut) {
        const auto found = decode(boundary, body, {cut}, bounds);
        CAPTURE(cut, found.error, found.at, due.error, due.at);
        REQUIRE(found == due);
    }
    REQUIRE(decode(boundary, body, std::vector<std::size_t>(body.size(), 1), bounds) == due);
    return due;
}

const std::string field = "Content-Disposition: form-data; name=\"a\"\r\n\r\n";

// A form of one part with that Content-Disposition.
std::string with(std::string_view disposition) {
    return "--b\r\nContent-Disposition: " + std::string(disposition) + "\r\n\r\nx\r\n--b--\r\n";
}

std::string error_of(std::string_view body, const limits& bounds = {}) {
    const auto form = read("b", body, bounds);
    return form.error.empty() ? "" : form.error + ' ' + std::to_string(form.at);
}

errc begun(std::string_view type) {
    multipart_decoder d;
    const auto done = d.begin(type);
    CHECK(d.failed() == !done);
    return done ? errc::ok : done.error().code;
}

}  // namespace

TEST_CASE("what the form builder writes is read back, for every split") {
    http::form_builder form;
    form.field("model", "whisper-1");
    form.field("include[]", "");
    form.field("two \"lines\"\r\n", "\r\n--\r\n--x\r\r\n");
    REQUIRE(
        form.file("file", "C:\\dir\\\xc3\xa9.wav", "audio/wav", std::string("\0\r\n--\xff", 6)));
    const auto made = form.finish();
    REQUIRE(made);
    http::request request;
    request.content = made->content;
    std::string body;
    http::content_cursor cursor(request);
    for (auto p = cursor.next(); p && !p->empty(); p = cursor.next()) body += *p;
    const auto boundary = made->content_type.substr(made->content_type.find('=') + 1);
    const auto parts = read(boundary, body).parts;
    REQUIRE(parts.size() == 4);
    CHECK(parts[0].name == "model");
    CHECK(parts[0].content == "whisper-1");
    CHECK(!parts[0].is_file);
    CHECK(parts[1].content.empty());
    CHECK(parts[2].name == "two \"lines\"\r\n");
    CHECK(parts[2].content == "\r\n--\r\n--x\r\r\n");
    CHECK(parts[3].is_file);
    CHECK(parts[3].filename == "C:\\dir\\\xc3\xa9.wav");
    CHECK(parts[3].type == "audio/wav");
    CHECK(parts[3].content == std::string("\0\r\n--\xff", 6));
}

TEST_CASE("bodies of random pieces of the grammar are read as the reference reads them") {
    const std::vector<std::string> words{"\r\n",
                                         "--b",
                                         "--b--",
                                         "--",
                                         "-",
                                         "b",
                                         "\r",
                                         "\n",
                                         " ",
                                         "\t",
                                         field,
                                         field,
                                         "x",
                                         "\r\n--b\r\n",
                                         "\r\n--b\r\n" + field,
                                         "\r\n--b--\r\n",
                                         "Content-Disposition: form-data; name=",
                                         "\"",
                                         "\\",
                                         "%22",
                                         ";",
                                         "filename=\"",
                                         "a=b",
                                         "\xff",
                                         "Content-Type: text/plain\r\n",
                                         "\r\n--bb",
                                         "--b\r\n"};
    support::random random(17);
    limits bounds;
    for (int i = 0; i != 20000; ++i) {
        std::string body = random.one_in(3) ? "" : "--b\r\n";
        for (std::size_t n = random.below(9); n != 0; --n)
            body += words[random.below(words.size())];
        bounds.head = random.one_in(2) ? 65536 : random.below(70);
        bounds.headers = random.below(4);
        bounds.parts = random.below(4);
        const auto due = oracle::decode_form("b", body, bounds_of(bounds));
        CAPTURE(body, bounds.head, bounds.headers, bounds.parts, due.error, due.at);
        REQUIRE(decode("b", body, {}, bounds) == due);
        REQUIRE(decode("b", body, std::vector<std::size_t>(body.size(), 1), bounds) == due);
        REQUIRE(decode("b", body, {random.below(body.size() + 1)}, bounds) == due);
    }
}

TEST_CASE(
    "the boundary comes from the content type, as a token or quoted, and is one of RFC 2046") {
    CHECK(begun("multipart/form-data; boundary=b") == errc::ok);
    CHECK(begun("Multipart/Form-Data;charset=utf-8 ; Boundary=\"a b\";") == errc::ok);
    CHECK(begun("multipart/form-data; boundary=" + std::string(70, 'b')) == errc::ok);
    CHECK(begun("multipart/form-data; boundary=\"'()+_,-./:=? 0\"") == errc::ok);
    for (const char* bad :
         {"multipart/form-data", "multipart/form-data; boundary=",
          "multipart/form-data; boundary=\"\"", "multipart/form-data; boundary=\"a \"",
          "multipart/form-data; boundary=a:b", "multipart/form-data; boundary=\"a\\\"b\"",
          "multipart/form-data; boundary=\"a\"b", "multipart/form-data; boundary=a; boundary=a",
          "multipart/form-data; boundary=\"a", "multipart/form-data; boundary = a",
          "multipart/form-data; boundary=\"\xc3\xa9\"", "multipart/form-data; boundary=a b"}) {
        CAPTURE(bad);
        CHECK(begun(bad) == errc::invalid_header);
    }
    CHECK(begun("multipart/form-data; boundary=" + std::string(71, 'b')) == errc::invalid_header);
    for (const char* other : {"", "multipart/mixed; boundary=b", "application/json",
                              "multipart/form-data-x; boundary=b"}) {
        CHECK(begun(other) == errc::unexpected_content_type);
    }
}

TEST_CASE("preamble, padding and epilogue are passed over") {
    const auto form =
        read("b", "before\r\n --b\r\n--b \t \r\n" + field + "x\r\n--b-- \t\r\nafter\r\n--b\r\n");
    CHECK(form.error.empty());
    REQUIRE(form.parts.size() == 1);
    CHECK(form.parts[0].content == "x");
    CHECK(error_of("--b--").empty());
    CHECK(error_of("--b--\r\n").empty());
    CHECK(error_of("\r\n--b--").empty());
}

TEST_CASE("a part without content ends at once, with or without a line break of its own") {
    for (const char* end : {"\r\n--b--", "--b--"}) {
        const auto form = read("b", "--b\r\n" + field + end);
        CHECK(form.error.empty());
        REQUIRE(form.parts.size() == 1);
        CHECK(form.parts[0].content.empty());
        CHECK(form.parts[0].whole);
    }
}

TEST_CASE("what is like a boundary is content, and a boundary within a line is too") {
    for (const char* content : {"\r\n--", "\r--b", "\n--b\n", "--b--", "x--b\r\n", "\r\r\n--c",
                                "\r\n-b", "\r\n --b", "--c\r\n\r\n--c--"}) {
        CAPTURE(content);
        const std::string text = content;
        const auto form = read("b", "--b\r\n" + field + "x" + text + "\r\n--b--");
        CHECK(form.error.empty());
        REQUIRE(form.parts.size() == 1);
        CHECK(form.parts[0].content == 'x' + text);
    }
}

TEST_CASE("boundaries that repeat or consist of hyphens and spaces are found at any split") {
    for (const std::string boundary : {"--", "-", "----", "aa", "aaab", "-- --x", "--a--", "a--"}) {
        const std::string line = "--" + boundary;
        std::string content;
        for (std::size_t n = 0; n != line.size(); ++n)
            content += "\r\n" + line.substr(0, n) + "~\r\n\r";
        const auto form =
            read(boundary, line + "\r\n" + field + content + "\r\n" + line + "--\r\n");
        CAPTURE(boundary, form.error, form.at);
        CHECK(form.error.empty());
        REQUIRE(form.parts.size() == 1);
        CHECK(form.parts[0].content == content);
    }
}

TEST_CASE("a line that begins with the boundary and goes on is an error at that byte") {
    CHECK(error_of("--bx") == "framing 3");
    CHECK(error_of("--b-x") == "framing 4");
    CHECK(error_of("--b x") == "framing 4");
    CHECK(error_of("--b\n") == "framing 3");
    CHECK(error_of("--b\rx") == "framing 4");
    CHECK(error_of("--b--x") == "framing 5");
    CHECK(error_of("--b--\rx") == "framing 6");
    const auto form = read("b", "--b\r\n" + field + "x\r\n--bb--\r\n");
    CHECK(form.error == "framing");
    REQUIRE(form.parts.size() == 1);
    CHECK(form.parts[0].content == "x");
}

TEST_CASE("a body that ends before the closing delimiter is closed early") {
    const std::string whole = "--b\r\n" + field + "x\r\n--b--";
    for (std::size_t n = 0; n != whole.size(); ++n) {
        CAPTURE(n);
        CHECK(error_of(whole.substr(0, n)) == "early " + std::to_string(n));
    }
    CHECK(error_of(whole + "\r") == "early " + std::to_string(whole.size() + 1));
}

TEST_CASE("names are unescaped as clients write them") {
    const auto names = [](std::string_view disposition) {
        const auto form = read("b", with(disposition));
        if (!form.error.empty() || form.parts.size() != 1) return form.error;
        const auto& p = form.parts[0];
        return p.name + (p.is_file ? '|' + p.filename : "");
    };
    CHECK(names("form-data; name=a") == "a");
    CHECK(names("FORM-DATA;NAME=\"a b\" ; FileName=\"\"") == "a b|");
    CHECK(names("form-data; name=\"\"").empty());
    CHECK(names(R"(form-data; name="\"\\a\b;c")") == R"("\a\b;c)");
    CHECK(names("form-data; name=\"%22%0D%0a%41%\"") == "\"\r\n%41%");
    CHECK(names("form-data; name=a%22b") == "a%22b");
    CHECK(names("form-data; name=\"\xc3\xa9\"; filename=\"\xe2\x82\xac.png\"; x=y;") ==
          "\xc3\xa9|\xe2\x82\xac.png");
}

// RFC 7578, 4.2 forbids filename*, but .NET's HttpClient, aiohttp and reqwest send it.
TEST_CASE("an encoded filename is taken if no other one contradicts it") {
    const auto filename = [](std::string_view parameters) {
        const auto form = read("b", with("form-data; name=a; " + std::string(parameters)));
        if (!form.error.empty() || form.parts.size() != 1) return form.error;
        return form.parts[0].is_file ? form.parts[0].filename : "none";
    };
    const std::string umlaut = "\xc3\xa4.mp3";
    for (const char* good :
         {"filename*=utf-8''%C3%A4.mp3", "FILENAME*=UTF-8'de'%c3%a4.mp3",
          "filename=\"\xc3\xa4.mp3\"; filename*=utf-8''%C3%A4.mp3",
          "filename*=utf-8''%C3%A4.mp3; filename=\"\xc3\xa4.mp3\"",
          "filename=\"=?utf-8?B?w6QubXAz?=\"; filename*=utf-8''%C3%A4.mp3",  // .NET
          "filename=\"%C3%A4.mp3\"; filename*=utf-8''%C3%A4.mp3"}) {         // aiohttp
        CAPTURE(good);
        CHECK(filename(good) == umlaut);
    }
    CHECK(filename("filename=a.mp3; filename*=utf-8''a.mp3") == "a.mp3");
    CHECK(filename("filename*=utf-8''my%20file.mp3") == "my file.mp3");  // reqwest
    for (const char* bad :
         {"filename=a; filename*=utf-8''b", "filename*=utf-8''b; filename=a",
          "filename=\"\"; filename*=utf-8''b", "filename*=utf-8''a; filename*=utf-8''a",
          "filename=\"=?utf-8?B?w6QubXA=?=\"; filename*=utf-8''%C3%A4.mp3",
          "filename*=\"utf-8''a\"", "filename*=a", "filename*=utf-8'a", "filename*=''a",
          "filename*=latin1''a", "filename*=utf-8''%", "filename*=utf-8''%4",
          "filename*=utf-8''%4g", "filename*=utf-8''%ff", "filename*=utf-8''%00",
          "filename*=utf-8''%0D%0A", "filename*=utf-8''%7f", "filename*=utf-8''a'b",
          "filename*=utf-8''a*"}) {
        CAPTURE(bad);
        CHECK(error_of(with("form-data; name=a; " + std::string(bad))) == "framing 5");
    }
}

TEST_CASE("a Content-Disposition that can be read in two ways is an error at its field") {
    for (const char* bad :
         {"form-data", "attachment; name=\"a\"", "form-data name=a", "form-data; filename=\"a\"",
          "form-data; name=\"a\"; name=\"a\"", "form-data; name=a; filename=a; filename=b",
          "form-data; name*=utf-8''a", "form-data; name=\"a", "form-data; name=\"a\\\"",
          "form-data; name=\"a\"x", "form-data; name=", "form-data; name = a", "form-data; =a",
          "form-data; name", "form-data; name=a b"}) {
        CAPTURE(bad);
        CHECK(error_of(with(bad)) == "framing 5");
    }
    CHECK(error_of(with("form-data; name=\"\xff\"")) == "utf8 5");
}

TEST_CASE("the head of a part is strict") {
    const std::string start = "--b\r\n";
    CHECK(error_of(start + "\r\nx\r\n--b--") == "framing 5");  // no Content-Disposition
    CHECK(error_of(start + "A: b\r\n\r\n\r\n--b--") == "framing 11");
    for (const char* bad : {" A: b", "A : b", ": b", "A b", "A: b\n", "A: \x01"}) {
        CAPTURE(bad);
        CHECK(error_of(start + bad + "\r\n" + field + "\r\n--b--").starts_with("framing"));
    }
    for (const char* twice :
         {"Content-Disposition: form-data; name=b\r\n",
          "Content-Type: a/b\r\nCONTENT-TYPE: a/b\r\n",
          "Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: 7bit\r\n"}) {
        CAPTURE(twice);
        CHECK(error_of(start + twice + field + "\r\n--b--").starts_with("framing"));
    }
    for (const char* coding : {"7bit", "8BIT", "binary"}) {
        CHECK(
            error_of(start + "Content-Transfer-Encoding: " + coding + "\r\n" + field + "\r\n--b--")
                .empty());
    }
    for (const char* coding : {"base64", "quoted-printable", ""}) {
        CHECK(error_of(start + "Content-Transfer-Encoding: " + coding + "\r\n" + field +
                       "\r\n--b--") == "framing 5");
    }
}

TEST_CASE("heads, parts, preamble and epilogue are bounded") {
    limits bounds;
    bounds.head = field.size() + 2;
    const std::string part = "--b\r\n" + field + "x\r\n";
    CHECK(error_of(part + "--b--", bounds).empty());
    CHECK(error_of("--b \r\n" + field + "x\r\n--b--", bounds) ==
          "limit " + std::to_string(5 + field.size()));
    bounds.head = 8;
    CHECK(error_of("12345678\r\n--b--", bounds).empty());
    CHECK(error_of("123456789\r\n--b--", bounds) == "limit 8");
    CHECK(error_of("--b--\r\n123456", bounds).empty());
    CHECK(error_of("--b--\r\n1234567", bounds) == "limit 13");
    CHECK(error_of("--b--         ", bounds) == "limit 13");
    bounds = {};
    bounds.headers = 2;
    CHECK(error_of("--b\r\nA: b\r\n" + field + "\r\n--b--", bounds).empty());
    CHECK(error_of("--b\r\nA: b\r\nA: b\r\n" + field + "\r\n--b--", bounds) == "limit 17");
    bounds.parts = 2;
    CHECK(error_of(part + part + "--b--", bounds).empty());
    CHECK(error_of(part + part + "--b\r\n", bounds) ==
          "limit " + std::to_string(2 * part.size() + 4));
}

TEST_CASE("contents are views into the input and cost no allocation, whatever they consist of") {
    multipart_decoder d;
    REQUIRE(d.begin("multipart/form-data; boundary=b"));
    const auto take = [&](const std::string& bytes) {
        std::size_t content = 0;
        d.feed(bytes);
        for (auto e = d.next(); e.what != form_event::kind::none; e = d.next())
            content += e.bytes.size();
        return content;
    };
    REQUIRE(take("--b\r\n" + field) == 0);
    for (const char* flood : {"\r\n--", "\r", "\r\n", "x", "\r\n--\r\n--c"}) {
        std::string bytes;
        while (bytes.size() < (std::size_t{1} << 20)) bytes += flood;
        bytes += '~';
        std::size_t content = 0;
        const auto before = support::allocations.count;
        content = take(bytes);
        CHECK(support::allocations.count == before);
        CHECK(content == bytes.size());
    }
    CHECK(take("\r\n--b--") == 0);
    CHECK(d.done());
    CHECK(d.finish());
}

TEST_CASE("misuse is an error, and begin() starts anew") {
    multipart_decoder d;
    d.feed("--b--");
    CHECK(d.failure().code == errc::invalid_argument);
    REQUIRE(d.begin("multipart/form-data; boundary=b"));
    d.feed("--b");
    d.feed("--");
    CHECK(d.failure().code == errc::invalid_argument);
    CHECK(d.next().what == form_event::kind::none);
    REQUIRE(d.begin("multipart/form-data; boundary=c"));
    d.feed("--c--");
    CHECK(d.finish().error().code == errc::invalid_argument);
    REQUIRE(d.begin("multipart/form-data; boundary=c"));
    d.feed("--c--");
    CHECK(d.next().what == form_event::kind::none);
    CHECK(d.done());
    CHECK(d.consumed() == 5);
    CHECK(d.finish());
}

}  // namespace multipart_decoder_tests
