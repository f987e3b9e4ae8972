// Exports the test cases as JSON for programs in any language, and checks such an export.
//
//     cases export SOURCE DIRECTORY     SOURCE: tests/cases; writes sse.json, streams.json,
//                                       payloads.json
//     cases check DIRECTORY             runs the files through this library's decoders
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/sse/decoder.hpp>

namespace {

using oaiwire::extra_members;
using oaiwire::field;
using oaiwire::raw_json;

constexpr std::int64_t export_version = 1;

// The bytes of a case.
struct Input {
    field<std::string> text{};    // if they are UTF-8
    field<std::string> base64{};  // else
};

// An event as the WHATWG's rules give it; invalid UTF-8 is U+FFFD.
struct Event {
    std::string event{};  // "message" if the stream names none
    std::string data{};
    std::string id{};  // the last event ID
    extra_members extra{};
    friend bool operator==(const Event&, const Event&) = default;
};

struct Final {
    std::string last_event_id{};
    field<std::uint64_t> retry{};
    friend bool operator==(const Final&, const Final&) = default;
};

// How a stream ended.
struct End {
    std::string reason{};            // the name of a stream_end
    field<std::string> code{};       // of the error, if there is one
    field<std::string> message{};    // the server's, if it reported an error
    field<std::string> type{};       // the same
    field<std::string> api_code{};   // the same
    field<std::string> api_param{};  // the same
    friend bool operator==(const End&, const End&) = default;
};

// A case of an export. Which members it has depends on the file.
struct Case {
    std::string name{};
    field<std::string> suite{};
    field<std::string> kind{};
    field<std::string> source{};
    field<std::string> note{};
    Input input{};
    field<std::vector<std::uint64_t>> cuts{};
    field<std::vector<Event>> events{};
    field<std::vector<std::string>> comments{};
    field<std::vector<Event>> unfinished{};
    field<Final> final_{};
    field<std::vector<raw_json>> chunks{};
    field<raw_json> answer{};
    field<End> end{};
    field<std::vector<std::string>> skipped{};
    field<raw_json> expect{};
};

struct Export {
    std::int64_t oaiwire_cases = 0;
    std::string licence{};
    std::string made_by{};
    std::vector<Case> cases{};
};

// A line of a file of tests/cases.
struct Source {
    field<std::string> name{};
    field<std::string> suite{};
    field<std::string> provider{};
    field<std::string> kind{};
    field<std::string> tool{};
    field<std::string> source{};
    field<std::string> note{};
    field<std::string> input_escaped{};
    field<std::string> body_escaped{};
    field<std::string> payload{};
    field<std::vector<std::string>> chunks_escaped{};
    field<std::vector<raw_json>> events{};
    field<std::vector<std::string>> comments{};
    field<std::vector<Event>> eof_flush{};
    field<Final> final_{};
    field<raw_json> expect{};
    extra_members extra{};
};

[[noreturn]] void fail(const std::string& why) {
    std::cerr << "cases: " << why << '\n';
    std::exit(1);
}

template <class T>
T must(oaiwire::result<T> r, const std::string& what) {
    if (!r) fail(what + ": " + to_string(r.error()));
    return *std::move(r);
}

// Replaces \n \r \t \\ \xHH by bytes.
std::string unescaped(std::string_view text) {
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x' && i + 2 < text.size()) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
    }
    return out;
}

