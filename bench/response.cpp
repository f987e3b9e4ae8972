// Reading a whole response into a typed value that owns its text: this library compared with
// hand-written readers. Into an existing value whose memory is reused, and into a new one.
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <oaiwire/json/read.hpp>

#include "digest.hpp"
#include "generate_documents.hpp"
#include "generate_scripts.hpp"
#include "harness.hpp"
#include "peers/boost_reader.hpp"
#include "peers/glaze.hpp"
#include "peers/nlohmann_reader.hpp"
#include "peers/rapidjson_reader.hpp"
#include "peers/simdjson_ordered.hpp"
#include "peers/simdjson_reader.hpp"
#include "peers/yyjson_reader.hpp"

namespace {

struct input {
    std::string name;
    std::string text;
    bool keep = false;    // there are unknown members, which are part of the value
    bool base64 = false;  // embeddings, which glaze reads as texts
};

template <class T>
struct our_reader {
    T value{};

    const T& read(std::string_view json) {
        if (!oaiwire::json::read_into(json, value, oaiwire::json::tolerant)) std::abort();
        return value;
    }
};

// All contenders for one document. Each is run once with a digest, which must equal the first
// one's.
template <class T>
class subject {
public:
    subject(const input& in, bool fresh, bench::contenders& all,
            std::vector<std::function<bool()>>& checks)
        : in_(in), fresh_(fresh), all_(all), checks_(checks) {
        using role = bench::contender::role;
        add("oaiwire", std::make_shared<our_reader<T>>(), role::ours);
        // those that do not keep unknown members do less
        const role dropping = in.keep ? role::unfair : role::peer;
        add("simdjson by hand, in order", std::make_shared<bench::simdjson_ordered_reader<T>>(
                                              bench::server::openai, false, in.keep));
        if (in.keep) {
            add("simdjson by hand, in order, unknown members ignored",
                std::make_shared<bench::simdjson_ordered_reader<T>>(), role::unfair);
        }
        add("simdjson by hand, any order",
            std::make_shared<bench::simdjson_loop_reader<T>>(in.keep));
        add("simdjson DOM", std::make_shared<bench::simdjson_dom_reader<T>>(), dropping);
#if BENCH_HAS_GLAZE
        add("glaze", std::make_shared<bench::glaze_reader<T>>(in.keep, in.base64));
#endif
#if BENCH_HAS_YYJSON
        add("yyjson", std::make_shared<bench::yyjson_reader<T>>(), dropping);
#endif
#if BENCH_HAS_RAPIDJSON
        add("RapidJSON in situ", std::make_shared<bench::rapidjson_reader<T>>(), dropping);
#endif
#if BENCH_HAS_BOOST
        add("Boost.JSON", std::make_shared<bench::boost_reader<T>>(), dropping);
#endif
#if BENCH_HAS_NLOHMANN
        add("nlohmann", std::make_shared<bench::nlohmann_reader<T>>(), dropping);
#endif
        const std::string_view text = in.text;
        bound("bound: validate_utf8",
              [=] { benchmark::DoNotOptimize(simdjson::validate_utf8(text.data(), text.size())); });
        const auto copy = std::make_shared<std::vector<char>>(text.size());
        bound("bound: memcpy", [=] {
            std::memcpy(copy->data(), text.data(), text.size());
            benchmark::DoNotOptimize(copy->data());
            benchmark::ClobberMemory();
        });
    }

private:
    std::string what() const {
        return in_.name + (fresh_ ? ", new value" : ", same value");
    }

    void bound(const char* name, std::function<void()> run) {
        all_.push_back({what(), name, bench::contender::role::bound, 1,
                        static_cast<double>(in_.text.size()), std::move(run)});
    }

    template <class Reader>
    void add(const char* name, std::shared_ptr<Reader> reader,
             bench::contender::role as = bench::contender::role::peer) {
        const std::string_view text = in_.text;
        all_.push_back({what(), name, as, 1, static_cast<double>(text.size()), [=, fresh = fresh_] {
                            if (fresh) bench::renew(*reader);
                            benchmark::DoNotOptimize(&reader->read(text));
                            benchmark::ClobberMemory();
                        }});
        const bool extra = in_.keep && as != bench::contender::role::unfair;
        checks_.push_back([=, subject = what()] {
            bench::digest expected(extra), found(extra);
            expected(our_reader<T>().read(text));
            found(reader->read(text));
            if (found.value() == expected.value()) return true;
            std::fprintf(stderr, "%s: %s reads a different value\n", subject.c_str(), name);
            return false;
        });
    }

    const input& in_;
    bool fresh_;
    bench::contenders& all_;
    std::vector<std::function<bool()>>& checks_;
};

}  // namespace

int main(int argc, char** argv) {
    const std::string large = bench::chat_response(2000, 198000);
    std::vector<input> chats{{"chat of 2 KB", bench::chat_response(1350, 0)},
                             {"chat with logprobs of 200 KB", large},
                             {"pretty-printed chat of 200 KB", bench::pretty(large)},
                             {"2 KB with 40 unknown objects", bench::unknown_objects(40), true}};
    for (const bench::script& s : bench::scripts) {
        chats.push_back({std::string("chat in ") + s.name, bench::chat_response_in(s)});
    }
    const input completion{"completion with logprobs of 40 KB", bench::completion_response()};
    const input embeddings[] = {
        {"embeddings as floats", bench::embedding_response(false)},
        {"embeddings as base64", bench::embedding_response(true), false, true}};

    bench::contenders all;
    std::vector<std::function<bool()>> checks;
    for (const bool fresh : {false, true}) {
        for (const input& in : chats) subject<oaiwire::ChatCompletion>(in, fresh, all, checks);
        subject<oaiwire::Completion>(completion, fresh, all, checks);
        for (const input& in : embeddings) {
            subject<oaiwire::EmbeddingResponse>(in, fresh, all, checks);
        }
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
