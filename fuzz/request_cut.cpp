// request_cut: what is read of a connection depends on its bytes, not on how they are split, and
// equals what the reference reader reads, request after request; every input byte is head, body or
// left over. Input: a seed (limits, splits) and the bytes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/request_decoder.hpp>
#include <oracle/http_request.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// What is known of one request.
struct outcome {
    bool done = false;
    int status = 0;
    bool limit = false;
    std::size_t at = 0;
    bool has_head = false;
    bool keep_alive = false;
    http::received_request head{};
    std::string content{};
    friend bool operator==(const outcome&, const outcome&) = default;
};

std::vector<outcome> reference(std::string_view bytes, const limits& bounds) {
    using verdict = oracle::http_request::verdict;
    std::vector<outcome> all;
    for (bool more = true; more;) {
        oracle::http_request read = oracle::read_request(bytes, bounds);
        outcome one;
        one.done = read.outcome == verdict::done;
        one.status = read.status;
        one.limit = read.limit;
        one.at = read.outcome == verdict::more ? bytes.size() : read.at;
        one.has_head = read.has_head;
        one.keep_alive = read.keep_alive;
        if (read.has_head) one.head = {read.method, read.target, read.headers, read.minor_version};
        one.content = read.content;
        all.push_back(one);
        more = one.done && one.keep_alive && one.at != bytes.size();
        bytes.remove_prefix(one.at);
    }
    return all;
}

class connection {
public:
    explicit connection(const limits& bounds) : decoder_(bounds), bounds_(bounds) {}

    void take(std::string_view piece) {
        for (std::string_view rest = piece; !over_;) {
            now_.at += rest.size();
            decoder_.feed(rest);
            for (auto part = decoder_.next(); !part.empty(); part = decoder_.next()) {
                must(decoder_.head() != nullptr, "a body follows its head");
                must(part.data() >= piece.data() &&
                         part.data() + part.size() <= piece.data() + piece.size(),
                     "content is a view into the fed bytes");
                now_.content.append(part);
            }
            must(now_.content.size() <= bounds_.body, "no more of a body than its limit");
            if (!decoder_.done()) break;
            rest = decoder_.leftover();
            now_.at -= rest.size();
            const bool goes_on = decoder_.keep_alive() && !rest.empty();
            if (!goes_on && decoder_.keep_alive()) break;  // more may come
            if (!goes_on) over_ = true;
            if (goes_on) end();
        }
        over_ = over_ || decoder_.failed();
    }
    std::vector<outcome> finish() {
        const bool whole = decoder_.done();
        end();
        must(decoder_.status() == 0, "reset() forgets");
        must(whole || !all_.back().done, "a request is whole or not");
        return all_;
    }

private:
    void end() {
        now_.done = decoder_.done();
        now_.status = decoder_.status();
        now_.limit = decoder_.failure().code == errc::limit_exceeded;
        if (decoder_.failed()) now_.at = decoder_.failure().offset;
        now_.has_head = decoder_.head() != nullptr;
        now_.keep_alive = decoder_.keep_alive();
        if (now_.has_head) now_.head = *decoder_.head();
        must((now_.status != 0) == decoder_.failed(), "a failure has a status");
        const bool ended = decoder_.done() || decoder_.failed();
        const error why = decoder_.failure();
        const auto end = decoder_.finish();
        must(end.has_value() == now_.done, "finish() succeeds only after a whole request");
        must(ended || end.error().code == errc::closed_early, "an early end is closed_early");
        must(!decoder_.failed() || !ended || end.error() == why, "a failure is kept");
        all_.push_back(now_);
        now_ = {};
        decoder_.reset();
    }

    http::request_decoder decoder_;
    limits bounds_;
    bool over_ = false;
    outcome now_{};
    std::vector<outcome> all_{};
};

// The requests that are read, when the connection is closed behind the bytes.
std::vector<outcome> decode(std::string_view bytes, const fuzz::cutting& cuts,
                            const limits& bounds) {
    connection c(bounds);
    fuzz::each_piece(bytes, cuts, [&](std::string_view piece) { c.take(piece); });
    return c.finish();
}

void request_cut(std::string_view input) {
    fuzz::seeded random(input);
    limits bounds;
    if (random.below(2) == 0) {
        bounds.head = random.below(200);
        bounds.headers = random.below(6);
        bounds.target = random.below(30);
        bounds.body = random.below(30);
        bounds.chunk_extensions = random.below(40);
        bounds.trailers = random.below(60);
    }
    const std::vector<outcome> expected = reference(random.text, bounds);
    must(decode(random.text, {}, bounds) == expected,
         "unsplit input is read as the reference reads it");
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, random.text.size())) {
        must(decode(random.text, cuts, bounds) == expected, "every split gives the same result");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    request_cut(fuzz::text_of(data, size));
    return 0;
}
