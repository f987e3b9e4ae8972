#include <oaiwire/stream/response_parts.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/json/read.hpp>

namespace response_parts_tests {

using namespace oaiwire;

namespace {

// Makes protected members accessible.
struct parts : detail::response_parts<> {
    using base = detail::response_parts<>;
    explicit parts(const limits& bounds = {}) : base(bounds) {}
    // The part that received a piece of text: its position, "late" or "full".
    std::string add(std::int64_t index, std::string_view piece, bool last = false) {
        const auto part = part_for<OutputTextContent>(
            {.id = "m", .item = 0, .part = index}, &ResponseMessage::content,
            &detail::item_entry::content, last ? brings::last_word : brings::piece,
            last ? piece : std::string_view());
        if (!part.to) return part.code == errc::ok ? "late" : "full";
        if (last) {
            part.to->text = std::string(piece);
        } else {
            part.to->text = part.to->text.value_or("") + std::string(piece);
        }
        part.known->done = last;
        return std::to_string(part.known - state_.items[0].content.data());
    }
    void finish_item() { finish(0); }
    std::string texts() const {
        std::string out;
        for (const auto& part :
             std::get<1>(*std::get<ResponseMessage>(response().output.at(0)).content)) {
            out += (out.empty() ? "" : "|") + std::string(detail::text_in(part));
        }
        return out;
    }
};

}  // namespace

TEST_CASE("text goes to the part with its index, or to the open one") {
    parts p;
    CHECK(p.add(5, "a") == "0");
    CHECK(p.add(5, "b") == "0");
    CHECK(p.add(9, "c") == "0");
    CHECK(p.add(-1, "d") == "0");
    CHECK(p.texts() == "abcd");
}

TEST_CASE("a finished text accepts no pieces, and another index is another part") {
    parts p;
    CHECK(p.add(1, "ab", true) == "0");
    CHECK(p.add(1, "c") == "late");
    CHECK(p.add(-1, "c") == "late");
    CHECK(p.add(1, "ab", true) == "0");
    CHECK(p.add(0, "z") == "0");
    CHECK(p.texts() == "z|ab");
    p.finish_item();
    CHECK(p.add(7, "late") == "late");
    CHECK(p.add(7, "late", true) == "late");
    CHECK(p.texts() == "z|ab");
}

TEST_CASE("an index causes no allocation, and the number of parts is limited") {
    limits bounds;
    bounds.choices = 2;
    parts p(bounds);
    CHECK(p.add(std::numeric_limits<std::int64_t>::max(), "b", true) == "0");
    CHECK(p.add(0, "a", true) == "0");
    CHECK(p.add(1, "c") == "full");
    CHECK(p.texts() == "a|b");
}

}  // namespace response_parts_tests
