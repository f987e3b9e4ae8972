#include <oaiwire/transport/call_deadline.hpp>
//
#include <support/catch.hpp>

#include <chrono>
#include <string>

namespace call_deadline_tests {

using namespace oaiwire;
using detail::call_phase;
using std::chrono::milliseconds;

namespace {

// "code left", 10 ms into the phase and 100 ms into the call.
std::string due(const http::timeouts& timeouts, call_phase phase) {
    const std::chrono::steady_clock::time_point began{};
    const auto next = detail::next_deadline(timeouts, phase, began + milliseconds(100), began,
                                            began + milliseconds(90));
    return next.code == errc::ok ? "none"
                                 : std::string(name(next.code)) + " " + std::to_string(next.left);
}

constexpr http::timeouts all{
    .connect_ms = 40, .first_byte_ms = 50, .idle_ms = 60, .total_ms = 1000};

}  // namespace

TEST_CASE("each phase has its own timeout, measured from its start") {
    CHECK(due(all, call_phase::resolving) == "connect_timeout 30");
    CHECK(due(all, call_phase::connecting) == "connect_timeout 30");
    CHECK(due(all, call_phase::waiting) == "first_byte_timeout 40");
    CHECK(due(all, call_phase::receiving) == "idle_timeout 50");
}

TEST_CASE(
    "the total timeout is measured from the start of the call in every phase, and the earlier "
    "deadline applies") {
    CHECK(due({.connect_ms = 40, .total_ms = 120}, call_phase::connecting) == "total_timeout 20");
    CHECK(due({.idle_ms = 60, .total_ms = 95}, call_phase::receiving) == "total_timeout -5");
    CHECK(due(all, call_phase::handling) == "total_timeout 900");
    CHECK(due(all, call_phase::ended) == "total_timeout 900");
}

TEST_CASE("a timeout of 0 or less is disabled") {
    const http::timeouts off{.connect_ms = 0, .first_byte_ms = -1, .idle_ms = 0, .total_ms = 0};
    for (const auto phase : {call_phase::resolving, call_phase::connecting, call_phase::waiting,
                             call_phase::receiving, call_phase::handling}) {
        CHECK(due(off, phase) == "none");
    }
}

}  // namespace call_deadline_tests
