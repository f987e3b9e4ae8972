#include <oaiwire/transport/curl_setup.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <string>
#include <vector>

namespace curl_setup_tests {

using namespace oaiwire;

namespace {

std::vector<std::string> texts(const detail::curl_lines& lines) {
    std::vector<std::string> out;
    for (const auto* l = lines.get(); l; l = l->next) out.emplace_back(l->data);
    return out;
}

std::vector<std::string> configured(const http::request& r) {
    REQUIRE(detail::curl_ready());
    const std::unique_ptr<CURL, void (*)(CURL*)> easy(curl_easy_init(), curl_easy_cleanup);
    REQUIRE(easy);
    detail::curl_lines lines;
    REQUIRE(detail::curl_configure(easy.get(), {}, r, r.body, lines));
    return texts(lines);
}

}  // namespace

TEST_CASE("curl: a list of lines keeps its order and can be cleared") {
    detail::curl_lines lines;
    CHECK(texts(lines).empty());
    CHECK(lines.add("A", ": ", "b"));
    CHECK(lines.add("C", ";"));
    CHECK(texts(lines) == std::vector<std::string>{"A: b", "C;"});
    lines.clear();
    CHECK(lines.get() == nullptr);
}

TEST_CASE(
    "curl: request fields are passed unchanged, and fields that libcurl would add are suppressed") {
    const http::request r{.method = "POST",
                          .origin = {"http", "127.0.0.1", 9},
                          .target = "/",
                          .headers = {{"Accept", "text/event-stream"}, {"X-Empty", ""}},
                          .body = "{}"};
    CHECK(configured(r) == std::vector<std::string>{"Accept: text/event-stream", "X-Empty;",
                                                    "Content-Type:", "Expect:"});
}

TEST_CASE("curl: a connection that was never kept needs no cleanup") {
    detail::curl_kept kept;
    CHECK_FALSE(kept.take_spoilt(1, 2));
}

}  // namespace curl_setup_tests
