#include <oaiwire/bridge.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include <bridge/streams.hpp>
#include <support/allocation_ledger.hpp>

namespace bridge_memory_tests {

using namespace oaiwire;
using namespace bridge_streams;
using support::allocations;
using support::from_json;
using support::json_of;
using support::no_failures;

#if defined(__cpp_exceptions)

namespace {

// What a conversion gave: its code, and what it wrote.
struct outcome {
    errc code = errc::ok;
    std::vector<std::string> texts{};
};

// Runs with allocation k failing, for every k: once, and from then on. The outcome must be that
// without failures, or out_of_memory after a part of it.
template <class Run>
void check(Run&& run) {
    const outcome due = run();
    for (const bool fails_on : {false, true}) {
        bool more = true;
        for (std::size_t k = 0; more; ++k) {
            CAPTURE(k, fails_on);
            const std::size_t blocks = allocations.blocks;
            bool threw = false;
            bool kept = true;
            {
                outcome got;
                allocations.failures = 0;
                allocations.fails_on = fails_on;
                allocations.until_failure = k;
                try {
                    got = run();
                } catch (const std::bad_alloc&) {
                    allocations.until_failure = support::allocation_ledger::never;
                    threw = true;
                }
                allocations.until_failure = support::allocation_ledger::never;
                more = allocations.failures != 0;
                kept = got.texts.size() <= due.texts.size();
                for (std::size_t i = 0; kept && i != got.texts.size(); ++i) {
                    kept = got.texts[i] == due.texts[i];
                }
                if (got.code != errc::out_of_memory) {
                    kept = kept && got.code == due.code && got.texts.size() == due.texts.size();
                }
            }
            const bool leaked = allocations.blocks != blocks;
            REQUIRE_FALSE(threw);
            REQUIRE(kept);
            REQUIRE_FALSE(leaked);
        }
    }
}

template <class Machine, class In>
outcome stream(Machine& machine, const std::vector<In>& in, stream_end end, const error& why) {
    outcome out;
    const auto drain = [&] {
        while (const auto* next = machine.next()) {
            const no_failures guard;
            out.texts.push_back(json_of(*next));
        }
    };
    for (const In& one : in) {
        machine.feed(one);
        drain();
    }
    machine.finish(end, why);
    drain();
    out.code = machine.failure().code;
    return out;
}

const std::string chunks_text =
    R"(data: {"id":"chatcmpl-a long id of a completion","model":"a model with a long name","odd":[1,2,3,4,5,6,7,8,9],"choices":[{"index":0,"delta":{"reasoning":"a thought that is long"}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"content":"a text that is long enough","audio":{"id":"a"}},"logprobs":{"content":[{"token":"a token that is long","logprob":-1}]}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"refusal":"a refusal that is long","tool_calls":[{"index":0,"id":"call_of a function 1","type":"function","function":{"name":"a_function_of_some_name","arguments":"{\"a\":"}}]}},{"index":1,"delta":{}}]})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"arguments of the call\"}"}}]}}],"usage":{"prompt_tokens":1}})"
    "\n\n"
    R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]})"
    "\n\ndata: [DONE]\n\n";

error long_error() {
    error why = make_error(errc::api_error, "the server has too many requests at this time");
    why.api.code = "a code of an error that is long";
    return why;
}

}  // namespace

TEST_CASE("streams are converted, or end with out_of_memory, whichever allocation fails") {
    const auto in = decode<ChatCompletionChunk>(chunks_text);
    REQUIRE(in.end == stream_end::complete);
    const ResponseRequest request{.model = "m", .instructions = "instructions of some length"};
    chat_to_response whole(request);
    const auto events_in = through<events>(whole, in.chunks);
    const ChatCompletionRequest chat = chat_request();
    const error none;
    const error why = long_error();
    for (const bool fails : {false, true}) {
        const stream_end end = fails ? stream_end::api_error : stream_end::complete;
        check([&] {
            chat_to_response machine(request);
            return stream(machine, in.chunks, end, fails ? why : none);
        });
        auto events_of_stream = events_in;
        if (fails) events_of_stream.pop_back();
        check([&] {
            response_to_chat machine(chat);
            return stream(machine, events_of_stream, end, fails ? why : none);
        });
    }
    check([&] {
        chat_to_response machine(request);
        return stream(machine, chunks(), stream_end::api_error, why);
    });
}

TEST_CASE("requests and answers are converted, or out_of_memory, whichever allocation fails") {
    const auto one = [](const auto& convert) {
        check([&] {
            outcome out;
            bridge_notes notes;
            const auto made = convert(notes);
            const no_failures guard;
            if (made) {
                out.texts.push_back(json_of(*made));
            } else {
                out.code = made.error().code;
            }
            return out;
        });
    };
    const auto response_request = from_json<ResponseRequest>(
        R"({"model":"a model with a long name","instructions":"instructions of some length","truncation":"auto","input":[{"role":"user","content":[{"type":"input_text","text":"a text that is long enough"},{"type":"input_image","image_url":"data:image/png;base64,AAAAAAAAAAAA"}]},{"type":"reasoning","summary":[{"type":"summary_text","text":"a summary of some length"}],"encrypted_content":"AAAAAAAAAAAAAAAAAAAAAA"},{"type":"function_call","call_id":"call_of_some_length","name":"a_function_of_a_name","arguments":"{\"an\":\"argument\"}"},{"type":"function_call_output","call_id":"call_of_some_length","output":"an output of some length"}],"tools":[{"type":"function","name":"a_function_of_a_name","parameters":{"type":"object"}}],"text":{"format":{"type":"json_schema","name":"a_schema_of_some_name","schema":{"type":"object"}}},"metadata":{"a member of":"metadata"},"stream":true})");
    one([&](bridge_notes& notes) { return chat_request_of(response_request, notes); });
    bridge_notes notes;
    const auto chat = chat_request_of(response_request, notes);
    REQUIRE(chat);
    one([&](bridge_notes& to) { return response_request_of(*chat, to); });

    const auto completion = whole_of(decode<ChatCompletionChunk>(chunks_text).chunks);
    one([&](bridge_notes& to) { return response_of_completion(completion, response_request, to); });
    const auto response = response_of_completion(completion, response_request, notes);
    REQUIRE(response);
    one([&](bridge_notes& to) { return completion_of_response(*response, to); });
    const auto failed = from_json<Response>(
        R"({"id":"resp_1","status":"failed","output":[],"error":{"code":"a code that is long enough","message":"a message that is long enough"}})");
    one([&](bridge_notes& to) { return completion_of_response(failed, to); });
}

#endif

}  // namespace bridge_memory_tests
