// A server's side: tokens to the events of a stream. The stream writer, which makes events from a
// template, beside what servers do: a DOM for each token that is dumped (as llama.cpp does with
// nlohmann), a typed chunk that is written, and strings that are appended by hand. All write the
// same members; the transport takes the bytes of each event at once.
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
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/chat_stream_writer.hpp>
#include <oaiwire/server/response_stream_writer.hpp>
#include <oaiwire/sse/encoder.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "generate.hpp"
#include "harness.hpp"

namespace {

constexpr std::size_t token_count = 2000;
using tokens = std::vector<std::string>;

constexpr std::string_view id = "chatcmpl-8Sx2kPqV1bYt0aWcD3eRfGhJ";
constexpr std::string_view model = "meta-llama/Llama-3.1-8B-Instruct";
constexpr std::string_view fingerprint = "fp_44709d6fcb";
constexpr std::int64_t created = 1'755'850'123;

tokens words() {
    bench::generator random{11};
    tokens out;
    while (out.size() != token_count) {
        // written as JSON there
        out.push_back(nlohmann::json::parse('"' + std::string(bench::token(random)) + '"'));
    }
    return out;
}

tokens characters() {
    static constexpr std::string_view all[] = {"天", "空", "は",   "なぜ", "青い", "のか", "、",
                                               "光", "の", "散乱", "に",   "よる", "。"};
    bench::generator random{12};
    tokens out;
    while (out.size() != token_count) out.emplace_back(random.one_of(all));
    return out;
}

// Pieces of 64 to 192 bytes: a tokenizer's batch, or a gateway that collects.
tokens long_pieces() {
    bench::generator random{13};
    const tokens from = words();
    tokens out;
    for (std::size_t i = 0; out.size() != token_count;) {
        std::string& piece = out.emplace_back();
        const std::size_t size = 64 + random.below(128);
        while (piece.size() < size) piece += from[i++ % from.size()];
    }
    return out;
}

// Where the bytes of each event go.
class transport {
public:
    // Keeps the bytes too.
    explicit transport(std::string* copy = nullptr) : copy_(copy) {}
    void take(std::string_view bytes) {
        benchmark::DoNotOptimize(bytes.data());
        benchmark::ClobberMemory();
        if (copy_ != nullptr) copy_->append(bytes);
    }

private:
    std::string* copy_;
};

struct ours {
    oaiwire::responder to{};

