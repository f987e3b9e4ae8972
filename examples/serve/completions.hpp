// Text completions.
#pragma once

#include <memory>

#include <oaiwire/types/completion.hpp>

#include "task.hpp"

namespace serve {

// Begins the answer to a request. Null: `out` has it already.
std::unique_ptr<task> answer(const context& with, const oaiwire::CompletionRequest& request);

}  // namespace serve
