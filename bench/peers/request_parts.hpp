// What hand-written request encoders need to know; covers only what the generators produce.
#pragma once

#include <variant>

#include <oaiwire/types/chat_request.hpp>

namespace bench {

// Calls use(role, content) for a message with one of the generated roles.
template <class F>
void with_message(const oaiwire::RequestMessage& message, F&& use) {
    if (const auto* m = std::get_if<oaiwire::SystemMessage>(&message)) use("system", *m->content);
    if (const auto* m = std::get_if<oaiwire::UserMessage>(&message)) use("user", *m->content);
    if (const auto* m = std::get_if<oaiwire::AssistantMessage>(&message)) {
        use("assistant", *m->content);
    }
}

}  // namespace bench
