// examples/transports/cpr.hpp with the client, and against servers that misbehave.
#include <cstddef>
#include <string>
#include <thread>

#include <oaiwire/client.hpp>
#include <support/catch.hpp>

#include "../../examples/transports/cpr.hpp"
#include "scripted_server.hpp"

namespace cpr_interop_tests {

namespace {

using oaiwire::errc;

oaiwire::endpoint at(const std::string& url) {
    oaiwire::endpoint where{.base_url = url, .api_key = oaiwire::secret{"k"}};
    where.retry = oaiwire::retry_policy::none();
    return where;
}
oaiwire::ChatCompletionRequest question() {
    return {.model = "m", .messages = {oaiwire::user("Hello?")}};
}

}  // namespace

static_assert(oaiwire::http::transport<cpr_transport>);

TEST_CASE("a stream arrives through cpr, however it is cut") {
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
        const interop::scripted_server server(interop::stream_answer(), step);
        oaiwire::client api{cpr_transport{}, at(server.url())};
        std::string text;
        const auto outcome = api.stream(question(), [&](const oaiwire::ChatCompletionChunk& chunk) {
            text += oaiwire::text(chunk);
        });
        CHECK(outcome.ok());
        CHECK(text == "H\xC3\xAF!");
        CHECK(server.request().starts_with("POST /v1/chat/completions HTTP/1.1\r\n"));
        CHECK(server.request().find("Authorization: Bearer k\r\n") != std::string::npos);
        CHECK(server.request().find("gzip") == std::string::npos);
    }
}

TEST_CASE("cpr: a status that is an error is the answer of the API") {
    const interop::scripted_server server(interop::error_answer(), 3);
    oaiwire::client api{cpr_transport{}, at(server.url())};
    const auto outcome = api.create(question());
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().message == "no such model");
}

TEST_CASE("cpr: a cut stream is truncated") {
    const std::string whole = interop::stream_answer();
    const interop::scripted_server server(whole.substr(0, whole.size() / 2), 50);
    oaiwire::client api{cpr_transport{}, at(server.url())};
    const auto outcome = api.stream(question(), [](const oaiwire::ChatCompletionChunk&) {});
    CHECK(outcome.end_reason == oaiwire::stream_end::truncated);
}

TEST_CASE("cpr: without a server, the call fails to connect") {
    oaiwire::client api{cpr_transport{}, at(interop::closed_url())};
    const auto outcome = api.create(question());
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == errc::connect_failed);
}

TEST_CASE("cpr: a handler that stops ends the transfer") {
    const interop::scripted_server server(interop::stream_answer().substr(0, 300), 300, true);
    oaiwire::client api{cpr_transport{}, at(server.url())};
    const auto outcome = api.stream(
        question(), [](const oaiwire::ChatCompletionChunk&) { return oaiwire::http::flow::stop; });
    CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
    while (!server.left()) std::this_thread::yield();
    CHECK(server.left());
}

TEST_CASE("cpr: a stop from another thread ends the transfer") {
    const interop::scripted_server server(interop::stream_answer().substr(0, 300), 300, true);
    oaiwire::client api{cpr_transport{}, at(server.url())};
    oaiwire::call_options options;
    std::thread other;
    const auto outcome = api.stream(
        question(),
        [&](const oaiwire::ChatCompletionChunk&) {
            if (!other.joinable()) other = std::thread([&] { options.stop.request_stop(); });
        },
        options);
    if (other.joinable()) other.join();
    CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
}

}  // namespace cpr_interop_tests
