// response_stream_writer: the event stream of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/version.hpp>
#include <oaiwire/server/response_writer_steps.hpp>

namespace oaiwire { inline namespace v0_2 {

// Writes the events of a response to a responder: begin(), then texts, function calls and items in
// their order, then done(), incomplete() or fail(). Items and parts are opened by their first piece
// and closed when something else follows, with the events that announce and complete them. Events
// are numbered; response() is what they add up to, and the last event contains it.
//
// Texts are bytes as the model gives them: a piece may end within a UTF-8 character, whose bytes
// are held and sent with the next piece; a byte that is not UTF-8 becomes U+FFFD. A delta is made
// from a template and allocates nothing but what the whole text needs. If a call fails for want of
// memory or because the peer reads too slowly, it can be repeated later: nothing is lost or sent
// twice. An end is taken at any limit. errc::invalid_argument: before begin(), or after the end. An
// error of the transport or the server is reported by responder::fail(), as the event "error".
class response_stream_writer : public detail::response_writer<> {
public:
    using detail::response_writer<>::response_writer;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
