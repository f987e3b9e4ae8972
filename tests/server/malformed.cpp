// Malformed requests, put through a connection: each is answered with a typed error of the expected
// status, and the connection is in the expected state.
#include <oaiwire/server/server_connection.hpp>
//
#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/models.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/field.hpp>
#include <support/catch.hpp>
#include <support/chunked_runs.hpp>
#include <support/connection_peer.hpp>
#include <support/random.hpp>
#include <support/request_heads.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace malformed_tests {

using namespace oaiwire;
using state = connection_state;

// The body of an answer, as SDKs read it.
struct told_error {
    std::string message{};
    std::string type{};
    field<std::string> param{};
    field<std::string> code{};
};
struct told_body {
    told_error error{};
};

namespace {

using connection = server_connection<ChatCompletionRequest, EmbeddingRequest, ListModelsRequest,
                                     RetrieveModelRequest, DeleteModelRequest>;

void answer(connection& c) {
    REQUIRE(c.answer().bytes("text/plain", "ok"));
}

// A body that an operation must refuse, and the member that the error names.
struct bad_body {
    std::string json{};
    std::string param{};
};

const std::vector<bad_body>& bad_chat_bodies() {
    static const std::string ok = R"("model":"m","messages":[{"role":"user","content":"a"}])";
    const auto with = [](const std::string& member) { return "{" + ok + "," + member + "}"; };
    const auto message = [](const std::string& m) {
        return R"({"model":"m","messages":[)" + m + "]}";
    };
    static const std::vector<bad_body> bodies{
        // not JSON
        {""},
        {" "},
        {"{"},
        {"}"},
        {"{}}"},
        {"{" + ok},
        {"{" + ok + ",}"},
        {"{" + ok + "}x"},
        {"{" + ok + "}{}"},
        {"{" + ok + "} ]"},
        {"{,}"},
        {"{\"model\"}"},
        {"{\"model\":}"},
        {"{\"model\" \"m\"}"},
        {"{model:\"m\"}"},
        {"{'model':'m'}"},
        {"{\"model\":\"m}"},
        {"{\"model\":\"\\x\"}"},
        {"{\"model\":\"\\u12\"}"},
        {"{\"model\":\"\\ud800\"}"},
        {"{\"model\":\"a\nb\"}"},
        {"{\"model\":\"\x80\"}"},
        {"{\"model\":\"\xED\xA0\x80\"}"},
        {"{\"model\":\"\xC0\xAF\"}"},
        {"\xEF\xBB\xBF{" + ok + "}"},
        {with("\"n\":01")},
        {with("\"n\":+1")},
        {with("\"n\":.5")},
        {with("\"temperature\":1.")},
        {with("\"temperature\":NaN")},
        {with("\"temperature\":Infinity")},
        {with("\"n\":0x1")},
        {with("\"n\":nul")},
        {with("\"n\":True")},
        {with("// a comment\n\"n\":1")},
        {with("\"n\":" + std::string(100, '[') + std::string(100, ']')), "n"},
        {with("\"x\":{\"a\":\"\t\"}")},
        // other values than an object
        {"null"},
        {"1"},
        {"\"text\""},
        {"[]"},
        {"[{" + ok + "}]"},
        // what is required
        {"{}", "model"},
        {R"({"messages":[{"role":"user","content":"a"}]})", "model"},
        {R"({"model":"m"})", "messages"},
        {R"({"model":"","messages":[{"role":"user","content":"a"}]})", "model"},
        {R"({"model":"m","messages":[]})", "messages"},
        // types
        {R"({"model":1,"messages":[{"role":"user","content":"a"}]})", "model"},
        {R"({"model":null,"messages":[{"role":"user","content":"a"}]})", "model"},
        {R"({"model":["m"],"messages":[{"role":"user","content":"a"}]})", "model"},
        {R"({"model":"m","messages":"a"})", "messages"},
        {R"({"model":"m","messages":{}})", "messages"},
        {R"({"model":"m","messages":null})", "messages"},
        {message("1"), "messages[0]"},
        {message("null"), "messages[0]"},
        {message("\"a\""), "messages[0]"},
        {message("[]"), "messages[0]"},
        {message("{}"), "messages[0]"},
        {message(R"({"content":"a"})"), "messages[0]"},
        {message(R"({"role":"user","content":1})"), "messages[0].content"},
        {message(R"({"role":"user","content":{}})"), "messages[0].content"},
        {message(R"({"role":"user","content":"a"},{"role":"user","content":true})"),
         "messages[1].content"},
        {message(R"({"role":"user","content":[1]})"), "messages[0].content[0]"},
        {message(R"({"role":"user","content":[{"type":"text","text":1}]})"),
         "messages[0].content[0].text"},
        {message(R"({"role":"assistant","content":"a","tool_calls":{}})"),
         "messages[0].tool_calls"},
        {with("\"temperature\":\"1\""), "temperature"},
        {with("\"temperature\":[]"), "temperature"},
        {with("\"top_p\":true"), "top_p"},
        {with("\"n\":\"1\""), "n"},
        {with("\"n\":1.5"), "n"},
        {with("\"n\":99999999999999999999"), "n"},
        {with("\"stream\":\"true\""), "stream"},
        {with("\"stream\":1"), "stream"},
        {with("\"stream_options\":true"), "stream_options"},
        {with("\"stream_options\":{\"include_usage\":1}"), "stream_options.include_usage"},
        {with("\"stop\":1"), "stop"},
        {with("\"stop\":[1]"), "stop"},
        {with("\"max_tokens\":\"5\""), "max_tokens"},
        {with("\"max_completion_tokens\":{}"), "max_completion_tokens"},
        {with("\"seed\":\"1\""), "seed"},
        {with("\"user\":1"), "user"},
        {with("\"logprobs\":\"yes\""), "logprobs"},
        {with("\"logit_bias\":[]"), "logit_bias"},
        {with("\"tools\":{}"), "tools"},
        {with("\"tools\":[{\"type\":\"function\",\"function\":1}]"), "tools[0].function"},
        {with("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":1}}]"),
         "tools[0].function.name"},
        {with("\"parallel_tool_calls\":\"no\""), "parallel_tool_calls"},
        {with("\"metadata\":1"), "metadata"},
        // ranges
        {with("\"frequency_penalty\":2.01"), "frequency_penalty"},
        {with("\"frequency_penalty\":-3"), "frequency_penalty"},
        {with("\"presence_penalty\":2.5"), "presence_penalty"},
        {with("\"top_logprobs\":21"), "top_logprobs"},
        {with("\"top_logprobs\":-1"), "top_logprobs"},
        {with("\"n\":2147483648"), "n"},
        {with("\"max_tokens\":2147483648"), "max_tokens"},
        {with("\"top_k\":0"), "top_k"},
        {with("\"logit_bias\":{\"1\":101}"), "logit_bias.1"},
        {with("\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"\"}}]"),
         "tools[0].function.name"},
        {with("\"temperature\":1e999"), "temperature"},
    };
    return bodies;
}

