// Signatures of webhooks: what a delivery says in its header fields, the check of it, and how one
// is signed. As in OpenAI's SDKs and Standard Webhooks: HMAC-SHA-256 over id.timestamp.body.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/webhooks/crypto.hpp>
#if OAIWIRE_ADAPTER_DEFINES
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/wipe.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// What a delivery says in its header fields. Views.
struct webhook_signature {
    std::string_view id{};         // webhook-id; the same when the event is delivered again
    std::string_view timestamp{};  // webhook-timestamp: Unix time in seconds
    std::string_view
        signature{};  // webhook-signature: one or more, such as "v1,Pt2x...=", by spaces
};

// The fields of a delivery; views, valid as long as `headers`. Error: errc::invalid_signature if
// one is missing, empty or repeated.
result<webhook_signature> webhook_signature_of(const http::header_list& headers);

// How deliveries are checked.
struct webhook_options {
    std::int64_t tolerance_s = 300;  // between timestamp and clock, either way, in seconds
};

namespace detail {

// webhook_crypto's function, of the object at that address.
using hmac_function = result<void> (*)(void* crypto, std::string_view key, hmac_text text,
                                       hmac_digest& out);
template <webhook_crypto Crypto>
inline constexpr hmac_function hmac_function_of =
    [](void* crypto, std::string_view key, hmac_text text, hmac_digest& out) {
        return static_cast<Crypto*>(crypto)->hmac_sha256(key, text, out);
    };

// See webhook_receiver::check().
result<void> check_webhook(hmac_function hmac, void* crypto, std::span<const secret> secrets,
                           const webhook_signature& said, std::string_view body, std::int64_t now_s,
                           const webhook_options& options);

// See sign_webhook().
result<std::string> sign_webhook(hmac_function hmac, void* crypto, const secret& key,
                                 std::string_view id, std::int64_t timestamp_s,
                                 std::string_view body);

}  // namespace detail

