#include <oaiwire/bridge/chat_to_response.hpp>
//
#include <bridge/streams.hpp>

#include <oaiwire/bridge/response_of_completion.hpp>
#include <oaiwire/types/response_text.hpp>
#include <support/cases.hpp>
#include <support/chat_bodies.hpp>

namespace chat_to_response_tests {

using namespace oaiwire;
using namespace bridge_streams;
using support::json_of;

namespace {

ResponseRequest request() {
    ResponseRequest r{.model = "asked"};
    r.instructions = "Be brief.";
    r.temperature = 0.5;
    return r;
}
Response whole_path(const ChatCompletion& completion, const bridge_options& options = {}) {
    bridge_notes notes;
    auto response = response_of_completion(completion, request(), notes, options);
    REQUIRE(response);
    return *std::move(response);
}
chunks chunks_of(std::string_view bytes) {
    return decode<ChatCompletionChunk>(bytes).chunks;
}
std::vector<std::string> types_of(const events& all) {
    std::vector<std::string> out;
    for (const auto& e : all) out.emplace_back(type_text(e));
    return out;
}
std::string says(std::string_view text) {
    return R"(data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":")" +
           std::string(text) + "\"}}]}\n\n";
}
const std::string stop = R"(data: {"id":"c1","choices":[{"index":0,"finish_reason":"stop"}]})"
                         "\n\ndata: [DONE]\n\n";

}  // namespace

TEST_CASE("what events add up to is the response of the whole completion") {
    for (std::uint64_t seed = 0; seed != 600; ++seed) {
        INFO(seed);
        support::random random(seed);
        const bool in_order = seed % 3 != 0;
        const chunks in = chat_grammar(random, in_order).make();
        bridge_options options;
        options.reasoning_as_summary = seed % 5 == 0;
        chat_to_response machine(request(), options);
        const events out = through<events>(machine, in);
        const ChatCompletion completion = whole_of(in);
        if (completion.choices.empty()) continue;
        Response expected = whole_path(completion, options);
        Response streamed = whole_of(out);
        Response last = machine.response();
        if (!in_order) {
            sort_output(streamed);
            sort_output(last);
        }
        CHECK(json_of(last) == json_of(expected));
        CHECK(json_of(streamed) == json_of(expected));

        // the decoder of the other dialect takes every event
        const auto read = decode<ResponseStreamEvent>(bytes_of(out, false));
        CHECK(read.end == stream_end::complete);
        CHECK(read.skipped == 0);
        REQUIRE(read.chunks.size() == out.size());
        CHECK(json_of(whole_of(read.chunks)) == json_of(whole_of(out)));
    }
}

TEST_CASE("the response does not depend on where its texts were cut") {
    for (std::uint64_t seed = 0; seed != 100; ++seed) {
        INFO(seed);
        support::random random(seed);
        chunks in = chat_grammar(random, true).make();
        chat_to_response one(request());
        through<events>(one, in);
        // each text in pieces of a character
        chunks cut;
        for (const auto& chunk : in) {
            const auto* text = chunk.choices.empty() || !chunk.choices[0].delta->content
                                   ? nullptr
                                   : std::get_if<std::string>(&*chunk.choices[0].delta->content);
            if (text == nullptr || text->size() < 2) {
                cut.push_back(chunk);
                continue;
            }
            for (std::size_t at = 0; at != text->size();) {
                std::size_t end = at + 1;
                while (end != text->size() && ((*text)[end] & 0xC0) == 0x80) ++end;
                cut.push_back(chunk);
                cut.back().choices[0].delta->content.emplace(text->substr(at, end - at));
                if (at != 0) cut.back().choices[0].logprobs.reset();
                at = end;
            }
        }
        chat_to_response other(request());
        through<events>(other, cut);
        CHECK(json_of(one.response()) == json_of(other.response()));
    }
}

TEST_CASE("events come in the order of the Responses API, numbered from 0") {
    chat_to_response machine(request());
    const events out = through<events>(
        machine,
        chunks_of(
            R"(data: {"id":"c1","choices":[{"index":0,"delta":{"reasoning":"r"}}]})"
            "\n\n" +
            says("a") + says("b") +
            R"(data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"f","arguments":"{}"}}]}}]})"
            "\n\n" +
            stop));
    CHECK(types_of(out) == std::vector<std::string>{
                               "response.created",
                               "response.in_progress",
                               "response.output_item.added",
                               "response.content_part.added",
                               "response.reasoning_text.delta",
                               "response.reasoning_text.done",
                               "response.content_part.done",
                               "response.output_item.done",
                               "response.output_item.added",
                               "response.content_part.added",
                               "response.output_text.delta",
                               "response.output_text.delta",
                               "response.output_item.added",
                               "response.function_call_arguments.delta",
                               "response.output_text.done",
                               "response.content_part.done",
                               "response.output_item.done",
                               "response.function_call_arguments.done",
                               "response.output_item.done",
                               "response.completed",
                           });
    for (std::size_t i = 0; i != out.size(); ++i) {
        const std::string number = "\"sequence_number\":" + std::to_string(i) + ",";
        CHECK(json_of(out[i]).find(number) != std::string::npos);
    }
}

TEST_CASE("each event comes with the chunk that caused it") {
    chat_to_response machine(request());
    for (const std::string word : {"one", "two"}) {
        machine.feed(chunks_of(says(word)).front());
        std::string text_now;
        while (const auto* e = machine.next()) text_now += text(*e);
        CHECK(text_now == word);
    }
    CHECK_FALSE(machine.done());
}

TEST_CASE("a stream that was cut ends as failed, with what came") {
    chat_to_response machine(request());
    const events out = through<events>(machine, chunks_of(says("half")), stream_end::truncated);
    const auto read = decode<ResponseStreamEvent>(bytes_of(out, false));
    CHECK(read.end == stream_end::api_error);
    CHECK(machine.failure().code == errc::truncated_stream);
    const Response& response = machine.response();
    CHECK(response.status == ResponseStatus::failed);
    CHECK(text(response) == "half");
    CHECK(std::get_if<ResponseMessage>(&response.output[0])->status == ResponseStatus::incomplete);
    CHECK(response.error);
}

TEST_CASE("an error inside the stream is the error of the response") {
    error why = make_error(errc::api_error, "slow down");
    why.api.code = "rate_limit_exceeded";
    chat_to_response machine(request());
    through<events>(machine, chunks_of(says("a")), stream_end::api_error, why);
    CHECK(json_of(machine.response())
              .find(R"("error":{"message":"slow down","code":"rate_limit_exceeded"})") !=
          std::string::npos);
}

TEST_CASE("a stream that failed before its first chunk is one error event") {
    chat_to_response machine(request());
    const events out = through<events>(machine, chunks{}, stream_end::api_error,
                                       make_error(errc::api_error, "no"));
    REQUIRE(out.size() == 1);
    CHECK(
        json_of(out[0]) ==
        R"({"type":"error","sequence_number":0,"code":"server_error","message":"no","param":null})");
    CHECK_FALSE(machine.begun());
}

TEST_CASE("a stream without [DONE] whose choice has ended is complete") {
    chat_to_response machine(request());
    through<events>(machine, chunks_of(says("a") + stop), stream_end::finished);
    CHECK(machine.response().status == ResponseStatus::completed);
}

TEST_CASE("a model that failed fails the response") {
    chat_to_response machine(request());
    const events out = through<events>(
        machine, chunks_of(says("a") + R"(data: {"choices":[{"finish_reason":"error"}]})"
                                       "\n\n"));
    CHECK(types_of(out).back() == "response.failed");
    CHECK(machine.failure().code == errc::api_error);
}

TEST_CASE("reasoning that comes again is an item of its own") {
    const auto thinks = [](std::string text) {
        return R"(data: {"id":"c1","choices":[{"index":0,"delta":{"reasoning":")" + text +
               "\"}}]}\n\n";
    };
    chat_to_response machine(request());
    const events out = through<events>(
        machine, chunks_of(thinks("a") + says("x") + thinks("b") + says("y") + stop));
    CHECK(machine.response().output.size() == 3);
    CHECK(text(machine.response()) == "xy");
    CHECK(reasoning(machine.response()) == "ab");
    CHECK(json_of(whole_of(out)) == json_of(machine.response()));
}

