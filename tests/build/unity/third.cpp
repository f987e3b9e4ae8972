// And one without macros, which uses the names as they are.
#include <oaiwire/bridge.hpp>
#include <oaiwire/platform.hpp>

using namespace oaiwire;  // NOLINT

int third();
int third() {
    const auto text = json::write(ChatCompletionRequest{.model = "m", .messages = {user("u")}});
    return text ? 0 : 3;
}

int main() {
    const int failed = first() + second() + third();
    // what the first two have defined is still there
    check(failed);
    return failed + ERROR - 3 + min(0, 1) + None;
}
