// Bodies: cuts, limits, memory, and what is wrong with them.
#include <oaiwire/server/incoming_machine_steps.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/audio.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/responses.hpp>
#include <oaiwire/server/incoming.hpp>
#include <support/allocation_ledger.hpp>
#include <support/json_of.hpp>

namespace incoming_machine_steps_tests {

using namespace oaiwire;
using support::allocations;

namespace {

using server = incoming<ChatCompletionRequest, ListChatCompletionsRequest, CancelResponseRequest,
                        RetrieveResponseRequest, SpeechRequest, operations::speech_events>;

const std::string hello =
    R"({"model":"m","messages":[{"role":"user","content":"h\u00e9llo \ud83d\ude00"}],"stream":true})";

http::received_request post(std::string_view target) {
    return {"POST", std::string(target), {{"Content-Type", "application/json"}}};
}

// Everything that is known of a request, as text.
std::string told(server& s) {
    if (s.failed()) {
        std::string body;
        REQUIRE(write_error(s.error(), body));
        return std::to_string(s.error().status) + body + to_string(s.failure());
    }
    if (!s.ready()) return "open";
    std::string out(s.operation_id());
    out.append(s.streamed() ? " streamed " : " plain ").append(s.body());
    if (auto* chat = s.get<ChatCompletionRequest>()) out.append(*json::write(*chat));
    if (auto* speech = s.get<SpeechRequest>()) out.append(*json::write(*speech));
    if (auto* speech = s.get<operations::speech_events>()) out.append(*json::write(*speech));
    return out;
}

std::string given(server& s, const http::received_request& head, std::string_view body,
                  std::size_t piece = std::string_view::npos) {
    s.head(head);
    for (; !body.empty(); body.remove_prefix((std::min)(piece, body.size()))) {
        s.feed(body.substr(0, piece));
    }
    s.finish();
    return told(s);
}

server_error refused(std::string_view body, incoming_options options = {}) {
    server s(std::move(options));
    given(s, post("/v1/chat/completions"), body);
    CHECK(s.failed());
    return s.error();
}

}  // namespace

TEST_CASE("what is read does not depend on where the body was cut") {
    const std::string bodies[] = {
        hello,
        "{",
        "",
        hello + "x",
        R"({"model":"m","messages":[{"role":"user","content":7}]})",
        R"({"model":"m","messages":[]})",
        R"({"model":"m"})",
        "{\"model\":\"\xC3\x28\",\"messages\":[]}",
        "\xEF\xBB\xBF{}",
    };
    server s;
    for (const auto& body : bodies) {
        const std::string whole = given(s, post("/v1/chat/completions"), body);
        INFO(whole);
        for (std::size_t piece = 1; piece <= body.size(); ++piece) {
            REQUIRE(given(s, post("/v1/chat/completions"), body, piece) == whole);
        }
        for (std::size_t cut = 0; cut <= body.size(); ++cut) {
            s.head(post("/v1/chat/completions"));
            s.feed(std::string_view(body).substr(0, cut));
            s.feed(std::string_view(body).substr(cut));
            s.finish();
            REQUIRE(told(s) == whole);
        }
    }
}

TEST_CASE("every prefix of a body is an error, and nothing else is ready") {
    server s;
    for (std::size_t n = 0; n != hello.size(); ++n) {
        given(s, post("/v1/chat/completions"), std::string_view(hello).substr(0, n));
        REQUIRE(s.failed());
        CHECK(s.error().status == 400);
        CHECK(s.error().param.empty());
        CHECK(s.failure().code == errc::unexpected_end);
    }
}

TEST_CASE("an error names the member and says what is wrong with it") {
    struct row {
        std::string body{}, param{}, code{}, message{};
    };
    const row rows[] = {
        {"", "", "", "We could not parse the JSON body of your request: the body is empty."},
        {"[]", "", "invalid_type", "an object was due (byte 0)."},
        {"nil", "", "",
         "We could not parse the JSON body of your request: a literal other than true, false or "
         "null (byte 1)."},
        {R"({"messages":[{"role":"user","content":"x"}]})", "model", "missing_required_parameter",
         "Missing required parameter: 'model'."},
        {R"({"model":"m"})", "messages", "missing_required_parameter",
         "Missing required parameter: 'messages'."},
        {R"({"model":"m","messages":[{"role":"user","content":[{"type":"text"}]}]})",
         "messages[0].content[0].text", "missing_required_parameter",
         "Missing required parameter: 'messages[0].content[0].text'."},
        {R"({"model":"m","messages":[]})", "messages", "invalid_value",
         "messages must have at least one message."},
        {R"({"model":"m","messages":[{"role":"user","content":"x"}],"top_logprobs":21,"n":1.5})",
         "n", "invalid_type", "Invalid type for 'n': an integer was due (byte 78)."},
        {R"({"model":"m","messages":[{"role":"user","content":"x"}],"top_logprobs":21})",
         "top_logprobs", "invalid_value", "top_logprobs must be from 0 to 20."},
    };
    for (const auto& r : rows) {
        INFO(r.body);
        const auto e = refused(r.body);
        CHECK(e.status == 400);
        CHECK(e.type == "invalid_request_error");
        CHECK(e.param == r.param);
        CHECK(e.code == r.code);
        CHECK(e.message == r.message);
    }
}

TEST_CASE("what is checked is a choice") {
    server strict;
    const std::string quoted =
        R"({"model":"m","messages":[{"role":"user","content":"x"}],"n":"2"})";
    given(strict, post("/v1/chat/completions"), quoted);
    CHECK(strict.failed());
    incoming_options options;
    options.mode = json::tolerant;
    server tolerant(options);
    given(tolerant, post("/v1/chat/completions"), quoted);
    REQUIRE(tolerant.ready());
    CHECK(tolerant.get<ChatCompletionRequest>()->n == 2);
    options.validate = false;
    server unchecked(options);
    given(unchecked, post("/v1/chat/completions"), R"({"top_logprobs":99})");
    REQUIRE(unchecked.ready());
    CHECK(unchecked.get<ChatCompletionRequest>()->top_logprobs == 99);
}

TEST_CASE("depth is bounded") {
    incoming_options options;
    options.bounds.depth = 8;
    std::string deep = R"({"model":"m","messages":[{"role":"user","content":"x"}],"x":)";
    deep.append(100'000, '[').append(100'000, ']').append("}");
    const auto e = refused(deep, options);
    CHECK(e.status == 400);
    CHECK(e.code == "too_deep");
}

TEST_CASE("a body is kept up to its limit, and a byte more is refused at once") {
    for (const std::size_t bound :
         {std::size_t{0}, std::size_t{1}, hello.size() - 1, hello.size(), hello.size() + 1}) {
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, hello.size()}) {
            incoming_options options;
            options.bounds.body = bound;
            server s(options);
            const bool fits = hello.size() <= bound;
            given(s, post("/v1/chat/completions"), hello, piece);
            CHECK(s.ready() == fits);
            if (!fits) {
                CHECK(s.error().status == 413);
                CHECK(s.error().code == "request_too_large");
            }
            s.head({"GET", "/v1/chat/completions", {}});
            s.feed(hello);
            CHECK(s.failed() == !fits);
        }
    }
}