TEST_CASE("a call without an id gets one, and so does one in the deprecated form") {
    chat_to_response machine(request());
    const chunks in = chunks_of(
        R"(data: {"id":"c1","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"name":"f","arguments":"{}"}}]}}]})"
        "\n\n"
        R"(data: {"id":"c1","choices":[{"index":0,"delta":{"function_call":{"name":"g","arguments":"{}"}},"finish_reason":"stop"}]})"
        "\n\n");
    const events out = through<events>(machine, in);
    CHECK(json_of(whole_of(out)) == json_of(whole_path(whole_of(in))));
    const auto calls = function_calls(machine.response());
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].call_id == "call_c1_0");
    CHECK(calls[1].call_id == "call_c1");
}

TEST_CASE("other choices, audio and unknown members are noted once") {
    chat_to_response machine(request());
    const std::string chunk =
        R"(data: {"id":"c1","choices":[{"index":0,"delta":{"content":"a","audio":{"id":"x"},"odd":1}},{"index":1,"delta":{"content":"b"}}]})"
        "\n\n";
    through<events>(machine, chunks_of(chunk + chunk + stop));
    std::vector<std::string> paths;
    for (const auto& note : machine.notes().list()) paths.push_back(note.path);
    CHECK(paths ==
          std::vector<std::string>{"choices[0].delta.audio", "choices[0].delta.odd", "choices[1]"});
}