// The webhook-signature of a delivery, for those that send webhooks, and for tests. timestamp_s:
// Unix time in seconds. Errors: errc::invalid_key, confidential_crypto_failed.
template <webhook_crypto Crypto>
result<std::string> sign_webhook(Crypto crypto, const secret& key, std::string_view id,
                                 std::int64_t timestamp_s, std::string_view body) {
    return detail::sign_webhook(detail::hmac_function_of<Crypto>, &crypto, key, id, timestamp_s,
                                body);
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<webhook_signature> webhook_signature_of(
    const http::header_list& headers) {
    return within_memory([&]() -> result<webhook_signature> {
        webhook_signature out;
        const std::array<std::pair<std::string_view, std::string_view*>, 3> fields{
            {{"webhook-id", &out.id},
             {"webhook-timestamp", &out.timestamp},
             {"webhook-signature", &out.signature}}};
        for (const auto& [name, value] : fields) {
            for (const http::header& h : headers) {
                if (!http::same_name(h.name, name)) continue;
                if (!value->empty()) {
                    return make_error(errc::invalid_signature, std::string(name) + " is repeated");
                }
                *value = h.value;
            }
            if (value->empty()) {
                return make_error(errc::invalid_signature, "no " + std::string(name));
            }
        }
        return out;
    });
}

namespace detail {

// The bytes of a secret, wiped on destruction: those that the base64 after "whsec_" stands for, or
// the text itself.
class webhook_key {
public:
    webhook_key() = default;
    webhook_key(const webhook_key&) = delete;
    webhook_key& operator=(const webhook_key&) = delete;
    ~webhook_key() { wipe(bytes_); }

    // Call it once.
    result<void> take(std::string_view text) {
        constexpr std::string_view mark = "whsec_";
        if (!text.starts_with(mark)) {
            bytes_ = text;
        } else {
            text.remove_prefix(mark.size());
            bytes_.resize(base64_decoded_size(text));
            auto* const to = reinterpret_cast<std::uint8_t*>(bytes_.data());
            if (!decode_base64(text, {to, bytes_.size()}, base64_padding::optional)) {
                return make_error(errc::invalid_key, "a webhook secret is not base64");
            }
        }
        if (bytes_.empty()) return make_error(errc::invalid_key, "a webhook secret is empty");
        return {};
    }
    std::string_view view() const { return bytes_; }

private:
    std::string bytes_{};
};

inline std::string_view digest_text(const hmac_digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

// The digest that the sender of a delivery with that secret has made.
OAIWIRE_ADAPTER_INLINE result<void> digest_webhook(hmac_function hmac, void* crypto,
                                                   const secret& from, std::string_view id,
                                                   std::string_view timestamp,
                                                   std::string_view body, hmac_digest& out) {
    webhook_key key;
    if (auto taken = key.take(from.reveal()); !taken) return taken;
    const std::array<std::string_view, 5> text{id, ".", timestamp, ".", body};
    return hmac(crypto, key.view(), text, out);
}

// Whether one of the signatures is that digest. Looks at all of them, whatever the first ones are.
OAIWIRE_ADAPTER_INLINE bool has_signature(std::string_view signatures, const hmac_digest& digest) {
    bool found = false;
    while (!signatures.empty()) {
        const std::size_t end = signatures.find(' ');
        std::string_view one = signatures.substr(0, end);
        signatures.remove_prefix(end == signatures.npos ? signatures.size() : end + 1);
        if (one.starts_with("v1,")) one.remove_prefix(3);
        hmac_digest said{};
        if (base64_decoded_size(one) != said.size()) continue;
        const bool decoded = decode_base64(one, said, base64_padding::optional).has_value();
        found |= decoded && equal_in_constant_time(digest_text(said), digest_text(digest));
    }
    return found;
}

// Unix time of a delivery: digits alone.
OAIWIRE_ADAPTER_INLINE std::optional<std::int64_t> webhook_time(std::string_view text) {
    if (text.empty() || text.size() > 15) return {};
    std::int64_t out = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return {};
        out = out * 10 + (c - '0');
    }
    return out;
}

OAIWIRE_ADAPTER_INLINE result<void> check_webhook(hmac_function hmac, void* crypto,
                                                  std::span<const secret> secrets,
                                                  const webhook_signature& said,
                                                  std::string_view body, std::int64_t now_s,
                                                  const webhook_options& options) {
    return within_memory([&]() -> result<void> {
        if (secrets.empty()) return make_error(errc::invalid_key, "no webhook secret is set");
        if (said.id.empty()) return make_error(errc::invalid_signature, "no webhook-id");
        const auto sent_s = webhook_time(said.timestamp);
        if (!sent_s) return make_error(errc::invalid_signature, "webhook-timestamp is no number");
        bool valid = false;
        for (const secret& one : secrets) {
            hmac_digest digest{};
            auto done = digest_webhook(hmac, crypto, one, said.id, said.timestamp, body, digest);
            if (!done) return done;
            valid |= has_signature(said.signature, digest);
        }
        if (!valid) return make_error(errc::invalid_signature, "no signature matches");
        // unsigned: no difference of two times overflows
        const bool past = *sent_s < now_s;
        const auto sent = static_cast<std::uint64_t>(*sent_s);
        const auto now = static_cast<std::uint64_t>(now_s);
        const std::uint64_t apart = past ? now - sent : sent - now;
        if (options.tolerance_s < 0 || apart > static_cast<std::uint64_t>(options.tolerance_s)) {
            return make_error(errc::stale_signature,
                              past ? "the webhook is too old" : "the webhook is from the future");
        }
        return {};
    });
}

OAIWIRE_ADAPTER_INLINE result<std::string> sign_webhook(hmac_function hmac, void* crypto,
                                                        const secret& key, std::string_view id,
                                                        std::int64_t timestamp_s,
                                                        std::string_view body) {
    return within_memory([&]() -> result<std::string> {
        hmac_digest digest{};
        auto done =
            digest_webhook(hmac, crypto, key, id, std::to_string(timestamp_s), body, digest);
        if (!done) return std::move(done).error();
        return "v1," + to_base64(digest);
    });
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
