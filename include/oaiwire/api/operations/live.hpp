// Live: the operations over HTTP, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/download.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/live.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <cstdint>
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// Begins a session by WebRTC.
template <>
struct operation_of<CreateLiveSessionRequest> : post_operation<LiveSessionConnection> {
    static constexpr std::string_view id = "createLiveSession";
    static constexpr std::string_view path = "/live/sessions";
};

// Begins a session by WebRTC that continues a stored one.
template <>
struct operation_of<ForkLiveSessionRequest> : post_operation<LiveSessionConnection> {
    static constexpr std::string_view id = "forkLiveSession";
    static constexpr std::string_view path = "/live/sessions/{session_id}/fork";
};

namespace detail {

// Operations that answer with a status only.
template <class Base>
struct live_status_operation : Base {
    static constexpr bool any_content = true;
    static constexpr std::string_view accept = "*/*";
    static void take_text(LiveSessionDone&, std::string&&, std::string_view) {}
};

}  // namespace detail

// Takes a call by SIP.
template <>
struct operation_of<AcceptLiveSessionRequest>
    : detail::live_status_operation<post_operation<LiveSessionDone>> {
    static constexpr std::string_view id = "acceptLiveSession";
    static constexpr std::string_view path = "/live/sessions/{session_id}/accept";
};

// Refuses a call by SIP.
template <>
struct operation_of<RejectLiveSessionRequest>
    : detail::live_status_operation<post_operation<LiveSessionDone>> {
    static constexpr std::string_view id = "rejectLiveSession";
    static constexpr std::string_view path = "/live/sessions/{session_id}/reject";
};

// Transfers a call by SIP.
template <>
struct operation_of<ReferLiveSessionRequest>
    : detail::live_status_operation<post_operation<LiveSessionDone>> {
    static constexpr std::string_view id = "referLiveSession";
    static constexpr std::string_view path = "/live/sessions/{session_id}/refer";
};

// Ends a call by SIP.
template <>
struct operation_of<HangupLiveSessionRequest>
    : detail::live_status_operation<action_operation<LiveSessionDone>> {
    static constexpr std::string_view id = "hangupLiveSession";
    static constexpr std::string_view path = "/live/sessions/{session_id}/hangup";
};

// The recording of a stored session.
template <>
struct operation_of<DownloadLiveRecordingRequest> : download_operation<> {
    static constexpr std::string_view id = "downloadLiveSessionRecording";
    static constexpr std::string_view path = "/live/sessions/{session_id}/content";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ForkLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const AcceptLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const RejectLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const ReferLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const HangupLiveSessionRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadLiveRecordingRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

struct live_validator : validator {
    [[gnu::cold]] void delegation(const LiveDelegationConfig& d, bool is_new) {
        range(d.acknowledgement_delay_ms, 0, INT32_MAX,
              "session.delegation.acknowledgement_delay_ms", "must not be negative");
        if (!is_new) return;
        check(d.type != "responses" || (d.responses && d.responses->model),
              "session.delegation.responses.model", "must be set");
        check(d.type != "decisions" || (d.decisions && d.decisions->model),
              "session.delegation.decisions.model", "must be set");
        check(d.type != "decisions" || (d.decisions && d.decisions->questions),
              "session.delegation.decisions.questions", "must be set");
    }
    // A session that begins, or one that continues another.
    [[gnu::cold]] void session(const LiveSession& s, bool is_new) {
        if (is_new) text(s.model ? std::string_view(*s.model) : "", "session.model");
        if (s.delegation) delegation(*s.delegation, is_new);
        if (s.input) {
            check(s.input->size() <= 128, "session.input", "must have at most 128 entries");
            for (std::size_t i = 0; i != s.input->size(); ++i) {
                check((*s.input)[i].content.size() == 1,
                      path_of_element("session.input", i) + ".content", "must have one part");
            }
        }
        if (!s.triggers) return;
        for (std::size_t i = 0; i != s.triggers->size(); ++i) {
            for (std::size_t before = 0; before != i; ++before) {
                if ((*s.triggers)[i].event_type != (*s.triggers)[before].event_type) continue;
                add(path_of_element("session.triggers", i) + ".event_type",
                    "must be another one than those before");
                break;
            }
        }
    }
};

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateLiveSessionRequest& r) {
    detail::live_validator v;
    v.session(r.session, true);
    v.text(r.transport.sdp, "transport.sdp");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ForkLiveSessionRequest& r) {
    detail::live_validator v;
    v.text(r.session_id, "session_id");
    v.text(r.transport.sdp, "transport.sdp");
    if (r.session) v.session(*r.session, false);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const AcceptLiveSessionRequest& r) {
    detail::live_validator v;
    v.text(r.session_id, "session_id");
    v.check(r.session.type && *r.session.type == "live", "session.type", "must be \"live\"");
    v.session(r.session, true);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RejectLiveSessionRequest& r) {
    detail::live_validator v;
    v.text(r.session_id, "session_id");
    v.check(r.status_code >= 300 && r.status_code <= 699, "status_code", "must be from 300 to 699");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ReferLiveSessionRequest& r) {
    detail::live_validator v;
    v.text(r.session_id, "session_id");
    v.text(r.target_uri, "target_uri");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const HangupLiveSessionRequest& r) {
    return detail::text_rule(r.session_id, "session_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadLiveRecordingRequest& r) {
    return detail::text_rule(r.session_id, "session_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
