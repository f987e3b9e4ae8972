// The payloads of a stream, or the JSON texts of a body: what is wrong with each, and with all of
// them together.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/body/payload.hpp>
#include <oaiwire/json/text/view.hpp>

#include "choice_checks.hpp"
#include "error_checks.hpp"
#include "event_scan.hpp"
#include "finding.hpp"
#include "json_checks.hpp"
#include "located.hpp"
#include "response_checks.hpp"
#include "schema_checks.hpp"
#include "server_clues.hpp"
#include "topics.hpp"

namespace inspect {

inline std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(blank) + 1 - first);
}

class payload_checks {
public:
    payload_checks(finding_list& found, clue_list& clues, topic about, bool streamed)
        : found_(found),
          clues_(clues),
          about_(about),
          streamed_(streamed),
          json_(found),
          errors_(found, clues),
          choices_(found, clues, streamed),
          responses_(found, about == topic::responses) {}

    // The data of an event, or of a line; `event` is null where there is none. The bytes of `in`
    // that JSON does not allow are replaced.
    void look(located& in, const scanned_event* event) {
        std::string_view text = trimmed(in.text);
        if (text.empty()) {
            found_.add("empty_data", event ? event->at : in.all());
            return;
        }
        if (text.starts_with("data:")) {
            found_.add("doubled_prefix", in.at(text.substr(0, 5)));
            text = trimmed(text.substr(5));
        }
        if (done_) {
            found_.add("after_done", in.at(text));
            return;
        }
        if (oaiwire::is_done(text)) return take_done(in, text, event);
        if (event && event->name == "error") {
            found_.add("error_event", event->name_at, {}, excerpt(text, 120));
            clues_.add("LM Studio", 3, "an event named `error`");
            failed_ = true;
        } else if (event && !event->name.empty() &&
                   (about_ == topic::chat || about_ == topic::completions)) {
            found_.add(event->name == "ping" ? "ping" : "event_name", event->name_at, {},
                       excerpt(event->name));
        }
        replace_bad_bytes(in, found_);  // keeps `text` in place
        for (;;) {
            const std::size_t size = oaiwire::first_of_several(text);
            if (size == 0) break;
            one(in, text.substr(0, size), event);
            const std::string_view rest = text.substr(size);
            text = trimmed(rest);
            const bool lines =
                event && event->data_lines > 1 &&
                rest.substr(0, rest.size() - text.size()).find('\n') != std::string_view::npos;
            found_.add(lines ? "no_blank_line" : "glued_json", in.at(text.substr(0, 1)));
            if (text.starts_with("data:")) text = trimmed(text.substr(5));
        }
        one(in, text, event);
    }
    // Call behind the last payload. `cut`: the answer is not complete.
    void finish(bool cut) {
        json_.finish();
        if (about_ == topic::chat || about_ == topic::completions) choices_.finish(cut, failed_);
    }
    bool done() const { return done_; }
    // Whether an error came.
    bool failed() const { return failed_; }

private:
    void take_done(const located& in, std::string_view text, const scanned_event* event) {
        done_ = true;
        const bool odd =
            text != "[DONE]" || in.text.size() != text.size() || (event && !event->name.empty());
        if (odd) found_.add("odd_done", in.at(text));
        if (failed_) found_.add("done_after_error", in.at(text));
    }

    // One JSON text.
    void one(located& in, std::string_view text, const scanned_event* event) {
        if (oaiwire::is_done(text)) return take_done(in, text, event);
        const bool cut_event = event && !event->ended;
        finding_list ignored;
        if (!check_json(in, text, cut_event ? ignored : found_)) {
            if (cut_event) found_.add("cut_event", event->at);
            return;
        }
        const oaiwire::json_view v(text);
        json_.look(in, v);
        if (streamed_ && v.is_array() && v.first().is_object()) {
            found_.add("json_list", in.at(text.substr(0, 1)));
            if (errors_.look(in, v, true)) {
                failed_ = true;
                return;
            }
            v.each([&](std::string_view, oaiwire::json_view element) {
                object(in, element, event);
                return true;
            });
            return;
        }
        object(in, v, event);
    }

