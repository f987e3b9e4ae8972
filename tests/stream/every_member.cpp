// Nothing that a response may hold is lost on the way through a stream: a response with every
// member that its type has and an unknown one in each object is sent in events, as a server would,
// and the accumulated response must be equal to it. A member that is added to a type later is part
// of it.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>
#include <support/fill.hpp>

using namespace oaiwire;
using json_value = nlohmann::ordered_json;

namespace {

template <class Response>
json_value parsed(const Response& response) {
    return json_value::parse(json::write(response).value());
}

// "" where the events, streamed, give the response; else what is to be changed.
template <class Event>
std::string difference(const std::vector<json_value>& events,
                       const typename chunk_traits<Event>::response& filled) {
    // raw JSON as nlohmann spells it
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

// Of a chat or text completion: members that are objects, or lists of objects, which a stream has
// in pieces; and texts that it has in pieces.
constexpr std::string_view in_pieces[] = {"choices", "delta",         "logprobs",
                                          "audio",   "tool_calls",    "function",
                                          "custom",  "function_call", "moderation"};
constexpr std::string_view texts[] = {"content", "text", "refusal",   "arguments",
                                      "input",   "data", "transcript"};
template <std::size_t N>
bool is_in(const std::string& name, const std::string_view (&names)[N]) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Objects that each have one of the members alone, or half of its text. Elements of lists keep
// their indices.
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

// As chunks of one piece each. One without a choice would be passed over, as padding is.
std::vector<json_value> chunks_of(const json_value& whole) {
    std::vector<json_value> out = pieces_of(whole);
    for (auto& chunk : out) {
        if (!chunk.contains("choices")) chunk["choices"] = {{{"index", 0}}};
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
            calls.front().custom.reset();  // a call has one of them
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
        // a server has one name for reasoning
        for (std::size_t i = 0; i != response.choices.size(); ++i) {
            response.choices[i].message->reasoning.reset();
            chunk["choices"][i]["delta"].erase("reasoning");
        }
        CHECK(difference<ChatCompletionChunk>(chunks_of(chunk), response) == "");
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
