// The compiled form's file of the operations that oaiwire.hpp does not include, beside
// compiled.cpp.
#define OAIWIRE_ADAPTER_IMPLEMENTATION
#include <oaiwire/api/token_answer.hpp>
#include <oaiwire/platform.hpp>
#include <oaiwire/webhooks.hpp>
