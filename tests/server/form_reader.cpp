#include <oaiwire/server/form_reader.hpp>
//
#include <support/catch.hpp>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/images.hpp>
#include <oracle/multipart.hpp>
#include <support/fill.hpp>
#include <support/random.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace form_reader_tests {

using namespace oaiwire;

namespace {

struct form {
    std::string type{};
    std::string body{};
};

template <class Request>
form written(const Request& request, bool streamed = false) {
    http::request out;
    REQUIRE(write_form(request, {}, streamed, out));
    form f{std::string(out.headers.value("Content-Type")), {}};
    http::content_cursor cursor(out);
    for (auto p = cursor.next(); p && !p->empty(); p = cursor.next()) f.body += *p;
    return f;
}

// Name, file name, type and content of each part.
std::vector<std::string> parts_of(const form& f) {
    const auto parts = oracle::read_form(f.type, f.body);
    REQUIRE(parts);
    std::vector<std::string> out;
    for (const auto& p : *parts) {
        for (const auto& [name, value] : p.fields) out.push_back(name + '=' + value);
        out.push_back(p.content);
    }
    return out;
}

// In pieces of these sizes; the rest is one piece.
template <class Request>
result<Request> read_in_pieces(const form& f, const std::vector<std::size_t>& sizes,
                               const file_sink& sink = {}) {
    form_reader<Request> reader;
    reader.files(sink);
    if (auto begun = reader.begin(f.type); !begun) return std::move(begun).error();
    std::string_view rest = f.body;
    for (const std::size_t n : sizes) {
        const std::string piece(rest.substr(0, n));
        rest.remove_prefix(piece.size());
        reader.feed(piece);
    }
    reader.feed(rest);
    CHECK((reader.done() || reader.failed()));
    return reader.finish();
}

struct part {
    std::string name{};
    std::string content{};
    std::string filename{"(none)"};
};
form of(const std::vector<part>& parts) {
    form f{"multipart/form-data; boundary=b", {}};
    for (const auto& p : parts) {
        f.body += "--b\r\nContent-Disposition: form-data; name=\"" + p.name + '"';
        if (p.filename != "(none)") f.body += "; filename=\"" + p.filename + '"';
        f.body += "\r\n\r\n" + p.content + "\r\n";
    }
    f.body += "--b--\r\n";
    return f;
}

template <class Request = TranscriptionRequest>
std::string error_of(const std::vector<part>& parts, const json::read_options& options = {}) {
    const auto f = of(parts);
    const auto done = read_form<Request>(f.type, f.body, options);
    if (done) return "";
    CHECK(done.error().offset == error::no_offset);
    return std::string(name(done.error().code)) + " at " + done.error().path;
}

// A request with random members is read as it was written, at any cut. What a form cannot say is
// lost on the first way: null, empty lists, the types of values that no type describes.
template <class Request>
void round_trip(std::uint64_t seed) {
    support::filler fill(seed, true);
    support::random random(seed + 1000);
    auto request = fill.make<Request>();
    const bool streamed = random.one_in(2);
    const auto first = written(request, streamed);
    const auto once = read_form<Request>(first.type, first.body);
    CAPTURE(seed, first.body);
    if (!once) FAIL(to_string(once.error()));
    const auto second = written(*once, streamed);
    CHECK(parts_of(second) == parts_of(first));
    const auto twice = read_in_pieces<Request>(second, {random.below(second.body.size())});
    REQUIRE(twice);
    CHECK(*twice == *once);
    const auto bytewise =
        read_in_pieces<Request>(second, std::vector<std::size_t>(second.body.size(), 1));
    REQUIRE(bytewise);
    CHECK(*bytewise == *once);
}

}  // namespace

TEST_CASE("requests of every operation with a form survive writing and reading, at any cut") {
    for (std::uint64_t seed = 1; seed != 150; ++seed) {
        round_trip<TranscriptionRequest>(seed);
        round_trip<TranslationRequest>(seed);
        round_trip<ImageEditRequest>(seed);
        round_trip<ImageVariationRequest>(seed);
    }
}

