// Chat completions, plain and streamed, and nothing else: a program that includes this does not
// compile the other operations. oaiwire.hpp is everything.
#pragma once

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
#include <oaiwire/stream/merge_choices.hpp>
#include <oaiwire/types/text.hpp>
