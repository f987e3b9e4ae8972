// The API key appears in no output of a call, whatever fails, in no encoding; and nowhere in the
// process's memory after call and client were destroyed.
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/websocket/connection.hpp>
#include <support/answer_of.hpp>
#include <support/hex.hpp>

#if defined(__linux__)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace secrets_tests {

using namespace oaiwire;

namespace {

const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};

std::string in_base64(std::string_view text, std::string_view alphabet) {
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char c : text) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (have += 8; have >= 6; have -= 6) out += alphabet[bits >> (have - 6) & 63];
    }
    if (have != 0) out += alphabet[bits << (6 - have) & 63];
    return out;
}

// The key verbatim, and in encodings in which it might leak.
std::vector<std::string> encodings(const std::string& key) {
    constexpr std::string_view plain =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::string_view url =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const char* const digits = "0123456789abcdef";
    std::string hex, upper, percent, utf16, escaped;
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        const std::string two = {digits[byte >> 4], digits[byte & 15]};
        hex += two;
        percent += "%" + two;
        escaped += "\\u00" + two;
        utf16 += c;
        utf16 += '\0';
    }
    for (const char c : hex) upper += c >= 'a' ? static_cast<char>(c - 32) : c;
    return {key,
            std::string(key.rbegin(), key.rend()),
            key.substr(0, key.size() / 2),
            key.substr(key.size() / 2),
            in_base64(key, plain),
            in_base64(key, url),
            hex,
            upper,
            percent,
            escaped,
            utf16};
}

std::string everything(const error& e) {
    return to_string(e) + '|' + e.message + '|' + e.path + '|' + e.api.type + '|' + e.api.code +
           '|' + e.api.param + '|' + e.api.body + '|' + e.api.request_id + '|' + e.api.retry.raw;
}

std::vector<replay_exchange> failures(const std::string& key) {
    std::vector<replay_exchange> out;
    for (int code = 1; code <= static_cast<int>(errc::api_error); ++code) {
        for (const bool before_head : {false, true}) {
            replay_exchange e;
            e.body = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {";
            e.fault.code = static_cast<errc>(code);
            e.fault.before_head = before_head;
            out.push_back(e);
        }
    }
    for (const int status :
         {200, 204, 301, 302, 307, 400, 401, 403, 404, 408, 409, 429, 500, 503}) {
        for (const std::string& body :
             {std::string(), std::string("{"), std::string("<html>"), "Bearer " + key,
              "{\"error\":{\"message\":\"no key " + key + "\"}}", "data: " + key + "\n\n",
              "{\"error\":{\"message\":\"no key \\u0073" + key.substr(1) + ", retry after 1 s\"}}",
              "<a href=\"?k=%73" + key.substr(1) + "\">"}) {
            for (const std::size_t piece : {std::size_t{0}, std::size_t{3}}) {
                replay_exchange e;
                e.head.status = status;
                e.head.headers.add("Location", "http://elsewhere/" + key);
                e.head.headers.add("x-request-id", key);
                e.body = body;
                e.piece = piece;
                out.push_back(std::move(e));
            }
        }
    }
    return out;
}

}  // namespace

TEST_CASE("no failure of a call contains the key, in any encoding") {
    const std::string key = "sk-canary0123456789abcdefXYZ";
    const auto hidden = encodings(key);
    CHECK(hidden.size() == 11);
    for (const key_field field : {key_field::authorization, key_field::api_key}) {
        endpoint where{.base_url = "http://localhost/v1", .api_key = secret(key)};
        where.sends_key_as = field;
        std::size_t failed = 0;
        for (const auto& failure : failures(key)) {
            replay_transport wire({failure, failure, failure, failure});
            client api{wire, where};
            std::string said;
            const auto response = api.create(hello);
            if (!response) said += everything(response.error());
            auto stream = api.stream(hello);
            while (stream.next() != nullptr) {
            }
            said += everything(stream.error()) + stream.statistics().excerpt + stream.request_id();
            CHECK(said.find(key.substr(1)) == std::string::npos);
            failed += stream.ok() ? 0 : 1;
            for (const auto& sent : wire.requests()) {
                said += http::url_of(sent) + sent.body;
                for (const auto& h : sent.headers) said += h.name + ':' + h.value + '\n';
            }
            for (const std::string& form : hidden) {
                if (said.find(form) == std::string::npos) continue;
                INFO(said);
                CHECK(form == "");
            }
        }
        CHECK(failed > 100);
    }
}

// in an emulator, /proc describes another process
#if defined(__linux__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OAIWIRE_TEST_SHADOWED  // it maps terabytes
#endif
#endif
#else
#define OAIWIRE_TEST_SHADOWED
#endif

#ifndef OAIWIRE_TEST_SHADOWED

