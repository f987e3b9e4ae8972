// glaze: its own structs of equal content, in a library of its own (glaze_calls.hpp).
#pragma once

#if defined(BENCH_GLAZE)
#define BENCH_HAS_GLAZE 1

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>

#include "glaze_calls.hpp"

namespace bench {

class glaze_value {
public:
    explicit glaze_value(bench_glaze_kind kind) : value_(bench_glaze_new(kind)) {}

    void renew() { bench_glaze_renew(value_.get()); }
    void read(std::string_view json) {
        if (!bench_glaze_read(value_.get(), json.data(), json.size())) std::abort();
    }
    std::string_view write() {
        std::size_t size = 0;
        const char* const text = bench_glaze_write(value_.get(), &size);
        if (text == nullptr) std::abort();
        return {text, size};
    }
    std::uint64_t digest(std::uint64_t so_far, bool extra) const {
        return bench_glaze_digest(value_.get(), so_far, extra);
    }

private:
    struct release {
        void operator()(void* value) const { bench_glaze_free(value); }
    };
    std::unique_ptr<void, release> value_;
};

template <class T>
class glaze_reader {
public:
    explicit glaze_reader(bool keep = false, bool in_base64 = false)
        : value_(kind(keep, in_base64)) {}

    void renew() { value_.renew(); }
    const glaze_value& read(std::string_view json) {
        value_.read(json);
        return value_;
    }

private:
    static bench_glaze_kind kind([[maybe_unused]] bool keep, [[maybe_unused]] bool in_base64) {
        if constexpr (std::is_same_v<T, oaiwire::ChatCompletionChunk>) {
            return keep ? bench_glaze_chunk_keeping : bench_glaze_chunk;
        } else if constexpr (std::is_same_v<T, oaiwire::ChatCompletion>) {
            return keep ? bench_glaze_chat_keeping : bench_glaze_chat;
        } else if constexpr (std::is_same_v<T, oaiwire::EmbeddingResponse>) {
            return in_base64 ? bench_glaze_base64_embeddings : bench_glaze_embeddings;
        } else {
            static_assert(std::is_same_v<T, oaiwire::Completion> ||
                          std::is_same_v<T, oaiwire::CompletionChunk>);
            return bench_glaze_completion;
        }
    }

    glaze_value value_;
};

// Requests as glaze's structs, which are made at the first call for each.
class glaze_requests {
public:
    std::string_view write(const oaiwire::ChatCompletionRequest& request) {
        std::shared_ptr<glaze_value>& made = made_[&request];
        if (!made) {
            made = std::make_shared<glaze_value>(bench_glaze_request);
            const auto text = oaiwire::json::write(request);
            if (!text) std::abort();
            made->read(*text);
        }
        return made->write();
    }

private:
    std::map<const void*, std::shared_ptr<glaze_value>> made_{};
};

}  // namespace bench

#else
#define BENCH_HAS_GLAZE 0
#endif