TEST_CASE("nothing is kept of a body that was refused at the head, or has none to keep") {
    incoming_options options;
    options.accepts_key = [](std::string_view) { return false; };
    server refuses(options);
    refuses.head(post("/v1/chat/completions"));
    REQUIRE(refuses.failed());
    server ignores;
    ignores.head(post("/v1/responses/r/cancel"));
    const std::string flood(1 << 16, 'x');
    const std::size_t before = allocations.count;
    for (int i = 0; i != 100; ++i) {
        refuses.feed(flood);
        ignores.feed(flood);
    }
    CHECK(allocations.count == before);
    ignores.finish();
    CHECK(ignores.ready());
    CHECK(ignores.get<CancelResponseRequest>()->response_id.text() == "r");
    CHECK(ignores.body().empty());
}

TEST_CASE("memory for a body is at most twice its size, whatever was announced") {
    incoming_options options;
    options.bounds.body = std::size_t{1} << 20;
    server s(options);
    auto head = post("/v1/chat/completions");
    head.headers.add("Content-Length", "1048576");
    s.head(head);
    const std::size_t before = allocations.bytes;
    allocations.most = before;
    std::size_t fed = 0;
    const std::string piece(1000, ' ');
    for (; fed + piece.size() <= options.bounds.body; fed += piece.size()) {
        s.feed(piece);
        REQUIRE(allocations.bytes - before <= 2 * (fed + piece.size()) + 64);
    }
    // while it grows, the old memory is there too
    CHECK(allocations.most - before <= 2 * options.bounds.body);
    CHECK_FALSE(s.failed());
    s.feed(piece);
    CHECK(s.failed());
    CHECK(allocations.bytes <= before + 4096);
}

