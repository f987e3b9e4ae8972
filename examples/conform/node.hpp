// A value of a JSON text, with its path and its place.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/text/view.hpp>

namespace conform {

// Views the text, which must outlive it.
class node {
public:
    node() = default;
    // `text` is checked: an empty node if it is not JSON.
    explicit node(std::string_view text, std::size_t begins = 0)
        : base_(text.data()), begins_(begins), view_(oaiwire::json_view::checked(text)) {}

    explicit operator bool() const { return view_.exists(); }
    bool is_null() const { return view_.is_null(); }
    bool is_object() const { return view_.is_object(); }
    bool is_array() const { return view_.is_array(); }
    bool is_string() const { return view_.is_string(); }
    bool is_number() const { return view_.is_number(); }
    // Absent or null.
    bool is_unset() const { return !view_.exists() || view_.is_null(); }

    node operator[](std::string_view name) const {
        return inner(view_[name],
                     path_.empty() ? std::string(name) : path_ + "." + std::string(name));
    }
    node operator[](std::size_t index) const {
        oaiwire::json_view found;
        std::size_t i = 0;
        view_.each([&](std::string_view, oaiwire::json_view value) {
            if (i++ != index) return true;
            found = value;
            return false;
        });
        return inner(is_array() ? found : oaiwire::json_view(),
                     path_ + "[" + std::to_string(index) + "]");
    }
    std::size_t size() const {
        std::size_t n = 0;
        view_.each([&](std::string_view, oaiwire::json_view) { return ++n != 0; });
        return n;
    }
    // Calls f(element) for each element of an array.
    template <class F>
    void each(F&& f) const {
        if (!is_array()) return;
        std::size_t i = 0;
        view_.each([&](std::string_view, oaiwire::json_view value) {
            f(inner(value, path_ + "[" + std::to_string(i++) + "]"));
            return true;
        });
    }
    // Calls f(name, member) for each member of an object.
    template <class F>
    void members(F&& f) const {
        if (!is_object()) return;
        view_.each([&](std::string_view name, oaiwire::json_view value) {
            f(name,
              inner(value, path_.empty() ? std::string(name) : path_ + "." + std::string(name)));
            return true;
        });
    }

    std::string_view text() const { return view_.text(); }
    // The decoded string; "" for others.
    std::string string() const { return view_.string().value_or(std::string()); }
    bool is(std::string_view value) const { return is_string() && string() == value; }
    std::optional<std::int64_t> integer() const {
        std::int64_t value = 0;
        const auto t = text();
        const auto [end, failure] = std::from_chars(t.data(), t.data() + t.size(), value);
        if (t.empty() || failure != std::errc() || end != t.data() + t.size()) return std::nullopt;
        return value;
    }
    std::optional<double> number() const {
        double value = 0;
        const auto t = text();
        const auto [end, failure] = std::from_chars(t.data(), t.data() + t.size(), value);
        if (!is_number() || failure != std::errc()) return std::nullopt;
        return value;
    }
    const std::string& path() const { return path_; }
    // In the whole body.
    std::size_t offset() const {
        return view_.exists() ? begins_ + static_cast<std::size_t>(view_.text().data() - base_)
                              : begins_;
    }

private:
    node inner(oaiwire::json_view value, std::string path) const {
        node out;
        out.base_ = base_;
        out.begins_ = view_.exists() && !value.exists() ? offset() : begins_;
        if (value.exists()) out.begins_ = begins_;
        out.view_ = value;
        out.path_ = static_cast<std::string&&>(path);
        return out;
    }

    const char* base_ = nullptr;
    std::size_t begins_ = 0;
    oaiwire::json_view view_{};
    std::string path_{};
};

}  // namespace conform
