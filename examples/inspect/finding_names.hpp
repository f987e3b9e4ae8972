// The names of findings. They are stable: programs may compare them.
#pragma once

#include <cstdint>
#include <string_view>

namespace inspect {

// How much a finding matters.
enum class grade : std::uint8_t {
    note,     // as it should be, or a matter of taste
    differs,  // not as OpenAI's server does it; tolerant readers accept it
    wrong,    // a failure, or something that readers lose or understand in different ways
};

// "note" and so on, in static memory.
constexpr std::string_view name(grade is) {
    constexpr std::string_view names[]{"note", "differs", "wrong"};
    return names[static_cast<unsigned>(is)];
}

// A kind of finding.
struct finding_name {
    std::string_view name;
    grade is;
    std::string_view quirks;  // the numbers of its rows in docs/quirks.md; "" if it has none
    std::string_view says;
};

// clang-format off
inline constexpr finding_name finding_names[] = {
    // bytes and HTTP
    {"empty_body", grade::wrong, "29, 117", "the body is empty"},
    {"only_comments", grade::wrong, "29", "the stream holds only comments and blank lines"},
    {"compressed_body", grade::wrong, "", "the body is compressed, which a client must have asked for"},
    {"binary_body", grade::note, "", "the body is not text"},
    {"utf16", grade::wrong, "", "the text is UTF-16, not UTF-8"},
    {"html_body", grade::wrong, "28, 117", "an HTML page instead of an answer"},
    {"plain_text_body", grade::wrong, "28, 117", "plain text instead of an answer"},
    {"byte_order_mark", grade::differs, "11, 76", "a byte order mark before the text"},
    {"second_byte_order_mark", grade::wrong, "11", "a second byte order mark, which belongs to the text"},
    {"invalid_utf8", grade::wrong, "31", "invalid UTF-8, which reads as U+FFFD"},
    {"surrogate_bytes", grade::wrong, "33", "half a surrogate pair as three bytes, which is invalid UTF-8"},
    {"nul_byte", grade::wrong, "35", "a NUL byte"},
    {"control_character", grade::wrong, "", "a control character that JSON does not allow inside a string"},
    {"bad_head", grade::wrong, "", "a line of the head that HTTP does not allow"},
    {"bare_line_feed", grade::differs, "", "a line of the head ends with LF alone"},
    {"cut_head", grade::wrong, "", "the head is not complete"},
    {"error_status", grade::wrong, "", "the status says that the call failed"},
    {"wait_hint", grade::note, "J", "the server says how long to wait"},
    {"rate_limit", grade::note, "J", "a limit of requests or tokens"},
    {"wrong_content_type", grade::differs, "24", "the content type is not that of the body"},
    {"bad_chunk", grade::wrong, "", "not the chunked transfer coding"},
    {"cut_chunks", grade::wrong, "", "the chunked body is not complete"},
    {"decoded_chunks", grade::note, "", "the head says chunked, but the body is not"},
    {"short_body", grade::wrong, "", "the body is shorter than Content-Length says"},
    {"bytes_after_body", grade::differs, "", "bytes follow the body"},
    // framing of event streams
    {"no_space_after_colon", grade::differs, "1", "no space after `data:`"},
    {"comment", grade::note, "2", "a comment, which keeps the connection alive"},
    {"blank_lines", grade::note, "3", "a blank line that ends no event"},
    {"event_without_data", grade::note, "4", "a block without data, which is no event"},
    {"empty_data", grade::differs, "5", "an event with empty data"},
    {"ping", grade::note, "6", "a ping"},
    {"error_event", grade::wrong, "7", "an event named `error`"},
    {"event_name", grade::note, "8", "an event has a name, which chunks do not need"},
    {"error_field", grade::wrong, "9", "a field `error`, which the standard ignores"},
    {"mixed_line_ends", grade::differs, "10", "the line ends differ within the stream"},
    {"cr_line_end", grade::differs, "10", "lines end with CR alone"},
    {"data_over_lines", grade::note, "12", "the data of one event stands on several lines"},
    {"line_without_field", grade::wrong, "13", "a line without a field name, where data should go on"},
    {"no_blank_line", grade::differs, "14", "no blank line between two events"},
    {"glued_json", grade::differs, "15", "several JSON texts in one event"},
    {"json_list", grade::differs, "", "a list of payloads in one event"},
    {"doubled_prefix", grade::differs, "17", "`data:` stands twice"},
    {"odd_done", grade::differs, "18", "[DONE] is not spelled as OpenAI spells it"},
    {"done_in_text", grade::note, "19", "[DONE] inside a text, which ends nothing"},
    {"no_done", grade::differs, "20", "the stream ends without [DONE]"},
    {"truncated", grade::wrong, "20", "the stream ends before the answer does"},
    {"no_last_blank_line", grade::differs, "21", "no blank line behind the last event"},
    {"cut_event", grade::wrong, "21", "the last event is cut"},
    {"after_done", grade::differs, "22", "bytes behind [DONE]"},
    {"done_after_error", grade::note, "23", "[DONE] behind an error, which stays the end"},
    {"json_not_stream", grade::differs, "24", "one JSON text where a stream was to come"},
    {"json_then_done", grade::differs, "25", "a JSON text and then [DONE]"},
    {"blank_before_json", grade::note, "26", "blank lines before a JSON text"},
    {"json_lines", grade::differs, "27", "one JSON text per line, without `data:`"},
    {"odd_separator", grade::note, "34", "a character that some readers take for a line end"},
    {"huge_line", grade::differs, "36", "a line of more than 64 KiB, at which many readers fail"},
    {"event_id", grade::note, "37", "an event id, which chunks do not need"},
    {"retry_time", grade::note, "37", "a reconnection time"},
    {"unknown_field", grade::differs, "38", "a field that the standard does not know, and ignores"},
    // JSON
    {"invalid_json", grade::wrong, "", "not JSON"},
    {"cut_json", grade::wrong, "", "the JSON text is cut"},
    {"python_text", grade::wrong, "51", "Python's text of a dict, not JSON"},
    {"not_finite", grade::wrong, "101", "NaN or Infinity, which JSON does not have"},
    {"duplicate_member", grade::wrong, "74", "a member occurs twice; readers differ, the library takes the last"},
    {"lone_surrogate", grade::wrong, "32", "half a surrogate pair, whose other half never comes"},
    {"split_surrogates", grade::differs, "32", "a surrogate pair is split over two payloads"},
    {"too_deep", grade::wrong, "75", "nested deeper than the library reads"},
    {"huge_number", grade::differs, "75", "a number that no double can hold"},
    {"text_after_json", grade::wrong, "", "text behind the JSON text"},
    // payloads
    {"error_in_stream", grade::wrong, "39", "an error inside a stream"},
    {"error_beside_choices", grade::wrong, "40", "an error beside choices"},
    {"error_in_choice", grade::wrong, "41", "an error inside a choice"},
    {"empty_error", grade::differs, "42", "a member `error` that says nothing"},
    {"error_members", grade::wrong, "43", "`error_type` or `error_message`, and no choices"},
    {"no_choices", grade::differs, "44", "no list of choices"},
    {"scalar_payload", grade::differs, "45", "a payload that is no object"},
    {"empty_payload", grade::note, "", "an object without members, which says nothing"},
    {"other_protocol", grade::wrong, "46", "a payload of another protocol"},
    {"whole_response", grade::differs, "47", "a whole response inside a stream"},
    {"message_beside_delta", grade::differs, "48", "`message` beside `delta`"},
    {"odd_object", grade::differs, "49", "`object` is not what OpenAI sends"},
    {"typed_error", grade::wrong, "50, 115", "an error of the kind {\"type\":\"error\"}"},
    {"odd_id", grade::differs, "52", "the id is absent, empty or no text"},
    {"changing_id", grade::differs, "52", "the id changes within the stream"},
    {"created_fraction", grade::differs, "53", "`created` has a fraction"},
    {"odd_created", grade::differs, "54", "`created` is absent or no time in seconds of these years"},
    {"odd_model", grade::differs, "55", "the model is absent, empty or no text"},
    {"unknown_enumerator", grade::differs, "56, 64, 68", "a word that OpenAI's document does not list"},
    {"no_index", grade::differs, "57", "a choice without an index"},
    {"odd_index", grade::differs, "58, 59", "the index of a choice is not the next number from 0"},
    {"split_choices", grade::differs, "60", "one answer is spread over several choices"},
    {"no_delta", grade::differs, "61", "a choice without `delta` or `message`"},
    {"no_finish_reason", grade::wrong, "62", "a choice has no finish_reason when the answer ends"},
    {"empty_finish_reason", grade::differs, "63", "finish_reason is empty text"},
    {"aborted", grade::wrong, "64", "the server gave up"},
    {"stop_with_calls", grade::differs, "65", "finish_reason is not tool_calls although tools were called"},
    {"finish_reason_again", grade::differs, "66", "finish_reason comes again, or null after it was set"},
    {"text_after_finish", grade::wrong, "", "text behind the finish_reason of its choice"},
    {"role_missing", grade::differs, "67", "no role was sent"},
    {"role_again", grade::differs, "67", "the role is empty or comes again"},
    {"empty_content", grade::note, "69", "content is null"},
    {"content_parts", grade::differs, "70", "content is a list of parts"},
    {"content_part", grade::differs, "71", "content is one part, or text among parts"},
    {"null_member", grade::differs, "72", "null where the document has no null"},
    {"unknown_member", grade::note, "73", "a member that OpenAI's document does not have"},
    {"missing", grade::differs, "", "a member that OpenAI's document requires is absent"},
    {"mistyped", grade::differs, "", "a value has another type than OpenAI's document says"},
    {"out_of_range", grade::differs, "", "a number is out of the range of OpenAI's document"},
    // reasoning
    {"reasoning", grade::note, "77", "reasoning, which OpenAI's document does not have"},
    {"reasoning_twice", grade::differs, "78", "two members with the same reasoning"},
    {"reasoning_signature", grade::note, "79", "reasoning that only its server can read; send it back as it is"},
    {"reasoning_details", grade::note, "80", "`reasoning_details`: each text is an increment"},
    {"reasoning_again", grade::note, "81", "the same reasoning as in the payload before"},
    // tool calls
    {"call_without_index", grade::differs, "82", "a tool call without an index"},
    {"call_index_again", grade::differs, "83", "the index of a tool call that has another id"},
    {"call_index_gap", grade::differs, "84", "the index of a tool call is not the next number from 0"},
    {"odd_call_index", grade::differs, "85, 86", "the index of a tool call is negative or huge"},
    {"odd_call_id", grade::differs, "87", "the id of a tool call is absent, empty or a number"},
    {"call_id_again", grade::differs, "87", "the id of a tool call comes again, or empty"},
    {"odd_call_name", grade::differs, "88", "the name of a tool call is empty or null, comes late or again"},
    {"odd_call_type", grade::differs, "89", "the type of a tool call is absent, empty or in capitals"},
    {"arguments_not_text", grade::differs, "90", "arguments are no text"},
    {"arguments_absent", grade::differs, "90", "a tool call without arguments"},
    {"arguments_go_on", grade::wrong, "91", "arguments go on behind a complete JSON text"},
    {"arguments_again", grade::differs, "", "arguments are sent whole each time, or twice"},
    {"empty_call", grade::differs, "92", "an empty piece of a tool call that is complete"},
    {"calls_at_once", grade::note, "93", "whole tool calls and the finish_reason in one payload"},
    {"odd_calls", grade::differs, "94", "tool_calls is null, empty or no list"},
    {"old_calls", grade::note, "95", "a custom tool call or the old function_call"},
    {"arguments_not_json", grade::wrong, "", "the arguments of a tool call are not JSON"},
    // usage and log probabilities
    {"usage_missing", grade::note, "", "no usage was sent"},
    {"usage_place", grade::differs, "96", "usage is not where OpenAI sends it"},
    {"usage_again", grade::differs, "96", "usage comes again; the last one counts"},
    {"usage_partial", grade::differs, "97", "usage without counts of prompt and answer"},
    {"usage_names", grade::differs, "98", "the counts of usage have other names"},
    {"usage_not_whole", grade::differs, "99", "a count of usage is no whole number"},
    {"usage_sum", grade::differs, "100", "the total is not the sum of prompt and answer"},
    {"odd_logprob", grade::differs, "101", "a log probability that stands for none"},
    {"odd_logprobs", grade::differs, "102", "log probabilities in another shape than OpenAI's"},
    {"token_bytes", grade::note, "103", "a token that ends inside a character"},
    // errors
    {"error_object", grade::wrong, "104", "the body reports an error"},
    {"error_code_type", grade::differs, "104", "the code of the error is a number"},
    {"error_text", grade::wrong, "105", "the error is a text"},
    {"error_sentence", grade::wrong, "106", "the code of the error is a sentence"},
    {"error_list", grade::wrong, "107", "a list of errors"},
    {"error_in_list", grade::wrong, "108", "the error stands in a list"},
    {"error_detail", grade::wrong, "109", "the error is called `detail`"},
    {"error_named", grade::wrong, "110", "an object that says it is an error"},
    {"error_flat", grade::wrong, "111", "the members of the error stand at the top"},
    {"error_problem", grade::wrong, "112", "an error as RFC 9457 has it, or of a kind of its own"},
    {"error_inside_text", grade::differs, "113", "the message of the error is JSON text"},
    {"error_none", grade::differs, "114", "the text \"None\" for no value"},
    {"error_status_beside", grade::differs, "116", "`status` beside the error"},
    // lists
    {"null_list", grade::differs, "118", "`data` is null"},
    {"bare_list", grade::differs, "118", "a list without an object around it"},
    {"embedding_base64", grade::note, "119", "an embedding as base64"},
    // Responses
    {"sequence_missing", grade::differs, "", "an event without sequence_number"},
    {"sequence_gap", grade::wrong, "", "sequence_number is not the next number"},
    {"event_name_missing", grade::differs, "", "an event without a name"},
    {"event_name_differs", grade::wrong, "", "the name of the event is not its type"},
    {"unknown_event", grade::differs, "", "an event type that OpenAI's document does not have"},
    {"unknown_item", grade::wrong, "", "an event for an item that was not added"},
    {"after_last_event", grade::wrong, "", "an event behind the one that ends the response"},
    {"failed_response", grade::wrong, "", "the response failed"},
    {"incomplete_response", grade::wrong, "", "the response is incomplete"},
    // requests
    {"invalid_request", grade::wrong, "", "the request breaks a rule of the API"},
    // this list
    {"too_many", grade::note, "", "further findings were left out"},
};
// clang-format on

// The row of that name; null if there is none.
constexpr const finding_name* row_of(std::string_view name) {
    for (const finding_name& row : finding_names) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

}  // namespace inspect
