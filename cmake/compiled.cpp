// The compiled form's file of all but server/ and bridge/; with what adapters have in common.
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/http/chunked_encoder.hpp>
#include <oaiwire/http/multipart_decoder.hpp>
#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/http/response_pump.hpp>
#include <oaiwire/http/response_text.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/system_timing.hpp>
