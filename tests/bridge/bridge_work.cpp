#include <oaiwire/bridge/bridge_work.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/types/chat_request.hpp>

namespace bridge_work_tests {

using namespace oaiwire;
using detail::bridge_path;
using detail::bridge_work;

TEST_CASE("paths of members and elements") {
    const bridge_path root{};
    CHECK(root.text().empty());
    const bridge_path input = root.member("input");
    const bridge_path item = input.element(12);
    CHECK(item.member("content").text() == "input[12].content");
}

TEST_CASE("the first refusal counts, and strict options refuse what would be noted") {
    bridge_notes notes;
    bridge_options options;
    bridge_work work(notes, options);
    work.lost({nullptr, "a"}, "lost");
    CHECK(work.ok());
    work.refuse({nullptr, "b"}, "no");
    work.refuse({nullptr, "c"}, "no");
    CHECK(work.take_failure().path == "b");
    CHECK(notes.list().size() == 1);

    options.strict = true;
    bridge_work strict(notes, options);
    strict.lost({nullptr, "a"}, "lost");
    CHECK(strict.take_failure().path == "a");
    CHECK(notes.list().size() == 1);
}

TEST_CASE("unknown members are taken over, but not under a name that the other type has") {
    bridge_notes notes;
    const bridge_options options;
    const auto& target = json::detail::described<ChatCompletionRequest>();
    extra_members from;
    REQUIRE(from.set("min_p", 0.5) == errc::ok);
    extra_members to;
    bridge_work work(notes, options);
    work.carry(from, to, target);
    CHECK(work.ok());
    CHECK(to.text() == R"("min_p":0.5)");
    REQUIRE(from.set("seed", 1) == errc::ok);
    work.carry(from, to, target);
    CHECK(work.take_failure().path == "seed");
}

TEST_CASE("the type of what a union holds") {
    const auto& type = json::detail::described<RequestMessage>();
    RequestMessage message = UserMessage{};
    CHECK(detail::type_in(&message, type) == "user");
    message = *raw_json::parse(R"({"role":"odd"})");
    CHECK(detail::type_in(&message, type) == "odd");
    message = *raw_json::parse(R"({"role":5})");
    CHECK(detail::type_in(&message, type).empty());
}

}  // namespace bridge_work_tests
