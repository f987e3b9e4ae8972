#include <oaiwire/types/voices.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace voices_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("voices and consents are written as they were read") {
    CHECK(text_comes_back<VoiceResource>(1));
    CHECK(text_comes_back<DeletedVoice>(2));
    CHECK(text_comes_back<VoiceConsentList>(3));
    CHECK(text_comes_back<UpdateVoiceConsentRequest>(4));
    CHECK(text_comes_back<DeletedVoiceConsent>(5));
}

TEST_CASE("a voice and a consent keep members that are not known") {
    const char* const voice =
        R"({"id":"voice_1","object":"audio.voice","created_at":1,"name":"n","type":"prompt",)"
        R"("prompt":"p","later":1})";
    CHECK(from_json<VoiceResource>(voice).extra.find("later") == "1");
    CHECK(rewritten<VoiceResource>(voice) == voice);
    const char* const consent =
        R"({"id":"cons_1","object":"audio.voice_consent","created_at":1,"name":"n",)"
        R"("language":"en-US","later":1})";
    CHECK(from_json<VoiceConsent>(consent).extra.find("later") == "1");
    CHECK(rewritten<VoiceConsent>(consent) == consent);
    CHECK(rewritten<VoiceConsent>("{}") == "{}");
}

}  // namespace voices_types_tests
