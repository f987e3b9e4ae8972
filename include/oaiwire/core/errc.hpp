// Error codes: what went wrong (errc), and who must act (error_kind).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Who must act on an error.
enum class error_kind : std::uint8_t {
    none,
    invalid_request,  // the caller: no complete request was sent
    transport,        // the network or the HTTP stack
    protocol,         // the peer violated HTTP, SSE or the end-of-stream rules, or a limit was hit
    decode,           // the bytes are not the expected JSON, or not of the expected type
    confidential,     // an encrypted message failed verification, or encryption is impossible
    resource,         // this machine
    model,            // the model gave no such value, or called no such tool
    tool,             // a tool of the program, or a bound of the tool loop
    api,              // the server answered with an error
};

// One code for each error that a caller might treat differently. The values may change between
// versions; name() does not.
enum class errc : std::uint8_t {
    ok,
    // invalid_request
    invalid_argument,
    not_finite,
    invalid_text,
    invalid_header,
    invalid_url,
    cleartext_refused,
    invalid_key,
    invalid_content,
    // transport
    resolve_failed,
    connect_failed,
    tls_failed,
    send_failed,
    receive_failed,
    closed_early,
    connect_timeout,
    first_byte_timeout,
    idle_timeout,
    total_timeout,
    cancelled,
    transport_failed,
    // protocol
    limit_exceeded,
    truncated_stream,
    empty_response,
    unrecognised_payload,
    unexpected_content_type,
    unexpected_content_encoding,
    unexpected_status,
    invalid_framing,
    invalid_signature,
    stale_signature,
    // decode
    unexpected_end,
    unexpected_byte,
    invalid_literal,
    invalid_number,
    control_character,
    invalid_escape,
    lone_surrogate,
    invalid_utf8,
    trailing_bytes,
    too_deep,
    missing_member,
    type_mismatch,
    number_out_of_range,
    unknown_enumerator,
    invalid_base64,
    // confidential
    confidential_bad_key,
    confidential_bad_length,
    confidential_tag_mismatch,
    confidential_hash_missing,
    confidential_hash_mismatch,
    confidential_nonce_reused,
    confidential_crypto_failed,
    // resource
    out_of_memory,
    // model
    refused,
    cut_by_length,
    content_filtered,
    no_output,
    unknown_tool,
    // tool
    tool_failed,
    tool_denied,
    tool_limit,
    // api
    api_error,
};

