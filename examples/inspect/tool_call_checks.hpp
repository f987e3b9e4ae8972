// The tool calls of one choice, over all pieces of a stream.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/repair_lenient.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

#include "finding.hpp"
#include "located.hpp"

namespace inspect {

// Knows whether a JSON object or array that comes in pieces is complete. It looks at brackets and
// quotes only.
class bracket_scan {
public:
    // Returns where text goes on behind the end of the value; npos if it does not.
    std::size_t add(std::string_view piece) {
        for (std::size_t i = 0; i != piece.size(); ++i) {
            const char c = piece[i];
            if (ended_) {
                if (std::string_view(" \t\r\n").find(c) == std::string_view::npos) return i;
            } else if (in_string_) {
                if (escaped_) {
                    escaped_ = false;
                } else if (c == '\\') {
                    escaped_ = true;
                } else {
                    in_string_ = c != '"';
                }
            } else if (c == '"') {
                in_string_ = true;
            } else if (c == '{' || c == '[') {
                ++depth_;
            } else if ((c == '}' || c == ']') && depth_ != 0) {
                ended_ = --depth_ == 0;
            }
        }
        return std::string_view::npos;
    }

    bool ended() const { return ended_; }

private:
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool ended_ = false;
};

// Where in `raw`, the text of a JSON string between its quotes, the byte `offset` of the decoded
// string comes from.
inline std::size_t raw_offset(std::string_view raw, std::size_t offset) {
    std::size_t at = 0;
    std::size_t decoded = 0;
    while (at < raw.size() && decoded < offset) {
        if (raw[at] != '\\') {
            ++at;
            ++decoded;
        } else if (raw.substr(at, 2) == "\\u" && raw.size() - at >= 6) {
            const auto code = std::strtoul(std::string(raw.substr(at + 2, 4)).c_str(), nullptr, 16);
            const bool pair = code >= 0xD800 && code < 0xDC00 && raw.substr(at + 6, 2) == "\\u";
            decoded += pair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
            at += pair ? 12 : 6;
        } else {
            at += 2;
            ++decoded;
        }
    }
    return (std::min)(at, raw.size());
}

class tool_call_checks {
public:
    explicit tool_call_checks(finding_list& found) : found_(found) {}

    // `list`: the member tool_calls of a delta or message. `after_finish`: the choice had its
    // finish_reason in an earlier payload.
    void look(const located& in, oaiwire::json_view list, const std::string& path,
              bool after_finish, bool streamed) {
        if (!list.exists()) return;
        if (list.is_object()) {
            found_.add("odd_calls", in.at(list.text().substr(0, 1)), path);
            return one(in, list, path, after_finish, streamed, 0);
        }
        if (!list.is_array() || list.empty()) {
            found_.add("odd_calls", in.at(list.text()), path);
            return;
        }
        std::size_t i = 0;
        list.each([&](std::string_view, oaiwire::json_view call) {
            if (call.is_object()) {
                const std::string at = path + "[" + std::to_string(i) + "]";
                one(in, call, at, after_finish, streamed, i);
            }
            ++i;
            return true;
        });
    }
    // The old function_call.
    void look_at_old(const located& in, oaiwire::json_view call, const std::string& path) {
        found_.add("old_calls", in.at(call.text().substr(0, 1)), path);
        calls_used_ = true;
        piece(in, state_of("function_call"), call["arguments"], path + ".arguments");
    }
    bool any() const { return calls_used_; }

    // Call when the answer has ended. `cut`: before its end, so that arguments may be cut too.
    void finish(bool cut) {
        for (auto& [key, call] : calls_) {
            if (!call.has_arguments) {
                found_.add("arguments_absent", call.first, call.path);
            } else if (!call.arguments.text.empty() && !cut) {
                check_arguments(call);
            }
        }
    }

private:
    struct state {
        std::string id{};
        std::string name{};
        place first{};
        std::string path{};
        located arguments{};  // as they stand between the quotes of all pieces
        bracket_scan brackets{};
        bool has_arguments = false;
        bool went_on = false;
        bool is_json_value = false;  // an object in place of text
    };

