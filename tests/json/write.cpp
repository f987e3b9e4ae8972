#include <oaiwire/json/write.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oracle/json_text.hpp>
#include <support/random.hpp>

namespace write_tests {

using namespace oaiwire;

TEST_CASE("a request is written in one line, as the API expects it") {
    const ChatCompletionRequest request{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::system("Be brief."), user("Why is the sky \"blue\"?")},
        .stop = "END",
        .stream = true,
        .stream_options = StreamOptions{.include_usage = true},
        .temperature = 0.2,
    };
    std::string out = "what was there";
    REQUIRE(json::write(request, out));
    CHECK(out ==
          R"({"model":"gpt-4o-mini","messages":[{"role":"system","content":"Be brief."},)"
          R"({"role":"user","content":"Why is the sky \"blue\"?"}],"stop":"END","stream":true,)"
          R"("stream_options":{"include_usage":true},"temperature":0.2})");
    CHECK(*json::write(request) == out);
}

TEST_CASE("provider-specific members are sent through extra") {
    ChatCompletionRequest request{.model = "m"};
    CHECK(request.extra.set("top_k_extra", 40) == errc::ok);
    CHECK(request.extra.set("nested", *raw_json::parse("{\"a\": [1]}")) == errc::ok);
    CHECK(*json::write(request) ==
          R"({"model":"m","messages":[],"top_k_extra":40,"nested":{"a": [1]}})");
}

TEST_CASE("nothing is left of the text after an error") {
    ChatCompletionRequest request{.model = "m", .temperature = std::nan("")};
    std::string out = "what was there";
    const auto r = json::write(request, out);
    REQUIRE_FALSE(r);
    CHECK(out.empty());
    CHECK(r.error().code == errc::not_finite);
    CHECK(r.error().kind() == error_kind::invalid_request);
    CHECK(r.error().path == "temperature");
    CHECK(r.error().offset == error::no_offset);
    request.temperature = 0.5;
    request.messages.push_back(user("ok"));
    request.messages.push_back(user("\xff"));
    CHECK(json::write(request).error().path == "messages[1].content");
    CHECK(json::write(request).error().code == errc::invalid_text);
}

TEST_CASE("a string that is written again reuses its memory") {
    const ChatCompletionRequest request{.model = std::string(1000, 'm')};
    std::string out;
    REQUIRE(json::write(request, out));
    const char* const memory = out.data();
    for (int i = 0; i != 10; ++i) REQUIRE(json::write(request, out));
    CHECK(out.data() == memory);
}

TEST_CASE("a text with large strings is allocated once, at its size") {
    for (const std::size_t size :
         {std::size_t{1000}, std::size_t{300'000}, std::size_t{3'000'000}}) {
        for (const char* const filler : {"x", "\n", "\xc3\xa9"}) {
            std::string large;
            while (large.size() < size) large += filler;
            ChatCompletionRequest request{.model = "m", .messages = {user("small")}};
            for (int i = 0; i != 3; ++i) request.messages.push_back(user(large));
            const auto text = json::write(request);
            REQUIRE(text);
            CHECK((*json::read<ChatCompletionRequest>(*text) == request));
            if (size > 1000) CHECK(text->capacity() <= text->size() + 10'000);

            request.messages.push_back(user("\x80"));
            CHECK(json::write(request).error().path == "messages[4].content");
        }
    }
}

TEST_CASE("random doubles and floats are read back to the same bits") {
    support::random r(9);
    std::string out;
    for (int round = 0; round != 200; ++round) {
        std::vector<double> wide(1000);
        std::vector<float> narrow(1000);
        for (auto& d : wide) {
            do d = std::bit_cast<double>(r.bits());
            while (!std::isfinite(d));
        }
        for (auto& f : narrow) {
            do f = std::bit_cast<float>(static_cast<std::uint32_t>(r.bits()));
            while (!std::isfinite(f));
        }
        REQUIRE(json::write(wide, out));
        REQUIRE(oracle::read_json_text(out).ok);
        const auto wide_back = json::read<std::vector<double>>(out);
        REQUIRE(wide_back);
        REQUIRE(json::write(narrow, out));
        const auto narrow_back = json::read<std::vector<float>>(out);
        REQUIRE(narrow_back);
        std::size_t wrong = 0;
        for (std::size_t i = 0; i != wide.size(); ++i) {
            wrong += std::bit_cast<std::uint64_t>(wide[i]) !=
                     std::bit_cast<std::uint64_t>((*wide_back)[i]);
            wrong += std::bit_cast<std::uint32_t>(narrow[i]) !=
                     std::bit_cast<std::uint32_t>((*narrow_back)[i]);
        }
        REQUIRE(wrong == 0);
    }
}

}  // namespace write_tests
