#include <oaiwire/core/result.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#if (defined(__unix__) || defined(__APPLE__)) && !defined(__EMSCRIPTEN__)
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>
#endif

namespace result_tests {

using namespace oaiwire;

namespace {

const error failure = make_error(errc::too_deep);

result<int> half(int n) {
    if (n % 2 != 0) return make_error(errc::invalid_argument, "odd");
    return n / 2;
}

}  // namespace

TEST_CASE("a result holds a value or an error") {
    const result<int> value = 7;
    CHECK(value.has_value());
    CHECK(value);
    CHECK(*value == 7);
    CHECK(value.value() == 7);
    CHECK(value.value_or(1) == 7);
    const result<int> none = failure;
    CHECK_FALSE(none.has_value());
    CHECK_FALSE(none);
    CHECK(none.error() == failure);
    CHECK(none.value_or(1) == 1);
    CHECK(result<int>().value() == 0);
    CHECK(value == result<int>(7));
    CHECK(value != none);

    result<std::string> text = "abc";
    CHECK(text->size() == 3);
    *text += "d";
    CHECK(std::as_const(text)->size() == 4);
}

TEST_CASE("result<void> holds success or an error") {
    const result<void> ok;
    CHECK(ok);
    ok.value();
    *ok;
    const result<void> none = failure;
    CHECK_FALSE(none);
    CHECK(none.error() == failure);
    CHECK(ok == result<void>());
    CHECK(ok != none);
    result<void> moved = none;
    CHECK(std::move(moved).error() == failure);
}

TEST_CASE("a result does not convert implicitly to bool, int or its value") {
    STATIC_REQUIRE_FALSE(std::is_convertible_v<result<int>, bool>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<result<int>, int>);
    STATIC_REQUIRE_FALSE(std::is_convertible_v<result<void>, bool>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<result<int>, std::string>);
    STATIC_REQUIRE_FALSE(std::is_constructible_v<result<void>, int>);
    STATIC_REQUIRE(std::is_same_v<result<int>::value_type, int>);
    STATIC_REQUIRE(std::is_same_v<result<void>::value_type, void>);
}

TEST_CASE("and_then calls with a value and keeps the first error") {
    CHECK(half(8).and_then(half).and_then(half) == result<int>(1));
    int calls = 0;
    const auto counted = [&](int n) {
        ++calls;
        return half(n);
    };
    CHECK(half(6).and_then(counted).and_then(counted).error().message == "odd");
    CHECK(calls == 1);

    const result<int> kept = 4;
    CHECK(kept.and_then(half) == result<int>(2));
    CHECK(kept.and_then([](int) { return result<void>(); }));
    CHECK(result<void>().and_then([] { return half(2); }) == result<int>(1));
    CHECK(result<void>(failure).and_then([] { return half(2); }).error() == failure);
}

TEST_CASE("transform maps a value and keeps an error") {
    const result<int> value = 4;
    const result<int> none = failure;
    const auto text = [](int n) { return std::to_string(n); };
    STATIC_REQUIRE(std::is_same_v<decltype(value.transform(text)), result<std::string>>);
    CHECK(value.transform(text) == result<std::string>("4"));
    CHECK(half(4).transform(text) == result<std::string>("2"));
    CHECK(none.transform(text).error() == failure);
    CHECK(result<int>(failure).transform(text).error() == failure);

    int calls = 0;
    const auto count = [&](int) { ++calls; };
    STATIC_REQUIRE(std::is_same_v<decltype(value.transform(count)), result<void>>);
    CHECK(value.transform(count));
    CHECK(half(4).transform(count));
    CHECK_FALSE(none.transform(count));
    CHECK_FALSE(result<int>(failure).transform(count));
    CHECK(calls == 2);

    CHECK(result<void>().transform([] { return 5; }) == result<int>(5));
    CHECK(result<void>().transform([&] { ++calls; }));
    CHECK(result<void>(failure).transform([] { return 5; }).error() == failure);
    CHECK(calls == 3);
}

TEST_CASE("or_else and transform_error are called for errors only") {
    const result<int> none = failure;
    const result<int> value = 4;
    const auto recover = [](const error& e) -> result<int> {
        if (e.code != errc::too_deep) return e;
        return 9;
    };
    CHECK(none.or_else(recover) == result<int>(9));
    CHECK(value.or_else(recover) == value);
    CHECK(half(4).or_else(recover) == result<int>(2));
    CHECK(half(3).or_else(recover).error().message == "odd");

    const auto rename = [](error e) {
        e.path = "a";
        return e;
    };
    CHECK(half(3).transform_error(rename).error().path == "a");
    CHECK(half(4).transform_error(rename) == result<int>(2));
    CHECK(result<void>(failure).transform_error(rename).error().path == "a");
    CHECK(result<void>().transform_error(rename));
    CHECK(result<void>(failure).or_else([](const error&) { return result<void>(); }));
    CHECK(result<void>().or_else([](const error& e) { return result<void>(e); }));
}

TEST_CASE("a move-only value moves through every function") {
    using box = std::unique_ptr<int>;
    result<box> made = std::make_unique<int>(3);
    REQUIRE(made);
    CHECK(**made == 3);
    auto doubled = std::move(made).transform([](box b) {
        *b *= 2;
        return b;
    });
    auto chained = std::move(doubled).and_then([](box b) -> result<box> { return b; });
    auto kept = std::move(chained).or_else([](error e) -> result<box> { return e; });
    auto same = std::move(kept).transform_error([](error e) { return e; });
    const box out = std::move(same).value();
    REQUIRE(out);
    CHECK(*out == 6);
    const box other = result<box>(failure).value_or(std::make_unique<int>(1));
    CHECK(*other == 1);
    CHECK(*result<box>(std::make_unique<int>(2)).value_or(nullptr) == 2);
    CHECK(*(*result<box>(std::make_unique<int>(2))) == 2);
}

TEST_CASE("the error of a result is passed on without a copy") {
    result<int> from = half(3);
    const error* const at = &from.error();
    const result<std::string> to = detail::passed_on(from);
    REQUIRE_FALSE(to);
    CHECK(&to.error() == at);
    result<void> boxed = detail::boxed(errc::too_deep);
    REQUIRE_FALSE(boxed);
    CHECK(boxed.error() == failure);
    const result<void> last = detail::passed_on(boxed);
    CHECK(last.error() == failure);
}

#if defined(__cpp_exceptions)
TEST_CASE("a result that memory runs out for is out_of_memory") {
    const auto none = within_memory([]() -> result<std::string> { throw std::bad_alloc(); });
    REQUIRE_FALSE(none);
    CHECK(none.error() == no_memory());
    CHECK(within_memory([] { return half(8); }).value() == 4);
    CHECK(within_memory([] { return half(7); }).error().message == "odd");
    CHECK(within_memory([]() -> errc { throw std::length_error("long"); }) == errc::out_of_memory);
    CHECK(within_memory([] { return errc::too_deep; }) == errc::too_deep);
}
#endif

#if (defined(__unix__) || defined(__APPLE__)) && !defined(__EMSCRIPTEN__)

namespace {

// True if `f`, run in a child process, ends it by abort().
template <class F>
bool aborts(F f) {
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);  // the test framework's handler would report a failure
        f();
        _exit(0);
    }
    int status = 0;
    if (waitpid(child, &status, 0) != child) return false;
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

TEST_CASE("reading a missing value or error aborts") {
    result<std::string> none = failure;
    const result<std::string> const_none = failure;
    result<std::string> value = "abc";
    const result<std::string> const_value = "abc";
    const result<void> void_none = failure;
    const result<void> void_ok;
    const auto use = [](const auto& v) { return sizeof(v); };

    CHECK(aborts([&] { use(*none); }));
    CHECK(aborts([&] { use(none.value()); }));
    CHECK(aborts([&] { use(none->size()); }));
    CHECK(aborts([&] { use(*const_none); }));
    CHECK(aborts([&] { use(const_none.value()); }));
    CHECK(aborts([&] { use(const_none->size()); }));
    CHECK(aborts([&] { use(*std::move(none)); }));
    CHECK(aborts([&] { use(std::move(none).value()); }));
    CHECK(aborts([&] { *void_none; }));
    CHECK(aborts([&] { void_none.value(); }));
    CHECK(aborts([&] { use(const_value.error()); }));
    CHECK(aborts([&] { use(std::move(value).error()); }));
    CHECK(aborts([&] { use(void_ok.error()); }));
    CHECK(aborts([&] { use(result<void>().error()); }));

    CHECK_FALSE(aborts([&] { use(*const_value); }));
    CHECK_FALSE(aborts([&] { *void_ok; }));
    CHECK_FALSE(aborts([&] { use(const_none.error()); }));
}

#endif

}  // namespace result_tests
