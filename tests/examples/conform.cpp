// conform: each planted deviation is named by exactly the check that is about it.
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

#include "../../examples/conform/run.hpp"
#include "conform_planted.hpp"
#include "serve_program.hpp"

namespace conform_tests {

using support::planted_reply;
using support::planted_request;

void replace(std::string& in, std::string_view from, std::string_view to, bool all = true) {
    for (std::size_t at = 0; (at = in.find(from, at)) != in.npos; at += to.size()) {
        in.replace(at, from.size(), to);
        if (!all) return;
    }
}

void replace_last(std::string& in, std::string_view from, std::string_view to) {
    const std::size_t at = in.rfind(from);
    if (at != in.npos) in.replace(at, from.size(), to);
}

bool plain_chat(const planted_request& q, const planted_reply& a) {
    return q.chat() && !q.streams() && a.status == 200;
}
bool chat_stream(const planted_request& q, const planted_reply& a) {
    return q.chat() && q.streams() && a.status == 200;
}
bool response(const planted_request& q, const planted_reply& a) {
    return q.is("POST", "/responses") && !q.streams() && a.status == 200;
}
bool response_stream(const planted_request& q, const planted_reply& a) {
    return q.is("POST", "/responses") && q.streams() && a.status == 200;
}

// The field is set, in the place of those of that name.
void set(planted_reply& a, std::string_view name, std::string_view value) {
    a.fields.set(name, value);
}

// As a server that breaks down.
void fail(planted_reply& a) {
    a.status = 500;
    a.body = R"({"error":{"message":"broken","type":"server_error","param":null,"code":null}})";
    a.chunked = false;
    set(a, "Content-Type", "application/json");
}

struct planted {
    std::string_view what;                // the deviation
    std::vector<std::string_view> named;  // the checks that must name it
    support::planted_change change;
    std::string_view only = "";  // run beside those checks; "": all but the slow ones
};

const std::vector<planted>& switches() {
    using q = planted_request;
    using a = planted_reply;
    static const std::vector<planted> all{
        {"models as text/plain",
         {"models.media_type"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models")) set(to, "Content-Type", "text/plain");
         }},
        {"models of another object",
         {"models.object"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models"))
                 replace(to.body, R"("object":"list")", R"("object":"models")");
         }},
        {"models without owned_by",
         {"models.schema"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models")) replace(to.body, R"("owned_by")", R"("owner")");
         }},
        {"an answer as text/html",
         {"chat.media_type"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) set(to, "Content-Type", "text/html");
         }},
        {"`object` of another word",
         {"chat.object"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"("chat.completion")", R"("completion")");
         }},
        {"one id for all answers",
         {"chat.id"},
         [](const q& r, a& to) {
             const std::size_t at = to.body.find(R"("id":"chatcmpl-)");
             if (plain_chat(r, to) && at != to.body.npos)
                 to.body.replace(at + 15, 16, "0000000000000000");
         }},
        {"`created` in milliseconds",
         {"chat.created"},
         [](const q& r, a& to) {
             const std::size_t at = to.body.find(R"("created":)");
             if (plain_chat(r, to) && at != to.body.npos) to.body.insert(at + 20, "000");
         }},
        {"no finish reason",
         {"chat.schema"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"("finish_reason")", R"("reason")");
         }},
        {"an unknown finish reason",
         {"chat.finish_reason"},
         [](const q& r, a& to) {
             if (plain_chat(r, to))
                 replace(to.body, R"("finish_reason":"stop")", R"("finish_reason":"eos")");
         }},
        {"another role",
         {"chat.role"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"("role":"assistant")", R"("role":"model")");
         }},
        {"a byte order mark",
         {"chat.mark"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) to.body.insert(0, "\xef\xbb\xbf");
         },
         "chat.mark,models,wire"},
        {"a choice too many",
         {"chat.n"},
         [](const q& r, a& to) {
             if (plain_chat(r, to) && r.has(R"("n":2)"))
                 replace(to.body, R"("index":1)", R"("index":0)");
         }},
        {"an error in an answer of 200",
         {"chat.no_error"},
         [](const q& r, a& to) {
             if (plain_chat(r, to))
                 replace(to.body, R"("object":"chat)", R"("error":{"message":"x"},"object":"chat)",
                         false);
         }},
        {"the stop sequence in the text",
         {"chat.stop", "chat.stop_list"},
         [](const q& r, a& to) {
             if (!plain_chat(r, to) || !r.has(R"("stop":)")) return;
             const std::string stop =
                 r.body.substr(r.body.rfind('"', r.body.rfind('"') - 1) + 1,
                               r.body.rfind('"') - r.body.rfind('"', r.body.rfind('"') - 1) - 1);
             replace(to.body, R"("content":")", R"("content":")" + stop + " ");
         }},
        {"no JSON for json_object",
         {"chat.json_object"},
         [](const q& r, a& to) {
             if (plain_chat(r, to) && r.has(R"("type":"json_object")"))
                 replace(to.body, R"("content":"{)", R"("content":"Sure: {)");
         }},
        {"an option ends in 500",
         {"chat.seed"},
         [](const q& r, a& to) {
             if (plain_chat(r, to) && r.has(R"("seed":7)")) fail(to);
         }},
        {"no bytes of tokens",
         {"chat.logprobs"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"(,"bytes":)", R"(,"octets":)");
         }},
        {"usage that does not add up",
         {"usage.sum"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"("total_tokens":)", R"("total_tokens":1)");
         }},
        {"no usage",
         {"usage.present"},
         [](const q& r, a& to) {
             if (plain_chat(r, to)) replace(to.body, R"("usage":)", R"("usages":)");
         }},
        {"usage that was not asked for",
         {"usage.not_asked"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && !r.has("include_usage")) {
                 replace_last(
                     to.body, R"("choices":)",
                     R"("usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2},"choices":)");
             }
         }},
        {"usage in each chunk",
         {"usage.once"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && r.has("include_usage")) {
                 replace(to.body, R"("usage":null)",
                         R"("usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2})");
             }
         }},
        {"no usage in the stream",
         {"usage.stream"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, R"("usage":{)", R"("usages":{)");
         }},
        {"an error of JSON before the stream, as events",
         {"error.of_stream_type"},
         [](const q& r, a& to) {
             if (r.chat() && r.streams() && to.status >= 400)
                 set(to, "Content-Type", "text/event-stream");
         }},
        {"a stream as application/json",
         {"stream.media_type"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) set(to, "Content-Type", "application/json");
         }},
        {"a stream of another charset",
         {"stream.charset"},
         [](const q& r, a& to) {
             if (chat_stream(r, to))
                 set(to, "Content-Type", "text/event-stream; charset=iso-8859-1");
         }},
        {"a stream with a length",
         {"stream.no_length"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.chunked = false;
         }},
        {"CRLF",
         {"stream.line_ends"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "\n", "\r\n");
         }},
        {"no space after data:",
         {"stream.space"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: ", "data:");
         }},
        {"comments",
         {"stream.comments"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: [DONE]", ": ping\n\ndata: [DONE]");
         }},
        {"names of events",
         {"stream.names"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: {", "event: message\ndata: {");
         }},
        {"names of events, of [DONE] too",
         {"stream.names"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: ", "event: message\ndata: ");
         }},
        {"a name of [DONE] alone",
         {"stream.names", "stream.done_form"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: [", "event: done\ndata: [");
         }},
        {"ids of events",
         {"stream.ids"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: {", "id: 1\ndata: {", false);
         }},
        {"no blank line between two events",
         {"stream.blank_lines"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "\n\ndata: {", "\ndata: {", false);
         }},
        {"no blank line after the last event",
         {"stream.last_blank_line"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: [DONE]\n\n", "data: [DONE]\n");
         }},
        {"two prefixes",
         {"stream.prefix"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: {", "data: data: {", false);
         }},
        {"a field that is none",
         {"stream.fields"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.body.insert(0, "error: none\n\n");
         }},
        {"a heartbeat without data",
         {"stream.data"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.body.insert(0, "data: \n\n");
         }},
        {"data that is no JSON",
         {"stream.json"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.body.insert(0, "data: {'a': None}\n\n");
         }},
        {"no [DONE]",
         {"stream.done"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "data: [DONE]\n\n", "");
         }},
        {"[DONE] in quotes",
         {"stream.done_form"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "[DONE]", "\"[DONE]\"");
         }},
        {"bytes after [DONE]",
         {"stream.after_done"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.body += "data: {}\n\n";
         }},
        {"bytes that are not UTF-8",
         {"stream.utf8"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && to.body.find("choices") != to.body.npos)
                 replace(to.body, R"("system_fingerprint":")", "\"system_fingerprint\":\"\xff");
         }},
        {"a JSON body instead of a stream",
         {"stream.events"},
         [](const q& r, a& to) {
             if (!chat_stream(r, to)) return;
             to.body = R"({"id":"a","object":"chat.completion","choices":[]})";
             set(to, "Content-Type", "application/json");
             to.chunked = false;
         },
         "models,chat,usage,stream,wire"},
        {"the stream is cut",
         {"stream.whole", "wire.whole"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) to.whole = false;
         },
         "models,chat,usage,stream"},
        {"the answer does not end after [DONE]",
         {"stream.whole"},
         [](const q& r, a& to) {
             if (!chat_stream(r, to)) return;
             to.whole = false;
             to.stalls = true;
         },
         "models,chat,usage,stream"},
        {"the stream stops",
         {"stream.whole"},
         [](const q& r, a& to) {
             if (!chat_stream(r, to)) return;
             to.body.resize(to.body.size() / 2);
             to.whole = false;
             to.stalls = true;
         },
         "models,chat,stream"},
        {"a content coding of a plain answer",
         {"chat.no_coding"},
         [](const q& r, a& to) {
             if (!plain_chat(r, to)) return;
             set(to, "Content-Encoding", "gzip");
             to.body = "\x1f\x8b\x08 and so on";
         },
         "models,chat,usage"},
        {"a content coding of a stream",
         {"stream.no_coding"},
         [](const q& r, a& to) {
             if (!chat_stream(r, to)) return;
             set(to, "Content-Encoding", "gzip");
             to.body = "\x1f\x8b\x08 and so on";
         },
         "models,chat,usage,stream"},
        {"a second finish reason",
         {"chunk.finish_reason"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && !r.has(R"("n":2)")) {
                 replace_last(to.body, R"("finish_reason":null)", R"("finish_reason":"stop")");
             }
         },
         "models,chat,usage,chunk.finish_reason,chunk.schema,chunk.index"},
        {"an id that changes",
         {"chunk.id_constant"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace_last(to.body, "chatcmpl-", "chatcmpl-x");
         }},
        {"chunks of another object",
         {"chunk.object"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "chat.completion.chunk", "chat.completion");
         }},
        {"chunks without an index",
         {"chunk.schema"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && !r.has(R"("n":2)"))
                 replace(to.body, R"("choices":[{"index":0,)", R"("choices":[{)");
         },
         "models,chat,usage,stream"},
        {"no role",
         {"chunk.role_first"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, R"("role":"assistant",)", "");
         }},
        {"no finish reason in the stream",
         {"chunk.finish_reason"},
         [](const q& r, a& to) {
             if (chat_stream(r, to) && !r.has(R"("n":2)"))
                 replace(to.body, R"("finish_reason":"stop")", R"("finish_reason":null)");
         }},
        {"a whole message in a chunk",
         {"chunk.no_message"},
         [](const q& r, a& to) {
             if (chat_stream(r, to))
                 replace(to.body, R"("delta":{"content")",
                         R"("message":{"role":"assistant"},"delta":{"content")");
         }},
        {"half a character",
         {"chunk.characters"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "\xf0\x9f\x98\x80", "\xef\xbf\xbd");
         },
         "chunk.characters,chunk.pieces,chunk.index,models"},
        {"another text than the plain answer",
         {"chunk.like_plain"},
         [](const q& r, a& to) {
             if (chat_stream(r, to)) replace(to.body, "five", "fife");
         }},
        {"an object as arguments",
         {"tools.arguments"},
         [](const q& r, a& to) {
             if (plain_chat(r, to) && to.body.find("tool_calls") != to.body.npos) {
                 const std::size_t at = to.body.find(R"("arguments":")");
                 const std::size_t end = to.body.find("}\"", at);
                 if (at == to.body.npos || end == to.body.npos) return;
                 std::string json = to.body.substr(at + 13, end + 1 - at - 13);
                 replace(json, "\\\"", "\"");
                 to.body.replace(at, end + 2 - at, R"("arguments":)" + json);
             }
         },
         "models,tools.arguments,tools.arguments_fit,tools.name,tools.id,stream"},
        {"the id of each call is 0",
         {"tools.fresh_id"},
         [](const q& r, a& to) {
             if (!plain_chat(r, to)) return;
             const std::size_t at = to.body.find(R"("id":"call_)");
             if (at != to.body.npos)
                 to.body.replace(at + 6, to.body.find('"', at + 6) - at - 6, "call_0");
         }},
        {"a call although none is allowed",
         {"tools.none"},
         [](const q& r, a& to) {
             if (plain_chat(r, to) && r.has(R"("tool_choice":"none")")) {
                 replace(
                     to.body, R"("role":"assistant")",
                     R"("role":"assistant","tool_calls":[{"id":"a","type":"function","function":{"name":"time","arguments":"{}"}}])");
             }
         }},
        {"pieces of calls without an index",
         {"tools.stream_index"},
         [](const q& r, a& to) {
             if (chat_stream(r, to))
                 replace(to.body, R"("tool_calls":[{"index":0,)", R"("tool_calls":[{)");
         }},
        {"the id of a call comes again",
         {"tools.stream_id"},
         [](const q& r, a& to) {
             if (chat_stream(r, to))
                 replace(to.body, R"("tool_calls":[{"index":0,"function")",
                         R"("tool_calls":[{"index":0,"id":"call_x","function")");
         }},
        {"echo is ignored",
         {"completions.echo"},
         [](const q& r, a& to) {
             if (r.is("POST", "/completions") && r.has(R"("echo":true)"))
                 replace(to.body, R"("text":"one two three )", R"("text":")", false);
         }},
        {"no [DONE] of completions",
         {"completions.stream_done"},
         [](const q& r, a& to) {
             if (r.is("POST", "/completions")) replace(to.body, "data: [DONE]\n\n", "");
         }},
        {"embeddings of other numbers in base64",
         {"embeddings.base64"},
         [](const q& r, a& to) {
             const std::size_t at = to.body.find(R"("embedding":")");
             if (r.is("POST", "/embeddings") && at != to.body.npos)
                 to.body.replace(at + 13, 8, "AACAPwAA");
         }},
        {"embeddings out of order",
         {"embeddings.inputs"},
         [](const q& r, a& to) {
             if (r.is("POST", "/embeddings") && r.has("three\"]"))
                 replace(to.body, R"("index":2)", R"("index":0)");
         }},
        {"dimensions are ignored",
         {"embeddings.dimensions"},
         [](const q& r, a& to) {
             if (r.is("POST", "/embeddings") && r.has("dimensions"))
                 replace(to.body, R"("embedding":[)", R"("embedding":[0.5,)");
         }},
        {"a response without usage",
         {"responses.usage"},
         [](const q& r, a& to) {
             if (response(r, to)) replace(to.body, R"("usage":)", R"("usages":)");
         }},
        {"sequence numbers that stay",
         {"responses.stream_sequence"},
         [](const q& r, a& to) {
             if (response_stream(r, to))
                 replace(to.body, R"("sequence_number":3)", R"("sequence_number":2)");
         }},
        {"events without names",
         {"responses.stream_names"},
         [](const q& r, a& to) {
             if (!response_stream(r, to)) return;
             for (std::size_t at = 0; (at = to.body.find("event: ", at)) != to.body.npos;) {
                 to.body.erase(at, to.body.find('\n', at) + 1 - at);
             }
         }},
        {"the response has no end",
         {"responses.stream_order"},
         [](const q& r, a& to) {
             if (response_stream(r, to)) to.body.erase(to.body.rfind("event: "));
         }},
        {"the item is never done",
         {"responses.stream_items"},
         [](const q& r, a& to) {
             const std::size_t at = to.body.find("event: response.output_item.done");
             if (!response_stream(r, to) || at == to.body.npos) return;
             replace(to.body, "response.output_item.done", "response.output_item.more");
         }},
        {"[DONE] after a response",
         {"responses.stream_end"},
         [](const q& r, a& to) {
             if (response_stream(r, to)) to.body += "data: [DONE]\n\n";
         }},
        {"errors as a text",
         {"error.object"},
         [](const q&, a& to) {
             if (to.status >= 400) to.body = R"({"error":"no"})";
         }},
        {"errors as HTML",
         {"error.json"},
         [](const q&, a& to) {
             if (to.status >= 400) to.body = "<html>no</html>";
         }},
        {"errors without `code`",
         {"error.code"},
         [](const q&, a& to) {
             if (to.status >= 400) replace(to.body, R"("code":)", R"("codes":)");
         }},
        {"errors as text/plain",
         {"error.media_type"},
         [](const q& r, a& to) {
             if (to.status >= 400 && !r.streams()) set(to, "Content-Type", "text/plain");
         }},
        {"500 for JSON that ends early",
         {"error.bad_json"},
         [](const q& r, a& to) {
             if (r.chat() && r.body.ends_with("[")) fail(to);
         }},
        {"any temperature is accepted",
         {"error.temperature_range"},
         [](const q& r, a& to) {
             if (r.has(R"("temperature":7)")) to.status = 200;
         }},
        {"200 for an unknown path",
         {"error.unknown_path"},
         [](const q& r, a& to) {
             if (r.path.starts_with("/no/such")) to.status = 200;
         }},
        {"405 without Allow",
         {"error.allow"},
         [](const q&, a& to) {
             if (to.status == 405) to.fields.remove("Allow");
         }},
        {"500 for deep JSON",
         {"limit.deep"},
         [](const q& r, a& to) {
             if (r.has("[[[[[[[[")) fail(to);
         },
         "models,chat,limit"},
        {"closed on NUL",
         {"limit.nul"},
         [](const q& r, a& to) {
             if (r.has(R"(a\u0000b)")) to.close = true;
         },
         "models,chat,limit"},
        {"no Date", {"wire.date"}, [](const q&, a& to) { to.fields.remove("Date"); }},
        {"a field with a bare LF",
         {"wire.fields"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models") && to.status == 200) {
                 to.raw =
                     "HTTP/1.1 200 OK\nContent-Type: application/json\r\nDate: "
                     "now\r\nContent-Length: " +
                     std::to_string(to.body.size()) + "\r\n\r\n" + to.body;
             }
         }},
        {"two lengths",
         {"wire.length"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models") && to.status == 200) {
                 to.raw =
                     "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nDate: "
                     "now\r\nContent-Length: 1\r\n"
                     "Content-Length: " +
                     std::to_string(to.body.size()) + "\r\n\r\n" + to.body;
             }
         }},
        {"a chunk without its line end",
         {"wire.chunks"},
         [](const q& r, a& to) {
             if (!chat_stream(r, to) || !to.chunked) return;
             char size[32];
             std::snprintf(size, sizeof size, "%zx\r\n", to.body.size());
             to.raw =
                 "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nDate: now\r\n"
                 "Transfer-Encoding: chunked\r\n\r\n" +
                 (size + to.body) + "\n0\r\n\r\n";
         },
         "models,chat,usage,stream,wire"},
        {"bytes after an answer",
         {"wire.close"},
         [](const q& r, a& to) {
             if (r.is("GET", "/models") && to.fields.value("Connection") == "close")
                 to.behind = "more";
         }},
    };
    return all;
}

