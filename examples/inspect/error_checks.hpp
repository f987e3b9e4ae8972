// Recognises errors in all the shapes in which servers send them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/json/text/view.hpp>

#include "finding.hpp"
#include "located.hpp"
#include "server_clues.hpp"

namespace inspect {

class error_checks {
public:
    error_checks(finding_list& found, clue_list& clues) : found_(found), clues_(clues) {}

    // Whether the payload reports an error; its shape is then a finding. `in_stream`: as an event.
    bool look(const located& in, oaiwire::json_view v, bool in_stream) {
        if (v.is_array()) return look_at_list(in, v);
        if (!v.is_object()) return false;
        const auto error = v["error"];
        const bool choices = v["choices"].is_array() && !v["choices"].empty();
        const place where = error.exists() ? in.at(start_of(error)) : in.at(start_of(v));
        if (v["type"].text() == "\"error\"") {
            found_.add("typed_error", in.at(v["type"].text()), "type", message_of(error, v));
            if (error["type"].text() == "\"overloaded_error\"") {
                clues_.add("Anthropic-compatible", 4, "the error `overloaded_error`");
            }
            return true;
        }
        if (says_something(error)) {
            // the error of a response is a member of its own
            if (v["object"].text() == "\"response\"") return false;
            found_.add(choices     ? "error_beside_choices"
                       : in_stream ? "error_in_stream"
                                   : shape_of(v, error),
                       where, "error", message_of(error, v));
            if (in_stream && !choices && !error.is_object()) {
                found_.add(shape_of(v, error), where, "error");
            }
            look_inside(in, v, error);
            return true;
        }
        if (error.exists() && !v["object"].exists()) {
            found_.add("empty_error", where, "error");
        } else if (error.exists() && v["object"].text() != "\"response\"") {
            found_.add("empty_error", where, "error");
        }
        if (choices) return false;
        return look_at_flat(in, v);
    }

private:
    static std::string_view start_of(oaiwire::json_view v) {
        const bool open = v.is_object() || v.is_array();
        return v.text().substr(0, open ? 1 : v.text().size());
    }
    static bool says_something(oaiwire::json_view v) {
        if (!v.exists() || v.is_null() || v.text() == "false" || v.text() == "\"\"") return false;
        return !(v.is_object() || v.is_array()) || !v.empty();
    }
    static std::string message_of(oaiwire::json_view error, oaiwire::json_view around) {
        if (error.is_array()) error = error.first();
        if (!error.is_object()) return excerpt(error.text_or_json(), 120);
        for (const std::string_view name : {"message", "Message", "msg", "detail"}) {
            if (error[name].exists()) return excerpt(error[name].text_or_json(), 120);
        }
        return excerpt(around["message"].text_or_json(), 120);
    }

    // The name of the finding for a body with a member `error`.
    static std::string_view shape_of(oaiwire::json_view v, oaiwire::json_view error) {
        if (error.is_array()) return "error_list";
        if (error.is_object()) return "error_object";
        const auto code = v["code"].string();
        return code && code->find(' ') != std::string::npos ? "error_sentence" : "error_text";
    }

    void look_inside(const located& in, oaiwire::json_view v, oaiwire::json_view error) {
        if (v["error_type"].is_string()) clues_.add("TGI", 5, "`error_type` beside `error`");
        if (!error.is_object() && v["code"].is_string()) {
            clues_.add("xAI", 4, "an error as text with a sentence for a code");
        }
        if (v["status"].is_number()) {
            found_.add("error_status_beside", in.at(v["status"].text()), "status");
            clues_.add("R9S", 3, "`status` beside `error`");
        }
        if (v["success"].exists()) clues_.add("Cloudflare", 4, "`success` beside `error`");
        if (!error.is_object()) return;
        add_clues(clues_, clue_place::error, error);
        look_at_members(in, error, "error.");
        if (error["type"].text() == "\"exceed_context_size_error\"") {
            clues_.add("llama.cpp", 5, "the error `exceed_context_size_error`");
        }
        if (const auto type = error["type"].string(); type && type->ends_with("Error")) {
            clues_.add("vLLM", 2, "an error type such as `BadRequestError`");
        }
    }
    // The members of an error, at the top or inside `error`.
    void look_at_members(const located& in, oaiwire::json_view error, const std::string& path) {
        const auto code = error["code"];
        if (code.is_number()) found_.add("error_code_type", in.at(code.text()), path + "code");
        const auto message = error["message"];
        if (const auto text = message.string()) {
            if (text->starts_with('{')) {
                found_.add("error_inside_text", in.at(message.text()), path + "message");
            }
            if (text->starts_with("litellm.")) clues_.add("LiteLLM", 6, "a message `litellm.`");
        }
        for (const std::string_view name : {"type", "param", "code"}) {
            if (error[name].text() == "\"None\"") {
                found_.add("error_none", in.at(error[name].text()), path + std::string(name));
                clues_.add("LiteLLM", 2, "the text \"None\" for no value");
            }
        }
    }

