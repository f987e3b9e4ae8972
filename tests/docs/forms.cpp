// The code of docs/servers.md that reads forms, compiled and run.
#include "harness.hpp"

#include <oaiwire/server/form_reader.hpp>

namespace docs_tests {
namespace forms {

// [receive]
// Reads a request for a transcript; the recording is not kept, but handed on as it comes.
template <class Source, class Sink>
oaiwire::result<oaiwire::TranscriptionRequest> receive(std::string_view content_type,
                                                       Source& next_bytes, Sink& save) {
    oaiwire::form_reader<oaiwire::TranscriptionRequest> form;
    form.files([&](const oaiwire::http::form_part& part, std::string_view bytes, bool last) {
        return save(part.filename, bytes, last);  // an error ends the form
    });
    if (auto begun = form.begin(content_type); !begun) return begun.error();
    for (std::string_view bytes = next_bytes(); !bytes.empty() && !form.failed();
         bytes = next_bytes()) {
        form.feed(bytes);
    }
    return form.finish();
}
// [/receive]

}  // namespace forms

TEST_CASE("the form of docs/servers.md is read piece by piece, and its file is handed on") {
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nwhisper-1\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\nRIFF\r\n"
        "--b--\r\n";
    std::string_view rest = body;
    const auto next_bytes = [&] {
        const auto piece = rest.substr(0, 7);
        rest.remove_prefix(piece.size());
        return piece;
    };
    std::string saved;
    const auto save = [&](const std::string& name, std::string_view bytes,
                          bool last) -> oaiwire::result<void> {
        saved += last ? " (" + name + ')' : std::string(bytes);
        return {};
    };
    const auto request = forms::receive("multipart/form-data; boundary=b", next_bytes, save);
    REQUIRE(request);
    CHECK(request->model == "whisper-1");
    CHECK(request->file.filename == "a.wav");
    CHECK(saved == "RIFF (a.wav)");
    CHECK_FALSE(forms::receive("text/plain", next_bytes, save));
}

}  // namespace docs_tests
