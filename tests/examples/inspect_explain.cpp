// explain(): what holds for any bytes, what kinds and servers it names, and what the program
// prints.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <support/catch.hpp>

#include "../../examples/inspect/explain.hpp"
#include "../../examples/inspect/report.hpp"
#include "program.hpp"

namespace inspect_explain_tests {

namespace {

// Streams and bodies from which others are made by chance.
const std::vector<std::string>& seeds() {
    static const std::vector<std::string> all{
        "data: {\"id\":\"a\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,"
        "\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":"
        "\"h\xC3\xA4\\ud83d\"},\"finish_reason\":null}]}\n\n: ping\r\n\r\ndata: {\"choices\":[{"
        "\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"type\":\"function\","
        "\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":[1,}\"}}]},\"finish_reason\":"
        "\"tool_calls\"}],\"usage\":{\"prompt_tokens\":1}}\n\ndata: [DONE]\n\n",
        "event: response.created\ndata: {\"type\":\"response.created\",\"sequence_number\":0,"
        "\"response\":{\"id\":\"r\",\"object\":\"response\",\"output\":[]}}\n\nevent: error\n"
        "data: {\"type\":\"error\",\"message\":\"m\",\"sequence_number\":1}\n\n",
        "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Type: application/json\r\n"
        "Transfer-Encoding: chunked\r\n\r\n10\r\n{\"error\":{\"messa\r\n6\r\nge\":1}\r\n0\r\n\r\n",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"temperature\":9}",
        "{\"oaiwire_cassette\":1}\n{\"exchange\":1,\"request\":{\"method\":\"POST\",\"url\":\"u\"}}"
        "\n"
        "{\"exchange\":1,\"body\":{\"text\":\"data: [DONE]\\n\\n\"}}\n",
        "<html><body>502</body></html>",
        "[{\"error\":{\"code\":400,\"message\":\"m\",\"status\":\"INVALID_ARGUMENT\"}}]"};
    return all;
}

// A seed with some bytes changed, left out or repeated.
std::string made(std::mt19937& chance) {
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(chance() % n); };
    std::string out = seeds()[below(seeds().size())];
    for (std::size_t n = below(6); n != 0 && !out.empty(); --n) {
        const std::size_t at = below(out.size());
        const std::size_t size = 1 + below(20);
        switch (below(5)) {
            case 0:
                out[at] = static_cast<char>(chance());
                break;
            case 1:
                out.erase(at, size);
                break;
            case 2:
                out.insert(at, out.substr(below(out.size()), size));
                break;
            case 3:
                out[at] = "{}[]\":,\\\n\r\t\x1b d"[below(14)];
                break;
            default:
                out.resize(at);
        }
    }
    return out;
}

std::string in_chunks(std::string_view bytes, std::mt19937& chance) {
    std::string out;
    while (!bytes.empty()) {
        const std::size_t n = (std::min)(bytes.size(), std::size_t{1} + chance() % 9);
        out += std::string(1, "0123456789"[n]) + "\r\n" + std::string(bytes.substr(0, n)) + "\r\n";
        bytes.remove_prefix(n);
    }
    return out + "0\r\n\r\n";
}

bool is_shown_safely(std::string_view text) {
    if (oaiwire::find_invalid_utf8(text) != std::string_view::npos) return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == '\x7F';
    });
}

struct ended {
    int status;
    std::string out;
    std::string err;
};
ended inspect_program(std::vector<std::string> arguments, std::string_view input = {},
                      std::vector<std::string> variables = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/inspect");
    support::program p(std::move(arguments), std::move(variables), input);
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

std::string kind_of(std::string_view bytes) {
    return inspect::explain(bytes).kind;
}
std::string server_of(std::string_view bytes) {
    return inspect::explain(bytes).server;
}

}  // namespace

TEST_CASE("whatever the bytes are, places are within them and what is shown is safe") {
    std::mt19937 chance(7);
    for (int i = 0; i != 3000; ++i) {
        const std::string input = made(chance);
        const auto e = inspect::explain(input);
        INFO(input);
        REQUIRE_FALSE(e.kind.empty());
        for (const auto& f : e.findings) {
            INFO(f.name);
            REQUIRE(inspect::row_of(f.name) != nullptr);
            REQUIRE(f.offset <= input.size());
            REQUIRE(f.size <= input.size() - f.offset);
        }
        REQUIRE(std::is_sorted(e.findings.begin(), e.findings.end(),
                               [](const auto& a, const auto& b) { return a.offset < b.offset; }));
        const std::string text = inspect::report(e, input, inspect::no_colours).text();
        REQUIRE(is_shown_safely(text));
        const std::string json = inspect::json_of(e, input);
        REQUIRE(oaiwire::json_view::checked(json).is_object());
        REQUIRE(is_shown_safely(json));
    }
}

