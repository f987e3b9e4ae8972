// chunk_table: what the stream machinery does with chunks, as a table of functions for each type,
// so that the machinery itself is compiled once.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/payload.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/event_name.hpp>
#include <oaiwire/stream/matcher/template_slots.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A reference to a function that is called with a text and its key. Does not own the function.
class text_visit {
public:
    // Any callable f(key, text), which must outlive the calls.
    template <class F>
    requires(!std::same_as<F, text_visit>) explicit text_visit(F& f)
        : to_(&f), call_([](void* to, std::uint64_t key, std::string& text) {
              (*static_cast<F*>(to))(key, text);
          }) {}
    void operator()(std::uint64_t key, std::string& text) const { call_(to_, key, text); }

private:
    void* to_;
    void (*call_)(void* to, std::uint64_t key, std::string& text);
};

// How to create and destroy an object of a type, in memory of `size` bytes from operator new.
// construct() may throw std::bad_alloc.
struct object_type {
    std::size_t size;
    void (*construct)(void* memory);
    void (*destroy)(void* object);
};

// What wire types consist of: none of them has a larger alignment.
struct widest_members {
    void* pointer;
    std::int64_t count;
    double number;
};

// The functions for objects of type T. `inline`: or g++ gives the lambdas internal linkage.
template <class T>
inline constexpr object_type object_type_of{
    sizeof(T),
    [](void* memory) {
        static_assert(alignof(T) <= alignof(widest_members));
        ::new (memory) T();
    },
    [](void* object) { std::destroy_at(static_cast<T*>(object)); }};

struct free_memory {
    void operator()(void* memory) const { ::operator delete(memory); }
};
// Memory without an object yet. Throws std::bad_alloc.
inline std::unique_ptr<void, free_memory> make_memory(std::size_t size) {
    return std::unique_ptr<void, free_memory>(::operator new(size));
}

struct destroy_object {
    void (*destroy)(void*) = nullptr;
    void operator()(void* object) const {
        destroy(object);
        free_memory()(object);
    }
};
// A heap object whose type is known only by its table.
using any_object = std::unique_ptr<void, destroy_object>;

// Throws std::bad_alloc.
inline any_object make_object(const object_type& type) {
    auto memory = make_memory(type.size);
    type.construct(memory.get());
    return any_object(memory.release(), destroy_object{type.destroy});
}

// Operations on a chunk with choices, as in chunk_traits.
struct chunk_choices_table : choices_table {
    // A choice; a negative index: it has none. Valid as long as the chunk is not changed.
    struct view {
        void* choice;
        std::int64_t index;
        std::string_view finish_reason;
    };
    std::size_t position;                    // of the list of choices among the chunk's members
    bool (*has_counts)(const void* chunk);   // usage with token counts
    view (*at)(void* chunk, std::size_t i);  // the choice at position i
    // The choice of a chunk with one choice and no unknown members; else that is null.
    view (*only)(void* chunk);
    bool (*adopt_message)(void* choice, bool had_output);
    bool (*has_output)(void* choice);
    void (*each_text)(void* choice, text_visit f);
    std::string* (*text_of)(void* choice, std::uint32_t slot);
    void* (*append)(void* chunk, std::int64_t index);  // adds a choice, and returns it
};

// Operations on an event, as in chunk_traits; has_own_type and is_of_family as in event_name.hpp.
struct event_table {
    bool (*has_own_type)(const void* event);
    bool (*is_of_family)(std::string_view name);
    bool (*recognises)(const void* event);
    bool (*adopt)(json_view json, void* event);
    stream_end (*end_of)(const void* event);
    bool (*begins_another)(const void* event);
    error (*error_of)(const void* event);
    void (*each_text)(void* event, text_visit f);
    bool (*same_kind)(const void* a, const void* b);  // of the same alternative
    void (*move)(void* from, void* to);               // assigns
};

// Operations on a chunk or event. Chunks with choices have reports_no_error, has_moderation, extra
// and choices; events have `event`. What belongs to the other is null.
struct chunk_table {
    object_type object;
    const json::detail::description* described;
    void (*each_varying)(void* chunk, template_slots& f);  // null: nothing is known to vary
    // Whether no member of it can report an error.
    bool (*reports_no_error)(const void* chunk);
    bool (*has_moderation)(const void* chunk);         // has the member `moderation`
    const extra_members* (*extra)(const void* chunk);  // its unknown members
    chunk_choices_table choices;                       // null for events
    event_table event;

    bool has_choices() const { return choices.size != nullptr; }
};

template <class Choice>
chunk_choices_table::view choice_view(Choice& c) {
    return {&c, c.index ? *c.index : -1,
            c.finish_reason ? std::string_view(c.finish_reason->text()) : std::string_view()};
}

