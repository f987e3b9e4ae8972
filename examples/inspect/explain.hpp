// explain(): what some captured bytes are, which server wrote them, what is wrong and where.
//
// The bytes may be an answer or a request, with or without the HTTP around it. Any bytes are
// accepted. Work is linear in their number, and each place lies within them. No I/O.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>

#include "event_scan.hpp"
#include "finding.hpp"
#include "http_framing.hpp"
#include "json_checks.hpp"
#include "located.hpp"
#include "payload_checks.hpp"
#include "request_checks.hpp"
#include "server_clues.hpp"
#include "summary.hpp"
#include "topics.hpp"

namespace inspect {

class explainer {
public:
    // `nested`: the bytes come from a cassette.
    explicit explainer(std::string_view input, bool nested = false)
        : input_(input), nested_(nested) {}

    explanation run() {
        std::size_t from = 0;
        captured_head head;
        if (begins_with_head(input_)) {
            head = head_reader(input_, found_).read();
            from = head.size;
            add_kind(head.is_request ? "HTTP request" : "HTTP response");
            look_at_head(head);
        }
        body(head, from);
        out_.server = clues_.server();
        out_.reasons = clues_.reasons();
        out_.findings = found_.take(input_.size());
        return std::move(out_);
    }

private:
    void add_kind(std::string_view words) {
        if (!out_.kind.empty()) out_.kind.append(", ");
        out_.kind.append(words);
    }
    place rest_of(std::size_t from) const { return {from, input_.size() - from}; }

    void look_at_head(const captured_head& head) {
        for (const auto& [name, value] : head.fields) {
            add_clues(clues_, clue_place::header, name);
            for (const clue_row& row : clue_rows) {
                const bool prefix = row.place == clue_place::header && row.name.ends_with('-');
                if (prefix && name.starts_with(row.name)) add_clues(clues_, row.place, row.name);
            }
            const place where = place_of(value);
            if (name == "server") look_at_server(value);
            if (name == "retry-after" || name == "retry-after-ms") {
                found_.add("wait_hint", where, {}, name + " " + excerpt(value));
            }
            if (name.find("ratelimit") != std::string::npos) {
                found_.add("rate_limit", where, {}, name + " " + excerpt(value));
            }
        }
        if (head.status >= 400) {
            const std::size_t line = input_.rfind("HTTP/", head.size);
            const std::size_t start = line == std::string_view::npos ? 0 : line;
            const std::size_t size = input_.substr(start).find_first_of("\r\n");
            found_.add("error_status", {start, (std::min)(size, input_.size() - start)}, {},
                       std::to_string(head.status));
            out_.end = name(oaiwire::stream_end::api_error);
        }
    }
    // Of a view into the input.
    place place_of(std::string_view part) const {
        if (part.empty()) return {};
        return {static_cast<std::size_t>(part.data() - input_.data()), part.size()};
    }
    void look_at_server(std::string_view value) {
        if (value == "llama.cpp") clues_.add("llama.cpp", 6, "`Server: llama.cpp`");
        if (value.starts_with("uvicorn")) {
            clues_.add("FastAPI", 1, "`Server: uvicorn`");
            clues_.add("vLLM", 1, "`Server: uvicorn`");
            clues_.add("SGLang", 1, "`Server: uvicorn`");
        }
        if (value.starts_with("AmazonS3") || value.starts_with("awselb")) {
            clues_.add("AWS Bedrock", 1, "`Server: " + excerpt(value) + "`");
        }
    }

