// download_operation: the base class of operations that return a file.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/types/binary_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// A GET whose response is the content of a file, of any Content-Type, JSON and text included.
// Plain: all of it, as BinaryContent. Streamed: its bytes as they come, in flat memory:
//     api.stream(request, [&](std::string_view bytes) { out.write(bytes.data(), ...); });
// An empty file is a success. A template, so that programs without downloads do not compile it.
template <class = void>
struct download_operation : get_operation<BinaryContent> {
    using chunk = std::string_view;
    // Whatever comes with a status of success is the content.
    static constexpr bool any_content = true;
    // As the official SDKs send it.
    static constexpr std::string_view accept = "application/binary";
    static void take_text(BinaryContent& to, std::string&& body, std::string_view content_type) {
        to.data = std::move(body);
        to.content_type = content_type;
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
