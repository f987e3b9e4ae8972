#include <oaiwire/transport/cassette_redact.hpp>

#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/json/text/print.hpp>
#include <support/random.hpp>

namespace cassette_redact_tests {

using namespace oaiwire;
using detail::cassette_scrubber;
using detail::timed_piece;

namespace {

const std::string key = "sk-proj-0123456789abcdef";

struct scrubbed {
    std::string text{};
    std::vector<std::size_t> sizes{};
    std::vector<std::int64_t> times{};
};

scrubbed scrub(const std::vector<std::string>& pieces, const cassette_redaction& rules,
               const std::vector<secret>& secrets) {
    cassette_scrubber s(rules, secrets);
    std::vector<timed_piece> out;
    std::int64_t ms = 0;
    for (const auto& piece : pieces) s.feed(piece, ms++, out);
    s.finish(out);
    scrubbed all;
    for (const auto& p : out) {
        all.text += p.bytes;
        all.sizes.push_back(p.bytes.size());
        all.times.push_back(p.ms);
    }
    return all;
}

std::vector<std::string> cut(const std::string& text, support::random& any) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t n = 1 + any.below(any.one_in(3) ? 40 : 4);
        out.push_back(text.substr(at, n));
        at += n;
    }
    return out;
}

}  // namespace

TEST_CASE("no spelling of a key survives in a cassette, wherever the bytes were cut") {
    std::string escaped;
    for (const char c : key) {
        constexpr std::string_view hex = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        escaped += "\\u00";
        escaped += hex[byte >> 4];
        escaped += hex[byte & 15];
    }
    std::string encoded;
    for (const char c : key) encoded += c == '-' ? std::string("%2D") : std::string(1, c);
    const std::vector<secret> secrets{secret(key), secret("org-ABCDEFGH")};
    support::random any(1);
    for (const std::string& spelling : {key, escaped, encoded, std::string("org-ABCDEFGH")}) {
        const std::string text = "sk-proj-01 {\"m\":\"" + spelling + "\"} s " + spelling +
                                 spelling + " tail org-ABC sk-proj";
        const std::string due =
            "sk-proj-01 {\"m\":\"[secret]\"} s [secret][secret] tail org-ABC "
            "sk-proj";
        for (int round = 0; round != 200; ++round) {
            const auto pieces = cut(text, any);
            REQUIRE(scrub(pieces, {}, secrets).text == due);
        }
        std::vector<std::string> bytes;
        for (const char c : text) bytes.emplace_back(1, c);
        REQUIRE(scrub(bytes, {}, secrets).text == due);
    }
}

TEST_CASE("cuts and times of what is not redacted stay as they were") {
    const std::vector<secret> secrets{secret(key)};
    support::random any(2);
    const std::string text = "data: {\"delta\":\"sk-proj-012 and sk-\"}\n\ndata: [DONE]\n\n";
    for (int round = 0; round != 300; ++round) {
        const auto pieces = cut(text, any);
        const auto out = scrub(pieces, {}, secrets);
        REQUIRE(out.text == text);
        REQUIRE(out.sizes.size() == pieces.size());
        for (std::size_t i = 0; i != pieces.size(); ++i) {
            REQUIRE(out.sizes[i] == pieces[i].size());
            REQUIRE(out.times[i] == static_cast<std::int64_t>(i));
        }
    }
}

TEST_CASE("secrets that are spelled plainly are found as the search for all spellings finds them") {
    const std::vector<secret> plain{secret("aab"), secret("aabaabc"), secret("bc")};
    std::vector<secret> any_spelling = plain;
    any_spelling.emplace_back("%never");  // which the quick search does not look for
    support::random any(4);
    for (int round = 0; round != 3000; ++round) {
        std::string text;
        while (text.size() != 40) text.push_back(any.byte_of("aaabbc"));
        const auto pieces = cut(text, any);
        const auto quick = scrub(pieces, {}, plain);
        const auto slow = scrub(pieces, {}, any_spelling);
        REQUIRE(quick.text == slow.text);
        REQUIRE(quick.sizes == slow.sizes);
        REQUIRE(quick.times == slow.times);
    }
}

