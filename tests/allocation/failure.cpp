// Out of memory: allocation k of each operation fails, for every k that it makes, either once or
// from then on. The result must be errc::out_of_memory, or the same as without failures.
#include <support/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/http/multipart.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/keyword_check.hpp>
#include <oaiwire/json/partial.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/repair_lenient.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/sse/encoder.hpp>
#include <oaiwire/tools/chat_parse.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/types/text.hpp>
#include <support/allocations.hpp>
#include <support/dialects.hpp>
#include <support/fill.hpp>
#include <tools/scripts.hpp>

namespace failure_tests {

using namespace oaiwire;
using support::allocations;
using support::no_failures;

#if defined(__cpp_exceptions)

namespace {

// The result of an operation: its code, and everything that it produced before.
struct outcome {
    errc code = errc::ok;
    std::string text{};
    friend bool operator==(const outcome&, const outcome&) = default;
};

using step = std::function<void(outcome&)>;

std::string fault_of(const step& run, const outcome& clean, std::size_t k, bool fails_on,
                     bool& more) {
    const std::size_t blocks = allocations.blocks;
    std::string fault;
    {
        outcome got;
        // allocations for the record itself are not tested
        got.text.reserve(clean.text.size() + 64);
        allocations.failures = 0;
        allocations.fails_on = fails_on;
        allocations.until_failure = k;
        try {
            run(got);
        } catch (const std::exception& e) {
            allocations.until_failure = support::allocation_ledger::never;
            fault = std::string("thrown: ") + e.what();
        }
        allocations.until_failure = support::allocation_ledger::never;
        more = allocations.failures != 0;
        const bool prefix = clean.text.starts_with(got.text);
        if (fault.empty() && !(got == clean) && !(got.code == errc::out_of_memory && prefix)) {
            fault = std::string(name(got.code)) + " \"" + got.text + "\"";
        }
        if (!more && got.code == errc::out_of_memory) fault = "out_of_memory, unasked";
    }
    if (fault.empty() && allocations.blocks != blocks) fault = "a leak";
    return fault;
}

void each_failure(const step& run) {
    outcome clean;
    run(clean);
    outcome again;
    run(again);
    REQUIRE(again == clean);
    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            const std::string fault = fault_of(run, clean, k, fails_on, more);
            if (fault.empty()) continue;
            INFO("allocation " << k << (fails_on ? " and all after it" : "") << ": " << fault);
            INFO("without failures: " << name(clean.code) << " \"" << clean.text << '"');
            REQUIRE(fault.empty());
        }
    }
}

template <class T>
std::string json_of(const T& value) {
    return *json::write(value);
}

template <class T>
void check_json() {
    support::filler filler(7);
    for (int i = 0; i != 5; ++i) {
        const T value = filler.make<T>();
        const std::string text = json_of(value);
        each_failure([&](outcome& out) {
            const auto read = json::read<T>(text);
            if (!read) out.code = read.error().code;
            const no_failures pause;
            if (read && json_of(*read) == text) out.text = text;
        });
        each_failure([&](outcome& out) {
            const auto written = json::write(value);
            if (!written) out.code = written.error().code;
            const no_failures pause;
            if (written) out.text = *written;
        });
    }
}

const std::string hello =
    "data: {\"id\":\"chatcmpl-0123456789abcdef\",\"choices\":[{\"index\":0,"
    "\"delta\":{\"role\":\"assistant\",\"content\":\"a first piece of text\"}}"
    "]}\n\n";
const std::string finish =
    "data: {\"id\":\"chatcmpl-0123456789abcdef\",\"choices\":[{\"index\":0,"
    "\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const std::string done = "data: [DONE]\n\n";

