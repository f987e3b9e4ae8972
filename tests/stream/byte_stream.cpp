#include <oaiwire/stream/byte_stream.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace byte_stream_tests {

using namespace oaiwire;

TEST_CASE("bytes are delivered once, as they arrived") {
    byte_stream stream;
    CHECK(stream.next() == nullptr);
    const std::string first = "ab", second("\0c", 2);
    stream.feed(first);
    const auto* piece = stream.next();
    REQUIRE(piece);
    CHECK(piece->data() == first.data());
    CHECK(*piece == first);
    CHECK(stream.next() == nullptr);
    stream.feed(second);
    CHECK(*stream.next() == second);
    CHECK_FALSE(stream.ended());
    stream.finish();
    CHECK(stream.next() == nullptr);
    CHECK(stream.end_reason() == stream_end::complete);
    CHECK(stream.ok());
    CHECK(stream.statistics().chunks == 2);
    CHECK(stream.statistics().transport_clean);
}

TEST_CASE("the end of a byte stream is determined by the transport alone") {
    const std::string some = "ab";
    byte_stream cut;
    cut.feed(some);
    cut.fail(make_error(errc::closed_early));
    CHECK(*cut.next() == some);  // what arrived is delivered first
    CHECK(cut.next() == nullptr);
    CHECK(cut.end_reason() == stream_end::truncated);
    CHECK(cut.error().code == errc::closed_early);

    byte_stream empty;
    empty.finish();
    CHECK(empty.next() == nullptr);
    CHECK(empty.end_reason() == stream_end::empty);
    CHECK(empty.error().code == errc::empty_response);

    byte_stream stopped;
    stopped.fail(make_error(errc::cancelled));
    CHECK(stopped.next() == nullptr);
    CHECK(stopped.end_reason() == stream_end::cancelled);

    byte_stream left;
    left.feed(some);
    left.cancel();
    CHECK(left.next() == nullptr);
    CHECK(left.end_reason() == stream_end::cancelled);
}

}  // namespace byte_stream_tests
