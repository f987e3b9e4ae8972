// The code of README.md. A region between two lines `// [name]` and `// [/name]` is a block there,
// word for word; what is more than one region of a name is one block. Compiled here, and run; the
// compiled form's, in the files of that form.

// [stream]
#include <cstdlib>
#include <iostream>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>
// [/stream]

// [socket]
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
// [/socket]

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>
#include <vector>

#ifdef OAIWIRE_TEST_BOTAN
#include <oaiwire/confidential/botan.hpp>
#endif
#include <oaiwire/transport/curl_multi.hpp>
#include <oaiwire/transport/file_source.hpp>
#include <oaiwire/transport/replay.hpp>

#include <support/catch.hpp>
#include <transport/conformance.hpp>
#include <transport/conformance/streams.hpp>

#include "../examples/support/server_thread.hpp"

namespace readme {

// [stream]
int main() {
    const char* url = std::getenv("OPENAI_BASE_URL");
    const char* key = std::getenv("OPENAI_API_KEY");
    oaiwire::client api{oaiwire::curl_transport{},
                        {.base_url = url ? url : "https://api.openai.com/v1",
                         .api_key = oaiwire::secret{key ? key : ""}}};

    const oaiwire::ChatCompletionRequest request{
        .model = "gpt-4o-mini",
        .messages = {oaiwire::system("Be brief."), oaiwire::user("Why is the sky blue?")},
        .stream_options = oaiwire::StreamOptions{.include_usage = true},
    };
    auto stream = api.stream(request);
    for (const auto& chunk : stream) std::cout << oaiwire::text(chunk) << std::flush;
    if (!stream.ok()) {
        std::cerr << to_string(stream.error()) << '\n';
        return 1;
    }
    const oaiwire::ChatCompletion& whole = stream.response();  // as a plain call returns it
    if (whole.usage) std::cout << "\n(" << whole.usage->total_tokens.value_or(0) << " tokens)\n";
    return 0;
}
// [/stream]

// [socket]
// A TCP connection whose waits end at a deadline (milliseconds, 0: none) or when the call is told
// to stop. Any stack of yours has something like it.
class tcp {
public:
    explicit tcp(const oaiwire::http::request& r) : stop_(r.stop) {
        addrinfo* found = nullptr;
        const auto port = std::to_string(r.origin.port);
        if (getaddrinfo(r.origin.host.c_str(), port.c_str(), nullptr, &found) != 0) return;
        for (auto* a = found; a != nullptr && fd_ < 0; a = a->ai_next) {
            fd_ = socket(a->ai_family, SOCK_STREAM, 0);
            if (connect(fd_, a->ai_addr, a->ai_addrlen) != 0) close(std::exchange(fd_, -1));
        }
        freeaddrinfo(found);
    }
    tcp(const tcp&) = delete;
    ~tcp() { close(fd_); }

    bool connected() const { return fd_ >= 0; }
    bool write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto n = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (n <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(n));
        }
        return true;
    }
    // Appends what comes; closed_early when the peer has closed.
    oaiwire::errc read(std::string& in, std::int64_t deadline, oaiwire::errc on_deadline) {
        constexpr int turn = 20;
        pollfd readable{fd_, POLLIN, 0};
        for (std::int64_t waited = turn; poll(&readable, 1, turn) == 0; waited += turn) {
            if (stop_.stop_requested()) return oaiwire::errc::cancelled;
            if (deadline > 0 && waited >= deadline) return on_deadline;
        }
        if (stop_.stop_requested()) return oaiwire::errc::cancelled;
        char buffer[4096];
        const auto n = recv(fd_, buffer, sizeof buffer, 0);
        if (n < 0) return oaiwire::errc::receive_failed;
        in.append(buffer, static_cast<std::size_t>(n));
        return n == 0 ? oaiwire::errc::closed_early : oaiwire::errc::ok;
    }

private:
    oaiwire::stop_handle stop_;
    int fd_ = -1;
};
// [/socket]

// [transport]
namespace http = oaiwire::http;

