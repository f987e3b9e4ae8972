#include <oaiwire/types/response_events.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/reflect/enums.hpp>
#include <support/json_of.hpp>

namespace response_events_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using type = ResponseStreamEventType;

namespace {

// The number of structs in `Family` that represent an event type.
template <class... Family>
std::size_t families_of(std::string_view text, std::type_identity<std::variant<Family...>>) {
    std::size_t n = 0;
    const auto count = [&]<class F>(std::type_identity<F>) {
        if constexpr (!std::is_same_v<F, raw_json>) {
            n += std::count(F::tag_values.begin(), F::tag_values.end(), text) != 0;
        }
    };
    (count(std::type_identity<Family>{}), ...);
    return n;
}

}  // namespace

TEST_CASE("each event type is represented by exactly one struct") {
    std::set<std::string_view> seen;
    for (const auto text : enumerator_names(type{})) {
        INFO(text);
        CHECK(families_of(text, std::type_identity<ResponseStreamEvent>{}) == 1);
        CHECK(seen.insert(text).second);
        CHECK((text == "error" || text.substr(0, 9) == "response."));
    }
    CHECK(seen.size() == reflect::enumerator_count<type>);
    CHECK(families_of("response.later", std::type_identity<ResponseStreamEvent>{}) == 0);
}

TEST_CASE("event types have the API's texts") {
    const std::pair<type, std::string_view> names[] = {
        {type::created, "response.created"},
        {type::done, "response.done"},
        {type::output_item_added, "response.output_item.added"},
        {type::content_part_done, "response.content_part.done"},
        {type::reasoning_summary_part_added, "response.reasoning_summary_part.added"},
        {type::output_text_delta, "response.output_text.delta"},
        {type::reasoning_summary_text_delta, "response.reasoning_summary_text.delta"},
        {type::function_call_arguments_delta, "response.function_call_arguments.delta"},
        {type::audio_transcript_delta, "response.audio.transcript.delta"},
        {type::output_text_done, "response.output_text.done"},
        {type::code_interpreter_call_code_done, "response.code_interpreter_call_code.done"},
        {type::audio_transcript_done, "response.audio.transcript.done"},
        {type::output_text_annotation_added, "response.output_text.annotation.added"},
        {type::web_search_call_in_progress, "response.web_search_call.in_progress"},
        {type::image_generation_call_partial_image, "response.image_generation_call.partial_image"},
        {type::mcp_list_tools_failed, "response.mcp_list_tools.failed"},
        {type::error, "error"},
        {type::response_error, "response.error"}};
    for (const auto& [known, text] : names) CHECK(reflect::enumerator_name(known) == text);
}

TEST_CASE("an event is read into the struct of its type; unknown types are kept as JSON") {
    using event = ResponseStreamEvent;
    CHECK(chooses<ResponseLifecycleEvent, event>(
        R"({"type":"response.completed","sequence_number":9,"response":{"output":[]}})"));
    CHECK(chooses<ResponseItemEvent, event>(
        R"({"type":"response.output_item.added","output_index":0,)"
        R"("item":{"type":"reasoning","summary":[]}})"));
    CHECK(chooses<ResponsePartEvent, event>(
        R"({"type":"response.content_part.done","part":{"type":"refusal","refusal":"no"}})"));
    CHECK(chooses<ResponseDeltaEvent, event>(R"({"type":"response.refusal.delta","delta":"No"})"));
    CHECK(chooses<ResponseDoneEvent, event>(
        R"({"type":"response.function_call_arguments.done","arguments":"{}"})"));
    CHECK(chooses<ResponseAnnotationEvent, event>(
        R"({"type":"response.output_text.annotation.added","annotation":{"type":"file_path"}})"));
    CHECK(chooses<ResponseToolEvent, event>(
        R"({"type":"response.image_generation_call.partial_image","partial_image_index":0})"));
    CHECK(chooses<ResponseErrorEvent, event>(
        R"({"type":"error","code":null,"message":"no","param":null})"));
    CHECK(chooses<raw_json, event>(R"({"type":"response.later","delta":"No"})"));
    CHECK(chooses<raw_json, event>(R"({"delta":"No"})"));
}

TEST_CASE("a delta is a text, an object or other JSON") {
    CHECK(chooses<std::string, ResponseDeltaValue>(R"("a")"));
    CHECK(chooses<ResponseDelta, ResponseDeltaValue>(R"({"text":"a","role":"assistant"})"));
    CHECK(chooses<ResponseDelta, ResponseDeltaValue>(R"({"stdout":"a","stderr":""})"));
    CHECK(from_json<ResponseDelta>(R"({"stdout":"a"})").stdout_ == "a");
    CHECK(chooses<raw_json, ResponseDeltaValue>("[]"));
}

}  // namespace response_events_tests
