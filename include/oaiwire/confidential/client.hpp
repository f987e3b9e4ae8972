// confidential_client: a client whose requests are encrypted for one of Atoma's nodes. A client
// over a confidential_transport.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// Takes the requests that have a confidential operation (confidential::sealable) and returns what a
// client would. Each attempt locks a node and encrypts anew; call_options::idempotency_key is not
// sent. One call at a time: use a client per thread.
template <http::transport Transport, confidential::crypto Crypto,
          class Timing = typename detail::timing_of<Transport>::type>
class confidential_client : private client<confidential_transport<Transport, Crypto>, Timing> {
    using sealing_transport = confidential_transport<Transport, Crypto>;
    using base = client<sealing_transport, Timing>;

public:
    // Takes a transport, the endpoint, the crypto functions and options.
    confidential_client(Transport transport, oaiwire::endpoint where, Crypto with,
                        confidential_options options = {}, Timing clock = Timing())
        : base(sealing_transport(std::move(transport), std::move(with), options), std::move(where),
               std::move(clock)) {}

    // See client.
    template <confidential::sealable Request>
    result<response_of<Request>> create(const Request& request, const call_options& options = {}) {
        return base::create(request, options);
    }
    // See client.
    template <confidential::streamed_sealable Request>
    requires http::pull_transport<Transport>
    auto stream(const Request& request, const call_options& options = {}) {
        return base::stream(request, options);
    }
    // See client.
    template <confidential::streamed_sealable Request,
              std::invocable<const chunk_of<Request>&> OnChunk>
    stream_outcome<Request> stream(const Request& request, OnChunk&& on_chunk,
                                   const call_options& options = {}) {
        return base::stream(request, std::forward<OnChunk>(on_chunk), options);
    }
    using base::attempts;
    using base::endpoint;

    // Counts over all responses; `last` is of the last chunk or response. Valid as long as the
    // client.
    const confidential::opening_statistics& statistics() { return base::transport().statistics(); }
    // The transport that carries the sealed calls.
    Transport& transport() { return base::transport().inside(); }
};

template <class Transport, class Crypto, class... Options>
confidential_client(Transport, endpoint, Crypto, Options...)
    -> confidential_client<Transport, Crypto>;
template <class Transport, class Crypto, timing Timing>
confidential_client(Transport, endpoint, Crypto, confidential_options, Timing)
    -> confidential_client<Transport, Crypto, Timing>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
