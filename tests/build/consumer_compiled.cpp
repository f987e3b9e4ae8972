// A user program that links the compiled form: it includes declarations and not simdjson.h.
#include <iostream>
#include <variant>

#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/types/message.hpp>

#if OAIWIRE_DEFINES
#error "the target, or the package, should have said OAIWIRE_DECLARATIONS"
#endif

static_assert(oaiwire::version == oaiwire::version_number{EXPECTED_VERSION});

int main() {
    oaiwire::sse::decoder decoder;
    decoder.feed("data: hello\n\n");
    const auto event = decoder.next();
    if (!event || event->data != "hello") return 1;
    const oaiwire::RequestMessage message = oaiwire::user("hello");
    if (!std::holds_alternative<oaiwire::UserMessage>(message)) return 1;
    std::cout << event->data << ", compiled\n";
    return decoder.failed() ? 1 : 0;
}
