// The body of a request: whether the API takes it.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include <oaiwire/oaiwire.hpp>

#include "finding.hpp"
#include "located.hpp"
#include "topics.hpp"

namespace inspect {

// The value of a path such as "messages[0].content", or as much of the way as there is.
inline oaiwire::json_view value_at(oaiwire::json_view v, std::string_view path) {
    while (!path.empty()) {
        if (path.front() == '.') path.remove_prefix(1);
        oaiwire::json_view next;
        if (path.starts_with('[')) {
            const std::size_t end = path.find(']');
            if (end == std::string_view::npos) return v;
            const auto index =
                std::strtoull(std::string(path.substr(1, end - 1)).c_str(), nullptr, 10);
            std::size_t i = 0;
            v.each([&](std::string_view, oaiwire::json_view element) {
                if (i++ == index) next = element;
                return !next.exists();
            });
            path.remove_prefix(end + 1);
        } else {
            const std::string_view name = path.substr(0, path.find_first_of(".["));
            next = v[name];
            path.remove_prefix(name.size());
        }
        if (!next.exists()) return v;
        v = next;
    }
    return v;
}

template <class Request>
void check_request_as(const located& in, oaiwire::json_view v, finding_list& found) {
    Request request;
    const auto done = oaiwire::json::read_into(v.text(), request, oaiwire::json::tolerant);
    const auto add = [&](std::string_view path, std::string_view message) {
        const std::string_view text = value_at(v, path).text();
        const bool open = text.starts_with('{') || text.starts_with('[');
        found.add("invalid_request", in.at(text.substr(0, open ? 1 : text.size())), path, message);
    };
    if (!done) {
        add(done.error().path, done.error().message);
        return;
    }
    for (const auto& violation : validate(request, oaiwire::providers::openai.quirks)) {
        add(violation.path, violation.message);
    }
}

inline void check_request(topic about, const located& in, oaiwire::json_view v,
                          finding_list& found) {
    using namespace oaiwire;
    if (about == topic::chat) check_request_as<ChatCompletionRequest>(in, v, found);
    if (about == topic::completions) check_request_as<CompletionRequest>(in, v, found);
    if (about == topic::responses) check_request_as<ResponseRequest>(in, v, found);
    if (about == topic::embeddings) check_request_as<EmbeddingRequest>(in, v, found);
    if (about == topic::images) check_request_as<ImageGenerationRequest>(in, v, found);
    if (about == topic::speech) check_request_as<SpeechRequest>(in, v, found);
}

}  // namespace inspect
