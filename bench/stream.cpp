// Decoding a chat stream, framing included, into a typed value that owns its text: this library
// beside what one would write by hand.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "generate.hpp"
#include "table.hpp"

namespace {

using oaiwire::ChatCompletionChunk;

// What every contender fills.
class digest {
public:
    void operator()(const ChatCompletionChunk& chunk) {
        add(chunk.id);
        add(chunk.model);
        add(chunk.created);
        for (const auto& choice : chunk.choices) {
            add(choice.index);
            if (choice.finish_reason) add(choice.finish_reason->text());
            if (choice.logprobs && choice.logprobs->content) add(*choice.logprobs->content);
            if (!choice.delta) continue;
            const auto& delta = *choice.delta;
            if (delta.role) add(delta.role->text());
            if (delta.content) add(std::get<std::string>(*delta.content));
            if (!delta.tool_calls) continue;
            for (const auto& call : *delta.tool_calls) {
                add(call.index);
                add(call.id);
                if (!call.function) continue;
                add(call.function->name);
                add(call.function->arguments);
            }
        }
        if (chunk.usage) add(chunk.usage->total_tokens);
    }
    std::uint64_t value() const { return value_; }

private:
    void add(std::uint64_t n) { value_ = (value_ ^ n) * 0x100000001b3; }
    void add(std::string_view text) {
        for (const char c : text) add(std::uint64_t{static_cast<unsigned char>(c)});
        add(text.size());
    }
    void add(double d) {
        std::uint64_t bits;
        std::memcpy(&bits, &d, sizeof bits);
        add(bits);
    }
    template <class T>
    void add(const oaiwire::field<T>& f) {
        if (!f) return add(std::uint64_t{1});
        if constexpr (std::is_integral_v<T>) {
            add(static_cast<std::uint64_t>(*f));
        } else {
            add(*f);
        }
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const auto& entry : list) {
            if constexpr (std::is_integral_v<T>) {
                add(static_cast<std::uint64_t>(entry));
            } else {
                add(entry.token);
                add(entry.logprob);
                add(entry.bytes);
                if constexpr (requires { entry.top_logprobs; }) add(entry.top_logprobs);
            }
        }
        add(list.size());
    }

    std::uint64_t value_ = 0xcbf29ce484222325;
};

// Calls take(piece) with pieces of at most `read` bytes; 0: all at once.
template <class F>
void each_piece(std::string_view stream, std::size_t read, F&& take) {
    if (read == 0) return take(stream);
    for (; stream.size() > read; stream.remove_prefix(read)) take(stream.substr(0, read));
    take(stream);
}

// ---- framing

// As one writes it first: a string a line.
template <class F>
void naive_lines(std::string_view stream, std::size_t read, F&& take) {
    std::string line;
    if (read == 0) {
        std::istringstream in{std::string(stream)};
        while (std::getline(in, line)) take(std::string_view(line));
        return;
    }
    std::string pending;
    each_piece(stream, read, [&](std::string_view piece) {
        pending.append(piece);
        for (std::size_t end; (end = pending.find('\n')) != std::string::npos;) {
            line = pending.substr(0, end);
            pending.erase(0, end + 1);
            take(std::string_view(line));
        }
    });
}

// memchr, and copies of lines that were cut only. LF alone ends a line.
template <class F>
void fast_lines(std::string_view stream, std::size_t read, F&& take) {
    std::string pending;
    each_piece(stream, read, [&](std::string_view piece) {
        const char* p = piece.data();
        const char* const end = p + piece.size();
        while (p != end) {
            const auto left = static_cast<std::size_t>(end - p);
            const auto* const lf = static_cast<const char*>(std::memchr(p, '\n', left));
            if (lf == nullptr) {
                pending.append(p, end);
                return;
            }
            const std::string_view line(p, static_cast<std::size_t>(lf - p));
            if (pending.empty()) {
                take(line);
            } else {
                pending.append(line);
                take(std::string_view(pending));
                pending.clear();
            }
            p = lf + 1;
        }
    });
}

// Calls take(payload) for the lines that carry a chunk.
template <class F>
auto payloads(F&& take) {
    return [take](std::string_view line) {
        if (line.starts_with("data: ") && line != "data: [DONE]") take(line.substr(6));
    };
}

// ---- nlohmann: DOM, then members by name

const std::string& text_of(const nlohmann::json& value) {
    return value.get_ref<const std::string&>();
}

