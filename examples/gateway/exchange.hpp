// One request of a client, from its arrival to the end of its answer. Without sockets of the
// client.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/server.hpp>
#include <oaiwire/transport/curl.hpp>

#include "options.hpp"

namespace example {

// GET /usage: what the client's key has used.
struct UsageRequest {
    friend bool operator==(const UsageRequest&, const UsageRequest&) = default;
};

}  // namespace example

namespace oaiwire { inline namespace v0_2 {
template <>
struct operation_of<example::UsageRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "getUsage";
    static constexpr std::string_view path = "/usage";
};
template <>
inline constexpr bool has_no_rules<example::UsageRequest> = true;
}}  // namespace oaiwire::v0_2

namespace example {

using gateway_connection =
    oaiwire::server_connection<oaiwire::ChatCompletionRequest, oaiwire::CompletionRequest,
                               oaiwire::ResponseRequest, oaiwire::EmbeddingRequest,
                               oaiwire::ListModelsRequest, UsageRequest>;
using gateway_request =
    oaiwire::incoming<oaiwire::ChatCompletionRequest, oaiwire::CompletionRequest,
                      oaiwire::ResponseRequest, oaiwire::EmbeddingRequest,
                      oaiwire::ListModelsRequest, UsageRequest>;

inline void reply(oaiwire::responder& to, const oaiwire::server_error& e) {
    static_cast<void>(to.fail(e));
}

// Forwards a request to an upstream and its answer to the client. Nothing is sent to the client
// before the upstream has answered well, so that another upstream can be asked.
class gateway_exchange {
public:
    gateway_exchange(gateway_options& options, oaiwire::curl_transport& http, std::uint64_t tag)
        : options_(&options), http_(&http), tag_(tag) {}

    // Answers, or asks an upstream; then pump() goes on.
    void begin(gateway_request& request, oaiwire::responder& to) {
        owner_ = options_->owner_of(request.key().reveal());
        if (owner_ != nullptr) ++owner_->requests;
        if (request.get<oaiwire::ListModelsRequest>() != nullptr) return list_models(to);
        if (request.get<UsageRequest>() != nullptr) return tell_usage(to);
        streamed_ = request.streamed();
        std::string model;
        const oaiwire::field<oaiwire::StreamOptions>* options = nullptr;
        if (auto* chat = request.get<oaiwire::ChatCompletionRequest>()) {
            path_ = "/chat/completions";
            model = chat->model;
            kind_ = &oaiwire::stream_kind_of<oaiwire::ChatCompletionChunk>();
            options = &chat->stream_options;
        } else if (auto* completion = request.get<oaiwire::CompletionRequest>()) {
            path_ = "/completions";
            model = completion->model;
            kind_ = &oaiwire::stream_kind_of<oaiwire::CompletionChunk>();
            options = &completion->stream_options;
        } else if (auto* response = request.get<oaiwire::ResponseRequest>()) {
            path_ = "/responses";
            model = response->model;
            kind_ = &oaiwire::stream_kind_of<oaiwire::ResponseStreamEvent>();
        } else if (auto* embedding = request.get<oaiwire::EmbeddingRequest>()) {
            path_ = "/embeddings";
            model = embedding->model;
        }
        route_ = options_->find(model);
        if (route_ == nullptr) {
            return reply(to, {.status = 404,
                              .message = "The model '" + model + "' does not exist.",
                              .type = "invalid_request_error",
                              .code = "model_not_found",
                              .param = "model"});
        }
        // the usage of a stream is counted although the client did not ask for it
        oaiwire::StreamOptions asked;
        if (options != nullptr && *options) asked = **options;
        drops_usage_ = options != nullptr && streamed_ && !asked.include_usage.value_or(false);
        body_ = request.take_body();
        if (drops_usage_) {
            asked.include_usage = true;
            const auto text = oaiwire::json::write(asked);
            const auto json = text ? oaiwire::raw_json::parse(*text) : text.error();
            if (json) static_cast<void>(oaiwire::json::patch(body_, "stream_options", *json));
        }
        ask(to);
    }

    // Takes what has come. Call it when the transport names this exchange, and when the client has
    // taken some of the answer. False once the answer is whole.
    bool pump(oaiwire::responder& to) {
        while (call_ && !to.full() && !to.cancelled()) {
            if (through_ && to.head() != nullptr && through_->unsent_size() != 0) {
                forward(to);
                continue;
            }
            const auto* const head = call_->head();
            if (head == nullptr) {
                if (!call_->ended()) return true;
                retry_or_fail(call_->error(), to);
                continue;
            }
            const std::string_view bytes = call_->read();
            if (bytes.empty() && !call_->ended()) return true;
            if (through_) {
                pass(bytes, to);
            } else {
                collect(*head, bytes, to);
            }
        }
        return call_.has_value();
    }

private:
    const upstream& at() const { return route_->upstreams[asked_]; }

    void ask(oaiwire::responder& to) {
        call_.reset();
        whole_.clear();
        through_.reset();
        const auto base = oaiwire::http::parse_base_url(at().base_url);
        if (!base) return reply(to, upstream_error(base.error()));
        oaiwire::http::request out;
        out.method = "POST";
        out.origin = base->origin;
        out.target = join(*base, path_);
        out.headers.set("Content-Type", "application/json");
        out.headers.set("Accept", streamed_ ? "text/event-stream" : "application/json");
        if (!at().key.reveal().empty()) {
            out.headers.set("Authorization", "Bearer " + std::string(at().key.reveal()));
        }
        out.body = body_;
        const auto name = oaiwire::raw_json::of(at().model);
        if (name) static_cast<void>(oaiwire::json::patch(out.body, "model", *name));
        call_.emplace(http_->start(out));
        call_->tag(tag_);
    }

