// Builder for multipart/form-data (RFC 7578, RFC 2046): fields and files as one content that is
// produced while it is sent.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

// One part: bytes in memory, or a source.
struct built_part {
    std::string head{};  // its header fields; finish() adds the delimiter and the blank line
    std::string data{};
    std::shared_ptr<const byte_source> source{};
    std::uint64_t size = 0;  // bytes of data or source when the form was finished
};

}  // namespace detail

// A finished form: content for a request, and the Content-Type to send with it.
struct form_content {
    std::string content_type{};  // with the boundary parameter
    // The whole form; can be read repeatedly.
    std::shared_ptr<const byte_source> content{};
};

// Collects the parts of a form, in order. Names, file names and texts are sent as UTF-8, unchecked,
// with quotes and line breaks in names percent-encoded.
class form_builder {
public:
    // Adds a text field.
    void field(std::string_view name, std::string_view text);
    // The same with a content type. Errors: as those of file().
    result<void> field(std::string_view name, std::string_view text, std::string_view content_type);
    // Adds a file with the content of `source`, or of `data` if that is null. An empty content type
    // is sent as application/octet-stream. Errors: errc::invalid_header if the content type is not
    // a valid field value.
    result<void> file(std::string_view name, std::string_view filename,
                      std::string_view content_type, std::string data,
                      std::shared_ptr<const byte_source> source = nullptr);

    // Returns the form and empties the builder. Errors: errc::invalid_content if the sum of the
    // sizes overflows 64 bits.
    result<form_content> finish();

private:
    static error too_large() {
        return make_error(errc::invalid_content, "the size of the form exceeds 64 bits");
    }

    // Appends a part with its Content-Disposition, without the end of the line.
    detail::built_part& add(std::string_view name);

    std::vector<detail::built_part> parts_{};
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <utility>

#include <oaiwire/http/content.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

namespace detail {

// A finished form, shared by its readers and never changed. Part heads now include their
// delimiters.
struct form_state {
    std::vector<built_part> parts{};
    std::string boundary{};
    std::string end{};       // the closing delimiter
    std::uint64_t size = 0;  // of the whole form in bytes
};

// Searches for the boundary in bytes that arrive in pieces.
class boundary_watch {
public:
    explicit boundary_watch(std::string_view boundary) : boundary_(boundary) {}

    // Takes the next piece; true if the boundary ends in it. The seam of two pieces is searched
    // apart.
    bool found_in(std::string_view piece) {
        const auto overlap = boundary_.size() - 1;
        const auto seam = tail_.size();
        tail_.append(piece.substr(0, overlap));
        const bool found = (seam != 0 && tail_.find(boundary_) != tail_.npos) ||
                           piece.find(boundary_) != piece.npos;
        if (piece.size() >= overlap) {
            tail_.assign(piece.substr(piece.size() - overlap));
        } else {
            tail_.erase(0, tail_.size() - (std::min)(tail_.size(), overlap));
        }
        return found;
    }
    // Begins another content.
    void restart() { tail_.clear(); }

private:
    std::string_view boundary_;
    std::string tail_{};  // the last bytes seen, one fewer than the boundary's length
};

// Reads a form: delimiters, heads and contents of its parts, in order. The size was announced, so a
// source whose size has changed is an error. So is one that contains the boundary, which can only
// be found while it is read; the piece is withheld then.
class form_reader final : public byte_reader {
public:
    explicit form_reader(std::shared_ptr<const form_state> form)
        : form_(std::move(form)), watch_(form_->boundary) {}

    // Copies bytes; 0 at the end. After an error it returns the same again.
    result<std::size_t> read(char* to, std::size_t room) override {
        return within_memory([&]() -> result<std::size_t> {
            while (piece_.empty()) {
                if (failure_.code != errc::ok) return failure_;
                if (ended_) return std::size_t{0};
                if (auto done = advance(); !done) failure_ = std::move(done).error();
            }
            const auto n = (std::min)(room, piece_.size());
            std::memcpy(to, piece_.data(), n);
            piece_.remove_prefix(n);
            return n;
        });
    }

private:
    // Sets piece_ to what comes next: a part's head, a piece of its content, the end. It stays
    // empty at the end of a content.
    result<void> advance() {
        if (next_ == form_->parts.size() && !in_part_) {
            ended_ = true;
            piece_ = form_->end;
            return {};
        }
        if (!in_part_) {
            const auto& part = form_->parts[next_++];
            content_ = content_cursor(part.data, part.source);
            if (content_.left() != part.size) {
                return make_error(errc::invalid_content, "the size of a file has changed");
            }
            watch_.restart();
            in_part_ = true;
            piece_ = part.head;
            return {};
        }
        auto piece = content_.next();
        if (!piece) return std::move(piece).error();
        piece_ = *piece;
        in_part_ = !piece_.empty();
        // contents in memory were searched when the boundary was chosen
        if (form_->parts[next_ - 1].source && watch_.found_in(piece_)) {
            piece_ = {};
            return make_error(errc::invalid_content, "a file contains the boundary of the form");
        }
        return {};
    }

    std::shared_ptr<const form_state> form_;
    boundary_watch watch_;
    content_cursor content_{};
    std::string_view piece_{};  // not copied out yet; in the form or in content_
    std::size_t next_ = 0;      // index of the part after the current one
    oaiwire::error failure_{};
    bool in_part_ = false;  // its head was taken, its content has not ended
    bool ended_ = false;    // the closing delimiter was taken
};

// A form as the content of a request.
class form_source final : public byte_source {
public:
    explicit form_source(std::shared_ptr<const form_state> form) : form_(std::move(form)) {}
    std::uint64_t size() const override { return form_->size; }
    result<std::unique_ptr<byte_reader>> open() const override {
        return within_memory([&]() -> result<std::unique_ptr<byte_reader>> {
            return std::unique_ptr<byte_reader>(std::make_unique<form_reader>(form_));
        });
    }

private:
    std::shared_ptr<const form_state> form_;
};

// 128-bit hash from which boundaries are made. The form's content and addresses in this process go
// into it, so that no peer can predict it, although the library has no random source.
class boundary_hash {
public:
    explicit boundary_hash(std::uint64_t seed) : a_(seed), b_(~seed) {}

