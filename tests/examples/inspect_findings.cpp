// What explain() finds: an input for each name, with the bytes that it must mark.
#include <cstddef>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

#include "../../examples/inspect/explain.hpp"

namespace inspect_findings_tests {

namespace {

// The marked bytes stand between "<<" and ">>", which are not part of the input.
struct example {
    std::string_view name;
    std::string input;
    std::string_view path;
};

std::string event(std::string_view data) {
    return "data: " + std::string(data) + "\n\n";
}

// A chunk as OpenAI sends it, up to its choices.
std::string chunk(std::string_view choices, std::string_view more = "") {
    return R"({"id":"chatcmpl-1","object":"chat.completion.chunk","created":1700000000,)"
           R"("model":"m","choices":)" +
           std::string(choices) + std::string(more) + "}";
}
std::string says(std::string_view delta, std::string_view finish = "null",
                 std::string_view more = "") {
    return event(chunk(R"([{"index":0,"delta":)" + std::string(delta) + R"(,"finish_reason":)" +
                           std::string(finish) + "}]",
                       more));
}
const std::string role = says(R"({"role":"assistant","content":"a"})");
const std::string stop = says("{}", R"("stop")");
const std::string done = "data: [DONE]\n\n";
const std::string usage =
    event(chunk("[]", R"(,"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3})"));
const std::string whole = role + stop + usage + done;

std::string with_call(std::string_view call, std::string_view finish = "null") {
    return says(R"({"tool_calls":[)" + std::string(call) + "]}", finish);
}
const std::string first_call =
    R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":1}"}})";
const std::string called = says("{}", R"("tool_calls")");

std::string response(std::string_view message, std::string_view more = "") {
    return R"({"id":"chatcmpl-1","object":"chat.completion","created":1700000000,"model":"m",)"
           R"("choices":[{"index":0,"message":)" +
           std::string(message) + R"(,"logprobs":null,"finish_reason":"stop"}])" +
           std::string(more) + "}";
}
std::string response_event(std::string_view type, std::string_view members) {
    return "event: " + std::string(type) + "\ndata: {\"type\":\"" + std::string(type) + "\"" +
           std::string(members) + "}\n\n";
}
const std::string created =
    response_event("response.created",
                   R"(,"sequence_number":0,"response":{"id":"r","object":"response","output":[]})");
const std::string ok = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

