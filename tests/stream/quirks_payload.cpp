// Differences between servers in what a payload is, and in its basic members: one test per quirk,
// by its number in docs/quirks.md.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/stream/merge_choices.hpp>
#include <support/answer_of.hpp>

namespace quirks_payload_tests {

using namespace support;
using namespace chat_stream;
using oaiwire::finish_kind;
using oaiwire::kind_of_finish;

namespace {

// One chunk with these members in addition to its text, and a stream of it.
std::string with(std::string_view members) {
    return event("{" + std::string(members) +
                 R"(,"choices":[{"index":0,"delta":{"content":"x"}}]})");
}
std::string with_choice(std::string_view members) {
    return choices("{" + std::string(members) + "}");
}
std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE(
    "quirk 39: an error in a stream with status 200 is an error, and what preceded it is kept") {
    const std::string e = event(
        R"({"error":{"message":"overloaded","type":"server_error","param":"model","code":"busy",)"
        R"("metadata":{"provider_name":"p"}}})");
    auto a = answer_of(e);
    CHECK(a.end == "api_error");
    CHECK(a.error == "overloaded|server_error|busy|model");
    a = answer_of(says("Hel") + e + says("lo"));
    CHECK(a.end == "api_error");
    CHECK(a.error == "overloaded|server_error|busy|model");
    CHECK(a.text == "Hel");
    CHECK(a.failure.api.body.find("provider_name") != std::string::npos);
}

TEST_CASE("quirk 40: an error in addition to choices is an error") {
    const auto a = answer_of(
        says("Hel") +
        event(R"({"error":{"code":"server_error","message":"gone"},"choices":[{"index":0,)"
              R"("delta":{"content":""},"finish_reason":"error"}]})") +
        done);
    CHECK(a.end == "api_error");
    CHECK(a.error == "gone||server_error|");
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 41: an error inside a choice is an error") {
    const std::string choice = R"({"index":0,"delta":{},"error":{"code":502,"message":"gone"}})";
    const auto a = answer_of(says("Hel") + choices(choice) + done);
    CHECK(a.end == "api_error");
    CHECK(a.error == "gone||502|");
    const auto r = response_of(R"({"choices":[{"message":{},"error":{"message":"gone"}}]})");
    CHECK(r.kind == "error");
    CHECK(r.error == "gone|||");
}

TEST_CASE("quirk 42: an error that is null, empty or {} is ignored") {
    for (const std::string none : {"null", "\"\"", "{}", "[]", "false"}) {
        const auto a = answer_of(with("\"error\":" + none) + stops() + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "x");
        CHECK(a.error == "");
    }
}

TEST_CASE("quirk 43: error_message and error_type with choices null are an error") {
    const auto a =
        answer_of(event(R"({"choices":null,"error_type":"upstream","error_message":"no answer"})"));
    CHECK(a.end == "api_error");
    CHECK(a.error == "no answer|upstream||");
}

TEST_CASE("quirk 44: choices may be null, absent or empty") {
    for (const std::string none :
         {R"({"id":"c","choices":null})", R"({"object":"chat.completion.chunk"})",
          R"({"id":"c","choices":[]})"}) {
        const auto a = answer_of(event(none) + says("x") + stops() + event(none) + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "x");
        CHECK(a.skipped == "ignorable ignorable");
    }
    const auto a = answer_of(says("x") + event(R"({"choices":[],"usage":{"total_tokens":3}})"));
    CHECK(a.statistics.chunks == 2);
    CHECK(a.usage == "-/-/3");
    CHECK(response_of(R"({"choices":null})").value.choices.empty());
}

TEST_CASE("quirk 45: null and scalars instead of a chunk are skipped") {
    for (const std::string scalar : {"null", "true", "0", "\"\"", "\"text\""}) {
        const auto a = answer_of(says("Hel") + event(scalar) + says("lo") + stops() + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "Hello");
        CHECK(a.statistics.chunks == 3);
    }
}

TEST_CASE("quirk 46: bodies of another protocol are reported as such") {
    for (const std::string other :
         {R"({"result":{"choices":[{"message":{"content":"x"}}]},"success":true})",
          R"({"response":"Hello","p":"abc"})",
          R"({"model":"m","message":{"role":"assistant","content":"Hello"},"done":false})"}) {
        CHECK(chunk_of(other).kind == "unrecognised");
        CHECK(response_of(other).kind == "unrecognised");
        const auto a = answer_of(event(other) + done);
        CHECK(a.skipped == "unrecognised");
        CHECK(a.statistics.excerpt == other);
        CHECK(a.statistics.chunks == 0);
    }
}

TEST_CASE("quirk 47: a whole response inside a stream adds only text that is new") {
    const std::string frame =
        event(R"({"object":"chat.completion","choices":[{"index":0,"message":{"content":"Hello"},)"
              R"("finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2,)"
              R"("total_tokens":3}})");
    auto a = answer_of(says("Hel") + says("lo") + frame);
    CHECK(a.text == "Hello");
    CHECK(a.reason == "stop");
    CHECK(a.usage == "1/2/3");
    CHECK(a.end == "finished");
    a = answer_of(frame);
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 48: a message in addition to a delta is ignored") {
    const auto a = answer_of(
        with_choice(R"("index":0,"delta":{"content":"Hel"},"message":{"content":"Hel"})") +
        with_choice(R"("index":0,"delta":{"content":"lo"},"message":{"content":"Hello"})") + done);
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 49: the value of object is ignored") {
    for (const std::string object :
         {"\"\"", "\"completion.chunk\"", "\"chat.completion.done\"", "null", "\"x\"", "7"}) {
        const auto a = answer_of(with("\"object\":" + object) + stops() + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "x");
    }
}

TEST_CASE("quirk 50: an error event in the form of the Responses API is an error") {
    const auto a = answer_of(
        says("Hel") + event(R"({"type":"error","sequence_number":2,"error":{"type":"server_error",)"
                            R"("code":null,"message":"boom","param":null}})"));
    CHECK(a.end == "api_error");
    CHECK(a.error == "boom|server_error||");
}

TEST_CASE("quirk 51: the text of a Python dict is malformed") {
    CHECK(chunk_of("{'choices': []}").kind == "invalid");
    const auto a = answer_of(says("Hel") + event("{'choices': []}") + done);
    CHECK(a.end == "malformed");
    CHECK((a.failure.kind() == oaiwire::error_kind::decode));
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 52: the first non-empty id of any type is used") {
    auto a = answer_of(with(R"("id":"")") + with(R"("id":null)") + with(R"("model":"m")") +
                       with(R"("id":"first")") + with(R"("id":"second")") + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "xxxxx");
    CHECK(a.response.id == "first");
    a = answer_of(with(R"("id":123456789012345678901234567890)") + done);
    CHECK(a.response.id == "123456789012345678901234567890");
}

TEST_CASE("quirk 53: a created with a fraction is truncated to seconds") {
    CHECK(answer_of(with(R"("created":1748694614.850598)")).response.created == 1748694614);
    CHECK(answer_of(with(R"("created":1788698982.0)")).response.created == 1788698982);
    const auto r = response_of(R"({"created":1.9,"choices":[{"message":{"content":"x"}}]})");
    CHECK(r.value.created == 1);
}

TEST_CASE("quirk 54: created may be milliseconds, negative, 0, a string, null or absent") {
    const auto created = [](std::string_view json) {
        const auto a = answer_of(with("\"created\":" + std::string(json)) + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "x");
        return a.response.created;
    };
    CHECK(created("1748694614850") == 1748694614850);
    CHECK(created("-62135596800") == -62135596800);
    CHECK(created("0") == 0);
    CHECK(created("\"1748694614\"") == 1748694614);
    CHECK(!created("null").has_value());
    CHECK(!answer_of(with(R"("id":"c")")).response.created.has_value());
}

TEST_CASE("quirk 55: model may be empty, null, or another than requested") {
    const auto a = answer_of(with(R"("model":"")") + with(R"("model":null)") +
                             with(R"("model":"routed-to")") + done);
    CHECK(a.response.model == "routed-to");
    CHECK(a.text == "xxx");
}

TEST_CASE("quirk 56: unknown fingerprints and service tiers are kept") {
    const auto a = answer_of(with(R"("system_fingerprint":"fp?","service_tier":"on_demand")"));
    CHECK(a.response.system_fingerprint == "fp?");
    REQUIRE(a.response.service_tier.has_value());
    CHECK(a.response.service_tier->text() == "on_demand");
}

TEST_CASE("quirk 57: a choice without an index gets that of its position") {
    auto a = answer_of(with_choice(R"("delta":{"content":"Hel"})") +
                       with_choice(R"("delta":{"content":"lo"})") + done);
    CHECK(a.text == "Hello");
    CHECK(a.response.choices.size() == 1);
    const std::string two = choices(R"({"delta":{"content":"a"}},{"delta":{"content":"b"}})");
    a = answer_of(two + two);
    REQUIRE(a.response.choices.size() == 2);
    CHECK(a.text == "aa");
    CHECK(a.response.choices[1].index == 1);
    CHECK(oaiwire::text(*a.response.choices[1].message->content) == "bb");
}

TEST_CASE("quirk 58: a single choice may have index 1") {
    const auto a =
        answer_of(with_choice(R"("index":1,"delta":{"content":"Hello"},"finish_reason":"stop")"));
    CHECK(a.end == "finished");
    CHECK(a.text == "Hello");
    REQUIRE(a.response.choices.size() == 1);
    CHECK(a.response.choices[0].index == 1);
}

TEST_CASE("quirk 59: a negative or huge index allocates nothing and does no harm") {
    auto a = answer_of(with_choice(R"("index":-1,"delta":{"content":"Hel"})") + says("lo"));
    CHECK(a.text == "Hello");
    CHECK(a.response.choices.size() == 1);
    a = answer_of(with_choice(R"("index":9223372036854775807,"delta":{"content":"far"})") +
                  says("near") + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "near");
    CHECK(a.response.choices.size() == 2);

    std::string many = says("x");
    for (int i = 0; i != 200; ++i) {
        many +=
            with_choice("\"index\":" + std::to_string(i * 1000) + R"(,"delta":{"content":"x"})");
    }
    a = answer_of(many);
    CHECK(a.end == "limit");
    CHECK(a.response.choices.size() == oaiwire::limits().choices);
}

TEST_CASE(
    "quirk 60: entries with the same index are one choice, and those without one are not lost") {
    const std::string call =
        R"("tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}])";
    auto a = answer_of(choices(R"({"index":0,"delta":{"content":"Hello"}},{"index":0,"delta":{)" +
                               call + R"(},"finish_reason":"tool_calls"})"));
    REQUIRE(a.response.choices.size() == 1);
    CHECK(a.text == "Hello");
    CHECK(a.calls == "a:f({})");
    CHECK(a.reason == "tool_calls");

    const auto r =
        response_of(R"({"choices":[{"message":{"content":"Hello"}},{"message":{)" + call + "}}]}");
    REQUIRE(r.value.choices.size() == 2);
    CHECK(oaiwire::text(r.value) == "Hello");
    CHECK(text_of(*r.value.choices[1].message->tool_calls) == "a:f({})");
    auto one = r.value;
    oaiwire::merge_choices(one);
    REQUIRE(one.choices.size() == 1);
    CHECK(oaiwire::text(one) == "Hello");
    CHECK(text_of(*one.choices[0].message->tool_calls) == "a:f({})");
}

