#include "library.hpp"

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/oaiwire.hpp>

namespace conform {

namespace {

using namespace oaiwire;

// Reads the text as T does, and adds what was noted.
template <class T>
void compare(response_kind kind, std::string_view text, std::vector<document_note>& out) {
    json::read_report report;
    json::read_options options = json::tolerant;
    const auto due = conforming(document::openai, kind);
    // The reader counts a path from the beginning of the text: many notes of a large text take as
    // many passes. The document's notes do not.
    const bool large = text.size() > std::size_t{64} << 10;
    if (!large) {
        options.report = &report;
        options.conform = due;
    }
    T value;
    if (const auto done = json::read_into(text, value, options); !done) {
        out.push_back({done.error().path, to_string(done.error())});
        return;
    }
    if (large) due.note(text, *due.to, report);
    for (const auto& n : report.notes) {
        // what is converted or absent is said by the document's notes, too
        const bool twice = n.what == json::read_note::kind::absent ||
                           n.what == json::read_note::kind::nil ||
                           n.what == json::read_note::kind::converted;
        if (!twice) out.push_back({n.path, std::string(name(n.what)) + ": " + n.due});
    }
}

}  // namespace

std::vector<document_note> compare_with_document(document_kind kind, std::string_view text) {
    std::vector<document_note> out;
    switch (kind) {
        case document_kind::chat:
            compare<ChatCompletion>(response_kind::chat_completion, text, out);
            break;
        case document_kind::chat_chunk:
            compare<ChatCompletionChunk>(response_kind::chat_completion_chunk, text, out);
            break;
        case document_kind::completion:
            compare<Completion>(response_kind::completion, text, out);
            break;
        case document_kind::models:
            compare<ModelList>(response_kind::models, text, out);
            break;
        case document_kind::embeddings:
            compare<EmbeddingResponse>(response_kind::embeddings, text, out);
            break;
        case document_kind::error:
            compare<ErrorBody>(response_kind::error_body, text, out);
            break;
        case document_kind::response:
            compare<Response>(response_kind::response, text, out);
            break;
        case document_kind::response_event:
            compare<ResponseStreamEvent>(response_kind::response_event, text, out);
            break;
    }
    return out;
}

}  // namespace conform