TEST_CASE("in chunks, the same is found, at the same bytes") {
    std::mt19937 chance(11);
    int compared = 0;
    for (int i = 0; i != 1500; ++i) {
        const std::string input = made(chance);
        // bytes that are a head or chunks already have a framing of their own
        if (input.empty() || inspect::begins_with_head(input) || inspect::begins_with_chunk(input))
            continue;
        const std::string framed = in_chunks(input, chance);
        const auto plain = inspect::explain(input);
        const auto other = inspect::explain(framed);
        INFO(input);
        REQUIRE(other.server == plain.server);
        REQUIRE(other.end == plain.end);
        REQUIRE(other.findings.size() == plain.findings.size());
        for (std::size_t k = 0; k != plain.findings.size(); ++k) {
            const auto& a = plain.findings[k];
            const auto& b = other.findings[k];
            INFO(a.name);
            REQUIRE(b.name == a.name);
            REQUIRE(b.message == a.message);
            if (a.size != 0) REQUIRE(framed[b.offset] == input[a.offset]);
        }
        ++compared;
    }
    CHECK(compared > 500);
}

TEST_CASE("the events found in a stream are those of sse::decoder") {
    std::mt19937 chance(13);
    for (int i = 0; i != 2000; ++i) {
        std::string stream;
        constexpr std::string_view parts[]{"data", "event", ": c",   ":",           " ",
                                           "x",    "\n",    "\r",    "\r\n",        "\n\n",
                                           "id",   "é",     "retry", "\xEF\xBB\xBF"};
        for (std::size_t n = chance() % 30; n != 0; --n) stream += parts[chance() % 14];
        std::vector<std::pair<std::string, std::string>> due;
        oaiwire::sse::decoder decoder;
        decoder.feed(stream);
        while (const auto* item = decoder.next()) {
            if (item->kind == oaiwire::sse::item_kind::message) {
                due.emplace_back(item->event, item->data);
            }
        }
        while (const auto* item = decoder.finish()) due.emplace_back(item->event, item->data);

        inspect::finding_list found;
        inspect::clue_list clues;
        const inspect::located body(stream, 0);
        std::vector<std::pair<std::string, std::string>> got;
        const auto take = [&](inspect::scanned_event& e) {
            if (e.data_lines != 0) got.emplace_back(e.name, e.data.text);
        };
        inspect::event_scan(body, found, clues, take).run();
        INFO(oaiwire::json::write(stream).value());
        REQUIRE(got == due);
    }
}

TEST_CASE("deviations from the document are those that reading notes") {
    using oaiwire::json::read_note;
    std::mt19937 chance(17);
    for (int i = 0; i != 1000; ++i) {
        std::string text =
            R"({"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
            R"("message":{"role":"assistant","content":"b","refusal":null,"tool_calls":[{"id":"c",)"
            R"("type":"function","function":{"name":"f","arguments":"{}"}}]},"logprobs":null,)"
            R"("finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,)"
            R"("total_tokens":3}})";
        // a value becomes another, or a name becomes an unknown one
        for (std::size_t n = chance() % 4; n != 0; --n) {
            const std::size_t at = text.find_first_of("\"0123n", chance() % text.size());
            if (at == std::string::npos) continue;
            if (text[at] == '"') {
                text.insert(at + 1, "z");
            } else if (text[at] == 'n' && text.substr(at, 4) == "null") {
                text.replace(at, 4, "7");
            } else if (text[at - 1] == ':') {
                text[at] = '"';
                text.insert(at + 1, "\"");
            }
        }
        if (!oaiwire::json_view::checked(text).exists()) continue;
        oaiwire::json::read_report report;
        const auto* schema =
            schema_of(oaiwire::document::openai, oaiwire::response_kind::chat_completion);
        const auto conform = oaiwire::json::conforming(*schema);
        conform.note(text, *schema, report);
        std::vector<std::pair<std::string, std::string>> due;
        for (const auto& n : report.notes) due.emplace_back(name(n.what), n.path);

        inspect::finding_list found;
        const inspect::located in(text, 0);
        inspect::schema_checks(in, found).look(oaiwire::json_view(in.text), *schema);
        std::vector<std::pair<std::string, std::string>> got;
        for (const auto& f : found.take(text.size())) {
            if (f.name == "unknown_member") continue;
            got.emplace_back(f.name == "null_member" ? "mistyped" : f.name, f.path);
        }
        std::sort(due.begin(), due.end());
        std::sort(got.begin(), got.end());
        INFO(text);
        REQUIRE(got == due);
    }
}

