#include <oaiwire/stream/payload_queue.hpp>

#include <string>
#include <vector>

#include <support/catch.hpp>

namespace payload_queue_tests {

using oaiwire::detail::payload_queue;

namespace {

// The parts of a text, with "$" for the end of a list and "!" for a cut.
std::vector<std::string> parts(std::string_view text) {
    payload_queue queue;
    queue.put(text, 7);
    CHECK(queue.take() == text);
    CHECK(queue.empty());
    queue.take_apart();
    std::vector<std::string> out;
    while (!queue.empty()) {
        REQUIRE(out.size() < 20);
        const std::string_view part = queue.take();
        out.emplace_back(queue.cut() ? "!" : part.empty() ? "$" : part);
    }
    CHECK(queue.offset() == 7);
    return out;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("consecutive JSON texts are taken one at a time") {
    CHECK(parts("{\"a\":\"}{\"}{}") == list{"{\"a\":\"}{\"}", "{}"});
    CHECK(parts("{}\n\n{}\ndata: [DONE]") == list{"{}", "{}", "[DONE]"});
    CHECK(parts("[DONE]\n[1] {}") == list{"[DONE]", "[1]", "{}"});
    CHECK(parts("{}{\"a\":{} x") == list{"{}", "{\"a\":{} x"});
}

TEST_CASE("the elements of a list, and what follows it, are taken one at a time") {
    CHECK(parts("[{},{}]") == list{"{}", "{}", "$"});
    CHECK(parts("[ {\"a\":[{}]} ,\n{} , 5,]") == list{"{\"a\":[{}]}", "{}", "5", "$"});
    CHECK(parts("[{}]\ndata: [DONE]") == list{"{}", "$", "[DONE]"});
    CHECK(parts("[{}][{}]{}") == list{"{}", "$", "{}", "$", "{}"});
}

TEST_CASE("the rest of an incomplete or malformed list is the last payload") {
    CHECK(parts("[{},{\"a") == list{"{}", "{\"a"});
    CHECK(parts("[{},{}") == list{"{}", "{}", "!"});
    CHECK(parts("[{},") == list{"{}", "!"});
    CHECK(parts("[{},{\"a\":nul},{}]") == list{"{}", "{\"a\":nul},{}]"});
}

TEST_CASE("payloads that need repair are split too") {
    CHECK(parts("{\"a\":NaN}{}") == list{"{\"a\":\"NaN\"}", "{}"});
    CHECK(parts("[{},{\"a\":NaN},{}]") == list{"{}", "{\"a\":\"NaN\"}", "{}", "$"});
    CHECK(parts("[{\"a\":\"\xFF\"}]\n{}") == list{"{\"a\":\"\xEF\xBF\xBD\"}", "$", "{}"});
}

}  // namespace payload_queue_tests
