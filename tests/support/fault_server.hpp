// The fault server of the conformance suite for tests, under the names of this folder.
#pragma once

#include <transport/conformance/call.hpp>
#include <transport/conformance/fault_websocket.hpp>

namespace support {

using oaiwire::conformance::fault_server;
using oaiwire::conformance::fnv1a;
using oaiwire::conformance::script;
using oaiwire::conformance::detail::accept_of;
using oaiwire::conformance::detail::close_frame;
using oaiwire::conformance::detail::frame;

}  // namespace support
