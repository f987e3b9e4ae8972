// One call of an operation: what is sent, and what is made of the response.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/json/write.hpp>

namespace support {

// A plain call whose response comes in pieces of three bytes.
template <class Request>
struct operation_call {
    std::string line{};  // "POST /v1/evals"
    std::string body{};  // JSON, or the whole form
    std::string accept{};
    std::string content_type{};
    std::string error{};  // "" if the response was read
    std::optional<oaiwire::response_of<Request>> response{};

    operation_call(const Request& request, std::string_view answer, int status = 200,
                   std::string_view type = "application/json") {
        oaiwire::exchange<Request> call(request, {.base_url = "http://localhost/v1"}, {},
                                        oaiwire::call_mode::plain);
        if (call.ended()) {
            error = to_string(call.error());
            return;
        }
        const auto& sent = call.request();
        line = sent.method + ' ' + sent.target;
        accept = sent.headers.value("Accept");
        content_type = sent.headers.value("Content-Type");
        oaiwire::http::content_cursor content(sent);
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
            body.append(*piece);
        }
        oaiwire::http::header_list headers;
        if (!type.empty()) headers.add("Content-Type", type);
        call.head(status, headers);
        while (!answer.empty()) {
            call.feed(answer.substr(0, 3));
            answer.remove_prefix((std::min)(answer.size(), std::size_t{3}));
        }
        call.finish();
        auto read = call.result();
        if (read) {
            response = *std::move(read);
        } else {
            error = to_string(read.error());
        }
    }

    // Whether the response is the same JSON value as the text, without members that are not known.
    bool is(std::string_view text) const {
        if (!response || !response->extra.empty()) return false;
        return nlohmann::json::parse(*oaiwire::json::write(*response)) ==
               nlohmann::json::parse(text);
    }
    // Whether the form has a field of this name and value.
    bool has_field(std::string_view name, std::string_view value) const {
        std::string part("name=\"");
        part.append(name).append("\"\r\n\r\n").append(value).append("\r\n");
        return body.find(part) != body.npos;
    }
    // Whether the form has a file with these bytes.
    bool has_file(std::string_view name, std::string_view filename, std::string_view type,
                  std::string_view bytes) const {
        std::string part("name=\"");
        part.append(name).append("\"; filename=\"").append(filename);
        part.append("\"\r\nContent-Type: ").append(type);
        part.append("\r\n\r\n").append(bytes).append("\r\n");
        return body.find(part) != body.npos;
    }
};

template <class Request, class... More>
operation_call(const Request&, More...) -> operation_call<Request>;

// The target of a list's second page, behind a first page of one entry with the id "a".
template <class Request>
std::string second_page(Request first) {
    static_assert(oaiwire::listing<Request>);
    oaiwire::page_cursor<Request> pages(std::move(first));
    oaiwire::response_of<Request> page;
    page.data.resize(1);
    page.data[0].id = "a";
    page.has_more = true;
    if (!pages.take(page) || pages.request() == nullptr) return "no second page";
    const std::string target = operation_call(*pages.request(), "{}").line;
    page.data[0].id = "b";
    page.has_more = false;
    if (!pages.take(page) || pages.request() != nullptr) return "a third page";
    return target;
}

// The paths of what is wrong with a request, separated by spaces.
template <class Request>
std::string wrong(const Request& request) {
    std::string out;
    for (const auto& one : validate(request)) {
        if (!out.empty()) out += ' ';
        out += one.path;
    }
    return out;
}

}  // namespace support
