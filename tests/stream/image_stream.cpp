#include <oaiwire/stream/image_stream.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

namespace image_stream_tests {

using namespace oaiwire;
using traits = chunk_traits<ImageStreamEvent>;

namespace {

ImageStreamEvent event(std::string_view text) {
    return json::read<ImageStreamEvent>(text, json::tolerant).value();
}
ImageStreamEvent chunk(std::string_view data) {
    return event(R"({"object":"image.generation.chunk","created":1,"data":[)" + std::string(data) +
                 "]}");
}

}  // namespace

TEST_CASE("image events are identified by type, R9S's by their members") {
    CHECK(event(R"({"type":"image_generation.partial_image"})").index() == 0);
    CHECK(event(R"({"type":"image_edit.completed"})").index() == 1);
    CHECK(chunk("").index() == 2);
    CHECK(event(R"({"type":"image_generation.new"})").index() == 3);
    CHECK(traits::recognises(event(R"({"type":"image_generation.new"})")));
    CHECK(traits::recognises(chunk(R"({"index":0})")));
    CHECK_FALSE(traits::recognises(event(R"({"type":"ping"})")));
    CHECK_FALSE(traits::recognises(event(R"({"type":"error","message":"no"})")));
    CHECK_FALSE(traits::recognises(event(R"({"other":1})")));
}

TEST_CASE("an image stream may end after a finished image") {
    CHECK(traits::end_of(event(R"({"type":"image_edit.partial_image"})")) == stream_end::open);
    CHECK(traits::end_of(event(R"({"type":"image_edit.completed"})")) == stream_end::finished);
    CHECK(traits::end_of(chunk(R"({"index":0})")) == stream_end::open);
    CHECK(traits::end_of(chunk(R"({"index":0,"is_final":true})")) == stream_end::finished);
    // a whole response, from a server that does not stream
    CHECK(traits::end_of(event(R"({"created":1,"data":[{"url":"u"}]})")) == stream_end::finished);
}

TEST_CASE("a preview is stored beside its image, which replaces it") {
    accumulator<ImageStreamEvent> whole;
    const auto add = [&](std::string_view text) { REQUIRE(whole.add(event(text)) == errc::ok); };
    add(R"({"type":"image_generation.partial_image","b64_json":"a","partial_image_index":0})");
    add(R"({"type":"image_generation.partial_image","b64_json":"ab","partial_image_index":1})");
    CHECK(whole.response().data.size() == 1);
    CHECK_FALSE(whole.response().data[0].b64_json);
    CHECK(whole.response().data[0].extra.text() == R"("partial_image_b64":"ab")");
    add(R"({"type":"image_generation.completed","b64_json":"abc","size":"1x1"})");
    CHECK(whole.response().data[0].extra.empty());
    add(R"({"type":"image_generation.partial_image","b64_json":"d"})");
    add(R"({"type":"image_generation.completed","b64_json":"de","usage":{"total_tokens":3}})");
    REQUIRE(whole.response().data.size() == 2);
    CHECK(whole.response().data[0].b64_json == "abc");
    CHECK(whole.response().data[1].b64_json == "de");
    CHECK(whole.response().size == "1x1");
    CHECK(whole.take().usage->total_tokens == 3);
    CHECK(whole.response().data.empty());
}

TEST_CASE("R9S's images are distinguished by index, in any order") {
    accumulator<ImageStreamEvent> whole;
    for (
        const char* data :
        {R"({"index":7,"b64_json":"x"})", R"({"index":0,"b64_json":"a"})",
         R"({"index":7,"b64_json":"xy","is_final":true},{"index":0,"url":"u","revised_prompt":"p"})"}) {
        REQUIRE(whole.add(chunk(data)) == errc::ok);
    }
    REQUIRE(whole.response().data.size() == 2);
    CHECK(whole.response().data[0].b64_json == "a");
    CHECK(whole.response().data[0].url == "u");
    CHECK(whole.response().data[0].revised_prompt == "p");
    CHECK(whole.response().data[1].b64_json == "xy");
    CHECK(whole.response().created == 1);
}

TEST_CASE("an index causes no allocation, and the number of images is limited") {
    limits bounds;
    bounds.choices = 2;
    accumulator<ImageStreamEvent> whole(bounds);
    CHECK(whole.add(chunk(R"({"index":9223372036854775807},{"index":-5})")) == errc::ok);
    CHECK(whole.response().data.size() == 2);
    CHECK(whole.add(chunk(R"({"index":3})")) == errc::limit_exceeded);
    accumulator<ImageStreamEvent> other(bounds);
    for (int i = 0; i != 2; ++i) CHECK(other.add(ImageCompletedEvent{}) == errc::ok);
    CHECK(other.add(ImageCompletedEvent{}) == errc::limit_exceeded);
}

TEST_CASE("a whole response instead of an image stream is kept completely") {
    const std::string body =
        R"({"created":1,"data":[{"b64_json":"YQ==","x":1},{"url":"u"}],"background":"opaque",)"
        R"("output_format":"png","quality":"high","size":"1x1","usage":{"total_tokens":1},"y":2})";
    accumulator<ImageStreamEvent> whole;
    REQUIRE(whole.add(event(body)) == errc::ok);
    CHECK(whole.response() == json::read<ImagesResponse>(body).value());
}

TEST_CASE(
    "unknown members of image events are kept with their image, unless they belong to the "
    "response") {
    accumulator<ImageStreamEvent> whole;
    const auto add = [&](std::string_view text) { REQUIRE(whole.add(event(text)) == errc::ok); };
    add(R"({"type":"image_generation.partial_image","b64_json":"a","created_at":7,"preview":1})");
    add(R"({"type":"image_generation.completed","b64_json":"ab","quality":"high","vendor":1,)"
        R"("revised_prompt":"p","usage":{"total_tokens":3,"x":1}})");
    add(R"({"type":"image_generation.completed","b64_json":"c","vendor":2})");
    CHECK(json::write(whole.response()).value() ==
          json::write(json::read<ImagesResponse>(
                          R"({"created":7,"data":[{"b64_json":"ab","revised_prompt":"p",)"
                          R"("preview":1,"vendor":1},{"b64_json":"c","vendor":2}],)"
                          R"("quality":"high","usage":{"total_tokens":3,"x":1}})")
                          .value())
              .value());
    accumulator<ImageStreamEvent> chunks;
    REQUIRE(chunks.add(event(
                R"({"id":"i","model":"m","object":"image.generation.chunk","size":"1x1","v":1,)"
                R"("data":[{"index":0,"b64_json":"a","w":1}]})")) == errc::ok);
    REQUIRE(chunks.add(chunk(R"({"index":0,"b64_json":"ab","is_final":true,"z":1})")) == errc::ok);
    CHECK(json::write(chunks.response()).value() ==
          R"({"created":1,"data":[{"b64_json":"ab","w":1,"z":1}],"size":"1x1","id":"i",)"
          R"("model":"m","v":1})");
}

}  // namespace image_stream_tests
