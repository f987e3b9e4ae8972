#include "generation.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

#include <oaiwire/oaiwire.hpp>

#include "../support/structured_answer.hpp"

namespace serve {

namespace {

// The tokens of a text.
class text_source final : public token_source {
public:
    explicit text_source(std::string text) : text_(std::move(text)) {}
    bool next(token& out) override {
        if (at_ == text_.size()) return false;
        const auto length = token_length(std::string_view(text_).substr(at_));
        out.text.assign(text_, at_, length);
        out.logprob = 0;  // certain
        out.others.clear();
        at_ += length;
        return true;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

// The numbers from 1 to `last`: long answers that take no memory.
class number_source final : public token_source {
public:
    explicit number_source(std::int64_t last) : last_(last) {}
    bool next(token& out) override {
        if (at_ == last_) return false;
        out.text = (at_ == 0 ? "" : " ") + std::to_string(at_ + 1);
        out.logprob = 0;
        out.others.clear();
        ++at_;
        return true;
    }

private:
    std::int64_t last_;
    std::int64_t at_ = 0;
};

// What the Markov model knows.
constexpr std::string_view taught =
    "The lighthouse stands on the last rock before the open sea. The keeper climbs the stairs at "
    "dusk and lights the lamp. The lamp turns all night and the ships turn with it. At dawn the "
    "keeper sleeps and the gulls wake. The gulls stand on the last rock and look at the open sea. "
    "A ship that sees the lamp turns before the rock. A ship that does not see the lamp waits for "
    "the dawn. The sea is patient and the rock is patient and the keeper learns to be patient. In "
    "winter the storm climbs the stairs at night and the lamp is all that stands against the "
    "storm. In summer the children of the village row to the rock and ask the keeper for a story. "
    "The keeper tells them of the ship that waits for the dawn. The children ask what the ship "
    "waits for. The keeper looks at the open sea and tells them that a ship waits for a light. "
    "The light of the lamp is seen as far as the village and the village sleeps all night. When "
    "the storm is over the children row to the rock and the keeper tells them of the storm. A "
    "story is a lamp that turns all night. The village keeps the keeper and the keeper keeps the "
    "lamp and the lamp keeps the ships. When the keeper is old the children climb the stairs at "
    "dusk and light the lamp. The sea looks at the light and is patient.";

// Which words follow which pairs of words in the text above.
class chain {
public:
    using pair = std::pair<std::string_view, std::string_view>;
    using followers = std::map<std::string_view, int>;  // and how often

    chain() {
        std::vector<std::string_view> words;
        for (std::string_view left = taught; !left.empty();) {
            words.push_back(left.substr(0, left.find(' ')));
            left.remove_prefix((std::min)(words.back().size() + 1, left.size()));
        }
        for (std::size_t i = 0; i + 2 < words.size(); ++i) {
            if (i == 0 || words[i - 1].ends_with('.')) starts_.push_back({words[i], words[i + 1]});
            ++after_[{words[i], words[i + 1]}][words[i + 2]];
        }
    }
    const std::vector<pair>& starts() const { return starts_; }
    // Null after the last words of the text.
    const followers* after(const pair& words) const {
        const auto found = after_.find(words);
        return found == after_.end() ? nullptr : &found->second;
    }

private:
    std::vector<pair> starts_{};
    std::map<pair, followers> after_{};
};

// Sentences that the seed alone determines.
class markov_source final : public token_source {
public:
    markov_source(std::uint64_t seed, double temperature)
        : random_(seed), greedy_(temperature <= 0) {}

    bool next(token& out) override {
        static const chain known;
        out.others.clear();
        out.logprob = 0;
        if (said_ == 0) {
            const auto& starts = known.starts();
            words_ = starts[greedy_ ? 0 : next_random(random_) % starts.size()];
            out.text = words_.first;
        } else if (said_ == 1) {
            out.text.assign(" ").append(words_.second);
        } else {
            const auto* followers = known.after(words_);
            const bool enough = said_ >= 40 && words_.second.ends_with('.');
            if (!followers || enough || said_ == 120) return false;
            words_ = {words_.second, choose(*followers, out)};
            out.text.assign(" ").append(words_.second);
        }
        ++said_;
        return true;
    }

private:
    // By chance, the more often the likelier; without chance, what follows most often.
    std::string_view choose(const chain::followers& from, token& out) {
        int all = 0;
        for (const auto& [word, times] : from) all += times;
        auto chosen = from.begin();
        if (greedy_) {
            chosen = std::max_element(from.begin(), from.end(), [](const auto& a, const auto& b) {
                return a.second < b.second;
            });
        } else {
            const auto weights = static_cast<std::uint64_t>((std::max)(all, 1));
            auto left = static_cast<int>(next_random(random_) % weights);
            while (left >= chosen->second) left -= (chosen++)->second;
        }
        const auto logprob = [&](int times) { return std::log(times) - std::log(all); };
        for (const auto& [word, times] : from) {
            if (word != chosen->first) {
                out.others.emplace_back(" " + std::string(word), logprob(times));
            }
        }
        out.logprob = logprob(chosen->second);
        return chosen->first;
    }

    std::uint64_t random_;
    bool greedy_;
    chain::pair words_{};
    int said_ = 0;
};

// The part of a text after its first line, or after a colon in that line; `otherwise` if empty.
std::string after_order(std::string_view text, std::string_view otherwise) {
    const auto line = text.find('\n');
    const auto colon = text.substr(0, line).find(':');
    const auto end = colon != text.npos ? colon : line;
    if (end == text.npos) return std::string(otherwise);
    text.remove_prefix(end + 1);
    text.remove_prefix((std::min)(text.find_first_not_of(" \n"), text.size()));
    return std::string(text.empty() ? otherwise : text);
}

constexpr std::string_view ten = "one two three four five six seven eight nine ten";

}  // namespace

generation::generation(const prompt& asked, std::uint64_t choice)
    : stops_(asked.stops), left_(asked.most_tokens) {
    if (asked.model == "markov" && asked.schema.empty() && !asked.json) {
        parts_.push_back(
            {.what = step::kind::text,
             .source = std::make_unique<markov_source>(asked.seed + choice, asked.temperature)});
    } else {
        plan(asked);
    }
}

void generation::say(step::kind what, std::string text) {
    parts_.push_back({.what = what, .source = std::make_unique<text_source>(std::move(text))});
}

// What `echo` answers.
void generation::plan(const prompt& asked) {
    const std::string_view text = asked.text;
    const orders given = orders_in(asked);
    const bool ordered = given.status != 0 || given.cut || given.delay_ms != 0;
    std::string answer = ordered ? after_order(text, ten) : std::string(text);
    if (text.starts_with("refuse")) {
        return say(step::kind::refusal, after_order(text, "I will not answer that."));
    }
    if (text.starts_with("think")) {
        say(step::kind::reasoning, "The user wrote " + std::to_string(text.size()) + " bytes.");
        answer = after_order(text, ten);
    } else if (asked.reasoning) {
        say(step::kind::reasoning, "The user wrote " + std::to_string(text.size()) + " bytes.");
    }
    if (!asked.tool_results.empty()) {
        answer = "The tools said: " + asked.tool_results;
    } else if (plan_calls(asked, answer)) {
        return;
    }
    if (!asked.schema.empty()) {
        return say(step::kind::text, example::structured_answer(asked.schema).text());
    }
    if (asked.json) {
        const auto quoted = oaiwire::raw_json::of(answer);
        return say(step::kind::text,
                   R"({"echo":)" + std::string(quoted ? quoted->text() : "null") + "}");
    }
    std::int64_t last = 0;
    constexpr std::string_view count = "count ";
    if (answer.starts_with(count)) {
        std::from_chars(answer.data() + count.size(), answer.data() + answer.size(), last);
    }
    if (last > 0) {
        parts_.push_back(
            {.what = step::kind::text, .source = std::make_unique<number_source>(last)});
    } else {
        say(step::kind::text, std::move(answer));
    }
}

// Calls the tools that the lines of the text name: `call NAME INPUT`. If a call is required and
// none is named, the tool that must be called, with an input that its schema accepts.
bool generation::plan_calls(const prompt& asked, std::string_view text) {
    if (asked.policy == tool_policy::never) return false;
    const auto find = [&](std::string_view name) {
        return std::find_if(asked.tools.begin(), asked.tools.end(),
                            [&](const tool& t) { return t.name == name; });
    };
    const auto input_for = [](const tool& called) -> std::string {
        if (called.custom) return "some words";
        return called.schema.empty() ? "{}" : example::structured_answer(called.schema).text();
    };
    while (!text.empty() && (calls_ == 0 || asked.parallel_calls)) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix((std::min)(line.size() + 1, text.size()));
        constexpr std::string_view call = "call ";
        if (!line.starts_with(call)) continue;
        line.remove_prefix(call.size());
        const std::string_view name = line.substr(0, line.find(' '));
        const auto called = find(name);
        if (called == asked.tools.end()) continue;
        line.remove_prefix((std::min)(name.size() + 1, line.size()));
        add_call(*called, line.empty() ? input_for(*called) : std::string(line));
    }
    if (calls_ == 0 && asked.policy == tool_policy::required && !asked.tools.empty()) {
        const auto called = asked.only_tool.empty() ? asked.tools.begin() : find(asked.only_tool);
        if (called != asked.tools.end()) add_call(*called, input_for(*called));
    }
    return calls_ != 0;
}

void generation::add_call(const tool& called, std::string input) {
    parts_.push_back({.what = step::kind::call,
                      .call = calls_++,
                      .name = called.name,
                      .custom = called.custom,
                      .source = std::make_unique<text_source>(std::move(input))});
    why_ = "tool_calls";
}

const step* generation::give(step::kind what, std::string text) {
    step_.what = what;
    step_.text = std::move(text);
    step_.of = what == step::kind::text ? &token_ : nullptr;
    if (at_ != parts_.size()) {
        step_.call = parts_[at_].call;
        step_.custom = parts_[at_].custom;
    }
    return &step_;
}

const step* generation::finish(std::string_view reason) {
    ended_ = true;
    return give(step::kind::finish, std::string(reason));
}

// What is held, without what may be the begin of a stop sequence. Null if that is nothing.
const step* generation::give_text(bool last) {
    std::size_t ready = held_.size();
    for (std::size_t kept = 1; !last && kept <= held_.size(); ++kept) {
        const auto tail = std::string_view(held_).substr(held_.size() - kept);
        for (const auto& stop : stops_) {
            if (stop.starts_with(tail)) ready = held_.size() - kept;
        }
    }
    if (ready == 0) return nullptr;
    std::string text = held_.substr(0, ready);
    held_.erase(0, ready);
    return give(step::kind::text, std::move(text));
}

const step* generation::next() {
    while (!ended_) {
        if (at_ == parts_.size()) {
            if (const step* rest = give_text(true)) return rest;
            return finish(why_);
        }
        part& now = parts_[at_];
        if (now.what == step::kind::call && !begun_) {
            begun_ = true;
            return give(step::kind::call, now.name);
        }
        if (!now.source->next(token_)) {
            ++at_;
            begun_ = false;
            continue;
        }
        if (left_-- <= 0) {
            why_ = "length";
            at_ = parts_.size();
            continue;
        }
        ++tokens_;
        if (now.what == step::kind::call) return give(step::kind::input, token_.text);
        if (now.what != step::kind::text) return give(now.what, token_.text);
        held_ += token_.text;
        auto end = held_.npos;
        for (const auto& stop : stops_) {
            if (!stop.empty()) end = (std::min)(end, held_.find(stop));
        }
        if (end != held_.npos) {  // nothing after it is said
            held_.resize(end);
            at_ = parts_.size();
            continue;
        }
        if (const step* piece = give_text(false)) return piece;
    }
    return nullptr;
}

}  // namespace serve
