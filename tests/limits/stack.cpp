// 64 KiB of stack suffice for every operation, whatever a peer sends. Each runs on its own thread,
// whose stack ends at a guard page and is filled with a pattern before.
#include <support/catch.hpp>

#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OAIWIRE_TEST_OTHER_STACK  // sanitizers have larger frames
#endif
#endif
#else
#define OAIWIRE_TEST_OTHER_STACK
#endif

#ifndef OAIWIRE_TEST_OTHER_STACK

#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/transport/replay.hpp>
#include <support/full_size.hpp>

namespace stack_tests {

using namespace oaiwire;

namespace {

constexpr std::size_t stack_size = 64 * 1024;
constexpr unsigned char paint = 0xA5;

struct painted_stack {
    painted_stack() {
        page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
        // some platforms have a larger minimum
        const long least = sysconf(_SC_THREAD_STACK_MIN);
        if (least > 0) size = std::max(size, static_cast<std::size_t>(least));
        void* const all = mmap(nullptr, size + page, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (all == MAP_FAILED) return;
        guard = static_cast<unsigned char*>(all);
        if (mprotect(guard, page, PROT_NONE) != 0) return;
        bottom = guard + page;
        std::memset(bottom, paint, size);
    }
    painted_stack(const painted_stack&) = delete;
    painted_stack& operator=(const painted_stack&) = delete;
    ~painted_stack() {
        if (guard != nullptr) munmap(guard, size + page);
    }
    std::size_t used() const {
        std::size_t clean = 0;
        while (clean != size && bottom[clean] == paint) ++clean;
        return size - clean;
    }

    std::size_t page = 0;
    std::size_t size = stack_size;
    unsigned char* guard = nullptr;
    unsigned char* bottom = nullptr;
};

// The stack that step() uses in bytes, including the thread's own; step() returns whether it
// succeeded.
template <class F>
std::size_t stack_of(F step, bool& well) {
    struct job {
        F run;
        bool well = false;
    };
    const painted_stack stack;
    REQUIRE(stack.bottom != nullptr);
    job work{std::move(step)};
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstack(&attributes, stack.bottom, stack.size) == 0);
    pthread_t thread{};
    const auto run = [](void* p) -> void* {
        auto* const j = static_cast<job*>(p);
        j->well = j->run();
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, run, &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
    well = work.well;
    return stack.used();
}

template <class F>
void check(const char* what, F step) {
    INFO(what);
    bool well = false;
    const std::size_t used = stack_of(std::move(step), well);
    CHECK(well);
    CHECK(used < stack_size);
    if (support::full_size()) WARN(what << ": " << used << " bytes of stack");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (; times != 0; --times) out += text;
    return out;
}

std::string nested(std::size_t depth) {
    return repeated("{\"a\":[", depth / 2) + "1" + repeated("]}", depth / 2);
}

// A value with every member that can be nested at the depth limit.
template <class T>
bool round_trips(const std::string& text) {
    auto first = json::read<T>(text, json::tolerant);
    if (!first) return false;
    const auto written = json::write(*first);
    const T copy = *first;
    const T moved = std::move(*first);
    const auto again = written ? json::read<T>(*written, json::strict) : json::read<T>("", {});
    return written && again && *again == copy && moved == copy;
}

const std::string chunk =
    "{\"id\":\"c\",\"x\":" + nested(62) +
    ",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\\ud83d\",\"y\":" + nested(58) +
    ",\"tool_calls\":[{\"index\":0,\"id\":\"i\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]"
    "},"
    "\"logprobs\":{\"content\":[{\"token\":\"t\",\"logprob\":-1,\"top_logprobs\":[]}]}}]}";
const std::string deep = repeated("[", 1'000'000);

replay_exchange answer(std::string body, int status) {
    replay_exchange e;
    e.head.status = status;
    e.body = std::move(body);
    e.piece = 7;
    return e;
}

}  // namespace

TEST_CASE("values at the depth limit are read, written, copied, compared and destroyed on 64 KiB") {
    check("a chunk", [] { return round_trips<ChatCompletionChunk>(chunk); });
    check("a response", [] {
        return round_trips<ChatCompletion>(
            "{\"choices\":[{\"message\":{\"content\":\"a\",\"z\":" + nested(58) +
            ",\"tool_calls\":[{\"function\":{\"arguments\":\"{}\"}}]}}],\"z\":" + nested(62) + "}");
    });
    check("a request", [] {
        return round_trips<ChatCompletionRequest>(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\","
            "\"text\":\"a\",\"z\":" +
            nested(56) +
            "}]}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":" +
            nested(58) + "}}],\"metadata\":{\"a\":\"b\"}}");
    });
    check("a response of the other API", [] {
        return round_trips<Response>(
            "{\"output\":[{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":"
            "\"output_text\",\"text\":\"a\",\"z\":" +
            nested(54) + "}]},{\"type\":\"new\",\"z\":" + nested(58) + "}]}");
    });
    check("raw JSON", [] {
        const auto raw = raw_json::parse(nested(200));
        const raw_json copy = raw ? *raw : raw_json();
        return raw && copy == *raw;
    });
}

TEST_CASE("input beyond the depth limit is rejected on 64 KiB") {
    check("by the strict reader", [] {
        return !json::read<ChatCompletionChunk>("{\"x\":" + deep, json::strict) &&
               !json::read<raw_json>(deep, json::strict);
    });
    check("by the tolerant reader", [] {
        return !json::read<ChatCompletionChunk>("{\"x\":" + deep, json::tolerant) &&
               !json::read<ChatCompletion>(deep, json::tolerant) &&
               !json::read<Response>("{\"output\":" + deep, json::tolerant);
    });
    check("in an error's place", [] {
        const error e = error_of_body("{\"error\":" + deep, 500);
        const error closed =
            error_of_body("{\"error\":" + repeated("[", 30'000) + repeated("]", 30'000) + "}", 500);
        return e.code == errc::api_error && closed.code == errc::api_error;
    });
    check("in a stream", [] {
        stream_decoder<ChatCompletionChunk> decoder;
        const std::string event = "data: {\"x\":" + deep.substr(0, 900'000) + "\n\n";
        decoder.feed(event);
        while (decoder.next() != nullptr) {
        }
        return decoder.ended() && !decoder.ok();
    });
}

TEST_CASE("streams are decoded on 64 KiB") {
    check("a chat", [] {
        const std::string body = repeated("data: " + chunk + "\n\n", 20) + "data: [DONE]\n\n";
        stream_decoder<ChatCompletionChunk> decoder;
        accumulator<ChatCompletionChunk> whole;
        for (std::size_t at = 0; at < body.size(); at += 97) {
            decoder.feed(std::string_view(body).substr(at, 97));
            while (const auto* c = decoder.next()) static_cast<void>(whole.add(*c));
        }
        decoder.finish();
        while (const auto* c = decoder.next()) static_cast<void>(whole.add(*c));
        return decoder.ok() && whole.take().choices.size() == 1;
    });
    check("chunked framing", [] {
        http::chunked_decoder decoder;
        const std::string body = repeated("5;a=\"b\"\r\nhello\r\n", 50) + "0\r\nA: b\r\n\r\n";
        std::size_t size = 0;
        for (const char& c : body) {
            decoder.feed({&c, 1});
            for (auto got = decoder.next(); !got.empty(); got = decoder.next()) size += got.size();
        }
        return decoder.done() && size == 250;
    });
}

TEST_CASE("a client executes calls on 64 KiB") {
    const endpoint where{.base_url = "http://localhost/v1", .api_key = secret{"sk-canary"}};
    const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
    for (const int status : {200, 500}) {
        check("streamed", [&] {
            const std::string body = "data: " + chunk + "\n\ndata: [DONE]\n\n";
            client api{replay_transport({answer(body, status)}), where};
            auto stream = api.stream(hello);
            std::size_t chunks = 0;
            while (stream.next() != nullptr) ++chunks;
            return stream.ok() == (status == 200) && (chunks != 0) == (status == 200);
        });
        check("plain", [&] {
            const std::string body = "{\"choices\":[{\"message\":{\"content\":\"a\"}}]}";
            client api{replay_transport({answer(body, status)}), where};
            return api.create(hello).has_value() == (status == 200);
        });
    }
}

}  // namespace stack_tests
#endif
