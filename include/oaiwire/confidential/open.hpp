// session: the key of one confidential call; decrypts its response or the events of its stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/confidential.hpp>

namespace oaiwire { inline namespace v0_2 { namespace confidential {

// A response's hash is always compared if there is one. required: it must be there.
enum class hash_policy : std::uint8_t { if_present, required };

// Atoma's nodes encrypt all events of a stream with the same key and nonce. An eavesdropper then
// learns how the plaintexts differ, and can forge events. This library can only detect it. refuse:
// a reused nonce is an error, which ends such a stream at its second event.
enum class nonce_policy : std::uint8_t { allow, refuse };

// What to require of sealed messages.
struct open_policy {
    hash_policy hash = hash_policy::if_present;  // whether the hash of the plaintext is required
    nonce_policy nonces = nonce_policy::allow;   // whether a nonce may be reused
    friend bool operator==(const open_policy&, const open_policy&) = default;
};

// What was found when a message was opened.
struct opening_checks {
    bool nonce_reused = false;  // used before with this key, if only for the request
    bool hash_checked = false;  // the message had a hash, and it was right
    friend bool operator==(const opening_checks&, const opening_checks&) = default;
};

// A decrypted message.
template <class T>
struct opened {
    T value{};                // the plaintext, or the value read from it
    opening_checks checks{};  // findings
};

namespace detail {

result<std::vector<std::uint8_t>> decode(std::string_view text, std::string_view member);

// Decodes exactly N bytes.
template <std::size_t N>
result<std::array<std::uint8_t, N>> decode_exactly(std::string_view text, std::string_view member,
                                                   errc otherwise = errc::confidential_bad_length) {
    auto bytes = decode(text, member);
    if (!bytes) return std::move(bytes).error();
    if (bytes->size() != N) {
        return make_error(
            otherwise,
            std::to_string(bytes->size()) + " bytes where " + std::to_string(N) + " are due",
            std::string(member));
    }
    std::array<std::uint8_t, N> out;
    for (std::size_t i = 0; i != N; ++i) out[i] = (*bytes)[i];
    return out;
}

}  // namespace detail

// One call's key, and the nonces used with it. Made by seal(). The key is wiped on destruction. Not
// thread-safe.
class session {
public:
    // Made by seal(): the call's key, and the nonce of its request.
    session(const secret_bytes<key_size>& key, const nonce& of_request, open_policy policy = {})
        : key_(key), seen_{of_request}, policy_(policy) {}

    // Replaces `text` with the plaintext. Errors: invalid_base64 and the confidential_* codes, with
    // the member as path. After an error neither `text` nor the error holds plaintext.
    template <crypto Crypto>
    result<opening_checks> open_into(Crypto& with, const ConfidentialComputeResponse& sealed,
                                     std::string& text) {
        const auto open = [&] { return decrypt(with, sealed, text); };
        return within_memory(open, [&] {
            wipe(text);
            return no_memory();
        });
    }

    // Returns the plaintext as a string, which the caller has to wipe.
    template <crypto Crypto>
    result<opened<std::string>> open(Crypto& with, const ConfidentialComputeResponse& sealed) {
        opened<std::string> out;
        auto checks = open_into(with, sealed, out.value);
        if (!checks) return std::move(checks).error();
        out.checks = *checks;
        return out;
    }

    // The same, read as JSON as it comes from servers. Errors: those of decoding too.
    template <class T, crypto Crypto>
    result<opened<T>> open(Crypto& with, const ConfidentialComputeResponse& sealed) {
        secret_text plain;
        auto checks = open_into(with, sealed, plain.text);
        if (!checks) return std::move(checks).error();
        opened<T> out{{}, *checks};
        if (auto done = json::read_into(plain.text, out.value, json::tolerant); !done) {
            return std::move(done).error();
        }
        return out;
    }

    // How many messages were opened, and how many of them with a nonce that was used before.
    std::size_t opened_count() const { return opened_; }
    // The number of opened messages with a reused nonce.
    std::size_t reused_count() const { return reused_; }

private:
    // Checks everything that needs no key first, then decrypts, then compares the hash. A nonce
    // counts as seen only if its message was authentic, or an attacker could use nonces up.
    template <crypto Crypto>
    result<opening_checks> decrypt(Crypto& with, const ConfidentialComputeResponse& sealed,
                                   std::string& text) {
        wipe(text);
        opening_checks checks;
        auto once = detail::decode_exactly<nonce_size>(sealed.nonce, "nonce");
        if (!once) return std::move(once).error();
        checks.nonce_reused = seen_.contains(*once);
        if (checks.nonce_reused && policy_.nonces == nonce_policy::refuse) {
            return make_error(errc::confidential_nonce_reused, {}, "nonce");
        }
        // the hash that the message must have
        std::array<std::uint8_t, hash_size> due{};
        if (sealed.response_hash) {
            auto hash = detail::decode_exactly<hash_size>(*sealed.response_hash, "response_hash");
            if (!hash) return std::move(hash).error();
            due = *hash;
            checks.hash_checked = true;
        } else if (policy_.hash == hash_policy::required) {
            return make_error(errc::confidential_hash_missing, {}, "response_hash");
        }
        auto ciphertext = detail::decode(sealed.ciphertext, "ciphertext");
        if (!ciphertext) return std::move(ciphertext).error();
        if (ciphertext->size() < tag_size) {
            return make_error(errc::confidential_bad_length, "less than a tag", "ciphertext");
        }
        text.resize(ciphertext->size() - tag_size);
        auto done = with.aes256_gcm_open(key_.view(), *once, *ciphertext, room_of(text));
        if (done) {
            seen_.insert(*once);
            if (checks.hash_checked) done = check_hash(with, text, due);
        }
        if (!done) {
            wipe(text);
            error e = std::move(done).error();
            if (e.path.empty()) e.path = "ciphertext";
            return e;
        }
        ++opened_;
        if (checks.nonce_reused) ++reused_;
        return checks;
    }

    // Compares in constant time.
    template <crypto Crypto>
    static result<void> check_hash(Crypto& with, std::string_view text, bytes_view<hash_size> due) {
        std::array<std::uint8_t, hash_size> hash{};
        auto done = with.blake2b_256(bytes_of(text), hash);
        if (done && !with.equal(hash, due)) {
            return make_error(errc::confidential_hash_mismatch, {}, "response_hash");
        }
        return done;
    }

    secret_bytes<key_size> key_;
    std::set<nonce> seen_;  // of authentic messages only
    open_policy policy_;
    std::size_t opened_ = 0;  // messages
    std::size_t reused_ = 0;  // of these, with a nonce seen before
};

}}}  // namespace oaiwire::v0_2::confidential

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace confidential { namespace detail {

OAIWIRE_INLINE result<std::vector<std::uint8_t>> decode(std::string_view text,
                                                        std::string_view member) {
    std::vector<std::uint8_t> out(base64_decoded_size(text));
    auto done = decode_base64(text, out);
    if (done) return out;
    error e = std::move(done).error();
    e.path = member;
    return e;
}

}}}}  // namespace oaiwire::v0_2::confidential::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
