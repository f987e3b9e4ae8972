// inspect: shows how the library reads captured bytes, one JSON text per line.
//
//   inspect sse [--cut N] FILE|-                  the events of an event stream
//   inspect decode [--tolerant] [--conform[=DOCUMENT]] KIND FILE|-
//                                                 a document, read and written again; --conform
//                                                 prints a line for each deviation from OpenAI's
//                                                 document, or from atoma's or r9s's
//   inspect stream chat|completions|responses|images [--cut N] [--strict] FILE|-
//                                                 the chunks, the end, and the whole response
//   inspect facts KIND FILE|-                     all properties of one payload
//   inspect chunked FILE|-                        the content of a chunked HTTP body
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/oaiwire.hpp>

#include "inspect/facts.hpp"
#include "inspect/json_line.hpp"

namespace {

using inspect::json_line;

constexpr int printed = 0;
constexpr int refused = 1;
constexpr int usage = 2;

void print(std::string_view json) {
    const std::string line = inspect::ascii(json) + '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
}

struct arguments {
    std::vector<std::string> words{};
    std::optional<std::size_t> cut{};
    bool strict = false;
    bool tolerant = false;
    std::optional<oaiwire::document> conform{};
    bool valid = true;
};

// The document named by "--conform" or "--conform=atoma".
std::optional<oaiwire::document> document_of(std::string_view word) {
    if (word == "--conform" || word == "--conform=openai") return oaiwire::document::openai;
    if (word == "--conform=atoma") return oaiwire::document::atoma;
    if (word == "--conform=r9s") return oaiwire::document::r9s;
    return std::nullopt;
}

arguments parse(int argc, char** argv) {
    arguments a;
    for (int i = 2; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--strict") {
            a.strict = true;
        } else if (word == "--tolerant") {
            a.tolerant = true;
        } else if (word.starts_with("--conform")) {
            a.conform = document_of(word);
            a.valid = a.valid && a.conform;
        } else if (word == "--cut" && i + 1 < argc) {
            const std::string_view digits = argv[++i];
            a.cut = std::strtoull(digits.data(), nullptr, 10);
            const bool number = digits.find_first_not_of("0123456789") == std::string_view::npos;
            a.valid = a.valid && number && *a.cut != 0;
        } else if (word.starts_with('-') && word != "-") {
            a.valid = false;
        } else {
            a.words.emplace_back(word);
        }
    }
    return a;
}

std::optional<std::string> contents(const std::string& name) {
    std::FILE* const file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
    if (!file) return std::nullopt;
    std::string bytes;
    char block[65536];
    for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, file)) != 0;) {
        bytes.append(block, n);
    }
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    return failed ? std::nullopt : std::optional(bytes);
}

// Calls f with pieces of `size` bytes.
template <class F>
void in_pieces(std::string_view bytes, std::optional<std::size_t> size, F&& f) {
    const std::size_t step = size.value_or(bytes.size());
    while (!bytes.empty()) {
        f(bytes.substr(0, step));
        bytes.remove_prefix(bytes.size() < step ? bytes.size() : step);
    }
}

std::string failure_line(const oaiwire::error& e) {
    json_line out;
    out.open('{');
    inspect::add_failure(out, e);
    return out.close('}').text();
}

int show_events(const arguments& a, std::string_view bytes) {
    oaiwire::sse::decoder decoder(oaiwire::limits{}, {.retries = true});
    in_pieces(bytes, a.cut, [&](std::string_view piece) {
        decoder.feed(piece);
        while (const auto* item = decoder.next()) {
            json_line out;
            out.open('{');
            if (item->kind == oaiwire::sse::item_kind::retry) {
                out.name("retry").number(item->retry);
            } else {
                out.name("event").string(item->event.empty() ? "message" : item->event);
                out.name("data").string(item->data).name("id").string(item->id);
            }
            print(out.close('}').text());
        }
    });
    if (decoder.failed()) print(failure_line(decoder.failure()));
    return printed;
}

void show_note(std::string_view what, std::string_view path, std::string_view due) {
    json_line out;
    out.open('{').name("note").string(what).name("path").string(path).name("due").string(due);
    print(out.close('}').text());
}

// Checks a request with validate() and the rules of the document's owner.
template <class Request>
void show_violations(const Request& request, oaiwire::document whose) {
    oaiwire::request_quirks quirks;
    if (whose == oaiwire::document::openai) quirks = oaiwire::providers::openai.quirks;
    if (whose == oaiwire::document::atoma) quirks = oaiwire::providers::atoma.quirks;
    if (whose == oaiwire::document::r9s) quirks = oaiwire::providers::r9s.quirks;
    auto found = validate(request);
    for (auto& more : validate(request, quirks)) found.push_back(std::move(more));
    for (const auto& v : found) show_note("violation", v.path, v.message);
}

template <class T>
int show_document(const arguments& a, std::string_view text,
                  std::optional<oaiwire::response_kind> kind = std::nullopt) {
    T value;
    std::string again;
    oaiwire::json::read_report report;
    oaiwire::json::read_options options =
        a.tolerant ? oaiwire::json::tolerant : oaiwire::json::strict;
    if (a.conform) options.report = &report;
    if (a.conform && kind) options.conform = conforming(*a.conform, *kind);
    auto done = oaiwire::json::read_into(text, value, options);
    if (done) done = oaiwire::json::write(value, again);
    print(done ? again : failure_line(done.error()));
    for (const auto& n : report.notes) show_note(name(n.what), n.path, n.due);
    if constexpr (oaiwire::operation<T>) {
        if (done && a.conform) show_violations(value, *a.conform);
    }
    return done ? printed : refused;
}

