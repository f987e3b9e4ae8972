#include "report.hpp"

#include <algorithm>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/version.hpp>

#include "context.hpp"

namespace conform {

namespace {

// JSON text of a string; invalid UTF-8 becomes U+FFFD.
std::string json_text(std::string_view text) {
    std::string valid;
    oaiwire::append_valid_utf8(valid, text);
    return quoted(valid);
}

std::string place_of(const finding& f) {
    std::string out = f.asked;
    if (!f.path.empty()) out += (out.empty() ? "" : ", ") + f.path;
    if (f.placed) out += (out.empty() ? "byte " : ", byte ") + std::to_string(f.offset);
    return out;
}

std::string quirks_of(const check& c) {
    if (c.quirks.empty()) return {};
    const bool several = c.quirks.find(',') != c.quirks.npos;
    return std::string(several ? "quirks " : "quirk ").append(c.quirks);
}

std::string escaped(std::string_view text) {
    std::string valid, out;
    oaiwire::append_valid_utf8(valid, text);
    for (const char c : valid) {
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string version_text() {
    return std::to_string(oaiwire::version.major) + '.' + std::to_string(oaiwire::version.minor) +
           '.' + std::to_string(oaiwire::version.patch);
}

// `code` becomes an element.
std::string with_code(std::string_view text) {
    std::string out;
    bool inside = false;
    for (const char c : escaped(text)) {
        if (c != '`') {
            out += c;
        } else {
            out += inside ? "</code>" : "<code>";
            inside = !inside;
        }
    }
    return out;
}

std::string counted(std::size_t n, std::string_view what) {
    return std::to_string(n).append(" ").append(what);
}

std::string summary(const report& from) {
    const std::size_t deviations = from.count(outcome::deviation);
    return counted(from.count(outcome::passed), "passed, ") +
           counted(deviations, deviations == 1 ? "deviates, " : "deviate, ") +
           counted(from.count(outcome::skipped), "skipped, ") +
           counted(from.count(outcome::failed), "could not be made");
}

}  // namespace

std::size_t report::count(outcome of) const {
    return static_cast<std::size_t>(std::count_if(
        results.begin(), results.end(), [&](const auto& one) { return one.second.is == of; }));
}

std::string printable(std::string_view bytes) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    while (!bytes.empty()) {
        // the longest part that is whole characters without controls
        std::size_t n = 0;
        while (n < bytes.size()) {
            const auto c = static_cast<unsigned char>(bytes[n]);
            const std::size_t size = c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
            const std::string_view one = bytes.substr(n, size);
            const bool control =
                c < 32 || c == 127 ||
                (c == 0xc2 && one.size() == 2 && static_cast<unsigned char>(one[1]) < 0xa0);
            const auto last = static_cast<unsigned char>(one.back());
            // marks, overrides and isolates of direction, and line separators
            const bool turns =
                one == "\xd8\x9c" ||
                (one.starts_with("\xe2\x80") && (last >= 0xa8 || last == 0x8e || last == 0x8f)) ||
                (one.starts_with("\xe2\x81") && last >= 0xa0 && last < 0xb0);
            if (control || turns || !oaiwire::is_utf8(one)) break;
            n += size;
        }
        out += bytes.substr(0, n);
        bytes.remove_prefix(n);
        if (bytes.empty()) break;
        const auto c = static_cast<unsigned char>(bytes[0]);
        if (c == '\n') {
            out += "\\n";
        } else if (c == '\r') {
            out += "\\r";
        } else {
            out += {'\\', 'x', digits[c >> 4], digits[c & 15]};
        }
        bytes.remove_prefix(1);
    }
    return out;
}

std::string as_text(const report& from, bool colours, bool all) {
    const auto paint = [&](std::string_view text, std::string_view colour) {
        return colours ? "\x1b[" + std::string(colour) + 'm' + std::string(text) + "\x1b[0m"
                       : std::string(text);
    };
    std::string out = "conform: " + printable(from.url) + ", model " + printable(from.model) + "\n";
    std::string_view group;
    for (const auto& [c, v] : from.results) {
        if (!all && (v.is == outcome::passed || v.is == outcome::skipped)) continue;
        if (group_of(c) != group) out += '\n' + paint(group_of(c), "1") + '\n';
        group = group_of(c);
        const std::string_view colour = v.is == outcome::passed      ? "32"
                                        : v.is == outcome::deviation ? "31"
                                        : v.is == outcome::failed    ? "33"
                                                                     : "90";
        std::string state(name(v.is));
        state.resize(11, ' ');
        std::string id(c.id);
        id.resize(std::max<std::size_t>(id.size(), 28), ' ');
        out += "  " + paint(state, colour) + id + ' ' + std::string(c.expects) + '\n';
        if (!v.reason.empty() && v.is != outcome::deviation) {
            out += std::string(13, ' ') + printable(v.reason) + '\n';
        }
        for (const finding& f : v.findings) {
            out += std::string(13, ' ') + printable(f.message);
            const std::string place = place_of(f);
            if (!place.empty()) out += " (" + printable(place) + ')';
            out += '\n';
            if (!f.excerpt.empty()) {
                out += std::string(13, ' ') + paint(printable(f.excerpt), "90") + '\n';
            }
        }
        if (v.more != 0) out += std::string(13, ' ') + counted(v.more, "more\n");
        if (v.is == outcome::deviation) {
            const std::string quirks = quirks_of(c);
            out += std::string(13, ' ') + "source: " + std::string(c.source) +
                   (quirks.empty() ? "" : "; docs/quirks.md, " + quirks) + '\n';
        }
    }
    out += '\n';
    for (const auto& call : from.client) {
        out += "oaiwire's client, " + call.what + ": " +
               paint(printable(call.outcome), call.ok ? "32" : "31") + '\n';
    }
    return out + summary(from) + " (" + std::to_string(from.elapsed_ms) + " ms)\n";
}

std::string as_json(const report& from) {
    std::string out = R"({"format":"oaiwire-conform","format_version":1,"oaiwire_version":)" +
                      json_text(version_text()) + ",\"url\":" + json_text(from.url) +
                      ",\"model\":" + json_text(from.model) +
                      ",\"elapsed_ms\":" + std::to_string(from.elapsed_ms) + ",\n\"summary\":{";
    bool first = true;
    for (const auto of : {outcome::passed, outcome::deviation, outcome::skipped, outcome::failed}) {
        out +=
            (first ? "\"" : ",\"") + std::string(name(of)) + "\":" + std::to_string(from.count(of));
        first = false;
    }
    out += "},\n\"client\":[";
    first = true;
    for (const auto& call : from.client) {
        out += std::string(first ? "" : ",") + "{\"call\":" + json_text(call.what) +
               ",\"ok\":" + (call.ok ? "true" : "false") +
               ",\"outcome\":" + json_text(call.outcome) + '}';
        first = false;
    }
    out += "],\n\"checks\":[";
    first = true;
    for (const auto& [c, v] : from.results) {
        out += std::string(first ? "" : ",") + "\n{\"id\":" + json_text(c.id) +
               ",\"group\":" + json_text(group_of(c)) + ",\"expects\":" + json_text(c.expects) +
               ",\"source\":" + json_text(c.source) + ",\"quirks\":[" + std::string(c.quirks) +
               "],\"result\":" + json_text(name(v.is));
        first = false;
        if (!v.reason.empty()) out += ",\"reason\":" + json_text(v.reason);
        if (v.is != outcome::deviation) {
            out += '}';
            continue;
        }
        out += ",\"findings\":[";
        bool first_finding = true;
        for (const finding& f : v.findings) {
            out += std::string(first_finding ? "" : ",") + "{\"message\":" + json_text(f.message) +
                   ",\"request\":" + json_text(f.asked) + ",\"path\":" + json_text(f.path) +
                   ",\"offset\":" + (f.placed ? std::to_string(f.offset) : "null") +
                   ",\"excerpt\":" + json_text(f.excerpt) + '}';
            first_finding = false;
        }
        out += "],\"more\":" + std::to_string(v.more) + '}';
    }
    return out + "\n]}\n";
}

std::string as_html(const report& from) {
    std::string out = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>conform: )" + escaped(from.url) +
                      R"(</title>
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --pass: #17703a; --dev: #b3211d;
        --skip: #5c6370; --fail: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --pass: #6fd08c; --dev: #ff8a80; --skip: #a7adba; --fail: #f0b95a; }
}
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
thead th { background: var(--soft); }
tbody th { font: 500 .9rem/1.6 ui-monospace, monospace; white-space: nowrap; width: 15rem; }
td:nth-child(2) { width: 6rem; }
code { font: .85rem/1.4 ui-monospace, monospace; background: var(--soft); padding: 0 .2rem; overflow-wrap: anywhere; }
.passed { color: var(--pass); } .deviation { color: var(--dev); font-weight: 600; }
.skipped { color: var(--skip); } .failed { color: var(--fail); font-weight: 600; }
ul { margin: .3rem 0 0; padding-left: 1.1rem; } .note { color: var(--skip); font-size: .9rem; }
fieldset { border: 1px solid var(--line); border-radius: .4rem; margin: 1rem 0; }
label { margin-right: 1.2rem; }
body:has(#f-passed:not(:checked)) tr[data-result=passed],
body:has(#f-deviation:not(:checked)) tr[data-result=deviation],
body:has(#f-skipped:not(:checked)) tr[data-result=skipped],
body:has(#f-failed:not(:checked)) tr[data-result=failed] { display: none; }
@media (max-width: 45rem) { td, th { display: block; border: 0; } tr { border-bottom: 1px solid var(--line); display: block; }
  thead { display: none; } tr[hidden] { display: none; } }
</style>
</head>
<body>
<header>
<h1>Conformance of <code>)" +
                      escaped(from.url) + R"(</code></h1>
<p>Model <code>)" + escaped(printable(from.model)) +
                      "</code>. " + escaped(summary(from)) + ". " +
                      std::to_string(from.elapsed_ms) + " ms. oaiwire " + version_text() + R"(.</p>
</header>
<main>
<fieldset>
<legend>Show checks that</legend>
)";
    constexpr std::pair<outcome, std::string_view> states[] = {
        {outcome::deviation, "deviate"},
        {outcome::failed, "could not be made"},
        {outcome::skipped, "were skipped"},
        {outcome::passed, "passed"}};
    for (const auto& [of, text] : states) {
        const std::string id = "f-" + std::string(name(of));
        out += "<label for=\"" + id + "\"><input type=\"checkbox\" id=\"" + id + "\" checked> " +
               std::string(text) + " (" + std::to_string(from.count(of)) + ")</label>\n";
    }
    out += "</fieldset>\n";
    if (!from.client.empty()) {
        out += "<h2>oaiwire's own client</h2>\n<ul>\n";
        for (const auto& call : from.client) {
            out += "<li>" + escaped(call.what) + ": <span class=\"" +
                   (call.ok ? "passed" : "deviation") + "\">" + escaped(printable(call.outcome)) +
                   "</span></li>\n";
        }
        out += "</ul>\n";
    }
    std::string_view group;
    for (const auto& [c, v] : from.results) {
        if (group_of(c) != group) {
            if (!group.empty()) out += "</tbody>\n</table>\n</section>\n";
            group = group_of(c);
            const std::string g(group);
            out +=
                "<section aria-labelledby=\"g-" + g + "\">\n<h2 id=\"g-" + g + "\">" + g +
                "</h2>\n<table>\n<thead><tr><th scope=\"col\">Check</th><th scope=\"col\">Result"
                "</th><th scope=\"col\">Expected, and what was found</th></tr></thead>\n<tbody>\n";
        }
        const std::string result(name(v.is));
        out += "<tr data-result=\"" + result + "\" id=\"" + std::string(c.id) +
               "\"><th scope=\"row\">" + std::string(c.id) + "</th><td class=\"" + result + "\">" +
               result + "</td><td>" + with_code(c.expects) + " <span class=\"note\">" +
               escaped(c.source);
        const std::string quirks = quirks_of(c);
        out += (quirks.empty() ? "" : "; " + quirks) + "</span>";
        if (!v.reason.empty() && v.is != outcome::deviation) {
            out += "<br><span class=\"note\">" + escaped(printable(v.reason)) + "</span>";
        }
        if (v.is == outcome::deviation) {
            out += "<ul>";
            for (const finding& f : v.findings) {
                const std::string place = place_of(f);
                out += "<li>" + escaped(printable(f.message));
                if (!place.empty()) {
                    out += " <span class=\"note\">" + escaped(printable(place)) + "</span>";
                }
                if (!f.excerpt.empty()) {
                    out += "<br><code>" + escaped(printable(f.excerpt)) + "</code>";
                }
                out += "</li>";
            }
            if (v.more != 0) out += "<li>" + counted(v.more, "more") + "</li>";
            out += "</ul>";
        }
        out += "</td></tr>\n";
    }
    if (!group.empty()) out += "</tbody>\n</table>\n</section>\n";
    return out + "</main>\n</body>\n</html>\n";
}

}  // namespace conform
