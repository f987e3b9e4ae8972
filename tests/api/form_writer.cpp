#include <oaiwire/api/form_writer.hpp>
//
#include <support/catch.hpp>

#include <oracle/multipart.hpp>

#include <oaiwire/http/content.hpp>
#include <oaiwire/types/basics.hpp>

#include <array>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace form_writer_tests {

namespace form_test {

enum class Format : std::uint8_t { unknown, json, verbose_json };
constexpr auto enumerator_names(Format) {
    return std::array<std::string_view, 2>{"json", "verbose_json"};
}

struct Chunking {
    std::string type{};
    oaiwire::field<double> threshold{};
    oaiwire::field<std::vector<int>> steps{};
    friend bool operator==(const Chunking&, const Chunking&) = default;
};

struct Request {
    oaiwire::path_parameter id{"in-the-path"};
    static constexpr std::array json_names{std::pair{"self_harm", "self-harm"}};
    std::string model{};
    oaiwire::FileContent file{};
    oaiwire::field<std::variant<oaiwire::FileContent, std::vector<oaiwire::FileContent>>> image{};
    oaiwire::field<std::vector<oaiwire::FileContent>> masks{};
    oaiwire::field<oaiwire::open_enum<Format>> response_format{};
    oaiwire::field<double> temperature{};
    oaiwire::field<std::int64_t> n{};
    oaiwire::field<bool> self_harm{};
    oaiwire::field<bool> stream{};
    oaiwire::field<std::vector<std::string>> include{};
    oaiwire::field<std::variant<std::string, Chunking>> chunking_strategy{};
    oaiwire::field<oaiwire::raw_json> metadata{};
    std::string operator_{"is"};
    oaiwire::extra_members extra{};
    friend bool operator==(const Request&, const Request&) = default;
};

}  // namespace form_test

using namespace oaiwire;
using form_test::Request;

namespace {

std::string bytes_of(const http::request& r) {
    std::string out;
    http::content_cursor cursor(r);
    for (auto piece = cursor.next(); piece && !piece->empty(); piece = cursor.next()) {
        out += *piece;
    }
    CHECK(out.size() == http::content_size(r));
    return out;
}

// One line per part: "name=content" for a field, "name=content (filename, type)" for a file.
std::string shown(const Request& request, const extra_members& more = {}, bool streamed = false) {
    http::request out;
    REQUIRE(write_form(request, more, streamed, out));
    CHECK(out.body.empty());
    const auto parts = oracle::read_form(out.headers.value("Content-Type"), bytes_of(out));
    REQUIRE(parts);
    std::string text;
    for (const auto& p : *parts) {
        text += p.parameter("name") + '=' + p.content;
        const auto type = p.field("content-type");
        if (type != "(none)") text += " (" + p.parameter("filename") + ", " + type + ')';
        text += '\n';
    }
    return text;
}

class six_bytes final : public byte_source {
public:
    std::uint64_t size() const override { return 6; }
    result<std::unique_ptr<byte_reader>> open() const override {
        return std::unique_ptr<byte_reader>(std::make_unique<reader>());
    }

private:
    class reader final : public byte_reader {
    public:
        result<std::size_t> read(char* to, std::size_t room) override {
            const std::size_t n = left_ != 0 && room != 0 ? 1 : 0;
            if (n != 0) *to = static_cast<char>('a' + 6 - left_--);
            return n;
        }

    private:
        int left_ = 6;
    };
};

const Request least{.model = "m", .file = file_content("a.wav", "RIFF")};
const std::string model_and_file = "model=m\nfile=RIFF (a.wav, audio/wav)\n";

}  // namespace

TEST_CASE("members are sent in order under their JSON names; absent and null ones are omitted") {
    CHECK(shown(least) == model_and_file + "operator=is\n");
    auto request = least;
    request.response_format = form_test::Format::verbose_json;
    request.temperature = 0.5;
    request.n = 3;
    request.self_harm = true;
    request.metadata = null;
    request.image = null;
    CHECK(shown(request) == model_and_file +
                                "response_format=verbose_json\ntemperature=0.5\nn=3\n"
                                "self-harm=true\noperator=is\n");
    request.response_format = "diarized";
    request.self_harm = false;
    request.model = "two\r\nlines \"q\" \xc3\xa9 \\";
    CHECK(shown(request).starts_with("model=two\r\nlines \"q\" \xc3\xa9 \\\n"));
    CHECK(shown(request).find("response_format=diarized\n") != std::string::npos);
    CHECK(shown(request).find("self-harm=false\n") != std::string::npos);
}

