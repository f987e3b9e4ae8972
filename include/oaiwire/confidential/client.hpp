// confidential_client: a client whose calls are sealed for one of Atoma's nodes and whose answers
// are opened. A client over a confidential_transport, and nothing else.
#pragma once

#include <concepts>
#include <utility>
#include <vector>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operations/confidential.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/opener.hpp>
#include <oaiwire/confidential/seal.hpp>
#include <oaiwire/confidential/transport.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire::inline v0_2 {

// Takes the requests that have a confidential operation (confidential::sealable), and returns what
// a client would for them. Each attempt locks a node and seals anew; call_options::idempotency_key
// is not sent.
template <http::transport Transport, confidential::crypto Crypto,
          class Timing = typename detail::timing_of<Transport>::type>
class confidential_client {
    using sealing_transport = confidential_transport<Transport, Crypto>;

public:
    confidential_client(Transport transport, endpoint where, Crypto with,
                        confidential_options options = {}, Timing clock = Timing())
        : client_(sealing_transport(std::move(transport), std::move(with), options),
                  std::move(where), std::move(clock)) {}

    // As client's.
    template <confidential::sealable Request>
    result<response_of<Request>> create(const Request& request, const call_options& options = {}) {
        return client_.create(request, options);
    }
    template <confidential::streamed_sealable Request>
    requires http::pull_transport<Transport>
    auto stream(const Request& request, const call_options& options = {}) {
        return client_.stream(request, options);
    }
    template <confidential::streamed_sealable Request,
              std::invocable<const chunk_of<Request>&> OnChunk>
    stream_outcome<Request> stream(const Request& request, OnChunk&& on_chunk,
                                   const call_options& options = {}) {
        return client_.stream(request, std::forward<OnChunk>(on_chunk), options);
    }
    const std::vector<attempt>& attempts() const { return client_.attempts(); }
    const oaiwire::endpoint& endpoint() const { return client_.endpoint(); }

    // What was noticed in opening: `last` is of the chunk or response that came last.
    const confidential::opening_statistics& statistics() {
        return client_.transport().statistics();
    }
    Transport& transport() { return client_.transport().inside(); }

private:
    client<sealing_transport, Timing> client_;
};

template <class Transport, class Crypto, class... Options>
confidential_client(Transport, endpoint, Crypto, Options...)
    -> confidential_client<Transport, Crypto>;
template <class Transport, class Crypto, timing Timing>
confidential_client(Transport, endpoint, Crypto, confidential_options, Timing)
    -> confidential_client<Transport, Crypto, Timing>;

}  // namespace oaiwire::inline v0_2
