// The lines of a cassette: recorded exchanges of HTTP as JSON, one object a line. docs/testing.md
// explains the format.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>

namespace oaiwire { inline namespace v0_2 {

// The version of the format that is written. Another one is refused.
inline constexpr std::int64_t cassette_version = 1;

// A header field: name and value.
using CassetteField = std::array<std::string, 2>;

// A piece of content. One of `text` and `base64` is there; neither: no bytes.
struct CassetteBytes {
    field<std::string> text{};    // the bytes, if they are UTF-8
    field<std::string> base64{};  // else
    field<bool> more{};           // the next line of the exchange continues this piece
    extra_members extra{};
    friend bool operator==(const CassetteBytes&, const CassetteBytes&) = default;
};

// The request without its content.
struct CassetteRequest {
    std::string method{};
    std::string url{};  // absolute
    std::vector<CassetteField> fields{};
    extra_members extra{};
    friend bool operator==(const CassetteRequest&, const CassetteRequest&) = default;
};

// Status and fields of the response.
struct CassetteHead {
    std::int64_t status = 0;
    std::vector<CassetteField> fields{};
    extra_members extra{};
    friend bool operator==(const CassetteHead&, const CassetteHead&) = default;
};

// How the exchange ended.
struct CassetteEnd {
    std::string kind{};            // "complete", "error" or "abandoned": the caller read no further
    field<std::string> error{};    // the name of the errc
    field<std::string> message{};  // of the error
    field<std::string> path{};     // of the error
    field<std::uint64_t> offset{};  // of the error
    field<std::uint64_t> bytes{};   // of the response's body until then
    extra_members extra{};
    friend bool operator==(const CassetteEnd&, const CassetteEnd&) = default;
};

// Any line. The first one has `oaiwire_cassette`; each of the others belongs to an exchange and has
// one of request, content, head, body and end. A line without them is ignored.
struct CassetteLine {
    field<std::int64_t> oaiwire_cassette{};  // the version of the format
    field<std::string> made_by{};            // the program that wrote the lines that follow
    field<std::uint64_t> exchange{};         // its number, from 1
    field<std::int64_t> ms{};                // milliseconds since the request
    field<CassetteRequest> request{};
    field<CassetteBytes> content{};  // a piece of the request's content
    field<CassetteHead> head{};
    field<CassetteBytes> body{};  // a piece of the response's body, as it came
    field<CassetteEnd> end{};
    extra_members extra{};
    friend bool operator==(const CassetteLine&, const CassetteLine&) = default;
};

namespace detail {

// The code of that name; transport_failed for a name that is not known.
constexpr errc errc_of(std::string_view text) {
    for (std::size_t i = 0; i != errc_count; ++i) {
        if (name(static_cast<errc>(i)) == text) return static_cast<errc>(i);
    }
    return errc::transport_failed;
}

}  // namespace detail

OAIWIRE_ADAPTER_COMPILED(struct json::detail::describe<CassetteLine>)

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
