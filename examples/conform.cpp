// conform: drives an OpenAI-compatible server through 290 checks and names what deviates.
//
//     conform --url http://127.0.0.1:8080/v1 [--key-env NAME] [--ca FILE] [--allow-cleartext]
//             [--model M] [--completion-model M] [--embedding-model M]
//             [--only chat,stream] [--timeout MS] [--total MS] [--all]
//             [--json FILE] [--html FILE]
//     conform --list
//
// --key-env names the environment variable with the key, which is never printed. --only takes
// groups and ids. --timeout is that of an exchange (30000), --total that of all (600000). --all
// prints passed and skipped checks, too. Exit status: 0 without deviations, 1 with some, 2 if
// checks could not be made. docs/conform.md lists the checks. POSIX only.
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <oaiwire/http/url.hpp>

#include "conform/curl_wire.hpp"
#include "conform/library.hpp"
#include "conform/run.hpp"

namespace {

constexpr int without = 0;
constexpr int with = 1;
constexpr int unable = 2;

struct arguments {
    std::string url{}, key_env{}, ca{}, only{}, json{}, html{};
    conform::settings how{};
    bool cleartext = false;
    bool list = false;
    bool all = false;
};

bool read_ms(std::string_view text, std::int64_t& to) {
    const char* const last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), last, to);
    return failure == std::errc() && end == last && to > 0 && to <= 86'400'000;
}

bool parse(int count, char** words, arguments& to) {
    for (int i = 1; i < count; ++i) {
        const std::string_view name = words[i];
        if (name == "--list") {
            to.list = true;
        } else if (name == "--all") {
            to.all = true;
        } else if (name == "--allow-cleartext") {
            to.cleartext = true;
        } else if (i + 1 == count) {
            return false;
        } else {
            const std::string_view value = words[++i];
            if (name == "--timeout") {
                if (!read_ms(value, to.how.within.timeout_ms)) return false;
            } else if (name == "--total") {
                if (!read_ms(value, to.how.total_ms)) return false;
            } else {
                std::string* const text = name == "--url"                ? &to.url
                                          : name == "--key-env"          ? &to.key_env
                                          : name == "--ca"               ? &to.ca
                                          : name == "--only"             ? &to.only
                                          : name == "--json"             ? &to.json
                                          : name == "--html"             ? &to.html
                                          : name == "--model"            ? &to.how.model
                                          : name == "--completion-model" ? &to.how.completion_model
                                          : name == "--embedding-model"  ? &to.how.embedding_model
                                                                         : nullptr;
                if (!text) return false;
                *text = value;
            }
        }
    }
    return to.list || !to.url.empty();
}

bool write_file(const std::string& name, const std::string& text) {
    std::FILE* const file = std::fopen(name.c_str(), "wb");
    bool done = file && std::fwrite(text.data(), 1, text.size(), file) == text.size();
    if (file) done = std::fclose(file) == 0 && done;
    if (!done) std::fprintf(stderr, "conform: cannot write %s\n", name.c_str());
    return done;
}

void print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
}

int list() {
    for (const conform::check& c : conform::all_checks()) {
        std::string line(c.id);
        line.append("\t").append(c.expects).append("\t").append(c.source);
        print(line.append("\t").append(c.quirks) + '\n');
    }
    return without;
}

int complain(const std::string& why) {
    std::fprintf(stderr, "conform: %s\n", conform::printable(why).c_str());
    return unable;
}

int run(arguments& with_these) {
    conform::settings& how = with_these.how;
    if (!with_these.key_env.empty()) {
        const char* const key = std::getenv(with_these.key_env.c_str());
        if (!key || *key == '\0') return complain("the variable of --key-env is not set");
        how.key = oaiwire::secret{key};
    }
    // a key is sent over http to this machine only, unless that is asked for
    const bool open = with_these.cleartext || how.key.empty();
    auto url = oaiwire::http::parse_base_url(with_these.url, open);
    if (!url) return complain("--url: " + to_string(url.error()));
    how.url = *std::move(url);

    bool any = false;
    for (const auto& c : conform::all_checks()) any = any || selected(c, with_these.only);
    if (!any) return complain("--only names no check; --list lists them");

    const auto dialer = conform::make_curl_dialer(how.url.origin, with_these.ca);
    conform::context in(*dialer, how);
    std::string why;
    if (!reachable(in, why)) return complain("the server cannot be reached: " + why);
    conform::report report = run_checks(in, with_these.only);
    report.url = with_these.url;
    if (with_these.only.empty() && in.lives()) {
        report.client = call_with_client(how, in.model(), with_these.ca);
        for (auto& call : report.client) call.outcome = in.without_key(std::move(call.outcome));
    }
    print(as_text(report, isatty(STDOUT_FILENO) != 0, with_these.all));
    bool written = true;
    if (!with_these.json.empty()) written = write_file(with_these.json, as_json(report));
    if (!with_these.html.empty()) written = write_file(with_these.html, as_html(report)) && written;
    if (!written) return unable;
    if (report.count(conform::outcome::deviation) != 0) return with;
    return report.count(conform::outcome::failed) != 0 ? unable : without;
}

}  // namespace

int main(int count, char** words) {
    arguments with_these;
    if (!parse(count, words, with_these)) {
        std::fputs(
            "usage: conform --url URL [--key-env NAME] [--ca FILE] [--allow-cleartext] [--model "
            "M]\n"
            "               [--completion-model M] [--embedding-model M] [--only GROUPS]\n"
            "               [--timeout MS] [--total MS] [--all] [--json FILE] [--html FILE]\n"
            "       conform --list\n",
            stderr);
        return unable;
    }
    return with_these.list ? list() : run(with_these);
}
