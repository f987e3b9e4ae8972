// The commands of inspect that show how the library reads captured bytes, one JSON text per line.
#pragma once

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/oaiwire.hpp>

#include "facts.hpp"
#include "json_line.hpp"

namespace inspect {

// Exit statuses.
constexpr int printed = 0;
constexpr int refused = 1;
constexpr int misused = 2;

enum class when : unsigned char { automatic, always, never };

struct arguments {
    std::vector<std::string> words{};
    std::optional<std::size_t> cut{};
    bool strict = false;
    bool tolerant = false;
    std::optional<oaiwire::document> conform{};
    bool json = false;
    when colour = when::automatic;
    std::string problem{};  // why the arguments are not understood; "" if they are
};

inline void print(std::string_view json) {
    const std::string line = ascii(json) + '\n';
    std::fwrite(line.data(), 1, line.size(), stdout);
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

inline std::string failure_line(const oaiwire::error& e) {
    json_line out;
    out.open('{');
    add_failure(out, e);
    return out.close('}').text();
}

inline int show_events(const arguments& a, std::string_view bytes) {
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

inline void show_note(std::string_view what, std::string_view path, std::string_view due) {
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

inline int decode(const arguments& a, std::string_view kind, std::string_view text) {
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
    return misused;
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
        add_error(out, why);
    } else if (why.code != oaiwire::errc::ok) {
        add_failure(out, why);
    }
    add_json(out, "response", whole.response());
    out.name("facts").raw(
        facts_of_stream(whole.response(), decoder.statistics(), api ? &why : nullptr));
    print(out.close('}').text());
    return printed;
}

inline int show_content(std::string_view bytes) {
    oaiwire::http::chunked_decoder decoder;
    decoder.feed(bytes);
    for (auto piece = decoder.next(); !piece.empty(); piece = decoder.next()) {
        std::fwrite(piece.data(), 1, piece.size(), stdout);
    }
    const auto done = decoder.finish();
    if (done) return printed;
    const std::string line = ascii(failure_line(done.error())) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
    return refused;
}

}  // namespace inspect
