// HTTP requests and responses as plain data (RFC 9110). Nothing is checked here; see
// http/fields.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Compares field names, ignoring ASCII case (RFC 9110, 5.1).
constexpr bool same_name(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i != a.size(); ++i) {
        if (oaiwire::detail::lower_case(a[i]) != oaiwire::detail::lower_case(b[i])) return false;
    }
    return true;
}

// One header field. A sensitive value (a credential) is zeroed on destruction and never appears in
// errors or dumps.
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

    std::string name{};      // as sent; compare with same_name()
    std::string value{};     // without surrounding white space
    bool sensitive = false;  // a credential: wiped on destruction, hidden from logs

private:
    void wipe() noexcept;
};

// Header fields in their order. Lookups are linear, since heads are short.
class header_list {
public:
    header_list() = default;
    header_list(std::initializer_list<header> fields) : fields_(fields) {}

    // Appends a field, also if one of that name exists.
    void add(std::string_view name, std::string_view value, bool sensitive = false) {
        fields_.emplace_back(name, value, sensitive);
    }
    // Replaces all fields of that name by one, at the end.
    void set(std::string_view name, std::string_view value, bool sensitive = false);
    // Removes all fields of that name.
    void remove(std::string_view name) {
        std::erase_if(fields_, [&](const header& h) { return same_name(h.name, name); });
    }
    // Returns the first field of that name, or null. Valid until the list is modified.
    const header* find(std::string_view name) const;
    // Returns the value of the first field of that name, or "". Valid until the list is modified.
    std::string_view value(std::string_view name) const;

    // Iteration over const header&, in order.
    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    // The number of fields.
    std::size_t size() const { return fields_.size(); }
    // True if there are no fields.
    bool empty() const { return fields_.empty(); }
    // Removes all fields.
    void clear() { fields_.clear(); }
    friend bool operator==(const header_list&, const header_list&) = default;

private:
    std::vector<header> fields_{};
};

// Timeouts of one attempt, in milliseconds. 0 disables a timeout.
struct timeouts {
    std::int64_t connect_ms = 10'000;  // until the connection is ready for the request
    // until the response begins; restarts whenever part of the request was sent, so that a long
    // upload does not time out while it makes progress
    std::int64_t first_byte_ms = 600'000;
    std::int64_t idle_ms = 120'000;  // between two pieces of the response
    // the whole attempt; off by default, as streams and large bodies may take long
    std::int64_t total_ms = 0;
    friend bool operator==(const timeouts&, const timeouts&) = default;
};

// The server that a request is sent to.
struct origin {
    std::string scheme{};    // "http" or "https"
    std::string host{};      // as written in a URL; an IPv6 address has its brackets
    std::uint16_t port = 0;  // always set, also if it is the scheme's default
    friend bool operator==(const origin&, const origin&) = default;
};

// A request that is ready to send: every part was checked when it was built.
struct request {
    std::string method{};   // upper case
    http::origin origin{};  // the server
    std::string target{};   // origin-form: path and query, percent-encoded (RFC 9112, 3.2.1)
    header_list headers{};  // without Host and Content-Length, which the transport adds
    // The content, if `content` is null.
    std::string body{};
    std::shared_ptr<const byte_source> content{};  // if set, sent instead of `body`
    http::timeouts timeouts{};                     // of this attempt
    stop_handle stop{};                            // cancels the call
};

// Returns the absolute URL of a request. It may contain what the user put into the query.
std::string url_of(const request& r);

// Status and fields of a final response. Transports skip interim (1xx) responses.
struct response_head {
    int status = 0;         // three digits
    header_list headers{};  // in the order of arrival
    friend bool operator==(const response_head&, const response_head&) = default;
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE header::header(header&& other) noexcept
    : name(std::move(other.name)), value(std::move(other.value)), sensitive(other.sensitive) {
    other.wipe();  // moving a short string copies it
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
    // a moved-from string may still hold a short value inside the object
    value.resize(value.capacity());
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
    if (!usual) out.append(":").append(oaiwire::detail::decimal(r.origin.port));
    return out.append(r.target);
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
