// Independent threads: a thread sanitizer detects what they share.
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include <support/catch.hpp>

#include <support/outcome.hpp>

namespace threads_tests {

using namespace oaiwire;

namespace {

// Everything that a call does, from the request to the error's text.
std::string all_of_a_call(int seed) {
    std::string out;
    const ChatCompletionRequest request{.model = "m" + std::to_string(seed),
                                        .messages = {user("1 \"\\u00e4 \xC3\xA4")}};
    out += json::write(request).value();
    std::vector<std::string> pieces;
    for (int i = 0; i != 200; ++i) {
        pieces.push_back(chat_stream::says("t" + std::to_string(i * seed) + "\\u00e4"));
        if (i % 50 == 0) pieces.push_back(": comment\n\nevent: other\ndata: {}\n\n");
    }
    pieces.push_back(chat_stream::stops());
    if (seed % 2 == 0) pieces.push_back(chat_stream::done);
    out += support::decode(pieces).text();
    out += support::decode(std::vector<std::string>{"data: {\"choices\":[{]\n\n"}).text();
    const auto wrong = json::read<ChatCompletion>(R"({"choices":[{"index":1.5e400}]})");
    out += to_string(wrong.error());
    return out;
}

}  // namespace

TEST_CASE("calls on separate threads give the same results as alone") {
    constexpr int threads = 4;
    std::vector<std::string> side_by_side(threads);
    std::vector<std::thread> running;
    for (int i = 0; i != threads; ++i) {
        running.emplace_back([&out = side_by_side[static_cast<std::size_t>(i)], i] {
            for (int round = 0; round != 20; ++round) out = all_of_a_call(i);
        });
    }
    for (auto& t : running) t.join();
    for (int i = 0; i != threads; ++i) {
        CHECK(side_by_side[static_cast<std::size_t>(i)] == all_of_a_call(i));
    }
}

}  // namespace threads_tests
