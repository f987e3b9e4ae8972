// Every text of the conformance table through the strict reader, at every position of a value.
#include <oaiwire/json/read.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/types/chat_response.hpp>
#include <support/json_texts.hpp>

namespace strict_tests {

using namespace oaiwire;

namespace {

struct place {
    std::string_view before{};
    std::string_view after{};
    std::string_view path{};
};

constexpr place skipped[] = {
    {R"({"id":"x","z":)", R"(,"model":"m"})", "z"},
    {R"({"z":[0,)", R"(],"id":"x"})", "z[1]"},
    {R"({"z":{"y":[{}],"k":)", R"(}})", "z.k"},
    {R"({"choices":[{"z":[[0,)", R"(]]}]})", "choices[0].z[0][1]"},
};
constexpr place used[] = {
    {R"({"id":)", R"(,"model":"m"})", "id"},
    {R"({"id":"x","created":)", R"(})", "created"},
    {R"({"choices":[{"index":0,"delta":{"content":)", R"(}}]})", "choices[0].delta.content"},
    {R"({"choices":[{"logprobs":{"content":[{"token":"a","logprob":)", R"(}]}}]})",
     "choices[0].logprobs.content[0].logprob"},
    {R"({"choices":)", R"(})", "choices"},
};

std::string put(const place& where, std::string_view text) {
    return std::string(where.before).append(text).append(where.after);
}

// "code offset", the offset counted from `from`; "read" if there is no error.
std::string refusal(std::string_view text, std::size_t from = 0) {
    static ChatCompletionChunk chunk;
    const auto r = json::read_into(text, chunk, json::strict);
    if (r) return "read";
    const std::size_t at = r.error().offset;
    return std::string(name(r.error().code)) + " " +
           (at < from ? "before" : std::to_string(at - from));
}

std::string expected(std::string_view code, std::size_t at) {
    return std::string(code) + " " + std::to_string(at);
}

// The error of a malformed text at a position where a value is expected.
void check_malformed(const place& where, const support::json_row& row) {
    INFO(where.before << " | " << row.text);
    const std::string whole = put(where, row.text);
    if (row.wrong == "unexpected_end") {
        // the following text could continue it
        const std::string cut(whole, 0, where.before.size() + row.text.size());
        CHECK(refusal(cut, where.before.size()) == expected(row.wrong, row.at));
        CHECK(refusal(whole) != "read");
        return;
    }
    const bool trailing = row.wrong == "trailing_bytes";
    if (trailing && std::string_view(",]}").find(row.text[row.at]) != std::string_view::npos) {
        CHECK(refusal(whole) != "read");
        return;
    }
    CHECK(refusal(whole, where.before.size()) ==
          expected(trailing ? "unexpected_byte" : row.wrong, row.at));
    const auto r = json::read<ChatCompletionChunk>(whole, json::strict);
    REQUIRE_FALSE(r);
    CHECK(r.error().path.substr(0, where.path.size()) == where.path);
}

}  // namespace

TEST_CASE("the table has its promised size") {
    std::size_t valid = 0;
    std::size_t malformed = 0;
    for (const auto& row : support::json_conformance) ++(row.valid ? valid : malformed);
    CHECK(valid >= 60);
    CHECK(malformed >= 150);
}

TEST_CASE("a malformed text is rejected at its byte: alone, skipped and used") {
    for (const auto& row : support::json_conformance) {
        if (row.valid) continue;
        {
            INFO(row.text);
            CHECK(refusal(row.text) == expected(row.wrong, row.at));
            const auto r = json::read<raw_json>(row.text, json::strict);
            REQUIRE_FALSE(r);
            CHECK(expected(name(r.error().code), r.error().offset) == expected(row.wrong, row.at));
        }
        for (const place& where : skipped) check_malformed(where, row);
        for (const place& where : used) check_malformed(where, row);
    }
}

TEST_CASE("a valid text is accepted alone and at every position where it is skipped") {
    for (const auto& row : support::json_conformance) {
        if (!row.valid) continue;
        INFO(row.text);
        CHECK(json::read<raw_json>(row.text, json::strict));
        for (const place& where : skipped) CHECK(refusal(put(where, row.text)) == "read");
    }
}

TEST_CASE("valid JSON that no member can hold is rejected only where it is used") {
    constexpr std::size_t id = 0, created = 1, content = 2, logprob = 3;
    struct row {
        std::size_t where;
        std::string_view text;
        std::string_view refusal;
    };
    const row rows[] = {
        {id, R"("\ud83d")", "lone_surrogate 7"},
        {id, R"("\ude00")", "lone_surrogate 4"},
        {id, R"("ab\ud83dcd")", "lone_surrogate 9"},
        {content, R"("\ud83d\n")", "lone_surrogate 8"},
        {content, R"("\ud83d\ud83d\ude00")", "lone_surrogate 10"},
        {content, R"("\ud83d\u0041")", "lone_surrogate 9"},
        {content, R"("\uDD1E\uD834")", "lone_surrogate 4"},
        {created, "9223372036854775808", "number_out_of_range 0"},
        {created, "-9223372036854775809", "number_out_of_range 0"},
        {created, "1.0", "type_mismatch 0"},
        {created, "1e3", "type_mismatch 0"},
        {created, "\"1\"", "type_mismatch 0"},
        {created, "true", "type_mismatch 0"},
        {logprob, "1e309", "number_out_of_range 0"},
        {logprob, "-1e309", "number_out_of_range 0"},
        {logprob, "\"-1\"", "type_mismatch 0"},
        {logprob, "[]", "type_mismatch 0"},
        {id, "1", "type_mismatch 0"},
        {id, "{}", "type_mismatch 0"},
        {content, "true", "type_mismatch 0"},
    };
    for (const row& r : rows) {
        INFO(r.text);
        CHECK(refusal(put(used[r.where], r.text), used[r.where].before.size()) == r.refusal);
        for (const place& where : skipped) CHECK(refusal(put(where, r.text)) == "read");
    }
}

}  // namespace strict_tests
