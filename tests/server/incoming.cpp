// Every operation: what this library's client sends is read back as the same request.
#include <oaiwire/server/incoming.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/server/form_reader.hpp>
#include <support/fill.hpp>
#include <support/random.hpp>

namespace incoming_tests {

using namespace oaiwire;

namespace {

using server =
    incoming<ChatCompletionRequest, ListChatCompletionsRequest, RetrieveChatCompletionRequest,
             UpdateChatCompletionRequest, DeleteChatCompletionRequest,
             ListChatCompletionMessagesRequest, CompletionRequest, EditRequest, EmbeddingRequest,
             EngineEmbeddingRequest, ResponseRequest, RetrieveResponseRequest,
             ListInputItemsRequest, CompactResponseRequest, CountInputTokensRequest,
             DeleteResponseRequest, CancelResponseRequest, ImageGenerationRequest, ImageEditRequest,
             ImageVariationRequest, TranscriptionRequest, TranslationRequest, SpeechRequest,
             operations::speech_events, ModerationRequest, ListModelsRequest, RetrieveModelRequest,
             DeleteModelRequest, ListOpenRouterModelsRequest, NodesCreateRequest,
             NodesCreateLockRequest, HealthRequest, SearchRequest, ProxyRequest,
             operations::confidential_chat_completions, operations::confidential_completions,
             operations::confidential_embeddings, operations::confidential_images>;

http::received_request head_of(const http::request& r) {
    return {r.method, r.target, r.headers};
}

std::string body_of(const http::request& r) {
    std::string out;
    http::content_cursor content(r);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        out.append(*piece);
    }
    return out;
}

// Gives the request to the server, its body in pieces.
template <class Server>
void give(Server& to, const http::request& r, support::random& random) {
    to.head(head_of(r));
    const std::string body = body_of(r);
    for (std::string_view rest = body; !rest.empty();) {
        const std::size_t n = 1 + random.below(rest.size());
        to.feed(rest.substr(0, n));
        rest.remove_prefix(n);
    }
    to.finish();
}

// The text of a path parameter: anything but control characters.
std::string some_id(support::random& random) {
    static constexpr std::string_view pieces[] = {"a", "gpt-4o", "/",        "%", "~", "+",  " ",
                                                  "?", "#",      "\xc3\xa9", "&", "=", ".x", "\""};
    std::string out = "id";
    for (std::size_t n = random.below(5); n != 0; --n) {
        out += pieces[random.below(std::size(pieces))];
    }
    return out;
}

// In a query there is no null, and no empty list.
struct query_form {
    template <class T>
    void operator()(field<T>& member) const {
        if (member.is_null()) member.reset();
        if constexpr (requires { member->push_back({}); } && !std::is_same_v<T, std::string>) {
            if (member && member->empty()) member.reset();
        }
    }
    template <class T>
    void operator()(T&) const {}
};

// The request as it arrives: a client sets `stream`, and leaves out what is for streams only.
template <class Call>
request_of<Call> as_sent(request_of<Call> r, bool streamed) {
    if constexpr (requires { r.stream.is_absent(); }) {
        if (streamed) {
            r.stream = true;
        } else if (r.stream == true) {
            r.stream = false;
        }
    }
    if (streamed) return r;
    if constexpr (requires { r.stream_options.reset(); }) r.stream_options.reset();
    if constexpr (requires { r.partial_images.reset(); }) r.partial_images.reset();
    if constexpr (requires { r.stream_format.reset(); }) r.stream_format.reset();
    if constexpr (requires { r.include_obfuscation.reset(); }) {
        if constexpr (!operation_of<Call>::has_body) {
            r.include_obfuscation.reset();
            r.starting_after.reset();
        }
    }
    return r;
}

template <class Call>
void check_call(server& s, std::uint64_t seed, bool streamed) {
    INFO(operation_of<Call>::id);
    CAPTURE(seed, streamed);
    support::random random(seed);
    // control characters cannot be in the names of a form
    support::filler fill(seed, detail::has_form<Call>);
    auto request = fill.make<request_of<Call>>();
    detail::set_path_parameters(&request, json::detail::described<request_of<Call>>(),
                                some_id(random));
    if constexpr (!operation_of<Call>::has_body) {
        reflect::with_members(request, [](auto&... m) { (query_form{}(m), ...); });
    }
    const endpoint where{.base_url = "https://api.example.com/v1", .api_key = secret{"key"}};
    call_options unchecked;
    unchecked.validate = false;
    const auto sent = build_request<Call>(request, where, streamed, unchecked);
    REQUIRE(sent);
    give(s, *sent, random);
    INFO(to_string(s.failure()));
    INFO(sent->target);
    REQUIRE(s.ready());
    CHECK(s.operation_id() == operation_of<Call>::id);
    auto* const come = s.get<Call>();
    REQUIRE(come != nullptr);
    if constexpr (detail::has_form<Call>) {
        // tests of form_reader show that this is the request, but for what a form cannot say
        const auto same = read_form<Call>(sent->headers.value("Content-Type"), body_of(*sent));
        REQUIRE(same);
        CHECK(*come == *same);
    } else {
        const bool same = *come == as_sent<Call>(std::move(request), streamed);
        CHECK(same);
    }
    CHECK(s.body() == sent->body);
    CHECK(s.key().reveal() == (operation_of<Call>::auth == auth::bearer ? "key" : ""));
    if constexpr (!detail::byte_operation<Call>) CHECK(s.streamed() == streamed);
}

template <class Call>
void check_operation() {
    incoming_options options;
    options.validate = false;
    server s(options);
    for (std::uint64_t seed = 1; seed != 60; ++seed) {
        check_call<Call>(s, seed, false);
        if constexpr (streamed_operation<Call>) check_call<Call>(s, seed + 1000, true);
    }
}

}  // namespace

TEMPLATE_TEST_CASE("a request of the client is read as the same request", "", ChatCompletionRequest,
                   ListChatCompletionsRequest, RetrieveChatCompletionRequest,
                   UpdateChatCompletionRequest, DeleteChatCompletionRequest,
                   ListChatCompletionMessagesRequest, CompletionRequest, EditRequest,
                   EmbeddingRequest, EngineEmbeddingRequest, ResponseRequest,
                   RetrieveResponseRequest, ListInputItemsRequest, CompactResponseRequest,
                   CountInputTokensRequest, DeleteResponseRequest, CancelResponseRequest,
                   ImageGenerationRequest, ImageEditRequest, ImageVariationRequest,
                   TranscriptionRequest, TranslationRequest, ModerationRequest, ListModelsRequest,
                   RetrieveModelRequest, DeleteModelRequest, ListOpenRouterModelsRequest,
                   NodesCreateRequest, NodesCreateLockRequest, HealthRequest, SearchRequest,
                   ProxyRequest, operations::confidential_chat_completions,
                   operations::confidential_completions, operations::confidential_embeddings,
                   operations::confidential_images) {
    check_operation<TestType>();
}

}  // namespace incoming_tests
