// Checks of chat and text completions: their chunks, over a whole stream, and whole responses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/json/text/view.hpp>

#include "finding.hpp"
#include "located.hpp"
#include "server_clues.hpp"
#include "tool_call_checks.hpp"
#include "usage_checks.hpp"

namespace inspect {

class choice_checks {
public:
    // `streamed`: chunks, and not one response.
    choice_checks(finding_list& found, clue_list& clues, bool streamed)
        : found_(found), clues_(clues), usage_(found, clues), streamed_(streamed) {}

    // One payload, an object.
    void look(const located& in, oaiwire::json_view v) {
        last_ = in.at(v.text().substr(0, 1));
        add_clues(clues_, clue_place::top, v);
        look_at_top(in, v);
        usage_.look(in, v, streamed_);
        const auto choices = v["choices"];
        if (!choices.is_array()) {
            found_.add("no_choices", choices.exists() ? in.at(choices.text()) : last_, "choices");
            return;
        }
        std::map<std::string, std::size_t> indices;
        std::size_t position = 0;
        choices.each([&](std::string_view, oaiwire::json_view choice) {
            if (choice.is_object()) {
                const std::string path = "choices[" + std::to_string(position) + "]";
                const auto index = choice["index"];
                const std::string key(index.is_number() ? index.text() : std::to_string(position));
                const bool twice = streamed_ && indices[key]++ != 0;
                const bool unnamed = position != 0 && !index.is_number();
                if (twice || unnamed) {
                    found_.add("split_choices", in.at(choice.text().substr(0, 1)), path);
                }
                look_at_index(in, choice, index, position, path);
                look_at_choice(in, choice, choices_[key], path, v);
            }
            ++position;
            return true;
        });
    }

    // `cut`: the answer ended before its end, which is a finding of its own.
    void finish(bool cut, bool failed) {
        for (auto& [key, state] : choices_.all) {
            state.calls.finish(cut || failed);
            const std::string path = "choices[" + key + "]";
            if (!state.role_seen && !state.is_text) {
                found_.add("role_missing", state.first, path);
            }
            if (state.finish.empty() && !failed && !cut) {
                found_.add("no_finish_reason", last_, path + ".finish_reason");
            }
            if (state.calls.any() && !state.finish.empty() &&
                oaiwire::kind_of_finish(state.finish) == oaiwire::finish_kind::stop) {
                found_.add("stop_with_calls", state.finish_at, path + ".finish_reason");
            }
        }
        if (!failed && !choices_.empty()) usage_.finish(last_);
    }

private:
    struct choice_state {
        explicit choice_state(finding_list& found) : calls(found) {}
        tool_call_checks calls;
        place first{};
        std::string finish{};
        place finish_at{};
        std::string reasoning{};  // of the payload before
        bool begun = false;
        bool role_seen = false;
        bool is_text = false;  // of a text completion, which has no role
        bool said = false;     // a delta had text
    };
    // std::map::operator[] with an argument for the new value
    struct choice_map {
        finding_list& found;
        std::map<std::string, choice_state> all{};
        choice_state& operator[](const std::string& key) {
            return all.try_emplace(key, found).first->second;
        }
        bool empty() const { return all.empty(); }
    };

    void look_at_top(const located& in, oaiwire::json_view v) {
        const auto whole = [&](oaiwire::json_view value) {
            return value.exists() ? in.at(value.text()) : last_;
        };
        const auto object = v["object"];
        const auto word = object.is_string() ? *object.string() : std::string();
        const bool chunk = word == "chat.completion.chunk" || word == "text_completion";
        const bool response = word == "chat.completion" || word == "text_completion";
        if (streamed_ && word == "chat.completion") {
            found_.add("whole_response", whole(object), "object");
            if (v["choices"].first()["message"].is_object())
                clues_.add("MiniMax", choices_.empty() ? 1 : 3,
                           "a whole response as the last chunk");
        } else if (streamed_ ? !chunk : !response) {
            found_.add("odd_object", whole(object), "object", excerpt(word));
            if (word == "chat.completion.done")
                clues_.add("Perplexity", 6, "`chat.completion.done`");
            if (word == "completion.chunk") clues_.add("Together", 4, "`completion.chunk`");
            if (word == "completion") clues_.add("R9S", 3, "`object` is \"completion\"");
        }
        const auto id = v["id"];
        const auto text = id.is_string() ? *id.string() : std::string();
        if (text.empty()) found_.add("odd_id", whole(id), "id");
        if (id.is_string()) add_id_clues(clues_, text);
        if (!text.empty() && !id_.empty() && text != id_)
            found_.add("changing_id", whole(id), "id");
        if (id_.empty()) id_ = text;
        const auto model = v["model"];
        if (!model.is_string() || model.text() == "\"\"")
            found_.add("odd_model", whole(model), "model");
        look_at_created(in, v["created"]);
        if (const auto print = v["system_fingerprint"].string()) {
            add_fingerprint_clues(clues_, *print);
        }
        if (const auto tier = v["service_tier"].string()) {
            if (*tier == "on_demand" || *tier == "performance") {
                clues_.add("Groq", 4, "the service tier `" + *tier + "`");
            }
            constexpr std::string_view known[]{"auto", "default", "flex", "scale", "priority"};
            bool listed = false;
            for (const auto word_known : known) listed = listed || *tier == word_known;
            if (!listed) {
                found_.add("unknown_enumerator", whole(v["service_tier"]), "service_tier",
                           excerpt(*tier));
            }
        }
    }
    void look_at_created(const located& in, oaiwire::json_view created) {
        const place where = created.exists() ? in.at(created.text()) : last_;
        const std::string text(created.text().substr(0, 40));
        if (created.is_number() && text.find_first_of(".eE") != std::string::npos) {
            found_.add("created_fraction", where, "created");
            clues_.add("SambaNova", 2, "`created` with a fraction");
            return;
        }
        const long long seconds = created.is_number() ? std::strtoll(text.c_str(), nullptr, 10) : 0;
        constexpr long long first = 1'262'304'000;  // 2010
        constexpr long long last = 4'102'444'800;   // 2100
        if (seconds < first || seconds > last) found_.add("odd_created", where, "created");
        if (seconds == -62135596800) clues_.add("Ollama", 5, "`created` is the year 1");
    }

