#include <oaiwire/server/query_reader.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/models.hpp>
#include <oaiwire/types/stored_completions.hpp>
#include <oaiwire/types/stored_responses.hpp>

namespace query_reader_tests {

using namespace oaiwire;

namespace {

template <class Request>
result<Request> read(std::string_view query) {
    Request out{};
    std::string memory;
    auto done = detail::read_query(query, &out, json::detail::described<Request>(), memory);
    if (!done) return done.error();
    return out;
}

using strings = std::vector<std::string>;

}  // namespace

TEST_CASE("members are read by their types") {
    CHECK(read<ListChatCompletionsRequest>("") == ListChatCompletionsRequest{});
    CHECK(read<ListChatCompletionsRequest>("limit=20&order=asc&after=c%2F1") ==
          ListChatCompletionsRequest{.after = "c/1", .limit = 20, .order = "asc"});
    CHECK(read<ListChatCompletionsRequest>("limit=-9223372036854775808")->limit ==
          std::numeric_limits<std::int64_t>::min());
    CHECK(read<RetrieveResponseRequest>("include_obfuscation=false&starting_after=7") ==
          RetrieveResponseRequest{.include_obfuscation = false, .starting_after = 7});
    CHECK(read<ListModelsRequest>("anything=1") == ListModelsRequest{});
}

TEST_CASE("lists and maps are read in the forms that SDKs send") {
    for (const std::string_view query :
         {"include[]=a&include[]=b", "include%5B%5D=a&include%5B%5D=b", "include=a&include=b",
          "include[0]=a&include[1]=b", "include[]=a&stream=true&include[]=b"}) {
        INFO(query);
        CHECK(read<ListInputItemsRequest>(query) ==
              ListInputItemsRequest{.include = strings{"a", "b"}});
    }
    CHECK(read<ListChatCompletionsRequest>("metadata[a+b]=c%26d&metadata%5Be%5D=") ==
          ListChatCompletionsRequest{.metadata = {{"a b", "c&d"}, {"e", ""}}});
}

TEST_CASE("what is not a member is passed over") {
    for (const std::string_view query :
         {"api-version=2024-10-21", "limits=1", "limit[]=1", "lim=1", "&&", "=", "metadata=x",
          "metadata[]=x", "metadata[x=y", "order[a]=asc", "after%00=1"}) {
        INFO(query);
        CHECK(read<ListChatCompletionsRequest>(query) == ListChatCompletionsRequest{});
    }
    // path parameters are no part of it
    CHECK(read<RetrieveResponseRequest>("response_id=x") == RetrieveResponseRequest{});
}

TEST_CASE("of several values of a scalar the last one counts") {
    CHECK(read<ListChatCompletionsRequest>("limit=1&limit=2&after=a&after=") ==
          ListChatCompletionsRequest{.after = "", .limit = 2});
}

TEST_CASE("a value that does not fit is an error with its member") {
    for (const std::string_view value : {"", "x", "1.5", "1e3", "01", "1-2", "9223372036854775808",
                                         "true", "null", "%2B1", "+1", "1%00", "[1]", "\"1\""}) {
        INFO(value);
        const auto r = read<ListChatCompletionsRequest>("after=a&limit=" + std::string(value));
        REQUIRE_FALSE(r);
        CHECK(r.error().code == errc::invalid_argument);
        CHECK(r.error().path == "limit");
        CHECK(r.error().message.find("'limit'") != std::string::npos);
    }
    CHECK(read<RetrieveResponseRequest>("include_obfuscation=1").error().path ==
          "include_obfuscation");
}

TEST_CASE("a query that is not properly encoded is an error") {
    for (const std::string_view query : {"a=%", "%zz=1", "after=%FF", "x=%C3&limit=1"}) {
        INFO(query);
        CHECK(read<ListChatCompletionsRequest>(query).error().code == errc::invalid_url);
    }
}

TEST_CASE("a field is found with its value") {
    CHECK(detail::query_says("a=1&stream=true", "stream", "true"));
    CHECK_FALSE(detail::query_says("stream=true&stream=false", "stream", "true"));
    CHECK_FALSE(detail::query_says("streams=true", "stream", "true"));
    CHECK_FALSE(detail::query_says("", "stream", "true"));
}

}  // namespace query_reader_tests