const std::vector<bad_body>& bad_embedding_bodies() {
    static const std::vector<bad_body> bodies{
        {R"({"model":"m"})", "input"},
        {R"({"input":"a"})", "model"},
        {R"({"model":"m","input":null})", "input"},
        {R"({"model":"m","input":{}})", "input"},
        {R"({"model":"m","input":true})", "input"},
        {R"({"model":"m","input":[true]})", "input"},
        {R"({"model":"m","input":"a","dimensions":"1"})", "dimensions"},
        {R"({"model":"m","input":"a","dimensions":1.5})", "dimensions"},
        {R"({"model":"m","input":"a","user":{}})", "user"},
        {R"({"model":2,"input":"a"})", "model"},
    };
    return bodies;
}

// A whole request with what is not its body wrong.
struct bad_request {
    std::string bytes{};
    int status = 400;
    state after = state::idle;
    std::string code{};
};

std::string with_body(const std::string& start, const std::string& body,
                      const std::string& fields = "") {
    return start + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n" + fields +
           "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}
const std::string chat_body = R"({"model":"m","messages":[{"role":"user","content":"a"}]})";
std::string chat(const std::string& fields) {
    return with_body("POST /v1/chat/completions", chat_body, fields);
}
std::string bare(const std::string& line, const std::string& fields = "") {
    return line + " HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer k\r\n" + fields + "\r\n";
}
std::string with_key(const std::string& fields) {
    return "GET /v1/models HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

const std::vector<bad_request>& bad_requests() {
    static const std::string json = "Content-Type: application/json\r\n";
    static const std::vector<bad_request> requests{
        // routes
        {bare("GET /"), 404, state::idle, "unknown_url"},
        {bare("GET /v1"), 404, state::idle, "unknown_url"},
        {bare("GET /v1/"), 404, state::idle, "unknown_url"},
        {bare("GET /models"), 404, state::idle, "unknown_url"},
        {bare("GET /V1/models"), 404, state::idle, "unknown_url"},
        {bare("GET /v1/Models"), 404, state::idle, "unknown_url"},
        {bare("GET /v2/models"), 404, state::idle, "unknown_url"},
        {bare("GET //v1/models"), 404, state::idle, "unknown_url"},
        {bare("GET /v1//models"), 404, state::idle, "unknown_url"},
        {bare("GET /v1/models/a/b"), 404, state::idle, "unknown_url"},
        {bare("GET /v1/modelsx"), 404, state::idle, "unknown_url"},
        {bare("GET /v1/mod%65ls"), 404, state::idle, "unknown_url"},
        {bare("GET /v1?/models"), 404, state::idle, "unknown_url"},
        {bare("GET /openai/deployments/"), 404, state::idle, "unknown_url"},
        {bare("GET /favicon.ico"), 404, state::idle, "unknown_url"},
        {bare("GET http://a/none"), 404, state::idle, "unknown_url"},
        {with_body("POST /v1/chat", chat_body), 404, state::idle, "unknown_url"},
        {with_body("POST /v1/responses", chat_body, json), 404, state::idle, "unknown_url"},
        {with_body("POST /v1/embeddings/x", chat_body, json), 404, state::idle, "unknown_url"},
        // methods
        {bare("GET /v1/chat/completions"), 405, state::idle, "method_not_supported"},
        {bare("GET /v1/embeddings"), 405, state::idle, "method_not_supported"},
        {bare("PUT /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("DELETE /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("PATCH /v1/models/m"), 405, state::idle, "method_not_supported"},
        {bare("OPTIONS /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("TRACE /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("get /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("QUERY /v1/models"), 405, state::idle, "method_not_supported"},
        {bare("OPTIONS *"), 404, state::idle},
        {with_body("post /v1/chat/completions", chat_body, json), 405, state::idle,
         "method_not_supported"},
        {with_body("PUT /v1/embeddings", "{}", json), 405, state::idle, "method_not_supported"},
        // media types
        {chat("Content-Type: text/plain\r\n"), 415},
        {chat("Content-Type: application/xml\r\n"), 415},
        {chat("Content-Type: application/x-www-form-urlencoded\r\n"), 415},
        {chat("Content-Type: multipart/form-data; boundary=x\r\n"), 415},
        {chat("Content-Type: application/jsonx\r\n"), 415},
        {chat("Content-Type: json\r\n"), 415},
        {chat("Content-Type: application/json; charset=utf-16\r\n"), 415},
        {chat("Content-Type: application/json, text/plain\r\n"), 415},
        {chat(json + "Content-Encoding: gzip\r\n"), 415},
        {chat(json + "Content-Encoding: br\r\n"), 415},
        // keys
        {with_key(""), 401},
        {with_key("Authorization: Bearer wrong\r\n"), 401, state::idle, "invalid_api_key"},
        {with_key("Authorization: Bearer k k\r\n"), 401},
        {with_key("Authorization: Bearer\r\n"), 401},
        {with_key("Authorization: Basic a2V5\r\n"), 401},
        {with_key("Authorization: k\r\n"), 401},
        {with_key("Authorization: Bearer k\r\napi-key: other\r\n"), 400},
        {with_key("api-key: wrong\r\n"), 401, state::idle, "invalid_api_key"},
        // bodies that are too large, too slow to be awaited, or never asked for
        {bare("POST /v1/chat/completions", json + "Content-Length: 300000000\r\n"), 413,
         state::lingering, "request_too_large"},
        {bare("POST /v1/none", "Content-Length: 1000000\r\n"), 404, state::lingering},
        {bare("POST /v1/none", "Content-Length: 5\r\nExpect: 100-continue\r\n"), 404,
         state::lingering},
        {bare("POST /v1/none", "Connection: close\r\n"), 404, state::closed},
        {"GET /v1/none HTTP/1.0\r\n\r\n", 404, state::closed},
        // what a proxy or another protocol sends
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400, state::lingering},
        {"PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n" + bare("GET /v1/models"), 400, state::lingering},
        {"SSH-2.0-OpenSSH_9\r\n", 400, state::lingering},
        {"{\"jsonrpc\":\"2.0\"}\r\n", 400, state::lingering},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, state::lingering},
        {"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n", 400,
         state::lingering},
    };
    return requests;
}

connection_options guarded() {
    connection_options options;
    options.incoming.accepts_key = [](std::string_view key) { return key == "k"; };
    return options;
}

using peer = support::connection_peer<connection, void (*)(connection&)>;

struct result_of {
    std::string wire{};
    state after = state::idle;
    friend bool operator==(const result_of&, const result_of&) = default;
};

result_of run(std::string_view bytes, std::size_t step, support::random* random = nullptr) {
    connection c(guarded());
    peer p(c, answer);
    while (!bytes.empty()) {
        const std::size_t n = std::min(random ? 1 + random->below(step) : step, bytes.size());
        p.give(bytes.substr(0, n));
        bytes.remove_prefix(n);
    }
    return {p.wire, c.state()};
}

// One error of that status, for any cut; the connection is then in that state, and if it is open it
// serves another request.
told_error check(const std::string& bytes, int status, state after) {
    CAPTURE(bytes);
    const result_of whole = run(bytes, SIZE_MAX);
    CHECK(run(bytes, 1) == whole);
    support::random random(bytes.size());
    for (int i = 0; i != 3; ++i) CHECK(run(bytes, 1 + random.below(40), &random) == whole);

    CAPTURE(whole.wire);
    const auto replies = support::replies_in(whole.wire, whole.after == state::closed);
    CHECK(replies.size() == 1);
    if (replies.empty()) return {};
    CHECK(replies[0].whole);
    CHECK(replies[0].status == status);
    CHECK(name(whole.after) == std::string_view(name(after)));
    CHECK((replies[0].value("Connection") == "close") == (after != state::idle));
    CHECK(replies[0].value("Content-Type") == "application/json");
    const auto body = json::read<told_body>(replies[0].body);
    CHECK(body);
    if (!body) return {};
    CHECK_FALSE(body->error.message.empty());
    const std::string type = status >= 500 ? "server_error" : "invalid_request_error";
    CHECK(body->error.type == type);

    const std::string next = with_body("POST /v1/chat/completions", chat_body);
    const auto both = support::replies_in(run(bytes + next, SIZE_MAX).wire);
    CHECK(both.size() == (after == state::idle ? 2 : 1));
    if (both.size() == 2) CHECK(both[1].body == "ok");
    return body->error;
}

std::string param_of(const told_error& e) {
    return e.param.value_or("");
}

}  // namespace

TEST_CASE("a malformed JSON body is answered with 400 and the member, and the connection stays") {
    CHECK(bad_chat_bodies().size() + bad_embedding_bodies().size() + bad_requests().size() >= 150);
    for (const auto& body : bad_chat_bodies()) {
        const auto e = check(
            with_body("POST /v1/chat/completions", body.json, "Content-Type: application/json\r\n"),
            400, state::idle);
        CAPTURE(body.json, e.message);
        CHECK(param_of(e) == body.param);
    }
    for (const auto& body : bad_embedding_bodies()) {
        const auto e = check(with_body("POST /v1/embeddings", body.json), 400, state::idle);
        CAPTURE(body.json, e.message);
        CHECK(param_of(e) == body.param);
    }
}

TEST_CASE("a wrong route, method, media type or key is answered so, and the connection stays") {
    for (const auto& request : bad_requests()) {
        const auto e = check(request.bytes, request.status, request.after);
        CAPTURE(request.bytes);
        if (!request.code.empty()) CHECK(e.code.value_or("") == request.code);
    }
}

TEST_CASE("a malformed head is answered with its status, and the connection is closed") {
    for (const auto& head : support::bad_heads()) {
        const auto e = check(head.bytes(), head.status, state::lingering);
        CHECK_FALSE(e.code.value_or("").empty());
        const std::string at = "(byte " + std::to_string(head.before.size()) + ")";
        CHECK(e.message.find(at) != std::string::npos);
    }
}

TEST_CASE("a malformed chunked body is answered with 400, and the connection is closed") {
    for (const auto& body : support::chunks::bad_bodies()) {
        if (body.at == error::no_offset) continue;
        check(bare("POST /v1/chat/completions", "Transfer-Encoding: chunked\r\n") + body.bytes, 400,
              state::lingering);
    }
}

TEST_CASE("a valid request leaves the connection open, and one behind it is not mistaken") {
    const std::string smuggled = bare("DELETE /v1/models/secret");
    for (const std::string& request :
         {chat("Content-Type: application/json\r\n"), chat(""),
          with_body("POST /v1/chat/completions", chat_body + "  \r\n"),
          // the content of these is no request
          bare("GET /v1/models", "Content-Length: " + std::to_string(smuggled.size()) + "\r\n") +
              smuggled,
          bare("DELETE /v1/models/m",
               "Content-Length: " + std::to_string(smuggled.size()) + "\r\n") +
              smuggled}) {
        const auto replies = support::replies_in(run(request, SIZE_MAX).wire);
        REQUIRE(replies.size() == 1);
        CHECK(replies[0].status == 200);
        CHECK(run(request, 1) == run(request, SIZE_MAX));
    }
}

}  // namespace malformed_tests