    state& state_of(const std::string& key) { return calls_[key]; }

    // The key under which a call is known: its index, else its id, else that of the latest call.
    std::string key_of(oaiwire::json_view index, const std::string& id, std::size_t position,
                       bool has_name, bool streamed) {
        if (!streamed) return "#" + std::to_string(position);
        if (index.is_number() && !index.text().starts_with('-')) {
            const std::string place(index.text());
            std::string& current = at_index_[place];
            if (!id.empty() && !current.empty()) {
                const std::string with_id = place + " " + id;
                const std::string& known = state_of(current).id;
                if (calls_.count(with_id) != 0) {
                    current = with_id;
                } else if (!known.empty() && known != id) {
                    current = with_id;
                }
            } else if (current.empty()) {
                current = place;
            }
            return current;
        }
        if (!id.empty()) return "id " + id;
        // a name behind complete arguments begins the next call
        const bool next = !latest_.empty() && has_name && state_of(latest_).brackets.ended();
        return latest_.empty() || next ? "call " + std::to_string(calls_.size()) : latest_;
    }

    void one(const located& in, oaiwire::json_view call, const std::string& path, bool after_finish,
             bool streamed, std::size_t position) {
        const auto id_view = call["id"];
        const std::string id = id_view.is_string() ? *id_view.string() : std::string();
        const auto index = call["index"];
        const auto function = call["function"];
        const auto custom = call["custom"];
        const auto inner = custom.is_object() ? custom : function;
        const auto text = custom.is_object() ? custom["input"] : function["arguments"];
        if (custom.is_object()) found_.add("old_calls", in.at(custom.text().substr(0, 1)), path);
        if (after_finish) {
            const bool says = text.is_string() && text.text() != "\"\"";
            found_.add(says ? "text_after_finish" : "empty_call", in.at(call.text().substr(0, 1)),
                       path);
            if (!says) return;
        }
        calls_used_ = true;
        if (streamed) look_at_index(in, call, index, id, path);
        const auto said_name = inner["name"];
        const bool has_name = said_name.is_string() && said_name.text() != "\"\"";
        const std::string key = key_of(index, id, position, has_name, streamed);
        const bool known = calls_.count(key) != 0;
        state& it = state_of(key);
        latest_ = key;
        if (!known) {
            it.first = in.at(call.text().substr(0, 1));
            it.path = path;
            if (id.empty()) found_.add("odd_call_id", id_place(in, call, id_view), path + ".id");
            const auto type = call["type"].string();
            if (!type || type->empty() || (*type)[0] < 'a') {
                found_.add("odd_call_type", id_place(in, call, call["type"]), path + ".type");
            }
            it.id = id;
        } else if (id_view.exists()) {
            found_.add("call_id_again", in.at(id_view.text()), path + ".id");
            if (it.id.empty()) it.id = id;
        }
        if (known && !has_name && it.brackets.ended() && text.text() == "\"\"") {
            found_.add("empty_call", in.at(call.text().substr(0, 1)), path);
            return;
        }
        look_at_name(in, it, known, call, said_name, path);
        piece(in, it, text, path + (custom.is_object() ? ".custom.input" : ".function.arguments"));
    }
    static place id_place(const located& in, oaiwire::json_view call, oaiwire::json_view value) {
        return in.at(value.exists() ? value.text() : call.text().substr(0, 1));
    }

