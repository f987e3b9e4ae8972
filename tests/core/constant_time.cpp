#include <oaiwire/core/constant_time.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

namespace constant_time_tests {

using namespace oaiwire;

TEST_CASE("equal texts are equal") {
    CHECK(equal_in_constant_time("", ""));
    CHECK(equal_in_constant_time("sk-key", "sk-key"));
    std::string bytes;
    for (int i = 0; i != 256; ++i) bytes.push_back(static_cast<char>(i));
    CHECK(equal_in_constant_time(bytes, std::string(bytes)));
}

TEST_CASE("every bit of every byte matters") {
    const std::string key = "sk-0123456789abcdefghijklmnopqrstuvwxyz";
    for (std::size_t i = 0; i != key.size(); ++i) {
        for (int bit = 0; bit != 8; ++bit) {
            std::string other = key;
            other[i] = static_cast<char>(static_cast<unsigned char>(other[i]) ^ (1U << bit));
            CHECK_FALSE(equal_in_constant_time(key, other));
            CHECK_FALSE(equal_in_constant_time(other, key));
            // two differences do not cancel out
            other[(i + 1) % key.size()] = static_cast<char>(
                static_cast<unsigned char>(key[(i + 1) % key.size()]) ^ (1U << bit));
            CHECK_FALSE(equal_in_constant_time(key, other));
        }
    }
}

TEST_CASE("a part of a key is not the key") {
    const std::string key = "sk-0123456789";
    for (std::size_t n = 0; n != key.size(); ++n) {
        CHECK_FALSE(equal_in_constant_time(key, key.substr(0, n)));
        CHECK_FALSE(equal_in_constant_time(key.substr(0, n), key));
    }
    CHECK_FALSE(equal_in_constant_time(key, key + std::string(1, '\0')));
}

}  // namespace constant_time_tests
