// json::schema<T>(): the JSON Schema of a type.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/keywords.hpp>
#include <oaiwire/json/schema_name.hpp>
#include <oaiwire/json/schema_nodes.hpp>
#include <oaiwire/json/schema_writer.hpp>
#include <oaiwire/types/raw_json.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/json/decode.hpp>  // which descriptions name
#include <oaiwire/json/encode.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

template <class T, schema_form F>
const raw_json& schema_of() {
    // never destroyed, so that it can be used until the program ends
    static const raw_json& made = *new raw_json(make_schema(described<T>(), node_of<T, F>(), F));
    return made;
}

}  // namespace detail

// The schema of the struct T in the subset of JSON Schema that OpenAI's structured outputs accept:
// every member is required, and others are refused. Optional members (field, std::optional,
// std::unique_ptr) can be null. What the subset lacks, such as maps and raw_json, is a compile
// error that shows the member; check_schema() checks the size. Keywords come from beside the struct
// (json/keywords.hpp). A struct that occurs again or within itself is a definition; where a member
// of that type has a description or title, the struct stands there in full, since the subset has no
// keyword beside a reference. Made at the first call, by any thread, and never destroyed. If memory
// runs out then, std::bad_alloc passes, as from a container.
template <class T>
const raw_json& schema() {
    static_assert(detail::kind_of<T>() == detail::type_kind::object,
                  "oaiwire: OpenAI's strict schemas describe an object; make this type a member of "
                  "a struct, or use loose_schema()");
    static_assert(detail::nesting_of<T>() <= detail::strict_bounds::nesting,
                  "oaiwire: OpenAI's strict schemas have at most 10 levels of objects");
    return detail::schema_of<T, detail::schema_form::strict>();
}

// The schema of T as JSON Schema in general has it: optional members need not be there; maps,
// raw_json, lengths of strings and any type at the root can be expressed. Structs with
// extra_members take unknown members.
template <class T>
const raw_json& loose_schema() {
    return detail::schema_of<T, detail::schema_form::loose>();
}

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
