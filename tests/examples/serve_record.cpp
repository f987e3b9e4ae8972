// serve --record: what comes to the server is a cassette that answers the same calls without it.
#include <filesystem>
#include <string>

#include <oaiwire/transport/cassette_transport.hpp>
#include <support/catch.hpp>

#include "serve_program.hpp"

namespace serve_record_tests {

namespace {

const std::string key = "sk-a-key-of-the-server";

// What a client gets of three calls, as one text.
template <class Client>
std::string calls(Client& api) {
    const oaiwire::ChatCompletionRequest request{.model = "echo",
                                                 .messages = {oaiwire::user("one two three")}};
    std::string out;
    const auto plain = api.create(request);
    out += plain ? oaiwire::json::write(*plain).value_or("-") : to_string(plain.error());
    auto stream = api.stream(request);
    for (const auto& chunk : stream) out += oaiwire::json::write(chunk).value_or("-") + "\n";
    out += std::string(oaiwire::name(stream.end_reason()));
    const auto wrong = api.create(oaiwire::RetrieveModelRequest{.model = "none-of-these"});
    out += wrong ? "found" : to_string(wrong.error());
    return out;
}

}  // namespace

TEST_CASE("serve records calls as a cassette, without the key, and it answers the same") {
    int started = 0;
    for (const char* stack : {"beast", "httplib"}) {
        const auto path = std::filesystem::temp_directory_path() /
                          (std::string("oaiwire_serve_record_") + stack + ".jsonl");
        std::filesystem::remove(path);
        std::string due;
        {
            support::serve_program server(stack, {"--key", key, "--record", path.string()});
            if (!server.started()) continue;
            ++started;
            auto api = server.client(key);
            due = calls(api);
        }
        auto tape = oaiwire::cassette_transport::from_file(path);
        INFO((tape ? std::string() : to_string(tape.error())));
        REQUIRE(tape);
        CHECK(tape->exchanges().size() == 3);
        for (const auto& e : tape->exchanges()) {
            CHECK(e.ended);
            for (const auto& field : e.request.fields) CHECK(field[1].find(key) == key.npos);
        }
        oaiwire::client api(*tape,
                            {.base_url = "http://localhost/v1", .api_key = oaiwire::secret(key)});
        CHECK(calls(api) == due);
        CHECK(tape->unused().empty());
        std::filesystem::remove(path);
    }
    if (started == 0) FAIL("serve did not start on any HTTP stack");
}

}  // namespace serve_record_tests