// HTTP/1.1 in the clear, a connection for each call.
struct socket_transport {
    template <http::response_handler Handler>
    oaiwire::result<void> send(const http::request& r, Handler& handler) {
        using oaiwire::errc, oaiwire::make_error;
        if (r.stop.stop_requested()) return make_error(errc::cancelled);
        tcp peer(r);
        if (!peer.connected()) return make_error(errc::connect_failed);
        std::string out = r.method + ' ' + r.target + " HTTP/1.1\r\nHost: " + r.origin.host + ':' +
                          std::to_string(r.origin.port) + "\r\nConnection: close\r\n";
        for (const auto& h : r.headers) out += h.name + ": " + h.value + "\r\n";
        out += "Content-Length: " + std::to_string(http::content_size(r)) + "\r\n\r\n";
        if (!peer.write(out)) return make_error(errc::send_failed);
        http::content_cursor content(r);  // in memory, or produced now: a file of any size
        for (auto piece = content.next();; piece = content.next()) {
            if (!piece) return std::move(piece).error();
            if (piece->empty()) break;
            if (r.stop.stop_requested()) return make_error(errc::cancelled);
            if (!peer.write(*piece)) return make_error(errc::send_failed);
        }

        std::string in;
        http::response_head head;
        while (head.status < 200) {  // an interim head (1xx) is not the handler's business
            const auto end = in.find("\r\n\r\n");
            if (end == in.npos) {
                const auto got = peer.read(in, r.timeouts.first_byte_ms, errc::first_byte_timeout);
                if (got != errc::ok) return make_error(got);
                if (in.size() > 65536) return make_error(errc::limit_exceeded);
                continue;
            }
            head = parse_head(in.substr(0, end + 2));
            if (head.status == 0) return make_error(errc::invalid_framing);
            in.erase(0, end + 4);
        }
        if (handler.on_head(head) == http::flow::stop) return {};
        if (head.status == 204 || head.status == 304 || r.method == "HEAD") return {};

        const bool is_chunked = http::same_name(head.headers.value("Transfer-Encoding"), "chunked");
        const auto length = head.headers.value("Content-Length");
        std::size_t left = in.npos;  // without a length: to the end of the connection
        std::from_chars(length.data(), length.data() + length.size(), left);
        http::chunked_decoder chunked;
        for (;;) {
            if (is_chunked) {
                chunked.feed(in);
                for (auto piece = chunked.next(); !piece.empty(); piece = chunked.next()) {
                    if (handler.on_body(piece) == http::flow::stop) return {};
                }
                if (chunked.failed()) return chunked.failure();
                if (chunked.done()) return {};
            } else {
                const auto piece = std::string_view(in).substr(0, left);
                if (!piece.empty() && handler.on_body(piece) == http::flow::stop) return {};
                left -= piece.size();
                if (left == 0) return {};
            }
            in.clear();
            const auto got = peer.read(in, r.timeouts.idle_ms, errc::idle_timeout);
            if (got == errc::closed_early && !is_chunked && length.empty()) return {};
            if (got != errc::ok) return make_error(got);
        }
    }

    // "HTTP/1.1 200 OK", then a line for each field.
    static http::response_head parse_head(std::string_view text) {
        http::response_head head;
        if (!text.starts_with("HTTP/1.") || text.size() < 12) return head;
        std::from_chars(text.data() + 9, text.data() + 12, head.status);
        for (auto at = text.find("\r\n") + 2; at < text.size(); at = text.find("\r\n", at) + 2) {
            const auto line = text.substr(at, text.find("\r\n", at) - at);
            const auto colon = (std::min)(line.find(':'), line.size());
            auto value =
                line.substr((std::min)(line.find_first_not_of(": \t", colon), line.size()));
            while (value.ends_with(' ') || value.ends_with('\t')) value.remove_suffix(1);
            head.headers.add(line.substr(0, colon), value);
        }
        return head;
    }
};
static_assert(http::transport<socket_transport>);
// [/transport]

// [own]
struct Weather {
    std::string city{};
    oaiwire::field<double> celsius{};  // may be absent or null
};
// [/own]

// What the game of the polling example has for HTTP: it gives 10 bytes a frame.
struct game_http {
    void start(const oaiwire::http::request& r) { started = r.target; }
    const oaiwire::http::response_head* head() { return frame++ == 1 ? &response : nullptr; }
    std::string_view poll() {
        if (frame < 3) return {};
        const auto piece = std::string_view(body).substr(0, 10);
        given = piece;
        body.erase(0, piece.size());
        return given;
    }
    bool closed() const { return frame >= 3 && body.empty(); }

