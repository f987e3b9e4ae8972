#include <oaiwire/transport/record.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/transport/cassette_transport.hpp>
#include <oaiwire/transport/replay.hpp>
#include <support/allocation_ledger.hpp>

namespace cassette_memory_tests {

using namespace oaiwire;
using support::allocations;

#if defined(__cpp_exceptions)

namespace {

const std::string key = "sk-a-key-that-is-long-enough";

http::request question() {
    return {
        .method = "POST",
        .origin = {"https", "api.example.com", 443},
        .target = "/v1/chat/completions?api-version=2026-01-01",
        .headers = {{"Authorization", "Bearer " + key, true}, {"Content-Type", "application/json"}},
        .body = R"({"model":"a model with a long name","messages":[]})"};
}

// What a transport gives, until memory runs out.
struct reading {
    errc code = errc::ok;
    std::size_t bytes = 0;
};

reading read_all(http::pull_transport auto& from, const http::request& request) {
    reading out;
    auto body = from.open(request);
    if (!body) {
        out.code = body.error().code;
        return out;
    }
    for (;;) {
        auto bytes = body->read_some();
        if (!bytes) {
            out.code = bytes.error().code;
            return out;
        }
        if (bytes->empty()) return out;
        out.bytes += bytes->size();
    }
}

// Runs f with each allocation failing, once or with all that follow. f gets what it may compare,
// and says whether all is as it must be.
template <class F>
void each_failure(F&& f) {
    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            const std::size_t blocks = allocations.blocks;
            const bool kept = f(k, fails_on, more);
            const bool leaked = allocations.blocks != blocks;
            CAPTURE(k, fails_on);
            REQUIRE(kept);
            REQUIRE(!leaked);
        }
    }
}

void fail_from(std::size_t k, bool fails_on) {
    allocations.failures = 0;
    allocations.fails_on = fails_on;
    allocations.until_failure = k;
}
bool failed() {
    allocations.until_failure = support::allocation_ledger::never;
    return allocations.failures != 0;
}

}  // namespace

TEST_CASE("recording never fails a call, whichever allocation fails: the cassette says so") {
    const replay_exchange e{.head = {200, {{"Content-Type", "text/event-stream"}}},
                            .body = "data: a piece of some length " + key + "\n\n data: two\n\n",
                            .piece = 20};
    const auto request = question();
    each_failure([&](std::size_t k, bool fails_on, bool& more) {
        std::string tape;
        tape.reserve(8192);
        cassette_writer writer(cassette_to(tape));
        replay_transport inside({e});
        auto body = inside.open(request);  // read without failures
        cassette_recording recording;
        fail_from(k, fails_on);
        recording = writer.begin(request);
        recording.head(body->head());
        recording.body("data: a piece of some length ");
        recording.body(std::string_view(key).substr(0, 10));
        recording.body(std::string_view(key).substr(10));
        recording.end();
        more = failed();
        const auto code = writer.failure().code;
        const bool leaks = tape.find(key) != tape.npos;
        if (leaks || (code != errc::ok && code != errc::out_of_memory)) return false;
        if (code == errc::ok) return cassette_transport::from(tape).has_value();
        return more;
    });
}

TEST_CASE("a cassette is replayed, or out_of_memory is returned, whichever allocation fails") {
    std::string tape;
    const auto request = question();
    const replay_exchange e{.body = "a body that is longer than a short string", .piece = 15};
    {
        recording_transport t(replay_transport({e}), cassette_writer(cassette_to(tape)));
        REQUIRE(read_all(t, request).code == errc::ok);
    }
    each_failure([&](std::size_t k, bool fails_on, bool& more) {
        reading got;
        {
            fail_from(k, fails_on);
            auto source = [&]() -> result<cassette_transport> {
                return within_memory([&]() -> result<cassette_transport> {
                    return cassette_transport::from(text_source(tape));
                });
            }();
            if (source) {
                got = read_all(*source, request);
            } else {
                got.code = source.error().code;
            }
            more = failed();
        }
        if (got.code == errc::ok) return got.bytes == e.body.size();
        return got.code == errc::out_of_memory && more && got.bytes <= e.body.size();
    });
}

TEST_CASE("a polled replay ends, with out_of_memory or whole, whichever allocation fails") {
    std::string tape;
    const auto request = question();
    const replay_exchange e{.body = "a body that is longer than a short string", .piece = 15};
    {
        recording_transport t(replay_transport({e}), cassette_writer(cassette_to(tape)));
        REQUIRE(read_all(t, request).code == errc::ok);
    }
    each_failure([&](std::size_t k, bool fails_on, bool& more) {
        auto played = cassette_transport::from(tape);
        std::string again;
        again.reserve(8192);
        recording_transport t(*played, cassette_writer(cassette_to(again)));
        fail_from(k, fails_on);
        std::size_t bytes = 0;
        errc code = errc::ok;
        {
            auto call = t.start(request);
            while (!call.ended()) {
                t.poll(0);
                bytes += call.read().size();
            }
            code = call.error().code;
        }
        more = failed();
        if (code == errc::ok) return bytes == e.body.size();
        return code == errc::out_of_memory && more;
    });
}

#endif

TEST_CASE("a stream of any size is recorded and replayed in flat memory") {
    constexpr std::size_t pieces = 20000;
    const std::string piece = "data: {\"delta\":\"" + std::string(2000, 'x') + "\"}\n\n";
    std::FILE* const file = std::tmpfile();
    REQUIRE(file != nullptr);
    std::uint64_t written = 0;
    const std::size_t before = allocations.bytes;
    std::size_t most = 0;
    {
        cassette_writer writer([&](std::string_view line) -> result<void> {
            written += line.size();
            if (std::fwrite(line.data(), 1, line.size(), file) == line.size()) return {};
            return make_error(errc::send_failed);
        });
        auto recording = writer.begin(question());
        recording.head({200, {}});
        for (std::size_t i = 0; i != pieces; ++i) {
            recording.body(piece);
            most = (std::max)(most, allocations.bytes - before);
        }
        recording.end();
        CHECK(writer.failure().code == errc::ok);
    }
    CHECK(written > pieces * piece.size());
    CHECK(most < 200'000);

    // reads the file from any place
    class source final : public byte_source {
    public:
        source(std::FILE* from, std::uint64_t size) : from_(from), size_(size) {}
        std::uint64_t size() const override { return size_; }
        result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
        result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
            std::fseek(from_, static_cast<long>(offset), SEEK_SET);
            return std::unique_ptr<byte_reader>(std::make_unique<reader>(from_));
        }

    private:
        class reader final : public byte_reader {
        public:
            explicit reader(std::FILE* from) : from_(from) {}
            result<std::size_t> read(char* to, std::size_t room) override {
                return std::fread(to, 1, room, from_);
            }

        private:
            std::FILE* from_;
        };
        std::FILE* from_;
        std::uint64_t size_;
    };
    {
        auto played = cassette_transport::from(std::make_shared<source>(file, written));
        REQUIRE(played);
        auto body = played->open(question());
        REQUIRE(body);
        std::size_t came = 0;
        most = 0;
        for (auto bytes = body->read_some(); bytes && !bytes->empty(); bytes = body->read_some()) {
            came += bytes->size();
            most = (std::max)(most, allocations.bytes - before);
        }
        CHECK(came == pieces * piece.size());
        CHECK(most < 500'000);
    }
    std::fclose(file);
}

}  // namespace cassette_memory_tests
