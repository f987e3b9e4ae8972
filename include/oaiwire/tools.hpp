// Structs as schemas, tools that are functions, values while they stream, tool loops and
// conversations. For use with chat.hpp or responses.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/client.hpp>
#include <oaiwire/json/keyword_check.hpp>
#include <oaiwire/json/partial.hpp>
#include <oaiwire/json/repair_lenient.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/json/schema_limits.hpp>
#include <oaiwire/tools/chat_message.hpp>
#include <oaiwire/tools/chat_parse.hpp>
#include <oaiwire/tools/chat_tools.hpp>
#include <oaiwire/tools/conversation.hpp>
#include <oaiwire/tools/history_trim.hpp>
#include <oaiwire/tools/model_text.hpp>
#include <oaiwire/tools/parse.hpp>
#include <oaiwire/tools/response_conversation.hpp>
#include <oaiwire/tools/response_history.hpp>
#include <oaiwire/tools/response_parse.hpp>
#include <oaiwire/tools/response_tool.hpp>
#include <oaiwire/tools/response_tools.hpp>
#include <oaiwire/tools/token_sum.hpp>
#include <oaiwire/tools/tool.hpp>
#include <oaiwire/tools/tool_conversation.hpp>
#include <oaiwire/tools/tool_options.hpp>
#include <oaiwire/tools/tool_set.hpp>

#include <oaiwire/core/macros_end.hpp>