    // The body, which begins at `from`.
    void body(const captured_head& head, std::size_t from) {
        const std::string_view bytes = input_.substr(from);
        const std::string coding = lower(head.field("transfer-encoding"));
        const bool says_chunked = coding.ends_with("chunked");
        located content;
        if (begins_with_chunk(bytes) && (says_chunked || head.size == 0)) {
            add_kind("chunked");
            content = without_chunks(input_, from, found_);
        } else {
            if (says_chunked && !bytes.empty()) found_.add("decoded_chunks", {from, 1});
            content.append(sized(head, from), from);
        }
        const std::string packed = lower(head.field("content-encoding"));
        if (is_packed(content.text) || packed == "br") {
            add_kind(content.text.starts_with("\x1F\x8B") ? "gzip" : "a compressed body");
            found_.add("compressed_body", content.all());
            return;
        }
        if (content.text.empty()) return empty(head, from);
        if (const auto binary = binary_kind(content.text); !binary.empty()) {
            add_kind(binary);
            found_.add(binary == "UTF-16 text" ? "utf16" : "binary_body", content.all());
            return;
        }
        text(content, head);
    }
    std::string_view sized(const captured_head& head, std::size_t from) {
        const std::string_view bytes = input_.substr(from);
        const std::string_view length = head.field("content-length");
        if (length.empty() || length.size() > 15 || !consists_of(length, "0123456789")) {
            return bytes;
        }
        const auto size =
            static_cast<std::size_t>(std::strtoull(std::string(length).c_str(), nullptr, 10));
        if (size > bytes.size()) found_.add("short_body", {input_.size(), 0});
        if (size < bytes.size()) {
            found_.add("bytes_after_body", {from + size, bytes.size() - size});
        }
        return bytes.substr(0, size);
    }
    static bool is_packed(std::string_view text) {
        return text.starts_with("\x1F\x8B") || text.starts_with("\x28\xB5\x2F\xFD");
    }
    // What a body that is no text is; "" if it is text.
    static std::string_view binary_kind(std::string_view text) {
        constexpr std::pair<std::string_view, std::string_view> known[]{
            {"RIFF", "audio or an image (RIFF)"},
            {"ID3", "audio (MP3)"},
            {"OggS", "audio (Ogg)"},
            {"fLaC", "audio (FLAC)"},
            {"\x89PNG", "an image (PNG)"},
            {"\xFF\xD8\xFF", "an image (JPEG)"},
            {"\xFF\xFE", "UTF-16 text"},
            {"\xFE\xFF", "UTF-16 text"},
            {"\xFF\xFB", "audio (MP3)"},
            {"%PDF-", "a document (PDF)"},
            {"PK\x03\x04", "an archive (ZIP)"}};
        for (const auto& [begin, words] : known) {
            if (text.starts_with(begin)) return words;
        }
        const std::string_view start = text.substr(0, 4096);
        std::size_t odd = 0;
        for (const char c : start) {
            const auto byte = static_cast<unsigned char>(c);
            odd += byte < 0x20 && c != '\n' && c != '\r' && c != '\t' ? 1u : 0u;
            odd += byte >= 0xF8 ? 1u : 0u;
        }
        return odd * 10 > start.size() ? std::string_view("binary data") : std::string_view();
    }

    void empty(const captured_head& head, std::size_t from) {
        const bool none = head.status == 204 || head.status == 304 || head.is_request;
        if (out_.kind.empty()) add_kind("empty");
        if (none) return;
        found_.add("empty_body", rest_of(from));
        if (out_.end.empty()) out_.end = name(oaiwire::stream_end::empty);
    }

    void text(located& content, const captured_head& head) {
        const std::string_view all = content.text;
        std::size_t at = 0;
        while (all.substr(at).starts_with("\xEF\xBB\xBF")) at += 3;
        const std::size_t first = all.find_first_not_of(" \t\r\n", at);
        if (first == std::string_view::npos) return stream(content, head);
        const std::string_view begin = all.substr(first);
        const std::string_view line = begin.substr(0, begin.find_first_of("\r\n"));
        note_separators(content);
        if (is_event_line(line)) {
            if (const auto rest = json_behind_comments(all)) return json(content, *rest, head);
            return stream(content, head);
        }
        if (begin.front() == '{' || begin.front() == '[') {
            if (at != 0) found_.add("byte_order_mark", content.at(0, 3));
            return json(content, first, head);
        }
        // a stream that begins with a field which the standard does not know
        const bool named = line.substr(0, 64).find(':') != std::string_view::npos;
        if (named && begin.find("\ndata:") != std::string_view::npos) return stream(content, head);
        const bool html = lower(begin.substr(0, 15)).starts_with("<!doctype html") ||
                          lower(begin.substr(0, 5)) == "<html" || begin.front() == '<';
        add_kind(html ? "HTML page" : "plain text");
        found_.add(html ? "html_body" : "plain_text_body", content.at(line), {}, excerpt(line));
        if (begin.starts_with("error code: 10")) clues_.add("Cloudflare", 3, "`error code: 10..`");
        if (out_.end.empty()) out_.end = name(oaiwire::stream_end::malformed);
    }
    // Some servers send comments or blank lines, and then a JSON body: where it begins.
    static std::optional<std::size_t> json_behind_comments(std::string_view all) {
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = (std::min)(all.find_first_of("\r\n", at), all.size());
            const std::string_view line = all.substr(at, end - at);
            if (line.starts_with('{') || line.starts_with('[')) return at;
            if (!line.empty() && line.front() != ':') return std::nullopt;
            at = end + 1;
        }
        return std::nullopt;
    }
    void note_separators(const located& content) {
        const std::string_view all = content.text;
        for (const std::string_view odd :
             {std::string_view("\xE2\x80\xA8"), std::string_view("\xE2\x80\xA9"),
              std::string_view("\xC2\x85"), std::string_view("\v"), std::string_view("\f")}) {
            const std::size_t at = all.find(odd);
            if (at != std::string_view::npos)
                found_.add("odd_separator", content.at(at, odd.size()));
        }
    }