template <class T>
void take_field(const nlohmann::json& from, const char* name, oaiwire::field<T>& to) {
    const auto found = from.find(name);
    if (found == from.end()) {
        to.reset();
    } else if (found->is_null()) {
        to = oaiwire::null;
    } else if constexpr (std::is_constructible_v<T, const std::string&>) {
        to = T(text_of(*found));
    } else {
        to = found->template get<T>();
    }
}

template <class T>
void take_logprobs(const nlohmann::json& from, std::vector<T>& to) {
    to.clear();
    for (const auto& entry : from) {
        auto& t = to.emplace_back();
        take_field(entry, "token", t.token);
        take_field(entry, "logprob", t.logprob);
        take_field(entry, "bytes", t.bytes);
        if constexpr (requires { t.top_logprobs; }) {
            take_logprobs(entry.at("top_logprobs"), t.top_logprobs.emplace());
        }
    }
}

void read_nlohmann(std::string_view text, ChatCompletionChunk& out) {
    const auto json = nlohmann::json::parse(text);
    take_field(json, "id", out.id);
    take_field(json, "object", out.object);
    take_field(json, "created", out.created);
    take_field(json, "model", out.model);
    take_field(json, "system_fingerprint", out.system_fingerprint);
    take_field(json, "obfuscation", out.obfuscation);
    const auto tier = json.find("service_tier");
    out.service_tier.reset();
    if (tier != json.end()) out.service_tier.emplace(text_of(*tier));
    out.choices.clear();
    for (const auto& choice : json.at("choices")) {
        auto& c = out.choices.emplace_back();
        take_field(choice, "index", c.index);
        const auto& finish = choice.at("finish_reason");
        if (finish.is_string()) c.finish_reason.emplace(text_of(finish));
        const auto& logprobs = choice.at("logprobs");
        if (logprobs.is_object()) {
            take_logprobs(logprobs.at("content"), c.logprobs.emplace().content.emplace());
        }
        const auto& delta = choice.at("delta");
        auto& d = c.delta.emplace();
        const auto role = delta.find("role");
        if (role != delta.end()) d.role.emplace(text_of(*role));
        const auto content = delta.find("content");
        if (content != delta.end()) d.content = text_of(*content);
        const auto calls = delta.find("tool_calls");
        if (calls == delta.end()) continue;
        d.tool_calls.emplace();
        for (const auto& call : *calls) {
            auto& t = d.tool_calls->emplace_back();
            take_field(call, "index", t.index);
            take_field(call, "id", t.id);
            take_field(call, "type", t.type);
            const auto& function = call.at("function");
            take_field(function, "name", t.function.emplace().name);
            take_field(function, "arguments", t.function->arguments);
        }
    }
    out.usage.reset();
    const auto usage = json.find("usage");
    if (usage == json.end() || !usage->is_object()) return;
    auto& u = out.usage.emplace();
    take_field(*usage, "prompt_tokens", u.prompt_tokens);
    take_field(*usage, "completion_tokens", u.completion_tokens);
    take_field(*usage, "total_tokens", u.total_tokens);
}

// ---- simdjson On-Demand by hand: knows the order of the members and which of them each server
// sends, reuses all memory, and looks at nothing that it does not need

namespace sj = simdjson::ondemand;

struct simdjson_reader {
    bool openai = false;      // has service_tier, system_fingerprint, usage and obfuscation
    bool all_members = true;  // else only what the digest has
    sj::parser parser{};
    std::vector<char> padded{};
    ChatCompletionChunk chunk{};

