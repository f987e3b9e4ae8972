// All of tests/cases/chunk_cases.jsonl and stream_cases.jsonl, through the same facts that
// `inspect` prints.
#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <support/catch.hpp>

#include "../../examples/inspect/facts.hpp"
#include "harness.hpp"

using nlohmann::json;

namespace {

std::vector<json> cases(const std::string& name) {
    std::vector<json> out;
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/" + name);
    for (std::string line; std::getline(file, line);) out.push_back(json::parse(line));
    return out;
}

// \n \r \t \\ \xHH to bytes.
std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        switch (text[++i]) {
            case 'n':
                out += '\n';
                break;
            case 'r':
                out += '\r';
                break;
            case 't':
                out += '\t';
                break;
            case 'x':
                out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
                i += 2;
                break;
            default:
                out += text[i];
        }
    }
    return out;
}

// Where `actual` lacks something of `expected`: "" if nowhere. null is as good as absent; lists
// are of one length.
std::string difference(const json& expected, const json& actual, const std::string& path = "") {
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [name, value] : expected.items()) {
            const json found = actual.contains(name) ? actual[name] : json();
            if (auto d = difference(value, found, path + "." + name); !d.empty()) return d;
        }
        return "";
    }
    if (expected.is_array() && actual.is_array() && expected.size() == actual.size()) {
        for (std::size_t i = 0; i != expected.size(); ++i) {
            auto d = difference(expected[i], actual[i], path + "[" + std::to_string(i) + "]");
            if (!d.empty()) return d;
        }
        return "";
    }
    if (expected == actual) return "";
    return path + ": " + expected.dump() + " was due, not " + actual.dump();
}

template <class Chunk>
json stream_facts(const std::vector<std::string>& pieces) {
    const auto out = harness::decode<Chunk>(pieces);
    const bool api = out.end == oaiwire::stream_end::api_error;
    json facts =
        json::parse(inspect::facts_of_stream(out.response, out.facts, api ? &out.error : nullptr));
    const std::string end(oaiwire::name(out.end));
    facts["end"] = end == "complete" ? "done" : api ? "error" : end;
    return facts;
}

}  // namespace

TEST_CASE("the facts of every payload among the cases") {
    const std::set<std::string> known = {
        // bare NaN and Infinity, which json/repair.hpp will read
        "bare -Infinity/NaN: Python json.dumps default",
        // contents that the types have no place for
        "content as one object",
        "mixed string and object parts",
    };
    std::set<std::string> failing;
    const auto all = cases("chunk_cases.jsonl");
    CHECK(all.size() == 158);
    for (const auto& c : all) {
        const std::string payload = c["payload"];
        const auto facts = inspect::facts_of(c["kind"].get<std::string>(), payload);
        REQUIRE(facts.has_value());
        const std::string d = difference(c["expect"], json::parse(*facts));
        if (d.empty()) continue;
        failing.insert(c["note"].get<std::string>());
        if (known.contains(c["note"].get<std::string>())) continue;
        INFO(payload);
        INFO(*facts);
        CHECK(d == "");
    }
    CHECK(failing == known);
}

TEST_CASE("the facts of every stream among the cases, however it is cut") {
    const auto all = cases("stream_cases.jsonl");
    CHECK(all.size() == 37);
    for (const auto& c : all) {
        const std::string body = unescaped(c["body_escaped"]);
        const bool chat = c["kind"] == "chat_chunk";
        const auto facts = [&](const std::vector<std::string>& pieces) {
            return chat ? stream_facts<oaiwire::ChatCompletionChunk>(pieces)
                        : stream_facts<oaiwire::CompletionChunk>(pieces);
        };
        INFO(c["name"]);
        const json whole = facts({body});
        CHECK(difference(c["expect"], whole) == "");
        harness::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const json cut = facts(pieces);
            if (cut != whole) CHECK(cut.dump() == whole.dump());
        });
    }
}
