// Reads the query of a request target into the members of a typed request, by its description.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/description.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Takes the fields of a query apart, decoded as application/x-www-form-urlencoded (WHATWG URL).
class query_fields {
public:
    explicit query_fields(std::string_view query) : rest_(query) {}

    // The next field; false at the end, or if it is malformed.
    bool next();
    bool malformed() const { return malformed_; }
    const std::string& name() const { return name_; }
    const std::string& value() const { return value_; }

private:
    std::string_view rest_;
    std::string name_{}, value_{};
    bool malformed_ = false;
};

// Sets the members of the object, which is of that type, from the fields of their names; the others
// become absent, and members in the path stay. Lists have fields `name[]`, `name[0]` or several
// `name`, maps `name[key]`, as the official SDKs send them. Of several values of a scalar the last
// one counts. Fields of other names are ignored. `text` is memory to be reused. Errors:
// invalid_url for malformed encoding, invalid_argument, with the member's path, for a value that
// does not fit. Lets std::bad_alloc through.
result<void> read_query(std::string_view query, void* object, const json::detail::description& type,
                        std::string& text);

// Whether the query has that field with that value; the last one counts.
bool query_says(std::string_view query, std::string_view name, std::string_view value);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <cstddef>

#include <oaiwire/core/error.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/server/request_path.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE bool query_fields::next() {
    if (rest_.empty() || malformed_) return false;
    const std::string_view field = rest_.substr(0, rest_.find('&'));
    rest_.remove_prefix(field.size() == rest_.size() ? field.size() : field.size() + 1);
    const std::size_t equals = field.find('=');
    malformed_ = !percent_decode(field.substr(0, equals), ' ', name_);
    value_.clear();
    if (equals != std::string_view::npos && !malformed_) {
        malformed_ = !percent_decode(field.substr(equals + 1), ' ', value_);
    }
    return !malformed_;
}

OAIWIRE_ADAPTER_INLINE bool query_says(std::string_view query, std::string_view name,
                                       std::string_view value) {
    bool said = false;
    for (query_fields fields(query); fields.next();) {
        if (fields.name() == name) said = fields.value() == value;
    }
    return said;
}

// The part of a field's name behind that of a member: "" or "[key]". False: another member's.
inline bool is_of_member(std::string_view field, std::string_view member, std::string_view& key) {
    if (!field.starts_with(member)) return false;
    key = field.substr(member.size());
    return key.empty() || (key.size() >= 2 && key.front() == '[' && key.back() == ']');
}

// Appends a value as JSON that fits the type, if it does.
OAIWIRE_ADAPTER_INLINE bool append_query_value(std::string& json, std::string_view value,
                                               const json::detail::description& type) {
    using json::detail::type_kind;
    switch (type.kind) {
        case type_kind::boolean:
            if (value != "true" && value != "false") return false;
            json.append(value);
            return true;
        case type_kind::integer:
        case type_kind::real:
            if (value.empty()) return false;
            if (value.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
            json.append(value);
            return true;
        default:
            return json::detail::append_string(json, value);
    }
}

// Appends the JSON of one member, with its name, if the query has fields of it. Sets `begun` then.
OAIWIRE_ADAPTER_INLINE bool append_query_member(std::string& json, std::string_view query,
                                                const json::detail::member_entry& m, bool& begun) {
    using json::detail::type_kind;
    const std::string_view name = m.quoted().substr(1, m.size - std::size_t{3});
    const auto* type = m.type;
    while (type->kind == type_kind::field || type->kind == type_kind::field_apart ||
           type->kind == type_kind::optional) {
        type = type->inner;
    }
    const bool list = type->kind == type_kind::list, map = type->kind == type_kind::map;
    const std::size_t start = json.size();
    std::size_t value_at = 0;
    for (query_fields fields(query); fields.next();) {
        std::string_view key;
        if (!is_of_member(fields.name(), name, key)) continue;
        if (map ? key.size() < 3 : !list && !key.empty()) continue;
        if (value_at == 0) {
            if (begun) json.push_back(',');
            json.append(m.quoted());
            if (list || map) json.push_back(list ? '[' : '{');
            value_at = json.size();
        } else if (list || map) {
            json.push_back(',');
        } else {
            json.resize(value_at);
        }
        if (map) {
            if (!json::detail::append_string(json, key.substr(1, key.size() - 2))) return false;
            json.push_back(':');
        }
        if (!append_query_value(json, fields.value(), list || map ? *type->inner : *type)) {
            return false;
        }
    }
    if (value_at != 0 && (list || map)) json.push_back(list ? ']' : '}');
    begun = begun || json.size() != start;
    return true;
}

OAIWIRE_ADAPTER_INLINE result<void> read_query(std::string_view query, void* object,
                                               const json::detail::description& type,
                                               std::string& text) {
    query_fields all(query);
    while (all.next()) continue;
    if (all.malformed()) {
        return make_error(errc::invalid_url, "the query of the URL is not properly encoded");
    }
    const auto misfit = [](std::string_view name, std::string_view why) {
        std::string message = "Invalid value for the query parameter '";
        message.append(name).append("'").append(why.empty() ? "" : ": ").append(why);
        return make_error(errc::invalid_argument, message, std::string(name));
    };
    const auto& table = type.object();
    text = "{";
    bool begun = false;
    for (const auto* m = table.first(); m != table.none(); ++m) {
        if (!m->is_read() || append_query_member(text, query, *m, begun)) continue;
        return misfit(m->quoted().substr(1, m->size - std::size_t{3}), {});
    }
    text.push_back('}');
    const json::read_options strictly;
    auto done = json::detail::read_described(text, object, type, strictly);
    if (!done) return misfit(done.error().path, done.error().message);
    return done;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
