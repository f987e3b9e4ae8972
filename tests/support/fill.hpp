// Random values for any type with a JSON form, by reflection. Every value must survive writing and
// reading.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/token_bytes.hpp>
#include <support/bit_cast.hpp>
#include <support/random.hpp>

namespace support {

// Whether T is a list whose elements can be any JSON.
template <class T>
inline constexpr bool takes_any_list = false;
template <class... A>
inline constexpr bool takes_any_list<std::vector<std::variant<A...>>> =
    (std::is_same_v<A, oaiwire::raw_json> || ...);

class filler {
public:
    explicit filler(std::uint64_t seed, bool plain_names = false)
        : random_(seed), plain_names_(plain_names) {}
    explicit filler(random from) : random_(from), plain_names_(false) {}
    // A filler that leaves no member absent and no list or text empty, with one unknown member per
    // object, and without raw JSON that other libraries reject.
    static filler of_every_member(std::uint64_t seed) {
        filler all(seed, true);
        all.every_ = true;
        return all;
    }

    template <class T>
    T make() {
        T value{};
        fill(value);
        return value;
    }

    void fill(bool& out) { out = random_.one_in(2); }
    template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>) void fill(T& out) {
        const std::uint64_t bits = random_.bits();
        out = static_cast<T>(random_.one_in(2) ? bits : bits >> 56);
    }
    void fill(double& out) {
        do {
            out = random_.one_in(2) ? std::bit_cast<double>(random_.bits())
                                    : static_cast<double>(random_.below(2000)) / 100 - 10;
        } while (!std::isfinite(out));
    }
    void fill(float& out) {
        do {
            out = std::bit_cast<float>(static_cast<std::uint32_t>(random_.bits()));
        } while (!std::isfinite(out));
    }
    void fill(std::string& out) {
        static constexpr std::string_view pieces[] = {
            "a",
            "plain text ",
            "\"",
            "\\",
            "\n",
            "/",
            "\x01",
            "\x7f",
            "\xc3\xa9",
            "\xe2\x80\xa8",
            "\xe2\x82\xac",
            "\xf0\x9f\x98\x80",
            "{",
            "}",
            "a longer run of text without anything special ",
            "\t\r\b\f",
            std::string_view("\0", 1)};
        out.clear();
        if (every_) out = "text ";
        for (std::size_t n = random_.below(6); n != 0; --n) {
            out += pieces[random_.below(std::size(pieces))];
        }
    }
    void fill(oaiwire::raw_json& out) { out = raw("null"); }
    void fill(oaiwire::path_parameter&) {}
    void fill(oaiwire::FileContent& out) {
        out = {};
        fill(out.data);
    }
    void fill(oaiwire::EmbeddingVector& out) {
        out = {};
        switch (random_.below(4)) {
            case 0:
                out.form = oaiwire::embedding_form::other;
                out.other = *oaiwire::raw_json::parse(R"({"float":[1.5]})");
                break;
            case 1:
                out.form = oaiwire::embedding_form::base64;
                [[fallthrough]];
            default:
                fill(out.values);
        }
    }
    void fill(oaiwire::extra_members& out) {
        out.clear();
        std::size_t n = random_.one_in(3) ? random_.below(4) : 0;
        if (every_) n = 1;
        for (; n != 0; --n) {
            std::string name;
            fill(name);
            if (plain_names_) name = "a name that needs no escapes " + std::to_string(n);
            out.set("x-" + name, raw("null"));
        }
    }
    template <class E>
    void fill(oaiwire::open_enum<E>& out) {
        constexpr auto names = enumerator_names(E{});
        std::string other;
        fill(other);
        if (plain_names_) other = "a text that is none of ours";
        out.assign(random_.one_in(4) ? std::string_view(other)
                                     : names[random_.below(names.size())]);
    }
    template <class T>
    void fill(oaiwire::field<T>& out) {
        switch (every_ ? 7 : random_.below(8)) {
            case 0:
                out = oaiwire::null;
                break;
            case 1:
            case 2:
                out.reset();
                break;
            default:
                if constexpr (std::is_same_v<T, oaiwire::raw_json>) {
                    out = raw("0");  // null would be the field's own state
                } else {
                    fill(out.emplace());
                }
        }
    }
    template <class T>
    void fill(std::optional<T>& out) {
        out.reset();
        if (every_ || random_.one_in(2)) fill(out.emplace());
    }
    template <class T>
    void fill(std::unique_ptr<T>& out) {
        out.reset();
        if (depth_ > 8 || (!every_ && random_.one_in(2))) return;
        ++depth_;
        out = std::make_unique<T>();
        fill(*out);
        --depth_;
    }
    template <class T, std::size_t N>
    void fill(std::array<T, N>& out) {
        for (T& element : out) fill_element(element);
    }
    template <class T>
    void fill(std::vector<T>& out) {
        out.clear();
        if (depth_ > 8) return;
        ++depth_;
        for (std::size_t n = every_ ? 2 : random_.below(4); n != 0; --n) add(out);
        --depth_;
    }
    void fill(oaiwire::token_bytes& out) {
        out.clear();
        // more than fit in place, now and then
        for (std::size_t n = every_ ? 2 : random_.below(random_.one_in(8) ? 30 : 4); n != 0; --n) {
            out.push_back(static_cast<std::uint8_t>(random_.bits()));
        }
    }
    template <class... A>
    void fill(std::variant<A...>& out) {
        const std::size_t chosen = random_.below(sizeof...(A));
        std::size_t i = 0;
        ((i++ == chosen ? fill_alternative(out, out.template emplace<A>()) : void()), ...);
    }
    template <class T>
    requires(std::is_aggregate_v<T>&& std::is_class_v<T>) void fill(T& out) {
        oaiwire::reflect::with_members(out,
                                       [this](auto&... members) { (this->fill(members), ...); });
        if constexpr (requires {
                          T::tag_values.size();
                          out.type;
                      }) {
            const std::string_view tag = T::tag_values[random_.below(T::tag_values.size())];
            if constexpr (requires { out.type.reset(); }) {
                if (tag.empty()) return out.type.reset();
            }
            out.type = tag;
        }
    }

private:
    oaiwire::raw_json raw(std::string_view instead_of_null) {
        static constexpr std::string_view texts[] = {"",
                                                     "true",
                                                     "-0.0",
                                                     "[1, 2,[]]",
                                                     "{\"a\":{\"b\":null}}",
                                                     "1e999",
                                                     "\"\\ud800 \\u0041\"",
                                                     "{}",
                                                     "12345678901234567890123"};
        if (every_) return *oaiwire::raw_json::parse("{\"a\":[1,{\"b\":null}]}");
        const std::string_view text = texts[random_.below(std::size(texts))];
        return *oaiwire::raw_json::parse(text.empty() ? instead_of_null : text);
    }

