#include <oaiwire/body/body_text.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <support/catch.hpp>

namespace body_text_tests {

using oaiwire::detail::body_text;

namespace {

struct outcome {
    std::string events{};  // the bytes passed on as an event stream
    std::string kept{};
    bool json = false;
    bool full = false;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome taken(std::string_view body, std::size_t piece, std::size_t most = 100) {
    body_text text;
    outcome out;
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
        // a copy that is gone after settle()
        const std::string bytes(body.substr(0, piece));
        out.events += text.take(bytes, true, most);
        text.settle();
    }
    out.json = text.is_json();
    out.full = text.full();
    out.kept = text.text();
    return out;
}

}  // namespace

TEST_CASE("JSON is kept and an event stream passed on, for every split") {
    for (std::size_t piece = 1; piece != 20; ++piece) {
        CHECK(taken(" {\"a\": 1}\n", piece) == outcome{" ", "{\"a\": 1}\n", true, false});
        CHECK(taken(": x\n\n[1]", piece) == outcome{": x\n\n", "[1]", true, false});
        const auto events = taken("\n: x\ndata: {}\n\n", piece);
        CHECK(events.events == "\n: x\ndata: {}\n\n");
        CHECK(events.kept.starts_with("data: {}"));
        CHECK_FALSE(events.json);
        CHECK(taken(": x\n\n", piece) == outcome{": x\n\n", "", false, false});
    }
}

TEST_CASE("JSON is kept up to the limit, of an event stream only its start") {
    for (std::size_t piece = 1; piece != 20; ++piece) {
        CHECK_FALSE(taken("{\"a\":1}", piece, 7).full);
        const auto full = taken("{\"a\":12}", piece, 7);
        CHECK(full.full);
        CHECK(full.kept.size() <= 7);
        CHECK(taken(std::string(5000, 'x'), piece).kept.size() == oaiwire::detail::head_size);
    }
    body_text text;
    CHECK(text.take("data: x", false, 100) == "data: x");
    CHECK(text.text().empty());
    text.take("data: y", true, 100);
    text.take("data: z", true, 100);
    text.settle();
    CHECK(text.text() == "data: ydata: z");
    text.forget();
    CHECK(text.text().empty());
}

TEST_CASE("a body text moves in each of its states, and a moved-from one can be used again") {
    const std::string_view pieces[] = {"data: x", "\ndata: y", "\n\n"};
    for (std::size_t n = 0; n != 4; ++n) {
        for (const bool settled : {false, true}) {
            body_text a;
            std::string kept;
            for (std::size_t i = 0; i != n; ++i) {
                a.take(pieces[i], true, 100);
                if (settled) a.settle();
                kept += pieces[i];
            }
            body_text b(std::move(a));
            a = body_text();
            a.take("{", true, 100);
            CHECK(a.is_json());
            body_text c;
            c.take("[1", true, 100);
            c = std::move(b);
            CHECK_FALSE(c.is_json());
            c.settle();
            CHECK(c.text() == kept);
            CHECK(a.text() == "{");
            a = std::move(c);
            CHECK(a.text() == kept);
        }
    }
}

}  // namespace body_text_tests