namespace {

constexpr unsigned char mask = 0x5A;
constexpr std::size_t key_size = 40;

// Provides the key in masked form, so that the source of the key is not found itself.
unsigned char masked_byte(std::size_t i) {
    return static_cast<unsigned char>(static_cast<int>('a' + i * 7 % 23) ^ mask);
}

// Makes the key on the stack, passes it on and wipes it.
secret make_key() {
    char text[key_size];
    for (std::size_t i = 0; i != key_size; ++i) text[i] = static_cast<char>(masked_byte(i) ^ mask);
    secret out(std::string_view(text, key_size));
    wipe(text, key_size);
    return out;
}

// The number of occurrences of any `size` consecutive bytes of the key in writable memory.
std::size_t copies_in_memory(std::size_t size) {
    static char window[1 << 16];
    std::size_t found = 0;
    const int memory = open("/proc/self/mem", O_RDONLY);
    std::FILE* const maps = std::fopen("/proc/self/maps", "r");
    REQUIRE(memory >= 0);
    REQUIRE(maps != nullptr);
    char line[512];
    while (std::fgets(line, sizeof line, maps) != nullptr) {
        unsigned long long from = 0, to = 0;
        char access[8] = {};
        if (std::sscanf(line, "%llx-%llx %7s", &from, &to, access) != 3) continue;
        if (access[0] != 'r' || access[1] != 'w') continue;
        const std::size_t overlap = key_size;
        for (unsigned long long at = from; at < to; at += sizeof window - overlap) {
            const auto here = reinterpret_cast<unsigned long long>(&window[0]);
            const auto want =
                static_cast<std::size_t>(std::min<unsigned long long>(sizeof window, to - at));
            if (at < here + sizeof window && here < at + want) continue;
            const auto got = pread(memory, window, want, static_cast<off_t>(at));
            for (std::size_t i = 0; got > 0 && i + size <= static_cast<std::size_t>(got); ++i) {
                for (std::size_t start = 0; start + size <= key_size; ++start) {
                    std::size_t n = 0;
                    while (n != size && (static_cast<unsigned char>(window[i + n]) ^ mask) ==
                                            masked_byte(start + n)) {
                        ++n;
                    }
                    found += n == size ? 1 : 0;
                }
            }
            wipe(window, sizeof window);
        }
    }
    std::fclose(maps);
    close(memory);
    return found;
}

std::size_t keys_sent = 0;

// Answers anything, and stores nothing.
struct forgetful_transport {
    result<void> send(const http::request& request, auto& handler) {
        keys_sent += request.headers.value("Authorization").size() > key_size ? 1 : 0;
        if (answer.fault.code != errc::ok && answer.fault.before_head) {
            return make_error(answer.fault.code);
        }
        if (handler.on_head(answer.head) == http::flow::stop) return {};
        if (handler.on_body(answer.body) == http::flow::stop) return {};
        if (answer.fault.code != errc::ok) return make_error(answer.fault.code);
        return {};
    }
    replay_exchange answer{};
};

[[gnu::noinline]] std::size_t call_with_key(const replay_exchange& answer) {
    endpoint where{.base_url = "http://localhost/v1", .api_key = make_key()};
    client api{forgetful_transport{answer}, where};
    const auto response = api.create(hello);
    std::size_t chunks = 0;
    const auto outcome = api.stream(hello, [&](const ChatCompletionChunk&) { ++chunks; });
    return chunks + (response ? 1 : 0) + (outcome.ok() ? 1 : 0);
}

// Sends the handshake of a WebSocket in pieces, and ends the connection behind `sent` bytes.
[[gnu::noinline]] std::size_t handshake_with_key(std::size_t sent) {
    http::duplex_request request;
    request.origin = {"http", "localhost", 80};
    request.target = "/v1/realtime";
    auto key = http::authorization_bearer(make_key());
    REQUIRE(key);
    request.headers.add(key->name, key->value, true);
    const secret again = make_key();
    request.subprotocols = {"realtime", "openai-insecure-api-key."};
    request.subprotocols.back().reserve(64);
    request.subprotocols.back().append(again.reveal());
    auto made = websocket::connection::connect(request, [] { return std::uint32_t{7}; });
    wipe(request.subprotocols.back());
    REQUIRE(made);
    websocket::connection moved = std::move(*made);
    while (sent != 0 && !moved.unsent().empty()) {
        const std::size_t n = std::min({sent, moved.unsent().size(), std::size_t{50}});
        moved.sent(n);
        sent -= n;
    }
    moved.feed("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
    return moved.ended() ? 1 : 0;
}

}  // namespace

TEST_CASE("the scan finds an existing key and parts of it") {
    const secret key = make_key();
    CHECK(copies_in_memory(key_size) >= 1);
    CHECK(copies_in_memory(24) >= 17);
}

TEST_CASE("after a client and its calls were destroyed, no copy of the key is in memory") {
    for (const auto& answer : failures("quoted")) {
        if (answer.piece != 0) continue;
        static_cast<void>(call_with_key(answer));
    }
    CHECK(keys_sent > 100);
    // half of it would be found too
    CHECK(copies_in_memory(20) == 0);
}

TEST_CASE("after a WebSocket's handshake, sent whole or in part, no copy of the key is in memory") {
    for (std::size_t sent = 0; sent < 400; sent += 37) CHECK(handshake_with_key(sent) == 1);
    CHECK(copies_in_memory(20) == 0);
}

#endif

}  // namespace secrets_tests