conform::settings settings_for(const std::string& base_url) {
    conform::settings how;
    how.url = *oaiwire::http::parse_base_url(base_url);
    how.within.timeout_ms = 10'000;
    return how;
}

std::set<std::string> named(const conform::report& in) {
    std::set<std::string> out;
    for (const auto& [check, verdict] : in.results) {
        if (verdict.is == conform::outcome::deviation) out.emplace(check.id);
    }
    return out;
}

std::string text_of(const std::set<std::string>& names) {
    std::string out;
    for (const auto& one : names) out += one + ' ';
    return out;
}

TEST_CASE("conform names each planted deviation by the check that is about it, and no other") {
    support::serve_program server("beast");
    if (!server.started()) return;
    support::planted_dialer dialer(server.base_url());
    for (const planted& one : switches()) {
        dialer.plant(one.change);
        conform::context in(dialer, settings_for(server.base_url()));
        std::string only(one.only.empty() ? "models,chat,usage,rate,stream,tools" : one.only);
        for (const auto id : one.named) {
            only.append(",").append(id);
            if (one.only.empty()) only.append(",").append(id.substr(0, id.find('.')));
        }
        const auto found = named(run_checks(in, only));
        INFO(one.what);
        INFO("found: " << text_of(found));
        CHECK(found == std::set<std::string>(one.named.begin(), one.named.end()));
    }
}

