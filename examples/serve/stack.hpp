// The HTTP stacks that the server runs on. Each is one file, which knows the service by call.hpp
// alone; `serve` has those whose library was found when it was built.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "service.hpp"

namespace serve {

struct listen_options {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any that is free
};

// Each listens, calls `ready` with its port, and serves until SIGINT or SIGTERM. Calls that are
// being answered then have a few seconds to end. Throw what the stack throws, as when the port is
// in use.

// All connections on one thread, WebSockets too (Boost.Beast).
void run_beast(service& shared, const listen_options& where,
               const std::function<void(std::uint16_t port)>& ready);
// One thread per connection (cpp-httplib).
void run_httplib(service& shared, const listen_options& where,
                 const std::function<void(std::uint16_t port)>& ready);

}  // namespace serve
