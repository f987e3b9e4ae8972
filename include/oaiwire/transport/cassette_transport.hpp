// cassette_transport: answers from a cassette, without a network. For tests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/cassette_index.hpp>
#include <oaiwire/transport/cassette_match.hpp>
#include <oaiwire/transport/cassette_playback.hpp>
#include <oaiwire/transport/cassette_reader.hpp>
#include <oaiwire/transport/deliver.hpp>

namespace oaiwire { inline namespace v0_2 {

// A clock that stands still but for sleeps, which take no time. Models timing; for tests, in which
// recorded retries are made at once.
class replay_timing {
public:
    // Milliseconds slept so far.
    std::int64_t now_ms() const { return now_; }
    // Returns at once.
    void sleep(std::int64_t ms, const stop_handle&) { now_ += ms; }
    // Always the same.
    double jitter() { return 0; }

private:
    std::int64_t now_ = 0;
};

namespace detail {

struct cassette_state;

}  // namespace detail

// Answers each request with the exchange of a cassette that fits. Copies share the cassette and
// what was used of it. A request that none fits fails as transport_failed; the message says which
// exchange is nearest and what differs, and `path` where in its JSON. A head may have
// secret_placeholder where something was redacted. Timeouts have no effect, and neither has time.
// One thread at a time. Models http::pull_transport and http::polled_transport.
class cassette_transport {
public:
    using timing = replay_timing;

    // A response being read. It may outlive its transport.
    class body {
    public:
        // Valid as long as the body.
        const http::response_head& head() const { return playing_->head(); }
        // The next piece, valid until the next call; empty at the clean end.
        result<std::string_view> read_some() { return playing_->read(); }

    private:
        friend class cassette_transport;
        explicit body(std::unique_ptr<detail::cassette_playback> p) : playing_(std::move(p)) {}
        std::unique_ptr<detail::cassette_playback> playing_;
    };

    // A call begun by start(): each poll() brings its head, a piece or its end. It may outlive its
    // transport, and gets nothing more then.
    class call {
    public:
        // See http::polled_response.
        const http::response_head* head() const;
        std::string_view read();
        bool ended() const;
        const oaiwire::error& error() const;

    private:
        friend class cassette_transport;
        friend struct detail::cassette_state;
        struct state;
        explicit call(std::shared_ptr<state> s) : state_(std::move(s)) {}
        std::shared_ptr<state> state_;
    };

    // Reads requests and places of all exchanges. Bodies are read when they are needed, so the
    // source must not change. Errors: those of index_of_cassette().
    static result<cassette_transport> from(std::shared_ptr<const byte_source> cassette,
                                           cassette_options options = {});
    // The same from a text.
    static result<cassette_transport> from(std::string cassette, cassette_options options = {});
    // The same from a file. Errors also: invalid_argument if it cannot be read.
    static result<cassette_transport> from_file(const std::filesystem::path& path,
                                                cassette_options options = {});

    // Returns the response to such a request. Nothing of `request` is needed afterwards.
    result<body> open(const http::request& request);

    // Feeds the handler until the response has ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request), handler);
    }

    // Begins a call. See call.
    call start(const http::request& request);
    // Makes progress on all calls, and returns at once. True if anything has come.
    bool poll(std::int64_t budget_ms = 0);

    // Whether an exchange would answer the request; nothing is used up.
    result<bool> has(const http::request& request) const;
    // All exchanges, in their order. Valid as long as the transport.
    const std::vector<cassette_exchange>& exchanges() const;
    // The exchanges that no request has asked for, as "exchange 2 (line 7): POST https://...".
    std::vector<std::string> unused() const;

private:
    explicit cassette_transport(std::shared_ptr<detail::cassette_state> s) : state_(std::move(s)) {}
    std::shared_ptr<detail::cassette_state> state_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <optional>

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

struct cassette_transport::call::state {
    std::optional<body> open{};
    http::response_head head{};
    bool has_head = false;
    std::string come{};   // not read yet
    std::string given{};  // by the last read()
    bool over = false;    // no byte will come
    oaiwire::error error{};

    // The next event; false if there is none.
    bool advance() {
        constexpr std::size_t most = std::size_t{64} << 10;  // not read
        if (over || come.size() > most) return false;
        if (!open) {  // the error of start()
            over = true;
        } else if (!has_head) {
            const auto keep = [&] { head = open->head(); };
            within_memory(keep, [&] {
                over = true;
                error = no_memory();
            });
            has_head = !over;
        } else {
            auto bytes = open->read_some();
            const auto keep = [&] {
                over = !bytes || bytes->empty();
                if (!bytes) error = std::move(bytes).error();
                if (!over) come.append(*bytes);
            };
            within_memory(keep, [&] {
                over = true;
                error = no_memory();
            });
        }
        if (over) open.reset();
        return true;
    }
};

struct detail::cassette_state {
    std::shared_ptr<const byte_source> source{};
    cassette_options options{};
    std::vector<cassette_exchange> exchanges{};
    std::vector<bool> used{};
    std::vector<std::weak_ptr<cassette_transport::call::state>> calls{};