    std::string body{};
    oaiwire::http::response_head response{200, {}};
    std::string given{};
    std::string started{};
    int frame = 0;
};

std::string play(game_http& http) {
    const oaiwire::endpoint endpoint{.base_url = "http://localhost:8000/v1"};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("Hi")}};
    std::string label;
    bool playing = true;
    const auto show = [&](std::string_view how) {
        label.append(" (").append(how).append(")");
        playing = false;
    };

    // [poll]
    // Once:
    oaiwire::exchange<oaiwire::ChatCompletionRequest> call{request, endpoint};
    http.start(call.request());  // method, origin, target, headers, body: plain data
    // [/poll]

    while (playing) {
        // [poll]
        // Every frame:
        if (const auto* head = http.head()) call.head(*head);  // once, when it is there
        call.feed(http.poll());  // bytes, cut anywhere; they must stay until next() returns null
        if (http.closed()) call.finish();
        while (const auto* chunk = call.next()) label += oaiwire::text(*chunk);
        if (call.ended()) show(name(call.end_reason()));  // complete, truncated, api_error, ...
        // [/poll]
    }
    return label;
}

}  // namespace readme

namespace {

std::string file(const std::string& name) {
    std::ifstream in(std::string(OAIWIRE_TEST_DATA) + "/" + name);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// Lines without the blanks that all of them begin with.
std::string dedented(const std::vector<std::string>& lines) {
    std::size_t indent = std::string::npos;
    for (const auto& line : lines) {
        if (!line.empty()) indent = (std::min)(indent, line.find_first_not_of(' '));
    }
    std::string out;
    for (const auto& line : lines) out += (line.empty() ? line : line.substr(indent)) + '\n';
    return out;
}

// The regions of these files by name; the parts of one are joined by an empty line.
std::map<std::string, std::string> regions() {
    std::map<std::string, std::string> found;
    std::string open;
    std::vector<std::string> part;
    for (const auto& line :
         lines_of(file("readme.cpp") + file("compiled.cpp") + file("support/compiled.cpp"))) {
        const auto word = line.substr((std::min)(line.find_first_not_of(' '), line.size()));
        const bool marker = word.starts_with("// [") && word.ends_with("]");
        if (marker && open.empty()) {
            open = word.substr(4, word.size() - 5);
            part.clear();
        } else if (marker) {
            REQUIRE(word == "// [/" + open + "]");
            auto& region = found[open];
            region += (region.empty() ? "" : "\n") + dedented(part);
            open.clear();
        } else if (!open.empty()) {
            part.push_back(line);
        }
    }
    REQUIRE(open.empty());
    return found;
}

// The fenced blocks of README.md in one language.
std::vector<std::string> blocks(const std::string& language) {
    std::vector<std::string> found;
    bool inside = false;
    for (const auto& line : lines_of(file("../README.md"))) {
        if (inside && line == "```")
            inside = false;
        else if (inside)
            found.back() += line + '\n';
        else if (line == "```" + language) {
            inside = true;
            found.emplace_back();
        }
    }
    REQUIRE_FALSE(inside);
    return found;
}

bool readme_shows(const std::string& output) {
    for (const auto& block : blocks("text")) {
        if (block == output) return true;
    }
    return false;
}

// Standard output while it lives.
class captured_output {
public:
    captured_output() : before_(std::cout.rdbuf(text_.rdbuf())) {}
    ~captured_output() { std::cout.rdbuf(before_); }
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_{};
    std::streambuf* before_;
};

// A server to talk to, past the machine's proxy.
class local_server {
public:
    local_server() {
        REQUIRE(server_.started());
        setenv("no_proxy", "127.0.0.1", 1);
    }
    std::string base_url() const { return server_.base_url(); }

private:
    example::server_thread server_{};
};

const oaiwire::ChatCompletionRequest hello{.model = "m", .messages = {oaiwire::user("Hi")}};

}  // namespace

TEST_CASE("every block of C++ in README is a region, and every region stands there") {
    auto code = regions();
    REQUIRE(code.size() > 5);
    for (const auto& block : blocks("cpp")) {
        INFO(block);
        bool known = false;
        for (auto r = code.begin(); r != code.end(); ++r) {
            if (r->second != block) continue;
            known = true;
            code.erase(r);
            break;
        }
        CHECK(known);
    }
    for (const auto& [name, text] : code) {
        INFO(name << " is not in README.md:\n" << text);
        CHECK(false);
    }
}

TEST_CASE("README's first example prints the answer") {
    const local_server server;
    setenv("OPENAI_BASE_URL", server.base_url().c_str(), 1);
    const captured_output out;
    CHECK(readme::main() == 0);
    CHECK(out.text().ends_with("You said: Why is the sky blue?\n(34 tokens)\n"));
}

TEST_CASE("README's polling example takes a stream frame by frame") {
    readme::game_http http;
    http.body =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\", you\"}}]}\n\n"
        "data: [DONE]\n\n";
    CHECK(readme::play(http) == "Hello, you (complete)");
    CHECK(http.started == "/v1/chat/completions");
    CHECK(http.frame > 10);
}

TEST_CASE("README's loop runs calls side by side, in frames") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const std::vector requests{hello, hello, hello};
    std::string label;
    int frames = 0;
    const auto next_frame = [&] {
        ++frames;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    };

