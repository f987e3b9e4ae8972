// batch: the lines of a batch's files are those of a reference at any cut, and so are their
// results; what is written as a line is read as that line. Input: a seed (limit, cuts), and a file
// of lines.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/batch_reader.hpp>
#include <oaiwire/api/batch_writer.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oracle/text_lines.hpp>
#include <oracle/utf8.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

std::vector<oracle::text_line> lines_of(std::string_view file, std::size_t limit,
                                        const fuzz::cutting& cuts) {
    detail::line_cutter cutter(limit);
    std::vector<oracle::text_line> out;
    const auto take = [&] {
        while (const auto line = cutter.next()) {
            const bool too_long = line->state == detail::line_state::too_long;
            out.push_back({cutter.number(), too_long, std::string(line->text)});
        }
    };
    fuzz::each_piece(file, cuts, [&](std::string_view piece) {
        cutter.feed(piece);
        take();
    });
    cutter.finish();
    take();
    must(!cutter.next(), "nothing comes behind the end");
    return out;
}

// All that is said of each line, as text.
std::string results_of(std::string_view file, const limits& bounds, const fuzz::cutting& cuts,
                       std::size_t& count) {
    batch_reader<EmbeddingRequest> results(bounds);
    std::string out;
    count = 0;
    const auto take = [&] {
        while (const auto* one = results.next()) {
            ++count;
            out += std::to_string(one->line) + ' ' + one->custom_id + ' ' + one->id + ' ' +
                   std::to_string(one->status_code) + ' ' + to_string(one->error) + ' ' +
                   json::write(one->response).value_or("") + '\n';
            must(one->ok() || one->response == EmbeddingResponse{}, "no response beside an error");
        }
    };
    fuzz::each_piece(file, cuts, [&](std::string_view piece) {
        results.feed(piece);
        take();
    });
    results.finish();
    take();
    return out;
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == line.npos;
}

// Whether each sequence of bytes is one that the reference makes of a code point.
bool is_text(std::string_view text) {
    while (!text.empty()) {
        std::size_t n = 1;
        for (;; ++n) {
            if (n > 4 || n > text.size()) return false;
            auto c = static_cast<std::uint32_t>(static_cast<unsigned char>(text[0]));
            if (n > 1) c &= 0x7Fu >> n;
            for (std::size_t i = 1; i != n; ++i) {
                c = c << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
            }
            if (oracle::is_scalar_value(c) && oracle::encoded(c) == text.substr(0, n)) break;
        }
        text.remove_prefix(n);
    }
    return true;
}

// A line with that id and body is read as it was written, and is one line.
void round_trip(std::string_view id, std::string_view text) {
    const auto body = raw_json::parse(text);
    if (!body) return;
    batch_writer lines;
    const auto added = lines.add_raw(id, "/v1/embeddings", *body);
    must(added.has_value() == (!id.empty() && is_text(id)), "any text is an id");
    if (!added) return must(lines.text().empty(), "nothing is added by an error");
    must(lines.text().find('\n') == lines.text().size() - 1, "a line is one line");
    const auto read = json::read<BatchRequestInput>(lines.text());
    must(read.has_value() && read->custom_id == id, "a line is read");
    // white space aside, which JSON does not have in texts
    std::string expected(body->text());
    for (char& c : expected) c = c == '\n' || c == '\r' ? ' ' : c;
    must(read->body.text() == expected, "the body is as it was");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded input(fuzz::text_of(data, size));
    const std::string_view file = input.text;
    limits bounds;
    bounds.body = input.below(3) != 0 ? std::size_t{1} << 20 : 1 + input.below(file.size() + 1);
    const auto expected = oracle::text_lines(file, bounds.body);
    std::size_t whole = 0, count = 0;
    const std::string results = results_of(file, bounds, {}, whole);
    std::size_t said = 0;
    for (const auto& line : expected) said += line.too_long || !is_blank(line.text) ? 1 : 0;
    must(whole == said, "each line that is not blank has a result");
    must(lines_of(file, bounds.body, {}) == expected, "lines as of the reference");
    for (const auto& cuts : fuzz::cuttings(input, file.size())) {
        must(lines_of(file, bounds.body, cuts) == expected, "lines at any cut");
        must(results_of(file, bounds, cuts, count) == results, "results at any cut");
    }
    for (const auto& line : expected) round_trip(line.text, line.text);
    const std::size_t at = file.find('\n');
    if (at != file.npos) round_trip(file.substr(0, at), file.substr(at + 1));
    return 0;
}
