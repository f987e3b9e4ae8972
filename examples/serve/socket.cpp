#include "socket.hpp"

#include <algorithm>
#include <array>

#include <oaiwire/http/message.hpp>
#include <oaiwire/server/request_key.hpp>

#include "realtime.hpp"
#include "response_socket.hpp"
#include "state.hpp"

namespace serve {

namespace {

// Sends each message back. "close CODE", "cut" and "flood N" order something else, so that clients
// can be tried.
class echo_handler final : public socket_handler {
public:
    void receive(std::string_view message, bool binary, socket_output& out) override {
        if (binary) return out.binary(std::string(message));
        const auto number_after = [&](std::string_view word) {
            std::size_t value = 0;
            for (const char c : message.substr(word.size())) {
                if (c < '0' || c > '9' || value > 1'000'000) return std::size_t{0};
                value = value * 10 + static_cast<std::size_t>(c - '0');
            }
            return value;
        };
        if (message == "cut") return out.cut();
        if (message.starts_with("close ")) {
            return out.close(static_cast<std::uint16_t>(number_after("close ")), "as asked");
        }
        if (message.starts_with("flood ")) {
            left_ += number_after("flood ");
            return;
        }
        out.text(std::string(message));
    }
    void work(std::int64_t, socket_output& out) override {
        while (left_ != 0 && !out.full()) out.text("message " + std::to_string(--left_) + " left");
    }
    std::int64_t due_ms() const override { return left_ != 0 ? 0 : never; }

private:
    std::size_t left_ = 0;  // messages of a flood
};

using opener = std::unique_ptr<socket_handler> (*)(const socket_request&);

// Makes the handler of a path. Null: the request is not one for it.
struct socket_path {
    std::string_view path{};
    opener open = nullptr;
};

std::unique_ptr<socket_handler> open_echo(const socket_request&) {
    return std::make_unique<echo_handler>();
}

constexpr std::array paths{
    socket_path{"/v1/echo", open_echo},
    socket_path{"/v1/realtime", open_realtime},
    socket_path{"/v1/responses", open_responses},
};

std::vector<std::string_view> words_of(const oaiwire::http::header_list& headers,
                                       std::string_view name) {
    std::vector<std::string_view> out;
    for (const auto& field : headers) {
        if (!oaiwire::http::same_name(field.name, name)) continue;
        std::string_view left = field.value;
        while (!left.empty()) {
            const std::size_t end = (std::min)(left.find(','), left.size());
            std::string_view word = left.substr(0, end);
            left.remove_prefix((std::min)(end + 1, left.size()));
            while (!word.empty() && (word.front() == ' ' || word.front() == '\t')) {
                word.remove_prefix(1);
            }
            while (!word.empty() && (word.back() == ' ' || word.back() == '\t')) {
                word.remove_suffix(1);
            }
            if (!word.empty()) out.push_back(word);
        }
    }
    return out;
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string query_value(std::string_view query, std::string_view name) {
    while (!query.empty()) {
        const std::size_t end = (std::min)(query.find('&'), query.size());
        const std::string_view pair = query.substr(0, end);
        query.remove_prefix((std::min)(end + 1, query.size()));
        if (pair.substr(0, pair.find('=')) != name) continue;
        std::string out;
        for (std::size_t i = (std::min)(name.size() + 1, pair.size()); i < pair.size(); ++i) {
            const int high = i + 2 < pair.size() ? hex_digit(pair[i + 1]) : -1;
            const int low = i + 2 < pair.size() ? hex_digit(pair[i + 2]) : -1;
            if (pair[i] == '%' && high >= 0 && low >= 0) {
                out.push_back(static_cast<char>(high * 16 + low));
                i += 2;
            } else {
                out.push_back(pair[i] == '+' ? ' ' : pair[i]);
            }
        }
        return out;
    }
    return {};
}

socket_opening open_socket(service& of, const oaiwire::http::received_request& head) {
    constexpr std::string_view key_prefix = "openai-insecure-api-key.";
    const std::string_view target = head.target;
    const std::string_view path = target.substr(0, target.find('?'));
    const auto* const found = std::find_if(paths.begin(), paths.end(),
                                           [&](const socket_path& p) { return p.path == path; });
    if (found == paths.end()) {
        return {.status = 404, .why = "There is no WebSocket at this path."};
    }
    socket_request request{of, head};
    if (path.size() != target.size()) request.query = target.substr(path.size() + 1);
    request.subprotocols = words_of(head.headers, "Sec-WebSocket-Protocol");
    request.key = oaiwire::detail::key_in(head.headers).text;
    socket_opening out;
    for (const auto offered : request.subprotocols) {
        if (offered.starts_with(key_prefix)) {
            if (request.key.empty()) request.key = offered.substr(key_prefix.size());
        } else if (out.subprotocol.empty()) {
            out.subprotocol = std::string(offered);
        }
    }
    const auto ends = of.shared().ephemeral_keys.find(request.key);
    const bool may = of.accepts(request.key) || (ends && *ends >= state::now());
    if (of.needs_key() && !may) {
        return {.status = 401, .why = "Incorrect API key provided."};
    }
    out.handler = found->open(request);
    if (!out.handler) return {.status = 400, .why = "The parameters are not those of this path."};
    return out;
}

}  // namespace serve
