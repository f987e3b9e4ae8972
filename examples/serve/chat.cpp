#include "chat.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/server/chat_stream_writer.hpp>
#include <oaiwire/types/text.hpp>

#include "state.hpp"

namespace serve {

namespace {

using oaiwire::result;
using oaiwire::server_errors::bad_request;
using oaiwire::server_errors::no_such;

// The text of a content, with its other parts named.
std::string text_of(const oaiwire::field<oaiwire::MessageContent>& content) {
    if (!content) return {};
    std::string out = oaiwire::text(*content);
    const auto* parts = std::get_if<std::vector<oaiwire::ContentPart>>(&*content);
    for (std::size_t i = 0; parts && i != parts->size(); ++i) {
        const oaiwire::ContentPart& part = (*parts)[i];
        if (std::holds_alternative<oaiwire::ContentPartImage>(part)) out += " [image]";
        if (std::holds_alternative<oaiwire::ContentPartInputAudio>(part)) out += " [audio]";
        if (std::holds_alternative<oaiwire::ContentPartFile>(part)) out += " [file]";
    }
    return out;
}

void read_messages(prompt& to, const std::vector<oaiwire::RequestMessage>& messages) {
    const auto add = [&](const auto& message) -> std::string {
        std::string said = text_of(message.content);
        to.tokens += count_tokens(said) + 3;  // its role
        return said;
    };
    for (const auto& any : messages) {
        if (const auto* user = std::get_if<oaiwire::UserMessage>(&any)) {
            to.text = add(*user);
            to.tool_results.clear();
        } else if (const auto* tool = std::get_if<oaiwire::ToolMessage>(&any)) {
            if (!to.tool_results.empty()) to.tool_results += "; ";
            to.tool_results += add(*tool);
        } else if (const auto* assistant = std::get_if<oaiwire::AssistantMessage>(&any)) {
            add(*assistant);
        } else if (const auto* system = std::get_if<oaiwire::SystemMessage>(&any)) {
            add(*system);
        } else if (const auto* developer = std::get_if<oaiwire::DeveloperMessage>(&any)) {
            add(*developer);
        }
    }
}

void read_tools(prompt& to, const oaiwire::ChatCompletionRequest& request) {
    for (std::size_t i = 0; request.tools && i != request.tools->size(); ++i) {
        const oaiwire::Tool& any = (*request.tools)[i];
        if (const auto* function = std::get_if<oaiwire::FunctionTool>(&any)) {
            const auto& schema = function->function.parameters;
            to.tools.push_back({function->function.name,
                                schema ? std::string(schema->text()) : std::string(), false});
        } else if (const auto* custom = std::get_if<oaiwire::CustomTool>(&any)) {
            to.tools.push_back({custom->custom.name, {}, true});
        }
    }
    to.parallel_calls = request.parallel_tool_calls.value_or(true);
    if (!request.tool_choice) return;
    const oaiwire::ToolChoice& choice = *request.tool_choice;
    if (const auto* mode = std::get_if<oaiwire::open_enum<oaiwire::ToolChoiceMode>>(&choice)) {
        if (*mode == oaiwire::ToolChoiceMode::none) to.policy = tool_policy::never;
        if (*mode == oaiwire::ToolChoiceMode::required) to.policy = tool_policy::required;
    } else if (const auto* function = std::get_if<oaiwire::NamedToolChoice>(&choice)) {
        to.policy = tool_policy::required;
        to.only_tool = function->function.name;
    } else if (const auto* custom = std::get_if<oaiwire::NamedToolChoiceCustom>(&choice)) {
        to.policy = tool_policy::required;
        to.only_tool = custom->custom.name;
    }
}

prompt prompt_of(state& shared, const oaiwire::ChatCompletionRequest& request) {
    prompt out;
    out.model = request.model;
    read_messages(out, request.messages);
    read_tools(out, request);
    if (request.response_format && request.response_format->type) {
        const auto& format = *request.response_format;
        out.json = *format.type == oaiwire::ResponseFormatType::json_object;
        if (*format.type == oaiwire::ResponseFormatType::json_schema && format.json_schema &&
            format.json_schema->schema) {
            out.schema = format.json_schema->schema->text();
        }
    }
    out.reasoning =
        request.reasoning_effort && *request.reasoning_effort != oaiwire::ReasoningEffort::none;
    out.temperature = request.temperature.value_or(1.0);
    out.seed = request.seed ? static_cast<std::uint64_t>(*request.seed) : shared.next_seed();
    out.most_tokens =
        request.max_completion_tokens.value_or(request.max_tokens.value_or(out.most_tokens));
    if (request.stop) out.stops = stops_of(*request.stop);
    return out;
}

oaiwire::Logprobs logprobs_of(const step& next, std::int64_t others) {
    oaiwire::TokenLogprob of{.token = next.text, .logprob = next.of->logprob};
    of.bytes.emplace(next.text.begin(), next.text.end());
    auto& top = of.top_logprobs.emplace();
    if (others > 0) top.push_back({.token = of.token, .logprob = of.logprob, .bytes = of.bytes});
    for (const auto& [text, logprob] : next.of->others) {
        if (std::ssize(top) >= others) break;
        top.push_back({.token = text,
                       .logprob = logprob,
                       .bytes = std::vector<std::uint8_t>(text.begin(), text.end())});
    }
    oaiwire::Logprobs out;
    out.content.emplace().push_back(std::move(of));
    return out;
}

oaiwire::Usage usage_of(const token_totals& tokens) {
    oaiwire::Usage out{.prompt_tokens = tokens.prompt,
                       .completion_tokens = tokens.answer,
                       .total_tokens = tokens.prompt + tokens.answer};
    out.completion_tokens_details =
        oaiwire::CompletionTokensDetails{.reasoning_tokens = tokens.reasoning};
    return out;
}

// Adds up what the model says.
class chat_builder {
public:
    chat_builder(oaiwire::ChatCompletion head, std::size_t choices, std::int64_t logprobs)
        : made_(std::move(head)), logprobs_(logprobs) {
        for (std::size_t i = 0; i != choices; ++i) {
            oaiwire::ChatCompletionChoice choice{.index = static_cast<std::int64_t>(i)};
            choice.logprobs = oaiwire::null;
            choice.message = oaiwire::ChatCompletionMessage{.role = oaiwire::Role::assistant,
                                                            .content = oaiwire::null,
                                                            .refusal = oaiwire::null};
            made_.choices.push_back(std::move(choice));
        }
    }

