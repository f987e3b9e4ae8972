#include <support/stream_grammar.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>
#include <support/random.hpp>

namespace support {

namespace {

class stream_grammar {
public:
    explicit stream_grammar(std::uint64_t seed) : random_(seed) {}

    grammar_stream make() {
        grammar_stream out;
        // how calls are identified: by index and id, by id only, by new ids with one index
        calls_by_ = random_.below(3);
        continuation_id_ = random_.below(4);  // absent, null, "", repeated
        repeat_name_ = random_.below(5);      // absent, null, "", repeated, "null"
        reasoning_name_ = random_.one_in(2) ? "reasoning" : "reasoning_content";
        const std::size_t choices = 1 + random_.below(3);
        std::vector<std::vector<json>> deltas;  // the deltas of each choice
        for (std::size_t i = 0; i != choices; ++i) {
            out.answer.choices.push_back({static_cast<std::int64_t>(i), {}, {}, {}, {}, {}});
            deltas.push_back(make_choice(out.answer.choices.back()));
        }
        make_events(out, std::move(deltas));
        return out;
    }

private:
    using json = nlohmann::ordered_json;

    std::string text(std::size_t pieces) {
        static constexpr std::string_view alphabet[] = {"a",
                                                        "Hello",
                                                        " ",
                                                        "\n",
                                                        "\"",
                                                        "\\",
                                                        "data: ",
                                                        "[DONE]",
                                                        "\t",
                                                        "\xC3\xA9",
                                                        "\xE2\x80\xA8",
                                                        "\xF0\x9F\x98\x80",
                                                        "{}",
                                                        "null",
                                                        "\r",
                                                        "\x01",
                                                        ",",
                                                        ": ",
                                                        "/"};
        std::string out;
        for (std::size_t i = 0; i != pieces; ++i)
            out += alphabet[random_.below(std::size(alphabet))];
        return out;
    }

    // Splits a text between code points.
    std::vector<std::string> cut(const std::string& whole) {
        std::vector<std::string> out;
        std::string piece;
        for (std::size_t i = 0; i != whole.size(); ++i) {
            const bool continues = (static_cast<unsigned char>(whole[i]) & 0xC0) == 0x80;
            if (!continues && !piece.empty() && random_.one_in(3)) {
                out.push_back(std::move(piece));
                piece.clear();
            }
            piece.push_back(whole[i]);
        }
        if (!piece.empty()) out.push_back(piece);
        return out;
    }

    void pad(json& delta) {
        if (random_.one_in(8)) delta["role"] = random_.one_in(2) ? json("") : json(nullptr);
        if (random_.one_in(8) && !delta.contains("content")) delta["content"] = nullptr;
        if (random_.one_in(8) && !delta.contains("content")) delta["content"] = "";
        if (random_.one_in(10) && !delta.contains("tool_calls"))
            delta["tool_calls"] = json::array();
        if (random_.one_in(10) && !delta.contains("refusal")) delta["refusal"] = nullptr;
        if (random_.one_in(10)) delta["vendor"] = {{"x", {1, 2, nullptr}}};
    }

    std::vector<json> make_choice(grammar_choice& answer) {
        std::vector<json> deltas;
        deltas.push_back({{"role", "assistant"}});
        const auto stream_text = [&](std::string& whole, const char* name, std::size_t size) {
            whole = text(size);
            for (const auto& piece : cut(whole)) deltas.push_back({{name, piece}});
        };
        if (random_.one_in(3)) stream_text(answer.reasoning, reasoning_name_, 1 + random_.below(6));
        if (!random_.one_in(4)) stream_text(answer.content, "content", random_.below(10));
        if (random_.one_in(8)) stream_text(answer.refusal, "refusal", 1 + random_.below(4));
        const std::size_t calls = random_.one_in(2) ? random_.below(4) : 0;
        for (std::size_t i = 0; i != calls; ++i) make_call(answer, deltas, i);
        for (auto& delta : deltas) pad(delta);
        return deltas;
    }

    void make_call(grammar_choice& answer, std::vector<json>& deltas, std::size_t position) {
        grammar_call call;
        call.id = "call_" + std::to_string(answer.index) + "_" + std::to_string(position);
        call.name = "f" + std::to_string(random_.below(3));
        call.arguments = json{{"q", text(random_.below(5))}}.dump();
        std::vector<std::string> pieces = cut(call.arguments);
        if (random_.one_in(3)) pieces.insert(pieces.begin(), "");
        for (std::size_t i = 0; i != pieces.size(); ++i) {
            json function;
            if (i == 0) {
                function["name"] = call.name;
            } else {
                if (repeat_name_ == 1) function["name"] = nullptr;
                if (repeat_name_ == 2) function["name"] = "";
                if (repeat_name_ == 3) function["name"] = call.name;
                if (repeat_name_ == 4) function["name"] = "null";
            }
            if (!pieces[i].empty() || random_.one_in(2)) function["arguments"] = pieces[i];
            json entry;
            if (calls_by_ == 0) entry["index"] = position;
            if (calls_by_ == 2) entry["index"] = 0;
            if (i == 0 || continuation_id_ == 3) {
                entry["id"] = call.id;
            } else if (continuation_id_ == 1) {
                entry["id"] = nullptr;
            } else if (continuation_id_ == 2) {
                entry["id"] = "";
            }
            if (i == 0) entry["type"] = "function";
            entry["function"] = std::move(function);
            deltas.push_back({{"tool_calls", {std::move(entry)}}});
        }
        answer.calls.push_back(std::move(call));
    }

