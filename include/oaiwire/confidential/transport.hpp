// confidential_transport: wraps a transport and turns plain calls into Atoma's confidential ones:
// it locks a node, encrypts the request for it, sends it and decrypts the response.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/timing.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/open.hpp>
#include <oaiwire/confidential/opener.hpp>
#include <oaiwire/confidential/seal.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Options of confidential_client and confidential_transport.
struct confidential_options {
    confidential::open_policy policy{};           // requirements on sealed responses
    std::optional<std::uint64_t> lock_tokens{};   // to reserve; default: what the request needs
    std::optional<std::uint64_t> lock_seconds{};  // lifetime of a lock; default: the server's 5
    oaiwire::limits limits{};                     // of sealed responses
};

namespace confidential::detail {

// What has to be sent for a plain call: a request for a lock, then the sealed request.
struct plan {
    http::request lock{};
    http::request sealed{};   // without its body
    secret_text plaintext{};  // to seal, as soon as there is a lock
    in_clear clear{};         // what stays readable for the server
};

// A plain operation that has a confidential form, which is recognised by its path.
struct operation_row {
    std::string_view path;  // without the prefix of the base URL
    bool streams;           // whether the confidential form can stream
    bool of_images;         // its units are pixels
};
template <sealable Request>
inline constexpr operation_row row_of{operation_of<Request>::path, streamed_sealable<Request>,
                                      of_images<Request>};
// The first row whose path is a suffix of the target's applies.
inline constexpr std::array operation_rows{row_of<ChatCompletionRequest>, row_of<CompletionRequest>,
                                           row_of<EmbeddingRequest>,
                                           row_of<ImageGenerationRequest>};

// Errors: invalid_argument for calls without a confidential operation, so that none is sent
// unencrypted.
result<plan> plan_of(const http::request& request, const confidential_options& options);

// Handler that keeps a whole response of at most `most` bytes; one that is longer stops the
// transfer.
struct collector {
    std::size_t most;
    http::response_head head{};
    std::string body{};
    bool too_long = false;

    http::flow on_head(const http::response_head& h);
    http::flow on_body(std::string_view bytes);
};

constexpr bool is_success(int status) {
    return status >= 200 && status <= 299;
}

// The head for the decrypted response. If the lock expired or was taken, the head asks for a retry.
http::response_head head_in_clear(http::response_head head);

// The result of a lock request: a call to send, with what opens its response; or, without `opens`,
// the response of a server that refused.
template <crypto Crypto>
struct locked {
    http::request request{};
    std::optional<opener<Crypto>> opens{};
    http::response_head refusal{};
    std::string refusal_body{};
};

// Handler that decrypts a response for another handler. Responses without success are not encrypted
// and are passed on. Refers to both objects.
template <class Handler, class Opener>
struct opening_handler {
    Handler& inner;
    Opener& opens;
    bool successful = false;
    bool stopped = false;  // by the inner handler

    http::flow on_head(const http::response_head& head) {
        successful = is_success(head.status);
        return stop_if(inner.on_head(head_in_clear(head)));
    }
    http::flow on_body(std::string_view bytes) {
        if (!successful) return stop_if(inner.on_body(bytes));
        opens.feed(bytes);
        return drain();
    }
    // Hands on all messages that are complete. After one that cannot be opened it stops; the caller
    // takes the error from the opener.
    http::flow drain() {
        while (!stopped) {
            const std::string_view bytes = opens.next();
            if (bytes.empty()) return opens.failed() ? http::flow::stop : http::flow::proceed;
            stop_if(inner.on_body(bytes));
        }
        return http::flow::stop;
    }
    // Keeps that the inner handler said stop; returns what it said.
    http::flow stop_if(http::flow said) {
        stopped = stopped || said == http::flow::stop;
        return said;
    }
};

}  // namespace confidential::detail

// A response whose body is decrypted as it is read. Models http::response_body. It may outlive its
// transport if the inner body may.
template <http::response_body Body, confidential::crypto Crypto>
class confidential_body {
public:
    // A whole response that is not encrypted.
    confidential_body(http::response_head head, std::string text)
        : head_(std::move(head)), text_(std::make_unique<std::string>(std::move(text))) {}
    confidential_body(Body body, std::optional<confidential::opener<Crypto>> opens)
        : head_(confidential::detail::head_in_clear(body.head())),
          body_(std::move(body)),
          opens_(std::move(opens)) {}