    void take(std::size_t index, const step& next) {
        oaiwire::ChatCompletionChoice& choice = made_.choices[index];
        oaiwire::ChatCompletionMessage& message = *choice.message;
        switch (next.what) {
            case step::kind::reasoning:
                append(message.reasoning_content, next.text);
                break;
            case step::kind::refusal:
                append(message.refusal, next.text);
                break;
            case step::kind::text:
                if (!message.content) message.content = std::string();
                std::get<std::string>(*message.content) += next.text;
                if (logprobs_ >= 0) {
                    auto more = logprobs_of(next, logprobs_);
                    if (!choice.logprobs) choice.logprobs.emplace().content.emplace();
                    choice.logprobs->content->push_back(std::move(more.content->front()));
                }
                break;
            case step::kind::call: {
                if (!message.tool_calls) message.tool_calls.emplace();
                oaiwire::ToolCall& call = message.tool_calls->emplace_back();
                call.id = call_id(made_, index, next.call);
                if (next.custom) {
                    call.type = "custom";
                    call.custom = oaiwire::CustomToolCall{.name = next.text, .input = ""};
                } else {
                    call.function = oaiwire::FunctionCall{.name = next.text, .arguments = ""};
                }
                break;
            }
            case step::kind::input: {
                oaiwire::ToolCall& call = (*message.tool_calls)[next.call];
                *(next.custom ? call.custom->input : call.function->arguments) += next.text;
                break;
            }
            case step::kind::finish:
                choice.finish_reason = oaiwire::open_enum<oaiwire::FinishReason>(next.text);
                break;
        }
    }
    oaiwire::ChatCompletion& made() { return made_; }

    // The id of a tool call, the same in a stream and in what is stored.
    static std::string call_id(const oaiwire::ChatCompletion& of, std::size_t choice,
                               std::size_t call) {
        return "call_" + of.id->substr(of.id->find('-') + 1) + "_" + std::to_string(choice) + "_" +
               std::to_string(call);
    }

private:
    static void append(oaiwire::field<std::string>& to, const std::string& text) {
        if (!to) to = "";
        *to += text;
    }

