// websocket: sends messages over a WebSocket and prints what comes back.
//
//   websocket [URL] [MESSAGE...]     URL: http://HOST[:PORT]/PATH, such as serve's /v1/echo
//
// Without a URL, an echo server in the same process answers. Both ends are the library's codec over
// plain sockets (support/socket_duplex.hpp); programs with TLS use an adapter of transport/.
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/http/url.hpp>

#include "support/echo_server.hpp"
#include "support/socket_duplex.hpp"

namespace {

using example::http::message_kind;

int complain(const oaiwire::error& why) {
    std::fprintf(stderr, "websocket: %s\n", to_string(why).c_str());
    return 1;
}

int run(const std::string& url, const std::vector<std::string>& messages) {
    const auto parsed = oaiwire::http::parse_base_url(url, true);
    if (!parsed) return complain(parsed.error());
    oaiwire::http::duplex_request request;
    request.origin = parsed->origin;
    request.target = parsed->base_path.empty() ? "/" : parsed->base_path;

    auto connection = example::socket_duplex_transport{}.connect(request);
    if (!connection) return complain(connection.error());
    for (const auto& text : messages) {
        if (auto sent = connection->send(message_kind::text, text); !sent) {
            return complain(sent.error());
        }
        const auto reply = connection->receive(10'000);
        if (!reply) return complain(reply.error());
        if (!*reply) return complain(oaiwire::make_error(oaiwire::errc::idle_timeout));
        std::printf("%.*s\n", static_cast<int>((*reply)->data.size()), (*reply)->data.data());
    }
    if (auto closed = connection->close(1000, "done"); !closed) return complain(closed.error());
    std::printf("closed with %d\n", connection->closed().code);
    return 0;
}

}  // namespace

int main(int count, char** words) {
    std::vector<std::string> rest(words + 1, words + count);
    if (rest.empty()) {
        const example::echo_server server;
        return run(server.url(), {"Hello", "and goodbye"});
    }
    const std::string url = rest.front();
    rest.erase(rest.begin());
    if (rest.empty()) rest.emplace_back("Hello");
    return run(url, rest);
}
