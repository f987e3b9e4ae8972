// A user's program that includes everything without -isystem and instantiates the templates that
// programs use: whatever warns here, warns there (all_warnings.py).
#include <cstdio>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/bridge.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/platform.hpp>
#include <oaiwire/realtime.hpp>
#include <oaiwire/server.hpp>
#include <oaiwire/tools.hpp>
#include <oaiwire/transport/cassette.hpp>
#include <oaiwire/transport/record.hpp>
#include <oaiwire/transport/replay.hpp>
#include <oaiwire/transport/replay_or_record.hpp>
#include <oaiwire/transport/socket.hpp>
#include <oaiwire/transport/socket_polled.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/websocket.hpp>

#if defined(WITH_CURL)
#include <oaiwire/transport/curl.hpp>
#endif

namespace {

struct query {
    std::string city{};
    int days = 1;
    std::vector<double> limits{};
    oaiwire::field<bool> exact{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&query::days, {.minimum = 1, .maximum = 14}),
    };
};

template <class Transport>
int calls(Transport transport) {
    oaiwire::client api{std::move(transport), {.base_url = "http://localhost:1/v1"}};
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("u")}};
    auto stream = api.stream(request);
    std::size_t size = 0;
    for (const auto& chunk : stream) size += oaiwire::text(chunk).size();
    oaiwire::tool_set tools;
    tools.add<query>("weather", "Of the next days",
                     [](const query& of) { return oaiwire::result<std::string>(of.city); });
    const auto plain = api.create(request);
    const auto parsed = api.template parse<query>(request);
    const auto outcome = api.run_tools(request, tools, {.rounds = 2});
    const auto models = api.create(oaiwire::ListModelsRequest{});
    return size == 0 && !plain && !parsed && !outcome && !models ? 0 : 1;
}

}  // namespace

int main() {
    static_assert(std::tuple_size_v<decltype(query::schema_keywords)> == 1);
    const auto read = oaiwire::json::read<query>(R"({"city":"Bern","days":2})");
    const auto written = oaiwire::json::write(read ? *read : query{});
    oaiwire::server_connection<oaiwire::ChatCompletionRequest> connection;
    connection.feed("GET / HTTP/1.1\r\n\r\n", 0);
#if defined(WITH_CURL)
    if (calls(oaiwire::curl_transport{}) != 0) return 1;
#endif
    return written ? std::puts(written->c_str()) < 0 : 1;
}
