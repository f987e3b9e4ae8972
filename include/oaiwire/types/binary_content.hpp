// BinaryContent: the bytes of a download.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/core/version.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 {

// The response of an operation that downloads a file. Not an API schema. A plain call fills it, up
// to limits::body; a streamed call delivers the bytes as they come and keeps none of them.
struct BinaryContent {
    std::string data{};          // the whole content; may be empty
    std::string content_type{};  // the response's Content-Type, as the server spells it
    extra_members extra{};
    friend bool operator==(const BinaryContent&, const BinaryContent&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
