#include <oaiwire/api/polled_call.hpp>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/types/text.hpp>

#include <support/catch.hpp>

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace polled_call_tests {

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
const endpoint local{.base_url = "http://localhost:8080/v1"};

constexpr std::string_view chunks =
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
    "\"content\":\"Hel\"}}]}\n\n"
    "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"},"
    "\"finish_reason\":\"stop\"}]}\n\n";

// A polled transport in memory: each poll executes the next step of a script.
class scripted {
    struct wire {
        http::response_head head{};
        bool has_head = false;
        std::string unread{};
        std::string taken{};
        bool closed = false;
        bool abandoned = false;
        error why{};
    };

public:
    class call {
    public:
        explicit call(std::shared_ptr<wire> w) : wire_(std::move(w)) {}
        call(call&&) noexcept = default;
        call& operator=(call&&) noexcept = default;
        ~call() {
            if (wire_) wire_->abandoned = true;
        }
        const http::response_head* head() const { return wire_->has_head ? &wire_->head : nullptr; }
        std::string_view read() {
            wire_->taken = std::exchange(wire_->unread, {});
            return wire_->taken;
        }
        bool ended() const { return wire_->closed && wire_->unread.empty(); }
        const oaiwire::error& error() const { return wire_->why; }

    private:
        std::shared_ptr<wire> wire_;
    };

    call start(const http::request& r) {
        sent.push_back(r);
        return call(wire_);
    }
    bool poll(std::int64_t) { return false; }

    void bring_head(int status = 200, std::string type = "text/event-stream") {
        wire_->head = {status, {{"Content-Type", type}}};
        wire_->has_head = true;
    }
    void bring(std::string_view bytes) { wire_->unread += bytes; }
    void close(errc why = errc::ok) {
        wire_->closed = true;
        if (why != errc::ok) wire_->why = make_error(why);
    }
    bool abandoned() const { return wire_->abandoned; }

    std::deque<http::request> sent{};

private:
    std::shared_ptr<wire> wire_ = std::make_shared<wire>();
};
static_assert(http::polled_transport<scripted>);

template <class Call>
std::string texts(Call& call) {
    std::string out;
    while (const auto* chunk = call.next()) out += text(*chunk) + '|';
    return out;
}

}  // namespace

TEST_CASE("a polled call yields its chunks as they arrive, and ends") {
    scripted http;
    polled_call call(http, hello, local);
    REQUIRE(http.sent.size() == 1);
    CHECK(http.sent[0].target == "/v1/chat/completions");
    CHECK(texts(call).empty());
    CHECK(!call.ended());
    http.bring_head();
    CHECK(texts(call).empty());
    CHECK(call.status() == 200);
    http.bring(chunks.substr(0, 50));
    CHECK(texts(call).empty());
    http.bring(chunks.substr(50));
    CHECK(texts(call) == "Hel|lo|");
    CHECK(!call.ended());
    CHECK(!http.abandoned());
    http.bring("data: [DONE]\n\n");
    http.close();
    CHECK(texts(call).empty());
    CHECK(call.ended());
    CHECK(call.ok());
    CHECK(call.end_reason() == stream_end::complete);
    CHECK(http.abandoned());
    CHECK(text(call.response()) == "Hello");
    CHECK(text(*call.result()) == "Hello");
    CHECK(call.next() == nullptr);
}

TEST_CASE("a polled call handles head, body and end from a single poll") {
    scripted http;
    polled_call call(http, hello, local);
    http.bring_head();
    http.bring(chunks);
    http.close();
    CHECK(texts(call) == "Hel|lo|");
    CHECK(call.end_reason() == stream_end::finished);
}

TEST_CASE("a polled call keeps what arrived before a failure") {
    scripted http;
    polled_call call(http, hello, local);
    http.bring_head();
    http.bring(chunks.substr(0, chunks.find("data:", 5)));
    http.close(errc::closed_early);
    CHECK(texts(call) == "Hel|");
    CHECK(call.ended());
    CHECK(!call.ok());
    CHECK(call.end_reason() == stream_end::truncated);
    CHECK(call.error().code == errc::closed_early);

    scripted nobody;
    polled_call refused(nobody, hello, local);
    nobody.close(errc::connect_failed);
    CHECK(refused.next() == nullptr);
    CHECK(refused.error().code == errc::connect_failed);
    CHECK(refused.status() == 0);
}

