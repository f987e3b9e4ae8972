// yyjson in situ, with reused buffers, then the struct from its DOM.
#pragma once

#if defined(BENCH_YYJSON)
#define BENCH_HAS_YYJSON 1

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include <yyjson.h>

#include "fill.hpp"

namespace bench {

struct yyjson_dom {
    using value = yyjson_val*;

    static bool text(value v, std::string_view& out) {
        if (!yyjson_is_str(v)) return false;
        out = {yyjson_get_str(v), yyjson_get_len(v)};
        return true;
    }
    static bool integer(value v, std::int64_t& out) {
        if (!yyjson_is_int(v)) return false;
        out = yyjson_get_sint(v);
        return true;
    }
    static bool number(value v, double& out) {
        if (!yyjson_is_num(v)) return false;
        out = yyjson_get_num(v);
        return true;
    }
    template <class F>
    static bool members(value v, F&& f) {
        if (!yyjson_is_obj(v)) return false;
        yyjson_obj_iter i = yyjson_obj_iter_with(v);
        while (yyjson_val* const key = yyjson_obj_iter_next(&i)) {
            f(std::string_view(yyjson_get_str(key), yyjson_get_len(key)),
              yyjson_obj_iter_get_val(key));
        }
        return true;
    }
    template <class F>
    static bool elements(value v, F&& f) {
        if (!yyjson_is_arr(v)) return false;
        yyjson_arr_iter i = yyjson_arr_iter_with(v);
        while (yyjson_val* const e = yyjson_arr_iter_next(&i)) f(e);
        return true;
    }
};

template <class T>
class yyjson_reader {
public:
    T value{};

    const T& read(std::string_view json) {
        if (text_.size() < json.size() + YYJSON_PADDING_SIZE) {
            text_.resize(2 * json.size() + YYJSON_PADDING_SIZE);
            pool_.resize(yyjson_read_max_memory_usage(2 * json.size(), flags));
        }
        std::memcpy(text_.data(), json.data(), json.size());
        std::memset(text_.data() + json.size(), 0, YYJSON_PADDING_SIZE);
        yyjson_alc memory;
        yyjson_alc_pool_init(&memory, pool_.data(), pool_.size());
        yyjson_doc* const document =
            yyjson_read_opts(text_.data(), json.size(), flags, &memory, nullptr);
        if (document == nullptr) std::abort();
        fill<yyjson_dom>::into(yyjson_doc_get_root(document), value);
        yyjson_doc_free(document);
        return value;
    }

private:
    static constexpr yyjson_read_flag flags = YYJSON_READ_INSITU;

    std::vector<char> text_{};
    std::vector<char> pool_{};
};

}  // namespace bench

#else
#define BENCH_HAS_YYJSON 0
#endif