    // ---- event streams

    void stream(const located& content, const captured_head& head) {
        const topic about = topic_of_stream(content);
        payload_checks payloads(found_, clues_, about, true);
        const auto take = [&](scanned_event& event) { payloads.look(event.data, &event); };
        event_scan scan(content, found_, clues_, take);
        scan.run();
        add_kind("event stream of " + std::string(words_of(about)));
        const std::string type = lower(head.field("content-type"));
        if (!type.empty() && !type.starts_with("text/event-stream")) {
            found_.add("wrong_content_type", place_of(head.field("content-type")), {},
                       excerpt(type));
        }
        decode(content, about);
        if (scan.fields() == 0) found_.add("only_comments", content.all());
        end_of_stream(content, payloads, about);
    }
    // The first payload that tells.
    static topic topic_of_stream(const located& content) {
        topic about = topic::unknown;
        finding_list ignored;
        clue_list none;
        const auto take = [&](scanned_event& event) {
            if (about != topic::unknown) return;
            replace_bad_bytes(event.data, ignored);
            std::string_view text = trimmed(event.data.text);
            if (text.starts_with("data:")) text = trimmed(text.substr(5));
            const std::size_t size = oaiwire::first_of_several(text);
            about = topic_of(oaiwire::json_view::checked(size == 0 ? text : text.substr(0, size)));
        };
        event_scan(content, ignored, none, take).run();
        return about;
    }
    void end_of_stream(const located& content, payload_checks& payloads, topic about) {
        const std::string_view end = out_.end;
        const bool cut = end == name(oaiwire::stream_end::truncated);
        const place at_end = content.at(content.text.size(), 0);
        if (cut) found_.add("truncated", at_end);
        const bool marked = about == topic::chat || about == topic::completions;
        if (marked && !cut && !payloads.done() && !payloads.failed()) found_.add("no_done", at_end);
        payloads.finish(cut);
    }

    // What the library makes of it.
    void decode(const located& content, topic about) {
        switch (about) {
            case topic::completions:
                return decode_as<oaiwire::CompletionChunk>(content);
            case topic::responses:
                return decode_as<oaiwire::ResponseStreamEvent>(content);
            case topic::images:
                return decode_as<oaiwire::ImageStreamEvent>(content);
            case topic::speech:
                return decode_as<oaiwire::SpeechStreamEvent>(content);
            case topic::transcripts:
                return decode_as<oaiwire::TranscriptionStreamEvent>(content);
            default:
                return decode_as<oaiwire::ChatCompletionChunk>(content);
        }
    }
    template <class Chunk>
    void decode_as(const located& content) {
        oaiwire::limits bounds;
        bounds.event = content.text.size() + 1024;
        bounds.line = bounds.event;
        oaiwire::stream_decoder<Chunk> decoder(bounds);
        oaiwire::accumulator<Chunk> whole;
        bool full = false;
        const auto take = [&] {
            while (const Chunk* chunk = decoder.next()) {
                if (!full) full = whole.add(*chunk) != oaiwire::errc::ok;
            }
        };
        decoder.feed(content.text);
        take();
        decoder.finish();
        take();
        out_.end = name(full ? oaiwire::stream_end::limit : decoder.end_reason());
        out_.summary.push_back(std::to_string(decoder.statistics().chunks) + " chunks");
        summarise(out_.summary, whole.response());
        if (decoder.end_reason() == oaiwire::stream_end::api_error) {
            out_.summary.push_back("error " + inspect::quoted(decoder.error().message));
        }
    }

