// Definition of write_form(): writes a form from a request's reflected description.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/api/form.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace http {
class form_builder;
}

namespace detail {

// The content type for a file name's extension, which servers of images and audio look at. "":
// unknown.
std::string_view media_type_of(std::string_view filename);

// Whether a value of the type can be a file, or a list or variant with one. Objects in a form have
// no files. `type` is that of a value that is there, not of a field.
bool holds_files(const json::detail::description& type);

// Writes members into a form. Fields have the names that the official SDKs for Python and Node use:
// `name[]` for each element of a list, `name[member]` for members of an object. Null is not sent.
// Two ways: what holds a file is walked along its description; anything else is written as JSON
// first, and the JSON is taken apart, so that every type has one way to become text.
class form_writer {
public:
    explicit form_writer(http::form_builder& form) : form_(form) {}

    // Adds a member of a request, unless it is absent or null.
    result<void> add(std::string_view name, const void* value,
                     const json::detail::description& type);
    // Adds a JSON value: a field if it is a scalar, a field for each scalar within it otherwise.
    void add_json(const std::string& name, json_view value);

    // A member name as it is in JSON, without its escapes.
    static std::string unescaped(std::string_view raw);

private:
    // What a variant holds.
    result<void> add_alternative(std::string_view name, const void* value,
                                 const json::detail::description& type);
    // The data or the source of a file; the source is shared, not copied.
    result<void> add_file(std::string_view name, const FileContent& file);

    http::form_builder& form_;
    std::string text_{};  // JSON of the member being added, reused
};

// Of several members of one name the last one is sent; `more` takes precedence.
void add_extra(form_writer& form, const extra_members& members, const extra_members& more);

// write_form() for the type with that description.
result<void> write_described_form(const void* request, const json::detail::object_table& table,
                                  const extra_members& more, bool streamed, http::request& out);

}  // namespace detail

template <class Request>
result<void> write_form(const Request& request, const extra_members& more, bool streamed,
                        http::request& out) {
    return detail::write_described_form(&request, json::detail::described<Request>().object(), more,
                                        streamed, out);
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <array>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/http/multipart.hpp>
#include <oaiwire/json/encode.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE std::string_view media_type_of(std::string_view filename) {
    struct row {
        std::string_view ending{};
        std::string_view type{};
    };
    constexpr std::array rows{
        row{".png", "image/png"},         row{".jpg", "image/jpeg"},
        row{".jpeg", "image/jpeg"},       row{".webp", "image/webp"},
        row{".gif", "image/gif"},         row{".mp3", "audio/mpeg"},
        row{".mpga", "audio/mpeg"},       row{".mpeg", "audio/mpeg"},
        row{".wav", "audio/wav"},         row{".m4a", "audio/mp4"},
        row{".mp4", "video/mp4"},         row{".ogg", "audio/ogg"},
        row{".oga", "audio/ogg"},         row{".opus", "audio/ogg"},
        row{".flac", "audio/flac"},       row{".webm", "video/webm"},
        row{".json", "application/json"}, row{".jsonl", "application/jsonl"},
        row{".txt", "text/plain"},        row{".pdf", "application/pdf"},
    };
    for (const auto& r : rows) {
        if (filename.size() < r.ending.size()) continue;
        if (http::same_name(filename.substr(filename.size() - r.ending.size()), r.ending)) {
            return r.type;
        }
    }
    return {};
}

OAIWIRE_INLINE bool holds_files(const json::detail::description& type) {
    using json::detail::type_kind;
    if (type.kind == type_kind::file) return true;
    if (type.kind == type_kind::list) return holds_files(*type.inner);
    if (type.kind != type_kind::choice) return false;
    const auto& choice = type.as<json::detail::choice_type>();
    for (std::size_t i = 0; i != choice.count; ++i) {
        if (holds_files(*choice.alternatives[i].type)) return true;
    }
    return false;
}