// The choices of a type of chunk, from its chunk_traits. Each entry casts the pointer that it is
// given: the caller passes objects of that type only.
template <class Chunk>
constexpr chunk_choices_table choices_of_chunk() {
    using traits = chunk_traits<Chunk>;
    using choice = typename traits::choice;
    chunk_choices_table out{};
    static_cast<choices_table&>(out) = choices_in<Chunk>();
    for (const std::string_view name : json::detail::key_table<Chunk>::names) {
        if (name == "choices") break;
        ++out.position;
    }
    out.has_counts = [](const void* c) { return counts_of(*static_cast<const Chunk*>(c)).any(); };
    out.at = [](void* chunk, std::size_t i) -> chunk_choices_table::view {
        return choice_view(static_cast<Chunk*>(chunk)->choices[i]);
    };
    out.only = [](void* c) -> chunk_choices_table::view {
        Chunk& chunk = *static_cast<Chunk*>(c);
        if (chunk.choices.size() != 1 || !chunk.extra.empty()) return {};
        choice& one = chunk.choices.front();
        return one.extra.empty() ? choice_view(one) : chunk_choices_table::view();
    };
    out.adopt_message = [](void* c, bool had_output) {
        return traits::adopt_message(*static_cast<choice*>(c), had_output);
    };
    out.has_output = [](void* c) { return traits::has_output(*static_cast<choice*>(c)); };
    out.each_text = [](void* c, text_visit f) { traits::each_text(*static_cast<choice*>(c), f); };
    out.text_of = [](void* c, std::uint32_t slot) {
        return traits::text_of(*static_cast<choice*>(c), slot);
    };
    // returns a pointer into `choices`, valid until the next one is appended
    out.append = [](void* chunk, std::int64_t index) -> void* {
        auto& choices = static_cast<Chunk*>(chunk)->choices;
        choices.resize(choices.size() + 1);
        choices.back().index = index;
        return &choices.back();
    };
    return out;
}

// The same for a type of event. begins_another is optional in chunk_traits.
template <class Event>
constexpr event_table event_table_of() {
    using traits = chunk_traits<Event>;
    event_table out{};
    out.has_own_type = [](const void* e) { return has_own_type(*static_cast<const Event*>(e)); };
    out.is_of_family = [](std::string_view name) {
        return is_of_family(static_cast<const Event*>(nullptr), name);
    };
    out.recognises = [](const void* e) {
        return traits::recognises(*static_cast<const Event*>(e));
    };
    out.adopt = [](json_view json, void* e) {
        return traits::adopt(json, *static_cast<Event*>(e));
    };
    out.end_of = [](const void* e) { return traits::end_of(*static_cast<const Event*>(e)); };
    out.begins_another = [](const void* e) {
        if constexpr (requires(const Event& event) { traits::begins_another(event); }) {
            return traits::begins_another(*static_cast<const Event*>(e));
        } else {
            static_cast<void>(e);
            return false;
        }
    };
    out.error_of = [](const void* e) { return traits::error_of(*static_cast<const Event*>(e)); };
    out.each_text = [](void* e, text_visit f) { traits::each_text(*static_cast<Event*>(e), f); };
    out.same_kind = [](const void* a, const void* b) {
        // events of one type only need no comparison
        if constexpr (requires(const Event& event) { event.index(); }) {
            return static_cast<const Event*>(a)->index() == static_cast<const Event*>(b)->index();
        } else {
            static_cast<void>(a), static_cast<void>(b);
            return true;
        }
    };
    out.move = [](void* from, void* to) {
        *static_cast<Event*>(to) = std::move(*static_cast<Event*>(from));
    };
    return out;
}

// Chooses between both by whether the type has a member `choices`.
template <class Chunk>
constexpr chunk_table make_chunk_table() {
    using traits = chunk_traits<Chunk>;
    chunk_table out{};
    out.object = object_type_of<Chunk>;
    out.described = &json::detail::described<Chunk>();
    if constexpr (requires(Chunk & c, template_slots & f) { traits::each_varying(c, f); }) {
        out.each_varying = [](void* c, template_slots& f) {
            traits::each_varying(*static_cast<Chunk*>(c), f);
        };
    }
    if constexpr (choice_chunk<Chunk>) {
        out.reports_no_error = [](const void* c) {
            return reports_no_error(*static_cast<const Chunk*>(c));
        };
        out.has_moderation = [](const void* c) {
            if constexpr (requires(const Chunk& chunk) { chunk.moderation.has_value(); }) {
                return static_cast<const Chunk*>(c)->moderation.has_value();
            } else {
                static_cast<void>(c);
                return false;
            }
        };
        out.extra = [](const void* c) { return &static_cast<const Chunk*>(c)->extra; };
        out.choices = choices_of_chunk<Chunk>();
    } else {
        out.event = event_table_of<Chunk>();
    }
    return out;
}

// The table of a type: one constant for the whole program, made at compile time.
template <class Chunk>
const chunk_table& chunk_table_of() {
    static constexpr chunk_table table = make_chunk_table<Chunk>();
    return table;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
