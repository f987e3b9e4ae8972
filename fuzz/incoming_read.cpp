// incoming_read: a request that a server reads is one that the client sends, and the other way
// round; the result does not depend on the cuts, and every refusal is an error of the client's that
// the client can read. Input: a seed (limits, options, cuts), a line with a method, a target and
// fields, then the body.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/server/incoming.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

using server =
    incoming<ChatCompletionRequest, ListChatCompletionsRequest, RetrieveChatCompletionRequest,
             UpdateChatCompletionRequest, ListChatCompletionMessagesRequest, EmbeddingRequest,
             RetrieveResponseRequest, ListInputItemsRequest, CancelResponseRequest, SpeechRequest,
             operations::speech_events, ListModelsRequest, RetrieveModelRequest, DeleteModelRequest,
             HealthRequest, ProxyRequest>;

// Calls f with each operation's type.
template <class... Calls, class F>
void each_call(std::type_identity<incoming<Calls...>>, F&& f) {
    (f(std::type_identity<Calls>{}), ...);
}

// Everything that is known of a request, as text.
std::string told(server& s) {
    if (s.failed()) {
        std::string body;
        must(write_error(s.error(), body).has_value(), "an error can be written");
        return std::to_string(s.error().status) + body + to_string(s.failure());
    }
    must(s.ready(), "a request that is whole is ready or has failed");
    std::string out(s.operation_id());
    out.append(s.streamed() ? " streamed " : " plain ").append(s.body());
    out.append(" ").append(s.deployment()).append(" ").append(s.key().reveal());
    each_call(std::type_identity<server>{}, [&]<class Call>(std::type_identity<Call>) {
        if (const auto* const request = s.get<Call>()) out.append(*json::write(*request));
    });
    return out;
}

void give(server& s, const http::received_request& head, std::string_view body,
          const fuzz::cutting& cuts) {
    s.head(head);
    const bool refused = s.failed();
    fuzz::each_piece(body, cuts, [&](std::string_view piece) { s.feed(piece); });
    must(s.failed() || !refused, "a refusal is kept");
    s.finish();
}

void check_refusal(const server& s) {
    const server_error& e = s.error();
    must(e.status >= 400 && e.status <= 415, "a refusal is the client's fault");
    must(e.type == "invalid_request_error", "its type says so");
    must(s.failure().code != errc::ok, "there is an error below it");
    std::string body;
    must(write_error(e, body).has_value(), "an error can be written");
    must(json_view::checked(body).exists(), "it is JSON");
    const error read = error_of_body(body, e.status);
    std::string message, param;
    append_valid_utf8(message, e.message);
    append_valid_utf8(param, e.param);
    must(read.message == message && read.api.param == param && read.api.code == e.code,
         "the client reads what was written");
}

// The request as this library's client sends it, which is read as the same request.
template <class Call>
void send_back(const request_of<Call>& request, bool streamed, const incoming_options& options) {
    const endpoint where{.base_url = "https://host/v1"};
    call_options unchecked;
    unchecked.validate = false;
    const auto sent = build_request<Call>(request, where, streamed, unchecked);
    must(sent.has_value(), "what is read can be sent");
    server again(options);
    give(again, {sent->method, sent->target, sent->headers}, sent->body, {});
    must(again.ready(), "what is sent can be read");
    auto* const come = again.get<Call>();
    must(come != nullptr || std::is_same_v<Call, operations::speech_events>,
         "it is the same operation");
    if (come == nullptr) return;
    const auto once_more = build_request<Call>(*come, where, streamed, unchecked);
    must(once_more && once_more->target == sent->target && once_more->body == sent->body,
         "it is sent as before");
    // a plain call leaves out what is for streams
    if (streamed) must(*come == request, "it is the same request");
}

void incoming_read(std::string_view input) {
    fuzz::seeded random(input);
    const std::size_t end = random.text.find('\n');
    std::string_view line = random.text.substr(0, end);
    const std::string_view body =
        end == std::string_view::npos ? std::string_view() : random.text.substr(end + 1);
    const auto word = [&line] {
        const std::string_view out = line.substr(0, line.find(' '));
        line.remove_prefix(out.size() == line.size() ? out.size() : out.size() + 1);
        return std::string(out);
    };
    http::received_request head;
    head.method = word();
    head.target = word();
    while (!line.empty()) {
        const std::string field = word();
        const std::size_t equals = field.find('=');
        if (equals == std::string::npos) continue;
        head.headers.add(field.substr(0, equals), field.substr(equals + 1));
    }
    incoming_options options;
    if (random.below(4) == 0) options.bounds.body = random.below(200);
    if (random.below(4) == 0) options.bounds.depth = random.below(10);
    if (random.below(3) == 0) options.validate = false;
    if (random.below(3) == 0) options.mode = json::tolerant;
    if (random.below(3) == 0) {
        options.accepts_key = [](std::string_view key) { return key == "k"; };
    }

    server s(options);
    give(s, head, body, {});
    const std::string expected = told(s);
    if (s.failed()) check_refusal(s);
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, body.size())) {
        server cut(options);
        give(cut, head, body, cuts);
        must(told(cut) == expected, "every cut gives the same result");
    }
    if (!s.ready()) return;
    must(body.size() <= options.bounds.body, "no more is read than the limit");
    must(s.body().empty() || s.body() == body, "the body is as it was received");

    incoming_options open;
    open.validate = false;
    open.bounds.depth = 200;
    each_call(std::type_identity<server>{}, [&]<class Call>(std::type_identity<Call>) {
        if (const auto* const request = s.get<Call>())
            send_back<Call>(*request, s.streamed(), open);
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    incoming_read(fuzz::text_of(data, size));
    return 0;
}
