// The example program inspect: exact output and exit status.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include <support/catch.hpp>

#include "program.hpp"

namespace inspect_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended inspect(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/inspect");
    support::program p(std::move(arguments), {}, input);
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

bool is_ascii(const std::string& text) {
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

}  // namespace

#ifdef __linux__  // which has a device that is always full
TEST_CASE("inspect that cannot write its output ends with 2") {
    for (const char* command : {"explain", "sse"}) {
        const std::string line = std::string(OAIWIRE_TEST_EXAMPLES "/inspect ") + command;
        support::program p({"/bin/sh", "-c", line + " - > /dev/full"}, {}, "data: a\n\n");
        CHECK(p.wait() == 2);
        CHECK(p.err().find("cannot write") != std::string::npos);
    }
}
#endif

TEST_CASE("sse prints a line for each event and each retry time, for every split") {
    const std::string stream =
        "\xEF\xBB\xBF: comment\r\nid: 7\nretry: 3000\ndata: a\xC3\xA4\r\rdata: one\ndata: two\n"
        "event: x\n\nretry: 5\n\nid\ndata\n\ndata: \xF0\x9F\x98\x80\xFF\"\\\t\n\ndata: unfinished";
    const std::string lines =
        "{\"retry\":3000}\n"
        "{\"event\":\"message\",\"data\":\"a\\u00e4\",\"id\":\"7\"}\n"
        "{\"event\":\"x\",\"data\":\"one\\ntwo\",\"id\":\"7\"}\n"
        "{\"retry\":5}\n"
        "{\"event\":\"message\",\"data\":\"\",\"id\":\"\"}\n"
        "{\"event\":\"message\",\"data\":\"\\ud83d\\ude00\\ufffd\\\"\\\\\\t\",\"id\":\"\"}\n";
    CHECK(inspect({"sse", "-"}, stream).out == lines);
    for (const char* cut : {"1", "2", "7", "1000"}) {
        const auto r = inspect({"sse", "--cut", cut, "-"}, stream);
        CHECK(r.out == lines);
        CHECK(r.err.empty());
        CHECK(r.status == 0);
    }
    CHECK(inspect({"sse", "-"}).out.empty());
}

TEST_CASE("sse reports which limit was exceeded, and exits with 0") {
    const auto r = inspect({"sse", "-"}, "data: a\n\ndata: " + std::string(2'000'000, 'x'));
    CHECK(r.status == 0);
    CHECK(
        r.out.starts_with("{\"event\":\"message\",\"data\":\"a\",\"id\":\"\"}\n"
                          "{\"failure\":{\"code\":\"limit_exceeded\",\"path\":\"\",\"offset\":"));
}

TEST_CASE("decode --conform reports deviations from the document") {
    const std::string body =
        R"({"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,)"
        R"("message":{"content":"b"},"logprobs":null,"finish_reason":"stop"}]})";
    const std::string refusal =
        R"({"note":"missing","path":"choices[0].message.refusal","due":"a string or null"})"
        "\n";
    const std::string role =
        R"({"note":"missing","path":"choices[0].message.role","due":"a string"})"
        "\n";
    const auto shown = [&](const char* option) {
        const auto r = inspect({"decode", option, "chat_response", "-"}, body);
        CHECK(r.status == 0);
        return r.out;
    };
    CHECK(shown("--tolerant") == body + "\n");
    CHECK(shown("--conform") == body + "\n" + refusal + role);
    CHECK(shown("--conform=openai") == shown("--conform"));
    CHECK(shown("--conform=atoma") == body + "\n" + role);
    const std::string null = R"({"note":"mistyped","path":"choices[0].logprobs","due":"an object"})"
                             "\n";
    CHECK(shown("--conform=r9s") == body + "\n" + role + null);
    CHECK(inspect({"decode", "--conform=other", "chat_response", "-"}, body).status == 2);
    CHECK(inspect({"facts", "--conform", "chat_response", "-"}, body).status == 2);

    const std::string request = R"({"model":"m","prompt":"a","best_of":21})";
    CHECK(inspect({"decode", "--conform", "completion_request", "-"}, request).out ==
          request + "\n" +
              R"({"note":"violation","path":"best_of",)"
              R"("due":"must be from 0 to 20 for this server"})"
              "\n");
    CHECK(inspect({"decode", "--conform=r9s", "completion_request", "-"}, request).out ==
          request + "\n");
}

