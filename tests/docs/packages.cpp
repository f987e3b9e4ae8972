// The program of docs/packages.md. tests/build/packages_page.py builds it in each way of that page.
// [packages]
#include <iostream>

#include <oaiwire/oaiwire.hpp>
// [/packages]

#include "harness.hpp"

namespace docs_tests {
namespace packages {

// [packages]
int main() {
    oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> stream;
    stream.feed("data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: [DONE]\n\n");
    while (const auto* chunk = stream.next()) std::cout << oaiwire::text(*chunk) << '\n';
    return stream.ok() ? 0 : 1;
}
// [/packages]

}  // namespace packages

TEST_CASE("the program of docs/packages.md prints the text of a stream") {
    const captured_output out;
    CHECK(packages::main() == 0);
    CHECK(out.text() == "Hello\n");
}

}  // namespace docs_tests
