// No member of a response is lost in a stream: a response with every member of its type, and an
// unknown one in each object, is sent as events like a server would, and the accumulated response
// must be equal. Members added to a type later are covered too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <oaiwire/stream/merge_choices.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>
#include <support/fill.hpp>

namespace every_member_tests {

using namespace oaiwire;
using json_value = nlohmann::ordered_json;

namespace {

template <class Response>
json_value parsed(const Response& response) {
    return json_value::parse(json::write(response).value());
}

// "" if the accumulated response of the events is equal, otherwise the differences.
template <class Event>
std::string difference(const std::vector<json_value>& events,
                       const typename chunk_traits<Event>::response& filled) {
    // raw JSON in nlohmann's formatting
    using response_type = typename chunk_traits<Event>::response;
    const auto response = json::read<response_type>(parsed(filled).dump()).value();
    std::string body;
    for (const auto& event : events) body += "data: " + event.dump() + "\n\n";
    stream_decoder<Event> decoder;
    accumulator<Event> whole;
    const auto take = [&] {
        while (const Event* event = decoder.next()) {
            if (whole.add(*event) != errc::ok) return;
        }
    };
    decoder.feed(body);
    take();
    decoder.finish();
    take();
    if (whole.response() == response) return "";
    const auto wrong = json_value::diff(parsed(response), parsed(whole.response()));
    return wrong.dump() + " of " + body;
}

// Chat and text completions: members that are objects or lists of objects and arrive in pieces; and
// texts that do.
constexpr std::string_view in_pieces[] = {"choices", "delta",         "logprobs",
                                          "audio",   "tool_calls",    "function",
                                          "custom",  "function_call", "moderation"};
constexpr std::string_view texts[] = {"content", "text", "refusal",   "arguments",
                                      "input",   "data", "transcript"};
template <std::size_t N>
bool is_in(const std::string& name, const std::string_view (&names)[N]) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Objects with one of the members each, or with half of its text. List elements keep their indices.
std::vector<json_value> pieces_of(const json_value& whole) {
    std::vector<json_value> out;
    for (const auto& [name, value] : whole.items()) {
        if (value.is_string() && is_in(name, texts)) {
            const std::string text = value.get<std::string>();
            out.push_back({{name, text.substr(0, 2)}});
            out.push_back({{name, text.substr(2)}});
        } else if (value.is_object() && is_in(name, in_pieces)) {
            for (auto& piece : pieces_of(value)) out.push_back({{name, std::move(piece)}});
        } else if (value.is_array() && is_in(name, in_pieces)) {
            for (const auto& element : value) {
                for (auto& piece : pieces_of(element)) {
                    piece["index"] = element["index"];
                    out.push_back({{name, json_value::array({std::move(piece)})}});
                }
            }
        } else {
            out.push_back({{name, value}});
        }
    }
    return out;
}

// Chunks with one piece each. One without a choice would be skipped as padding.
std::vector<json_value> chunks_of(const json_value& whole) {
    std::vector<json_value> out = pieces_of(whole);
    for (auto& chunk : out) {
        if (!chunk.contains("choices")) chunk["choices"] = {{{"index", 0}}};
    }
    return out;
}

// Every other member, and those that identify objects.
json_value half(const json_value& whole, std::size_t which) {
    json_value out = json_value::object();
    std::size_t n = 0;
    for (const auto& [name, value] : whole.items()) {
        const bool always = name == "type" || name == "id" || name == "call_id" || name == "index";
        if (always || n % 2 == which) out[name] = value;
        ++n;
    }
    return out;
}

template <class Response>
Response numbered(support::filler& filler) {
    auto response = filler.make<Response>();
    for (std::size_t i = 0; i != response.choices.size(); ++i) {
        response.choices[i].index = static_cast<std::int64_t>(i);
        response.choices[i].finish_reason = FinishReason::stop;
    }
    return response;
}

}  // namespace

TEST_CASE("no member of a chat completion is lost in a stream") {
    auto filler = support::filler::of_every_member(1);
    for (int round = 0; round != 50; ++round) {
        auto response = numbered<ChatCompletion>(filler);
        response.object = "chat.completion";
        for (auto& choice : response.choices) {
            auto& calls = *choice.message->tool_calls;
            calls.front().custom.reset();  // a call has one of the two
            calls.back().function.reset();
        }
        json_value chunk = parsed(response);
        chunk["object"] = "chat.completion.chunk";
        for (auto& choice : chunk["choices"]) {
            choice["delta"] = choice["message"];
            choice.erase("message");
            for (std::size_t i = 0; i != choice["delta"]["tool_calls"].size(); ++i) {
                choice["delta"]["tool_calls"][i]["index"] = i;
            }
        }
        CHECK(difference<ChatCompletionChunk>({chunk}, response) == "");
        // a server uses one name for reasoning
        for (std::size_t i = 0; i != response.choices.size(); ++i) {
            response.choices[i].message->reasoning.reset();
            chunk["choices"][i]["delta"].erase("reasoning");
        }
        CHECK(difference<ChatCompletionChunk>(chunks_of(chunk), response) == "");
    }
}

TEST_CASE("no member is lost if one response is spread over two choices") {
    auto filler = support::filler::of_every_member(6);
    for (int round = 0; round != 20; ++round) {
        auto filled = numbered<ChatCompletion>(filler);
        filled.choices.resize(1);
        json_value whole = parsed(filled);
        const auto response = json::read<ChatCompletion>(whole.dump()).value();
        const json_value choice = whole["choices"][0];
        json_value first = half(choice, 0);
        json_value second = half(choice, 1);
        first["message"] = half(choice["message"], 0);
        second["message"] = half(choice["message"], 1);
        whole["choices"] = {first, second};
        auto merged = json::read<ChatCompletion>(whole.dump()).value();
        merge_choices(merged);
        CHECK(merged == response);
    }
}

TEST_CASE("no member of a text completion is lost in a stream") {
    auto filler = support::filler::of_every_member(2);
    for (int round = 0; round != 50; ++round) {
        auto response = numbered<Completion>(filler);
        response.obfuscation.reset();  // padding of each chunk
        const json_value chunk = parsed(response);
        CHECK(difference<CompletionChunk>({chunk}, response) == "");
        CHECK(difference<CompletionChunk>(chunks_of(chunk), response) == "");
    }
}

TEST_CASE("no member of a transcript is lost in a stream") {
    auto filler = support::filler::of_every_member(3);
    for (int round = 0; round != 50; ++round) {
        auto response = filler.make<Transcription>();
        for (auto& segment : *response.segments) {
            segment.id = "segment";  // text in events
            segment.type = "transcript.text.segment";
        }
        json_value rest = parsed(response);
        std::vector<json_value> events;
        for (auto& segment : rest["segments"]) {
            segment["type"] = "transcript.text.segment";
            events.push_back(std::move(segment));
        }
        const std::string text = rest["text"].get<std::string>();
        for (const auto& piece : {text.substr(0, 2), text.substr(2)}) {
            events.push_back({{"type", "transcript.text.delta"}, {"delta", piece}});
        }
        rest.erase("segments");
        rest["type"] = "transcript.text.done";
        events.push_back(rest);
        CHECK(difference<TranscriptionStreamEvent>(events, response) == "");
    }
}

TEST_CASE("no member of an images response is lost in a stream") {
    auto filler = support::filler::of_every_member(4);
    for (int round = 0; round != 50; ++round) {
        auto response = filler.make<ImagesResponse>();
        response.extra.clear();  // unknown members of an event belong to its image
        const json_value whole = parsed(response);
        std::vector<json_value> events;
        std::vector<json_value> chunks;
        for (const auto& image : whole["data"]) {
            json_value event = whole;
            event["type"] = "image_generation.completed";
            event["created_at"] = whole["created"];
            event.erase("created");
            event.erase("data");
            event.update(image);
            events.push_back(event);
            json_value chunk = whole;
            chunk["object"] = "image.generation.chunk";
            chunk["data"] = json_value::array({image});
            chunk["data"][0]["index"] = chunks.size();
            chunk["data"][0]["is_final"] = true;
            chunks.push_back(chunk);
        }
        CHECK(difference<ImageStreamEvent>(events, response) == "");
        CHECK(difference<ImageStreamEvent>(chunks, response) == "");
    }
}

TEST_CASE("no member of a response is lost in a stream") {
    auto filler = support::filler::of_every_member(5);
    for (int round = 0; round != 100; ++round) {
        auto response = filler.make<Response>();
        response.status = ResponseStatus::completed;
        json_value whole = parsed(response);
        std::size_t n = 0;
        for (auto& item : whole["output"]) {
            if (!item.is_object()) item = {{"type", "later"}, {"x", 1}};
            for (const char* name : {"id", "call_id"}) {
                if (item.contains(name)) item[name] = name + std::to_string(n);
            }
            if (item.contains("status")) item["status"] = "completed";
            ++n;
        }
        const auto items = whole["output"];
        response = json::read<Response>(whole.dump()).value();
        whole.erase("output");
        std::vector<json_value> at_once{{{"type", "response.created"}, {"response", whole}}};
        std::vector<json_value> halves{
            {{"type", "response.created"}, {"response", half(whole, 0)}}};
        for (std::size_t i = 0; i != items.size(); ++i) {
            const auto event = [&](const char* type, const json_value& item) {
                return json_value{{"type", std::string("response.output_item.") + type},
                                  {"output_index", i},
                                  {"item", item}};
            };
            at_once.push_back(event("added", items[i]));
            at_once.push_back(event("done", items[i]));
            halves.push_back(event("added", half(items[i], 0)));
            halves.push_back(event("done", half(items[i], 1)));
        }
        const json_value end{{"id", whole["id"]}, {"status", "completed"}};
        at_once.push_back({{"type", "response.completed"}, {"response", end}});
        halves.push_back({{"type", "response.completed"}, {"response", half(whole, 1)}});
        CHECK(difference<ResponseStreamEvent>(at_once, response) == "");
        CHECK(difference<ResponseStreamEvent>(halves, response) == "");
    }
}

}  // namespace every_member_tests
