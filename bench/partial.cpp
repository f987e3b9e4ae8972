// A struct that is shown while its JSON text streams, in deltas of 4 to 16 bytes: json::partial
// compared with what programs do without it, which is to close what is open and parse the whole
// text again at each delta. That is quadratic; of long documents only some deltas, evenly spread,
// are measured, and the time is scaled.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <nlohmann/json.hpp>
#include <oaiwire/json/partial.hpp>
#include <oaiwire/json/read.hpp>

#include "generate.hpp"
#include "harness.hpp"

namespace {

struct section {
    std::string heading{};
    std::string text{};
    int page{};
    bool final{};
    std::vector<std::string> tags{};
    friend bool operator==(const section&, const section&) = default;
};
struct report {
    std::string title{};
    std::vector<section> sections{};
    friend bool operator==(const report&, const report&) = default;
};

struct input {
    const char* name;
    std::string text;
    std::vector<std::string_view> deltas;
};

std::string report_of(std::size_t size) {
    bench::generator random{77};
    std::string out = R"({"title":"A report","sections":[)";
    for (int page = 1; out.size() + 2 < size; ++page) {
        if (page != 1) out += ',';
        out += R"({"heading":")" + random.letters(12, bench::base62) + R"(","text":")";
        const std::size_t end = std::min(size, out.size() + 200 + random.below(600));
        while (out.size() < end) out += bench::token(random);
        out += R"(","page":)" + std::to_string(page) + R"(,"final":true,"tags":["one","two"]})";
    }
    return out + "]}";
}

// The brackets and quotes that are open, kept from delta to delta.
class closer {
public:
    void feed(std::string_view delta) {
        for (const char c : delta) {
            if (escaped_) {
                escaped_ = false;
            } else if (in_string_) {
                escaped_ = c == '\\';
                in_string_ = c != '"';
            } else if (c == '"') {
                in_string_ = true;
            } else if (c == '{' || c == '[') {
                open_ += c == '{' ? '}' : ']';
            } else if (c == '}' || c == ']') {
                open_.pop_back();
            }
        }
    }
    void clear() { *this = {}; }
    // The text with all closed; it is no JSON if the text ends within a token.
    void close(std::string_view text, std::string& out) const {
        out.assign(text);
        if (in_string_) out += '"';
        out.append(open_.rbegin(), open_.rend());
    }

private:
    std::string open_{};
    bool in_string_ = false;
    bool escaped_ = false;
};

// Shows nothing new where the text ends within a token.
struct nlohmann_again {
    report value{};

    void show(std::string_view text) {
        const auto dom = nlohmann::json::parse(text, nullptr, false);
        if (dom.is_discarded()) return;
        value.title = dom.value("title", "");
        value.sections.clear();
        for (const auto& s : dom.value("sections", nlohmann::json::array())) {
            value.sections.push_back({s.value("heading", ""), s.value("text", ""),
                                      s.value("page", 0), s.value("final", false),
                                      s.value("tags", std::vector<std::string>())});
        }
    }
};

struct simdjson_again {
    report value{};
    simdjson::dom::parser parser{};

    void show(const std::string& text) {
        simdjson::dom::element dom;
        if (parser.parse(text).get(dom) != simdjson::SUCCESS) return;
        take(dom["title"], value.title);
        simdjson::dom::array sections;
        std::size_t count = 0;
        if (dom["sections"].get(sections) == simdjson::SUCCESS) {
            for (const auto from : sections) {
                if (count == value.sections.size()) value.sections.emplace_back();
                take_section(from, value.sections[count++]);
            }
        }
        value.sections.resize(count);
    }

private:
    using found = simdjson::simdjson_result<simdjson::dom::element>;

    static void take(found from, std::string& to) {
        std::string_view text;
        to.clear();
        if (from.get(text) == simdjson::SUCCESS) to.assign(text);
    }
    static void take_section(simdjson::dom::element from, section& to) {
        take(from["heading"], to.heading);
        take(from["text"], to.text);
        std::int64_t page = 0;
        if (from["page"].get(page) != simdjson::SUCCESS) page = 0;
        to.page = static_cast<int>(page);
        if (from["final"].get(to.final) != simdjson::SUCCESS) to.final = false;
        simdjson::dom::array tags;
        std::size_t count = 0;
        if (from["tags"].get(tags) == simdjson::SUCCESS) {
            for (const auto tag : tags) {
                if (count == to.tags.size()) to.tags.emplace_back();
                take(simdjson::dom::element(tag), to.tags[count++]);
            }
        }
        to.tags.resize(count);
    }
};

