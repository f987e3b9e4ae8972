#include <oaiwire/bridge/bridge_notes.hpp>
//
#include <support/catch.hpp>

namespace bridge_notes_tests {

using oaiwire::bridge_notes;

TEST_CASE("a note stands there once, and more than are kept are counted") {
    bridge_notes notes;
    CHECK(notes.empty());
    for (int twice = 0; twice != 2; ++twice) {
        for (std::size_t i = 0; i != bridge_notes::most; ++i) {
            notes.add("input[" + std::to_string(i) + "]", "lost");
        }
    }
    CHECK(notes.list().size() == bridge_notes::most);
    CHECK(notes.unlisted() == 0);
    notes.add("other", "lost");
    CHECK(notes.list().size() == bridge_notes::most);
    CHECK(notes.unlisted() == 1);
    notes.clear();
    CHECK(notes.empty());
    CHECK(notes.unlisted() == 0);
}

}  // namespace bridge_notes_tests