    void run(const tokens& in, std::int64_t choices, bool pad, transport& out) {
        to.reset();
        oaiwire::chat_stream_writer writer(to, {.id = std::string(id),
                                                .model = std::string(model),
                                                .system_fingerprint = std::string(fingerprint),
                                                .created = created,
                                                .obfuscate = pad,
                                                .seed = 1});
        std::int64_t choice = 0;
        for (const std::string& token : in) {
            if (!writer.text(token, choice)) return;
            out.take(to.unsent());
            to.sent(to.unsent().size());
            if (++choice == choices) choice = 0;
        }
        if (!writer.done()) return;
        out.take(to.unsent());
        to.sent(to.unsent().size());
    }
};

struct typed {
    void run(const tokens& in, std::int64_t choices, transport& out) {
        oaiwire::ChatCompletionChunk chunk{.id = std::string(id),
                                           .object = "chat.completion.chunk",
                                           .created = created,
                                           .model = std::string(model),
                                           .system_fingerprint = std::string(fingerprint)};
        auto& choice = chunk.choices.emplace_back();
        choice.index = 0;
        choice.logprobs = oaiwire::null;
        choice.finish_reason = oaiwire::null;
        choice.delta.emplace().content = "";
        std::string json;
        std::string event;
        oaiwire::sse::encoder encoder(event);
        for (const std::string& token : in) {
            choice.delta->content = token;
            event.clear();
            if (!oaiwire::json::write(chunk, json) || !encoder.event({.data = json})) return;
            out.take(event);
            if (++*choice.index == choices) choice.index = 0;
        }
        out.take("data: [DONE]\n\n");
    }
};

// The members of one chunk in the order and with the calls of llama.cpp's server.
struct with_nlohmann {
    void run(const tokens& in, std::int64_t choices, transport& out) {
        using json = nlohmann::ordered_json;
        std::int64_t index = 0;
        for (const std::string& token : in) {
            const json chunk{{"choices", json::array({json{
                                             {"finish_reason", nullptr},
                                             {"index", index},
                                             {"delta", json{{"content", token}}},
                                             {"logprobs", nullptr},
                                         }})},
                             {"created", created},
                             {"id", id},
                             {"model", model},
                             {"system_fingerprint", fingerprint},
                             {"object", "chat.completion.chunk"}};
            out.take("data: " + chunk.dump(-1, ' ', false, json::error_handler_t::replace) +
                     "\n\n");
            if (++index == choices) index = 0;
        }
        out.take("data: [DONE]\n\n");
    }
};

// A string that is appended to, as a careful program would without a library: UTF-8 is not checked.
struct by_hand {
    static void escape(std::string& out, std::string_view text) {
        for (const char c : text) {
            switch (c) {
                case '"':
                    out += "\\\"";
                    break;
                case '\\':
                    out += "\\\\";
                    break;
                case '\n':
                    out += "\\n";
                    break;
                default:
                    if (static_cast<unsigned char>(c) < 0x20) {
                        char code[8];
                        std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
                        out += code;
                    } else {
                        out += c;
                    }
            }
        }
    }
    void run(const tokens& in, std::int64_t choices, transport& out) {
        std::string event;
        std::int64_t index = 0;
        for (const std::string& token : in) {
            event = "data: {\"id\":\"";
            event.append(id).append("\",\"object\":\"chat.completion.chunk\",\"created\":");
            event.append(std::to_string(created)).append(",\"model\":\"").append(model);
            event.append("\",\"system_fingerprint\":\"").append(fingerprint);
            event.append("\",\"choices\":[{\"index\":").append(std::to_string(index));
            event.append(",\"delta\":{\"content\":\"");
            escape(event, token);
            event += "\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n";
            out.take(event);
            if (++index == choices) index = 0;
        }
        out.take("data: [DONE]\n\n");
    }
};

// ---- The Responses API: deltas of one text, without the events around them.

struct our_response {
    oaiwire::responder to{};

