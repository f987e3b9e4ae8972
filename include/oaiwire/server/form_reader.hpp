// form_reader: a typed request from a form (multipart/form-data) as it arrives.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/form_part.hpp>
#include <oaiwire/http/multipart_decoder.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/server/form_tree.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// Takes the files of a form as they arrive: pieces of one file in order, then no bytes with `last`
// set; then the next file. `bytes` is valid during the call only. An error that it returns ends the
// reading of the form, and is its failure.
using file_sink =
    hook<result<void>(const http::form_part& part, std::string_view bytes, bool last)>;

namespace detail {

// form_reader for the type with that description, which must be a struct.
class form_machine {
public:
    form_machine() = default;
    explicit form_machine(const limits& bounds) : bounds_(bounds), decoder_(bounds) {}

    result<void> begin(std::string_view content_type, const json::detail::description& type);
    void files(file_sink sink) { sink_ = std::move(sink); }
    void feed(std::string_view body);
    bool done() const { return decoder_.done() && !failed(); }
    bool failed() const { return failure_.code != errc::ok; }
    const error& failure() const { return failure_; }
    // Reads into `out`, a new object of that type.
    result<void> finish(void* out, const json::read_options& options);

private:
    struct received {
        std::string member{};
        bool listed = false;  // its name ended with []
        FileContent file{};
    };
    enum class target : std::uint8_t { text, memory, sink };

    void take_failure();
    result<void> take(const http::form_event& event);
    result<void> begin_part();
    result<void> take_bytes(std::string_view bytes);
    result<void> hold(std::size_t bytes);
    result<void> read(void* out, const json::read_options& options);
    // Appends empty texts in the place of the files.
    void write_files(std::string& json) const;
    // Puts the files where their empty texts were read.
    result<void> assign_files(void* out);

    limits bounds_{};
    http::multipart_decoder decoder_{};
    const json::detail::description* type_ = nullptr;
    file_sink sink_{};
    form_tree tree_{0, 0};
    std::vector<received> files_{};
    std::string text_{};  // of the field that is being received
    target to_ = target::text;
    std::size_t held_ = 0;  // bytes in memory
    error failure_{};
};

}  // namespace detail

// Reads a form into a request by the description of its type: the inverse of write_form(). Fields
// are named as the official SDKs name them: `name[]`, or a repeated `name`, for the elements of a
// list, `name[member]` for members of an object. Numbers, booleans and objects that came as one
// text are read as JSON; what the type does not name goes to `extra` as text. A field that is not a
// list must not be repeated. Members that did not come are absent or empty, as in JSON: validate()
// says what a request requires.
//
// A file that no sink takes is kept in FileContent::data. With a sink, FileContent has only the
// file's name and type. A part for a member that is a file is one with or without a filename. A
// file for a member that is none is an error; one that the type does not name goes to the sink, and
// is an error without it.
//
// Bounds: those of http::multipart_decoder; limits::body for all that is kept in memory, as fields
// and again as the JSON that they become; limits::depth for names. Linear in the bytes.
//
// Usage:
//     form_reader<TranscriptionRequest> form;
//     if (!form.begin(head.headers.value("Content-Type"))) ...
//     form.feed(bytes); ...
//     auto request = form.finish();
template <class Request>
class form_reader {
public:
    explicit form_reader(const limits& bounds = {}) : machine_(bounds) {}

    // Begins a form, whatever came before; the sink stays. Takes the request's Content-Type. Errors
    // as http::multipart_decoder::begin().
    result<void> begin(std::string_view content_type) {
        return machine_.begin(content_type, json::detail::described<Request>());
    }
    // Where files go from the next one on. Without a sink they are kept in memory.
    void files(file_sink sink) { machine_.files(std::move(sink)); }
    // Takes the next bytes of the body, cut anywhere. After an error the rest is ignored.
    void feed(std::string_view body) { machine_.feed(body); }
    // True once the closing delimiter was read.
    bool done() const { return machine_.done(); }
    // True after an error; see failure().
    bool failed() const { return machine_.failed(); }
    // The error: of http::multipart_decoder, with the offset in the body; of the sink; or one whose
    // path is the member's name as in JSON ("svg.model"). Kept until begin().
    const error& failure() const { return machine_.failure(); }

    // Call at the end of the body, once. Errors: failure(); closed_early if the form is incomplete;
    // those of json::read() with the path of the member and no offset, as `options` say.
    result<Request> finish(const json::read_options& options = {}) {
        Request out{};
        if (auto done = machine_.finish(&out, options); !done) return std::move(done).error();
        return out;
    }

private:
    detail::form_machine machine_;
};

