#include <oaiwire/types/completion.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/reflect/names.hpp>

namespace completion_tests {

using namespace oaiwire;

TEST_CASE("a prompt has four forms") {
    CHECK(CompletionsPrompt("once").index() == 0);
    CHECK(CompletionsPrompt(std::vector<std::string>{"a", "b"}).index() == 1);
    CHECK(CompletionsPrompt(std::vector<std::int64_t>{1, 2}).index() == 2);
    CHECK(CompletionsPrompt(std::vector<std::vector<std::int64_t>>{{1}, {2}}).index() == 3);
    const CompletionRequest request{.model = "m", .prompt = "once", .n = 2, .stop = "x"};
    CHECK(std::get<std::string>(*request.prompt) == "once");
    CHECK(request.n == 2);
    CHECK(request.best_of.is_absent());
}

TEST_CASE("members are in alphabetical order after model and prompt") {
    const auto& names = reflect::member_names<CompletionRequest>;
    CHECK(names[0] == "model");
    CHECK(names[1] == "prompt");
    CHECK(std::is_sorted(names.begin() + 2, names.end() - 1));
}

TEST_CASE("a chunk has the members of the response") {
    static_assert(std::is_same_v<CompletionChunk, Completion>);
    CHECK(Completion{}.choices.empty());
    CHECK(Completion{}.usage.is_absent());
}

}  // namespace completion_tests
