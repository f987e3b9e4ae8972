// multipart_read: parts, contents and errors of a form depend on its bytes, not on how they are
// split, and equal the reference decoder's; so do the request that is read from it and what a sink
// takes. Input: a seed (boundary, limits, splits) and the body, in which "\r\n--b" and a leading
// "--b" stand for the boundary.
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/server/form_reader.hpp>
#include <oracle/multipart_form.hpp>
#include <support/form_runs.hpp>

#include "target.hpp"

namespace read_form_test {

struct Settings {
    static constexpr oaiwire::wire_tag tag{"type", "s"};
    oaiwire::field<double> d{};
    oaiwire::field<std::vector<std::int64_t>> n{};
    oaiwire::extra_members extra{};
    friend bool operator==(const Settings&, const Settings&) = default;
};

struct Request {
    std::string a{};
    oaiwire::field<std::variant<oaiwire::FileContent, std::vector<oaiwire::FileContent>>> f{};
    oaiwire::field<std::int64_t> n{};
    oaiwire::field<bool> b{};
    oaiwire::field<std::vector<std::string>> l{};
    oaiwire::field<std::variant<std::string, Settings, oaiwire::raw_json>> s{};
    oaiwire::extra_members extra{};
    friend bool operator==(const Request&, const Request&) = default;
};

}  // namespace read_form_test

namespace {

using namespace oaiwire;
using fuzz::must;
using read_form_test::Request;

// The request or the error, and what the sink took.
struct outcome {
    std::optional<Request> request{};
    error why{};
    std::string sunk{};
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read(std::string_view type, std::string_view body, const fuzz::cutting& cuts,
             const limits& bounds, bool sinks) {
    outcome out;
    form_reader<Request> reader(bounds);
    if (sinks) {
        reader.files([&](const http::form_part& part, std::string_view bytes, bool last) {
            out.sunk.append(last ? part.name + ';' : std::string(bytes));
            return result<void>{};
        });
    }
    must(reader.begin(type).has_value(), "a valid boundary is taken");
    fuzz::each_piece(body, cuts, [&](std::string_view piece) { reader.feed(piece); });
    auto done = reader.finish();
    if (done) {
        out.request = std::move(*done);
    } else {
        out.why = std::move(done).error();
        must(out.why.code != errc::ok, "an error has a code");
    }
    return out;
}

std::string with_boundary(std::string_view text, const std::string& boundary) {
    std::string out(text);
    if (out.starts_with("--b")) out.replace(2, 1, boundary);
    for (auto at = out.find("\r\n--b"); at != out.npos; at = out.find("\r\n--b", at + 4)) {
        out.replace(at + 4, 1, boundary);
    }
    return out;
}

void multipart_read(std::string_view input) {
    fuzz::seeded random(input);
    const std::array<std::string, 8> boundaries{"b",  "b",      "--",      "bb",
                                                "b-", "- -- x", "--b--bb", std::string(70, 'b')};
    const auto& boundary = boundaries[random.below(boundaries.size())];
    const std::string body = with_boundary(random.text, boundary);
    limits bounds;
    if (random.below(2) == 0) {
        bounds.head = random.below(120);
        bounds.headers = random.below(4);
        bounds.parts = random.below(5);
        bounds.body = random.below(200);
        bounds.depth = random.below(5);
    }
    const auto expected =
        oracle::decode_form(boundary, body, {bounds.head, bounds.headers, bounds.parts});
    const auto type = "multipart/form-data; boundary=\"" + boundary + '"';
    const bool sinks = random.below(2) == 0;
    const auto request = read(type, body, {}, bounds, sinks);
    must(expected.error.empty() || !request.request, "an invalid form is no request");
    auto all = fuzz::cuttings(random, body.size());
    all.emplace_back();
    for (const auto& cuts : all) {
        http::multipart_decoder decoder(bounds);
        must(decoder.begin(type).has_value(), "a valid boundary is taken");
        oracle::decoded_form found;
        fuzz::each_piece(body, cuts, [&](std::string_view piece) {
            support::forms::feed(decoder, piece, found);
        });
        support::forms::finish(decoder, found);
        must(found == expected, "every split gives what the reference reads");
        must(read(type, body, cuts, bounds, sinks) == request, "every split gives one request");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    multipart_read(fuzz::text_of(data, size));
    return 0;
}
