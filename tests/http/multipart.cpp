#include <oaiwire/http/multipart.hpp>
//
#include <support/catch.hpp>

#include <oracle/multipart.hpp>
#include <support/random.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace multipart_tests {

using namespace oaiwire;

namespace {

// A text that the test can replace after the form was made, in pieces of at most `most` bytes.
class text_source final : public byte_source {
public:
    explicit text_source(std::string t, std::size_t m = 1000) : text(std::move(t)), most(m) {}
    std::uint64_t size() const override { return text.size(); }
    result<std::unique_ptr<byte_reader>> open() const override {
        return std::unique_ptr<byte_reader>(std::make_unique<reader>(text, most));
    }
    std::string text;
    std::size_t most;

private:
    class reader final : public byte_reader {
    public:
        reader(std::string text, std::size_t most) : text_(std::move(text)), most_(most) {}
        result<std::size_t> read(char* to, std::size_t room) override {
            const auto n = text_.copy(to, (std::min)(room, most_), at_);
            at_ += n;
            return n;
        }

    private:
        std::string text_;
        std::size_t most_;
        std::size_t at_ = 0;
    };
};

class of_size final : public byte_source {
public:
    explicit of_size(std::uint64_t n) : size_(n) {}
    std::uint64_t size() const override { return size_; }
    result<std::unique_ptr<byte_reader>> open() const override { return make_error(errc::ok); }

private:
    std::uint64_t size_;
};

// All bytes, read `room` at a time, and the final code.
std::pair<std::string, errc> read(const byte_source& source, std::size_t room) {
    std::string out, some(room, '\0');
    auto reader = source.open();
    REQUIRE(reader);
    for (;;) {
        const auto n = (*reader)->read(some.data(), room);
        if (!n) {
            CHECK((*reader)->read(some.data(), room).error() == n.error());
            return {out, n.error().code};
        }
        if (*n == 0) {
            CHECK((*reader)->read(some.data(), room).value() == 0);
            return {out, errc::ok};
        }
        REQUIRE(*n <= room);
        out.append(some, 0, *n);
    }
}
std::string all_of(const http::form_content& form, std::size_t room = 1000) {
    const auto [bytes, code] = read(*form.content, room);
    CHECK(code == errc::ok);
    CHECK(bytes.size() == form.content->size());
    return bytes;
}
std::string boundary_of(const http::form_content& form) {
    return form.content_type.substr(form.content_type.find('=') + 1);
}

struct expected {
    std::string name{};
    std::string filename{};  // "(none)" for a text field
    std::string type{};
    std::string content{};
};
const std::string none = "(none)";

void check(const http::form_content& form, const std::vector<expected>& parts) {
    const auto found = oracle::read_form(form.content_type, all_of(form));
    REQUIRE(found);
    REQUIRE(found->size() == parts.size());
    for (std::size_t i = 0; i != parts.size(); ++i) {
        const auto& f = (*found)[i];
        CHECK(f.field("content-disposition").starts_with("form-data; name=\""));
        CHECK(f.parameter("name") == parts[i].name);
        CHECK(f.parameter("filename") == parts[i].filename);
        CHECK(f.field("content-type") == parts[i].type);
        CHECK(f.content == parts[i].content);
    }
}

}  // namespace

TEST_CASE("a form consists of delimited parts; files have a content type, fields do not") {
    http::form_builder b;
    b.field("model", "whisper-1");
    CHECK(b.file("file", "a.wav", "audio/wav", "RIFF"));
    CHECK(b.file("image[]", "", "", "ignored", std::make_shared<text_source>("bytes")));
    const auto form = b.finish();
    REQUIRE(form);
    const auto mark = "--" + boundary_of(*form);
    CHECK(all_of(*form) == mark +
                               "\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\n"
                               "whisper-1\r\n" +
                               mark +
                               "\r\nContent-Disposition: form-data; name=\"file\"; "
                               "filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n\r\n"
                               "RIFF\r\n" +
                               mark +
                               "\r\nContent-Disposition: form-data; name=\"image[]\"; "
                               "filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                               "bytes\r\n" +
                               mark + "--\r\n");
    // finish() leaves an empty builder
    CHECK(all_of(*b.finish()).ends_with("--\r\n"));
    CHECK(b.finish()->content->size() == 2 + 32 + 4);
}

TEST_CASE("quotes and line breaks in names are escaped, all other bytes are not") {
    http::form_builder b;
    b.field("a\"b\r\nc\\d%;'", "1");
    CHECK(b.file("\xc3\xa9", "\"\r\n\r\n--x.\xf0\x9f\x98\x80", "text/plain; charset=utf-8", ""));
    const auto form = b.finish();
    REQUIRE(form);
    check(*form,
          {{"a%22b%0D%0Ac\\d%;'", none, none, "1"},
           {"\xc3\xa9", "%22%0D%0A%0D%0A--x.\xf0\x9f\x98\x80", "text/plain; charset=utf-8", ""}});
}

