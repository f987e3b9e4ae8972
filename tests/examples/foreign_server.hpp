// A chat completion server on cpp-httplib with hand-written responses, independent of the library.
// The model's name selects its behaviour.
#pragma once

#include <httplib.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

namespace support {

class foreign_server {
public:
    foreign_server() {
        server_.Post("/prefix/v1/chat/completions",
                     [this](const httplib::Request& request, httplib::Response& response) {
                         const std::lock_guard hold(mutex_);
                         body_ = nlohmann::json::parse(request.body);
                         authorization_ = request.get_header_value("Authorization");
                         answer(response);
                     });
        server_.set_tcp_nodelay(true);
        port_ = server_.bind_to_any_port("127.0.0.1");
        thread_ = std::thread([this] { server_.listen_after_bind(); });
        while (!server_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    foreign_server(const foreign_server&) = delete;
    foreign_server& operator=(const foreign_server&) = delete;
    ~foreign_server() {
        server_.stop();
        thread_.join();
    }

    std::string base_url() const {
        return "http://127.0.0.1:" + std::to_string(port_) + "/prefix/v1";
    }
    // The body of the last request.
    nlohmann::json body() const {
        const std::lock_guard hold(mutex_);
        return body_;
    }
    std::string authorization() const {
        const std::lock_guard hold(mutex_);
        return authorization_;
    }

private:
    void answer(httplib::Response& response) const {
        const std::string model = body_["model"];
        const std::string text = begin() + delta(", wörld") + finish() + usage() + done();
        if (model == "denied") {
            response.status = 401;
            response.set_header("x-request-id", "req_7");
            response.set_content(
                R"({"error":{"message":"no such key","type":"invalid_request_error",)"
                R"("param":null,"code":"invalid_api_key"}})",
                "application/json");
        } else if (!body_.value("stream", false) || model == "whole") {
            response.set_content(
                R"({"id":"1","object":"chat.completion","created":1,"model":"m","choices":)"
                R"([{"index":0,"message":{"role":"assistant","content":"Hello, whole\n"},)"
                R"("finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4,)"
                R"("total_tokens":7},"novel":[1]})",
                "application/json");
        } else if (model == "pieces") {
            send(response, text);
        } else if (model == "no_done") {
            send(response, begin() + finish());
        } else if (model == "truncated") {
            send(response, begin());
        } else if (model == "broken") {
            send(response,
                 begin() + "data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n");
        } else if (model == "length") {
            response.set_content(text, "text/event-stream");
        } else if (model == "until_close") {
            response.set_content_provider("text/event-stream",
                                          [text](std::size_t, httplib::DataSink& sink) {
                                              sink.write(text.data(), text.size());
                                              sink.done();
                                              return true;
                                          });
        } else if (model == "endless") {
            response.set_chunked_content_provider(
                "text/event-stream", [](std::size_t, httplib::DataSink& sink) {
                    const std::string event = delta("again ");
                    std::this_thread::sleep_for(std::chrono::milliseconds(10));
                    return sink.is_writable() && sink.write(event.data(), event.size());
                });
        } else {
            response.status = 404;
        }
    }

    // Sends chunks of seven bytes.
    static void send(httplib::Response& response, const std::string& body) {
        response.set_chunked_content_provider(
            "text/event-stream; charset=utf-8", [body](std::size_t at, httplib::DataSink& sink) {
                if (at == body.size()) {
                    sink.done();
                    return true;
                }
                return sink.write(body.data() + at, (std::min)(std::size_t{7}, body.size() - at));
            });
    }

    static std::string begin() {
        return ": warming up\r\n\r\n"
               "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
               "\"content\":\"\"},\"logprobs\":null,\"finish_reason\":null}]}\r\n\r\n" +
               delta("Hello");
    }
    static std::string delta(const std::string& text) {
        return "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text +
               "\"},\"finish_reason\":null}]}\n\n";
    }
    static std::string finish() {
        return "data: {\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},"
               "\"finish_reason\":\"length\"}]}\n\n";
    }
    static std::string usage() {
        return "data: {\"id\":\"1\",\"choices\":[],\"usage\":{\"prompt_tokens\":11,"
               "\"completion_tokens\":22,\"total_tokens\":33}}\n\n";
    }
    static std::string done() { return "data: [DONE]\n\n"; }

    mutable std::mutex mutex_{};
    nlohmann::json body_{};
    std::string authorization_{};
    httplib::Server server_{};
    int port_ = 0;
    std::thread thread_{};
};

}  // namespace support