TEST_CASE("quirk 61: a missing or null delta or message counts as empty") {
    const auto a = answer_of(says("Hello") + with_choice(R"("index":0)") +
                             with_choice(R"("index":0,"delta":null)") +
                             with_choice(R"("index":0,"finish_reason":"length")"));
    CHECK(a.end == "finished");
    CHECK(a.text == "Hello");
    CHECK(a.reason == "length");
    for (const std::string choice :
         {R"({"finish_reason":"length"})", R"({"message":null,"finish_reason":"length"})"}) {
        const auto r = response_of("{\"choices\":[" + choice + "]}");
        CHECK(r.kind == "value");
        CHECK(oaiwire::text(r.value) == "");
        REQUIRE(r.value.choices.size() == 1);
        CHECK(r.value.choices[0].finish_reason->text() == "length");
    }
}

TEST_CASE("quirk 62: finish_reason may never be sent") {
    const auto a = answer_of(says("Hel") + says("lo") + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.reason == "");
}

TEST_CASE("quirk 63: an empty finish_reason counts as absent") {
    const std::string going =
        with_choice(R"("index":0,"delta":{"content":"x"},"finish_reason":"")");
    auto a = answer_of(going + going);
    CHECK(a.end == "truncated");
    CHECK(a.reason == "");
    a = answer_of(going + stops() + going);
    CHECK(a.end == "finished");
    CHECK(a.reason == "stop");
    CHECK(a.text == "xx");
    CHECK(kind_of_finish("") == finish_kind::none);
}

