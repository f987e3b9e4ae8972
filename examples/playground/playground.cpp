// playground: the decoder for the page of the same name, compiled to WebAssembly. Texts are NUL
// terminated UTF-8, and valid until the next call of a function that returns one.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "capture.hpp"

namespace {

std::string dropped;
std::unique_ptr<playground::capture> shown;
std::string said;

template <class T>
const char* say(const T& value) {
    said = playground::detail::json_of(value);
    return said.c_str();
}

}  // namespace

extern "C" {

// Where the page writes an input of that size.
char* playground_input(std::size_t size) {
    dropped.assign(size, '\0');
    return dropped.data();
}

// Reads that input, and forgets the one before. A summary.
const char* playground_load(const char* kind) {
    shown = std::make_unique<playground::capture>(dropped, playground::kind_of(kind));
    dropped = {};
    return say(shown->facts());
}

// The bytes that offsets count: playground_load()'s `size` of them.
const char* playground_bytes() {
    return shown ? shown->bytes().data() : nullptr;
}

// Two numbers for each of its events: offset and size.
const std::uint32_t* playground_ranges() {
    return shown ? shown->ranges().data() : nullptr;
}

// Decodes it, cut as `how` says: "whole", "two", "every", "ends", "recorded".
const char* playground_decode(const char* how, std::size_t at) {
    if (!shown) return "null";
    return say(shown->decode(playground::cutting_of(how), at));
}

// Some of its events.
const char* playground_events(std::size_t first, std::size_t count) {
    if (!shown) return "[]";
    return say(shown->events(first, count));
}

// What is to be said of the input of the size that was passed last. Not for playground_load(): the
// page asks a worker, since it takes long.
const char* playground_explain() {
    return say(playground::explain(dropped));
}

// Decodes it that many times, for the page's clock.
std::size_t playground_repeat(std::size_t times) {
    return shown ? playground::repeat(shown->source(), shown->kind(), times) : 0;
}

}  // extern "C"
