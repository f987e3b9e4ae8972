// A reference parser for JSON, written from the grammars of RFC 8259 and RFC 3629. Recursive;
// shares no code with the library.
#pragma once

#include <cstddef>
#include <string_view>

namespace oracle {

// bad: the first byte that no JSON text with this prefix can have; the text's size if it is a valid
// prefix.
struct json_verdict {
    bool ok = false;
    std::size_t bad = 0;
    friend bool operator==(const json_verdict&, const json_verdict&) = default;
};

class json_reader {
public:
    explicit json_reader(std::string_view text) : text_(text) {}

    json_verdict read() {
        const bool ok = ws() && value() && ws() && at_ == text_.size();
        return {ok, at_};
    }

private:
    // Each rule advances past what it matches, or leaves at_ at the invalid byte.
    bool peek(unsigned low, unsigned high) const {
        if (at_ == text_.size()) return false;
        const auto byte = static_cast<unsigned char>(text_[at_]);
        return low <= byte && byte <= high;
    }
    bool one(unsigned low, unsigned high) {
        if (!peek(low, high)) return false;
        ++at_;
        return true;
    }
    bool one(char c) { return one(static_cast<unsigned char>(c), static_cast<unsigned char>(c)); }
    bool any_of(std::string_view set) {
        for (const char c : set) {
            if (one(c)) return true;
        }
        return false;
    }
    bool word(std::string_view letters) {
        for (const char c : letters) {
            if (!one(c)) return false;
        }
        return true;
    }

    bool ws() {
        while (any_of(" \t\n\r")) {
        }
        return true;
    }

    bool value() {
        if (at_ == text_.size()) return false;
        switch (text_[at_]) {
            case 'f':
                return word("false");
            case 'n':
                return word("null");
            case 't':
                return word("true");
            case '{':
                return list('}', true);
            case '[':
                return list(']', false);
            case '"':
                return string();
            default:
                return number();
        }
    }

    bool list(char closing, bool object) {
        ++at_;
        ws();
        if (one(closing)) return true;
        for (;;) {
            if (object && !(string() && ws() && one(':') && ws())) return false;
            if (!value()) return false;
            ws();
            if (one(closing)) return true;
            if (!one(',')) return false;
            ws();
        }
    }

    bool digits() {
        if (!one('0', '9')) return false;
        while (one('0', '9')) {
        }
        return true;
    }
    bool number() {
        one('-');
        if (!one('0') && !(peek('1', '9') && digits())) return false;
        if (one('.') && !digits()) return false;
        if (any_of("eE")) {
            any_of("+-");
            if (!digits()) return false;
        }
        return true;
    }

    bool string() {
        if (!one('"')) return false;
        while (!one('"')) {
            if (one('\\')) {
                if (one('u')) {
                    for (int i = 0; i != 4; ++i) {
                        if (!one('0', '9') && !one('a', 'f') && !one('A', 'F')) return false;
                    }
                } else if (!any_of("\"\\/bfnrt")) {
                    return false;
                }
            } else if (!one(0x20, 0x7F) && !non_ascii()) {
                return false;
            }
        }
        return true;
    }

    // RFC 3629, section 4
    bool non_ascii() {
        struct form {
            unsigned first_low, first_high, second_low, second_high;
            int more;
        };
        static constexpr form forms[] = {
            {0xC2, 0xDF, 0x80, 0xBF, 0}, {0xE0, 0xE0, 0xA0, 0xBF, 1}, {0xE1, 0xEC, 0x80, 0xBF, 1},
            {0xED, 0xED, 0x80, 0x9F, 1}, {0xEE, 0xEF, 0x80, 0xBF, 1}, {0xF0, 0xF0, 0x90, 0xBF, 2},
            {0xF1, 0xF3, 0x80, 0xBF, 2}, {0xF4, 0xF4, 0x80, 0x8F, 2},
        };
        for (const form& f : forms) {
            if (!one(f.first_low, f.first_high)) continue;
            if (!one(f.second_low, f.second_high)) return false;
            for (int i = 0; i != f.more; ++i) {
                if (!one(0x80, 0xBF)) return false;
            }
            return true;
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

inline json_verdict read_json_text(std::string_view text) {
    return json_reader(text).read();
}

}  // namespace oracle
