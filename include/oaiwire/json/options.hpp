// Options for reading, and the report of what was unusual.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// strict: RFC 8259 and the types as declared. tolerant: what servers really send; the library reads
// responses this way. What tolerant accepts and strict refuses, and the note in a report:
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
// The last four are not JSON: json/repair.hpp rewrites the text after a syntax error, and the
// report says so by its flag `repaired`. Both modes refuse all other malformed JSON.
enum class read_mode : std::uint8_t { strict, tolerant };

inline constexpr read_mode strict = read_mode::strict;      // converts to read_options
inline constexpr read_mode tolerant = read_mode::tolerant;  // converts to read_options

// A value that was read although it is not as declared, or not as its schema requires.
struct read_note {
    // The kind of a deviation.
    enum class kind : std::uint8_t {
        absent,     // a member that is not optional was absent
        nil,        // null where a value is required
        converted,  // a value of another type was taken
        dropped,    // a value that an optional member cannot hold was skipped
        // with read_options::conform
        missing,       // a member that the schema requires was absent
        mistyped,      // a value has another type than the schema's
        out_of_range,  // a number is out of the schema's range
    };
    kind what{};         // the deviation
    std::string path{};  // of the value or member, as in errors
    std::string due{};   // of the last three: "an integer from 0 to 20"
    friend bool operator==(const read_note&, const read_note&) = default;
};

// "absent", "out_of_range" and so on, in static memory.
constexpr std::string_view name(read_note::kind what) {
    constexpr std::string_view names[]{"absent",  "nil",      "converted",   "dropped",
                                       "missing", "mistyped", "out_of_range"};
    return names[static_cast<std::size_t>(what)];
}

// What reading a text noticed. May be used for several texts; clear() keeps memory.
struct read_report {
    std::vector<read_note> notes{};  // in the order in which they were found
    bool lone_surrogate = false;     // half a surrogate pair was kept or replaced
    bool repaired = false;           // the text was not JSON until it was repaired
    // No more are kept: each takes a pass over the text before it, to find its path.
    std::size_t most = 1000;
    bool incomplete = false;  // there were more than that

    // Whether no further note is kept; marks the report as incomplete then.
    bool full() {
        incomplete = incomplete || notes.size() >= most;
        return notes.size() >= most;
    }
    // Whether there is such a note about that path.
    bool has(read_note::kind what, std::string_view path) const {
        for (const auto& n : notes) {
            if (n.what == what && n.path == path) return true;
        }
        return false;
    }
    // Forgets all, for the next text.
    void clear() {
        notes.clear();
        lone_surrogate = repaired = incomplete = false;
    }
};

struct document_schema;

// A schema to check the text against. Made by conforming() (json/document_schema.hpp), so that
// programs which do not use it contain no code of it.
struct conformance {
    const document_schema* to = nullptr;  // borrowed
    // set by conforming()
    void (*note)(std::string_view text, const document_schema& to, read_report& report) = nullptr;
};

// How to read a text. What is borrowed must live as long as the call.
struct read_options {
    read_mode mode = read_mode::strict;  // what is accepted
    std::size_t depth = 64;              // most levels of objects and arrays (errc::too_deep)
    // tolerant mode only; strict refuses half a pair
    surrogates lone_surrogates = surrogates::replace;
    read_report* report = nullptr;  // borrowed; added to, never cleared
    conformance conform{};          // deviations are noted in the report, if there is one
    // refuse objects without a member that is not optional (errc::missing_member), and values
    // without the tag by which the alternatives of their type are told apart (errc::type_mismatch)
    bool required = false;
    bool predict = true;  // expect members in declared order: faster, same results

    read_options() = default;
    read_options(read_mode m) : mode(m) {}
};

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
