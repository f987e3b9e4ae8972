// response_store: where answers are kept for `previous_response_id` and `conversation`, as
// functions of the program's, and a store in memory.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

// Where answers are kept. Both functions may be missing; then requests that need them are refused.
struct response_store {
    // The items of a conversation, in order: up to the answer with that id and including it, or of
    // the conversation with that id. An error goes to the client.
    hook<result<std::vector<ResponseItem>>(std::string_view id)> find{};
    // Keeps an answer and the input of its request, without what the request took from the store:
    // Response::previous_response_id or Response::conversation says what they follow.
    hook<result<void>(const Response& answer, std::vector<ResponseItem> input)> save{};
};

// The items of an input: a text is a message of the user.
template <class R = ResponseRequest>
std::vector<ResponseItem> items_of(const std::type_identity_t<R>& request) {
    if (!request.input) return {};
    if (const auto* items = std::get_if<std::vector<ResponseItem>>(&*request.input)) return *items;
    std::vector<ResponseItem> out;
    out.push_back(ResponseMessage{.type = "message",
                                  .role = Role::user,
                                  .content = *std::get_if<std::string>(&*request.input)});
    return out;
}

// Saves an answer, unless the request says `"store": false`, or the store saves nothing. Failed
// answers are not saved. Errors: those of the store; out_of_memory.
template <class R = ResponseRequest>
result<void> save_response(const response_store& store, const std::type_identity_t<R>& request,
                           const Response& answer) {
    if (!store.save || !request.store.value_or(true) || answer.status == ResponseStatus::failed) {
        return {};
    }
    return within_memory([&] { return store.save(answer, items_of(request)); });
}

// Keeps the last answers in memory, for tests and small programs. Not thread-safe.
// Item: ResponseItem; a template so that who includes this does not compile it.
template <class Item>
class basic_memory_store {
public:
    // most: answers that are kept; the oldest goes first, and what followed it cannot be found.
    explicit basic_memory_store(std::size_t most = 1000) : most_(most) {}
    basic_memory_store(const basic_memory_store&) = delete;
    basic_memory_store& operator=(const basic_memory_store&) = delete;

    // The functions of a response_store; they refer to this object.
    response_store hooks() {
        return {.find = [this](std::string_view id) { return find(id); },
                .save = [this](const Response& answer,
                               std::vector<Item> input) { return save(answer, std::move(input)); }};
    }
    // How many answers are kept.
    std::size_t size() const { return answers_.size(); }

    // See response_store. invalid_argument: no such answer. A conversation that has no answer yet
    // is empty if its id begins with "conv". Linear in the items.
    result<std::vector<Item>> find(std::string_view id) const {
        return within_memory([&]() -> result<std::vector<Item>> {
            std::vector<Item> out;
            if (const auto last = latest_.find(id); last != latest_.end()) {
                id = last->second;
            } else if (id.starts_with("conv")) {
                return out;
            }
            std::vector<const kept*> chain;
            for (; !id.empty(); id = chain.back()->previous) {
                const auto at = answers_.find(id);
                // a chain of reused ids has no end
                if (at == answers_.end() || chain.size() == answers_.size()) return unknown(id);
                chain.push_back(&at->second);
            }
            for (auto i = chain.rbegin(); i != chain.rend(); ++i) {
                out.insert(out.end(), (*i)->items.begin(), (*i)->items.end());
            }
            return out;
        });
    }
    // See response_store. invalid_argument: the answer has no id, or one that is known.
    result<void> save(const Response& answer, std::vector<Item> input) {
        return within_memory([&]() -> result<void> {
            const std::string id = answer.id.value_or("");
            if (id.empty() || answers_.count(id) != 0) {
                return make_error(errc::invalid_argument, "an answer needs an id of its own", "id");
            }
            kept entry;
            entry.previous = answer.previous_response_id.value_or("");
            entry.items = std::move(input);
            entry.items.insert(entry.items.end(), answer.output.begin(), answer.output.end());
            if (answer.conversation && answer.conversation->id) {
                entry.conversation = *answer.conversation->id;
                std::string& latest = latest_[entry.conversation];
                entry.previous = std::exchange(latest, id);
            }
            order_.push_back(id);
            answers_.emplace(id, std::move(entry));
            if (order_.size() > most_) drop_oldest();
            return {};
        });
    }

private:
    struct kept {
        std::string previous{};  // the answer before this one
        std::string conversation{};
        std::vector<Item> items{};
    };
    // Texts are compared without making strings of them.
    struct by_text {
        using is_transparent = void;
        bool operator()(std::string_view a, std::string_view b) const { return a < b; }
    };
    void drop_oldest() {
        const auto oldest = answers_.find(order_.front());
        const auto latest = latest_.find(oldest->second.conversation);
        if (latest != latest_.end() && latest->second == oldest->first) latest_.erase(latest);
        answers_.erase(oldest);
        order_.pop_front();
    }
    static error unknown(std::string_view id) {
        return make_error(errc::invalid_argument,
                          "there is no response with the id \"" + std::string(id) + "\"");
    }

    std::size_t most_;
    std::map<std::string, kept, by_text> answers_{};
    std::map<std::string, std::string, by_text> latest_{};  // answer of each conversation
    std::deque<std::string> order_{};                       // ids, the oldest first
};
// The store of the Responses API.
using memory_response_store = basic_memory_store<ResponseItem>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
