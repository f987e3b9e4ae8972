// A user's file: macros of its own, an unnamed namespace, and one door of the library.
#define check(condition) static_cast<void>(condition)
#define ERROR 3
#define slots

#include <oaiwire/chat.hpp>

namespace {

struct query {
    std::string city{};
};

}  // namespace

int first();
int first() {
    check(ERROR == 3);
    const auto read = oaiwire::json::read<query>(R"({"city":"Bern"})");
    return read && read->city == "Bern" ? 0 : 1;
}
