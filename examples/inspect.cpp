// inspect: says what captured bytes are and what is wrong with them, and shows how the library
// reads them. docs/inspect.md describes it.
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>

#include "inspect/commands.hpp"
#include "inspect/explain_command.hpp"

namespace {

using inspect::arguments;
using inspect::misused;
using inspect::printed;

constexpr std::string_view help =
    "inspect: says what captured bytes are and what is wrong with them\n"
    "\n"
    "  inspect explain [--json] [--color=auto|always|never] FILE|-\n"
    "      what the bytes are, which server wrote them, what is wrong and where\n"
    "  inspect sse [--cut N] FILE|-\n"
    "      the events of an event stream\n"
    "  inspect stream chat|completions|responses|images [--cut N] [--strict] FILE|-\n"
    "      the chunks of a stream, its end, and the whole response\n"
    "  inspect decode [--tolerant] [--conform[=openai|atoma|r9s]] KIND FILE|-\n"
    "      a document, read and written again; --conform: its deviations from a document\n"
    "  inspect facts KIND FILE|-\n"
    "      all properties of one payload\n"
    "  inspect chunked FILE|-\n"
    "      the content of a chunked HTTP body\n"
    "  inspect --help, inspect --version\n"
    "\n"
    "FILE is an answer or a request, with or without the HTTP around it; - is standard input.\n"
    "--cut N feeds the decoder N bytes at a time.\n"
    "KIND: chat_request chat_response chat_chunk completion_request completion_response\n"
    "completion_chunk models embeddings error_body; of decode also images image_event\n"
    "response response_event\n"
    "\n"
    "Exit status: 0; 1 if explain found something wrong, or decode or chunked refused the input;\n"
    "2 if the arguments or the file cannot be read.\n";

// The document named by "--conform" or "--conform=atoma".
std::optional<oaiwire::document> document_of(std::string_view word) {
    if (word == "--conform" || word == "--conform=openai") return oaiwire::document::openai;
    if (word == "--conform=atoma") return oaiwire::document::atoma;
    if (word == "--conform=r9s") return oaiwire::document::r9s;
    return std::nullopt;
}

// Reads one option, which may take the next argument. Returns whether it is one of `command`.
bool read_option(arguments& a, std::string_view command, std::string_view word, const char* next,
                 bool& took_next) {
    if (command == "explain") {
        a.json = a.json || word == "--json";
        if (word == "--color=auto") a.colour = inspect::when::automatic;
        if (word == "--color=always") a.colour = inspect::when::always;
        if (word == "--color=never") a.colour = inspect::when::never;
        return word == "--json" || word == "--color=auto" || word == "--color=always" ||
               word == "--color=never";
    }
    if (command == "stream" && word == "--strict") {
        a.strict = true;
        return true;
    }
    if (command == "decode") {
        a.tolerant = a.tolerant || word == "--tolerant";
        if (word.starts_with("--conform")) a.conform = document_of(word);
        return word == "--tolerant" || (word.starts_with("--conform") && a.conform);
    }
    if (word != "--cut" || (command != "sse" && command != "stream")) return false;
    const std::string_view digits = next ? next : "";
    took_next = true;
    a.cut = std::strtoull(std::string(digits).c_str(), nullptr, 10);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos || *a.cut == 0) {
        a.problem = "--cut needs a number of bytes from 1";
    }
    return true;
}

arguments parse(std::string_view command, int argc, char** argv) {
    arguments a;
    for (int i = 2; i < argc && a.problem.empty(); ++i) {
        const std::string_view word = argv[i];
        bool took_next = false;
        if (!word.starts_with('-') || word == "-") {
            a.words.emplace_back(word);
        } else if (!read_option(a, command, word, i + 1 < argc ? argv[i + 1] : nullptr,
                                took_next)) {
            a.problem = "no such option of " + std::string(command) + ": " + std::string(word);
        }
        if (took_next) ++i;
    }
    return a;
}

std::optional<std::string> contents(const std::string& name) {
    std::FILE* const file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
    if (!file) return std::nullopt;
    std::string bytes;
    char block[65536];
    for (std::size_t n = 0; (n = std::fread(block, 1, sizeof block, file)) != 0;) {
        bytes.append(block, n);
    }
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    return failed ? std::nullopt : std::optional(bytes);
}

int complain(std::string_view what) {
    const std::string text = "inspect: " + inspect::safe(what) + "\nTry `inspect --help`.\n";
    std::fputs(text.c_str(), stderr);
    return misused;
}

int show_stream(const arguments& a, std::string_view kind, std::string_view bytes) {
    using inspect::show_stream;
    if (kind == "chat") return show_stream<oaiwire::ChatCompletionChunk>(a, bytes);
    if (kind == "completions") return show_stream<oaiwire::CompletionChunk>(a, bytes);
    if (kind == "responses") return show_stream<oaiwire::ResponseStreamEvent>(a, bytes);
    if (kind == "images") return show_stream<oaiwire::ImageStreamEvent>(a, bytes);
    return misused;
}

int show_facts(std::string_view kind, std::string_view bytes) {
    const auto facts = inspect::facts_of(kind, bytes);
    if (!facts) return misused;
    inspect::print(*facts);
    return printed;
}

int run(std::string_view command, const arguments& a) {
    const bool no_kind = command == "explain" || command == "sse" || command == "chunked";
    const bool with_kind = command == "decode" || command == "stream" || command == "facts";
    if (!no_kind && !with_kind) return complain("no such command: " + std::string(command));
    if (!a.problem.empty()) return complain(a.problem);
    if (a.words.size() != (no_kind ? 1u : 2u)) {
        return complain(std::string(command) +
                        (no_kind ? " needs one FILE, or -" : " needs a KIND and one FILE, or -"));
    }
    const auto bytes = contents(a.words.back());
    if (!bytes) return complain("cannot read " + a.words.back());
    if (command == "explain") return inspect::show_explanation(a, *bytes);
    if (command == "sse") return inspect::show_events(a, *bytes);
    if (command == "chunked") return inspect::show_content(*bytes);
    const std::string& kind = a.words.front();
    const int code = command == "decode"   ? inspect::decode(a, kind, *bytes)
                     : command == "stream" ? show_stream(a, kind, *bytes)
                                           : show_facts(kind, *bytes);
    return code == misused ? complain("no such kind of " + std::string(command) + ": " + kind)
                           : code;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view command = argc < 2 ? "" : argv[1];
    if (command == "--help" || command == "-h") {
        std::fputs(help.data(), stdout);
        return printed;
    }
    if (command == "--version") {
        std::printf("inspect of oaiwire %d.%d.%d\n", OAIWIRE_VERSION_MAJOR, OAIWIRE_VERSION_MINOR,
                    OAIWIRE_VERSION_PATCH);
        return printed;
    }
    if (command.empty()) return complain("a command is missing");
    const int code = run(command, parse(command, argc, argv));
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    return written ? code : complain("cannot write the output");
}