    void look_at_index(const located& in, oaiwire::json_view call, oaiwire::json_view index,
                       const std::string& id, const std::string& path) {
        const std::string at = path + ".index";
        if (!index.exists() || index.is_null()) {
            found_.add("call_without_index", in.at(call.text().substr(0, 1)), at);
            return;
        }
        const std::string_view text = index.text();
        if (!index.is_number() || text.front() == '-' || text.size() > 3) {
            found_.add("odd_call_index", in.at(text), at);
            return;
        }
        const auto known = calls_.find(std::string(text));
        if (known != calls_.end() && !id.empty() && !known->second.id.empty() &&
            known->second.id != id) {
            found_.add("call_index_again", in.at(text), at);
        }
        const long number = std::strtol(std::string(text).c_str(), nullptr, 10);
        if (known == calls_.end() && number != next_index_) {
            found_.add("call_index_gap", in.at(text), at);
        }
        if (known == calls_.end()) next_index_ = number + 1;
    }
    void look_at_name(const located& in, state& it, bool known, oaiwire::json_view call,
                      oaiwire::json_view name, const std::string& path) {
        const std::string at = path + ".function.name";
        const std::string said = name.is_string() ? *name.string() : std::string();
        const bool empty = said.empty() || said == "null";
        // the first piece has the name, and no later one
        if (!known ? empty : name.exists()) {
            found_.add("odd_call_name", id_place(in, call, name), at);
        }
        if (!empty) it.name = said;
    }

    void piece(const located& in, state& it, oaiwire::json_view text, const std::string& path) {
        if (!text.exists() || text.is_null()) return;
        it.has_arguments = true;
        if (!text.is_string()) {
            found_.add("arguments_not_text", in.at(text.text().substr(0, 1)), path);
            it.is_json_value = true;
            return;
        }
        const std::string_view raw = text.text().substr(1, text.text().size() - 2);
        if (it.arguments.text.empty()) it.path = path;
        const std::string& before = it.arguments.text;
        const bool again = before.size() >= 2 && raw.starts_with(before) &&
                           (raw.size() > before.size() || it.brackets.ended());
        if (again) {
            found_.add("arguments_again", in.at(text.text().substr(0, 1)), path);
            it.arguments = {};
            it.brackets = {};
        }
        const std::size_t on =
            it.went_on ? std::string_view::npos : it.brackets.add(*text.string());
        if (on != std::string_view::npos) {
            it.went_on = true;
            const std::size_t at = raw_offset(raw, on);
            found_.add("arguments_go_on", in.at(raw.substr(at, 1)), path);
        }
        it.arguments.append(in, static_cast<std::size_t>(raw.data() - in.text.data()), raw.size());
    }

    void check_arguments(state& call) {
        const std::string& raw = call.arguments.text;
        const auto decoded = oaiwire::json_view("\"" + raw + "\"").string();
        if (call.path.ends_with(".input") || !decoded) return;
        const auto read = oaiwire::raw_json::parse(*decoded);
        if (read) return;
        const auto& why = read.error();
        const std::size_t bad = why.offset == oaiwire::error::no_offset ? 0 : why.offset;
        const std::size_t at = raw_offset(raw, bad);
        std::string detail(why.message);
        std::string repaired;
        std::vector<oaiwire::json::repair_note> notes;
        const bool ok = static_cast<bool>(
            oaiwire::json::repair_lenient(*decoded, repaired, notes, {.object = true}));
        if (ok) {
            detail.append("; repair_lenient() makes ").append(excerpt(repaired));
            for (std::size_t i = 0; i != notes.size() && i != 3; ++i) {
                detail.append(i == 0 ? " (" : ", ").append(name(notes[i].what));
            }
            if (!notes.empty()) detail.push_back(')');
        } else {
            detail.append("; repair_lenient() finds no value in it");
        }
        found_.add("arguments_not_json", call.arguments.at(at, at == raw.size() ? 0 : 1), call.path,
                   detail);
    }

    finding_list& found_;
    std::map<std::string, state> calls_{};
    std::map<std::string, std::string> at_index_{};  // the key of the latest call of an index
    std::string latest_{};
    long next_index_ = 0;
    bool calls_used_ = false;
};

}  // namespace inspect
