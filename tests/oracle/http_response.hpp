// A reference reader of HTTP/1.1 responses: RFC 9112 as recursive descent over the whole input.
// Slow and simple; shares only header_list and limits with the library.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/http/message.hpp>
#include <oracle/chunked.hpp>

namespace oracle {

struct http_response {
    enum class verdict { done, more, refused };
    verdict outcome = verdict::more;
    bool limit = false;  // refused for a limit
    std::size_t at = 0;  // the end of the response or of the input, or where it is refused
    bool has_head = false;
    int status = 0;
    oaiwire::http::header_list headers{};
    std::string content{};
    bool until_close = false;  // only the end of the connection ends it
    bool keep_alive = false;   // if nothing follows
};

class response_reader {
public:
    response_reader(std::string_view input, bool is_head, const oaiwire::limits& bounds)
        : in_(input), is_head_(is_head), bounds_(bounds) {}

    http_response read() {
        do {
            fields_.clear();
        } while (head() && status_ < 200);
        out_.at = out_.outcome == http_response::verdict::refused ? out_.at : at_;
        if (!whole_ || status_ < 200) return out_;
        out_.has_head = true;
        out_.status = status_;
        for (const auto& f : fields_) out_.headers.add(f.name, f.value);
        body();
        return out_;
    }

private:
    struct field {
        std::string name{};
        std::string value{};
        std::size_t value_at = 0;
        bool folded = false;
    };

    static bool digit(char c) { return c >= '0' && c <= '9'; }
    static bool blank(char c) { return c == ' ' || c == '\t'; }
    static bool token(char c) {
        return digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c != 0 && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
    }
    static bool text(char c) {
        return blank(c) || (c > ' ' && c < 127) || static_cast<unsigned char>(c) > 127;
    }
    static std::string lower(std::string_view s) {
        std::string out(s);
        for (auto& c : out) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        }
        return out;
    }
    static std::string trim(std::string_view s) {
        while (!s.empty() && blank(s.front())) s.remove_prefix(1);
        while (!s.empty() && blank(s.back())) s.remove_suffix(1);
        return std::string(s);
    }
    static std::vector<std::string> list(std::string_view s) {
        std::vector<std::string> out;
        for (;;) {
            const auto comma = s.find(',');
            out.push_back(lower(trim(s.substr(0, comma))));
            if (comma == s.npos) return out;
            s.remove_prefix(comma + 1);
        }
    }

    bool refuse(std::size_t at, bool limit = false) {
        out_.outcome = http_response::verdict::refused;
        out_.at = at;
        out_.limit = limit;
        return false;
    }
    bool more() const { return at_ < in_.size(); }
    // Looks at the next byte, which must be one of these.
    template <class Is>
    bool peek(Is is) {
        if (!more()) return false;
        if (!is(in_[at_])) return refuse(at_);
        return at_ < bounds_.head || refuse(at_, true);
    }
    template <class Is>
    bool one(Is is) {
        if (!peek(is)) return false;
        ++at_;
        return true;
    }
    bool one(char wanted) {
        return one([=](char c) { return c == wanted; });
    }

    bool head() {
        whole_ = false;
        for (const char c : std::string_view("HTTP/1.")) {
            if (!one(c)) return false;
        }
        if (!one(digit)) return false;
        minor_ = in_[at_ - 1] - '0';
        if (!one(' ')) return false;
        const std::size_t status_at = at_;
        for (int i = 0; i != 3; ++i) {
            if (!one([=](char c) { return digit(c) && (i != 0 || c != '0'); })) return false;
        }
        status_ = std::stoi(std::string(in_.substr(status_at, 3)));
        if (!one([](char c) { return c == ' ' || c == '\r'; })) return false;
        while (in_[at_ - 1] != '\r') {
            if (!one([](char c) { return text(c) || c == '\r'; })) return false;
        }
        if (!one('\n')) return false;
        if (status_ == 101) return refuse(status_at);
        return fields();
    }

