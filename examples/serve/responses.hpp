// The Responses API, also the stored responses.
#pragma once

#include <memory>

#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/stored_responses.hpp>

#include "task.hpp"

namespace serve {

// Each begins the answer to a request. Null: `out` has it already.
std::unique_ptr<task> answer(const context& with, const oaiwire::ResponseRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveResponseRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteResponseRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CancelResponseRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ListInputItemsRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CountInputTokensRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CompactResponseRequest& request);

}  // namespace serve