TEST_CASE("work grows with the size of the input, not with its square") {
    // a megabyte of what could be slow; the test ends in bounded time only if each is linear
    constexpr std::size_t size = 1 << 20;
    const auto repeated = [](std::string_view part) {
        std::string out;
        while (out.size() < size) out += part;
        return out;
    };
    std::string calls;
    for (int i = 0; calls.size() < size; ++i) {
        calls +=
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":"
            "\"c" +
            std::to_string(i) + "\",\"function\":{\"arguments\":\"{\\\"\"}}]}}]}\n\n";
    }
    const std::string pieces = repeated(
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{"
        "\"arguments\":\"[[\"}}]}}]}\n\n");
    const std::string glued = "data: " + repeated("{}") + "\n\n";
    const std::string chunks = repeated("1\r\na\r\n");
    const std::string escapes = "data: {\"a\":\"" + repeated("\\ud83d") + "\"}\n\n";
    const std::string names = "{\"choices\":[],\"a\":{" + repeated("\"b\":1,") + "\"b\":1}}";
    for (const std::string& input :
         {calls, pieces, glued, chunks, escapes, names, repeated("data: {\n"), repeated("\n"),
          repeated("data:"), repeated("["), repeated(": \n"), repeated("{}\n"), repeated("\"\\")}) {
        const auto e = inspect::explain(input);
        CHECK(e.findings.size() <= inspect::finding_list::most + 1);
        CHECK_FALSE(inspect::report(e, input, inspect::no_colours).text().empty());
    }
}

TEST_CASE("what kind of bytes they are") {
    const std::string chunk = "data: {\"choices\":[{\"index\":0,\"delta\":{}}]}\n\n";
    const std::pair<std::string, std::string_view> all[] = {
        {"", "empty"},
        {"\n\n", "event stream of an unknown protocol"},
        {chunk, "event stream of chat completions"},
        {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
         "HTTP response, chunked, JSON of an unknown protocol"},
        {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + chunk,
         "HTTP response, event stream of chat completions"},
        {"HTTP/2 200 \r\ncontent-type: text/event-stream\r\n\r\n" + chunk,
         "HTTP response, event stream of chat completions"},
        {"POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\n\r\n{\"model\":\"m\",\"messages\":[]}",
         "HTTP request, request for chat completions"},
        {"data: {\"choices\":[{\"text\":\"a\"}]}\n\n", "event stream of text completions"},
        {"data: {\"type\":\"response.created\"}\n\n", "event stream of responses"},
        {"data: {\"type\":\"image_generation.completed\"}\n\n", "event stream of images"},
        {"data: {\"type\":\"speech.audio.delta\"}\n\n", "event stream of speech"},
        {"data: {\"type\":\"transcript.text.delta\"}\n\n", "event stream of transcripts"},
        {"{\"choices\":[{\"index\":0,\"delta\":{}}]}", "one chunk of chat completions"},
        {"{\"choices\":[{\"message\":{}}]}", "response of chat completions"},
        {"{\"choices\":[{\"text\":\"a\"}]}", "response of text completions"},
        {"{\"object\":\"response\",\"output\":[]}", "response of responses"},
        {"{\"object\":\"list\",\"data\":[{\"object\":\"model\"}]}", "response of models"},
        {"{\"object\":\"list\",\"data\":[{\"embedding\":[]}]}", "response of embeddings"},
        {"{\"data\":[{\"b64_json\":\"\"}]}", "response of images"},
        {"{\"text\":\"a\",\"usage\":{}}", "response of transcripts"},
        {"{\"error\":{\"message\":\"m\"}}", "error body"},
        {"{\"object\":\"event\",\"type\":\"response.completed\",\"data\":{\"id\":\"r\"}}",
         "webhook event"},
        {"{\"type\":\"session.created\"}\n{\"type\":\"session.updated\"}\n",
         "realtime events, one JSON text per line"},
        {"{\"custom_id\":\"a\",\"url\":\"/v1\"}\n{\"custom_id\":\"b\",\"url\":\"/v1\"}\n",
         "batch requests, one JSON text per line"},
        {"{\"oaiwire_cassette\":1}\n{\"exchange\":1}\n", "a cassette, one JSON text per line"},
        {"{\"model\":\"m\",\"input\":\"a\"}", "request for responses"},
        {"{\"model\":\"m\",\"input\":[\"a\"]}", "request for embeddings"},
        {"{\"model\":\"m\",\"prompt\":\"a\"}", "request for text completions"},
        {"<html>", "HTML page"},
        {"upstream connect error", "plain text"},
        {"RIFF____WAVE", "audio or an image (RIFF)"},
        {"{\"choices\":[", "broken JSON"},
    };
    for (const auto& [bytes, due] : all) {
        INFO(bytes);
        CHECK(kind_of(bytes) == due);
    }
}

TEST_CASE("which server wrote it, by what only that server writes") {
    const auto choice = [](std::string_view members) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{}," + std::string(members) + "}]}\n\n";
    };
    const auto top = [](std::string_view members) {
        return "data: {\"choices\":[]," + std::string(members) + ",\"id\":\"a\"}\n\n";
    };
    const std::pair<std::string, std::string_view> all[] = {
        {top("\"x_groq\":{\"id\":\"r\"}"), "Groq"},
        {top("\"timings\":{\"prompt_n\":1}"), "llama.cpp"},
        {top("\"system_fingerprint\":\"b4321-abcdef01\""), "llama.cpp"},
        {top("\"system_fingerprint\":\"fp_ollama\""), "Ollama"},
        {top("\"system_fingerprint\":\"3.0.1-sha-bb9095a\""), "TGI"},
        {top("\"prompt_filter_results\":[{}]"), "Azure OpenAI"},
        {top("\"time_info\":{\"queue_time\":1}"), "Cerebras"},
        {top("\"base_resp\":{\"status_code\":0}"), "MiniMax"},
        {top("\"usage\":{\"prompt_tokens\":1,\"prompt_cache_hit_tokens\":1}"), "DeepSeek"},
        {choice("\"matched_stop\":null"), "SGLang"},
        {choice("\"stop_reason\":7"), "vLLM"},
        {choice("\"native_finish_reason\":\"stop\""), "OpenRouter"},
        {": OPENROUTER PROCESSING\n\n" + top("\"x\":1"), "OpenRouter"},
        {": ping - 2024-01-01\r\n\r\n" + top("\"x\":1"), "FastAPI (sse-starlette)"},
        {"data: {\"object\":\"chat.completion.done\",\"choices\":[{\"delta\":{}}]}\n\n",
         "Perplexity"},
        {"data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"thinking\"}]}}]}\n\n",
         "Mistral"},
        {"event: error\ndata: {\"error\":\"m\"}\n\n", "LM Studio"},
        {"error: {\"code\":500}\n\n", "llama.cpp"},
        {"{\"error\":\"m\",\"error_type\":\"overloaded\"}", "TGI"},
        {"{\"code\":\"A sentence.\",\"error\":\"m\"}", "xAI"},
        {"{\"detail\":\"Not Found\"}", "FastAPI"},
        {"{\"error\":{\"message\":\"litellm.BadRequestError\"}}", "LiteLLM"},
        {"{\"error\":{\"message\":\"m\"},\"status\":401}", "R9S"},
        {"[{\"error\":{\"message\":\"m\",\"status\":\"INVALID_ARGUMENT\"}}]", "Gemini"},
        {"{\"object\":\"list\",\"data\":[{\"object\":\"model\",\"owned_by\":\"vllm\"}]}", "vLLM"},
        {"{\"object\":\"list\",\"data\":[{\"object\":\"model\",\"owned_by\":\"library\"}]}",
         "Ollama"},
        {"HTTP/1.1 200 OK\r\nx-litellm-version: 1\r\n\r\n{}", "LiteLLM"},
        {"HTTP/1.1 200 OK\r\nx-ms-region: x\r\napim-request-id: 1\r\n\r\n{}", "Azure OpenAI"},
        {"HTTP/1.1 200 OK\r\nopenai-processing-ms: 1\r\n\r\n{}", "OpenAI"},
        {"{\"success\":true,\"result\":{}}", "Cloudflare"},
        // what many send, or none
        {top("\"x\":1"), "unknown"},
        {"{\"error\":{\"message\":\"m\"}}", "unknown"},
        {"", "unknown"},
        // two that cannot be told apart
        {choice("\"stop_reason\":1,\"matched_stop\":1,\"token_ids\":[]"), "vLLM or SGLang"},
    };
    for (const auto& [bytes, due] : all) {
        INFO(bytes);
        CHECK(server_of(bytes) == due);
        CHECK(inspect::explain(bytes).reasons.empty() == (due == "unknown"));
    }
}

