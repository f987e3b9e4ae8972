// yyjson_mut: a tree that refers to the typed request's texts, then written into a reused pool.
#pragma once

#if defined(BENCH_YYJSON)
#define BENCH_HAS_YYJSON 1

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <yyjson.h>

#include "request_parts.hpp"

namespace bench {

class yyjson_writer {
public:
    std::string_view write(const oaiwire::ChatCompletionRequest& request) {
        yyjson_alc memory;
        yyjson_alc_pool_init(&memory, pool_.data(), pool_.size());
        yyjson_mut_doc* const d = yyjson_mut_doc_new(&memory);
        yyjson_mut_val* const root = yyjson_mut_obj(d);
        yyjson_mut_doc_set_root(d, root);
        yyjson_mut_obj_add(root, yyjson_mut_str(d, "model"), text(d, request.model));
        yyjson_mut_val* const messages = yyjson_mut_obj_add_arr(d, root, "messages");
        for (const auto& message : request.messages) {
            with_message(message, [&](const char* role, const oaiwire::MessageContent& content) {
                yyjson_mut_val* const one = yyjson_mut_arr_add_obj(d, messages);
                yyjson_mut_obj_add_str(d, one, "role", role);
                yyjson_mut_obj_add(one, yyjson_mut_str(d, "content"), contents(d, content));
            });
        }
        if (request.max_completion_tokens) {
            yyjson_mut_obj_add_int(d, root, "max_completion_tokens",
                                   *request.max_completion_tokens);
        }
        if (request.stream) yyjson_mut_obj_add_bool(d, root, "stream", *request.stream);
        if (request.temperature) {
            yyjson_mut_obj_add_real(d, root, "temperature", *request.temperature);
        }
        std::size_t size = 0;
        const char* const out = yyjson_mut_write_opts(d, 0, &memory, &size, nullptr);
        if (out == nullptr) std::abort();
        return {out, size};  // in the pool, until the next call
    }

private:
    static yyjson_mut_val* text(yyjson_mut_doc* d, std::string_view s) {
        return yyjson_mut_strn(d, s.data(), s.size());
    }
    static yyjson_mut_val* contents(yyjson_mut_doc* d, const oaiwire::MessageContent& content) {
        if (const auto* s = std::get_if<std::string>(&content)) return text(d, *s);
        yyjson_mut_val* const list = yyjson_mut_arr(d);
        for (const oaiwire::ContentPart& part : std::get<1>(content)) {
            yyjson_mut_val* const one = yyjson_mut_arr_add_obj(d, list);
            if (const auto* p = std::get_if<oaiwire::ContentPartText>(&part)) {
                yyjson_mut_obj_add_str(d, one, "type", "text");
                yyjson_mut_obj_add(one, yyjson_mut_str(d, "text"), text(d, p->text));
            } else if (const auto* i = std::get_if<oaiwire::ContentPartImage>(&part)) {
                yyjson_mut_obj_add_str(d, one, "type", "image_url");
                yyjson_mut_val* const url = yyjson_mut_obj_add_obj(d, one, "image_url");
                yyjson_mut_obj_add(url, yyjson_mut_str(d, "url"), text(d, i->image_url.url));
            }
        }
        return list;
    }

    // yyjson allocates six bytes for each byte of text
    std::vector<char> pool_ = std::vector<char>(std::size_t{32} << 20);
};

}  // namespace bench

#else
#define BENCH_HAS_YYJSON 0
#endif
