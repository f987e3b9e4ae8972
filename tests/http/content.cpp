#include <oaiwire/http/content.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <support/scripted_source.hpp>
#include <utility>

namespace content_tests {

using namespace oaiwire;
using support::scripted;

namespace {

// Yields `text` in pieces of at most `most` bytes; reports `size` as its size.
std::shared_ptr<scripted> source_of(std::string text, std::uint64_t size, std::size_t most) {
    return std::make_shared<scripted>(size,
                                      [=, at = std::size_t{0}](char* to, std::size_t room) mutable {
                                          const auto n = text.copy(to, (std::min)(room, most), at);
                                          at += n;
                                          return n;
                                      });
}

http::request with(std::shared_ptr<const byte_source> source) {
    http::request r{.method = "POST", .body = "not this"};
    r.content = std::move(source);
    return r;
}

// All bytes and the final code: "bytes|ok".
std::string all_of(http::content_cursor& cursor) {
    std::string out;
    for (;;) {
        const auto piece = cursor.next();
        if (!piece) return out + '|' + std::string(name(piece.error().code));
        if (piece->empty()) return out + "|ok";
        CHECK(piece->size() <= 65'536);
        out += *piece;
    }
}
std::string all_of(const http::request& r) {
    http::content_cursor cursor(r);
    return all_of(cursor);
}

}  // namespace

TEST_CASE("the size of a content is that of its source, if there is one") {
    http::request r{.body = "four"};
    CHECK(http::content_size(r) == 4);
    r.content = source_of("", std::uint64_t{1} << 40, 1);
    CHECK(http::content_size(r) == std::uint64_t{1} << 40);
}

TEST_CASE("a request has content if it has bytes, a source or a method that requires it") {
    CHECK_FALSE(http::has_content({.method = "GET"}));
    CHECK_FALSE(http::has_content({.method = "DELETE"}));
    CHECK(http::has_content({.method = "POST"}));
    CHECK(http::has_content({.method = "PUT"}));
    CHECK(http::has_content({.method = "PATCH"}));
    CHECK(http::has_content({.method = "DELETE", .body = "x"}));
    http::request r{.method = "GET"};
    r.content = source_of("", 0, 1);
    CHECK(http::has_content(r));
}

TEST_CASE("a body is returned as one piece without a copy") {
    const http::request r{.body = std::string(200'000, 'b')};
    http::content_cursor cursor(r);
    CHECK(cursor.left() == 200'000);
    const auto piece = cursor.next();
    REQUIRE(piece);
    CHECK(piece->data() == r.body.data());
    CHECK(piece->size() == r.body.size());
    CHECK(cursor.left() == 0);
    CHECK(cursor.next().value().empty());
    CHECK(cursor.next().value().empty());
    CHECK(all_of(http::request{}) == "|ok");
}

TEST_CASE("the content does not depend on the sizes of a source's pieces") {
    std::string text(150'000, '\0');
    for (std::size_t i = 0; i != text.size(); ++i) text[i] = static_cast<char>(i * 7 % 251);
    for (const std::size_t most : {1u, 3u, 65'535u, 65'536u, 1'000'000u}) {
        CHECK(all_of(with(source_of(text, text.size(), most))) == text + "|ok");
    }
    CHECK(all_of(with(source_of("", 0, 9))) == "|ok");
    CHECK(all_of(with(source_of("x", 1, 9))) == "x|ok");
}

TEST_CASE("a cursor opens its source once, when the first bytes are read") {
    const auto source = source_of("", 0, 1);
    const auto r = with(source);
    http::content_cursor one(r);
    CHECK(source->opened == 0);
    CHECK(all_of(one) == "|ok");
    CHECK(all_of(one) == "|ok");
    CHECK(source->opened == 1);
    CHECK(all_of(r) == "|ok");
    CHECK(source->opened == 2);
}

TEST_CASE("a cursor keeps its source alive") {
    auto r = with(source_of("kept", 4, 1));
    http::content_cursor cursor(r);
    r.content.reset();
    CHECK(all_of(cursor) == "kept|ok");
}

TEST_CASE(
    "a source that yields more or fewer bytes than announced is an error, and its last piece is "
    "withheld") {
    for (const std::size_t most : {1u, 100u}) {
        const auto less = all_of(with(source_of("abc", 4, most)));
        CHECK(less == "abc|invalid_content");  // one byte short: the fourth is missing
        const auto more = all_of(with(source_of("abcde", 4, most)));
        CHECK(more.ends_with("|invalid_content"));
        CHECK(std::string("abc").starts_with(more.substr(0, more.find('|'))));
    }
    CHECK(all_of(with(source_of("a", 0, 1))) == "|invalid_content");
    CHECK(all_of(with(source_of("", 1, 1))) == "|invalid_content");
}

TEST_CASE("the error of a source is returned, also by later calls") {
    int left = 2;
    http::content_cursor cursor(
        with(std::make_shared<scripted>(9, [left](char* to, std::size_t) mutable {
            if (left-- == 0) return result<std::size_t>(make_error(errc::not_finite, "mine"));
            *to = 'x';
            return result<std::size_t>(1);
        })));
    CHECK(all_of(cursor) == "xx|not_finite");
    CHECK(cursor.next().error().message == "mine");
    // reading on to detect surplus bytes may fail as well
    CHECK(all_of(with(std::make_shared<scripted>(0, [](char*, std::size_t) {
              return result<std::size_t>(make_error(errc::not_finite));
          }))) == "|not_finite");
}

TEST_CASE("a reader that violates its contract is an error") {
    CHECK(all_of(with(std::make_shared<scripted>(
              100, [](char*, std::size_t room) { return room + 1; }))) == "|invalid_content");
    class without_reader final : public byte_source {
    public:
        std::uint64_t size() const override { return 1; }
        result<std::unique_ptr<byte_reader>> open() const override {
            return std::unique_ptr<byte_reader>();
        }
    };
    CHECK(all_of(with(std::make_shared<without_reader>())) == "|invalid_content");
}

}  // namespace content_tests
