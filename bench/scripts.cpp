// Documents in ASCII and in other scripts, compact and pretty-printed: this library's own ways to
// read, check and write text compared with simdjson's. The results decide which of the two is used
// (see bench/README.md).
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/response.hpp>

#include "generate_scripts.hpp"
#include "harness.hpp"
#include "peers/request_writers.hpp"

namespace {

using oaiwire::ChatCompletionRequest;
using oaiwire::Response;
using role = bench::contender::role;

struct document {
    std::string text;  // with padding for simdjson
    std::string column;
};

class subjects {
public:
    bench::contenders all{};
    std::vector<std::function<bool()>> checks{};

    template <class T>
    void read(std::string way, const char* column, std::string text) {
        const auto value = std::make_shared<T>();
        const auto in = documented(std::move(text), column);
        add(way, *in, "oaiwire", role::ours, [=] {
            if (!oaiwire::json::read_into(in->text, *value)) std::abort();
            benchmark::DoNotOptimize(value.get());
        });
        add_dom(way, *in, role::unfair);
        add_bound(way, *in);
#if BENCH_HAS_NLOHMANN
        // the result is what was generated
        checks.push_back([=] {
            const auto back = oaiwire::json::write(*value);
            return back && nlohmann::json::parse(*back) == nlohmann::json::parse(in->text);
        });
#endif
    }

    template <class T>
    void read_minified(std::string way, const char* column, std::string text) {
        const auto value = std::make_shared<T>();
        const auto in = documented(std::move(text), column);
        const auto small = std::make_shared<std::string>();
        add(way, *in, "simdjson minify, then oaiwire", role::variant, [=] {
            small->resize(in->text.size() + simdjson::SIMDJSON_PADDING);
            std::size_t size = 0;
            if (simdjson::minify(in->text.data(), in->text.size(), small->data(), size) !=
                simdjson::SUCCESS) {
                std::abort();
            }
            small->resize(size);
            if (!oaiwire::json::read_into(*small, *value)) std::abort();
            benchmark::DoNotOptimize(value.get());
        });
    }

    void check(std::string way, const char* column, std::string text) {
        const auto in = documented(std::move(text), column);
        namespace scan = oaiwire::json::detail;
        add(way, *in, "oaiwire", role::ours, [=] {
            const auto found = scan::check_text(in->text, oaiwire::json::max_depth,
                                                oaiwire::json::detail::valid_utf8);
            if (found.code != oaiwire::errc::ok) std::abort();
        });
        add(way, *in, "oaiwire, core without simdjson", role::variant, [=] {
            if (scan::check_text(in->text).code != oaiwire::errc::ok) std::abort();
        });
        const auto value = std::make_shared<oaiwire::raw_json>();
        add(way, *in, "oaiwire, read as raw_json", role::variant, [=] {
            if (!oaiwire::json::read_into(in->text, *value)) std::abort();
        });
        add_dom(way, *in, role::peer);
        add_bound(way, *in);
    }

    void drop_space(std::string way, const char* column, std::string text) {
        const auto in = documented(std::move(text), column);
        const auto out = std::make_shared<std::string>();
        add(way, *in, "oaiwire", role::ours, [=] {
            out->clear();
            oaiwire::json::append_compact(*out, in->text);
        });
        const auto buffer = std::make_shared<std::string>(in->text.size() + 64, ' ');
        add(way, *in, "simdjson minify", role::peer, [=] {
            std::size_t size = 0;
            const auto done =
                simdjson::minify(in->text.data(), in->text.size(), buffer->data(), size);
            if (done != simdjson::SUCCESS) std::abort();
        });
    }

    void write(std::string way, const char* column, ChatCompletionRequest what) {
        const auto request = std::make_shared<ChatCompletionRequest>(std::move(what));
        const auto out = std::make_shared<std::string>();
        if (!oaiwire::json::write(*request, *out)) std::abort();
        const auto in = documented(*out, column);
        add(way, *in, "oaiwire", role::ours, [=] {
            if (!oaiwire::json::write(*request, *out)) std::abort();
        });
        for (const bench::request_writer& peer : bench::request_writers()) {
            add(way, *in, peer.name, role::peer,
                [=] { benchmark::DoNotOptimize(peer.write(*request).data()); });
#if BENCH_HAS_NLOHMANN
            checks.push_back([=] {
                return nlohmann::json::parse(in->text) ==
                       nlohmann::json::parse(peer.write(*request));
            });
#endif
        }
    }

private:
    static std::shared_ptr<document> documented(std::string text, const char* column) {
        text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
        return std::make_shared<document>(document{std::move(text), column});
    }

    void add(const std::string& way, const document& in, const char* name, role as,
             std::function<void()> run) {
        all.push_back({in.column + ", " + way, name, as, 1, static_cast<double>(in.text.size()),
                       std::move(run)});
    }
    void add_dom(const std::string& way, const document& in, role as) {
        const auto parser = std::make_shared<simdjson::dom::parser>();
        add(way, in, "simdjson DOM, nothing taken from it", as, [parser, text = in.text]() mutable {
            text.reserve(text.size() + simdjson::SIMDJSON_PADDING);
            simdjson::dom::element root;
            if (parser->parse(text.data(), text.size(), false).get(root) != simdjson::SUCCESS) {
                std::abort();
            }
        });
    }
    void add_bound(const std::string& way, const document& in) {
        add(way, in, "bound: validate_utf8", role::bound, [text = in.text] {
            benchmark::DoNotOptimize(simdjson::validate_utf8(text.data(), text.size()));
        });
    }
};

}  // namespace

int main(int argc, char** argv) {
    subjects s;
    for (const bench::script& in : bench::scripts) {
        const ChatCompletionRequest request = bench::conversation_in(in);
        const std::string text = *oaiwire::json::write(request);
        const std::string response = bench::response_in(in);
        s.read<ChatCompletionRequest>("request of 20 messages", in.name, text);
        s.read<ChatCompletionRequest>("roles behind the contents", in.name,
                                      bench::roles_last_in(in));
        s.read<Response>("Responses document", in.name, response);
        s.read<Response>("pretty-printed Responses document", in.name, bench::pretty(response));
        s.read_minified<Response>("pretty-printed Responses document", in.name,
                                  bench::pretty(response));
        s.read<ChatCompletionRequest>("kept unknown members", in.name, bench::unknown_in(in));
        s.check("check of 20 messages", in.name, text);
        s.write("request written", in.name, request);
    }
    const std::string models = bench::model_list();
    s.check("check", "model list", models);
    s.check("check", "pretty-printed model list", bench::pretty(models));
    s.drop_space("white space dropped", "model list", models);
    s.drop_space("white space dropped", "pretty-printed model list", bench::pretty(models));
    return bench::run(argc, argv, s.all, [&] {
        for (const bench::contender& c : s.all) c.run();
        for (std::size_t i = 0; i != s.checks.size(); ++i) {
            if (s.checks[i]()) continue;
            std::fprintf(stderr, "check %zu: a different value was read or written\n", i);
            return false;
        }
        return true;
    });
}
