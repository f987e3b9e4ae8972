#include <oaiwire/http/url.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace url_tests {

using namespace oaiwire;
using http::parse_base_url;

TEST_CASE("a base URL is split into origin and base path") {
    struct good {
        std::string url, scheme, host;
        std::uint16_t port;
        std::string path;
    };
    for (const auto& g : {
             good{"https://api.example.com", "https", "api.example.com", 443, ""},
             good{"https://api.example.com/", "https", "api.example.com", 443, ""},
             good{"https://api.example.com/v1", "https", "api.example.com", 443, "/v1"},
             good{"https://api.example.com/v1/", "https", "api.example.com", 443, "/v1"},
             good{"https://api.example.com/v1///", "https", "api.example.com", 443, "/v1"},
             good{"HTTPS://API.Example.COM/V1", "https", "api.example.com", 443, "/V1"},
             good{"https://h:8443/a/b", "https", "h", 8443, "/a/b"},
             good{"https://h:1", "https", "h", 1, ""},
             good{"https://h:65535", "https", "h", 65535, ""},
             good{"https://h/a%2Fb/~c;d=e,f:@!$&'()*+", "https", "h", 443,
                  "/a%2Fb/~c;d=e,f:@!$&'()*+"},
             good{"https://h/a//b", "https", "h", 443, "/a//b"},
             good{"https://h/...", "https", "h", 443, "/..."},
             good{"https://h/%2F", "https", "h", 443, "/%2F"},
             good{"https://h/%20%C2%A0%C3%85%2500", "https", "h", 443, "/%20%C2%A0%C3%85%2500"},
             good{"https://h/%E2%80%A6%85%A8", "https", "h", 443, "/%E2%80%A6%85%A8"},
             good{"https://h/%3E/x.e", "https", "h", 443, "/%3E/x.e"},
             good{"http://[::0.0.0.1]", "http", "[::0.0.0.1]", 80, ""},
             good{"https://h/.a/b.", "https", "h", 443, "/.a/b."},
             good{"https://a-b_c.d.", "https", "a-b_c.d.", 443, ""},
             good{"https://1.2.3.4", "https", "1.2.3.4", 443, ""},
             good{"https://1.example", "https", "1.example", 443, ""},
             good{"https://127.1.example", "https", "127.1.example", 443, ""},
             good{"https://[2001:DB8::1]:444/v1", "https", "[2001:db8::1]", 444, "/v1"},
             good{"https://[::ffff:1.2.3.4]", "https", "[::ffff:1.2.3.4]", 443, ""},
             good{"https://[1:2:3:4:5:6:7:8]", "https", "[1:2:3:4:5:6:7:8]", 443, ""},
             good{"https://[1:2:3:4:5:6:7::]", "https", "[1:2:3:4:5:6:7::]", 443, ""},
             good{"https://[1:2:3:4:5:6:1.2.3.4]", "https", "[1:2:3:4:5:6:1.2.3.4]", 443, ""},
             good{"https://[::]", "https", "[::]", 443, ""},
             good{"http://localhost", "http", "localhost", 80, ""},
             good{"http://LOCALHOST:8000/v1", "http", "localhost", 8000, "/v1"},
             good{"http://127.0.0.1:11434/v1", "http", "127.0.0.1", 11434, "/v1"},
             good{"http://127.255.255.255", "http", "127.255.255.255", 80, ""},
             good{"http://[::1]:8000", "http", "[::1]", 8000, ""},
             good{"http://[0:0:0:0:0:0:0:1]", "http", "[0:0:0:0:0:0:0:1]", 80, ""},
             good{"http://[0::0001]", "http", "[0::0001]", 80, ""},
         }) {
        CAPTURE(g.url);
        const auto parsed = parse_base_url(g.url);
        REQUIRE(parsed);
        CHECK(parsed->origin == http::origin{g.scheme, g.host, g.port});
        CHECK(parsed->base_path == g.path);
    }
}

