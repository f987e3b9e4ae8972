// json::partial: a value that fills while its JSON text comes in pieces.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/partial_machine.hpp>
#include <oaiwire/json/partial_type.hpp>
#include <oaiwire/json/read.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// The value comes before the machine that fills it.
template <class T>
struct partial_value {
    T value_{};
};

}  // namespace detail

// A T that json::read could read, of which only a part of the text is known: the content of a
// stream, or the arguments of a tool call.
//
//     oaiwire::json::partial<Recipe> view;
//     for (each chunk) {
//         view.feed(oaiwire::text(chunk));
//         show(view.value());
//     }
//     oaiwire::result<Recipe> recipe = view.finish();
//
// value() shows strings as far as they came, lists and maps as far as they are, and all else once
// it is whole: numbers (at the byte after them), literals, enumerations, raw JSON. An element
// appears when it opens, or when it is whole if it is shown only then. Of a string, only complete
// characters are shown. A std::variant is shown once its alternative is known: by its first byte,
// that of its first element, or its tag, up to which the object is held back. Members that have not
// come are as json::read leaves absent ones. Of duplicate members the last one replaces those
// before as soon as it opens; of a string_map both are shown until the map closes.
//
// value(), open_path() and the changes are functions of the bytes, not of how they were cut. Linear
// in the size of the text; the text is kept. A text of the same shape as the one before reset()
// takes no allocation (but for std::map and duplicates). Neither copied nor moved; use one object
// from one thread at a time.
template <class T>
class partial : private detail::partial_value<T> {
public:
    // finish() reads by these options. The depth counts here, too. Tolerant: value() converts
    // numbers, literals and texts as json::read does, but stops (failed()) at an object or list
    // that only tolerant reading accepts, and at text that needs repair; finish() completes it.
    explicit partial(const read_options& options = {})
        : machine_(&this->value_, detail::partial_type_of<T>::value, options) {}
    partial(const partial&) = delete;
    partial& operator=(const partial&) = delete;

    // Takes the next bytes of the text; any cuts are allowed. Returns errc::ok or, from the failure
    // on, its code: that of the first error in the text, or out_of_memory. After a failure value()
    // stays as it is; the text is still kept, for finish().
    errc feed(std::string_view piece) { return machine_.feed(piece); }
    // The same for callers that have the whole text so far, whose beginning must be text(): takes
    // what is new, in time linear in that. invalid_argument: it is shorter than text().
    errc follow(std::string_view text_so_far) {
        const std::size_t known = text().size();
        if (text_so_far.size() < known) return errc::invalid_argument;
        return feed(text_so_far.substr(known));
    }

    // The value so far. The reference is valid as long as this object; references to elements are
    // until the next call of feed().
    const T& value() const { return this->value_; }

    // The next change that was not returned yet, or null. It is valid until the next call of
    // next(), feed() or finish(). Pieces of one text that were not taken yet are one change: the
    // order of opened and closed changes, and the pieces of each text together, depend on the bytes
    // only. Changes that are not taken are kept, in memory linear in the text.
    const partial_change* next() { return machine_.next(); }
    // Whether changes are kept for next(); they are, unless this says otherwise.
    void record_changes(bool yes) { machine_.record(yes); }

    // The text is complete: json::read<T>(text(), options). Errors as json::read. If it succeeds,
    // value() equals the result.
    result<T> finish() {
        T whole{};
        if (auto done = finish_into(whole); !done) return std::move(done).error();
        return whole;
    }
    // The same into an existing object, whose memory is reused.
    result<void> finish_into(T& whole) { return machine_.finish(&whole); }

    // Begins a new text. All memory is kept.
    void reset() { machine_.reset(); }

    // The text so far; valid until the next call of feed().
    std::string_view text() const { return machine_.text(); }

    // Whether no continuation of the text can be read as a T, or memory ran out. A syntax error is
    // found at its byte, inside numbers and values that are held back at their end.
    bool failed() const { return code() != errc::ok; }
    // What has failed; errc::ok if nothing has.
    errc code() const { return machine_.code(); }
    // The same with path and offset. finish() gives the error of the whole text, which is another
    // one if a value did not fit and the text is malformed behind it.
    error failure() const { return machine_.failure(); }
    // Whether the whole value has come. A number that is the whole text ends at finish().
    bool complete() const { return machine_.complete(); }

    // The path of the innermost value that has begun and is not whole: "" for the root, or if there
    // is none; names of up to 64 bytes. Valid until the next call of feed().
    std::string_view open_path() const { return machine_.open_path(); }
    // What that value is.
    value_shape open_shape() const { return machine_.open_shape(); }

    // How far the value at that path has come. Members that T does not name have not begun until
    // their object closes.
    value_stage stage(std::string_view path) const { return machine_.stage(path); }
    // How far a member of T has come.
    template <class M, class Of>
    value_stage stage(M Of::*member) const {
        const auto* const at = reinterpret_cast<const char*>(std::addressof(value().*member));
        const auto* const root = reinterpret_cast<const char*>(std::addressof(value()));
        return machine_.stage_at(static_cast<std::size_t>(at - root));
    }

    // Bytes looked at so far, those looked at again included.
    std::size_t work() const { return machine_.work(); }

private:
    detail::partial_machine machine_;
};

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
