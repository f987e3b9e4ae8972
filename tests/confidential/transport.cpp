#include <oaiwire/confidential/transport.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <confidential/node.hpp>
#include <confidential/proxy.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/types/text.hpp>

namespace transport_tests {

using namespace oaiwire;
using support::proxy_transport;

namespace {

error refusal(http::request request) {
    const auto all = std::make_shared<proxy_transport::world>();
    confidential_transport transport(proxy_transport(all), botan_crypto{});
    auto answer = transport.open(request);
    REQUIRE(!answer);
    CHECK(all->requests.empty());
    return answer.error();
}

class nothing final : public byte_source {
public:
    std::uint64_t size() const override { return 0; }
    result<std::unique_ptr<byte_reader>> open() const override {
        return make_error(errc::send_failed);
    }
};

http::request post(std::string target, std::string body = "{}") {
    http::request out;
    out.method = "POST";
    out.target = std::move(target);
    out.body = std::move(body);
    return out;
}

}  // namespace

TEST_CASE("a client over it makes confidential calls, and none unencrypted") {
    const auto all = std::make_shared<proxy_transport::world>();
    all->answers.push_back(
        {.texts = {R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})"}});
    client api{confidential_transport(proxy_transport(all), botan_crypto{}),
               {.base_url = "http://localhost/v1"}};
    const auto response = api.create(ChatCompletionRequest{.model = "m", .messages = {user("hi")}});
    REQUIRE(response);
    CHECK(text(*response) == "Hi");
    CHECK(all->requests.size() == 2);
    const auto other = api.create(ModerationRequest{.input = "text"});
    REQUIRE(!other);
    CHECK(other.error().code == errc::invalid_argument);
    CHECK(all->requests.size() == 2);
}

TEST_CASE("a request without a confidential form is rejected before a node is locked") {
    CHECK(refusal(post("/v1/moderations")).message == "the call has no confidential form");
    CHECK(refusal(post("/v1/models?x=/embeddings")).code == errc::invalid_argument);
    CHECK(refusal(post("/v1/confidential/embeddings")).message == "the call is sealed already");
    CHECK(refusal(post("/v1/embeddings", "")).message == "only JSON objects are sealed");
    CHECK(refusal(post("/v1/embeddings", "[]")).code == errc::invalid_argument);
    CHECK(refusal(post("/v1/embeddings", "{")).code == errc::invalid_argument);
    CHECK(refusal(post("/v1/images/generations", R"({"stream":true})")).code ==
          errc::invalid_argument);
    auto lazy = post("/v1/embeddings");
    lazy.content = std::make_shared<const nothing>();
    CHECK(refusal(lazy).message == "only JSON objects are sealed");
}

TEST_CASE("the lock request uses the path of the base URL") {
    const auto all = std::make_shared<proxy_transport::world>();
    all->answers.push_back({.texts = {"{}"}});
    confidential_transport transport(proxy_transport(all), botan_crypto{});
    auto answer = transport.open(post("/a/b/embeddings?q=1", R"({"model":"m"})"));
    REQUIRE(answer);
    CHECK(all->requests.at(0).request.target == "/a/b/nodes/lock?q=1");
    CHECK(all->requests.at(1).request.target == "/a/b/confidential/embeddings?q=1");
}

TEST_CASE("the head is that of the decrypted response, and the body is delivered once") {
    const auto all = std::make_shared<proxy_transport::world>();
    all->answers.push_back(
        {.texts = {R"({"a":1})"}, .headers = {{"Content-Length", "999"}, {"X-Request-ID", "r"}}});
    confidential_transport transport(proxy_transport(all), botan_crypto{});
    auto answer = transport.open(post("/v1/embeddings"));
    REQUIRE(answer);
    CHECK(answer->head().status == 200);
    CHECK(!answer->head().headers.find("Content-Length"));
    CHECK(answer->head().headers.value("X-Request-ID") == "r");
    CHECK(answer->read_some().value_or("") == R"({"a":1})");
    CHECK(answer->read_some().value_or("x") == "");
    CHECK(answer->read_some().value_or("x") == "");
}

TEST_CASE("a handler may stop at the head, and nothing is decrypted") {
    struct stops_at_once {
        int heads = 0;
        http::flow on_head(const http::response_head&) {
            ++heads;
            return http::flow::stop;
        }
        http::flow on_body(std::string_view) { return http::flow::stop; }
    };
    for (const int status : {200, 402}) {
        const auto all = std::make_shared<proxy_transport::world>();
        all->answers.push_back({.status = status, .texts = {R"({"a":1})"}});
        confidential_transport transport(proxy_transport(all), botan_crypto{});
        stops_at_once handler;
        CHECK(transport.send(post("/v1/embeddings"), handler));
        CHECK(handler.heads == 1);
        CHECK(transport.statistics().opened == 0);
    }
}

}  // namespace transport_tests