TEST_CASE("quirk 64: an unknown finish_reason is kept, and has a kind") {
    const auto kind = [](std::string_view reason) {
        const auto a = answer_of(says("x") + stops(reason));
        CHECK(a.end == "finished");
        CHECK(a.reason == reason);
        return name(kind_of_finish(a.reason));
    };
    CHECK(kind("eos") == "stop");
    CHECK(kind("eos_token") == "stop");
    CHECK(kind("end_turn") == "stop");
    CHECK(kind("COMPLETE") == "stop");
    CHECK(kind("model_length") == "length");
    CHECK(kind("MAX_TOKENS") == "length");
    CHECK(kind("sensitive") == "content_filter");
    CHECK(kind("error") == "error");
    CHECK(kind("abort") == "other");
    CHECK(kind("insufficient_system_resource") == "other");
}

TEST_CASE("quirk 65: there may be tool calls although finish_reason is stop") {
    const auto a = answer_of(
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{}"}})") + stops() + done);
    CHECK(a.reason == "stop");
    CHECK(a.calls == "a:f({})");
}

TEST_CASE("quirk 66: a finish_reason is kept if null follows, and the last one counts") {
    const std::string null_again = with_choice(R"("index":0,"delta":{},"finish_reason":null)");
    auto a = answer_of(says("x") + stops() + null_again + null_again);
    CHECK(a.reason == "stop");
    CHECK(a.end == "finished");
    a = answer_of(says("x") + stops() + null_again + stops("content_filter") + done);
    CHECK(a.reason == "content_filter");
}