struct oaiwire_again {
    report value{};
    report next{};

    void show(std::string_view text) {
        if (oaiwire::json::read_into(text, next)) std::swap(value, next);
    }
};

// Parses again at every `stride`-th delta.
template <class Reader>
struct again {
    Reader reader{};
    closer open{};
    std::string closed{};

    void run(const input& in, std::size_t stride) {
        open.clear();
        std::size_t size = 0;
        for (std::size_t i = 0; i != in.deltas.size(); ++i) {
            open.feed(in.deltas[i]);
            size += in.deltas[i].size();
            if (i % stride != 0 && i + 1 != in.deltas.size()) continue;
            open.close(std::string_view(in.text).substr(0, size), closed);
            reader.show(closed);
            benchmark::ClobberMemory();
        }
    }
};

struct ours {
    oaiwire::json::partial<report> view{};

    void run(const input& in, bool changes) {
        view.reset();
        view.record_changes(changes);
        for (const auto delta : in.deltas) {
            view.feed(delta);
            while (const auto* change = view.next()) benchmark::DoNotOptimize(change);
            benchmark::DoNotOptimize(&view.value());
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    std::vector<input> inputs{{"1 KB", report_of(std::size_t{1} << 10), {}},
                              {"64 KB", report_of(std::size_t{64} << 10), {}},
                              {"1 MB", report_of(std::size_t{1} << 20), {}}};
    bench::contenders all;
    std::vector<std::function<bool()>> checks;
    using role = bench::contender::role;
    for (input& in : inputs) {
        bench::generator random{5};
        for (std::size_t at = 0; at < in.text.size(); at += in.deltas.back().size()) {
            in.deltas.push_back(std::string_view(in.text).substr(at, 4 + random.below(13)));
        }
        const auto bytes = static_cast<double>(in.text.size());
        const auto whole = oaiwire::json::read<report>(in.text);
        const auto check = [&checks, &in, whole](const char* name, std::function<report()> read) {
            checks.push_back([name, &in, whole, read] {
                if (whole && read() == *whole) return true;
                std::fprintf(stderr, "%s: %s reads a different value\n", in.name, name);
                return false;
            });
        };
        const auto mine = std::make_shared<ours>();
        all.push_back(
            {in.name, "oaiwire", role::ours, 1, bytes, [mine, &in] { mine->run(in, true); }});
        all.push_back({in.name, "oaiwire, without changes", role::variant, 1, bytes,
                       [mine, &in] { mine->run(in, false); }});
        check("oaiwire", [mine, &in] { return mine->run(in, true), mine->view.value(); });

        // about a hundred parses of the longest one
        const std::size_t stride = std::max<std::size_t>(1, in.deltas.size() / 7000 * 70);
        const auto parses = static_cast<double>((in.deltas.size() + stride - 1) / stride);
        const double part = parses / static_cast<double>(in.deltas.size());
        const auto add_again = [&]<class Reader>(const char* name,
                                                 std::shared_ptr<again<Reader>> r) {
            all.push_back({in.name, name, role::peer, part, bytes * part,
                           [r, &in, stride] { r->run(in, stride); }});
            check(name, [r, &in, stride] { return r->run(in, stride), r->reader.value; });
        };
        add_again("closed and parsed again, simdjson DOM",
                  std::make_shared<again<simdjson_again>>());
        add_again("closed and parsed again, nlohmann", std::make_shared<again<nlohmann_again>>());
        add_again("closed and parsed again, json::read", std::make_shared<again<oaiwire_again>>());

        const auto once = std::make_shared<report>();
        all.push_back({in.name, "bound: json::read of the whole text, once", role::bound, 1, bytes,
                       [once, &in] {
                           benchmark::DoNotOptimize(
                               oaiwire::json::read_into(in.text, *once).has_value());
                       }});
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
