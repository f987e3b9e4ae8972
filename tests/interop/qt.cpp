// examples/transports/qt.hpp with Qt's event loop and with its keyword macros.
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QEventLoop>

#include <memory>
#include <string>
#include <utility>

#include <support/catch.hpp>

#include "../../examples/transports/qt.hpp"
#include "scripted_server.hpp"

#if !defined(emit) || !defined(slots) || !defined(signals) || !defined(foreach)
#error "this test is about Qt's keyword macros"
#endif

namespace qt_interop_tests {

namespace {

using oaiwire::errc;
using oaiwire::stream_end;
using chat_call = qt_call<oaiwire::ChatCompletionRequest>;

struct outcome {
    std::string text;
    stream_end end = stream_end::open;
    errc code = errc::ok;
    std::string message;
    int calls_after_end = 0;
};

QCoreApplication& application() {
    static int count = 1;
    static char name[] = "test";
    static char* names[] = {name, nullptr};
    static QCoreApplication app(count, names);
    return app;
}

oaiwire::ChatCompletionRequest question() {
    return {.model = "m", .messages = {oaiwire::user("Hello?")}};
}

outcome run(const std::string& url, std::int64_t idle_ms = 0) {
    application();
    QNetworkAccessManager manager;
    outcome out;
    QEventLoop loop;
    oaiwire::endpoint where{.base_url = url, .api_key = oaiwire::secret{"k"}};
    where.timeouts.idle_ms = idle_ms;
    chat_call call(manager, question(), where, [&](auto& exchange) {
        while (const auto* chunk = exchange.next()) out.text += oaiwire::text(*chunk);
        if (!exchange.ended()) return;
        ++out.calls_after_end;
        out.end = exchange.end_reason();
        out.code = exchange.error().code;
        out.message = exchange.error().message;
        loop.quit();
    });
    if (!call.exchange().ended()) loop.exec();
    return out;
}

}  // namespace

TEST_CASE("a stream arrives, however it is cut") {
    for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
        const interop::scripted_server server(interop::stream_answer(), step);
        const auto got = run(server.url());
        CHECK(got.end == stream_end::complete);
        CHECK(got.text == "H\xC3\xAF!");
        CHECK(got.calls_after_end >= 1);
        CHECK(server.request().starts_with("POST /v1/chat/completions HTTP/1.1\r\n"));
        CHECK(server.request().find("Authorization: Bearer k\r\n") != std::string::npos);
        CHECK(server.request().find("gzip") == std::string::npos);
    }
}

TEST_CASE("a status that is an error is the answer of the API") {
    const interop::scripted_server server(interop::error_answer(), 3);
    const auto got = run(server.url());
    CHECK(got.end == stream_end::api_error);
    CHECK(got.message == "no such model");
}

TEST_CASE("a cut stream is none that ended") {
    const std::string whole = interop::stream_answer();
    for (const std::size_t size : {whole.size() - 5, whole.size() / 2, std::size_t{100}}) {
        const interop::scripted_server server(whole.substr(0, size), 50);
        const auto got = run(server.url());
        INFO(size);
        // behind [DONE] nothing is missing
        if (got.end == stream_end::complete) {
            CHECK(size == whole.size() - 5);
        } else {
            CHECK(got.end == stream_end::truncated);
            CHECK(got.code == errc::closed_early);
        }
    }
}

TEST_CASE("without a server, the call fails to connect") {
    const auto got = run(interop::closed_url());
    CHECK(got.code == errc::connect_failed);
}

TEST_CASE("silence ends a call after the idle time") {
    const interop::scripted_server server(interop::stream_answer().substr(0, 100), 100, true);
    const auto got = run(server.url(), 200);
    CHECK(got.code == errc::idle_timeout);
}

TEST_CASE("destroying a call ends its connection") {
    application();
    const interop::scripted_server server(interop::stream_answer().substr(0, 300), 300, true);
    QNetworkAccessManager manager;
    const oaiwire::endpoint where{.base_url = server.url()};
    bool came = false;
    auto call = std::make_unique<chat_call>(manager, question(), where, [&](auto& exchange) {
        while (exchange.next()) came = true;
    });
    while (!came) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    call.reset();
    while (!server.left()) QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    CHECK(server.left());
}

TEST_CASE("a request that cannot be built ends the call at once") {
    application();
    QNetworkAccessManager manager;
    const chat_call call(manager, {}, {.base_url = "http://127.0.0.1:1"}, [](auto&) {});
    CHECK(const_cast<chat_call&>(call).exchange().ended());
}

}  // namespace qt_interop_tests
