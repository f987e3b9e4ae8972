#include <oaiwire/stream/accumulator.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <support/catch.hpp>

namespace accumulator_tests {

using namespace oaiwire;

namespace {

// Joins strings, and counts them in its state. "no" is refused.
class joiner : public detail::accumulator_base<joiner, std::string, std::string, std::size_t> {
    using base = detail::accumulator_base<joiner, std::string, std::string, std::size_t>;
    friend base;

public:
    using base::base;
    std::size_t count() const { return state_; }

private:
    static std::size_t bytes_of(const std::string& chunk) { return chunk.size(); }
    errc add_chunk(const std::string& chunk) {
        if (chunk == "no") return errc::type_mismatch;
        ++state_;
        response_ += chunk;
        return errc::ok;
    }
};

struct indexed {
    std::optional<std::int64_t> index{};
};

std::string indices(const std::vector<indexed>& choices) {
    std::string out;
    for (const auto& c : choices) out += std::to_string(*c.index) + ' ';
    return out;
}

}  // namespace

TEST_CASE("a chunk that would exceed limits::answer is not added, nor is any after it") {
    limits bounds;
    bounds.answer = 5;
    joiner whole(bounds);
    CHECK(whole.add("abc") == errc::ok);
    CHECK(whole.add("def") == errc::limit_exceeded);
    CHECK(whole.add("d") == errc::limit_exceeded);
    CHECK(whole.response() == "abc");
}

TEST_CASE("the error of a chunk is returned, and what came before stays") {
    joiner whole;
    CHECK(whole.add("a") == errc::ok);
    CHECK(whole.add("no") == errc::type_mismatch);
    CHECK(whole.add("b") == errc::ok);
    CHECK(whole.response() == "ab");
    CHECK(whole.count() == 2);
}

TEST_CASE("take() and clear() empty the response and the state, and the limit counts anew") {
    limits bounds;
    bounds.answer = 3;
    joiner whole(bounds);
    CHECK(whole.add("abc") == errc::ok);
    CHECK(whole.take() == "abc");
    CHECK(whole.response().empty());
    CHECK(whole.count() == 0);
    CHECK(whole.add("def") == errc::ok);
    whole.clear();
    CHECK(whole.response().empty());
    CHECK(whole.add("ghi") == errc::ok);
}

TEST_CASE("choices are inserted in the order of their indices, up to a limit") {
    std::vector<indexed> choices;
    const auto at = [&](std::optional<std::int64_t> index, std::int64_t position) {
        return detail::choice_for(choices, indexed{index}, position, 3);
    };
    REQUIRE(at(7, 0) != nullptr);
    REQUIRE(at(2, 0) != nullptr);
    CHECK(at(7, 0) == &choices[1]);
    REQUIRE(at(-1, 4) != nullptr);  // without an index: its position
    CHECK(indices(choices) == "2 4 7 ");
    CHECK(at({}, 5) == nullptr);
    CHECK(at({}, 4) == &choices[1]);
}

}  // namespace accumulator_tests
