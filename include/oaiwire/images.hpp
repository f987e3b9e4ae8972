// Images, plain and streamed, and nothing else.
#pragma once

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operations/images.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
