// A gateway: the event stream of an upstream becomes that of the client, with another model and the
// usage read. This library compared with loops that parse and write each chunk.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_responses.hpp>
#include <oaiwire/stream/chat_stream.hpp>

#include "generate_streams.hpp"
#include "harness.hpp"
#include "peers/framers.hpp"
#include "peers/simdjson_gateway.hpp"

namespace {

using bench::counts_read;

constexpr std::string_view model = "my-model";

// Where a gateway collects what it writes to the client's socket.
struct client {
    std::string out{};
    std::size_t written = 0;
    bool keeps = false;  // for the comparison

    std::string& room() {
        constexpr std::size_t most = 16 * 1024;
        if (!keeps && out.size() > most) flush();
        return out;
    }
    void flush() {
        written += out.size();
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
        out.clear();
    }
};

enum class output { copied, pieces };

// The whole stream through pass_through. `copied`: into one buffer, as the peers do.
counts_read ours(const oaiwire::stream_kind& kind, std::string_view stream, std::size_t read,
                 client& to, std::string_view name, output how) {
    oaiwire::pass_through through(kind, {.model = std::string(name)});
    const auto drain = [&] {
        for (std::string_view piece; !(piece = through.unsent()).empty();) {
            if (how == output::copied) {
                to.room().append(piece);
            } else {
                benchmark::DoNotOptimize(piece.data());
                to.written += piece.size();
            }
            through.sent(piece.size());
        }
    };
    bench::each_piece(stream, read, [&](std::string_view piece) {
        through.feed(piece);
        drain();
    });
    through.finish();
    drain();
    const oaiwire::token_counts& c = through.usage();
    return {c.prompt.value_or(0), c.completion.value_or(0), c.total.value_or(0)};
}

class nlohmann_gateway {
public:
    counts_read counts{};
    void pass(std::string_view json, std::string& out) {
        auto chunk = nlohmann::json::parse(json);
        if (chunk.contains("model")) chunk["model"] = model;
        if (const auto usage = chunk.find("usage"); usage != chunk.end() && usage->is_object()) {
            counts = {usage->at("prompt_tokens"), usage->at("completion_tokens"),
                      usage->at("total_tokens")};
        }
        out.append("data: ").append(chunk.dump()).append("\n\n");
    }
};

// The peers forward lines that are no chunks as they are.
template <class Gateway>
counts_read theirs(Gateway& gateway, std::string_view stream, std::size_t read, client& to) {
    gateway.counts = {};
    bench::fast_lines(stream, read, [&](std::string_view line) {
        if (line.empty()) return;
        if (line.starts_with("data: ") && line != "data: [DONE]") {
            gateway.pass(line.substr(6), to.room());
        } else {
            to.room().append(line).append(line.starts_with("data") ? "\n\n" : "\n");
        }
    });
    return gateway.counts;
}

struct input {
    const char* name;
    std::string stream;
    const oaiwire::stream_kind* kind;
    bool usual = false;  // has only what simdjson_struct_gateway writes
    bench::server from = bench::server::openai;
};

// vLLM with continuous_usage_stats: usage in each event.
std::string usage_stream() {
    bench::generator random{12};
    const std::string head = bench::vllm_head(random);
    return bench::stream_of([&](std::string& out, std::size_t i) {
        out += head;
        out += i == 0 ? "\"role\":\"assistant\",\"content\":\"" : "\"content\":\"";
        if (i != 0) out += bench::token(random);
        out += "\"},\"logprobs\":null,\"finish_reason\":";
        out += i + 1 == bench::event_count ? "\"stop\"}]" : "null}]";
        out += ",\"usage\":{\"prompt_tokens\":19,\"total_tokens\":" + std::to_string(20 + i) +
               ",\"completion_tokens\":" + std::to_string(i + 1) + "}}";
    });
}

// The Responses API, with the name of each event before its data.
std::string responses_stream() {
    bench::generator random{13};
    std::string out;
    for (std::size_t i = 0; i != bench::event_count; ++i) {
        const bool last = i + 1 == bench::event_count;
        const std::string type = last ? "response.completed" : "response.output_text.delta";
        out += "event: " + type + "\ndata: {\"type\":\"" + type +
               "\",\"sequence_number\":" + std::to_string(i);
        if (last) {
            out +=
                ",\"response\":{\"id\":\"resp_1\",\"object\":\"response\",\"status\":\"completed\","
                "\"model\":\"gpt-4o-mini-2024-07-18\",\"output\":[],\"usage\":{\"input_tokens\":19,"
                "\"output_tokens\":1999,\"total_tokens\":2018}}}\n\n";
            continue;
        }
        out += ",\"item_id\":\"msg_68a1c7d0b2d48192a1\",\"output_index\":0,\"content_index\":0,";
        const std::string_view text = bench::token(random);
        out += "\"delta\":\"" + std::string(text) + "\",\"logprobs\":[],\"obfuscation\":\"";
        out += random.letters(text.size() < 15 ? 15 - text.size() : 1, bench::base62) + "\"}\n\n";
    }
    return out;
}

std::vector<nlohmann::json> events_of(const std::string& stream) {
    std::vector<nlohmann::json> out;
    bench::fast_lines(stream, 0, [&](std::string_view line) {
        if (line.starts_with("data: {")) out.push_back(nlohmann::json::parse(line.substr(6)));
    });
    return out;
}

void add_all(const input& in, std::size_t read, bench::contenders& all,
             std::vector<std::function<bool()>>& checks) {
    using role = bench::contender::role;
    const std::string_view s = in.stream;
    const std::string subject =
        std::string("gateway: ") + in.name + (read == 0 ? ", one read" : ", 1400 B reads");
    const auto add = [&](const char* name, role as, auto run) {
        const auto to = std::make_shared<client>();
        all.push_back({subject, name, as, static_cast<double>(bench::event_count),
                       static_cast<double>(s.size()), [=] {
                           run(*to);
                           to->flush();
                       }});
        checks.push_back([=, &in] {
            // every output has the same events and the same usage
            client expected{.keeps = true}, found{.keeps = true};
            const auto counts = ours(*in.kind, in.stream, read, expected, model, output::copied);
            if (run(found) == counts &&
                (found.out.empty() || events_of(found.out) == events_of(expected.out) ||
                 found.out == in.stream)) {
                return true;
            }
            std::fprintf(stderr, "%s: %s sends something else\n", subject.c_str(), name);
            return false;
        });
    };
    const oaiwire::stream_kind* const kind = in.kind;
    add("oaiwire", role::ours,
        [=](client& to) { return ours(*kind, s, read, to, model, output::copied); });
    add("oaiwire, pieces for writev()", role::variant,
        [=](client& to) { return ours(*kind, s, read, to, model, output::pieces); });
    add("oaiwire, nothing replaced", role::variant,
        [=](client& to) { return ours(*kind, s, read, to, "", output::pieces); });
    if (!kind->has_events()) {
        const auto copying = std::make_shared<bench::simdjson_copying_gateway>(model);
        add("simdjson by hand, values copied", role::peer,
            [=](client& to) { return theirs(*copying, s, read, to); });
        const auto nlohmann = std::make_shared<nlohmann_gateway>();
        add("nlohmann", role::peer, [=](client& to) { return theirs(*nlohmann, s, read, to); });
    }
    if (in.usual) {
        const auto whole = std::make_shared<bench::simdjson_struct_gateway>(in.from, model);
        add("simdjson by hand, read and written", role::peer,
            [=](client& to) { return theirs(*whole, s, read, to); });
    }
    all.push_back({subject, "bound: memchr", role::bound, static_cast<double>(bench::event_count),
                   static_cast<double>(s.size()),
                   [=] { benchmark::DoNotOptimize(bench::count_lines(s, read)); }});
}

}  // namespace

int main(int argc, char** argv) {
    const auto* const chat = &oaiwire::stream_kind_of<oaiwire::ChatCompletionChunk>();
    const auto* const events = &oaiwire::stream_kind_of<oaiwire::ResponseStreamEvent>();
    const input inputs[] = {
        {"openai", bench::openai_stream(), chat, true},
        {"vllm", bench::vllm_stream(), chat},
        {"usage in each event", usage_stream(), chat},
        {"tool calls", bench::tool_stream(), chat},
        {"logprobs", bench::logprobs_stream(), chat},
        {"llama.cpp", bench::llama_stream(), chat},
        {"three choices", bench::three_choices_stream(), chat},
        {"irregular", bench::irregular_stream(), chat},
        {"responses", responses_stream(), events},
    };
    bench::contenders all;
    std::vector<std::function<bool()>> checks;
    for (const std::size_t read : {std::size_t{1400}, std::size_t{0}}) {
        for (const input& in : inputs) add_all(in, read, all, checks);
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
