#include <oaiwire/types/basics.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>
#include <support/wire_types.hpp>

namespace basics_tests {

using namespace oaiwire;

namespace {

// A designated initialiser warns if a later member has no default member initialiser.
template <class T>
T with_extra_only() {
    return T{.extra = {}};
}

// Whether T's members and comparison have the required form.
template <class T>
bool is_a_plain_wire_type() {
    static_assert(std::is_aggregate_v<T> && !std::is_polymorphic_v<T>);
    static_assert(std::is_default_constructible_v<T>);
    static_assert(std::is_copy_constructible_v<T> && std::is_copy_assignable_v<T>);
    constexpr std::size_t count = reflect::member_count<T>;
    static_assert(count >= 1 && count <= reflect::max_members);
    static_assert(std::is_same_v<reflect::member_type<T, count - 1>, extra_members>);
    const T fresh{};
    T changed = with_extra_only<T>();
    if (!(changed == fresh)) return false;
    changed.extra.append_trusted("x", "1");
    return reflect::member_names<T>[count - 1] == "extra" && !(changed == fresh);
}

}  // namespace

TEST_CASE("every wire type is an aggregate whose last member is extra_members") {
#define CHECK_TYPE(T) CHECK(is_a_plain_wire_type<T>());
    OAIWIRE_WIRE_TYPES(CHECK_TYPE)
#undef CHECK_TYPE
}

TEST_CASE("the list of wire types contains every struct of the headers of oaiwire.hpp") {
#define NAME_OF(T) #T,
    const std::set<std::string> listed{OAIWIRE_WIRE_TYPES(NAME_OF)};
#undef NAME_OF
    // except requests without a body, parts with a JSON form of their own, a template, and
    // SearchRequest, whose `extra` belongs to the API
    const std::set<std::string> others{"ListModelsRequest",
                                       "ListOpenRouterModelsRequest",
                                       "RetrieveModelRequest",
                                       "DeleteModelRequest",
                                       "HealthRequest",
                                       "Speech",
                                       "FileContent",
                                       "EmbeddingVector",
                                       "ModerationValues",
                                       "RetrieveResponseRequest",
                                       "DeleteResponseRequest",
                                       "CancelResponseRequest",
                                       "ListInputItemsRequest",
                                       "ListChatCompletionsRequest",
                                       "RetrieveChatCompletionRequest",
                                       "DeleteChatCompletionRequest",
                                       "ListChatCompletionMessagesRequest",
                                       "SearchRequest"};
    const std::set<std::string> instances{"ModerationCategories", "ModerationCategoryScores",
                                          "ModerationInputTypes"};
    std::set<std::string> found;
    const std::filesystem::path headers =
        std::filesystem::path(OAIWIRE_TEST_DATA).parent_path() / "include" / "oaiwire" / "types";
    // headers of sections that platform.hpp and others of their own include; tested with them
    const std::vector<std::string> apart{
        "batch",  "binary_content", "container",   "conversation", "decision",
        "eval",   "files",          "fine_tuning", "graders",      "live",
        "page",   "realtime",       "response_ws", "safety",       "skill",
        "upload", "vector",         "video",       "voice",        "webhook"};
    for (const auto& file : std::filesystem::directory_iterator(headers)) {
        const std::string header = file.path().filename().string();
        const auto begins = [&](const std::string& name) { return header.rfind(name, 0) == 0; };
        if (std::any_of(apart.begin(), apart.end(), begins)) continue;
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) {
            if (line.rfind("struct ", 0) != 0 || line.back() != '{') continue;
            const std::string name = line.substr(7, line.find_first_of(" {", 7) - 7);
            if (name[0] >= 'A' && name[0] <= 'Z') found.insert(name);
        }
    }
    for (const auto& name : others) CHECK(found.erase(name) == 1);
    found.insert(instances.begin(), instances.end());
    std::vector<std::string> differing;
    std::set_symmetric_difference(found.begin(), found.end(), listed.begin(), listed.end(),
                                  std::back_inserter(differing));
    CHECK(differing == std::vector<std::string>());
    CHECK(listed.size() > 60);
}

TEST_CASE("string_map keeps the order of its entries and the last duplicate") {
    const string_map<int> map{{"b", 1}, {"a", 2}};
    CHECK(support::json_of(map) == R"({"b":1,"a":2})");
    CHECK(support::from_json<string_map<int>>(R"({"b":1,"a":2})") == map);
    CHECK(support::rewritten<string_map<int>>(R"({"a":3,"a":2})") == R"({"a":2})");
}

}  // namespace basics_tests