TEST_CASE("a request is read as it was, and written again as the same parts") {
    TranscriptionRequest t{.file = file_content("a.wav", std::string("RIFF\0\r\n--", 9)),
                           .model = "whisper-1"};
    t.chunking_strategy = VadConfig{.prefix_padding_ms = 300, .threshold = 0.5};
    t.include = std::vector<std::string>{"logprobs"};
    t.known_speaker_names = std::vector<std::string>{"a", "", "b"};
    t.language = "5";
    t.response_format = TranscriptionFormat::verbose_json;
    t.stream = true;
    t.temperature = 0.25;
    t.timestamp_granularities = std::vector<open_enum<TimestampGranularity>>{
        TimestampGranularity::word, TimestampGranularity::segment};
    t.extra.set("x", "true");
    t.extra.set("y", *raw_json::parse(R"({"a":["1","2"],"b":{"c":"d"}})"));
    const auto f = written(t, true);
    t.file.content_type = "audio/wav";
    const auto read = read_form<TranscriptionRequest>(f.type, f.body);
    REQUIRE(read);
    CHECK(*read == t);
    CHECK(parts_of(written(*read, true)) == parts_of(f));

    ImageEditRequest e{.image = std::vector{file_content("a.png", "1", "image/png"),
                                            file_content("b.png", "2", "image/png")},
                       .prompt = "p"};
    e.mask = file_content("m.png", "", "image/png");
    e.n = 2;
    e.svg = SvgOptions{.model = "m", .reasoning = Reasoning{}};
    e.svg->reasoning->effort = ReasoningEffort::low;
    const auto g = written(e);
    const auto back = read_form<ImageEditRequest>(g.type, g.body);
    REQUIRE(back);
    CHECK(*back == e);
    CHECK(parts_of(written(*back)) == parts_of(g));
}

TEST_CASE("lists come with brackets, repeated or as one element; objects in brackets or as JSON") {
    const auto names = [](const std::vector<part>& parts) {
        const auto f = of(parts);
        const auto r = read_form<TranscriptionRequest>(f.type, f.body);
        REQUIRE(r);
        return r->known_speaker_names.value_or(std::vector<std::string>{});
    };
    const std::string n = "known_speaker_names";
    CHECK(names({}).empty());
    CHECK(names({{n + "[]", "a"}, {n + "[]", "b"}}) == std::vector<std::string>{"a", "b"});
    CHECK(names({{n, "a"}, {"model", "m"}, {n, "b"}}) == std::vector<std::string>{"a", "b"});
    CHECK(names({{n, "[\"a\"]"}}) == std::vector<std::string>{"[\"a\"]"});

    const auto svg = [](const std::vector<part>& parts) {
        const auto f = of(parts);
        const auto r = read_form<ImageEditRequest>(f.type, f.body);
        REQUIRE(r);
        return *r->svg;
    };
    const SvgOptions m{.model = "m"};
    CHECK(svg({{"svg[model]", "m"}}) == m);
    CHECK(svg({{"svg", R"( {"model":"m"} )"}}) == m);
}

TEST_CASE("what the type does not name goes to extra, as text") {
    const auto f = of({{"a", "1"},
                       {"b[]", "x"},
                       {"b[]", "y"},
                       {"c[d][]", "z"},
                       {"e", "1"},
                       {"e", "2"},
                       {"g[][h]", "1"},
                       {"g[][i][]", "2"},
                       {"g[][i][]", "3"},
                       {"g[][h]", "4"},
                       {"[j", "5"},
                       {"k]", "6"},
                       {"l[m]n", "7"},
                       {"", "8"},
                       {"o[][]", "9"}});
    const auto r = read_form<TranslationRequest>(f.type, f.body);
    REQUIRE(r);
    CHECK(r->extra.text() ==
          R"("a":"1","b":["x","y"],"c":{"d":["z"]},"e":["1","2"],)"
          R"("g":[{"h":"1","i":["2","3"]},{"h":"4"}],"[j":"5","k]":"6","l[m]n":"7","":"8",)"
          R"("o":[["9"]])");
}

TEST_CASE("files are kept in memory, in order, where there is no sink") {
    const auto images = [](const std::vector<part>& parts) {
        const auto f = of(parts);
        const auto r = read_form<ImageEditRequest>(f.type, f.body);
        REQUIRE(r);
        return r->image;
    };
    CHECK(images({{"image", "1", "a"}}) == ImageFiles(FileContent{"1", "a", "", nullptr}));
    CHECK(images({{"image", "1"}}) == ImageFiles(FileContent{"1", "", "", nullptr}));
    CHECK(images({{"image[]", "1", "a"}}) ==
          ImageFiles(std::vector{FileContent{"1", "a", "", nullptr}}));
    for (const char* name : {"image[]", "image"}) {
        CHECK(images({{name, "1", "a"}, {"prompt", "p"}, {name, "2", "b"}}) ==
              ImageFiles(std::vector{FileContent{"1", "a", "", nullptr},
                                     FileContent{"2", "b", "", nullptr}}));
    }
}

TEST_CASE("a sink takes the files as they come; the request has their names") {
    const auto f = of({{"model", "m"}, {"file", "abc", "a.wav"}, {"other", "", "x"}});
    for (std::size_t cut = 0; cut <= f.body.size(); ++cut) {
        std::string seen;
        std::string bytes;
        const auto r = read_in_pieces<TranscriptionRequest>(
            f, {cut}, [&](const http::form_part& p, std::string_view piece, bool last) {
                bytes += piece;
                if (last) {
                    CHECK(piece.empty());
                    seen += p.name + '/' + p.filename + '=' + std::exchange(bytes, {}) + ';';
                }
                return result<void>{};
            });
        REQUIRE(r);
        CHECK(seen == "file/a.wav=abc;other/x=;");
        CHECK(r->file == FileContent{"", "a.wav", "", nullptr});
        CHECK(r->model == "m");
    }
}

