#include <oaiwire/server/form_reader.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/types/images.hpp>
#include <support/allocation_ledger.hpp>

#include <string>
#include <string_view>

namespace form_reader_memory_tests {

using namespace oaiwire;
using support::allocations;

#if defined(__cpp_exceptions)

TEST_CASE("a form is read, or out_of_memory is returned, whichever allocation fails") {
    const std::string head = "--b\r\nContent-Disposition: form-data; name=";
    const std::string body =
        head + "\"prompt\"\r\n\r\na prompt that is longer than a short string" + "\r\n" + head +
        "\"image\"; filename=\"a picture of some kind.png\"" +
        "\r\nContent-Type: image/png\r\n\r\nnot really a picture, but long enough" + "\r\n" + head +
        "\"svg[reasoning][effort]\"\r\n\r\nlow\r\n" + head +
        "\"a member of another name[]\"\r\n\r\n1\r\n--b--\r\n";
    const std::string type = "multipart/form-data; boundary=b";
    for (const std::string& text : {body, body.substr(0, body.size() - 3), body + "x"}) {
        const auto due = read_form<ImageEditRequest>(type, text);
        for (const bool fails_on : {false, true}) {
            bool more = true;
            for (std::size_t k = 0; more; ++k) {
                const std::size_t blocks = allocations.blocks;
                bool kept = true;
                {
                    allocations.failures = 0;
                    allocations.fails_on = fails_on;
                    allocations.until_failure = k;
                    const auto read = read_form<ImageEditRequest>(type, text);
                    allocations.until_failure = support::allocation_ledger::never;
                    more = allocations.failures != 0;
                    if (read) {
                        kept = due && *read == *due;
                    } else if (read.error().code == errc::out_of_memory) {
                        kept = more;
                    } else {
                        kept = !due && read.error().code == due.error().code;
                    }
                }
                const bool leaked = allocations.blocks != blocks;
                CAPTURE(k, fails_on);
                REQUIRE(kept);
                REQUIRE(!leaked);
            }
        }
    }
}

#endif

TEST_CASE("a file that goes to a sink takes no memory, whatever its size and its pieces") {
    form_reader<ImageEditRequest> form;
    std::size_t received = 0;
    form.files([&](const http::form_part&, std::string_view bytes, bool) -> result<void> {
        received += bytes.size();
        return {};
    });
    REQUIRE(form.begin("multipart/form-data; boundary=b"));
    form.feed("--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a\"\r\n\r\n");
    std::string piece;
    for (std::size_t i = 0; i != 40'000; ++i) piece += i % 3 == 0 ? "\r\n--a" : "\r";
    const std::size_t count = allocations.count;
    for (std::size_t i = 0; i != 200; ++i) {
        form.feed(std::string_view(piece).substr(0, piece.size() - i));
    }
    CHECK(allocations.count == count);
    form.feed("\r\n--b--\r\n");
    CHECK(form.finish());
    CHECK(received == 200 * piece.size() - 199 * 100);
}

}  // namespace form_reader_memory_tests
