#include <oaiwire/server/image_stream_writer.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <server/streams.hpp>

namespace image_stream_writer_tests {

using namespace oaiwire;
using server_streams::take;

namespace {

image_stream_writer::settings settings() {
    return {.created_at = 5,
            .size = "1024x1024",
            .quality = "high",
            .background = "opaque",
            .output_format = "png"};
}

}  // namespace

TEST_CASE("images and their previews are sent as json::write would, and decode to the response") {
    for (const bool edit : {false, true}) {
        responder to;
        auto s = settings();
        s.edit = edit;
        image_stream_writer writer(to, s);
        ImageUsage usage;
        usage.total_tokens = 7;
        REQUIRE(writer.partial("\x01\x02"));
        REQUIRE(writer.partial("\x01\x02\x03"));
        REQUIRE(writer.image("\xff\xfe", &usage));
        REQUIRE(writer.partial("x"));
        REQUIRE(writer.image("second"));
        REQUIRE(writer.done());
        const std::string body = take(to);

        auto events = server_streams::split(body);
        REQUIRE(events.back() == "data: [DONE]\n\n");
        events.pop_back();
        REQUIRE(events.size() == 5);
        std::string previews;
        for (const std::string& event : events) {
            const auto data = event.find("\ndata: ");
            const std::string json = event.substr(data + 7, event.size() - data - 9);
            const auto typed = json::read<ImageStreamEvent>(json, json::strict);
            REQUIRE(typed);
            CHECK(*json::write(*typed) == json);
            std::visit(
                [&](const auto& e) {
                    if constexpr (requires { e.created_at; }) {
                        CHECK(event.substr(0, data) == "event: " + e.type);
                        CHECK(e.type.starts_with(edit ? "image_edit." : "image_generation."));
                        CHECK(e.size == "1024x1024");
                        CHECK(e.output_format == ImageOutputFormat::png);
                        CHECK(e.extra.empty());
                    }
                    if constexpr (requires { e.partial_image_index; }) {
                        previews += std::to_string(*e.partial_image_index);
                    }
                },
                *typed);
        }
        CHECK(previews == "010");
        const server_streams::received<ImageStreamEvent> got(body);
        CHECK(got.end == stream_end::complete);
        REQUIRE(got.response.data.size() == 2);
        CHECK(got.response.data[0].b64_json == "//4=");
        CHECK(got.response.data[1].b64_json == "c2Vjb25k");
        CHECK(got.response.usage == usage);
        CHECK(got.response.created == 5);
    }
}

TEST_CASE("a refused preview does not count") {
    responder to({.unsent_limit = 10});
    image_stream_writer writer(to, {});
    REQUIRE(writer.partial("a"));
    CHECK(writer.partial("b").error().code == errc::limit_exceeded);
    take(to);
    REQUIRE(writer.partial("b"));
    CHECK(take(to).find("\"partial_image_index\":1") != std::string::npos);
    REQUIRE(to.fail({.message = "no", .code = "moderation_blocked"}));
    const server_streams::received<ImageStreamEvent> got(take(to));
    CHECK(got.end == stream_end::api_error);
    CHECK(got.error.api.code == "moderation_blocked");
    CHECK_FALSE(writer.done());
}

}  // namespace image_stream_writer_tests