    void look_at_index(const located& in, oaiwire::json_view choice, oaiwire::json_view index,
                       std::size_t position, const std::string& path) {
        const std::string at = path + ".index";
        if (!index.is_number()) {
            found_.add("no_index",
                       in.at(index.exists() ? index.text() : choice.text().substr(0, 1)), at);
            return;
        }
        // in a stream, choices come in any order, but none is the second without a first
        const bool known = choices_.all.count(std::string(index.text())) != 0;
        const std::size_t due = streamed_ ? choices_.all.size() : position;
        const bool large = index.text().size() > 3 || index.text().starts_with('-');
        const auto number = static_cast<std::size_t>(
            std::strtoul(std::string(index.text().substr(0, 20)).c_str(), nullptr, 10));
        if (large || (!known && choices_.empty() && number > due && number == 1) ||
            (!streamed_ && number != due)) {
            found_.add("odd_index", in.at(index.text()), at);
        }
    }

    void look_at_choice(const located& in, oaiwire::json_view choice, choice_state& state,
                        const std::string& path, oaiwire::json_view top) {
        if (!state.begun) state.first = in.at(choice.text().substr(0, 1));
        state.begun = true;
        add_clues(clues_, clue_place::choice, choice);
        if (const auto error = choice["error"]; error.is_object() && !error.empty()) {
            found_.add("error_in_choice", in.at(error.text().substr(0, 1)), path + ".error",
                       excerpt(error["message"].text_or_json()));
            add_clues(clues_, clue_place::error, error);
        }
        usage_.look_at_choice(in, choice, path);
        const bool was_finished = !state.finish.empty();
        const auto delta = choice["delta"];
        const auto message = choice["message"];
        const auto text = choice["text"];
        if (text.exists()) {
            state.is_text = true;
            if (was_finished && text.is_string() && text.text() != "\"\"") {
                found_.add("text_after_finish", in.at(text.text()), path + ".text");
            }
        } else if (delta.is_object() && (streamed_ || !message.is_object())) {
            if (message.exists()) {
                found_.add("message_beside_delta", in.at(message.text().substr(0, 1)),
                           path + ".message");
            }
            look_at_message(in, delta, state, path + ".delta", was_finished);
        } else if (message.is_object()) {
            look_at_message(in, message, state, path + ".message", false);
        } else {
            found_.add("no_delta",
                       in.at(delta.exists() ? delta.text() : choice.text().substr(0, 1)),
                       path + (streamed_ ? ".delta" : ".message"));
        }
        look_at_logprobs(found_, in, choice["logprobs"], path + ".logprobs");
        look_at_finish(in, choice["finish_reason"], state, path + ".finish_reason");
        const auto calls = (delta.is_object() ? delta : message)["tool_calls"];
        if (streamed_ && calls.is_array() && !calls.empty() &&
            choice["finish_reason"].is_string() && top["usage"].is_object()) {
            found_.add("calls_at_once", in.at(calls.text().substr(0, 1)), path);
        }
    }

    void look_at_finish(const located& in, oaiwire::json_view reason, choice_state& state,
                        const std::string& path) {
        if (!reason.exists()) return;
        const place where = in.at(reason.text());
        if (reason.is_null()) {
            if (!state.finish.empty()) found_.add("finish_reason_again", where, path);
            return;
        }
        const std::string word = reason.is_string() ? *reason.string() : std::string();
        if (word.empty()) {
            found_.add("empty_finish_reason", where, path);
            return;
        }
        if (!state.finish.empty()) found_.add("finish_reason_again", where, path);
        constexpr std::string_view known[]{"stop", "length", "tool_calls", "content_filter",
                                           "function_call"};
        bool listed = false;
        for (const auto k : known) listed = listed || word == k;
        if (!listed) found_.add("unknown_enumerator", where, path, excerpt(word));
        if (word == "eos_token") clues_.add("TGI", 3, "the finish_reason `eos_token`");
        if (word == "insufficient_system_resource") {
            clues_.add("DeepSeek", 4, "the finish_reason `insufficient_system_resource`");
        }
        if (oaiwire::is_aborted(word) ||
            oaiwire::kind_of_finish(word) == oaiwire::finish_kind::error) {
            found_.add("aborted", where, path, excerpt(word));
        }
        state.finish = word;
        state.finish_at = where;
    }

