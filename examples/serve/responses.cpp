#include "responses.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/response_stream_writer.hpp>

#include "events.hpp"
#include "state.hpp"

namespace serve {

namespace {

using oaiwire::ResponseStatus;
using oaiwire::result;
using oaiwire::server_errors::bad_request;
using oaiwire::server_errors::no_such;

// The text of a content, with its other parts named.
std::string text_of(const oaiwire::field<oaiwire::ResponseContent>& content) {
    if (!content) return {};
    if (const auto* text = std::get_if<std::string>(&*content)) return *text;
    std::string out;
    for (const auto& part : std::get<std::vector<oaiwire::ResponseContentPart>>(*content)) {
        if (const auto* input = std::get_if<oaiwire::InputTextContent>(&part)) out += input->text;
        if (const auto* output = std::get_if<oaiwire::OutputTextContent>(&part)) {
            out += output->text.value_or("");
        }
        if (std::holds_alternative<oaiwire::InputImageContent>(part)) out += " [image]";
        if (std::holds_alternative<oaiwire::InputAudioContent>(part)) out += " [audio]";
        if (std::holds_alternative<oaiwire::InputFileContent>(part)) out += " [file]";
    }
    return out;
}

void read_item(prompt& to, const oaiwire::ResponseItem& item) {
    const auto add = [&](std::string said) {
        to.tokens += count_tokens(said) + 3;  // its role
        return said;
    };
    const auto add_result = [&](std::string said) {
        if (!to.tool_results.empty()) to.tool_results += "; ";
        to.tool_results += add(std::move(said));
    };
    if (const auto* message = std::get_if<oaiwire::ResponseMessage>(&item)) {
        std::string said = add(text_of(message->content));
        if (message->role != oaiwire::Role::user) return;
        to.text = std::move(said);
        to.tool_results.clear();
    } else if (const auto* f = std::get_if<oaiwire::FunctionToolCallOutput>(&item)) {
        add_result(text_of(f->output));
    } else if (const auto* c = std::get_if<oaiwire::ResponseCustomToolCallOutput>(&item)) {
        add_result(text_of(c->output));
    }
}

// The items of an input; those of a text are one message.
std::vector<oaiwire::ResponseItem> items_of(const oaiwire::field<oaiwire::ResponseInput>& input) {
    if (!input) return {};
    if (const auto* text = std::get_if<std::string>(&*input)) {
        std::vector<oaiwire::ResponseContentPart> parts{oaiwire::InputTextContent{.text = *text}};
        return {oaiwire::ResponseMessage{
            .type = "message", .role = oaiwire::Role::user, .content = std::move(parts)}};
    }
    auto items = std::get<std::vector<oaiwire::ResponseItem>>(*input);
    for (auto& item : items) {  // where they are listed, messages have a type
        auto* const message = std::get_if<oaiwire::ResponseMessage>(&item);
        if (message && !message->type) message->type = "message";
    }
    return items;
}

void read_tools(prompt& to, const oaiwire::field<std::vector<oaiwire::ResponseTool>>& tools,
                const oaiwire::field<oaiwire::ResponseToolChoice>& tool_choice) {
    for (std::size_t i = 0; tools && i != tools->size(); ++i) {
        const oaiwire::ResponseTool& any = (*tools)[i];
        if (const auto* function = std::get_if<oaiwire::ResponseFunctionTool>(&any)) {
            const auto& schema = function->parameters;
            to.tools.push_back({function->name.value_or(""),
                                schema ? std::string(schema->text()) : std::string(), false});
        } else if (const auto* custom = std::get_if<oaiwire::ResponseCustomTool>(&any)) {
            to.tools.push_back({custom->name.value_or(""), {}, true});
        }
    }
    if (!tool_choice) return;
    const oaiwire::ResponseToolChoice& choice = *tool_choice;
    if (const auto* mode = std::get_if<oaiwire::open_enum<oaiwire::ToolChoiceMode>>(&choice)) {
        if (*mode == oaiwire::ToolChoiceMode::none) to.policy = tool_policy::never;
        if (*mode == oaiwire::ToolChoiceMode::required) to.policy = tool_policy::required;
    } else if (const auto* function = std::get_if<oaiwire::ToolChoiceFunction>(&choice)) {
        to.policy = tool_policy::required;
        to.only_tool = function->name.value_or("");
    } else if (const auto* custom = std::get_if<oaiwire::ToolChoiceCustom>(&choice)) {
        to.policy = tool_policy::required;
        to.only_tool = custom->name.value_or("");
    }
}

prompt prompt_of(state& shared, const oaiwire::ResponseRequest& request,
                 const std::vector<oaiwire::ResponseItem>& input) {
    prompt out;
    out.model = request.model;
    out.tokens = count_tokens(request.instructions.value_or(""));
    for (const auto& item : input) read_item(out, item);
    read_tools(out, request.tools, request.tool_choice);
    out.parallel_calls = request.parallel_tool_calls.value_or(true);
    if (request.text && request.text->format && request.text->format->type) {
        const oaiwire::ResponseTextFormat& format = *request.text->format;
        out.json = *format.type == oaiwire::ResponseFormatType::json_object;
        if (*format.type == oaiwire::ResponseFormatType::json_schema && format.schema) {
            out.schema = format.schema->text();
        }
    }
    out.reasoning = request.reasoning && request.reasoning->effort &&
                    *request.reasoning->effort != oaiwire::ReasoningEffort::none;
    out.temperature = request.temperature.value_or(1.0);
    out.seed = shared.next_seed();
    out.most_tokens = request.max_output_tokens.value_or(out.most_tokens);
    return out;
}

// A response without output. It repeats the settings of its request.
oaiwire::Response head_of(state& shared, const oaiwire::ResponseRequest& request) {
    oaiwire::Response out{.id = shared.new_id("resp_"),
                          .object = "response",
                          .created_at = static_cast<double>(state::now()),
                          .status = ResponseStatus::in_progress,
                          .background = request.background.value_or(false),
                          .error = oaiwire::null,
                          .incomplete_details = oaiwire::null};
    if (request.instructions) {
        out.instructions = oaiwire::ResponseInput(*request.instructions);
    } else {
        out.instructions = oaiwire::null;
    }
    out.max_output_tokens = request.max_output_tokens;
    out.model = request.model;
    out.parallel_tool_calls = request.parallel_tool_calls.value_or(true);
    out.previous_response_id = request.previous_response_id;
    out.reasoning = request.reasoning;
    out.store = request.store.value_or(true);
    out.temperature = request.temperature.value_or(1.0);
    out.text = request.text;
    if (!out.text) out.text.emplace();
    if (!out.text->format) {
        out.text->format.emplace().type = oaiwire::ResponseFormatType::text;
    }
    out.tool_choice = oaiwire::open_enum<oaiwire::ToolChoiceMode>(oaiwire::ToolChoiceMode::auto_);
    if (request.tool_choice) out.tool_choice = request.tool_choice;
    out.tools = request.tools;
    if (!out.tools) out.tools.emplace();
    out.top_p = request.top_p.value_or(1.0);
    out.truncation = oaiwire::Truncation::disabled;
    out.metadata = request.metadata ? *request.metadata : oaiwire::raw_json::trusted("{}");
    return out;
}

oaiwire::ResponseUsage usage_of(const token_totals& tokens) {
    oaiwire::ResponseUsage out{.input_tokens = tokens.prompt};
    out.input_tokens_details =
        oaiwire::PromptTokensDetails{.cached_tokens = 0, .cache_write_tokens = 0};
    out.output_tokens = tokens.answer;
    out.output_tokens_details =
        oaiwire::CompletionTokensDetails{.reasoning_tokens = tokens.reasoning};
    out.total_tokens = tokens.prompt + tokens.answer;
    return out;
}

// Where a finished response is stored, unless the request forbids it.
class response_storage {
public:
    response_storage(state& shared, const oaiwire::ResponseRequest& request,
                     std::vector<oaiwire::ResponseItem> input)
        : shared_(&shared), input_(std::move(input)), wanted_(request.store.value_or(true)) {
        for (auto& item : input_) name(item);
    }
    void keep(const oaiwire::Response& made) {
        if (!wanted_) return;
        stored_response kept{.response = made, .input = std::move(input_)};
        if (made.usage)
            kept.tokens = static_cast<std::size_t>(made.usage->total_tokens.value_or(0));
        const auto answer = oaiwire::json::write(kept.response);  // a measure of its memory
        const auto question = oaiwire::json::write(kept.input);
        const std::size_t size = (answer ? answer->size() : 0) + (question ? question->size() : 0);
        shared_->responses.keep(*made.id, std::move(kept), size);
    }

private:
    // An id for an item that has none, so that it can be listed.
    void name(oaiwire::ResponseItem& item) {
        const auto give = [&](auto* known) {
            if (known && !known->id) known->id = shared_->new_id("item_");
        };
        give(std::get_if<oaiwire::ResponseMessage>(&item));
        give(std::get_if<oaiwire::FunctionToolCall>(&item));
        give(std::get_if<oaiwire::FunctionToolCallOutput>(&item));
        give(std::get_if<oaiwire::ResponseCustomToolCall>(&item));
        give(std::get_if<oaiwire::ResponseCustomToolCallOutput>(&item));
        give(std::get_if<oaiwire::ReasoningItem>(&item));
    }

