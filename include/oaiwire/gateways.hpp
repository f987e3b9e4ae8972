// What gateways have beside the operations of OpenAI, and nothing else: Atoma's nodes and
// health, R9S's search and proxy.
#pragma once

#include <oaiwire/api/operations/gateways.hpp>
#include <oaiwire/api/polled_call.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/providers.hpp>
