// Declares write_form(): a typed request as multipart/form-data, for operations that take files.
// The definition is in api/form_writer.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 {

// Makes the request's members the content of `out`, in their order and with their JSON names;
// members of `more` replace those of the same name. `stream` is set by the call. The content shares
// the request's files and copies the rest. Errors: invalid_header (a content type), invalid_text,
// not_finite, invalid_content.
template <class Request>
result<void> write_form(const Request& request, const extra_members& more, bool streamed,
                        http::request& out);

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