    state* shared_;
    std::vector<oaiwire::ResponseItem> input_;
    bool wanted_;
};

// Both forms of an answer come from the writer of streams, which adds up the response that its
// events describe: for a whole one, the events are dropped.
class response_sink final : public text_sink {
public:
    response_sink(const context& with, oaiwire::Response head, response_storage storage,
                  bool obfuscate)
        : shared_(with.shared),
          out_(with.out),
          streamed_(with.streamed),
          head_(std::move(head)),
          storage_(std::move(storage)),
          writer_(streamed_ ? out_ : dropped_,
                  {.obfuscate = obfuscate, .seed = shared_.next_seed()}) {}

    result<void> take(std::size_t, const step& next) override {
        if (!begun_) {
            begun_ = true;
            if (auto done = writer_.begin(std::move(head_)); !done) return done;
        }
        auto done = write(next);
        dropped_.sent(dropped_.unsent().size());
        return done;
    }
    result<void> end(const token_totals& tokens) override {
        const oaiwire::ResponseUsage usage = usage_of(tokens);
        oaiwire::Response& made = writer_.response();
        made.completed_at = static_cast<double>(state::now());
        auto done = why_ == "length" ? writer_.incomplete("max_output_tokens", &usage)
                                     : writer_.done(&usage);
        if (!done) return done;
        storage_.keep(made);
        return streamed_ ? done : out_.json(made);
    }
    // Ends without having said anything.
    result<void> prepare(const token_totals& tokens) {
        begun_ = true;
        auto done = writer_.begin(std::move(head_));
        return done ? end(tokens) : done;
    }

private:
    result<void> write(const step& next) {
        switch (next.what) {
            case step::kind::reasoning:
                return writer_.reasoning_summary(next.text);
            case step::kind::text:
                return writer_.text(next.text);
            case step::kind::refusal:
                return writer_.refusal(next.text);
            case step::kind::call:
                if (next.custom) {
                    return writer_.custom_tool_call(shared_.new_id("call_"), next.text);
                }
                return writer_.function_call(shared_.new_id("call_"), next.text);
            case step::kind::input:
                return next.custom ? writer_.input(next.text) : writer_.arguments(next.text);
            case step::kind::finish:
                break;
        }
        why_ = next.text;
        return {};
    }

