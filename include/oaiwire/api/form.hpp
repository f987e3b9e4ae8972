// A typed request as a multipart form: what operations that take files send instead of JSON. Knows
// no operation. Declared here; api/form_writer.hpp has the definition.
#pragma once

#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire::inline v0_2 {

// Makes the request's members the content of `out`, in their order and under their JSON names;
// those of `more` replace others. The call alone says whether it streams. Errors: invalid_header
// (a content type), invalid_text, not_finite, invalid_content.
template <class Request>
result<void> write_form(const Request& request, const extra_members& more, bool streamed,
                        http::request& out);

}  // namespace oaiwire::inline v0_2
