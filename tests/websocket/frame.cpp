#include <oaiwire/websocket/frame.hpp>

#include <support/catch.hpp>
#include <support/websocket_runs.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace frame_tests {

using namespace oaiwire::websocket::detail;

namespace {

const mask_key key{0x37, 0xFA, 0x21, 0x3D};  // that of support::websockets

std::string bytes(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i != size; ++i) out.push_back(static_cast<char>(i * 7 % 256));
    return out;
}

}  // namespace

TEST_CASE("the masking of bytes is XOR with the key's byte, at every size, phase and alignment") {
    for (std::size_t size = 0; size != 40; ++size) {
        for (std::size_t phase = 0; phase != 8; ++phase) {
            for (std::size_t offset = 0; offset != 8; ++offset) {
                std::string text = bytes(offset + size);
                std::string due = text;
                for (std::size_t i = 0; i != size; ++i) {
                    due[offset + i] = static_cast<char>(
                        static_cast<unsigned char>(due[offset + i]) ^ key[(phase + i) % 4]);
                }
                apply_mask(text.data() + offset, size, key, phase);
                REQUIRE(text == due);
            }
        }
    }
}

TEST_CASE("a frame is written as RFC 6455, 5.2 draws it, and its header is read back") {
    for (const std::size_t size : {0U, 1U, 5U, 125U, 126U, 127U, 65535U, 65536U, 100'000U}) {
        for (const opcode op : {opcode::continuation, opcode::text, opcode::binary}) {
            for (const bool masked : {false, true}) {
                const bool fin = size % 2 == 0;
                const std::string payload = bytes(size);
                std::string out = "before";
                append_frame(out, op, fin, payload, masked ? &key : nullptr);
                const support::websockets::frame due{static_cast<unsigned>(op), payload, fin};
                CHECK(out == "before" + due.bytes(masked));

                frame_header header;
                const std::size_t n = header.feed(std::string_view(out).substr(6), masked);
                CHECK(n == out.size() - 6 - size);
                CHECK(header.whole());
                CHECK(header.failure().empty());
                CHECK(header.code() == op);
                CHECK(header.final() == fin);
                CHECK(header.length() == size);
                if (masked) CHECK(header.key() == key);
            }
        }
    }
}

TEST_CASE("a header is read from single bytes as from all of them, and only its bytes are used") {
    for (const std::size_t size : {0U, 125U, 126U, 65536U}) {
        for (const bool masked : {false, true}) {
            const std::string frame = support::websockets::binary(bytes(size)).bytes(masked);
            frame_header header;
            std::size_t used = 0;
            while (!header.whole()) {
                REQUIRE(header.feed(std::string_view(frame).substr(used, 1), masked) == 1);
                ++used;
            }
            CHECK(used == frame.size() - size);
            CHECK(header.feed("more", masked) == 0);
            CHECK(header.length() == size);
            header.reset();
            CHECK_FALSE(header.whole());
        }
    }
}

TEST_CASE("the first two bytes of a header are judged at once, all of their values") {
    for (unsigned first = 0; first != 256; ++first) {
        for (unsigned second = 0; second != 256; ++second) {
            const char header[2] = {static_cast<char>(first), static_cast<char>(second)};
            for (const bool masked : {false, true}) {
                frame_header read;
                const std::size_t used = read.feed({header, 2}, masked);
                const unsigned op = first & 15;
                const bool control = op >= 8;
                const bool first_is_good = (first & 0x70) == 0 &&
                                           (op <= 2 || (op >= 8 && op <= 10)) &&
                                           (!control || first >= 128);
                const bool second_is_good =
                    (second >= 128) == masked && (!control || (second & 127) <= 125);
                REQUIRE(read.failure().empty() == (first_is_good && second_is_good));
                REQUIRE(used == (first_is_good ? 2 : 1));
            }
        }
    }
}

}  // namespace frame_tests
