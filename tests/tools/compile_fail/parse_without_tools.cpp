// expected: oaiwire: parse() needs oaiwire/tools.hpp
#include <string>

#include <oaiwire/client.hpp>
#ifndef OAIWIRE_WRONG
#include <oaiwire/tools/chat_parse.hpp>
#endif
#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/transport/replay.hpp>

struct Person {
    std::string name{};
};

bool ask(oaiwire::client<oaiwire::replay_transport>& api) {
    return api.parse<Person>(oaiwire::ChatCompletionRequest{}).has_value();
}
