// Checks of the events of a stream that have a type: those of responses, images and audio.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/json/text/view.hpp>

#include "event_scan.hpp"
#include "finding.hpp"
#include "located.hpp"

namespace inspect {

class response_checks {
public:
    // `numbered`: the events of a response, which have a sequence_number.
    response_checks(finding_list& found, bool numbered) : found_(found), numbered_(numbered) {}

    // One payload, an object; `event` is null where the payload did not come in an event.
    void look(const located& in, oaiwire::json_view v, const scanned_event* event) {
        const place brace = in.at(v.text().substr(0, 1));
        const auto type_view = v["type"];
        const std::string type = type_view.is_string() ? *type_view.string() : std::string();
        if (event) look_at_name(*event, type, brace);
        if (ended_) {
            found_.add("after_last_event", brace, "type", excerpt(type));
            return;
        }
        if (!is_known(type)) {
            found_.add("unknown_event", type_view.exists() ? in.at(type_view.text()) : brace,
                       "type", excerpt(type));
        }
        if (!numbered_) return;
        look_at_number(in, v["sequence_number"], brace);
        const auto output_index = v["output_index"];
        if (type == "response.output_item.added") {
            items_.insert(std::string(output_index.text().substr(0, 20)));
        } else if (output_index.exists() && items_.size() < most_items &&
                   items_.count(std::string(output_index.text().substr(0, 20))) == 0) {
            found_.add("unknown_item", in.at(output_index.text()), "output_index", excerpt(type));
        }
        if (type == "response.failed" || type == "error") {
            const auto error = type == "error" ? v : v["response"]["error"];
            found_.add(type == "error" ? "typed_error" : "failed_response", in.at(type_view.text()),
                       "type", excerpt(error["message"].text_or_json()));
        }
        if (type == "response.incomplete") {
            found_.add("incomplete_response", in.at(type_view.text()), "type",
                       excerpt(v["response"]["incomplete_details"]["reason"].text_or_json()));
        }
        ended_ = type == "response.completed" || type == "response.failed" ||
                 type == "response.incomplete" || type == "error";
    }

private:
    static constexpr std::size_t most_items = 10'000;

    static bool is_known(std::string_view type) {
        using oaiwire::document;
        using oaiwire::response_kind;
        for (const auto kind : {response_kind::response_event, response_kind::image_event}) {
            for (const auto& one : schema_of(document::openai, kind)->alternatives) {
                if (one.tag == type) return true;
            }
        }
        constexpr std::string_view audio[]{"speech.audio.delta", "speech.audio.done",
                                           "transcript.text.delta", "transcript.text.segment",
                                           "transcript.text.done"};
        for (const auto known : audio) {
            if (type == known) return true;
        }
        return type == "error";
    }
    void look_at_name(const scanned_event& event, std::string_view type, place brace) {
        if (event.name.empty()) {
            found_.add("event_name_missing", brace, "type");
        } else if (event.name != type && event.name != "error") {
            found_.add("event_name_differs", event.name_at, "type",
                       excerpt(event.name) + " and " + excerpt(type));
        }
    }
    void look_at_number(const located& in, oaiwire::json_view number, place brace) {
        if (!number.is_number() || number.text().size() > 15) {
            found_.add("sequence_missing", number.exists() ? in.at(number.text()) : brace,
                       "sequence_number");
            return;
        }
        const long long n = std::strtoll(std::string(number.text()).c_str(), nullptr, 10);
        if (due_ && n != *due_) {
            found_.add("sequence_gap", in.at(number.text()), "sequence_number",
                       std::to_string(*due_) + " was due");
        }
        due_ = n + 1;
    }

    finding_list& found_;
    bool numbered_;
    bool ended_ = false;
    std::optional<long long> due_{};
    std::set<std::string> items_{};  // the output_index of each item
};

}  // namespace inspect
