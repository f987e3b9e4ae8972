// The codes of what can go wrong, by who must act. Knows nothing else.
#pragma once

#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Who must act. invalid_request: the caller, no whole request was sent. transport: the network or
// its stack. protocol: the peer broke HTTP, SSE or the end-of-stream rules, or a limit was reached.
// decode: bytes are not the JSON, or the text in it, that was due. confidential: a sealed message
// is not as its node sealed it, or nothing can be sealed. resource: this machine. api: the server
// answered with an error.
enum class error_kind : std::uint8_t {
    none,
    invalid_request,
    transport,
    protocol,
    decode,
    confidential,
    resource,
    api
};

// One code per thing that a caller might treat differently; grouped by error_kind.
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
    // api
    api_error,
};

// The code's own name ("type_mismatch"): stable, fit for logs and tests.
constexpr std::string_view name(errc code) {
    switch (code) {
        case errc::ok:
            return "ok";
        case errc::invalid_argument:
            return "invalid_argument";
        case errc::not_finite:
            return "not_finite";
        case errc::invalid_text:
            return "invalid_text";
        case errc::invalid_header:
            return "invalid_header";
        case errc::invalid_url:
            return "invalid_url";
        case errc::cleartext_refused:
            return "cleartext_refused";
        case errc::invalid_key:
            return "invalid_key";
        case errc::invalid_content:
            return "invalid_content";
        case errc::resolve_failed:
            return "resolve_failed";
        case errc::connect_failed:
            return "connect_failed";
        case errc::tls_failed:
            return "tls_failed";
        case errc::send_failed:
            return "send_failed";
        case errc::receive_failed:
            return "receive_failed";
        case errc::closed_early:
            return "closed_early";
        case errc::connect_timeout:
            return "connect_timeout";
        case errc::first_byte_timeout:
            return "first_byte_timeout";
        case errc::idle_timeout:
            return "idle_timeout";
        case errc::total_timeout:
            return "total_timeout";
        case errc::cancelled:
            return "cancelled";
        case errc::transport_failed:
            return "transport_failed";
        case errc::limit_exceeded:
            return "limit_exceeded";
        case errc::truncated_stream:
            return "truncated_stream";
        case errc::empty_response:
            return "empty_response";
        case errc::unrecognised_payload:
            return "unrecognised_payload";
        case errc::unexpected_content_type:
            return "unexpected_content_type";
        case errc::unexpected_content_encoding:
            return "unexpected_content_encoding";
        case errc::unexpected_status:
            return "unexpected_status";
        case errc::invalid_framing:
            return "invalid_framing";
        case errc::unexpected_end:
            return "unexpected_end";
        case errc::unexpected_byte:
            return "unexpected_byte";
        case errc::invalid_literal:
            return "invalid_literal";
        case errc::invalid_number:
            return "invalid_number";
        case errc::control_character:
            return "control_character";
        case errc::invalid_escape:
            return "invalid_escape";
        case errc::lone_surrogate:
            return "lone_surrogate";
        case errc::invalid_utf8:
            return "invalid_utf8";
        case errc::trailing_bytes:
            return "trailing_bytes";
        case errc::too_deep:
            return "too_deep";
        case errc::type_mismatch:
            return "type_mismatch";
        case errc::number_out_of_range:
            return "number_out_of_range";
        case errc::unknown_enumerator:
            return "unknown_enumerator";
        case errc::invalid_base64:
            return "invalid_base64";
        case errc::confidential_bad_key:
            return "confidential_bad_key";
        case errc::confidential_bad_length:
            return "confidential_bad_length";
        case errc::confidential_tag_mismatch:
            return "confidential_tag_mismatch";
        case errc::confidential_hash_missing:
            return "confidential_hash_missing";
        case errc::confidential_hash_mismatch:
            return "confidential_hash_mismatch";
        case errc::confidential_nonce_reused:
            return "confidential_nonce_reused";
        case errc::confidential_crypto_failed:
            return "confidential_crypto_failed";
        case errc::out_of_memory:
            return "out_of_memory";
        case errc::api_error:
            return "api_error";
    }
    return "unknown";
}