    static std::string_view key_of(simdjson::simdjson_result<sj::field>& member) {
        std::string_view key;
        return member.unescaped_key().get(key) == simdjson::SUCCESS ? key : std::string_view();
    }
    template <class V>
    static void text(V&& value, oaiwire::field<std::string>& to) {
        std::string_view s;
        if (value.get_string().get(s) == simdjson::SUCCESS) {
            to.revive().assign(s);
        } else {
            to.reset();
        }
    }
    template <class V>
    static void integer(V&& value, oaiwire::field<std::int64_t>& to) {
        std::int64_t n = 0;
        if (value.get_int64().get(n) == simdjson::SUCCESS) {
            to = n;
        } else {
            to.reset();
        }
    }
    template <class T>
    static void logprobs(simdjson::simdjson_result<sj::value> from, std::vector<T>& to) {
        std::size_t n = 0;
        for (auto entry : from.get_array()) {
            T& t = n < to.size() ? to[n] : to.emplace_back();
            ++n;
            text(entry.find_field("token"), t.token);
            double value = 0;
            if (entry.find_field("logprob").get_double().get(value) == simdjson::SUCCESS) {
                t.logprob = value;
            }
            auto& bytes = t.bytes.revive();
            bytes.clear();
            for (auto byte : entry.find_field("bytes").get_array()) {
                std::uint64_t b = 0;
                if (byte.get_uint64().get(b) == simdjson::SUCCESS) {
                    bytes.push_back(static_cast<std::uint8_t>(b));
                }
            }
            if constexpr (requires { t.top_logprobs; }) {
                logprobs(entry.find_field("top_logprobs"), t.top_logprobs.revive());
            }
        }
        to.resize(n);
    }
    static void tool_calls(sj::value from, std::vector<oaiwire::ToolCallChunk>& to) {
        std::size_t n = 0;
        for (auto entry : from.get_array()) {
            auto& t = n < to.size() ? to[n] : to.emplace_back();
            ++n;
            t.id.reset();
            t.type.reset();
            auto& function = t.function.revive();
            function.name.reset();
            function.arguments.reset();
            for (auto member : entry.get_object()) {
                const std::string_view key = key_of(member);
                if (key == "index") integer(member.value(), t.index);
                if (key == "id") text(member.value(), t.id);
                if (key == "type") text(member.value(), t.type);
                if (key != "function") continue;
                for (auto part : member.value().get_object()) {
                    text(part.value(), key_of(part) == "name" ? function.name : function.arguments);
                }
            }
        }
        to.resize(n);
    }
    void choice(simdjson::simdjson_result<sj::value> from, oaiwire::ChatCompletionChunkChoice& to) {
        integer(from.find_field("index"), to.index);
        auto& delta = to.delta.revive();
        delta.role.reset();
        delta.content.reset();
        delta.tool_calls.reset();
        for (auto member : from.find_field("delta").get_object()) {
            const std::string_view key = key_of(member);
            std::string_view s;
            if (key == "content") {
                if (member.value().get_string().get(s) == simdjson::SUCCESS) {
                    auto& content = delta.content.revive();
                    if (content.index() != 0) content.emplace<0>();
                    std::get<0>(content).assign(s);
                }
            } else if (key == "role") {
                if (member.value().get_string().get(s) == simdjson::SUCCESS) {
                    delta.role.revive().assign(s);
                }
            } else if (key == "tool_calls") {
                sj::value calls;
                if (member.value().get(calls) == simdjson::SUCCESS) {
                    tool_calls(calls, delta.tool_calls.revive());
                }
            }
        }
        to.logprobs.reset();
        auto found = from.find_field("logprobs");
        if (!found.is_null()) {
            logprobs(found.find_field("content"), to.logprobs.revive().content.revive());
        }
        std::string_view s;
        to.finish_reason.reset();
        if (from.find_field("finish_reason").get_string().get(s) == simdjson::SUCCESS) {
            to.finish_reason.revive().assign(s);
        }
    }

    const ChatCompletionChunk& read(std::string_view json) {
        if (padded.size() < json.size() + simdjson::SIMDJSON_PADDING) {
            padded.resize(2 * json.size() + simdjson::SIMDJSON_PADDING);
        }
        std::memcpy(padded.data(), json.data(), json.size());
        sj::document document;
        if (parser.iterate(padded.data(), json.size(), padded.size()).get(document) !=
            simdjson::SUCCESS) {
            std::abort();
        }
        text(document.find_field("id"), chunk.id);
        if (all_members) text(document.find_field("object"), chunk.object);
        integer(document.find_field("created"), chunk.created);
        text(document.find_field("model"), chunk.model);
        if (openai && all_members) {
            std::string_view tier;
            chunk.service_tier.reset();
            if (document.find_field("service_tier").get_string().get(tier) == simdjson::SUCCESS) {
                chunk.service_tier.revive().assign(tier);
            }
            text(document.find_field("system_fingerprint"), chunk.system_fingerprint);
        }
        std::size_t n = 0;
        for (auto entry : document.find_field("choices").get_array()) {
            choice(entry,
                   n < chunk.choices.size() ? chunk.choices[n] : chunk.choices.emplace_back());
            ++n;
        }
        chunk.choices.resize(n);
        if (openai) {
            chunk.usage.reset();
            auto usage = document.find_field("usage");
            if (!usage.is_null()) {
                auto& u = chunk.usage.revive();
                integer(usage.find_field("prompt_tokens"), u.prompt_tokens);
                integer(usage.find_field("completion_tokens"), u.completion_tokens);
                integer(usage.find_field("total_tokens"), u.total_tokens);
            }
            if (all_members) text(document.find_field("obfuscation"), chunk.obfuscation);
        }
        return chunk;
    }
};

