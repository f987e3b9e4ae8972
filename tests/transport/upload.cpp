#include <oaiwire/transport/upload.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <support/scripted_source.hpp>
#include <utility>

namespace upload_tests {

using namespace oaiwire;
using detail::upload;
using support::scripted;

namespace {

// `size` times 'x'.
std::shared_ptr<scripted> of_x(std::size_t size) {
    return std::make_shared<scripted>(size, [left = size](char* to, std::size_t room) mutable {
        const auto n = (std::min)(left, room);
        std::string(n, 'x').copy(to, n);
        left -= n;
        return n;
    });
}

std::string all_of(upload& u, std::size_t most) {
    std::string out;
    for (auto piece = u.next(most); !piece.empty(); piece = u.next(most)) {
        CHECK(piece.size() <= most);
        out += piece;
    }
    return out;
}

}  // namespace

TEST_CASE("an upload is read in slices of the requested size") {
    for (const std::size_t most : {1u, 3u, 100u, 100'000u}) {
        upload body("some text", nullptr);
        CHECK(body.left() == 9);
        CHECK(all_of(body, most) == "some text");
        CHECK(body.left() == 0);
        upload content("not this", of_x(70'000));
        CHECK(content.left() == 70'000);
        if (most != 1) CHECK(all_of(content, most) == std::string(70'000, 'x'));
        CHECK_FALSE(content.failed());
    }
    upload nothing;
    CHECK(nothing.next(10).empty());
    CHECK_FALSE(nothing.failed());
}

TEST_CASE("the error of a source is kept, and nothing more is read") {
    upload u("", std::make_shared<scripted>(5, [](char*, std::size_t) -> result<std::size_t> {
                 return make_error(errc::not_finite, "mine");
             }));
    CHECK_FALSE(u.failed());
    CHECK(u.next(5).empty());
    CHECK(u.failed());
    CHECK(u.next(5).empty());
    u.end();
    CHECK(u.failure().message == "mine");
    u.rethrow();
    CHECK(u.failed());
}

TEST_CASE("a source of size 0 is read before anything is sent") {
    CHECK_FALSE(upload("", of_x(0)).failed());
    const auto more =
        std::make_shared<scripted>(0, [](char*, std::size_t) { return result<std::size_t>(1); });
    CHECK(upload("", more).failure().code == errc::invalid_content);
}

TEST_CASE("a finished upload releases its source") {
    auto source = of_x(1 << 20);
    upload u("", source);
    CHECK_FALSE(u.next(10).empty());
    CHECK(source.use_count() == 2);
    u.end();
    CHECK(source.use_count() == 1);
    CHECK(u.next(10).empty());
}

#if defined(__cpp_exceptions)
TEST_CASE("an exception from a source is kept until requested, and thrown once") {
    upload u("", std::make_shared<scripted>(5, [](char*, std::size_t) -> result<std::size_t> {
                 throw std::runtime_error("mine");
             }));
    CHECK(u.next(5).empty());
    CHECK(u.failed());
    CHECK(u.failure().code == errc::ok);
    u.end();
    CHECK_THROWS_AS(u.rethrow(), std::runtime_error);
    CHECK_NOTHROW(u.rethrow());
}
#endif

}  // namespace upload_tests
