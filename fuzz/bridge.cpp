// bridge: a stream of one dialect becomes a stream that the decoder of the other takes whole, in
// the order that its document has, with the same text, calls and end; where texts were cut makes no
// difference; a request that went there and back twice is the same as after once. Input: a seed
// (what the text is, limits, options, cuts) and a stream or a request.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>
#include <oracle/response_order.hpp>

#include "functions.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

template <class T>
std::string json_of(const T& value) {
    const auto text = json::write(value);
    must(text.has_value(), "what the bridge makes can be written");
    return *text;
}

template <class Chunk>
struct decoded {
    std::vector<Chunk> chunks{};
    stream_end end{};
    error failure{};
    std::size_t skipped = 0;
};
template <class Chunk>
decoded<Chunk> decode(std::string_view bytes) {
    decoded<Chunk> out;
    stream_decoder<Chunk> decoder;
    decoder.feed(bytes);
    while (const auto* chunk = decoder.next()) out.chunks.push_back(*chunk);
    decoder.finish();
    while (const auto* chunk = decoder.next()) out.chunks.push_back(*chunk);
    out.end = decoder.end_reason();
    out.failure = decoder.error();
    out.skipped = decoder.statistics().skipped_count;
    return out;
}
template <class Out, class Machine, class In>
std::vector<Out> through(Machine& machine, const std::vector<In>& in, stream_end end,
                         const error& why) {
    std::vector<Out> out;
    const auto drain = [&] {
        while (const auto* next = machine.next()) out.push_back(*next);
    };
    for (const auto& one : in) {
        machine.feed(one);
        drain();
    }
    machine.finish(end, why);
    drain();
    must(machine.done(), "a stream has an end");
    return out;
}
template <class Chunk>
std::string bytes_of(const std::vector<Chunk>& all, std::string_view last) {
    std::string out;
    for (const auto& one : all) out += "data: " + json_of(one) + "\n\n";
    return out.append(last);
}

std::string refusal_in(const Response& response) {
    std::string out;
    for (const auto& item : response.output) {
        const auto* message = std::get_if<ResponseMessage>(&item);
        if (message != nullptr) out += oaiwire::detail::refusal_of<>(*message);
    }
    return out;
}

// The texts of chunks in two halves each, at a random character.
std::vector<ChatCompletionChunk> split(const std::vector<ChatCompletionChunk>& in,
                                       fuzz::seeded& random) {
    std::vector<ChatCompletionChunk> out;
    for (const auto& chunk : in) {
        out.push_back(chunk);
        if (chunk.choices.size() != 1 || !chunk.choices[0].delta) continue;
        const auto& delta = *chunk.choices[0].delta;
        const auto* text = delta.content ? std::get_if<std::string>(&*delta.content) : nullptr;
        if (text == nullptr || text->size() < 2) continue;
        std::size_t at = 1 + random.below(text->size() - 1);
        while (at != text->size() && ((*text)[at] & 0xC0) == 0x80) ++at;
        ChatCompletionChunk rest;
        rest.id = chunk.id;
        auto& choice = rest.choices.emplace_back();
        choice.index = chunk.choices[0].index;
        choice.delta.emplace().content.emplace(text->substr(at));
        // the rest of the text comes before what follows it in the chunk
        const bool alone = !delta.refusal && !delta.tool_calls && !delta.function_call &&
                           !delta.annotations && !chunk.choices[0].logprobs && !chunk.obfuscation;
        if (!alone) continue;
        out.back().choices[0].delta->content.emplace(text->substr(0, at));
        out.push_back(std::move(rest));
    }
    return out;
}

void check_events(const std::vector<ResponseStreamEvent>& events, const Response& response) {
    oracle::response_order order;
    for (const auto& event : events) {
        const std::string json = json_of(event);
        const std::string wrong = order.take(json);
        if (!wrong.empty()) must(false, (wrong + "\n" + json).c_str());
    }
    must(order.ended(), "the last event ends the stream");
    accumulator<ResponseStreamEvent> whole;
    for (const auto& event : events) must(whole.add(event) == errc::ok, "events add up");
    if (events.size() > 1) {
        must(text(whole.response()) == text(response), "events add up to the response's text");
    }
}