    void look_at_message(const located& in, oaiwire::json_view m, choice_state& state,
                         const std::string& path, bool was_finished) {
        add_clues(clues_, clue_place::message, m);
        look_at_role(in, m["role"], state, path + ".role");
        const auto content = m["content"];
        const std::string at = path + ".content";
        if (content.is_null()) {
            found_.add("empty_content", in.at(content.text()), at);
        } else if (content.is_array()) {
            bool text_only = false;
            bool thinking = false;
            content.each([&](std::string_view, oaiwire::json_view part) {
                text_only = text_only || part.is_string();
                thinking = thinking || part["type"].text() == "\"thinking\"";
                return true;
            });
            found_.add(text_only ? "content_part" : "content_parts",
                       in.at(content.text().substr(0, 1)), at);
            if (thinking) clues_.add("Mistral", 4, "parts of content that think");
        } else if (content.is_object()) {
            found_.add("content_part", in.at(content.text().substr(0, 1)), at);
        } else if (was_finished && content.is_string() && content.text() != "\"\"") {
            found_.add("text_after_finish", in.at(content.text()), at);
        }
        look_at_reasoning(in, m, state, path);
        state.calls.look(in, m["tool_calls"], path + ".tool_calls", was_finished, streamed_);
        if (m["tool_calls"].is_array() && streamed_) look_at_call_clues(m["tool_calls"]);
        if (m["function_call"].is_object()) {
            state.calls.look_at_old(in, m["function_call"], path + ".function_call");
        }
    }
    void look_at_role(const located& in, oaiwire::json_view role, choice_state& state,
                      const std::string& path) {
        if (!role.exists() || role.is_null()) return;
        const auto word = role.is_string() ? *role.string() : std::string();
        if (word.empty() || state.role_seen) found_.add("role_again", in.at(role.text()), path);
        if (!word.empty() && word != "assistant") {
            found_.add("unknown_enumerator", in.at(role.text()), path, excerpt(word));
        }
        state.role_seen = state.role_seen || !word.empty();
    }
    void look_at_call_clues(oaiwire::json_view calls) {
        calls.each([&](std::string_view, oaiwire::json_view call) {
            if (call["id"].text() == "\"0\"") clues_.add("TGI", 4, "a tool call with the id `0`");
            if (call["index"].text() == "-1") {
                clues_.add("AWS Bedrock", 4, "a tool call with the index -1");
            }
            if (call["extra_content"]["google"].exists()) {
                clues_.add("Gemini", 6, "`extra_content.google` of a tool call");
            }
            if (call["function"]["name"].text() == "\"null\"") {
                clues_.add("LiteLLM", 3, "the name \"null\" of a tool call");
            }
            return true;
        });
    }

    void look_at_reasoning(const located& in, oaiwire::json_view m, choice_state& state,
                           const std::string& path) {
        std::string first;
        for (const std::string_view name : {"reasoning_content", "reasoning"}) {
            const auto value = m[name];
            const auto text = value.is_string() ? *value.string() : std::string();
            if (text.empty()) continue;
            const std::string at = path + "." + std::string(name);
            found_.add("reasoning", in.at(value.text()), at);
            if (!first.empty() && text == first)
                found_.add("reasoning_twice", in.at(value.text()), at);
            if (first.empty()) first = text;
        }
        if (!first.empty() && first == state.reasoning) {
            found_.add("reasoning_again", last_, path);
            if (first.starts_with("Thinking..."))
                clues_.add("xAI", 4, "reasoning that says `Thinking... ` again and again");
        }
        state.reasoning = first;
        const auto details = m["reasoning_details"];
        if (details.is_array() && !details.empty()) {
            found_.add("reasoning_details", in.at(details.text().substr(0, 1)),
                       path + ".reasoning_details");
            bool sealed = false;
            details.each([&](std::string_view, oaiwire::json_view part) {
                sealed = sealed || part["type"].text() == "\"reasoning.encrypted\"" ||
                         part["signature"].is_string();
                return true;
            });
            if (sealed) {
                found_.add("reasoning_signature", in.at(details.text().substr(0, 1)),
                           path + ".reasoning_details");
            }
        }
        for (const auto holder : {m, m["tool_calls"].first()}) {
            const auto extra = holder["extra_content"];
            if (extra.is_object()) {
                found_.add("reasoning_signature", in.at(extra.text().substr(0, 1)),
                           path + ".extra_content");
            }
        }
    }

    finding_list& found_;
    clue_list& clues_;
    usage_checks usage_;
    bool streamed_;
    std::string id_{};
    place last_{};  // of the latest payload
    choice_map choices_{found_};
};

}  // namespace inspect
