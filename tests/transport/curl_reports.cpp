// The calls of report_cases.jsonl: client<curl_transport> with responses that were reported from
// real servers.
#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/transport/curl.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <regex>
#include <string>
#include <vector>

#include <oaiwire/types/text.hpp>

#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/fault_server.hpp>
#include <support/http_server.hpp>

namespace curl_reports_tests {

namespace {

using namespace oaiwire;

// Time that advances only by sleeping, and no jitter.
struct virtual_timing {
    std::int64_t now = 1000;
    std::int64_t now_ms() const { return now; }
    void sleep(std::int64_t ms, const stop_handle&) { now += ms; }
    double jitter() { return 0; }
};

using reported_client = client<curl_transport, virtual_timing>;

std::string line_of(const error& e) {
    return "ERROR " + to_string(e) + " status=" + std::to_string(e.api.status) +
           " class=" + std::string(name(e.api.error_class)) + " code=" + e.api.code +
           " reqid=" + e.api.request_id;
}

std::string line_of(const attempt& made) {
    return "TRY status=" + std::to_string(made.status) + " code=" + std::string(name(made.code)) +
           " reason=" + std::string(name(made.decision.reason)) +
           " again=" + (made.decision.again ? "1" : "0") +
           " wait=" + std::to_string(made.decision.wait_ms);
}

// One line per property of the call's result.
std::vector<std::string> lines_of(const std::string& tool, const std::string& base_url) {
    endpoint where{.base_url = base_url, .api_key = secret{"sk-canary"}};
    if (tool.find("--retry") == tool.npos) where.retry = retry_policy::none();
    reported_client api{curl_transport(), where, virtual_timing()};
    const ChatCompletionRequest hello{.model = "m", .messages = {user("hi")}};
    std::vector<std::string> out;
    if (tool.find("stream") != tool.npos) {
        auto stream = api.stream(hello);
        std::string said;
        for (const auto& chunk : stream) said += text(chunk);
        out.push_back("TEXT " + said);
        out.push_back("END " + std::string(name(stream.end_reason())));
        if (!stream.ok()) out.push_back(line_of(stream.error()));
    } else if (tool.find("speech") != tool.npos) {
        const auto speech =
            api.create(SpeechRequest{.model = "m", .input = "hi", .voice = "alloy"});
        out.push_back(speech ? std::string("OK") : line_of(speech.error()));
    } else {
        const auto response = api.create(hello);
        out.push_back(response ? "OK " + text(*response) : line_of(response.error()));
    }
    for (const attempt& made : api.attempts()) out.push_back(line_of(made));
    return out;
}

bool any_matches(const std::vector<std::string>& lines, const std::string& pattern) {
    const std::regex expected(pattern);
    for (const auto& line : lines) {
        if (std::regex_search(line, expected)) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("curl: calls give the results that public bug reports demand") {
    setenv("no_proxy", "127.0.0.1,localhost", 1);  // ignore the machine's proxy
    support::http_server echo(OAIWIRE_TEST_HTTP_SERVER);
    support::fault_server& server = oaiwire::conformance::detail::server();
    REQUIRE(echo.port != 0);
    REQUIRE(server.port != 0);
    std::size_t count = 0;
    for (const auto& c : support::cases("report_cases.jsonl")) {
        const std::string tool = c["tool"];
        if (!tool.starts_with("client<curl_transport>")) continue;
        ++count;
        // newer ones decode no transfer coding that was not requested
        const bool newer = curl_version_info(CURLVERSION_NOW)->version_num >= 0x080700;
        if (newer && c["name"] == "http-te-gzip-chunked") continue;
        const std::string path = c["base_url_path"];
        std::string base_url = "http://127.0.0.1:";
        if (path.starts_with("/echo/")) {
            base_url += std::to_string(echo.port) + path;
        } else {
            const auto id =
                server.add(support::script().send(support::unescaped(c["input_escaped"])).close());
            base_url += std::to_string(server.port) + '/' + id + path;
        }
        const auto lines = lines_of(tool, base_url);
        INFO(c["name"]);
        std::string all;
        for (const auto& line : lines) all += line + '\n';
        INFO(all);
        for (const std::string pattern : c["expect"]["match"]) {
            INFO(pattern);
            CHECK(any_matches(lines, pattern));
        }
        for (const std::string pattern : c["expect"]["not"]) {
            INFO(pattern);
            CHECK_FALSE(any_matches(lines, pattern));
        }
    }
    CHECK(count == 27);
}

}  // namespace curl_reports_tests
