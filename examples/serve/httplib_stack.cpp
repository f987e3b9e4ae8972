#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include <httplib.h>

#include "call.hpp"
#include "stack.hpp"

namespace serve {

namespace {

using clock = std::chrono::steady_clock;

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now().time_since_epoch())
        .count();
}

// Sleeps until there is more to do, but not for long: the client may go.
void rest(const call& until) {
    const auto left = std::clamp<std::int64_t>(until.due_ms() - now_ms(), 0, 50);
    std::this_thread::sleep_for(std::chrono::milliseconds(left));
}

oaiwire::http::received_request received(const httplib::Request& from) {
    oaiwire::http::received_request out{.method = from.method,
                                        .target = from.target,
                                        .minor_version = from.version == "HTTP/1.0" ? 0 : 1};
    for (const auto& [name, value] : from.headers) {
        // cpp-httplib adds these two
        if (name != "REMOTE_ADDR" && name != "REMOTE_PORT") out.headers.add(name, value);
    }
    return out;
}

// cpp-httplib takes forms apart itself, so their parts are put together again.
void read_form(call& to, const std::string& content_type, const httplib::ContentReader& body) {
    std::string_view boundary = content_type;
    boundary.remove_prefix((std::min)(boundary.find("boundary="), boundary.size()));
    boundary.remove_prefix((std::min)(std::size_t{9}, boundary.size()));
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.starts_with('"')) boundary = boundary.substr(1, boundary.rfind('"') - 1);
    const std::string delimiter = "--" + std::string(boundary);

    bool first = true;
    body(
        [&](const httplib::MultipartFormData& part) {
            std::string head = (first ? "" : "\r\n") + delimiter +
                               "\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
            if (!part.filename.empty()) head += "; filename=\"" + part.filename + "\"";
            if (!part.content_type.empty()) head += "\r\nContent-Type: " + part.content_type;
            to.feed(head + "\r\n\r\n");
            first = false;
            return true;
        },
        [&](const char* bytes, std::size_t size) {
            to.feed({bytes, size});
            return true;
        });
    to.feed((first ? "" : "\r\n") + delimiter + "--\r\n");
}

void answer(service& shared, const std::atomic<bool>& stopping, const httplib::Request& from,
            const httplib::ContentReader* body, httplib::Response& to) {
    const auto c = std::make_shared<call>(shared);
    c->head(received(from));
    // A body is read to its end even if the request is refused: what follows on the connection is
    // the next request.
    if (body && from.is_multipart_form_data()) {
        read_form(*c, from.get_header_value("Content-Type"), *body);
    } else if (body &&
               (from.has_header("Content-Length") || from.has_header("Transfer-Encoding"))) {
        (*body)([&](const char* bytes, std::size_t size) {
            c->feed({bytes, size});
            return true;
        });
    }
    c->finish();

    while (!c->answered() && !c->cut()) {
        c->work(now_ms());
        if (stopping) c->refuse(503, "The server is being stopped.");
        if (!c->answered()) rest(*c);
    }
    to.set_header("Date", call::date());
    std::string type;
    if (const auto* head = c->out().head()) {
        to.status = head->status;
        for (const auto& field : head->headers) {
            if (field.name == "Content-Type") {
                type = field.value;
            } else {
                to.set_header(field.name, field.value);
            }
        }
    }
    if (c->out().body_size()) {
        to.set_content(std::string(c->out().unsent()), type);
        return;
    }
    // cpp-httplib may compress and so delay any text but that of exactly this type
    if (type.starts_with("text/event-stream")) type = "text/event-stream";
    const auto write = [c](std::size_t, httplib::DataSink& sink) {
        c->work(now_ms());
        const std::string_view unsent = c->out().unsent();
        // cpp-httplib takes a write of nothing for the end
        const bool sent = unsent.empty() || sink.write(unsent.data(), unsent.size());
        if (!sent || !sink.is_writable()) {
            c->out().peer_gone();
            return false;
        }
        c->out().sent(unsent.size());
        if (c->cut()) return false;  // closes the connection
        if (c->out().ended()) {
            sink.done();
        } else {
            rest(*c);
        }
        return true;
    };
    if (from.version == "HTTP/1.0") {
        to.set_content_provider(type, write);  // until the connection is closed
    } else {
        to.set_chunked_content_provider(type, write);
    }
}

// What cpp-httplib refuses itself has no body yet.
void explain(service& shared, httplib::Response& to) {
    if (!to.has_header("Date")) to.set_header("Date", call::date());
    if (!to.body.empty() || to.has_header("x-request-id")) return;
    call c(shared);
    c.refuse(to.status, "The request could not be read.");
    to.set_content(std::string(c.out().unsent()), "application/json");
}

}  // namespace

void run_httplib(service& shared, const listen_options& where,
                 const std::function<void(std::uint16_t port)>& ready) {
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);  // of all threads; one waits for them

    std::atomic<bool> stopping = false;
    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(64); };
    socket_t listener = -1;
    server.set_socket_options([&](socket_t s) {
        const int on = 1;
        setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        listener = s;
    });
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(10'000);
    server.set_keep_alive_timeout(2);  // seconds; it also waits so long when it is stopped
    const auto whole = [&](const httplib::Request& from, httplib::Response& to) {
        answer(shared, stopping, from, nullptr, to);
    };
    const auto with_body = [&](const httplib::Request& from, httplib::Response& to,
                               const httplib::ContentReader& body) {
        answer(shared, stopping, from, &body, to);
    };
    server.Get(".*", whole).Options(".*", whole);
    server.Post(".*", with_body).Put(".*", with_body).Patch(".*", with_body);
    server.Delete(".*", with_body).Delete(".*", whole);
    server.set_error_handler(
        [&](const httplib::Request&, httplib::Response& to) { explain(shared, to); });

    int port = where.port;
    if (port == 0) {
        port = server.bind_to_any_port(where.address);
    } else if (!server.bind_to_port(where.address, port)) {
        port = -1;
    }
    // its own backlog of 5 delays clients that connect at once by seconds
    if (port < 0 || ::listen(listener, 512) != 0) {
        throw std::runtime_error("cannot listen on that address and port");
    }
    ready(static_cast<std::uint16_t>(port));

    std::thread waiting([&] {
        int which = 0;
        sigwait(&ends, &which);
        stopping = true;
        server.stop();
    });
    server.listen_after_bind();
    pthread_kill(waiting.native_handle(), SIGTERM);  // if it ended by itself
    waiting.join();
}

}  // namespace serve
