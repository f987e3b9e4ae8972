// pass_through_ends: how a stream that passes ends if it does not end well.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_framing.hpp>
#include <oaiwire/server/server_error.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether the text reports an error as OpenAI's chat completions do.
OAIWIRE_ADAPTER_INLINE bool is_usual_error(std::string_view text) {
    const json_view error = json_view::checked(text)["error"];
    return error.is_object() && error["message"].is_string();
}

// Appends a JSON string.
OAIWIRE_ADAPTER_INLINE void append_json_text(std::string& out, std::string_view text) {
    std::string valid;
    append_valid_utf8(valid, text);
    json::detail::append_string(out, valid);
}
OAIWIRE_ADAPTER_INLINE void append_json_text_or_null(std::string& out, std::string_view text) {
    text.empty() ? static_cast<void>(out.append("null")) : append_json_text(out, text);
}

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 {

// The stream ends with an error: forwards what precedes it, and an event that says so.
OAIWIRE_ADAPTER_INLINE void pass_through::end_badly() {
    if (stopped_) return;
    const stream_end end = machine_.end_reason();
    const bool at_end = end == stream_end::empty ||
                        (end == stream_end::truncated && !machine_.statistics().done_seen);
    std::size_t stop = machine_.statistics().event_offset;
    if (at_end) {
        // the event without a blank line, if it is whole otherwise
        delivered_ = delivered_ && machine_.statistics().skipped_count == skipped_;
        stop = delivered_ ? read_ : region_start_;
    } else if (end == stream_end::limit && error().offset != error::no_offset) {
        const std::size_t at = error().offset - std::min(error().offset, region_start_);
        stop = region_start_ + detail::event_start(region_, at);
    }
    const char* const to = at_offset(std::min(stop, machine_.cut_at()));
    const bool open = at_end && delivered_ && at_ < to;  // of an event
    forward(to);
    if (open) push("\n\n");
    if (end == stream_end::api_error && forward_error(stop)) {
        stopped_ = true;
        return;
    }
    write_error_event();
}

// Forwards the event at `offset`, which reports an error, if it does so in the client's dialect.
OAIWIRE_ADAPTER_INLINE bool pass_through::forward_error(std::size_t offset) {
    const char* const begin = at_offset(offset);
    const std::string_view rest = region_.substr(static_cast<std::size_t>(begin - region_.data()));
    if (rest.empty()) return false;
    const std::size_t size = detail::first_boundary({}, rest);
    bool usual = delivered_ && last_event_ == offset;
    if (!kind_->has_events()) {
        detail::each_event_data(rest.substr(0, size), lines_, [&](const auto& lines) {
            usual = lines.size() == 1 && detail::is_usual_error(lines[0]);
        });
    }
    if (!usual) return false;
    at_ = std::max(at_, begin);
    event_end_ = std::max(event_end_, begin);
    withheld_ = false;
    forward(begin + std::min(size, rest.size()));
    if (size == detail::no_boundary) push("\n\n");
    return true;
}

OAIWIRE_ADAPTER_INLINE void pass_through::refuse(stream_end end, oaiwire::error why) {
    failed_ = true;
    end_ = end;
    if (!error_.set(std::move(why))) return out_of_memory();
    write_error_event();
}

OAIWIRE_ADAPTER_INLINE void pass_through::write_error_event() {
    stopped_ = true;
    const server_error e = upstream_error(error());
    keep();
    const std::size_t before = kept_.size();
    if (!kind_->has_events()) {
        kept_.append("data: ");
        if (!append_error(kept_, e)) return out_of_memory();
    } else {
        kept_.append(R"(event: error
data: {"type":"error","sequence_number":)");
        kept_.append(std::to_string(sequence_ + 1)).append(R"(,"code":)");
        detail::append_json_text_or_null(kept_, e.code);
        kept_.append(R"(,"message":)");
        detail::append_json_text(kept_, e.message);
        kept_.append(R"(,"param":)");
        detail::append_json_text_or_null(kept_, e.param);
        kept_.push_back('}');
    }
    kept_.append("\n\n");
    unsent_size_ += kept_.size() - before;
}

OAIWIRE_ADAPTER_INLINE void pass_through::out_of_memory() {
    failed_ = stopped_ = true;
    end_ = stream_end::limit;
    error_.set_no_memory();
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
