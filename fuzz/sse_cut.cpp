// sse_cut: the result for an event stream depends on its bytes, not on how they are split, and
// equals the reference decoder's; memory stays within the limits. Input: a seed (limits, reports,
// splits) and the stream.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/sse/decoder.hpp>
#include <oracle/event_stream.hpp>
#include <support/event_entry.hpp>

#include "event_edits.hpp"
#include "target.hpp"

namespace {

using namespace oaiwire;
using outcome = oracle::event_stream;
using fuzz::must;

struct setup {
    limits bounds{};
    sse::reports wanted{};
};

class run {
public:
    explicit run(const setup& s) : bounds_(s.bounds), decoder_(s.bounds, s.wanted) {}

    // `patient` reads everything after each piece, as a caller should; otherwise one item per
    // piece, and the rest after the last.
    outcome operator()(std::string_view text, const fuzz::cutting& cuts, bool patient = true) {
        outcome out;
        last_ = 0;
        fed_ = 0;
        std::vector<fuzz::block> lent;
        fuzz::each_piece(text, cuts, [&](std::string_view piece) {
            if (!patient) piece = lent.emplace_back(piece).view();
            fed_ += piece.size();
            decoder_.feed(piece);
            if (patient) {
                while (take(out, decoder_.next())) {
                }
                // one event, and three fields of at most a line
                must(decoder_.retained() <= bounds_.event + 3 * bounds_.line, "memory is limited");
            } else {
                take(out, decoder_.next());
            }
        });
        while (take(out, decoder_.next())) {
        }
        if (const sse::item* i = decoder_.finish()) out.unfinished = support::entry_of(*i);
        out.last_event_id = decoder_.last_event_id();
        out.retry = decoder_.retry();
        if (decoder_.failed()) out.failure = decoder_.failure().offset;

        decoder_.feed("data: late\n\n");
        must(!decoder_.next() && !decoder_.finish(), "nothing follows the end");
        decoder_.reset();
        return out;
    }

private:
    bool take(outcome& out, const sse::item* i) {
        if (i == nullptr) return false;
        must(i->offset < fed_, "an offset is that of a byte that was fed");
        if (i->kind == sse::item_kind::message) {
            must(last_ <= i->offset, "offsets ascend");
            last_ = i->offset;
        }
        out.entries.push_back(support::entry_of(*i));
        return true;
    }

    limits bounds_;
    sse::decoder decoder_;
    std::size_t last_ = 0;
    std::size_t fed_ = 0;
};

bool same(const outcome& a, const outcome& b) {
    return a.entries == b.entries && a.last_event_id == b.last_event_id && a.retry == b.retry &&
           a.unfinished == b.unfinished && a.failure == b.failure;
}

outcome reference(std::string_view text, const setup& s) {
    outcome out = oracle::read_event_stream(std::string(text),
                                            {s.bounds.event, s.bounds.line, s.wanted.comments});
    std::erase_if(out.entries, [&](const outcome::entry& e) {
        if (e.kind == "comment") return !s.wanted.comments;
        if (e.kind == "retry") return !s.wanted.retries;
        return e.kind == "field" && !s.wanted.unknown_fields;
    });
    return out;
}

void sse_cut(std::string_view input) {
    fuzz::seeded random(input);
    setup s;
    if (random.below(2) == 0) {
        s.bounds.event = 5 + random.below(120);
        s.bounds.line = 5 + random.below(60);
    }
    s.wanted = {.retries = random.below(2) == 0,
                .comments = random.below(2) == 0,
                .unknown_fields = random.below(2) == 0};

    const outcome expected = reference(random.text, s);
    run whole(s);
    must(same(whole(random.text, {}), expected), "unsplit input decodes as in the reference");
    must(same(whole(random.text, {}), expected), "the same after reset()");
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, random.text.size())) {
        must(same(run(s)(random.text, cuts), expected), "split input decodes as in the reference");
    }
    const auto cuts = fuzz::cuttings(random, random.text.size())[1 + random.below(4)];
    must(same(run(s)(random.text, cuts, false), expected),
         "input fed ahead of reading decodes as in the reference");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sse_cut(fuzz::text_of(data, size));
    return 0;
}
