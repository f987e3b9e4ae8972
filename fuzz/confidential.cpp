// confidential: an encrypted stream decrypts to what was encrypted, in order, for every split; a
// damaged one yields nothing else, and nothing after a message that does not decrypt. Input: a seed
// (contents, nonces, damage, splits) and the text to encrypt.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/confidential/opener.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/json/read.hpp>
#include <oracle/event_stream.hpp>
#include <support/random.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using namespace oaiwire::confidential;
using fuzz::must;

// Not cryptography: only messages with their own key decrypt.
struct toy_crypto {
    static std::uint64_t sum(byte_view key, byte_view once, byte_view bytes) {
        std::uint64_t s = 1;
        for (const byte_view part : {key, once, bytes}) {
            for (const std::uint8_t b : part) s = support::random(s ^ b).bits();
        }
        return s;
    }
    static void put(std::uint64_t s, byte_room out) {
        support::random from(s);
        for (auto& b : out) b = static_cast<std::uint8_t>(from.bits());
    }
    static void mix(byte_view key, byte_view once, byte_view in, byte_room out) {
        support::random from(sum(key, once, {}));
        for (std::size_t i = 0; i != out.size(); ++i) {
            out[i] = static_cast<std::uint8_t>(in[i] ^ from.bits());
        }
    }

    result<void> random(byte_room out) { return put(0, out), result<void>(); }
    result<void> x25519_public(bytes_view<32> key, bytes_room<32> out) {
        return put(sum(key, {}, {}), out), result<void>();
    }
    result<void> x25519(bytes_view<32> a, bytes_view<32> b, bytes_room<32> out) {
        return put(sum(a, b, {}), out), result<void>();
    }
    result<void> hkdf_sha256(byte_view in, byte_view salt, byte_view info, byte_room out) {
        return put(sum(in, salt, info), out), result<void>();
    }
    result<void> aes256_gcm_seal(bytes_view<32> key, bytes_view<12> once, byte_view in,
                                 byte_room out) {
        mix(key, once, in, out.first(in.size()));
        put(sum(key, once, out.first(in.size())), out.last(tag_size));
        return {};
    }
    result<void> aes256_gcm_open(bytes_view<32> key, bytes_view<12> once, byte_view in,
                                 byte_room out) {
        const byte_view sealed = in.first(in.size() - tag_size);
        std::array<std::uint8_t, tag_size> tag{};
        put(sum(key, once, sealed), tag);
        if (!equal(tag, in.last(tag_size))) return make_error(errc::confidential_tag_mismatch);
        mix(key, once, sealed, out);
        return {};
    }
    result<void> blake2b_256(byte_view in, bytes_room<32> out) {
        return put(sum(in, {}, {}), out), result<void>();
    }
    bool equal(byte_view a, byte_view b) {
        unsigned different = a.size() != b.size();
        for (std::size_t i = 0; different == 0 && i != a.size(); ++i) different = a[i] ^ b[i];
        return different == 0;
    }
};
static_assert(crypto<toy_crypto>);

const secret_bytes<key_size> shared_key{};

std::string sealed(std::string_view text, std::uint8_t once, bool hashed) {
    toy_crypto with;
    const nonce number{once};
    std::vector<std::uint8_t> out(text.size() + tag_size);
    std::array<std::uint8_t, hash_size> hash{};
    must(with.aes256_gcm_seal(shared_key.view(), number, bytes_of(text), out).has_value(),
         "encryption succeeds");
    must(with.blake2b_256(bytes_of(text), hash).has_value(), "hashing succeeds");
    std::string json = "{\"nonce\":\"" + to_base64(number) + "\"";
    if (hashed) json += ",\"response_hash\":\"" + to_base64(hash) + "\"";
    return json + ",\"ciphertext\":\"" + to_base64(out) + "\"}";
}

struct outcome {
    std::string bytes{};
    error failure{};
    std::size_t opened = 0;
    std::size_t reused = 0;
    friend bool operator==(const outcome&, const outcome&) = default;
};

struct setup {
    bool streamed = true;
    open_policy policy{};
    limits bounds{};
};

