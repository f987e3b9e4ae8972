// The operations of OpenAI's platform on both ends: what the client sends is routed and read as the
// same request.
#include <oaiwire/server/incoming.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/platform.hpp>
#include <oaiwire/realtime.hpp>
#include <oaiwire/server/form_reader.hpp>
#include <support/fill.hpp>

namespace platform_requests_tests {

using namespace oaiwire;

namespace {

using server = incoming<
    CreateContainerRequest, ListContainersRequest, RetrieveContainerRequest, DeleteContainerRequest,
    CreateContainerFileRequest, ListContainerFilesRequest, RetrieveContainerFileRequest,
    DeleteContainerFileRequest, DownloadContainerFileRequest, CreateVideoRequest, ListVideosRequest,
    RetrieveVideoRequest, DeleteVideoRequest, DownloadVideoRequest, RemixVideoRequest,
    EditVideoRequest, ExtendVideoRequest, CreateVideoCharacterRequest,
    RetrieveVideoCharacterRequest, CreateSkillRequest, ListSkillsRequest, RetrieveSkillRequest,
    UpdateSkillRequest, DeleteSkillRequest, DownloadSkillRequest, CreateSkillVersionRequest,
    ListSkillVersionsRequest, RetrieveSkillVersionRequest, DeleteSkillVersionRequest,
    DownloadSkillVersionRequest, CreateVoiceRequest, DeleteVoiceRequest, CreateVoiceConsentRequest,
    ListVoiceConsentsRequest, RetrieveVoiceConsentRequest, UpdateVoiceConsentRequest,
    DeleteVoiceConsentRequest, RetrieveSafetyAlertRequest, RetrieveSafetyCaseRequest,
    CreateContentProvenanceCheckRequest, CreateDecisionRequest, CreateEvalRequest, ListEvalsRequest,
    RetrieveEvalRequest, UpdateEvalRequest, DeleteEvalRequest, CreateEvalRunRequest,
    ListEvalRunsRequest, RetrieveEvalRunRequest, CancelEvalRunRequest, DeleteEvalRunRequest,
    ListEvalRunOutputItemsRequest, RetrieveEvalRunOutputItemRequest, CreateFineTuningJobRequest,
    ListFineTuningJobsRequest, RetrieveFineTuningJobRequest, CancelFineTuningJobRequest,
    PauseFineTuningJobRequest, ResumeFineTuningJobRequest, ListFineTuningEventsRequest,
    ListFineTuningJobCheckpointsRequest, CreateFineTuningCheckpointPermissionRequest,
    ListFineTuningCheckpointPermissionsRequest, DeleteFineTuningCheckpointPermissionRequest,
    RunGraderRequest, ValidateGraderRequest>;

// In a query there is no null, and what is not a member is passed over.
struct query_form {
    template <class T>
    void operator()(field<T>& member) const {
        if (member.is_null()) member.reset();
    }
    void operator()(extra_members& extra) const { extra.clear(); }
    template <class T>
    void operator()(T&) const {}
};

template <class Request>
void check_request(server& s, std::uint64_t seed) {
    INFO(operation_of<Request>::id);
    CAPTURE(seed);
    // control characters cannot be in the names of a form
    support::filler fill(seed, detail::has_form<Request>);
    auto request = fill.make<Request>();
    detail::set_path_parameters(&request, json::detail::described<Request>(), "a/b c");
    if constexpr (!operation_of<Request>::has_body) {
        reflect::with_members(request, [](auto&... m) { (query_form{}(m), ...); });
    }
    call_options unchecked;
    unchecked.validate = false;
    const auto sent =
        build_request<Request>(request, {.base_url = "http://localhost/v1"}, false, unchecked);
    REQUIRE(sent);
    s.head({sent->method, sent->target, sent->headers});
    std::string body;
    http::content_cursor content(*sent);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        body.append(*piece);
    }
    for (std::string_view rest = body; !rest.empty();) {
        const std::size_t n = (std::min)(rest.size(), std::size_t{1 + seed % 7});
        s.feed(rest.substr(0, n));
        rest.remove_prefix(n);
    }
    s.finish();
    INFO(sent->method << ' ' << sent->target << ' ' << to_string(s.failure()));
    REQUIRE(s.ready());
    CHECK(s.operation_id() == operation_of<Request>::id);
    const auto* const come = s.template get<Request>();
    REQUIRE(come != nullptr);
    // sent again, it is the same request
    if constexpr (!detail::has_form<Request>) {
        const auto again =
            build_request<Request>(*come, {.base_url = "http://localhost/v1"}, false, unchecked);
        REQUIRE(again);
        CHECK(again->target == sent->target);
        CHECK(again->body == sent->body);
    }
}

template <class... Requests>
void check_all(server& s, incoming<Requests...>*) {
    for (std::uint64_t seed = 1; seed != 20; ++seed) (check_request<Requests>(s, seed), ...);
}

}  // namespace

