#include <oaiwire/core/hook.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace hook_tests {

using namespace oaiwire;

namespace {

int twice(int n) {
    return 2 * n;
}

}  // namespace

TEST_CASE("a hook holds a function object, which copies share") {
    int calls = 0;
    const hook<int(int)> add = [&calls, sum = 0](int n) mutable {
        ++calls;
        return sum += n;
    };
    const auto copy = add;
    CHECK(add(3) == 3);
    CHECK(copy(4) == 7);
    CHECK(calls == 2);
    CHECK(static_cast<bool>(copy));
}

TEST_CASE("a hook may hold nothing, a function, or what is movable only") {
    CHECK_FALSE(hook<void()>());
    const hook<std::string(std::string)> pass = +[](std::string s) { return s; };
    CHECK(pass("a") == "a");
    const hook<int(int)> plain = twice;
    CHECK(plain(4) == 8);
    hook<void(int&)> set = [p = std::make_unique<int>(5)](int& out) { out = *p; };
    int got = 0;
    set(got);
    CHECK(got == 5);
    const auto moved = std::move(set);
    moved(got);
    static_assert(!std::is_constructible_v<hook<void(int)>, int>);
    static_assert(!std::is_constructible_v<hook<int()>, void (*)()>);
}

}  // namespace hook_tests
