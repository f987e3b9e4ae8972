#include "check.hpp"

namespace conform {

std::string_view name(outcome of) {
    constexpr std::string_view names[] = {"passed", "deviation", "skipped", "failed"};
    return names[static_cast<std::size_t>(of)];
}

std::string_view group_of(const check& c) {
    return c.id.substr(0, c.id.find('.'));
}

std::vector<check> all_checks() {
    std::vector<check> out;
    for (const auto group :
         {models_checks(), chat_checks(), option_checks(), usage_checks(), framing_checks(),
          chunk_checks(), tool_checks(), completion_checks(), embedding_checks(), response_checks(),
          response_stream_checks(), error_checks(), limit_checks(), cut_checks(), wire_checks()}) {
        out.insert(out.end(), group.begin(), group.end());
    }
    return out;
}

}  // namespace conform
