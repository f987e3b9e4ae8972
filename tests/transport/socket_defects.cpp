// The conformance suite finds planted defects, and names the rule that each breaks.
#include <oaiwire/transport/socket.hpp>

#include <support/catch.hpp>
#include <transport/conformance.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#if !defined(_WIN32)
#include <sys/wait.h>
#include <unistd.h>
#endif

namespace socket_defects_tests {

using namespace oaiwire;

namespace {

enum class defect {
    none,
    drops_the_last_byte,
    ignores_stops,
    ignores_idle,
    ignores_total,
    follows_redirects,
    trips_over_chunk_extensions,
    takes_404_for_a_failure,
    keeps_views_too_long,
    waits_for_the_whole_body,
    sends_twice,
    asks_for_gzip,
    takes_a_cut_for_an_end,
    joins_fields,
    goes_on_after_flow_stop,
    quotes_the_request,
    leaves_out_the_length,
    delivers_interim_heads,
    throws,
    never_returns,
};

// A socket whose reader cannot read extensions: it stumbles over the semicolon.
class no_extensions : public detail::socket_connection {
public:
    using socket_connection::socket_connection;
    result<std::optional<std::string_view>> read() {
        auto came = socket_connection::read();
        if (!came || !came->has_value()) return came;
        copy_ = **came;
        std::replace(copy_.begin(), copy_.end(), ';', '\n');
        return std::string_view(copy_);
    }

private:
    std::string copy_{};
};

struct faulty_transport {
    explicit faulty_transport(defect d) : is(d) {}

    template <http::response_handler Handler>
    result<void> send(const http::request& asked, Handler& handler) {
        http::request r = asked;
        r.stop = asked.stop;
        if (is == defect::never_returns) {
            for (;;) std::this_thread::sleep_for(std::chrono::hours(1));
        }
        if (is == defect::throws) throw std::runtime_error("planted");
        if (is == defect::ignores_stops) {
            r.stop = {};
            r.timeouts.total_ms = 2000;
        }
        if (is == defect::ignores_idle && r.timeouts.idle_ms != 0) r.timeouts.idle_ms += 2000;
        if (is == defect::ignores_total && r.timeouts.total_ms != 0) r.timeouts.total_ms += 2000;
        if (is == defect::asks_for_gzip) r.headers.add("Accept-Encoding", "gzip");
        if (is == defect::leaves_out_the_length && r.method == "DELETE") r.body.clear();
        auto sent = once(r, handler);
        if (is == defect::sends_twice && !sent && sent.error().code == errc::closed_early) {
            return once(r, handler);
        }
        if (is == defect::quotes_the_request && !sent) {
            return make_error(sent.error().code, "cannot send " + r.target);
        }
        const bool cut = !sent && sent.error().code == errc::closed_early;
        if (is == defect::takes_a_cut_for_an_end && cut) return {};
        return sent;
    }

    template <class Handler>
    result<void> once(const http::request& r, Handler& handler) {
        if (is != defect::trips_over_chunk_extensions) return over(good, r, handler);
        pump_transport<no_extensions> bad(
            [](const http::origin& to) { return std::make_unique<no_extensions>(to); });
        return over(bad, r, handler);
    }

    template <class Transport, class Handler>
    result<void> over(Transport& transport, const http::request& r, Handler& handler) {
        auto opened = transport.open(r);
        if (!opened) return std::move(opened).error();
        http::response_head head = opened->head();
        if (is == defect::delivers_interim_heads) {
            static_cast<void>(handler.on_head({102, {}}));
        }
        if (is == defect::takes_404_for_a_failure && head.status == 404) {
            return make_error(errc::transport_failed);
        }
        const auto location = std::string(head.headers.value("Location"));
        if (is == defect::follows_redirects && location.starts_with('/')) {
            http::request next = r;
            next.target = location;
            return over(transport, next, handler);
        }
        if (is == defect::joins_fields) {
            http::header_list joined;
            for (const auto& h : head.headers) {
                const auto before = std::string(joined.value(h.name));
                joined.set(h.name, before.empty() ? h.value : before + ", " + h.value);
            }
            head.headers = joined;
        }
        if (handler.on_head(head) == http::flow::stop) return {};
        std::vector<std::string_view> kept;
        std::string whole;
        for (;;) {
            auto bytes = opened->read_some();
            if (!bytes) return std::move(bytes).error();
            if (bytes->empty()) break;
            if (is == defect::keeps_views_too_long) {
                kept.push_back(*bytes);
            } else if (is == defect::waits_for_the_whole_body) {
                whole += *bytes;
            } else if (is == defect::drops_the_last_byte) {
                whole += *bytes;
                const auto all_but_one = std::string_view(whole).substr(0, whole.size() - 1);
                if (!all_but_one.empty()) static_cast<void>(handler.on_body(all_but_one));
                whole.erase(0, whole.size() - 1);
            } else if (handler.on_body(*bytes) == http::flow::stop &&
                       is != defect::goes_on_after_flow_stop) {
                return {};
            }
        }
        for (const auto bytes : kept) static_cast<void>(handler.on_body(bytes));
        if (is == defect::waits_for_the_whole_body && !whole.empty()) {
            static_cast<void>(handler.on_body(whole));
        }
        return {};
    }