    // ---- JSON

    // `first`: where the JSON text begins.
    void json(located& content, std::size_t first, const captured_head& head) {
        const std::string_view all = content.text;
        if (first != 0 && all.substr(0, first).find_first_of("\r\n") != std::string_view::npos) {
            const bool comment = all.substr(0, first).find(':') != std::string_view::npos;
            found_.add(comment ? "json_not_stream" : "blank_before_json", content.at(0, first));
        }
        const std::string type = lower(head.field("content-type"));
        if (type.starts_with("text/event-stream")) {
            found_.add("json_not_stream", content.at(first, 1));
        } else if (!type.empty() && type.find("json") == std::string::npos) {
            found_.add("wrong_content_type", place_of(head.field("content-type")), {},
                       excerpt(type));
        }
        if (is_json_lines(all.substr(first))) return json_lines(content, first);
        located text;
        text.append(content, first, all.size() - first);
        const std::size_t trailer = done_behind(text.text);
        if (trailer != 0) {
            found_.add("json_then_done", text.at(trailer, text.text.size() - trailer));
            located shorter;
            shorter.append(text, 0, trailer);
            text = std::move(shorter);
        }
        one_json(text, head);
    }
    // Where `data: [DONE]` begins behind a JSON text; 0 if it does not.
    static std::size_t done_behind(std::string_view text) {
        const std::size_t at = text.rfind("data:");
        if (at == std::string_view::npos || at == 0 || text[at - 1] != '\n') return 0;
        return trimmed(text.substr(at + 5)) == "[DONE]" ? at : 0;
    }
    // Whether each line is a JSON text of its own: the first one is, and another follows.
    static bool is_json_lines(std::string_view text) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos || !text.starts_with('{')) return false;
        const std::string_view line = trimmed(text.substr(0, end));
        const std::string_view rest = trimmed(text.substr(end));
        return line.ends_with('}') && rest.starts_with('{') &&
               oaiwire::json_view::checked(line).exists();
    }
    void json_lines(const located& content, std::size_t first) {
        const std::string_view all = content.text;
        const std::string_view line = all.substr(first, all.find('\n', first) - first);
        const oaiwire::json_view v(line);
        topic about = topic_of(v);
        if (v["oaiwire_cassette"].exists() && !nested_) about = topic::cassette;
        add_kind(std::string(words_of(about)) + ", one JSON text per line");
        const bool chunks = about == topic::chat || about == topic::completions ||
                            about == topic::responses || about == topic::unknown;
        if (chunks) found_.add("json_lines", content.at(first, 1));
        payload_checks payloads(found_, clues_, about, true);
        std::size_t lines = 0;
        for (std::size_t at = first; at < all.size();) {
            const std::size_t end = (std::min)(all.find('\n', at), all.size());
            if (!trimmed(all.substr(at, end - at)).empty()) {
                located text;
                text.append(content, at, end - at);
                if (about == topic::cassette) {
                    collect_exchange(trimmed(all.substr(at, end - at)));
                } else {
                    payloads.look(text, nullptr);
                }
                ++lines;
            }
            at = end + 1;
        }
        if (!chunks) {
            out_.summary.push_back(std::to_string(lines) + " lines");
            for (const auto& [number, body] : bodies_) summarise_exchange(number, body);
            return payloads.finish(false);
        }
        decode(content, about);
        end_of_stream(content, payloads, about);
    }

    // A line of a cassette: pieces of bodies are put together by exchange.
    void collect_exchange(std::string_view line) {
        const oaiwire::json_view v = oaiwire::json_view::checked(line);
        const std::uint64_t number =
            std::strtoull(std::string(v["exchange"].text().substr(0, 20)).c_str(), nullptr, 10);
        if (const auto piece = v["body"]["text"].string()) bodies_[number].append(*piece);
        if (v["request"].is_object()) bodies_[number];
    }
    void summarise_exchange(std::uint64_t number, const std::string& body) {
        const explanation e = explainer(body, true).run();
        std::size_t wrong = 0;
        for (const finding& f : e.findings) wrong += f.is == grade::wrong ? 1u : 0u;
        std::string line = "exchange " + std::to_string(number) + ": " + e.kind;
        if (!e.end.empty()) line.append(", " + e.end);
        if (e.server != "unknown") line.append(", of " + e.server);
        out_.summary.push_back(line + ", " + std::to_string(wrong) + " wrong");
    }

    void one_json(located& text, const captured_head& head) {
        replace_bad_bytes(text, found_);
        const std::string_view whole = trimmed(text.text);
        finding_list ignored;
        const bool valid = check_json(text, whole, ignored);
        const oaiwire::json_view v = valid ? oaiwire::json_view(whole) : oaiwire::json_view();
        const topic request = head.status == 0 ? topic_of_request(v) : topic::unknown;
        if (request != topic::unknown) {
            add_kind("request for " + std::string(words_of(request)));
            json_checks(found_).look(text, v);
            return check_request(request, text, v, found_);
        }
        const topic about = topic_of(v);
        const bool chunk = v["object"].text() == "\"chat.completion.chunk\"" ||
                           v["choices"].first()["delta"].exists() ||
                           (about == topic::responses && v["type"].exists());
        payload_checks payloads(found_, clues_, about, chunk);
        if (chunk) {
            located copy = text;
            payloads.look(copy, nullptr);
        } else if (check_json(text, whole, found_)) {
            located copy = text;
            payloads.look(copy, nullptr);
        }
        if (payloads.failed() && about == topic::unknown) {
            add_kind("error body");
            out_.end = name(oaiwire::stream_end::api_error);
            const auto e = oaiwire::error_of_body(whole, head.status);
            out_.summary.push_back("error " + inspect::quoted(e.message));
            return;
        }
        if (!valid) {
            add_kind("broken JSON");
            out_.end = name(oaiwire::stream_end::malformed);
            return payloads.finish(true);
        }
        add_kind(kind_of(about, chunk));
        if (out_.end.empty() && about != topic::webhook && !chunk) {
            out_.end = name(payloads.failed() ? oaiwire::stream_end::api_error
                                              : oaiwire::stream_end::complete);
        }
        read_answer(about, whole, chunk);
        if (!chunk) payloads.finish(false);
    }
    static std::string kind_of(topic about, bool chunk) {
        if (about == topic::unknown) return "JSON of an unknown protocol";
        if (about == topic::webhook) return "webhook event";
        if (about == topic::realtime) return "realtime event";
        return (chunk ? "one chunk of " : "response of ") + std::string(words_of(about));
    }
    void read_answer(topic about, std::string_view text, bool chunk) {
        if (chunk) return;
        if (about == topic::chat) read_as<oaiwire::ChatCompletion>(text);
        if (about == topic::completions) read_as<oaiwire::Completion>(text);
        if (about == topic::responses) read_as<oaiwire::Response>(text);
        if (about == topic::images) read_as<oaiwire::ImagesResponse>(text);
        if (about == topic::models) read_as<oaiwire::ModelList>(text);
        if (about == topic::embeddings) read_as<oaiwire::EmbeddingResponse>(text);
        if (about == topic::transcripts) read_as<oaiwire::Transcription>(text);
    }
    template <class T>
    void read_as(std::string_view text) {
        const auto value = oaiwire::json::read<T>(text, oaiwire::json::tolerant);
        if (value) summarise(out_.summary, *value);
    }

    std::string_view input_;
    bool nested_;
    finding_list found_{};
    clue_list clues_{};
    std::map<std::uint64_t, std::string> bodies_{};  // of a cassette's exchanges
    explanation out_{};
};

// Explains the bytes of a file, a capture or a body.
inline explanation explain(std::string_view bytes) {
    return explainer(bytes).run();
}

}  // namespace inspect