TEST_CASE("conform reports nothing about serve, over each of its HTTP stacks") {
    support::on_each_stack([](const support::serve_program& server) {
        support::planted_dialer dialer(server.base_url());
        conform::context in(dialer, settings_for(server.base_url()));
        const conform::report report = run_checks(in, "");
        INFO(conform::as_text(report, false, false));
        CHECK(named(report).empty());
        CHECK(report.count(conform::outcome::failed) == 0);
        CHECK(report.results.size() > 250);
        CHECK(report.count(conform::outcome::skipped) < 12);
    });
}

TEST_CASE("conform makes no deviation of a server without an operation") {
    support::serve_program server("beast");
    if (!server.started()) return;
    support::planted_dialer dialer(server.base_url());
    dialer.plant([](const planted_request& q, planted_reply& a) {
        if (q.path.starts_with("/responses") || q.path == "/embeddings" ||
            q.path == "/completions") {
            a.status = 404;
            a.chunked = false;
            a.body = R"({"error":{"message":"no","type":"not_found","param":null,"code":null}})";
            set(a, "Content-Type", "application/json");
        }
    });
    conform::context in(dialer, settings_for(server.base_url()));
    const conform::report report = run_checks(in, "completions,embeddings,responses,error");
    INFO(conform::as_text(report, false, false));
    CHECK(named(report).empty());
    CHECK(report.count(conform::outcome::skipped) > 50);
}

