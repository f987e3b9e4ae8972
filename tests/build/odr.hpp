// Records layout and behaviour of the public types in one translation unit. Included by one file
// for each form; everything has internal linkage, so that the linker cannot merge the files'
// results.
#pragma once

#include <cstddef>
#include <string>
#include <typeinfo>
#include <vector>

#include <oaiwire/bridge.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/server.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <support/wire_types.hpp>

#if defined(OAIWIRE_TEST_CURL)
#include <oaiwire/transport/curl.hpp>
#endif

struct form_facts {
    std::vector<std::string> types{};  // name, size, alignment, offsets of members
    std::string written{};
    oaiwire::ChatCompletion read{};
    oaiwire::error failure{};
    std::string request{};
    const void* version = nullptr;
    friend bool operator==(const form_facts&, const form_facts&) = default;
};

// The records of the header-only, declarations-only and implementation files.
form_facts facts_of_headers();
form_facts facts_of_declarations();
form_facts facts_of_implementation();

template <class T>
static std::string layout_of(const char* name) {
    std::string out = name;
#if defined(__cpp_rtti)
    out.append(" ").append(typeid(T).name());
#endif
    out.append(" ").append(std::to_string(sizeof(T)));
    out.append(" ").append(std::to_string(alignof(T)));
    return out;
}

template <class T>
static std::string members_of(const char* name) {
    std::string out = layout_of<T>(name);
    const T value{};
    oaiwire::reflect::with_members(value, [&](const auto&... members) {
        const auto offset = [&](const void* member) {
            return static_cast<const char*>(member) -
                   static_cast<const char*>(static_cast<const void*>(&value));
        };
        (out.append(" ").append(std::to_string(offset(&members))), ...);
    });
    return out;
}

static form_facts facts_of_this_file() {
    using namespace oaiwire;
    form_facts out;
#define LAYOUT(...) out.types.push_back(layout_of<__VA_ARGS__>(#__VA_ARGS__))
    LAYOUT(error);
    LAYOUT(result<void>);
    LAYOUT(result<std::string>);
    LAYOUT(secret);
    LAYOUT(endpoint);
    LAYOUT(retry_policy);
    LAYOUT(limits);
    LAYOUT(extra_members);
    LAYOUT(raw_json);
    LAYOUT(json_view);
    LAYOUT(json::read_options);
    LAYOUT(http::request);
    LAYOUT(http::header);
    LAYOUT(sse::decoder);
    LAYOUT(sse::encoder);
    LAYOUT(RequestMessage);
    LAYOUT(ResponseItem);
    LAYOUT(ResponseStreamEvent);
    LAYOUT(stream_decoder<ChatCompletionChunk>);
    LAYOUT(stream_decoder<ResponseStreamEvent>);
    LAYOUT(accumulator<ChatCompletionChunk>);
    LAYOUT(exchange<ChatCompletionRequest>);
    LAYOUT(exchange<ResponseRequest>);
    LAYOUT(exchange<EmbeddingRequest>);
    LAYOUT(exchange<TranscriptionRequest>);
    LAYOUT(system_timing);
    LAYOUT(http::request_decoder);
    LAYOUT(http::multipart_decoder);
    LAYOUT(incoming<ChatCompletionRequest, ListModelsRequest>);
    LAYOUT(responder);
    LAYOUT(server_connection<ChatCompletionRequest>);
    LAYOUT(chat_stream_writer);
    LAYOUT(response_stream_writer);
    LAYOUT(pass_through);
    LAYOUT(chat_to_response);
    LAYOUT(response_to_chat);
#if defined(OAIWIRE_TEST_CURL)
    LAYOUT(curl_options);
    LAYOUT(curl_transport);
    LAYOUT(curl_transport::body);
    LAYOUT(curl_transport::call);
    LAYOUT(client<curl_transport>);
#endif
#undef LAYOUT
#define MEMBERS(T) out.types.push_back(members_of<T>(#T));
    OAIWIRE_WIRE_TYPES(MEMBERS)
#undef MEMBERS

    const ChatCompletionRequest chat{.model = "m", .messages = {user("hi")}};
    out.written = json::write(chat).value_or("");
    out.read = json::read<ChatCompletion>(R"({"id":"x","choices":[{"index":1}],"new":[null]})")
                   .value_or(ChatCompletion{});
    out.failure = json::read<ChatCompletion>(R"({"choices":[{"index":"1"}]})").error();
    exchange<ChatCompletionRequest> call(chat, {.base_url = "http://localhost:8080/v1"});
    out.request = http::url_of(call.request()) + " " + call.request().body;
#if defined(OAIWIRE_TEST_CURL)
    const stop_handle stopped;
    stopped.request_stop();
    const auto refused = curl_transport().open({.target = "/", .stop = stopped});
    out.request += " " + to_string(refused ? error{} : refused.error());
#endif
    out.version = &version;
    return out;
}