std::vector<example> examples() {
    using namespace std::string_literals;
    return {
        {"empty_body", "<<>>", ""},
        {"only_comments", "<<: a\n\n: b\n\n>>", ""},
        {"compressed_body", "<<\x1F\x8B\x08\x01\x02>>", ""},
        {"binary_body", "<<\x89PNG\r\n\x1A\n>>", ""},
        {"utf16", "<<\xFF\xFE{\0\"\0>>"s, ""},
        {"html_body", "<<<html>>>\n<body>502 Bad Gateway", ""},
        {"plain_text_body", "<<error code: 1015>>", ""},
        {"byte_order_mark", "<<\xEF\xBB\xBF>>" + whole, ""},
        {"second_byte_order_mark", "\xEF\xBB\xBF<<\xEF\xBB\xBF>>" + whole, ""},
        {"invalid_utf8", says("{\"content\":\"ok<<\x85>>\"}") + stop, ""},
        {"surrogate_bytes", says("{\"content\":\"<<\xED\xA0\xBD>>\xED\xB8\x80\"}") + stop, ""},
        {"nul_byte", says("{\"content\":\"a<<\0>>b\"}"s) + stop, ""},
        {"control_character", says("{\"content\":\"a<<\t>>b\"}") + stop, ""},
        {"bad_head", "HTTP/1.1 200 OK\r\n<<no colon>>\r\n\r\n" + whole, ""},
        {"bare_line_feed", "HTTP/1.1 200 OK<<\n>>\r\n" + whole, ""},
        {"cut_head", "HTTP/1.1 200 OK\r\nContent-Type: text/ev<<>>", ""},
        {"error_status", "<<HTTP/1.1 502 Bad Gateway>>\r\n\r\n<html>", ""},
        {"wait_hint", "HTTP/1.1 429 No\r\nRetry-After: <<20>>\r\n\r\n{}", ""},
        {"rate_limit", "HTTP/1.1 200 OK\r\nX-RateLimit-Limit-Requests: <<60>>\r\n\r\n" + whole, ""},
        {"wrong_content_type", "HTTP/1.1 200 OK\r\nContent-Type: <<text/plain>>\r\n\r\n" + whole,
         ""},
        {"bad_chunk", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\n: a<<x>>\r\n", ""},
        {"cut_chunks", ok + "Transfer-Encoding: chunked\r\n\r\n4\r\n: a\n\r\n<<>>", ""},
        {"decoded_chunks", ok + "Transfer-Encoding: chunked\r\n\r\n<<d>>ata: [DONE]\n\n", ""},
        {"short_body", ok + "Content-Length: 9999\r\n\r\n" + whole + "<<>>", ""},
        {"bytes_after_body", ok + "Content-Length: 14\r\n\r\ndata: [DONE]\n\n<<more>>", ""},

        {"no_space_after_colon", "<<data:>>" + chunk("[]") + "\n\n" + whole, ""},
        {"comment", "<<: keep-alive>>\n\n" + whole, ""},
        {"blank_lines", "<<\n>>\n" + whole, ""},
        {"event_without_data", "<<event: ping>>\n\n" + whole, ""},
        {"empty_data", "<<data:>>\n\n" + whole, ""},
        {"ping", role + event(R"(<<{>>"type":"ping"})") + stop, ""},
        {"error_event", role + "event: <<error>>\ndata: it broke\n\n", ""},
        {"event_name", "event: <<chat.completion.chunk>>\n" + whole, ""},
        {"error_field", role + "<<error: {\"code\":500}>>\n\n", ""},
        {"mixed_line_ends", event(chunk("[]")) + "data: {}<<\r\n>>\r\n" + whole, ""},
        {"cr_line_end", "data: {}<<\r>>\r" + whole, ""},
        {"data_over_lines", "<<data: {>>\ndata: \"choices\":[]}\n\n" + whole, ""},
        {"line_without_field", "data: {\n<<  \"choices\": []>>\n}\n\n" + whole, ""},
        {"no_blank_line", "data: " + chunk("[]") + "\ndata: <<{>>\"id\":\"b\"}\n\n" + whole, ""},
        {"glued_json", event(chunk("[]") + "<<{>>\"id\":\"b\"}") + whole, ""},
        {"json_list", event("<<[>>" + chunk("[]") + "]") + whole, ""},
        {"doubled_prefix", event("<<data:>> " + chunk("[]")) + whole, ""},
        {"odd_done", role + stop + "data: <<\"[DONE]\">>\n\n", ""},
        {"done_in_text", says(R"({"content":"Keep <<[DONE]>> here"})") + stop,
         "choices[0].delta.content"},
        {"no_done", role + stop + "<<>>", ""},
        {"truncated", role + "<<>>", ""},
        {"no_last_blank_line", role + stop + "data: [DONE]<<>>", ""},
        {"cut_event", role + "<<data: {\"id\":\"c>>", ""},
        {"after_done", whole + "data: <<{}>>\n\n", ""},
        {"done_after_error", event(R"({"error":{"message":"m"}})") + "data: <<[DONE]>>\n\n", ""},
        {"json_not_stream", "<<: waiting\n\n>>" + response(R"({"role":"assistant"})"), ""},
        {"json_then_done", response("{}") + "\n\n<<data: [DONE]\n\n>>", ""},
        {"blank_before_json", "<<\n\n>>" + response("{}"), ""},
        {"json_lines", "<<{>>\"model\":\"m\",\"done\":false}\n{\"model\":\"m\",\"done\":true}\n",
         ""},
        {"odd_separator", says("{\"content\":\"a<<\xE2\x80\xA8>>b\"}") + stop, ""},
        {"huge_line", "<<data: " + std::string(70'000, ' ') + "1>>\n\n" + whole, ""},
        {"event_id", "<<id: 7>>\n" + whole, ""},
        {"retry_time", "<<retry: 3000>>\n\n" + whole, ""},
        {"unknown_field", "<<Data>>: {}\n\n" + whole, ""},

        {"invalid_json", event(R"({"id":<<x>>})") + whole, "id"},
        {"cut_json", event(R"({"id":"c)<<>>)") + whole, "id"},
        {"python_text", event("<<{'>>choices': []}") + whole, ""},
        {"not_finite", says(R"({"x":<<NaN>>})") + stop, ""},
        {"duplicate_member", says(R"({"content":"a","<<content>>":"b"})") + stop,
         "choices[0].delta.content"},
        {"lone_surrogate", says(R"({"content":"a<<\ud83d>> b"})") + stop,
         "choices[0].delta.content"},
        {"split_surrogates",
         says(R"({"content":"a\ud83d"})") + says(R"({"content":"<<\ude00>>"})") + stop,
         "choices[0].delta.content"},
        {"too_deep", event(std::string(64, '[') + "<<[>>" + std::string(65, ']')) + whole, ""},
        {"huge_number", says(R"({"x":<<1e400>>})") + stop, "choices[0].delta.x"},
        {"text_after_json", response("{}") + " <<and so on>>", ""},

        {"error_in_stream", role + event(R"({"error":<<{>>"message":"m"}})"), "error"},
        {"error_beside_choices",
         event(chunk(R"([{"index":0,"delta":{}}])", R"(,"error":<<{>>"message":"m"})")), "error"},
        {"error_in_choice", event(chunk(R"([{"index":0,"error":<<{>>"message":"m"}}])")),
         "choices[0].error"},
        {"empty_error", event(chunk("[]", R"(,"error":<<null>>)")) + whole, "error"},
        {"error_members", event(R"({"choices":null,"error_type":"a","error_message":<<"b">>})"),
         "error_message"},
        {"no_choices", event(chunk("<<null>>")) + whole, "choices"},
        {"scalar_payload", event("<<null>>") + whole, ""},
        {"empty_payload", event("<<{>>}") + whole, ""},
        {"other_protocol", event(R"(<<{>>"result":{},"success":true})"), ""},
        {"whole_response",
         event(R"({"id":"a","object":<<"chat.completion">>,"choices":[]})") + whole, "object"},
        {"message_beside_delta",
         event(chunk(R"([{"index":0,"delta":{},"message":<<{>>}}])")) + whole,
         "choices[0].message"},
        {"odd_object", event(R"({"id":"a","object":<<"x">>,"choices":[]})") + whole, "object"},
        {"typed_error", event(R"({"type":<<"error">>,"error":{"message":"m"}})"), "type"},
        {"odd_id", event(R"({"id":<<7>>,"choices":[]})") + whole, "id"},
        {"changing_id", whole.substr(0, role.size()) + event(R"({"id":<<"b">>,"choices":[]})"),
         "id"},
        {"created_fraction", event(R"({"id":"a","created":<<1.5>>,"choices":[]})") + whole,
         "created"},
        {"odd_created", event(R"({"id":"a","created":<<1700000000000>>,"choices":[]})") + whole,
         "created"},
        {"odd_model", event(R"({"id":"a","model":<<"">>,"choices":[]})") + whole, "model"},
        {"unknown_enumerator", says("{}", R"(<<"end_turn">>)"), "choices[0].finish_reason"},
        {"no_index", event(chunk(R"([<<{>>"delta":{"content":"a"}}])")) + stop, "choices[0].index"},
        {"odd_index", event(chunk(R"([{"index":<<-1>>,"delta":{}}])")) + stop, "choices[0].index"},
        {"split_choices",
         event(chunk(R"([{"index":0,"delta":{}},<<{>>"index":0,"delta":{}}])")) + stop,
         "choices[1]"},
        {"no_delta", event(chunk(R"([{"index":0,"delta":<<null>>}])")) + stop, "choices[0].delta"},
        {"no_finish_reason", role + event("<<{>>\"id\":\"a\",\"choices\":[]}") + done,
         "choices[0].finish_reason"},
        {"empty_finish_reason", says("{}", R"(<<"">>)") + stop, "choices[0].finish_reason"},
        {"aborted", says("{}", R"(<<"abort">>)"), "choices[0].finish_reason"},
        {"stop_with_calls", with_call(first_call) + says("{}", R"(<<"stop">>)"),
         "choices[0].finish_reason"},
        {"finish_reason_again", stop + says("{}", "<<null>>"), "choices[0].finish_reason"},
        {"text_after_finish", stop + says(R"({"content":<<"b">>})"), "choices[0].delta.content"},
        {"role_missing", event(chunk(R"([<<{>>"index":0,"delta":{"content":"a"}}])")) + stop,
         "choices[0]"},
        {"role_again", role + says(R"({"role":<<"assistant">>})") + stop, "choices[0].delta.role"},
        {"empty_content", says(R"({"content":<<null>>})") + stop, "choices[0].delta.content"},
        {"content_parts", says(R"({"content":<<[>>{"type":"text","text":"a"}]})") + stop,
         "choices[0].delta.content"},
        {"content_part", says(R"({"content":<<{>>"type":"text","text":"a"}})") + stop,
         "choices[0].delta.content"},
        {"null_member", says(R"({"role":<<null>>})") + stop, "choices[0].delta.role"},
        {"unknown_member", event(chunk("[]", R"(,"<<lastOne>>":true)")) + whole, "lastOne"},
        {"missing", event(chunk(R"([<<{>>"index":0,"delta":{}}])")) + stop,
         "choices[0].finish_reason"},
        {"mistyped", says(R"({"refusal":<<7>>})") + stop, "choices[0].delta.refusal"},
        {"out_of_range", R"({"id":"r","object":"response","output":[],"temperature":<<3>>})",
         "temperature"},

        {"reasoning", says(R"({"reasoning_content":<<"a">>})") + stop,
         "choices[0].delta.reasoning_content"},
        {"reasoning_twice", says(R"({"reasoning_content":"a","reasoning":<<"a">>})") + stop,
         "choices[0].delta.reasoning"},
        {"reasoning_signature",
         says(R"({"reasoning_details":<<[>>{"type":"reasoning.encrypted","data":"x"}]})") + stop,
         "choices[0].delta.reasoning_details"},
        {"reasoning_details", says(R"({"reasoning_details":<<[>>{"text":"a"}]})") + stop,
         "choices[0].delta.reasoning_details"},
        {"reasoning_again",
         says(R"({"reasoning":"Thinking... "})") +
             event("<<{>>" +
                   chunk(R"([{"index":0,"delta":{"reasoning":"Thinking... "}}])").substr(1)) +
             stop,
         "choices[0].delta"},

        {"call_without_index",
         with_call(R"(<<{>>"id":"a","type":"function","function":{}})") + stop,
         "choices[0].delta.tool_calls[0].index"},
        {"call_index_again",
         with_call(first_call) + with_call(R"({"index":<<0>>,"id":"b","type":"function"})"),
         "choices[0].delta.tool_calls[0].index"},
        {"call_index_gap", with_call(R"({"index":<<1>>,"id":"b","type":"function"})") + called,
         "choices[0].delta.tool_calls[0].index"},
        {"odd_call_index", with_call(R"({"index":<<-1>>,"id":"b"})") + called,
         "choices[0].delta.tool_calls[0].index"},
        {"odd_call_id", with_call(R"({"index":0,"id":<<"">>})") + called,
         "choices[0].delta.tool_calls[0].id"},
        {"call_id_again", with_call(first_call) + with_call(R"({"index":0,"id":<<"">>})") + called,
         "choices[0].delta.tool_calls[0].id"},
        {"odd_call_name", with_call(R"({"index":0,"id":"a","function":{"name":<<"null">>}})"),
         "choices[0].delta.tool_calls[0].function.name"},
        {"odd_call_type", with_call(R"({"index":0,"id":"a","type":<<"FUNCTION">>})"),
         "choices[0].delta.tool_calls[0].type"},
        {"arguments_not_text",
         with_call(R"({"index":0,"id":"a","function":{"name":"f","arguments":<<{>>"x":1}}})"),
         "choices[0].delta.tool_calls[0].function.arguments"},
        {"arguments_absent",
         with_call(R"(<<{>>"index":0,"id":"a","function":{"name":"f"}})") + called,
         "choices[0].delta.tool_calls[0]"},
        {"arguments_go_on",
         with_call(first_call) +
             with_call(R"({"index":0,"function":{"arguments":" <<{>>\"y\":2}"}})") + called,
         "choices[0].delta.tool_calls[0].function.arguments"},
        {"arguments_again",
         with_call(first_call) +
             with_call(R"({"index":0,"function":{"arguments":<<">>{\"x\":1}"}})") + called,
         "choices[0].delta.tool_calls[0].function.arguments"},
        {"empty_call",
         with_call(first_call) + with_call(R"(<<{>>"index":0,"function":{"arguments":""}})"),
         "choices[0].delta.tool_calls[0]"},
        {"calls_at_once",
         event(chunk(R"([{"index":0,"delta":{"tool_calls":<<[>>)" + first_call +
                         R"(]},"finish_reason":"tool_calls"}])",
                     R"(,"usage":{"prompt_tokens":1})")),
         "choices[0]"},
        {"odd_calls", says(R"({"tool_calls":<<[]>>})") + stop, "choices[0].delta.tool_calls"},
        {"old_calls", says(R"({"function_call":<<{>>"name":"f","arguments":"{}"}})") + stop,
         "choices[0].delta.function_call"},
        {"arguments_not_json",
         with_call(
             R"({"index":0,"id":"a","type":"function","function":{"name":"f","arguments":"{\"x\":"}})") +
             with_call(R"({"index":0,"function":{"arguments":"<<T>>rue}"}})") + called,
         "choices[0].delta.tool_calls[0].function.arguments"},

        {"usage_missing", role + stop + event("<<{>>\"id\":\"chatcmpl-1\",\"choices\":[]}") + done,
         "usage"},
        {"usage_place", says("{}", R"("stop")", R"(,"usage":<<{>>"prompt_tokens":1})"), "usage"},
        {"usage_again", role + usage + event(chunk("[]", R"(,"usage":<<{>>"prompt_tokens":1})")),
         "usage"},
        {"usage_partial", role + event(chunk("[]", R"(,"usage":<<{>>})")), "usage.prompt_tokens"},
        {"usage_names", role + event(chunk("[]", R"(,"usage":<<{>>"input_tokens":1})")), "usage"},
        {"usage_not_whole", role + event(chunk("[]", R"(,"usage":{"prompt_tokens":<<"1">>})")),
         "usage.prompt_tokens"},
        {"usage_sum",
         role + event(chunk(
                    "[]",
                    R"(,"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":<<9>>})")),
         "usage.total_tokens"},
        {"odd_logprob",
         event(chunk(
             R"([{"index":0,"delta":{},"logprobs":{"content":[{"token":"a","logprob":<<-9999.0>>,"bytes":null}]}}])")),
         "choices[0].logprobs.content[0].logprob"},
        {"odd_logprobs", event(chunk(R"([{"index":0,"delta":{},"logprobs":<<[>>-1.5]}])")),
         "choices[0].logprobs"},
        {"token_bytes",
         event(chunk(
             R"([{"index":0,"delta":{},"logprobs":{"content":[{"token":"","logprob":-1,"bytes":<<[>>240]}]}}])")),
         "choices[0].logprobs.content[0].bytes"},

        {"error_object", R"({"error":<<{>>"message":"m","type":"t"}})", "error"},
        {"error_code_type", R"({"error":{"message":"m","code":<<429>>}})", "error.code"},
        {"error_text", R"({"error":<<"no model loaded">>,"error_type":"t"})", "error"},
        {"error_sentence", R"({"code":"The key is wrong","error":<<"No such key">>})", "error"},
        {"error_list", R"({"errors":<<[>>{"code":2001,"message":"m"}],"success":false})", "errors"},
        {"error_in_list", R"(<<[>>{"error":{"code":400,"message":"m","status":"INVALID"}}])",
         "[0].error"},
        {"error_detail", R"({"detail":<<"Not Found">>})", "detail"},
        {"error_named", R"({"object":"error","message":<<"m">>,"code":400})", "object"},
        {"error_flat", R"({"message":<<"m">>,"request_id":"r"})", "message"},
        {"error_problem", R"({"type":"about:blank","title":"T","status":400,"detail":<<"d">>})",
         "detail"},
        {"error_inside_text", R"({"error":{"message":<<"{\"error\":1}">>}})", "error.message"},
        {"error_none", R"({"error":{"message":"m","param":<<"None">>}})", "error.param"},
        {"error_status_beside", R"({"error":{"message":"m"},"status":<<401>>})", "status"},

        {"null_list", R"({"object":"list","data":<<null>>})", "data"},
        {"bare_list", R"(<<[>>{"object":"model","id":"m"}])", ""},
        {"embedding_base64",
         R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":<<">>AAAA"}]})",
         "data[0].embedding"},

        {"sequence_missing",
         "event: response.created\ndata: <<{>>\"type\":\"response.created\"}\n\n",
         "sequence_number"},
        {"sequence_gap",
         created + response_event("response.in_progress", R"(,"sequence_number":<<2>>)"),
         "sequence_number"},
        {"event_name_missing", event(R"(<<{>>"type":"response.created","sequence_number":0})"),
         "type"},
        {"event_name_differs",
         "event: <<response.in_progress>>\ndata: {\"type\":\"response.created\"}\n\n", "type"},
        {"unknown_event",
         created +
             "event: response.new\ndata: {\"type\":<<\"response.new\">>,\"sequence_number\":1}\n\n",
         "type"},
        {"unknown_item",
         created + response_event("response.output_text.delta",
                                  R"(,"sequence_number":1,"output_index":<<0>>,"delta":"a")"),
         "output_index"},
        {"after_last_event",
         created + response_event("response.completed", R"(,"sequence_number":1)") +
             "event: response.created\ndata: <<{>>\"type\":\"response.created\"}\n\n",
         "type"},
        {"failed_response",
         created + "event: response.failed\ndata: "
                   "{\"type\":<<\"response.failed\">>,\"sequence_number\":1}\n\n",
         "type"},
        {"incomplete_response",
         R"({"id":"r","object":"response","status":<<"incomplete">>,"output":[]})", "status"},

        {"invalid_request", R"({"model":"m","messages":[],"temperature":<<3>>})", "temperature"},
    };
}

