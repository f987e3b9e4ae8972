// partial: a value that fills while its text comes is the same for every cut, in new and used
// memory, and ends as json::read does. Input: seed (the type, the mode, the cuts), text.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/chat_response.hpp>
#include <support/everything.hpp>
#include <support/partial_runs.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

// All kinds that are shown before they are whole, in each other.
struct note {
    static constexpr wire_tag tag{"type", "note"};
    std::string text{};
};
struct group {
    static constexpr wire_tag tag{"type", "group"};
    std::vector<std::variant<note, group, raw_json>> parts{};
    extra_members extra{};
};
struct node {
    std::string name{};
    std::unique_ptr<node> next{};
    std::vector<node> children{};
    std::array<std::optional<std::string>, 2> pair{};
    std::map<std::string, std::vector<std::string>> named{};
    string_map<std::vector<int>> counts{};
    std::variant<std::string, std::vector<bool>, std::vector<group>, group> any{};
    field<std::vector<float>> floats{};
    field<raw_json> raw{};
    extra_members extra{};
};

void hold(const std::string& wrong, const char* promise, int line = __builtin_LINE()) {
    if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
    must(wrong.empty(), promise, line);
}

void check(support::partial_subject& s, bool strict, fuzz::seeded& random) {
    const std::string_view text = random.text;
    const support::partial_trace bytes(s, text);
    hold(support::ends_as_read(s, text, strict), "it ends as json::read does");
    // held-back unions are looked at again, once for each level
    must(s.work() <= 70 * text.size() + 70, "work is linear");
    for (const auto& cuts : fuzz::cuttings(random, text.size())) {
        hold(support::same_when_cut(s, bytes, text, cuts, random.below(2) == 0),
             "the same is seen for every cut, in used memory");
    }
    // another beginning in between
    s.reset();
    s.feed(text.substr(0, random.below(text.size() + 1)));
    hold(support::same_when_cut(s, bytes, text, {}, false), "the last text leaves nothing behind");
    hold(support::ends_as_read(s, text, strict), "it ends as json::read does");
}

template <class T>
void check(fuzz::seeded& random) {
    const bool strict = random.below(4) != 0;
    json::read_options options(strict ? json::strict : json::tolerant);
    if (random.below(4) == 0) options.depth = 3;
    support::partial_subject_of<T> s(options);
    check(s, strict, random);
}

void partial(fuzz::seeded random) {
    // each prefix is written: quadratic
    constexpr std::size_t most = 2048;
    random.text = random.text.substr(0, most);
    switch (random.below(8)) {
        case 0:
            return check<support::everything>(random);
        case 1:
            return check<ChatCompletion>(random);
        case 2:
            return check<std::vector<std::variant<note, group>>>(random);
        case 3:
            return check<std::variant<bool, std::string, std::vector<double>, raw_json>>(random);
        case 4:
            return check<std::string>(random);
        default:
            return check<node>(random);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    partial(fuzz::seeded(fuzz::text_of(data, size)));
    return 0;
}
