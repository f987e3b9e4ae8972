// A user program that links the compiled form and its libcurl adapter: it includes the declarations
// of both.
#include <oaiwire/client.hpp>
#include <oaiwire/transport/curl.hpp>

#if OAIWIRE_DEFINES || OAIWIRE_ADAPTER_DEFINES
#error "the target, or the package, should have said OAIWIRE_DECLARATIONS"
#endif
#if defined(CURLINC_CURL_H)
#error "libcurl's header is not its users' concern"
#endif

static_assert(oaiwire::version == oaiwire::version_number{EXPECTED_VERSION});

int main() {
    const oaiwire::stop_handle stopped;
    stopped.request_stop();
    const oaiwire::http::request request{
        .method = "GET", .origin = {"http", "127.0.0.1", 9}, .target = "/", .stop = stopped};
    oaiwire::curl_transport one;
    const auto refused = one.open(request);
    const auto ended = one.start(request);
    oaiwire::client api{std::move(one), {.base_url = "http://127.0.0.1:9"}};
    const bool both = !refused && refused.error().code == oaiwire::errc::cancelled &&
                      ended.error().code == oaiwire::errc::cancelled;
    return both && api.attempts().empty() ? 0 : 1;
}
