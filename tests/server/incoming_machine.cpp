// The states of a request, and one object for many requests.
#include <oaiwire/server/incoming_machine.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/chat.hpp>
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/embeddings.hpp>
#include <oaiwire/models.hpp>
#include <oaiwire/server/incoming.hpp>

namespace incoming_machine_tests {

using namespace oaiwire;

namespace {

using server = incoming<ChatCompletionRequest, EmbeddingRequest, RetrieveModelRequest>;

constexpr std::string_view hello = R"({"model":"m","messages":[{"role":"user","content":"hi"}]})";

http::received_request head_of(std::string_view method, std::string_view target,
                               http::header_list headers = {}) {
    return {std::string(method), std::string(target), std::move(headers)};
}

// "createChatCompletion", or the status and the code of the error.
std::string found(server& s, const http::received_request& head, std::string_view body = {}) {
    s.head(head);
    s.feed(body);
    s.finish();
    if (s.ready()) return std::string(s.operation_id());
    return std::to_string(s.error().status) + ' ' + s.error().code;
}

incoming_options with_key() {
    incoming_options out;
    out.accepts_key = [](std::string_view key) { return equal_in_constant_time(key, "sk-1"); };
    return out;
}

}  // namespace

TEST_CASE("one object reads request after request") {
    server s(with_key());
    const http::header_list key{{"Authorization", "Bearer sk-1"}};
    for (int i = 0; i != 3; ++i) {
        CHECK(found(s, head_of("POST", "/v1/chat/completions", key), hello) ==
              "createChatCompletion");
        CHECK(s.get<EmbeddingRequest>() == nullptr);
        CHECK(s.body() == hello);
        CHECK(found(s, head_of("POST", "/v1/chat/completions", key), "{") == "400 ");
        CHECK(s.get<ChatCompletionRequest>() == nullptr);
        CHECK(s.body().empty());
        CHECK(found(s, head_of("GET", "/v1/models/a", key)) == "retrieveModel");
        CHECK(s.get<RetrieveModelRequest>()->model.text() == "a");
        CHECK(s.failure().code == errc::ok);
        CHECK(s.error() == server_error{});
        s.reset();
        CHECK_FALSE(s.ready());
        CHECK(s.get<RetrieveModelRequest>() == nullptr);
        CHECK(s.operation_id().empty());
        CHECK(s.key().empty());
    }
}

TEST_CASE("what is fed without a head, or after the end, is ignored") {
    server s;
    s.feed(hello);
    s.finish();
    CHECK_FALSE(s.ready());
    CHECK_FALSE(s.failed());
    CHECK(found(s, head_of("POST", "/v1/chat/completions"), hello) == "createChatCompletion");
    s.feed("more");
    s.finish();
    CHECK(s.ready());
    CHECK(s.body() == hello);
    CHECK(s.take_body() == hello);
}

}  // namespace incoming_machine_tests
