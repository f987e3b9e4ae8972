// All peers that write requests. glaze, RapidJSON and string_builder do
// not check UTF-8.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/types/chat_request.hpp>

#include "glaze.hpp"
#include "nlohmann_writer.hpp"
#include "rapidjson_writer.hpp"
#include "simdjson_writer.hpp"
#include "yyjson_writer.hpp"

namespace bench {

struct request_writer {
    const char* name;
    // The text is valid until the next call.
    std::function<std::string_view(const oaiwire::ChatCompletionRequest&)> write;
};

inline std::vector<request_writer> request_writers() {
    using request = oaiwire::ChatCompletionRequest;
    std::vector<request_writer> out;
#if BENCH_HAS_SIMDJSON_WRITER
    const auto builder = std::make_shared<simdjson_builder>();
    out.push_back({"simdjson string_builder",
                   [builder](const request& r) { return write_simdjson(r, *builder); }});
#endif
#if BENCH_HAS_GLAZE
    out.push_back(
        {"glaze", [kept = glaze_requests()](const request& r) mutable { return kept.write(r); }});
#endif
#if BENCH_HAS_YYJSON
    const auto yyjson = std::make_shared<yyjson_writer>();
    out.push_back({"yyjson_mut", [yyjson](const request& r) { return yyjson->write(r); }});
#endif
#if BENCH_HAS_RAPIDJSON
    const auto buffer = std::make_shared<rapidjson::StringBuffer>();
    out.push_back(
        {"RapidJSON Writer", [buffer](const request& r) { return write_rapidjson(r, *buffer); }});
#endif
#if BENCH_HAS_NLOHMANN
    const auto text = std::make_shared<std::string>();
    out.push_back({"nlohmann, build and dump", [text](const request& r) {
                       *text = write_nlohmann(r);
                       return std::string_view(*text);
                   }});
#endif
    return out;
}

}  // namespace bench