TEST_CASE("plain http to hosts other than loopback requires allow_cleartext") {
    for (const std::string url :
         {"http://api.example.com/v1", "http://localhost.example.com", "http://localhost.",
          "http://a.localhost", "http://128.0.0.1", "http://0.0.0.0:8000", "http://126.255.255.255",
          "http://[::2]", "http://[::ffff:127.0.0.1]", "http://[1::1]", "http://[::]",
          "http://127.0.0.1.example.com", "http://[::127.0.0.1]", "http://[::1:0]",
          "http://[::1.0.0.1]", "http://[::0.1.0.1]", "http://[::0.0.1.1]"}) {
        CAPTURE(url);
        const auto refused = parse_base_url(url);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == errc::cleartext_refused);
        const auto allowed = parse_base_url(url, true);
        REQUIRE(allowed);
        CHECK(allowed->origin.scheme == "http");
        CHECK(allowed->origin.port == (url.ends_with(":8000") ? 8000 : 80));
    }
}

TEST_CASE("other forms of base URLs are rejected, with or without allow_cleartext") {
    const std::string nul("https://h\0.example", 18);
    const std::string label(64, 'a');
    std::string name;
    while (name.size() < 254) name += "a.";
    for (const std::string& url : std::initializer_list<std::string>{
             "", "h", "//h", "https:", "https:/h", "https//h", "https://", "https:///v1",
             "https://:443", "ftp://h", "ws://h", "httpss://h", "://h", "file:///etc/passwd",
             "javascript://h", " https://h", "https://h ", "https://h\n", "https://h/a b",
             "https://h/\t", "https://h\r\nX: y", "https://h\x7f", "https://h\xc3\xa9", nul,
             // components that a base URL must not have
             "https://u@h", "https://u:p@h", "https://@h", "https://h?a=b", "https://h/v1?",
             "https://h#f", "https://h/v1#", "https://h\\v1", "https:\\\\h", "https://h/a\\b",
             // ports
             "https://h:", "https://h:0", "https://h:00", "https://h:0443", "https://h:65536",
             "https://h:99999", "https://h:100000", "https://h:-1", "https://h:+1", "https://h:8a",
             "https://h:80:80", "https://[::1]:", "https://[::1]443", "https://[::1]x:443",
             "https://h:99999999999999999999",
             // host names
             "https://h%41", "https://a..b", "https://.a", "https://.", "https://a!b",
             "https://{h}", "https://a,b", "https://a*b", "https://" + label, "https://" + name,
             // read as an IPv4 address by some resolvers
             "https://127.1", "https://127.0.1", "https://2130706433", "https://0x7f.1",
             "https://0x7f.0.0.1", "https://0x7f000001", "https://0X7F000001", "https://0x",
             "https://1.2.3.0x4", "https://0177.0.0.1", "https://127.0.0.01", "https://256.0.0.1",
             "https://1.2.3.256", "https://1.2.3.4.5", "https://1.2.3.4.", "https://127.0.0.1.",
             "https://1", "https://a.1", "https://1.2.3.0x", "https://00.0.0.0",
             "https://1.2.3.99999999999", "http://127.1", "http://0", "http://0x7f.1",
             // IPv6
             "https://[", "https://[]", "https://]", "https://[::1", "https://::1", "https://[1]",
             "https://[:1]", "https://[1:]", "https://[:::]", "https://[1:::2]",
             "https://[1::2::3]", "https://[1:2:3:4:5:6:7]", "https://[1:2:3:4:5:6:7:8:9]",
             "https://[1:2:3:4::5:6:7:8]", "https://[::1:2:3:4:5:6:7:8]", "https://[12345::]",
             "https://[g::]", "https://[::1%25eth0]", "https://[::1%eth0]", "https://[v1.a]",
             "https://[::1.2.3]", "https://[::1..2.3]", "https://[::1.2.3.256]",
             "https://[::01.2.3.4]", "https://[1.2.3.4::]", "https://[1:2:3:4:5:6:7:1.2.3.4]",
             "https://[1.2.3.4]", "https://[::1:]", "https://[::1.2.3.4:5]", "https://[[::1]]",
             // paths
             "https://h/%00", "https://h/v1%00", "https://h/a%0Ab", "https://h/a%0ab",
             "https://h/%0d%0aX:%20y", "https://h/%1F", "https://h/%7f", "https://h/%C2%85",
             "https://h/%c2%9b31m", "https://h/%E2%80%A8", "https://h/%e2%80%a9/x", "https://h/%",
             "https://h/%4", "https://h/%zz", "https://h/%g4", "https://h/%g4a", "https://h/%4ga",
             "https://h/a%4g", "https://h/.", "https://h/..", "https://h/a/../b", "https://h/a/./b",
             "https://h/a/..", "https://h/%2e", "https://h/%2E%2e/", "https://h/.%2e/b",
             "https://h/\"", "https://h/<", "https://h/{a}", "https://h/a|b", "https://h/^",
             "https://h/`", "https://h/[a]"}) {
        CAPTURE(url);
        for (const bool cleartext : {false, true}) {
            const auto parsed = parse_base_url(url, cleartext);
            REQUIRE_FALSE(parsed);
            CHECK(parsed.error().code == errc::invalid_url);
        }
    }
}

