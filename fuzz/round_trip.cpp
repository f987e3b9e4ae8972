// round_trip: any value of a type is written as JSON that reads back equal, in strict and tolerant
// mode, into new or used memory, and is then written to the same text. Input: one byte (the type),
// and bytes that choose the value.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oracle/json_text.hpp>
#include <support/fill.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

template <class T>
void round_trip(support::filler& filler) {
    const T value = filler.make<T>();
    T used = filler.make<T>();
    const auto text = json::write(value);
    must(text.has_value(), "a value is written");
    must(oracle::read_json_text(*text).ok, "written text is JSON");
    const fuzz::block exact(*text);

    const auto back = json::read<T>(exact.view());
    must(back && *back == value, "strict reading returns the value");
    const auto tolerant = json::read<T>(exact.view(), json::tolerant);
    must(tolerant && *tolerant == value, "tolerant reading returns the value");
    must(json::read_into(exact.view(), used) && used == value,
         "reading into a used object returns the value");

    std::string again = "a text that was there before";
    must(json::write(used, again) && again == *text, "the value is written to the same text");
    must(json::write(*back, again) && again == *text, "writing again gives the same text");
}

void round_trip(std::string_view input) {
    const auto kind = static_cast<unsigned char>(input.empty() ? 0 : input[0]);
    support::filler filler(support::random(input.substr(input.empty() ? 0 : 1)));
    switch (kind % 8) {
        case 0:
            return round_trip<ChatCompletion>(filler);
        case 1:
            return round_trip<ChatCompletionChunk>(filler);
        case 2:
            return round_trip<ChatCompletionRequest>(filler);
        case 3:
            return round_trip<Completion>(filler);
        case 4:
            return round_trip<ErrorBody>(filler);
        case 5:
            return round_trip<Response>(filler);
        case 6:
            return round_trip<ResponseRequest>(filler);
        default:
            return round_trip<ResponseStreamEvent>(filler);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    round_trip(fuzz::text_of(data, size));
    return 0;
}
