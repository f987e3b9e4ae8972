// writer: the reference decoder reads what the event stream encoder wrote; what the format cannot
// represent is rejected without output. Input: a seed (the calls, and how the text is split for
// them) and the text.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/sse/encoder.hpp>
#include <oracle/event_stream.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// The lines of a text, for any of the three line ends.
std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] == '\r' && i + 1 != text.size() && text[i + 1] == '\n') ++i;
        if (text[i] == '\r' || text[i] == '\n') {
            lines.emplace_back();
        } else {
            lines.back().push_back(text[i]);
        }
    }
    return lines;
}

struct written {
    std::string bytes{};
    oracle::event_stream expected{};
    sse::encoder encoder{bytes};

    void event(std::string_view data, std::string_view type, std::optional<std::string_view> id) {
        const bool can_be = type.find_first_of("\r\n") == type.npos &&
                            (!id || id->find_first_of(std::string_view("\r\n\0", 3)) == id->npos);
        const std::string before = bytes;
        const auto done = encoder.event({.data = data, .event = type, .id = id});
        must(done.has_value() == can_be, "exactly unrepresentable input is rejected");
        if (!done) return must(bytes == before, "a rejected call writes nothing");
        if (id) expected.last_event_id = *id;
        oracle::event_stream::entry e{"message", std::string(type)};
        for (const auto& line : lines_of(data)) e.data += line + '\n';
        e.data.pop_back();
        e.id = expected.last_event_id;
        expected.entries.push_back(std::move(e));
    }
    void comment(std::string_view text) {
        must(encoder.comment(text).has_value(), "any comment is written");
        for (auto& line : lines_of(text)) {
            expected.entries.push_back({"comment", "", std::move(line)});
        }
    }
    void retry(std::uint64_t milliseconds) {
        must(encoder.retry(milliseconds).has_value(), "any retry time is written");
        expected.retry = milliseconds;
        expected.entries.push_back({"retry", "", "", "", milliseconds});
    }
};

void writer(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::block exact(random.text);
    std::string_view text = exact.view();
    const auto some = [&] {
        const auto part = text.substr(0, random.below(text.size() + 1));
        text.remove_prefix(part.size());
        return part;
    };
    written w;
    for (std::size_t n = 1 + random.below(4); n != 0; --n) {
        const std::size_t what = random.below(6);
        if (what == 0) {
            w.comment(some());
        } else if (what == 1) {
            w.retry(random.state);
        } else {
            const auto type = what > 3 ? some() : std::string_view();
            const auto id = what % 2 == 0 ? std::optional(some()) : std::nullopt;
            w.event(n == 1 ? text : some(), type, id);
        }
    }

    const auto read = oracle::read_event_stream(w.bytes);
    must(read.entries.size() == w.expected.entries.size(), "each call gives an entry");
    for (std::size_t i = 0; i != read.entries.size(); ++i) {
        auto entry = read.entries[i];
        entry.offset = 0;
        must(entry == w.expected.entries[i], "an entry reads back as written");
    }
    must(read.last_event_id == w.expected.last_event_id && read.retry == w.expected.retry,
         "the last id and retry time are those written");
    must(!read.unfinished && !read.failure, "nothing is incomplete");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    writer(fuzz::text_of(data, size));
    return 0;
}
