#include "response_socket.hpp"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/response_ws.hpp>

#include "events.hpp"
#include "responses.hpp"
#include "state.hpp"
#include "task.hpp"

namespace serve {

namespace {

using oaiwire::json_view;

// A stream of responses, one after the other. Its events are those of a stream over HTTP.
class lane {
public:
    lane(state& shared, std::string name) : shared_(shared), name_(std::move(name)) {}

    const std::string& name() const { return name_; }
    void ask(oaiwire::ResponseRequest request) { waiting_.push_back(std::move(request)); }
    bool idle() const { return !task_ && answer_ == nullptr && waiting_.empty(); }
    std::int64_t due_ms() const { return idle() ? socket_handler::never : next_ms_; }
    // The id of the response that is being made; "" if none is.
    const std::string& making() const { return id_; }
    // That of the last one that was made.
    const std::string& made() const { return made_; }

    // Takes input for the response that is being made: it ends, and another one follows.
    void steer(oaiwire::ResponseInput input, socket_output& out) {
        oaiwire::ResponseRequest next = current_;
        next.input = std::move(input);
        next.previous_response_id = std::nullopt;
        std::string last = std::exchange(head_, {});
        const auto set = [&](std::string& in, std::string_view member, std::string_view json) {
            static_cast<void>(oaiwire::json::patch(in, member, oaiwire::raw_json::trusted(json)));
        };
        set(last, "status", "\"incomplete\"");
        set(last, "incomplete_details", R"({"reason":"steered"})");
        std::string event = R"({"type":"response.incomplete","sequence_number":)" +
                            std::to_string(number_ + 1) + ",\"response\":" + last + "}";
        say(event, out);
        end();
        waiting_.push_front(std::move(next));
    }

    void work(std::int64_t now_ms, socket_output& out) {
        constexpr int most_steps = 64;  // then others have their turn
        for (int i = 0; i != most_steps && !idle() && !out.full() && !out.closing(); ++i) {
            if (now_ms < next_ms_) return;
            if (!answer_) begin();
            if (task_ && task_->cut()) {  // once all is sent
                if (out.empty()) out.cut();
                return;
            }
            if (task_) task_->step(*answer_);
            next_ms_ = now_ms + (task_ ? task_->delay_ms() : 0);
            give(out);
        }
    }

private:
    void begin() {
        current_ = std::move(waiting_.front());
        waiting_.pop_front();
        answer_ = std::make_unique<oaiwire::responder>();
        oaiwire::ResponseRequest asked = current_;
        // what was not stored is known to this connection alone
        if (asked.previous_response_id && *asked.previous_response_id == made_ &&
            !shared_.responses.find(made_)) {
            asked.previous_response_id = std::nullopt;
        }
        auto broken = validate(asked);
        if (!broken.empty()) {
            fail(*answer_, oaiwire::answer_to(oaiwire::error_of(broken)));
            return;
        }
        task_ = answer({shared_, *answer_, files_, true}, asked);
    }
    void end() {
        task_.reset();
        answer_.reset();
        id_.clear();
        head_.clear();
    }

    // Sends what the task has written.
    void give(socket_output& out) {
        const auto* const head = answer_->head();
        if (head && head->status != 200) {
            // an error before the first event
            std::string error(answer_->unsent());
            error.insert(1, R"("type":"error","status":)" + std::to_string(head->status) + ",");
            say(error, out);
            return end();
        }
        take_events(*answer_, [&](std::string_view data) {
            const json_view event(data);
            if (const auto number = event["sequence_number"]; number.exists()) {
                number_ = oaiwire::json::read<std::int64_t>(number.text()).value_or(number_);
            }
            if (id_.empty() && event["response"].is_object()) {
                head_ = event["response"].text();
                id_ = event["response"]["id"].string().value_or("");
            }
            std::string text(data);
            say(text, out);
        });
        if (!answer_->ended()) return;
        made_ = id_;
        end();
    }
    void say(std::string& event, socket_output& out) {
        if (!name_.empty()) {
            event.insert(event.size() - 1, R"(,"stream_id":")" + name_ + "\"");
        }
        out.text(std::move(event));
    }

