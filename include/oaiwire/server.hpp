// The server's side of the protocol: requests are decoded, answers and event streams are written,
// and events of another server are passed through. Without I/O, as all below it. oaiwire.hpp does
// not include it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/server/chat_stream_writer.hpp>
#include <oaiwire/server/completion_stream_writer.hpp>
#include <oaiwire/server/form_reader.hpp>
#include <oaiwire/server/form_tree.hpp>
#include <oaiwire/server/id_source.hpp>
#include <oaiwire/server/image_stream_writer.hpp>
#include <oaiwire/server/incoming.hpp>
#include <oaiwire/server/pass_body.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/pass_through_responses.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/server/response_stream_writer.hpp>
#include <oaiwire/server/server_connection.hpp>
#include <oaiwire/server/server_error.hpp>
#include <oaiwire/server/server_errors.hpp>
#include <oaiwire/server/speech_stream_writer.hpp>
#include <oaiwire/server/transcript_stream_writer.hpp>

#include <oaiwire/core/macros_end.hpp>
