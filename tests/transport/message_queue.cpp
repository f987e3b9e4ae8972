#include <oaiwire/transport/message_queue.hpp>
//
#include <deque>
#include <string>
#include <utility>

#include <support/catch.hpp>

namespace message_queue_tests {

using oaiwire::detail::message_queue;
using oaiwire::http::message;
using oaiwire::http::message_kind;

TEST_CASE("message_queue: messages come in order, whatever was taken between them") {
    message_queue queue;
    std::deque<std::pair<message_kind, std::string>> due;
    unsigned seed = 1;
    for (int i = 0; i != 5000; ++i) {
        seed = seed * 1664525u + 1013904223u;
        if ((seed >> 28) < 9) {
            const auto kind = (seed >> 20) % 2 == 0 ? message_kind::text : message_kind::binary;
            due.emplace_back(kind, std::string((seed >> 8) % 50, static_cast<char>('a' + i % 26)));
            queue.push({kind, due.back().second});
        } else if (const auto got = queue.take()) {
            REQUIRE_FALSE(due.empty());
            CHECK((got->kind == due.front().first && got->data == due.front().second));
            due.pop_front();
        } else {
            CHECK(due.empty());
        }
        REQUIRE(queue.empty() == due.empty());
        REQUIRE((queue.bytes() == 0) == due.empty());
    }
    queue.clear();
    CHECK(queue.empty());
    CHECK(queue.bytes() == 0);
    CHECK_FALSE(queue.take());
}

TEST_CASE("message_queue: a message that was taken stays until the next one is taken") {
    message_queue queue;
    queue.push({message_kind::text, "first, and longer than a string keeps inside itself"});
    const auto got = queue.take();
    REQUIRE(got);
    for (int i = 0; i != 100; ++i) queue.push({message_kind::binary, std::string(1000, 'x')});
    CHECK(got->data == "first, and longer than a string keeps inside itself");
}

TEST_CASE("message_queue: empty messages count too, so that their number is bounded") {
    message_queue queue;
    for (int i = 0; i != 100; ++i) queue.push({message_kind::text, ""});
    CHECK(queue.bytes() >= 100 * sizeof(std::string));
}

}  // namespace message_queue_tests
