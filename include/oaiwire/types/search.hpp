// Web search, as R9S offers it. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>

namespace oaiwire::inline v0_2 {

// What the engine is asked, with members of its own: they go into the extra members of this.
struct SearchParameters {
    std::string query{};
    extra_members extra{};
    friend bool operator==(const SearchParameters&, const SearchParameters&) = default;
};

// POST /search. Its member `extra` is the wire's; members that the type does not know are `others`.
struct SearchRequest {
    field<open_enum<SearchEngine>> engine{};
    SearchParameters extra{};
    extra_members others{};
    friend bool operator==(const SearchRequest&, const SearchRequest&) = default;
};

// result: an object in the engine's own shape.
struct SearchResponse {
    field<open_enum<SearchEngine>> engine{};
    field<raw_json> result{};
    extra_members extra{};
    friend bool operator==(const SearchResponse&, const SearchResponse&) = default;
};

}  // namespace oaiwire::inline v0_2