// Connections on which `text` comes, again and again if it is endless, and then nothing.
class scripted_dialer : public conform::dialer {
public:
    scripted_dialer(std::string text, bool endless) : text_(std::move(text)), endless_(endless) {}
    int connections() const { return connections_; }
    std::unique_ptr<conform::connection> connect(std::int64_t, std::string&) override {
        ++connections_;
        return std::make_unique<one>(text_, endless_);
    }

private:
    class one : public conform::connection {
    public:
        one(std::string text, bool endless) : text_(std::move(text)), endless_(endless) {}
        bool send(std::string_view, std::int64_t) override { return true; }
        conform::receipt receive(std::string& to, std::size_t most, std::int64_t) override {
            if (at_ == text_.size() && !endless_) return conform::receipt::late;
            if (at_ == text_.size()) to += "data: {}\n\n" + std::string(16000, ':') + "\n";
            const std::size_t n = (std::min)(most, text_.size() - at_);
            to.append(text_, at_, n);
            at_ += n;
            return conform::receipt::bytes;
        }

    private:
        std::string text_;
        bool endless_;
        std::size_t at_ = 0;
    };
    std::string text_;
    bool endless_;
    int connections_ = 0;
};

TEST_CASE("conform gives a silent server up, and says of no check that it deviates") {
    scripted_dialer dialer("", false);
    conform::context in(dialer, settings_for("http://127.0.0.1:1/v1"));
    const conform::report report = run_checks(in, "");
    INFO(conform::as_text(report, false, false));
    CHECK(named(report).empty());
    CHECK(report.count(conform::outcome::failed) > 100);
    CHECK(dialer.connections() < 10);
}