    // Two multiplicative mixes that feed each other.
    void add(std::uint64_t word) {
        a_ = std::rotl((a_ ^ word) * 0x9e3779b97f4a7c15u, 29);
        b_ = (std::rotl(b_, 23) ^ word ^ a_) * 0xd6e8feb86659fd93u;
    }
    void add(std::string_view bytes) {
        add(bytes.size());
        for (std::uint64_t word = 0; !bytes.empty(); word = 0) {
            const auto n = (std::min)(bytes.size(), sizeof word);
            std::memcpy(&word, bytes.data(), n);
            add(word);
            bytes.remove_prefix(n);
        }
    }
    // 32 lower-case hex digits.
    std::string text() const {
        std::string out;
        for (auto word : {a_ ^ a_ >> 32, b_ ^ b_ >> 29}) {
            for (int i = 0; i != 16; ++i, word >>= 4) out += "0123456789abcdef"[word & 15];
        }
        return out;
    }

private:
    std::uint64_t a_;
    std::uint64_t b_;
};

// Returns the first hash that occurs nowhere in the parts held in memory.
inline std::string choose_boundary(const std::vector<built_part>& parts, boundary_hash hash) {
    for (std::uint64_t attempt = 0;; ++attempt) {
        hash.add(attempt);
        auto text = hash.text();
        if (std::none_of(parts.begin(), parts.end(), [&](const built_part& p) {
                return p.head.find(text) != p.head.npos || p.data.find(text) != p.data.npos;
            })) {
            return text;
        }
    }
}
// Hashes the parts and two addresses; tests call the overload above with a hash of their own.
inline std::string choose_boundary(const std::vector<built_part>& parts, const void* place) {
    boundary_hash hash(reinterpret_cast<std::uintptr_t>(place));
    hash.add(reinterpret_cast<std::uintptr_t>(parts.data()));
    for (const auto& p : parts) {
        hash.add(p.head);
        hash.add(p.size);
        hash.add(p.data);
    }
    return choose_boundary(parts, hash);
}

// Appends a quoted name (WHATWG HTML, multipart/form-data encoding algorithm).
inline void append_form_name(std::string& out, std::string_view name) {
    out.push_back('"');
    for (const char c : name) {
        if (c == '"') {
            out.append("%22");
        } else if (c == '\r') {
            out.append("%0D");
        } else if (c == '\n') {
            out.append("%0A");
        } else {
            out.push_back(c);
        }
    }
    out.push_back('"');
}

}  // namespace detail

OAIWIRE_INLINE void form_builder::field(std::string_view name, std::string_view text) {
    auto& part = add(name);
    part.data = text;
}

OAIWIRE_INLINE result<void> form_builder::field(std::string_view name, std::string_view text,
                                                std::string_view content_type) {
    return within_memory([&]() -> result<void> {
        if (auto done = check_field_value(content_type); !done) return done;
        auto& part = add(name);
        part.head.append("\r\nContent-Type: ").append(content_type);
        part.data = text;
        return {};
    });
}

OAIWIRE_INLINE result<void> form_builder::file(std::string_view name, std::string_view filename,
                                               std::string_view content_type, std::string data,
                                               std::shared_ptr<const byte_source> source) {
    return within_memory([&]() -> result<void> {
        if (auto done = check_field_value(content_type); !done) return done;
        auto& part = add(name);
        part.head.append("; filename=");
        detail::append_form_name(part.head, filename);
        part.head.append("\r\nContent-Type: ");
        part.head.append(content_type.empty() ? "application/octet-stream" : content_type);
        part.data = std::move(data);
        part.source = std::move(source);
        return {};
    });
}

OAIWIRE_INLINE result<form_content> form_builder::finish() {
    return within_memory([&]() -> result<form_content> {
        auto form = std::make_shared<detail::form_state>();
        form->parts = std::exchange(parts_, {});
        for (auto& p : form->parts) p.size = p.source ? p.source->size() : p.data.size();
        form->boundary = detail::choose_boundary(form->parts, form.get());
        // false on overflow
        const auto add_size = [&](std::uint64_t n) {
            const bool fits = n <= (std::numeric_limits<std::uint64_t>::max)() - form->size;
            form->size += n;
            return fits;
        };
        std::string delimiter = "--" + form->boundary + "\r\n";
        for (auto& p : form->parts) {
            p.head = delimiter + p.head + "\r\n\r\n";
            if (!add_size(p.head.size()) || !add_size(p.size)) return too_large();
            // all delimiters but the first begin on a new line
            if (delimiter.starts_with('-')) delimiter.insert(0, "\r\n");
        }
        form->end = (form->parts.empty() ? "--" : "\r\n--") + form->boundary + "--\r\n";
        if (!add_size(form->end.size())) return too_large();
        form_content out;
        out.content_type = "multipart/form-data; boundary=" + form->boundary;
        out.content = std::make_shared<detail::form_source>(std::move(form));
        return out;
    });
}

OAIWIRE_INLINE detail::built_part& form_builder::add(std::string_view name) {
    auto& part = parts_.emplace_back();
    part.head.append("Content-Disposition: form-data; name=");
    detail::append_form_name(part.head, name);
    return part;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
