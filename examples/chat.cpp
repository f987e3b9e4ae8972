// chat: sends a prompt to a model and prints the answer as it arrives. See `chat --help`.
#include <signal.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "support/server_thread.hpp"

namespace {

constexpr const char* usage_text =
    "usage: chat [--model M] [--system S] [--no-stream] [--json] PROMPT...\n"
    "\n"
    "Sends the prompt (standard input if there is none) and prints the answer as it arrives.\n"
    "\n"
    "  --model M     the model; default: OPENAI_MODEL, or gpt-4o-mini\n"
    "  --system S    sends a system message before the prompt\n"
    "  --no-stream   requests the answer in one piece\n"
    "  --json        prints the whole response as one line of JSON instead of its text (of a\n"
    "                stream: the accumulated chunks, also if it is truncated)\n"
    "  --            ends the options\n"
    "\n"
    "OPENAI_BASE_URL sets the server (https://api.openai.com/v1, http://127.0.0.1:8000/v1) and\n"
    "OPENAI_API_KEY the key. Without a base URL, a small server on loopback answers. Usage and\n"
    "timing are printed to standard error. Ctrl-C ends the call and keeps the text so far.\n"
    "\n"
    "Exit status: 0 complete answer, 1 failed or truncated call, 2 wrong usage.\n";

struct arguments {
    std::string model{};
    std::string system{};
    std::string prompt{};
    bool stream = true;
    bool json = false;
};

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

[[noreturn]] void refuse_usage(const std::string& why) {
    std::fprintf(stderr, "chat: %s\n\n%s", why.c_str(), usage_text);
    std::exit(2);
}

std::string read_all(std::FILE* file) {
    std::string text;
    char buffer[4096];
    while (const auto n = std::fread(buffer, 1, sizeof buffer, file)) text.append(buffer, n);
    while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
    return text;
}

arguments parse(int count, char** words) {
    arguments out{.model = environment("OPENAI_MODEL", "gpt-4o-mini")};
    bool options = true;
    bool prompted = false;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        const auto value = [&]() -> const char* {
            if (++i == count) refuse_usage(std::string(word) + " needs a value");
            return words[i];
        };
        if (!options || !word.starts_with('-') || word == "-") {
            if (std::exchange(prompted, true)) out.prompt += ' ';
            out.prompt += word;
        } else if (word == "--") {
            options = false;
        } else if (word == "--model") {
            out.model = value();
        } else if (word == "--system") {
            out.system = value();
        } else if (word == "--no-stream") {
            out.stream = false;
        } else if (word == "--json") {
            out.json = true;
        } else if (word == "--help" || word == "-h") {
            std::fputs(usage_text, stdout);
            std::exit(0);
        } else {
            refuse_usage("unknown option " + std::string(word));
        }
    }
    if (!prompted) out.prompt = read_all(stdin);
    if (out.prompt.empty()) refuse_usage("there is no prompt");
    return out;
}

// Ctrl-C sets a flag, which is all that a signal handler may do; the call checks it through a
// token. A second Ctrl-C ends the program as usual.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

struct interrupt_token {
    bool stop_requested() const { return interrupted.load(std::memory_order_relaxed); }
};

void stop_on_interrupt() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupted.store(true, std::memory_order_relaxed); };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
}

// Writes the answer to standard output, and collects what the final report needs.
class printer {
public:
    explicit printer(bool shows_text) : shows_text_(shows_text) {}