TEST_CASE("a key over two pieces is replaced in the first, and the cut stays behind it") {
    const std::vector<secret> secrets{secret(key)};
    const auto out = scrub({"a" + key.substr(0, 5), key.substr(5) + "b", "c"}, {}, secrets);
    CHECK(out.text == "a[secret]bc");
    CHECK(out.sizes == std::vector<std::size_t>{9, 1, 1});
    const auto gone = scrub({"a" + key.substr(0, 5), key.substr(5), "c"}, {}, secrets);
    CHECK(gone.sizes == std::vector<std::size_t>{9, 1});
    CHECK(gone.times == std::vector<std::int64_t>{0, 2});
}

TEST_CASE("the values of named members are hidden in JSON and in events, however they are cut") {
    cassette_redaction rules;
    rules.members = {"password", "user data"};
    const std::string text =
        R"(data: {"a":"password","password":"p\"w","b":[1,{"password" : {"x":["}",2]} ,"c":3}],)"
        R"("\u0070assword":-1.5e3,"user data":[[1],"]"],"password":null,"passwords":"kept"})"
        "\n\ndata: {\"password\":true}\n\n";
    const std::string due =
        R"(data: {"a":"password","password":"[secret]","b":[1,{"password" : "[secret]" ,"c":3}],)"
        R"("\u0070assword":"[secret]","user data":"[secret]","password":"[secret]",)"
        R"("passwords":"kept"})"
        "\n\ndata: {\"password\":\"[secret]\"}\n\n";
    support::random any(3);
    CHECK(scrub({text}, rules, {}).text == due);
    for (int round = 0; round != 300; ++round) {
        REQUIRE(scrub(cut(text, any), rules, {}).text == due);
    }
}

TEST_CASE("parameters of a URL that are named like keys have no value in a cassette") {
    cassette_redaction rules;
    rules.query = {"trace"};
    const auto of = [&](std::string_view url) { return detail::without_query_keys(url, rules); };
    CHECK(of("https://h/v1/x") == "https://h/v1/x");
    CHECK(of("/v1/x?limit=2&api-key=abc&after=b") == "/v1/x?limit=2&api-key=[secret]&after=b");
    CHECK(of("/x?key=a&%6Bey=b&API_KEY=c&sig=d&monkey=e&Trace=f") ==
          "/x?key=[secret]&%6Bey=[secret]&API_KEY=[secret]&sig=[secret]&monkey=e&Trace=[secret]");
    CHECK(of("/x?X-Amz-Signature=a&access_token=b;token=c#key=d") ==
          "/x?X-Amz-Signature=[secret]&access_token=[secret];token=[secret]#key=[secret]");
    CHECK(of("https://me:pw@h/x?a=u@h") == "https://[secret]@h/x?a=u@h");
    CHECK(of("?key=") == "?key=[secret]");
    CHECK(of("?key") == "?key");
}

TEST_CASE("fields that carry credentials or name an account are hidden, others are not") {
    cassette_redaction rules;
    rules.fields = {"X-Mine"};
    for (const auto* name :
         {"Authorization", "proxy-authorization", "Cookie", "Set-Cookie", "api-key", "X-API-Key",
          "OpenAI-Organization", "OpenAI-Project", "X-Auth-Token", "x-mine", "X-Client-Secret"}) {
        CAPTURE(name);
        CHECK(detail::hides_field(name, rules));
    }
    for (const auto* name : {"Content-Type", "x-ratelimit-remaining-tokens", "Idempotency-Key",
                             "x-request-id", "openai-processing-ms"}) {
        CAPTURE(name);
        CHECK(!detail::hides_field(name, rules));
    }
}

TEST_CASE("short values are no secrets: a local server's key may be a word") {
    http::request r;
    r.headers = {{"Authorization", "Bearer none", true}, {"x-api-key", "12345678", true}};
    const auto secrets = detail::secrets_of(r, {});
    REQUIRE(secrets.size() == 1);
    CHECK(secrets[0].reveal() == "12345678");
}

