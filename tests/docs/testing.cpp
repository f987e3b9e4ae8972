// The code of docs/testing.md.
#include "harness.hpp"

#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <oaiwire/transport/cassette_transport.hpp>
#include <oaiwire/transport/record.hpp>
#include <oaiwire/transport/replay_or_record.hpp>

namespace docs_tests { namespace testing {

namespace {

using Http = oaiwire::replay_transport;

Http sky() {
    oaiwire::replay_exchange e;
    e.head = {200, {{"Content-Type", "application/json"}}};
    e.body =
        R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
        R"("message":{"role":"assistant","content":"It scatters."},"finish_reason":"stop"}]})";
    return Http({e});
}

const oaiwire::endpoint where{.api_key = oaiwire::secret("sk-not-a-real-key")};

int record(Http http) {
    // [recording calls]
    auto file = oaiwire::cassette_to_file("chat.jsonl");
    if (!file) {
        std::cerr << to_string(file.error()) << '\n';
        return 1;
    }
    const oaiwire::cassette_writer tape(*file);
    oaiwire::client api(oaiwire::recording_transport(std::move(http), tape), where);

    const auto answer = api.create(oaiwire::ChatCompletionRequest{
        .model = "m", .messages = {oaiwire::user("Why is the sky blue?")}});
    if (answer) std::cout << text(*answer) << '\n';
    if (tape.failure().code != oaiwire::errc::ok) std::cerr << "the cassette is not whole\n";
    // [/recording calls]
    return answer ? 0 : 1;
}

int replay() {
    // [replaying calls]
    auto tape = oaiwire::cassette_transport::from_file("chat.jsonl");
    if (!tape) {
        std::cerr << to_string(tape.error()) << '\n';
        return 1;
    }
    oaiwire::client api(*tape, where);  // copies share the cassette

    const auto answer = api.create(oaiwire::ChatCompletionRequest{
        .model = "m", .messages = {oaiwire::user("Why is the sky blue?")}});
    assert(answer && text(*answer) == "It scatters.");
    assert(tape->unused().empty());  // each recorded call was made
    // [/replaying calls]
    CHECK((answer && text(*answer) == "It scatters."));
    CHECK(tape->unused().empty());
    return 0;
}

int mix(Http http) {
    // [recording what is missing]
    auto mixed = oaiwire::replay_or_record<Http>::open_cassette(std::move(http), "chat.jsonl",
                                                                oaiwire::record_mode::once);
    if (!mixed) {
        std::cerr << to_string(mixed.error()) << '\n';
        return 1;
    }
    oaiwire::client api(*std::move(mixed), where);
    // [/recording what is missing]
    const auto answer = api.create(oaiwire::ChatCompletionRequest{
        .model = "m", .messages = {oaiwire::user("Why is the sky blue?")}});
    return answer && text(*answer) == "It scatters." ? 0 : 1;
}

// Runs in a folder of its own, since the page's code names files.
struct folder {
    std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::path here = std::filesystem::temp_directory_path() / "oaiwire_docs_testing";
    folder() {
        std::filesystem::remove_all(here);
        std::filesystem::create_directory(here);
        std::filesystem::current_path(here);
    }
    ~folder() {
        std::filesystem::current_path(before);
        std::filesystem::remove_all(here);
    }
};

}  // namespace

TEST_CASE("a call of docs/testing.md is recorded, and answered without a network") {
    const folder own;
    const captured_output out;
    REQUIRE(record(sky()) == 0);
    CHECK(out.text() == "It scatters.\n");
    CHECK(replay() == 0);
    CHECK(mix(Http({})) == 0);
    std::filesystem::remove("chat.jsonl");
    CHECK(mix(sky()) == 0);
    CHECK(replay() == 0);
}

TEST_CASE("the error of docs/testing.md is what an unmatched request is told") {
    const folder own;
    {
        const captured_output out;
        REQUIRE(record(sky()) == 0);
    }
    auto tape = oaiwire::cassette_transport::from_file("chat.jsonl");
    REQUIRE(tape);
    oaiwire::client api(*tape, where);
    const auto answer = api.create(
        oaiwire::ChatCompletionRequest{.model = "m", .messages = {oaiwire::user("Why?")}});
    REQUIRE(!answer);
    CHECK(some_page_shows(to_string(answer.error()) + "\n"));
}

TEST_CASE("the cassette of docs/testing.md is one") {
    std::size_t found = 0;
    for (const auto& block : blocks("json")) {
        if (block.find("oaiwire_cassette") == block.npos) continue;
        ++found;
        const auto tape = oaiwire::cassette_transport::from(block);
        REQUIRE(tape);
        REQUIRE(tape->exchanges().size() == 1);
        CHECK(tape->exchanges()[0].ended);
    }
    CHECK(found == 1);
}

}}  // namespace docs_tests::testing
