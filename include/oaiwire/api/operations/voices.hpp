// Custom voices and consents: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/voices.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// A new voice. Sent as a form.
template <>
struct operation_of<CreateVoiceRequest> : post_operation<VoiceResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "createVoice";
    static constexpr std::string_view path = "/audio/voices";
};

// Deletes a voice, but not its consent.
template <>
struct operation_of<DeleteVoiceRequest> : delete_operation<DeletedVoice> {
    static constexpr std::string_view id = "deleteVoice";
    static constexpr std::string_view path = "/audio/voices/{voice_id}";
};

// A new consent. Sent as a form.
template <>
struct operation_of<CreateVoiceConsentRequest> : post_operation<VoiceConsent> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "createVoiceConsent";
    static constexpr std::string_view path = "/audio/voice_consents";
};

// The consents of the organization, by page.
template <>
struct operation_of<ListVoiceConsentsRequest> : list_operation<VoiceConsentList> {
    static constexpr std::string_view id = "listVoiceConsents";
    static constexpr std::string_view path = "/audio/voice_consents";
};

// A consent by its id.
template <>
struct operation_of<RetrieveVoiceConsentRequest> : get_operation<VoiceConsent> {
    static constexpr std::string_view id = "getVoiceConsent";
    static constexpr std::string_view path = "/audio/voice_consents/{consent_id}";
};

// Renames a consent.
template <>
struct operation_of<UpdateVoiceConsentRequest> : post_operation<VoiceConsent> {
    static constexpr std::string_view id = "updateVoiceConsent";
    static constexpr std::string_view path = "/audio/voice_consents/{consent_id}";
};

// Deletes a consent.
template <>
struct operation_of<DeleteVoiceConsentRequest> : delete_operation<DeletedVoiceConsent> {
    static constexpr std::string_view id = "deleteVoiceConsent";
    static constexpr std::string_view path = "/audio/voice_consents/{consent_id}";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateVoiceRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteVoiceRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateVoiceConsentRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListVoiceConsentsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVoiceConsentRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateVoiceConsentRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteVoiceConsentRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] inline bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVoiceRequest& r) {
    detail::validator v;
    v.text(r.name, "name");
    if (r.type && *r.type == "prompt") {
        v.check(r.prompt && !detail::is_blank(*r.prompt), "prompt", "must not be blank");
    } else {
        v.check(r.audio_sample.has_value(), "audio_sample", "must be set, or type is \"prompt\"");
        v.check(r.consent && !r.consent->empty(), "consent", "must not be empty");
    }
    if (r.audio_sample) v.file(*r.audio_sample, "audio_sample");
    v.check(!r.script_hint || !detail::is_blank(*r.script_hint), "script_hint",
            "must not be blank");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteVoiceRequest& r) {
    return detail::text_rule(r.voice_id, "voice_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVoiceConsentRequest& r) {
    detail::validator v;
    v.text(r.name, "name");
    v.text(r.language, "language");
    v.file(r.recording, "recording");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListVoiceConsentsRequest& r) {
    detail::validator v;
    v.range(r.limit, 1, 100, "limit", "must be from 1 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveVoiceConsentRequest& r) {
    return detail::text_rule(r.consent_id, "consent_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const UpdateVoiceConsentRequest& r) {
    detail::validator v;
    v.text(r.consent_id, "consent_id");
    v.text(r.name, "name");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteVoiceConsentRequest& r) {
    return detail::text_rule(r.consent_id, "consent_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
