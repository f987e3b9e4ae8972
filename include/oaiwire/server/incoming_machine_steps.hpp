// The definitions of incoming_machine: its states, and from a body to the request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/server/incoming_machine.hpp>

#if OAIWIRE_ADAPTER_DEFINES

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/server/query_reader.hpp>
#include <oaiwire/server/server_errors.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE incoming_machine::incoming_machine(const incoming_call* const* calls,
                                                          std::size_t count,
                                                          incoming_options options)
    : calls_(calls), count_(count), options_(std::move(options)) {
    auto& base = options_.base_path;
    while (base.ends_with('/')) base.pop_back();
    if (!base.empty() && base.front() != '/') base.insert(0, "/");
}

OAIWIRE_ADAPTER_INLINE void incoming_machine::reset() {
    // what one large request needed is not kept for the connection's life
    constexpr std::size_t most_kept = std::size_t{16} << 10;
    if (body_.capacity() > most_kept || taken_ > most_kept) {
        std::string().swap(body_);
        request_ = {};
        made_for_ = nullptr;
    }
    state_ = state::idle;
    streamed_ = head_only_ = false;
    call_ = other_ = nullptr;
    form_.reset();
    taken_ = 0;
    body_.clear();
    deployment_.clear();
    key_ = {};
    if (failure_.code != errc::ok) {
        answer_ = {};
        failure_ = {};
    }
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::fail(server_error answer, oaiwire::error why) {
    state_ = state::failed;
    std::string().swap(body_);
    form_.reset();
    answer_ = std::move(answer);
    failure_ = std::move(why);
    return false;
}

OAIWIRE_ADAPTER_INLINE std::string_view incoming_machine::operation_id() const {
    return call_ != nullptr ? call_->id : std::string_view();
}

OAIWIRE_ADAPTER_INLINE std::string incoming_machine::take_body() {
    return ready() ? std::move(body_) : std::string();
}

OAIWIRE_ADAPTER_INLINE void* incoming_machine::request_of(const incoming_call& call) {
    return ready() && call_ == &call ? request_.get() : nullptr;
}

OAIWIRE_ADAPTER_INLINE void incoming_machine::head(const http::received_request& head) {
    reset();
    guard([&] {
        const bool taken = route(head) && check_key(head.headers) &&
                           check_body_head(head.headers) && make_request();
        if (taken) state_ = state::body;
    });
}

// Makes the object of the request, and sets what the target says of it.
OAIWIRE_ADAPTER_INLINE bool incoming_machine::make_request() {
    // a form is read into a new object
    if (call_->has_form || made_for_ == nullptr || made_for_->described != call_->described) {
        request_ = make_object(call_->object);
        made_for_ = call_;
    }
    if (!call_->has_body) {
        streamed_ = call_->streams && query_says(body_, "stream", "true");
        std::string query(body_);
        auto done = read_query(query, request_.get(), *call_->described, body_);
        body_.clear();
        if (!done) return fail(std::move(done).error());
    }
    body_.clear();
    const auto& table = call_->described->object();
    std::string_view rest = scratch_;
    for (const auto* m = table.first(); m != table.none() && !rest.empty(); ++m) {
        if (m->type->kind != json::detail::type_kind::path) continue;
        const std::string_view value = rest.substr(0, rest.find('\0'));
        rest.remove_prefix(value.size() + 1);
        auto& member = json::detail::as<path_parameter>(table.member(request_.get(), *m));
        member = std::string(value);
    }
    return true;
}

OAIWIRE_ADAPTER_INLINE void incoming_machine::feed(std::string_view bytes) {
    if (state_ != state::body || bytes.empty()) return;
    guard([&] { take(bytes); });
}

// The body of a request that has none by its operation is counted and passed over. Of a form whose
// files are passed on, the reader bounds what is kept.
OAIWIRE_ADAPTER_INLINE bool incoming_machine::take(std::string_view bytes) {
    const std::size_t bound = options_.bounds.body;
    if (form_ == nullptr || !options_.files) {
        if (bytes.size() > bound - taken_) {
            return fail(make_error(errc::limit_exceeded, "The body of the request is too large"));
        }
        taken_ += bytes.size();
    }
    if (form_ != nullptr) {
        form_->feed(bytes);
        return !form_->failed() || fail_form();
    }
    if (call_->has_body) append_within(body_, bytes, bound);
    return true;
}

OAIWIRE_ADAPTER_INLINE void incoming_machine::finish() {
    if (state_ != state::body) return;
    guard([&] {
        if (call_->has_body && !read_body()) return;
        if (options_.validate && !validate()) return;
        form_.reset();
        state_ = state::ready;
    });
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::read_body() {
    if (call_->take_other != nullptr && form_ == nullptr) {
        call_->take_other(request_.get(), std::move(body_));
        body_.clear();
    } else if (form_ != nullptr ? !read_form() : !read_json()) {
        return false;
    }
    if (!deployment_.empty() && call_->set_model != nullptr) {
        call_->set_model(request_.get(), deployment_);
    }
    choose();
    streamed_ = call_->streamed(request_.get());
    return true;
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::read_json() {
    if (body_.empty()) {
        return fail(server_errors::bad_request(
                        "We could not parse the JSON body of your request: the body is empty."),
                    errc::unexpected_end);
    }
    json::read_options how(options_.mode);
    how.depth = options_.bounds.depth;
    how.required = options_.validate;
    auto done = json::detail::read_described(body_, request_.get(), *call_->described, how);
    // Azure names the model in the path
    if (!done && done.error().code == errc::missing_member && done.error().path == "model" &&
        !deployment_.empty()) {
        how.required = false;
        done = json::detail::read_described(body_, request_.get(), *call_->described, how);
    }
    return done || fail(std::move(done).error());
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::read_form() {
    json::read_options how(options_.mode);
    how.depth = options_.bounds.depth;
    how.required = options_.validate && deployment_.empty();
    auto done = form_->finish(request_.get(), how);
    return done || fail_form();
}

// A form that ends early is the client's fault, not that of an upstream.
OAIWIRE_ADAPTER_INLINE bool incoming_machine::fail_form() {
    auto why = form_->failure();
    if (why.code != errc::closed_early) return fail(std::move(why));
    return fail(server_errors::bad_request("The form in the body of the request is incomplete."),
                std::move(why));
}

// Of two operations with one method and path, the one whose kind of stream the request asks for.
OAIWIRE_ADAPTER_INLINE void incoming_machine::choose() {
    if (other_ == nullptr || call_->wants_events == nullptr ||
        other_->described != call_->described) {
        return;
    }
    const bool events = call_->wants_events(request_.get());
    if (call_->events != events && other_->events == events) call_ = other_;
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::validate() {
    std::vector<violation> found;
    call_->validate(request_.get(), found);
    // files that went to the sink are empty here
    if (form_ != nullptr && options_.files) {
        std::erase_if(found, [&](const violation& v) {
            const std::string_view name =
                std::string_view(v.path).substr(0, v.path.find_first_of(".["));
            const auto* const m = call_->described->object().find(name);
            return m != nullptr && holds_files(*form_value_type(m->type));
        });
    }
    return found.empty() || fail(error_of(found));
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
