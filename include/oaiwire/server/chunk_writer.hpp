// chunk_writer: the chunks of chat and text completions, made from a template. Everything that the
// chunks of a stream have in common is written once; a token adds its text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/server/event_output.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// What the chunks of a stream have in common. Bytes that are not UTF-8 become U+FFFD.
struct chunk_stream_settings {
    std::string id{};                  // of the response, as "chatcmpl-..."
    std::string model{};               // that answers
    std::string system_fingerprint{};  // "": not sent
    std::string service_tier{};        // of chat completions; "": not sent
    std::int64_t created = 0;          // Unix time in seconds
    // stream_options::include_usage of the request: done() sends a chunk with the usage, and the
    // other chunks have "usage":null
    bool include_usage = false;
    // stream_options::include_obfuscation: pads chunks with text, so that their sizes tell less
    bool obfuscate = false;
    std::uint64_t seed = 0;  // of the padding
};

namespace detail {

// What distinguishes chat chunks from those of text completions. The functions write JSON.
struct chunk_form {
    std::string_view object;
    bool fingerprint_last;  // system_fingerprint follows the choices and the usage
    // The choice up to its text, and from there to the value of its logprobs.
    void (*before_text)(text_sink& out, const text_key& key);
    void (*after_text)(text_sink& out, const text_key& key);
    // The choice without a text: up to the value of its finish_reason.
    void (*last)(text_sink& out, std::int64_t choice);
};

class chunk_writer {
public:
    chunk_writer(responder& to, chunk_stream_settings settings, const chunk_form& form)
        : out_(to), form_(&form), settings_(std::move(settings)), padding_(settings_.seed) {}

    // A chunk with a piece of a text; none for an empty piece, or if all of it is held.
    result<void> piece(const text_key& key, std::string_view text) {
        const errc code = text.empty() ? errc::ok : add_piece(key, text);
        return event_output::result_of(code);
    }
    // The same with logprobs; there is a chunk even if its text is empty.
    result<void> piece(const text_key& key, std::string_view text, const Logprobs& logprobs);
    // A chunk with a choice that f(sink) writes.
    template <class F>
    result<void> choice(F&& f) {
        errc code = begin();
        if (code == errc::ok) {
            code = out_.write([&](text_sink& out) {
                out.put(before_);
                f(out);
                put_end(out, 0);
                return errc::ok;
            });
        }
        return event_output::result_of(code);
    }
    // What is held of the choice's texts, and the chunk that ends it.
    result<void> finish(std::string_view reason, std::int64_t choice);
    // A chunk of the program's.
    result<void> whole(const void* chunk, const json::detail::description& type);
    // What is held, the usage and [DONE].
    result<void> done(const Usage* usage);

private:
    // Chunks with pieces of one text differ in the text alone: what is before and after it.
    struct piece_template {
        text_key key{};
        std::string before{};
        std::string after{};
        bool made = false;
    };
    static constexpr std::size_t templates = 4;  // choices that stream in turns; a power of two

    // Writes what is before the choices, and what is after them, once.
    errc begin();
    errc write_start();
    // The template for a text; made if it is not there.
    const piece_template& template_for(const text_key& key);
    errc add_piece(const text_key& key, std::string_view text);
    // The same where bytes of the text are held or are to be held, or it is not UTF-8.
    errc join_piece(const text_key& key, std::string_view text, bool last,
                    const std::string* logprobs);
    errc write_piece(const text_key& key, std::string_view text, const std::string* logprobs);
    errc flush(const text_key& key) { return join_piece(key, {}, true, nullptr); }
    // From the end of the choices to the end of the event.
    void put_end(text_sink& out, std::size_t text_size);

