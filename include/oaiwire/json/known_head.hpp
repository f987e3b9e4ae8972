// known_head: the beginning of an object's text, up to a certain member. When the next text begins
// with the same bytes, that part is not read again.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/options.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/objects.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/reader.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Belongs to an object that texts are read into one after the other, and says what the members
// before a certain one are: those of bytes that the owner stores. Whoever changes one of these
// members, or the bytes, calls forget().
class known_head {
public:
    static constexpr std::size_t most = 1024;  // bytes; longer ones are not known

    void forget() { size_ = 0; }
    // Whether read_behind_head() is of use for the next text: it begins with the head, or the head
    // is to be known, which is forgotten otherwise. `stored`: the owner's bytes. Where most texts
    // differ, few heads are taken.
    bool suits(std::string_view text, const char* stored, bool wanted) {
        if (is_stored() && text.size() > size_ &&
            std::memcmp(text.data(), stored + at_, size_) == 0) {
            misses_ = 0;
            return true;
        }
        forget();
        ++misses_;
        return wanted && (misses_ < 4 || misses_ % 32 == 0);
    }
    std::size_t size() const { return size_; }
    // The members that it has, as bits; and the one behind it, by its position in the table.
    std::uint64_t had() const { return had_; }
    std::size_t next() const { return next_; }

    // The head of the text that was read: its bytes are to be stored.
    void take(std::size_t size, std::uint64_t had, std::size_t next) {
        if (size > most) return;
        size_ = static_cast<std::uint16_t>(size);
        at_ = nowhere;
        next_ = static_cast<std::uint16_t>(next);
        had_ = had;
    }
    // Its bytes are at that offset of the owner's now.
    void store(std::size_t at) { at_ = static_cast<std::uint16_t>(at); }
    bool is_stored() const { return size_ != 0 && at_ != nowhere; }

private:
    static constexpr std::uint16_t nowhere = UINT16_MAX;

    std::uint64_t had_ = 0;
    std::uint16_t size_ = 0;  // 0: none is known
    std::uint16_t at_ = nowhere;
    std::uint16_t next_ = 0;
    std::uint16_t misses_ = 0;  // texts in turn that began otherwise
};

// As read_described(), of an object type: the same result, value and report. `head`: what is known
// of `value`, after suits() said true for that text. It is taken from a text that begins otherwise;
// the member at the position `until` of the type ends it.
result<void> read_behind_head(std::string_view text, void* value, const description& type,
                              const read_options& options, std::size_t until, known_head& head);

#if OAIWIRE_DEFINES

// Reads from the end of the head on.
inline bool read_rest(reader& r, std::string_view text, void* value, const object_table& table,
                      const known_head& head) {
    r.begin_behind(head.had(), head.next());
    const char* const opening = r.token(text.data());
    const char* const p = read_object(r, opening, value, table, text.data() + head.size());
    return p && r.at_end(p);
}

OAIWIRE_INLINE result<void> read_behind_head(std::string_view text, void* value,
                                             const description& type, const read_options& options,
                                             std::size_t until, known_head& head) {
    const object_table& table = type.object();
    const std::size_t noted = options.report ? options.report->notes.size() : 0;
    if (head.size() != 0) {
        reader r(text, options);
        if (read_rest(r, text, value, table, head)) {
            // what came again has another value now
            if (r.has_repeated()) head.forget();
            note_conformance(text, options);
            return {};
        }
        if (options.report) options.report->notes.resize(noted);
        head.forget();
    }
    reader r(text, options);
    const char* p = r.token(text.data());
    if (p && *p == '{' && r.watch(table, until)) {
        p = read_object(r, p, value, table, p + 1);
    } else if (p) {
        p = read_value(r, p, value, type);
    }
    if (!p || !r.at_end(p)) {
        return read_repaired(r, text, value, type, options, noted);
    }
    if (const auto end = r.watched(); end.at != nullptr) {
        head.take(static_cast<std::size_t>(end.at - text.data()), end.had, end.next);
    }
    note_conformance(text, options);
    return {};
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