TEST_CASE("what calls and citations say beside their names is noted once") {
    chat_to_response machine(request());
    through<events>(
        machine,
        chunks_of(
            says("a") +
            R"(data: {"choices":[{"index":0,"delta":{"annotations":[{"type":"url_citation","url_citation":{"url":"u","content":"c"}}],"tool_calls":[{"index":0,"id":"1","type":"function","function":{"name":"f","arguments":"{}"},"extra_content":{"google":{"thought_signature":"s"}}}]}}]})"
            "\n\n"
            R"(data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":" "},"extra_content":{}}],"function_call":{"name":"g","old":1}}}]})"
            "\n\n" +
            stop));
    std::vector<std::string> paths;
    for (const auto& note : machine.notes().list()) paths.push_back(note.path);
    CHECK(paths == std::vector<std::string>{"choices[0].delta.annotations.url_citation.content",
                                            "choices[0].delta.tool_calls[0].extra_content",
                                            "choices[0].delta.function_call.old"});
}

TEST_CASE("limits hold: bytes of the answer, calls, and items of reasoning") {
    bridge_options options;
    options.bounds.answer = 100;
    chat_to_response bytes(request(), options);
    std::string body;
    for (std::size_t i = 0; i != 30; ++i) body += says("0123456789");
    through<events>(bytes, chunks_of(body));
    CHECK(bytes.failure().code == errc::limit_exceeded);
    CHECK(text(bytes.response()).size() <= 100);

    options = {};
    options.bounds.tool_calls = 2;
    chat_to_response items(request(), options);
    body.clear();
    for (std::size_t i = 0; i != 40; ++i) {
        body += says("x") + R"(data: {"choices":[{"index":0,"delta":{"reasoning":"r"}}]})"
                            "\n\n";
    }
    const events out = through<events>(items, chunks_of(body));
    CHECK(items.failure().code == errc::limit_exceeded);
    CHECK(types_of(out).back() == "response.failed");
    CHECK(decode<ResponseStreamEvent>(bytes_of(out, false)).end == stream_end::api_error);
}

TEST_CASE("after the end nothing is taken") {
    chat_to_response machine(request());
    through<events>(machine, chunks_of(says("a") + stop));
    machine.feed(chunks_of(says("b")).front());
    machine.finish(stream_end::truncated);
    CHECK(machine.next() == nullptr);
    CHECK(machine.failure().code == errc::ok);
}

TEST_CASE("recorded chat streams become streams that end as they did") {
    std::size_t compared = 0;
    for (const auto& body : support::chat_bodies()) {
        INFO(body);
        const auto in = decode<ChatCompletionChunk>(body);
        chat_to_response machine(request());
        const events out = through<events>(machine, in.chunks, in.end, in.failure);
        REQUIRE_FALSE(out.empty());
        const auto read = decode<ResponseStreamEvent>(bytes_of(out, false));
        CHECK(read.skipped == 0);
        const bool ended = in.end == stream_end::complete || in.end == stream_end::finished;
        const bool failed = machine.failure().code != errc::ok;
        CHECK(read.end == (failed ? stream_end::api_error : stream_end::complete));
        if (!ended) CHECK(failed);
        if (failed || in.chunks.empty()) continue;
        const ChatCompletion whole = whole_of(in.chunks);
        if (whole.choices.size() != 1) continue;
        Response expected = whole_path(whole);
        Response streamed = whole_of(read.chunks);
        CHECK(text(streamed) == text(expected));
        CHECK(reasoning(streamed) == reasoning(expected));
        sort_output(expected);
        sort_output(streamed);
        CHECK(json_of(streamed.output) == json_of(expected.output));
        ++compared;
    }
    CHECK(compared > 20);
}

}  // namespace chat_to_response_tests
