// Responses in the background: waiting for them, and streams that are resumed after a break. For
// use with responses.hpp, which it does not replace.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/background.hpp>
#include <oaiwire/tools/background_calls.hpp>

#include <oaiwire/core/macros_end.hpp>