TEST_CASE("a field may have a content type, and is no file") {
    http::form_builder b;
    CHECK(b.field("sdp", "v=0\r\n", "application/sdp"));
    CHECK(b.field("x", "", "a/b\r\nc: d").error().code == errc::invalid_header);
    const auto form = b.finish();
    REQUIRE(form);
    const auto mark = "--" + boundary_of(*form);
    CHECK(all_of(*form) == mark +
                               "\r\nContent-Disposition: form-data; name=\"sdp\"\r\n"
                               "Content-Type: application/sdp\r\n\r\nv=0\r\n\r\n" +
                               mark + "--\r\n");
}

TEST_CASE("an invalid content type is rejected") {
    http::form_builder b;
    for (const char* type : {"a/b\r\nX: y", "a/b\n", "a/b\r", "a\x01", " a/b", "\xc3\xa9"}) {
        const auto done = b.file("n", "f", type, "data");
        REQUIRE_FALSE(done);
        CHECK(done.error().code == errc::invalid_header);
    }
    CHECK(b.finish()->content->size() == 38);  // nothing was added
}

TEST_CASE("any form can be parsed back and does not depend on the sizes of reads") {
    support::random random(7);
    const auto bytes = [&](std::size_t most) {
        std::string out(random.below(most + 1), '\0');
        for (auto& c : out) c = "\r\n-a\0\xff"[random.below(6)];
        return out;
    };
    for (int round = 0; round != 60; ++round) {
        http::form_builder b;
        std::vector<expected> parts;
        for (auto n = random.below(5); n != 0; --n) {
            const auto name = "n" + std::to_string(n);
            const auto content = bytes(round < 50 ? 40 : 200'000);
            switch (random.below(3)) {
                case 0:
                    b.field(name, content);
                    parts.push_back({name, none, none, content});
                    break;
                case 1:
                    CHECK(b.file(name, "f", "x/y", content));
                    parts.push_back({name, "f", "x/y", content});
                    break;
                default:
                    CHECK(b.file(name, "s", "", "",
                                 std::make_shared<text_source>(content, 1 + random.below(5000))));
                    parts.push_back({name, "s", "application/octet-stream", content});
            }
        }
        const auto form = b.finish();
        REQUIRE(form);
        check(*form, parts);
        const auto whole = all_of(*form);
        for (const std::size_t room : {1u, 2u, 37u, 4096u, 1'000'000u}) {
            if (room == 1 && whole.size() > 100'000) continue;
            CHECK(all_of(*form, room) == whole);
        }
    }
}

TEST_CASE("a reader outlives its form, and a second reader starts at the beginning") {
    http::form_builder b;
    CHECK(b.file("f", "f", "", "", std::make_shared<text_source>("source")));
    auto form = b.finish();
    REQUIRE(form);
    const auto whole = all_of(*form);
    auto reader = form->content->open();
    REQUIRE(reader);
    char first = 0;
    CHECK((*reader)->read(&first, 1).value() == 1);
    CHECK(all_of(*form) == whole);
    form->content.reset();
    std::string rest(1000, '\0');
    std::size_t n = 0;
    for (auto got = (*reader)->read(rest.data(), 1000); got && *got != 0;
         got = (*reader)->read(rest.data() + n, 1000 - n)) {
        n += *got;
    }
    CHECK(first + rest.substr(0, n) == whole);
}

TEST_CASE("a boundary consists of letters and digits and differs between forms") {
    std::vector<std::string> seen;
    for (int i = 0; i != 50; ++i) {
        http::form_builder b;
        b.field("n", std::to_string(i));
        const auto form = b.finish();
        REQUIRE(form);
        seen.push_back(boundary_of(*form));
        CHECK(seen.back().size() == 32);
        CHECK(seen.back().find_first_not_of("0123456789abcdef") == std::string::npos);
    }
    std::sort(seen.begin(), seen.end());
    CHECK(std::unique(seen.begin(), seen.end()) == seen.end());
}

TEST_CASE("a boundary that occurs in a part is not used") {
    const http::detail::boundary_hash hash(1);
    auto next = hash;
    next.add(std::uint64_t{0});
    const auto first = next.text();
    next.add(std::uint64_t{1});
    const auto second = next.text();
    CHECK(http::detail::choose_boundary({{.data = "other"}}, hash) == first);
    CHECK(http::detail::choose_boundary({{}, {.data = "x" + first}}, hash) == second);
    CHECK(http::detail::choose_boundary({{.head = first}}, hash) == second);
}

TEST_CASE("a source that contains the boundary fails before the form is complete") {
    const std::size_t size = 300;
    for (const std::size_t at : {0u, 1u, 100u, 268u}) {
        for (const std::size_t most : {1u, 5u, 31u, 32u, 33u, 300u}) {
            const auto source = std::make_shared<text_source>(std::string(size, '-'), most);
            http::form_builder b;
            b.field("first", "field");
            CHECK(b.file("f", "f", "", "", source));
            const auto form = b.finish();
            REQUIRE(form);
            const auto boundary = boundary_of(*form);
            source->text.replace(at, boundary.size(), boundary);
            const auto [bytes, code] = read(*form->content, 7);
            CHECK(code == errc::invalid_content);
            std::size_t marks = 0;
            for (auto i = bytes.find(boundary); i != bytes.npos; i = bytes.find(boundary, i + 1)) {
                ++marks;
            }
            CHECK(marks == 2);  // the delimiters of both parts
            source->text.replace(at, 1, "-");
            CHECK(all_of(*form).ends_with("--\r\n"));
        }
    }
}

TEST_CASE("a boundary is found across pieces exactly if it is there") {
    support::random random(3);
    for (int round = 0; round != 3000; ++round) {
        std::string mark(2 + random.below(4), 'a'), text(random.below(40), 'a');
        for (auto* s : {&mark, &text}) {
            for (auto& c : *s) c = random.below(2) == 0 ? 'a' : 'b';
        }
        http::detail::boundary_watch watch(mark);
        bool found = false;
        for (std::string_view rest = text; !rest.empty() && !found;) {
            const auto piece = rest.substr(0, 1 + random.below(6));
            found = watch.found_in(piece);
            rest.remove_prefix(piece.size());
            CHECK(found == (text.substr(0, text.size() - rest.size()).find(mark) != text.npos));
        }
    }
}

TEST_CASE("a source that changes its size is an error, and so are sizes that overflow") {
    const auto source = std::make_shared<text_source>("four");
    http::form_builder b;
    CHECK(b.file("f", "f", "", "", source));
    const auto form = b.finish();
    REQUIRE(form);
    source->text = "five5";
    CHECK(read(*form->content, 100).second == errc::invalid_content);

    CHECK(b.file("f", "f", "", "", std::make_shared<of_size>(~std::uint64_t{0} - 10)));
    CHECK(b.finish().error().code == errc::invalid_content);
    CHECK(b.file("f", "f", "", "", std::make_shared<of_size>(std::uint64_t{1} << 62)));
    CHECK(b.finish()->content->size() > std::uint64_t{1} << 62);
}

#if __has_include(<unistd.h>) && !defined(_WIN32) && !defined(__EMSCRIPTEN__)
TEST_CASE("Python's email package parses the same parts") {
    if (std::system("command -v python3 >/dev/null") != 0) {
        WARN("there is no python3 here");
        return;
    }
    const auto text_of = [](const std::string& s) {
        return s == none ? std::string("null") : '"' + s + '"';
    };
    std::string binary;
    for (int i = 0; i != 700; ++i) binary += static_cast<char>(i * 37);
    const std::vector<expected> parts{
        {"model", none, none, "whisper-1"},
        {"prompt", none, none, "two\r\nlines\r\n"},
        {"empty", none, none, ""},
        {"file", "a b.png", "image/png", binary},
        {"image[]", "%22.bin", "application/octet-stream", "\r\n--\r\n--x\r\n"}};
    http::form_builder b;
    for (const auto& p : parts) {
        if (p.filename == none) {
            b.field(p.name, p.content);
        } else {
            const auto name = p.filename[0] == '%' ? "\"" + p.filename.substr(3) : p.filename;
            CHECK(b.file(p.name, name, p.type, "", std::make_shared<text_source>(p.content, 3)));
        }
    }
    const auto form = b.finish();
    REQUIRE(form);
    std::string line = "{\"type\":\"" + form->content_type + "\",\"parts\":[";
    for (const auto& p : parts) {
        if (line.back() != '[') line += ',';
        line += "[" + text_of(p.name) + ',' + text_of(p.filename) + ',' + text_of(p.type) + ",\"";
        for (const char c : p.content) {
            line += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
            line += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
        }
        line += "\"]";
    }
    line += "]}\n" + all_of(*form);
    std::FILE* python = popen("python3 '" OAIWIRE_TEST_DATA "/http/multipart.py'", "w");
    REQUIRE(python);
    CHECK(std::fwrite(line.data(), 1, line.size(), python) == line.size());
    CHECK(pclose(python) == 0);
}
#endif

}  // namespace multipart_tests
