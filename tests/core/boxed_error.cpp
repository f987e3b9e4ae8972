#include <oaiwire/core/boxed_error.hpp>

#include <utility>

#include <support/catch.hpp>

namespace boxed_error_tests {

using namespace oaiwire;

TEST_CASE("an error is stored until it is taken") {
    detail::boxed_error box;
    STATIC_REQUIRE(sizeof(box) == sizeof(void*));
    CHECK(box.code() == errc::ok);
    CHECK(box.get() == error{});
    CHECK(box.set(make_error(errc::cancelled, "enough")));
    CHECK(box.get().message == "enough");
    detail::boxed_error moved(std::move(box));
    CHECK(moved.code() == errc::cancelled);
    CHECK(moved.take().message == "enough");
    CHECK(moved.code() == errc::ok);
    CHECK(moved.set({}));
    CHECK(moved.code() == errc::ok);
}

TEST_CASE("out_of_memory is stored without allocating") {
    detail::boxed_error box;
    box.set(make_error(errc::cancelled));
    box.set_no_memory();
    CHECK(box.code() == errc::out_of_memory);
    CHECK(box.get() == no_memory());
    CHECK(box.take().code == errc::out_of_memory);
    CHECK(box.get() == error{});
}

TEST_CASE("boxed() is make_error() in a box") {
    CHECK(detail::boxed(errc::cancelled).take() == make_error(errc::cancelled));
    CHECK(detail::boxed(errc::too_deep, "deep").take() == make_error(errc::too_deep, "deep"));
    CHECK(detail::boxed(errc::too_deep, "", 7).take() == make_error(errc::too_deep, {}, {}, 7));
    CHECK(detail::boxed_no_memory().take() == no_memory());
}

}  // namespace boxed_error_tests
