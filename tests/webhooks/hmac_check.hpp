// What every model of webhook_crypto must do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/webhooks/crypto.hpp>
#include <oracle/hmac_sha256.hpp>
#include <support/catch.hpp>
#include <support/random.hpp>

// Compares it with the reference: keys and texts of many lengths, cut anywhere into pieces.
template <oaiwire::webhook_crypto Crypto>
void check_hmac(Crypto crypto) {
    support::random random(7);
    for (std::size_t i = 0; i != 300; ++i) {
        std::string key(1 + random.below(i < 200 ? 70 : 200), '\0');
        for (char& c : key) c = static_cast<char>(random.bits());
        std::string text(random.below(300), '\0');
        for (char& c : text) c = static_cast<char>(random.bits());
        std::vector<std::string_view> pieces;
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t cut = random.below(rest.size() + 1);
            pieces.push_back(rest.substr(0, cut));
            rest.remove_prefix(cut);
        }
        oaiwire::hmac_digest out{};
        REQUIRE(crypto.hmac_sha256(key, pieces, out));
        CHECK(out == oracle::hmac_sha256(key, text));
    }
}