    void make_events(grammar_stream& out, std::vector<std::vector<json>> deltas) {
        line_ends_ = random_.below(4);
        std::size_t left = 0;
        for (const auto& d : deltas) left += d.size();
        // 0: [DONE], 1: no [DONE], 2: error object, 3: error event, 4: cut before the finish
        const std::size_t ending = random_.below(6);
        std::vector<std::size_t> at(deltas.size());
        noise(out.body);
        while (left != 0) {
            json choices = json::array();
            do {
                std::size_t c = random_.below(deltas.size());
                while (at[c] == deltas[c].size()) c = (c + 1) % deltas.size();
                json choice{{"index", c}, {"delta", deltas[c][at[c]++]}};
                if (random_.one_in(2))
                    choice["finish_reason"] = random_.one_in(6) ? json("") : json();
                if (random_.one_in(4)) choice["logprobs"] = nullptr;
                choices.push_back(std::move(choice));
                --left;
            } while (left != 0 && random_.one_in(6));
            event(out.body, chunk(std::move(choices)));
            noise(out.body);
        }
        if (ending != 4) {
            for (std::size_t c = 0; c != deltas.size(); ++c) {
                auto& answer = out.answer.choices[c];
                answer.finish = answer.calls.empty() ? "stop" : "tool_calls";
                json choice{
                    {"index", c}, {"delta", json::object()}, {"finish_reason", answer.finish}};
                event(out.body, chunk(json::array({std::move(choice)})));
            }
            if (random_.one_in(2)) {
                out.answer.total_tokens = static_cast<std::int64_t>(1 + random_.below(1000));
                json usage = chunk(json::array());
                usage["usage"] = {{"prompt_tokens", 1}, {"total_tokens", *out.answer.total_tokens}};
                event(out.body, usage);
            }
        }
        noise(out.body);
        finish(out, ending);
    }

    void finish(grammar_stream& out, std::size_t ending) {
        if (ending == 1) {
            out.answer.end = "finished";
        } else if (ending == 4) {
            out.answer.end = "truncated";
        } else if (ending == 2 || ending == 3) {
            out.answer.end = "api_error";
            out.answer.error = "boom " + text(3);
            json error{{"error", {{"message", out.answer.error}, {"type", "server_error"}}}};
            if (ending == 3) {
                line(out.body, "event: error");
                error = json{{"message", out.answer.error}};
            }
            event(out.body, error);
            if (random_.one_in(2)) raw_event(out.body, "[DONE]");
        } else {
            out.answer.end = "complete";
            static constexpr std::string_view done[] = {"[DONE]", "[DONE] ", " [DONE]",
                                                        "\"[DONE]\""};
            raw_event(out.body, done[random_.below(std::size(done))]);
            if (random_.one_in(4)) event(out.body, chunk(json::array()));
        }
    }

    json chunk(json choices) {
        json out{{"id", "c1"}, {"object", "chat.completion.chunk"}, {"created", 1}};
        if (random_.one_in(5)) out["id"] = "";
        if (random_.one_in(5)) out["error"] = nullptr;
        if (random_.one_in(5)) out["obfuscation"] = text(2);
        if (random_.one_in(9)) out["x-vendor"] = {{"a", 1.5}};
        out["choices"] = std::move(choices);
        if (random_.one_in(3)) out["usage"] = nullptr;
        return out;
    }

    void end_line(std::string& body) {
        static constexpr std::string_view ends[] = {"\n", "\r\n", "\r"};
        body += ends[line_ends_ == 3 ? random_.below(3) : line_ends_];
    }
    // Two consecutive line ends must not merge into one, nor become CR LF.
    void line(std::string& body, std::string_view text) {
        body += text;
        if (body.ends_with('\r') && line_ends_ != 2) body.pop_back();
        end_line(body);
    }
    void blank(std::string& body) {
        const bool cr = body.ends_with('\r');
        const std::size_t size = body.size();
        do {
            body.resize(size);
            end_line(body);
        } while (cr && body[size] == '\n');
    }
    void raw_event(std::string& body, std::string_view data) {
        line(body, std::string(random_.one_in(3) ? "data:" : "data: ") + std::string(data));
        blank(body);
    }
    void event(std::string& body, const json& payload) {
        const bool ascii = random_.one_in(3);
        const std::string text = payload.dump(random_.one_in(6) ? 1 : -1, ' ', ascii);
        if (random_.one_in(12)) line(body, "id: " + std::to_string(random_.below(99)));
        std::size_t at = 0;
        for (;;) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            line(body, (random_.one_in(3) ? "data:" : "data: ") + text.substr(at, end - at));
            if (end == text.size()) break;
            at = end + 1;
        }
        blank(body);
    }
    void noise(std::string& body) {
        while (random_.one_in(3)) {
            switch (random_.below(5)) {
                case 0:
                    line(body, ": keep-alive");
                    blank(body);
                    break;
                case 1:
                    line(body, ":");
                    break;
                case 2:
                    line(body, "retry: 3000");
                    blank(body);
                    break;
                case 3:
                    line(body, "event: ping");
                    line(body, "data: {}");
                    blank(body);
                    break;
                default:
                    line(body, "data:");
                    blank(body);
            }
        }
    }

    random random_;
    std::size_t calls_by_ = 0;
    std::size_t continuation_id_ = 0;
    std::size_t repeat_name_ = 0;
    std::size_t line_ends_ = 0;
    const char* reasoning_name_ = "reasoning";
};

}  // namespace

grammar_stream make_grammar_stream(std::uint64_t seed) {
    return stream_grammar(seed).make();
}

}  // namespace support
