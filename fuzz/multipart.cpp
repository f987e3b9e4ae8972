// multipart: a written form has exactly its parts, whatever they contain, and states its size
// before it is read; invalid part headers are rejected. Input: a seed (the parts, how the text is
// split into them, sizes of reads) and the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/http/content.hpp>
#include <oaiwire/http/multipart.hpp>
#include <oracle/multipart.hpp>
#include <support/scripted_source.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// A source of that text that returns a few bytes at a time.
std::shared_ptr<const byte_source> in_pieces(const std::string& text, std::size_t most) {
    const auto at = std::make_shared<std::size_t>(0);
    return std::make_shared<support::scripted>(
        text.size(), [text, most, at](char* to, std::size_t room) -> result<std::size_t> {
            const std::size_t n = std::min({room, most, text.size() - *at});
            std::memcpy(to, text.data() + *at, n);
            *at += n;
            return n;
        });
}

std::string in_quotes(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '"') {
            out += "%22";
        } else if (c == '\r') {
            out += "%0D";
        } else if (c == '\n') {
            out += "%0A";
        } else {
            out += c;
        }
    }
    return out;
}

struct expected_part {
    std::string head{};  // after `form-data; name=`
    std::string type{"(none)"};
    std::string content{};
};

void multipart(std::string_view input) {
    fuzz::seeded random(input);
    std::string_view text = random.text;
    const auto some = [&] {
        const std::string part(text.substr(0, random.below(text.size() + 1)));
        text.remove_prefix(part.size());
        return part;
    };
    http::form_builder form;
    std::vector<expected_part> expected;
    for (std::size_t n = random.below(4); n != 0; --n) {
        const std::string name = some();
        if (random.below(2) == 0) {
            const std::string content = some();
            form.field(name, content);
            expected.push_back({'"' + in_quotes(name) + '"', "(none)", content});
            continue;
        }
        const std::string filename = some();
        const std::string type = random.below(2) == 0 ? some() : "";
        const std::string content = some();
        const auto source =
            random.below(2) == 0 ? in_pieces(content, 1 + random.below(9)) : nullptr;
        if (!form.file(name, filename, type, source ? "" : content, source)) {
            must(!http::check_field_value(type), "only an invalid content type is rejected");
            continue;
        }
        expected.push_back({'"' + in_quotes(name) + "\"; filename=\"" + in_quotes(filename) + '"',
                            type.empty() ? "application/octet-stream" : type, content});
    }
    auto finished = form.finish();
    must(finished.has_value(), "a form can be finished");

    http::request request;
    request.content = finished->content;
    std::string body;
    http::content_cursor cursor(request);
    for (;;) {
        const auto piece = cursor.next();
        must(piece.has_value(), "a form can be read");
        if (piece->empty()) break;
        body.append(*piece);
    }
    must(body.size() == http::content_size(request), "a form has its stated size");
    const auto parts = oracle::read_form(finished->content_type, body);
    must(parts && parts->size() == expected.size(), "a form has exactly its parts");
    for (std::size_t i = 0; i != expected.size(); ++i) {
        const auto& part = (*parts)[i];
        must(part.field("content-disposition") == "form-data; name=" + expected[i].head,
             "a part has its names");
        must(part.field("content-type") == expected[i].type, "a part has its content type");
        must(part.fields.size() == (expected[i].type == "(none)" ? 1U : 2U),
             "a part has no other field");
        must(part.content == expected[i].content, "a part has its content");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    multipart(fuzz::text_of(data, size));
    return 0;
}