TEST_CASE("an error of the sink ends the form") {
    form_reader<TranscriptionRequest> reader;
    int calls = 0;
    reader.files([&](const http::form_part&, std::string_view, bool) -> result<void> {
        ++calls;
        return make_error(errc::transport_failed, "the disk is full");
    });
    const auto f = of({{"file", "abc", "a"}, {"file", "abc", "a"}});
    REQUIRE(reader.begin(f.type));
    reader.feed(f.body);
    CHECK(reader.failure().message == "the disk is full");
    CHECK(reader.finish().error().code == errc::transport_failed);
    CHECK(calls == 1);
}

TEST_CASE("errors name the member") {
    CHECK(error_of({{"temperature", "warm"}}) == "type_mismatch at temperature");
    CHECK(error_of({{"temperature", ""}}) == "type_mismatch at temperature");
    CHECK(error_of({{"temperature", "1,\"model\":2"}}) == "type_mismatch at temperature");
    CHECK(error_of({{"temperature", "null"}}) == "type_mismatch at temperature");
    CHECK(error_of({{"temperature", "0"}, {"temperature", "1"}}) == "type_mismatch at temperature");
    CHECK(error_of({{"temperature[]", "0"}}) == "type_mismatch at temperature");
    CHECK(error_of({{"stream", "yes"}}) == "type_mismatch at stream");
    CHECK(error_of({{"model", "a"}, {"model", "b"}}) == "type_mismatch at model");
    CHECK(error_of({{"model", "a"}, {"model[x]", "b"}}) == "type_mismatch at model");
    CHECK(error_of({{"model", "a", "file"}}) == "type_mismatch at model");
    CHECK(error_of({{"unknown", "a", "file"}}) == "type_mismatch at unknown");
    CHECK(error_of({{"file[x]", "a"}}) == "type_mismatch at file");
    CHECK(error_of({{"file", "a", "f"}, {"file", "a", "f"}}) == "type_mismatch at file");
    CHECK(error_of({{"file", "a", "f"}, {"file", "a", "f"}}, json::tolerant) ==
          "type_mismatch at file");
    CHECK(error_of({{"prompt", "\xff"}}) == "invalid_utf8 at prompt");
    CHECK(error_of({{"include[]", "a"}, {"include[]", "\xff"}}) == "invalid_utf8 at include[1]");
    CHECK(error_of(
              {{"chunking_strategy[type]", "server_vad"}, {"chunking_strategy[threshold]", "x"}}) ==
          "type_mismatch at chunking_strategy.threshold");
    CHECK(error_of<ImageEditRequest>({{"svg[reasoning][effort][]", "a"}}) ==
          "type_mismatch at svg.reasoning.effort");
    std::string deep = "a";
    for (int i = 0; i != 64; ++i) deep += "[b]";
    CHECK(error_of({{deep, ""}}) == "too_deep at a");
}

TEST_CASE("errors of the form have the offset in its body") {
    const auto f = of({{"model", "m"}});
    const auto cut = read_form<TranscriptionRequest>(f.type, f.body.substr(0, 20));
    CHECK(cut.error().code == errc::closed_early);
    CHECK(cut.error().offset == 20);
    CHECK(read_form<TranscriptionRequest>("application/json", f.body).error().code ==
          errc::unexpected_content_type);
    form_reader<TranscriptionRequest> reader;
    CHECK(reader.finish().error().code == errc::closed_early);
    REQUIRE(reader.begin(f.type));
    reader.feed(f.body);
    CHECK(reader.finish()->model == "m");
}

TEST_CASE("what is kept in memory is bounded, and what goes to a sink is not") {
    limits bounds;
    bounds.body = 100;
    const std::string long_text(120, 'x');
    for (const auto& f : {of({{"prompt", long_text}}), of({{"file", long_text, "a"}}),
                          of({{"a", std::string(60, 'x')}, {"b", std::string(60, 'x')}}),
                          of({{"a", std::string(60, '\x01')}})}) {
        const auto r = read_form<TranscriptionRequest>(f.type, f.body, {}, bounds);
        REQUIRE(!r);
        CHECK(r.error().code == errc::limit_exceeded);
        CHECK(!r.error().path.empty());
    }
    form_reader<TranscriptionRequest> reader(bounds);
    std::size_t bytes = 0;
    reader.files([&](const http::form_part&, std::string_view piece, bool) {
        bytes += piece.size();
        return result<void>{};
    });
    const auto f = of({{"file", long_text, "a"}});
    REQUIRE(reader.begin(f.type));
    reader.feed(f.body);
    CHECK(reader.finish());
    CHECK(bytes == long_text.size());
}

}  // namespace form_reader_tests
