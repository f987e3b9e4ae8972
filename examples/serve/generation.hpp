// The models: `echo` repeats what it is told, calls tools and fills in schemas; `markov` makes up
// sentences. Both answer token by token.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "prompt.hpp"

namespace serve {

// One token, and those that might have stood in its place.
struct token {
    std::string text{};
    double logprob = 0;  // natural logarithm
    std::vector<std::pair<std::string, double>> others{};
};

// Where tokens come from.
class token_source {
public:
    token_source() = default;
    token_source(const token_source&) = delete;
    token_source& operator=(const token_source&) = delete;
    virtual ~token_source() = default;
    // The next token; false at the end.
    virtual bool next(token& out) = 0;
};

// Something that an answer consists of.
struct step {
    enum class kind : std::uint8_t { reasoning, text, refusal, call, input, finish };
    kind what{};
    std::string text{};    // a piece; the name of a called tool; why it finished
    std::size_t call = 0;  // the index of a tool call
    bool custom = false;   // the tool's input is any text
    const token* of{};     // the token that a text was made of; null if none
};

// One answer to a prompt, produced step by step. Its memory is that of the prompt.
class generation {
public:
    // `choice`: its index among the answers to the same prompt.
    generation(const prompt& asked, std::uint64_t choice);

    // The next step, valid until the next call. The last one is of kind finish; null after it.
    const step* next();
    // The tokens so far.
    std::size_t tokens() const { return tokens_; }

private:
    struct part {
        step::kind what{};
        std::size_t call = 0;
        std::string name{};
        bool custom = false;
        std::unique_ptr<token_source> source{};
    };

    void say(step::kind what, std::string text);
    void plan(const prompt& asked);
    bool plan_calls(const prompt& asked, std::string_view text);
    void add_call(const tool& called, std::string input);
    const step* give(step::kind what, std::string text);
    const step* finish(std::string_view reason);
    const step* give_text(bool last);

    std::vector<part> parts_{};
    std::size_t at_ = 0;  // of parts_
    bool begun_ = false;  // the call at parts_[at_] was named
    bool ended_ = false;
    std::size_t calls_ = 0;          // planned
    std::string_view why_ = "stop";  // it finishes
    std::vector<std::string> stops_{};
    std::string held_{};     // text that may be the begin of a stop sequence
    std::int64_t left_ = 0;  // tokens that may still be produced
    std::size_t tokens_ = 0;
    token token_{};
    step step_{};
};

}  // namespace serve
