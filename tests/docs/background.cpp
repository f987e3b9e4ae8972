// The code of docs/background.md, compiled and run.
#include "harness.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/background.hpp>
#include <oaiwire/conversations.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/websocket.hpp>

namespace docs_tests { namespace background {

namespace {

std::string whole(std::string_view status) {
    return R"({"id":"resp_1","object":"response","status":")" + std::string(status) +
           R"(","output":[{"type":"message","role":"assistant","content":[)"
           R"({"type":"output_text","text":"42"}]}]})";
}
std::string delta(std::string_view text, int number) {
    return R"({"type":"response.output_text.delta","output_index":0,"content_index":0,)"
           R"("sequence_number":)" +
           std::to_string(number) + R"(,"delta":")" + std::string(text) + "\"}";
}
std::string lifecycle(std::string_view type, int number, std::string_view id = "resp_1") {
    return R"({"type":"response.)" + std::string(type) + R"(","sequence_number":)" +
           std::to_string(number) + R"(,"response":{"id":")" + std::string(id) + "\"}}";
}
std::string sse(const std::string& json) {
    return "data: " + json + "\n\n";
}

// A server that answers each request with one word.
struct scripted_stream {
    std::deque<std::string> replies{};
    std::string last{};
    int made = 0;
    oaiwire::http::response_head answered{101, {}};
    oaiwire::http::close_status how{};

