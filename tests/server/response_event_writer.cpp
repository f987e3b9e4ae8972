#include <oaiwire/server/response_event_writer.hpp>

#include <support/catch.hpp>

#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/response_events.hpp>
#include <server/streams.hpp>

namespace response_event_writer_tests {

using namespace oaiwire;
using detail::response_event_writer;
using detail::response_text;
using detail::text_sink;
using server_streams::event_of;
using server_streams::take;

TEST_CASE("a delta of each kind is what json::write makes of the typed event") {
    for (const auto kind :
         {response_text::output, response_text::refusal, response_text::reasoning,
          response_text::summary, response_text::arguments, response_text::input}) {
        for (const bool padded : {false, true}) {
            responder to;
            response_event_writer events(to, padded, 1);
            std::string whole = "so far";
            const auto& names = detail::names_of(kind);
            REQUIRE(events.open(kind, {"item_\"1", 3, 2}) == errc::ok);
            REQUIRE(events.delta("a \"b\"\xc3", whole) == errc::ok);
            CHECK(to.unsent().find(padded ? "\"obfuscation\":\"" : "}\n\n") !=
                  std::string_view::npos);
            take(to);
            REQUIRE(events.delta("\xa9", whole) == errc::ok);
            CHECK(whole == "so fara \"b\"\xc3\xa9");

            ResponseDeltaEvent typed;
            typed.type = names.delta;
            typed.sequence_number = 1;
            typed.item_id = "item_\"1";
            typed.output_index = 3;
            if (names.index == "content_index") typed.content_index = 2;
            if (names.index == "summary_index") typed.summary_index = 2;
            typed.delta = std::string("\xc3\xa9");
            if (names.logprobs) typed.logprobs.emplace();
            const std::string body = take(to);
            const auto read = json::read<ResponseDeltaEvent>(
                std::string_view(body).substr(body.find("data: ") + 6));
            REQUIRE(read);
            typed.obfuscation = read->obfuscation;
            CHECK(body == event_of(typed, names.delta));
        }
    }
}

TEST_CASE("events are numbered, and those that were refused take no number") {
    responder to({.unsent_limit = 20});
    response_event_writer events(to, false, 1);
    const auto two = [&](text_sink& out) {
        events.put(out, "response.a", nullptr, {}, "x", "1");
        const detail::response_event_place at{"i", 4, 5};
        events.put(out, "response.b", &at, "content_index", "y", "2");
    };
    REQUIRE(events.write(two) == errc::ok);
    CHECK(events.write(two) == errc::limit_exceeded);
    CHECK(take(to) ==
          "event: response.a\ndata: {\"type\":\"response.a\",\"sequence_number\":0,\"x\":1}\n\n"
          "event: response.b\ndata: {\"type\":\"response.b\",\"sequence_number\":1,"
          "\"item_id\":\"i\",\"output_index\":4,\"content_index\":5,\"y\":2}\n\n");
    REQUIRE(events.write(two) == errc::ok);
    CHECK(to.unsent().find("\"sequence_number\":2") != std::string_view::npos);
    CHECK(events.out().sequence_number() == 4);
}

TEST_CASE("a delta that is refused is not added to the text") {
    responder to({.unsent_limit = 10});
    response_event_writer events(to, false, 1);
    std::string whole;
    REQUIRE(events.open(response_text::output, {"i", 0, 0}) == errc::ok);
    REQUIRE(events.delta("a\xc3", whole) == errc::ok);
    CHECK(events.delta("\xa9", whole) == errc::limit_exceeded);
    CHECK(events.flush(whole) == errc::limit_exceeded);
    CHECK(whole == "a");
    take(to);
    REQUIRE(events.delta("\xa9", whole) == errc::ok);
    REQUIRE(events.flush(whole) == errc::ok);
    CHECK(whole == "a\xc3\xa9");
}

}  // namespace response_event_writer_tests
