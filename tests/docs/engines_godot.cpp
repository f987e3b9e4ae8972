// docs/engines.md, Godot: the listing behind the macros of godot-cpp, over a client that the test
// answers piece by piece.
#include "engine_stubs/godot.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/oaiwire.hpp>

#if !defined(MIN) || !defined(MAX) || !defined(SWAP) || !defined(likely) || !defined(ERR_PRINT)
#error "the engine's macros must be as they were"
#endif

namespace docs_tests { namespace engine {

// [engine_godot]
class ChatNode : public godot::Node {
    GDCLASS(ChatNode, godot::Node)

public:
    oaiwire::endpoint endpoint;  // base_url, api_key
    godot::String label;         // what has come so far
    bool done = false;           // the answer has ended; `failure` is empty if it ended well
    godot::String failure;

    void ask(const godot::String& question) {
        cancel();
        label = failure = godot::String();
        done = sent = has_head = false;
        call.emplace(oaiwire::ChatCompletionRequest{.model = "gpt-4o-mini",
                                                    .messages = {oaiwire::user(to_utf8(question))}},
                     endpoint);
        if (call->ended()) return show();  // the request is not valid
        const oaiwire::http::origin& to = call->request().origin;
        http.instantiate();
        http->connect_to_host(
            to_string(to.host), to.port,
            to.scheme == "https" ? godot::TLSOptions::client() : godot::Ref<godot::TLSOptions>());
    }

    void cancel() {
        if (http.is_valid()) http->close();
        http.unref();
        call.reset();
    }

    // Nothing here waits: each frame takes what has come.
    void _process(double) override {
        using godot::HTTPClient;
        using oaiwire::errc;
        if (!call || done) return;
        http->poll();
        switch (http->get_status()) {
            case HTTPClient::STATUS_RESOLVING:
            case HTTPClient::STATUS_CONNECTING:
            case HTTPClient::STATUS_REQUESTING:
                return;
            case HTTPClient::STATUS_CONNECTED:
                if (!sent) return send();
                break;
            case HTTPClient::STATUS_BODY:
                read();
                break;
            case HTTPClient::STATUS_CANT_RESOLVE:
                return fail(errc::resolve_failed);
            case HTTPClient::STATUS_CANT_CONNECT:
                return fail(errc::connect_failed);
            case HTTPClient::STATUS_TLS_HANDSHAKE_ERROR:
                return fail(errc::tls_failed);
            default:
                break;
        }
        const auto status = http->get_status();  // read() may have come to the end
        if (status == HTTPClient::STATUS_BODY || done) return;
        take_head();
        // without a length, the answer ends with its connection
        const bool complete =
            status == HTTPClient::STATUS_CONNECTED ||
            (status == HTTPClient::STATUS_DISCONNECTED && has_head && !has_length);
        if (!complete) return fail(errc::closed_early);
        call->finish();
        show();
    }
    void _exit_tree() override { cancel(); }

protected:
    static void _bind_methods() {}

private:
    void send() {
        sent = true;
        const oaiwire::http::request& request = call->request();
        godot::PackedStringArray fields;
        for (const auto& field : request.headers) {
            fields.push_back(to_string(field.name + ": " + field.value));
        }
        fields.push_back("Accept-Encoding: identity");
        godot::PackedByteArray content;
        content.resize(static_cast<int64_t>(request.body.size()));
        std::copy(request.body.begin(), request.body.end(), content.ptrw());
        http->request_raw(godot::HTTPClient::METHOD_POST, to_string(request.target), fields,
                          content);
    }
    void take_head() {
        if (has_head || http->get_response_code() == 0) return;
        has_head = true;
        has_length = http->is_response_chunked() || http->get_response_body_length() >= 0;
        oaiwire::http::header_list fields;
        const godot::PackedStringArray lines = http->get_response_headers();
        for (int64_t i = 0; i != lines.size(); ++i) {
            const std::string line = to_utf8(lines[i]);
            const std::size_t colon = (std::min)(line.find(": "), line.size());
            fields.add(line.substr(0, colon), line.substr((std::min)(colon + 2, line.size())));
        }
        call->head(http->get_response_code(), fields);
    }
    void read() {
        take_head();
        while (!done && http->get_status() == godot::HTTPClient::STATUS_BODY) {
            const godot::PackedByteArray piece = http->read_response_body_chunk();
            if (piece.is_empty()) return;
            call->feed({reinterpret_cast<const char*>(piece.ptr()),
                        static_cast<std::size_t>(piece.size())});
            show();
        }
    }
    void fail(oaiwire::errc code) {
        call->fail(oaiwire::make_error(code));
        show();
    }
    void show() {
        // a chunk's text has whole characters, however the bytes were cut
        while (const auto* chunk = call->next()) label += to_string(oaiwire::text(*chunk));
        done = call->ended();
        if (done && !call->ok()) failure = to_string(oaiwire::to_string(call->error()));
        if (done && http.is_valid()) http->close();
    }

    static godot::String to_string(std::string_view text) {
        return godot::String::utf8(text.data(), static_cast<int64_t>(text.size()));
    }
    static std::string to_utf8(const godot::String& text) {
        const godot::CharString narrow = text.utf8();
        return std::string(narrow.get_data(), static_cast<std::size_t>(narrow.length()));
    }