TEST_CASE("decode prints a document again, as one line of ASCII") {
    const auto r = inspect({"decode", "chat_request", "-"},
                           "{ \"model\": \"m\",\n \"messages\": [{\"role\":\"user\", \"content\":"
                           "\"\xC3\xA4\xE2\x80\xA8\"}],\n \"new\" : { \"a\" : [ 1 , 2 ] } }\n");
    CHECK(r.status == 0);
    CHECK(r.out ==
          "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"\\u00e4\\u2028\"}],"
          "\"new\":{\"a\":[1,2]}}\n");
    const std::pair<const char*, const char*> same[] = {
        {"chat_response", "{\"id\":\"a\",\"choices\":[]}"},
        {"chat_chunk", "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null}}]}"},
        {"completion_request", "{\"model\":\"m\",\"prompt\":[1,2]}"},
        {"completion_response", "{\"choices\":[{\"text\":\"a\",\"index\":0}]}"},
        {"completion_chunk", "{\"choices\":[{\"text\":\"a\",\"index\":0}]}"},
        {"models", "{\"object\":\"list\",\"data\":[{\"id\":\"m\"}]}"},
        {"embeddings", "{\"data\":[{\"embedding\":[0.5,-1],\"index\":0}]}"},
        {"error_body", "{\"error\":{\"message\":\"m\",\"code\":null}}"},
    };
    for (const auto& [kind, text] : same) {
        INFO(kind);
        CHECK(inspect({"decode", kind, "-"}, text).out == std::string(text) + "\n");
    }
}

TEST_CASE("decode rejects invalid input with path and reason, and exits with 1") {
    const auto r = inspect({"decode", "chat_chunk", "-"}, "{\"choices\":[{\"index\":\"0\"}]}");
    CHECK(r.status == 1);
    CHECK(r.out ==
          "{\"failure\":{\"code\":\"type_mismatch\",\"path\":\"choices[0].index\",\"offset\":21,"
          "\"message\":\"an integer was due\"}}\n");
    const auto t =
        inspect({"decode", "--tolerant", "chat_chunk", "-"}, "{\"choices\":[{\"index\":\"0\"}]}");
    CHECK(t.status == 0);
    CHECK(t.out == "{\"choices\":[{\"index\":0}]}\n");
    const auto e = inspect({"decode", "models", "-"}, "");
    CHECK(e.status == 1);
    CHECK(
        e.out.starts_with("{\"failure\":{\"code\":\"unexpected_end\",\"path\":\"\",\"offset\":0,"));
}

TEST_CASE("stream prints the chunks, then the end reason and the accumulated response") {
    const std::string body =
        "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\\ud83d\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\ude00\"},"
        "\"finish_reason\":\"stop\"}]}\n\ndata: {}\n\ndata: [DONE]\n\n";
    const std::string lines =
        "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n"
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\ud83d\\ude00\"},"
        "\"finish_reason\":\"stop\"}]}\n"
        "{\"end\":\"complete\",\"response\":{\"id\":\"c\",\"choices\":[{\"index\":0,\"message\":"
        "{\"content\":\"a\\ud83d\\ude00\"},\"finish_reason\":\"stop\"}]},\"facts\":{\"id\":\"c\",";
    const auto r = inspect({"stream", "chat", "-"}, body);
    CHECK(r.status == 0);
    CHECK(r.out.starts_with(lines));
    CHECK(r.out.ends_with("\"error\":null,\"skipped\":[\"ignorable\"]}}\n"));
    CHECK(is_ascii(r.out));
    for (const char* cut : {"1", "3", "64"}) {
        CHECK(inspect({"stream", "chat", "--cut", cut, "-"}, body).out == r.out);
    }
    const auto s = inspect({"stream", "chat", "--strict", "-"}, body);
    CHECK(s.status == 0);
    CHECK(s.out.starts_with("{\"end\":\"malformed\",\"failure\":{\"code\":\"lone_surrogate\","));
}

