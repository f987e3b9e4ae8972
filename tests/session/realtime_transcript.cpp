#include <oaiwire/session/realtime_transcript.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/types/realtime_items.hpp>

namespace realtime_transcript_tests {

using namespace oaiwire;

namespace {

RealtimeMessage message(std::string id, Role role, std::string text = {}) {
    RealtimeMessage out{.role = role, .id = std::move(id)};
    if (!text.empty()) {
        out.content.push_back({.type = RealtimeContentType::input_text, .text = std::move(text)});
    }
    return out;
}

// "user: a|assistant: b"
std::string shown(const realtime_transcript& of) {
    std::string out;
    for (const auto& t : of.turns()) {
        if (!out.empty()) out += '|';
        out += std::string(t.role.text()) + ": " + t.text;
    }
    return out;
}

}  // namespace

TEST_CASE("turns are in the order of the conversation, whatever the order in which they come") {
    realtime_transcript all(10, 100);
    CHECK(all.take(message("c", Role::assistant, "3"), "", true) == errc::ok);
    CHECK(all.take(message("a", Role::user, "1"), "none", true) == errc::ok);
    CHECK(all.take(message("b", Role::assistant, "2"), "c", true) == errc::ok);
    CHECK(shown(all) == "assistant: 3|assistant: 2|user: 1");
    all.remove("b");
    CHECK(shown(all) == "assistant: 3|user: 1");
}

TEST_CASE("a turn that names itself as the one before it is the last") {
    realtime_transcript all(2, 100);
    for (const std::string id : {"a", "b", "c", "d"}) {
        CHECK(all.take(message(id, Role::user, id), id, true) == errc::ok);
        CHECK(all.take(message(id, Role::user, id), id, true) == errc::ok);
    }
    CHECK(shown(all) == "user: c|user: d");
}

TEST_CASE("pieces of text are joined, and the whole replaces them") {
    realtime_transcript all(10, 100);
    CHECK(all.take(message("a", Role::assistant), "", false) == errc::ok);
    CHECK(all.add("a", 0, "Hel") == errc::ok);
    CHECK(all.add("a", 0, "lo") == errc::ok);
    CHECK(all.set("a", 0, "Hello.") == errc::ok);
    CHECK(all.add("a", 1, " You") == errc::ok);
    CHECK(all.set("a", 1, " You?") == errc::ok);
    CHECK(shown(all) == "assistant: Hello. You?");
    CHECK_FALSE(all.turns()[0].complete);
    CHECK(all.take(message("a", Role::assistant), "", true) == errc::ok);
    CHECK(shown(all) == "assistant: Hello. You?");  // audio without its transcript
    CHECK(all.turns()[0].complete);
    CHECK(all.take(message("a", Role::assistant, "Other"), "", true) == errc::ok);
    CHECK(shown(all) == "assistant: Other");
}

TEST_CASE("text of an item that is not known is the assistant's") {
    realtime_transcript all(10, 100);
    CHECK(all.add("x", 0, "hi") == errc::ok);
    CHECK(shown(all) == "assistant: hi");
    all.interrupt("x");
    all.interrupt("y");
    CHECK(all.turns()[0].interrupted);
}

TEST_CASE("the oldest turns are forgotten, and a text that is too long is an error") {
    realtime_transcript all(2, 4);
    CHECK(all.add("a", 0, "1") == errc::ok);
    CHECK(all.add("b", 0, "2") == errc::ok);
    CHECK(all.add("c", 0, "1234") == errc::ok);
    CHECK(shown(all) == "assistant: 2|assistant: 1234");
    CHECK(all.add("c", 0, "5") == errc::limit_exceeded);
    CHECK(all.set("c", 0, "12345") == errc::limit_exceeded);
    CHECK(all.take(message("c", Role::user, "12345"), "", true) == errc::limit_exceeded);
}

}  // namespace realtime_transcript_tests
