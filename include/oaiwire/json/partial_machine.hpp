// The machine behind json::partial: fills an object while its JSON text comes in pieces. It
// interprets descriptions; it is not instantiated per type.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/partial_type.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// The kind of a JSON value by its first byte; none: there is no value.
enum class value_shape : std::uint8_t { none, null, boolean, number, text, list, object };

// "none", "null", "boolean" and so on, in static memory.
constexpr std::string_view name(value_shape shape) {
    constexpr std::string_view names[]{"none", "null", "boolean", "number",
                                       "text", "list", "object"};
    return names[static_cast<std::size_t>(shape)];
}

// How far a value has come. closed: nothing more of it will come; its object, or the text, may have
// ended without it.
enum class value_stage : std::uint8_t { not_begun, open, closed };

// Something that has just happened to a partial value.
struct partial_change {
    // opened: a text, list or object has appeared, empty. grown: a text became longer. closed: a
    // value is whole; numbers, literals, enumerations and raw JSON are never opened.
    enum class kind : std::uint8_t { opened, grown, closed };
    kind what{};               // the event
    value_shape shape{};       // of the value, as the text has it
    std::string_view path{};   // of the value ("steps[2].title"), "" for the root
    std::string_view piece{};  // grown: the new end of the text
    std::size_t at = 0;        // grown: bytes of the text before the piece
};

// "opened", "grown" or "closed", in static memory.
constexpr std::string_view name(partial_change::kind what) {
    constexpr std::string_view names[]{"opened", "grown", "closed"};
    return names[static_cast<std::size_t>(what)];
}

namespace detail {

// Not copied or moved: it holds addresses of the object that it fills, which must outlive it.
class partial_machine {
public:
    partial_machine(void* root, const partial_type& type, const read_options& options);
    ~partial_machine();
    partial_machine(const partial_machine&) = delete;
    partial_machine& operator=(const partial_machine&) = delete;

    // Takes the next bytes of the text. Returns code().
    errc feed(std::string_view piece);
    // The end of the text: a number that is the whole text ends here.
    errc end();
    // Reads the whole text into another object of the root's type.
    result<void> finish(void* into);
    // Begins a new text. Memory is kept.
    void reset();

    const std::string& text() const { return text_; }
    errc code() const { return code_; }
    error failure() const;
    bool complete() const { return step_ == step::end && code_ == errc::ok; }

    const partial_change* next();
    void record(bool changes) { records_ = changes; }

    std::string_view open_path() const { return path_; }
    value_shape open_shape() const;
    value_stage stage(std::string_view path) const;
    // Of the root's member at that offset in bytes.
    value_stage stage_at(std::size_t offset) const;
    std::size_t work() const { return work_; }

private:
    // What the next byte belongs to.
    enum class step : std::uint8_t {
        value,          // a value is due
        first_element,  // a value or the end of the list
        first_name,     // a name or the end of the object
        name,           // a name
        in_name,        // inside a name
        colon,          // the colon after a name
        after,          // a comma or the end of the list or object
        text,           // inside a string that is shown as far as it came
        held,           // inside a value that is shown when it is whole
        literal,        // inside true, false or null
        number,         // inside a number
        first_byte,     // inside a list, before its first element, which chooses the type
        end,            // white space after the text
    };
    // Why a value is held back.
    enum class purpose : std::uint8_t { read, skip, choose };

    // An open object, list or map.
    struct frame {
        const partial_type* type = nullptr;
        void* at = nullptr;
        // the union that it was chosen for by its tag, or null
        const partial_type* choice = nullptr;
        void* choice_at = nullptr;
        std::size_t begin = 0;                 // offset of its first byte in the text
        std::size_t path = 0;                  // size of its path
        std::size_t count = 0;                 // elements or pairs that are shown
        std::size_t tags = 0;                  // of a struct that does not store its tag
        std::uint64_t seen = 0;                // members that are whole
        std::uint64_t again = 0;               // members that came again
        const member_entry* member = nullptr;  // the current one; null: unknown
        std::size_t name = 0;                  // offset of the current name
        std::size_t name_size = 0;             // as the text spells it
        value_shape shape = value_shape::none;