TEST_CASE("stream prints Responses and image events in the same form") {
    const std::string events[] = {
        R"({"type":"response.created","response":{"id":"r","output":[],"model":"m"}})",
        R"({"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":"Hi"})",
        R"({"type":"response.completed","response":{"id":"r","status":"completed","output":[],)"
        R"("model":"m","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3}}})"};
    std::string body;
    for (const auto& e : events) body += "data: " + e + "\n\n";
    const auto r = inspect({"stream", "responses", "-"}, body);
    CHECK(r.status == 0);
    CHECK(r.out.find("{\"end\":\"complete\",\"response\":{\"id\":\"r\",") != std::string::npos);
    CHECK(r.out.ends_with(
        "\"facts\":{\"id\":\"r\",\"object\":\"response\",\"created\":null,\"model\":\"m\","
        "\"status\":"
        "\"completed\",\"extras\":[],\"usage\":{\"prompt\":1,\"completion\":2,\"total\":3,"
        "\"cached\":null,\"reasoning\":null},\"text\":\"Hi\",\"output\":1,\"error\":null,"
        "\"skipped\":[]}}\n"));
    CHECK(inspect({"stream", "responses", "--cut", "1", "-"}, body).out == r.out);
    const auto cut = inspect({"stream", "responses", "-"},
                             body.substr(0, body.rfind("data: ")) + "data: [DONE]\n\n");
    CHECK(cut.out.find("{\"end\":\"truncated\",\"failure\":{\"code\":\"truncated_stream\",") !=
          std::string::npos);

    const std::string image =
        "{\"type\":\"image_generation.completed\",\"b64_json\":\"YQ==\",\"created_at\":7,"
        "\"usage\":{\"input_tokens\":1,\"output_tokens\":2,\"total_tokens\":3}}";
    const auto i = inspect({"stream", "images", "--strict", "-"}, "data: " + image + "\n\n");
    CHECK(i.status == 0);
    CHECK(i.out.find("\n{\"end\":\"finished\",\"response\":{\"created\":7,\"data\":[{\"b64_json\":"
                     "\"YQ==\"}]") != std::string::npos);
    CHECK(
        i.out.ends_with("\"facts\":{\"created\":7,\"extras\":[],\"usage\":{\"prompt\":1,"
                        "\"completion\":2,\"total\":3,\"cached\":null,\"reasoning\":null},"
                        "\"images\":[\"base64\"],\"error\":null,\"skipped\":[]}}\n"));
}

TEST_CASE("stream distinguishes API errors from others") {
    const auto api =
        inspect({"stream", "completions", "-"},
                "data: {\"error\":{\"message\":\"m\",\"code\":429,\"param\":\"\"}}\n\n");
    CHECK(api.status == 0);
    CHECK(
        api.out.starts_with("{\"end\":\"api_error\",\"error\":{\"message\":\"m\",\"type\":null,"
                            "\"code\":\"429\",\"param\":\"\"},\"response\":{\"choices\":[]},"));
    const auto ours = inspect({"stream", "completions", "-"});
    CHECK(
        ours.out.starts_with("{\"end\":\"empty\",\"failure\":{\"code\":\"empty_response\","
                             "\"path\":\"\",\"offset\":null,\"message\":"));
}