    const oaiwire::http::response_head& head() const { return answered; }
    oaiwire::result<void> send(oaiwire::http::message_kind, std::string_view text) {
        const std::string id = "resp_" + std::to_string(++made);
        const bool again = text.find("previous_response_id") != text.npos;
        replies.push_back(lifecycle("created", 0, id));
        replies.push_back(delta(again ? "again\\n" : "once\\n", 1));
        replies.push_back(lifecycle("completed", 2, id));
        return {};
    }
    oaiwire::result<std::optional<oaiwire::http::message>> receive(std::int64_t) {
        if (replies.empty()) return std::optional<oaiwire::http::message>();
        last = std::move(replies.front());
        replies.pop_front();
        return std::optional(oaiwire::http::message{oaiwire::http::message_kind::text, last});
    }
    oaiwire::result<void> close(std::uint16_t, std::string_view) { return {}; }
    bool ended() const { return false; }
    const oaiwire::http::close_status& closed() const { return how; }
};
struct scripted_transport {
    using timing = oaiwire::system_timing;
    oaiwire::result<scripted_stream> connect(const oaiwire::http::duplex_request&) {
        return scripted_stream{};
    }
};

void show(const oaiwire::error& why) {
    FAIL_CHECK(to_string(why));
}

const oaiwire::endpoint where{.base_url = "https://api.example.com/v1"};

}  // namespace

TEST_CASE("background responses are waited for and streamed as docs/background.md says") {
    const oaiwire::ResponseRequest request{.model = "m", .input = std::string("Think")};
    const oaiwire::replay_transport http(
        {answer(whole("queued")), answer(whole("in_progress")), answer(whole("completed")),
         answer(sse(lifecycle("created", 0)) + sse(delta("4", 1)), "text/event-stream"),
         answer(sse(delta("4", 1)) + sse(delta("2", 2)) + sse(lifecycle("completed", 3)),
                "text/event-stream"),
         answer(sse(delta("2", 2)) + sse(lifecycle("completed", 3)), "text/event-stream"),
         answer(whole("cancelled"))});
    oaiwire::client api{http, where, oaiwire::system_timing{}};
    oaiwire::background_options options{.interval_ms = 0};
    options.initial_interval_ms = 0;
    const captured_output out;

    // [background-wait]
    auto response = oaiwire::create_in_background(api, request, options);
    if (!response) return show(response.error());
    std::cout << oaiwire::text(*response) << '\n';
    // [/background-wait]

    // [background-stream]
    auto streamed = oaiwire::stream_in_background(
        api, request,
        [&](const oaiwire::ResponseStreamEvent& event) { std::cout << oaiwire::text(event); },
        options);
    if (!streamed.ok()) show(streamed.error);
    // [/background-stream]

    const std::string id = "resp_1";
    const std::int64_t last_event = 1;
    // [background-follow]
    auto rest = oaiwire::follow_response(
        api, id, last_event,
        [](const oaiwire::ResponseStreamEvent& event) { std::cout << oaiwire::text(event); });
    // [/background-follow]
    // [background-cancel]
    auto cancelled = api.create(oaiwire::CancelResponseRequest{.response_id = id});
    // [/background-cancel]

    CHECK(out.text() == "42\n422");
    CHECK(rest.ok());
    CHECK(cancelled);
    CHECK(http.requests().at(4).target == "/v1/responses/resp_1?stream=true&starting_after=1");
}

TEST_CASE("responses over a WebSocket are made as docs/background.md says") {
    scripted_transport sockets;
    const captured_output out;

    // [background-socket]
    oaiwire::response_socket socket{std::move(sockets), where};
    const auto print = [](const oaiwire::ResponseStreamEvent& event) {
        std::cout << oaiwire::text(event) << std::flush;
    };
    auto first = socket.stream({.model = "m", .input = "Find the bug in main.cpp"}, print);
    if (!first.ok()) return show(first.error);
    // Only what is new is sent: the server has the rest at hand.
    auto second = socket.stream_next({.model = "m", .input = "Now repair it"}, print);
    // [/background-socket]
    CHECK(second.response.id == "resp_2");
    CHECK(out.text() == "once\nagain\n");

    scripted_stream stream;
    const auto receive = [&]() -> std::string {
        auto got = stream.receive(0);
        return *got ? std::string((*got)->data) : std::string();
    };
    const auto send = [&](const std::string& text) {
        static_cast<void>(stream.send(oaiwire::http::message_kind::text, text));
    };
    std::int64_t now_ms = 0;
    // [background-session]
    oaiwire::response_session talk(where);
    auto turn = talk.create({.model = "m", .input = "Hello", .stream_id = "a"});
    talk.opened(now_ms);  // a connection by connection_request()
    while (turn && talk.pending(*turn)) {
        while (const auto message = talk.take_unsent()) send(*message);
        talk.receive(receive());
        while (const auto found = talk.next()) {
            if (found->event) std::cout << oaiwire::text(*found->event);
            if (found->ended) std::cout << talk.take(found->turn).response.id.value_or("") << '\n';
        }
    }
    // [/background-session]
    CHECK(turn);
}

TEST_CASE("conversations are kept as docs/background.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"id":"conv_1","object":"conversation"})"), answer(whole("completed")),
         answer(R"({"object":"list","data":[]})"),
         answer(R"({"object":"list","data":[{"type":"message","role":"user","content":"Hi"}],)"
                R"("has_more":false})")});
    oaiwire::client api{http, where};
    const captured_output out;

    // [background-conversation]
    auto conversation = api.create(oaiwire::CreateConversationRequest{});
    if (!conversation || !conversation->id) return show(conversation.error());
    const std::string id = *conversation->id;
    auto answer = api.create(oaiwire::ResponseRequest{
        .model = "m", .input = "Hello", .conversation = oaiwire::ConversationParam(id)});
    auto added = api.create(oaiwire::CreateConversationItemsRequest{
        .conversation_id = id,
        .items = {oaiwire::ResponseMessage{.role = oaiwire::Role::user, .content = "Good bye"}}});
    auto items = api.list(oaiwire::ListConversationItemsRequest{.conversation_id = id});
    for (const oaiwire::ResponseItem& item : items) {
        if (const auto* message = std::get_if<oaiwire::ResponseMessage>(&item)) {
            std::cout << oaiwire::text(*message) << '\n';
        }
    }
    // [/background-conversation]
    CHECK(answer);
    CHECK(added);
    CHECK(out.text() == "Hi\n");
}

}}  // namespace docs_tests::background
