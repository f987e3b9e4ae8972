// Web search (R9S).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire { inline namespace v0_2 {

// R9S: the search query. Members that only some engines know go into `extra`.
struct SearchParameters {
    std::string query{};
    extra_members extra{};
    friend bool operator==(const SearchParameters&, const SearchParameters&) = default;
};

// POST /search (R9S). `extra` is a member of the API here; unknown members are in `others`.
struct SearchRequest {
    field<open_enum<SearchEngine>> engine{};
    SearchParameters extra{};
    extra_members others{};
    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

// The response to SearchRequest.
struct SearchResponse {
    field<open_enum<SearchEngine>> engine{};
    field<raw_json> result{};  // an object, different for each engine
    extra_members extra{};
    friend bool operator==(const SearchResponse&, const SearchResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