    bool fields() {
        bool pending = false;
        for (;;) {
            if (!peek([&](char c) { return c == '\r' || token(c) || (pending && blank(c)); })) {
                return false;
            }
            const char c = in_[at_];
            if (blank(c)) {
                fields_.back().folded = true;
                if (!value()) return false;
                continue;
            }
            if (pending && !check(fields_.back())) return false;
            if (c == '\r') {
                ++at_;
                if (!one('\n')) return false;
                whole_ = true;
                return true;
            }
            if (fields_.size() >= bounds_.headers) return refuse(at_, true);
            fields_.emplace_back();
            pending = true;
            const std::size_t from = at_;
            while (in_[at_] != ':') {
                ++at_;
                if (!peek([](char n) { return token(n) || n == ':'; })) return false;
            }
            fields_.back().name = in_.substr(from, at_ - from);
            ++at_;
            fields_.back().value_at = at_;
            if (!value()) return false;
        }
    }
    // A line of a value, with its end.
    bool value() {
        field& f = fields_.back();
        const std::size_t from = at_;
        while (one([](char c) { return text(c) || c == '\r'; })) {
            if (in_[at_ - 1] == '\r') break;
        }
        if (at_ == from || in_[at_ - 1] != '\r') return false;
        const auto line = in_.substr(from, at_ - 1 - from);
        if (f.value.empty())
            f.value_at = from + std::min(line.find_first_not_of(" \t"), line.size());
        const std::string part = trim(line);
        if (!f.value.empty() && !part.empty()) f.value += ' ';
        f.value += part;
        return one('\n');
    }

    bool check(const field& f) {
        if (status_ < 200) return true;
        const std::string name = lower(f.name);
        if (name == "content-length") {
            if (f.folded) return refuse(f.value_at);
            for (auto number : list(f.value)) {
                if (number.empty() || !std::all_of(number.begin(), number.end(), digit)) {
                    return refuse(f.value_at);
                }
                number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
                const bool huge =
                    number.size() > 19 || (number.size() == 19 && number > "9223372036854775807");
                if (huge || (!length_.empty() && length_ != number)) return refuse(f.value_at);
                length_ = number;
            }
        }
        if (name == "transfer-encoding") {
            const bool right = lower(f.value) == "chunked" && !f.folded && minor_ != 0 && !chunked_;
            if (!right) return refuse(f.value_at);
            chunked_ = true;
        }
        if (name == "connection") {
            for (const auto& option : list(f.value)) {
                close_ = close_ || option == "close";
                keep_ = keep_ || option == "keep-alive";
            }
        }
        return true;
    }

    void body() {
        out_.keep_alive = !close_ && (minor_ != 0 || keep_) && !(chunked_ && !length_.empty());
        if (status_ == 204 && (chunked_ || (!length_.empty() && length_ != "0"))) {
            out_.keep_alive = false;
        }
        const auto rest = in_.substr(at_);
        if (is_head_ || status_ == 204 || status_ == 304) {
            out_.outcome = http_response::verdict::done;
        } else if (chunked_) {
            const auto read = read_chunked(rest, bounds_);
            using verdict = chunked_body::verdict;
            out_.content = read.content;
            out_.at = at_ + read.at;
            out_.outcome = read.outcome == verdict::done   ? http_response::verdict::done
                           : read.outcome == verdict::more ? http_response::verdict::more
                                                           : http_response::verdict::refused;
            out_.limit = read.outcome == verdict::limit;
        } else if (!length_.empty()) {
            const std::uint64_t due = std::stoull(length_);
            out_.content =
                rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(due, rest.size())));
            out_.at = at_ + out_.content.size();
            out_.outcome = out_.content.size() == due ? http_response::verdict::done
                                                      : http_response::verdict::more;
        } else {
            out_.content = rest;
            out_.at = in_.size();
            out_.until_close = true;
            out_.keep_alive = false;
        }
    }

    std::string_view in_;
    bool is_head_;
    oaiwire::limits bounds_;
    http_response out_{};
    std::size_t at_ = 0;
    bool whole_ = false;
    int minor_ = 1;
    int status_ = 0;
    std::vector<field> fields_{};
    std::string length_{};
    bool chunked_ = false;
    bool close_ = false;
    bool keep_ = false;
};

inline http_response read_response(std::string_view input, bool is_head = false,
                                   const oaiwire::limits& bounds = {}) {
    return response_reader(input, is_head, bounds).read();
}

}  // namespace oracle