struct marked {
    std::string input;
    std::size_t offset;
    std::size_t size;
};
marked unmarked(std::string text) {
    const std::size_t from = text.find("<<");
    text.erase(from, 2);
    // of "<html>>>" the last two
    std::size_t to = text.find(">>", from);
    while (text.substr(to + 1, 2) == ">>") ++to;
    text.erase(to, 2);
    return {text, from, to - from};
}

std::string all_of(const inspect::explanation& e) {
    std::ostringstream out;
    for (const auto& f : e.findings) {
        out << f.name << " at " << f.offset << "+" << f.size << " " << f.path << "\n";
    }
    return out.str();
}

}  // namespace

TEST_CASE("each finding marks the bytes that cause it") {
    for (const example& x : examples()) {
        const marked m = unmarked(x.input);
        const auto e = inspect::explain(m.input);
        INFO(x.name << "\n" << all_of(e));
        bool found = false;
        for (const auto& f : e.findings) {
            found = found || (f.name == x.name && f.offset == m.offset && f.size == m.size &&
                              (x.path.empty() || f.path == x.path));
        }
        CHECK(found);
    }
}

TEST_CASE("each finding has an example, and a name of its own") {
    std::set<std::string_view> shown;
    for (const example& x : examples()) shown.insert(x.name);
    std::set<std::string_view> names;
    for (const auto& row : inspect::finding_names) {
        INFO(row.name);
        CHECK(names.insert(row.name).second);
        CHECK((shown.count(row.name) == 1 || row.name == "too_many"));
    }
    CHECK(shown.size() + 1 == names.size());
}

