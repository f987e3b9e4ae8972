#include <oaiwire/server/incoming_call.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/audio.hpp>
#include <oaiwire/chat.hpp>
#include <oaiwire/embeddings.hpp>
#include <oaiwire/gateways.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/images.hpp>
#include <oaiwire/responses.hpp>
#include <oaiwire/server/incoming.hpp>

// An operation of a program's own, with a parameter in the path, a query and a body.
namespace shop {

struct RerankRequest {
    oaiwire::path_parameter shelf{};
    std::string query{};
    std::vector<std::string> documents{};
    friend bool operator==(const RerankRequest&, const RerankRequest&) = default;
};
struct RerankResponse {
    std::vector<std::int64_t> order{};
};

struct FindRequest {
    oaiwire::path_parameter shelf{};
    oaiwire::field<double> price{};
    oaiwire::field<bool> sold{};
    friend bool operator==(const FindRequest&, const FindRequest&) = default;
};

struct ShelfItemRequest {
    oaiwire::path_parameter shelf{};
    oaiwire::path_parameter item{};
    friend bool operator==(const ShelfItemRequest&, const ShelfItemRequest&) = default;
};

std::vector<oaiwire::violation> validate(const RerankRequest& r) {
    std::vector<oaiwire::violation> out;
    if (r.documents.empty()) out.push_back({"documents", "must not be empty"});
    return out;
}

}  // namespace shop

namespace oaiwire { inline namespace v0_2 {

template <>
struct operation_of<shop::RerankRequest> : post_operation<shop::RerankResponse> {
    static constexpr std::string_view id = "rerank";
    static constexpr std::string_view path = "/shelves";
    static result<void> complete(std::string& target, const shop::RerankRequest& request) {
        auto done = http::append_path_segment(target, request.shelf);
        if (done) target.append("/rerank");
        return done;
    }
};
template <>
struct operation_of<shop::FindRequest> : get_operation<shop::RerankResponse> {
    static constexpr std::string_view id = "find";
    static constexpr std::string_view path = "/shelves/{shelf}";
};
template <>
struct operation_of<shop::ShelfItemRequest> : delete_operation<shop::RerankResponse> {
    static constexpr std::string_view id = "deleteItem";
    static constexpr std::string_view path = "/shelves/{shelf}/items/{item}";
};
template <>
inline constexpr bool has_no_rules<shop::ShelfItemRequest> = true;
template <>
inline constexpr bool has_no_rules<shop::FindRequest> = true;

}}  // namespace oaiwire::v0_2

namespace incoming_call_tests {

using namespace oaiwire;
using detail::incoming_call_for;

namespace {

template <class Call>
std::string pattern_of() {
    const auto& call = incoming_call_for<Call>;
    std::string out(call.path);
    if (call.complete != nullptr) CHECK(call.complete(out));
    return std::string(call.method) + ' ' + out.substr(0, out.find('?'));
}

}  // namespace

TEST_CASE("the pattern of a path is that of the client's requests") {
    CHECK(pattern_of<ChatCompletionRequest>() == "POST /chat/completions");
    CHECK(pattern_of<ListChatCompletionsRequest>() == "GET /chat/completions");
    CHECK(pattern_of<DeleteChatCompletionRequest>() == "DELETE /chat/completions/~");
    CHECK(pattern_of<ListChatCompletionMessagesRequest>() == "GET /chat/completions/~/messages");
    CHECK(pattern_of<CancelResponseRequest>() == "POST /responses/~/cancel");
    CHECK(pattern_of<RetrieveResponseRequest>() == "GET /responses/~");
    CHECK(pattern_of<EngineEmbeddingRequest>() == "POST /engines/~/embeddings");
    CHECK(pattern_of<ProxyRequest>() == "POST /nextrouter/proxy/~/~");
    CHECK(pattern_of<shop::RerankRequest>() == "POST /shelves/~/rerank");
    CHECK(pattern_of<shop::FindRequest>() == "GET /shelves/~");
    CHECK(pattern_of<shop::ShelfItemRequest>() == "DELETE /shelves/~/items/~");
}

TEST_CASE("a table says what a server needs of an operation") {
    CHECK(incoming_call_for<ChatCompletionRequest>.below_deployment);
    CHECK(incoming_call_for<ChatCompletionRequest>.events);
    CHECK_FALSE(incoming_call_for<ResponseRequest>.below_deployment);
    CHECK_FALSE(incoming_call_for<HealthRequest>.needs_key);
    CHECK(incoming_call_for<HealthRequest>.at_root);
    CHECK(incoming_call_for<ImageEditRequest>.has_form);
    CHECK(incoming_call_for<SpeechRequest>.streams);
    CHECK_FALSE(incoming_call_for<SpeechRequest>.events);
    CHECK(incoming_call_for<operations::speech_events>.events);
    CHECK(incoming_call_for<SpeechRequest>.wants_events != nullptr);
    CHECK(incoming_call_for<ChatCompletionRequest>.wants_events == nullptr);
    CHECK_FALSE(incoming_call_for<CancelResponseRequest>.has_body);
}

TEST_CASE("an operation of the program's own is served too") {
    incoming<shop::RerankRequest, shop::FindRequest> s;
    s.head({"POST", "/v1/shelves/top%20left/rerank", {}});
    s.feed(R"({"query":"q","documents":["a","b"]})");
    s.finish();
    REQUIRE(s.ready());
    CHECK(s.operation_id() == "rerank");
    CHECK(*s.get<shop::RerankRequest>() ==
          shop::RerankRequest{.shelf = "top left", .query = "q", .documents = {"a", "b"}});

    s.head({"POST", "/v1/shelves/a/rerank", {}});
    s.feed(R"({"query":"q","documents":[]})");
    s.finish();
    CHECK(s.error().param == "documents");

    s.head({"GET", "/v1/shelves/a?sold=false&price=2.5", {}});
    s.finish();
    REQUIRE(s.ready());
    CHECK(*s.get<shop::FindRequest>() ==
          shop::FindRequest{.shelf = "a", .price = 2.5, .sold = false});

    incoming<shop::FindRequest, shop::ShelfItemRequest> items;
    items.head({.method = "DELETE", .target = "/v1/shelves/top%20left/items/7%2F8"});
    items.finish();
    REQUIRE(items.ready());
    CHECK(*items.get<shop::ShelfItemRequest>() ==
          shop::ShelfItemRequest{.shelf = "top left", .item = "7/8"});
}

TEST_CASE("an object reads any number of kinds, and can be moved") {
    incoming<shop::RerankRequest, shop::FindRequest> s;
    s.head({"GET", "/v1/shelves/a", {}});
    auto moved = std::move(s);
    moved.finish();
    REQUIRE(moved.ready());
    CHECK(moved.get<shop::FindRequest>()->shelf.text() == "a");
    CHECK(moved.get<shop::RerankRequest>() == nullptr);
    incoming<> nothing;
    nothing.head({"GET", "/v1/models", {}});
    CHECK(nothing.error().status == 404);
}

}  // namespace incoming_call_tests
