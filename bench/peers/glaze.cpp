// glaze's readers and writers behind the interface of glaze_calls.hpp.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <glaze/glaze.hpp>

#include "../hash.hpp"
#include "glaze_calls.hpp"

namespace bench::glaze_types {

using optional_text = std::optional<std::string>;
using optional_count = std::optional<std::int64_t>;

struct prompt_details {
    optional_count cached_tokens{};
    optional_count audio_tokens{};
};
struct completion_details {
    optional_count reasoning_tokens{};
    optional_count audio_tokens{};
    optional_count accepted_prediction_tokens{};
    optional_count rejected_prediction_tokens{};
};
struct usage_counts {
    optional_count prompt_tokens{};
    optional_count completion_tokens{};
    optional_count total_tokens{};
    std::optional<prompt_details> prompt_tokens_details{};
    std::optional<completion_details> completion_tokens_details{};
};
struct alternative {
    optional_text token{};
    std::optional<double> logprob{};
    std::optional<std::vector<std::uint8_t>> bytes{};
};
struct token_logprob {
    optional_text token{};
    std::optional<double> logprob{};
    std::optional<std::vector<std::uint8_t>> bytes{};
    std::optional<std::vector<alternative>> top_logprobs{};
};
struct logprob_lists {
    std::optional<std::vector<token_logprob>> content{};
    std::optional<std::vector<std::string>> tokens{};
    std::optional<std::vector<std::optional<double>>> token_logprobs{};
    std::optional<std::vector<std::optional<std::vector<std::pair<std::string, double>>>>>
        top_logprobs{};
    std::optional<std::vector<std::int64_t>> text_offset{};
};
struct function_piece {
    optional_text name{};
    optional_text arguments{};
};
struct call_piece {
    optional_count index{};
    optional_text id{};
    optional_text type{};
    std::optional<function_piece> function{};
};
struct delta_piece {
    optional_text role{};
    optional_text content{};
    optional_text refusal{};
    optional_text reasoning_content{};
    std::optional<std::vector<call_piece>> tool_calls{};
};
struct chunk_choice {
    optional_count index{};
    std::optional<delta_piece> delta{};
    std::optional<logprob_lists> logprobs{};
    optional_text finish_reason{};
};
struct chunk {
    optional_text id{};
    optional_text object{};
    optional_count created{};
    optional_text model{};
    optional_text service_tier{};
    optional_text system_fingerprint{};
    std::vector<chunk_choice> choices{};
    std::optional<usage_counts> usage{};
    optional_text obfuscation{};

    // what the next event may lack
    void prepare() {
        for (chunk_choice& c : choices) {
            if (c.delta) *c.delta = {};
            c.finish_reason.reset();
        }
        usage.reset();
    }
};
struct answer {
    optional_text role{};
    optional_text content{};
    optional_text refusal{};
};
struct chat_choice {
    optional_count index{};
    std::optional<answer> message{};
    std::optional<logprob_lists> logprobs{};
    optional_text finish_reason{};
};
struct chat {
    optional_text id{};
    optional_text object{};
    optional_count created{};
    optional_text model{};
    std::vector<chat_choice> choices{};
    std::optional<usage_counts> usage{};
    optional_text service_tier{};
    optional_text system_fingerprint{};

    void prepare() {}
};
struct completion_choice {
    optional_text text{};
    optional_count index{};
    std::optional<logprob_lists> logprobs{};
    optional_text finish_reason{};
};
struct completion {
    optional_text id{};
    optional_text object{};
    optional_count created{};
    optional_text model{};
    std::vector<completion_choice> choices{};
    std::optional<usage_counts> usage{};

    void prepare() { usage.reset(); }
};
struct vector_entry {
    optional_text object{};
    optional_count index{};
    std::optional<std::vector<float>> embedding{};
};
struct vectors {
    optional_text object{};
    std::vector<vector_entry> data{};
    optional_text model{};
    std::optional<usage_counts> usage{};

    void prepare() {}
};
// Embeddings as base64 are texts to glaze, which are decoded behind it.
struct vector_text {
    optional_text object{};
    optional_count index{};
    std::string embedding{};
    std::vector<float> values{};
};
struct vector_texts {
    optional_text object{};
    std::vector<vector_text> data{};
    optional_text model{};
    std::optional<usage_counts> usage{};

