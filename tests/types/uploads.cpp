#include <oaiwire/types/uploads.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace uploads_types_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

// Whether the text, and an empty object, are written as they were read.
template <class T>
bool keeps(const char* text) {
    return json_of(from_json<T>(text)) == text && json_of(from_json<T>("{}")).starts_with('{') &&
           from_json<T>(json_of(T{})) == T{};
}

}  // namespace

TEST_CASE("uploads and parts keep what is not known") {
    CHECK(keeps<Upload>(
        R"({"id":"upload_1","object":"upload","bytes":9,"created_at":1,"expires_at":2,"file)"
        R"(":{"id":"file-1","object":"file","bytes":9},"filename":"a","purpose":"batch","st)"
        R"(atus":"completed","more":[1]})"));
    CHECK(keeps<Upload>(R"({"file":null,"status":"new"})"));
    CHECK(keeps<UploadPart>(
        R"({"id":"part_1","object":"upload.part","created_at":1,"upload_id":"upload_1","x":)"
        R"({}})"));
    CHECK(keeps<CreateUploadRequest>(
        R"({"bytes":9,"filename":"a","mime_type":"b","purpose":"vision","expires_after":{"a)"
        R"(nchor":"created_at","seconds":3600},"y":1})"));
    CHECK(keeps<CompleteUploadRequest>(R"({"part_ids":["a"],"md5":"m","z":null})"));
}

}  // namespace uploads_types_tests
