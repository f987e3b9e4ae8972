// RapidJSON in situ, with reused buffers, then the struct from its DOM. By default it does not
// validate UTF-8 and rounds some doubles to a neighbour of the nearest.
#pragma once

#include "rapidjson_found.hpp"

#if BENCH_RAPIDJSON_FOUND && !defined(BENCH_FEW_PEERS)
#define BENCH_HAS_RAPIDJSON 1

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>

#include "fill.hpp"

namespace bench {

struct rapidjson_dom {
    using json = rapidjson::GenericValue<rapidjson::UTF8<>, rapidjson::MemoryPoolAllocator<>>;
    using value = const json&;

    static bool text(value v, std::string_view& out) {
        if (!v.IsString()) return false;
        out = {v.GetString(), v.GetStringLength()};
        return true;
    }
    static bool integer(value v, std::int64_t& out) {
        if (!v.IsInt64()) return false;
        out = v.GetInt64();
        return true;
    }
    static bool number(value v, double& out) {
        if (!v.IsNumber()) return false;
        out = v.GetDouble();
        return true;
    }
    template <class F>
    static bool members(value v, F&& f) {
        if (!v.IsObject()) return false;
        for (auto i = v.MemberBegin(); i != v.MemberEnd(); ++i) {
            f(std::string_view(i->name.GetString(), i->name.GetStringLength()), i->value);
        }
        return true;
    }
    template <class F>
    static bool elements(value v, F&& f) {
        if (!v.IsArray()) return false;
        for (auto i = v.Begin(); i != v.End(); ++i) f(*i);
        return true;
    }
};

template <class T>
class rapidjson_reader {
public:
    T value{};

    const T& read(std::string_view json) {
        if (text_.size() <= json.size()) text_.resize(2 * json.size() + 1);
        std::memcpy(text_.data(), json.data(), json.size());
        text_[json.size()] = '\0';
        pool values(values_.data(), values_.size());
        pool stack(stack_.data(), stack_.size());
        rapidjson::GenericDocument<rapidjson::UTF8<>, pool, pool> document(&values, 1024, &stack);
        document.ParseInsitu(text_.data());
        if (document.HasParseError()) std::abort();
        fill<rapidjson_dom>::into(document, value);
        return value;
    }

private:
    using pool = rapidjson::MemoryPoolAllocator<>;
    static constexpr std::size_t pool_size = std::size_t{4} << 20;

    std::vector<char> text_{};
    std::vector<char> values_ = std::vector<char>(pool_size);
    std::vector<char> stack_ = std::vector<char>(pool_size);
};

}  // namespace bench

#else
#define BENCH_HAS_RAPIDJSON 0
#endif
