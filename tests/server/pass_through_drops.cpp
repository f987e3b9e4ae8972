// pass_through without the chunk that only reports usage: the client gets the stream that it would
// have got without asking for usage.
#include <oaiwire/server/pass_through_drops.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/server/pass_through_responses.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <support/block.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/chat_stream.hpp>
#include <support/dialects.hpp>
#include <support/random.hpp>

namespace pass_through_drops_tests {

using namespace oaiwire;

namespace {

struct passed {
    std::string out{};
    token_counts usage{};
    bool ok = false;
};

// Passes a body in pieces of random sizes up to `longest`; 0: at once.
passed pass(const stream_kind& kind, const std::string& body, std::size_t longest,
            const pass_through_options& options) {
    support::random r(longest);
    passed out;
    pass_through through(kind, options);
    const auto write = [&] {
        through.send_all([&](std::string_view piece) { out.out.append(piece); });
    };
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t most = body.size() - at;
        const std::size_t n = longest == 0 ? most : std::min(most, 1 + r.below(longest));
        const support::block lent(std::string_view(body).substr(at, n));
        through.feed(lent.view());
        write();
        at += n;
    }
    through.finish();
    write();
    out.usage = through.usage();
    out.ok = through.ok();
    return out;
}

// Checks that `body` goes out as `expected` does without the option, in any pieces.
void check(const std::string& body, const std::string& expected,
           const stream_kind& kind = stream_kind_of<ChatCompletionChunk>()) {
    for (const std::string_view model : {"", "another"}) {
        pass_through_options options{.model = std::string(model)};
        const std::string want = pass(kind, expected, 0, options).out;
        const passed all = pass(kind, body, 0, options);
        options.drop_usage_chunk = true;
        for (const std::size_t longest : {0u, 700u, 90u, 7u, 1u}) {
            INFO("pieces of " << longest);
            const passed got = pass(kind, body, longest, options);
            CHECK(support::escaped(got.out) == support::escaped(want));
            CHECK(got.usage == all.usage);
            CHECK(got.ok == all.ok);
        }
    }
}
void unchanged(const std::string& body,
               const stream_kind& kind = stream_kind_of<ChatCompletionChunk>()) {
    check(body, body, kind);
}

std::string usage_chunk(std::size_t completion, const std::string& more = "") {
    return R"({"id":"c","model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":)" +
           std::to_string(completion) + "}" + more + "}";
}

}  // namespace

TEST_CASE("the chunk that only reports usage is read and left out, in every framing") {
    for (const auto& d : support::chat_dialects()) {
        INFO(d.name);
        const auto framings = support::framings();
        for (std::size_t f = 0; f != framings.size(); ++f) {
            INFO("framing " << f);
            support::random r(f);
            std::string body, expected;
            for (std::size_t i = 0; i != 12; ++i) {
                const std::string event = framings[f](d.event(r, i));
                body += event;
                expected += event;
                // so many in turn that some match a template
                if (i % 3 != 2) continue;
                for (std::size_t k = 0; k != 3; ++k) body += framings[0](usage_chunk(i + k));
                body += framings[f == 7 ? 7 : f == 8 ? 8 : 1](usage_chunk(i + 3));
            }
            check(body + "data: [DONE]\n\n", expected + "data: [DONE]\n\n");
        }
    }
    const std::string before =
        "data: {\"choices\":[{\"index\":0,\"text\":\"a\",\"finish_reason\":\"stop\"}]}\n\n";
    check(before + "data: " + usage_chunk(1) + "\n\ndata: [DONE]\n\n", before + "data: [DONE]\n\n",
          stream_kind_of<CompletionChunk>());
}

TEST_CASE("only that event is left out, and comments beside it are not") {
    using namespace chat_stream;
    const std::string a = says("a") + stops();
    const std::string usage = usage_chunk(3);
    for (const std::string& end : {std::string(), done}) {
        check(a + ": x\n\n" + event(usage) + ": y\n\n" + end, a + ": x\n\n: y\n\n" + end);
        check(a + "event: x\n\n" + event(usage) + end, a + "event: x\n\n" + end);
        check(a + "event: x\r\n: z\ndata: " + usage + "\r\nid: 1\r\n\r\n" + end, a + end);
        check(a + "data: {\"choices\":[],\ndata:\"usage\":{\"completion_tokens\":3}}\n\n" + end,
              a + end);
        check(event(usage) + a + end, a + end);
    }
    // without its blank line
    check(a + "data: " + usage, a);
    check(a + "data: " + usage + "\n", a);
    check(a + event(usage_chunk(4, R"(,"service_tier":"default","x":[{"choices":[1]}])")), a);
}

TEST_CASE("a chunk with a choice, without counts or beside another text is not left out") {
    using namespace chat_stream;
    unchanged(says("a") + event(R"({"choices":[],"usage":null})") + stops() + done);
    unchanged(event(R"({"choices":[],"prompt_filter_results":[{"prompt_index":0}]})") + says("a") +
              stops() + done);
    unchanged(says("a") +
              event(R"({"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],)"
                    R"("usage":{"completion_tokens":3}})") +
              done);
    unchanged("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}" + usage_chunk(2) +
              "\n\n" + stops() + done);
    unchanged(
        "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"status\":"
        "\"completed\",\"output\":[],\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}\n\n",
        stream_kind_of<ResponseStreamEvent>());
}

TEST_CASE("a stream that breaks off behind the usage ends with an error all the same") {
    using namespace chat_stream;
    const std::string a = says("a");
    for (const std::string& last :
         {std::string(), std::string("data: {\"choices\":[{"),
          event(R"({"error":{"message":"busy"}})"), event("{\"choices\":[{") + done,
          std::string("data: <junk>\n\n")}) {
        check(a + event(usage_chunk(1)) + last, a + last);
    }
}

}  // namespace pass_through_drops_tests
