#include <oaiwire/api/batch_reader.hpp>
#include <oaiwire/api/batch_writer.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/api/operations/embeddings.hpp>
#include <support/allocation_ledger.hpp>

namespace batch_memory_tests {

using namespace oaiwire;
using support::allocations;

namespace {

// Lines for different ways of reading, with texts that are longer than a short string.
const std::string file =
    R"({"id":"the id of the first result","custom_id":"the first request of all","response":)"
    R"({"status_code":200,"request_id":"the first call","body":{"data":[{"index":0,)"
    R"("embedding":[1,2,3]}],"model":"a model with a long name"}},"error":null})"
    "\n"
    R"({"id":"the id of the second result","custom_id":"the second request of all","response":)"
    R"({"status_code":400,"body":{"error":{"message":"something that was not right"}}}})"
    "\n"
    R"({"id":"the id of the third result","custom_id":"the third request of all","response":)"
    R"({"status_code":200,"body":{"data":[],"model":"a model with a long name"}}})"
    "\n";

// The codes of the results, if the file comes in pieces of that size. Allocates nothing itself.
std::array<errc, 4> codes_of(std::size_t size, std::size_t& count) {
    std::array<errc, 4> out{};
    count = 0;
    batch_reader<EmbeddingRequest> results;
    for (std::size_t at = 0; at < file.size(); at += size) {
        results.feed(std::string_view(file).substr(at, size));
        while (const auto* one = results.next()) {
            if (count < out.size()) out[count] = one->error.code;
            ++count;
        }
    }
    results.finish();
    while (results.next() != nullptr) ++count;
    return out;
}

}  // namespace

#if defined(__cpp_exceptions)

TEST_CASE("a line without memory is a result that says so, and the others are read") {
    for (const std::size_t size : {file.size(), std::size_t{50}}) {
        std::size_t due = 0;
        const auto clean = codes_of(size, due);
        REQUIRE(due == 3);
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            const std::size_t blocks = allocations.blocks;
            allocations.failures = 0;
            allocations.fails_on = false;
            allocations.until_failure = k;
            std::size_t count = 0;
            const auto codes = codes_of(size, count);
            allocations.until_failure = support::allocation_ledger::never;
            more = allocations.failures != 0;
            const bool leaked = allocations.blocks != blocks;
            std::size_t lost = 0;
            bool same = count == due;
            for (std::size_t i = 0; i != due; ++i) {
                if (codes[i] == clean[i]) continue;
                same = same && codes[i] == errc::out_of_memory;
                ++lost;
            }
            CAPTURE(k, size);
            REQUIRE(same);
            REQUIRE(lost <= 1);
            REQUIRE_FALSE(leaked);
        }
    }
}

TEST_CASE("a line is added whole, or out_of_memory is returned and nothing is added") {
    const EmbeddingRequest request{.model = "a model with a long name", .input = "some input"};
    batch_writer whole;
    REQUIRE(whole.add("the first request of all", request));
    bool more = true;
    for (std::size_t k = 0; more; ++k) {
        batch_writer lines;
        allocations.failures = 0;
        allocations.fails_on = false;
        allocations.until_failure = k;
        const auto done = lines.add("the first request of all", request);
        allocations.until_failure = support::allocation_ledger::never;
        more = allocations.failures != 0;
        CAPTURE(k);
        if (done) {
            REQUIRE(lines.text() == whole.text());
        } else {
            REQUIRE(done.error().code == errc::out_of_memory);
            REQUIRE(lines.text().empty());
            REQUIRE(lines.requests() == 0);
        }
    }
}

#endif

TEST_CASE("results of the same form are read without allocations, whatever the cuts") {
    const std::string line(std::string_view(file).substr(0, file.find('\n') + 1));
    batch_reader<EmbeddingRequest> results;
    std::size_t count = 0;
    const auto feed = [&](std::string_view bytes) {
        results.feed(bytes);
        while (const auto* one = results.next()) count += one->ok() ? 1 : 0;
    };
    const auto pass = [&] {
        for (std::size_t at = 0; at != line.size(); ++at) {
            feed(std::string_view(line).substr(0, at));
            feed(std::string_view(line).substr(at));
        }
    };
    pass();
    const std::size_t before = allocations.count;
    pass();
    CHECK(allocations.count == before);
    CHECK(count == 2 * line.size());
}

}  // namespace batch_memory_tests
