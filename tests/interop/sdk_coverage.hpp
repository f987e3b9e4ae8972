// Prints what operations and types have, as lines of JSON, for sdk_coverage.mjs: an operation by
// its method and path, and the members, enumerators and alternatives of a type by its description.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/path_parameter.hpp>

namespace sdk_coverage {

namespace json = oaiwire::json::detail;
using json::type_kind;

inline constexpr std::string_view placeholder = "X";

// Members whose value is a segment of the path, or may be one.
template <class Request>
void fill_path(Request& request) {
    const auto& type = json::described<Request>();
    if (type.kind != type_kind::object) return;
    const auto& table = type.object();
    for (std::size_t i = 0; i != table.count; ++i) {
        const auto& m = table.members[i];
        void* at = table.member(static_cast<void*>(&request), m);
        if (m.type->kind == type_kind::path) {
            *static_cast<oaiwire::path_parameter*>(at) = std::string(placeholder);
        } else if (m.type->kind == type_kind::text) {
            *static_cast<std::string*>(at) = placeholder;
        }
    }
}

// The path with {} for each segment that the request gives.
template <class Call>
std::string path_of() {
    using op = oaiwire::operation_of<Call>;
    std::string target(op::path);
    if constexpr (!std::is_same_v<oaiwire::request_of<Call>, oaiwire::raw_json>) {
        oaiwire::request_of<Call> request{};
        fill_path(request);
        if constexpr (requires { op::complete(target, request, false); }) {
            static_cast<void>(op::complete(target, request, false));
        } else if constexpr (requires { op::complete(target, request); }) {
            static_cast<void>(op::complete(target, request));
        }
    }
    target.resize(target.find('?') == std::string::npos ? target.size() : target.find('?'));
    std::string out;
    for (std::size_t at = 1; at <= target.size();) {
        const std::size_t slash = std::min(target.find('/', at), target.size());
        const std::string_view segment = std::string_view(target).substr(at, slash - at);
        out += '/';
        out += segment == placeholder || segment.starts_with('{') ? "{}" : segment;
        at = slash + 1;
    }
    return out;
}

// Types that were printed, and those that others refer to.
class printer {
public:
    std::size_t id(const json::description& type) {
        const auto [at, is_new] = ids_.try_emplace(&type, ids_.size());
        if (is_new) print(type, at->second);
        return at->second;
    }

private:
    static std::string quoted(std::string_view text) {
        std::string out(1, '"');
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return out += '"';
    }
    static const char* kind(type_kind k) {
        switch (k) {
            case type_kind::boolean:
                return "boolean";
            case type_kind::integer:
            case type_kind::real:
                return "number";
            case type_kind::text:
            case type_kind::view:
            case type_kind::path:
                return "text";
            case type_kind::file:
                return "file";
            case type_kind::open_enum:
            case type_kind::closed_enum:
                return "enum";
            case type_kind::raw:
                return "raw";
            case type_kind::embedding:
            case type_kind::bytes:
            case type_kind::floats:
                return "numbers";
            case type_kind::field:
            case type_kind::field_apart:
            case type_kind::optional:
                return "field";
            case type_kind::list:
            case type_kind::array:
            case type_kind::flags:
                return "list";
            case type_kind::map:
            case type_kind::std_map:
                return "map";
            case type_kind::choice:
                return "choice";
            case type_kind::object:
                return "object";
            case type_kind::extra:
                return "extra";
        }
        return "";
    }

    void print(const json::description& type, std::size_t id) {
        std::string line =
            R"({"id":)" + std::to_string(id) + R"(,"kind":)" + quoted(kind(type.kind));
        if (type.kind == type_kind::open_enum || type.kind == type_kind::closed_enum) {
            const auto& e = type.as<json::enum_type>();
            line += R"(,"names":[)";
            for (std::size_t i = 0; i != e.count; ++i) {
                line += (i != 0 ? "," : "") + quoted(e.names[i]);
            }
            line += ']';
        } else if (type.kind == type_kind::choice) {
            const auto& c = type.as<json::choice_type>();
            line += R"(,"tag":)" + quoted(c.tag) + R"(,"types":[)";
            for (std::size_t i = 0; i != c.count; ++i) {
                const auto& a = c.alternatives[i];
                line += (i != 0 ? "," : "") + std::string(R"({"type":)") +
                        std::to_string(this->id(*a.type));
                if (a.tags != nullptr) {
                    line += R"(,"tags":[)";
                    for (std::size_t t = 0; t != a.tag_count; ++t) {
                        line += (t != 0 ? "," : "") + quoted(a.tags[t]);
                    }
                    line += ']';
                }
                line += '}';
            }
            line += ']';
        } else if (type.kind == type_kind::object) {
            const auto& o = type.object();
            line += R"(,"tag":)" + quoted(o.tag);
            if (!o.tag_text.empty()) line += R"(,"says":)" + std::string(o.tag_text) + '}';
            line += R"(,"members":{)";
            bool first = true;
            for (std::size_t i = 0; i != o.count; ++i) {
                const auto& m = o.members[i];
                if (m.type->kind == type_kind::extra) continue;
                const std::string name =
                    m.is_read() ? std::string(m.quoted()) : "\"(path " + std::to_string(i) + ")\":";
                line += (first ? "" : ",") + name + std::to_string(this->id(*m.type));
                first = false;
            }
            line += '}';
        } else if (type.inner != nullptr) {
            line += R"(,"inner":)" + std::to_string(this->id(*type.inner));
        }
        std::printf("%s}\n", line.c_str());
    }

    std::map<const json::description*, std::size_t> ids_{};
};

inline printer types{};

template <class T>
std::string type_id() {
    if constexpr (std::is_same_v<T, std::string_view> || std::is_void_v<T>) {
        return "null";  // bytes
    } else {
        return std::to_string(types.id(json::described<T>()));
    }
}

template <class Call>
void operation() {
    using op = oaiwire::operation_of<Call>;
    const std::string request = type_id<oaiwire::request_of<Call>>();
    const std::string response = type_id<typename op::response>();
    std::string chunk = "null";
    if constexpr (requires { typename op::chunk; }) chunk = type_id<typename op::chunk>();
    std::printf(
        R"({"operation":"%s","method":"%s","path":"%s","request":%s,"response":%s,"chunk":%s})"
        "\n",
        std::string(op::id).c_str(), std::string(op::method).c_str(), path_of<Call>().c_str(),
        request.c_str(), response.c_str(), chunk.c_str());
}

template <class T>
void type(const char* name) {
    const std::string id = type_id<T>();
    std::printf(R"({"type":"%s","is":%s})"
                "\n",
                name, id.c_str());
}

}  // namespace sdk_coverage
