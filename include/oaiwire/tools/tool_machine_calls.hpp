// What tool_machine does with each call: its checks, its approval, its function and its output.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/tools/tool_machine.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether the output ended within the call. The text of a custom tool does not tell.
OAIWIRE_INLINE bool tool_machine::is_cut(const called_tool& call, bool is_last) const {
    if (call.custom) return is_last;
    return json::detail::check_text(call.arguments).code != errc::ok;
}

OAIWIRE_INLINE void tool_machine::prepare(std::size_t at, bool cut) {
    called_tool& call = calls_[at];
    if (call.state == call_state::answered) return;  // by a hook
    if (cut) {
        return fail_call(at, make_error(errc::cut_by_length, "the output ended within the call"),
                         options_.cut_calls, errc::cut_by_length);
    }
    const std::size_t tool = tools_->find(call.name);
    if (tool == tools_->size()) {
        const std::string why = "there is no tool \"" + call.name + "\"; there " +
                                (tool == 1 ? "is " : "are ") + tools_->names();
        return fail_call(at, make_error(errc::unknown_tool, tool == 0 ? "there are no tools" : why),
                         options_.unknown_tools, errc::unknown_tool);
    }
    const tool_entry& entry = tools_->entry(tool);
    if (entry.check != nullptr) {
        bool repaired = false;
        std::string text = call.arguments;
        if (auto done = entry.check(text, options_.lenient, repaired); !done) {
            if (done.error().code == errc::out_of_memory) return exhaust();
            const errc code = done.error().code;
            return fail_call(at, std::move(done).error(), options_.bad_arguments, code);
        }
        call.arguments = std::move(text);
        call.repaired = repaired;
        if (repaired) emit(tool_event_kind::repaired, at, call.arguments);
    }
    const bool asks = options_.ask_approval || options_.approve;
    if (asks && entry.declared.settings.needs_approval) return;  // it stays `asking`
    grant(at);
}

OAIWIRE_INLINE void tool_machine::grant(std::size_t at) {
    if (is_ended()) return;
    called_tool& call = calls_[at];
    const std::size_t tool = tools_->find(call.name);
    if (tools_->entry(tool).function) {
        call.state = call_state::ready;
    } else {
        call.state = call_state::waiting;
        emit(tool_event_kind::started, at, call.arguments);
    }
}

OAIWIRE_INLINE void tool_machine::deny(std::size_t at, const approval& what) {
    std::string why = "the call was not approved";
    if (!what.reason().empty()) why.append(": ").append(what.reason());
    calls_[at].error = make_error(errc::tool_denied, why);
    emit(tool_event_kind::denied, at, what.reason());
    if (is_ended()) return;
    fail_call(at, make_error(errc::tool_denied, why),
              what.is_end() ? on_error::end : on_error::tell, errc::tool_denied);
}

OAIWIRE_INLINE bool tool_machine::decide(std::size_t at, const approval& what) {
    if (phase_ != phase::answering || at < from_ || at >= calls_.size() ||
        calls_[at].state != call_state::asking) {
        return false;
    }
    guard([&] {
        if (!what.is_granted()) return deny(at, what);
        emit(tool_event_kind::approved, at, calls_[at].arguments);
        grant(at);
    });
    return true;
}

OAIWIRE_INLINE bool tool_machine::run() {
    if (phase_ != phase::answering) return false;
    if (options_.call.stop.stop_requested()) {
        cancel();
        return false;
    }
    std::size_t at = options_.approve ? first(call_state::asking) : calls_.size();
    if (at != calls_.size()) {
        guard([&] {
            const approval what = options_.approve(calls_[at]);
            decide(at, what);
        });
        return true;
    }
    at = first(call_state::ready);
    if (at == calls_.size()) return false;
    guard([&] { run_function(at); });
    return true;
}

OAIWIRE_INLINE void tool_machine::run_function(std::size_t at) {
    emit(tool_event_kind::started, at, calls_[at].arguments);
    if (is_ended()) return;
    const called_tool& call = calls_[at];
    const tool_entry& entry = tools_->entry(tools_->find(call.name));
    auto output = entry.function->run({.id = call.id,
                                       .name = call.name,
                                       .arguments = call.arguments,
                                       .stop = options_.call.stop});
    set_output(at, std::move(output));
}

OAIWIRE_INLINE bool tool_machine::answer(std::size_t at, result<std::string>&& output) {
    if (phase_ != phase::answering || at < from_ || at >= calls_.size() ||
        calls_[at].state == call_state::answered) {
        return false;
    }
    guard([&] { set_output(at, std::move(output)); });
    return true;
}

OAIWIRE_INLINE void tool_machine::set_output(std::size_t at, result<std::string>&& output) {
    // the function may have answered, or ended the loop
    if (phase_ != phase::answering || calls_[at].state == call_state::answered) return;
    if (!output) {
        if (output.error().code == errc::out_of_memory) return exhaust();
        return fail_call(at, std::move(output).error(), options_.failed_tools, errc::tool_failed);
    }
    if (options_.output_bytes != 0 && output->size() > options_.output_bytes &&
        !options_.cut_outputs) {
        return fail_call(
            at,
            make_error(errc::tool_failed, "the output has " + std::to_string(output->size()) +
                                              " bytes, which is too long"),
            options_.failed_tools, errc::tool_failed);
    }
    settle(at, fitting(std::move(*output)));
    emit(tool_event_kind::finished, at, calls_[at].output);
}

// Ends or answers the call by an error. `code` is the one that the loop then ends with.
OAIWIRE_INLINE void tool_machine::fail_call(std::size_t at, oaiwire::error why, on_error what,
                                            errc code) {
    called_tool& call = calls_[at];
    if (call.state == call_state::answered) return;  // by a hook
    call.error = std::move(why);
    if (what == on_error::end) {
        oaiwire::error last = call.error;
        last.code = code;
        last.message = "tool \"" + call.name + "\": " + last.message;
        return end(std::move(last));
    }
    std::string text = "error: ";
    if (options_.error_text) {
        text = options_.error_text(call);
    } else if (code != call.error.code || call.error.kind() == error_kind::tool) {
        // an error of the function: its code says nothing to the model
        text.append(call.error.message.empty() ? describe(call.error.code)
                                               : std::string_view(call.error.message));
        if (!call.error.path.empty()) text.append(" at ").append(call.error.path);
    } else if (call.error.kind() == error_kind::model) {
        text.append(call.error.message);
    } else {
        text.append("the arguments are not valid: ").append(to_string(call.error));
    }
    settle(at, fitting(std::move(text)));
    emit(tool_event_kind::failed, at, call.output);
}

OAIWIRE_INLINE void tool_machine::settle(std::size_t at, std::string text) {
    calls_[at].output = std::move(text);
    calls_[at].state = call_state::answered;
    if (open_ != 0) --open_;  // a hook may have ended the loop
}

// UTF-8 of at most as many bytes as the options allow, and a note behind it if that cuts it.
OAIWIRE_INLINE std::string tool_machine::fitting(std::string text) const {
    const std::size_t whole = text.size();
    if (options_.output_bytes != 0 && whole > options_.output_bytes) {
        text.resize(utf8_prefix(text, options_.output_bytes).size());
        text.append("\n[cut: the whole output has ").append(std::to_string(whole));
        text.append(" bytes]");
    }
    if (find_invalid_utf8(text) == std::string::npos) return text;
    std::string valid;
    append_valid_utf8(valid, text);
    return valid;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
