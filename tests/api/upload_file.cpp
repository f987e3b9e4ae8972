#include <oaiwire/api/upload_file.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <utility>
#include <vector>

#include <oaiwire/transport/replay.hpp>
#include <oaiwire/uploads.hpp>

namespace upload_file_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

replay_exchange answer(std::string body, int status = 200) {
    replay_exchange out;
    out.head.status = status;
    out.head.headers.add("Content-Type", "application/json");
    out.body = std::move(body);
    return out;
}

const replay_exchange begun = answer(R"({"id":"up/1","status":"pending"})");

std::string targets_of(const replay_transport& http) {
    std::string out;
    for (const auto& request : http.requests()) out += request.target + ' ';
    return out;
}

}  // namespace

TEST_CASE("a file is uploaded in parts and completed in their order") {
    const replay_transport http(
        {begun, answer(R"({"id":"p1"})"), answer(R"({"id":"p2"})"), answer(R"({"id":"p3"})"),
         answer(R"({"id":"up/1","status":"completed","file":{"id":"file-1"}})")});
    client api{http, where};
    const auto upload = upload_file(api, file_content("a.jsonl", "0123456789"), FilePurpose::batch,
                                    {.part_size = 4,
                                     .expires_after = FileExpirationAfter{.seconds = 3600},
                                     .md5 = "781e5e245d69b566979b86e28d23f2c7"});
    REQUIRE(upload);
    CHECK(upload->file->id == "file-1");
    CHECK(targets_of(http) ==
          "/v1/uploads /v1/uploads/up%2F1/parts /v1/uploads/up%2F1/parts "
          "/v1/uploads/up%2F1/parts /v1/uploads/up%2F1/complete ");
    CHECK(http.requests()[0].body ==
          R"({"bytes":10,"filename":"a.jsonl","mime_type":"application/jsonl","purpose":"batch",)"
          R"("expires_after":{"anchor":"created_at","seconds":3600}})");
    CHECK(http.requests()[2].body.find("\r\n\r\n4567\r\n") != std::string::npos);
    CHECK(http.requests()[3].body.find("\r\n\r\n89\r\n") != std::string::npos);
    CHECK(http.requests()[4].body ==
          R"({"part_ids":["p1","p2","p3"],"md5":"781e5e245d69b566979b86e28d23f2c7"})");
}

TEST_CASE("an upload that fails is cancelled, and the first error is returned") {
    for (const std::size_t failing : {1u, 2u, 3u}) {
        std::vector<replay_exchange> script{begun, answer(R"({"id":"p1"})"),
                                            answer(R"({"id":"p2"})"), answer("{}", 500)};
        script.resize(failing + 2, answer("{}", 500));
        script[failing] = answer(R"({"error":{"message":"full","code":"storage"}})", 507);
        const replay_transport http(script);
        client api{http, where};
        const auto upload = upload_file(api, file_content("a.bin", "0123"), FilePurpose::user_data,
                                        {.part_size = 2, .call = {.retry = retry_policy::none()}});
        REQUIRE_FALSE(upload);
        CHECK(upload.error().api.status == 507);
        CHECK(http.requests().back().target == "/v1/uploads/up%2F1/cancel");
        CHECK(http.requests()[0].body.find("application/octet-stream") != std::string::npos);
    }
}

TEST_CASE("an upload that cannot begin, and responses without an id, are errors") {
    const replay_transport none({});
    client refused{none, where};
    CHECK(upload_file(refused, FileContent{}, FilePurpose::batch).error().path == "bytes");
    CHECK(none.requests().empty());

    const replay_transport nameless({answer(R"({"object":"upload"})")});
    client api{nameless, where};
    CHECK(upload_file(api, file_content("a", "b"), FilePurpose::batch).error().code ==
          errc::missing_member);

    const replay_transport parts({begun, answer(R"({"object":"upload.part"})"), answer("{}")});
    client other{parts, where};
    CHECK(upload_file(other, file_content("a", "b"), FilePurpose::batch).error().code ==
          errc::missing_member);
    CHECK(parts.requests().back().target == "/v1/uploads/up%2F1/cancel");
}

TEST_CASE("a stop ends an upload without a further call") {
    const stop_handle stop;
    stop.request_stop();
    const replay_transport http({begun});
    client api{http, where};
    const auto upload =
        upload_file(api, file_content("a", "b"), FilePurpose::batch, {.call = {.stop = stop}});
    CHECK(upload.error().code == errc::cancelled);
    CHECK(http.requests().size() == 1);
}

}  // namespace upload_file_tests