    // [many]
    oaiwire::curl_multi_transport http;
    std::vector<oaiwire::polled_call<oaiwire::ChatCompletionRequest, decltype(http)>> calls;
    for (const auto& request : requests) calls.emplace_back(http, request, endpoint);

    while (!calls.empty()) {
        http.poll(0);  // for all calls; it may wait so many milliseconds
        for (auto& call : calls) {
            while (const auto* chunk = call.next()) label += oaiwire::text(*chunk);
            if (call.ended() && !call.ok()) std::cerr << to_string(call.error()) << '\n';
        }
        std::erase_if(calls, [](const auto& call) { return call.ended(); });
        next_frame();
    }
    // [/many]

    CHECK(frames > 10);
    std::size_t whole = 0;
    for (auto at = label.find("Hi"); at != std::string::npos; at = label.find("Hi", at + 1)) {
        ++whole;
    }
    CHECK(whole == 3);
}

TEST_CASE("README's transport carries plain and streamed calls, and errors") {
    const local_server server;
    const oaiwire::endpoint endpoint{.base_url = server.base_url()};
    const auto& request = hello;
    const captured_output out;
    using readme::socket_transport;

    // [use]
    oaiwire::client api{socket_transport{}, endpoint};
    auto outcome = api.stream(request, [](const oaiwire::ChatCompletionChunk& chunk) {
        std::cout << oaiwire::text(chunk) << std::flush;
    });
    if (!outcome.ok()) std::cerr << to_string(outcome.error) << '\n';
    // [/use]

    CHECK(outcome.ok());
    CHECK(out.text().ends_with("You said: Hi"));
    CHECK(oaiwire::text(outcome.response) == out.text());
    const auto whole = api.create(request);
    REQUIRE(whole);
    CHECK(oaiwire::text(*whole) == out.text());

    const auto refused =
        oaiwire::client{readme::socket_transport{}, {.base_url = server.base_url() + "/nowhere"}}
            .create(request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().api.status == 404);
}

TEST_CASE("README's transport conforms, as far as it goes") {
    const auto make = [](const std::string&) { return readme::socket_transport{}; };
    const conformance::traits claims{.reuse = false,
                                     .ipv6 = false,
                                     .connect_deadline = false,
                                     .total_deadline = false,
                                     .send_deadline = false,
                                     .early_answer = false,
                                     .lengths = false,
                                     .limits = false};
    SECTION("calls") {
        conformance::run(make, claims);
    }
    SECTION("streams") {
        conformance::run_streams(make, claims);
    }
}

TEST_CASE("README's transport ends when it is told to, and says what failed") {
    const local_server server;
    oaiwire::client api{readme::socket_transport{}, {.base_url = server.base_url()}};
    SECTION("the handler says stop") {
        int chunks = 0;
        const auto outcome = api.stream(hello, [&](const oaiwire::ChatCompletionChunk&) {
            return ++chunks == 2 ? oaiwire::http::flow::stop : oaiwire::http::flow::proceed;
        });
        CHECK(chunks == 2);
        CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
    }
    SECTION("the caller stops the call") {
        const oaiwire::stop_handle stop;
        const auto outcome =
            api.stream(hello, [&](const oaiwire::ChatCompletionChunk&) { stop.request_stop(); },
                       {.stop = stop});
        CHECK(outcome.end_reason == oaiwire::stream_end::cancelled);
        CHECK(outcome.statistics.chunks < 10);
    }
    SECTION("nobody listens") {
        const auto response =
            oaiwire::client{readme::socket_transport{}, {.base_url = "http://127.0.0.1:9/v1"}}
                .create(hello);
        REQUIRE_FALSE(response);
        CHECK(response.error().code == oaiwire::errc::connect_failed);
    }
}

