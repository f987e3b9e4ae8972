#include <oaiwire/api/document_openai_events.hpp>
//
#include <support/catch.hpp>

#include "conforming.hpp"

namespace document_openai_events_tests {

using namespace oaiwire;

TEST_CASE("events of a Responses stream are checked against OpenAI's document") {
    const auto notes = [](std::string_view text) {
        return support::notes_of(conforming(document::openai, response_kind::response_event), text);
    };
    CHECK(notes(R"({"type":"response.output_text.delta","item_id":"i","output_index":0,)"
                R"("content_index":0,"delta":"a","sequence_number":1,"logprobs":[]})") == "");
    CHECK(notes(R"({"type":"response.output_text.delta","delta":"a"})") ==
          "missing item_id: a string; missing output_index: an integer; "
          "missing content_index: an integer; missing sequence_number: an integer; "
          "missing logprobs: an array");
    CHECK(notes(R"({"type":"response.output_item.done","output_index":0,"sequence_number":1,)"
                R"("item":{"type":"reasoning","id":"i"}})") == "missing item.summary: an array");
    CHECK(notes(R"({"type":"response.completed","sequence_number":1,"response":5})") ==
          "mistyped response: an object");
    CHECK(notes(R"({"type":"a new one"})") == "");
}

}  // namespace document_openai_events_tests
