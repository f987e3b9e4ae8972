// webhooks: a delivery is valid if and only if one of its signatures is the digest of id, timestamp
// and body by one of the secrets, and its time is near the clock's; what is signed is valid among
// any other signatures, and invalid once a bit of it differs. Input: a seed, and lines: id,
// timestamp, signatures, two secrets; the rest is the body.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/webhooks/receiver.hpp>
#include <oracle/hmac_sha256.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// RFC 4648, section 4, bit by bit; padding may be missing. False: not the encoding of any bytes.
bool decoded(std::string_view text, std::string& out) {
    constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t pads = text.size() - (text.find_last_not_of('=') + 1);
    const std::string_view body = text.substr(0, text.size() - pads);
    if (body.size() % 4 == 1 || (pads != 0 && (pads > 2 || text.size() % 4 != 0))) return false;
    unsigned held = 0;
    int bits = 0;
    for (const char c : body) {
        const std::size_t value = alphabet.find(c);
        if (value == alphabet.npos) return false;
        held = (held << 6 | static_cast<unsigned>(value)) & 0xFFFF;
        if ((bits += 6) < 8) continue;
        out.push_back(static_cast<char>(held >> (bits -= 8) & 0xFF));
    }
    return (held & ((1U << bits) - 1)) == 0;
}

// The key of a secret; false: it is none.
bool key_of(std::string_view text, std::string& key) {
    if (!text.starts_with("whsec_")) {
        key = text;
        return !key.empty();
    }
    return decoded(text.substr(6), key) && !key.empty();
}

std::string digest_of(std::string_view key, const webhook_signature& said, std::string_view body) {
    std::string text(said.id);
    text.append(".").append(said.timestamp).append(".").append(body);
    const auto digest = oracle::hmac_sha256(key, text);
    return {digest.begin(), digest.end()};
}

errc expected(const std::vector<secret>& secrets, const webhook_signature& said,
              std::string_view body, std::int64_t now_s, std::int64_t tolerance_s) {
    if (said.id.empty() || said.timestamp.empty() || said.timestamp.size() > 15 ||
        said.timestamp.find_first_not_of("0123456789") != said.timestamp.npos) {
        return errc::invalid_signature;
    }
    bool valid = false;
    for (const secret& one : secrets) {
        std::string key;
        if (!key_of(one.reveal(), key)) return errc::invalid_key;
        const std::string digest = digest_of(key, said, body);
        for (std::string rest(said.signature); !rest.empty();) {
            const std::size_t space = rest.find(' ');
            std::string word = rest.substr(0, space);
            rest = space == rest.npos ? "" : rest.substr(space + 1);
            if (word.starts_with("v1,")) word = word.substr(3);
            std::string bytes;
            valid = valid || (decoded(word, bytes) && bytes == digest);
        }
    }
    if (!valid) return errc::invalid_signature;
    const std::int64_t sent_s = std::strtoll(std::string(said.timestamp).c_str(), nullptr, 10);
    return std::llabs(sent_s - now_s) <= tolerance_s ? errc::ok : errc::stale_signature;
}

void webhooks(std::string_view input) {
    fuzz::seeded random(input);
    std::string_view rest = random.text;
    const auto line = [&] {
        const std::string_view text = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(text.size() + 1, rest.size()));
        return fuzz::block(text);
    };
    const auto id = line();
    const auto timestamp = line();
    const auto signatures = line();
    const auto first = line();
    const auto second = line();
    const fuzz::block body(rest);
    const webhook_signature said{id.view(), timestamp.view(), signatures.view()};
    std::vector<secret> secrets{secret(first.view())};
    if (random.below(2) == 0) secrets.emplace_back(second.view());
    const auto now_s = static_cast<std::int64_t>(1'700'000'000 + random.below(1000));
    const auto tolerance_s = static_cast<std::int64_t>(random.below(600));
    const auto code = [&](const webhook_signature& claim, std::string_view text) {
        const webhook_receiver hooks{oracle::slow_hmac{}, secrets, {.tolerance_s = tolerance_s}};
        const auto done = hooks.check(claim, text, now_s);
        return done ? errc::ok : done.error().code;
    };
    const errc verdict = code(said, body.view());
    must(verdict == expected(secrets, said, body.view(), now_s, tolerance_s),
         "the verdict is that of the definition");
    if (verdict == errc::invalid_key || said.id.empty()) return;

    // signed now, at any place among the others
    const secret& by = secrets[random.below(secrets.size())];
    const auto made = sign_webhook(oracle::slow_hmac{}, by, said.id, now_s, body.view());
    std::string key;
    must(made.has_value() == key_of(by.reveal(), key), "exactly the keys that check also sign");
    // a receiver with a secret that is none accepts nothing
    for (const secret& one : secrets) {
        std::string bytes;
        if (!key_of(one.reveal(), bytes)) return;
    }
    const std::string time = std::to_string(now_s);
    std::string all(said.signature);
    if (random.below(2) == 0) {
        all += " " + *made;
    } else {
        all = *made + " " + all;
    }
    must(code({said.id, time, all}, body.view()) == errc::ok, "what is signed is valid");
    if (body.view().empty()) return;
    std::string changed(body.view());
    const std::size_t bit = random.below(8 * changed.size());
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ 1 << bit % 8);
    must(code({said.id, time, *made}, changed) == errc::invalid_signature,
         "each bit of the body is signed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    webhooks(fuzz::text_of(data, size));
    return 0;
}