    // The head of the decrypted response.
    const http::response_head& head() const { return head_; }

    // The next bytes, valid until the next call; empty at the clean end.
    result<std::string_view> read_some() {
        if (!body_) return std::exchange(whole_read_, true) ? std::string_view() : *text_;
        if (!opens_) return body_->read_some();
        for (;;) {
            const std::string_view bytes = opens_->next();
            if (!bytes.empty()) return bytes;
            if (opens_->failed()) return opens_->failure();
            if (ended_) return std::string_view();
            auto sealed = body_->read_some();
            if (!sealed) return std::move(sealed).error();
            ended_ = sealed->empty();
            if (ended_) {
                opens_->finish();
            } else {
                opens_->feed(*sealed);
            }
        }
    }

private:
    http::response_head head_;
    // On the heap: a view of it stays valid when the body moves.
    std::unique_ptr<std::string> text_{};
    std::optional<Body> body_{};                           // empty: text_ is the whole response
    std::optional<confidential::opener<Crypto>> opens_{};  // empty: body_ is not encrypted
    bool whole_read_ = false;
    bool ended_ = false;  // body_ has ended
};

// Accepts calls to /chat/completions, /completions, /embeddings and /images/generations only. Each
// call uses a new lock, key and nonce, so a retry never sends a ciphertext twice; if the lock has
// expired (status 423, 425) the response says that a retry is allowed. A failed lock request is the
// call's failure. Timeouts apply to each of the two requests. Carries as many calls at a time as
// the wrapped transport.
template <http::transport Transport, confidential::crypto Crypto>
class confidential_transport {
    using opener = confidential::opener<Crypto>;

public:
    // The timing policy of the wrapped transport.
    using timing = typename detail::timing_of<Transport>::type;

    // Takes the wrapped transport, the crypto functions and options.
    explicit confidential_transport(Transport inside, Crypto with = {},
                                    confidential_options options = {})
        : inside_(std::move(inside)), with_(std::move(with)), options_(options) {}

    // See http::transport. The handler gets the decrypted response.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto call = lock(request);
        if (!call) return std::move(call).error();
        if (!call->opens) {
            if (handler.on_head(call->refusal) == http::flow::proceed &&
                !call->refusal_body.empty()) {
                handler.on_body(call->refusal_body);
            }
            return {};
        }
        confidential::detail::opening_handler<Handler, opener> opening{handler, *call->opens};
        auto done = inside_.send(call->request, opening);
        if (done && opening.successful && !call->opens->failed()) {
            call->opens->finish();
            opening.drain();
        }
        if (call->opens->failed()) return call->opens->failure();
        return done;
    }

    // See http::pull_transport. The body is a confidential_body.
    template <class Pulled = Transport>
    requires http::pull_transport<Pulled>
    auto open(const http::request& request) {
        using body = typename decltype(inside_.open(request))::value_type;
        using opened = result<confidential_body<body, Crypto>>;
        auto call = lock(request);
        if (!call) return opened(std::move(call).error());
        if (!call->opens) {
            return opened(confidential_body<body, Crypto>(std::move(call->refusal),
                                                          std::move(call->refusal_body)));
        }
        auto answer = inside_.open(call->request);
        if (!answer) return opened(std::move(answer).error());
        if (!confidential::detail::is_success(answer->head().status)) call->opens.reset();
        return opened(confidential_body<body, Crypto>(*std::move(answer), std::move(call->opens)));
    }

    // Counts over all calls; `last` is of the last chunk or response.
    const confidential::opening_statistics& statistics() const { return *statistics_; }
    // The wrapped transport.
    Transport& inside() { return inside_; }