OAIWIRE_INLINE result<void> form_writer::add(std::string_view name, const void* value,
                                             const json::detail::description& type) {
    using namespace json::detail;
    if (type.may_be_absent()) {
        const void* const held = value_of(value, type);
        return held ? add(name, held, *type.inner) : result<void>();
    }
    if (type.kind == type_kind::file) return add_file(name, as<FileContent>(value));
    if (holds_files(type)) {
        if (type.kind == type_kind::choice) return add_alternative(name, value, type);
        // a list of files: one part each
        const auto each = std::string(name) + "[]";
        const elements all = elements_of(value, type);
        for (std::size_t i = 0; i != all.count; ++i) {
            auto done = add(each, all.first + i * type.inner->size, *type.inner);
            if (!done) return done;
        }
        return {};
    }
    text_sink sink(text_);
    writer w{sink};
    if (write_value(w, value, type)) {
        sink.finish();
        add_json(std::string(name), json_view(text_));
        return {};
    }
    // the path of the error begins with the member
    w.failed_in(name);
    return make_error(w.code, {}, std::move(w.path));
}
// The keys of an array's elements are empty, which makes the name `name[]`.
OAIWIRE_INLINE void form_writer::add_json(const std::string& name, json_view value) {
    if (value.is_object() || value.is_array()) {
        value.each([&](std::string_view raw, json_view inner) {
            add_json(name + '[' + unescaped(raw) + ']', inner);
            return true;
        });
    } else if (!value.is_null()) {
        form_.field(name, value.text_or_json());
    }
}

OAIWIRE_INLINE std::string form_writer::unescaped(std::string_view raw) {
    std::string out;
    json::detail::append_unescaped(out, raw, json::surrogates::replace);
    return out;
}

OAIWIRE_INLINE result<void> form_writer::add_file(std::string_view name, const FileContent& file) {
    std::string_view filename = "upload", type = file.content_type;
    if (!file.filename.empty()) filename = file.filename;
    if (type.empty()) type = media_type_of(filename);
    return form_.file(name, filename, type, file.source ? std::string() : file.data, file.source);
}

OAIWIRE_INLINE result<void> form_writer::add_alternative(std::string_view name, const void* value,
                                                         const json::detail::description& type) {
    const auto& choice = type.as<json::detail::choice_type>();
    std::size_t held = 0;
    const void* const of = choice.held(value, held);
    return of ? add(name, of, *choice.alternatives[held].type) : result<void>();
}

OAIWIRE_INLINE void add_extra(form_writer& form, const extra_members& members,
                              const extra_members& more) {
    for (const auto& m : members) {
        const auto name = form_writer::unescaped(m.name);
        // find() returns the last one of a name: the others are skipped
        if (name == "stream" || members.find(name)->data() != m.value.data()) continue;
        if (&members != &more && more.contains(name)) continue;
        form.add_json(name, json_view(m.value));
    }
}

// Members are sent in the order of their declaration; `stream` is last, since the call decides
// about it.
OAIWIRE_INLINE result<void> write_described_form(const void* request,
                                                 const json::detail::object_table& table,
                                                 const extra_members& more, bool streamed,
                                                 http::request& out) {
    return within_memory([&]() -> result<void> {
        http::form_builder form;
        form_writer writer(form);
        for (const auto* m = table.first(); m != table.none(); ++m) {
            const void* const member = table.member(request, *m);
            if (m->type->kind == json::detail::type_kind::extra) {
                add_extra(writer, json::detail::as<extra_members>(member), more);
                continue;
            }
            if (!json::detail::is_written(member, *m->type)) continue;  // absent, or in the path
            // quoted() is the name as JSON text, with a colon behind it
            const std::string_view name = m->quoted().substr(1, m->size - std::size_t{3});
            if (name == "stream" || more.contains(name)) continue;
            // as erase_for_streams() does for JSON
            if (!streamed && is_for_streams(name)) continue;
            if (auto done = writer.add(name, member, *m->type); !done) return done;
        }
        add_extra(writer, more, more);
        if (streamed) form.field("stream", "true");
        auto content = form.finish();
        if (!content) return std::move(content).error();
        out.headers.set("Content-Type", content->content_type);
        out.content = std::move(content->content);
        return {};
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