    void object(const located& in, oaiwire::json_view v, const scanned_event* event) {
        const std::string_view start =
            v.text().substr(0, v.is_object() || v.is_array() ? 1 : v.text().size());
        if (v.is_array() && !streamed_) {
            if (errors_.look(in, v, false)) {
                failed_ = true;
            } else {
                found_.add("bare_list", in.at(start));
            }
            return;
        }
        if (!v.is_object()) {
            found_.add("scalar_payload", in.at(start));
            return;
        }
        if (v["type"].text() == "\"ping\"" || (event && event->name == "ping")) {
            found_.add("ping", in.at(start));
            return;
        }
        if (v.empty()) {
            found_.add("empty_payload", in.at(start));
            return;
        }
        if (errors_.look(in, v, streamed_)) {
            failed_ = true;
            const bool also = v["choices"].is_array() && !v["choices"].empty();
            if (!also && about_ != topic::responses) return;
        }
        if (look_at_others(in, v, start)) return;
        if (about_ == topic::chat || about_ == topic::completions) {
            choices_.look(in, v);
        } else if (about_ == topic::responses && !streamed_) {
            look_at_response(in, v);
        } else if (about_ == topic::responses || about_ == topic::images ||
                   about_ == topic::speech || about_ == topic::transcripts) {
            if (streamed_) responses_.look(in, v, event);
        } else if (about_ == topic::models) {
            look_at_models(in, v);
        } else if (about_ == topic::embeddings) {
            look_at_embeddings(in, v);
        }
        if (const auto* due = schema()) schema_checks(in, found_).look(v, *due);
    }

    // Bodies of protocols that are none of OpenAI's.
    bool look_at_others(const located& in, oaiwire::json_view v, std::string_view start) {
        const bool ours = v["choices"].exists() || v["object"].exists() || v["type"].exists() ||
                          v["usage"].exists() || v["data"].exists();
        if (ours) return false;
        if (v["result"].exists() && v["success"].exists()) {
            clues_.add("Cloudflare", 6, "a body with `result` and `success`");
        } else if (v["response"].is_string() && v["p"].exists()) {
            clues_.add("Cloudflare", 6, "a body with `response` and `p`");
        } else if (v["done"].exists() && (v["message"].exists() || v["response"].exists())) {
            clues_.add("Ollama", 6, "its own protocol, with `done`");
        } else if (about_ != topic::chat && about_ != topic::completions) {
            return false;
        } else if (v["id"].exists() || v["prompt_filter_results"].exists()) {
            return false;
        }
        found_.add("other_protocol", in.at(start), {}, excerpt(v.text()));
        return true;
    }

    void look_at_response(const located& in, oaiwire::json_view v) {
        const auto status = v["status"];
        if (status.text() == "\"failed\"") {
            found_.add("failed_response", in.at(status.text()), "status",
                       excerpt(v["error"]["message"].text_or_json()));
            failed_ = true;
        } else if (status.text() == "\"incomplete\"") {
            found_.add("incomplete_response", in.at(status.text()), "status",
                       excerpt(v["incomplete_details"]["reason"].text_or_json()));
        }
    }
    void look_at_models(const located& in, oaiwire::json_view v) {
        if (v["data"].is_null()) {
            found_.add("null_list", in.at(v["data"].text()), "data");
            clues_.add("Ollama", 3, "a list of models that is null");
        }
        v["data"].each([&](std::string_view, oaiwire::json_view model) {
            if (const auto owner = model["owned_by"].string()) {
                add_clues(clues_, clue_place::model, *owner);
            }
            if (model["max_model_len"].exists())
                clues_.add("vLLM", 3, "`max_model_len` of a model");
            return true;
        });
    }
    void look_at_embeddings(const located& in, oaiwire::json_view v) {
        if (v["data"].is_null()) found_.add("null_list", in.at(v["data"].text()), "data");
        std::size_t i = 0;
        v["data"].each([&](std::string_view, oaiwire::json_view element) {
            const auto vector = element["embedding"];
            if (vector.is_string()) {
                found_.add("embedding_base64", in.at(vector.text().substr(0, 1)),
                           "data[" + std::to_string(i) + "].embedding");
            }
            ++i;
            return true;
        });
    }

    // What OpenAI's document says of a payload; null if it says nothing.
    const oaiwire::json::document_schema* schema() const {
        using enum oaiwire::response_kind;
        const auto of = [](oaiwire::response_kind kind) {
            return schema_of(oaiwire::document::openai, kind);
        };
        switch (about_) {
            case topic::chat:
                return of(streamed_ ? chat_completion_chunk : chat_completion);
            case topic::completions:
                return of(streamed_ ? completion_chunk : completion);
            case topic::responses:
                return of(streamed_ ? response_event : response);
            case topic::images:
                return of(streamed_ ? image_event : images);
            case topic::models:
                return of(models);
            case topic::embeddings:
                return of(embeddings);
            default:
                return nullptr;
        }
    }

    finding_list& found_;
    clue_list& clues_;
    topic about_;
    bool streamed_;
    json_checks json_;
    error_checks errors_;
    choice_checks choices_;
    response_checks responses_;
    bool done_ = false;
    bool failed_ = false;
};

}  // namespace inspect
