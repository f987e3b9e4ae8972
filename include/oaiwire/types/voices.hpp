// Custom voices, and the recordings by which speakers consent to them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: VoiceResource. (A Voice is what a request names; see types/chat_request.hpp.)
struct VoiceResource {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> name{};
    field<std::string> type{};    // "audio_sample" or "prompt"
    field<std::string> prompt{};  // by which it was made
    extra_members extra{};
    friend bool operator==(const VoiceResource&, const VoiceResource&) = default;
};

// POST /audio/voices (OpenAI: CreateVoiceRequest), sent as multipart/form-data. From a recording
// (audio_sample with consent), or from a text (type "prompt" with prompt). Response: VoiceResource.
struct CreateVoiceRequest {
    std::string name{};
    field<std::string> type{};          // "audio_sample" (default) or "prompt"
    field<FileContent> audio_sample{};  // at most 10 MiB
    field<std::string> consent{};       // id of the speaker's VoiceConsent
    field<std::string> prompt{};        // describes the voice
    field<std::string> model{};         // for a prompt: "auto" (default) or a version
    field<std::string> script_hint{};   // for a prompt: what the voice says while it is made
    extra_members extra{};
    friend bool operator==(const CreateVoiceRequest&, const CreateVoiceRequest&) = default;
};

// DELETE /audio/voices/{voice_id}. Response: DeletedVoice.
struct DeleteVoiceRequest {
    path_parameter voice_id{};
    extra_members extra{};
    friend bool operator==(const DeleteVoiceRequest&, const DeleteVoiceRequest&) = default;
};

// OpenAI: VoiceDeletedResource.
struct DeletedVoice {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedVoice&, const DeletedVoice&) = default;
};

// OpenAI: VoiceConsentResource. A recording by which a speaker consents.
struct VoiceConsent {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::string> name{};
    field<std::string> language{};  // BCP 47
    extra_members extra{};
    friend bool operator==(const VoiceConsent&, const VoiceConsent&) = default;
};

// POST /audio/voice_consents (OpenAI: CreateVoiceConsentRequest), sent as multipart/form-data.
// Response: VoiceConsent.
struct CreateVoiceConsentRequest {
    std::string name{};
    std::string language{};   // BCP 47, such as "en-US"
    FileContent recording{};  // at most 10 MiB
    extra_members extra{};
    friend bool operator==(const CreateVoiceConsentRequest&,
                           const CreateVoiceConsentRequest&) = default;
};

// GET /audio/voice_consents/{consent_id}. Response: VoiceConsent.
struct RetrieveVoiceConsentRequest {
    path_parameter consent_id{};
    extra_members extra{};
    friend bool operator==(const RetrieveVoiceConsentRequest&,
                           const RetrieveVoiceConsentRequest&) = default;
};

// POST /audio/voice_consents/{consent_id} (OpenAI: UpdateVoiceConsentRequest). Response:
// VoiceConsent.
struct UpdateVoiceConsentRequest {
    path_parameter consent_id{};
    std::string name{};
    extra_members extra{};
    friend bool operator==(const UpdateVoiceConsentRequest&,
                           const UpdateVoiceConsentRequest&) = default;
};

// GET /audio/voice_consents. Response: VoiceConsentList.
struct ListVoiceConsentsRequest {
    field<std::string> after{};   // the last id of the previous page
    field<std::int64_t> limit{};  // entries per page, 1..100, default 20
    extra_members extra{};
    friend bool operator==(const ListVoiceConsentsRequest&,
                           const ListVoiceConsentsRequest&) = default;
};

// DELETE /audio/voice_consents/{consent_id}. Response: DeletedVoiceConsent.
struct DeleteVoiceConsentRequest {
    path_parameter consent_id{};
    extra_members extra{};
    friend bool operator==(const DeleteVoiceConsentRequest&,
                           const DeleteVoiceConsentRequest&) = default;
};

// OpenAI: VoiceConsentListResource. A page of consents.
struct VoiceConsentList {
    field<std::string> object{};
    std::vector<VoiceConsent> data{};
    field<std::string> first_id{};
    field<std::string> last_id{};
    field<bool> has_more{};
    extra_members extra{};
    friend bool operator==(const VoiceConsentList&, const VoiceConsentList&) = default;
};

// OpenAI: VoiceConsentDeletedResource.
struct DeletedVoiceConsent {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeletedVoiceConsent&, const DeletedVoiceConsent&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
