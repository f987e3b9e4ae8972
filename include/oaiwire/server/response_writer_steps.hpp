// The steps of response_writer: opening, closing and writing items and parts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/repair_logprobs.hpp>
#include <oaiwire/server/response_writer.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class V>
std::vector<ResponseContentPart>& response_writer<V>::parts_for(response_text kind) {
    field<ResponseContent>* to = nullptr;
    if (kind == response_text::output || kind == response_text::refusal) {
        to = &std::get_if<ResponseMessage>(&open_item())->content;
    } else {
        auto* const item = std::get_if<ReasoningItem>(&open_item());
        to = kind == response_text::summary ? &item->summary : &item->content;
    }
    if (!*to) to->emplace(std::vector<ResponseContentPart>());
    return *std::get_if<std::vector<ResponseContentPart>>(&**to);
}

template <class V>
std::string& response_writer<V>::whole() {
    if (kind_ == response_text::arguments) {
        return *std::get_if<FunctionToolCall>(&open_item())->arguments;
    }
    if (kind_ == response_text::input) {
        return *std::get_if<ResponseCustomToolCall>(&open_item())->input;
    }
    ResponseContentPart& part = parts_for(kind_).back();
    if (kind_ == response_text::output) return *std::get_if<OutputTextContent>(&part)->text;
    if (kind_ == response_text::refusal) return *std::get_if<RefusalContent>(&part)->refusal;
    if (kind_ == response_text::summary) return *std::get_if<SummaryTextContent>(&part)->text;
    return *std::get_if<ReasoningTextContent>(&part)->text;
}

template <class V>
result<void> response_writer<V>::begin(Response start) {
    const auto write = [&]() -> result<void> {
        if (begun_) return event_output::result_of(errc::invalid_argument);
        response_ = std::move(start);
        if (!response_.id || response_.id->empty()) response_.id = new_id("resp_");
        response_.object = "response";
        response_.status = ResponseStatus::in_progress;
        response_.output.clear();
        if (auto done = json::write(response_, scratch_); !done) return done;
        const errc code = events_.write([&](text_sink& out) {
            events_.put(out, "response.created", nullptr, {}, "response", scratch_);
            events_.put(out, "response.in_progress", nullptr, {}, "response", scratch_);
        });
        begun_ = code == errc::ok;
        return event_output::result_of(code);
    };
    return within_memory(write, [] { return result<void>(no_memory()); });
}

template <class V>
errc response_writer<V>::put_item(std::string_view type, const ResponseItem& item) {
    if (const errc code = to_json(item, scratch_); code != errc::ok) return code;
    const response_event_place at{{}, response_.output.size() - 1, 0};
    return events_.write(
        [&](text_sink& out) { events_.put(out, type, &at, {}, "item", scratch_); });
}

template <class V>
errc response_writer<V>::start_item(item_kind kind, ResponseItem item, std::string id) {
    response_.output.push_back(std::move(item));
    const errc code = put_item("response.output_item.added", open_item());
    if (code != errc::ok) {
        response_.output.pop_back();
        return code;
    }
    item_id_ = std::move(id);
    item_ = kind;
    return code;
}

template <class V>
errc response_writer<V>::start_part(response_text kind) {
    const response_text_names& names = names_of(kind);
    std::size_t number = 0;
    if (!names.part_added.empty()) {
        std::vector<ResponseContentPart>& parts = parts_for(kind);
        number = parts.size();
        switch (kind) {
            case response_text::output: {
                OutputTextContent part;
                part.text = "";
                part.annotations.emplace();
                part.logprobs.emplace();
                parts.emplace_back(std::move(part));
                break;
            }
            case response_text::refusal:
                parts.emplace_back(RefusalContent{.refusal = ""});
                break;
            case response_text::summary:
                parts.emplace_back(SummaryTextContent{.text = ""});
                break;
            default:
                parts.emplace_back(ReasoningTextContent{.text = ""});
        }
        const response_event_place at{item_id_, response_.output.size() - 1, number};
        errc code = to_json(parts.back(), scratch_);
        if (code == errc::ok) code = events_.open(kind, at);
        if (code == errc::ok) {
            code = events_.write([&](text_sink& out) {
                events_.put(out, names.part_added, &at, names.index, "part", scratch_);
            });
        }
        if (code != errc::ok) {
            parts.pop_back();
            return code;
        }
    } else if (const errc code = events_.open(kind, {item_id_, response_.output.size() - 1, 0});
               code != errc::ok) {
        return code;
    }
    part_ = number;
    kind_ = kind;
    part_open_ = true;
    return errc::ok;
}

