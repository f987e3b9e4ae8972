// The order of the events of a Responses stream, as OpenAI's documentation has it, checked on their
// JSON with another's parser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace oracle {

class response_order {
public:
    // Takes the next event; returns what is wrong with it, or "".
    std::string take(const std::string& text) {
        const auto event = nlohmann::json::parse(text, nullptr, false);
        if (!event.is_object()) return "no object";
        if (ended_) return "an event after the last";
        if (event.value("sequence_number", std::int64_t{-1}) != number_++) return "number";
        const std::string type = event.value("type", "");
        if (type == "error") {
            ended_ = true;
            return number_ == 1 ? "" : "an error event inside a response";
        }
        if (number_ == 1) return type == "response.created" ? "" : "created is not the first";
        if (number_ == 2) return type == "response.in_progress" ? "" : "in_progress is not next";
        for (const char* last : {"completed", "incomplete", "failed"}) {
            if (type == std::string("response.") + last) return take_last(event, last);
        }
        return take_inside(event, type);
    }
    bool ended() const { return ended_; }

private:
    struct part {
        std::string text{};
        bool text_done = false;
        bool done = false;
    };
    struct item {
        std::string id{};
        std::string text{};  // arguments or input
        bool text_done = false;
        bool done = false;
        std::map<std::int64_t, part> parts{};
    };

    static bool ends_with(const std::string& text, std::string_view end) {
        return text.size() >= end.size() &&
               std::string_view(text).substr(text.size() - end.size()) == end;
    }
    std::string take_last(const nlohmann::json& event, const std::string& status) {
        ended_ = true;
        const auto& response = event.at("response");
        if (response.value("status", "") != status) return "status";
        if (response.at("output").size() != items_.size()) return "items of the output";
        for (const auto& [index, i] : items_) {
            if (!i.done) return "an item without an end";
            if (response["output"][static_cast<std::size_t>(index)].value("id", "") != i.id) {
                return "an item with another id";
            }
        }
        return "";
    }
    std::string take_inside(const nlohmann::json& event, const std::string& type) {
        const auto index = event.value("output_index", std::int64_t{-1});
        if (type == "response.output_item.added") {
            if (index != static_cast<std::int64_t>(items_.size())) return "index of a new item";
            items_[index].id = event.at("item").value("id", "");
            return items_[index].id.empty() ? "an item without an id" : "";
        }
        const auto found = items_.find(index);
        if (found == items_.end()) return "an item that was not added";
        item& i = found->second;
        if (i.done) return "an event of an item that is done";
        if (type == "response.output_item.done") {
            i.done = true;
            for (const auto& [at, p] : i.parts) {
                if (!p.done) return "a part without an end";
            }
            return event.at("item").value("id", "") == i.id ? "" : "an item with another id";
        }
        if (event.value("item_id", "") != i.id) return "another id";
        const bool whole = type.find("arguments") != std::string::npos ||
                           type.find("custom_tool_call") != std::string::npos;
        if (whole) return take_call(event, type, i);
        const auto at = event.contains("summary_index") ? event.value("summary_index", 0)
                                                        : event.value("content_index", -1);
        if (ends_with(type, "part.added")) {
            if (at != static_cast<std::int64_t>(i.parts.size())) return "index of a new part";
            i.parts[at];
            return "";
        }
        const auto p = i.parts.find(at);
        if (p == i.parts.end()) return "a part that was not added";
        return take_part(event, type, p->second);
    }
    static std::string take_call(const nlohmann::json& event, const std::string& type, item& i) {
        if (i.text_done) return "arguments after their end";
        if (ends_with(type, ".delta")) {
            i.text += event.value("delta", "");
            return "";
        }
        i.text_done = true;
        return "";
    }
    static std::string take_part(const nlohmann::json& event, const std::string& type, part& p) {
        if (p.done) return "an event of a part that is done";
        if (ends_with(type, "part.done")) {
            p.done = true;
            return p.text_done ? "" : "a part whose text has no end";
        }
        if (ends_with(type, "annotation.added")) return "";
        if (p.text_done) return "text after its end";
        if (ends_with(type, ".delta")) {
            p.text += event.value("delta", "");
            return "";
        }
        p.text_done = true;
        const std::string text =
            event.contains("refusal") ? event.value("refusal", "") : event.value("text", "");
        return text == p.text ? "" : "a text that is not the sum of its pieces";
    }

    std::map<std::int64_t, item> items_{};
    std::int64_t number_ = 0;
    bool ended_ = false;
};

}  // namespace oracle
