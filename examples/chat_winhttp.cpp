// chat_winhttp: a streamed chat completion over WinHTTP, the HTTP stack of Windows. Needs nothing
// but Windows:
//
//     set OPENAI_BASE_URL=http://127.0.0.1:8000/v1
//     set OPENAI_API_KEY=...
//     set OPENAI_MODEL=...
//     chat_winhttp Why is the sky blue?
//
// Ctrl-C ends the call and keeps the text so far. Exit status: 0 complete answer, 1 failed call,
// 2 wrong usage.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/winhttp.hpp>
// needs windows.h
#include <shellapi.h>

namespace {

std::string environment(const char* name, const char* otherwise = "") {
    const char* const value = std::getenv(name);
    return value && *value ? value : otherwise;
}

// Words come in the encoding of the system: as UTF-16 they have all characters.
std::string utf8(const wchar_t* text) {
    const int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    if (size <= 1) return {};
    std::string out(static_cast<std::size_t>(size), '\0');
    WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), size, nullptr, nullptr);
    out.pop_back();  // the NUL
    return out;
}

// Windows calls it on a thread of its own, where a handle may be stopped.
const oaiwire::stop_handle& interrupt() {
    static const oaiwire::stop_handle handle;
    return handle;
}
int __stdcall on_interrupt(unsigned long) {
    interrupt().request_stop();
    return 1;
}

}  // namespace

int main(int count, char** words) {
    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::string prompt;
    int wide_count = 0;
    if (wchar_t** const wide = CommandLineToArgvW(GetCommandLineW(), &wide_count)) {
        for (int i = 1; i < wide_count; ++i) prompt += (i == 1 ? "" : " ") + utf8(wide[i]);
        LocalFree(wide);
    } else {
        for (int i = 1; i < count; ++i) prompt += (i == 1 ? "" : " ") + std::string(words[i]);
    }
    if (prompt.empty() || where.base_url.empty()) {
        std::fputs("usage: chat_winhttp PROMPT...   with OPENAI_BASE_URL set\n", stderr);
        return 2;
    }
    SetConsoleOutputCP(CP_UTF8);
    SetConsoleCtrlHandler(&on_interrupt, 1);

    const oaiwire::ChatCompletionRequest request{
        .model = environment("OPENAI_MODEL", "gpt-4o-mini"), .messages = {oaiwire::user(prompt)}};
    oaiwire::client api{oaiwire::winhttp_transport{}, where};
    auto stream = api.stream(request, {.stop = interrupt()});
    for (const auto& chunk : stream) {
        const auto piece = text(chunk);
        std::fwrite(piece.data(), 1, piece.size(), stdout);
        std::fflush(stdout);
    }
    std::fputc('\n', stdout);
    if (!stream.ok()) {
        std::fprintf(stderr, "chat_winhttp: %s\n", to_string(stream.error()).c_str());
        return 1;
    }
    return 0;
}
