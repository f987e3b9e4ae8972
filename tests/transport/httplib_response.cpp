#include <oaiwire/transport/httplib_response.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace httplib_response_tests {

using namespace oaiwire;

namespace {

struct recorder {
    int status = 0;
    std::string body{};
    http::flow on_head(const http::response_head& head) {
        status = head.status;
        return http::flow::proceed;
    }
    http::flow on_body(std::string_view bytes) {
        body += bytes;
        return http::flow::proceed;
    }
};

httplib::Response head(int status, std::vector<std::pair<std::string, std::string>> fields) {
    httplib::Response r;
    r.status = status;
    for (auto& [name, value] : fields) r.headers.emplace(name, value);
    return r;
}

// What becomes of a response whose body comes in these pieces: "status body: whole | code | cut".
std::string read(httplib::Response response, const std::vector<std::string_view>& pieces) {
    detail::httplib_watch watch;
    const detail::httplib_watch::turn turn(watch, {}, {}, true);
    recorder out;
    const limits bounds;
    detail::httplib_response<recorder> in(out, watch, bounds, false);
    bool goes_on = in.on_head(response);
    for (const auto piece : pieces) goes_on = goes_on && in.on_body(piece);
    const std::string end = in.failure() != errc::ok ? std::string(name(in.failure()))
                            : in.whole()             ? "whole"
                                                     : "cut";
    return std::to_string(out.status) + " " + out.body + ": " + end;
}

const std::string chunks = "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n";

}  // namespace

TEST_CASE(
    "httplib: a chunked body is decoded here, wherever it is cut, and whole at its end alone") {
    const auto chunked = head(200, {{"Transfer-Encoding", "chunked"}});
    const std::string_view all = chunks;
    for (std::size_t cut = 0; cut <= all.size(); ++cut) {
        INFO(cut);
        CHECK(read(chunked, {all.substr(0, cut), all.substr(cut)}) == "200 abcde: whole");
        if (cut != all.size()) CHECK(read(chunked, {all.substr(0, cut)}).ends_with(": cut"));
    }
    CHECK(read(chunked, {"3\nabc"}) == "200 : invalid_framing");
}

TEST_CASE(
    "httplib: behind an interim head, the final one and its body are read here, wherever cut") {
    for (const std::string& body : {"Transfer-Encoding: chunked\r\n\r\n" + chunks,
                                    std::string("Content-Length: 5\r\n\r\nabcde")}) {
        const std::string text = "HTTP/1.1 200 OK\r\n" + body;
        const std::string_view all = text;
        for (std::size_t cut = 0; cut != all.size(); ++cut) {
            INFO(cut);
            CHECK(read(head(103, {}), {all.substr(0, cut), all.substr(cut)}) == "200 abcde: whole");
        }
    }
}

TEST_CASE("httplib: a head that is none ends the response") {
    CHECK(read(head(103, {}), {"HTTP/1.1 abc\r\n\r\n"}) == "0 : invalid_framing");
    CHECK(read(head(101, {}), {}) == "0 : invalid_framing");
}

}  // namespace httplib_response_tests