TEST_CASE("the next request of the same kind needs no memory") {
    server s;
    const auto head = post("/v1/chat/completions");
    given(s, head, hello);
    const auto again = [&] {
        s.head(head);
        s.feed(hello);
        s.finish();
    };
    again();
    const std::size_t before = allocations.count;
    again();
    const std::size_t made = allocations.count - before;
    CHECK(s.ready());
    CHECK(made == 0);
    // what a large one took is given back
    const std::string large = R"({"model":"m","messages":[{"role":"user","content":")" +
                              std::string(4 << 20, 'x') + "\"}]}";
    const std::size_t small = allocations.bytes;
    given(s, head, large);
    CHECK(s.ready());
    s.reset();
    CHECK(allocations.bytes <= small + 4096);
}

#if defined(__cpp_exceptions)
TEST_CASE("out of memory at any point is an error, and the next request is read as ever") {
    const auto head = post("/v1/chat/completions?x=a-query-that-is-longer-than-a-short-string");
    http::received_request listing{
        "GET",
        "/v1/chat/completions?metadata[a+name+that+is+not+short]=a+value+that+is+not+short",
        {{"Authorization", "Bearer a-key-that-is-longer-than-a-short-string"}}};
    for (const auto& one : {head, listing}) {
        for (const bool fails_on : {false, true}) {
            for (std::size_t k = 0;; ++k) {
                server s;
                allocations.failures = 0;
                allocations.fails_on = fails_on;
                allocations.until_failure = k;
                s.head(one);
                s.feed(one.method == "POST" ? std::string_view(hello) : "");
                s.finish();
                allocations.until_failure = support::allocation_ledger::never;
                const bool failed = allocations.failures != 0;
                INFO("allocation " << k);
                REQUIRE((s.ready() || s.failed()));
                if (s.failed()) {
                    CHECK(s.failure().code == errc::out_of_memory);
                    CHECK(s.error().status == 503);
                }
                if (!failed) {
                    CHECK(s.ready());
                    break;
                }
                given(s, post("/v1/chat/completions"), hello);
                CHECK(s.ready());
            }
        }
    }
}
#endif

namespace {

std::string form_of(std::string_view audio, bool whole = true) {
    std::string out =
        "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"stream\"\r\n\r\ntrue\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n"
        "Content-Type: audio/wav\r\n\r\n";
    out.append(audio).append(whole ? "\r\n--b--\r\n" : "");
    return out;
}

http::received_request upload(std::string_view type = "multipart/form-data; boundary=b") {
    return {"POST", "/v1/audio/transcriptions", {{"Content-Type", type}}};
}

using transcriber = incoming<TranscriptionRequest>;

void give(transcriber& s, const http::received_request& head, std::string_view body,
          std::size_t piece = 100) {
    s.head(head);
    for (; !body.empty(); body.remove_prefix((std::min)(piece, body.size()))) {
        s.feed(body.substr(0, piece));
    }
    s.finish();
}

}  // namespace

TEST_CASE("a form is read, with its files in memory") {
    const std::string audio("RIFF\0\r\n--ax", 11);
    for (std::size_t piece = 1; piece != 200; ++piece) {
        transcriber s;
        give(s, upload(), form_of(audio), piece);
        REQUIRE(s.ready());
        CHECK(s.streamed());
        CHECK(s.body().empty());
        auto* const request = s.get<TranscriptionRequest>();
        CHECK(request->model == "whisper-1");
        CHECK(request->file == file_content("a.wav", audio, "audio/wav"));
    }
}

