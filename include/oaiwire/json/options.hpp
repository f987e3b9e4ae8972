// How to read, and what was noticed on the way. Knows no reader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/read_memo.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire::inline v0_2::json {

// strict: RFC 8259 and the types as declared. tolerant: what servers send; the default for bytes
// that come from one. What tolerant accepts and strict refuses, with what a report says of it:
//
//   found                                        becomes
//   null where a member or element is plain      what is empty of that type          (nil)
//   null among the objects of a list             no element                          (nil)
//   a number in quotes where one is due          the number                          (converted)
//   a fraction or exponent, an integer is due    its whole part, if that fits        (converted)
//   any other value where text is due            its JSON text, without white space  (converted)
//     and lists and objects only where no list is due as well
//   one element where its list is due            the list of it                      (converted)
//   a bare list where Logprobs are due           its token_logprobs                  (converted)
//   another value that an optional member        an absent member, and one of that   (dropped)
//     or element cannot hold                       name in `extra`; null for an element
//   half a surrogate pair in text                as lone_surrogates says             (the flag)
//   NaN, Infinity, -Infinity                     the double, where one is due        (converted)
//                                                else the text that names it
//   invalid UTF-8                                U+FFFD for each maximal part        (repaired)
//   a raw control character in text              that character                      (repaired)
//   a byte order mark before all                 nothing                             (repaired)
//
// The last four are no JSON: json/repair.hpp rewrites them once strict checking has failed, which
// the report's flag `repaired` tells.
// Whatever else is no JSON is refused by both.
enum class read_mode : std::uint8_t { strict, tolerant };

inline constexpr read_mode strict = read_mode::strict;
inline constexpr read_mode tolerant = read_mode::tolerant;

// Something that was not as declared, or not as its document has it, and yet was read.
struct read_note {
    enum class kind : std::uint8_t {
        absent,     // a member that is always there was not
        nil,        // it was null
        converted,  // a value of another type was taken
        dropped,    // a value that an optional member cannot hold was passed over
        // with read_options::conform
        missing,       // a member that the document requires was not there
        mistyped,      // a value has another type than the document's
        out_of_range,  // a number is out of the document's range
    };
    kind what{};
    std::string path{};
    std::string due{};  // of the last three: "an integer from 0 to 20"
    friend bool operator==(const read_note&, const read_note&) = default;
};

// "absent", "out_of_range" and so on. Static memory.
constexpr std::string_view name(read_note::kind what) {
    constexpr std::string_view names[]{"absent",  "nil",      "converted",   "dropped",
                                       "missing", "mistyped", "out_of_range"};
    return names[static_cast<std::size_t>(what)];
}

struct read_report {
    std::vector<read_note> notes{};
    bool lone_surrogate = false;  // half a surrogate pair was met and kept or replaced
    bool repaired = false;        // the text was no JSON until it was rewritten

    bool has(read_note::kind what, std::string_view path) const {
        for (const auto& n : notes) {
            if (n.what == what && n.path == path) return true;
        }
        return false;
    }
    void clear() {
        notes.clear();
        lone_surrogate = repaired = false;
    }
};

struct schema;

// What a document says of the text, to hold a server to. Made by conforming() of json/schema.hpp,
// so that programs which do not ask for it hold no code of it.
struct conformance {
    const schema* to = nullptr;  // borrowed
    void (*note)(std::string_view text, const schema& to, read_report& report) = nullptr;
};

struct read_options {
    read_mode mode = read_mode::strict;
    std::size_t depth = 64;  // nesting of values that no type names, and of types that recurse
    // tolerant mode only; strict refuses half a pair
    surrogates lone_surrogates = surrogates::replace;
    read_report* report = nullptr;  // borrowed; added to, never cleared
    read_memo* memo = nullptr;      // borrowed; of use only with a report, which is clear
    conformance conform{};          // what is not so is noted in the report, if there is one
    bool predict = true;  // expect the members in their usual order; no result depends on it

    read_options() = default;
    read_options(read_mode m) : mode(m) {}
};

}  // namespace oaiwire::inline v0_2::json
