// How the library itself reads what was received, and how its client fares with the server.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "context.hpp"

namespace conform {

enum class document_kind : std::uint8_t {
    chat,
    chat_chunk,
    completion,
    models,
    embeddings,
    error,
    response,
    response_event,
};

struct document_note {
    std::string path{};
    std::string message{};  // "missing: a text"
};

// What a JSON text lacks of OpenAI's document (api/conformance.hpp), and what the library's reader
// converted or dropped.
std::vector<document_note> compare_with_document(document_kind kind, std::string_view text);

// A call of the library's client over curl_transport.
struct client_call {
    std::string what{};
    bool ok = false;
    std::string outcome{};
};
std::vector<client_call> call_with_client(const settings& how, const std::string& model,
                                          const std::string& ca_file);

}  // namespace conform