    // The exchange that answers; exchanges.size() if there is none, and the nearest difference.
    std::size_t find(const cassette_request& request, cassette_difference& nearest,
                     std::size_t& nearest_at) const {
        std::size_t again = exchanges.size();
        nearest_at = exchanges.size();
        for (std::size_t i = 0; i != exchanges.size(); ++i) {
            if (used[i] && (!options.repeat || again != exchanges.size())) continue;
            cassette_difference d;
            if (options.match == cassette_match::strict) {
                d = difference_of(exchanges[i], request, options.rules);
            }
            if (d.where == cassette_difference::part::none) {
                if (!used[i]) return i;
                again = i;
            } else if (nearest_at == exchanges.size() || d.nearer_than(nearest)) {
                nearest = std::move(d);
                nearest_at = i;
            }
        }
        return again;
    }
    std::string name_of(std::size_t i) const {
        return "exchange " + std::to_string(i + 1) + " (line " + std::to_string(exchanges[i].line) +
               "): " + exchanges[i].title();
    }
    error unmatched(const cassette_request& request, const cassette_difference& nearest,
                    std::size_t at) const {
        std::string message = "the cassette has no further exchange for " + request.request.method +
                              " " + request.request.url;
        std::string path;
        if (at != exchanges.size()) {
            message.append("; nearest is ").append(name_of(at));
            message.append(", which differs in ").append(nearest.text());
            path = nearest.path;
        }
        return make_error(errc::transport_failed, message, std::move(path));
    }
    result<std::unique_ptr<cassette_playback>> play(const http::request& request) {
        auto asked = cassette_request_of(request, options.redact);
        if (!asked) return std::move(asked).error();
        if (request.stop.stop_requested()) return make_error(errc::cancelled);
        cassette_difference nearest;
        std::size_t nearest_at = 0;
        const std::size_t i = find(*asked, nearest, nearest_at);
        if (i == exchanges.size()) return unmatched(*asked, nearest, nearest_at);
        auto out = std::make_unique<cassette_playback>(source, exchanges[i], options, request.stop);
        auto done = out->start();
        used[i] = used[i] || done || done.error().code != errc::out_of_memory;
        if (!done) return std::move(done).error();
        return out;
    }
};

OAIWIRE_ADAPTER_INLINE const http::response_head* cassette_transport::call::head() const {
    return state_ && state_->has_head ? &state_->head : nullptr;
}

OAIWIRE_ADAPTER_INLINE std::string_view cassette_transport::call::read() {
    if (!state_) return {};
    state_->given.clear();
    state_->given.swap(state_->come);
    return state_->given;
}

OAIWIRE_ADAPTER_INLINE bool cassette_transport::call::ended() const {
    return !state_ || (state_->over && state_->come.empty());
}

OAIWIRE_ADAPTER_INLINE const oaiwire::error& cassette_transport::call::error() const {
    static const oaiwire::error none = no_memory();
    return state_ ? state_->error : none;
}

OAIWIRE_ADAPTER_INLINE result<cassette_transport> cassette_transport::from(
    std::shared_ptr<const byte_source> cassette, cassette_options options) {
    return within_memory([&]() -> result<cassette_transport> {
        auto index = index_of_cassette(*cassette);
        if (!index) return std::move(index).error();
        auto s = std::make_shared<detail::cassette_state>();
        s->source = std::move(cassette);
        s->options = std::move(options);
        s->exchanges = *std::move(index);
        s->used.resize(s->exchanges.size());
        return cassette_transport(std::move(s));
    });
}

OAIWIRE_ADAPTER_INLINE result<cassette_transport> cassette_transport::from(
    std::string cassette, cassette_options options) {
    return within_memory([&]() -> result<cassette_transport> {
        return from(text_source(std::move(cassette)), std::move(options));
    });
}

OAIWIRE_ADAPTER_INLINE result<cassette_transport> cassette_transport::from_file(
    const std::filesystem::path& path, cassette_options options) {
    return within_memory([&]() -> result<cassette_transport> {
        auto file = cassette_file_source(path);
        if (!file) return std::move(file).error();
        return from(*std::move(file), std::move(options));
    });
}

OAIWIRE_ADAPTER_INLINE result<cassette_transport::body> cassette_transport::open(
    const http::request& request) {
    return within_memory([&]() -> result<body> {
        auto playing = state_->play(request);
        if (!playing) return std::move(playing).error();
        return body(*std::move(playing));
    });
}

OAIWIRE_ADAPTER_INLINE cassette_transport::call cassette_transport::start(
    const http::request& request) {
    const auto begin = [&] {
        auto s = std::make_shared<call::state>();
        std::erase_if(state_->calls, [](const auto& c) { return c.expired(); });
        state_->calls.push_back(s);
        auto opened = open(request);
        if (opened) {
            s->open.emplace(*std::move(opened));
        } else {
            s->error = std::move(opened).error();
        }
        return call(std::move(s));
    };
    return within_memory(begin, [] { return call(nullptr); });
}

OAIWIRE_ADAPTER_INLINE bool cassette_transport::poll(std::int64_t) {
    bool any = false;
    // a call may begin or end in the hook `wait`
    for (std::size_t i = 0; i < state_->calls.size(); ++i) {
        if (const auto c = state_->calls[i].lock()) any = c->advance() || any;
    }
    return any;
}

OAIWIRE_ADAPTER_INLINE result<bool> cassette_transport::has(const http::request& request) const {
    return within_memory([&]() -> result<bool> {
        auto asked = cassette_request_of(request, state_->options.redact);
        if (!asked) return std::move(asked).error();
        cassette_difference nearest;
        std::size_t at = 0;
        return state_->find(*asked, nearest, at) != state_->exchanges.size();
    });
}

OAIWIRE_ADAPTER_INLINE const std::vector<cassette_exchange>& cassette_transport::exchanges() const {
    return state_->exchanges;
}

OAIWIRE_ADAPTER_INLINE std::vector<std::string> cassette_transport::unused() const {
    std::vector<std::string> out;
    for (std::size_t i = 0; i != state_->used.size(); ++i) {
        if (!state_->used[i]) out.push_back(state_->name_of(i));
    }
    return out;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
