// Decoding a stream, framing included, into a typed value that owns its text: this library compared
// with hand-written decoders.
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <support/hostile_streams.hpp>

#include "digest.hpp"
#include "generate_streams.hpp"
#include "harness.hpp"
#include "stream_subject.hpp"

namespace {

// A hostile stream, with and without the fast path.
void add_hostile(const bench::stream_input& in, std::size_t read, bench::contenders& all,
                 bench::checks& checks) {
    using role = bench::contender::role;
    using chunk = oaiwire::ChatCompletionChunk;
    const std::string subject =
        std::string("hostile: ") + in.name + (read == 0 ? ", one read" : ", 1400 B reads");
    const auto add = [&](const char* name, role as, const oaiwire::fast_paths& paths) {
        all.push_back({subject, name, as, static_cast<double>(in.events),
                       static_cast<double>(in.body.size()),
                       [=, &in] { bench::ours<chunk>(in, read, bench::look(), paths); }});
    };
    add("oaiwire", role::ours, {});
    add("oaiwire, without templates", role::variant, bench::without_shortcuts);
    checks.push_back([=, &in] {
        bench::digest with, without;
        bench::ours<chunk>(in, read, with);
        bench::ours<chunk>(in, read, without, bench::without_shortcuts);
        if (with.value() == without.value()) return true;
        std::fprintf(stderr, "%s: the fast path reads a different value\n", subject.c_str());
        return false;
    });
}

}  // namespace

int main(int argc, char** argv) {
    using bench::server;
    constexpr std::size_t n = bench::event_count;
    const bench::stream_input chats[] = {
        {"openai", server::openai, bench::openai_stream(), n},
        {"vllm", server::vllm, bench::vllm_stream(), n},
        {"tool calls", server::vllm, bench::tool_stream(), n},
        {"logprobs", server::vllm, bench::logprobs_stream(), n},
        {"reasoning", server::vllm, bench::reasoning_stream(), n},
        {"llama.cpp", server::llama, bench::llama_stream(), n},
        {"three choices", server::vllm, bench::three_choices_stream(), n},
        {"irregular", server::openai, bench::irregular_stream(), n}};
    const bench::stream_input completions{"completions", server::vllm, bench::completion_stream(),
                                          n};
    std::vector<bench::stream_input> hostile;
    for (auto& s : support::hostile_streams(400'000)) {
        hostile.push_back({s.name, server::any, std::move(s.body), s.events});
    }

    bench::contenders all;
    bench::checks checks;
    for (const std::size_t read : {std::size_t{1400}, std::size_t{0}}) {
        for (const bench::stream_input& in : chats) {
            bench::stream_subject<oaiwire::ChatCompletionChunk>(in, read, all, checks);
        }
        bench::stream_subject<oaiwire::CompletionChunk>(completions, read, all, checks);
        for (const bench::stream_input& in : hostile) add_hostile(in, read, all, checks);
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
