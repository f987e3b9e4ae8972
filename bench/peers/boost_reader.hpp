// Boost.JSON: a DOM in a reused buffer, then the struct from it.
#pragma once

#if __has_include(<boost/json/src.hpp>) && !defined(BENCH_FEW_PEERS)
#define BENCH_HAS_BOOST 1

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include <boost/json/src.hpp>

#include "fill.hpp"

namespace bench {

struct boost_dom {
    using value = const boost::json::value&;

    static bool text(value v, std::string_view& out) {
        const auto* const s = v.if_string();
        if (s != nullptr) out = {s->data(), s->size()};
        return s != nullptr;
    }
    static bool integer(value v, std::int64_t& out) {
        const auto* const n = v.if_int64();
        if (n != nullptr) out = *n;
        return n != nullptr;
    }
    static bool number(value v, double& out) {
        if (const auto* const d = v.if_double()) {
            out = *d;
            return true;
        }
        std::int64_t n = 0;
        if (!integer(v, n)) return false;
        out = static_cast<double>(n);
        return true;
    }
    template <class F>
    static bool members(value v, F&& f) {
        const auto* const o = v.if_object();
        if (o == nullptr) return false;
        for (const auto& m : *o) f(std::string_view(m.key().data(), m.key().size()), m.value());
        return true;
    }
    template <class F>
    static bool elements(value v, F&& f) {
        const auto* const a = v.if_array();
        if (a == nullptr) return false;
        for (const auto& e : *a) f(e);
        return true;
    }
};

template <class T>
class boost_reader {
public:
    T value{};

    const T& read(std::string_view json) {
        boost::json::static_resource memory(values_.data(), values_.size());
        parser_.reset(&memory);
        boost::json::error_code failed;
        parser_.write(json.data(), json.size(), failed);
        if (failed) std::abort();
        const boost::json::value document = parser_.release();
        fill<boost_dom>::into(document, value);
        parser_.reset();
        return value;
    }

private:
    std::vector<unsigned char> values_ = std::vector<unsigned char>(std::size_t{8} << 20);
    boost::json::parser parser_{};
};

}  // namespace bench

#else
#define BENCH_HAS_BOOST 0
#endif
