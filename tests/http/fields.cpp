#include <oaiwire/http/fields.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace fields_tests {

using namespace oaiwire;

namespace {

bool is_ascii_letter_or_digit(int b) {
    return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
}

// True if `text` contains `window` consecutive bytes of `hidden`.
bool leaks(std::string_view text, std::string_view hidden, std::size_t window) {
    for (std::size_t i = 0; i + window <= hidden.size(); ++i) {
        if (text.find(hidden.substr(i, window)) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("a field name consists of token characters (every byte at every position)") {
    for (int b = 0; b != 256; ++b) {
        CAPTURE(b);
        const bool allowed = is_ascii_letter_or_digit(b) ||
                             (b != 0 && std::string("!#$%&'*+-.^_`|~").find(static_cast<char>(b)) !=
                                            std::string::npos);
        for (std::size_t at = 0; at != 3; ++at) {
            std::string name = "abc";
            name[at] = static_cast<char>(b);
            const auto ok = http::check_field_name(name);
            REQUIRE(ok.has_value() == allowed);
            if (allowed) continue;
            CHECK(ok.error().code == errc::invalid_header);
            CHECK(ok.error().offset == at);
        }
    }
    CHECK(http::check_field_name("").error().code == errc::invalid_header);
}

TEST_CASE("a field value is visible ASCII with inner white space (every byte at every position)") {
    for (int b = 0; b != 256; ++b) {
        CAPTURE(b);
        const bool blank = b == ' ' || b == '\t';
        for (std::size_t at = 0; at != 3; ++at) {
            std::string value = "abc";
            value[at] = static_cast<char>(b);
            const bool allowed = (b > 0x20 && b < 0x7f) || (blank && at == 1);
            const auto ok = http::check_field_value(value);
            REQUIRE(ok.has_value() == allowed);
            if (allowed) continue;
            CHECK(ok.error().code == errc::invalid_header);
            CHECK(ok.error().offset == at);
        }
    }
    CHECK(http::check_field_value(""));
    CHECK_FALSE(http::check_field_value(" "));
    CHECK_FALSE(http::check_field_value("\t"));
}

TEST_CASE("a NUL in a value does not end its check") {
    const std::string value("a\0b\r\nInjected: c", 16);
    CHECK(http::check_field_value(value).error().offset == 1);
    CHECK(http::check_field_value(value.substr(2)).error().offset == 1);
}

TEST_CASE("add_checked adds a valid field once and otherwise leaves the list unchanged") {
    http::header_list fields;
    CHECK(http::add_checked(fields, "X-A", "one two"));
    CHECK(http::add_checked(fields, "api-key", "k", true));
    const http::header_list before = fields;
    CHECK(before == http::header_list{{"X-A", "one two"}, {"api-key", "k", true}});
    CHECK_FALSE(http::add_checked(fields, "X-B", "a\r\nX-C: d"));
    CHECK_FALSE(http::add_checked(fields, "X B", "a"));
    CHECK_FALSE(http::add_checked(fields, "", "a"));
    CHECK(fields == before);
}

TEST_CASE("an error names the field and the offset, but no part of the value") {
    std::mt19937 random(7);
    http::header_list fields;
    for (int round = 0; round != 2000; ++round) {
        std::string value;
        for (int i = 0; i != 24; ++i) value.push_back(static_cast<char>('!' + random() % 94));
        const std::size_t at = random() % value.size();
        value[at] = "\r\n\0\x1b\x80"[random() % 5];
        const auto ok = http::add_checked(fields, "X-Custom", value, true);
        REQUIRE_FALSE(ok);
        const std::string text = to_string(ok.error());
        CAPTURE(text);
        CHECK(text.find("X-Custom") != std::string::npos);
        CHECK(ok.error().offset == at);
        CHECK_FALSE(leaks(text, value, 4));

        const auto key = http::authorization_bearer(secret{value});
        REQUIRE_FALSE(key);
        CHECK_FALSE(leaks(to_string(key.error()), value, 4));

        const auto name = http::add_checked(fields, value, "v");
        REQUIRE_FALSE(name);
        CHECK_FALSE(leaks(to_string(name.error()), value, 4));
    }
}

TEST_CASE("fields that frame the message or concern the connection cannot be added") {
    for (const std::string name :
         {"Host", "content-length", "TRANSFER-ENCODING", "Connection", "Keep-Alive", "Upgrade",
          "te", "Trailer", "Proxy-Connection", "Proxy-Authorization", "Expect", "HTTP2-Settings",
          "accept-encoding"}) {
        CAPTURE(name);
        const auto ok = http::check_extra_field(name);
        REQUIRE_FALSE(ok);
        CHECK(ok.error().code == errc::invalid_header);
    }
    CHECK(http::check_extra_field("Host").error().message.find("Host") != std::string::npos);
    for (const std::string name : {"X-Host", "OpenAI-Organization", "Hosts", "User-Agent"}) {
        CAPTURE(name);
        CHECK(http::check_extra_field(name));
    }
    CHECK_FALSE(http::check_extra_field("Host\r\n"));
    CHECK_FALSE(http::check_extra_field("Host "));
}

TEST_CASE("a key becomes one sensitive Authorization field") {
    const auto field = http::authorization_bearer(secret{"sk-abc.DEF_123~!"});
    REQUIRE(field);
    CHECK(*field == http::header("Authorization", "Bearer sk-abc.DEF_123~!", true));
}

TEST_CASE("a key given with its scheme is not prefixed again") {
    for (const std::string key : {"Bearer sk-1", "bearer sk-1", "BEARER sk-1"}) {
        CAPTURE(key);
        const auto field = http::authorization_bearer(secret{key});
        REQUIRE(field);
        CHECK(field->value == key);
        CHECK(field->sensitive);
    }
    CHECK(http::authorization_bearer(secret{"Bearer"})->value == "Bearer Bearer");
    CHECK(http::authorization_bearer(secret{"bearer-sk"})->value == "Bearer bearer-sk");
    CHECK_FALSE(http::authorization_bearer(secret{"Bearer "}));
    CHECK_FALSE(http::authorization_bearer(secret{"Bearer  sk"}));
    CHECK_FALSE(http::authorization_bearer(secret{"Bearer Bearer sk"}));
}

TEST_CASE("a key that ends with a line break has its own message") {
    for (const std::string key : {"sk-1\n", "sk-1\r\n", "sk-1\r", "sk-1\n\n", "Bearer sk-1\n"}) {
        const auto field = http::authorization_bearer(secret{key});
        REQUIRE_FALSE(field);
        CHECK(field.error().code == errc::invalid_key);
        CHECK(field.error().message == "the API key ends with a line break");
    }
}

TEST_CASE("a key with a byte other than visible ASCII is rejected with its offset") {
    struct bad {
        std::string key;
        std::size_t at;
    };
    const std::string nul("s\0k", 3);
    for (const auto& b : {bad{" sk", 0}, bad{"sk ", 2}, bad{"s\tk", 1}, bad{"s\nk", 1}, bad{nul, 1},
                          bad{"sk\x7f", 2}, bad{"sk\xc3\xa9", 2}, bad{"Bearer s k", 8}}) {
        CAPTURE(b.key);
        const auto field = http::authorization_bearer(secret{b.key});
        REQUIRE_FALSE(field);
        CHECK(field.error().code == errc::invalid_key);
        CHECK(field.error().offset == b.at);
    }
    CHECK(http::authorization_bearer(secret{}).error().code == errc::invalid_key);
}

}  // namespace fields_tests