TEST_CASE("README shows what errors print") {
    oaiwire::replay_exchange no;
    no.head = {401, {{"x-request-id", "req_1"}}};
    no.body = R"({"error":{"message":"Incorrect API key provided","code":"invalid_api_key"}})";
    oaiwire::client api{oaiwire::replay_transport({no}), {.base_url = "https://api.example.com"}};
    auto request = hello;
    const captured_output out;

    // [errors]
    const auto print = [](const oaiwire::error& e) { std::cout << to_string(e) << '\n'; };

    // A server's bytes that are not what was due: where, in the JSON and in the bytes.
    auto body = oaiwire::json::read<oaiwire::ChatCompletion>(R"({"choices":[{"index":true}]})");
    if (!body) print(body.error());

    // A request that no server would take: nothing is sent.
    request.presence_penalty = 3;
    auto response = api.create(request);
    if (!response) print(response.error());

    // A server that says no: the words are its own.
    request.presence_penalty = 1;
    response = api.create(request);
    if (!response) {
        const oaiwire::error& e = response.error();
        print(e);
        std::cout << name(e.api.error_class) << ", " << e.api.code << '\n';
    }
    // [/errors]

    INFO(out.text());
    CHECK(readme_shows(out.text()));
}

TEST_CASE("README shows what a call may ask for, and how often it was made") {
    struct no_time {
        std::int64_t now_ms() const { return 0; }
        void sleep(std::int64_t, const oaiwire::stop_handle&) {}
        double jitter() const { return 0; }
    };
    oaiwire::replay_exchange busy;
    busy.head = {503, {}};
    oaiwire::replay_exchange limited;
    limited.head = {429, {{"Retry-After", "7"}}};
    oaiwire::replay_exchange good;
    good.body = R"({"choices":[{"message":{"content":"Hi"}}]})";
    const oaiwire::replay_transport http({busy, limited, good});
    oaiwire::client api{http, {.base_url = "https://api.example.com"}, no_time()};
    const auto& request = hello;
    const captured_output out;

    // [options]
    // What this call alone asks for, before what the endpoint says.
    oaiwire::call_options options;
    options.timeouts = oaiwire::http::timeouts{.first_byte_ms = 30'000, .idle_ms = 10'000};  // ms
    options.retry = oaiwire::standard_retries{.max_retries = 4};
    options.idempotency_key = "order-17";  // the same on every attempt
    options.query = {{"region", "eu"}};
    options.body.set("min_p", *oaiwire::raw_json::of(0.05));

    auto response = api.create(request, options);
    for (const auto& made : api.attempts()) {
        const auto& [again, wait_ms, reason] = made.decision;
        std::cout << made.status << ": " << name(reason);
        if (again) std::cout << ", again after " << wait_ms << " ms";
        std::cout << '\n';
    }
    // [/options]

    CHECK(response);
    INFO(out.text());
    CHECK(readme_shows(out.text()));
    const auto& sent = http.requests().at(2);
    CHECK(sent.target == "/chat/completions?region=eu");
    CHECK(sent.headers.value("Idempotency-Key") == "order-17");
    CHECK(sent.body.ends_with(R"(,"min_p":0.05})"));
    CHECK(sent.timeouts.first_byte_ms == 30'000);
}

TEST_CASE("README's other calls give what it says") {
    const auto answer = [](std::string body, std::string type = "application/json") {
        oaiwire::replay_exchange e;
        e.head.headers.add("Content-Type", type);
        e.body = std::move(body);
        return e;
    };
    const oaiwire::replay_transport http(
        {answer(R"({"data":[{"embedding":"AAAAPwAAgL8="}]})"), answer(R"({"text":"Good morning"})"),
         answer("ID3", "audio/mpeg"),
         answer("data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n"
                "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n",
                "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    std::ofstream("meeting.mp3", std::ios::binary) << "MP3";
    std::ostringstream audio;
    const captured_output out;

    // [calls]
    // Asked for as base64, a vector takes a quarter of the bytes; `values` are floats either way.
    auto embedded = api.create(
        oaiwire::EmbeddingRequest{.model = "text-embedding-3-small",
                                  .input = std::vector<std::string>{"one", "two"},
                                  .encoding_format = oaiwire::EmbeddingEncoding::base64});
    const std::vector<float>& vector = embedded->data.at(0).embedding->values;

    // A file is read while it is sent, a piece at a time, whatever its size.
    auto recording = oaiwire::open_file("meeting.mp3");
    auto transcript =
        api.create(oaiwire::TranscriptionRequest{.file = *recording, .model = "whisper-1"});
    std::cout << transcript->text.value_or("") << '\n';

    // Speech is handed on as it comes, and not kept.
    auto spoken =
        api.stream(oaiwire::SpeechRequest{.model = "tts-1", .input = "Hello", .voice = "alloy"},
                   [&](std::string_view bytes) { audio << bytes; });

    // The Responses API: typed events, and the response that they add up to.
    auto stream = api.stream(oaiwire::ResponseRequest{.model = "gpt-4o-mini", .input = "Hello"});
    for (const auto& event : stream) std::cout << oaiwire::text(event) << std::flush;
    const oaiwire::Response& whole = stream.response();
    // [/calls]

    CHECK(vector == std::vector<float>{0.5f, -1});
    CHECK(http.requests().at(1).body.find("filename=\"meeting.mp3\"") != std::string::npos);
    CHECK(audio.str() == "ID3");
    CHECK(spoken.ok());
    CHECK(stream.ok());
    CHECK(whole.id == "r");
    CHECK(out.text() == "Good morning\nHi");
    std::filesystem::remove("meeting.mp3");
}

TEST_CASE("README's endpoints of providers are those of the providers") {
    setenv("OPENROUTER_API_KEY", "k", 1);
    const oaiwire::replay_transport http({});

    // [providers]
    const auto look_up = [](const char* name) { return std::getenv(name); };
    oaiwire::client api{http, oaiwire::endpoint_of(oaiwire::providers::openrouter, look_up,
                                                   {.app_name = "my program"})};
    oaiwire::endpoint local = oaiwire::endpoint_of(oaiwire::providers::ollama);
    // [/providers]

    CHECK(api.endpoint().api_key.reveal() == "k");
    CHECK(api.endpoint().headers.value("X-Title") == "my program");
    CHECK(local.base_url == "http://127.0.0.1:11434/v1");
}

#ifdef OAIWIRE_TEST_BOTAN
TEST_CASE("README's confidential call says why it cannot be made") {
    const oaiwire::endpoint where{.base_url = "http://127.0.0.1:9/v1",
                                  .retry = oaiwire::retry_policy::none()};
    const auto& request = hello;
    const captured_output out;

    // [confidential]
    oaiwire::confidential_client api{oaiwire::curl_transport{}, where, oaiwire::botan_crypto{}};
    auto stream = api.stream(request);
    for (const auto& chunk : stream) std::cout << oaiwire::text(chunk) << std::flush;
    if (!stream.ok()) std::cerr << to_string(stream.error()) << '\n';
    if (api.statistics().last.nonce_reused) std::cerr << "the node used a nonce twice\n";
    // [/confidential]

    CHECK(stream.error().code == oaiwire::errc::connect_failed);
    CHECK(out.text().empty());
}
#endif

TEST_CASE("README's own type is read and written") {
    using readme::Weather;
    const captured_output out;

    // [own]
    auto weather = oaiwire::json::read<Weather>(R"({"city":"Bern","celsius":null})");
    weather->celsius = 21.5;
    std::cout << oaiwire::json::write(*weather).value() << '\n';
    // [/own]

    INFO(out.text());
    CHECK(readme_shows(out.text()));
}

TEST_CASE("README's two lines about modes read as they say") {
    const std::string_view text = R"({"id":7,"choices":[{"index":"0"}]})";

    // [modes]
    auto strict = oaiwire::json::read<oaiwire::ChatCompletion>(text);
    auto lenient = oaiwire::json::read<oaiwire::ChatCompletion>(text, oaiwire::json::tolerant);
    // [/modes]

    CHECK_FALSE(strict);
    REQUIRE(lenient);
    CHECK(lenient->id == "7");
    CHECK(lenient->choices[0].index == 0);
}