    oaiwire::ChatCompletion made_;
    std::int64_t logprobs_;  // alternatives per token; -1: none at all
};

// What is kept of the request with a stored completion.
std::vector<oaiwire::ChatCompletionMessage> messages_of(
    state& shared, const oaiwire::ChatCompletionRequest& request) {
    std::vector<oaiwire::ChatCompletionMessage> out;
    const auto add = [&](oaiwire::Role role, const auto* message) {
        if (!message) return;
        oaiwire::ChatCompletionMessage kept{.role = role, .content = message->content};
        kept.id = shared.new_id("msg_");
        out.push_back(std::move(kept));
    };
    for (const auto& any : request.messages) {
        add(oaiwire::Role::developer, std::get_if<oaiwire::DeveloperMessage>(&any));
        add(oaiwire::Role::system, std::get_if<oaiwire::SystemMessage>(&any));
        add(oaiwire::Role::user, std::get_if<oaiwire::UserMessage>(&any));
        add(oaiwire::Role::assistant, std::get_if<oaiwire::AssistantMessage>(&any));
        add(oaiwire::Role::tool, std::get_if<oaiwire::ToolMessage>(&any));
    }
    return out;
}

// Where a finished completion is stored, if the request asks for it.
class chat_storage {
public:
    chat_storage(state& shared, const oaiwire::ChatCompletionRequest& request) : shared_(&shared) {
        if (request.store.value_or(false)) messages_ = messages_of(shared, request);
    }
    bool wanted() const { return !messages_.empty(); }
    void keep(const oaiwire::ChatCompletion& made) {
        if (!wanted()) return;
        const auto size = oaiwire::json::write(made);  // a measure of its memory
        std::size_t bytes = size ? size->size() : 0;
        for (const auto& message : messages_) bytes += 256 + text_of(message.content).size();
        shared_->chats.keep(*made.id, {made, std::move(messages_)}, bytes);
    }

private:
    state* shared_;
    std::vector<oaiwire::ChatCompletionMessage> messages_{};
};

class whole_chat final : public text_sink {
public:
    whole_chat(oaiwire::responder& out, chat_builder builder, chat_storage storage)
        : out_(out), builder_(std::move(builder)), storage_(std::move(storage)) {}
    result<void> take(std::size_t choice, const step& next) override {
        builder_.take(choice, next);
        return {};
    }
    result<void> end(const token_totals& tokens) override {
        builder_.made().usage = usage_of(tokens);
        storage_.keep(builder_.made());
        return out_.json(builder_.made());
    }

private:
    oaiwire::responder& out_;
    chat_builder builder_;
    chat_storage storage_;
};

class streamed_chat final : public text_sink {
public:
    streamed_chat(oaiwire::responder& out, oaiwire::chat_stream_writer::settings settings,
                  chat_builder builder, std::size_t choices, std::int64_t logprobs,
                  chat_storage storage)
        : writer_(out, std::move(settings)),
          builder_(std::move(builder)),
          begun_(choices),
          logprobs_(logprobs),
          storage_(std::move(storage)) {}