    template <class T>
    void fill_element(T& out) {
        fill(out);
        if constexpr (requires { out.is_absent(); }) {
            if (out.is_absent()) out = oaiwire::null;  // an element cannot be absent
        }
    }
    template <class T>
    void add(std::vector<T>& out) {
        T value{};
        fill_element(value);
        out.push_back(std::move(value));
    }
    template <class V>
    void add(std::vector<std::pair<std::string, V>>& out) {
        std::string name;
        fill(name);
        out.emplace_back(name + std::to_string(out.size()), V{});
        fill(out.back().second);
    }

    // An alternative's value must not have the same kind as another's.
    template <class Variant, class A>
    void fill_alternative(Variant&, A& out) {
        fill(out);
    }
    template <class Variant, class T>
    void fill_alternative(Variant&, std::vector<T>& out) {
        fill(out);
        if (out.empty()) add(out);
    }
    template <class Variant>
    void fill_alternative(Variant&, oaiwire::raw_json& out) {
        static constexpr std::string_view texts[] = {"[1, \"x\"]", "false",
                                                     "{\"type\":\"later\", \"role\":1}"};
        constexpr bool tagged = []<class... A>(std::type_identity<std::variant<A...>>) {
            return ((requires { A::tag; }) || ...);
        }(std::type_identity<Variant>{});
        // a list alternative that takes every list
        constexpr bool listed = []<class... A>(std::type_identity<std::variant<A...>>) {
            return (takes_any_list<A> || ...);
        }(std::type_identity<Variant>{});
        constexpr std::size_t first = listed ? 1 : 0;
        out = *oaiwire::raw_json::parse(texts[first + random_.below((tagged ? 3U : 2U) - first)]);
    }

    random random_;
    bool plain_names_;  // no escapes in names of unknown members and in unknown enumerators
    bool every_ = false;
    int depth_ = 0;
};

}  // namespace support
