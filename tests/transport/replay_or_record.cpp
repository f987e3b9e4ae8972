#include <oaiwire/transport/replay_or_record.hpp>

#include <support/catch.hpp>

#include <filesystem>
#include <string>
#include <string_view>

#include <oaiwire/transport/replay.hpp>

namespace replay_or_record_tests {

using namespace oaiwire;

namespace {

using tested = replay_or_record<replay_transport>;
static_assert(http::pull_transport<tested>);
static_assert(http::response_body<tested::body>);

// A cassette file of this test.
struct file {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "oaiwire_replay_or_record.jsonl";
    file() { std::filesystem::remove(path); }
    ~file() { std::filesystem::remove(path); }
};

// Answers with these bodies, in their order.
replay_transport network(std::initializer_list<std::string_view> bodies) {
    std::vector<replay_exchange> script;
    for (const auto b : bodies) script.push_back({.body = std::string(b), .piece = 1});
    return replay_transport(std::move(script));
}

std::string get(tested& t, std::string target) {
    auto body = t.open({.method = "GET", .origin = {"http", "h", 80}, .target = std::move(target)});
    if (!body) return to_string(body.error());
    CHECK(body->head().status == 200);
    std::string out;
    for (;;) {
        auto bytes = body->read_some();
        if (!bytes || bytes->empty()) return out;
        out += *bytes;
    }
}

tested with(const file& f, replay_transport inside, record_mode mode) {
    auto t = tested::open_cassette(std::move(inside), f.path, mode);
    INFO((t ? std::string() : to_string(t.error())));
    REQUIRE(t);
    return *std::move(t);
}

}  // namespace

TEST_CASE("once: the first run records, later ones need no network and add nothing") {
    const file f;
    {
        auto t = with(f, network({"one", "two"}), record_mode::once);
        CHECK(get(t, "/a") == "one");
        CHECK(get(t, "/a") == "two");  // not from what was just recorded
        CHECK(t.failure().code == errc::ok);
        CHECK(t.tape() == nullptr);
    }
    const auto size = std::filesystem::file_size(f.path);
    auto t = with(f, network({}), record_mode::once);
    CHECK(get(t, "/a") == "one");
    CHECK(get(t, "/a") == "two");
    CHECK(get(t, "/b").find("transport_failed: the cassette has no further exchange") == 0);
    CHECK(t.inside().requests().empty());
    CHECK(std::filesystem::file_size(f.path) == size);
}

TEST_CASE("new_episodes: what the cassette does not have is added to it") {
    const file f;
    {
        auto t = with(f, network({"one"}), record_mode::new_episodes);
        CHECK(get(t, "/a") == "one");
    }
    {
        auto t = with(f, network({"two"}), record_mode::new_episodes);
        CHECK(get(t, "/b") == "two");
        CHECK(get(t, "/a") == "one");
        CHECK(t.inside().requests().size() == 1);
    }
    auto t = with(f, network({}), record_mode::none);
    CHECK(get(t, "/b") == "two");
    CHECK(get(t, "/a") == "one");
    REQUIRE(t.tape() != nullptr);
    CHECK(t.tape()->unused().empty());
}

TEST_CASE("none: nothing is recorded, and a cassette must be there") {
    const file f;
    const auto t = tested::open_cassette(network({"one"}), f.path, record_mode::none);
    REQUIRE(!t);
    CHECK(t.error().code == errc::invalid_argument);
    CHECK(!std::filesystem::exists(f.path));
}

TEST_CASE("all: the cassette is written anew") {
    const file f;
    {
        auto t = with(f, network({"one", "two"}), record_mode::all);
        CHECK(get(t, "/a") == "one");
        CHECK(get(t, "/b") == "two");
    }
    {
        auto t = with(f, network({"new"}), record_mode::all);
        CHECK(get(t, "/a") == "new");
    }
    auto t = with(f, network({}), record_mode::none);
    CHECK(get(t, "/a") == "new");
    CHECK(get(t, "/b").find("transport_failed") == 0);
}

TEST_CASE("a network that fails is recorded as that") {
    const file f;
    {
        auto t =
            with(f, replay_transport({{.fault = {.code = errc::tls_failed, .before_head = true}}}),
                 record_mode::once);
        CHECK(get(t, "/a").find("tls_failed") == 0);
    }
    auto t = with(f, network({}), record_mode::once);
    CHECK(get(t, "/a").find("tls_failed") == 0);
}

TEST_CASE("what is added to a cassette begins a line, also where the last one has no end") {
    const file f;
    {
        auto t = with(f, network({"one"}), record_mode::once);
        CHECK(get(t, "/a") == "one");
    }
    // as an editor may leave it
    std::filesystem::resize_file(f.path, std::filesystem::file_size(f.path) - 1);
    {
        auto t = with(f, network({"two"}), record_mode::new_episodes);
        CHECK(get(t, "/b") == "two");
    }
    auto t = with(f, network({}), record_mode::none);
    CHECK(get(t, "/a") == "one");
    CHECK(get(t, "/b") == "two");
}

}  // namespace replay_or_record_tests
