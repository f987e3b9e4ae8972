// simdjson's DOM, and On-Demand with a loop over the members: both accept any order.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <oaiwire/json/simd.hpp>

#include "fill.hpp"

namespace bench {

// Both need padding after the text.
class padded_text {
public:
    simdjson::padded_string_view operator()(std::string_view json) {
        if (bytes_.size() < json.size() + simdjson::SIMDJSON_PADDING) {
            bytes_.resize(2 * json.size() + simdjson::SIMDJSON_PADDING);
        }
        std::memcpy(bytes_.data(), json.data(), json.size());
        return simdjson::padded_string_view(bytes_.data(), json.size(), bytes_.size());
    }

private:
    std::vector<char> bytes_{};
};

template <class V, class T>
bool got(V&& value, T& out) {
    return std::forward<V>(value).get(out) == simdjson::SUCCESS;
}

struct simdjson_dom {
    using value = simdjson::dom::element;

    static bool text(value v, std::string_view& out) { return got(v.get_string(), out); }
    static bool integer(value v, std::int64_t& out) { return got(v.get_int64(), out); }
    static bool number(value v, double& out) { return got(v.get_double(), out); }
    template <class F>
    static bool members(value v, F&& f) {
        simdjson::dom::object o;
        if (!got(v.get_object(), o)) return false;
        for (const auto& m : o) f(m.key, m.value);
        return true;
    }
    template <class F>
    static bool elements(value v, F&& f) {
        simdjson::dom::array a;
        if (!got(v.get_array(), a)) return false;
        for (const auto e : a) f(e);
        return true;
    }
};

template <class T>
class simdjson_dom_reader {
public:
    T value{};

    const T& read(std::string_view json) {
        const auto text = padded_(json);
        simdjson::dom::element document;
        if (!got(parser_.parse(text.data(), text.size(), false), document)) std::abort();
        fill<simdjson_dom>::into(document, value);
        return value;
    }

private:
    simdjson::dom::parser parser_{};
    padded_text padded_{};
};

struct simdjson_ondemand {
    using value = simdjson::ondemand::value;

    static bool text(value v, std::string_view& out) { return got(v.get_string(), out); }
    static bool integer(value v, std::int64_t& out) { return got(v.get_int64(), out); }
    static bool number(value v, double& out) { return got(v.get_double(), out); }
    static bool raw(value v, std::string_view& out) {
        return got(simdjson::to_json_string(v), out);
    }
    template <class F>
    static bool members(value v, F&& f) {
        simdjson::ondemand::object o;
        return got(v.get_object(), o) && each(o, f);
    }
    template <class F>
    static bool elements(value v, F&& f) {
        simdjson::ondemand::array a;
        if (!got(v.get_array(), a)) return false;
        for (auto e : a) {
            simdjson::ondemand::value element;
            if (!got(std::move(e), element)) return false;
            f(element);
        }
        return true;
    }
    template <class F>
    static bool each(simdjson::ondemand::object& o, F&& f) {
        for (auto m : o) {
            std::string_view key;
            value v;
            if (!got(m.unescaped_key(), key) || !got(m.value(), v)) return false;
            f(key, v);
        }
        return true;
    }
};

template <class T>
class simdjson_loop_reader {
public:
    explicit simdjson_loop_reader(bool keep = false) : keep_(keep) {}

    T value{};

    const T& read(std::string_view json) {
        simdjson::ondemand::document document;
        simdjson::ondemand::value all;
        if (!got(parser_.iterate(padded_(json)), document)) std::abort();
        if (!got(document.get_value(), all)) std::abort();
        if constexpr (requires { value.extra; }) {
            if (keep_) {
                fill<simdjson_ondemand, true>::into(all, value);
                return value;
            }
        }
        fill<simdjson_ondemand>::into(all, value);
        return value;
    }

private:
    bool keep_;
    simdjson::ondemand::parser parser_{};
    padded_text padded_{};
};

}  // namespace bench