TEST_CASE("the bodies of a cassette are explained too") {
    const auto e = inspect::explain(
        "{\"oaiwire_cassette\":1}\n{\"exchange\":1,\"request\":{\"method\":\"POST\"}}\n"
        "{\"exchange\":1,\"body\":{\"text\":\"data: {\\\"error\\\":{\\\"mes\"}}\n"
        "{\"exchange\":1,\"body\":{\"text\":\"sage\\\":\\\"m\\\"}}\\n\\n\"}}\n");
    REQUIRE(e.summary.size() == 2);
    CHECK(e.summary[0] == "4 lines");
    CHECK(e.summary[1] == "exchange 1: event stream of an unknown protocol, api_error, 1 wrong");
}

TEST_CASE("explain prints the line and marks the byte, however wide what precedes it is") {
    const auto r =
        inspect_program({"explain", "-"},
                        "data: {\"id\":\"\xE4\xBD\xA0\xE5\xA5\xBD\x1B[31m\",\"choices\":null}\n\n"
                        "data: [DONE]\n\n");
    CHECK(r.err.empty());
    CHECK(r.status == 1);
    CHECK(r.out.find("\x1B") == std::string::npos);
    // both wide characters take two columns, the escape four
    INFO(r.out);
    CHECK(r.out.find("  byte 19, line 1\n"
                     "  1 | data: {\"id\":\"\xE4\xBD\xA0\xE5\xA5\xBD\\x1b[31m\",\"choices\":null}\n"
                     "    |                  ^~~~\n") != std::string::npos);
}

