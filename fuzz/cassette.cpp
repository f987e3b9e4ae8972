// cassette: any text is a cassette or is refused with a place in it, however its bytes come; what
// is a cassette is played to an end, the same with other cuts; a recording of what was played is a
// cassette that plays the same; no secret is in it. Input: a seed (cuts), and a cassette.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/transport/cassette_transport.hpp>
#include <oaiwire/transport/record.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// Gives a few bytes at a time, each from an allocation of its exact size.
class slow_source final : public byte_source {
public:
    slow_source(std::string_view text, std::uint64_t seed) : text_(text), seed_(seed) {}
    std::uint64_t size() const override { return text_.size(); }
    result<std::unique_ptr<byte_reader>> open() const override { return open_at(0); }
    result<std::unique_ptr<byte_reader>> open_at(std::uint64_t offset) const override {
        must(offset <= text_.size(), "places are within the cassette");
        return std::unique_ptr<byte_reader>(
            std::make_unique<reader>(text_.substr(static_cast<std::size_t>(offset)), seed_));
    }

private:
    class reader final : public byte_reader {
    public:
        reader(std::string_view rest, std::uint64_t seed) : rest_(rest), any_({}) {
            any_.state = seed;
        }
        result<std::size_t> read(char* to, std::size_t room) override {
            const std::size_t n = (std::min)({room, rest_.size(), 1 + any_.below(40)});
            std::copy_n(rest_.data(), n, to);
            rest_.remove_prefix(n);
            return n;
        }

    private:
        std::string_view rest_;
        fuzz::seeded any_;
    };
    std::string_view text_;
    std::uint64_t seed_;
};

// The answer of the next exchange, as text.
std::string answer_of(http::pull_transport auto& from, const http::request& request) {
    auto body = from.open(request);
    if (!body) return "!" + to_string(body.error());
    std::string out = std::to_string(body->head().status) + " ";
    for (const auto& field : body->head().headers) out += field.name + ":" + field.value + "\n";
    for (;;) {
        auto bytes = body->read_some();
        if (!bytes) {
            const auto again = body->read_some();
            must(!again && again.error() == bytes.error(), "an error stays");
            return out + "!" + to_string(bytes.error());
        }
        if (bytes->empty()) return out;
        out += *bytes;
    }
}

http::request request_of(const cassette_exchange& e) {
    http::request r{.method = e.request.method, .origin = {"", "", 80}, .target = e.request.url};
    for (const auto& field : e.request.fields) r.headers.add(field[0], field[1]);
    r.body = e.content.text;
    return r;
}

std::vector<std::string> answers_of(cassette_transport tape, std::string* recording) {
    std::vector<std::string> out;
    cassette_writer writer(recording == nullptr
                               ? cassette_sink([](std::string_view) { return result<void>(); })
                               : cassette_to(*recording));
    const auto requests = tape.exchanges();
    recording_transport through(tape, writer);
    for (const auto& e : requests) out.push_back(answer_of(through, request_of(e)));
    must(tape.unused().empty(), "each exchange was used");
    must(recording == nullptr || writer.failure().code == errc::ok, "a string can be written");
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const fuzz::seeded input(fuzz::text_of(data, size));
    const cassette_options in_order{.match = cassette_match::in_order};
    auto tape = cassette_transport::from(std::string(input.text), in_order);
    const auto slow = std::make_shared<slow_source>(input.text, input.state);
    auto same = cassette_transport::from(slow, in_order);
    must(tape.has_value() == same.has_value(), "the same however the bytes come");
    if (!tape) {
        must(tape.error() == same.error(), "the same error however the bytes come");
        must(tape.error().offset <= input.text.size(), "an error has its place");
        must(!tape.error().message.empty(), "an error says what is wrong");
        return 0;
    }
    const auto exchanges = tape->exchanges();
    std::string recorded;
    const auto due = answers_of(*tape, &recorded);
    must(answers_of(*same, nullptr) == due, "the same answers however the bytes come");
    for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, input.text.size() + 1}) {
        auto cut =
            cassette_transport::from(slow, {.match = cassette_match::in_order, .piece = piece});
        must(answers_of(*cut, nullptr) == due, "the same answers with other cuts");
    }
    if (!exchanges.empty()) {
        auto again = cassette_transport::from(recorded, in_order);
        must(again.has_value(), "what is recorded is a cassette");
        must(again->exchanges().size() == exchanges.size(), "each exchange is recorded");
        // the recording has redacted fields, and secrets of its requests elsewhere
        std::string twice;
        const auto replayed = answers_of(*again, &twice);
        auto third = cassette_transport::from(twice, in_order);
        must(third.has_value() && answers_of(*third, nullptr) == replayed,
             "redacting is done once");
    }
    for (const auto& e : exchanges) {
        const cassette_request own{e.request, e.content};
        must(difference_of(e, own, {}).where == cassette_difference::part::none,
             "a request is equal to itself");
        for (const auto& other : exchanges) {
            const auto d = difference_of(e, {other.request, other.content}, {});
            must(!d.text().empty(), "a difference is told");
        }
    }
    return 0;
}