    // Before the first byte for the client: the next upstream, or the error.
    void retry_or_fail(const oaiwire::error& why, oaiwire::responder& to) {
        const int status = error_status(why.api);
        // what the client is to blame for, another upstream would refuse too
        const bool final = why.kind() == oaiwire::error_kind::api && status >= 400 &&
                           status < 500 && status != 429;
        if (!final && asked_ + 1 != route_->upstreams.size()) {
            ++asked_;
            return ask(to);
        }
        const oaiwire::server_error told = upstream_error(why);
        call_.reset();
        reply(to, told);
    }

    static bool is_json(std::string_view media_type) {
        constexpr std::string_view json = "application/json";
        return oaiwire::http::same_name(media_type.substr(0, json.size()), json);
    }

    // The body of an error or of an answer that is no stream.
    void collect(const oaiwire::http::response_head& head, std::string_view bytes,
                 oaiwire::responder& to) {
        const bool good = head.status >= 200 && head.status <= 299;
        // not all servers label a stream as one
        if (good && streamed_ && !is_json(head.headers.value("Content-Type"))) {
            through_.emplace(*kind_, oaiwire::pass_through_options{
                                         .model = route_->model, .drop_usage_chunk = drops_usage_});
            return pass(bytes, to);
        }
        constexpr std::size_t most = std::size_t{64} << 20;
        if (whole_.size() + bytes.size() > most) {
            return retry_or_fail(oaiwire::make_error(oaiwire::errc::unrecognised_payload), to);
        }
        whole_.append(bytes);
        if (!call_->ended()) return;
        if (good && call_->error().code != oaiwire::errc::ok) {
            return retry_or_fail(call_->error(), to);
        }
        if (!good) {
            oaiwire::error why = oaiwire::error_of_body(whole_, head.status);
            const auto hints = oaiwire::http::parse_retry_hints(
                head.headers, std::int64_t{std::time(nullptr)} * 1000);
            if (hints.after_ms) why.api.retry = hints;
            return retry_or_fail(why, to);
        }
        const auto facts = oaiwire::pass_body(whole_, route_->model);
        if (!facts) return retry_or_fail(facts.error(), to);
        count(facts->usage);
        call_.reset();
        static_cast<void>(to.bytes("application/json", std::move(whole_)));
    }

    void pass(std::string_view bytes, oaiwire::responder& to) {
        through_->feed(bytes);
        if (call_->ended()) {
            const oaiwire::error& why = call_->error();
            why.code == oaiwire::errc::ok ? through_->finish() : through_->fail(why);
        }
        const bool first = to.head() == nullptr;
        if (first && through_->statistics().chunks == 0 && !through_->full()) {
            if (!through_->ended()) return;
            // it failed before the first event
            if (!through_->ok()) return retry_or_fail(oaiwire::error(through_->error()), to);
        }
        if (first) {
            // a JSON text in place of the stream passes as such
            const std::string_view begin = through_->unsent();
            const std::size_t text = begin.find_first_not_of(" \t\r\n");
            const bool json = text != begin.npos && begin[text] == '{';
            static_cast<void>(to.begin_bytes(json ? "application/json" : "text/event-stream"));
        }
        forward(to);
        // what the client must take first is copied, as the bytes that were read are gone then
        if (through_) through_->feed({});
    }

    // Writes while the client takes it; pump() goes on with the rest.
    void forward(oaiwire::responder& to) {
        for (std::string_view piece; !to.full() && !(piece = through_->unsent()).empty();) {
            if (const auto written = to.write(piece); !written) {
                call_.reset();
                return reply(to, answer_to(written.error()));
            }
            through_->sent(piece.size());
        }
        if (!through_->ended() || through_->unsent_size() != 0) return;
        count(through_->usage());
        call_.reset();
        through_.reset();
        static_cast<void>(to.end());
    }

    void count(const oaiwire::token_counts& usage) {
        if (owner_ == nullptr) return;
        owner_->prompt_tokens += usage.prompt.value_or(0);
        owner_->completion_tokens += usage.completion.value_or(0);
    }

    void list_models(oaiwire::responder& to) const {
        oaiwire::ModelList list{.object = "list"};
        for (const route& r : options_->routes) {
            list.data.push_back({.id = r.model, .object = "model", .owned_by = "gateway"});
        }
        static_cast<void>(to.json(list));
    }

    void tell_usage(oaiwire::responder& to) const {
        const client_key none;
        const client_key& k = owner_ != nullptr ? *owner_ : none;
        const auto name = oaiwire::raw_json::of(k.name);
        if (!name) return reply(to, answer_to(name.error()));
        static_cast<void>(
            to.bytes("application/json",
                     "{\"key\":" + std::string(name->text()) +
                         ",\"requests\":" + std::to_string(k.requests) +
                         ",\"prompt_tokens\":" + std::to_string(k.prompt_tokens) +
                         ",\"completion_tokens\":" + std::to_string(k.completion_tokens) + "}"));
    }

    gateway_options* options_;
    oaiwire::curl_transport* http_;
    std::uint64_t tag_;
    client_key* owner_ = nullptr;
    const route* route_ = nullptr;
    const oaiwire::stream_kind* kind_ = nullptr;
    std::string path_{};
    std::string body_{};
    std::string whole_{};
    std::size_t asked_ = 0;  // which of the route's upstreams
    bool streamed_ = false;
    bool drops_usage_ = false;  // the client did not ask for usage
    std::optional<oaiwire::curl_transport::call> call_{};
    std::optional<oaiwire::pass_through> through_{};
};

}  // namespace example
