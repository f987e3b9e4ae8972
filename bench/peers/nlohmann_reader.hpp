// nlohmann: a DOM, then the struct from it.
#pragma once

#if !defined(BENCH_FEW_PEERS)
#define BENCH_HAS_NLOHMANN 1

#include <cstdint>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "fill.hpp"

namespace bench {

struct nlohmann_dom {
    using value = const nlohmann::json&;

    static bool text(value v, std::string_view& out) {
        const auto* const s = v.get_ptr<const std::string*>();
        if (s != nullptr) out = *s;
        return s != nullptr;
    }
    static bool integer(value v, std::int64_t& out) {
        if (!v.is_number_integer()) return false;
        out = v.get<std::int64_t>();
        return true;
    }
    static bool number(value v, double& out) {
        if (!v.is_number()) return false;
        out = v.get<double>();
        return true;
    }
    template <class F>
    static bool members(value v, F&& f) {
        if (!v.is_object()) return false;
        for (auto i = v.begin(); i != v.end(); ++i) f(std::string_view(i.key()), i.value());
        return true;
    }
    template <class F>
    static bool elements(value v, F&& f) {
        if (!v.is_array()) return false;
        for (const auto& e : v) f(e);
        return true;
    }
};

template <class T>
class nlohmann_reader {
public:
    T value{};

    const T& read(std::string_view json) {
        fill<nlohmann_dom>::into(nlohmann::json::parse(json), value);
        return value;
    }
};

}  // namespace bench

#else
#define BENCH_HAS_NLOHMANN 0
#endif
