// A reference reader of HTTP/1.1 requests: RFC 9112 as recursive descent over the whole input, with
// the limits applied afterwards. Slow and simple; shares only header_list and limits with the
// library.
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

struct http_request {
    enum class verdict { done, more, refused };
    verdict outcome = verdict::more;
    int status = 0;      // if refused
    bool limit = false;  // refused for a limit
    std::size_t at = 0;  // the end of the request or of the input, or where it is refused
    bool has_head = false;
    std::string method{};
    std::string target{};
    oaiwire::http::header_list headers{};
    int minor_version = 1;
    bool keep_alive = false;
    std::string content{};
};

class request_reader {
public:
    request_reader(std::string_view input, const oaiwire::limits& bounds)
        : in_(input), bounds_(bounds) {}

    http_request read() {
        const bool whole = head();
        out_.at = std::min(at_, in_.size());
        apply_head_limits();
        if (!whole || refused()) {
            if (!refused() && !whole) out_.outcome = http_request::verdict::more;
            return out_;
        }
        out_.has_head = true;
        out_.keep_alive = !close_ && (out_.minor_version == 1 || keep_);
        if (chunked_) {
            read_chunks();
        } else {
            out_.content = in_.substr(
                at_, static_cast<std::size_t>(std::min<std::uint64_t>(length_, in_.size() - at_)));
            out_.at = at_ + out_.content.size();
            out_.outcome = out_.content.size() == length_ ? http_request::verdict::done
                                                          : http_request::verdict::more;
        }
        if (refused()) out_.keep_alive = false;
        return out_;
    }

private:
    using names = std::vector<std::string>;

    bool refused() const { return out_.outcome == http_request::verdict::refused; }

    // A byte that the grammar does not allow, if there is one; else the input is too short.
    bool stop(int status = 400) {
        if (at_ < in_.size()) refuse(status, at_);
        return false;
    }
    // What is known only once the byte before at_ was read.
    bool deny(int status, std::size_t at, bool limit = false) {
        const std::size_t read = at_;
        refuse(status, at);
        read_ = read;
        out_.limit = limit;
        return false;
    }
    void refuse(int status, std::size_t at) {
        out_.outcome = http_request::verdict::refused;
        out_.status = status;
        at_ = at;
        read_ = at;
    }

