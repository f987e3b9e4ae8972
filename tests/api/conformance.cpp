#include <oaiwire/api/conformance.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace conformance_tests {

using namespace oaiwire;

TEST_CASE("a response is checked against a document, and deviations are reported") {
    constexpr std::string_view body =
        R"({"id":"a","object":"chat.completion","created":1,"model":"m","choices":[)"
        R"({"index":0,"finish_reason":"stop","logprobs":null,)"
        R"("message":{"role":"assistant","content":"b","refusal":null}},)"
        R"({"index":1,"finish_reason":"stop","message":{"content":"b"}}]})";
    const auto notes = [&](document whose) {
        json::read_report report;
        json::read_options options = json::tolerant;
        options.report = &report;
        options.conform = conforming(whose, response_kind::chat_completion);
        const auto response = json::read<ChatCompletion>(body, options);
        REQUIRE(response);
        CHECK(response->choices.size() == 2);
        return report.notes;
    };
    using note = json::read_note;
    const note role{note::kind::missing, "choices[1].message.role", "a string"};
    CHECK(notes(document::openai) ==
          std::vector<note>{{note::kind::missing, "choices[1].message.refusal", "a string or null"},
                            role,
                            {note::kind::missing, "choices[1].logprobs", "an object or null"}});
    CHECK(notes(document::atoma) == std::vector<note>{role});
    const note logprobs{note::kind::mistyped, "choices[0].logprobs", "an object"};
    CHECK(notes(document::r9s) == std::vector<note>{logprobs, role});
}

TEST_CASE("every response type has a schema in each document that defines it") {
    for (int kind = 0; kind <= static_cast<int>(response_kind::response_event); ++kind) {
        const auto k = static_cast<response_kind>(kind);
        const bool of_atoma = k != response_kind::image_event && k != response_kind::response &&
                              k != response_kind::response_event;
        CHECK(schema_of(document::openai, k));
        CHECK((schema_of(document::atoma, k) != nullptr) == of_atoma);
        CHECK(schema_of(document::r9s, k));
        CHECK((conforming(document::atoma, k).note != nullptr) == of_atoma);
    }
}

}  // namespace conformance_tests
