// Hostile documents and bodies take linear time. With anything more, these sizes would take hours.
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>

namespace documents_tests {

using namespace oaiwire;

namespace {

std::size_t many() {
    return support::scaled<std::size_t>(50'000, 1'000'000, 10'000'000);
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (; times != 0; --times) out += text;
    return out;
}

std::string numbered(std::string_view before, std::string_view after, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i != times; ++i) {
        out.append(before).append(std::to_string(i)).append(after);
    }
    return out;
}

// Reads the text with both readers, as raw JSON and as a view, and finds its error.
void read_in_every_way(const std::string& text, bool valid) {
    CHECK(json::read<ChatCompletionChunk>(text, json::tolerant).has_value() == valid);
    static_cast<void>(json::read<ChatCompletionChunk>(text, json::strict));
    CHECK(raw_json::parse(text).has_value() == valid);
    static_cast<void>(json_view::checked(text)["choices"]);
    static_cast<void>(error_of_body(text, 500));
    // no document continues like this
    const std::string_view cut(text.data(), text.size() - 1);
    CHECK_FALSE(json::read<ChatCompletionChunk>(cut, json::tolerant));
    CHECK_FALSE(json::read<ChatCompletion>(std::string(cut) + "]", json::tolerant));
}

stream_end streamed(const std::string& text, const limits& bounds) {
    stream_decoder<ChatCompletionChunk> decoder(bounds);
    accumulator<ChatCompletionChunk> whole(bounds);
    const std::string event = "data: " + text + "\n\n";
    decoder.feed(event);
    while (const auto* chunk = decoder.next()) static_cast<void>(whole.add(*chunk));
    decoder.finish();
    while (const auto* chunk = decoder.next()) static_cast<void>(whole.add(*chunk));
    return decoder.end_reason();
}

// An endless body, which counts the bytes that were read.
struct endless_transport {
    struct body {
        const http::response_head& head() const { return answer; }
        result<std::string_view> read_some() {
            *taken += piece.size();
            if (*taken > most) return std::string_view();
            return std::string_view(piece);
        }
        http::response_head answer{};
        std::string piece{};
        std::size_t* taken = nullptr;
        std::size_t most = 0;
    };
    result<body> open(const http::request&) { return body{head, piece, taken, most}; }
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto opened = open(request);
        if (handler.on_head(opened->head()) == http::flow::stop) return {};
        for (;;) {
            const auto bytes = opened->read_some();
            if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) return {};
        }
    }

    http::response_head head{};
    std::string piece{};
    std::size_t* taken = nullptr;
    std::size_t most = std::size_t{1} << 30;
};

}  // namespace

TEST_CASE("a document with very many parts of any kind is read or rejected in linear time") {
    const std::size_t n = many();
    SECTION("digits") {
        const std::string digits = repeated("0", 10 * n);
        CHECK_FALSE(json::read<ChatCompletionChunk>("{\"created\":1" + digits + "}", json::strict));
        CHECK(json::read<ChatCompletionChunk>("{\"z\":1" + digits + "}", json::strict));
        CHECK(json::read<double>("0." + digits + "1", json::strict) == 0.0);
        CHECK_FALSE(json::read<double>("1" + digits, json::strict));
        CHECK(json::read<double>("1" + digits + "e-" + std::to_string(10 * n), json::strict) ==
              1.0);
        CHECK(json::read<std::int64_t>("1" + digits + "e-" + std::to_string(10 * n),
                                       json::tolerant) == 1);
    }
    SECTION("unknown members") {
        read_in_every_way("{" + numbered("\"u", "\":1,", n) + "\"id\":\"x\"}", true);
    }
    SECTION("duplicate members") {
        read_in_every_way("{" + repeated("\"u\":1,", n) + "\"id\":\"x\"}", true);
        read_in_every_way("{" + repeated("\"id\":\"x\",", n) + "\"id\":\"x\"}", true);
    }
    SECTION("members that cannot be held among unknown ones") {
        read_in_every_way("{" + numbered("\"u", "\":1,", n) +
                              repeated("\"created\":{},\"usage\":7,", n) + "\"id\":\"x\"}",
                          true);
    }
    SECTION("choices") {
        read_in_every_way("{\"choices\":[" + repeated("{},", n / 10) + "{}]}", true);
        read_in_every_way("{" + repeated("\"choices\":[{}],", n) + "\"id\":\"x\"}", true);
    }
    SECTION("escapes and bytes to repair") {
        read_in_every_way("{\"id\":\"" + repeated("\\u00e9\\ud83d", n) + "\"}", true);
        const std::string broken = "{\"id\":\"" + repeated("\xFF\x01", n) + "\"}";
        CHECK(json::read<ChatCompletionChunk>(broken, json::tolerant));
        CHECK_FALSE(json::read<ChatCompletionChunk>(broken, json::strict));
    }
    SECTION("brackets") {
        CHECK_FALSE(json::read<ChatCompletionChunk>("{\"z\":" + repeated("[", n), json::tolerant));
        CHECK_FALSE(json::read<ChatCompletionChunk>(repeated("{\"z\":", n), json::tolerant));
        CHECK(json::read<ChatCompletionChunk>("{\"z\":[" + repeated("[],", n) + "[]]}",
                                              json::strict));
    }
}

