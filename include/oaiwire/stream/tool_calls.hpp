// tool_call_joiner: the tool calls of one choice out of the pieces that a stream has them in. Knows
// no chunks and no choices.
#pragma once

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

namespace oaiwire::inline v0_2::detail {

// Which call an entry of a delta's list belongs to: the one of its id, else the latest of its
// index, else the latest. It is another call instead where
// - its id is new,
// - it names a function after arguments that are whole: another function, or arguments of its own,
// - it names a function, has no id, and stands in one list with the call that it would belong to,
//   unless that call's arguments are begun and not whole, or neither has any and the names are
//   equal.
// A name alone, again or in pieces, is no other call, and neither are arguments without a name. The
// same name and the same whole arguments once more, in another list, are the same call sent twice.
//
// The order is that of the indices where all calls have one, and no two the same, below
// `sane_indices`; else that in which they came. No index is used to allocate.
class tool_call_joiner {
public:
    // A list begins; add() of its entries follows.
    void begin_list() { ++lists_; }

    // calls: those of the message, as this made them. errc::limit_exceeded where the entry is a
    // call of its own and there are `most` already.
    errc add(field<std::vector<ToolCall>>& calls, const ToolCallChunk& from, std::size_t most,
             extra_join& join) {
        if (!calls) calls.emplace();
        entry piece(from);
        call_key* key = find(*calls, piece);
        if (!key) {
            if (piece.says_nothing()) return errc::ok;
            if (calls->size() == most) return errc::limit_exceeded;
            key = &insert(*calls, piece.index);
        }
        key->list = lists_;
        ToolCall& to = (*calls)[key->position];
        if (!piece.id.empty()) set_once(to.id, from.id);
        set_once(to.type, from.type);
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
    static constexpr std::int64_t sane_indices = 4096;

    // What an entry says, in whichever of its places.
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

        // Padding: some servers fill the list with entries that have nothing but an index.
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
        // Some gateways leave out the `function` object.
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

    // Where a call came from, beside the call itself.
    struct call_key {
        std::size_t position = 0;  // in the message's tool_calls
        std::int64_t index = -1;
        std::size_t list = 0;  // the last one that it was named in
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
    // A custom tool's input is any text, which may end anywhere.
    static json_progress::state progress(call_key& key, const ToolCall& call) {
        using state = json_progress::state;
        if (call.function) return key.arguments.now(arguments_of(call));
        return arguments_of(call).empty() ? state::blank : state::scalar;
    }

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
        if (!same_id && !from.id.empty() && (from.index < 0 || !text_of(call.id).empty())) {
            return nullptr;
        }
        if (!is_another(*found, call, from)) return found;
        return sent_before(calls, from);
    }

    bool is_another(call_key& key, const ToolCall& call, const entry& from) {
        using state = json_progress::state;
        if (from.name.empty()) return false;
        const bool beside = key.list == lists_ && from.id.empty();
        if (beside && from.index < 0) return true;
        const std::string_view name = name_of(call);
        const bool other_name = !name.empty() && name != from.name;
        switch (progress(key, call)) {
            case state::blank:
                return beside && other_name;
            case state::open:
                return false;
            case state::closed:
                return other_name || (begins_value(from.arguments) &&
                                      (beside || from.arguments != arguments_of(call)));
            default:
                return other_name || beside;
        }
    }
    // Are they arguments of a call's own, and not what a model wrote behind whole ones?
    static bool begins_value(std::string_view arguments) {
        const std::size_t first = arguments.find_first_not_of(" \t\r\n");
        return first != std::string_view::npos &&
               (arguments[first] == '{' || arguments[first] == '[');
    }

    // The call of an earlier list that the entry repeats as a whole.
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

    // A new call, in its place.
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
    void order_as_they_came(std::vector<ToolCall>& calls) {
        std::vector<ToolCall> out;
        out.reserve(calls.size());
        for (call_key& k : calls_) {
            out.push_back(std::move(calls[k.position]));
            k.position = out.size() - 1;
        }
        calls = std::move(out);
    }

    std::vector<call_key> calls_{};  // as they came
    bool ordered_ = true;            // are they in the order of their indices?
    std::size_t lists_ = 0;
};

}  // namespace oaiwire::inline v0_2::detail