TEST_CASE("a request of the platform's is read as the client's request") {
    incoming_options options;
    options.validate = false;
    server s(options);
    check_all(s, static_cast<server*>(nullptr));
}

TEST_CASE("a body that is sent in place of a form is read: JSON with an id, and an offer alone") {
    incoming<CreateContainerFileRequest, CreateRealtimeCallRequest> s;
    const auto give = [&](const char* target, const char* type, std::string_view body) {
        s.head({"POST", target, {{"Content-Type", type}, {"Authorization", "Bearer k"}}});
        s.feed(body);
        s.finish();
    };
    for (const char* type : {"application/json", "Application/JSON; charset=utf-8"}) {
        give("/v1/containers/c/files", type, R"({"file_id":"f"})");
        REQUIRE(s.ready());
        CHECK(*s.get<CreateContainerFileRequest>() ==
              CreateContainerFileRequest{.container_id = "c", .file_id = "f"});
    }
    give("/v1/containers/c/files", "application/json", "{}");
    CHECK(s.error().status == 400);
    give("/v1/containers/c/files", "application/json", "{");
    CHECK(s.error().status == 400);
    give("/v1/containers/c/files", "application/sdp", "v=0\r\n");
    CHECK(s.error().status == 415);
    give("/v1/realtime/calls", "application/sdp", "v=0\r\n");
    REQUIRE(s.ready());
    CHECK(s.get<CreateRealtimeCallRequest>()->sdp.data == "v=0\r\n");
    CHECK_FALSE(s.get<CreateRealtimeCallRequest>()->session);
    give("/v1/realtime/calls", "application/json", "{}");
    CHECK(s.error().status == 415);
    // the form, as the client sends it
    const auto call = realtime_call("v=0\r\n", RealtimeSession{.model = "m"});
    REQUIRE(call);
    const auto sent = build_request(*call, {.base_url = "http://localhost/v1"}, false);
    REQUIRE(sent);
    std::string body;
    http::content_cursor content(*sent);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        body.append(*piece);
    }
    give("/v1/realtime/calls", std::string(sent->headers.value("Content-Type")).c_str(), body);
    REQUIRE(s.ready());
    CHECK(s.get<CreateRealtimeCallRequest>()->sdp.data == "v=0\r\n");
    CHECK(s.get<CreateRealtimeCallRequest>()->session->data ==
          R"({"type":"realtime","model":"m"})");
}

TEST_CASE("a member of a form is a file or an object, whichever the client sends") {
    const auto read = [](const CreateVideoRequest& request) {
        const auto sent = build_request(request, {.base_url = "http://localhost/v1"}, false);
        REQUIRE(sent);
        std::string body;
        http::content_cursor content(*sent);
        for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
            body.append(*piece);
        }
        return read_form<CreateVideoRequest>(sent->headers.value("Content-Type"), body);
    };
    CreateVideoRequest request{.prompt = "p"};
    request.input_reference = VideoImageReference{.image_url = "https://a.b/c"};
    CHECK(read(request).value() == request);
    request.input_reference = file_content("a.png", "PNG", "image/png");
    CHECK(read(request).value() == request);
}

TEST_CASE(
    "a part without a file name is the file; an object is an error where only a file can be") {
    const auto read = read_form<CreateVideoRequest>(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"input_reference\"\r\n\r\nx\r\n--b\r\n"
        "Content-Disposition: form-data; name=\"prompt\"\r\n\r\np\r\n--b--\r\n");
    REQUIRE(read);
    CHECK(std::get<FileContent>(*read->input_reference).data == "x");
    const auto object = read_form<CreateVideoCharacterRequest>(
        "multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"video[id]\"\r\n\r\nx\r\n--b--\r\n");
    REQUIRE_FALSE(object);
    CHECK(object.error().code == errc::type_mismatch);
    CHECK(object.error().path == "video");
}

}  // namespace platform_requests_tests
