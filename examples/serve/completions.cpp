#include "completions.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/server/completion_stream_writer.hpp>

#include "state.hpp"

namespace serve {

namespace {

using oaiwire::result;
using oaiwire::server_errors::bad_request;

std::string text_of(const std::vector<std::int64_t>& tokens) {
    std::string out = "tokens";
    for (const auto id : tokens) out += " " + std::to_string(id);
    return out;
}

// The texts that are to be completed.
std::vector<std::string> texts_of(const oaiwire::CompletionRequest& request) {
    std::vector<std::string> out;
    if (!request.prompt) return {""};
    const oaiwire::CompletionsPrompt& any = *request.prompt;
    if (const auto* text = std::get_if<std::string>(&any)) {
        out.push_back(*text);
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&any)) {
        out = *texts;
    } else if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&any)) {
        out.push_back(text_of(*tokens));
    } else {
        for (const auto& list : std::get<std::vector<std::vector<std::int64_t>>>(any)) {
            out.push_back(text_of(list));
        }
    }
    return out;
}

oaiwire::Usage completion_usage(const token_totals& tokens) {
    return {.prompt_tokens = tokens.prompt,
            .completion_tokens = tokens.answer,
            .total_tokens = tokens.prompt + tokens.answer};
}

// The pieces of a choice, each of which may have log probabilities.
struct choice_text {
    std::int64_t alternatives = -1;  // per token; -1: no log probabilities
    std::int64_t characters = 0;     // so far

    void add(oaiwire::Logprobs& to, const step& next) {
        if (!to.tokens) to.tokens.emplace();
        if (!to.token_logprobs) to.token_logprobs.emplace();
        if (!to.top_logprobs) to.top_logprobs.emplace();
        if (!to.text_offset) to.text_offset.emplace();
        to.tokens->push_back(next.text);
        to.token_logprobs->push_back(next.of->logprob);
        auto& top = to.top_logprobs->emplace_back().emplace();
        if (alternatives > 0) top.emplace_back(next.text, next.of->logprob);
        for (const auto& other : next.of->others) {
            if (std::ssize(top) < alternatives) top.push_back(other);
        }
        to.text_offset->push_back(characters);
        for (const char c : next.text) characters += (c & 0xC0) != 0x80;
    }
};

class whole_completion final : public text_sink {
public:
    whole_completion(oaiwire::responder& out, oaiwire::Completion head,
                     const std::vector<std::string>& begins, std::int64_t logprobs)
        : out_(out), made_(std::move(head)), texts_(begins.size(), {logprobs}) {
        for (std::size_t i = 0; i != begins.size(); ++i) {
            made_.choices.push_back({.text = begins[i], .index = static_cast<std::int64_t>(i)});
            made_.choices.back().logprobs = oaiwire::null;
        }
    }
    result<void> take(std::size_t choice, const step& next) override {
        oaiwire::CompletionChoice& to = made_.choices[choice];
        if (next.what == step::kind::finish) {
            to.finish_reason = oaiwire::open_enum<oaiwire::FinishReason>(next.text);
        } else {
            *to.text += next.text;
            if (next.of && texts_[choice].alternatives >= 0) {
                if (!to.logprobs) to.logprobs.emplace();
                texts_[choice].add(*to.logprobs, next);
            }
        }
        return {};
    }
    result<void> end(const token_totals& tokens) override {
        made_.usage = completion_usage(tokens);
        return out_.json(made_);
    }

private:
    oaiwire::responder& out_;
    oaiwire::Completion made_;
    std::vector<choice_text> texts_;
};

class streamed_completion final : public text_sink {
public:
    streamed_completion(oaiwire::responder& out,
                        oaiwire::completion_stream_writer::settings settings,
                        std::vector<std::string> begins, std::int64_t logprobs)
        : writer_(out, std::move(settings)),
          begins_(std::move(begins)),
          texts_(begins_.size(), {logprobs}) {}

    result<void> take(std::size_t choice, const step& next) override {
        const auto index = static_cast<std::int64_t>(choice);
        if (!begins_[choice].empty()) {
            const std::string begin = std::exchange(begins_[choice], {});
            if (auto done = writer_.text(begin, index); !done) return done;
        }
        if (next.what == step::kind::finish) return writer_.finish(next.text, index);
        if (!next.of || texts_[choice].alternatives < 0) return writer_.text(next.text, index);
        oaiwire::Logprobs logprobs;
        texts_[choice].add(logprobs, next);
        return writer_.text(next.text, logprobs, index);
    }
    result<void> end(const token_totals& tokens) override {
        const oaiwire::Usage usage = completion_usage(tokens);
        return writer_.done(&usage);
    }

private:
    oaiwire::completion_stream_writer writer_;
    std::vector<std::string> begins_;  // by choice: what it repeats of the prompt, until it is sent
    std::vector<choice_text> texts_;
};

}  // namespace

std::unique_ptr<task> answer(const context& with, const oaiwire::CompletionRequest& request) {
    const std::int64_t n = request.n.value_or(1);
    const std::vector<std::string> texts = texts_of(request);
    if (n < 1 || n > 128) return fail(with.out, bad_request("n must be from 1 to 128", "n"));
    if (texts.empty() || texts.size() > 128) {
        return fail(with.out, bad_request("prompt must have from 1 to 128 texts", "prompt"));
    }
    prompt asked{.model = request.model};
    asked.temperature = request.temperature.value_or(1.0);
    asked.seed = request.seed ? static_cast<std::uint64_t>(*request.seed) : with.shared.next_seed();
    asked.most_tokens = request.max_tokens.value_or(asked.most_tokens);
    if (request.stop) asked.stops = stops_of(*request.stop);

    std::vector<prompt> prompts;
    std::vector<std::string> begins;  // of the choices
    for (const auto& text : texts) {
        prompts.push_back(asked);
        prompts.back().text = text;
        prompts.back().tokens = count_tokens(text);
        if (request.suffix) prompts.back().text += " (until: " + *request.suffix + ")";
        for (std::int64_t i = 0; i != n; ++i) {
            begins.push_back(request.echo.value_or(false) ? text : "");
        }
    }
    oaiwire::Completion head{.id = with.shared.new_id("cmpl-"),
                             .object = "text_completion",
                             .created = state::now(),
                             .model = request.model,
                             .system_fingerprint = "fp_serve"};
    const std::int64_t logprobs = request.logprobs.value_or(-1);
    std::unique_ptr<text_sink> sink;
    if (with.streamed) {
        oaiwire::completion_stream_writer::settings settings{.id = *head.id,
                                                             .model = request.model,
                                                             .system_fingerprint = "fp_serve",
                                                             .created = *head.created};
        if (request.stream_options) {
            settings.include_usage = request.stream_options->include_usage.value_or(false);
            settings.obfuscate = request.stream_options->include_obfuscation.value_or(false);
        }
        sink = std::make_unique<streamed_completion>(with.out, std::move(settings),
                                                     std::move(begins), logprobs);
    } else {
        sink = std::make_unique<whole_completion>(with.out, std::move(head), begins, logprobs);
    }
    return text_task(prompts, static_cast<std::size_t>(n), std::move(sink), with.out);
}

}  // namespace serve
