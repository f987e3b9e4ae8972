#include "task.hpp"

#include <string>
#include <utility>

namespace serve {

namespace {

class text_task_of final : public task {
public:
    text_task_of(const std::vector<prompt>& asked, std::size_t choices,
                 std::unique_ptr<text_sink> sink)
        : sink_(std::move(sink)), orders_(orders_in(asked.front())) {
        for (const prompt& p : asked) {
            tokens_.prompt += static_cast<std::int64_t>(p.tokens);
            for (std::size_t i = 0; i != choices; ++i) choices_.emplace_back(p, i);
        }
    }

    void step(oaiwire::responder& out) override {
        if (auto done = produce(out); !done) {
            static_cast<void>(out.fail(oaiwire::answer_to(done.error())));
        }
    }
    int delay_ms() const override { return orders_.delay_ms; }
    bool cut() const override { return orders_.cut && steps_ == before_fault; }

private:
    static constexpr int before_fault = 3;  // steps

    oaiwire::result<void> produce(oaiwire::responder& out) {
        const bool at_once = orders_.status != 0 && !orders_.in_stream;
        if (orders_.status != 0 && (at_once || steps_ == before_fault)) {
            return out.fail(error_of(orders_.status));
        }
        if (steps_ < before_fault) ++steps_;
        while (ended_ != choices_.size()) {
            const std::size_t choice = turn_++ % choices_.size();
            const serve::step* next = choices_[choice].next();
            if (!next) continue;
            if (next->what == step::kind::finish) {
                ++ended_;
                tokens_.answer += static_cast<std::int64_t>(choices_[choice].tokens());
            } else if (next->what == step::kind::reasoning) {
                ++tokens_.reasoning;
            }
            return sink_->take(choice, *next);
        }
        return sink_->end(tokens_);
    }

    std::unique_ptr<text_sink> sink_;
    orders orders_;
    std::vector<generation> choices_{};
    std::size_t turn_ = 0;
    std::size_t ended_ = 0;
    int steps_ = 0;
    token_totals tokens_{};
};

}  // namespace

std::unique_ptr<task> fail(oaiwire::responder& out, const oaiwire::server_error& why) {
    static_cast<void>(out.fail(why));  // without memory there is no answer
    return nullptr;
}

oaiwire::server_error error_of(int status) {
    switch (status) {
        case 401:
            return oaiwire::server_errors::invalid_api_key();
        case 404:
            return oaiwire::server_errors::not_found("error-404");
        case 429:
            return oaiwire::server_errors::rate_limited(1000);
        case 503:
            return oaiwire::server_errors::overloaded(1000);
        default:
            return oaiwire::server_errors::of(status, "This error was asked for.");
    }
}

std::unique_ptr<task> text_task(const std::vector<prompt>& asked, std::size_t choices,
                                std::unique_ptr<text_sink> sink, oaiwire::responder& out) {
    constexpr std::size_t most = std::size_t{64} << 20;  // bytes
    std::size_t bytes = 0;
    for (const prompt& p : asked) bytes += 4096 + p.text.size() + p.tool_results.size();
    if (bytes > most / choices) {
        return fail(out, oaiwire::server_errors::too_large("The answers would be too large."));
    }
    return std::make_unique<text_task_of>(asked, choices, std::move(sink));
}

}  // namespace serve
