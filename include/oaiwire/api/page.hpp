// Lists that come in pages: list_operation, and page_cursor, which makes the request of each page.
// Without I/O; api/pages.hpp makes the calls.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/field.hpp>

namespace oaiwire { inline namespace v0_2 {

// The base class of operations that list: GET, and a response with the entries of one page in
// `data`. Where the next page begins is found in the response (see page_cursor).
template <class Page>
struct list_operation : get_operation<Page> {};

// A request for a list: a GET whose response has its entries in `data`.
template <class Call>
concept listing = operation<Call> && requires(response_of<Call>& page) {
    requires operation_of<Call>::method == "GET";
    page.data.data();
    page.data.size();
    requires !std::is_same_v<decltype(page.data), std::string>;  // the bytes of a download
};

// The type of the entries of a list.
template <listing Call>
using item_of = std::remove_reference_t<decltype(*std::declval<response_of<Call>&>().data.data())>;

namespace detail {

inline std::string_view cursor_text(const std::string& text) {
    return text;
}
inline std::string_view cursor_text(const field<std::string>& text) {
    return text ? std::string_view(*text) : std::string_view();
}

// What asks for the page behind this one; "" if it is the last. By the rules of the official SDKs:
// - a page with `next` or `next_page`: that, while has_more is not false;
// - else last_id or, without one, the id of the last entry, while has_more is true and there are
//   entries.
template <class Page>
std::string_view cursor_behind(const Page& page) {
    if constexpr (requires { cursor_text(page.next); }) {
        if constexpr (requires { page.has_more; }) {
            if (!page.has_more.value_or(true)) return {};
        }
        return cursor_text(page.next);
    } else if constexpr (requires { cursor_text(page.next_page); }) {
        if constexpr (requires { page.has_more; }) {
            if (!page.has_more.value_or(true)) return {};
        }
        return cursor_text(page.next_page);
    } else if constexpr (requires { page.has_more; }) {
        if (!page.has_more.value_or(false) || page.data.empty()) return {};
        if constexpr (requires { cursor_text(page.last_id); }) {
            if (const auto last = cursor_text(page.last_id); !last.empty()) return last;
        }
        if constexpr (requires { cursor_text(page.data.back().id); }) {
            return cursor_text(page.data.back().id);
        } else {
            return {};
        }
    } else {
        return {};
    }
}

// One of the cursors before, by which a list that goes round in circles is found (Brent's
// algorithm): in about twice the pages of the circle, and constant memory.
struct cursor_trail {
    std::string seen{};       // "": none yet
    std::uint64_t steps = 0;  // since then
    std::uint64_t most = 1;   // until another is remembered
};

// Puts the cursor into the member of the request that asks for it. False if there is no further
// page. Errors: unrecognised_payload if it is that of a page before, as the list would never end;
// out_of_memory.
result<bool> move_to(std::string_view cursor, field<std::string>& member, cursor_trail& trail);

// The member of a request that takes the cursor.
template <class Request>
field<std::string>* cursor_member(Request& request) {
    if constexpr (requires { cursor_text(request.after); }) {
        return &request.after;
    } else if constexpr (requires { cursor_text(request.page); }) {
        return &request.page;
    } else {
        return nullptr;
    }
}

}  // namespace detail

// Makes the requests for the pages of a list, one after the other. A value without I/O:
//
//     page_cursor pages(ListFilesRequest{.limit = 100});
//     while (const auto* request = pages.request()) {
//         ... make the call; then:
//         if (auto done = pages.take(page); !done) ...
//     }
template <listing Request>
class page_cursor {
public:
    // Begins with the page that `first` asks for.
    explicit page_cursor(Request first) : request_(std::move(first)) {}

    // The request of the next page, valid until take(); null once the last page was taken.
    const Request* request() const { return done_ ? nullptr : &request_; }

    // Takes the response to request(), and makes the next one. Errors: unrecognised_payload if the
    // server names a page as the next one that it has sent before: at once if it is the last one,
    // else after some more; out_of_memory. Nothing follows an error.
    result<void> take(const response_of<Request>& page) {
        field<std::string>* const member = detail::cursor_member(request_);
        done_ = true;
        if (member == nullptr) return {};
        auto more = detail::move_to(detail::cursor_behind(page), *member, trail_);
        if (!more) return std::move(more).error();
        done_ = !*more;
        return {};
    }

private:
    Request request_;
    detail::cursor_trail trail_{};
    bool done_ = false;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE result<bool> move_to(std::string_view cursor, field<std::string>& member,
                                            cursor_trail& trail) {
    if (cursor.empty()) return false;
    return within_memory([&]() -> result<bool> {
        if (member && *member == cursor) {
            return make_error(errc::unrecognised_payload, "the page names itself as the next one");
        }
        if (trail.seen == cursor) {
            return make_error(errc::unrecognised_payload, "the pages of the list repeat");
        }
        if (++trail.steps == trail.most) {
            trail.seen = cursor;
            trail.steps = 0;
            trail.most *= 2;
        }
        member = std::string(cursor);
        return true;
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
