// extract: turns a text into a struct, and shows the struct while the model writes it. See
// `extract --help`.
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "support/server_thread.hpp"

namespace {

constexpr const char* usage_text =
    "usage: extract [--model M] [TEXT...]\n"
    "\n"
    "Extracts the tasks from notes of a meeting (from some notes of its own if there is no text).\n"
    "On a terminal, what is known so far is shown while it comes; else one line per event is\n"
    "printed. The last line is the whole value as JSON.\n"
    "\n"
    "OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL are used as by `chat`. Without a base URL, "
    "a\n"
    "small server on loopback answers with a value that fits, but says nothing of the text.\n"
    "\n"
    "Exit status: 0 extracted, 1 failed, 2 wrong usage.\n";

constexpr const char* some_notes =
    "Anna opened at ten. The tax export fails since Monday, so Ben drops everything and repairs it "
    "by Wednesday. Carla writes the release notes when she finds the time. Nobody was happy about "
    "the office plants; Anna waters them this week.";

enum class Priority { unknown, low, normal, urgent };
constexpr std::array<std::string_view, 3> enumerator_names(Priority) {
    return {"low", "normal", "urgent"};
}

struct Task {
    std::string what{};
    std::string who{};
    Priority priority{};
    std::optional<int> days{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&Task::days, {.description = "Days that are left", .minimum = 0})};
};

struct Meeting {
    std::string topic{};
    std::vector<Task> tasks{};
    std::string mood{};
};

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

// Rewrites its lines on a terminal each time.
class live_view {
public:
    explicit live_view(bool colours) : on_terminal_(colours) {}

    // What has changed since the last call.
    void update(oaiwire::json::partial<Meeting>& view) {
        if (on_terminal_) {
            show(view);
        } else {
            print_changes(view);
        }
        std::fflush(stdout);
    }

private:
    void show(const oaiwire::json::partial<Meeting>& view) {
        const Meeting& so_far = view.value();
        // up to the first line, and everything below is cleared
        if (lines_ != 0) std::printf("\x1b[%dF\x1b[J", lines_);
        lines_ = 0;
        line("topic", so_far.topic);
        for (const Task& task : so_far.tasks) {
            std::string text = task.who + ": " + task.what;
            const auto known = static_cast<std::size_t>(task.priority);
            if (known != 0) text.append(", ").append(enumerator_names(Priority{})[known - 1]);
            if (task.days) text.append(", ").append(std::to_string(*task.days)).append(" days");
            line("task", text);
        }
        line("mood", so_far.mood);
        line("open", view.open_path());
    }
    // One line, which a narrow terminal must not break into two.
    void line(const char* name, std::string_view text) {
        const std::string_view shown = oaiwire::utf8_prefix(text, 70);
        std::printf("%-6s", name);
        for (const char c : shown)
            std::fputc(static_cast<unsigned char>(c) < 0x20 ? ' ' : c, stdout);
        std::fputc('\n', stdout);
        ++lines_;
    }

    void print_changes(oaiwire::json::partial<Meeting>& view) {
        while (const auto* change = view.next()) {
            std::string text(name(change->what));
            text.append(" ").append(name(change->shape));
            if (!change->path.empty()) text.append(" ").append(change->path);
            if (!change->piece.empty()) text.append(": ").append(change->piece);
            for (char& c : text) {
                if (static_cast<unsigned char>(c) < 0x20) c = ' ';
            }
            std::printf("%s\n", text.c_str());
        }
    }

    bool on_terminal_;
    int lines_ = 0;
};

}  // namespace

int main(int count, char** words) {
    std::string model = environment("OPENAI_MODEL", "gpt-4o-mini");
    std::string notes;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--help" || word == "-h") {
            std::fputs(usage_text, stdout);
            return 0;
        }
        if (word == "--model" && i + 1 < count) {
            model = words[++i];
        } else if (word.starts_with("--")) {
            std::fprintf(stderr, "extract: %s\n\n%s", words[i], usage_text);
            return 2;
        } else {
            notes.append(notes.empty() ? "" : " ").append(word);
        }
    }
    if (notes.empty()) notes = some_notes;

    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::unique_ptr<example::server_thread> server;
    if (where.base_url.empty()) {
        setenv("no_proxy", "127.0.0.1", 1);  // a proxy would search for the server on its own host
        server = std::make_unique<example::server_thread>();
        if (!server->started()) {
            std::perror("extract: no server could be started");
            return 1;
        }
        where.base_url = server->base_url();
        where.api_key = {};
        std::fprintf(stderr, "extract: OPENAI_BASE_URL is not set: answering from %s\n",
                     where.base_url.c_str());
    }

    oaiwire::client api{oaiwire::curl_transport{}, where};
    oaiwire::ChatCompletionRequest request{.model = model};
    request.messages = {oaiwire::system("Extract the meeting from the user's notes."),
                        oaiwire::user(notes)};
    request.response_format = oaiwire::response_format<Meeting>();
    request.stream = true;

    oaiwire::json::partial<Meeting> view;
    live_view terminal(isatty(STDOUT_FILENO) == 1);
    auto stream = api.stream(request);
    for (const auto& chunk : stream) {
        view.feed(oaiwire::text(chunk));
        terminal.update(view);
    }
    if (!stream.ok()) {
        std::fprintf(stderr, "extract: %s\n", to_string(stream.error()).c_str());
        return 1;
    }

    // refusals, cut and filtered answers are errors here, as is JSON that does not fit
    const auto meeting = oaiwire::parse<Meeting>(stream.response());
    if (!meeting) {
        std::fprintf(stderr, "extract: %s\n", to_string(meeting.error()).c_str());
        return 1;
    }
    const auto line = oaiwire::json::write(*meeting);
    std::printf("%s\n", line ? line->c_str() : to_string(line.error()).c_str());
    return 0;
}
