// /v1/responses as a WebSocket: responses in turns, in lanes, and steered.
#pragma once

#include <memory>

#include "socket.hpp"

namespace serve {

// The handler of a connection.
std::unique_ptr<socket_handler> open_responses(const socket_request& request);

}  // namespace serve
