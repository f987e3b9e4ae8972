#include <oaiwire/tools/tool_conversation.hpp>
//
#include <support/catch.hpp>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <support/random.hpp>

#include "scripts.hpp"

namespace tool_conversation_tests {

using namespace tool_tests;

namespace {

// Two tools with functions, of which one fails, and one that the program answers.
struct tools_of_test {
    tool_set set{};
    std::vector<std::string> ran{};

    tools_of_test() {
        set.add<CityQuery>("weather", "The weather",
                           [this](const CityQuery& q, const tool_context& c) {
                               ran.push_back(std::string(c.id));
                               return "sunny in " + q.city;
                           })
            .add<CityQuery>("broken", "Fails",
                            [this](const CityQuery&, const tool_context& c) -> result<std::string> {
                                ran.push_back(std::string(c.id));
                                return make_error(errc::tool_failed, "out of order");
                            })
            .declare<CityQuery>("later", "Takes long");
    }
};

// Runs a script of responses to the end, and checks each request as a server would. Calls without a
// function are answered in reverse order.
template <class Conversation>
void play(Conversation& talk, const std::vector<ChatCompletion>& script) {
    std::size_t next = 0;
    while (!talk.done()) {
        if (talk.run()) continue;
        switch (talk.next()) {
            case tool_step::send:
                CHECK(wrong_in(talk.request().messages) == "");
                REQUIRE(next != script.size());
                talk.take(script[next++]);
                break;
            case tool_step::approve:
                talk.approve();
                break;
            case tool_step::answer:
                for (std::size_t i = talk.calls().size(); i-- != 0;) {
                    if (talk.calls()[i].state == call_state::waiting) {
                        CHECK(talk.answer(i, "late"));
                        break;
                    }
                }
                break;
            default:
                FAIL("not a step of the program's");
        }
    }
    CHECK(wrong_in(talk.request().messages) == "");
}

}  // namespace

TEST_CASE("a conversation without calls is one request and its answer") {
    tools_of_test tools;
    tool_conversation talk(question(), tools.set);
    CHECK(talk.next() == tool_step::send);
    CHECK(talk.request().tools->size() == 3);
    talk.take(says("Hello"));
    CHECK(talk.ok());
    CHECK(text(talk.response()) == "Hello");
    CHECK(told(talk.request().messages) == "user assistant");
    CHECK(talk.rounds() == 1);
}

TEST_CASE("calls are run and answered in their order before the next request") {
    tools_of_test tools;
    tool_conversation talk(question(), tools.set, {.queue_events = true});
    play(talk, {asks({{"a", "weather"}, {"b", "broken"}, {"c", "weather", R"({"city":"Bergen"})"}}),
                says("Done")});
    CHECK(talk.ok());
    CHECK(told(talk.request().messages) ==
          "user assistant(a b c) tool(a: sunny in Oslo) tool(b: error: out of order) "
          "tool(c: sunny in Bergen) assistant");
    CHECK(tools.ran == std::vector<std::string>{"a", "b", "c"});
    CHECK(talk.usage().total == 30);
    CHECK(talk.calls().size() == 3);
    CHECK(talk.calls()[1].error.code == errc::tool_failed);
    CHECK(events_of(talk) ==
          "round response call:weather call:broken call:weather started:weather finished:weather "
          "started:broken failed:broken started:weather finished:weather round response done");
}

TEST_CASE("calls that the program answers keep their order, whatever order they finish in") {
    const std::vector<ChatCompletion> script{
        asks({{"a", "later"}, {"b", "weather"}, {"c", "later"}}), says("Done")};
    for (const bool reversed : {false, true}) {
        tools_of_test tools;
        tool_conversation talk(question(), tools.set);
        talk.take(script[0]);
        // functions run while the others are waited for
        CHECK(talk.next() == tool_step::run);
        CHECK(talk.run());
        CHECK(talk.next() == tool_step::answer);
        CHECK(talk.call()->id == "a");
        CHECK_FALSE(talk.answer("b", "it has run"));
        CHECK_FALSE(talk.answer("z", "there is none"));
        CHECK(talk.answer(reversed ? "c" : "a", reversed ? "3" : "1"));
        CHECK_FALSE(talk.answer(reversed ? "c" : "a", "twice"));
        CHECK(talk.answer(reversed ? "a" : "c", reversed ? "1" : "3"));
        CHECK(talk.next() == tool_step::send);
        CHECK(told(talk.request().messages) ==
              "user assistant(a b c) tool(a: 1) tool(b: sunny in Oslo) tool(c: 3)");
    }
}

TEST_CASE("answers are texts, JSON, values, or errors") {
    tools_of_test tools;
    tool_conversation talk(question(), tools.set);
    talk.take(asks({{"a", "later"}, {"b", "later"}, {"c", "later"}, {"d", "later"}}));
    CHECK(talk.answer("d", CityQuery{.city = "Rome"}));
    CHECK(talk.answer(std::size_t{0}, result<int>(7)));
    CHECK(talk.answer("b", make_error(errc::tool_failed, "no")));
    CHECK(talk.answer("c", result<void>()));
    CHECK(told(talk.request().messages) ==
          "user assistant(a b c d) tool(a: 7) tool(b: error: no) tool(c: ok) "
          "tool(d: {\"city\":\"Rome\"})");
}

TEST_CASE("errors are told to the model, or end the loop before anything has run") {
    struct row {
        asked call;
        on_error tool_options::*policy;
        errc code;
        std::string told;
    };
    const row rows[]{
        {{"x", "wether"},
         &tool_options::unknown_tools,
         errc::unknown_tool,
         "error: there is no tool \"wether\"; there are \"weather\", \"broken\", \"later\""},
        {{"x", "weather", R"({"city":"x","days":{}})"},
         &tool_options::bad_arguments,
         errc::type_mismatch,
         "error: the arguments are not valid: type_mismatch at days"},
        {{"x", "weather", "no idea"},
         &tool_options::bad_arguments,
         errc::unexpected_byte,
         "error: the arguments are not valid: "},
        {{"x", "broken"}, &tool_options::failed_tools, errc::tool_failed, "error: out of order"},
    };
    for (const row& r : rows) {
        INFO(r.call.name << r.call.arguments);
        const auto script = asks({{"a", "weather"}, r.call});
        {
            tools_of_test tools;
            tool_conversation talk(question(), tools.set, {.rounds = 2});
            play(talk, {script, says("Sorry")});
            CHECK(talk.ok());
            CHECK(told(talk.request().messages).find("tool(x: " + r.told) != std::string::npos);
            CHECK(talk.calls()[1].error.kind() == kind_of(r.code));
        }
        {
            tools_of_test tools;
            tool_options options;
            options.*r.policy = on_error::end;
            tool_conversation talk(question(), tools.set, std::move(options));
            talk.take(script);
            while (talk.run()) {
            }
            CHECK(talk.done());
            CHECK(talk.error().kind() == kind_of(r.code));
            // nothing is lost, and the request can be sent again
            CHECK(talk.response().choices.size() == 1);
            CHECK(told(talk.request().messages) == "user");
            if (r.call.name != "broken") CHECK(tools.ran.empty());
        }
    }
}

TEST_CASE("what the model is told about an error can be chosen") {
    tools_of_test tools;
    tool_options options;
    options.error_text = [](const called_tool& call) {
        return call.name + ": " + std::string(name(call.error.code));
    };
    tool_conversation talk(question(), tools.set, options);
    talk.take(asks({{"a", "broken"}, {"b", "none"}}));
    while (talk.run()) {
    }
    CHECK(told(talk.request().messages) ==
          "user assistant(a b) tool(a: broken: tool_failed) tool(b: none: unknown_tool)");
}

TEST_CASE("ids that are missing or not unique are made up, the same each time") {
    for (int i = 0; i != 2; ++i) {
        tools_of_test tools;
        tool_conversation talk(question(), tools.set);
        talk.take(asks({{"", "weather"}, {"a", "weather"}, {"a", "weather"}, {"", "weather"}}));
        while (talk.run()) {
        }
        CHECK(wrong_in(talk.request().messages) == "");
        CHECK(told(talk.request().messages).starts_with("user assistant(call_1_1 a a_3 call_1_4)"));
    }
}

TEST_CASE("approval is asked before anything runs; what is denied is told to the model") {
    tools_of_test tools;
    tools.set.add<CityQuery>("harmless", "", [](const CityQuery&) { return "done"; },
                             {.needs_approval = false});
    tool_conversation talk(question(), tools.set, {.ask_approval = true, .queue_events = true});
    talk.take(asks({{"a", "weather"}, {"b", "weather"}, {"c", "harmless"}, {"d", "later"}}));
    CHECK(talk.next() == tool_step::approve);
    CHECK(talk.call()->id == "a");
    CHECK(talk.deny("too dear"));
    CHECK(talk.call()->id == "b");
    CHECK(talk.run());  // what needs no approval need not wait for it
    CHECK_FALSE(talk.run());
    CHECK(talk.decide(3, true));
    CHECK_FALSE(talk.decide(3, true));
    CHECK(talk.approve());
    CHECK_FALSE(talk.approve());
    CHECK(talk.run());
    CHECK(talk.next() == tool_step::answer);
    CHECK(talk.answer("d", "late"));
    CHECK(told(talk.request().messages) ==
          "user assistant(a b c d) tool(a: error: the call was not approved: too dear) "
          "tool(b: sunny in Oslo) tool(c: done) tool(d: late)");
    CHECK(tools.ran == std::vector<std::string>{"b"});
    CHECK(events_of(talk) ==
          "round response call:weather call:weather call:harmless call:later denied:weather "
          "failed:weather started:harmless finished:harmless approved:later started:later "
          "approved:weather started:weather finished:weather finished:later round");
}

TEST_CASE("a hook approves, denies, or ends the loop") {
    const std::vector<ChatCompletion> script{asks({{"a", "weather"}, {"b", "weather"}}),
                                             says("Done")};
    for (const int what : {0, 1, 2}) {
        tools_of_test tools;
        std::string asked_about;
        tool_options options;
        options.approve = [&](const called_tool& call) -> approval {
            asked_about += call.id;
            if (call.id == "a") return true;
            return what == 0   ? approval(true)
                   : what == 1 ? approval(false)
                               : approval::end("enough");
        };
        tool_conversation talk(question(), tools.set, options);
        play(talk, script);
        CHECK(asked_about == "ab");
        CHECK(talk.ok() == (what != 2));
        if (what == 2) {
            CHECK(talk.error().code == errc::tool_denied);
            CHECK(talk.error().message == "tool \"weather\": the call was not approved: enough");
            CHECK(tools.ran.empty());
        } else {
            CHECK(tools.ran.size() == (what == 0 ? 2u : 1u));
        }
    }
}

TEST_CASE("a model that calls tools forever is stopped by each bound") {
    struct row {
        tool_options options;
        tool_bound bound;
        std::size_t rounds;
        std::size_t ran;
        std::string why;
    };
    const row rows[]{
        {{.rounds = 3}, tool_bound::rounds, 3, 4, "a bound was reached: rounds, 3"},
        {{.rounds = 1}, tool_bound::rounds, 1, 0, "a bound was reached: rounds, 1"},
        {{.calls = 5}, tool_bound::calls, 3, 4, "a bound was reached: calls, 5"},
        {{.tokens = 45}, tool_bound::tokens, 3, 4, "a bound was reached: tokens, 45"},
    };
    const std::vector<ChatCompletion> endless(20, asks({{"a", "weather"}, {"b", "weather"}}));
    for (const row& r : rows) {
        INFO(r.why);
        {
            tools_of_test tools;
            tool_conversation talk(question(), tools.set, r.options);
            play(talk, endless);
            CHECK(talk.error().code == errc::tool_limit);
            CHECK(talk.error().message == r.why);
            CHECK(talk.bound() == r.bound);
            CHECK(talk.rounds() == r.rounds);
            CHECK(tools.ran.size() == r.ran);
            // the last response is kept beside the messages
            CHECK(talk.response().choices[0].message->tool_calls->size() == 2);
            CHECK(talk.request().messages.size() == 1 + 3 * (r.rounds - 1));
        }
        // one more request, without calls
        tool_options options = r.options;
        options.final_answer = true;
        auto script = endless;
        script[r.rounds] = says("So far");
        tools_of_test tools;
        tool_conversation talk(question(), tools.set, options);
        for (std::size_t i = 0; i != r.rounds; ++i) {
            talk.take(script[i]);
            while (talk.run()) {
            }
        }
        REQUIRE(talk.next() == tool_step::send);
        CHECK(wrong_in(talk.request().messages) == "");
        const auto* choice = std::get_if<open_enum<ToolChoiceMode>>(&*talk.request().tool_choice);
        CHECK(*choice == ToolChoiceMode::none);
        CHECK(talk.calls().back().output == "error: not run: no more calls are allowed");
        auto obstinate = std::move(talk);
        tool_conversation other(question(), tools.set, options);
        play(other, script);
        CHECK(other.ok());
        CHECK(other.bound() == r.bound);
        CHECK_FALSE(other.request().tool_choice);
        obstinate.take(endless[0]);
        CHECK(obstinate.error().code == errc::tool_limit);
    }
}

TEST_CASE("time ends the loop wherever it is") {
    for (int step = 0; step != 4; ++step) {
        tools_of_test tools;
        tool_conversation talk(question(), tools.set, {.time_ms = 100, .final_answer = true});
        if (step > 0) talk.take(asks({{"a", "weather"}, {"b", "later"}}));
        if (step > 1) talk.run();
        if (step > 2) talk.answer("b", "x");
        talk.elapsed_ms(99);
        CHECK_FALSE(talk.done());
        talk.elapsed_ms(100);
        CHECK(talk.error().code == errc::tool_limit);
        CHECK(talk.bound() == tool_bound::time);
        CHECK(wrong_in(talk.request().messages) == "");
    }
    // the answer came in time
    tools_of_test tools;
    tool_conversation talk(question(), tools.set, {.time_ms = 100});
    talk.take(says("Done"));
    talk.elapsed_ms(1000);
    CHECK(talk.ok());
}

TEST_CASE("cancelling and failing end the loop at every step, and lose nothing") {
    for (int step = 0; step != 5; ++step) {
        for (const bool by_stop : {false, true}) {
            tools_of_test tools;
            tool_options options{.queue_events = true};
            tool_conversation talk(question(), tools.set, options);
            if (step > 0) talk.take(asks({{"a", "weather"}, {"b", "later"}}));
            if (step > 1) talk.run();
            if (step > 2) talk.answer("b", "x");
            if (step > 3) talk.take(asks({{"c", "weather"}}));
            if (by_stop) {
                talk.options().call.stop.request_stop();
                if (talk.next() == tool_step::send) talk.take(make_error(errc::cancelled));
                if (talk.next() == tool_step::run) CHECK_FALSE(talk.run());
                if (talk.next() == tool_step::answer) CHECK_FALSE(talk.run());
            } else {
                talk.cancel();
            }
            CHECK(talk.error().code == errc::cancelled);
            CHECK(talk.next() == tool_step::done);
            CHECK(wrong_in(talk.request().messages) == "");
            CHECK(talk.request().messages.size() == (step > 2 ? 4u : 1u));
            CHECK(talk.calls().size() == (step == 0 ? 0u : step < 4 ? 2u : 3u));
            // nothing has an effect any more
            const auto before = talk.request();
            const auto ran = tools.ran.size();
            talk.take(says("late"));
            CHECK_FALSE(talk.answer("b", "late"));
            CHECK_FALSE(talk.run());
            CHECK_FALSE(talk.approve());
            talk.fail(make_error(errc::connect_failed));
            CHECK(talk.error().code == errc::cancelled);
            CHECK(talk.request() == before);
            CHECK(tools.ran.size() == ran);
            CHECK(events_of(talk).ends_with(" done"));
        }
    }
}

TEST_CASE("a function can be cancelled, and can end the loop") {
    tool_set set;
    tool_conversation<ChatCompletionRequest>* loop = nullptr;
    set.add<CityQuery>("stop", "", [&](const CityQuery&, const tool_context& c) {
        CHECK_FALSE(c.stop_requested());
        loop->cancel();
        return "unused";
    });
    tool_conversation talk(question(), set);
    loop = &talk;
    talk.take(asks({{"a", "stop"}, {"b", "stop"}}));
    CHECK(talk.run());
    CHECK_FALSE(talk.run());
    CHECK(talk.error().code == errc::cancelled);
    CHECK(talk.calls()[0].state == call_state::ready);
}

TEST_CASE("a failed request keeps what came of its response") {
    tools_of_test tools;
    tool_conversation talk(question(), tools.set);
    talk.take(asks({{"a", "weather"}}));
    talk.run();
    talk.keep(says("Half of an"));
    talk.fail(make_error(errc::closed_early));
    CHECK(text(talk.response()) == "Half of an");
    auto outcome = talk.outcome();
    CHECK_FALSE(outcome);
    CHECK(outcome.error.code == errc::closed_early);
    CHECK(told(outcome.request.messages) == "user assistant(a) tool(a: sunny in Oslo)");
    CHECK(outcome.rounds == 1);
    CHECK(outcome.calls.size() == 1);
}

TEST_CASE("a conversation goes on from its outcome") {
    tools_of_test tools;
    tool_conversation talk(question(), tools.set);
    play(talk, {asks({{"a", "weather"}}), says("Sunny")});
    auto request = talk.outcome().request;
    request.messages.push_back(user("And tomorrow?"));
    tool_conversation more(std::move(request), tools.set);
    CHECK(more.request().tools->size() == 3);  // not declared twice
    play(more, {says("Rain")});
    CHECK(told(more.request().messages) ==
          "user assistant(a) tool(a: sunny in Oslo) assistant user assistant");
}

TEST_CASE("outputs are cut to the bound at a character, or fail") {
    for (const bool cut : {true, false}) {
        tool_set set;
        set.add<CityQuery>("long", "", [](const CityQuery&) { return "ab\xC3\xA4zz"; });
        tool_conversation talk(question(), set, {.output_bytes = 3, .cut_outputs = cut});
        talk.take(asks({{"a", "long"}}));
        talk.run();
        // a note about what failed is bounded, too
        CHECK(talk.calls()[0].output == (cut ? "ab\n[cut: the whole output has 6 bytes]"
                                             : "err\n[cut: the whole output has 48 bytes]"));
        CHECK(talk.calls()[0].error.code == (cut ? errc::ok : errc::tool_failed));
    }
}

TEST_CASE("an output that is not UTF-8 is made so, since no request could carry it") {
    tool_set set;
    set.add<CityQuery>("bytes", "", [](const CityQuery&) { return std::string("a\xFF!"); });
    tool_conversation talk(question(), set);
    talk.take(asks({{"a", "bytes"}}));
    talk.run();
    CHECK(talk.calls()[0].output == "a\xEF\xBF\xBD!");
}

TEST_CASE("a set with an error is refused before anything is sent") {
    tool_set set;
    set.declare<CityQuery>("a", "").declare<CityQuery>("a", "");
    tool_conversation talk(question(), set);
    CHECK(talk.error().code == errc::invalid_argument);
    CHECK(talk.next() == tool_step::done);
}

TEST_CASE("events can be given to a function, which may end the loop") {
    tools_of_test tools;
    std::string seen;
    tool_options options;
    options.on_event = [&](const tool_event& e) {
        seen += std::string(name(e.kind)) + (e.text.empty() ? "" : "=" + e.text) + ' ';
        if (e.kind == tool_event_kind::done) CHECK(e.error.code == errc::ok);
    };
    {
        tool_conversation talk(question(), tools.set, options);
        play(talk, {asks({{"a", "weather"}}), says("Sunny")});
    }
    CHECK(seen ==
          "round response call={\"city\":\"Oslo\"} started={\"city\":\"Oslo\"} "
          "finished=sunny in Oslo round response=Sunny done ");
    // cancelled at each event
    for (int at = 0; at != 8; ++at) {
        tool_conversation<ChatCompletionRequest>* loop = nullptr;
        int count = 0;
        options.on_event = [&](const tool_event&) {
            if (loop && count++ == at) loop->cancel();
        };
        tools_of_test fresh;
        tool_conversation talk(question(), fresh.set, options);
        loop = &talk;
        play(talk, {asks({{"a", "weather"}}), says("Sunny")});
        INFO(at);
        CHECK(talk.done());
        CHECK(talk.ok() == (at > 5));
    }
}

TEST_CASE("each call is answered once, in order, for any script of a model") {
    const std::vector<std::string> names{"weather", "broken", "later", "none"};
    const std::vector<std::string> arguments{R"({"city":"Oslo"})", "", "{]", R"({"city":7})",
                                             R"({"days":"x"})"};
    const std::vector<std::string> ids{"", "a", "b", "c"};
    for (std::uint64_t seed = 0; seed != 200; ++seed) {
        INFO(seed);
        support::random random(seed);
        tools_of_test tools;
        tool_options options{.rounds = 1 + random.below(6),
                             .calls = random.below(12),
                             .final_answer = random.one_in(2),
                             .ask_approval = random.one_in(2)};
        if (random.one_in(4)) options.unknown_tools = on_error::end;
        if (random.one_in(4)) options.failed_tools = on_error::end;
        tool_conversation talk(question(), tools.set, options);
        std::vector<std::size_t> made;  // calls of each response that was answered
        std::size_t messages = 1;
        while (!talk.done()) {
            if (random.one_in(3) && talk.run()) continue;
            if (random.one_in(100)) talk.cancel();
            switch (talk.next()) {
                case tool_step::send: {
                    CHECK(wrong_in(talk.request().messages) == "");
                    if (!made.empty()) messages += 1 + made.back();
                    CHECK(talk.request().messages.size() == messages);
                    if (random.one_in(5)) {
                        talk.take(says("Done"));
                        if (talk.ok()) ++messages;
                        made.push_back(0);
                        break;
                    }
                    std::vector<asked> calls(1 + random.below(4));
                    for (auto& call : calls) {
                        call.id = ids[random.below(ids.size())];
                        call.name = names[random.below(names.size())];
                        call.arguments = arguments[random.below(arguments.size())];
                    }
                    made.push_back(calls.size());
                    talk.take(asks(calls));
                    break;
                }
                case tool_step::approve:
                    random.one_in(3) ? talk.deny() : talk.approve();
                    break;
                case tool_step::answer: {
                    const auto& all = talk.calls();
                    const std::size_t at = all.size() - 1 - random.below(made.back());
                    const bool open = all[at].state != call_state::answered;
                    CHECK(talk.answer(at, "x") == open);
                    break;
                }
                default:
                    break;
            }
        }
        CHECK(wrong_in(talk.request().messages) == "");
        CHECK(talk.rounds() <= options.rounds + (options.final_answer ? 1 : 0));
        std::size_t answered = 0;
        for (const auto& call : talk.calls()) answered += call.state == call_state::answered;
        std::size_t outputs = 0;
        for (const auto& m : talk.request().messages) {
            outputs += std::holds_alternative<ToolMessage>(m);
        }
        CHECK(outputs <= answered);
    }
}

}  // namespace tool_conversation_tests
