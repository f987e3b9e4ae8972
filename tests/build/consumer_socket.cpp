// Uses the installed package with its sockets.
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/socket.hpp>

namespace consumer_socket {

bool has_transport() {
    const oaiwire::endpoint local{.base_url = "http://localhost:8000/v1"};
    oaiwire::client api{oaiwire::socket_transport{}, local};
    return api.create(oaiwire::ChatCompletionRequest{}).has_value();
}

}  // namespace consumer_socket
