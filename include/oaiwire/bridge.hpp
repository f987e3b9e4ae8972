// The bridge between the two dialects: the Responses API over a server that has chat completions
// only, and the reverse. Without I/O. oaiwire.hpp does not include it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/chat_request_of.hpp>
#include <oaiwire/bridge/chat_to_response.hpp>
#include <oaiwire/bridge/completion_of_response.hpp>
#include <oaiwire/bridge/response_of_completion.hpp>
#include <oaiwire/bridge/response_request_of.hpp>
#include <oaiwire/bridge/response_store.hpp>
#include <oaiwire/bridge/response_to_chat.hpp>

#include <oaiwire/core/macros_end.hpp>
