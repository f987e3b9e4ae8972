// Atoma's proxy and a node, in memory: a transport for tests. Issues locks, each valid for one
// call, and answers encrypted requests from a script.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <confidential/node.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/nodes.hpp>

namespace support {

namespace http = oaiwire::http;

// The response to one lock request or one encrypted request. For the latter, the texts are
// encrypted, each as an event if the request streams, all with the same nonce like a real node.
struct scripted {
    int status = 200;
    std::vector<std::string> texts{};
    std::string in_clear{};  // an unencrypted body to send instead
    http::header_list headers{};
    oaiwire::errc fault = oaiwire::errc::ok;  // at the end of the body
    bool new_nonces = false;
    void (*tamper)(std::vector<oaiwire::ConfidentialComputeResponse>&) = nullptr;
};

class proxy_transport {
public:
    struct seen {
        http::request request{};
        std::string plaintext{};  // of an encrypted request
    };
    struct world {
        std::deque<scripted> locks{};  // if empty, a valid lock
        std::deque<scripted> answers{};
        std::vector<seen> requests{};
        oaiwire::NodesCreateLockResponse lock = known::lock();
        int open_locks = 0;
        std::size_t piece = 7;  // bytes per piece
    };

    class body {
    public:
        const http::response_head& head() const { return head_; }
        oaiwire::result<std::string_view> read_some() {
            const std::size_t size = std::min(piece_, text_->size() - at_);
            if (size == 0 && fault_ != oaiwire::errc::ok) return oaiwire::make_error(fault_);
            at_ += size;
            return std::string_view(*text_).substr(at_ - size, size);
        }

    private:
        friend class proxy_transport;
        http::response_head head_{};
        std::shared_ptr<std::string> text_ = std::make_shared<std::string>();
        std::size_t piece_ = 1;
        std::size_t at_ = 0;
        oaiwire::errc fault_ = oaiwire::errc::ok;
    };

    explicit proxy_transport(std::shared_ptr<world> all) : all_(std::move(all)) {}

    oaiwire::result<body> open(const http::request& request) {
        if (request.stop.stop_requested()) return oaiwire::make_error(oaiwire::errc::cancelled);
        all_->requests.push_back({request, {}});
        const bool locking = request.target.find("/nodes/lock") != std::string::npos;
        auto& script = locking ? all_->locks : all_->answers;
        scripted said;
        if (!script.empty()) {
            said = script.front();
            script.pop_front();
        }
        body out;
        out.piece_ = all_->piece;
        if (said.status == 0) return oaiwire::make_error(said.fault);
        out.fault_ = said.fault;
        out.head_ = {said.status, said.headers};
        if (said.status != 200 || !said.in_clear.empty()) {
            *out.text_ = said.in_clear;
        } else if (locking) {
            ++all_->open_locks;
            REQUIRE(oaiwire::json::write(all_->lock, *out.text_));
        } else {
            answer(said, out);
        }
        return out;
    }

    template <http::response_handler Handler>
    oaiwire::result<void> send(const http::request& request, Handler& handler) {
        auto response = open(request);
        if (!response) return std::move(response).error();
        if (handler.on_head(response->head()) == http::flow::stop) return {};
        for (;;) {
            auto bytes = response->read_some();
            if (!bytes) return std::move(bytes).error();
            if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) return {};
        }
    }

private:
    void answer(const scripted& said, body& out) {
        if (all_->open_locks == 0) {
            out.head_.status = 425;
            *out.text_ = R"({"error":{"code":"UNAVAILABLE_STACK","message":"Stack unavailable"}})";
            return;
        }
        --all_->open_locks;
        const auto request = oaiwire::json::read<oaiwire::ConfidentialComputeRequest>(
            all_->requests.back().request.body);
        REQUIRE(request);
        node behind;
        all_->requests.back().plaintext = behind.open(*request);
        std::vector<oaiwire::ConfidentialComputeResponse> events;
        std::uint8_t nonce = 1;
        for (const auto& text : said.texts) {
            events.push_back(behind.seal(text, nonce));
            if (said.new_nonces) ++nonce;
        }
        if (said.tamper) said.tamper(events);
        for (const auto& event : events) {
            const auto json = oaiwire::json::write(event);
            REQUIRE(json);
            out.text_->append(request->stream == true ? "data: " + *json + "\n\n" : *json);
        }
    }

    std::shared_ptr<world> all_;
};
static_assert(http::pull_transport<proxy_transport>);

}  // namespace support