    void run(const tokens& in, transport& out) {
        to.reset();
        oaiwire::response_stream_writer writer(to, {.seed = 1});
        oaiwire::Response start;
        start.id = "resp_1";
        if (!writer.begin(std::move(start)) || !writer.text(in.front())) return;
        to.sent(to.unsent().size());
        for (const std::string& token : in) {
            if (!writer.text(token)) return;
            out.take(to.unsent());
            to.sent(to.unsent().size());
        }
    }
};

constexpr std::string_view delta_type = "response.output_text.delta";
constexpr std::string_view item_id = "msg_8Sx2kPqV1bYt0aWcD3eRfGhJ";

struct typed_response {
    void run(const tokens& in, transport& out) {
        oaiwire::ResponseDeltaEvent delta;
        delta.type = delta_type;
        delta.item_id = std::string(item_id);
        delta.output_index = 0;
        delta.content_index = 0;
        delta.logprobs.emplace();
        auto& text = std::get<std::string>(delta.delta.emplace(std::string()));
        std::int64_t number = 5;
        std::string json;
        std::string event;
        oaiwire::sse::encoder encoder(event);
        for (const std::string& token : in) {
            text = token;
            delta.sequence_number = number++;
            event.clear();
            if (!oaiwire::json::write(delta, json)) return;
            if (!encoder.event({.data = json, .event = delta_type})) return;
            out.take(event);
        }
    }
};

struct nlohmann_response {
    void run(const tokens& in, transport& out) {
        using json = nlohmann::ordered_json;
        std::int64_t number = 5;
        for (const std::string& token : in) {
            const json event{{"type", delta_type},       {"sequence_number", number++},
                             {"item_id", item_id},       {"output_index", 0},
                             {"content_index", 0},       {"delta", token},
                             {"logprobs", json::array()}};
            out.take("event: " + std::string(delta_type) + "\ndata: " +
                     event.dump(-1, ' ', false, json::error_handler_t::replace) + "\n\n");
        }
    }
};

// What a client makes of the bytes: the JSON of the whole.
template <class Chunk>
std::string read(std::string_view body) {
    oaiwire::stream_decoder<Chunk> decoder;
    oaiwire::accumulator<Chunk> sum;
    decoder.feed(body);
    while (const auto* chunk = decoder.next()) static_cast<void>(sum.add(*chunk));
    return oaiwire::json::write(sum.response()).value_or(std::string());
}
// Of a response its text, as the ids differ.
std::string read_text(std::string_view body) {
    oaiwire::stream_decoder<oaiwire::ResponseStreamEvent> decoder;
    std::string text;
    decoder.feed(body);
    while (const auto* event = decoder.next()) text += oaiwire::text(*event);
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    using role = bench::contender::role;
    using run_function = std::function<void(transport&)>;
    bench::contenders all;
    std::vector<std::function<bool()>> checks;

    // The contenders of a subject; the first one's bytes are what all of them must say.
    class subject {
    public:
        subject(bench::contenders& to, std::vector<std::function<bool()>>& tests, const char* name,
                std::string (*read)(std::string_view), const run_function& first)
            : all_(to), checks_(tests), name_(name), read_(read) {
            whole_ = std::make_shared<std::string>(body_of(first));
            add("oaiwire", role::ours, first);
        }
        void add(const char* name, role as, const run_function& run, bool same = true) {
            all_.push_back(
                {name_, name, as, token_count, static_cast<double>(whole_->size()), [run] {
                     transport drops;
                     run(drops);
                 }});
            if (!same) return;
            checks_.emplace_back([name, run, whole = whole_, subject = name_, read = read_] {
                if (read(body_of(run)) == read(*whole)) return true;
                std::fprintf(stderr, "%s: %s writes something else\n", subject, name);
                return false;
            });
        }
        void add_bound() {
            const std::size_t size = whole_->size() / token_count;
            const auto copy = [whole = whole_, size](transport& out) {
                std::string event;
                std::string_view rest(*whole);
                for (std::size_t i = 0; i != token_count; ++i) {
                    event.assign(rest.substr(0, size));
                    rest.remove_prefix(size);
                    out.take(event);
                }
            };
            add("bound: memcpy of the events", role::bound, copy, false);
        }

    private:
        static std::string body_of(const run_function& run) {
            std::string body;
            transport keeps(&body);
            run(keeps);
            return body;
        }
        bench::contenders& all_;
        std::vector<std::function<bool()>>& checks_;
        const char* name_;
        std::string (*read_)(std::string_view);
        std::shared_ptr<std::string> whole_{};
    };

    struct chat_input {
        const char* name;
        tokens in;
        std::int64_t choices = 1;
    };
    const std::vector<chat_input> chats{{"chat", words()},
                                        {"in Japanese", characters()},
                                        {"pieces of 128 B", long_pieces()},
                                        {"three choices", words(), 3}};
    for (const chat_input& s : chats) {
        const auto mine = std::make_shared<ours>();
        subject contenders(all, checks, s.name, read<oaiwire::ChatCompletionChunk>,
                           [mine, &s](transport& out) { mine->run(s.in, s.choices, false, out); });
        contenders.add("oaiwire, padded", role::variant,
                       [mine, &s](transport& out) { mine->run(s.in, s.choices, true, out); });
        contenders.add("typed, json::write, sse::encoder", role::variant,
                       [&s](transport& out) { typed().run(s.in, s.choices, out); });
        contenders.add("nlohmann, as llama.cpp", role::peer,
                       [&s](transport& out) { with_nlohmann().run(s.in, s.choices, out); });
        contenders.add("appended by hand, UTF-8 unchecked", role::unfair,
                       [&s](transport& out) { by_hand().run(s.in, s.choices, out); });
        contenders.add_bound();
    }
    const tokens in = words();
    const auto mine = std::make_shared<our_response>();
    subject contenders(all, checks, "Responses", read_text,
                       [mine, &in](transport& out) { mine->run(in, out); });
    contenders.add("typed, json::write, sse::encoder", role::variant,
                   [&in](transport& out) { typed_response().run(in, out); });
    contenders.add("nlohmann, as llama.cpp", role::peer,
                   [&in](transport& out) { nlohmann_response().run(in, out); });
    contenders.add_bound();

    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
