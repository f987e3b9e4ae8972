#include <oaiwire/types/data_url.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace data_url_tests {

using namespace oaiwire;

TEST_CASE("an image is known by its first bytes, and nothing else is") {
    CHECK(image_type("\x89PNG\r\n\x1a\nrest") == "image/png");
    CHECK(image_type("\xff\xd8\xff\xe0") == "image/jpeg");
    CHECK(image_type("GIF87a") == "image/gif");
    CHECK(image_type("GIF89a") == "image/gif");
    CHECK(image_type("RIFFxxxxWEBPVP8 ") == "image/webp");
    for (const std::string_view other : {"", "RIFF", "RIFFxxxx", "RIFFxxxxWAVE", "RIFFWEBP",
                                         "GIF88a", "\x89PNG", "<svg>", "\xff\xd8"}) {
        CHECK(image_type(other).empty());
    }
}

TEST_CASE("bytes become a data URL of a given or a known type, which is allocated once") {
    CHECK(data_url("GIF89a!") == "data:image/gif;base64,R0lGODlhIQ==");
    CHECK(data_url("%PDF-1") == "data:application/pdf;base64,JVBERi0x");
    CHECK(data_url("abc") == "data:application/octet-stream;base64,YWJj");
    CHECK(data_url("abc", "text/plain") == "data:text/plain;base64,YWJj");
    CHECK(data_url("") == "data:application/octet-stream;base64,");
    const std::vector<std::uint8_t> bytes{0, 255};
    CHECK(data_url(bytes, "a/b") == "data:a/b;base64,AP8=");
    CHECK(data_url(std::string(100'000, 'x')).capacity() ==
          data_url(std::string(100'000, 'x')).size());
}

}  // namespace data_url_tests
