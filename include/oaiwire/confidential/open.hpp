// Opening what a node sealed: a session has the key of one call, and opens its response or each
// event of its stream. Knows no HTTP, no lock and no library.
#pragma once

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

namespace oaiwire::inline v0_2::confidential {

// A hash that came is always compared. required: one has to come.
enum class hash_policy : std::uint8_t { if_present, required };

// Atoma's nodes seal every event of a stream with one key and one nonce. That tells who listens how
// the plaintexts differ, and lets them forge; it can be noticed here, not mended. refuse: such an
// event is an error, which ends a stream at its second.
enum class nonce_policy : std::uint8_t { allow, refuse };

struct open_policy {
    hash_policy hash = hash_policy::if_present;
    nonce_policy nonces = nonce_policy::allow;
    friend bool operator==(const open_policy&, const open_policy&) = default;
};

// What was noticed of one message that was opened.
struct opening_checks {
    bool nonce_reused = false;  // with this key it was used before, if only for the request
    bool hash_checked = false;
    friend bool operator==(const opening_checks&, const opening_checks&) = default;
};

template <class T>
struct opened {
    T value{};
    opening_checks checks{};
};

namespace detail {

result<std::vector<std::uint8_t>> decode(std::string_view text, std::string_view member);

// The same of what has a size of its own.
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

// One call's key and nonces. Made by seal(). The key is wiped when this goes; copies have their
// own.
class session {
public:
    session(const secret_bytes<key_size>& key, const nonce& of_request, open_policy policy = {})
        : key_(key), seen_{of_request}, policy_(policy) {}

    // Replaces `text` by the plaintext. Errors: invalid_base64, with the member as path; those of
    // confidential/, with the member where it is one. Nothing of the plaintext is in `text` then,
    // nor in the error.
    template <crypto Crypto>
    result<opening_checks> open_into(Crypto& with, const ConfidentialComputeResponse& sealed,
                                     std::string& text) {
        const auto open = [&] { return decrypt(with, sealed, text); };
        return within_memory(open, [&] {
            wipe(text);
            return no_memory();
        });
    }

    // The same as a new string, which is the caller's to wipe.
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
    std::size_t reused_count() const { return reused_; }

private:
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
    std::set<nonce> seen_;  // of what was sound: nobody else can add to it
    open_policy policy_;
    std::size_t opened_ = 0;
    std::size_t reused_ = 0;
};

}  // namespace oaiwire::inline v0_2::confidential

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2::confidential {

namespace detail {

OAIWIRE_INLINE result<std::vector<std::uint8_t>> decode(std::string_view text,
                                                        std::string_view member) {
    std::vector<std::uint8_t> out(base64_decoded_size(text));
    auto done = decode_base64(text, out);
    if (done) return out;
    error e = std::move(done).error();
    e.path = member;
    return e;
}

}  // namespace detail

}  // namespace oaiwire::inline v0_2::confidential

#endif  // OAIWIRE_DEFINES