// ---- the contenders; each calls sink(chunk) for every chunk of the stream

template <class Sink>
void ours(std::string_view stream, std::size_t read, Sink&& sink) {
    oaiwire::stream_decoder<ChatCompletionChunk> decoder;
    const auto drain = [&] {
        while (const ChatCompletionChunk* chunk = decoder.next()) sink(*chunk);
    };
    each_piece(stream, read, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    decoder.finish();
    drain();
}

template <class Sink>
void naive_nlohmann(std::string_view stream, std::size_t read, Sink&& sink) {
    ChatCompletionChunk chunk;
    naive_lines(stream, read, payloads([&](std::string_view json) {
                    read_nlohmann(json, chunk);
                    sink(chunk);
                }));
}

template <class Sink>
void fast_nlohmann(std::string_view stream, std::size_t read, Sink&& sink) {
    ChatCompletionChunk chunk;
    fast_lines(stream, read, payloads([&](std::string_view json) {
                   read_nlohmann(json, chunk);
                   sink(chunk);
               }));
}

template <class Sink>
void fast_simdjson(simdjson_reader& reader, std::string_view stream, std::size_t read,
                   Sink&& sink) {
    fast_lines(stream, read, payloads([&](std::string_view json) { sink(reader.read(json)); }));
}

std::size_t count_lines(std::string_view stream, std::size_t read) {
    std::size_t lines = 0;
    each_piece(stream, read, [&](std::string_view piece) {
        const char* p = piece.data();
        const char* const end = p + piece.size();
        while (p != end) {
            p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)));
            if (p == nullptr) return;
            ++p;
            ++lines;
        }
    });
    return lines;
}

}  // namespace

int main(int argc, char** argv) {
    struct input {
        const char* name;
        std::string stream;
    };
    const input inputs[] = {{"openai", bench::openai_stream()},
                            {"vllm", bench::vllm_stream()},
                            {"tool calls", bench::tool_stream()},
                            {"logprobs", bench::logprobs_stream()}};
    const auto look = [](const ChatCompletionChunk& chunk) {
        benchmark::DoNotOptimize(chunk.choices.data());
        benchmark::ClobberMemory();
    };

    using role = bench::contender::role;
    std::vector<bench::contender> all;
    for (const input& in : inputs) {
        const std::string_view s = in.stream;
        const bool openai = &in == inputs;
        for (const std::size_t read : {std::size_t{1400}, std::size_t{0}}) {
            const auto add = [&](const char* name, role as, std::function<void()> run) {
                all.push_back({std::string(in.name) + (read == 0 ? ", one read" : ", 1400 B reads"),
                               name, as, static_cast<double>(bench::event_count),
                               static_cast<double>(s.size()), std::move(run)});
            };
            add("oaiwire", role::ours, [=] { ours(s, read, look); });
            for (const bool members : {true, false}) {
                add(members ? "simdjson by hand, same members" : "simdjson by hand, few members",
                    role::peer, [=, reader = std::make_shared<simdjson_reader>()] {
                        reader->openai = openai;
                        reader->all_members = members;
                        fast_simdjson(*reader, s, read, look);
                    });
            }
            add("nlohmann, memchr", role::peer, [=] { fast_nlohmann(s, read, look); });
            add("nlohmann, getline", role::peer, [=] { naive_nlohmann(s, read, look); });
            add("bound: memchr", role::bound,
                [=] { benchmark::DoNotOptimize(count_lines(s, read)); });
        }
    }

    const auto verify = [&] {
        for (const input& in : inputs) {
            for (const std::size_t read : {std::size_t{1400}, std::size_t{0}}) {
                digest digests[5];
                ours(in.stream, read, digests[0]);
                naive_nlohmann(in.stream, read, digests[1]);
                fast_nlohmann(in.stream, read, digests[2]);
                simdjson_reader reader{.openai = &in == inputs};
                fast_simdjson(reader, in.stream, read, digests[3]);
                reader.all_members = false;
                fast_simdjson(reader, in.stream, read, digests[4]);
                for (const digest& d : digests) {
                    if (d.value() == digests[0].value()) continue;
                    std::fprintf(stderr, "%s: contender %td reads something else\n", in.name,
                                 &d - digests);
                    return false;
                }
            }
        }
        return true;
    };
    return bench::run(argc, argv, all, verify);
}
