// HTTP messages as data (RFC 9110). No socket, no parser, no JSON; checking is http/fields.hpp's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire::inline v0_2::http {

// Field names compare without regard to ASCII case (RFC 9110, 5.1).
constexpr bool same_name(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    constexpr auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    for (std::size_t i = 0; i != a.size(); ++i) {
        if (lower(a[i]) != lower(b[i])) return false;
    }
    return true;
}

// One field line. A sensitive value (a credential) is wiped when the field goes, and is never part
// of an error or a dump.
class header {
public:
    header() = default;
    header(std::string_view n, std::string_view v, bool is_sensitive = false)
        : name(n), value(v), sensitive(is_sensitive) {}
    header(const header&) = default;
    header(header&& other) noexcept;
    header& operator=(const header& other);
    header& operator=(header&& other) noexcept;
    ~header() { wipe(); }
    friend bool operator==(const header&, const header&) = default;

    std::string name{};
    std::string value{};
    bool sensitive = false;

private:
    void wipe() noexcept;
};

// Field lines in order. Lookups are linear: heads are short.
class header_list {
public:
    header_list() = default;
    header_list(std::initializer_list<header> fields) : fields_(fields) {}

    void add(std::string_view name, std::string_view value, bool sensitive = false) {
        fields_.emplace_back(name, value, sensitive);
    }
    // Replaces every field of that name by one.
    void set(std::string_view name, std::string_view value, bool sensitive = false);
    void remove(std::string_view name) {
        std::erase_if(fields_, [&](const header& h) { return same_name(h.name, name); });
    }
    // The first field of that name, or null; valid until the list changes.
    const header* find(std::string_view name) const;
    // The first field's value, or "".
    std::string_view value(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    std::size_t size() const { return fields_.size(); }
    bool empty() const { return fields_.empty(); }
    void clear() { fields_.clear(); }
    friend bool operator==(const header_list&, const header_list&) = default;

private:
    std::vector<header> fields_{};
};

// Zero turns a timeout off. connect: until the request can be sent. first_byte: until the response
// begins, and anew from each bit of the request that goes out, so that an upload takes the time it
// takes, unless it stands still. idle: from one bit of the response to the next. total: the whole
// call; for calls that are neither streams nor large.
struct timeouts {
    std::int64_t connect_ms = 10'000;
    std::int64_t first_byte_ms = 600'000;
    std::int64_t idle_ms = 120'000;
    std::int64_t total_ms = 0;
    friend bool operator==(const timeouts&, const timeouts&) = default;
};

// Where a request goes: scheme "http" or "https", host as it is written in a URL (an IPv6 address
// with its brackets), port always set.
struct origin {
    std::string scheme{};
    std::string host{};
    std::uint16_t port = 0;
    friend bool operator==(const origin&, const origin&) = default;
};

// A request, ready to be sent as it is: every part was checked when it was built.
struct request {
    std::string method{};
    http::origin origin{};
    std::string target{};   // origin-form: path and query, percent-encoded (RFC 9112, 3.2.1)
    header_list headers{};  // without Host and Content-Length, which follow from the rest
    std::string body{};
    std::shared_ptr<const byte_source> content{};  // where set, sent in the place of `body`
    http::timeouts timeouts{};
    stop_handle stop{};
};

// The absolute URL of a request.
std::string url_of(const request& r);

// Status and fields of a final response; interim (1xx) responses never reach the library.
struct response_head {
    int status = 0;
    header_list headers{};
    friend bool operator==(const response_head&, const response_head&) = default;
};

}  // namespace oaiwire::inline v0_2::http

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire::inline v0_2::http {

OAIWIRE_INLINE header::header(header&& other) noexcept
    : name(std::move(other.name)), value(std::move(other.value)), sensitive(other.sensitive) {
    other.wipe();  // a short value was copied, not moved
}

OAIWIRE_INLINE header& header::operator=(const header& other) {
    if (this != &other) *this = header(other);
    return *this;
}

OAIWIRE_INLINE header& header::operator=(header&& other) noexcept {
    if (this != &other) {
        wipe();
        name = std::move(other.name);
        value = std::move(other.value);
        sensitive = other.sensitive;
        other.wipe();
    }
    return *this;
}

OAIWIRE_INLINE void header::wipe() noexcept {
    if (!sensitive) return;
    value.resize(value.capacity());  // a moved-from short value still lies in the object
    oaiwire::wipe(value);
}

OAIWIRE_INLINE void header_list::set(std::string_view name, std::string_view value,
                                     bool sensitive) {
    remove(name);
    add(name, value, sensitive);
}

OAIWIRE_INLINE const header* header_list::find(std::string_view name) const {
    for (const auto& h : fields_) {
        if (same_name(h.name, name)) return &h;
    }
    return nullptr;
}

OAIWIRE_INLINE std::string_view header_list::value(std::string_view name) const {
    const header* h = find(name);
    return h ? std::string_view(h->value) : std::string_view{};
}

OAIWIRE_INLINE std::string url_of(const request& r) {
    std::string out = r.origin.scheme + "://" + r.origin.host;
    const bool usual = r.origin.port == (r.origin.scheme == "https" ? 443 : 80);
    if (!usual) out.append(":").append(std::to_string(r.origin.port));
    return out.append(r.target);
}

}  // namespace oaiwire::inline v0_2::http

#endif  // OAIWIRE_DEFINES
