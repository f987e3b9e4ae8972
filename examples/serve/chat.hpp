// Chat completions, also the stored ones.
#pragma once

#include <memory>

#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/stored_completions.hpp>

#include "task.hpp"

namespace serve {

// Each begins the answer to a request. Null: `out` has it already.
std::unique_ptr<task> answer(const context& with, const oaiwire::ChatCompletionRequest& request);
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::ListChatCompletionsRequest& request);
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::RetrieveChatCompletionRequest& request);
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::UpdateChatCompletionRequest& request);
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::DeleteChatCompletionRequest& request);
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::ListChatCompletionMessagesRequest& request);

}  // namespace serve