TEST_CASE("facts prints what is known of any payload") {
    const auto r = inspect({"facts", "chat_chunk", "-"},
                           "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\\ude00!\"}}]}\n");
    CHECK(r.status == 0);
    CHECK(r.out.starts_with("{\"class\":\"chunk\",\"id\":null,"));
    CHECK(r.out.find("\"content_utf16_hex\":\"de000021\"") != std::string::npos);
    CHECK(r.out.find("\"content\":") == std::string::npos);

    CHECK(inspect({"facts", "error_body", "-"}, "error code: 1015").out ==
          "{\"class\":\"error\",\"json\":false,\"error\":{\"message\":\"error code: 1015\","
          "\"type\":null,\"code\":null,\"param\":null}}\n");
    CHECK(inspect({"facts", "models", "-"}, "{\"data\":[{\"id\":\"m\",\"created\":5}]}").out ==
          "{\"class\":\"models\",\"object\":null,\"n\":1,\"ids\":[\"m\"],\"created\":[5],"
          "\"error\":null}\n");
    CHECK(inspect({"facts", "embeddings", "-"},
                  "{\"data\":[{\"embedding\":\"AACAPwAAAEA=\",\"index\":0}]}")
              .out ==
          "{\"class\":\"embeddings\",\"object\":null,\"model\":null,\"n\":1,"
          "\"forms\":[\"base64\"],\"dims\":[2],\"index\":[0],\"usage\":null,"
          "\"error\":null}\n");
    const auto bad = inspect({"facts", "chat_response", "-"}, "<html>");
    CHECK(bad.status == 0);
    CHECK(bad.out.starts_with("{\"class\":\"invalid\","));
}

TEST_CASE("chunked prints the content, or the error and exits with 1") {
    const auto good = inspect({"chunked", "-"}, "3\r\na\r\n\r\n2;x=y\r\nb\xFF\r\n0\r\n\r\n");
    CHECK(good.status == 0);
    CHECK(good.out == "a\r\nb\xFF");
    const auto bad = inspect({"chunked", "-"}, "3\r\nabcX");
    CHECK(bad.status == 1);
    CHECK(bad.out == "abc");
    CHECK(bad.err.starts_with(
        "{\"failure\":{\"code\":\"invalid_framing\",\"path\":\"\",\"offset\":6,"));
    const auto cut = inspect({"chunked", "-"}, "3\r\nab");
    CHECK(cut.status == 1);
    CHECK(cut.err.starts_with("{\"failure\":{\"code\":\"closed_early\","));
}

TEST_CASE("a file can be named instead of standard input") {
    char name[] = "/tmp/oaiwire_inspect_XXXXXX";
    const int file = mkstemp(name);
    REQUIRE(file >= 0);
    REQUIRE(write(file, "data: a\n\n", 9) == 9);
    close(file);
    const auto r = inspect({"sse", name});
    std::remove(name);
    CHECK(r.out == "{\"event\":\"message\",\"data\":\"a\",\"id\":\"\"}\n");
    CHECK(inspect({"sse", name}).status == 2);
}

TEST_CASE("an unknown command is a usage error: exit status 2, and no output") {
    const std::vector<std::string> wrong[] = {
        {},
        {"help"},
        {"sse"},
        {"sse", "-", "-"},
        {"sse", "--cut", "0", "-"},
        {"sse", "--cut", "x", "-"},
        {"sse", "--cut"},
        {"sse", "--strict", "-"},
        {"sse", "--unknown", "-"},
        {"decode", "-"},
        {"decode", "letter", "-"},
        {"decode", "--cut", "1", "models", "-"},
        {"stream", "chat"},
        {"stream", "embeddings", "-"},
        {"stream", "chat", "--tolerant", "-"},
        {"facts", "chat_request", "-"},
        {"facts", "--tolerant", "models", "-"},
        {"chunked"},
        {"chunked", "chat", "-"},
    };
    for (const auto& arguments : wrong) {
        std::string line;
        for (const auto& a : arguments) line += a + " ";
        INFO(line);
        const auto r = inspect(arguments, "{}");
        CHECK(r.status == 2);
        CHECK(r.out.empty());
        CHECK_FALSE(r.err.empty());
    }
}

}  // namespace inspect_tests