    state& shared_;
    oaiwire::responder& out_;
    oaiwire::responder dropped_{};
    bool streamed_;
    bool begun_ = false;
    oaiwire::Response head_;
    response_storage storage_;
    oaiwire::response_stream_writer writer_;
    std::string why_{};
};

// Prepares a response that is not to be generated.
class prepare_task final : public task {
public:
    prepare_task(std::unique_ptr<response_sink> sink, std::size_t tokens)
        : sink_(std::move(sink)), tokens_{.prompt = static_cast<std::int64_t>(tokens)} {}
    void step(oaiwire::responder& out) override {
        if (auto done = sink_->prepare(tokens_); !done) {
            static_cast<void>(out.fail(oaiwire::answer_to(done.error())));
        }
    }

private:
    std::unique_ptr<response_sink> sink_;
    token_totals tokens_;
};

// The status that a client must see before a response in the background is done.
oaiwire::Response queued(oaiwire::Response made) {
    made.status = ResponseStatus::queued;
    made.output.clear();
    made.completed_at = oaiwire::null;
    made.usage = oaiwire::null;
    return made;
}

std::unique_ptr<task> answer_now(const context& with, const oaiwire::ResponseRequest& request);

// Makes a whole response at once, and keeps it with its events. Those who ask for it see it as if
// it took its time: a stream can break and be resumed, and the first answer is that it is queued.
std::unique_ptr<task> answer_in_background(const context& with,
                                           const oaiwire::ResponseRequest& request) {
    oaiwire::responder events({.unsent_limit = std::size_t{64} << 20});
    const context recording{with.shared, events, with.files, true};
    auto making = answer_now(recording, request);
    while (making && !events.ended()) making->step(events);
    std::vector<recorded_event> recorded;
    std::string id;
    take_events(events, [&](std::string_view data) {
        const oaiwire::json_view json(data);
        recorded.push_back({json["type"].string().value_or(""), std::string(data)});
        if (id.empty()) id = json["response"]["id"].string().value_or("");
    });
    const auto kept = with.shared.responses.change(id, [&](stored_response& of) {
        of.events = recorded;
        of.pending = true;
    });
    if (!kept) return answer_now(with, request);  // it could not be made
    if (!with.streamed) return send(with.out, queued(kept->response));
    prompt asked;
    asked.model = request.model;
    for (const auto& item : items_of(request.input)) read_item(asked, item);
    return std::make_unique<replay_task>(std::move(recorded), 0, orders_in(asked));
}

std::unique_ptr<task> answer_now(const context& with, const oaiwire::ResponseRequest& request) {
    std::vector<oaiwire::ResponseItem> input = items_of(request.input);
    prompt asked = prompt_of(with.shared, request, input);
    if (request.previous_response_id) {
        const auto before = with.shared.responses.find(*request.previous_response_id);
        if (!before) {
            return fail(
                with.out,
                bad_request("There is no response \"" + *request.previous_response_id + "\".",
                            "previous_response_id", "previous_response_not_found"));
        }
        asked.tokens += before->tokens;
    }
    oaiwire::Response head = head_of(with.shared, request);
    response_storage storage(with.shared, request, std::move(input));
    const bool obfuscate =
        request.stream_options && request.stream_options->include_obfuscation.value_or(false);
    auto sink =
        std::make_unique<response_sink>(with, std::move(head), std::move(storage), obfuscate);
    if (!request.generate.value_or(true)) {
        return std::make_unique<prepare_task>(std::move(sink), asked.tokens);
    }
    return text_task({asked}, 1, std::move(sink), with.out);
}

}  // namespace

std::unique_ptr<task> answer(const context& with, const oaiwire::ResponseRequest& request) {
    const bool apart = request.background.value_or(false) && request.store.value_or(true);
    return apart ? answer_in_background(with, request) : answer_now(with, request);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveResponseRequest& request) {
    const auto found = with.shared.responses.change(
        request.response_id.text(), [](stored_response& of) { of.pending = false; });
    if (!found) return fail(with.out, no_such("Response", request.response_id.text()));
    if (with.streamed) {
        if (found->events.empty()) {
            return fail(with.out,
                        bad_request("Only responses in the background can be streamed.", "stream"));
        }
        const std::int64_t first = request.starting_after.value_or(-1) + 1;
        return std::make_unique<replay_task>(found->events, static_cast<std::size_t>(first),
                                             orders());
    }
    return send(with.out, found->response);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteResponseRequest& request) {
    if (!with.shared.responses.erase(request.response_id.text())) {
        return fail(with.out, no_such("Response", request.response_id.text()));
    }
    return send(with.out, oaiwire::DeletedResponse{.id = request.response_id.text(),
                                                   .object = "response.deleted",
                                                   .deleted = true});
}

std::unique_ptr<task> answer(const context& with, const oaiwire::CancelResponseRequest& request) {
    const auto found =
        with.shared.responses.change(request.response_id.text(), [](stored_response& of) {
            if (!of.pending) return;
            of.pending = false;
            of.response.status = ResponseStatus::cancelled;
            of.response.output.clear();
            of.response.usage = oaiwire::null;
        });
    if (!found) return fail(with.out, no_such("Response", request.response_id.text()));
    if (!found->response.background.value_or(false)) {
        return fail(with.out, bad_request("Only a response in the background can be cancelled."));
    }
    return send(with.out, found->response);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ListInputItemsRequest& request) {
    auto found = with.shared.responses.find(request.response_id.text());
    if (!found) return fail(with.out, no_such("Response", request.response_id.text()));
    return send(with.out,
                page_of<oaiwire::ResponseItemList>(std::move(found->input), request, "desc"));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::CountInputTokensRequest& request) {
    prompt counted;
    counted.tokens = count_tokens(request.instructions.value_or(""));
    for (const auto& item : items_of(request.input)) read_item(counted, item);
    return send(with.out, oaiwire::InputTokenCount{
                              .object = "response.input_tokens",
                              .input_tokens = static_cast<std::int64_t>(counted.tokens)});
}

// The messages of the user are kept, and the rest is said to be compressed.
std::unique_ptr<task> answer(const context& with, const oaiwire::CompactResponseRequest& request) {
    oaiwire::CompactedResponse whole{.id = with.shared.new_id("resp_"),
                                     .object = "response.compaction",
                                     .created_at = static_cast<double>(state::now())};
    prompt counted;
    for (auto& item : items_of(request.input)) {
        read_item(counted, item);
        const auto* message = std::get_if<oaiwire::ResponseMessage>(&item);
        if (message && message->role == oaiwire::Role::user) whole.output.push_back(item);
    }
    whole.output.push_back(oaiwire::CompactionItem{.id = with.shared.new_id("cmp_"),
                                                   .encrypted_content = "bm90aGluZw=="});
    const auto tokens = static_cast<std::int64_t>(counted.tokens);
    oaiwire::ResponseUsage& usage = whole.usage.emplace();
    usage.input_tokens = tokens;
    usage.output_tokens = 1;
    usage.total_tokens = tokens + 1;
    return send(with.out, whole);
}

}  // namespace serve
