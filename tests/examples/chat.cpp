// The example program chat: output, streams and exit status.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <support/catch.hpp>

#include "foreign_server.hpp"
#include "program.hpp"

namespace chat_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended chat(std::vector<std::string> arguments, std::vector<std::string> variables = {},
           std::string_view input = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/chat");
    support::program p(std::move(arguments), std::move(variables), input);
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("without a base URL chat answers itself and says so") {
    const auto streamed = chat({"Why", "is the sky", "blue?"});
    CHECK(streamed.status == 0);
    CHECK(streamed.out.ends_with("You said: Why is the sky blue?\n"));
    CHECK(streamed.err.starts_with("chat: OPENAI_BASE_URL is not set: "));
    CHECK(contains(streamed.err, " completion tokens, first text after "));

    const auto whole = chat({"--no-stream", "Why is the sky blue?"});
    CHECK(whole.status == 0);
    CHECK(whole.out == streamed.out);
}

TEST_CASE("an empty environment variable counts as unset") {
    const auto r = chat({"hi"}, {"OPENAI_BASE_URL=", "OPENAI_MODEL=", "OPENAI_API_KEY="});
    CHECK(r.status == 0);
    CHECK(r.out.ends_with("You said: hi\n"));
}

TEST_CASE("the prompt is read from standard input if there is no argument") {
    CHECK(chat({}, {}, "two\nlines\n").out.ends_with("You said: two\nlines\n"));
    CHECK(chat({"--", "--json"}).out.ends_with("You said: --json\n"));
}

TEST_CASE("--json prints the same response for a streamed and a plain call, as one line") {
    for (const bool stream : {true, false}) {
        INFO(stream);
        const auto r = stream ? chat({"--json", "--model", "m1", "hi"})
                              : chat({"--json", "--no-stream", "--model", "m1", "hi"});
        REQUIRE(r.status == 0);
        REQUIRE(r.out.find('\n') == r.out.size() - 1);
        const auto json = nlohmann::json::parse(r.out);
        CHECK(json["model"] == "m1");
        CHECK(json["choices"][0]["finish_reason"] == "stop");
        CHECK(json["choices"][0]["message"]["role"] == "assistant");
        CHECK(contains(json["choices"][0]["message"]["content"], "You said: hi"));
        CHECK(json["usage"]["completion_tokens"] > 1);
    }
}

TEST_CASE("wrong usage exits with 2, prints nothing and shows the usage") {
    const std::vector<std::vector<std::string>> wrong{
        {"--no-such-option", "hi"}, {"hi", "--model"}, {"-x"}, {}};
    for (const auto& arguments : wrong) {
        const auto r = chat(arguments);
        CHECK(r.status == 2);
        CHECK(r.out.empty());
        CHECK(contains(r.err, "usage: chat [--model M]"));
    }
    const auto help = chat({"--help"});
    CHECK(help.status == 0);
    CHECK(help.out.starts_with("usage: chat "));
}

TEST_CASE("an unreachable server exits with 1 and a message") {
    const auto r = chat({"hi"}, {"OPENAI_BASE_URL=http://127.0.0.1:9/v1"});
    CHECK(r.status == 1);
    CHECK(r.out.empty());
    CHECK(r.err.starts_with("chat: connect_failed: 127.0.0.1:9: "));
    CHECK(chat({"hi"}, {"OPENAI_BASE_URL=not a url"}).status == 1);
}

TEST_CASE("chat works with a foreign server") {
    const support::foreign_server server;
    const std::vector<std::string> variables{"OPENAI_BASE_URL=" + server.base_url(),
                                             "OPENAI_API_KEY=sk-canary", "OPENAI_MODEL=pieces"};
    SECTION("that streams in small pieces") {
        const auto r = chat({"--system", "Be brief.", "hi"}, variables);
        CHECK(r.status == 0);
        CHECK(r.out == "Hello, wörld\n");
        CHECK(contains(r.err, "11 prompt + 22 completion tokens"));
        CHECK(contains(r.err, "finish_reason length"));
        CHECK_FALSE(contains(r.err, "OPENAI_BASE_URL"));
        CHECK(server.authorization() == "Bearer sk-canary");
        const auto body = server.body();
        CHECK(body == nlohmann::json::parse(R"({"model":"pieces","stream":true,"stream_options":)"
                                            R"({"include_usage":true},"messages":)"
                                            R"([{"role":"system","content":"Be brief."},)"
                                            R"({"role":"user","content":"hi"}]})"));
    }
    SECTION("without streaming") {
        const auto r = chat({"--no-stream", "hi"}, variables);
        CHECK(r.status == 0);
        CHECK(r.out == "Hello, whole\n");
        CHECK_FALSE(server.body().value("stream", false));
        CHECK_FALSE(server.body().contains("stream_options"));
        const auto json = chat({"--no-stream", "--json", "hi"}, variables);
        CHECK(nlohmann::json::parse(json.out)["novel"] == nlohmann::json::parse("[1]"));
    }
    SECTION("that answers a streamed call with one body") {
        const auto r = chat({"--model", "whole", "hi"}, variables);
        CHECK(r.status == 0);
        CHECK(r.out == "Hello, whole\n");
    }
    SECTION("that sends no [DONE]") {
        const auto r = chat({"--model", "no_done", "hi"}, variables);
        CHECK(r.status == 0);
        CHECK(r.out == "Hello\n");
    }
    SECTION("whose stream is truncated: the text so far is kept") {
        const auto r = chat({"--model", "truncated", "hi"}, variables);
        CHECK(r.status == 1);
        CHECK(r.out == "Hello\n");
        CHECK(contains(r.err, "chat: truncated_stream: "));
    }
    SECTION("that fails in the middle: the text so far is kept, as text or as JSON") {
        const auto r = chat({"--model", "broken", "hi"}, variables);
        CHECK(r.status == 1);
        CHECK(r.out == "Hello\n");
        CHECK(contains(r.err, "overloaded"));
        const auto json = chat({"--json", "--model", "broken", "hi"}, variables);
        CHECK(json.status == 1);
        CHECK(nlohmann::json::parse(json.out)["choices"][0]["message"]["content"] == "Hello");
    }
    SECTION("that rejects the key: prints the server's message and not the key") {
        for (const char* how : {"--no-stream", "--json"}) {
            const auto r = chat({how, "--model", "denied", "hi"}, variables);
            CHECK(r.status == 1);
            CHECK(r.out.empty());
            CHECK(contains(r.err, "chat: api_error 401: no such key\n"));
            CHECK(contains(r.err, "req_7"));
            CHECK_FALSE(contains(r.err, "canary"));
        }
    }
    SECTION("that does not know the path") {
        const auto r = chat({"--model", "?", "hi"}, variables);
        CHECK(r.status == 1);
        CHECK(contains(r.err, "404"));
    }
}

TEST_CASE("Ctrl-C ends the call, keeps the text so far and exits with 1") {
    const support::foreign_server server;
    for (const bool json : {false, true}) {
        std::vector<std::string> arguments{OAIWIRE_TEST_EXAMPLES "/chat", "--model", "endless",
                                           "hi"};
        if (json) arguments.emplace_back("--json");
        support::program p(arguments, {"OPENAI_BASE_URL=" + server.base_url()});
        if (json) {
            usleep(300'000);
        } else {
            REQUIRE(p.has_written(12));
        }
        p.interrupt();
        CHECK(p.wait() == 1);
        CHECK(contains(p.out(), "again again"));
        CHECK(p.out().ends_with('\n'));
        CHECK(contains(p.err(), "chat: cancelled\n"));
    }
}

}  // namespace chat_tests
