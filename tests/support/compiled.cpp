// The compiled form of the library for the test programs, with the parts shared by adapters.
// [implementation]
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
// [/implementation]
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/http/chunked_encoder.hpp>
#include <oaiwire/http/multipart_decoder.hpp>
#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/http/response_pump.hpp>
#include <oaiwire/http/response_text.hpp>
#include <oaiwire/transport/system_timing.hpp>
#include <oaiwire/transport/websocket_streams.hpp>
#include <oaiwire/websocket/connection.hpp>