// Streams of every form that a decoder distinguishes.
std::vector<std::string> streams() {
    std::vector<std::string> out = {
        hello + finish + done,
        hello + hello,
        "",
        "{\"error\":{\"message\":\"a message that is longer than a short string\"}}",
        "{\"choices\":[{\"message\":{\"content\":\"all of it at once, as one\"}}]}",
        "data: {\"error\":{\"message\":\"a message that is longer than a short string\"}}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"\\ude00 and half \\ud83d\"}}]}\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":NaN}}]}\n\n" + done,
        "data: {\"choices\":[{\"index\":\"x\"}]}\n\n",
        "data: {\"choices\":[{}]}{\"choices\":[{}]}\n\n" + done,
        hello + "data: {\"id\":\"a long id, which needs memory\",\"choices\":[{\"index\":0,]}\n\n",
        "<html>this is no event stream at all</html>",
        ": a comment\n\nid: 7\nevent: message\n" + hello + "data: \"nothing known\"\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"call_"
        "0123456789abcdef\",\"function\":{\"name\":\"get_current_weather\",\"arguments\":\"\"}}]}}"
        "]}\n\ndata: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,"
        "\"function\":{\"arguments\":\"{\\\"city\\\":\\\"Vienna, Austria\\\"}\"}}]}}]}\n\n" +
            finish,
    };
    support::random random(3);
    for (const auto& d : support::chat_dialects()) {
        std::string& text = out.emplace_back();
        for (std::size_t i = 0; i != 6; ++i) text += "data: " + d.event(random, i) + "\n\n";
    }
    return out;
}

void decode(std::string_view body, std::size_t piece, outcome& out) {
    stream_decoder<ChatCompletionChunk> decoder;
    accumulator<ChatCompletionChunk> whole;
    const auto take = [&] {
        while (const auto* chunk = decoder.next()) {
            const errc code = whole.add(*chunk);
            const no_failures pause;
            out.text += json_of(*chunk) + '\n';
            if (code == errc::out_of_memory) out.code = code;
            if (code != errc::ok) return;
        }
    };
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
        decoder.feed(body.substr(0, piece));
        take();
        if (out.code != errc::ok) return;
    }
    decoder.finish();
    take();
    if (out.code != errc::ok) return;
    out.code = decoder.error().code;
    const no_failures pause;
    if (out.code != errc::out_of_memory) {
        out.text += std::string(name(decoder.end_reason())) + json_of(whole.response());
    } else if (decoder.end_reason() != stream_end::limit) {
        out.text += "out_of_memory, but ended " + std::string(name(decoder.end_reason()));
    }
}

}  // namespace

namespace {

struct chain {
    std::string name{};
    std::array<std::vector<std::string>, 2> lists{};
    std::unique_ptr<chain> next{};
    static constexpr std::tuple schema_keywords{json::member(&chain::lists, {.max_length = 4})};
};

}  // namespace

TEST_CASE("a value is found to keep to its keywords or not, or out_of_memory is returned") {
    chain value;
    value.next = std::make_unique<chain>();
    value.next->lists[1] = {"short", "a text that is longer than a short string can be"};
    each_failure([&](outcome& out) {
        const auto kept = json::check_keywords(value);
        out.code = kept ? errc::ok : kept.error().code;
    });
}

TEST_CASE("JSON is read and written, or out_of_memory is returned") {
    check_json<chain>();
    check_json<ChatCompletionRequest>();
    check_json<ChatCompletion>();
    check_json<ChatCompletionChunk>();
    check_json<Response>();
    check_json<EmbeddingResponse>();
}

namespace {

template <class T>
void check_copies() {
    support::filler filler(11);
    for (int i = 0; i != 5; ++i) {
        const T value = filler.make<T>();
        each_failure([&](outcome& out) {
            std::optional<T> copy;
            try {
                copy.emplace(value);
            } catch (const std::bad_alloc&) {
                out.code = errc::out_of_memory;
            }
            if (copy && !(*copy == value)) out.text = "another";
        });
    }
}

}  // namespace

