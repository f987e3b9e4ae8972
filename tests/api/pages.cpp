#include <oaiwire/api/pages.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/files.hpp>
#include <oaiwire/transport/replay.hpp>

namespace pages_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

replay_exchange answer(std::string body, int status = 200) {
    replay_exchange out;
    out.head.status = status;
    out.head.headers.add("Content-Type", "application/json");
    out.body = std::move(body);
    return out;
}

// The ids "0", "1", ... of `sizes` pages.
std::vector<replay_exchange> pages_of(const std::vector<std::size_t>& sizes) {
    std::vector<replay_exchange> out;
    std::size_t id = 0;
    for (std::size_t p = 0; p != sizes.size(); ++p) {
        std::string body = R"({"object":"list","data":[)";
        for (std::size_t i = 0; i != sizes[p]; ++i) {
            body.append(i == 0 ? "" : ",").append("{\"id\":\"" + std::to_string(id++) + "\"}");
        }
        body.append(p + 1 == sizes.size() ? R"(],"has_more":false})" : R"(],"has_more":true})");
        out.push_back(answer(std::move(body)));
    }
    return out;
}

std::string ids_up_to(std::size_t n) {
    std::string out;
    for (std::size_t i = 0; i != n; ++i) out += std::to_string(i) + ' ';
    return out;
}

template <class List>
std::string ids_of(List& files) {
    std::string out;
    for (const File& file : files) out += *file.id + ' ';
    return out;
}

// A polled transport over a script: each poll brings at most one byte of each response.
struct slow_transport {
    struct transfer {
        std::optional<replay_transport::body> body{};
        oaiwire::error why{};
        std::string piece{};
        std::size_t polls = 0;
        bool over = false;

        const http::response_head* head() const { return body ? &body->head() : nullptr; }
        std::string_view read() {
            piece.clear();
            if (polls++ % 2 == 0 || !body || over) return {};
            auto bytes = body->read_some();
            if (bytes && !bytes->empty()) {
                piece = *bytes;
            } else {
                over = true;
            }
            return piece;
        }
        bool ended() const { return over || !body; }
        const oaiwire::error& error() const { return why; }
        void cancel() {}
    };
    replay_transport script;

    transfer start(const http::request& request) {
        transfer out;
        auto opened = script.open(request);
        if (opened) {
            out.body.emplace(*std::move(opened));
        } else {
            out.why = std::move(opened).error();
        }
        return out;
    }
    bool poll(std::int64_t) { return true; }
};

}  // namespace

TEST_CASE("a list has all entries of all pages in order, however they are cut into pages") {
    for (const auto& sizes : std::vector<std::vector<std::size_t>>{
             {0}, {1}, {3}, {1, 1, 1}, {2, 1}, {1, 2}, {2, 2, 0}, {5, 1, 4}}) {
        std::size_t count = 0;
        for (const auto n : sizes) count += n;
        const replay_transport http(pages_of(sizes));
        client api{http, where};
        auto files = api.list(ListFilesRequest{.limit = 9});
        CHECK(http.requests().empty());
        CHECK(ids_of(files) == ids_up_to(count));
        CHECK(files.ok());
        CHECK(files.error().code == errc::ok);
        REQUIRE(http.requests().size() == sizes.size());
        CHECK(http.requests()[0].target == "/v1/files?limit=9");
        std::size_t last = 0;
        for (std::size_t i = 1; i != sizes.size(); ++i) {
            last += sizes[i - 1];
            CHECK(http.requests()[i].target ==
                  "/v1/files?after=" + std::to_string(last - 1) + "&limit=9");
        }
        CHECK(files.next() == nullptr);
        CHECK(http.requests().size() == sizes.size());
    }
}

TEST_CASE("a page is requested only when its first entry is read") {
    const replay_transport http(pages_of({2, 2, 2}));
    client api{http, where};
    auto files = api.list(ListFilesRequest{});
    for (const File& file : files) {
        if (file.id == "1") break;
    }
    CHECK(http.requests().size() == 1);
    CHECK(files.page().has_more == true);
    REQUIRE(files.next() != nullptr);
    CHECK(http.requests().size() == 2);
}

TEST_CASE("entries before an error are delivered, and none after it") {
    auto script = pages_of({2, 2, 2});
    script[1] = answer(R"({"error":{"message":"no","type":"server_error"}})", 500);
    const replay_transport http(script);
    client api{http, where};
    auto files = api.list(ListFilesRequest{}, {.retry = retry_policy::none()});
    CHECK(ids_of(files) == ids_up_to(2));
    CHECK_FALSE(files.ok());
    CHECK(files.error().api.status == 500);
    CHECK(files.next() == nullptr);
    CHECK(http.requests().size() == 2);
}

TEST_CASE("a server that repeats a page ends the list after its entries") {
    const auto page = answer(R"({"data":[{"id":"a"}],"has_more":true})");
    const replay_transport http({page, page, page});
    client api{http, where};
    auto files = api.list(ListFilesRequest{});
    CHECK(ids_of(files) == "a a ");
    CHECK(files.error().code == errc::unrecognised_payload);
    CHECK(http.requests().size() == 2);
}

TEST_CASE("a request that cannot be built is an error of the list") {
    const replay_transport http({});
    client api{http, where};
    auto files = api.list(ListFilesRequest{.limit = 0});
    CHECK(ids_of(files).empty());
    CHECK(files.error().code == errc::invalid_argument);
    CHECK(files.error().path == "limit");
}

TEST_CASE("a polled list has the same entries, without waiting") {
    for (const auto& sizes :
         std::vector<std::vector<std::size_t>>{{0}, {1}, {3}, {1, 1, 1}, {2, 2, 0}}) {
        std::size_t count = 0;
        for (const auto n : sizes) count += n;
        auto script = pages_of(sizes);
        for (auto& page : script) page.piece = 7;
        slow_transport http{replay_transport(script)};
        polled_list files(http, ListFilesRequest{.limit = 9}, where);
        std::string ids;
        std::size_t waits = 0;
        while (!files.ended()) {
            while (const File* file = files.next()) ids += *file->id + ' ';
            ++waits;
        }
        CHECK(ids == ids_up_to(count));
        CHECK(waits > sizes.size());
        CHECK(files.ok());
        CHECK(http.script.requests().size() == sizes.size());
    }
}

TEST_CASE("a polled list ends with the error of its page, of its request, or when cancelled") {
    slow_transport http{replay_transport({})};
    polled_list broken(http, ListFilesRequest{}, where);
    while (!broken.ended()) CHECK(broken.next() == nullptr);
    CHECK(broken.error().code == errc::transport_failed);

    polled_list refused(http, ListFilesRequest{.limit = 0}, where);
    while (!refused.ended()) CHECK(refused.next() == nullptr);
    CHECK(refused.error().path == "limit");

    slow_transport slow{replay_transport(pages_of({2, 2}))};
    polled_list files(slow, ListFilesRequest{}, where);
    while (files.next() == nullptr) continue;
    files.cancel();
    CHECK(files.ended());
    CHECK(files.next() == nullptr);
    CHECK(files.error().code == errc::cancelled);
}

}  // namespace pages_tests
