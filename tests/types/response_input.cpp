#include <oaiwire/types/response_input.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace response_input_tests {

using namespace oaiwire;
using support::json_of;

TEST_CASE("content parts of the Responses API are made from texts, URLs and bytes") {
    CHECK(json_of(input_text("Hi")) == R"({"type":"input_text","text":"Hi"})");
    CHECK(json_of(input_image("https://a/b.png")) ==
          R"({"type":"input_image","image_url":"https://a/b.png"})");
    CHECK(json_of(input_image("u", ImageDetail::high)) ==
          R"({"type":"input_image","image_url":"u","detail":"high"})");
    CHECK(json_of(input_image_bytes("GIF89a!")) ==
          R"({"type":"input_image","image_url":"data:image/gif;base64,R0lGODlhIQ=="})");
    const std::vector<std::uint8_t> bytes{0, 255};
    CHECK(json_of(input_image_bytes(bytes, "image/png", ImageDetail::low)) ==
          R"({"type":"input_image","image_url":"data:image/png;base64,AP8=","detail":"low"})");
    CHECK(json_of(input_file_bytes("%PDF-1", "a.pdf")) ==
          R"({"type":"input_file","file_data":"data:application/pdf;base64,JVBERi0x",)"
          R"("filename":"a.pdf"})");
}

}  // namespace response_input_tests