    event_output out_;
    const chunk_form* form_;
    chunk_stream_settings settings_;
    padding padding_;
    utf8_joiner joiner_{};
    std::string before_{};  // the event up to its first choice; empty until begin()
    std::string after_{};   // from the end of the choices to the padding
    std::array<piece_template, templates> templates_{};
    std::string scratch_{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/repair_logprobs.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The end of a choice after the value of its logprobs.
inline constexpr std::string_view choice_end = R"(,"finish_reason":null})";

OAIWIRE_ADAPTER_INLINE errc chunk_writer::begin() {
    if (!before_.empty()) return errc::ok;
    return within_memory([&] { return write_start(); }, [] { return errc::out_of_memory; });
}

OAIWIRE_ADAPTER_INLINE errc chunk_writer::write_start() {
    std::string text;
    text_sink after(text);
    after.put("]");
    if (settings_.include_usage) after.put(R"(,"usage":null)");
    constexpr std::string_view fingerprint = R"(,"system_fingerprint":)";
    if (form_->fingerprint_last) put_member(after, fingerprint, settings_.system_fingerprint);
    after.finish();
    after_ = std::move(text);

    text.clear();
    text_sink before(text);
    before.put(R"(data: {"id":)");
    put_repaired(before, settings_.id);
    before.put(R"(,"object":")");
    before.put(form_->object);
    before.put(R"(","created":)");
    json::detail::put_number(before, settings_.created);
    before.put(R"(,"model":)");
    put_repaired(before, settings_.model);
    if (!form_->fingerprint_last) {
        put_member(before, R"(,"service_tier":)", settings_.service_tier);
        put_member(before, fingerprint, settings_.system_fingerprint);
    }
    before.put(R"(,"choices":[)");
    before.finish();
    before_ = std::move(text);  // last: it says that all is there
    return errc::ok;
}

OAIWIRE_ADAPTER_INLINE void chunk_writer::put_end(text_sink& out, std::size_t text_size) {
    out.put(after_);
    if (settings_.obfuscate) padding_.put(out, text_size);
    out.put("}\n\n");
}

OAIWIRE_ADAPTER_INLINE const chunk_writer::piece_template& chunk_writer::template_for(
    const text_key& key) {
    const auto place =
        static_cast<std::uint64_t>(key.choice) + key.kind + static_cast<std::uint64_t>(key.index);
    piece_template& chosen = templates_[place % templates];
    if (chosen.made && chosen.key == key) return chosen;
    chosen.made = false;  // until all of it is there
    text_sink after(chosen.after);
    form_->after_text(after, key);
    after.put("null");
    after.put(choice_end);
    after.put(after_);
    if (!settings_.obfuscate) after.put("}\n\n");
    after.finish();
    chosen.key = key;
    text_sink before(chosen.before);
    before.put(before_);
    form_->before_text(before, key);
    before.finish();
    chosen.made = true;
    return chosen;
}

OAIWIRE_ADAPTER_INLINE errc chunk_writer::add_piece(const text_key& key, std::string_view text) {
    if (!joiner_.empty()) return join_piece(key, text, false, nullptr);
    const errc code = write_piece(key, text, nullptr);
    return code == errc::invalid_text ? join_piece(key, text, false, nullptr) : code;
}

OAIWIRE_ADAPTER_INLINE errc chunk_writer::join_piece(const text_key& key, std::string_view text,
                                                     bool last, const std::string* logprobs) {
    const auto join = [&] {
        joiner_.join(key, text, last);
        const bool nothing = joiner_.text().empty() && logprobs == nullptr;
        const errc code = nothing ? errc::ok : write_piece(key, joiner_.text(), logprobs);
        if (code == errc::ok) joiner_.accept();
        return code;
    };
    return within_memory(join, [] { return errc::out_of_memory; });
}

OAIWIRE_ADAPTER_INLINE errc chunk_writer::write_piece(const text_key& key, std::string_view text,
                                                      const std::string* logprobs) {
    if (const errc code = begin(); code != errc::ok) return code;
    return out_.write([&](text_sink& out) {
        const piece_template& made = template_for(key);
        out.put(made.before);
        std::size_t size = 0;
        if (settings_.obfuscate) {
            // with room for all of it, writing the string does not move what is measured
            const char* const start = out.room(text.size() * 6 + 2 * json::detail::slack);
            if (!json::detail::put_string(out, text)) return errc::invalid_text;
            size = static_cast<std::size_t>(out.room(0) - start);
        } else if (!json::detail::put_string(out, text)) {
            return errc::invalid_text;
        }
        if (logprobs == nullptr) {
            out.put(made.after);
            if (!settings_.obfuscate) return errc::ok;
            padding_.put(out, size);
            out.put("}\n\n");
        } else {
            form_->after_text(out, key);
            out.put(*logprobs);
            out.put(choice_end);
            put_end(out, size);
        }
        return errc::ok;
    });
}

OAIWIRE_ADAPTER_INLINE result<void> chunk_writer::piece(const text_key& key, std::string_view text,
                                                        const Logprobs& logprobs) {
    const auto write = [&]() -> result<void> {
        auto done = json::write(logprobs, scratch_);
        if (!done && done.error().code == errc::invalid_text) {
            Logprobs repaired(logprobs);
            repair_logprobs(repaired);
            done = json::write(repaired, scratch_);
        }
        if (!done) return done;
        return event_output::result_of(join_piece(key, text, false, &scratch_));
    };
    return within_memory(write, [] { return result<void>(no_memory()); });
}

OAIWIRE_ADAPTER_INLINE result<void> chunk_writer::finish(std::string_view reason,
                                                         std::int64_t choice_index) {
    const ending always(out_);
    while (const text_key* held = joiner_.held_of(choice_index)) {
        const text_key key = *held;
        if (const errc code = flush(key); code != errc::ok) return event_output::result_of(code);
    }
    return choice([&](text_sink& out) {
        form_->last(out, choice_index);
        put_repaired(out, reason);
        out.put("}");
    });
}

OAIWIRE_ADAPTER_INLINE result<void> chunk_writer::whole(const void* chunk,
                                                        const json::detail::description& type) {
    auto done = json::detail::write_described(chunk, type, scratch_);
    if (!done) return done;
    return out_.event({.data = scratch_});
}

OAIWIRE_ADAPTER_INLINE result<void> chunk_writer::done(const Usage* usage) {
    const ending always(out_);
    if (const errc code = begin(); code != errc::ok) return event_output::result_of(code);
    while (!joiner_.empty()) {
        const text_key key = joiner_.any();
        if (const errc code = flush(key); code != errc::ok) return event_output::result_of(code);
    }
    const bool with_usage = settings_.include_usage && usage != nullptr;
    if (with_usage) {
        if (auto written = json::write(*usage, scratch_); !written) return written;
    }
    const errc code = out_.write([&](text_sink& out) {
        if (with_usage) {
            constexpr std::string_view absent = "null";
            // after_ has the null in the place of the usage
            const std::string_view after(after_);
            const std::size_t at = after.find(absent);
            out.put(before_);
            out.put(after.substr(0, at));
            out.put(scratch_);
            out.put(after.substr(at + absent.size()));
            if (settings_.obfuscate) padding_.put(out, 0);
            out.put("}\n\n");
        }
        out.put("data: [DONE]\n\n");
        return errc::ok;
    });
    return code == errc::ok ? out_.to().end() : event_output::result_of(code);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
