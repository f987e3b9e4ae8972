// Cassettes: recorded exchanges of HTTP as lines of JSON. Everything to read and write them;
// transport/record.hpp records calls, transport/cassette_transport.hpp answers from a cassette.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/cassette_index.hpp>
#include <oaiwire/transport/cassette_lines.hpp>
#include <oaiwire/transport/cassette_match.hpp>
#include <oaiwire/transport/cassette_reader.hpp>
#include <oaiwire/transport/cassette_redact.hpp>
#include <oaiwire/transport/cassette_scrubber.hpp>
#include <oaiwire/transport/cassette_writer.hpp>

#include <oaiwire/core/macros_end.hpp>