TEST_CASE("keys in fragments, in names of several words and in every URL of a field are hidden") {
    const auto of = [](std::string_view url) { return detail::without_query_keys(url, {}); };
    CHECK(of("https://h/back#access_token=a&state=b") ==
          "https://h/back#access_token=[secret]&state=b");
    CHECK(of("/x?accessToken=a&clientSecret=b&pageSize=c&maxTokens=d&MONKEY=e") ==
          "/x?accessToken=[secret]&clientSecret=[secret]&pageSize=c&maxTokens=d&MONKEY=e");
    CHECK(of("<https://a:b@h/x>; rel=a, <https://c:d@h/y>") ==
          "<https://[secret]@h/x>; rel=a, <https://[secret]@h/y>");
    CHECK(of("<https://h/x?page=1>, <https://h/y?key=a>; rel=last") ==
          "<https://h/x?page=1>, <https://h/y?key=[secret]; rel=last");
    CHECK(of("<https://h/x?page>; a, <https://h/y?key=a>") ==
          "<https://h/x?page>; a, <https://h/y?key=[secret]");
    CHECK(of("/x?next=/y?token=a?b&c=d?e=f") == "/x?next=/y?token=[secret]&c=d?e=f");
}

TEST_CASE("credentials of a request are found in whichever field, parameter or host they stand") {
    const auto of = [](const http::header_list& fields, std::string target, std::string host) {
        http::request r;
        r.origin = {"https", std::move(host), 443};
        r.target = std::move(target);
        r.headers = fields;
        std::string out;
        for (const auto& s : detail::secrets_of(r, {})) out.append(s.reveal()).append("|");
        return out;
    };
    CHECK(of({{"Authorization", "Bearer " + key + " "}}, "/", "h") == key + "|");
    CHECK(of({{"Authorization", "Bearer\t" + key}}, "/", "h") == key + "|");
    CHECK(of({{"Authorization", "Bearer 12345678 12345678"}}, "/", "h") ==
          "12345678|12345678 12345678|");
    CHECK(of({{"Cookie", "a=short; id=\"" + key + "\"; b; last=12345678"}}, "/", "h") ==
          key + "|12345678|");
    CHECK(of({}, "/x?limit=12345678&key=sk%2Dproj%2D0123456789abcdef", "h") == key + "|");
    CHECK(of({}, "/", "me:" + key + "@h") == key + "|");
    CHECK(of({{"X-Request-Id", "12345678"}}, "/x?id=12345678", "me@h") == "");
}

TEST_CASE("a quote without its end hides no member of the lines behind it from redaction") {
    cassette_redaction rules;
    rules.members = {"password"};
    support::random any(4);
    for (const std::string before : {": say \"hi\n\n", "event: 5\"\r\n", "data: {\"a\":\"cut\n\n",
                                     "data: {\"a\":\"cut\\\n\n"}) {
        const std::string text = before + "data: {\"password\":\"abc\",\"b\":\"c\"}\n\n";
        const std::string due = before + "data: {\"password\":\"[secret]\",\"b\":\"c\"}\n\n";
        CHECK(scrub({text}, rules, {}).text == due);
        for (int round = 0; round != 50; ++round) {
            REQUIRE(scrub(cut(text, any), rules, {}).text == due);
        }
    }
}

TEST_CASE("a named member is hidden if its event has a line for its name and one for its value") {
    cassette_redaction rules;
    rules.members = {"password"};
    support::random any(5);
    const std::string text =
        "data: {\"password\":\ndata: \"abc\",\ndata:\"a\":\"password\"\r\ndata:,\"password\"\r\n"
        "data::\r\ndata:[\"data:\"]}\n\n";
    const std::string due =
        "data: {\"password\":\ndata: \"[secret]\",\ndata:\"a\":\"password\"\r\ndata:,\"password\""
        "\r\ndata::\r\ndata:\"[secret]\"}\n\n";
    CHECK(scrub({text}, rules, {}).text == due);
    for (int round = 0; round != 100; ++round) {
        REQUIRE(scrub(cut(text, any), rules, {}).text == due);
    }
}

}  // namespace cassette_redact_tests