    defect is;
    socket_transport good{};
};

struct planted {
    defect is;
    const char* rule;  // that it breaks
};
const planted all_planted[] = {
    {defect::drops_the_last_byte, "bodies with every framing are complete"},
    {defect::ignores_stops, "a stop from another thread ends a call in every phase"},
    {defect::ignores_idle, "each timeout alone ends a call with its own code, on time"},
    {defect::ignores_total, "each timeout alone ends a call with its own code, on time"},
    {defect::follows_redirects, "redirects are delivered, not followed"},
    {defect::trips_over_chunk_extensions, "bodies with every framing are complete"},
    {defect::takes_404_for_a_failure, "every status is a response to a single request"},
    {defect::keeps_views_too_long, "bodies with every framing are complete"},
    {defect::waits_for_the_whole_body,
     "bytes are delivered as they arrive, not when the body is complete"},
    {defect::sends_twice, "a request that was sent and not answered is not sent again"},
    {defect::asks_for_gzip, "fields are sent as given, and none is added"},
    {defect::takes_a_cut_for_an_end,
     "a close at any byte is an error after what arrived, never a successful end"},
    {defect::joins_fields, "fields are delivered as sent, without white space"},
    {defect::goes_on_after_flow_stop, "a handler that stops ends the call at once"},
    {defect::quotes_the_request, "connecting to a closed port is connect_failed"},
    {defect::leaves_out_the_length, "method, target and body are sent as given"},
    {defect::delivers_interim_heads, "interim responses do not reach the handler"},
    {defect::throws, "heads within the limits are accepted"},
    {defect::never_returns, "a response without a body ends with its head"},
};

conformance::report examine(defect is, const std::string& rule) {
    conformance::options o;
    o.only = rule;
    o.patience_ms = 4000;
    return conformance::examine([is] { return faulty_transport(is); }, o);
}

}  // namespace

TEST_CASE("the conformance suite names the rule that each planted defect breaks") {
    for (const auto& one : all_planted) {
        const auto found = examine(one.is, one.rule);
        CAPTURE(one.rule, static_cast<int>(one.is));
        REQUIRE(found.findings().size() == 1);
        const auto& f = found.findings().front();
        CHECK_FALSE(found.ok());
        CHECK(f.how == (one.is == defect::never_returns ? conformance::verdict::hung
                                                        : conformance::verdict::broken));
        CHECK(f.form == "send");
        CHECK(f.seen.size() > 20);
        CHECK_FALSE(f.basis.empty());
    }
}

TEST_CASE(
    "the conformance suite finds nothing wrong with the transport that defects are planted in") {
    std::vector<std::string> rules;
    for (const auto& one : all_planted) rules.emplace_back(one.rule);
    std::sort(rules.begin(), rules.end());
    rules.erase(std::unique(rules.begin(), rules.end()), rules.end());
    for (const auto& rule : rules) {
        const auto found = examine(defect::none, rule);
        CAPTURE(rule);
        REQUIRE(found.findings().size() == 1);
        CAPTURE(found.findings().front().seen);
        CHECK(found.ok());
    }
}

TEST_CASE("an examination of a transport that never returns ends, and says so") {
    conformance::options o;
    o.patience_ms = 100;
    o.most_hung = 2;
    const auto found =
        conformance::examine([] { return faulty_transport(defect::never_returns); }, o);
    REQUIRE(found.findings().size() == 2);
    CHECK(found.hung() == 2);
    for (const auto& f : found.findings()) {
        CHECK(f.how == conformance::verdict::hung);
        CHECK(f.seen.find("did not return in 100 ms") != std::string::npos);
        CHECK(f.server.find("HTTP/1.1 200 OK") != std::string::npos);
    }
}

#if !defined(_WIN32) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

enum class ending { abort, exit, pipe };

// Ends the program in its first call.
struct ending_transport {
    ending how;
    template <class Handler>
    result<void> send(const http::request&, Handler&) {
        if (how == ending::abort) std::abort();
        if (how == ending::exit) std::exit(0);
        std::raise(SIGPIPE);
        return {};
    }
};

struct ended_program {
    std::string output{};
    int status = 0;  // of waitpid
};

// Examines in a process of its own.
ended_program examined_apart(ending how) {
    int ends[2];
    ended_program out;
    if (pipe(ends) != 0) return out;
    std::fflush(stdout);
    const pid_t child = fork();
    if (child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        std::signal(SIGABRT, SIG_DFL);  // Catch2 has a handler
        conformance::options o;
        o.only = "a response without a body";
        std::_Exit(conformance::main_of([how] { return ending_transport{how}; }, o));
    }
    close(ends[1]);
    char bytes[4096];
    for (ssize_t n; (n = read(ends[0], bytes, sizeof bytes)) > 0;) {
        out.output.append(bytes, static_cast<std::size_t>(n));
    }
    close(ends[0]);
    waitpid(child, &out.status, 0);
    return out;
}

}  // namespace

TEST_CASE("a transport that ends the program has its rule named, and never counts as right") {
    static_cast<void>(conformance::detail::server());  // whose threads the processes share
    const std::pair<ending, const char*> all[] = {
        {ending::abort, "SIGABRT"}, {ending::exit, "exit()"}, {ending::pipe, "SIGPIPE"}};
    for (const auto& [how, name] : all) {
        const auto ended = examined_apart(how);
        CAPTURE(name, ended.output, ended.status);
        CHECK_FALSE((WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == 0));
        CHECK(ended.output.find("CRASHED send: a response without a body ends with its head") !=
              std::string::npos);
        CHECK(ended.output.find(name) != std::string::npos);
    }
}

#endif

TEST_CASE("what the conformance suite prints of a body has no control characters") {
    CHECK(conformance::detail::visible("a\r\n\x1b[0m\x7f") == "a\\r\\n\\x1b[0m\\x7f");
}

}  // namespace socket_defects_tests
