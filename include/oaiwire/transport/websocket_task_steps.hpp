// The functions of websocket_task and websocket_pool.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/answer_body.hpp>
#include <oaiwire/body/answer_head.hpp>
#include <oaiwire/body/redact.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/transport/websocket_task.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

inline void websocket_task::begin(const http::duplex_request& request,
                                  websocket::random_source random) {
    request_ = request;
    began_ms_ = last_ms_ = websocket_pool::now_ms();
    auto made = websocket::connection::connect(request_, std::move(random));
    if (!made) {
        failure_ = std::move(made).error();
        ended_ = true;
        return;
    }
    codec_ = std::move(*made);
    listener_.listen(
        request_.stop, [](void* pool) { static_cast<websocket_pool*>(pool)->wake(); }, &pool_);
    if (request_.stop.stop_requested()) return fail(errc::cancelled);
    connect();
}

inline websocket_task::~websocket_task() {
    if (!ended_) pool_.remove(*this);
    for (auto& name : request_.subprotocols) wipe(name);  // some hold a key
}

inline void websocket_task::touch() {
    pool_.due_ms_ = 0;
}

inline void websocket_task::ready() {
    ready_ = true;
    last_ms_ = websocket_pool::now_ms();
    codec_.tick(last_ms_);
    touch();
}

inline void websocket_task::sent(std::size_t size) {
    codec_.sent(size);
    settle();
}

inline bool websocket_task::wants_bytes() const {
    const std::size_t most = greedy_ ? request_.message_limit : most_waiting;
    return ready_ && !ended_ && !codec_.ended() && messages_.bytes() <= most;
}

inline void websocket_task::received(std::string_view bytes) {
    codec_.feed(bytes);
    opened_ = opened_ || codec_.open();  // whatever follows in the same bytes
    take_events();
    settle();
}

inline void websocket_task::finished() {
    codec_.finish();
    take_events();
    settle();
    if (!ended_) end();
}

inline void websocket_task::take_events() {
    const auto take = [&] {
        while (const auto* event = codec_.next()) {
            opened_ = true;
            if (event->kind != websocket::event_kind::message) continue;
            messages_.push({event->type, event->data});
        }
    };
    within_memory(take, [&] {
        // the rest of the bytes is dropped: it would follow a message that is lost
        codec_.fail(no_memory());
        while (codec_.next() != nullptr) {
        }
        if (!ended_) end();
        failure_ = no_memory();
    });
    opened_ = opened_ || codec_.open();
}

inline void websocket_task::fail(errc code, std::string_view why) {
    if (ended_) return;
    const auto describe = [&] {
        codec_.fail(why.empty() ? make_error(code) : make_error(code, why));
    };
    within_memory(describe, [&] { codec_.fail(no_memory()); });
    end();
}

inline void websocket_task::settle() {
    if (ended_ || !codec_.ended()) return;
    // a close is worth waiting for, but not where the peer is too slow or gone
    if (unsent().empty() || codec_.error().kind() == error_kind::transport) return end();
    if (linger_ms_ != never) return;
    constexpr std::int64_t longest_ms = 5000;
    const bool bounded = request_.close_ms > 0 && request_.close_ms < longest_ms;
    linger_ms_ = websocket_pool::now_ms() + (bounded ? request_.close_ms : longest_ms);
    touch();
}

inline void websocket_task::end() {
    ended_ = true;
    failure_ = within_memory([&] { return explained(); }, [] { return no_memory(); });
    // the codec was not made yet
    if (failure_.code == errc::ok && codec_.closed().code == 0) failure_ = no_memory();
    listener_.end();
    pool_.remove(*this);
    disconnect();
}

// The codec's error. One of the transport names host and port; a refusal is what its body says.
inline error websocket_task::explained() const {
    oaiwire::error why = codec_.error();
    if (why.code == errc::unexpected_status && codec_.head()) {
        answer_head head;
        head.take(codec_.head()->status, codec_.head()->headers, {});
        why = error_of_answer(codec_.refusal(), head, request_.limits);
        why.api.request_id = head.request_id;
        why.api.retry.should_retry = head.notes().hints.should_retry;
        if (!why.api.retry.after_ms) why.api.retry.after_ms = head.notes().hints.after_ms;
        const auto hide = [&](std::string_view key) {
            const secret hidden{std::string(key)};
            for (auto* text : {&why.message, &why.api.type, &why.api.code, &why.api.param,
                               &why.api.request_id, &why.api.body}) {
                redact(*text, hidden);
            }
        };
        for (const auto& field : request_.headers) {
            const std::string_view value = field.value;
            if (field.sensitive) hide(value.substr(value.rfind(' ') + 1));
        }
        for (const std::string_view name : request_.subprotocols) {
            if (name.find('.') != name.npos) hide(name.substr(name.find('.') + 1));
        }
    } else if (why.kind() == error_kind::transport) {
        const auto& to = request_.origin;
        why.message.insert(
            0, to.host.substr(to.host.rfind('@') + 1) + ':' + std::to_string(to.port) + ": ");
    }
    return why;
}

