// The results as a table, as JSON and as a page.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check.hpp"
#include "library.hpp"

namespace conform {

struct report {
    std::string url{};
    std::string model{};
    std::vector<std::pair<check, verdict>> results{};
    std::vector<client_call> client{};
    std::int64_t elapsed_ms = 0;

    std::size_t count(outcome of) const;
};

// Control characters and invalid UTF-8 are written as escapes: what a server sends must not reach a
// terminal as it is.
std::string printable(std::string_view bytes);

// `colours`: with the escapes of a terminal. `all`: passed and skipped checks, too.
std::string as_text(const report& from, bool colours, bool all);
// docs/conform.md describes its members.
std::string as_json(const report& from);
// One file without anything from elsewhere.
std::string as_html(const report& from);

}  // namespace conform
