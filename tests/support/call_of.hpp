// What a call of an operation sends, as one text, and what it reads from a response.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/http/content.hpp>

namespace support {

inline const oaiwire::endpoint local_endpoint{.base_url = "http://localhost/v1"};

// The whole content of a request.
inline std::string content_of(const oaiwire::http::request& request) {
    std::string out;
    oaiwire::http::content_cursor content(request);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        out.append(*piece);
    }
    return out;
}

// "METHOD TARGET" and, if there is a body, " BODY"; or the error, as "CODE at PATH".
template <class Request>
std::string sent_of(const Request& request) {
    oaiwire::exchange<Request> call(request, local_endpoint, {}, oaiwire::call_mode::plain);
    if (call.ended()) {
        return std::string(oaiwire::name(call.error().code)) + " at " + call.error().path;
    }
    const auto& built = call.request();
    const auto body = content_of(built);
    return built.method + ' ' + built.target + (body.empty() ? "" : ' ' + body);
}

// The response of a call that is answered with status 200 and that body, or its error.
template <class Request>
auto answered(const Request& request, std::string_view body,
              std::string_view type = "application/json") {
    oaiwire::exchange<Request> call(request, local_endpoint, {}, oaiwire::call_mode::plain);
    oaiwire::http::header_list headers;
    headers.add("Content-Type", type);
    call.head(200, headers);
    call.feed(body);
    call.finish();
    return call.result();
}

}  // namespace support