TEST_CASE("explain shortens long lines around the byte") {
    const std::string long_text(500, 'x');
    const auto r = inspect_program(
        {"explain", "-"}, "data: {\"a\":\"" + long_text +
                              "\",\"error\":{\"message\":\"m\"},\"b\":\"" + long_text + "\"}\n\n");
    INFO(r.out);
    CHECK(r.out.find("  1 | ..." + std::string(18, 'x') +
                     "\",\"error\":{\"message\":\"m\"},\"b\":\"" + std::string(23, 'x') +
                     "...\n    |    " + std::string(28, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("explain exits with 0 where nothing is wrong, and with 1 where something is") {
    CHECK(inspect_program({"explain", "-"}, "{\"object\":\"list\",\"data\":[]}").status == 0);
    CHECK(inspect_program({"explain", "-"}, "").status == 1);
    CHECK(inspect_program({"explain", "-"}, "{\"error\":\"m\"}").status == 1);
}

TEST_CASE("explain colours only where it is asked to, or on a terminal") {
    const std::string input = "{\"error\":\"m\"}";
    const auto has_colours = [&](std::vector<std::string> arguments,
                                 std::vector<std::string> variables) {
        arguments.insert(arguments.begin(), "explain");
        arguments.emplace_back("-");
        const auto r = inspect_program(arguments, input, std::move(variables));
        return r.out.find("\x1B[") != std::string::npos;
    };
    CHECK_FALSE(has_colours({}, {}));  // a file
    CHECK(has_colours({"--color=always"}, {}));
    CHECK(has_colours({"--color=always"}, {"NO_COLOR=1"}));
    CHECK_FALSE(has_colours({"--color=never"}, {}));
}

TEST_CASE("explain --json prints one document of one line") {
    const auto r = inspect_program({"explain", "--json", "-"},
                                   "{\"error\":\"\xC3\xA4\",\"error_type\":\"t\"}");
    CHECK(r.status == 1);
    CHECK(r.out ==
          "{\"kind\":\"error body\",\"server\":\"TGI\",\"reasons\":[\"TGI: `error_type` beside "
          "`error`\"],\"end\":\"api_error\",\"answer\":[\"error \\\"\\u00e4\\\" (2 bytes)\"],"
          "\"worst\":\"wrong\",\"findings\":[{\"name\":\"error_text\",\"grade\":\"wrong\","
          "\"message\":\"the error is a text: \\u00e4\",\"path\":\"error\",\"offset\":9,\"size\":4,"
          "\"line\":1,\"column\":10,\"quirks\":\"105\"}]}\n");
}

TEST_CASE("what explain does not understand, it names") {
    const auto r = inspect_program({"explain", "--jsn", "-"});
    CHECK(r.status == 2);
    CHECK(r.out.empty());
    CHECK(r.err == "inspect: no such option of explain: --jsn\nTry `inspect --help`.\n");
    CHECK(inspect_program({"explain"}).err ==
          "inspect: explain needs one FILE, or -\nTry `inspect --help`.\n");
    CHECK(inspect_program({"explain", "/none\x1B[0m"}).err ==
          "inspect: cannot read /none\\x1b[0m\nTry `inspect --help`.\n");
    const auto help = inspect_program({"--help"});
    CHECK(help.status == 0);
    CHECK(help.out.find("inspect explain [--json]") != std::string::npos);
}

}  // namespace inspect_explain_tests