    state& shared_;
    std::string name_;
    std::deque<oaiwire::ResponseRequest> waiting_{};
    oaiwire::ResponseRequest current_{};
    received_files files_{};
    std::unique_ptr<oaiwire::responder> answer_{};
    std::unique_ptr<task> task_{};
    std::int64_t next_ms_ = 0;
    std::int64_t number_ = 0;  // of the last event
    std::string head_{};       // the response as it began
    std::string id_{};
    std::string made_{};
};

class response_handler final : public socket_handler {
public:
    explicit response_handler(state& shared) : shared_(shared) {}

    void receive(std::string_view message, bool binary, socket_output& out) override {
        const json_view event = binary ? json_view() : json_view::checked(message);
        const std::string type = event["type"].string().value_or("");
        if (type == "response.create") {
            create(message, event, out);
        } else if (type == "response.steer") {
            steer(message, out);
        } else {
            refuse("The type must be response.create or response.steer.", "type", out);
        }
    }
    void work(std::int64_t now_ms, socket_output& out) override {
        for (auto& one : lanes_) one->work(now_ms, out);
    }
    std::int64_t due_ms() const override {
        std::int64_t due = never;
        for (const auto& one : lanes_) due = (std::min)(due, one->due_ms());
        return due;
    }

private:
    static constexpr std::size_t most_lanes = 16;

    static void refuse(std::string_view why, std::string_view param, socket_output& out) {
        out.text(R"({"type":"error","status":400,"error":{"type":"invalid_request_error",)"
                 R"("code":null,"message":")" +
                 std::string(why) + R"(","param":)" +
                 oaiwire::json::write(std::string(param)).value_or("null") + "}}");
    }

    void create(std::string_view message, json_view event, socket_output& out) {
        auto request = oaiwire::json::read<oaiwire::ResponseRequest>(message);
        if (!request) return refuse("The event cannot be read.", request.error().path, out);
        if (request->background.value_or(false)) {
            return refuse("background is not supported over WebSocket.", "background", out);
        }
        const std::string name = event["stream_id"].string().value_or("");
        constexpr std::string_view allowed =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
        if (event["stream_id"].exists() &&
            (name.empty() || name.size() > 256 || name.find_first_not_of(allowed) != name.npos)) {
            return refuse("It must have 1 to 256 of the characters A-Z a-z 0-9 _ . -", "stream_id",
                          out);
        }
        lane* const in = lane_of(name);
        if (!in) return refuse("There are too many lanes.", "stream_id", out);
        in->ask(*std::move(request));
    }

    void steer(std::string_view message, socket_output& out) {
        auto event = oaiwire::json::read<oaiwire::ResponseSteerEvent>(message);
        if (!event) return refuse("The event cannot be read.", event.error().path, out);
        oaiwire::ResponseSteer steer;
        steer.previous_response_id = event->previous_response_id;
        for (auto& one : lanes_) {
            if (one->making() != event->previous_response_id || one->making().empty()) continue;
            steer.id = shared_.new_id("steer_");
            oaiwire::ResponseSteerAcceptedEvent accepted{.sequence_number = ++number_};
            accepted.steer = steer;
            if (!one->name().empty()) accepted.stream_id = one->name();
            out.text(oaiwire::json::write(accepted).value_or(""));
            return one->steer(std::move(event->input), out);
        }
        const bool known = std::any_of(lanes_.begin(), lanes_.end(), [&](const auto& one) {
            return one->made() == event->previous_response_id;
        });
        oaiwire::ResponseSteerFailedEvent failed{.sequence_number = ++number_};
        steer.input = std::move(event->input);
        failed.steer = std::move(steer);
        failed.error = oaiwire::ResponseSteerError{
            .code = known ? oaiwire::ResponseSteerErrorCode::response_already_completed
                          : oaiwire::ResponseSteerErrorCode::response_not_found,
            .message = "The response is not being made on this connection.",
            .type = "invalid_request_error"};
        out.text(oaiwire::json::write(failed).value_or(""));
    }

    // The lane of that name, made for the first request; null if there are too many.
    lane* lane_of(const std::string& name) {
        for (auto& one : lanes_) {
            if (one->name() == name) return one.get();
        }
        if (lanes_.size() == most_lanes) return nullptr;
        lanes_.push_back(std::make_unique<lane>(shared_, name));
        return lanes_.back().get();
    }

    state& shared_;
    std::vector<std::unique_ptr<lane>> lanes_{};
    std::int64_t number_ = 0;  // of events about steering
};

}  // namespace

std::unique_ptr<socket_handler> open_responses(const socket_request& request) {
    return std::make_unique<response_handler>(request.of.shared());
}

}  // namespace serve