    static char low(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
    static std::string low(std::string_view text) {
        std::string out;
        for (const char c : text) out.push_back(low(c));
        return out;
    }
    static bool among(char c, std::string_view set) {
        return set.find(c) != std::string_view::npos;
    }
    static bool letter_or_digit(char c) {
        return among(low(c), "abcdefghijklmnopqrstuvwxyz0123456789");
    }
    static bool tchar(char c) { return letter_or_digit(c) || among(c, "!#$%&'*+-.^_`|~"); }
    static bool hex(char c) { return among(low(c), "0123456789abcdef"); }

    bool here(std::string_view set) const { return at_ < in_.size() && among(in_[at_], set); }
    bool expect(std::string_view bytes) {
        for (const char c : bytes) {
            if (!here(std::string_view(&c, 1))) return stop();
            ++at_;
        }
        return true;
    }
    bool token(std::string& to) {
        const std::size_t first = at_;
        while (at_ < in_.size() && tchar(in_[at_])) ++at_;
        to = in_.substr(first, at_ - first);
        return to.empty() ? stop() : true;
    }

    bool head() {
        if (here("\r") && !expect("\r\n")) return false;
        if (!request_line()) return false;
        while (!here("\r")) {
            if (!field()) return false;
        }
        const std::size_t empty_line = at_;
        if (!expect("\r\n")) return false;
        if (out_.minor_version == 1 && count("host") == 0) return deny(400, empty_line);
        if (!authority_.empty()) {
            out_.headers.remove("host");
            out_.headers.add("Host", authority_);
        }
        return true;
    }

    bool request_line() {
        if (!token(out_.method) || !expect(" ")) return false;
        first_of_target_ = at_;
        for (;; ++at_) {
            if (here(" ") && at_ != first_of_target_) break;
            if (at_ >= in_.size()) return false;
            const char c = in_[at_];
            if (c <= ' ' || c > '~' || among(c, "\"#<>\\")) return stop();
            if (c != '%') continue;
            for (int digit = 0; digit != 2; ++digit) {
                ++at_;
                if (at_ >= in_.size()) return false;
                if (!hex(in_[at_])) return stop();
            }
        }
        last_of_target_ = at_;
        const std::string_view target = in_.substr(first_of_target_, at_ - first_of_target_);
        if (!expect(" HTTP/")) return false;
        if (!here("1")) return stop(here("0123456789") ? 505 : 400);
        ++at_;
        if (!expect(".")) return false;
        if (!here("01")) return stop(here("0123456789") ? 505 : 400);
        out_.minor_version = in_[at_] == '0' ? 0 : 1;
        ++at_;
        return expect("\r\n") && take_target(target);
    }

    bool take_target(std::string_view target) {
        out_.target = target;
        if (out_.method == "CONNECT") return deny(400, first_of_target_);
        if (target == "*" && out_.method == "OPTIONS") return true;
        std::size_t path = 0;
        if (target[0] != '/') {
            for (const std::string_view scheme : {"http://", "https://"}) {
                if (low(target).rfind(scheme, 0) == 0) path = scheme.size();
            }
            if (path == 0) return deny(400, first_of_target_);
            const std::size_t host = path;
            while (path != target.size() && !among(target[path], "/?")) ++path;
            authority_ = target.substr(host, path - host);
            const std::size_t bad = bad_host(authority_);
            if (bad != npos) return deny(400, first_of_target_ + host + bad);
        }
        const std::size_t bad = bad_path(target.substr(path));
        if (bad != npos) return deny(400, first_of_target_ + path + bad);
        out_.target = target.substr(path);
        if (path == 0) return true;
        if (out_.target.empty() && out_.method == "OPTIONS") {
            out_.target = "*";
        } else if (out_.target.empty() || out_.target[0] == '?') {
            out_.target = "/" + out_.target;
        }
        return true;
    }

    static constexpr std::size_t npos = std::string_view::npos;

    // Bytes first, from left to right; then segments.
    static std::size_t bad_path(std::string_view target) {
        std::string decoded;
        std::vector<std::pair<std::size_t, std::string>> segments;
        std::size_t i = 0;
        for (; i != target.size() && target[i] != '?'; ++i) {
            char c = target[i];
            if (c == '%') {
                const std::string digits = low(target.substr(i + 1, 2));
                c = digits == "2e" ? '.' : 'x';
                if (digits == "7f" || digits[0] == '0' || digits[0] == '1') return i;
                i += 2;
            } else if (c == '/') {
                segments.emplace_back(i + 1, "");
                continue;
            } else if (!letter_or_digit(c) && !among(c, "-._~!$&'()*+,;=:@")) {
                return i;
            }
            segments.back().second.push_back(c);
        }
        for (const auto& [at, text] : segments) {
            if (text == "." || text == "..") return at;
        }
        return npos;
    }

    static std::vector<std::string> split(const std::string& text, char by) {
        std::vector<std::string> parts(1);
        for (const char c : text) {
            if (c == by) {
                parts.emplace_back();
            } else {
                parts.back().push_back(c);
            }
        }
        return parts;
    }
    static bool number(const std::string& text, int most) {
        if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0')) return false;
        int value = 0;
        for (const char c : text) {
            if (!among(c, "0123456789")) return false;
            value = value * 10 + (c - '0');
        }
        return value <= most;
    }
    static bool ipv4(const std::string& text) {
        const auto parts = split(text, '.');
        return parts.size() == 4 &&
               std::all_of(parts.begin(), parts.end(),
                           [](const std::string& p) { return number(p, 255); });
    }
    // Sixteen-bit groups: eight, or fewer with one "::".
    static bool ipv6(const std::string& text) {
        const std::size_t gap = text.find("::");
        std::size_t groups = 0;
        const auto count_groups = [&](const std::string& part, bool last) {
            if (part.empty()) return true;
            const auto pieces = split(part, ':');
            for (std::size_t i = 0; i != pieces.size(); ++i) {
                const std::string& p = pieces[i];
                if (last && i + 1 == pieces.size() && p.find('.') != npos) {
                    if (!ipv4(p)) return false;
                    groups += 2;
                } else {
                    if (p.empty() || p.size() > 4 || !std::all_of(p.begin(), p.end(), hex)) {
                        return false;
                    }
                    ++groups;
                }
            }
            return true;
        };
        if (gap == npos) return !text.empty() && count_groups(text, true) && groups == 8;
        return count_groups(text.substr(0, gap), false) &&
               count_groups(text.substr(gap + 2), true) && groups < 8;
    }
    static bool name(const std::string& host) {
        if (host.empty() || host.size() > 253) return false;
        auto labels = split(host, '.');
        if (labels.back().empty()) labels.pop_back();
        if (labels.empty()) return false;
        for (const auto& label : labels) {
            if (label.empty() || label.size() > 63) return false;
        }
        const std::string& last = labels.back();
        const bool hexadecimal = last.rfind("0x", 0) == 0;
        const bool numeric =
            std::all_of(last.begin() + (hexadecimal ? 2 : 0), last.end(),
                        [&](char c) { return hexadecimal ? hex(c) : among(c, "0123456789"); });
        return !numeric || ipv4(host);
    }
    static std::size_t bad_host(const std::string& text) {
        const bool bracket = !text.empty() && text[0] == '[';
        std::size_t end = 0;
        while (end != text.size() && text[end] != (bracket ? ']' : ':')) ++end;
        const bool closed = bracket && end != text.size();
        if (closed) ++end;
        for (std::size_t i = 0; i != end; ++i) {
            const char c = text[i];
            if (!(bracket ? hex(c) || among(c, "[]:.") : letter_or_digit(c) || among(c, "-._"))) {
                return i;
            }
        }
        const std::string host = low(std::string_view(text).substr(0, end));
        if (bracket && (!closed || !ipv6(host.substr(1, host.size() - 2)))) return 0;
        if (!bracket && !name(host)) return 0;
        if (end == text.size()) return npos;
        if (text[end] != ':') return end;
        long port = 0;
        for (std::size_t i = end + 1; i != text.size(); ++i) {
            if (!among(text[i], "0123456789")) return i;
            port = port * 10 + (text[i] - '0');
            if (port > 65535) return i;
        }
        return npos;
    }

    bool field() {
        std::string name;
        const std::size_t name_at = at_;
        fields_.push_back(at_);
        if (!token(name) || !expect(":")) return false;
        while (here(" \t")) ++at_;
        const std::size_t value_at = at_;
        while (at_ < in_.size() && (here("\t") || static_cast<unsigned char>(in_[at_]) >= 32) &&
               in_[at_] != '\x7f') {
            ++at_;
        }
        std::string value(in_.substr(value_at, at_ - value_at));
        while (!value.empty() && among(value.back(), " \t")) value.pop_back();
        if (!expect("\r\n") || !take(low(name), value, name_at, value_at)) return false;
        out_.headers.add(name, value,
                         among_names(low(name), {"authorization", "proxy-authorization", "cookie",
                                                 "api-key", "x-api-key"}));
        return true;
    }

    static bool among_names(const std::string& name, const names& set) {
        return std::find(set.begin(), set.end(), name) != set.end();
    }
    std::ptrdiff_t count(const std::string& name) const {
        return std::count(seen_.begin(), seen_.end(), name);
    }

    bool take(const std::string& name, const std::string& value, std::size_t name_at,
              std::size_t value_at) {
        seen_.push_back(name);
        const names once{"host",          "content-length", "transfer-encoding",
                         "authorization", "content-type",   "api-key"};
        if (among_names(name, once) && count(name) == 2) return deny(400, name_at);
        if (name == "host" && bad_host(value) != npos) {
            return deny(400, value_at + bad_host(value));
        }
        if (among_names(name, {"content-length", "transfer-encoding"}) &&
            count("content-length") + count("transfer-encoding") == 2) {
            return deny(400, name_at);
        }
        if (name == "content-length") return take_length(value, value_at);
        if (name == "transfer-encoding") {
            if (out_.minor_version == 0) return deny(400, name_at);
            return take_codings(low(value), value_at);
        }
        if (name == "connection") {
            for (auto option : split(low(value), ',')) {
                while (!option.empty() && among(option.back(), " \t")) option.pop_back();
                while (!option.empty() && among(option[0], " \t")) option.erase(0, 1);
                close_ = close_ || option == "close";
                keep_ = keep_ || option == "keep-alive";
            }
        }
        if (name == "expect" && low(value) != "100-continue") return deny(417, value_at);
        return true;
    }

    bool take_length(const std::string& value, std::size_t at) {
        if (value.empty()) return deny(400, at);
        for (std::size_t i = 0; i != value.size(); ++i) {
            if (!among(value[i], "0123456789")) return deny(400, at + i);
            const auto digit = static_cast<std::uint64_t>(value[i] - '0');
            if (length_ > (9223372036854775807U - digit) / 10) return deny(400, at + i);
            length_ = length_ * 10 + digit;
        }
        return length_ <= bounds_.body || deny(413, at, true);
    }

    bool take_codings(const std::string& value, std::size_t at) {
        chunked_ = true;
        if (value == "chunked") return true;
        std::size_t start = 0;
        std::size_t unknown = npos;
        bool last_is_chunked = false;
        for (const auto& part : split(value, ',')) {
            std::size_t first = 0;
            std::size_t last = part.size();
            while (first != last && among(part[first], " \t")) ++first;
            while (first != last && among(part[last - 1], " \t")) --last;
            if (first == last) return deny(400, at + start + first);
            for (std::size_t i = first; i != last; ++i) {
                if (!tchar(part[i])) return deny(400, at + start + i);
            }
            last_is_chunked = part.substr(first, last - first) == "chunked";
            if (!last_is_chunked && unknown == npos) unknown = start + first;
            start += part.size() + 1;
        }
        if (unknown == npos) return deny(400, at);
        return deny(last_is_chunked ? 501 : 400, at + unknown);
    }

    // The first byte that exceeds a limit decides, unless the head was refused before.
    void apply_head_limits() {
        const std::size_t read = refused() ? read_ : std::min(at_, in_.size());
        struct bound {
            std::size_t at;
            int status;
        };
        std::vector<bound> bounds;
        const std::size_t target_end = last_of_target_ != 0 ? last_of_target_ : in_.size();
        if (first_of_target_ != 0 && first_of_target_ + bounds_.target < target_end) {
            bounds.push_back({first_of_target_ + bounds_.target, 414});
        }
        const bool in_target =
            first_of_target_ != 0 && bounds_.head >= first_of_target_ && bounds_.head < target_end;
        bounds.push_back({bounds_.head, in_target ? 414 : 431});
        if (fields_.size() > bounds_.headers) bounds.push_back({fields_[bounds_.headers], 431});
        const auto first =
            std::min_element(bounds.begin(), bounds.end(),
                             [](const bound& a, const bound& b) { return a.at < b.at; });
        if (first->at >= read) return;
        out_.outcome = http_request::verdict::refused;
        out_.limit = true;
        out_.status = first->status;
        out_.at = first->at;
    }

    void read_chunks() {
        const chunked_body body = read_chunked(in_.substr(at_), bounds_);
        out_.content = body.content;
        out_.at = at_ + body.at;
        out_.outcome = body.outcome == chunked_body::verdict::done ? http_request::verdict::done
                       : body.outcome == chunked_body::verdict::more
                           ? http_request::verdict::more
                           : http_request::verdict::refused;
        out_.limit = body.outcome == chunked_body::verdict::limit;
        if (refused()) out_.status = out_.limit ? 413 : 400;
        if (out_.content.size() <= bounds_.body) return;
        // where the content exceeds the limit: at the end of the shortest input that has it
        std::size_t size = 0;
        for (std::size_t step = in_.size() - at_; step != 0; step /= 2) {
            while (size + step <= in_.size() - at_ &&
                   read_chunked(in_.substr(at_, size + step), bounds_).content.size() <=
                       bounds_.body) {
                size += step;
            }
        }
        out_.content.resize(bounds_.body);
        out_.at = at_ + size;
        out_.outcome = http_request::verdict::refused;
        out_.limit = true;
        out_.status = 413;
    }

    std::string_view in_;
    oaiwire::limits bounds_;
    std::size_t at_ = 0;
    std::size_t read_ = 0;  // bytes that were read before the head was refused
    std::size_t first_of_target_ = 0;
    std::size_t last_of_target_ = 0;
    std::vector<std::size_t> fields_{};  // where they begin
    names seen_{};
    std::string authority_{};
    std::uint64_t length_ = 0;
    bool chunked_ = false;
    bool close_ = false;
    bool keep_ = false;
    http_request out_{};
};

inline http_request read_request(std::string_view input, const oaiwire::limits& bounds = {}) {
    return request_reader(input, bounds).read();
}

}  // namespace oracle
