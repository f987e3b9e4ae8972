// Encoding a chat request from its typed value: this library beside what one would write by hand.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#if __has_include(<rapidjson/writer.h>)
// it scans strings by 16 bytes only where it is told to
#if defined(__SSE4_2__)
#define RAPIDJSON_SSE42
#elif defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#define HAS_RAPIDJSON 1
#else
#define HAS_RAPIDJSON 0
#endif

#include <nlohmann/json.hpp>
#include <oaiwire/json/write.hpp>

#include "generate.hpp"
#include "table.hpp"

namespace {

using oaiwire::ChatCompletionRequest;
using oaiwire::ContentPart;
using oaiwire::MessageContent;

// Calls use(role, content) for a message of the roles that are generated.
template <class F>
void with_message(const oaiwire::RequestMessage& message, F&& use) {
    if (const auto* m = std::get_if<oaiwire::SystemMessage>(&message)) use("system", *m->content);
    if (const auto* m = std::get_if<oaiwire::UserMessage>(&message)) use("user", *m->content);
    if (const auto* m = std::get_if<oaiwire::AssistantMessage>(&message)) {
        use("assistant", *m->content);
    }
}

nlohmann::json build_nlohmann(const MessageContent& content) {
    if (const auto* text = std::get_if<std::string>(&content)) return *text;
    auto parts = nlohmann::json::array();
    for (const ContentPart& part : std::get<1>(content)) {
        if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
            parts.push_back({{"type", "text"}, {"text", p->text}});
        } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
            parts.push_back({{"type", "image_url"}, {"image_url", {{"url", i->image_url.url}}}});
        }
    }
    return parts;
}

std::string write_nlohmann(const ChatCompletionRequest& request) {
    nlohmann::json json{{"model", request.model}};
    auto& messages = json["messages"] = nlohmann::json::array();
    for (const auto& message : request.messages) {
        with_message(message, [&](const char* role, const MessageContent& content) {
            messages.push_back({{"role", role}, {"content", build_nlohmann(content)}});
        });
    }
    if (request.max_completion_tokens) {
        json["max_completion_tokens"] = *request.max_completion_tokens;
    }
    if (request.stream) json["stream"] = *request.stream;
    if (request.temperature) json["temperature"] = *request.temperature;
    return json.dump();
}

#if HAS_RAPIDJSON
using rapidjson_writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(rapidjson_writer& w, std::string_view text) {
    w.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_content(rapidjson_writer& w, const MessageContent& content) {
    if (const auto* text = std::get_if<std::string>(&content)) return put(w, *text);
    w.StartArray();
    for (const ContentPart& part : std::get<1>(content)) {
        w.StartObject();
        w.Key("type");
        if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
            w.String("text");
            w.Key("text");
            put(w, p->text);
        } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
            w.String("image_url");
            w.Key("image_url");
            w.StartObject();
            w.Key("url");
            put(w, i->image_url.url);
            w.EndObject();
        }
        w.EndObject();
    }
    w.EndArray();
}

// Its buffer is used again, as ours is.
std::string_view write_rapidjson(const ChatCompletionRequest& request,
                                 rapidjson::StringBuffer& buffer) {
    buffer.Clear();
    rapidjson_writer w(buffer);
    w.StartObject();
    w.Key("model");
    put(w, request.model);
    w.Key("messages");
    w.StartArray();
    for (const auto& message : request.messages) {
        with_message(message, [&](const char* role, const MessageContent& content) {
            w.StartObject();
            w.Key("role");
            w.String(role);
            w.Key("content");
            put_content(w, content);
            w.EndObject();
        });
    }
    w.EndArray();
    if (request.max_completion_tokens) {
        w.Key("max_completion_tokens");
        w.Int64(*request.max_completion_tokens);
    }
    if (request.stream) {
        w.Key("stream");
        w.Bool(*request.stream);
    }
    if (request.temperature) {
        w.Key("temperature");
        w.Double(*request.temperature);
    }
    w.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}
#endif

std::string_view write_ours(const ChatCompletionRequest& request, std::string& out) {
    if (!oaiwire::json::write(request, out)) std::abort();
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    struct input {
        const char* name;
        ChatCompletionRequest request;
        std::string text;
    };
    std::vector<input> inputs{{"20 messages", bench::conversation(), {}},
                              {"4 MB image", bench::image_request(), {}}};

    using role = bench::contender::role;
    std::vector<bench::contender> all;
    std::string out;
    std::vector<char> copy;
#if HAS_RAPIDJSON
    rapidjson::StringBuffer buffer;
#endif
    for (input& in : inputs) {
        in.text = write_ours(in.request, out);
        copy.resize(std::max(copy.size(), in.text.size()));
        const auto add = [&](const char* name, role as, std::function<void()> run) {
            all.push_back(
                {in.name, name, as, 1, static_cast<double>(in.text.size()), std::move(run)});
        };
        add("oaiwire", role::ours,
            [&] { benchmark::DoNotOptimize(write_ours(in.request, out).data()); });
#if HAS_RAPIDJSON
        add("RapidJSON Writer", role::peer,
            [&] { benchmark::DoNotOptimize(write_rapidjson(in.request, buffer).data()); });
#endif
        add("nlohmann, build and dump", role::peer,
            [&] { benchmark::DoNotOptimize(write_nlohmann(in.request).data()); });
        add("bound: memcpy", role::bound, [&] {
            std::memcpy(copy.data(), in.text.data(), in.text.size());
            benchmark::DoNotOptimize(copy.data());
            benchmark::ClobberMemory();
        });
    }

    const auto verify = [&] {
        for (const input& in : inputs) {
            const auto expected = nlohmann::json::parse(in.text);
            std::vector<std::string> others{write_nlohmann(in.request)};
#if HAS_RAPIDJSON
            others.emplace_back(write_rapidjson(in.request, buffer));
#endif
            for (const std::string& text : others) {
                if (nlohmann::json::parse(text) == expected) continue;
                std::fprintf(stderr, "%s: a contender writes something else\n", in.name);
                return false;
            }
        }
        return true;
    };
    return bench::run(argc, argv, all, verify);
}