template <class V>
errc response_writer<V>::close_part() {
    if (!part_open_) return errc::ok;
    if (const errc code = events_.flush(whole()); code != errc::ok) return code;
    const response_text_names& names = names_of(kind_);
    if (const errc code = to_json(whole(), scratch_); code != errc::ok) return code;
    std::string part;
    if (!names.part_done.empty()) {
        if (const errc code = to_json(parts_for(kind_).back(), part); code != errc::ok) return code;
    }
    if (names.logprobs) {
        const auto* text = std::get_if<OutputTextContent>(&parts_for(kind_).back());
        std::string logprobs;
        if (const errc code = to_json(*text->logprobs, logprobs); code != errc::ok) return code;
        scratch_.append(R"(,"logprobs":)").append(logprobs);
    }
    std::string_view member = names.member;
    if (const auto* call = std::get_if<FunctionToolCall>(&open_item())) {
        std::string name;
        if (const errc code = to_json(*call->name, name); code != errc::ok) return code;
        scratch_.insert(0, name + R"(,"arguments":)");
        member = "name";
    }
    const response_event_place at = place();
    const errc code = events_.write([&](text_sink& out) {
        events_.put(out, names.done, &at, names.index, member, scratch_);
        if (part.empty()) return;
        events_.put(out, names.part_done, &at, names.index, "part", part);
    });
    part_open_ = code != errc::ok;
    return code;
}

template <class V>
errc response_writer<V>::close_item(ResponseStatus status) {
    if (item_ == item_kind::none) return errc::ok;
    if (const errc code = close_part(); code != errc::ok) return code;
    const auto set = [&](auto* item, ResponseStatus to) {
        if (item != nullptr && item->status) item->status = to;
    };
    const auto set_status = [&](ResponseStatus to) {
        set(std::get_if<ResponseMessage>(&open_item()), to);
        set(std::get_if<FunctionToolCall>(&open_item()), to);
        set(std::get_if<ResponseCustomToolCall>(&open_item()), to);
    };
    set_status(status);
    const errc code = put_item("response.output_item.done", open_item());
    if (code == errc::ok) {
        item_ = item_kind::none;
    } else {
        set_status(ResponseStatus::in_progress);
    }
    return code;
}

template <class V>
errc response_writer<V>::open(response_text kind) {
    if (part_open_ && kind_ == kind) return errc::ok;
    const item_kind wanted = item_of(kind);
    if (item_ != wanted) {
        if (const errc code = close_item(ResponseStatus::completed); code != errc::ok) return code;
        const bool message = wanted == item_kind::message;
        std::string id = new_id(message ? "msg_" : "rs_");
        ResponseItem item;
        if (message) {
            ResponseMessage m{.type = "message", .role = Role::assistant};
            m.content.emplace(std::vector<ResponseContentPart>());
            m.id = id;
            m.status = ResponseStatus::in_progress;
            item = std::move(m);
        } else {
            ReasoningItem r;
            r.id = id;
            r.summary.emplace(std::vector<ResponseContentPart>());
            item = std::move(r);
        }
        const errc code = start_item(wanted, std::move(item), std::move(id));
        if (code != errc::ok) return code;
    }
    const errc code = close_part();
    return code == errc::ok ? start_part(kind) : code;
}

template <class V>
result<void> response_writer<V>::text(std::string_view piece,
                                      const std::vector<TokenLogprob>& logprobs) {
    return guarded([&] {
        if (const errc code = open(response_text::output); code != errc::ok) return code;
        std::vector<TokenLogprob> tokens(logprobs);
        for (TokenLogprob& token : tokens) repair_logprob(token);
        if (const errc code = to_json(tokens, scratch_); code != errc::ok) return code;
        auto* const part = std::get_if<OutputTextContent>(&parts_for(kind_).back());
        auto& all = *part->logprobs;
        all.reserve(all.size() + tokens.size());
        const errc code = events_.delta(piece, whole(), &scratch_);
        if (code == errc::ok) {
            for (TokenLogprob& token : tokens) all.push_back(std::move(token));
        }
        return code;
    });
}