TEST_CASE("a polled call returns an API error, and a plain one its response") {
    scripted http;
    polled_call call(http, hello, local);
    http.bring_head(401, "application/json");
    http.bring("{\"error\":{\"message\":\"no\"}}");
    CHECK(call.next() == nullptr);
    CHECK(!call.ended());
    http.close();
    CHECK(call.next() == nullptr);
    CHECK(call.end_reason() == stream_end::api_error);
    CHECK(call.error().api.status == 401);

    scripted other;
    polled_call plain(other, hello, local, call_options{}, call_mode::plain);
    other.bring_head(200, "application/json");
    other.bring("{\"choices\":[{\"message\":{\"content\":\"whole\"}}]}");
    other.close();
    CHECK(plain.next() == nullptr);
    REQUIRE(plain.ok());
    CHECK(text(*plain.result()) == "whole");
}

TEST_CASE("a cancelled or invalid polled call ends without its transport") {
    scripted http;
    polled_call call(http, hello, local);
    http.bring_head();
    http.bring(chunks);
    REQUIRE(call.next() != nullptr);
    call.cancel();
    CHECK(http.abandoned());
    CHECK(call.end_reason() == stream_end::cancelled);
    CHECK(call.next() == nullptr);
    CHECK(text(call.response()) == "Hel");

    scripted unused;
    polled_call refused(unused, hello, endpoint{.base_url = "ftp://localhost/v1"});
    CHECK(refused.ended());
    CHECK(refused.error().kind() == error_kind::invalid_request);
    CHECK(unused.sent.empty());
    CHECK(refused.next() == nullptr);
}

TEST_CASE("polled calls can be moved and stored in a container") {
    scripted http;
    std::vector<polled_call<ChatCompletionRequest, scripted>> calls;
    calls.emplace_back(http, hello, local);
    http.bring_head();
    http.bring(chunks);
    auto moved = std::move(calls.front());
    calls.clear();
    CHECK(!http.abandoned());
    CHECK(texts(moved) == "Hel|lo|");
}

TEST_CASE("a polled call without accumulation has no response") {
    scripted http;
    call_options options;
    options.accumulate = false;
    polled_call call(http, hello, local, options);
    http.bring_head();
    http.bring(chunks);
    http.close();
    CHECK(texts(call) == "Hel|lo|");
    CHECK(call.ok());
    CHECK(call.response() == ChatCompletion{});
    CHECK_FALSE(call.result());
}

TEST_CASE("a polled plain call answered with an event stream has its response") {
    scripted http;
    polled_call call(http, hello, local, {}, call_mode::plain);
    http.bring_head();
    for (std::size_t i = 0; i < chunks.size(); i += 7) {
        http.bring(chunks.substr(i, 7));
        CHECK(call.next() == nullptr);
    }
    http.bring("data: [DONE]\n\n");
    CHECK(call.next() == nullptr);
    CHECK(call.ended());
    CHECK(text(*call.result()) == "Hello");
}

TEST_CASE("a polled call whose key was refused is sent again with another") {
    scripted http;
    endpoint where = local;
    int keys = 0;
    where.key_source = [&](bool) -> result<secret> { return secret("k" + std::to_string(++keys)); };
    polled_call call(http, hello, where);
    http.bring_head(401, "application/json");
    http.bring("{}");
    http.close();
    CHECK(call.next() == nullptr);
    REQUIRE(call.ended());
    scripted second;
    REQUIRE(call.renew_key(second));
    CHECK_FALSE(call.ended());
    REQUIRE(second.sent.size() == 1);
    CHECK(second.sent[0].headers.value("Authorization") == "Bearer k2");
    second.bring_head();
    second.bring(chunks);
    second.bring("data: [DONE]\n\n");
    second.close();
    CHECK(texts(call) == "Hel|lo|");
    CHECK(call.ok());
    CHECK_FALSE(call.renew_key(second));
}

}  // namespace polled_call_tests
