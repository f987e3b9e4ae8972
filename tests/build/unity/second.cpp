// Another: it is compiled after the macros of the first, and brings more.
#define min(a, b) ((a) < (b) ? (a) : (b))
#define Status int
#define None 0

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/server.hpp>

Status second();
Status second() {
    oaiwire::sse::decoder decoder;
    decoder.feed("data: x\n\n");
    const auto event = decoder.next();
    return event && event->data == "x" ? min(None, 1) : 2;
}
