#include <oaiwire/voices.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace voices_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

namespace {

constexpr std::string_view voice =
    R"({"id":"voice_1","object":"audio.voice","created_at":1,"name":"n","type":"audio_sample"})";
constexpr std::string_view consent =
    R"({"id":"cons_1","object":"audio.voice_consent","created_at":1,"name":"n",)"
    R"("language":"en-US"})";

}  // namespace

TEST_CASE("createVoice: a form with a recording and a consent, or a prompt") {
    CreateVoiceRequest request{.name = "n", .consent = "cons_1"};
    request.audio_sample = file_content("a.wav", "RIFF");
    const operation_call call(request, voice);
    CHECK(call.line == "POST /v1/audio/voices");
    CHECK(call.has_field("name", "n"));
    CHECK(call.has_field("consent", "cons_1"));
    CHECK(call.has_file("audio_sample", "a.wav", "audio/wav", "RIFF"));
    CHECK(call.is(voice));
    CreateVoiceRequest spoken{.name = "n", .type = "prompt", .prompt = "warm", .model = "auto"};
    const operation_call prompted(spoken, voice);
    CHECK(prompted.has_field("type", "prompt"));
    CHECK(prompted.has_field("prompt", "warm"));
    CHECK(prompted.has_field("model", "auto"));

    CHECK(validate(request).empty());
    CHECK(validate(spoken).empty());
    CHECK(wrong(CreateVoiceRequest{}) == "name audio_sample consent");
    spoken.prompt = " \n";
    spoken.script_hint = "\t";
    CHECK(wrong(spoken) == "prompt script_hint");
    request.audio_sample = FileContent{};
    CHECK(wrong(request) == "audio_sample");
}

TEST_CASE("deleteVoice: by id") {
    const char* const text = R"({"id":"voice_1","object":"audio.voice.deleted","deleted":true})";
    const operation_call call(DeleteVoiceRequest{.voice_id = "voice_1"}, text);
    CHECK(call.line == "DELETE /v1/audio/voices/voice_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteVoiceRequest{}) == "voice_id");
}

TEST_CASE("createVoiceConsent: a form with a recording and its language") {
    const CreateVoiceConsentRequest request{
        .name = "n", .language = "en-US", .recording = file_content("a.mp3", "ID3")};
    const operation_call call(request, consent);
    CHECK(call.line == "POST /v1/audio/voice_consents");
    CHECK(call.has_field("name", "n"));
    CHECK(call.has_field("language", "en-US"));
    CHECK(call.has_file("recording", "a.mp3", "audio/mpeg", "ID3"));
    CHECK(call.is(consent));
    CHECK(validate(request).empty());
    CHECK(wrong(CreateVoiceConsentRequest{}) == "name language recording");
}

TEST_CASE("listVoiceConsents: by page") {
    const char* const page =
        R"({"object":"list","data":[{"id":"cons_1"}],"first_id":"cons_1","last_id":"cons_1",)"
        R"("has_more":true})";
    const operation_call call(ListVoiceConsentsRequest{.after = "c", .limit = 2}, page);
    CHECK(call.line == "GET /v1/audio/voice_consents?after=c&limit=2");
    CHECK(call.is(page));
    CHECK(second_page(ListVoiceConsentsRequest{}) == "GET /v1/audio/voice_consents?after=a");
    CHECK(wrong(ListVoiceConsentsRequest{.limit = 0}) == "limit");
}

TEST_CASE("getVoiceConsent: by id") {
    const operation_call call(RetrieveVoiceConsentRequest{.consent_id = "cons_1"}, consent);
    CHECK(call.line == "GET /v1/audio/voice_consents/cons_1");
    CHECK(call.is(consent));
    CHECK(wrong(RetrieveVoiceConsentRequest{}) == "consent_id");
}

TEST_CASE("updateVoiceConsent: a new name") {
    const operation_call call(UpdateVoiceConsentRequest{.consent_id = "cons_1", .name = "m"},
                              consent);
    CHECK(call.line == "POST /v1/audio/voice_consents/cons_1");
    CHECK(call.body == R"({"name":"m"})");
    CHECK(call.is(consent));
    CHECK(wrong(UpdateVoiceConsentRequest{}) == "consent_id name");
}

TEST_CASE("deleteVoiceConsent: by id") {
    const char* const text = R"({"id":"cons_1","object":"audio.voice_consent","deleted":true})";
    const operation_call call(DeleteVoiceConsentRequest{.consent_id = "cons_1"}, text);
    CHECK(call.line == "DELETE /v1/audio/voice_consents/cons_1");
    CHECK(call.is(text));
    CHECK(wrong(DeleteVoiceConsentRequest{}) == "consent_id");
}

}  // namespace voices_tests