outcome open(std::string_view text, const fuzz::cutting& cuts, const setup& s) {
    const auto statistics = std::make_shared<opening_statistics>();
    opener<toy_crypto> from({}, session(shared_key, {}, s.policy), s.streamed, statistics,
                            s.bounds);
    outcome out;
    const auto drain = [&] {
        for (auto some = from.next(); !some.empty(); some = from.next()) {
            must(!from.failed(), "nothing follows a failure");
            out.bytes.append(some);
        }
    };
    fuzz::each_piece(text, cuts, [&](std::string_view piece) {
        from.feed(piece);
        drain();
    });
    from.finish();
    drain();
    out.failure = from.failure();
    out.opened = statistics->opened;
    out.reused = statistics->reused;
    return out;
}

// Checks that every output event is one of the encrypted texts, in order.
void check(const outcome& out, const std::vector<std::string>& plain, bool whole) {
    const auto events = oracle::read_event_stream(out.bytes);
    must(!events.unfinished, "output consists of complete events");
    std::size_t next = 0;
    for (const auto& e : events.entries) {
        if (e.kind == "message" && e.event == "error") continue;
        must(e.kind == "message", "output contains messages only");
        while (next != plain.size() && plain[next] != e.data) ++next;
        must(next++ != plain.size(), "no more events than encrypted");
    }
    must(!whole || (out.failure.code == errc::ok && out.opened == plain.size()),
         "an undamaged stream is decrypted completely");
}

void damage(std::string& bytes, fuzz::seeded& random) {
    if (bytes.empty()) return;
    const std::size_t at = random.below(bytes.size());
    switch (random.below(4)) {
        case 0:
            bytes.resize(at);
            break;
        case 1:
            bytes[at] = static_cast<char>(random.below(256));
            break;
        case 2:
            bytes.erase(at, random.below(40));
            break;
        default:
            bytes.insert(at, random.text.substr(0, 40));
    }
}

void sealed_stream(std::string_view input) {
    fuzz::seeded random(input);
    setup s;
    s.streamed = random.below(4) != 0;
    if (random.below(4) == 0) s.policy.hash = hash_policy::required;
    if (random.below(4) == 0) s.policy.nonces = nonce_policy::refuse;
    if (random.below(8) == 0) s.bounds.event = s.bounds.body = random.below(400);
    const bool clean = random.below(2) == 0;
    // normalise line ends, which the format would change
    std::string text(random.text);
    std::replace(text.begin(), text.end(), '\r', ' ');

    std::string_view rest = text;
    std::string bytes;
    std::vector<std::string> plain;
    bool usual = s.bounds.event > 400;
    for (std::size_t n = s.streamed ? random.below(4) : 1; n != 0; --n) {
        const auto part = rest.substr(0, random.below(rest.size() + 1));
        rest.remove_prefix(part.size());
        const auto once = static_cast<std::uint8_t>(1 + random.below(6));
        const bool hashed = random.below(2) == 0;
        const std::string message = sealed(part, once, hashed);
        bytes += s.streamed ? "data: " + message + "\n\n" : message;
        plain.emplace_back(part);
        usual = usual && (hashed || s.policy.hash == hash_policy::if_present) &&
                s.policy.nonces == nonce_policy::allow;
    }
    if (s.streamed && random.below(2) == 0) bytes += ": done\n\ndata: [DONE]\n\n";
    if (!clean) damage(bytes, random);

    const outcome whole = open(bytes, {}, s);
    if (s.streamed) {
        // [DONE] alone is not a response
        check(whole, plain, clean && usual && !plain.empty());
    } else {
        must(whole.bytes.empty() || whole.bytes == plain[0],
             "output is the encrypted text or nothing");
        must(!clean || !usual || whole.bytes == plain[0], "an undamaged text is output completely");
    }
    for (const fuzz::cutting& cuts : fuzz::cuttings(random, bytes.size())) {
        must(open(bytes, cuts, s) == whole, "every split gives the same result");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    sealed_stream(fuzz::text_of(data, size));
    return 0;
}
