// One-definition-rule test. With odr_2.cpp: two translation units that include everything are
// linked and must agree on every type. With odr_declarations.cpp and odr_implementation.cpp: forms
// are mixed in one program.
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/oaiwire.hpp>  // NOLINT: tests repeated inclusion

#include <cstdio>

#include "odr.hpp"

namespace {

int differs(const form_facts& mine, const form_facts& other, const char* form) {
    if (mine == other) return 0;
    std::printf("%s: %s %s\n", form, other.written.c_str(), to_string(other.failure).c_str());
    for (std::size_t i = 0; i != mine.types.size() && i != other.types.size(); ++i) {
        if (mine.types[i] == other.types[i]) continue;
        std::printf("%s\n%s\n", mine.types[i].c_str(), other.types[i].c_str());
    }
    return 1;
}

}  // namespace

int main() {
    const form_facts mine = facts_of_this_file();
    const bool plausible = mine.failure.path == "choices[0].index" && mine.read.id == "x" &&
                           mine.request.starts_with("http://localhost:8080/v1/chat/completions {");
    const int wrong = differs(mine, facts_of_headers(), "headers") +
                      differs(mine, facts_of_declarations(), "declarations") +
                      differs(mine, facts_of_implementation(), "implementation");
    return plausible ? wrong : 4;
}