// What the code means, in words for a person.
constexpr std::string_view describe(errc code) {
    switch (code) {
        case errc::ok:
            return "no error";
        case errc::invalid_argument:
            return "a value is outside its documented range";
        case errc::not_finite:
            return "NaN and infinity cannot be written as JSON";
        case errc::invalid_text:
            return "a string to be written is not valid UTF-8";
        case errc::invalid_header:
            return "a header name or value holds a byte that HTTP forbids";
        case errc::invalid_url:
            return "the URL is malformed or of a form that is refused";
        case errc::cleartext_refused:
            return "plain http is allowed to loopback only";
        case errc::invalid_key:
            return "the API key holds a byte that a header cannot carry";
        case errc::invalid_content:
            return "the content of the request is not what was announced";
        case errc::resolve_failed:
            return "the host name could not be resolved";
        case errc::connect_failed:
            return "the connection could not be made";
        case errc::tls_failed:
            return "TLS could not be established or verified";
        case errc::send_failed:
            return "the request could not be sent";
        case errc::receive_failed:
            return "the response could not be received";
        case errc::closed_early:
            return "the connection closed before the response was whole";
        case errc::connect_timeout:
            return "no connection within its deadline";
        case errc::first_byte_timeout:
            return "no response within its deadline";
        case errc::idle_timeout:
            return "no further bytes within their deadline";
        case errc::total_timeout:
            return "the call took longer than its deadline";
        case errc::cancelled:
            return "the call was cancelled";
        case errc::transport_failed:
            return "the transport failed";
        case errc::limit_exceeded:
            return "a limit was reached";
        case errc::truncated_stream:
            return "the stream ended before it was finished";
        case errc::empty_response:
            return "the response was empty";
        case errc::unrecognised_payload:
            return "the payload is none that this protocol knows";
        case errc::unexpected_content_type:
            return "the response has an unexpected content type";
        case errc::unexpected_content_encoding:
            return "the response is encoded, unasked";
        case errc::unexpected_status:
            return "the response has an unexpected status";
        case errc::invalid_framing:
            return "the HTTP framing is malformed";
        case errc::unexpected_end:
            return "the JSON text ends too early";
        case errc::unexpected_byte:
            return "a byte that JSON does not allow here";
        case errc::invalid_literal:
            return "a literal other than true, false or null";
        case errc::invalid_number:
            return "a malformed number";
        case errc::control_character:
            return "a raw control character inside a string";
        case errc::invalid_escape:
            return "a malformed escape sequence";
        case errc::lone_surrogate:
            return "half of a surrogate pair";
        case errc::invalid_utf8:
            return "invalid UTF-8";
        case errc::trailing_bytes:
            return "bytes after the end of the JSON text";
        case errc::too_deep:
            return "values nested deeper than the limit";
        case errc::type_mismatch:
            return "a value of another type was due";
        case errc::number_out_of_range:
            return "a number that its type cannot hold exactly";
        case errc::unknown_enumerator:
            return "a text that is none of the allowed ones";
        case errc::invalid_base64:
            return "text that is no base64";
        case errc::confidential_bad_key:
            return "a public key that agrees on no secret";
        case errc::confidential_bad_length:
            return "a nonce, hash, key or ciphertext of another length than is due";
        case errc::confidential_tag_mismatch:
            return "the ciphertext was altered, or sealed with another key";
        case errc::confidential_hash_missing:
            return "no hash came with the ciphertext";
        case errc::confidential_hash_mismatch:
            return "the hash is of another text";
        case errc::confidential_nonce_reused:
            return "one nonce was used twice with one key";
        case errc::confidential_crypto_failed:
            return "the cryptographic library failed";
        case errc::out_of_memory:
            return "memory ran out";
        case errc::api_error:
            return "the server answered with an error";
    }
    return "unknown error";
}

constexpr error_kind kind_of(errc code) {
    if (code == errc::ok) return error_kind::none;
    if (code <= errc::invalid_content) return error_kind::invalid_request;
    if (code <= errc::transport_failed) return error_kind::transport;
    if (code <= errc::invalid_framing) return error_kind::protocol;
    if (code <= errc::invalid_base64) return error_kind::decode;
    if (code <= errc::confidential_crypto_failed) return error_kind::confidential;
    if (code == errc::out_of_memory) return error_kind::resource;
    return error_kind::api;
}

}  // namespace oaiwire::inline v0_2