TEST_CASE("an error about a URL contains no part of it") {
    std::mt19937 random(11);
    const auto word = [&] {
        std::string out;
        for (int i = 0; i != 12; ++i) out.push_back("QZJXKVqzjxkv0123456789"[random() % 22]);
        return out;
    };
    for (int round = 0; round != 500; ++round) {
        const std::string user = word(), password = word(), host = word();
        for (const std::string& url :
             {"https://" + user + ":" + password + "@" + host, user + ":" + password + "@" + host,
              "http://" + user + "@" + host + "/?" + password, "http://" + host,
              "https://" + host + "/%" + password, "https://" + host + ":" + password}) {
            const auto parsed = parse_base_url(url);
            if (parsed) continue;  // random hosts and ports can be valid
            const std::string text = to_string(parsed.error());
            CAPTURE(text);
            for (const auto& hidden : {user, password, host}) {
                for (std::size_t i = 0; i + 6 <= hidden.size(); ++i) {
                    CHECK(text.find(hidden.substr(i, 6)) == std::string::npos);
                }
            }
        }
    }
    CHECK_FALSE(parse_base_url("https://u:p@h"));
}

TEST_CASE("an error has the offset of the invalid byte, if there is a single one") {
    CHECK(parse_base_url("https://h/a b").error().offset == 11);
    CHECK(parse_base_url("https://h/v1\n").error().offset == 12);
    CHECK(parse_base_url("https://h?a").error().offset == 9);
    CHECK(parse_base_url("https://h/a%zz").error().offset == 11);
    CHECK(parse_base_url("https://h/a/../b").error().offset == 12);
    CHECK(parse_base_url("https://h:0").error().offset == 9);
    CHECK(parse_base_url("ftp://h").error().offset == 0);
}

