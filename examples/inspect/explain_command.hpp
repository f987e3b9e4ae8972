// The command `inspect explain`.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include "commands.hpp"
#include "explain.hpp"
#include "report.hpp"

namespace inspect {

inline bool is_terminal() {
#if defined(_WIN32)
    return _isatty(_fileno(stdout)) != 0;
#else
    return isatty(fileno(stdout)) != 0;
#endif
}

// Whether to colour: as asked, else on a terminal, unless NO_COLOR is set (no-color.org).
inline bool wants_colours(when asked) {
    if (asked != when::automatic) return asked == when::always;
    const char* const no = std::getenv("NO_COLOR");
    const char* const term = std::getenv("TERM");
    const bool dumb = term && std::string_view(term) == "dumb";
    return !(no && *no) && !dumb && is_terminal();
}

// Exits with 1 if something is wrong.
inline int show_explanation(const arguments& a, std::string_view bytes) {
    const explanation e = explain(bytes);
    const std::string out =
        a.json ? json_of(e, bytes) + '\n'
               : report(e, bytes, wants_colours(a.colour) ? ansi_colours : no_colours).text();
    std::fwrite(out.data(), 1, out.size(), stdout);
    return e.worst() == grade::wrong ? refused : printed;
}

}  // namespace inspect