TEST_CASE("quirk 67: the first non-empty role is used once") {
    const auto a =
        answer_of(delta(R"("role":"")") + delta(R"("role":null)") +
                  delta(R"("role":"assistant","content":"Hel")") +
                  delta(R"("role":"assistant","content":"lo")") + delta(R"("role":"")") + done);
    REQUIRE(a.response.choices.size() == 1);
    CHECK(a.response.choices[0].message->role->text() == "assistant");
    CHECK(a.text == "Hello");
    CHECK(!answer_of(says("x")).response.choices[0].message->role.has_value());
}

TEST_CASE("quirk 68: an unknown role is kept") {
    for (const std::string role : {"model", "chatbot", "developer"}) {
        const auto a = answer_of(delta("\"role\":\"" + role + "\",\"content\":\"x\""));
        CHECK(a.text == "x");
        CHECK(a.response.choices[0].message->role->text() == role);
    }
}

TEST_CASE("quirk 69: content null, empty and absent are distinguished, and add nothing") {
    const auto content = [](std::string_view members) {
        return chunk_of("{\"choices\":[{\"delta\":{" + std::string(members) + "}}]}")
            .value.choices.at(0)
            .delta->content;
    };
    CHECK(content(R"("content":null)").is_null());
    CHECK(content(R"("content":"")").has_value());
    CHECK(content(R"("role":"assistant")").is_absent());
    const auto a = answer_of(delta(R"("content":null)") + says("Hel") + says("") + delta("") +
                             delta(R"("content":null)") + says("lo") + done);
    CHECK(a.text == "Hello");
}

