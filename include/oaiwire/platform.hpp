// The operations of OpenAI's platform beside those of oaiwire.hpp, which does not include them:
// each has a header of its own, as files.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/batches.hpp>
#include <oaiwire/containers.hpp>
#include <oaiwire/conversations.hpp>
#include <oaiwire/decisions.hpp>
#include <oaiwire/evals.hpp>
#include <oaiwire/files.hpp>
#include <oaiwire/fine_tuning.hpp>
#include <oaiwire/safety.hpp>
#include <oaiwire/skills.hpp>
#include <oaiwire/uploads.hpp>
#include <oaiwire/vector_stores.hpp>
#include <oaiwire/videos.hpp>
#include <oaiwire/voices.hpp>

#include <oaiwire/core/macros_end.hpp>