Input input_of(const std::string& bytes) {
    Input out;
    if (oaiwire::is_utf8(bytes)) {
        out.text = bytes;
    } else {
        out.base64 =
            oaiwire::to_base64({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
    }
    return out;
}

std::string bytes_of(const Input& input) {
    if (input.text) return *input.text;
    std::string out(oaiwire::base64_decoded_size(*input.base64), '\0');
    const auto size =
        must(oaiwire::decode_base64(*input.base64,
                                    {reinterpret_cast<std::uint8_t*>(out.data()), out.size()}),
             "base64");
    out.resize(size);
    return out;
}

std::string as_text(std::string_view bytes) {
    std::string out;
    oaiwire::append_valid_utf8(out, bytes);
    return out;
}

using pieces = std::vector<std::string>;

pieces cut_at(const std::string& bytes, const std::vector<std::uint64_t>& cuts) {
    pieces out;
    std::size_t from = 0;
    for (const auto cut : cuts) {
        const auto to = static_cast<std::size_t>(cut);
        out.push_back(bytes.substr(from, to - from));
        from = to;
    }
    out.push_back(bytes.substr(from));
    return out;
}

Event event_of(const oaiwire::sse::item& item) {
    return {item.event.empty() ? "message" : as_text(item.event),
            as_text(item.data),
            as_text(item.id),
            {}};
}

// Sets what the rules of event streams make of the bytes.
void read_events(const pieces& input, Case& to) {
    oaiwire::sse::decoder decoder({}, {.comments = true});
    std::vector<Event> events;
    std::vector<std::string> comments;
    const auto take = [&](const oaiwire::sse::item& item) {
        if (item.kind == oaiwire::sse::item_kind::comment) comments.push_back(as_text(item.data));
        if (item.kind == oaiwire::sse::item_kind::message) events.push_back(event_of(item));
    };
    for (const auto& piece : input) {
        decoder.feed(piece);
        while (const auto* item = decoder.next()) take(*item);
    }
    to.final_ = Final{as_text(decoder.last_event_id()), {}};
    if (decoder.retry()) to.final_->retry = *decoder.retry();
    std::vector<Event> unfinished;
    if (const auto* last = decoder.finish()) unfinished.push_back(event_of(*last));
    to.events = std::move(events);
    to.comments = std::move(comments);
    to.unfinished = std::move(unfinished);
}

template <class T>
raw_json json_of(const T& value) {
    return must(raw_json::parse(must(oaiwire::json::write(value), "writing")), "writing");
}

// Sets chunks, answer and end.
template <class Chunk>
void read_stream(const pieces& input, Case& to) {
    oaiwire::stream_decoder<Chunk> decoder;
    oaiwire::accumulator<Chunk> whole;
    std::vector<raw_json> chunks;
    const auto take = [&] {
        while (const Chunk* chunk = decoder.next()) {
            chunks.push_back(json_of(*chunk));
            static_cast<void>(whole.add(*chunk));
        }
    };
    for (const auto& piece : input) {
        decoder.feed(piece);
        take();
    }
    decoder.finish();
    take();
    End end{std::string(name(decoder.end_reason())), {}, {}, {}, {}, {}};
    const auto& why = decoder.error();
    if (why.code != oaiwire::errc::ok) end.code = std::string(name(why.code));
    if (why.code == oaiwire::errc::api_error) {
        end.message = why.message;
        if (!why.api.type.empty()) end.type = why.api.type;
        if (!why.api.code.empty()) end.api_code = why.api.code;
        if (!why.api.param.empty()) end.api_param = why.api.param;
    }
    std::vector<std::string> skipped;
    for (const auto reason : decoder.statistics().skipped) skipped.emplace_back(name(reason));
    to.chunks = std::move(chunks);
    to.answer = json_of(whole.take());
    to.end = std::move(end);
    to.skipped = std::move(skipped);
}

void read_stream_of(const std::string& kind, const pieces& input, Case& to) {
    if (kind == "responses") return read_stream<oaiwire::ResponseStreamEvent>(input, to);
    if (kind == "completion") return read_stream<oaiwire::Completion>(input, to);
    read_stream<oaiwire::ChatCompletionChunk>(input, to);
}

std::vector<Source> sources(const std::string& path) {
    std::ifstream file(path);
    if (!file) fail(path + " cannot be read");
    std::vector<Source> out;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) out.push_back(must(oaiwire::json::read<Source>(line), path));
    }
    return out;
}

Case case_of(const Source& s, const std::string& bytes) {
    Case out;
    out.name = s.name.value_or("");
    if (s.suite) out.suite = *s.suite;
    if (s.source) out.source = *s.source;
    if (s.note && !s.note->empty()) out.note = *s.note;
    out.input = input_of(bytes);
    return out;
}

std::vector<Case> event_cases(const std::string& from) {
    std::vector<Case> out;
    for (const auto& s : sources(from + "/sse_cases.jsonl")) {
        auto& c = out.emplace_back(case_of(s, unescaped(*s.input_escaped)));
        std::vector<Event> events;
        for (const auto& e : *s.events) {
            events.push_back(must(oaiwire::json::read<Event>(e.text()), c.name));
        }
        c.events = std::move(events);
        if (s.comments) c.comments = *s.comments;
        if (s.eof_flush) c.unfinished = *s.eof_flush;
        c.final_ = *s.final_;
        if (!c.final_->retry) c.final_->retry.reset();
        if (!s.chunks_escaped) continue;
        std::vector<std::uint64_t> cuts;
        std::uint64_t at = 0;
        for (const auto& piece : *s.chunks_escaped) cuts.push_back(at += unescaped(piece).size());
        if (!cuts.empty()) cuts.pop_back();  // the end
        c.cuts = std::move(cuts);
    }
    return out;
}

void add_stream(std::vector<Case>& out, const Source& s, std::string kind,
                const std::string& bytes) {
    auto& c = out.emplace_back(case_of(s, bytes));
    Case events;
    read_events({bytes}, events);
    c.events = std::move(events.events);
    read_stream_of(kind, {bytes}, c);
    c.kind = std::move(kind);
    if (s.expect) c.expect = *s.expect;
}