TEST_CASE("text of a model is repaired and read, or out_of_memory is returned") {
    struct Person {
        std::string name{};
        std::vector<std::string> born_in{};
    };
    for (const std::string_view text :
         {R"({"name":"somebody with a long name","born_in":["a long way from here"]})",
          "Here it is:\n```json\n{'name': 'somebody with a long name', born_in: ['far "
          "away',]}\n```",
          R"({\"name\": \"somebody with a long name\", \"born_in\": [\"a long way fro)",
          R"({"name":"somebody with a long name"})", "no JSON at all, but a sentence or two"}) {
        each_failure([&](outcome& out) {
            std::string repaired;
            std::vector<json::repair_note> notes;
            const auto valid = json::repair_lenient(text, repaired, notes);
            if (!valid) out.code = valid.error().code;
            const no_failures pause;
            if (valid) out.text = repaired;
        });
        ChatCompletion response;
        response.choices.emplace_back();
        response.choices[0].message = ChatCompletionMessage{.content = std::string(text)};
        each_failure([&](outcome& out) {
            repair_report report;
            const auto person = parse<Person>(response, {.lenient = true, .report = &report});
            if (!person) out.code = person.error().code;
            const no_failures pause;
            if (person) out.text = person->name + person->born_in.back();
        });
    }
}

TEST_CASE("copying a value completes or throws std::bad_alloc without a leak") {
    check_copies<ChatCompletionMessage>();
    check_copies<Response>();
    check_copies<ChatCompletion>();
}

namespace {

// Two texts into one view, in pieces; what is shown in the end.
template <class T>
void fill(json::partial<T>& view, std::string_view text, outcome& out) {
    for (int again = 0; again != 2 && out.code == errc::ok; ++again) {
        view.reset();
        for (std::size_t at = 0; at < text.size() && !view.failed(); at += 7) {
            view.feed(text.substr(at, 7));
            while (again == 0 && view.next() != nullptr) {
            }
        }
        out.code = view.code();
    }
    T whole{};
    if (out.code == errc::ok) {
        const auto read = view.finish_into(whole);
        if (!read) out.code = read.error().code;
    }
    const no_failures pause;
    if (out.code == errc::ok) out.text = json_of(view.value()) + json_of(whole);
}

template <class T>
void check_partial() {
    support::filler filler(13);
    for (int i = 0; i != 3; ++i) {
        const std::string text = json_of(filler.make<T>());
        each_failure([&](outcome& out) {
            std::optional<json::partial<T>> view;
            {
                const no_failures pause;  // an object that a user makes may throw
                view.emplace();
            }
            fill(*view, text, out);
        });
    }
}

}  // namespace

TEST_CASE("a partial value is filled, or out_of_memory is returned") {
    check_partial<ChatCompletion>();
    check_partial<ChatCompletionRequest>();
}

TEST_CASE("an invalid text is rejected even without memory for the message") {
    const std::string_view text =
        R"({"choices":[{"index":0,"delta":{"content":"a piece of text","role":true}}]})";
    each_failure([&](outcome& out) {
        const auto read = json::read<ChatCompletionChunk>(text, json::strict);
        out.code = read.error().code;
    });
}

TEST_CASE("raw JSON, extra members and patches are complete or unchanged") {
    const std::string text = R"({"a":[1,2,3],"b":"a string of some length"})";
    each_failure([&](outcome& out) {
        const auto raw = raw_json::parse(text);
        if (!raw) out.code = raw.error().code;
        if (raw) out.text = raw->text();
    });
    each_failure([&](outcome& out) {
        const auto raw = raw_json::of("a string of some length");
        if (!raw) out.code = raw.error().code;
        if (raw) out.text = raw->text();
    });
    for (const std::string_view name : {"first", "another member"}) {
        extra_members before;
        before.set("first", "a string of some length");
        before.set("second", 2);
        each_failure([&](outcome& out) {
            extra_members extra;
            {
                const no_failures pause;
                extra = before;
            }
            out.code = extra.set(name, "another string, which is longer than that");
            const no_failures pause;
            out.text = out.code == errc::ok ? extra.text() : "";
            if (out.code != errc::ok && !(extra == before)) out.text = "changed";
        });
        const raw_json value = raw_json::trusted("[4,5,6,\"a string of some length\"]");
        std::string patched;
        each_failure([&](outcome& out) {
            {
                const no_failures pause;
                patched = text;
                patched.shrink_to_fit();
            }
            const auto patching = json::patch(patched, name, value);
            if (!patching) out.code = patching.error().code;
            if (patching) out.text = patched;
            if (!patching && patched != text) out.text = "changed";
            const no_failures pause;
            std::string().swap(patched);
        });
    }
}

