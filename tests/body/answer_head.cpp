#include <oaiwire/body/answer_head.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace answer_head_tests {

using namespace oaiwire;

namespace {

detail::answer_head head_of(int status, const http::header_list& headers,
                            std::string_view key = {}) {
    detail::answer_head head;
    head.take(status, headers, secret(key));
    return head;
}

}  // namespace

TEST_CASE("a response head tells whether the call succeeded") {
    for (const int status : {200, 204, 299}) CHECK(head_of(status, {}).successful());
    for (const int status : {0, 199, 300, 404, 500}) CHECK(!head_of(status, {}).successful());
}

TEST_CASE("a media type is compared in any case, and without its parameters") {
    const auto head = head_of(200, {{"content-type", "Application/JSON; charset=text/html"}});
    CHECK(head.media_type() == "Application/JSON");
    CHECK(head.says("application/json"));
    CHECK(!head.says("application/jsonl"));
    CHECK(!head.says("charset"));
    CHECK(head_of(200, {{"Content-Type", "TEXT/Plain"}}).is_json_or_text());
    CHECK(!head_of(200, {{"Content-Type", "audio/mpeg;text/json"}}).is_json_or_text());
    CHECK(head.content_type == "Application/JSON; charset=text/html");
    CHECK(head.says("json"));
    CHECK(!head.says("html"));
    CHECK(head.is_json_or_text());
    CHECK(head_of(200, {{"Content-Type", "text/event-stream"}}).is_json_or_text());
    CHECK(!head_of(200, {{"Content-Type", "audio/mpeg"}}).is_json_or_text());
    CHECK(!head_of(200, {}).is_json_or_text());
}

TEST_CASE("a content coding is any but identity, in any field and at any position of a list") {
    const auto coding = [](const http::header_list& headers) {
        return head_of(200, headers).notes().coding;
    };
    CHECK(coding({}) == "");
    CHECK(coding({{"Content-Encoding", " identity, IDENTITY ,"}}) == "");
    CHECK(coding({{"content-encoding", "Identity,\tBr , gzip"}}) == "Br");
    CHECK(coding({{"Content-Encoding", ""}, {"Content-Encoding", "zstd"}}) == "zstd");
    CHECK(coding({{"Content-Encoding", std::string(1000, 'x')}}).size() == 64);
    CHECK(coding({{"Transfer-Encoding", "chunked"}}) == "");
}

TEST_CASE("the stored content type is limited in length") {
    CHECK(head_of(200, {{"Content-Type", std::string(1000, 'a')}}).content_type.size() == 128);
}

TEST_CASE("a wait given as a date is relative to the response's own date") {
    const auto head = head_of(503, {{"Date", "Wed, 21 Oct 2026 07:28:00 GMT"},
                                    {"Retry-After", "Wed, 21 Oct 2026 07:28:07 GMT"}});
    CHECK(head.date == 1792567680000);
    CHECK(head.notes().hints.after_ms == 7000);
}

TEST_CASE("the key is removed from quoted header values") {
    const auto head = head_of(401, {{"x-request-id", "req-sk-canary-0123"}}, "sk-canary-0123");
    CHECK(head.request_id.find("canary") == std::string::npos);
    CHECK(head.request_id.find(secret_placeholder) != std::string::npos);
    const auto cut = head_of(200, {{"Content-Type", std::string(120, 'a') + " sk-canary-0123"}},
                             "sk-canary-0123");
    CHECK(cut.content_type == std::string(120, 'a') + " [secret]");
}

TEST_CASE("a head without notes allocates none") {
    const auto plain = head_of(200, {{"Content-Type", "text/event-stream"}, {"Server", "x"}});
    CHECK(plain.noted == nullptr);
    CHECK(plain.notes() == detail::answer_notes());
    for (const http::header& h :
         {http::header("Retry-After", "1"), http::header("Content-Encoding", "gzip"),
          http::header("openai-poll-after-ms", "5"),
          http::header("x-ratelimit-limit-requests", "7")}) {
        INFO(h.name);
        auto head = head_of(200, {h});
        CHECK(head.noted != nullptr);
        head.take(200, {}, secret());
        CHECK(head.noted == nullptr);
    }
    CHECK(head_of(302, {{"Location", "/a"}}).notes().location == "another path");
}

}  // namespace answer_head_tests
