// Records one call as a cassette: its request as it comes, and its answer as it is produced.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/transport/cassette_writer.hpp>

namespace serve {

// Takes what a call does. Without a writer it does nothing. A request is kept whole until its
// answer begins.
class recorder {
public:
    explicit recorder(std::optional<oaiwire::cassette_writer> to) : to_(std::move(to)) {}

    void head(const oaiwire::http::received_request& head) {
        if (!to_) return;
        const auto host = head.headers.value("Host");
        request_.method = head.method;
        request_.origin = {"http", std::string(host.empty() ? "localhost" : host), 80};
        request_.target = head.target;
        request_.headers = head.headers;
    }
    void feed(std::string_view bytes) {
        if (to_ && !begun_) request_.body.append(bytes);
    }
    // Takes what the answer got since `before` bytes of it were unsent.
    void answer(const oaiwire::responder& out, std::size_t before, bool cut) {
        if (!to_ || out.head() == nullptr) return;
        if (!begun_) {
            begun_ = true;
            tape_ = to_->begin(request_);
            request_ = {};
            tape_.head(*out.head());
        }
        tape_.body(out.unsent().substr((std::min)(before, out.unsent().size())));
        if (cut) tape_.end(oaiwire::make_error(oaiwire::errc::closed_early));
        if (out.ended()) tape_.end();
    }

private:
    std::optional<oaiwire::cassette_writer> to_;
    oaiwire::http::request request_{};
    oaiwire::cassette_recording tape_{};
    bool begun_ = false;
};

}  // namespace serve