    void text(std::string_view piece) {
        if (piece.empty()) return;
        if (!any_) first_ = clock::now();
        any_ = true;
        if (shows_text_) write(piece);
    }
    void write(std::string_view bytes) {
        line_ended_ = bytes.ends_with('\n');
        std::fwrite(bytes.data(), 1, bytes.size(), stdout);
        std::fflush(stdout);
    }
    void end_line() {
        if (!line_ended_) write("\n");
    }
    // Prints a line on standard error: tokens, if the server counted them, and seconds.
    void report(const oaiwire::ChatCompletion& response) const {
        std::fputs("chat: ", stderr);
        if (const auto& u = response.usage) {
            std::fprintf(stderr, "%lld prompt + %lld completion tokens, ",
                         static_cast<long long>(u->prompt_tokens.value_or(0)),
                         static_cast<long long>(u->completion_tokens.value_or(0)));
        } else {
            std::fputs("no usage sent, ", stderr);
        }
        if (any_) std::fprintf(stderr, "first text after %.2f s, ", seconds(first_));
        std::fprintf(stderr, "all after %.2f s", seconds(clock::now()));
        if (!response.choices.empty() && response.choices.front().finish_reason) {
            const auto reason = response.choices.front().finish_reason->text();
            std::fprintf(stderr, ", finish_reason %.*s", static_cast<int>(reason.size()),
                         reason.data());
        }
        std::fputc('\n', stderr);
    }

private:
    using clock = std::chrono::steady_clock;
    double seconds(clock::time_point at) const {
        return std::chrono::duration<double>(at - begin_).count();
    }
    clock::time_point begin_ = clock::now();
    clock::time_point first_{};
    bool shows_text_;
    bool any_ = false;
    bool line_ended_ = true;
};

// The result of a call: its error, if any, and everything received.
struct outcome {
    oaiwire::stream_end end = oaiwire::stream_end::open;
    oaiwire::error error{};
    oaiwire::ChatCompletion response{};
};

using client = oaiwire::client<oaiwire::curl_transport>;

outcome call_streamed(client& api, oaiwire::ChatCompletionRequest request, printer& out) {
    request.stream = true;
    request.stream_options = oaiwire::StreamOptions{.include_usage = true};
    auto stream = api.stream(request, {.stop = interrupt_token{}});
    for (const auto& chunk : stream) out.text(text(chunk));
    return {stream.end_reason(), stream.error(), stream.response()};
}

outcome call_plain(client& api, const oaiwire::ChatCompletionRequest& request, printer& out) {
    using oaiwire::stream_end;
    auto response = api.create(request, {.stop = interrupt_token{}});
    if (response) {
        out.text(text(*response));
        return {stream_end::complete, {}, *std::move(response)};
    }
    const bool cancelled = response.error().code == oaiwire::errc::cancelled;
    return {cancelled ? stream_end::cancelled : stream_end::truncated, response.error(), {}};
}

void explain(const outcome& result) {
    if (result.end == oaiwire::stream_end::cancelled) {
        std::fputs("chat: cancelled\n", stderr);
        return;
    }
    const auto& e = result.error;
    std::fprintf(stderr, "chat: %s\n", to_string(e).c_str());
    if (!e.api.request_id.empty()) {
        std::fprintf(stderr, "chat: request id %s\n", e.api.request_id.c_str());
    }
}

}  // namespace

int main(int count, char** words) {
    const arguments args = parse(count, words);

    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::unique_ptr<example::server_thread> server;
    if (where.base_url.empty()) {
        setenv("no_proxy", "127.0.0.1", 1);  // a proxy would search for the server on its own host
        server = std::make_unique<example::server_thread>();
        if (!server->started()) {
            std::perror("chat: no server could be started");
            return 1;
        }
        where.base_url = server->base_url();
        where.api_key = {};
        std::fprintf(stderr, "chat: OPENAI_BASE_URL is not set: answering from %s\n",
                     where.base_url.c_str());
    }

    oaiwire::ChatCompletionRequest request{.model = args.model};
    if (!args.system.empty()) request.messages.push_back(oaiwire::system(args.system));
    request.messages.push_back(oaiwire::user(args.prompt));

    stop_on_interrupt();
    client api{oaiwire::curl_transport{}, where};
    printer out(!args.json);
    const outcome result =
        args.stream ? call_streamed(api, request, out) : call_plain(api, request, out);
    const bool ok = result.error.code == oaiwire::errc::ok;

    const bool came = ok || !result.response.choices.empty();
    if (args.json && came) {
        const auto line = oaiwire::json::write(result.response);
        if (line) out.write(*line);
    }
    out.end_line();
    if (!result.response.choices.empty()) {
        const auto& message = result.response.choices.front().message;
        if (message && message->refusal && !message->refusal->empty()) {
            std::fprintf(stderr, "chat: refused: %s\n", message->refusal->c_str());
        }
    }
    if (!ok) explain(result);
    if (came) out.report(result.response);
    if (std::ferror(stdout)) {
        std::fputs("chat: standard output could not be written\n", stderr);
        return 1;
    }
    return ok ? 0 : 1;
}