        type_kind kind() const { return type->type->kind; }
    };
    // A change in the queue: ranges of paths_ and pieces_.
    struct entry {
        partial_change::kind what{};
        value_shape shape{};
        std::size_t path = 0, path_size = 0;
        std::size_t piece = 0, piece_size = 0;
        std::size_t at = 0;
    };
    struct pool {
        const pool_operations* type = nullptr;
        void* values = nullptr;
    };

    void advance();
    void token(char c);
    void fail(errc code, std::size_t offset);
    void fail_here(errc code) { fail(code, at_); }

    // Values.
    const partial_type& type_due() const;
    void begin(char c);
    void open(char c, std::size_t chosen);
    bool choose(char c, std::size_t& chosen, const partial_type& type);
    void open_container(void* at, const partial_type& type);
    void hold(char c, purpose why);
    void close_container();
    void close_held(std::size_t end);
    void read_held(std::string_view text);
    void skip_held(std::string_view text);
    void value_is_whole(std::size_t end);

    // Tokens.
    void take_name();
    void end_name(std::size_t quote);
    void take_text();
    bool take_escape(const char* p, const char* end, std::string& out);
    void take_held();
    bool held_string_ended(std::size_t quote);
    void take_literal();
    void take_number();
    void take_first_byte();

    // Places.
    void* place();
    void* grow(frame& list);
    void unplace(void* at);
    void* through_wrappers(void* at, const partial_type*& type);

    // Memory.
    void put_aside(void* value, const partial_type& type);
    void put(void* value, const partial_part& part);
    void take_back(void* value, const partial_part& part);
    void* pool_of_values(const pool_operations& type);
    void begin_text();

    // Changes.
    void begin_path();
    void changed(partial_change::kind what, value_shape shape);
    void grown(std::string_view piece, std::size_t at);

    void* root_;
    const partial_type& type_;
    read_options options_;       // as given
    read_options quiet_;         // without a report
    std::string text_{};         // so far
    std::size_t at_ = 0;         // bytes of it that were taken
    std::size_t work_ = 0;       // bytes looked at
    std::size_t failed_at_ = 0;  // of the failure
    errc code_ = errc::ok;
    step step_ = step::value;
    bool records_ = true;

    // the value that has begun and is no frame
    std::size_t begin_ = 0;                // its first byte
    const partial_type* value_ = nullptr;  // its type
    void* given_ = nullptr;                // its place, if that was made before it was opened
    value_shape shape_ = value_shape::none;
    const partial_type* chosen_for_ = nullptr;  // the union whose alternative it is, by its tag
    void* chosen_at_ = nullptr;
    std::string* out_ = nullptr;  // step::text
    std::string_view word_{};     // step::literal

    // step::held and step::in_name
    purpose purpose_ = purpose::read;
    bool in_string_ = false;
    bool passed_ = false;   // the last byte was a backslash that escapes the next one
    bool escapes_ = false;  // the string has escapes
    bool name_due_ = false;
    bool undecided_ = false;     // the tag does not decide; the whole object does
    std::size_t level_ = 0;      // open lists and objects inside the value
    std::size_t string_ = 0;     // where the string or name begins, after its quote
    std::size_t held_name_ = 0;  // the last name of the outermost level
    std::size_t held_name_size_ = 0;

    bool flag_ = false;   // the element of a std::vector<bool> that is being read
    std::string name_{};  // the current name, decoded
    std::vector<frame> frames_{};
    std::string path_{};  // of the innermost open value

    std::vector<entry> queue_{};
    std::size_t taken_ = 0;  // entries of it that next() returned
    std::string paths_{};
    std::string pieces_{};
    partial_change change_{};
    std::vector<pool> pools_{};
};

}  // namespace detail

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES
#include <oaiwire/json/partial_machine_memory.hpp>
#include <oaiwire/json/partial_machine_steps.hpp>
#include <oaiwire/json/partial_machine_tokens.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
