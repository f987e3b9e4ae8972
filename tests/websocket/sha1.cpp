#include <oaiwire/websocket/sha1.hpp>

#include <support/catch.hpp>
#include <support/hex.hpp>

#include <string>

namespace sha1_tests {

namespace {

std::string hash(std::string_view text) {
    return support::to_hex(oaiwire::websocket::detail::sha1(text));
}

}  // namespace

TEST_CASE("the hashes of FIPS 180's examples") {
    CHECK(hash("") == "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    CHECK(hash("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    CHECK(hash(std::string(1'000'000, 'a')) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f");
}

TEST_CASE("a text of any length around a block is hashed") {
    // the hash of the hashes of "", "a", "aa", ..., by another implementation
    std::string all;
    for (std::size_t size = 0; size != 200; ++size) all += hash(std::string(size, 'a'));
    CHECK(hash(all) == "cb062fe66512892ec8c722ee74ff9ac151cc4b61");
}

}  // namespace sha1_tests
