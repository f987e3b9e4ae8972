// tool_call_joiner: joins the tool calls of one choice from the pieces that a stream sends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/json/text/progress.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/argument_pieces.hpp>
#include <oaiwire/stream/extra_join.hpp>
#include <oaiwire/stream/join_members.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// An entry of a delta's list belongs to the call with its id, else to the latest call with its
// index, else to the latest call. It begins a new call if
// - its id is new,
// - it names a function after that call's arguments are complete: a different function, or one with
//   arguments in the same entry,
// - it names a function, has no id, and is in the same list as that call, unless the arguments of
//   that call are begun and incomplete, or neither has any and the names are equal.
// A name alone, repeated or in pieces, begins no call; nor do arguments without a name. The same
// name with the same complete arguments, in a later list, is a repetition.
//
// Calls are in the order of their indices if these are distinct and below `sane_indices`; otherwise
// in the order of arrival. An index is never used as a size.
class tool_call_joiner {
public:
    // Begins a list; call add() for its entries next.
    void begin_list() { ++lists_; }

    // Adds an entry to the calls of the message, which only this class changes. `most`: the number
    // of calls that are allowed; errc::limit_exceeded beyond it.
    errc add(field<std::vector<ToolCall>>& calls, const ToolCallChunk& from, std::size_t most,
             extra_join& join) {
        if (!calls) calls.emplace();
        touched_ = none;
        entry piece(from);
        call_key* key = find(*calls, piece);
        if (!key) {
            if (piece.says_nothing()) return errc::ok;
            if (calls->size() == most) return errc::limit_exceeded;
            key = &insert(*calls, piece.index);
        }
        key->list = lists_;
        touched_ = static_cast<std::size_t>(key - calls_.data());
        ToolCall& to = (*calls)[key->position];
        if (!piece.id.empty()) set_once(to.id, from.id);
        if (from.type && !says_none(*from.type)) set_once(to.type, from.type);
        if (const FunctionCall* function = piece.function()) {
            add_function(to.function, *function, key->arguments, join);
        }
        if (from.custom) {
            if (!to.custom) to.custom.emplace();
            if (from.custom->name) add_name(to.custom->name, *from.custom->name);
            append(to.custom->input, from.custom->input);
            join.add(to.custom->extra, from.custom->extra);
        }
        join.add(to.extra, piece.extra());
        return errc::ok;
    }

    // The call that the last add() changed, counted in the order of arrival; `none`: no call.
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t touched() const { return touched_; }
    // How many calls there are, and the position of the nth one to arrive in the message's list.
    std::size_t size() const { return calls_.size(); }
    std::size_t position(std::size_t nth) const { return calls_[nth].position; }

    // Adds a piece of a function call: also for the old `function_call` (quirk 95). `arguments` is
    // the state of that call.
    static void add_function(field<FunctionCall>& to, const FunctionCall& from,
                             argument_pieces& arguments, extra_join& join) {
        if (!to) to.emplace();
        if (from.name) add_name(to->name, *from.name);
        if (from.arguments) {
            if (!to->arguments) to->arguments.emplace();
            arguments.add(*to->arguments, *from.arguments);
        }
        join.add(to->extra, from.extra);
    }

private:
    static constexpr std::int64_t sane_indices = 4096;  // larger ones do not order calls

    // The parts of an entry, in any of their places; what stands for an absent value is absent.
    // Views of the entry, which must outlive it.
    class entry {
    public:
        explicit entry(const ToolCallChunk& from) : from_(from) {
            if (from.id && !says_none(*from.id)) id = *from.id;
            if (from.index && *from.index >= 0) index = *from.index;
            if (!from.function && !from.custom && !from.extra.empty()) take_flat();
            if (const FunctionCall* f = function()) {
                if (f->name && !says_none(*f->name)) name = *f->name;
                if (f->arguments) arguments = *f->arguments;
            } else if (from.custom) {
                if (from.custom->name && !says_none(*from.custom->name)) name = *from.custom->name;
                if (from.custom->input) arguments = *from.custom->input;
            }
        }
        entry(const entry&) = delete;
        entry& operator=(const entry&) = delete;

        // Whether it has nothing but an index: some servers pad the list with such entries.
        bool says_nothing() const {
            return id.empty() && (!from_.type || says_none(*from_.type)) && !function() &&
                   !from_.custom && from_.extra.empty();
        }
        const FunctionCall* function() const {
            return from_.function ? &*from_.function : flat_ ? &*flat_ : nullptr;
        }
        const extra_members& extra() const { return flat_ ? rest_ : from_.extra; }

        std::string_view id{};
        std::int64_t index = -1;
        std::string_view name{};
        std::string_view arguments{};

    private:
        // Some gateways omit the `function` object.
        void take_flat() {
            const auto name_here = extra_view(from_.extra, "name").string();
            const json_view arguments_here = extra_view(from_.extra, "arguments");
            if (!name_here && !arguments_here.exists()) return;
            flat_.emplace();
            rest_ = from_.extra;
            rest_.erase("name");
            rest_.erase("arguments");
            if (name_here) flat_->name = *name_here;
            if (arguments_here.exists()) flat_->arguments = arguments_here.text_or_json();
        }

        const ToolCallChunk& from_;
        std::optional<FunctionCall> flat_{};
        extra_members rest_{};
    };

