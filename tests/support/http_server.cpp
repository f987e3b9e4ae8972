// A small HTTP server for tests, on cpp-httplib, as a separate program. Prints two ports on
// loopback, "PORT FAULT_PORT\n", and runs until its standard input closes. The second port is a raw
// socket that misbehaves.
#include <httplib.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

namespace {

void sleep_ms(int ms) {
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
}

int number(const httplib::Request& r, const char* name, int otherwise) {
    return r.has_param(name) ? std::atoi(r.get_param_value(name).c_str()) : otherwise;
}

// Event n of /stream; the test builds the same text.
std::string event(int n) {
    return "data: {\"n\":" + std::to_string(n) + "}\n\n";
}

// Returns what was received: method, target, header lines in the server's order, a blank line,
// body.
void echo(const httplib::Request& req, httplib::Response& res) {
    std::string out = req.method + ' ' + req.target + '\n';
    for (const auto& [name, value] : req.headers) {
        const bool made_by_httplib = name == "REMOTE_ADDR" || name == "REMOTE_PORT" ||
                                     name == "LOCAL_ADDR" || name == "LOCAL_PORT";
        if (!made_by_httplib) out.append(name).append(": ").append(value).append("\n");
    }
    res.set_header("X-Client-Port", std::to_string(req.remote_port));
    res.set_content(out + '\n' + req.body, "text/plain");
}

// An API error with the requested status.
void refuse(const httplib::Request& req, httplib::Response& res) {
    res.status = 404;
    res.set_content("{\"error\":{\"message\":\"" + req.method + ' ' + req.target + "\"}}",
                    "application/json");
}

void stream(const httplib::Request& req, httplib::Response& res) {
    const int events = number(req, "events", 10);
    const auto piece = static_cast<std::size_t>(number(req, "piece", 7));
    const int delay = number(req, "delay", 0);
    std::string body;
    for (int i = 0; i != events; ++i) body += event(i);
    res.set_header("X-Client-Port", std::to_string(req.remote_port));
    res.set_chunked_content_provider(
        "text/event-stream", [body, piece, delay](std::size_t offset, httplib::DataSink& sink) {
            if (offset >= body.size()) {
                sink.done();
                return true;
            }
            const auto n = (std::min)(piece, body.size() - offset);
            if (delay != 0) sleep_ms(delay);
            return sink.write(body.data() + offset, n);
        });
}

// Half of a body, then silence as long as the client stays.
void stall(const httplib::Request&, httplib::Response& res) {
    res.set_chunked_content_provider("text/event-stream",
                                     [](std::size_t offset, httplib::DataSink& sink) {
                                         if (offset == 0) return sink.write("data: ", 6);
                                         sleep_ms(5);
                                         return sink.is_writable();
                                     });
}

// An endless body, as fast as the client reads.
void endless(const httplib::Request&, httplib::Response& res) {
    res.set_chunked_content_provider("application/octet-stream",
                                     [](std::size_t, httplib::DataSink& sink) {
                                         static const std::string block(65536, 'x');
                                         return sink.write(block.data(), block.size());
                                     });
}

// The raw socket.

bool put(int fd, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const auto n = send(fd, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (n <= 0) return false;
        at += static_cast<std::size_t>(n);
    }
    return true;
}

// Reads one request with its body, verbatim; "" when the peer has closed.
std::string take_request(int fd) {
    std::string in;
    char buffer[4096];
    std::size_t due = std::string::npos;
    while (in.size() < due) {
        const auto n = recv(fd, buffer, sizeof buffer, 0);
        if (n <= 0) return {};
        in.append(buffer, static_cast<std::size_t>(n));
        const auto head = in.find("\r\n\r\n");
        if (head == std::string::npos || due != std::string::npos) continue;
        due = head + 4;
        const auto length = in.find("Content-Length: ");
        if (length < head) due += static_cast<std::size_t>(std::atol(in.c_str() + length + 16));
    }
    return in;
}

void wait_for_peer(int fd) {
    char byte = 0;
    while (recv(fd, &byte, 1, 0) > 0) {
    }
}

std::atomic<int> drop_later_requests{0};

void misbehave(int fd) {
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    bool reset = false;
    for (int nth = 0;; ++nth) {
        const std::string request = take_request(fd);
        const auto target = request.find(' ') + 1;
        const auto path = request.substr(target, request.find_first_of(" ?", target) - target);
        if (request.starts_with("CONNECT ")) {  // as a proxy: the port is the status to return
            put(fd,
                "HTTP/1.1 " + path.substr(path.find(':') + 1) +
                    " No\r\nProxy-Authenticate: Basic realm=\"r\"\r\nContent-Length: 2\r\n\r\nno");
        } else if (path == "/drop_later") {  // answers the first request, then only reads
            ++drop_later_requests;
            if (nth == 0 && put(fd, ok + "Content-Length: 2\r\n\r\nok")) continue;
        } else if (path == "/drop_later_count") {
            put(fd, ok + "\r\n" + std::to_string(drop_later_requests));
        } else if (path == "/verbatim") {
            put(fd, ok + "\r\n" + request);
        } else if (path == "/early_fin") {
            put(fd, ok + "Content-Length: 100\r\n\r\nonly this");
        } else if (path == "/early_fin_chunked") {
            put(fd, ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
        } else if (path == "/reset") {
            put(fd, ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
            sleep_ms(30);
            reset = true;
        } else if (path == "/reset_unanswered") {
            reset = true;
        } else if (path == "/half_a_head") {
            put(fd, ok + "Content-Type: text/pl");
        } else if (path == "/not_http") {
            put(fd, "SSH-2.0-OpenSSH_9.2\r\n\r\nhello");
        } else if (path == "/switch") {
            put(fd, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\n\r\nother bytes");
        } else if (path == "/bad_chunk") {
            put(fd, ok + "Transfer-Encoding: chunked\r\n\r\nzz\r\nfirst\r\n");
        } else if (path == "/until_close") {
            put(fd, ok + "\r\nuntil the end");
        } else if (path == "/many_fields") {
            std::string head = ok;
            for (int i = 0; i != 500; ++i) head += "X-" + std::to_string(i) + ": v\r\n";
            put(fd, head + "Content-Length: 0\r\n\r\n");
        } else if (path == "/long_head") {
            std::string head = ok;
            for (int i = 0; i != 90; ++i) head += "X: " + std::string(1000, 'v') + "\r\n";
            put(fd, head + "Content-Length: 0\r\n\r\n");
        } else if (path == "/long_line") {
            put(fd, ok + "X: " + std::string(1 << 20, 'v') + "\r\n\r\n");
        } else if (path == "/interim") {
            put(fd, "HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n");
            put(fd, "HTTP/1.1 100 Continue\r\n\r\n");
            put(fd, "HTTP/1.1 200 Fine: really\r\nX-Final: yes\r\nContent-Length: 2\r\n\r\nok");
        } else if (path == "/endless_interim") {
            while (put(fd, "HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n")) {
            }
        } else if (path == "/trailers") {
            put(fd,
                ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Trailer: yes\r\n\r\n");
        } else if (path == "/odd_fields") {
            put(fd, ok + "x-CASE:no space\r\nX-Folded: one\r\n  two\r\nX-Empty:\r\n"
                         "X-Twice: 1\r\nX-Twice: 2\r\nX-Colon: a:b\r\nContent-Length: 0\r\n\r\n");
        } else if (path == "/silent") {
            wait_for_peer(fd);
        }
        break;
    }
    if (reset) {
        const linger hard{1, 0};
        setsockopt(fd, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    }
    close(fd);
}

int listen_on_loopback(int& port) {
    const int fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const a = reinterpret_cast<sockaddr*>(&address);
    if (fd < 0 || bind(fd, a, size) != 0 || listen(fd, 512) != 0) return -1;
    getsockname(fd, a, &size);
    port = ntohs(address.sin_port);
    return fd;
}

}  // namespace

int main() {
    httplib::Server server;
    for (const char* path : {"/echo", "/v1/.*"}) {
        server.Get(path, echo).Post(path, echo).Put(path, echo).Patch(path, echo);
        server.Delete(path, echo).Options(path, echo);
    }
    server.Post("/echo/.*", refuse);
    server.Get("/stream", stream).Post("/stream", stream);
    server.Post("/stall", stall).Get("/stall", stall);
    server.Get("/endless", endless);
    server.Get("/length", [](const httplib::Request& req, httplib::Response& res) {
        const auto n = static_cast<std::size_t>(number(req, "n", 0));
        std::string body(n, '\0');
        for (std::size_t i = 0; i != n; ++i) body[i] = static_cast<char>('a' + i % 26);
        res.set_content(body, "text/plain");
    });
    server.Get("/slow", [](const httplib::Request& req, httplib::Response& res) {
        sleep_ms(number(req, "ms", 1000));
        res.set_content("late", "text/plain");
    });
    server.Get("/redirect",
               [](const httplib::Request&, httplib::Response& res) { res.set_redirect("/echo"); });
    server.Get("/status", [](const httplib::Request& req, httplib::Response& res) {
        res.status = number(req, "code", 200);
        res.set_header("Set-Cookie", "taste=sweet");
        res.set_content("{\"error\":{}}", "application/json");
    });
    server.Get("/gzip", [](const httplib::Request&, httplib::Response& res) {
        res.set_header("Content-Encoding", "gzip");
        res.set_content("\x1f\x8b not really", "application/json");
    });
    server.set_keep_alive_max_count(1000);
    server.set_tcp_nodelay(true);
    // A kept connection holds a thread; with fewer threads than connections, calls wait for the
    // keep-alive timeout of others.
    server.new_task_queue = [] { return new httplib::ThreadPool(128); };
    socket_t listener = -1;
    server.set_socket_options([&](socket_t s) { listener = s; });
    const int port = server.bind_to_any_port("127.0.0.1");
    // Its backlog of 5 would overflow when many calls begin at once; TCP repeats their connects
    // after 1, 3, 7 and 15 seconds.
    if (port > 0 && listen(listener, 512) != 0) return 1;

    int fault_port = 0;
    const int faults = listen_on_loopback(fault_port);
    if (port <= 0 || faults < 0) return 1;
    std::thread([faults] {
        for (;;) {
            const int fd = accept(faults, nullptr, nullptr);
            if (fd >= 0) std::thread(misbehave, fd).detach();
        }
    }).detach();
    std::thread([] {
        char byte = 0;
        while (read(STDIN_FILENO, &byte, 1) > 0) {
        }
        std::_Exit(0);  // the test that started this program has ended
    }).detach();

    std::printf("%d %d\n", port, fault_port);
    std::fflush(stdout);
    return server.listen_after_bind() ? 0 : 1;
}
