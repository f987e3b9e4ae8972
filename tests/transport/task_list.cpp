#include <oaiwire/transport/task_list.hpp>
//
#include <support/catch.hpp>
#include <support/random.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <vector>

namespace task_list_tests {

using namespace oaiwire;

namespace {

struct task {
    int due = 0;
    std::size_t index = 0;
    detail::task_link<task> links[2]{};
};
using first_list = detail::task_list<task, 0>;
using second_list = detail::task_list<task, 1>;

}  // namespace

TEST_CASE("task_list: any sequence of calls leaves what a deque would have, in its order") {
    support::random random(17);
    std::vector<task> tasks(20);
    first_list list;
    second_list other;
    for (auto& t : tasks) other.add(t);
    std::deque<task*> expected;
    for (int step = 0; step != 4000; ++step) {
        auto& t = tasks[random.below(tasks.size())];
        const auto at = std::find(expected.begin(), expected.end(), &t);
        switch (random.below(3)) {
            case 0:
                list.add(t);
                if (at == expected.end()) expected.push_back(&t);
                break;
            case 1:
                list.remove(t);
                if (at != expected.end()) expected.erase(at);
                break;
            default:
                CHECK(list.take() == (expected.empty() ? nullptr : expected.front()));
                if (!expected.empty()) expected.pop_front();
        }
        REQUIRE(list.empty() == expected.empty());
        std::size_t n = 0;
        for (auto* each = list.first(); each; each = list.after(*each), ++n) {
            REQUIRE(n < expected.size());
            REQUIRE(each == expected[n]);
        }
        REQUIRE(n == expected.size());
    }
    for (auto& t : tasks) CHECK(other.take() == &t);  // another list is not concerned
    CHECK(other.take() == nullptr);
}

TEST_CASE("task_heap: the first is always one that is due first, and each knows its place") {
    support::random random(4);
    std::deque<task> tasks(40);
    detail::task_heap<task> heap;
    std::vector<task*> in;
    for (int step = 0; step != 6000; ++step) {
        auto& t = tasks[random.below(tasks.size())];
        const auto at = std::find(in.begin(), in.end(), &t);
        const int due = static_cast<int>(random.below(100));
        if (at == in.end()) {
            t.due = due;
            heap.make_room();
            heap.add(t);
            in.push_back(&t);
        } else if (random.below(2) == 0) {
            heap.remove(t);
            in.erase(at);
        } else {
            t.due = due;
            heap.moved(t);
        }
        REQUIRE(heap.size() == in.size());
        REQUIRE(heap.empty() == in.empty());
        for (std::size_t i = 0; i != heap.size(); ++i) REQUIRE(heap[i].index == i);
        if (in.empty()) continue;
        const auto least = std::min_element(
            in.begin(), in.end(), [](const task* a, const task* b) { return a->due < b->due; });
        REQUIRE(heap.first().due == (*least)->due);
    }
}

}  // namespace task_list_tests
