// Checks responses against the documents of OpenAI, Atoma and R9S, through read_options::conform.
// Costs nothing unless it is included.
//
//     json::read_report report;
//     json::read_options options = json::tolerant;
//     options.report = &report;
//     options.conform = conforming(document::openai, response_kind::chat_completion);
//     const auto response = json::read<ChatCompletion>(body, options);
//
// The report then has a note, with path and expectation, for each missing member, each value of
// another type (null included) and each number out of range. Unknown members and unlisted texts are
// not noted.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <oaiwire/api/document_atoma.hpp>
#include <oaiwire/api/document_openai.hpp>
#include <oaiwire/api/document_openai_events.hpp>
#include <oaiwire/api/document_openai_responses.hpp>
#include <oaiwire/api/document_r9s.hpp>
#include <oaiwire/json/document_schema.hpp>

namespace oaiwire { inline namespace v0_2 {

// The provider whose document is used.
enum class document : std::uint8_t { openai, atoma, r9s };

// A kind of response or stream event.
enum class response_kind : std::uint8_t {
    chat_completion,
    chat_completion_chunk,
    completion,
    completion_chunk,
    models,
    embeddings,
    images,
    image_event,
    error_body,
    response,
    response_event,
};

namespace detail {

template <const auto& members>
inline constexpr json::document_schema document_object = json::object_of(members);

// In the order of response_kind; null if the document has no such response.
using document_row = std::array<const json::document_schema*, 11>;

inline constexpr document_row openai_document{
    &document_object<documents::openai::chat_completion>,
    &document_object<documents::openai::chat_completion_chunk>,
    &document_object<documents::openai::completion>,
    &document_object<documents::openai::completion>,
    &document_object<documents::openai::model_list>,
    &document_object<documents::openai::embeddings>,
    &document_object<documents::openai::images>,
    &documents::openai::image_event,
    &document_object<documents::openai::error_body>,
    &document_object<documents::openai_responses::response>,
    &documents::openai_responses::response_event,
};
inline constexpr document_row atoma_document{
    &document_object<documents::atoma::chat_completion>,
    &document_object<documents::atoma::chat_completion_chunk>,
    &document_object<documents::atoma::completion>,
    &document_object<documents::atoma::completion_chunk>,
    &document_object<documents::atoma::model_list>,
    &document_object<documents::atoma::embeddings>,
    &document_object<documents::atoma::images>,
    nullptr,
    &document_object<documents::atoma::error_body>,
    nullptr,
    nullptr,
};
inline constexpr document_row r9s_document{
    &document_object<documents::r9s::chat_completion>,
    &document_object<documents::r9s::chat_completion_chunk>,
    &document_object<documents::r9s::completion>,
    &document_object<documents::r9s::completion_chunk>,
    &document_object<documents::r9s::model_list>,
    &document_object<documents::r9s::embeddings>,
    &document_object<documents::r9s::images>,
    &document_object<documents::r9s::image_event>,
    &document_object<documents::r9s::error_body>,
    &document_object<documents::r9s::response>,
    &document_object<documents::r9s::response_event>,
};

}  // namespace detail

// The schema of a kind in a document; null if it has no such response. Never destroyed.
constexpr const json::document_schema* schema_of(document whose, response_kind kind) {
    const auto& row = whose == document::openai  ? detail::openai_document
                      : whose == document::atoma ? detail::atoma_document
                                                 : detail::r9s_document;
    return row[static_cast<std::size_t>(kind)];
}

// The value for read_options::conform; checks nothing if the document has no such response.
constexpr json::conformance conforming(document whose, response_kind kind) {
    const json::document_schema* const to = schema_of(whose, kind);
    return to ? json::conforming(*to) : json::conformance{};
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