    result<void> take(std::size_t choice, const step& next) override {
        if (storage_.wanted()) builder_.take(choice, next);
        const auto index = static_cast<std::int64_t>(choice);
        if (!begun_[choice]) {
            begun_[choice] = true;
            if (auto done = writer_.role(index); !done) return done;
        }
        switch (next.what) {
            case step::kind::reasoning:
                return writer_.reasoning(next.text, index);
            case step::kind::refusal:
                return writer_.refusal(next.text, index);
            case step::kind::text:
                if (logprobs_ < 0) return writer_.text(next.text, index);
                return writer_.text(next.text, logprobs_of(next, logprobs_), index);
            case step::kind::call: {
                const auto id = chat_builder::call_id(builder_.made(), choice, next.call);
                if (next.custom) return writer_.custom_tool_call(next.call, id, next.text, index);
                return writer_.tool_call(next.call, id, next.text, index);
            }
            case step::kind::input:
                if (next.custom) return writer_.input(next.call, next.text, index);
                return writer_.arguments(next.call, next.text, index);
            case step::kind::finish:
                break;
        }
        return writer_.finish(next.text, index);
    }
    result<void> end(const token_totals& tokens) override {
        const oaiwire::Usage usage = usage_of(tokens);
        builder_.made().usage = usage;
        storage_.keep(builder_.made());
        return writer_.done(&usage);
    }

private:
    oaiwire::chat_stream_writer writer_;
    chat_builder builder_;
    std::vector<bool> begun_;  // by choice: whether its role was sent
    std::int64_t logprobs_;
    chat_storage storage_;
};

// What OpenAI refuses and the library's rules for every server do not.
std::optional<oaiwire::server_error> refusal_of(const oaiwire::ChatCompletionRequest& request) {
    const auto broken = validate(request, oaiwire::providers::openai.quirks);
    if (!broken.empty()) return oaiwire::answer_to(oaiwire::error_of(broken));
    for (std::size_t i = 0; i != request.messages.size(); ++i) {
        if (std::holds_alternative<oaiwire::raw_json>(request.messages[i])) {
            const std::string path = "messages[" + std::to_string(i) + "].role";
            return bad_request(path + " is no known role", path);
        }
    }
    for (const auto& [most, path] : {std::pair(request.max_tokens, "max_tokens"),
                                     {request.max_completion_tokens, "max_completion_tokens"}}) {
        if (most.value_or(1) < 1) {
            return bad_request(std::string(path) + " must be at least 1", path);
        }
    }
    const auto& format = request.response_format;
    if (format && format->type && format->type->known() == oaiwire::ResponseFormatType::unknown) {
        return bad_request("response_format.type is no known format", "response_format.type");
    }
    const auto* named = request.tool_choice
                            ? std::get_if<oaiwire::NamedToolChoice>(&*request.tool_choice)
                            : nullptr;
    if (named) {
        prompt declared;
        read_tools(declared, request);
        const auto& tools = declared.tools;
        if (std::none_of(tools.begin(), tools.end(),
                         [&](const auto& one) { return one.name == named->function.name; })) {
            return bad_request("tool_choice names a function that tools does not have",
                               "tool_choice");
        }
    }
    return std::nullopt;
}

}  // namespace

std::unique_ptr<task> answer(const context& with, const oaiwire::ChatCompletionRequest& request) {
    if (const auto why = refusal_of(request)) return fail(with.out, *why);
    const std::int64_t n = request.n.value_or(1);
    const prompt asked = prompt_of(with.shared, request);
    oaiwire::ChatCompletion head{.id = with.shared.new_id("chatcmpl-"),
                                 .object = "chat.completion",
                                 .created = state::now(),
                                 .model = request.model,
                                 .system_fingerprint = "fp_serve"};
    head.metadata = request.metadata;
    const std::int64_t logprobs =
        request.logprobs.value_or(false) ? request.top_logprobs.value_or(0) : -1;
    const auto choices = static_cast<std::size_t>(n);
    chat_builder builder(head, choices, logprobs);
    chat_storage storage(with.shared, request);
    std::unique_ptr<text_sink> sink;
    if (with.streamed) {
        oaiwire::chat_stream_writer::settings settings{.id = *head.id,
                                                       .model = request.model,
                                                       .system_fingerprint = "fp_serve",
                                                       .created = *head.created};
        if (request.stream_options) {
            settings.include_usage = request.stream_options->include_usage.value_or(false);
            settings.obfuscate = request.stream_options->include_obfuscation.value_or(false);
        }
        sink = std::make_unique<streamed_chat>(with.out, std::move(settings), std::move(builder),
                                               choices, logprobs, std::move(storage));
    } else {
        sink = std::make_unique<whole_chat>(with.out, std::move(builder), std::move(storage));
    }
    return text_task({asked}, choices, std::move(sink), with.out);
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::ListChatCompletionsRequest& request) {
    std::vector<oaiwire::ChatCompletion> found;
    for (auto& stored : with.shared.chats.all()) {
        if (request.model && stored.completion.model != request.model) continue;
        const oaiwire::json_view data(
            stored.completion.metadata ? stored.completion.metadata->text() : "{}");
        const bool fits = std::all_of(
            request.metadata.begin(), request.metadata.end(),
            [&](const auto& wanted) { return data[wanted.first].string() == wanted.second; });
        if (fits) found.push_back(std::move(stored.completion));
    }
    return send(with.out, page_of<oaiwire::ChatCompletionList>(std::move(found), request, "asc"));
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::RetrieveChatCompletionRequest& request) {
    const auto found = with.shared.chats.find(request.completion_id.text());
    if (!found) return fail(with.out, no_such("Chat completion", request.completion_id.text()));
    return send(with.out, found->completion);
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::UpdateChatCompletionRequest& request) {
    const auto changed = with.shared.chats.change(
        request.completion_id.text(),
        [&](stored_chat& of) { of.completion.metadata = request.metadata; });
    if (!changed) return fail(with.out, no_such("Chat completion", request.completion_id.text()));
    return send(with.out, changed->completion);
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::DeleteChatCompletionRequest& request) {
    if (!with.shared.chats.erase(request.completion_id.text())) {
        return fail(with.out, no_such("Chat completion", request.completion_id.text()));
    }
    return send(with.out,
                oaiwire::ChatCompletionDeleted{.id = std::string(request.completion_id.text()),
                                               .object = "chat.completion.deleted",
                                               .deleted = true});
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::ListChatCompletionMessagesRequest& request) {
    auto found = with.shared.chats.find(request.completion_id.text());
    if (!found) return fail(with.out, no_such("Chat completion", request.completion_id.text()));
    return send(with.out, page_of<oaiwire::ChatCompletionMessageList>(std::move(found->messages),
                                                                      request, "asc"));
}

}  // namespace serve
