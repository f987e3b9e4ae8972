#include <oaiwire/stream/chunk_table.hpp>

#include <cstdint>
#include <string>

#include <oaiwire/stream/completion_stream.hpp>
#include <support/catch.hpp>

#include <oaiwire/stream/audio_stream.hpp>

namespace chunk_table_tests {

using namespace oaiwire;

TEST_CASE("the table for chunks with choices calls the functions of their traits") {
    const auto& table = detail::chunk_table_of<Completion>();
    REQUIRE(table.has_choices());
    const auto made = detail::make_object(table.object);
    void* const choice = table.choices.append(made.get(), 3);
    *table.choices.text_of(choice, 0) = "hello";
    CHECK(table.choices.size(made.get()) == 1);
    CHECK(table.choices.at(made.get(), 0).index == 3);
    CHECK(table.choices.at(made.get(), 0).finish_reason.empty());
    CHECK(table.choices.has_output(choice));
    std::string all;
    auto add = [&](std::uint64_t, const std::string& text) { all += text; };
    table.choices.each_text(choice, detail::text_visit(add));
    CHECK(all == "hello");
}

TEST_CASE("the table for events calls the functions of their traits") {
    const auto& table = detail::chunk_table_of<TranscriptionStreamEvent>();
    REQUIRE_FALSE(table.has_choices());
    TranscriptionStreamEvent event = TranscriptTextDoneEvent{};
    CHECK(table.event.end_of(&event) == stream_end::complete);
    CHECK(table.event.has_own_type(&event));
    const auto copy = make_object(table.object);
    json::detail::assign_value(copy.get(), &event, *table.described);
    CHECK(table.event.same_kind(copy.get(), &event));
    TranscriptionStreamEvent other;
    table.event.move(copy.get(), &other);
    CHECK(other == event);
}

}  // namespace chunk_table_tests
