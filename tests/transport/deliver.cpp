#include <oaiwire/transport/deliver.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deliver_tests {

using namespace oaiwire;

namespace {

// A body with given pieces that then ends or fails.
struct given_body {
    const http::response_head& head() const { return answer; }
    result<std::string_view> read_some() {
        if (next < pieces.size()) return std::string_view(pieces[next++]);
        if (fails) return make_error(errc::closed_early, "");
        return std::string_view{};
    }
    http::response_head answer{.status = 200, .headers = {}};
    std::vector<std::string> pieces{};
    bool fails = false;
    std::size_t next = 0;
};

struct keeping_handler {
    http::flow on_head(const http::response_head& head) {
        status = head.status;
        return stop_at_head ? http::flow::stop : http::flow::proceed;
    }
    http::flow on_body(std::string_view bytes) {
        got += bytes;
        return got.size() >= stop_at ? http::flow::stop : http::flow::proceed;
    }
    std::string got{};
    int status = 0;
    bool stop_at_head = false;
    std::size_t stop_at = 100;
};

}  // namespace

TEST_CASE("deliver: a handler receives the head and every piece until it stops or the body ends") {
    given_body whole{.pieces = {"a", "b", "c"}};
    keeping_handler all;
    CHECK(detail::deliver(result<given_body>(whole), all));
    CHECK(all.status == 200);
    CHECK(all.got == "abc");

    given_body more{.pieces = {"a", "b", "c"}};
    keeping_handler some{.stop_at = 2};
    CHECK(detail::deliver(result<given_body>(more), some));
    CHECK(some.got == "ab");
    keeping_handler none{.stop_at_head = true};
    CHECK(detail::deliver(result<given_body>(more), none));
    CHECK(none.got.empty());
}

TEST_CASE("deliver: an error of the body is the error of the call") {
    given_body broken{.pieces = {"a"}, .fails = true};
    keeping_handler handler;
    const auto ended = detail::deliver(result<given_body>(broken), handler);
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code == errc::closed_early);
    CHECK(handler.got == "a");

    const auto refused =
        detail::deliver(result<given_body>(make_error(errc::connect_failed)), handler);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::connect_failed);
    CHECK(handler.got == "a");
}

}  // namespace deliver_tests