template <class V>
result<void> response_writer<V>::annotation(const ResponseAnnotation& a) {
    return guarded([&] {
        if (!part_open_ || kind_ != response_text::output) return errc::invalid_argument;
        auto& all = *std::get_if<OutputTextContent>(&parts_for(kind_).back())->annotations;
        if (const errc code = to_json(a, scratch_); code != errc::ok) return code;
        scratch_.insert(0, std::to_string(all.size()) + R"(,"annotation":)");
        all.push_back(a);
        const response_event_place at = place();
        const errc code = events_.write([&](text_sink& out) {
            events_.put(out, "response.output_text.annotation.added", &at, "content_index",
                        "annotation_index", scratch_);
        });
        if (code != errc::ok) all.pop_back();
        return code;
    });
}

template <class V>
result<void> response_writer<V>::function_call(std::string_view call_id, std::string_view name) {
    return guarded([&] {
        std::string id = new_id("fc_");
        FunctionToolCall call{.call_id = valid(call_id), .name = valid(name), .arguments = ""};
        call.id = id;
        call.status = ResponseStatus::in_progress;
        return start_call(response_text::arguments, std::move(call), std::move(id));
    });
}

template <class V>
result<void> response_writer<V>::custom_tool_call(std::string_view call_id, std::string_view name) {
    return guarded([&] {
        std::string id = new_id("ctc_");
        ResponseCustomToolCall call{.call_id = valid(call_id), .name = valid(name), .input = ""};
        call.id = id;
        call.status = ResponseStatus::in_progress;
        return start_call(response_text::input, std::move(call), std::move(id));
    });
}

template <class V>
result<void> response_writer<V>::item(ResponseItem whole) {
    if (auto done = end_item(); !done) return done;
    if (auto done = json::write(whole, scratch_); !done) return done;
    return guarded([&] {
        response_.output.push_back(std::move(whole));
        const response_event_place at{{}, response_.output.size() - 1, 0};
        const errc code = events_.write([&](text_sink& out) {
            events_.put(out, "response.output_item.added", &at, {}, "item", scratch_);
            events_.put(out, "response.output_item.done", &at, {}, "item", scratch_);
        });
        if (code != errc::ok) response_.output.pop_back();
        return code;
    });
}

template <class V>
result<void> response_writer<V>::event(ResponseStreamEvent any) {
    if (!begun_) return event_output::result_of(errc::invalid_argument);
    std::int64_t& number = events_.out().sequence_number();
    bool numbered = false;
    std::visit(
        [&](auto& e) {
            if constexpr (requires { e.sequence_number; }) {
                e.sequence_number = number;
                numbered = true;
            }
        },
        any);
    auto done = json::write(any, scratch_);
    if (done) done = events_.out().event({.data = scratch_, .event = type_text(any)});
    if (done && numbered) ++number;
    return done;
}

template <class V>
result<void> response_writer<V>::finish(std::string_view type, ResponseStatus status,
                                        const ResponseUsage* usage) {
    const ending always(events_.out());
    const bool failed = status == ResponseStatus::failed;
    auto closed = guarded([&] {
        if (!failed) return close_item(status);
        // an open item is left as it is
        return part_open_ ? events_.flush(whole()) : errc::ok;
    });
    if (!closed) return closed;
    const auto write = [&]() -> result<void> {
        if (usage != nullptr) response_.usage = *usage;
        response_.status = status;
        auto done = json::write(response_, scratch_);
        if (done) {
            done = event_output::result_of(events_.write([&](text_sink& out) {
                events_.put(out, type, nullptr, {}, "response", scratch_);
            }));
        }
        if (!done) {
            response_.status = ResponseStatus::in_progress;
            return done;
        }
        begun_ = false;
        part_open_ = false;
        return events_.out().to().end();
    };
    return within_memory(write, [] { return result<void>(no_memory()); });
}

template <class V>
result<void> response_writer<V>::incomplete(std::string_view reason, const ResponseUsage* usage) {
    if (!begun_) return event_output::result_of(errc::invalid_argument);
    const auto set = [&]() -> result<void> {
        response_.incomplete_details.emplace().reason = valid(reason);
        return {};
    };
    auto done = within_memory(set, [] { return result<void>(no_memory()); });
    if (!done) return done;
    return finish("response.incomplete", ResponseStatus::incomplete, usage);
}

template <class V>
result<void> response_writer<V>::fail(const server_error& e) {
    if (!begun_) return event_output::result_of(errc::invalid_argument);
    const auto set = [&]() -> result<void> {
        ResponseError why{.message = valid(e.message)};
        why.code = valid(e.code.empty() ? "server_error" : e.code);
        response_.error = std::move(why);
        return {};
    };
    auto done = within_memory(set, [] { return result<void>(no_memory()); });
    if (!done) return done;
    return finish("response.failed", ResponseStatus::failed, nullptr);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
