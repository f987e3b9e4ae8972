#include <oaiwire/body/redact.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace redact_tests {

using namespace oaiwire;

namespace {

std::string redacted(std::string text, std::string_view key = "sk-proj-canary42") {
    redact(text, secret(key));
    return text;
}

char hex_digit(support::random& r, unsigned value) {
    const std::string_view digits = r.one_in(2) ? "0123456789abcdef" : "0123456789ABCDEF";
    return digits[value];
}

// Forms in which a key may appear in a text: in JSON, in a URL, or mixed. Reserved characters are
// escaped, others may be.
enum class form { json, url, mixed };
std::string spelled(support::random& r, std::string_view text, form as) {
    const bool json = as != form::url;
    const bool url = as != form::json;
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool reserved = (json && (c == '\\' || c == '"')) || (url && c == '%');
        if (!reserved && !r.one_in(3)) {
            out += c;
        } else if (json && (c == '\\' || c == '"' || c == '/') && r.one_in(2)) {
            out += {'\\', c};
        } else if (!url || (json && r.one_in(2))) {
            out += "\\u00";
            out += {hex_digit(r, byte >> 4), hex_digit(r, byte & 15u)};
        } else {
            out += {'%', hex_digit(r, byte >> 4), hex_digit(r, byte & 15u)};
        }
    }
    return out;
}

}  // namespace

TEST_CASE("all occurrences of a key are removed") {
    CHECK(redacted("sk-proj-canary42") == "[secret]");
    CHECK(redacted("Bearer sk-proj-canary42, sk-proj-canary42!") == "Bearer [secret], [secret]!");
    CHECK(redacted("sk-proj-canary42sk-proj-canary42") == "[secret][secret]");
    CHECK(redacted("") == "");
    CHECK(redacted("nothing of the kind") == "nothing of the kind");
}

TEST_CASE("an escaped key is removed") {
    CHECK(redacted(R"({"key":"a\/b\"c\\d"})", R"(a/b"c\d)") == R"({"key":"[secret]"})");
    CHECK(redacted(R"({"key":"a/b\"c\\d"})", R"(a/b"c\d)") == R"({"key":"[secret]"})");
    CHECK(redacted("?key=a%2Fb%2Bc", "a/b+c") == "?key=[secret]");
}

TEST_CASE("any character of a key may be escaped in any way") {
    const std::string_view key = "sk+a/b-42";
    for (const std::string_view text :
         {R"(sk\u002Ba/b-42)", R"(sk\u002ba\/b-42)", "sk%2ba%2fb-42", "sk%2Ba/b%2D42",
          R"(\u0073k%2Ba\/b-42)", R"(sk\u002Ba%2Fb\u002d%34%32)", R"(sk\\u002Ba\\/b-42)",
          "sk%252Ba%252Fb-42", R"(sk\u00252Ba%5Cu002Fb-42)", R"(%5cu0073k\\\\u002Ba\\\/b-42)"}) {
        INFO(text);
        CHECK(redacted("{\"m\":\"" + std::string(text) + "\"}", key) == R"({"m":"[secret]"})");
        for (std::size_t n = 0; n <= 3; ++n) {  // preceding characters may look like an escape
            const std::string before = std::string("\\u00").substr(0, n);
            CHECK(redacted(before + std::string(text), key).ends_with("[secret]"));
        }
    }
    CHECK(redacted("100%ab-cd-ef", "ab-cd-ef") == "100%[secret]");
    CHECK(redacted("ab-cd%2Fx", "ab-cd%2") == "[secret]Fx");
}

TEST_CASE("no spelling of a key in JSON or URLs remains, nested or not") {
    support::random r(21);
    std::string visible;
    for (char c = '!'; c <= '~'; ++c) visible += c;
    for (int i = 0; i != 20'000; ++i) {
        std::string key;
        const bool usual = !r.one_in(3);
        const auto set = usual ? "abcdefghijkLMNOPQRSTUVWXYZ0123456789-_.+/=" : visible;
        for (std::size_t n = 8 + r.below(40); n != 0; --n) key += r.byte_of(set);
        if (key.find("\\u") != std::string::npos || key.back() == '\\') continue;
        std::string text = key;
        for (std::size_t layers = 1 + r.below(3); layers != 0; --layers) {
            text = spelled(r, text, static_cast<form>(r.below(3)));
        }
        INFO(key);
        INFO(text);
        CHECK(redacted("x " + text + " y", key) == "x [secret] y");
    }
}

TEST_CASE("redaction takes linear time, whatever is escaped") {
    const std::string key = std::string(100, 'a') + "b";
    for (const std::string_view piece : {"\\", "%", "%25", "%5c", "\\u005c", "\\u0025", "25",
                                         "aaaaaaaa", "aaaa** ", "\\u00", "%2", "[", "sk-p*** "}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        const std::string with_key = text + ' ' + key;
        CHECK(redacted(with_key, key).ends_with("[secret]"));
    }
    std::string many;
    for (int i = 0; i != 100'000; ++i) many += "sk-proj-canary42 ";
    CHECK(redacted(many).size() == 100'000 * std::string_view("[secret] ").size());
}

TEST_CASE("the scheme given with a key is not part of it") {
    CHECK(redacted("no key sk-proj-canary42", "Bearer sk-proj-canary42") == "no key [secret]");
    CHECK(redacted("bearer sk-proj-canary42", "bearer sk-proj-canary42") == "bearer [secret]");
}

TEST_CASE("a key with a masked middle is removed with its start and its end") {
    CHECK(redacted("Incorrect API key provided: sk-proj-****ry42. You") ==
          "Incorrect API key provided: [secret] You");
    CHECK(redacted("'sk-p...' refused") == "'[secret]' refused");
    CHECK(redacted("(*****ary42)") == "([secret])");
    CHECK(redacted("sk-xxxx is what keys look like") == "sk-xxxx is what keys look like");
    CHECK(redacted("* * sk- 42 ***") == "* * sk- 42 ***");
    CHECK(redacted(R"({"m":"\"sk\u002Dproj-%2A%2A%2Ary42\""})") == R"({"m":"\"[secret]\""})");
}

TEST_CASE("a key cut off by the end of the text is removed") {
    const std::string_view key = "sk-proj-canary42";
    for (std::size_t n = 4; n <= key.size(); ++n) {
        CHECK(redacted("x " + std::string(key.substr(0, n))) == "x [secret]");
    }
    CHECK(redacted("x sk-") == "x sk-");
    CHECK(redacted(R"(x a\/b\"c)", R"(a/b"c\d)") == "x [secret]");
    CHECK(redacted("x a%2Fb%2", "a/b+c") == "x [secret]");
    CHECK(redacted(R"(x sk\u002Dpro\u00)") == "x [secret]");
    CHECK(redacted(R"({"m":"no task\n"})") == R"({"m":"no task\n"})");
    CHECK(redacted(R"({"m":"sk-p\n"})") == R"({"m":"sk-p\n"})");
}

TEST_CASE("very short keys are not redacted, so that texts stay readable") {
    CHECK(redacted("a key a", "a") == "a key a");
    CHECK(redacted("a key", "") == "a key");
}

}  // namespace redact_tests