    std::optional<oaiwire::exchange<oaiwire::ChatCompletionRequest>> call;
    godot::Ref<godot::HTTPClient> http;
    bool sent = false;
    bool has_head = false;
    bool has_length = false;
};
// [/engine_godot]

}}  // namespace docs_tests::engine

#if !defined(OAIWIRE_TEST_LISTING_ALONE)

#include <support/catch.hpp>

namespace docs_tests { namespace engine {
namespace {

using godot::HTTPClient;

const std::string stream =
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\xC3\xA4 \xF0\x9F\x98\x80\"}}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"},\"finish_reason\":\"stop\"}]}"
    "\n\ndata: [DONE]\n\n";
const godot::String said = godot::String::utf8("H\xC3\xA4 \xF0\x9F\x98\x80!");

struct played {
    godot::String label{}, failure{};
    int frames = 0;
};
// Asks, and draws frames until the answer has ended.
played play(godot::http_script& script, const char* base_url = "https://example.com/v1") {
    godot::http_script::current() = &script;
    ChatNode node;
    node.endpoint = {.base_url = base_url, .api_key = oaiwire::secret{"k"}};
    node.ask(
        godot::String::utf8("Gr\xC3\xBC\xC3\x9F"
                            "e?"));
    played out;
    while (!node.done && out.frames < 1000) {
        node._process(0.1);
        ++out.frames;
    }
    CHECK(node.done);
    out.label = node.label;
    out.failure = node.failure;
    return out;
}
bool names(const played& p, const char* code) {
    return std::string(p.failure.utf8().get_data()).find(code) != std::string::npos;
}

}  // namespace

TEST_CASE("Godot: the answer is shown as it comes, for every cut") {
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        godot::http_script script;
        script.pieces = {"", stream.substr(0, cut), "", stream.substr(cut)};
        const auto got = play(script);
        CHECK(got.label == said);
        CHECK(got.failure.is_empty());
        CHECK(got.frames >= 4);
        CHECK(script.closed);
    }
}

TEST_CASE("Godot: the request goes where the endpoint says") {
    godot::http_script script;
    script.pieces = {stream};
    play(script);
    CHECK(script.host == "example.com");
    CHECK(script.port == 443);
    CHECK(script.tls);
    CHECK(script.target == "/v1/chat/completions");
    CHECK(script.body.find("Gr\xC3\xBC\xC3\x9F"
                           "e?") != std::string::npos);
    CHECK(std::find(script.fields.begin(), script.fields.end(), "Authorization: Bearer k") !=
          script.fields.end());
    godot::http_script plain;
    plain.pieces = {stream};
    play(plain, "http://127.0.0.1:8080/v1");
    CHECK(plain.port == 8080);
    CHECK_FALSE(plain.tls);
}

TEST_CASE("Godot: an answer that its connection ends is complete only if it has no length") {
    godot::http_script script;
    const std::string finished = stream.substr(0, stream.size() - 14);  // without [DONE]
    script.pieces = {finished};
    script.end = HTTPClient::STATUS_DISCONNECTED;
    CHECK(names(play(script), "closed_early"));
    godot::http_script until_close;
    until_close.pieces = {finished};
    until_close.end = HTTPClient::STATUS_DISCONNECTED;
    until_close.chunked = false;
    const auto got = play(until_close);
    CHECK(got.label == said);
    CHECK(got.failure.is_empty());
}

TEST_CASE("Godot: failures have their names") {
    const std::pair<HTTPClient::Status, const char*> all[] = {
        {HTTPClient::STATUS_CANT_RESOLVE, "resolve_failed"},
        {HTTPClient::STATUS_CANT_CONNECT, "connect_failed"},
        {HTTPClient::STATUS_TLS_HANDSHAKE_ERROR, "tls_failed"},
        {HTTPClient::STATUS_CONNECTION_ERROR, "closed_early"},
    };
    for (const auto& [status, code] : all) {
        godot::http_script script;
        script.failure = status;
        CHECK(names(play(script), code));
    }
    godot::http_script error;
    error.code = 404;
    error.pieces = {R"({"error":{"message":"no such )", R"(model"}})"};
    CHECK(names(play(error), "no such model"));
}

TEST_CASE("Godot: a node that leaves the tree closes its connection") {
    godot::http_script script;
    script.pieces = {stream.substr(0, 90), "", "", "", "", "", ""};
    godot::http_script::current() = &script;
    ChatNode node;
    node.endpoint = {.base_url = "http://127.0.0.1/v1"};
    node.ask("?");
    for (int i = 0; i != 5; ++i) node._process(0.1);
    CHECK_FALSE(script.closed);
    node._exit_tree();
    CHECK(script.closed);
    node._process(0.1);
    CHECK_FALSE(node.done);
}

}}  // namespace docs_tests::engine

#endif

// other files may follow in a unity build
#undef MIN
#undef MAX
#undef ABS
#undef SIGN
#undef CLAMP
#undef SWAP
#undef likely
#undef unlikely
#undef ERR_FAIL_COND
#undef ERR_PRINT
#undef GDCLASS
