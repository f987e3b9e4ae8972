// agent_poll: a character in a game that a model moves. The loop of tools runs within the loop of
// the game: 60 frames per second with at most a millisecond of work each; no exceptions or RTTI. A
// tool that takes many frames is answered when it is done.
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/socket_polled.hpp>

#include "support/frames.hpp"

namespace {

using oaiwire::errc;
using oaiwire::tool_step;
using chat_call =
    oaiwire::polled_call<oaiwire::ChatCompletionRequest, oaiwire::polled_socket_transport>;

// The arguments of the tools.
struct Look {
    std::string direction{};
};
struct Walk {
    std::string place{};
};

// A walk under way.
struct journey {
    std::string call_id{};
    std::string place{};
    int frames_left = 30;
};

class agent {
public:
    agent(oaiwire::ChatCompletionRequest request, oaiwire::endpoint where)
        : where_(std::move(where)),
          talk_(std::move(request), declare(tools_), {.rounds = 8, .queue_events = true}) {}

    bool done() const { return talk_.done(); }
    const oaiwire::error& error() const { return talk_.error(); }

    // Does a piece of work that takes microseconds, and appends what the model says. False if there
    // is nothing to do before the next frame.
    bool step(std::string& label) {
        if (open_) return receive(label);
        if (talk_.next() == tool_step::send) {
            open_.emplace(http_, talk_.request(), where_);
            return true;
        }
        return talk_.run();  // one function
    }

    // Once per frame: what tools do in the background.
    void advance() {
        http_.poll(0);
        while (const auto event = talk_.next_event()) {
            const bool begins = event->kind == oaiwire::tool_event_kind::started;
            if (!begins || event->name != "walk") continue;
            const auto walk = oaiwire::json::read<Walk>(event->text);  // was checked
            journeys_.push_back({.call_id = event->id, .place = walk ? walk->place : "nowhere"});
        }
        for (auto& walk : journeys_) {
            if (--walk.frames_left == 0) talk_.answer(walk.call_id, "arrived at " + walk.place);
        }
        std::erase_if(journeys_, [](const journey& walk) { return walk.frames_left <= 0; });
    }

private:
    static oaiwire::tool_set& declare(oaiwire::tool_set& tools) {
        return tools
            .add<Look>("look", "What there is in a direction",
                       [](const Look& l) { return "a door in direction " + l.direction; })
            .declare<Walk>("walk", "Walks to a place, which takes a while");
    }

    bool receive(std::string& label) {
        if (const auto* chunk = open_->next()) {
            label += text(*chunk);
            return true;
        }
        if (!open_->ended()) return false;
        talk_.take(*open_);
        open_.reset();
        return true;
    }

    oaiwire::endpoint where_;
    oaiwire::tool_set tools_{};
    oaiwire::tool_conversation<oaiwire::ChatCompletionRequest> talk_;
    oaiwire::polled_socket_transport http_{};
    std::optional<chat_call> open_{};  // the request that is being made
    std::vector<journey> journeys_{};
};

int run(const std::string& base_url, const std::string& prompt) {
    if (base_url.starts_with("https")) {
        std::fputs("agent_poll: this example speaks plain HTTP only; tools speaks TLS\n", stderr);
        return 1;
    }
    const char* const key = std::getenv("OPENAI_API_KEY");
    const char* const model = std::getenv("OPENAI_MODEL");
    agent walker(
        {.model = model && *model ? model : "gpt-4o-mini", .messages = {oaiwire::user(prompt)}},
        {.base_url = base_url, .api_key = oaiwire::secret{key ? key : ""}});

    example::run_frames(
        "agent_poll", [&] { return walker.done(); },
        [&](std::string& label, const example::frame_budget& budget) {
            while (!walker.done() && budget.left() && walker.step(label)) {
            }
            walker.advance();
        });
    if (walker.error().code == errc::ok) return 0;
    std::fprintf(stderr, "agent_poll: %s\n", to_string(walker.error()).c_str());
    return 1;
}

}  // namespace

int main(int count, char** words) {
    return example::run_with_server("agent_poll", count, words,
                                    "Look around, and walk to the tower", run);
}