TEST_CASE("conform reads a bounded part of an endless answer") {
    scripted_dialer dialer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n", true);
    conform::context in(dialer, settings_for("http://127.0.0.1:1/v1"));
    const conform::answer& a = in.get("/models");
    CHECK(a.end == conform::answer_end::endless);
    CHECK(a.raw.size() <= 65536);
    CHECK(a.body.size() <= 65536);
    CHECK(run_checks(in, "models,chat,stream").count(conform::outcome::passed) == 0);
    CHECK(dialer.connections() < 10);
}

TEST_CASE("reports of conform hide the key and show no byte of a server as it is") {
    conform::settings how = settings_for("http://127.0.0.1:1/v1");
    how.key = oaiwire::secret{"the-key\"1"};
    // the key is cut by the end of the excerpt, too
    std::string body =
        "{\"error\":{\"message\":\"<b>\x1b[31m the-key\\\"1 \xff & \xe2\x80\xae done\"}}";
    body.resize(94, ' ');
    body += "the-key\"1 and more";
    scripted_dialer dialer(
        "HTTP/1.1 500 Oh\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body,
        false);
    conform::context in(dialer, how);
    conform::report report = run_checks(in, "models,chat.answer");
    report.url = "http://<host>/v1";
    REQUIRE(!named(report).empty());
    for (const std::string& text : {conform::as_text(report, false, true), conform::as_json(report),
                                    conform::as_html(report)}) {
        INFO(text);
        CHECK(text.find("the-k") == text.npos);
        CHECK(text.find("[key]") != text.npos);
        CHECK(text.find('\x1b') == text.npos);
        CHECK(text.find('\xff') == text.npos);
    }
    CHECK(conform::as_html(report).find("<b>") == std::string::npos);
    CHECK(conform::as_html(report).find("&lt;host&gt;") != std::string::npos);
    CHECK(conform::as_text(report, true, true).find("\x1b[31m") != std::string::npos);
    const std::string again = conform::as_json(report);
    REQUIRE(oaiwire::json_view::checked(again).exists());
    CHECK(oaiwire::json_view(again)["format_version"].text() == "1");
}

