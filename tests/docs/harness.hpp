// What the tests of the documentation share: captured output, a server, a request, and the code
// blocks of a page.
#pragma once

#include <iostream>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/replay.hpp>

#include <support/catch.hpp>

#include "../../examples/support/server_thread.hpp"

namespace docs_tests {

// The blocks of README.md and docs/*.md between ``` lines in one language, in order.
std::vector<std::string> blocks(std::string_view language);

// Is that text a ```text block of some page?
bool some_page_shows(const std::string& output);

// Collects what is written to standard output while it lives.
class captured_output {
public:
    captured_output() : before_(std::cout.rdbuf(text_.rdbuf())) {}
    captured_output(const captured_output&) = delete;
    ~captured_output() { std::cout.rdbuf(before_); }
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_{};
    std::streambuf* before_;
};

// The examples' server on loopback, reached past the machine's proxy.
class local_server {
public:
    local_server() {
        REQUIRE(server_.started());
        setenv("no_proxy", "127.0.0.1", 1);
    }
    std::string base_url() const { return server_.base_url(); }

private:
    example::server_thread server_{};
};

// A script for replay_transport: status 200 with that body.
inline oaiwire::replay_exchange answer(std::string body,
                                       std::string_view type = "application/json") {
    oaiwire::replay_exchange out;
    out.head.headers.add("Content-Type", type);
    out.body = std::move(body);
    return out;
}

inline const oaiwire::ChatCompletionRequest hello{.model = "m", .messages = {oaiwire::user("Hi")}};

}  // namespace docs_tests
