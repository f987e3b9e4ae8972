#include <oaiwire/stream/extra_join.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/json/read.hpp>

namespace extra_join_tests {

using namespace oaiwire;

namespace {

struct object {
    extra_members extra{};
};

extra_members members(const std::string& text) {
    const auto read = json::read<object>("{" + text + "}");
    REQUIRE(read);
    return read->extra;
}

std::string joined(const std::string& to, const std::string& from) {
    detail::extra_join join;
    extra_members all = members(to);
    join.add(all, members(from));
    CHECK(!join.exceeded());
    return all.text();
}

std::string many(std::size_t from, std::size_t to, const std::string& value) {
    std::string out;
    for (std::size_t i = from; i != to; ++i) {
        out.append(out.empty() ? "" : ",").append("\"m").append(std::to_string(i));
        out.append("\":").append(value);
    }
    return out;
}

// The number of events accepted by the response; 0: all.
template <class Event>
std::size_t taken(std::size_t events, Event&& event) {
    stream_decoder<ChatCompletionChunk> decoder;
    accumulator<ChatCompletionChunk> whole;
    for (std::size_t i = 0; i != events; ++i) {
        const std::string lent = "data: {\"choices\":[" + event(std::to_string(i)) + "]}\n\n";
        decoder.feed(lent);
        while (const auto* chunk = decoder.next()) {
            const errc code = whole.add(*chunk);
            if (code == errc::ok) continue;
            CHECK(code == errc::limit_exceeded);
            return i;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("the last value of a name is kept, at the position of the first") {
    CHECK(joined(R"("a":1,"b":2)", R"("a":3,"c":4)") == R"("a":3,"b":2,"c":4)");
    CHECK(joined("", R"("a":1,"\u0061":2)") == R"("a":2)");
    CHECK(joined(R"("a":1)", "") == R"("a":1)");
}

TEST_CASE("many members are joined like few") {
    const std::string old = many(0, 300, "1");
    CHECK(joined(old, many(200, 500, "2")) == many(0, 200, "1") + "," + many(200, 500, "2"));
    CHECK(joined("", old + "," + old) == old);
}

TEST_CASE("growth in proportion to the size never fails") {
    detail::extra_join join;
    extra_members all;
    const extra_members blob = members("\"blob\":\"" + std::string(100000, 'x') + "\"");
    for (int i = 0; i != 200; ++i) join.add(all, blob);
    for (int i = 0; i != 200; ++i) join.add(all, members(R"("provider":"the same each time")"));
    CHECK(!join.exceeded());
    CHECK(all.size() == 2);
}

TEST_CASE("ever new members reach a limit, without quadratic work") {
    detail::extra_join join(1 << 20);
    extra_members all;
    std::size_t n = 0;
    while (n != 10000 && !join.exceeded()) {
        join.add(all, members("\"m" + std::to_string(n++) + "\":1"));
    }
    CHECK(n > 400);
    CHECK(n < 2000);
    CHECK(all.size() == n - 1);
    const extra_members before = all;
    join.add(all, members("\"late\":1"));
    CHECK(all == before);
}

#if defined(__OPTIMIZE__)  // otherwise the lookups take some seconds

TEST_CASE("ever new members of choices and messages reach a limit") {
    constexpr std::size_t events = 50000;
    const std::size_t of_choice = taken(events, [](const std::string& i) {
        return "{\"index\":0,\"x" + i + "\":1,\"delta\":{\"content\":\"a\"}}";
    });
    CHECK(of_choice > 5000);
    const std::size_t of_message = taken(events, [](const std::string& i) {
        return "{\"index\":0,\"delta\":{\"x" + i + "\":1,\"content\":\"a\"}}";
    });
    CHECK(of_message > 5000);
}

#endif

TEST_CASE("members that replace each other reach no limit") {
    CHECK(taken(5000, [](const std::string& i) {
              return "{\"index\":0,\"x\":" + i + ",\"delta\":{\"content\":\"a\"}}";
          }) == 0);
}

TEST_CASE("lists of parts and of reasoning grow in place") {
    const auto parts = [](const std::string& i) {
        return "{\"index\":0,\"delta\":{\"reasoning_details\":[{\"n\":" + i +
               "}],\"content\":[{\"type\":\"new\",\"n\":" + i + "}]}}";
    };
    CHECK(taken(20000, parts) == 0);
}

TEST_CASE("growth by joined members is counted once, and replaced values are not counted") {
    detail::extra_join join;
    extra_members all;
    join.add(all, members(R"("a":1)"));
    CHECK(join.take_growth() == all.text().size());
    CHECK(join.take_growth() == 0);
    join.add(all, members(R"("a":2)"));
    CHECK(join.take_growth() == 0);
    const std::size_t before = all.text().size();
    join.add(all, members(many(0, 500, "true")));
    CHECK(join.take_growth() == all.text().size() - before);
}

}  // namespace extra_join_tests
