// read_access_token(): what an OAuth 2 server answers a request for a token (RFC 6749, 5.1
// and 5.2), such as Microsoft Entra ID, Azure's and Google's metadata servers.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/api/token_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/field.hpp>
#if OAIWIRE_ADAPTER_DEFINES
#include <limits>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/wipe.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// The token in the body of an answer. Its lifetime may be a number or a text; without one the token
// does not expire. Errors: errc::api_error with the server's code (such as "invalid_client") and
// description, errc::missing_member if there is neither a token nor an error, and those of
// json::read(). No error contains the token.
result<access_token> read_access_token(std::string_view body);

namespace detail {

// The members of both kinds of answers.
struct token_answer {
    field<std::string> access_token{};
    field<std::int64_t> expires_in{};  // seconds
    field<std::string> error{};
    field<std::string> error_description{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<access_token> read_access_token(std::string_view body) {
    return within_memory([&]() -> result<access_token> {
        auto answer = json::read<detail::token_answer>(body, json::tolerant);
        if (!answer) {
            oaiwire::error why = std::move(answer).error();
            why.message = "the answer of a token server";  // a reader's message may quote it
            return why;
        }
        if (answer->error) {
            oaiwire::error why =
                make_error(errc::api_error, answer->error_description.value_or(*answer->error));
            why.api.code = *answer->error;
            return why;
        }
        if (!answer->access_token || answer->access_token->empty()) {
            return make_error(errc::missing_member, {}, "access_token");
        }
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 1000;
        access_token out;
        out.token = secret(*answer->access_token);
        wipe(*answer->access_token);
        if (answer->expires_in) {
            // a lifetime of 0 is a token that has expired, not one that never does
            const std::int64_t seconds = *answer->expires_in < most ? *answer->expires_in : most;
            out.expires_in_ms = seconds > 0 ? seconds * 1000 : 1;
        }
        return out;
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
