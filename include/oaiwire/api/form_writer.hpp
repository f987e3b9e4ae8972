// How write_form() makes a form of a request: by reflection, as json/ writes it. Knows no
// operation.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/api/form.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/multipart.hpp>
#include <oaiwire/json/encode.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

template <class T>
inline constexpr bool holds_files = std::is_same_v<T, FileContent>;
template <class T>
inline constexpr bool holds_files<std::vector<T>> = holds_files<T>;
template <class... A>
inline constexpr bool holds_files<std::variant<A...>> = (holds_files<A> || ...);

// Names as the official SDKs for Python and Node make them: `name[]` for each element of a list,
// be it the only one, `name[member]` for the members of an object; null is not sent.
class form_writer {
public:
    explicit form_writer(http::form_builder& form) : form_(form) {}

    // A member of a request, unless it is absent or null.
    template <class T>
    result<void> add(std::string_view name, const T& value) {
        if constexpr (json::detail::is_field<T> || json::detail::is_optional<T>) {
            return value.has_value() ? add(name, *value) : result<void>();
        } else if constexpr (std::is_same_v<T, FileContent>) {
            return add_file(name, value);
        } else if constexpr (json::detail::is_variant<T> && holds_files<T>) {
            return add_alternative(name, value, std::make_index_sequence<std::variant_size_v<T>>{});
        } else if constexpr (holds_files<T>) {
            const auto each = std::string(name) + "[]";
            for (const auto& element : value) {
                if (auto done = add(each, element); !done) return done;
            }
            return {};
        } else {
            text_sink sink(text_);
            json::detail::writer w{sink};
            if (json::detail::write_value(w, value)) {
                sink.finish();
                add_json(std::string(name), json_view(text_));
                return {};
            }
            w.failed_in(name);
            return make_error(w.code, {}, std::move(w.path));
        }
    }
    void add_json(const std::string& name, json_view value);

    static std::string unescaped(std::string_view raw);

private:
    template <class T, std::size_t... I>
    result<void> add_alternative(std::string_view name, const T& value, std::index_sequence<I...>) {
        result<void> done;
        static_cast<void>(
            ((I == value.index() ? (done = add(name, *std::get_if<I>(&value)), true) : false) ||
             ...));
        return done;
    }

    result<void> add_file(std::string_view name, const FileContent& file);

    http::form_builder& form_;
    std::string text_{};
};

// Of members of one name the last one counts, and those of `more` before all others.
void add_extra(form_writer& form, const extra_members& members, const extra_members& more);

}  // namespace detail

template <class Request>
result<void> write_form(const Request& request, const extra_members& more, bool streamed,
                        http::request& out) {
    return within_memory([&]() -> result<void> {
        http::form_builder form;
        detail::form_writer writer(form);
        const auto add = [&]<class T>(std::string_view name, const T& value) -> result<void> {
            if constexpr (std::is_same_v<T, extra_members>) {
                detail::add_extra(writer, value, more);
                return {};
            } else {
                if (!json::detail::is_written(value)) return {};  // absent, or part of the path
                if (name == "stream" || more.contains(name)) return {};
                if (!streamed && detail::is_for_streams(name)) return {};
                return writer.add(name, value);
            }
        };
        auto done = reflect::with_members(request, [&](const auto&... members) {
            std::size_t i = 0;
            result<void> all;
            static_cast<void>(
                ((all = add(json::detail::key_table<Request>::names[i++], members)).has_value() &&
                 ... && true));
            static_cast<void>(i);
            return all;
        });
        if (!done) return done;
        detail::add_extra(writer, more, more);
        if (streamed) form.field("stream", "true");
        auto content = form.finish();
        if (!content) return std::move(content).error();
        out.headers.set("Content-Type", content->content_type);
        out.content = std::move(content->content);
        return {};
    });
}

}  // namespace oaiwire::inline OAIWIRE_ABI

#if OAIWIRE_DEFINES

#include <array>

#include <oaiwire/core/json_unescape.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

namespace detail {

// By the end of its name: servers of images and audio look at the type of a part. Empty: unknown.
inline std::string_view media_type_of(std::string_view filename) {
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
    json_scan::append_unescaped(out, raw, json_scan::surrogates::replace);
    return out;
}

OAIWIRE_INLINE result<void> form_writer::add_file(std::string_view name, const FileContent& file) {
    std::string_view filename = "upload", type = file.content_type;
    if (!file.filename.empty()) filename = file.filename;
    if (type.empty()) type = media_type_of(filename);
    return form_.file(name, filename, type, file.source ? std::string() : file.data, file.source);
}

OAIWIRE_INLINE void add_extra(form_writer& form, const extra_members& members,
                              const extra_members& more) {
    for (const auto& m : members) {
        const auto name = form_writer::unescaped(m.name);
        if (name == "stream" || members.find(name)->data() != m.value.data()) continue;
        if (&members != &more && more.contains(name)) continue;
        form.add_json(name, json_view(m.value));
    }
}

}  // namespace detail

}  // namespace oaiwire::inline OAIWIRE_ABI

#endif  // OAIWIRE_DEFINES