// Chunks to events and back to chunks.
void chat(std::string_view bytes, fuzz::seeded& random) {
    bridge_options options;
    options.reasoning_as_summary = random.below(2) == 0;
    if (random.below(4) == 0) options.bounds.answer = random.below(200);
    if (random.below(4) == 0) options.bounds.tool_calls = 1 + random.below(3);
    ResponseRequest request{.model = "m"};
    const auto in = decode<ChatCompletionChunk>(bytes);
    chat_to_response machine(request, options);
    const auto events = through<ResponseStreamEvent>(machine, in.chunks, in.end, in.failure);
    check_events(events, machine.response());

    const auto read = decode<ResponseStreamEvent>(bytes_of(events, ""));
    must(read.skipped == 0 && read.chunks.size() == events.size(), "every event is read");
    const bool failed = machine.failure().code != errc::ok;
    must(read.end == (failed ? stream_end::api_error : stream_end::complete), "the end is right");
    const bool ended = in.end == stream_end::complete || in.end == stream_end::finished;
    must(ended || failed, "a stream that was cut is no success");
    if (failed) return;

    chat_to_response other(request, options);
    through<ResponseStreamEvent>(other, split(in.chunks, random), in.end, in.failure);
    must(json_of(other.response()) == json_of(machine.response()), "cuts make no difference");

    accumulator<ChatCompletionChunk> whole;
    for (const auto& chunk : in.chunks) {
        if (whole.add(chunk) != errc::ok) return;
    }
    if (whole.response().choices.size() != 1) return;
    bridge_notes notes;
    const auto expected = response_of_completion(whole.response(), request, notes, options);
    must(expected.has_value(), "a completion is a response");
    must(text(machine.response()) == text(*expected), "the text of the whole completion");
    must(refusal_in(machine.response()) == refusal_in(*expected), "its refusal");
    must(machine.response().status == expected->status, "its status");

    response_to_chat back(ChatCompletionRequest{}, options);
    const auto chunks = through<ChatCompletionChunk>(back, events, stream_end::complete, {});
    must(!back.failed(), "what the bridge wrote, it reads");
    accumulator<ChatCompletionChunk> again;
    for (const auto& chunk : chunks) must(again.add(chunk) == errc::ok, "chunks add up");
    must(text(again.response()) == text(*expected), "the text after both directions");
}

void check_chunks(const std::vector<ChatCompletionChunk>& chunks, bool failed) {
    bool finished = false;
    std::int64_t calls = 0;
    for (std::size_t i = 0; i != chunks.size(); ++i) {
        for (const auto& choice : chunks[i].choices) {
            must(!finished, "nothing follows the finish_reason");
            must((i == 0) == choice.delta->role.has_value(), "the role comes first, once");
            finished = choice.finish_reason.has_value();
            if (!choice.delta->tool_calls) continue;
            for (const auto& call : *choice.delta->tool_calls) {
                must(call.index && *call.index <= calls, "calls are numbered as they begin");
                if (*call.index == calls) {
                    ++calls;
                    must(call.type.has_value(), "a call begins with its type");
                }
            }
        }
    }
    must(finished != failed, "a stream has a finish_reason if it has not failed");
}

// Events to chunks.
void responses(std::string_view bytes, fuzz::seeded& random) {
    bridge_options options;
    if (random.below(4) == 0) options.bounds.tool_calls = 1 + random.below(3);
    ChatCompletionRequest request;
    request.stream_options = StreamOptions{.include_usage = random.below(2) == 0};
    const auto in = decode<ResponseStreamEvent>(bytes);
    response_to_chat machine(request, options);
    const auto chunks = through<ChatCompletionChunk>(machine, in.chunks, in.end, in.failure);
    check_chunks(chunks, machine.failed());
    if (in.end != stream_end::complete) must(machine.failed(), "what was cut is no success");
    if (chunks.empty()) return;
    const auto read =
        decode<ChatCompletionChunk>(bytes_of(chunks, machine.failed() ? "" : "data: [DONE]\n\n"));
    must(read.skipped == 0 && read.chunks.size() == chunks.size(), "every chunk is read");
    must(machine.failed() || read.end == stream_end::complete, "the end is right");
}

// Requests there and back.
void requests(std::string_view text) {
    bridge_notes notes;
    if (const auto request = json::read<ResponseRequest>(text, json::tolerant)) {
        const auto chat = chat_request_of(*request, notes);
        if (chat) static_cast<void>(json::write(*chat));
    }
    const auto first = json::read<ChatCompletionRequest>(text, json::tolerant);
    if (!first || first->web_search_options) return;
    std::string before;
    auto chat = *first;
    for (int round = 0; round != 3; ++round) {
        const auto there = response_request_of(chat, notes);
        if (!there) return must(round == 0, "what came back can go there again");
        const auto json = json::write(*there);
        if (!json) return;
        if (round == 2) must(*json == before, "a second round changes nothing");
        before = *json;
        auto back = chat_request_of(*there, notes);
        if (!back) return must(round == 0, "what went there twice comes back");
        chat = *std::move(back);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded random(fuzz::text_of(data, size));
    switch (random.below(3)) {
        case 0:
            chat(random.text, random);
            break;
        case 1:
            responses(random.text, random);
            break;
        default:
            requests(random.text);
    }
    return 0;
}
