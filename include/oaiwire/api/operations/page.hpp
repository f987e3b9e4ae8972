// Appends the page of a list that is requested as a query.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/http/url.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// `after` is the last id of the previous page. Members that are not set are left out.
template <class Request>
void append_page(std::string& target, const Request& request) {
    if (request.after) http::append_query(target, "after", *request.after);
    if (request.limit) http::append_query(target, "limit", std::to_string(*request.limit));
    if (request.order) http::append_query(target, "order", *request.order);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
