// sse_cut: what comes out of an event stream depends on its bytes, never on the cuts, and is what
// the reference reader finds; memory stays within the limits. Input: a seed (limits, reports, cuts)
// and the stream.
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

    // `patient` reads each piece to its end before the next, as a caller should; else one item a
    // piece, and the rest when all has been fed.
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
                // one event, and three fields that are lines
                must(decoder_.retained() <= bounds_.event + 3 * bounds_.line, "bounded memory");
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
        must(!decoder_.next() && !decoder_.finish(), "nothing comes after the end");
        decoder_.reset();
        return out;
    }

private:
    bool take(outcome& out, const sse::item* i) {
        if (i == nullptr) return false;
        must(i->offset < fed_, "an offset is one of a byte that came");
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
    must(same(whole(random.text, {}), expected), "whole, as the reference reads it");
    must(same(whole(random.text, {}), expected), "again after reset()");
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, random.text.size())) {
        must(same(run(s)(random.text, cuts), expected), "cut, as the reference reads it");
    }
    const auto cuts = fuzz::cuttings(random, random.text.size())[1 + random.below(4)];
    must(same(run(s)(random.text, cuts, false), expected), "fed ahead of reading");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sse_cut(fuzz::text_of(data, size));
    return 0;
}
