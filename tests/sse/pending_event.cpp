#include <oaiwire/sse/pending_event.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pending_event_tests {

using namespace oaiwire;

namespace {

// Makes protected members accessible.
struct event : sse::detail::pending_event {
    using base = sse::detail::pending_event;
    explicit event(std::uint32_t limit = 100) : base(limit, limit) {}
    using base::clamp, base::retained, base::buffer_, base::named, base::id;
    using base::own_data, base::room, base::take_data, base::take_id;
    using base::take_retry, base::has_retry_;

    const sse::item* end_event() { return base::end_event(item); }
    const sse::item* take_line(std::string_view line, std::size_t start, const sse::reports& wanted,
                               bool ended) {
        return base::take_line(line, start, wanted, ended, item);
    }
    sse::item item{};
};

}  // namespace

TEST_CASE("a single data line is a view until its bytes go away, then it is copied") {
    event e;
    std::string line = "abc";
    e.take_data(line, 7);
    const auto* lent = e.end_event();
    REQUIRE(lent);
    CHECK(lent->data.data() == line.data());
    CHECK(lent->offset == 7);
    CHECK(e.end_event() == nullptr);  // returned once

    e.take_data(line, 8);
    e.own_data();
    line = "xyz";
    CHECK(e.end_event()->data == "abc");
}

TEST_CASE("data lines are joined by line feeds and count what they hold") {
    event e(10);
    CHECK(e.room() == 10);
    e.take_data("ab", 0);
    CHECK(e.room() == 7);
    e.take_data("", 5);
    e.take_data("c", 9);
    CHECK(e.room() == 4);
    const auto* found = e.end_event();
    REQUIRE(found);
    CHECK(found->data == "ab\n\nc");
    CHECK(found->offset == 0);
}

TEST_CASE("an id takes effect at the blank line, and one that contains NUL is ignored") {
    event e;
    e.take_id("1", 0);
    CHECK(e.id().empty());
    CHECK(e.end_event() == nullptr);
    CHECK(e.id() == "1");
    e.take_id(std::string_view("2\0", 2), 0);
    e.take_data("x", 0);
    CHECK(e.end_event()->id == "1");
}

TEST_CASE("a retry time consists of digits and fits 64 bits") {
    event e;
    for (const char* bad : {"", "-1", "1.5", " 1", "18446744073709551616"}) {
        INFO(bad);
        CHECK_FALSE(e.take_retry(bad));
        CHECK_FALSE(e.has_retry_);
    }
    CHECK(e.take_retry("18446744073709551615"));
    CHECK(e.named().retry == 18446744073709551615u);
    CHECK(e.take_retry("007"));
    CHECK(e.named().retry == 7);
}

TEST_CASE("a line is interpreted by its field name; unknown fields are ignored") {
    event e;
    const sse::reports all{.retries = true, .comments = true, .unknown_fields = true};
    CHECK(e.take_line("event: ping", 0, all, true) == nullptr);
    CHECK(e.take_line("data", 5, all, true) == nullptr);
    CHECK(e.take_line("id:7", 9, all, true) == nullptr);
    const auto* const retry = e.take_line("retry:  5", 12, all, true);
    CHECK(retry == nullptr);  // only one space belongs to the colon
    CHECK(e.take_line("retry: 5", 20, {}, true) == nullptr);
    CHECK(e.named().retry == 5);
    CHECK(e.take_line("retry: 6", 30, all, true)->retry == 6);
    CHECK(e.take_line(": note", 40, all, true)->data == " note");
    CHECK(e.take_line("other: x", 50, {}, true) == nullptr);
    const auto* const field = e.take_line("other: x", 50, all, true);
    REQUIRE(field);
    CHECK(field->kind == sse::item_kind::field);
    CHECK(field->event == "other");
    CHECK(field->data == "x");
    CHECK(field->offset == 50);
    const auto* const event = e.end_event();
    REQUIRE(event);
    CHECK(event->event == "ping");
    CHECK(event->data.empty());
    CHECK(event->id == "7");
    CHECK(event->offset == 0);
}

TEST_CASE("an incomplete line has no effect that its remainder could change") {
    event e;
    const sse::reports all{.retries = true, .comments = true, .unknown_fields = true};
    CHECK(e.take_line("retry: 5", 0, all, false) == nullptr);
    CHECK_FALSE(e.has_retry_);
    CHECK(e.take_line("other: x", 0, all, false) == nullptr);
}

TEST_CASE("limits are clamped to 1 GiB and to their minimum") {
    CHECK(event::clamp(7, 5) == 7);
    CHECK(event::clamp(3, 5) == 5);
    CHECK(event::clamp((std::size_t{1} << 30) - 1, 5) == (1u << 30) - 1);
    CHECK(event::clamp(std::size_t{1} << 30, 5) == 1u << 30);
    CHECK(event::clamp((std::size_t{1} << 30) + 1, 5) == 1u << 30);
    CHECK(event::clamp(SIZE_MAX, 5) == 1u << 30);
}

TEST_CASE("retained memory consists of data, type and both ids") {
    event e(5000);
    CHECK(e.retained() == 0);
    e.buffer_.append(std::string(100, 'd'), 100);
    CHECK(e.retained() == 100);
    e.named().event.append(std::string(200, 'e'), 200);
    CHECK(e.retained() == 300);
    e.named().id.append(std::string(400, 'i'), 400);
    CHECK(e.retained() == 700);
    e.named().new_id.append(std::string(800, 'n'), 800);
    CHECK(e.retained() == 1500);
}

}  // namespace pending_event_tests
