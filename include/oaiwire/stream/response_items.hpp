// response_items: what is asked of an item of a Responses output, whatever its type.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/response_merge.hpp>
#include <oaiwire/stream/text_search.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A base of response_state. A template, so that programs without Responses do not compile it.
template <class = void>
class response_items {
protected:
    // The ids of an item; "" if it has none.
    struct item_names {
        std::string id{};
        std::string call_id{};
    };
    static item_names names_of(const ResponseItem& item) {
        item_names out;
        if (const auto* raw = std::get_if<raw_json>(&item)) {
            const json_view json(raw->text());
            out.id = json["id"].string().value_or(std::string());
            out.call_id = json["call_id"].string().value_or(std::string());
        }
        with_item(item, [&](const auto& i) {
            if (i.id) out.id = *i.id;
            if constexpr (requires { i.call_id; }) {
                if (i.call_id) out.call_id = *i.call_id;
            }
        });
        return out;
    }
    // Whether both are of the same type, C++ type and `type`.
    static bool same_kind(const ResponseItem& a, const ResponseItem& b) {
        return a.index() == b.index() && type_of(a) == type_of(b);
    }
    // The `type` of an item whose C++ type stands for several.
    static std::string_view type_of(const ResponseItem& item) {
        std::string_view type;
        if (const auto* raw = std::get_if<raw_json>(&item)) {
            type = json_view(raw->text())["type"].text();
        }
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.type.size(); }) type = i.type;
        });
        return type;
    }
    // Whether the item states a status; false for types without one.
    static bool has_status(const ResponseItem& item) {
        bool has = false;
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.status; }) has = i.status.has_value();
        });
        return has;
    }
    // Bytes of the texts of an item.
    static std::size_t size_of(const ResponseItem& item) {
        std::size_t size = 0;
        const auto add = [&](const auto& text) {
            if (text) size += text->size();
        };
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.content; }) {
                if (i.content) size += text_size_in(*i.content);
            }
            if constexpr (requires { i.summary; }) {
                if (i.summary) size += text_size_in(*i.summary);
            }
            if constexpr (requires { i.arguments->size(); }) add(i.arguments);
            if constexpr (requires { i.input->size(); }) add(i.input);
            if constexpr (requires { i.code->size(); }) add(i.code);
            if constexpr (requires { i.output->size(); }) add(i.output);
            if constexpr (requires { i.action->commands; }) {
                if (i.action) add(i.action->commands);
            }
        });
        return size;
    }
    // Items still in progress take the response's final status.
    static void set_final_status(ResponseItem& item, ResponseStatus end) {
        with_item(item, [&](auto& i) {
            if constexpr (requires { i.status; }) {
                if (!i.status) return;
                switch (i.status->known()) {
                    case ResponseStatus::in_progress:
                    case ResponseStatus::searching:
                    case ResponseStatus::interpreting:
                    case ResponseStatus::generating:
                    case ResponseStatus::calling:
                        i.status =
                            end == ResponseStatus::completed ? end : ResponseStatus::incomplete;
                        break;
                    default:
                        break;
                }
            }
        });
    }

    // The texts of a message or reasoning item, concatenated.
    static std::string said_by(const ResponseItem& item) {
        std::string out;
        const auto add = [&](std::string_view text) { out += text; };
        with_item(item, [&](const auto& i) {
            if constexpr (requires { i.content; }) {
                if (i.content) each_text_in(*i.content, add);
            }
            if constexpr (requires { i.summary; }) {
                if (i.summary) each_text_in(*i.summary, add);
            }
        });
        return out;
    }
    // Finds whether an item of an output has the text of a given message or reasoning. Calls are
    // never equal. A budget bounds the work, which would otherwise grow with the product of both;
    // beyond it, the answer is false.
    class said_texts {
    public:
        explicit said_texts(const std::vector<ResponseItem>& items) : items_(items) {}

        bool has(const ResponseItem& ours) {
            if (!std::holds_alternative<ResponseMessage>(ours) &&
                !std::holds_alternative<ReasoningItem>(ours)) {
                return false;
            }
            if (texts_.size() != items_.size()) look();
            const std::size_t size = size_of(ours);
            if (size > longest_ || size > left_) return false;
            left_ -= size;
            const text_search search(said_by(ours));
            for (std::size_t i = 0; i != items_.size(); ++i) {
                const std::size_t work = 1 + texts_[i].size();
                if (work > left_) return false;
                left_ -= work;
                if (same_kind(ours, items_[i]) && search.is_in(texts_[i])) return true;
            }
            return false;
        }

    private:
        static constexpr std::size_t deserved = 64;  // comparisons for each byte

        // Collects the texts when they are first needed.
        void look() {
            for (const ResponseItem& item : items_) {
                const std::size_t size = texts_.emplace_back(said_by(item)).size();
                longest_ = std::max(longest_, size);
                left_ += deserved * (1 + size);
            }
        }

        const std::vector<ResponseItem>& items_;  // borrowed
        std::vector<std::string> texts_{};        // of each item, once collected
        std::size_t longest_ = 0;                 // of these texts
        std::size_t left_ = 0;                    // of the budget
    };
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