TEST_CASE(
    "quirk 70: in a content list, text parts are text and thinking parts reasoning; all are kept") {
    const auto a = answer_of(
        delta(R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm, "}]}])") +
        delta(R"("content":[{"type":"thinking","thinking":[{"type":"text","text":"yes."}]},)"
              R"({"type":"text","text":"Hel"}])") +
        delta(R"("content":[{"type":"thinking","thinking":[]},)"
              R"({"type":"reference","reference_ids":[1,"two"]}])") +
        says("lo") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.reasoning == "Hm, yes.");
    const auto* parts =
        std::get_if<std::vector<oaiwire::ContentPart>>(&*a.response.choices[0].message->content);
    REQUIRE(parts != nullptr);
    bool reference = false;
    for (const auto& part : *parts) {
        const auto* raw = std::get_if<oaiwire::raw_json>(&part);
        reference = reference || (raw && raw->text().find("[1,\"two\"]") != std::string::npos);
    }
    CHECK(reference);
}

TEST_CASE("quirk 71: a content that is a single part, or has strings among the parts, is read") {
    CHECK(answer_of(delta(R"("content":{"type":"text","text":"Hello"})")).text == "Hello");
    CHECK(answer_of(delta(R"("content":["Hel",{"type":"text","text":"lo"}])")).text == "Hello");
}

TEST_CASE("quirk 72: null counts as absent everywhere") {
    const auto a = answer_of(
        event(R"({"id":null,"object":null,"created":null,"model":null,"service_tier":null,)"
              R"("system_fingerprint":null,"usage":null,"obfuscation":null,"choices":[)"
              R"({"index":null,"delta":{"role":null,"content":null,"refusal":null,)"
              R"("reasoning_content":null,"reasoning":null,"reasoning_details":null,)"
              R"("tool_calls":null,"function_call":null,"annotations":null,"audio":null},)"
              R"("logprobs":null,"finish_reason":null,"stop_reason":null}]})") +
        says("Hello") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.reasoning == "");
    CHECK(a.calls == "");
    CHECK(a.statistics.chunks == 3);
}

TEST_CASE("quirk 73: unknown members are accepted and kept verbatim") {
    const auto a = answer_of(
        event(R"({"provider":"p","citations":["u"],"timings":{"ms":1.5},"x_groq":{"id":"r"},)"
              R"("obfuscation":"aa","choices":[{"index":0,"matched_stop":151645,"stop_reason":7,)"
              R"("delta":{"index":0,"content":"Hello","kv_transfer_params":{"a":[]}}}]})") +
        stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.response.extra.find("provider") == "\"p\"");
    CHECK(a.response.extra.find("timings") == R"({"ms":1.5})");
    const auto& choice = a.response.choices.at(0);
    CHECK(choice.extra.find("matched_stop") == "151645");
    CHECK(choice.message->extra.find("kv_transfer_params") == R"({"a":[]})");
    REQUIRE(choice.stop_reason.has_value());
    CHECK(std::get<std::int64_t>(*choice.stop_reason) == 7);
}

TEST_CASE("quirk 74: the last of duplicate members counts") {
    const auto a =
        answer_of(event(R"({"id":"one","id":"two","choices":[],"choices":[{"index":0,"delta":)"
                        R"({"content":"a","content":"b"}}]})"));
    CHECK(a.response.id == "two");
    CHECK(a.text == "b");
    const auto both = answer_of(delta(R"("reasoning":"same","reasoning_content":"same")"));
    CHECK(both.reasoning == "same");
}

TEST_CASE("quirk 75: unread members may be deep or huge") {
    auto a =
        answer_of(with("\"x\":" + nested(60) + ",\"y\":1e400,\"z\":-1" + std::string(400, '0')) +
                  stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "x");
    // beyond the limit: an error, no stack overflow
    a = answer_of(says("Hel") + with("\"x\":" + nested(100'000)));
    CHECK(a.end == "malformed");
    CHECK((a.failure.code == oaiwire::errc::too_deep));
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 76: a byte order mark and white space around a body are skipped") {
    const std::string body =
        R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})";
    for (const std::string before : {"\xEF\xBB\xBF", "\xEF\xBB\xBF\r\n ", " \t\n"}) {
        const auto r = response_of(before + body + " \r\n\t");
        CHECK(r.kind == "value");
        CHECK(oaiwire::text(r.value) == "Hello");
        const auto a = answer_of(before + body + "\n\n");
        CHECK(a.end == "finished");
        CHECK(a.text == "Hello");
    }
}

}  // namespace quirks_payload_tests