TEST_CASE("a file is sent as a file part, a list of files under its name with brackets") {
    auto request = least;
    request.image = file_content("i.PNG", "one");
    CHECK(shown(request) == model_and_file + "image=one (i.PNG, image/png)\noperator=is\n");
    request.image = std::vector{file_content("i.jpeg", "one", "image/x"), file_content("", "two")};
    request.masks = std::vector{file_content("m", std::make_shared<six_bytes>())};
    CHECK(shown(request) == model_and_file +
                                "image[]=one (i.jpeg, image/x)\n"
                                "image[]=two (upload, application/octet-stream)\n"
                                "masks[]=abcdef (m, application/octet-stream)\noperator=is\n");
    request.image = std::vector<FileContent>{};
    request.masks = std::vector<FileContent>{};
    CHECK(shown(request) == model_and_file + "operator=is\n");
}

TEST_CASE("lists and objects are encoded as by the official SDKs") {
    auto request = least;
    request.include = std::vector<std::string>{"logprobs"};
    request.chunking_strategy = "auto";
    CHECK(shown(request) ==
          model_and_file + "include[]=logprobs\nchunking_strategy=auto\noperator=is\n");
    request.include = std::vector<std::string>{"a", "b"};
    request.chunking_strategy =
        form_test::Chunking{.type = "server_vad", .threshold = 0.5, .steps = {{1, 2}}};
    request.metadata =
        raw_json::parse(R"({"a":"text","b":null,"c":{"d\u0065":[true,{"f":1.0}]},"g":[],"h":{}})")
            .value();
    CHECK(shown(request) == model_and_file +
                                "include[]=a\ninclude[]=b\n"
                                "chunking_strategy[type]=server_vad\n"
                                "chunking_strategy[threshold]=0.5\n"
                                "chunking_strategy[steps][]=1\nchunking_strategy[steps][]=2\n"
                                "metadata[a]=text\nmetadata[c][de][]=true\n"
                                "metadata[c][de][][f]=1.0\noperator=is\n");
}

TEST_CASE("unknown members are sent too; those of the call options replace others") {
    auto request = least;
    request.n = 1;
    request.extra.set("seed", 7);
    request.extra.set("text", "a \"b\"");
    request.extra.set("nothing", null);
    request.extra.set("stream", true);
    CHECK(shown(request) == model_and_file + "n=1\noperator=is\nseed=7\ntext=a \"b\"\n");
    extra_members more;
    more.set("n", 2);
    more.set("seed", null);
    more.set("self-harm", raw_json::parse("[1]").value());
    more.set("stream", true);
    CHECK(shown(request, more) ==
          model_and_file + "operator=is\ntext=a \"b\"\nn=2\nself-harm[]=1\n");
    request.extra = {};
    request.extra.append_trusted("twice", "1");
    request.extra.append_trusted("twi\\u0063e", "2");
    CHECK(shown(request) == model_and_file + "n=1\noperator=is\ntwice=2\n");
}

TEST_CASE("a form has the stream flag of the call, not of the request") {
    auto request = least;
    for (const int set : {0, 1, 2, 3}) {
        if (set == 1) request.stream = true;
        if (set == 2) request.stream = false;
        if (set == 3) request.stream = null;
        CHECK(shown(request) == model_and_file + "operator=is\n");
        CHECK(shown(request, {}, true) == model_and_file + "operator=is\nstream=true\n");
    }
}

TEST_CASE("errors name the member, and the request is unchanged") {
    http::request out;
    out.headers.add("Content-Type", "old");
    const auto refused = [&](const Request& request) {
        const auto done = write_form(request, {}, false, out);
        REQUIRE_FALSE(done);
        CHECK(out.content == nullptr);
        CHECK(out.headers.value("Content-Type") == "old");
        return std::string(name(done.error().code)) + ' ' + done.error().path;
    };
    auto request = least;
    request.model = "\xff";
    CHECK(refused(request) == "invalid_text model");
    request = least;
    request.temperature = std::numeric_limits<double>::infinity();
    CHECK(refused(request) == "not_finite temperature");
    request = least;
    request.chunking_strategy =
        form_test::Chunking{.threshold = std::numeric_limits<double>::infinity()};
    CHECK(refused(request) == "not_finite chunking_strategy.threshold");
    request = least;
    request.file.content_type = "a/b\r\nX-Injected: 1";
    CHECK(refused(request) == "invalid_header ");
}

TEST_CASE("a form outlives the request that it was made from") {
    http::request out;
    {
        auto request = std::make_unique<Request>(least);
        request->file.data.assign(100'000, 'x');
        REQUIRE(write_form(*request, {}, false, out));
    }
    CHECK(bytes_of(out).find(std::string(100'000, 'x')) != std::string::npos);
}

}  // namespace form_writer_tests
