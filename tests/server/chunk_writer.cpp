#include <oaiwire/server/chunk_writer.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <string>

#include <oaiwire/json/text/print.hpp>
#include <server/streams.hpp>

namespace chunk_writer_tests {

using namespace oaiwire;

namespace {

// A form of its own: {"of":CHOICE,"kind":KIND,"text":TEXT,"p":LOGPROBS,"finish_reason":null}.
constexpr detail::chunk_form form{
    "test", true,
    [](detail::text_sink& out, const detail::text_key& key) {
        out.put(R"({"of":)");
        json::detail::put_number(out, key.choice);
        out.put(R"(,"kind":)");
        json::detail::put_number(out, static_cast<int>(key.kind));
        out.put(R"(,"text":)");
    },
    [](detail::text_sink& out, const detail::text_key&) { out.put(R"(,"p":)"); },
    [](detail::text_sink& out, std::int64_t choice) {
        out.put(R"({"of":)");
        json::detail::put_number(out, choice);
        out.put(R"(,"finish_reason":)");
    }};

}  // namespace

TEST_CASE("templates of many texts do not mix") {
    responder to;
    detail::chunk_writer writer(to, {.id = "i", .model = "m"}, form);
    for (int round = 0; round != 3; ++round) {
        for (std::int64_t choice = -20; choice != 20; ++choice) {
            for (std::uint8_t kind = 0; kind != 3; ++kind) {
                REQUIRE(writer.piece({choice, 0, kind}, "x"));
                CHECK(
                    server_streams::take(to) ==
                    R"(data: {"id":"i","object":"test","created":0,"model":"m","choices":[{"of":)" +
                        std::to_string(choice) + R"(,"kind":)" + std::to_string(kind) +
                        R"(,"text":"x","p":null,"finish_reason":null}]})"
                        "\n\n");
            }
        }
    }
}

TEST_CASE("the end of one choice sends what is held of it, and leaves the others") {
    responder to;
    detail::chunk_writer writer(to, {}, form);
    REQUIRE(writer.piece({0, 0, 1}, "\xc3"));
    REQUIRE(writer.piece({1, 0, 0}, "\xc3"));
    REQUIRE(writer.piece({0, 0, 0}, "\xe2\x82"));
    CHECK(to.unsent().empty());
    REQUIRE(writer.finish("st\xffop", 0));
    auto events = server_streams::split(server_streams::take(to));
    REQUIRE(events.size() == 3);
    CHECK(events[0].find("\"kind\":0,\"text\":\"\xEF\xBF\xBD\"") != std::string::npos);
    CHECK(events[1].find("\"kind\":1,\"text\":\"\xEF\xBF\xBD\"") != std::string::npos);
    CHECK(events[2].find("\"finish_reason\":\"st\xEF\xBF\xBDop\"") != std::string::npos);
    REQUIRE(writer.piece({1, 0, 0}, "\xa9"));
    CHECK(server_streams::take(to).find("\"text\":\"\xc3\xa9\"") != std::string::npos);
}

TEST_CASE("a model's or a response's name that is no text is repaired") {
    responder to;
    detail::chunk_writer writer(to, {.id = "\xff", .model = "\xfe", .system_fingerprint = "\xfd"},
                                form);
    REQUIRE(writer.done(nullptr));
    CHECK(to.unsent() == "data: [DONE]\n\n");
    responder other;
    detail::chunk_writer named(other, {.id = "\xff", .model = "\xfe", .system_fingerprint = "\xfd"},
                               form);
    REQUIRE(named.finish("stop", 0));
    CHECK(other.unsent() ==
          "data: "
          "{\"id\":\"\xEF\xBF\xBD\",\"object\":\"test\",\"created\":0,\"model\":\"\xEF\xBF\xBD\","
          "\"choices\":[{\"of\":0,\"finish_reason\":\"stop\"}],"
          "\"system_fingerprint\":\"\xEF\xBF\xBD\"}\n\n");
}

}  // namespace chunk_writer_tests
