// An adapter for cpr, 1.11 and later: a transport that makes each call with a cpr::Session. Copy it
// into your program.
//
//     oaiwire::client api{cpr_transport{}, endpoint};
//     auto outcome = api.stream(request, [](const oaiwire::ChatCompletionChunk& chunk) { ... });
#pragma once

#include <cpr/cpr.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/system_timing.hpp>

class cpr_transport {
public:
    using timing = oaiwire::system_timing;

    template <oaiwire::http::response_handler Handler>
    oaiwire::result<void> send(const oaiwire::http::request& request, Handler& handler) {
        cpr::Session session;
        if (auto prepared = prepare(session, request); !prepared) return prepared;
        oaiwire::http::response_head head;
        bool has_head = false;
        bool stopped = false;  // by the handler
        const auto take = [&](oaiwire::http::flow wanted) {
            stopped = stopped || wanted == oaiwire::http::flow::stop;
            return !stopped;
        };
        const auto field = [&](const auto& line, std::intptr_t = 0) {
            return read_line(std::string_view(line), head, has_head) ? take(handler.on_head(head))
                                                                     : true;
        };
        const auto body = [&](const auto& bytes, std::intptr_t = 0) {
            return take(handler.on_body(std::string_view(bytes)));
        };
        const auto progress = [&](auto&&...) { return !request.stop.stop_requested(); };
        session.SetHeaderCallback(cpr::HeaderCallback{field});
        session.SetWriteCallback(cpr::WriteCallback{body});
        session.SetProgressCallback(cpr::ProgressCallback{progress});
        const cpr::Response response = request.method == "GET"      ? session.Get()
                                       : request.method == "DELETE" ? session.Delete()
                                                                    : session.Post();
        if (stopped) return {};
        if (request.stop.stop_requested()) return oaiwire::make_error(oaiwire::errc::cancelled);
        if (!response.error) return {};
        return oaiwire::make_error(code_of(response.error.code, has_head), response.error.message);
    }

private:
    static oaiwire::result<void> prepare(cpr::Session& session,
                                         const oaiwire::http::request& request) {
        session.SetUrl(cpr::Url{oaiwire::http::url_of(request)});
        cpr::Header fields{{"Accept-Encoding", "identity"}, {"Expect", ""}};
        for (const auto& f : request.headers) fields[f.name] = f.value;
        session.SetHeader(fields);
        session.SetRedirect(cpr::Redirect{false});
        session.SetConnectTimeout(std::chrono::milliseconds(request.timeouts.connect_ms));
        session.SetTimeout(std::chrono::milliseconds(request.timeouts.total_ms));
        // libcurl counts whole seconds below a speed
        const std::chrono::seconds idle((request.timeouts.idle_ms + 999) / 1000);
        session.SetLowSpeed(cpr::LowSpeed{idle.count() == 0 ? 0 : 1, idle});
        if (!oaiwire::http::has_content(request)) return {};
        std::string content;
        oaiwire::http::content_cursor cursor(request);
        while (cursor.left() != 0) {
            const auto piece = cursor.next();
            if (!piece) return piece.error();
            content.append(*piece);
        }
        session.SetBody(cpr::Body{std::move(content)});
        return {};
    }
    // Reads a line of the head. True at the end of the final one.
    static bool read_line(std::string_view line, oaiwire::http::response_head& head,
                          bool& has_head) {
        while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
        const auto colon = line.find(':');
        if (line.starts_with("HTTP/")) {
            head = {};
            const auto space = line.find(' ');
            if (space != line.npos)
                head.status = std::atoi(std::string(line.substr(space)).c_str());
        } else if (line.empty()) {
            const bool first = !has_head && head.status >= 200;
            has_head = has_head || first;
            return first;
        } else if (colon != line.npos) {
            auto value = line.substr(colon + 1);
            while (value.starts_with(' ')) value.remove_prefix(1);
            head.headers.add(line.substr(0, colon), value);
        }
        return false;
    }
    static oaiwire::errc code_of(cpr::ErrorCode code, bool has_head) {
        using oaiwire::errc;
        switch (code) {
            case cpr::ErrorCode::COULDNT_RESOLVE_HOST:
                return errc::resolve_failed;
            case cpr::ErrorCode::COULDNT_CONNECT:
                return errc::connect_failed;
            case cpr::ErrorCode::OPERATION_TIMEDOUT:
                return has_head ? errc::idle_timeout : errc::first_byte_timeout;
            case cpr::ErrorCode::GOT_NOTHING:
                return errc::closed_early;
            case cpr::ErrorCode::SEND_ERROR:
                return errc::send_failed;
            case cpr::ErrorCode::RECV_ERROR:
                return errc::receive_failed;
            case cpr::ErrorCode::SSL_CONNECT_ERROR:
            case cpr::ErrorCode::PEER_FAILED_VERIFICATION:
                return errc::tls_failed;
            default:
                return has_head ? errc::closed_early : errc::transport_failed;
        }
    }
};
