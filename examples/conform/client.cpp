// How the library's own client fares with the server, over curl_transport.
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "library.hpp"

namespace conform {

std::vector<client_call> call_with_client(const settings& how, const std::string& model,
                                          const std::string& ca_file) {
    using namespace oaiwire;
    endpoint to;
    const auto& origin = how.url.origin;
    to.base_url =
        origin.scheme + "://" + origin.host + ':' + std::to_string(origin.port) + how.url.base_path;
    to.api_key = how.key;
    to.allow_cleartext = true;
    to.timeouts.total_ms = how.within.timeout_ms;
    to.retry = standard_retries{.max_retries = 0};
    client api{curl_transport({.ca_file = ca_file, .limits = {}}), to};

    ChatCompletionRequest request;
    request.model = model;
    request.messages = {user("one two three")};
    std::vector<client_call> out;
    const auto tell = [&](std::string what, bool ok, std::string outcome) {
        out.push_back({std::move(what), ok, std::move(outcome)});
    };
    const auto plain = api.create(request);
    tell("chat completion", plain.has_value(), plain ? "read" : to_string(plain.error()));

    auto stream = api.stream(request);
    std::size_t chunks = 0;
    for (const auto& chunk : stream) chunks += chunk.choices.empty() ? 0 : 1;
    tell("chat completion, streamed", stream.ok(),
         stream.ok() ? std::to_string(chunks) + " chunks, " + std::string(name(stream.end_reason()))
                     : to_string(stream.error()));

    const auto models = api.create(ListModelsRequest{});
    tell("models", models.has_value(), models ? "read" : to_string(models.error()));
    return out;
}

}  // namespace conform
