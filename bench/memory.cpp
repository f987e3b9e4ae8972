// What an idle stream keeps: a decoder between two events, and a call that waits for its response,
// and for more of it.
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/chat.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "generate_streams.hpp"
#include "harness.hpp"

namespace {

using oaiwire::ChatCompletionChunk;
using oaiwire::ChatCompletionRequest;
using chat = oaiwire::exchange<ChatCompletionRequest>;

constexpr std::size_t events = 20;

std::string_view first_events(std::string_view stream) {
    std::size_t end = 0;
    for (std::size_t n = 0; n != events; ++n) end = stream.find("\n\n", end) + 2;
    return stream.substr(0, end);
}

std::unique_ptr<oaiwire::stream_decoder<ChatCompletionChunk>> warm_decoder(std::string_view bytes) {
    auto decoder = std::make_unique<oaiwire::stream_decoder<ChatCompletionChunk>>();
    decoder->feed(bytes);
    while (decoder->next() != nullptr) {
    }
    return decoder;
}

const oaiwire::endpoint where;
const ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("hi")}};

std::unique_ptr<chat> new_call() {
    return std::make_unique<chat>(request, where, oaiwire::call_options{},
                                  oaiwire::call_mode::streamed);
}

std::unique_ptr<chat> warm_call(std::string_view bytes) {
    auto call = new_call();
    call->head(200, {{"Content-Type", "text/event-stream"}});
    call->feed(bytes);
    while (call->next() != nullptr) {
    }
    return call;
}

// The bytes that what `make` returns keeps alive, itself included.
template <class Make>
double kept_by(Make&& make) {
    auto& counts = bench::allocations();
    counts.weigh = true;
    const std::size_t before = counts.live_bytes;
    double kept = 0;
    {
        const auto object = make();
        kept = static_cast<double>(counts.live_bytes - before);
    }
    counts.weigh = false;
    return kept;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string stream = bench::openai_stream();
    const std::string_view bytes = first_events(stream);
    bench::contenders all;
    const auto add = [&](const char* subject, auto make) {
        all.push_back({subject,
                       "oaiwire",
                       bench::contender::role::ours,
                       events,
                       static_cast<double>(bytes.size()),
                       [=] { benchmark::DoNotOptimize(make().get()); },
                       {},
                       [=] { return kept_by(make); }});
    };
    add("idle OpenAI stream, decoder", [=] { return warm_decoder(bytes); });
    add("idle OpenAI stream, call", [=] { return warm_call(bytes); });
    add("call without a response", [=] { return new_call(); });
    return bench::run(argc, argv, all, [] { return true; });
}