    // What is remembered of a call beside the call itself.
    struct call_key {
        std::size_t position = 0;  // in the message's tool_calls
        std::int64_t index = -1;
        std::size_t list = 0;  // the last one with an entry of it
        argument_pieces arguments{};
    };

    static std::string_view text_of(const field<std::string>& text) {
        return text ? std::string_view(*text) : std::string_view();
    }
    static std::string_view name_of(const ToolCall& call) {
        return call.function ? text_of(call.function->name)
               : call.custom ? text_of(call.custom->name)
                             : std::string_view();
    }
    static std::string_view arguments_of(const ToolCall& call) {
        return call.function ? text_of(call.function->arguments)
               : call.custom ? text_of(call.custom->input)
                             : std::string_view();
    }
    // The input of a custom tool is any text, so that it may be complete at any point.
    static json_progress::state progress(call_key& key, const ToolCall& call) {
        using state = json_progress::state;
        if (call.function) return key.arguments.now(arguments_of(call));
        return arguments_of(call).empty() ? state::blank : state::scalar;
    }

    // The call that an entry belongs to, by the rules above; null: it begins a new one.
    call_key* find(const std::vector<ToolCall>& calls, const entry& from) {
        call_key* latest = nullptr;
        call_key* same_id = nullptr;
        for (auto k = calls_.rbegin(); k != calls_.rend() && !same_id; ++k) {
            const bool same_index = from.index < 0 || k->index < 0 || from.index == k->index;
            if (!from.id.empty() && same_index && text_of(calls[k->position].id) == from.id) {
                same_id = &*k;
            }
            if (!latest && (from.index < 0 || from.index == k->index)) latest = &*k;
        }
        call_key* const found = same_id ? same_id : latest;
        if (!found) return nullptr;
        const ToolCall& call = calls[found->position];
        // a new id on a used index (quirk 83); with an index, a call that has no id yet takes it
        if (!same_id && !from.id.empty() && (from.index < 0 || !text_of(call.id).empty())) {
            return nullptr;
        }
        if (!is_another(*found, call, from)) return found;
        return sent_before(calls, from);
    }

    // Whether an entry that would belong to `call` begins a new one.
    bool is_another(call_key& key, const ToolCall& call, const entry& from) {
        using state = json_progress::state;
        if (from.name.empty()) return false;
        const bool beside = key.list == lists_ && from.id.empty();
        // two entries of one list without id and index are two calls
        if (beside && from.index < 0) return true;
        const std::string_view name = name_of(call);
        const bool other_name = !name.empty() && name != from.name;
        switch (progress(key, call)) {
            case state::blank:  // no arguments yet
                return beside && other_name;
            case state::open:  // arguments incomplete
                return false;
            case state::closed:  // arguments complete
                return other_name || (begins_value(from.arguments) &&
                                      (beside || from.arguments != arguments_of(call)));
            default:
                return other_name || beside;
        }
    }
    // Whether the arguments begin an object or list, and are no trailing text of a model.
    static bool begins_value(std::string_view arguments) {
        const std::size_t first = arguments.find_first_not_of(" \t\r\n");
        return first != std::string_view::npos &&
               (arguments[first] == '{' || arguments[first] == '[');
    }

    // The call of an earlier list that the entry repeats; null if there is none.
    call_key* sent_before(const std::vector<ToolCall>& calls, const entry& from) {
        for (call_key& k : calls_) {
            if (k.list == lists_) continue;
            if (from.index >= 0 && k.index >= 0 && from.index != k.index) continue;
            const ToolCall& call = calls[k.position];
            const std::string_view id = text_of(call.id);
            if (!from.id.empty() && !id.empty() && from.id != id) continue;
            if (arguments_of(call) != from.arguments || name_of(call) != from.name) continue;
            if (progress(k, call) == json_progress::state::closed) return &k;
        }
        return nullptr;
    }

    // Inserts a new call at its place in the order. The first index that is absent, repeated or too
    // large ends the order by index: then, and from then on, calls are in the order of arrival.
    call_key& insert(std::vector<ToolCall>& calls, std::int64_t index) {
        std::size_t at = calls.size();
        if (ordered_) {
            ordered_ = index >= 0 && index < sane_indices;
            for (const call_key& k : calls_) {
                ordered_ = ordered_ && k.index != index;
                if (k.index > index) at = std::min(at, k.position);
            }
            if (!ordered_) {
                order_as_they_came(calls);
                at = calls.size();
            }
        }
        calls.emplace(calls.begin() + static_cast<std::ptrdiff_t>(at))->type.reset();
        for (call_key& k : calls_) {
            if (k.position >= at) ++k.position;
        }
        return calls_.emplace_back(call_key{at, index, lists_, {}});
    }
    // Reorders the calls to the order of calls_.
    void order_as_they_came(std::vector<ToolCall>& calls) {
        std::vector<ToolCall> out;
        out.reserve(calls.size());
        for (call_key& k : calls_) {
            out.push_back(std::move(calls[k.position]));
            k.position = out.size() - 1;
        }
        calls = std::move(out);
    }

    std::vector<call_key> calls_{};  // in the order of arrival
    bool ordered_ = true;            // the calls are in the order of their indices
    std::size_t lists_ = 0;          // lists that were begun
    std::size_t touched_ = none;     // see touched()
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
