// The code of docs/bridge.md, compiled and run.
#include "harness.hpp"

#include <oaiwire/bridge.hpp>
#include <oaiwire/responses.hpp>
#include <oaiwire/server.hpp>

namespace docs_tests {
namespace bridge {

// [bridge_whole]
// Answers a request of the Responses API by a server that has chat completions only.
template <class Client>
oaiwire::result<oaiwire::Response> respond(Client& chat_server,
                                           const oaiwire::ResponseRequest& request,
                                           const oaiwire::response_store& store) {
    oaiwire::bridge_notes notes;
    auto chat = oaiwire::chat_request_of(request, notes, &store);
    if (!chat) return chat.error();  // its path names what chat completions cannot say
    for (const auto& note : notes.list()) std::clog << note.path << ": " << note.lost << '\n';

    auto completion = chat_server.create(*chat);
    if (!completion) return completion.error();
    auto response = oaiwire::response_of_completion(*completion, request, notes);
    if (!response) return response.error();
    auto saved = oaiwire::save_response(store, request, *response);
    if (!saved) return saved.error();
    return response;
}
// [/bridge_whole]

// [bridge_stream]
// The same as a stream: send() gets each event at once.
template <class Client, class Send>
oaiwire::result<void> stream_responses(Client& chat_server,
                                       const oaiwire::ChatCompletionRequest& chat,
                                       const oaiwire::ResponseRequest& request,
                                       const oaiwire::response_store& store, Send&& send) {
    oaiwire::chat_to_response bridge(request);
    const auto forward = [&] {
        while (const auto* event = bridge.next()) send(*event);
    };
    auto chunks = chat_server.stream(chat);
    for (const auto& chunk : chunks) {
        bridge.feed(chunk);
        forward();
    }
    bridge.finish(chunks.end_reason(), chunks.error());
    // Before the client knows the whole, since it may go on from it at once.
    auto saved = oaiwire::save_response(store, request, bridge.response());
    forward();  // the last event: completed, incomplete or failed
    return saved;
}
// [/bridge_stream]

// [bridge_event]
// Writes an event into an answer that begin_events(oaiwire::stream_errors::typed) has begun.
oaiwire::result<void> write_event(oaiwire::responder& to,
                                  const oaiwire::ResponseStreamEvent& event) {
    const auto json = oaiwire::json::write(event);
    if (!json) return json.error();
    return to.event({.data = *json, .event = oaiwire::type_text(event)});
}
// [/bridge_event]

// [bridge_reverse]
// Answers a chat request by a server that has the Responses API only.
template <class Client, class Send>
oaiwire::error stream_chat(Client& response_server, const oaiwire::ChatCompletionRequest& request,
                           Send&& send) {
    oaiwire::bridge_notes notes;
    auto asked = oaiwire::response_request_of(request, notes);
    if (!asked) return asked.error();

    oaiwire::response_to_chat bridge(request);
    const auto forward = [&] {
        while (const auto* chunk = bridge.next()) send(*chunk);
    };
    auto events = response_server.stream(*asked);
    for (const auto& event : events) {
        bridge.feed(event);
        forward();
    }
    bridge.finish(events.end_reason(), events.error());
    forward();
    return bridge.failure();  // errc::ok: write [DONE]; else an error event
}
// [/bridge_reverse]

}  // namespace bridge

TEST_CASE("docs/bridge.md: whole answers, with a store") {
    const oaiwire::replay_transport http(
        {answer(R"({"id":"chatcmpl-1","choices":[{"index":0,"message":{"content":"4"}}]})"),
         answer(R"({"id":"chatcmpl-2","choices":[{"index":0,"message":{"content":"5"}}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::memory_response_store memory;
    const oaiwire::response_store store = memory.hooks();

    auto first = bridge::respond(api, {.model = "m", .input = "2 + 2?"}, store);
    REQUIRE(first);
    CHECK(oaiwire::text(*first) == "4");
    auto second = bridge::respond(
        api, {.model = "m", .input = "And 1 more?", .previous_response_id = first->id}, store);
    REQUIRE(second);
    CHECK(oaiwire::text(*second) == "5");
    CHECK(http.requests().back().body.find(R"({"role":"assistant","content":"4"})") !=
          std::string::npos);
    CHECK_FALSE(
        bridge::respond(api, {.model = "m", .previous_response_id = "resp_unknown"}, store));
}

TEST_CASE("docs/bridge.md: streams in both directions") {
    const oaiwire::replay_transport http(
        {answer("data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},"
                "\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n",
                "text/event-stream"),
         answer("data: {\"type\":\"response.output_text.delta\",\"output_index\":0,"
                "\"delta\":\"Ho\"}\n\n"
                "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n",
                "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::memory_response_store memory;
    const oaiwire::response_store store = memory.hooks();
    std::string id;
    oaiwire::responder to;
    REQUIRE(to.begin_events(oaiwire::stream_errors::typed));
    REQUIRE(bridge::stream_responses(
        api, hello, {.model = "m", .input = "Hello"}, store, [&](const auto& event) {
            CHECK(bridge::write_event(to, event));
            if (const auto* whole = std::get_if<oaiwire::ResponseLifecycleEvent>(&event)) {
                id = whole->response->id.value_or("");
            }
        }));
    CHECK(to.unsent().starts_with("event: response.created\ndata: {"));
    CHECK(to.unsent().find("\n\nevent: response.completed\ndata: {") != std::string::npos);
    CHECK(store.find(id));

    std::string said;
    const auto error =
        bridge::stream_chat(api, hello, [&](const auto& chunk) { said += oaiwire::text(chunk); });
    CHECK(error.code == oaiwire::errc::ok);
    CHECK(said == "Ho");
}

}  // namespace docs_tests