TEST_CASE("bytes outside URL syntax are rejected at every position of a base URL") {
    const std::string_view allowed(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/");
    for (int b = 0; b != 256; ++b) {
        const char c = static_cast<char>(b);
        CAPTURE(b);
        const std::string in_path = std::string("https://h/v") + c + "1";
        CHECK(parse_base_url(in_path).has_value() == (allowed.find(c) != std::string_view::npos));
        const std::string in_host = std::string("https://a") + c + "b";
        const bool name = (b >= '0' && b <= '9') ||
                          ((b | 32) >= 'a' && (b | 32) <= 'z' && b < 128) || c == '-' || c == '_' ||
                          c == '.' || c == '/';
        CHECK(parse_base_url(in_host).has_value() == name);
    }
}

TEST_CASE("join() appends an operation's path to the base path") {
    const auto target = [](std::string_view url, std::string_view path) {
        return http::join(*parse_base_url(url), path);
    };
    CHECK(target("https://h", "/chat/completions") == "/chat/completions");
    CHECK(target("https://h/", "/chat/completions") == "/chat/completions");
    CHECK(target("https://h/v1", "/chat/completions") == "/v1/chat/completions");
    CHECK(target("https://h/v1//", "/chat/completions") == "/v1/chat/completions");
    CHECK(target("https://h/v1", "models") == "/v1/models");
    CHECK(target("https://h", "") == "/");
}

TEST_CASE("any text becomes exactly one path segment") {
    const auto segment = [](std::string_view text) {
        std::string target = "/v1/models";
        REQUIRE(http::append_path_segment(target, text));
        return target;
    };
    CHECK(segment("gpt-4o_mini.1~") == "/v1/models/gpt-4o_mini.1~");
    CHECK(segment("meta/llama:8b") == "/v1/models/meta%2Fllama%3A8b");
    CHECK(segment("../x") == "/v1/models/..%2Fx");
    CHECK(segment("%2e%2e") == "/v1/models/%252e%252e");
    CHECK(segment("a b?c#d&e=f") == "/v1/models/a%20b%3Fc%23d%26e%3Df");
    CHECK(segment("a\r\nHost: b") == "/v1/models/a%0D%0AHost%3A%20b");
    CHECK(segment("\xc3\xa9\xff") == "/v1/models/%C3%A9%FF");
    CHECK(segment("...") == "/v1/models/...");
    CHECK(segment(" ") == "/v1/models/%20");
    CHECK(segment(std::string_view("\0", 1)) == "/v1/models/%00");

    std::string slash = "/v1/";
    REQUIRE(http::append_path_segment(slash, "a"));
    CHECK(slash == "/v1/a");
}

TEST_CASE("each byte of a segment is unreserved or percent-encoded") {
    for (int b = 0; b != 256; ++b) {
        std::string target = "/";
        REQUIRE(http::append_path_segment(target, std::string("x") + static_cast<char>(b)));
        const std::string tail = target.substr(2);
        CAPTURE(b, tail);
        const std::string_view unreserved(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~");
        if (unreserved.find(static_cast<char>(b)) != std::string_view::npos) {
            CHECK(tail == std::string(1, static_cast<char>(b)));
        } else {
            REQUIRE(tail.size() == 3);
            CHECK(tail[0] == '%');
            CHECK(std::stoi(tail.substr(1), nullptr, 16) == b);
        }
    }
}

TEST_CASE("an empty segment and dot segments are rejected, and the target is unchanged") {
    for (const std::string text : {"", ".", ".."}) {
        std::string target = "/v1/models";
        const auto ok = http::append_path_segment(target, text);
        REQUIRE_FALSE(ok);
        CHECK(ok.error().code == errc::invalid_argument);
        CHECK(target == "/v1/models");
    }
}

TEST_CASE("the error for a query says where queries belong") {
    const auto e = parse_base_url("https://h/v1?api-version=secret").error();
    CHECK(e.offset == 12);
    CHECK(e.message.find("call_options::query") != std::string::npos);
    CHECK(e.message.find("secret") == std::string::npos);
    CHECK(parse_base_url("https://h/v1#f").error().message.find("fragment") != std::string::npos);
}

TEST_CASE("location_origin() returns scheme, host and port only") {
    using http::location_origin;
    CHECK(location_origin("https://h.example/v1?a=b#c") == "https://h.example");
    CHECK(location_origin("HTTP://H.example:80") == "http://H.example:80");
    CHECK(location_origin("https://user:p@ss@h.example?x") == "https://h.example");
    CHECK(location_origin("https://a@[::1]:8080/x@y") == "https://[::1]:8080");
    CHECK(location_origin("https://h.example\\@other/") == "https://h.example");
    CHECK(location_origin("//h.example/x") == "//h.example");
    for (const std::string_view none :
         {"", "/", "/v1//x", "v1", "?https://h/", "ftp://h/", "javascript:x//h/", "https://",
          "https:/h", "https://a b/", "https://h:x/", "https://h:99999/", "https://[::1/",
          "https://[::1]x/", "///h"}) {
        INFO(none);
        CHECK(location_origin(none) == "");
    }
    CHECK(location_origin("https://" + std::string(5000, 'a')) == "");
}

TEST_CASE("query parameters are appended with name and value encoded") {
    std::string target = "/v1/chat";
    http::append_query(target, "api-version", "2024-06-01");
    CHECK(target == "/v1/chat?api-version=2024-06-01");
    http::append_query(target, "a&b", "c=d e+\n");
    CHECK(target == "/v1/chat?api-version=2024-06-01&a%26b=c%3Dd%20e%2B%0A");
    http::append_query(target, "x", "");
    CHECK(target.ends_with("&x="));
}

}  // namespace url_tests
