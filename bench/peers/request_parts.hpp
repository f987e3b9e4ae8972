// What a hand-written encoder of requests has to know of them. Knows only what the generators make.
#pragma once

#include <variant>

#include <oaiwire/types/chat_request.hpp>

namespace bench {

// Calls use(role, content) for a message of the roles that are generated.
template <class F>
void with_message(const oaiwire::RequestMessage& message, F&& use) {
    if (const auto* m = std::get_if<oaiwire::SystemMessage>(&message)) use("system", *m->content);
    if (const auto* m = std::get_if<oaiwire::UserMessage>(&message)) use("user", *m->content);
    if (const auto* m = std::get_if<oaiwire::AssistantMessage>(&message)) {
        use("assistant", *m->content);
    }
}

}  // namespace bench
