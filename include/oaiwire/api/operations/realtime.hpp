// Realtime: the operations over HTTP, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/realtime.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstdint>
#include <variant>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/multipart.hpp>
#include <oaiwire/json/write.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// An ephemeral key, and the session that it opens.
template <>
struct operation_of<CreateRealtimeClientSecretRequest>
    : post_operation<CreateRealtimeClientSecretResponse> {
    static constexpr std::string_view id = "create-realtime-client-secret";
    static constexpr std::string_view path = "/realtime/client_secrets";
};

// The same for a session that translates.
template <>
struct operation_of<CreateRealtimeTranslationClientSecretRequest>
    : post_operation<CreateRealtimeTranslationClientSecretResponse> {
    static constexpr std::string_view id = "create-realtime-translation-client-secret";
    static constexpr std::string_view path = "/realtime/translations/client_secrets";
};

// The same for a session that transcribes, in the beta.
template <>
struct operation_of<CreateRealtimeTranscriptionSessionRequest>
    : post_operation<RealtimeTranscriptionSettings> {
    static constexpr std::string_view id = "create-realtime-transcription-session";
    static constexpr std::string_view path = "/realtime/transcription_sessions";
};

namespace detail {

// The parts have no filename, as in OpenAI's SDKs: with one, a server may take them for files. An
// offer alone is the body.
result<bool> write_call(const CreateRealtimeCallRequest& r, const extra_members& more,
                        http::request& out);

}  // namespace detail

// Begins a call by WebRTC.
template <>
struct operation_of<CreateRealtimeCallRequest> : post_operation<RealtimeCall> {
    static constexpr std::string_view id = "create-realtime-call";
    static constexpr std::string_view path = "/realtime/calls";
    static constexpr bool has_form = true;
    static constexpr bool any_content = true;
    static constexpr std::string_view accept = "application/sdp";
    static constexpr std::string_view other_type = "application/sdp";
    static void take_other(CreateRealtimeCallRequest& r, std::string&& body) {
        r.sdp.data = std::move(body);
    }
    static result<bool> write_other(const CreateRealtimeCallRequest& r, const extra_members& more,
                                    http::request& out) {
        return detail::write_call(r, more, out);
    }
    static void take_text(RealtimeCall& to, std::string&& body, std::string_view) {
        to.sdp = std::move(body);
    }
};

namespace detail {

// Operations of a call, which answer with a status only.
template <class Base>
struct realtime_call_operation : Base {
    static constexpr bool any_content = true;
    static constexpr std::string_view accept = "*/*";
    static void take_text(RealtimeCallDone&, std::string&&, std::string_view) {}
};

}  // namespace detail

// Takes a call by SIP.
template <>
struct operation_of<AcceptRealtimeCallRequest>
    : detail::realtime_call_operation<post_operation<RealtimeCallDone>> {
    static constexpr std::string_view id = "accept-realtime-call";
    static constexpr std::string_view path = "/realtime/calls/{call_id}/accept";
};

// Refuses a call by SIP.
template <>
struct operation_of<RejectRealtimeCallRequest>
    : detail::realtime_call_operation<post_operation<RealtimeCallDone>> {
    static constexpr std::string_view id = "reject-realtime-call";
    static constexpr std::string_view path = "/realtime/calls/{call_id}/reject";
};

// Transfers a call by SIP.
template <>
struct operation_of<ReferRealtimeCallRequest>
    : detail::realtime_call_operation<post_operation<RealtimeCallDone>> {
    static constexpr std::string_view id = "refer-realtime-call";
    static constexpr std::string_view path = "/realtime/calls/{call_id}/refer";
};

// Ends a call by WebRTC or SIP.
template <>
struct operation_of<HangupRealtimeCallRequest>
    : detail::realtime_call_operation<action_operation<RealtimeCallDone>> {
    static constexpr std::string_view id = "hangup-realtime-call";
    static constexpr std::string_view path = "/realtime/calls/{call_id}/hangup";
};