namespace detail {

struct errc_row {
    errc value;
    error_kind kind;
    std::string_view name;
    std::string_view text;
};

// All codes in their order. Read by the compiler only: errc_table has the same in fewer bytes.
inline constexpr errc_row errc_rows[] = {
    {errc::ok, error_kind::none, "ok", "no error"},
    {errc::invalid_argument, error_kind::invalid_request, "invalid_argument",
     "a value is outside its documented range"},
    {errc::not_finite, error_kind::invalid_request, "not_finite",
     "NaN and infinity cannot be written as JSON"},
    {errc::invalid_text, error_kind::invalid_request, "invalid_text",
     "a string to be written is not valid UTF-8"},
    {errc::invalid_header, error_kind::invalid_request, "invalid_header",
     "a header name or value contains a byte that HTTP does not allow"},
    {errc::invalid_url, error_kind::invalid_request, "invalid_url",
     "the URL is malformed or not allowed"},
    {errc::cleartext_refused, error_kind::invalid_request, "cleartext_refused",
     "plain http is allowed for loopback only"},
    {errc::invalid_key, error_kind::invalid_request, "invalid_key",
     "the API key contains a byte that a header cannot carry"},
    {errc::invalid_content, error_kind::invalid_request, "invalid_content",
     "the content of the request differs from what was declared"},
    {errc::resolve_failed, error_kind::transport, "resolve_failed",
     "the host name could not be resolved"},
    {errc::connect_failed, error_kind::transport, "connect_failed",
     "the connection could not be made"},
    {errc::tls_failed, error_kind::transport, "tls_failed",
     "TLS could not be established or verified"},
    {errc::send_failed, error_kind::transport, "send_failed", "the request could not be sent"},
    {errc::receive_failed, error_kind::transport, "receive_failed",
     "the response could not be received"},
    {errc::closed_early, error_kind::transport, "closed_early",
     "the connection closed before the response was complete"},
    {errc::connect_timeout, error_kind::transport, "connect_timeout",
     "no connection within the timeout"},
    {errc::first_byte_timeout, error_kind::transport, "first_byte_timeout",
     "no response within the timeout"},
    {errc::idle_timeout, error_kind::transport, "idle_timeout",
     "no further bytes within the timeout"},
    {errc::total_timeout, error_kind::transport, "total_timeout",
     "the call took longer than its timeout"},
    {errc::cancelled, error_kind::transport, "cancelled", "the call was cancelled"},
    {errc::transport_failed, error_kind::transport, "transport_failed", "the transport failed"},
    {errc::limit_exceeded, error_kind::protocol, "limit_exceeded", "a limit was reached"},
    {errc::truncated_stream, error_kind::protocol, "truncated_stream", "the stream ended early"},
    {errc::empty_response, error_kind::protocol, "empty_response", "the response was empty"},
    {errc::unrecognised_payload, error_kind::protocol, "unrecognised_payload",
     "the payload is not part of this protocol"},
    {errc::unexpected_content_type, error_kind::protocol, "unexpected_content_type",
     "the response has an unexpected content type"},
    {errc::unexpected_content_encoding, error_kind::protocol, "unexpected_content_encoding",
     "the response is compressed, which was not requested"},
    {errc::unexpected_status, error_kind::protocol, "unexpected_status",
     "the response has an unexpected status"},
    {errc::invalid_framing, error_kind::protocol, "invalid_framing",
     "the HTTP framing is malformed"},
    {errc::invalid_signature, error_kind::protocol, "invalid_signature",
     "a webhook without a valid signature"},
    {errc::stale_signature, error_kind::protocol, "stale_signature",
     "the time of a webhook is too far from the clock's"},
    {errc::unexpected_end, error_kind::decode, "unexpected_end", "the JSON text ends too early"},
    {errc::unexpected_byte, error_kind::decode, "unexpected_byte",
     "a byte that JSON does not allow here"},
    {errc::invalid_literal, error_kind::decode, "invalid_literal",
     "a literal other than true, false or null"},
    {errc::invalid_number, error_kind::decode, "invalid_number", "a malformed number"},
    {errc::control_character, error_kind::decode, "control_character",
     "a raw control character inside a string"},
    {errc::invalid_escape, error_kind::decode, "invalid_escape", "a malformed escape sequence"},
    {errc::lone_surrogate, error_kind::decode, "lone_surrogate", "an unpaired surrogate"},
    {errc::invalid_utf8, error_kind::decode, "invalid_utf8", "invalid UTF-8"},
    {errc::trailing_bytes, error_kind::decode, "trailing_bytes",
     "bytes after the end of the JSON text"},
    {errc::too_deep, error_kind::decode, "too_deep", "values nested deeper than the limit"},
    {errc::missing_member, error_kind::decode, "missing_member", "a required member is absent"},
    {errc::type_mismatch, error_kind::decode, "type_mismatch",
     "a value of another type was expected"},
    {errc::number_out_of_range, error_kind::decode, "number_out_of_range",
     "a number that its type cannot represent exactly"},
    {errc::unknown_enumerator, error_kind::decode, "unknown_enumerator",
     "a text that is not one of the allowed values"},
    {errc::invalid_base64, error_kind::decode, "invalid_base64", "text that is not base64"},
    {errc::confidential_bad_key, error_kind::confidential, "confidential_bad_key",
     "a public key that yields no shared secret"},
    {errc::confidential_bad_length, error_kind::confidential, "confidential_bad_length",
     "a nonce, hash, key or ciphertext of the wrong length"},
    {errc::confidential_tag_mismatch, error_kind::confidential, "confidential_tag_mismatch",
     "the ciphertext was modified or encrypted with another key"},
    {errc::confidential_hash_missing, error_kind::confidential, "confidential_hash_missing",
     "the ciphertext has no plaintext hash"},
    {errc::confidential_hash_mismatch, error_kind::confidential, "confidential_hash_mismatch",
     "the hash does not match the plaintext"},
    {errc::confidential_nonce_reused, error_kind::confidential, "confidential_nonce_reused",
     "a nonce was used twice with the same key"},
    {errc::confidential_crypto_failed, error_kind::confidential, "confidential_crypto_failed",
     "the cryptographic library failed"},
    {errc::out_of_memory, error_kind::resource, "out_of_memory", "out of memory"},
    {errc::refused, error_kind::model, "refused", "the model refused to answer"},
    {errc::cut_by_length, error_kind::model, "cut_by_length",
     "the output ended at the limit of tokens"},
    {errc::content_filtered, error_kind::model, "content_filtered",
     "the content filter withheld output"},
    {errc::no_output, error_kind::model, "no_output", "the response has no output to read"},
    {errc::unknown_tool, error_kind::model, "unknown_tool",
     "the model called a tool that was not declared"},
    {errc::tool_failed, error_kind::tool, "tool_failed", "a tool failed"},
    {errc::tool_denied, error_kind::tool, "tool_denied", "a call of a tool was not approved"},
    {errc::tool_limit, error_kind::tool, "tool_limit", "a bound of the tool loop was reached"},
    {errc::api_error, error_kind::api, "api_error", "the server answered with an error"},
};

inline constexpr std::size_t errc_count = std::size(errc_rows);

consteval std::size_t errc_bytes() {
    std::size_t sum = 0;
    for (const errc_row& row : errc_rows) sum += row.name.size() + row.text.size();
    return sum;
}

// The texts of all codes behind one another, each name before its description.
struct errc_texts {
    consteval errc_texts() {
        std::size_t at = 0;
        const auto put = [&](std::string_view text, std::uint16_t& end) {
            for (const char c : text) bytes[at++] = c;
            end = static_cast<std::uint16_t>(at);
        };
        for (std::size_t i = 0; i != errc_count; ++i) {
            kinds[i] = errc_rows[i].kind;
            put(errc_rows[i].name, ends[2 * i + 1]);
            put(errc_rows[i].text, ends[2 * i + 2]);
            in_order = in_order && static_cast<std::size_t>(errc_rows[i].value) == i;
        }
    }
    // The text that ends at ends[i + 1].
    constexpr std::string_view text(std::size_t i) const {
        return {bytes + ends[i], static_cast<std::size_t>(ends[i + 1] - ends[i])};
    }

    char bytes[errc_bytes()]{};
    std::uint16_t ends[2 * errc_count + 1]{};
    error_kind kinds[errc_count]{};
    bool in_order = true;
};
inline constexpr errc_texts errc_table;
static_assert(errc_table.in_order);

}  // namespace detail

// The name of the code ("type_mismatch"). Stable: fit for logs and tests.
constexpr std::string_view name(errc code) {
    const auto i = static_cast<std::size_t>(code);
    return i < detail::errc_count ? detail::errc_table.text(2 * i) : "unknown";
}

// An English description of the code.
constexpr std::string_view describe(errc code) {
    const auto i = static_cast<std::size_t>(code);
    return i < detail::errc_count ? detail::errc_table.text(2 * i + 1) : "unknown error";
}

// Who must act on the code.
constexpr error_kind kind_of(errc code) {
    const auto i = static_cast<std::size_t>(code);
    return i < detail::errc_count ? detail::errc_table.kinds[i] : error_kind::none;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
