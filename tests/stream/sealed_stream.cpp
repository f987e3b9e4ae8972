#include <oaiwire/stream/sealed_stream.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/stream/stream_decoder.hpp>

namespace sealed_stream_tests {

using namespace oaiwire;

TEST_CASE("encrypted events are delivered one by one, and the stream may end after any") {
    const std::string body =
        "data: {\"ciphertext\":\"AA==\",\"nonce\":\"AAAAAAAAAAAAAAAA\"}\n\n"
        ": keep-alive\n\n"
        "data: {\"ciphertext\":\"AQ==\",\"nonce\":\"AAAAAAAAAAAAAAAA\",\"signature\":\"s\"}\n\n";
    stream_decoder<ConfidentialComputeResponse> decoder;
    accumulator<ConfidentialComputeResponse> last;
    std::string found;
    decoder.feed(body);
    while (const auto* event = decoder.next()) {
        found += event->ciphertext;
        REQUIRE(last.add(*event) == errc::ok);
    }
    decoder.finish();
    CHECK(decoder.next() == nullptr);
    CHECK(found == "AA==AQ==");
    CHECK(decoder.end_reason() == stream_end::finished);
    CHECK(last.response().signature == "s");
}

TEST_CASE("an error among encrypted events is returned, and unknown payloads are reported") {
    const auto end = [](std::string body) {
        stream_decoder<ConfidentialComputeResponse> decoder;
        body = "data: " + body + "\n\n";
        decoder.feed(body);
        decoder.finish();
        while (decoder.next()) {
        }
        return std::string(name(decoder.end_reason())) + ' ' +
               std::to_string(decoder.statistics().chunks) + ' ' +
               std::to_string(decoder.statistics().skipped_count);
    };
    CHECK(end(R"({"error":{"code":"LOCKED","message":"Locked"}})") == "api_error 0 0");
    CHECK(end(R"({"choices":[]})") == "malformed 0 1");
    CHECK(end("{}") == "truncated 0 1");
}

}  // namespace sealed_stream_tests