    void prepare() {}
    void complete() {
        for (vector_text& entry : data) {
            const std::string bytes = glz::read_base64(entry.embedding);
            entry.values.resize(bytes.size() / sizeof(float));
            std::memcpy(entry.values.data(), bytes.data(), entry.values.size() * sizeof(float));
        }
    }
};

struct image_url {
    std::string url{};
};
struct part {
    std::string type{};
    optional_text text{};
    std::optional<glaze_types::image_url> image_url{};
};
struct message {
    std::string role{};
    std::variant<std::string, std::vector<part>> content{};
};
struct request {
    std::string model{};
    std::vector<message> messages{};
    optional_count max_completion_tokens{};
    std::optional<bool> stream{};
    std::optional<double> temperature{};

    void prepare() {}
};

// Unknown members with their text, as this library keeps them.
template <class T>
struct keeping : T {
    std::string names{};
    std::vector<std::pair<std::size_t, std::size_t>> ends{};  // of name and value in `names`

    void keep(const glz::sv& key, const glz::raw_json& value) {
        names.append(key);
        const std::size_t middle = names.size();
        names.append(value.str);
        ends.emplace_back(middle, names.size());
    }
    void prepare() {
        T::prepare();
        names.clear();
        ends.clear();
    }
};

}  // namespace bench::glaze_types

template <>
struct glz::meta<bench::glaze_types::vector_text> {
    using T = bench::glaze_types::vector_text;
    static constexpr auto value =
        object("object", &T::object, "index", &T::index, "embedding", &T::embedding);
};
template <>
struct glz::meta<bench::glaze_types::keeping<bench::glaze_types::chunk>> {
    using T = bench::glaze_types::keeping<bench::glaze_types::chunk>;
    static constexpr auto value =
        object("id", &T::id, "object", &T::object, "created", &T::created, "model", &T::model,
               "service_tier", &T::service_tier, "system_fingerprint", &T::system_fingerprint,
               "choices", &T::choices, "usage", &T::usage, "obfuscation", &T::obfuscation);
    static constexpr auto unknown_read{&T::keep};
};
template <>
struct glz::meta<bench::glaze_types::keeping<bench::glaze_types::chat>> {
    using T = bench::glaze_types::keeping<bench::glaze_types::chat>;
    static constexpr auto value =
        object("id", &T::id, "object", &T::object, "created", &T::created, "model", &T::model,
               "choices", &T::choices, "usage", &T::usage, "service_tier", &T::service_tier,
               "system_fingerprint", &T::system_fingerprint);
    static constexpr auto unknown_read{&T::keep};
};

namespace bench { namespace {

namespace types = glaze_types;

// The members of digest.hpp, in its order.
class glaze_hash : public hash {
public:
    using hash::add;

