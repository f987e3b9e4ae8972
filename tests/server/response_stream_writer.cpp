#include <oaiwire/server/response_stream_writer.hpp>

#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <server/streams.hpp>

namespace response_stream_writer_tests {

using namespace oaiwire;
using event = ResponseStreamEvent;
using server_streams::take;

namespace {

Response start() {
    Response out{.id = "resp_1"};
    out.created_at = 1'700'000'000;
    out.model = "m";
    return out;
}

// The typed events of a body. Each must be what json::write makes of it, named by its type, and
// numbered.
std::vector<event> events_of(std::string_view body) {
    std::vector<event> out;
    for (const std::string& text : server_streams::split(body)) {
        const auto data = text.find("\ndata: ");
        REQUIRE(data != std::string::npos);
        const std::string json = text.substr(data + 7, text.size() - data - 9);
        const auto typed = json::read<event>(json, json::strict);
        REQUIRE(typed);
        REQUIRE_FALSE(std::holds_alternative<raw_json>(*typed));
        CHECK(*json::write(*typed) == json);
        CHECK(text.substr(0, data) == "event: " + std::string(type_text(*typed)));
        std::visit(
            [&](const auto& e) {
                if constexpr (requires { e.sequence_number; }) {
                    CHECK(e.sequence_number == static_cast<std::int64_t>(out.size()));
                    CHECK(e.extra.empty());
                }
            },
            *typed);
        out.push_back(*typed);
    }
    return out;
}

// The deltas of each text, joined, are the text in the event that ends it.
void check_deltas(const std::vector<event>& events) {
    using place = std::tuple<std::int64_t, std::int64_t, std::int64_t>;
    std::map<place, std::string> texts;
    const auto place_of = [](const auto& e) {
        return place(e.output_index.value_or(-1), e.content_index.value_or(-1),
                     e.summary_index.value_or(-1));
    };
    for (const event& any : events) {
        if (const auto* delta = std::get_if<ResponseDeltaEvent>(&any)) {
            texts[place_of(*delta)] += text(*delta->delta);
        } else if (const auto* done = std::get_if<ResponseDoneEvent>(&any)) {
            std::string whole;
            for (const auto& t : {done->text, done->refusal, done->arguments, done->input}) {
                if (t) whole += *t;
            }
            CHECK(texts[place_of(*done)] == whole);
            texts.erase(place_of(*done));
        }
    }
    CHECK(texts.empty());
}

// The output as text, for comparison: an item a line.
std::string outline(const std::vector<ResponseItem>& output) {
    std::string out;
    const auto add_parts = [&](const field<ResponseContent>& content) {
        if (!content) return;
        for (const auto& part : std::get<std::vector<ResponseContentPart>>(*content)) {
            if (const auto* o = std::get_if<OutputTextContent>(&part)) out += "|text " + *o->text;
            if (const auto* r = std::get_if<RefusalContent>(&part)) out += "|no " + *r->refusal;
            if (const auto* t = std::get_if<ReasoningTextContent>(&part)) out += "|why " + *t->text;
            if (const auto* s = std::get_if<SummaryTextContent>(&part)) out += "|short " + *s->text;
        }
    };
    for (const auto& item : output) {
        if (const auto* m = std::get_if<ResponseMessage>(&item)) {
            out += "message";
            add_parts(m->content);
        } else if (const auto* r = std::get_if<ReasoningItem>(&item)) {
            out += "reasoning";
            add_parts(r->summary);
            add_parts(r->content);
        } else if (const auto* f = std::get_if<FunctionToolCall>(&item)) {
            out += "call " + *f->call_id + " " + *f->name + "|" + *f->arguments;
        } else if (const auto* c = std::get_if<ResponseCustomToolCall>(&item)) {
            out += "custom " + *c->call_id + " " + *c->name + "|" + *c->input;
        }
        out += "\n";
    }
    return out;
}

// What calls of a writer are to add up to. Summaries precede reasoning, as in outline().
class reference {
public:
    void add(std::string_view item, std::string_view part, std::string_view piece) {
        if (piece.empty()) return;
        if (items_.empty() || closed_ || items_.back().kind != item) {
            items_.push_back({std::string(item), {}, {}});
            part_.clear();
            closed_ = false;
        }
        if (part_ != part) {
            end_part();
            auto& to = part == "short" ? items_.back().summary : items_.back().parts;
            to.push_back("|" + std::string(part) + " ");
            open_ = &to.back();
            part_ = part;
        }
        *open_ += text_.add(piece);
    }
    void call(std::string_view kind, std::string_view id, std::string_view name) {
        end_item();
        items_.push_back(
            {std::string(kind) + " " + std::string(id) + " " + std::string(name), {}, {}});
        items_.back().parts.push_back("|");
        open_ = &items_.back().parts.back();
        part_ = kind;
        closed_ = false;
    }
    bool in(std::string_view kind) const { return !closed_ && part_ == kind; }
    void argument(std::string_view piece) { *open_ += text_.add(piece); }
    void end_part() {
        if (open_ != nullptr) *open_ += text_.add("", true);
        text_ = {};
        open_ = nullptr;
        part_.clear();
    }
    void end_item() {
        end_part();
        closed_ = true;
    }
    std::string outline() const {
        std::string out;
        for (const auto& item : items_) {
            out += item.kind;
            for (const auto& part : item.summary) out += part;
            for (const auto& part : item.parts) out += part;
            out += "\n";
        }
        return out;
    }

private:
    struct entry {
        std::string kind;
        std::vector<std::string> parts;
        std::vector<std::string> summary;
    };
    std::vector<entry> items_{};
    server_streams::whole_text text_{};
    std::string* open_ = nullptr;
    std::string part_{};
    bool closed_ = true;
};

}  // namespace

TEST_CASE("a stream of random calls adds up to the response that they describe") {
    for (std::uint64_t seed = 1; seed != 200; ++seed) {
        INFO(seed);
        support::random random(seed);
        responder to({.unsent_limit = 10'000'000});
        response_stream_writer writer(to, {.obfuscate = seed % 3 == 0, .seed = seed});
        reference expected;
        REQUIRE(writer.begin(start()));
        for (std::size_t n = random.below(40); n != 0; --n) {
            const std::string piece = server_streams::piece(random);
            switch (random.below(9)) {
                case 0:
                    REQUIRE(writer.refusal(piece));
                    expected.add("message", "no", piece);
                    break;
                case 1:
                    REQUIRE(writer.reasoning(piece));
                    expected.add("reasoning", "why", piece);
                    break;
                case 2:
                    REQUIRE(writer.reasoning_summary(piece));
                    expected.add("reasoning", "short", piece);
                    break;
                case 3:
                    REQUIRE(writer.function_call("c" + std::to_string(n), "f"));
                    expected.call("call", "c" + std::to_string(n), "f");
                    [[fallthrough]];
                case 4: {
                    const auto done = writer.arguments(piece);
                    REQUIRE(done.has_value() == expected.in("call"));
                    if (done) expected.argument(piece);
                    break;
                }
                case 5:
                    REQUIRE(writer.custom_tool_call("c" + std::to_string(n), "g"));
                    expected.call("custom", "c" + std::to_string(n), "g");
                    REQUIRE(writer.input(piece));
                    expected.argument(piece);
                    break;
                case 6:
                    if (random.one_in(2)) {
                        REQUIRE(writer.end_part());
                        if (!expected.in("call") && !expected.in("custom")) {
                            expected.end_part();
                        } else {
                            expected.end_item();  // it has no other part
                        }
                    } else {
                        REQUIRE(writer.end_item());
                        expected.end_item();
                    }
                    break;
                default:
                    REQUIRE(writer.text(piece));
                    expected.add("message", "text", piece);
            }
        }
        expected.end_part();
        ResponseUsage usage;
        usage.total_tokens = 7;
        REQUIRE(writer.done(&usage));
        REQUIRE(to.ended());

        const std::string body = take(to);
        const auto events = events_of(body);
        check_deltas(events);
        const server_streams::received<event> got(body);
        CHECK(got.end == stream_end::complete);
        CHECK(got.response == writer.response());
        const auto* last = std::get_if<ResponseLifecycleEvent>(&events.back());
        REQUIRE(last != nullptr);
        CHECK(last->response == writer.response());
        CHECK(outline(last->response->output) == expected.outline());
        CHECK(last->response->status == ResponseStatus::completed);
        CHECK(last->response->usage == usage);
        // the deltas alone say the same
        accumulator<event> sum;
        for (std::size_t i = 0; i + 1 != events.size(); ++i) {
            REQUIRE(sum.add(events[i]) == errc::ok);
        }
        CHECK(outline(sum.response().output) == expected.outline());
    }
}

TEST_CASE("a short answer has the events of OpenAI's") {
    responder to;
    response_stream_writer writer(to, {.seed = 1});
    REQUIRE(writer.begin(start()));
    REQUIRE(writer.text("Hi"));
    REQUIRE(writer.text(" there"));
    REQUIRE(writer.done());
    std::string types;
    for (const event& e : events_of(take(to))) types += std::string(type_text(e)) + "\n";
    CHECK(types ==
          "response.created\nresponse.in_progress\nresponse.output_item.added\n"
          "response.content_part.added\nresponse.output_text.delta\nresponse.output_text.delta\n"
          "response.output_text.done\nresponse.content_part.done\nresponse.output_item.done\n"
          "response.completed\n");
    CHECK(text(writer.response()) == "Hi there");
    const auto& message = std::get<ResponseMessage>(writer.response().output.at(0));
    CHECK(message.id->starts_with("msg_"));
    CHECK(message.status == ResponseStatus::completed);
    CHECK(to.head()->headers.value("content-type") == "text/event-stream; charset=utf-8");
}

TEST_CASE("a delta has the members of OpenAI's, in their order") {
    responder to;
    response_stream_writer writer(to, {});
    REQUIRE(writer.begin(start()));
    REQUIRE(writer.text("a"));
    take(to);
    REQUIRE(writer.text("\"b\""));
    const std::string id = *std::get<ResponseMessage>(writer.response().output.at(0)).id;
    CHECK(take(to) ==
          "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\","
          "\"sequence_number\":5,\"item_id\":\"" +
              id +
              "\",\"output_index\":0,\"content_index\":0,\"delta\":\"\\\"b\\\"\",\"logprobs\":[]}"
              "\n\n");
}

TEST_CASE("annotations and log probabilities are part of the text") {
    responder to;
    response_stream_writer writer(to, {});
    CHECK(writer.text("x").error().code == errc::invalid_argument);  // not begun
    REQUIRE(writer.begin(start()));
    CHECK(writer.begin(start()).error().code == errc::invalid_argument);
    CHECK(writer.annotation({}).error().code == errc::invalid_argument);
    REQUIRE(writer.text("\xc3", {{.token = "\xc3", .logprob = -1.0}}));
    REQUIRE(writer.text("\xa9", {{.token = "x", .logprob = -2.0}}));
    REQUIRE(writer.annotation({.type = "url_citation", .url = "https://a.example"}));
    REQUIRE(writer.annotation({.type = "url_citation", .url = "https://b.example"}));
    REQUIRE(writer.done());
    const std::string body = take(to);
    const auto events = events_of(body);
    check_deltas(events);
    const auto& message = std::get<ResponseMessage>(writer.response().output.at(0));
    const auto& part = std::get<OutputTextContent>(
        std::get<std::vector<ResponseContentPart>>(*message.content).at(0));
    CHECK(part.text == "\xc3\xa9");
    CHECK(part.annotations->size() == 2);
    REQUIRE(part.logprobs->size() == 2);
    CHECK(part.logprobs->at(0).token == "\xEF\xBF\xBD");
    CHECK(part.logprobs->at(0).bytes == std::vector<std::uint8_t>{0xc3});
    const auto* second = std::get_if<ResponseAnnotationEvent>(&events.at(7));
    REQUIRE(second != nullptr);
    CHECK(second->annotation_index == 1);
    CHECK(server_streams::received<event>(body).response == writer.response());
}

TEST_CASE("items of other kinds and events of any kind fit in between") {
    responder to;
    response_stream_writer writer(to, {});
    REQUIRE(writer.begin(start()));
    REQUIRE(writer.text("a"));
    REQUIRE(writer.event(ResponseToolEvent{
        .type = ResponseStreamEventType::web_search_call_searching, .item_id = "ws_1"}));
    WebSearchToolCall call;
    call.id = "ws_1";
    call.status = ResponseStatus::completed;
    REQUIRE(writer.item(call));
    REQUIRE(writer.text("b"));
    REQUIRE(writer.done());
    const std::string body = take(to);
    events_of(body);
    CHECK(writer.response().output.size() == 3);
    CHECK(std::get<WebSearchToolCall>(writer.response().output[1]) == call);
    CHECK(server_streams::received<event>(body).response == writer.response());
    CHECK(writer.event(ResponseToolEvent{}).error().code == errc::invalid_argument);
}

TEST_CASE("a response that is cut or fails says so in its last event") {
    responder cut;
    response_stream_writer writer(cut, {});
    REQUIRE(writer.begin(start()));
    REQUIRE(writer.text("so far"));
    REQUIRE(writer.incomplete("max_output_tokens"));
    std::string body = take(cut);
    events_of(body);
    const server_streams::received<event> got(body);
    CHECK(got.end == stream_end::complete);
    CHECK(got.response.status == ResponseStatus::incomplete);
    CHECK(got.response.incomplete_details->reason == "max_output_tokens");
    CHECK(std::get<ResponseMessage>(got.response.output.at(0)).status ==
          ResponseStatus::incomplete);

    responder broken;
    response_stream_writer failing(broken, {});
    REQUIRE(failing.begin(start()));
    REQUIRE(failing.text("so far"));
    REQUIRE(failing.fail({.message = "the model\xff died"}));
    CHECK(broken.ended());
    CHECK(failing.fail({}).error().code == errc::invalid_argument);
    CHECK(failing.incomplete("again").error().code == errc::invalid_argument);
    CHECK(failing.response().incomplete_details.is_absent());
    body = take(broken);
    events_of(body);
    const server_streams::received<event> failed(body);
    CHECK(failed.end == stream_end::api_error);
    CHECK(failed.error.message == "the model\xEF\xBF\xBD died");
    CHECK(failed.error.api.code == "server_error");
    CHECK(text(failed.response) == "so far");

    responder gone;
    response_stream_writer other(gone, {});
    REQUIRE(other.begin(start()));
    REQUIRE(gone.fail({.message = "no", .code = "x"}));  // knows the form, and the next number
    body = take(gone);
    CHECK(events_of(body).size() == 3);
    CHECK(server_streams::received<event>(body).error.message == "no");
}

TEST_CASE("a call that was refused can be repeated, and nothing is lost or sent twice") {
    responder to({.unsent_limit = 300});
    response_stream_writer writer(to, {.seed = 9});
    std::string body;
    int refused = 0;
    const auto insist = [&](const auto& call) {
        while (true) {
            const auto done = call();
            if (done) break;
            REQUIRE(done.error().code == errc::limit_exceeded);
            ++refused;
            body += take(to);
        }
    };
    insist([&] { return writer.begin(start()); });
    std::string said;
    for (int i = 0; i != 30; ++i) {
        insist([&] { return writer.reasoning("why"); });
        insist([&] { return writer.text("so\xc3"); });
        insist([&] { return writer.text("\xa9"); });
        insist([&] { return writer.function_call("c" + std::to_string(i), "f"); });
        insist([&] { return writer.arguments("{}"); });
        said += "so\xc3\xa9";
    }
    while (writer.text("x")) said += "x";  // until nothing more is taken
    REQUIRE(writer.done());                // but the end is
    body += take(to);
    CHECK(refused > 30);
    check_deltas(events_of(body));
    const server_streams::received<event> got(body);
    CHECK(got.end == stream_end::complete);
    CHECK(text(got.response) == said);
    CHECK(got.response.output.size() >= 90);
    CHECK(got.response == writer.response());
}

}  // namespace response_stream_writer_tests