TEST_CASE("the page of inspect lists each finding") {
    std::ifstream page(OAIWIRE_TEST_DATA "/../docs/inspect.md");
    std::set<std::string> lines;
    for (std::string line; std::getline(page, line);) lines.insert(line);
    for (const auto& row : inspect::finding_names) {
        std::string due = "| `";
        due.append(row.name).append("` | ").append(name(row.is)).append(" | ");
        due.append(row.quirks).append(" | ").append(row.says).append(" |");
        INFO(due);
        CHECK(lines.count(due) == 1);
    }
}

TEST_CASE("each quirk that bytes can show has a finding") {
    std::set<int> numbers;
    for (const auto& row : inspect::finding_names) {
        std::istringstream in{std::string(row.quirks)};
        for (std::string word; in >> word;) {
            if (word != "J") numbers.insert(std::stoi(word));
        }
    }
    for (int n = 1; n <= 119; ++n) {
        INFO(n);
        // 16 and 30 are about how a transport cuts bytes, which a capture does not show
        CHECK((numbers.count(n) == 1) == (n != 16 && n != 30));
    }
}

TEST_CASE("a stream as OpenAI sends it has no finding but that it is complete") {
    const auto e = inspect::explain(whole);
    INFO(all_of(e));
    CHECK(e.kind == "event stream of chat completions");
    CHECK(e.end == "complete");
    CHECK(e.findings.empty());
}

TEST_CASE("what occurs in many payloads is one finding, and there is a bound on all of them") {
    std::string body = role;
    for (int i = 0; i != 1000; ++i) body += says(R"({"refusal":7})");
    const auto e = inspect::explain(body + stop + done);
    std::size_t times = 0;
    for (const auto& f : e.findings) {
        if (f.name != "mistyped") continue;
        ++times;
        CHECK(f.message.find("(1000 times)") != std::string::npos);
    }
    CHECK(times == 1);

    std::string many = "{\"id\":\"a\",\"choices\":[]";
    for (int i = 0; i != 1000; ++i) many += ",\"x" + std::to_string(i) + "\":1";
    const auto full = inspect::explain(event(many + "}"));
    CHECK(full.findings.size() == inspect::finding_list::most + 1);
    CHECK(full.findings.back().name == "too_many");
}

}  // namespace inspect_findings_tests
