// chat_chunks_of: writes the chunks of a chat stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/completion_of_response.hpp>
#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/bridge/sent_texts.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Chunks of one choice, in a queue. A template so that who includes this does not compile it.
template <class Chunk = ChatCompletionChunk>
class chat_chunks_of {
public:
    explicit chat_chunks_of(const bridge_options& options) : options_(options) {}

    // The next chunk, valid until the next call of any function; null: there is none.
    const Chunk* next() {
        if (at_ == queue_.size()) {
            queue_.clear();
            at_ = 0;
            return nullptr;
        }
        return &queue_[at_++];
    }
    bool begun() const { return begun_; }
    // The number of chunks that wait, and back to it after a failure: a chunk may be incomplete.
    std::size_t size() const { return queue_.size(); }
    void restore(std::size_t size) {
        while (queue_.size() > size) queue_.pop_back();
    }

    // Takes the id, the model and the time of a response, unless a chunk was written.
    template <class R = Response>
    void identify(const R& response) {
        if (begun_) return;
        const std::string upstream = response.id.value_or("");
        id_ = "chatcmpl-" + std::string(id_base(upstream));
        if (response.created_at) created_ = static_cast<std::int64_t>(*response.created_at);
        if (response.model) model_ = *response.model;
    }
    // Writes the first chunk, unless it was. It names the role. Its content is null, as that of an
    // answer without text.
    void begin() {
        if (begun_) return;
        begun_ = true;
        if (!options_.id.empty()) id_ = options_.id;
        if (options_.created != 0) created_ = options_.created;
        auto& first = delta();
        first.role = Role::assistant;
        first.content = null;
    }

    // A chunk with an empty delta.
    ChatCompletionChunkChoice& choice() {
        begin();
        ChatCompletionChunkChoice& made = push().choices.emplace_back();
        made.index = 0;
        made.delta.emplace();
        return made;
    }
    ChatCompletionDelta& delta() { return *choice().delta; }

    // A piece of text, refusal or reasoning. Null if it is empty.
    Chunk* text(text_kind kind, std::string_view piece) {
        if (piece.empty()) return nullptr;
        ChatCompletionDelta& to = delta();
        switch (kind) {
            case text_kind::text:
                to.content.emplace(std::string(piece));
                break;
            case text_kind::refusal:
                to.refusal = std::string(piece);
                break;
            default:
                to.reasoning_content = std::string(piece);
        }
        return &queue_.back();
    }
    // Log probabilities of the text, in that chunk or in one of their own.
    void logprobs(const field<std::vector<TokenLogprob>>& from, Chunk* chunk = nullptr) {
        if (!from || from->empty()) return;
        auto& to = chunk != nullptr ? chunk->choices.front() : choice();
        to.logprobs.emplace().content = *from;
    }
    // The beginning of a call; kind: arguments or input.
    void begin_call(std::int64_t index, text_kind kind, const field<std::string>& id,
                    const field<std::string>& name) {
        ToolCallChunk& call = delta().tool_calls.emplace().emplace_back();
        call.index = index;
        if (id) call.id = *id;
        if (kind == text_kind::input) {
            call.type = "custom";
            call.custom = CustomToolCall{.name = name, .input = std::string()};
        } else {
            call.type = "function";
            call.function = FunctionCall{.name = name, .arguments = std::string()};
        }
    }
    void arguments(std::int64_t index, text_kind kind, std::string_view piece) {
        ToolCallChunk& call = delta().tool_calls.emplace().emplace_back();
        call.index = index;
        if (kind == text_kind::input) {
            call.custom = CustomToolCall{.input = std::string(piece)};
        } else {
            call.function = FunctionCall{.arguments = std::string(piece)};
        }
    }
    // The last chunks: the finish_reason and, if `usage`, the usage. response: null if unknown.
    template <class R = Response>
    void end(ResponseStatus status, const R* response, bool calls, bool usage, bridge_work& work) {
        const field<IncompleteDetails> none;
        choice().finish_reason =
            finish_of<>(status, response != nullptr ? response->incomplete_details : none, calls);
        if (response == nullptr) return;
        end_completion(queue_.back(), *response, work);
        if (usage && response->usage) push().usage = chat_usage<>(*response->usage);
    }

private:
    Chunk& push() {
        Chunk& chunk = queue_.emplace_back();
        chunk.id = id_;
        chunk.object = "chat.completion.chunk";
        chunk.created = created_;
        if (!model_.empty()) chunk.model = model_;
        return chunk;
    }

    const bridge_options& options_;  // borrowed
    std::vector<Chunk> queue_{};
    std::size_t at_ = 0;  // of the next chunk
    std::string id_ = "chatcmpl-";
    std::string model_{};
    std::int64_t created_ = 0;
    bool begun_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