// The request that begins a call by WebRTC: the offer, and the session if it is not that of an
// ephemeral key. Errors: those of json::write().
result<CreateRealtimeCallRequest> realtime_call(std::string sdp);
result<CreateRealtimeCallRequest> realtime_call(std::string sdp, const RealtimeSession& session);

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateRealtimeClientSecretRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateRealtimeTranslationClientSecretRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateRealtimeTranscriptionSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateRealtimeCallRequest&);
[[gnu::cold]] std::vector<violation> validate(const AcceptRealtimeCallRequest&);
[[gnu::cold]] std::vector<violation> validate(const RejectRealtimeCallRequest&);
[[gnu::cold]] std::vector<violation> validate(const ReferRealtimeCallRequest&);
[[gnu::cold]] std::vector<violation> validate(const HangupRealtimeCallRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

// The rules of parts that several requests have. `path` ends where the name of a member follows.
class realtime_validator : public validator {
public:
    [[gnu::cold]] void expiry(const field<ClientSecretExpiry>& after) {
        if (!after) return;
        range(after->seconds, 10, 7200, "expires_after.seconds", "must be from 10 to 7200");
    }
    [[gnu::cold]] void turns(const field<RealtimeTurnDetection>& turns, const std::string& path) {
        if (!turns) return;
        range(turns->threshold, 0, 1, path + ".threshold", "must be from 0 to 1");
        for (const auto* ms :
             {&turns->idle_timeout_ms, &turns->prefix_padding_ms, &turns->silence_duration_ms}) {
            const std::string_view name = ms == &turns->idle_timeout_ms ? ".idle_timeout_ms"
                                          : ms == &turns->prefix_padding_ms
                                              ? ".prefix_padding_ms"
                                              : ".silence_duration_ms";
            check(!*ms || **ms >= 0, path + std::string(name), "must not be negative");
        }
    }
    [[gnu::cold]] void audio(const field<RealtimeAudioConfig>& audio, const std::string& path) {
        if (!audio) return;
        if (audio->input) turns(audio->input->turn_detection, path + "audio.input.turn_detection");
        if (!audio->output) return;
        range(audio->output->speed, 0.25, 1.5, path + "audio.output.speed",
              "must be from 0.25 to 1.5");
    }
    [[gnu::cold]] void tokens(const field<RealtimeMaxTokens>& most, const std::string& path) {
        const auto* number = most ? std::get_if<std::int64_t>(&*most) : nullptr;
        check(!number || *number >= 1, path + "max_output_tokens", "must be at least 1");
    }
    [[gnu::cold]] void modalities(const field<std::vector<open_enum<Modality>>>& all,
                                  const std::string& path) {
        check(!all || !all->empty(), path + "output_modalities", "must not be empty");
    }
    [[gnu::cold]] void session(const field<RealtimeAnySession>& any) {
        const auto* session = any ? std::get_if<RealtimeSession>(&*any) : nullptr;
        if (session) {
            audio(session->audio, "session.");
            tokens(session->max_output_tokens, "session.");
            modalities(session->output_modalities, "session.");
        }
        const auto* text = any ? std::get_if<RealtimeTranscriptionSession>(&*any) : nullptr;
        if (text && text->audio && text->audio->input) {
            turns(text->audio->input->turn_detection, "session.audio.input.turn_detection");
        }
    }
};

[[gnu::cold]] OAIWIRE_ADAPTER_INLINE result<bool> write_call(const CreateRealtimeCallRequest& r,
                                                             const extra_members& more,
                                                             http::request& out) {
    if (r.sdp.source || (r.session && r.session->source)) return false;
    return within_memory([&]() -> result<bool> {
        if (!r.session && r.extra.empty() && more.empty()) {
            out.headers.set("Content-Type", "application/sdp");
            out.body = r.sdp.data;
            return true;
        }
        http::form_builder form;
        result<void> done;
        if (!more.contains("sdp")) done = form.field("sdp", r.sdp.data, "application/sdp");
        if (done && r.session && !more.contains("session")) {
            done = form.field("session", r.session->data, "application/json");
        }
        if (!done) return std::move(done).error();
        form_writer others(form);
        add_extra(others, r.extra, more);
        add_extra(others, more, more);
        auto content = form.finish();
        if (!content) return std::move(content).error();
        out.headers.set("Content-Type", content->content_type);
        out.content = std::move(content->content);
        return true;
    });
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE result<CreateRealtimeCallRequest> realtime_call(std::string sdp) {
    return within_memory([&]() -> result<CreateRealtimeCallRequest> {
        CreateRealtimeCallRequest out;
        out.sdp = file_content("offer.sdp", std::move(sdp), "application/sdp");
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE result<CreateRealtimeCallRequest> realtime_call(
    std::string sdp, const RealtimeSession& session) {
    std::string text;
    if (auto done = json::write(session, text); !done) return std::move(done).error();
    return within_memory([&]() -> result<CreateRealtimeCallRequest> {
        CreateRealtimeCallRequest out;
        out.sdp = file_content("offer.sdp", std::move(sdp), "application/sdp");
        out.session = file_content("session.json", std::move(text), "application/json");
        return out;
    });
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateRealtimeClientSecretRequest& r) {
    detail::realtime_validator v;
    v.expiry(r.expires_after);
    v.session(r.session);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const CreateRealtimeTranslationClientSecretRequest& r) {
    detail::realtime_validator v;
    v.text(r.session.model ? std::string_view(*r.session.model) : std::string_view(),
           "session.model");
    v.expiry(r.expires_after);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const CreateRealtimeTranscriptionSessionRequest& r) {
    detail::realtime_validator v;
    v.turns(r.turn_detection, "turn_detection");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateRealtimeCallRequest& r) {
    detail::validator v;
    v.file(r.sdp, "sdp");
    if (r.session) v.file(*r.session, "session");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const AcceptRealtimeCallRequest& r) {
    detail::realtime_validator v;
    v.text(r.call_id, "call_id");
    v.audio(r.audio, "");
    v.tokens(r.max_output_tokens, "");
    v.modalities(r.output_modalities, "");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RejectRealtimeCallRequest& r) {
    detail::validator v;
    v.text(r.call_id, "call_id");
    // RFC 3261, 21: final responses that are no success
    v.range(r.status_code, 300, 699, "status_code", "must be from 300 to 699");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ReferRealtimeCallRequest& r) {
    detail::validator v;
    v.text(r.call_id, "call_id");
    v.text(r.target_uri, "target_uri");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const HangupRealtimeCallRequest& r) {
    return detail::text_rule(r.call_id, "call_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
