#include <oaiwire/session/unsent_messages.hpp>

#include <cstddef>
#include <deque>
#include <string>

#include <support/catch.hpp>
#include <support/random.hpp>

namespace unsent_messages_tests {

using namespace oaiwire;

TEST_CASE("unsent messages come out in their order, whatever is queued and sent between") {
    support::random random(19);
    detail::unsent_messages queue(100);
    std::deque<std::string> due;
    std::size_t waiting = 0;
    std::size_t refused = 0;
    for (int i = 0; i != 20'000; ++i) {
        if (random.below(2) == 0) {
            const std::string text(random.below(60), static_cast<char>('a' + i % 26));
            const bool bounded = random.below(4) != 0;
            queue.slot() = text;
            const auto done = queue.queue(bounded);
            const std::size_t room = waiting < 100 ? 100 - waiting : 0;
            const bool fits = !bounded || waiting == 0 || text.size() <= room;
            REQUIRE(done.has_value() == fits);
            if (fits) {
                due.push_back(text);
                waiting += text.size();
            } else {
                CHECK(done.error().code == errc::limit_exceeded);
                ++refused;
            }
        } else {
            queue.pop();
            if (!due.empty()) {
                waiting -= due.front().size();
                due.pop_front();
            }
        }
        REQUIRE(queue.size() == waiting);
        REQUIRE(queue.front() == (due.empty() ? std::string() : due.front()));
    }
    CHECK(refused > 100);
}

TEST_CASE("the memory of a sent message is used again, unless it was large") {
    detail::unsent_messages queue(std::size_t{1} << 30);
    queue.slot().assign(60'000, 'a');
    REQUIRE(queue.queue(true));
    queue.pop();
    CHECK(queue.slot().empty());
    CHECK(queue.slot().capacity() >= 60'000);
    queue.slot().assign(200'000, 'a');
    REQUIRE(queue.queue(true));
    queue.pop();
    CHECK(queue.slot().capacity() < 60'000);
}

}  // namespace unsent_messages_tests