private:
    // Requests a lock and, if it is granted, seals the request for its node. Errors: those of
    // plan_of(), of the transport, of decoding the lock and of seal().
    result<confidential::detail::locked<Crypto>> lock(const http::request& request) {
        return within_memory([&]() -> result<confidential::detail::locked<Crypto>> {
            auto plan = confidential::detail::plan_of(request, options_);
            if (!plan) return std::move(plan).error();
            confidential::detail::collector answer{options_.limits.error_body};
            if (auto done = inside_.send(plan->lock, answer); !done) return std::move(done).error();
            if (answer.too_long) {
                return make_error(errc::limit_exceeded, {}, {}, options_.limits.error_body);
            }
            confidential::detail::locked<Crypto> out;
            if (!confidential::detail::is_success(answer.head.status)) {
                out.refusal = confidential::detail::head_in_clear(std::move(answer.head));
                out.refusal_body = std::move(answer.body);
                return out;
            }
            NodesCreateLockResponse node;
            if (auto done = json::read_into(answer.body, node, json::tolerant); !done) {
                return std::move(done).error();
            }
            auto sealed =
                confidential::seal(with_, node, plan->plaintext.text, plan->clear, options_.policy);
            if (!sealed) return std::move(sealed).error();
            out.request = std::move(plan->sealed);
            if (auto done = json::write(sealed->request, out.request.body); !done) {
                return std::move(done).error();
            }
            out.opens.emplace(with_, std::move(sealed->opener), plan->clear.stream, statistics_,
                              options_.limits);
            return out;
        });
    }

    Transport inside_;  // sends both requests
    Crypto with_;
    confidential_options options_;
    // shared with the openers, which may outlive the transport
    std::shared_ptr<confidential::opening_statistics> statistics_ =
        std::make_shared<confidential::opening_statistics>();
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace confidential::detail {

// Replaces the end of the path: "/v1/chat/completions" becomes "/v1/nodes/lock" and
// "/v1/confidential/chat/completions". The query and the header fields go with both requests.
OAIWIRE_INLINE result<plan> plan_of(const http::request& request,
                                    const confidential_options& options) {
    const auto refuse = [](std::string_view why) {
        return make_error(errc::invalid_argument, why);
    };
    const std::string_view target = request.target;
    const std::size_t query_at = std::min(target.find('?'), target.size());
    const std::string_view path = target.substr(0, query_at);
    const std::string_view query = target.substr(query_at);
    const operation_row* row = nullptr;
    for (const auto& known : operation_rows) {
        if (!row && path.ends_with(known.path)) row = &known;
    }
    if (!row) return refuse("the call has no confidential form");
    const std::string_view base = path.substr(0, path.size() - row->path.size());
    if (base.ends_with("/confidential")) return refuse("the call is sealed already");
    if (request.content || !json_view::checked(request.body).is_object()) {
        return refuse("only JSON objects are sealed");
    }

    plan out;
    out.plaintext = secret_text(request.body);
    out.clear = clear_part(request.body);
    if (row->streams) {
        auto done = json::patch(out.plaintext.text, "stream", raw_json::of(out.clear.stream));
        if (!done) return std::move(done).error();
    } else if (out.clear.stream) {
        return refuse("the confidential form of the call does not stream");
    }
    NodesCreateLockRequest lock = lock_for(out.clear, row->of_images);
    if (options.lock_tokens) lock.max_num_tokens = *options.lock_tokens;
    if (options.lock_seconds) lock.timeout = *options.lock_seconds;
    for (http::request* made : {&out.lock, &out.sealed}) {
        made->method = "POST";
        made->origin = request.origin;
        made->headers = request.headers;
        // a response cached for the key would be encrypted for another call
        made->headers.remove("Idempotency-Key");
        made->timeouts = request.timeouts;
        made->stop = request.stop;
    }
    out.lock.target = std::string(base).append("/nodes/lock").append(query);
    out.lock.headers.set("Accept", "application/json");
    out.sealed.target = std::string(base).append("/confidential").append(row->path).append(query);
    auto done = json::write(lock, out.lock.body);
    if (!done) return std::move(done).error();
    return out;
}

OAIWIRE_INLINE http::flow collector::on_head(const http::response_head& h) {
    head = h;
    return http::flow::proceed;
}

OAIWIRE_INLINE http::flow collector::on_body(std::string_view bytes) {
    too_long = bytes.size() > most - body.size();
    if (too_long) return http::flow::stop;
    body.append(bytes);
    return http::flow::proceed;
}

// The length is that of the encrypted body. 423 and 425: the lock has expired or is taken. The next
// attempt gets a new lock, so it may succeed.
OAIWIRE_INLINE http::response_head head_in_clear(http::response_head head) {
    if (is_success(head.status)) head.headers.remove("Content-Length");
    const bool lock_gone = head.status == 423 || head.status == 425;
    if (lock_gone && !head.headers.find("x-should-retry"))
        head.headers.add("x-should-retry", "true");
    return head;
}

}}}  // namespace oaiwire::v0_2::confidential::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