int decode(const arguments& a, std::string_view kind, std::string_view text) {
    using namespace oaiwire;
    using enum response_kind;
    if (kind == "chat_request") return show_document<ChatCompletionRequest>(a, text);
    if (kind == "chat_response") return show_document<ChatCompletion>(a, text, chat_completion);
    if (kind == "chat_chunk") {
        return show_document<ChatCompletionChunk>(a, text, chat_completion_chunk);
    }
    if (kind == "completion_request") return show_document<CompletionRequest>(a, text);
    if (kind == "completion_response") return show_document<Completion>(a, text, completion);
    if (kind == "completion_chunk") {
        return show_document<CompletionChunk>(a, text, completion_chunk);
    }
    if (kind == "models") return show_document<ModelList>(a, text, models);
    if (kind == "embeddings") return show_document<EmbeddingResponse>(a, text, embeddings);
    if (kind == "images") return show_document<ImagesResponse>(a, text, images);
    if (kind == "image_event") return show_document<ImageStreamEvent>(a, text, image_event);
    if (kind == "response") return show_document<Response>(a, text, response_kind::response);
    if (kind == "response_event") {
        return show_document<ResponseStreamEvent>(a, text, response_event);
    }
    if (kind == "error_body") return show_document<ErrorBody>(a, text, response_kind::error_body);
    return usage;
}

template <class Chunk>
int show_stream(const arguments& a, std::string_view bytes) {
    oaiwire::stream_decoder<Chunk> decoder(
        oaiwire::limits{}, a.strict ? oaiwire::json::strict : oaiwire::json::tolerant);
    oaiwire::accumulator<Chunk> whole;
    oaiwire::errc code = oaiwire::errc::ok;
    const auto take = [&] {
        while (const Chunk* chunk = decoder.next()) {
            if (code != oaiwire::errc::ok) continue;
            const auto text = oaiwire::json::write(*chunk);
            print(text ? *text : failure_line(text.error()));
            code = whole.add(*chunk);
        }
    };
    in_pieces(bytes, a.cut, [&](std::string_view piece) {
        decoder.feed(piece);
        take();
    });
    decoder.finish();
    take();

    const bool limit = code != oaiwire::errc::ok;
    const oaiwire::error why = limit ? oaiwire::make_error(code) : decoder.error();
    const oaiwire::stream_end end = limit ? oaiwire::stream_end::limit : decoder.end_reason();
    const bool api = end == oaiwire::stream_end::api_error;
    json_line out;
    out.open('{').name("end").string(oaiwire::name(end));
    if (api) {
        inspect::add_error(out, why);
    } else if (why.code != oaiwire::errc::ok) {
        inspect::add_failure(out, why);
    }
    inspect::add_json(out, "response", whole.response());
    out.name("facts").raw(
        inspect::facts_of_stream(whole.response(), decoder.statistics(), api ? &why : nullptr));
    print(out.close('}').text());
    return printed;
}

int show_content(std::string_view bytes) {
    oaiwire::http::chunked_decoder decoder;
    decoder.feed(bytes);
    for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) {
        std::fwrite(piece.data(), 1, piece.size(), stdout);
    }
    const auto done = decoder.finish();
    if (done) return printed;
    const std::string line = inspect::ascii(failure_line(done.error())) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
    return refused;
}

int run(std::string_view command, const arguments& a) {
    const bool one = command == "sse" || command == "chunked";
    if (!a.valid || a.words.size() != (one ? 1u : 2u)) return usage;
    if (a.cut && command != "sse" && command != "stream") return usage;
    if (a.strict && command != "stream") return usage;
    if ((a.tolerant || a.conform) && command != "decode") return usage;
    const std::string& kind = a.words.front();
    const auto bytes = contents(a.words.back());
    if (!bytes) {
        std::fprintf(stderr, "inspect: cannot read %s\n", a.words.back().c_str());
        return usage;
    }
    if (command == "sse") return show_events(a, *bytes);
    if (command == "chunked") return show_content(*bytes);
    if (command == "decode") return decode(a, kind, *bytes);
    if (command == "stream") {
        if (kind == "chat") return show_stream<oaiwire::ChatCompletionChunk>(a, *bytes);
        if (kind == "completions") return show_stream<oaiwire::CompletionChunk>(a, *bytes);
        if (kind == "responses") return show_stream<oaiwire::ResponseStreamEvent>(a, *bytes);
        if (kind == "images") return show_stream<oaiwire::ImageStreamEvent>(a, *bytes);
    }
    if (command == "facts") {
        const auto facts = inspect::facts_of(kind, *bytes);
        if (!facts) return usage;
        print(*facts);
        return printed;
    }
    return usage;
}

}  // namespace

int main(int argc, char** argv) {
    const int code = run(argc < 2 ? "" : argv[1], parse(argc, argv));
    if (code == usage) {
        std::fputs(
            "usage: inspect sse [--cut N] FILE|-\n"
            "       inspect decode [--tolerant] [--conform[=openai|atoma|r9s]] KIND FILE|-\n"
            "       inspect stream chat|completions|responses|images [--cut N] [--strict] FILE|-\n"
            "       inspect facts KIND FILE|-\n"
            "       inspect chunked FILE|-\n"
            "KIND: chat_request chat_response chat_chunk completion_request\n"
            "      completion_response completion_chunk models embeddings error_body;\n"
            "      of decode also images image_event response response_event\n",
            stderr);
    }
    return code;
}
