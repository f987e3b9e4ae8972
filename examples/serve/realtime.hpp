// /v1/realtime: a session that gives back what it hears, and keys that open one.
#pragma once

#include <memory>

#include <oaiwire/types/realtime.hpp>

#include "socket.hpp"
#include "task.hpp"

namespace serve {

// The handler of a connection. The model is any; a call or another intent than transcription is
// refused (null).
std::unique_ptr<socket_handler> open_realtime(const socket_request& request);

// Answers with an ephemeral key, which opens sessions until it expires.
std::unique_ptr<task> answer(const context& with,
                             const oaiwire::CreateRealtimeClientSecretRequest& request);

}  // namespace serve