inline const http::close_status& websocket_task::closed() const {
    static const http::close_status lost{websocket::close_code::lost, {}};
    return ended_ && codec_.closed().code == 0 ? lost : codec_.closed();
}

inline void websocket_task::tick(std::int64_t now_ms) {
    const std::int64_t due = codec_.due_ms();
    if (codec_.open() && !wants_bytes()) {
        stood_ms_ += now_ms - last_ms_;
    } else if (codec_.open() && due < now_ms - stood_ms_ - late_ms) {
        stood_ms_ = now_ms - due;
    }
    last_ms_ = now_ms;
    codec_.tick(now_ms - stood_ms_);
}

inline std::int64_t websocket_task::look(std::int64_t now_ms) {
    std::int64_t due = never;
    if (request_.stop.stop_requested()) {
        fail(errc::cancelled);
    } else if (ready_) {
        tick(now_ms);
        settle();
        if (!ended_ && now_ms >= linger_ms_) end();
        due = websocket_pool::after((std::max)(codec_.due_ms(), std::int64_t{0}), stood_ms_);
        due = (std::min)(due, linger_ms_);
    } else if (request_.timeouts.connect_ms > 0) {
        due = websocket_pool::after(began_ms_, request_.timeouts.connect_ms);
        if (now_ms >= due) fail(errc::connect_timeout);
    }
    if (ended_) return never;
    resume();
    return request_.stop.has_token() ? (std::min)(due, now_ms + websocket_pool::token_ms) : due;
}

inline result<void> websocket_task::send(http::message_kind kind, std::string_view data) {
    touch();
    auto queued = codec_.send(kind, data);
    if (queued && !ended_) resume();
    return queued;
}

inline result<void> websocket_task::close(std::uint16_t code, std::string_view reason) {
    touch();
    auto queued = codec_.close(code, reason);
    if (queued && !ended_) resume();
    return queued;
}

inline std::optional<http::message> websocket_task::next() {
    const auto message = messages_.take();
    if (message && !ended_) touch();
    return message;
}

inline void websocket_task::greedy(bool on) {
    greedy_ = on;
    touch();
}

inline std::int64_t websocket_pool::now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

inline std::shared_ptr<websocket_task> websocket_pool::start(const http::duplex_request& request,
                                                             bool waits) {
    std::shared_ptr<websocket_task> task;
    const auto begin = [&] {
        if (!random_) {
            const auto device = std::make_shared<std::random_device>();
            random_ = [device] { return static_cast<std::uint32_t>((*device)()); };
        }
        task = make_task();
        running_.push_back(task.get());
        task->waits_ = waits;
        task->begin(request, random_);
        if (task->ended()) remove(*task);
    };
    within_memory(begin, [&] {
        if (task) task->fail(errc::out_of_memory);
    });
    due_ms_ = 0;
    return task;
}

inline bool websocket_pool::poll(std::int64_t budget_ms) {
    constexpr std::int64_t day = 86'400'000;
    const std::int64_t until = now_ms() + std::clamp(budget_ms, std::int64_t{0}, day);
    ended_one_ = false;
    for (;;) {
        const std::int64_t wait = (std::min)(until, due_ms_) - now_ms();
        const auto move = [&] { return step((std::max)(wait, std::int64_t{0})); };
        const bool moved = within_memory(move, [] { return true; });
        look_at_all();
        if (moved || ended_one_) return true;
        if (now_ms() >= until) return false;
    }
}

// Only after bytes were moved: what waited in the sockets is no silence.
inline void websocket_pool::look_at_all() {
    const std::int64_t now = now_ms();
    std::int64_t due = never;
    // backwards: one that ends leaves the list
    for (std::size_t i = running_.size(); i-- != 0;) {
        websocket_task& task = *running_[i];
        const auto look = [&] { return task.look(now); };
        due = (std::min)(due, within_memory(look, [&] {
                             task.fail(errc::out_of_memory);
                             return never;
                         }));
    }
    due_ms_ = due;
}

inline void websocket_pool::remove(websocket_task& task) noexcept {
    const auto at = std::find(running_.begin(), running_.end(), &task);
    if (at == running_.end()) return;
    *at = running_.back();
    running_.pop_back();
    ended_one_ = true;
}

inline void websocket_pool::end_started() {
    for (std::size_t i = running_.size(); i-- != 0;) {
        if (!running_[i]->waits_) running_[i]->abandon();
    }
}

inline void websocket_pool::end_all() {
    while (!running_.empty()) running_.back()->abandon();
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