    template <class T>
    void add(const std::optional<T>& value) {
        value ? add(*value) : add(std::uint64_t{1});
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const T& entry : list) add(entry);
        add(std::uint64_t{list.size()});
    }
    void add(const std::vector<std::pair<std::string, double>>& map) {
        std::uint64_t sum = 0;
        for (const auto& [name, number] : map) {
            hash one;
            one.add(name);
            one.add(number);
            sum += one.value();
        }
        add(sum);
    }
    template <class... Members>
    void all(const Members&... members) {
        (add(members), ...);
    }
    void add(const types::prompt_details& d) { all(d.cached_tokens, d.audio_tokens); }
    void add(const types::completion_details& d) {
        all(d.reasoning_tokens, d.audio_tokens, d.accepted_prediction_tokens);
    }
    void add(const types::usage_counts& u) {
        all(u.prompt_tokens, u.completion_tokens, u.total_tokens, u.prompt_tokens_details,
            u.completion_tokens_details);
    }
    void add(const types::alternative& t) { all(t.token, t.logprob, t.bytes); }
    void add(const types::token_logprob& t) { all(t.token, t.logprob, t.bytes, t.top_logprobs); }
    void add(const types::logprob_lists& l) {
        all(l.content, l.tokens, l.token_logprobs, l.top_logprobs, l.text_offset);
    }
    void add(const types::function_piece& f) { all(f.name, f.arguments); }
    void add(const types::call_piece& c) { all(c.index, c.id, c.function); }
    void add(const types::delta_piece& d) {
        all(d.role, d.content, d.refusal, d.reasoning_content, d.tool_calls);
    }
    void add(const types::chunk_choice& c) { all(c.index, c.delta, c.logprobs, c.finish_reason); }
    void add(const types::chunk& c) { all(c.id, c.model, c.created, c.choices, c.usage); }
    void add(const types::answer& m) { all(m.role, m.content, m.refusal); }
    void add(const types::chat_choice& c) { all(c.index, c.message, c.logprobs, c.finish_reason); }
    void add(const types::chat& c) {
        all(c.id, c.object, c.created, c.model, c.choices, c.usage, c.service_tier,
            c.system_fingerprint);
    }
    void add(const types::completion_choice& c) {
        all(c.index, c.text, c.logprobs, c.finish_reason);
    }
    void add(const types::completion& c) { all(c.id, c.created, c.model, c.choices, c.usage); }
    void add(const types::vector_entry& e) { all(e.index, e.embedding); }
    void add(const types::vectors& r) { all(r.object, r.data, r.model, r.usage); }
    void add(const types::vector_text& e) { all(e.index, e.values); }
    void add(const types::vector_texts& r) { all(r.object, r.data, r.model, r.usage); }
    void add(const types::request&) {}
    template <class T>
    void extra(const T& value) {
        if constexpr (requires { value.ends; }) {
            std::size_t at = 0;
            for (const auto& [middle, end] : value.ends) {
                add(std::string_view(value.names).substr(at, middle - at));
                add(std::string_view(value.names).substr(middle, end - middle));
                at = end;
            }
        }
    }
};

class any_value {
public:
    virtual ~any_value() = default;
    virtual void renew() = 0;
    virtual bool read(std::string_view text) = 0;
    virtual const std::string* write() = 0;
    virtual std::uint64_t digest(std::uint64_t so_far, bool extra) const = 0;
};

template <class T>
class value_of final : public any_value {
public:
    void renew() override { value_ = T(); }
    bool read(std::string_view text) override {
        text_.assign(text);  // glaze is fastest with a NUL behind the text
        value_.prepare();
        if (glz::read<glz::opts{.error_on_unknown_keys = false}>(value_, text_)) return false;
        if constexpr (requires { value_.complete(); }) value_.complete();
        return true;
    }
    const std::string* write() override {
        if constexpr (std::is_same_v<T, types::request>) {
            return glz::write_json(value_, text_) ? nullptr : &text_;
        } else {
            return nullptr;
        }
    }
    std::uint64_t digest(std::uint64_t so_far, bool extra) const override {
        glaze_hash hash;
        hash.start_from(so_far);
        hash.add(value_);
        if (extra) hash.extra(value_);
        return hash.value();
    }

private:
    T value_{};
    std::string text_{};
};

any_value* make(bench_glaze_kind kind) {
    switch (kind) {
        case bench_glaze_chunk:
            return new value_of<types::chunk>;
        case bench_glaze_chunk_keeping:
            return new value_of<types::keeping<types::chunk>>;
        case bench_glaze_chat:
            return new value_of<types::chat>;
        case bench_glaze_chat_keeping:
            return new value_of<types::keeping<types::chat>>;
        case bench_glaze_completion:
            return new value_of<types::completion>;
        case bench_glaze_embeddings:
            return new value_of<types::vectors>;
        case bench_glaze_base64_embeddings:
            return new value_of<types::vector_texts>;
        case bench_glaze_request:
            return new value_of<types::request>;
    }
    return nullptr;
}

any_value& of(void* value) {
    return *static_cast<any_value*>(value);
}

}}  // namespace bench

#define BENCH_SEEN extern "C" [[gnu::visibility("default")]]

BENCH_SEEN void* bench_glaze_new(bench_glaze_kind kind) {
    return bench::make(kind);
}
BENCH_SEEN void bench_glaze_free(void* value) {
    delete static_cast<bench::any_value*>(value);
}
BENCH_SEEN void bench_glaze_renew(void* value) {
    bench::of(value).renew();
}
BENCH_SEEN bool bench_glaze_read(void* value, const char* text, std::size_t size) {
    return bench::of(value).read({text, size});
}
BENCH_SEEN const char* bench_glaze_write(void* value, std::size_t* size) {
    const std::string* const text = bench::of(value).write();
    if (text == nullptr) return nullptr;
    *size = text->size();
    return text->c_str();
}
BENCH_SEEN std::uint64_t bench_glaze_digest(const void* value, std::uint64_t so_far, bool extra) {
    return static_cast<const bench::any_value*>(value)->digest(so_far, extra);
}
