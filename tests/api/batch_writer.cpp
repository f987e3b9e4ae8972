#include <oaiwire/api/batch_writer.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <utility>

#include <oaiwire/api/operations/completions.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/batches.hpp>

namespace batch_writer_tests {

using namespace oaiwire;

namespace {

EmbeddingRequest asking(std::string input) {
    return {.model = "m", .input = std::move(input)};
}

std::string bytes_of(const FileContent& file) {
    std::string out;
    http::content_cursor content({}, file.source);
    for (;;) {
        auto piece = content.next();
        if (!piece) return out + "|" + std::string(name(piece.error().code));
        if (piece->empty()) return out;
        out += *piece;
    }
}

}  // namespace

TEST_CASE("a line has the request as a plain call sends it") {
    batch_writer lines;
    CHECK(lines.url().empty());
    REQUIRE(lines.add("a\"1", asking("one")));
    REQUIRE(lines.add("a2", asking("two\nlines")));
    CHECK(lines.text() == R"({"custom_id":"a\"1","method":"POST","url":"/v1/embeddings",)"
                          R"("body":{"model":"m","input":"one"}})"
                          "\n"
                          R"({"custom_id":"a2","method":"POST","url":"/v1/embeddings",)"
                          R"("body":{"model":"m","input":"two\nlines"}})"
                          "\n");
    CHECK(lines.url() == "/v1/embeddings");
    CHECK(lines.requests() == 2);
    CHECK(lines.bytes() == lines.text().size());
    const auto bytes = lines.bytes();
    lines.clear();
    CHECK(lines.text().empty());
    CHECK(lines.bytes() == bytes);
}

TEST_CASE("members for streams are not sent") {
    CompletionRequest request{.model = "m", .prompt = "x"};
    request.stream = true;
    request.stream_options = StreamOptions{.include_usage = true};
    batch_writer lines;
    REQUIRE(lines.add("a", request));
    const auto line = json::read<BatchRequestInput>(lines.text());
    REQUIRE(line);
    CHECK(line->url == "/v1/completions");
    CHECK(line->body.text() == R"({"model":"m","prompt":"x","stream":false})");
}

TEST_CASE("a body whose JSON has line ends is one line") {
    const auto body = raw_json::parse("{\r\n \"a\" : [1,\n2],\n\"b\":\"\\n\"}");
    REQUIRE(body);
    batch_writer lines;
    REQUIRE(lines.add_raw("a", "/v1/images/edits", *body));
    CHECK(lines.text().find('\n') == lines.text().size() - 1);
    CHECK(lines.text().find('\r') == lines.text().npos);
    const auto line = json::read<BatchRequestInput>(lines.text());
    REQUIRE(line);
    CHECK(line->body.text() == "{   \"a\" : [1, 2], \"b\":\"\\n\"}");
}

TEST_CASE("what cannot be a line is an error, and nothing is added") {
    batch_writer lines;
    CHECK(lines.add("", asking("x")).error().path == "custom_id");
    CHECK(lines.add("\xff", asking("x")).error().code == errc::invalid_text);
    CHECK(lines.add("a", asking("\xff")).error().code == errc::invalid_text);
    CHECK(lines.add("a", EmbeddingRequest{}).error().path == "model");
    CHECK(lines.requests() == 0);
    REQUIRE(lines.add("a", asking("x")));
    const auto other = lines.add("b", CompletionRequest{.model = "m", .prompt = "x"});
    REQUIRE_FALSE(other);
    CHECK(other.error().path == "url");
    CHECK(lines.requests() == 1);

    batch_writer unchecked({.validate = false});
    CHECK(unchecked.add("a", EmbeddingRequest{}));
}

TEST_CASE("a file has no more lines and bytes than it may have") {
    batch_writer two({.max_requests = 2});
    REQUIRE(two.add("a", asking("x")));
    two.clear();
    REQUIRE(two.add("b", asking("x")));
    const auto third = two.add("c", asking("x"));
    REQUIRE_FALSE(third);
    CHECK(third.error().code == errc::limit_exceeded);

    batch_writer all;
    REQUIRE(all.add("a", asking("x")));
    for (const std::uint64_t room : {all.bytes() - 1, all.bytes(), 2 * all.bytes() - 1}) {
        batch_writer lines({.max_bytes = room});
        CHECK(lines.add("a", asking("x")).has_value() == (room >= all.bytes()));
        CHECK_FALSE(lines.add("b", asking("x")));
        CHECK(lines.bytes() <= room);
    }
}

TEST_CASE("a file whose lines are made while it is read has the bytes of the writer, each time") {
    const auto make = [](std::size_t i, batch_writer& lines) -> result<bool> {
        if (i == 300) return false;
        auto done = lines.add("id-" + std::to_string(i), asking(std::string(i + 1, 'x')));
        if (!done) return std::move(done).error();
        return true;
    };
    batch_writer all;
    for (std::size_t i = 0; *make(i, all); ++i) continue;
    const auto file = batch_file(make);
    REQUIRE(file);
    CHECK(file->filename == "batch.jsonl");
    CHECK(file->content_type == "application/jsonl");
    CHECK(file->source->size() == all.bytes());
    CHECK(bytes_of(*file) == all.text());
    CHECK(bytes_of(*file) == all.text());
}

TEST_CASE("the error of a function that makes lines is the file's, or that of sending it") {
    int calls = 0;
    const auto make = [&calls](std::size_t i, batch_writer& lines) -> result<bool> {
        ++calls;
        if (i == 2) return false;
        if (calls > 4) return make_error(errc::tool_failed);
        auto done = lines.add("a", asking("x"));
        if (!done) return std::move(done).error();
        return true;
    };
    auto file = batch_file(make);
    REQUIRE(file);
    CHECK(calls == 3);
    CHECK(bytes_of(*file).ends_with("|tool_failed"));
    calls = 5;
    CHECK(batch_file(make).error().code == errc::tool_failed);
}

TEST_CASE("lines that differ between the passes end the call") {
    int pass = 0;
    const auto file = batch_file([&pass](std::size_t i, batch_writer& lines) -> result<bool> {
        if (i == 0) ++pass;
        if (i == 1) return false;
        auto done = lines.add("a", asking(std::string(static_cast<std::size_t>(pass), 'x')));
        if (!done) return std::move(done).error();
        return true;
    });
    REQUIRE(file);
    CHECK(bytes_of(*file).ends_with("|invalid_content"));
}

TEST_CASE("an empty batch is an empty file") {
    const auto file = batch_file([](std::size_t, batch_writer&) -> result<bool> { return false; });
    REQUIRE(file);
    CHECK(file->source->size() == 0);
}

}  // namespace batch_writer_tests
