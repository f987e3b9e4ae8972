// A reference decoder for chunked bodies: RFC 9112, 7.1 as recursive descent over the whole input.
// Slow and simple; shares only header_list with the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/http/message.hpp>

namespace oracle {

struct chunked_body {
    enum class verdict { done, more, malformed, limit };
    verdict outcome = verdict::more;
    std::size_t at = 0;  // the end of the body or of the input, or the invalid byte
    std::string content{};
    oaiwire::http::header_list trailers{};  // if done
};

class chunked_reader {
public:
    chunked_reader(std::string_view body, const oaiwire::limits& bounds)
        : in_(body), bounds_(bounds) {}

    chunked_body read() {
        const bool whole = body();
        out_.outcome = whole  ? chunked_body::verdict::done
                       : bad_ ? chunked_body::verdict::malformed
                              : chunked_body::verdict::more;
        out_.at = at_;
        apply_limits();
        return out_;
    }

private:
    // A label for every byte read; limits are counted over the labels afterwards. d: content, e:
    // extension, f: first byte of a trailer field, t: rest of it, x: other framing
    std::string labels_{};

    bool stop() {
        bad_ = at_ < in_.size();
        return false;
    }
    bool see(std::string_view set) const {
        return at_ < in_.size() && set.find(in_[at_]) != std::string_view::npos;
    }
    void skip(char label) {
        labels_.push_back(label);
        ++at_;
    }
    bool expect(std::string_view bytes, char label) {
        for (const char c : bytes) {
            if (!see(std::string_view(&c, 1))) return stop();
            skip(label);
        }
        return true;
    }
    static const std::string& tchars() {
        static const std::string set =
            "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return set;
    }
    static bool text_byte(char c) {
        const auto b = static_cast<unsigned char>(c);
        return b == 9 || (b >= 32 && b != 127);
    }
    bool token(char label) {
        if (!see(tchars())) return stop();
        while (see(tchars())) skip(label);
        return true;
    }
    void blanks() {
        while (see(" \t")) skip('e');
    }

    bool quoted_string() {
        skip('e');
        for (;;) {
            if (at_ == in_.size()) return stop();
            if (in_[at_] == '"') break;
            if (in_[at_] == '\\') {
                skip('e');
                if (at_ == in_.size()) return stop();
            }
            if (!text_byte(in_[at_])) return stop();
            skip('e');
        }
        skip('e');
        return true;
    }

    bool extensions() {
        for (;;) {
            if (see("\r")) return true;
            blanks();
            if (!expect(";", 'e')) return false;
            blanks();
            if (!token('e')) return false;
            if (see("\r")) return true;
            // white space may belong to "=" or to the next ";"
            blanks();
            if (see(";")) continue;
            if (!expect("=", 'e')) return false;
            blanks();
            if (see("\"")) {
                if (!quoted_string()) return false;
            } else if (!token('e')) {
                return false;
            }
        }
    }

    bool size(std::uint64_t& value) {
        const std::string_view digits = "0123456789abcdef";
        const auto digit = [&] {
            if (at_ == in_.size()) return std::string_view::npos;
            const char c = in_[at_];
            return digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
        };
        if (digit() == std::string_view::npos) return stop();
        value = 0;
        for (auto d = digit(); d != std::string_view::npos; d = digit()) {
            const std::uint64_t most = 9223372036854775807U;
            if (value > (most - d) / 16) return stop();
            value = value * 16 + d;
            skip('x');
        }
        return true;
    }

    bool trailer_field() {
        std::string name;
        std::string value;
        const std::size_t start = at_;
        if (!token('t')) return false;
        labels_[start] = 'f';
        name = in_.substr(start, at_ - start);
        if (!expect(":", 't')) return false;
        while (at_ < in_.size() && text_byte(in_[at_])) {
            value.push_back(in_[at_]);
            skip('t');
        }
        if (!expect("\r\n", 't')) return false;
        while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.pop_back();
        while (!value.empty() && (value[0] == ' ' || value[0] == '\t')) value.erase(0, 1);
        out_.trailers.add(name, value);
        return true;
    }

    bool body() {
        for (;;) {
            std::uint64_t due = 0;
            if (!size(due) || !extensions() || !expect("\r\n", 'x')) return false;
            if (due == 0) break;
            for (; due != 0 && at_ < in_.size(); --due) {
                out_.content.push_back(in_[at_]);
                skip('d');
            }
            if (due != 0) return stop();
            if (!expect("\r\n", 'x')) return false;
        }
        while (!see("\r")) {
            if (!trailer_field()) return false;
        }
        return expect("\r\n", 'x');
    }

    void apply_limits() {
        std::size_t extension = 0, trailer = 0, fields = 0, overhead = 0, content = 0;
        for (std::size_t i = 0; i != labels_.size(); ++i) {
            const char label = labels_[i];
            if (label == 'd') {
                ++content;
                continue;
            }
            ++overhead;
            extension += label == 'e' ? 1 : 0;
            trailer += label == 'f' || label == 't' ? 1 : 0;
            fields += label == 'f' ? 1 : 0;
            if (extension > bounds_.chunk_extensions || trailer > bounds_.trailers ||
                fields > bounds_.headers || (overhead > 65536 && overhead > 4 * content)) {
                out_.outcome = chunked_body::verdict::limit;
                out_.at = i;
                out_.content.resize(content);
                return;
            }
        }
    }

    std::string_view in_;
    oaiwire::limits bounds_;
    std::size_t at_ = 0;
    bool bad_ = false;
    chunked_body out_{};
};

inline chunked_body read_chunked(std::string_view body, const oaiwire::limits& bounds = {}) {
    return chunked_reader(body, bounds).read();
}

}  // namespace oracle