std::string response_with(std::string_view body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

TEST_CASE("reports of conform hide a key that a server sends as a name of a model") {
    conform::settings how = settings_for("http://127.0.0.1:1/v1");
    how.model.clear();
    how.key = oaiwire::secret{"the-key"};
    scripted_dialer dialer(response_with(R"({"object":"list","data":[{"id":"\u001b\u2066the-key"},)"
                                         R"({"id":"the-key"}]})"),
                           false);
    conform::context in(dialer, how);
    conform::report report = run_checks(in, "models,chat.answer");
    report.client.push_back({"models", false, "\x1b[31m\xe2\x81\xa6"});
    REQUIRE(named(report).count("models.retrieve") == 1);
    for (const std::string& text : {conform::as_text(report, false, true), conform::as_json(report),
                                    conform::as_html(report)}) {
        INFO(text);
        CHECK(text.find("the-key") == text.npos);
        CHECK(text.find("[key]") != text.npos);
        CHECK(text.find('\x1b') == text.npos);
    }
    CHECK(conform::as_text(report, false, true).find("\xe2\x81\xa6") == std::string::npos);
    CHECK(conform::as_html(report).find("\xe2\x81\xa6") == std::string::npos);
}

// A pass over the whole answer for each finding would take hours.
TEST_CASE("conform reads an answer of 2 MB with a hundred thousand deviations") {
    conform::settings how = settings_for("http://127.0.0.1:1/v1");
    how.key = oaiwire::secret{"the-key"};
    std::string body = R"({"choices":[)";
    for (int i = 0; i != 100'000; ++i) body += R"({"index":"x"},)";
    body += "{}]";
    for (int i = 0; i != 50'000; ++i) body += ",\"" + std::to_string(i % 40'000) + "\":1";
    scripted_dialer dialer(response_with(body + '}'), false);
    conform::context in(dialer, how);
    CHECK(named(run_checks(in, "chat.schema,chat.duplicates")) ==
          std::set<std::string>{"chat.schema", "chat.duplicates"});
}

TEST_CASE("conform keeps a bounded part of all answers together") {
    const std::string body =
        R"({"object":"list","data":[],"x":")" + std::string(1'900'000, 'x') + "\"}";
    scripted_dialer dialer(response_with(body), false);
    conform::context in(dialer, settings_for("http://127.0.0.1:1/v1"));
    const conform::report report = run_checks(in, "models,chat,limit");
    std::size_t kept = 0;
    for (const conform::answer* a : in.answers()) kept += a->raw.size() + a->body.size();
    CHECK(in.answers().size() > 40);
    CHECK(kept < (std::size_t{80} << 20));
    // that says nothing about the server
    CHECK(conform::as_json(report).find("more bytes came") == std::string::npos);
    CHECK(conform::as_json(report).find("too large together") != std::string::npos);
}

TEST_CASE("docs/conform.md lists the checks of conform as --list does") {
    std::ifstream file(OAIWIRE_TEST_DATA "/../docs/conform.md");
    std::vector<std::string> rows, due;
    bool begun = false;
    for (std::string line; std::getline(file, line);) {
        begun = begun || line == "## The checks";
        if (begun && line.starts_with("| `") && line.find("` | ") != line.npos &&
            line.find('.') < line.find("` | ")) {
            rows.push_back(line);
        }
    }
    std::set<std::string_view> ids;
    for (const conform::check& c : conform::all_checks()) {
        due.push_back("| `" + std::string(c.id) + "` | " + std::string(c.expects) + " | " +
                      std::string(c.source) + " | " + std::string(c.quirks) + " |");
        CHECK(ids.insert(c.id).second);
    }
    CHECK(rows == due);
}

TEST_CASE("the program conform ends with 0, 1 or 2, and writes its reports") {
    support::serve_program server("beast", {"--key", "secret-of-serve"});
    if (!server.started()) return;
    const std::string program = OAIWIRE_TEST_EXAMPLES "/conform";
    const auto run = [&](std::vector<std::string> more, std::vector<std::string> variables) {
        more.insert(more.begin(), program);
        support::program one(std::move(more), std::move(variables));
        const int status = one.wait();
        CHECK(one.out().find("secret-of-serve") == std::string::npos);
        return status;
    };
    const std::string url = server.base_url();
    const std::vector<std::string> key{"CONFORM_KEY=secret-of-serve"};
    CHECK(run({"--url", url, "--key-env", "CONFORM_KEY", "--timeout", "5000"}, key) == 0);
    CHECK(run({"--url", url, "--only", "models"}, {}) != 0);  // the key is missing
    CHECK(run({"--url", "http://127.0.0.1:1/v1"}, {}) == 2);
    CHECK(run({"--url", url, "--only", "nothing"}, {}) == 2);
    CHECK(run({"--url", url, "--key-env", "NOT_SET"}, {}) == 2);
    CHECK(run({"--list"}, {}) == 0);
    CHECK(run({}, {}) == 2);
}

}  // namespace conform_tests