TEST_CASE("an event with very many parts of any kind is decoded in linear time") {
    limits bounds;
    bounds.event = std::size_t{1} << 30;
    const std::size_t n = many() / 10;
    CHECK(streamed("{" + numbered("\"u", "\":1,", n) + "\"choices\":[{\"index\":0}]}", bounds) ==
          stream_end::truncated);
    CHECK(streamed("{\"choices\":[{\"delta\":{" + numbered("\"u", "\":1,", n) + "\"z\":1}}]}",
                   bounds) == stream_end::truncated);
    CHECK(streamed(repeated("{}", n), bounds) == stream_end::truncated);
    CHECK(streamed("[" + repeated("{},", n) + "{}]", bounds) == stream_end::truncated);
    CHECK(streamed(repeated("[{}] ", n), bounds) == stream_end::truncated);
    CHECK(streamed("[" + repeated("{\"x\":NaN},", n) + "{", bounds) == stream_end::malformed);
    CHECK(streamed(repeated("{\"error\":[", n), bounds) == stream_end::malformed);
    CHECK(streamed(repeated("{\"choices\":[{\"delta\":{\"content\":\"\\ud83d\"}}]}", n / 10),
                   bounds) == stream_end::truncated);
    CHECK(streamed("{\"choices\":[" + repeated("{\"index\":0},", n) + "{\"index\":0}]}", bounds) ==
          stream_end::truncated);
    CHECK(streamed("{\"choices\":[" + repeated("{},", n) + "{}]}", bounds) == stream_end::limit);
    CHECK(streamed("{\"error\":{" + numbered("\"u", "\":1,", n) + "\"message\":\"no\"}}", bounds) ==
          stream_end::api_error);
}

TEST_CASE("an endless response is given up at the limit") {
    const endpoint where{.base_url = "http://localhost/v1"};
    const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
    struct row {
        int status;
        const char* piece;
        bool streamed;
        std::size_t most;
    };
    limits bounds;
    bounds.body = 300'000;
    bounds.event = 200'000;
    const row rows[] = {
        {500, "x", true, bounds.error_body},
        {500, "x", false, bounds.error_body},
        {200, "[", true, bounds.body},
        {200, " ", false, bounds.body},
        {200, "data: x\n", true, bounds.event * 4},
        {200, "{\"a\":", false, bounds.body},
        {404, "{\"error\":", true, bounds.error_body},
    };
    for (const row& r : rows) {
        INFO(r.status << ' ' << r.piece << ' ' << r.streamed);
        std::size_t taken = 0;
        endless_transport wire{{r.status, {}}, repeated(r.piece, 4096), &taken};
        client api{wire, where};
        call_options options;
        options.limits = bounds;
        if (r.streamed) {
            auto stream = api.stream(hello, options);
            while (stream.next() != nullptr) {
            }
            CHECK_FALSE(stream.ok());
        } else {
            CHECK_FALSE(api.create(hello, options));
        }
        // retries do not read more than their share
        CHECK(taken <= 4 * (r.most + 65536));
        CHECK(taken >= r.most / 2);
    }
}

}  // namespace documents_tests