TEST_CASE("an event stream is decoded up to the failed allocation") {
    const std::string body =
        "\xEF\xBB\xBF: a comment that is long\nid: an id of more than fifteen bytes\nevent: a name "
        "that is long\ndata: first\ndata: second line of the same\n\nretry: 10\nunknown: "
        "x\n\ndata: "
        "third\n\n: \xEF\xBB\ndata: the last one, which no blank line ends";
    for (const std::size_t piece : {1u, 7u, 1000u}) {
        for (const bool late : {false, true}) {
            sse::decoder decoder({}, {.retries = true, .comments = true, .unknown_fields = true});
            each_failure([&](outcome& out) {
                const auto note = [&](const sse::item* item) {
                    if (!item) return false;
                    const no_failures pause;
                    out.text.append(item->event).append(item->data).append(item->id) += '\n';
                    return true;
                };
                decoder.reset();  // a failed decoder can be reset
                for (std::string_view rest = body; !rest.empty();
                     rest.remove_prefix(std::min(piece, rest.size()))) {
                    decoder.feed(rest.substr(0, piece));
                    while (!late && note(decoder.next())) {
                    }
                }
                while (note(decoder.finish())) {
                }
                out.code = decoder.failure().code;
                const no_failures pause;
                decoder = sse::decoder({}, {true, true, true});
            });
        }
    }
}

TEST_CASE("an event is encoded completely or not at all") {
    std::string text;
    each_failure([&](outcome& out) {
        {
            const no_failures pause;
            text = "kept";
            text.shrink_to_fit();
        }
        sse::encoder to(text);
        auto written = to.event({.data = "one line\nand one more line", .event = "a name"});
        if (written) written = to.comment("a comment that is long enough");
        if (written) written = to.retry(12345678901234567890u);
        if (!written) out.code = written.error().code;
        const no_failures pause;
        out.text = text;
        std::string().swap(text);
    });
}

TEST_CASE("a streamed response is decoded up to the failed allocation") {
    for (const auto& body : streams()) {
        for (const std::size_t piece : {13u, 100000u}) {
            INFO(body);
            each_failure([&](outcome& out) { decode(body, piece, out); });
        }
    }
}

TEST_CASE("a stream with custom limits is created, or out_of_memory is returned") {
    each_failure([](outcome& out) {
        stream_decoder<ChatCompletionChunk> stream({.event = 4096});
        stream.feed("data: [DONE]\n\n");
        while (stream.next() != nullptr) {
        }
        out.code = stream.error().code;
    });
}

TEST_CASE("Responses streams are accumulated up to the failed allocation") {
    const std::string body =
        "event: response.created\ndata: {\"type\":\"response.created\",\"response\":{\"id\":\"resp_"
        "0123456789abcdef\",\"output\":[]}}\n\n"
        "data: {\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"type\":"
        "\"message\",\"id\":\"msg_0123456789abcdef\",\"role\":\"assistant\",\"content\":[]}}\n\n"
        "data: {\"type\":\"response.output_text.delta\",\"item_id\":\"msg_0123456789abcdef\","
        "\"output_index\":0,\"content_index\":0,\"delta\":\"a piece of text that is long\"}\n\n"
        "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"resp_0123456789abcdef\","
        "\"output\":[]}}\n\n";
    each_failure([&](outcome& out) {
        stream_decoder<ResponseStreamEvent> decoder;
        accumulator<ResponseStreamEvent> whole;
        decoder.feed(body);
        while (const auto* event = decoder.next()) {
            out.code = whole.add(*event);
            if (out.code != errc::ok) return;
            const no_failures pause;
            out.text += json_of(*event);
        }
        out.code = decoder.error().code;
        const no_failures pause;
        if (out.code == errc::ok) out.text += json_of(whole.response());
    });
}

