// Stream writers and memory: a warm one allocates nothing, and one that gets none loses nothing.
#include <support/catch.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/server/chat_stream_writer.hpp>
#include <oaiwire/server/completion_stream_writer.hpp>
#include <oaiwire/server/image_stream_writer.hpp>
#include <oaiwire/server/response_stream_writer.hpp>
#include <oaiwire/server/speech_stream_writer.hpp>
#include <oaiwire/server/transcript_stream_writer.hpp>
#include <support/allocation_ledger.hpp>

namespace no_allocation_tests {

using namespace oaiwire;
using support::allocations;

namespace {

constexpr std::string_view pieces[] = {
    " a",
    " word",
    "\"quoted\"\n",
    "\xf0\x9f",
    "\x98\x80 and more",
    "\xe2\x82\xac",
    "\xff",
    "\xc3",
    "a piece that is longer than a short string, to have one too"};

chunk_stream_settings settings(bool padded) {
    return {.id = "chatcmpl-0123456789abcdef0123456789",
            .model = "meta-llama/Llama-3.1-8B-Instruct",
            .system_fingerprint = "fp_0123456789abcdef",
            .created = 1'700'000'000,
            .include_usage = true,
            .obfuscate = padded};
}

void drain(responder& to) {
    to.sent(to.unsent().size());
}

// The allocations of the last of several rounds of f().
template <class F>
std::size_t allocations_when_warm(F&& f) {
    for (int i = 0; i != 20; ++i) f();
    const std::size_t before = allocations.count;
    f();
    return allocations.count - before;
}

}  // namespace

TEST_CASE("a warm writer of chunks allocates nothing, whatever the text") {
    for (const bool padded : {false, true}) {
        responder to;
        chat_stream_writer chat(to, settings(padded));
        CHECK(allocations_when_warm([&] {
                  for (const std::string_view piece : pieces) {
                      for (std::int64_t choice = 0; choice != 3; ++choice) {
                          CHECK(chat.text(piece, choice));
                          CHECK(chat.reasoning(piece, choice));
                          CHECK(chat.arguments(0, piece, choice));
                      }
                      drain(to);
                  }
              }) == 0);
        responder other;
        completion_stream_writer completion(other, settings(padded));
        CHECK(allocations_when_warm([&] {
                  for (const std::string_view piece : pieces) {
                      CHECK(completion.text(piece));
                      drain(other);
                  }
              }) == 0);
    }
}

TEST_CASE("a peer that lags behind costs no allocation once the buffer has its size") {
    responder to({.unsent_limit = 10'000});
    chat_stream_writer chat(to, settings(false));
    CHECK(allocations_when_warm([&] {
              for (int i = 0; i != 200; ++i) {
                  while (!to.full()) CHECK(chat.text(" word"));
                  to.sent(777);
              }
          }) == 0);
}

TEST_CASE("the whole text of a response is all that its writer allocates for") {
    responder to;
    response_stream_writer writer(to, {.obfuscate = true});
    REQUIRE(writer.begin({.id = "resp_1"}));
    for (int i = 0; i != 100; ++i) REQUIRE(writer.text("a\xc3"));
    drain(to);
    const std::size_t before = allocations.count;
    for (int i = 0; i != 10'000; ++i) {
        for (const std::string_view piece : pieces) {
            if (!writer.text(piece)) FAIL();
        }
        drain(to);
    }
    CHECK(allocations.count - before <= 20);  // it doubles

    responder audio;
    speech_stream_writer speech(audio);
    transcript_stream_writer transcript(audio);
    CHECK(allocations_when_warm([&] {
              CHECK(speech.audio(pieces[8]));
              drain(audio);
          }) == 0);
}

#if defined(__cpp_exceptions)

namespace {

// What a program writes, in calls that are repeated when they fail.
struct script {
    responder to{};
    std::string* sent;
    bool fails_on;
    bool stopped = false;

    template <class F>
    void step(F&& call) {
        while (!stopped) {
            const auto done = call();
            const support::no_failures pause;
            if (done) break;
            if (done.error().code != errc::out_of_memory) FAIL(name(done.error().code));
            stopped = fails_on;
        }
    }
    // An object that a program makes may throw.
    template <class F>
    auto made(F&& make) {
        const support::no_failures pause;
        return make();
    }
    ~script() {
        const support::no_failures pause;
        sent->append(to.unsent());
    }
};

// Without the random parts of ids: a call that is repeated makes another one.
std::string without_ids(std::string text) {
    for (const std::string_view prefix : {"\"msg_", "\"rs_"}) {
        for (std::size_t at = 0; (at = text.find(prefix, at)) != std::string::npos; ++at) {
            text.erase(at + prefix.size(), 24);
        }
    }
    return text;
}

void check(const std::function<void(script&)>& run) {
    std::string clean;
    {
        script s{.sent = &clean, .fails_on = false};
        run(s);
    }
    REQUIRE_FALSE(clean.empty());
    clean = without_ids(clean);
    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            std::string got;
            got.reserve(4 * clean.size());
            {
                script s{.sent = &got, .fails_on = fails_on};
                allocations.failures = 0;
                allocations.fails_on = fails_on;
                allocations.until_failure = k;
                run(s);
                allocations.until_failure = support::allocation_ledger::never;
                more = allocations.failures != 0;
            }
            INFO("allocation " << k << (fails_on ? " and all after it" : ""));
            if (fails_on) {
                REQUIRE(clean.starts_with(without_ids(got)));
            } else {
                REQUIRE(without_ids(got) == clean);
            }
        }
    }
}

}  // namespace

TEST_CASE("without memory nothing is lost, sent twice or sent by halves") {
    check([](script& s) {
        auto writer = s.made([&] { return chat_stream_writer(s.to, settings(false)); });
        Logprobs of;
        {
            const support::no_failures pause;
            of.content = {{.token = "\xff a token that is longer than a short string"}};
        }
        s.step([&] { return writer.role(); });
        for (const std::string_view piece : pieces) s.step([&] { return writer.text(piece); });
        s.step([&] { return writer.text(pieces[8], of); });
        s.step([&] { return writer.tool_call(0, "call_0123456789abcdef", "\xff a name"); });
        for (const std::string_view piece : pieces) {
            s.step([&] { return writer.arguments(0, piece, 1); });
        }
        s.step([&] { return writer.finish("stop"); });
        Usage usage;
        usage.total_tokens = 1'000'000'000'000;
        s.step([&] { return writer.done(&usage); });
    });
    check([](script& s) {
        response_stream_writer writer(s.to, {.seed = 3});
        Response start;
        {
            const support::no_failures pause;
            start.id = "resp_0123456789abcdef0123456789";
            start.model = "meta-llama/Llama-3.1-8B-Instruct";
        }
        s.step([&] {
            Response copy;
            {
                const support::no_failures pause;
                copy = start;
            }
            return writer.begin(std::move(copy));
        });
        for (const std::string_view piece : pieces) s.step([&] { return writer.reasoning(piece); });
        for (const std::string_view piece : pieces) s.step([&] { return writer.text(piece); });
        s.step([&] { return writer.refusal("no"); });
        s.step([&] { return writer.incomplete("max_output_tokens"); });
    });
    check([](script& s) {
        image_stream_writer images(s.to, {});
        s.step([&] { return images.partial(pieces[8]); });
        ImageUsage usage;
        usage.total_tokens = 1'000'000'000'000'000;
        s.step([&] { return images.image(pieces[8], &usage); });
        server_error why;
        {
            const support::no_failures pause;
            why.message = "\xff a message that is longer than a short string";
        }
        s.step([&] { return s.to.fail(why); });
    });
    check([](script& s) {
        transcript_stream_writer writer(s.to);
        for (const std::string_view piece : pieces) s.step([&] { return writer.text(piece); });
        s.step([&] { return writer.done(); });
    });
    check([](script& s) { s.step([&] { return s.to.fail({}); }); });
}

#endif

}  // namespace no_allocation_tests
