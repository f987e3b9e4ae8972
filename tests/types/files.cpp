#include <oaiwire/types/files.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace files_types_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("a page of files is written with the members with which it was read") {
    const char* const text =
        R"({"object":"list","data":[{"id":"file-1","object":"file","bytes":175,)"
        R"("created_at":1613677385,"expires_at":1677614202,"filename":"a.jsonl",)"
        R"("purpose":"fine-tune","status":"processed","status_details":null,"origin":"x"},)"
        R"({"id":"file-2","purpose":"new purpose"},{}],)"
        R"("first_id":"file-1","last_id":"file-2","has_more":true,"total":3})";
    const auto page = from_json<ListFilesResponse>(text);
    REQUIRE(page.data.size() == 3);
    CHECK(page.data[0].purpose == FilePurpose::fine_tune);
    CHECK(page.data[0].extra.find("origin") == R"("x")");
    CHECK(page.data[1].purpose->text() == "new purpose");
    CHECK(page.data[2] == File{});
    CHECK(page.extra.find("total") == "3");
    CHECK(json_of(page) == text);
}

TEST_CASE("the response to a deletion keeps members that are not known") {
    const char* const text = R"({"id":"file-1","object":"file","deleted":true,"at":1})";
    CHECK(json_of(from_json<DeleteFileResponse>(text)) == text);
    CHECK(json_of(from_json<DeleteFileResponse>("{}")) == "{}");
}

}  // namespace files_types_tests