std::vector<Case> stream_cases(const std::string& from) {
    std::vector<Case> out;
    for (const auto& s : sources(from + "/stream_cases.jsonl")) {
        add_stream(out, s, *s.kind == "completion_chunk" ? "completion" : "chat",
                   unescaped(*s.body_escaped));
    }
    for (const auto& s : sources(from + "/report_cases.jsonl")) {
        const std::string tool = s.tool.value_or("");
        if (tool == "stream chat") add_stream(out, s, "chat", unescaped(*s.input_escaped));
        if (tool == "responses") add_stream(out, s, "responses", unescaped(*s.input_escaped));
    }
    for (const auto& s : sources(from + "/response_streams.jsonl")) {
        std::string bytes;
        for (const auto& e : *s.events) {
            const auto type = oaiwire::json_view(e.text())["type"].text_or_json();
            bytes.append("event: ").append(type).append("\ndata: ").append(e.text()).append("\n\n");
        }
        add_stream(out, s, "responses", bytes);
    }
    return out;
}

std::vector<Case> payload_cases(const std::string& from) {
    std::vector<Case> out;
    for (const auto& s : sources(from + "/chunk_cases.jsonl")) {
        auto& c = out.emplace_back(case_of(s, *s.payload));
        c.name = s.provider.value_or("") + " " + std::to_string(out.size());
        c.kind = *s.kind;
        c.expect = *s.expect;
    }
    return out;
}

// One case a line, so that two exports can be compared by lines.
void write_export(const std::string& path, const std::vector<Case>& cases) {
    std::ofstream file(path, std::ios::binary);
    file << "{\"oaiwire_cases\":" << export_version << ",\"licence\":\"MIT\",\"made_by\":\"oaiwire "
         << OAIWIRE_VERSION_MAJOR << '.' << OAIWIRE_VERSION_MINOR << '.' << OAIWIRE_VERSION_PATCH
         << "\",\"cases\":[";
    for (std::size_t i = 0; i != cases.size(); ++i) {
        file << (i == 0 ? "\n" : ",\n") << must(oaiwire::json::write(cases[i]), cases[i].name);
    }
    file << "\n]}\n";
    if (!file.flush()) fail(path + " cannot be written");
    std::cout << path << ": " << cases.size() << " cases\n";
}

Export read_export(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto out = must(oaiwire::json::read<Export>(text), path);
    if (out.oaiwire_cases != export_version) fail(path + " has another version");
    if (out.cases.empty()) fail(path + " has no cases");
    return out;
}

// Calls f with the bytes whole, byte by byte, with their own cuts, and cut in two at up to five
// hundred places.
template <class F>
void each_cutting(const Case& c, F&& f) {
    const std::string bytes = bytes_of(c.input);
    f(pieces{bytes});
    pieces single;
    for (const char b : bytes) single.emplace_back(1, b);
    f(single);
    if (c.cuts) f(cut_at(bytes, *c.cuts));
    for (std::size_t at = 1; at < bytes.size(); at += 1 + bytes.size() / 500) {
        f(pieces{bytes.substr(0, at), bytes.substr(at)});
    }
}

// The members that a reader gives, without those that only describe them.
std::vector<Event> plain(std::vector<Event> events) {
    for (auto& e : events) e.extra = {};
    return events;
}

std::size_t check_events(const Export& all) {
    std::size_t wrong = 0;
    for (const auto& c : all.cases) {
        bool same = true;
        each_cutting(c, [&](const pieces& input) {
            Case got;
            read_events(input, got);
            same = same && *got.events == plain(*c.events);
            if (c.final_) same = same && *got.final_ == *c.final_;
            if (c.comments) same = same && *got.comments == *c.comments;
            if (c.unfinished) same = same && *got.unfinished == plain(*c.unfinished);
        });
        if (!same) std::cout << "differs: " << c.name << '\n';
        wrong += same ? 0 : 1;
    }
    return wrong;
}

std::size_t check_streams(const Export& all) {
    std::size_t wrong = check_events(all);
    for (const auto& c : all.cases) {
        bool same = true;
        each_cutting(c, [&](const pieces& input) {
            Case got;
            read_stream_of(*c.kind, input, got);
            same = same && *got.chunks == *c.chunks && *got.answer == *c.answer &&
                   *got.end == *c.end && *got.skipped == *c.skipped;
        });
        if (!same) std::cout << "differs: " << c.name << '\n';
        wrong += same ? 0 : 1;
    }
    return wrong;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() == 3 && arguments[0] == "export") {
        const std::string& from = arguments[1];
        const std::string& to = arguments[2];
        write_export(to + "/sse.json", event_cases(from));
        write_export(to + "/streams.json", stream_cases(from));
        write_export(to + "/payloads.json", payload_cases(from));
        return 0;
    }
    if (arguments.size() == 2 && arguments[0] == "check") {
        const std::string& from = arguments[1];
        const auto events = read_export(from + "/sse.json");
        const auto streams = read_export(from + "/streams.json");
        const auto wrong = check_events(events) + check_streams(streams);
        std::cout << events.cases.size() + streams.cases.size() << " cases, " << wrong
                  << " differ\n";
        return wrong == 0 ? 0 : 1;
    }
    std::cerr << "usage: cases export SOURCE DIRECTORY\n       cases check DIRECTORY\n";
    return 2;
}