    bool look_at_list(const located& in, oaiwire::json_view list) {
        const auto error = list.first()["error"];
        if (!error.is_object()) return false;
        found_.add("error_in_list", in.at(list.text().substr(0, 1)), "[0].error",
                   message_of(error, error));
        look_at_members(in, error, "[0].error.");
        if (error["status"].is_string()) {
            clues_.add("Gemini", 5, "an error in a list, with a status in words");
        }
        return true;
    }

    // Errors that have no member `error`.
    bool look_at_flat(const located& in, oaiwire::json_view v) {
        const place where = in.at(start_of(v));
        const auto add = [&](std::string_view name, std::string_view path,
                             oaiwire::json_view said) {
            found_.add(name, said.exists() ? in.at(start_of(said)) : where, path,
                       message_of(said, v));
            return true;
        };
        const auto is = [&](std::string_view name) { return says_something(v[name]); };
        if (is("error_type") || is("error_message")) {
            return add("error_members", "error_message", v["error_message"]);
        }
        if (v["errors"].is_array() && !v["errors"].empty()) {
            if (v["success"].exists()) clues_.add("Cloudflare", 4, "`success` beside `errors`");
            return add("error_list", "errors", v["errors"]);
        }
        if (v["object"].text() == "\"error\"") {
            clues_.add("vLLM", 2, "`object` is \"error\"");
            clues_.add("SGLang", 2, "`object` is \"error\"");
            clues_.add("Mistral", 2, "`object` is \"error\"");
            look_at_members(in, v, "");
            return add("error_named", "object", v["message"]);
        }
        if (v["object"].exists() || v["choices"].exists() || v["data"].exists()) return false;
        if (is("title") && is("status")) return add("error_problem", "detail", v["detail"]);
        if (is("detail")) {
            clues_.add("FastAPI", 4, "an error called `detail`");
            return add("error_detail", "detail", v["detail"]);
        }
        if (is("fault") || is("base_resp")) return add("error_problem", "", {});
        if (v["success"].text() == "false" && is("msg")) {
            return add("error_flat", "msg", v["msg"]);
        }
        const bool named = v["message"].is_string() || v["Message"].is_string();
        const bool told = is("code") || is("type") || is("statusCode") || is("error_code") ||
                          is("request_id") || v["Message"].is_string();
        std::size_t members = 0;
        v.each([&](std::string_view, oaiwire::json_view) { return ++members < 8; });
        if (named && (told || members == 1)) {
            if (is("statusCode")) clues_.add("Azure OpenAI", 3, "`statusCode` and `message`");
            if (is("error_code")) clues_.add("Databricks", 4, "`error_code` and `message`");
            if (is("request_id")) {
                clues_.add("DashScope", is("code") ? 4 : 3, "`request_id` beside `message`");
                clues_.add("Mistral", is("code") ? 1 : 3, "`request_id` beside `message`");
            }
            if (v["Message"].exists()) clues_.add("AWS Bedrock", 4, "`Message` with a capital");
            look_at_members(in, v, "");
            return add("error_flat", "message",
                       v["message"].exists() ? v["message"] : v["Message"]);
        }
        return false;
    }

    finding_list& found_;
    clue_list& clues_;
};

}  // namespace inspect