namespace {

const ChatCompletionRequest request{.model = "a model with a long name",
                                    .messages = {user("a question of some length")}};
const std::string answer_body =
    R"({"id":"chatcmpl-0123456789abcdef","choices":[{"message":{"content":"an answer of some length"}}]})";

// Creates and uses a client while memory runs out.
template <class F>
void check_call(const replay_exchange& answer, F&& call) {
    each_failure([&](outcome& out) {
        std::optional<replay_transport> transport;
        std::optional<endpoint> where;
        {
            const no_failures pause;
            transport.emplace(std::vector{answer, answer});
            where.emplace();
            where->base_url = "http://localhost:8080/a/prefix/v1";
            where->api_key = secret{"sk-canary-0123456789"};
            where->organization = "an organization of ours";
            where->headers.add("X-Title", "a program with a long name");
        }
        client api(*std::move(transport), *std::move(where));
        call(api, out);
        const no_failures pause;
        if (out.text.find("canary") != std::string::npos) out.text = "the key";
    });
}

}  // namespace

TEST_CASE("a call returns its response, its error or out_of_memory") {
    const std::string refusal =
        R"({"error":{"message":"wrong key: sk-canary-0123456789","type":"invalid_request_error"}})";
    for (const int status : {200, 401}) {
        replay_exchange answer;
        answer.head.status = status;
        answer.head.headers.add("Content-Type", "application/json");
        answer.head.headers.add("x-request-id", "req_0123456789abcdef0123");
        answer.head.headers.add("x-ratelimit-reset-requests", "1m30.951s");
        answer.head.headers.add("Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT");
        answer.body = status == 200 ? answer_body : refusal;
        answer.piece = 17;
        check_call(answer, [](auto& api, outcome& out) {
            const auto response = api.create(request);
            if (!response) out.code = response.error().code;
            const no_failures pause;
            if (response) out.text = json_of(*response);
            if (out.code == errc::api_error) out.text = to_string(response.error());
        });
    }
}

TEST_CASE("a streamed call delivers what preceded the failed allocation") {
    replay_exchange answer;
    answer.head.headers.add("Content-Type", "text/event-stream");
    answer.body = hello + hello + finish + done;
    answer.piece = 17;
    check_call(answer, [](auto& api, outcome& out) {
        const auto ended = api.stream(request, [&](const ChatCompletionChunk& chunk) {
            const no_failures pause;
            out.text += json_of(chunk);
        });
        out.code = ended.error.code;
        const no_failures pause;
        if (out.code == errc::ok) out.text += json_of(ended.response);
    });
    check_call(answer, [](auto& api, outcome& out) {
        auto stream = api.stream(request);
        for (const auto& chunk : stream) {
            const no_failures pause;
            out.text += json_of(chunk);
        }
        out.code = stream.error().code;
        if (stream.statistics().chunks > 3) out.text = "too many";
    });
}

TEST_CASE("a tool loop ends well or with out_of_memory, and its request stays one to send") {
    using tool_tests::CityQuery;
    REQUIRE(json::schema<CityQuery>().is_object());  // made once
    each_failure([&](outcome& out) {
        tool_set tools;
        tools
            .add<CityQuery>("weather", "",
                            [](const CityQuery& q) { return "a sky without clouds, " + q.city; })
            .declare<CityQuery>("later", "");
        std::optional<tool_conversation<ChatCompletionRequest>> talk;
        std::vector<ChatCompletion> script;
        ChatCompletionRequest question;
        {
            const no_failures pause;
            question = request;
            const std::string broken = "{'city': 'a city with a name that is long',}";
            script = {tool_tests::asks({{"a", "weather"}, {"a", "later"}, {"", "weather", broken}}),
                      tool_tests::says("an answer of some length")};
        }
        talk.emplace(std::move(question), tools,
                     tool_options{.ask_approval = true, .queue_events = true});
        for (std::size_t i = 0; !talk->done();) {
            if (talk->run()) continue;
            if (talk->next() == tool_step::approve) {
                talk->approve();
            } else if (talk->next() == tool_step::answer) {
                talk->answer(talk->call()->id, "an output of some length");
            } else if (i != script.size()) {
                talk->take(std::move(script[i++]));
            }
        }
        const no_failures pause;
        out.code = talk->error().code;
        const std::string wrong = tool_tests::wrong_in(talk->request().messages);
        out.text = out.code == errc::ok ? tool_tests::told(talk->request().messages) : wrong;
    });
}