TEST_CASE("files go to a sink as they come, and are not kept") {
    incoming_options options;
    options.bounds.body = 1000;
    transcriber s(options);
    std::string got;
    bool last = false;
    s.files([&](const http::form_part& part, std::string_view bytes, bool end) -> result<void> {
        CHECK(part.filename == "a.wav");
        got.append(bytes);
        last = end;
        return {};
    });
    const std::string audio(100'000, 'x');
    auto head = upload();
    head.headers.add("Content-Length", std::to_string(form_of(audio).size()));
    give(s, head, form_of(audio), 977);
    REQUIRE(s.ready());
    CHECK(got == audio);
    CHECK(last);
    CHECK(s.get<TranscriptionRequest>()->file == file_content("a.wav", "", "audio/wav"));
    // a sink may refuse
    s.files([](const http::form_part&, std::string_view, bool) -> result<void> {
        return make_error(errc::invalid_argument, "no audio today", "file");
    });
    give(s, upload(), form_of(audio));
    CHECK(s.failed());
    CHECK(s.error().status == 400);
    CHECK(s.error().param == "file");
    CHECK(s.error().message == "no audio today.");
    // without a sink the bound is that of all bodies
    s.files({});
    give(s, upload(), form_of(audio));
    CHECK(s.error().status == 413);
}

TEST_CASE("a form that is not one is refused") {
    struct row {
        std::string type{}, body{};
        int status = 400;
        std::string code{}, param{};
    };
    const std::string form = "multipart/form-data; boundary=b";
    const row rows[] = {
        {"", form_of("x"), 415, "unsupported_content_type", ""},
        {"application/json", "{}", 415, "unsupported_content_type", ""},
        {"multipart/mixed; boundary=b", form_of("x"), 415, "unsupported_content_type", ""},
        {"multipart/form-data", form_of("x"), 400, "invalid_header", ""},
        {"multipart/form-data; boundary=\"\"", form_of("x"), 400, "invalid_header", ""},
        {form, "", 400, "", ""},
        {form, "no form", 400, "", ""},
        {form, form_of("x", false), 400, "", ""},
        {form, "--b--\r\n", 400, "missing_required_parameter", "file"},
        {"multipart/form-data; boundary=c", form_of("x"), 400, "", ""},
        {form, form_of(""), 400, "invalid_value", "file"},
        {form,
         "--b\r\nContent-Disposition: form-data; name=\"temperature\"\r\n\r\nwarm\r\n--b--\r\n",
         400, "invalid_type", "temperature"},
        {form,
         "--b\r\nContent-Disposition: form-data; name=\"model\"; filename=\"m\"\r\n\r\nx\r\n"
         "--b--\r\n",
         400, "invalid_type", "model"},
    };
    for (const auto& r : rows) {
        INFO(r.type << " " << r.body);
        transcriber s;
        give(s,
             r.type.empty() ? http::received_request{"POST", "/v1/audio/transcriptions", {}}
                            : upload(r.type),
             r.body);
        REQUIRE(s.failed());
        INFO(s.error().message);
        CHECK(s.error().status == r.status);
        CHECK(s.error().code == r.code);
        CHECK(s.error().param == r.param);
        CHECK(s.error().type == "invalid_request_error");
    }
}

TEST_CASE("speech is bytes or events, as the request says") {
    server s;
    const auto speech = [&](std::string_view more) {
        std::string body = R"({"model":"m","input":"hi","voice":"v")";
        body.append(more).append("}");
        s.head(post("/v1/audio/speech"));
        s.feed(body);
        s.finish();
        REQUIRE(s.ready());
        return std::string(s.operation_id()) + (s.streamed() ? " streamed" : "");
    };
    CHECK(speech("") == "createAudioSpeech");
    CHECK(speech(R"(,"stream_format":"audio")") == "createAudioSpeech streamed");
    CHECK(s.get<SpeechRequest>() != nullptr);
    CHECK(s.get<operations::speech_events>() == nullptr);
    CHECK(speech(R"(,"stream_format":"sse")") == "createSpeech streamed");
    CHECK(s.get<SpeechRequest>() == nullptr);
    CHECK(s.get<operations::speech_events>()->stream_format == SpeechStreamFormat::sse);
    CHECK(speech("") == "createAudioSpeech");
}

TEST_CASE("a request of a stream says so in its body or its query") {
    server s;
    given(s, post("/v1/chat/completions"), hello);
    CHECK(s.streamed());
    given(s, post("/v1/chat/completions"),
          R"({"model":"m","messages":[{"role":"user","content":"x"}],"stream":null})");
    CHECK(s.ready());
    CHECK_FALSE(s.streamed());
    given(s, {"GET", "/v1/responses/r?stream=true&starting_after=3", {}}, "");
    CHECK(s.streamed());
    CHECK(s.get<RetrieveResponseRequest>()->starting_after == 3);
    given(s, {"GET", "/v1/responses/r?starting_after=-3", {}}, "");
    CHECK(s.error().param == "starting_after");
    given(s, {"GET", "/v1/chat/completions?stream=true", {}}, "");
    CHECK(s.ready());
    CHECK_FALSE(s.streamed());
}

}  // namespace incoming_machine_steps_tests
