#include <oaiwire/server/repair_logprobs.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <vector>

#include <oaiwire/json/write.hpp>
#include <support/fill.hpp>

namespace repair_logprobs_tests {

using namespace oaiwire;
using bytes = std::vector<std::uint8_t>;

TEST_CASE("tokens that are text are left as they are") {
    support::filler filler(1);
    for (int i = 0; i != 100; ++i) {
        const auto before = filler.make<Logprobs>();
        Logprobs after(before);
        detail::repair_logprobs(after);
        CHECK(after == before);
    }
}

TEST_CASE("a token that is part of a character is repaired, and its bytes are kept") {
    TokenLogprob token{.token = "\xe2\x82"};
    token.top_logprobs = {{.token = "\xff"}, {.token = "a"}};
    detail::repair_logprob(token);
    CHECK(token.token == "\xEF\xBF\xBD");
    CHECK(token.bytes == bytes{0xe2, 0x82});
    CHECK(token.top_logprobs->at(0).bytes == bytes{0xff});
    CHECK(token.top_logprobs->at(1).bytes.is_absent());

    TokenLogprob known{.token = "\xe2\x82"};
    known.bytes = bytes{1};
    detail::repair_logprob(known);
    CHECK(known.bytes == bytes{1});
}

TEST_CASE("all lists of tokens can be written afterwards") {
    Logprobs all;
    all.content = {{.token = "\xff"}};
    all.refusal = {{.token = "\xfe"}};
    all.tokens = {"\xfd"};
    all.top_logprobs.emplace().push_back(string_map<double>{{"\xfc", -1.0}});
    all.top_logprobs->push_back(null);
    REQUIRE_FALSE(json::write(all));
    detail::repair_logprobs(all);
    CHECK(json::write(all));
    CHECK(all.refusal->at(0).bytes == bytes{0xfe});
}

}  // namespace repair_logprobs_tests