TEST_CASE("a form is built and read, or out_of_memory is returned") {
    ImageEditRequest edit;
    edit.prompt = "a prompt that is longer than a short string";
    edit.image = FileContent{.data = "not really one", .filename = "a picture of some kind.png"};
    each_failure([&](outcome& out) {
        http::request made;
        const auto built = write_form(edit, {}, false, made);
        if (!built) {
            out.code = built.error().code;
            return;
        }
        http::content_cursor content(made);
        std::size_t size = 0;
        for (;;) {
            const auto piece = content.next();
            if (!piece) {
                out.code = piece.error().code;
                return;
            }
            if (piece->empty()) break;
            size += piece->size();
        }
        const no_failures pause;
        out.text = std::to_string(size);
    });
}

TEST_CASE("a request with an image is built, or out_of_memory is returned") {
    const ChatCompletionRequest with_image{
        .model = "m", .messages = {user("look", image_bytes(std::string(300'000, 'x')))}};
    const endpoint where{.base_url = "https://example.org/v1"};
    each_failure([&](outcome& out) {
        const exchange<ChatCompletionRequest> call(with_image, where);
        out.code = call.error().code;
        const no_failures pause;
        if (!call.ended()) out.text = std::to_string(call.request().body.size());
    });
}

TEST_CASE("a request with an image takes memory for its data URL and for the body, and no more") {
    constexpr std::size_t size = 3'000'000;
    constexpr std::size_t encoded = 4'000'000;
    constexpr std::size_t others = 100'000;
    const std::string bytes(size, 'x');
    const endpoint where{.base_url = "https://example.org/v1"};
    const std::size_t before = allocations.bytes;
    allocations.most = before;
    ChatCompletionRequest with_image{.model = "m"};
    with_image.messages.push_back(user("look", image_bytes(bytes)));
    with_image.messages.push_back(user("and tell"));
    CHECK(allocations.most - before < encoded + others);
    for (const bool streamed : {false, true}) {
        allocations.most = before;
        const auto built = build_request(with_image, where, streamed);
        REQUIRE(built);
        CHECK(allocations.most - before < 2 * encoded + others);
    }
}

TEST_CASE("URLs and fields are accepted or rejected, or out_of_memory is returned") {
    for (const std::string_view url :
         {"https://an.example.of.some.length:8443/and/a/path/v1", "https://user@example.org/v1",
          "http://an.example.of.some.length/", "https://example.org/a?b"}) {
        each_failure([&](outcome& out) {
            const auto parsed = http::parse_base_url(url);
            if (!parsed) out.code = parsed.error().code;
        });
    }
    for (const std::string_view value : {"a value of more than fifteen bytes", "a\nb", " a"}) {
        each_failure([&](outcome& out) {
            http::header_list fields;
            const auto added = http::add_checked(fields, "A-Name-Of-Some-Length", value);
            if (!added) out.code = added.error().code;
            if (added) out.text = fields.value("A-Name-Of-Some-Length");
        });
    }
}

TEST_CASE("an error has its full text, or its name only") {
    const error e = make_error(errc::type_mismatch, "a message that is longer than short strings",
                               "choices[0].delta.content", 17);
    each_failure([&](outcome& out) {
        const std::string line = to_string(e);
        if (line == "out_of_memory") out.code = errc::out_of_memory;
        const no_failures pause;
        if (line != "out_of_memory") out.text = line;
    });
    each_failure([&](outcome& out) {
        const error made = make_error(errc::type_mismatch, {}, {}, 17);
        out.code = made.code;
        const no_failures pause;
        out.text = to_string(made);
    });
}

#endif

}  // namespace failure_tests