// Reads a whole form. Errors as form_reader.
template <class Request>
result<Request> read_form(std::string_view content_type, std::string_view body,
                          const json::read_options& options = {}, const limits& bounds = {}) {
    form_reader<Request> form(bounds);
    if (auto begun = form.begin(content_type); !begun) return std::move(begun).error();
    form.feed(body);
    return form.finish(options);
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The path of a field whose name is taken as a whole.
inline std::string form_field_path(std::string_view name) {
    std::string path;
    json::detail::append_path_step(path, {true, name, 0});
    return path;
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::begin(std::string_view content_type,
                                                        const json::detail::description& type) {
    type_ = &type;
    tree_ = form_tree(bounds_.depth, bounds_.body);
    files_.clear();
    text_.clear();
    held_ = 0;
    failure_ = {};
    auto begun = decoder_.begin(content_type);
    if (!begun) take_failure();
    return begun;
}

OAIWIRE_ADAPTER_INLINE void form_machine::feed(std::string_view body) {
    if (failed()) return;
    decoder_.feed(body);
    for (;;) {
        const auto event = decoder_.next();
        if (event.what == http::form_event::kind::none) break;
        auto done = within_memory([&] { return take(event); });
        if (done) continue;
        failure_ = std::move(done).error();
        return;
    }
    if (decoder_.failed()) take_failure();
}

OAIWIRE_ADAPTER_INLINE void form_machine::take_failure() {
    within_memory([&] { failure_ = decoder_.failure(); }, [&] { failure_ = no_memory(); });
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::take(const http::form_event& event) {
    if (event.what == http::form_event::kind::part) return begin_part();
    if (event.what == http::form_event::kind::bytes) return take_bytes(event.bytes);
    if (to_ == target::sink) return sink_(decoder_.part(), {}, true);
    if (to_ == target::text) return tree_.add(decoder_.part().name, std::exchange(text_, {}));
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::begin_part() {
    const auto& part = decoder_.part();
    std::string_view name = part.name;
    const bool listed = name.ends_with("[]");
    if (listed) name.remove_suffix(2);
    const auto* const member = type_->object().find(name);
    to_ = target::text;
    if (member != nullptr && holds_files(*form_value_type(member->type))) {
        to_ = sink_ ? target::sink : target::memory;
        files_.push_back({std::string(name), listed, {}});
        files_.back().file.filename = part.filename;
        files_.back().file.content_type = part.content_type;
    } else if (part.is_file) {
        if (member != nullptr || !sink_) {
            return make_error(errc::type_mismatch, "a file is not expected", form_field_path(name));
        }
        to_ = target::sink;
    }
    return hold(part.name.size() + part.filename.size() + part.content_type.size());
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::take_bytes(std::string_view bytes) {
    if (to_ == target::sink) return sink_(decoder_.part(), bytes, false);
    if (auto fits = hold(bytes.size()); !fits) return fits;
    append_within(to_ == target::text ? text_ : files_.back().file.data, bytes, bounds_.body);
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::hold(std::size_t bytes) {
    if (bytes > bounds_.body - held_) {
        return make_error(errc::limit_exceeded, "limits::body",
                          form_field_path(decoder_.part().name));
    }
    held_ += bytes;
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::finish(void* out,
                                                         const json::read_options& options) {
    return within_memory([&]() -> result<void> {
        if (failed()) return failure_;
        auto done = decoder_.finish();
        if (done) done = read(out, options);
        if (!done) failure_ = done.error();
        return done;
    });
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::read(void* out,
                                                       const json::read_options& options) {
    std::string json = "{";
    if (auto done = tree_.write(json, type_->object()); !done) return done;
    write_files(json);
    if (json.ends_with(',')) json.pop_back();
    json.push_back('}');
    auto done = json::detail::read_described(json, out, *type_, options);
    if (done) return assign_files(out);
    auto why = std::move(done).error();
    why.offset = error::no_offset;  // of a text that nobody sent
    return why;
}

OAIWIRE_ADAPTER_INLINE void form_machine::write_files(std::string& json) const {
    for (std::size_t i = 0; i != files_.size(); ++i) {
        const auto& first = files_[i];
        std::size_t count = 0;
        bool begun = false;
        for (std::size_t k = 0; k != files_.size(); ++k) {
            if (files_[k].member != first.member) continue;
            begun = begun || k < i;
            ++count;
        }
        if (begun) continue;
        const auto* const type = form_value_type(type_->object().find(first.member)->type);
        const bool list = count != 1 || first.listed || json::detail::is_list(*type);
        json::detail::append_string(json, first.member);
        json.append(list ? ":[" : ":");
        for (std::size_t k = 0; k != count; ++k) json.append(k == 0 ? "\"\"" : ",\"\"");
        json.append(list ? "]," : ",");
    }
}

// Calls f for each file in a value, in order.
template <class F>
void each_form_file(void* value, const json::detail::description& type, F&& f) {
    using namespace json::detail;
    if (type.kind == type_kind::file) {
        f(as<FileContent>(value));
    } else if (type.may_be_absent()) {
        void* const held = const_cast<void*>(value_of(value, type));  // NOLINT: it is not const
        if (held) each_form_file(held, *type.inner, f);
    } else if (type.kind == type_kind::list) {
        const elements all = elements_of(value, type);
        for (std::size_t i = 0; i != all.count; ++i) {
            each_form_file(all.first + i * type.inner->size, *type.inner, f);
        }
    } else if (type.kind == type_kind::choice) {
        const auto& choice = type.as<choice_type>();
        std::size_t index = 0;
        void* const held = const_cast<void*>(choice.held(value, index));  // NOLINT: as above
        if (held) each_form_file(held, *choice.alternatives[index].type, f);
    }
}

OAIWIRE_ADAPTER_INLINE result<void> form_machine::assign_files(void* out) {
    const auto& table = type_->object();
    for (const auto* m = table.first(); m != table.none(); ++m) {
        if (!m->is_read() || !holds_files(*form_value_type(m->type))) continue;
        const std::string_view name = m->quoted().substr(1, m->size - std::size_t{3});
        std::size_t next = 0;
        const auto find = [&] {
            while (next != files_.size() && files_[next].member != name) ++next;
            return next != files_.size();
        };
        each_form_file(table.member(out, *m), *m->type, [&](FileContent& file) {
            if (find()) file = std::move(files_[next++].file);
        });
        if (find())
            return make_error(errc::type_mismatch, "one file is expected", std::string(name));
    }
    return {};
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
