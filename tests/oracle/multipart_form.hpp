// A reference decoder of multipart/form-data over a whole body, as strict as
// http/multipart_decoder.hpp and with the same errors; shares nothing with it. Slow and simple.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oracle {

struct decoded_part {
    std::string name{};
    std::string filename{};
    std::string type{};
    bool is_file = false;
    std::vector<std::pair<std::string, std::string>> fields{};
    std::string content{};
    bool whole = false;  // its content has ended
    friend bool operator==(const decoded_part&, const decoded_part&) = default;
};

struct decoded_form {
    std::vector<decoded_part> parts{};
    std::string error{};  // "framing", "utf8", "limit", "early"; "": none
    std::size_t at = 0;   // of the error
    friend bool operator==(const decoded_form&, const decoded_form&) = default;
};

struct form_bounds {
    std::size_t head = 65536;
    std::size_t headers = 100;
    std::size_t parts = 1000;
};

class whole_form {
public:
    whole_form(std::string_view boundary, std::string_view body, form_bounds bounds)
        : dashes_("--" + std::string(boundary)), body_(body), bounds_(bounds) {}

    decoded_form read() {
        std::size_t at = preamble();
        while (out_.error.empty()) {
            if (at == body_.size()) {
                fail("early", at);
            } else if (body_[at] == '-') {
                epilogue(at + 1);
                break;
            } else {
                at = part(at);
            }
        }
        return std::move(out_);
    }

private:
    static bool blank(char c) { return c == ' ' || c == '\t'; }
    static bool token(char c) {
        return c > ' ' && c < 127 &&
               std::string_view("\"(),/:;<=>?@[\\]{}").find(c) == std::string_view::npos;
    }
    static bool text(char c) {
        const auto u = static_cast<unsigned char>(c);
        return u == 9 || (u >= 32 && u != 127);
    }
    static std::string lower(std::string_view s) {
        std::string out(s);
        for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return out;
    }
    static bool utf8(std::string_view s) {
        for (std::size_t i = 0; i < s.size();) {
            const auto c = static_cast<unsigned char>(s[i]);
            const std::size_t n = c < 0x80                ? 1
                                  : c >= 0xc2 && c < 0xe0 ? 2
                                  : (c & 0xf0) == 0xe0    ? 3
                                  : c >= 0xf0 && c < 0xf5 ? 4
                                                          : 0;
            if (n == 0 || i + n > s.size()) return false;
            std::uint32_t v = n == 1 ? c : c & (0xffU >> (n + 1));
            for (std::size_t k = 1; k != n; ++k) {
                const auto d = static_cast<unsigned char>(s[i + k]);
                if ((d & 0xc0) != 0x80) return false;
                v = v << 6 | (d & 0x3fU);
            }
            if ((n == 3 && v < 0x800) || (n == 4 && (v < 0x10000 || v > 0x10ffff)) ||
                (v >= 0xd800 && v < 0xe000))
                return false;
            i += n;
        }
        return true;
    }

    std::size_t fail(std::string error, std::size_t at) {
        out_.error = std::move(error);
        out_.at = at;
        return body_.size();
    }

    // Where the content from `at` ends, and one past the delimiter; npos and where the part that
    // no later byte can make a delimiter of ends.
    std::pair<std::size_t, std::size_t> delimiter(std::size_t at) const {
        const auto rest = body_.substr(at);
        if (rest.starts_with(dashes_)) return {at, at + dashes_.size()};
        const std::string full = "\r\n" + dashes_;
        const auto found = body_.find(full, at);
        if (found != body_.npos) return {found, found + full.size()};
        if (std::string_view(dashes_).starts_with(rest)) return {at, body_.npos};
        for (std::size_t n = full.size() - 1; n != 0; --n) {
            if (rest.ends_with(full.substr(0, n))) return {body_.size() - n, body_.npos};
        }
        return {body_.size(), body_.npos};
    }

    std::size_t preamble() {
        const auto [end, after] = delimiter(0);
        if (end > bounds_.head) return fail("limit", bounds_.head);
        return after != body_.npos ? after : fail("early", body_.size());
    }

    void epilogue(std::size_t at) {
        if (at == body_.size()) return static_cast<void>(fail("early", at));
        if (body_[at] != '-') return static_cast<void>(fail("framing", at));
        const std::size_t from = at + 1;
        std::size_t line = from;
        while (line != body_.size() && blank(body_[line])) ++line;
        std::size_t bad = body_.npos;
        bool early = false;
        if (line != body_.size()) {
            if (body_[line] != '\r') {
                bad = line;
            } else if (line + 1 == body_.size()) {
                early = true;
            } else if (body_[line + 1] != '\n') {
                bad = line + 1;
            }
        }
        const std::size_t most = from + bounds_.head;  // the first byte that is too many
        if (bad != body_.npos && bad <= most) return static_cast<void>(fail("framing", bad));
        if (most < body_.size()) return static_cast<void>(fail("limit", most));
        if (early) fail("early", body_.size());
    }

    // at: after a boundary. Returns one past the next one.
    std::size_t part(std::size_t at) {
        const std::size_t most = at + bounds_.head;
        const auto over = [&](std::size_t p) { return p >= most; };
        std::size_t p = at;
        for (; p != body_.size() && blank(body_[p]); ++p) {
            if (over(p)) return fail("limit", p);
        }
        for (const char due : {'\r', '\n'}) {
            if (p == body_.size()) return fail("early", p);
            if (body_[p] != due) return fail("framing", p);
            if (over(p)) return fail("limit", p);
            ++p;
        }
        if (out_.parts.size() == bounds_.parts) return fail("limit", p - 1);
        decoded_part now;
        bool disposition = false;
        for (;;) {
            const std::size_t line = p;
            if (p == body_.size()) return fail("early", p);
            if (body_[p] == '\r') {
                if (over(p)) return fail("limit", p);
                if (!disposition) return fail("framing", p);
                if (++p == body_.size()) return fail("early", p);
                if (body_[p] != '\n') return fail("framing", p);
                if (over(p)) return fail("limit", p);
                ++p;
                break;
            }
            for (; p != body_.size() && body_[p] != ':'; ++p) {
                if (!token(body_[p])) return fail("framing", p);
                if (over(p)) return fail("limit", p);
                if (p == line && now.fields.size() == bounds_.headers) return fail("limit", p);
            }
            if (p == body_.size()) return fail("early", p);
            if (p == line) return fail("framing", p);
            if (over(p)) return fail("limit", p);
            const std::size_t colon = p;
            for (++p; p != body_.size() && body_[p] != '\r'; ++p) {
                if (!text(body_[p])) return fail("framing", p);
                if (over(p)) return fail("limit", p);
            }
            if (p == body_.size()) return fail("early", p);
            if (over(p)) return fail("limit", p);
            if (++p == body_.size()) return fail("early", p);
            if (body_[p] != '\n') return fail("framing", p);
            if (over(p)) return fail("limit", p);
            ++p;
            auto value = body_.substr(colon + 1, p - 2 - colon - 1);
            while (!value.empty() && blank(value.front())) value.remove_prefix(1);
            while (!value.empty() && blank(value.back())) value.remove_suffix(1);
            const auto name = body_.substr(line, colon - line);
            const auto what = lower(name);
            if (what == "content-disposition" || what == "content-type" ||
                what == "content-transfer-encoding") {
                for (const auto& f : now.fields) {
                    if (lower(f.first) == what) return fail("framing", line);
                }
            }
            if (what == "content-type") now.type = value;
            if (what == "content-transfer-encoding") {
                const auto coding = lower(value);
                if (coding != "7bit" && coding != "8bit" && coding != "binary") {
                    return fail("framing", line);
                }
            }
            if (what == "content-disposition") {
                disposition = true;
                const std::string why = names(value, now);
                if (!why.empty()) return fail(why, line);
            }
            now.fields.emplace_back(name, value);
        }
        const auto [end, after] = delimiter(p);
        now.content = body_.substr(p, end - p);
        now.whole = after != body_.npos;
        out_.parts.push_back(std::move(now));
        return after != body_.npos ? after : fail("early", body_.size());
    }

    // Takes the names that a Content-Disposition states. "" or the error.
    static std::string names(std::string_view value, decoded_part& to) {
        // cut at the semicolons that are outside of quotes
        std::vector<std::string> pieces(1);
        bool quoted = false;
        for (std::size_t i = 0; i != value.size(); ++i) {
            const char c = value[i];
            const bool escape = quoted && c == '\\' && i + 1 != value.size() &&
                                (value[i + 1] == '"' || value[i + 1] == '\\');
            if (!quoted && c == ';') {
                pieces.emplace_back();
                continue;
            }
            pieces.back() += c;
            if (escape) {
                pieces.back() += value[++i];
            } else if (c == '"' && (quoted || pieces.back().ends_with("=\""))) {
                quoted = !quoted;
            } else if (c == '"') {
                // no value: the first error of the grammar
                quoted = false;
            }
        }
        for (auto& p : pieces) {
            while (!p.empty() && blank(p.front()) && &p != &pieces[0]) p.erase(0, 1);
            while (!p.empty() && blank(p.back())) p.pop_back();
        }
        if (lower(pieces[0]) != "form-data") return "framing";
        bool named = false;
        bool has_extended = false;
        std::string extended, coded;  // the value of filename*, decoded and as sent
        for (std::size_t i = 1; i != pieces.size(); ++i) {
            const std::string& p = pieces[i];
            if (p.empty()) continue;
            std::size_t n = 0;
            while (n != p.size() && token(p[n])) ++n;
            if (n == 0 || n == p.size() || p[n] != '=') return "framing";
            const std::string parameter = lower(p.substr(0, n));
            std::string raw = p.substr(n + 1);
            std::string plain;
            bool trailing = false;  // something follows the quotes
            if (raw.starts_with('"')) {
                std::size_t at = 1;
                for (; at != raw.size() && raw[at] != '"'; ++at) {
                    if (raw[at] == '\\' && at + 1 != raw.size() &&
                        (raw[at + 1] == '"' || raw[at + 1] == '\\')) {
                        ++at;
                    }
                    plain += raw[at];
                }
                if (at == raw.size()) return "framing";
                trailing = at + 1 != raw.size();
                for (const auto& [code, c] : {std::pair{"%22", '"'},
                                              {"%0D", '\r'},
                                              {"%0d", '\r'},
                                              {"%0A", '\n'},
                                              {"%0a", '\n'}}) {
                    for (auto k = plain.find(code); k != plain.npos; k = plain.find(code, k + 1)) {
                        plain.replace(k, 3, 1, c);
                    }
                }
            } else {
                if (raw.empty()) return "framing";
                for (const char c : raw) {
                    if (!token(c)) return "framing";
                }
                plain = raw;
            }
            if (parameter == "name*") return "framing";
            if (parameter == "filename*") {
                if (has_extended || raw.starts_with('"')) return "framing";
                if (!extended_value(raw, extended)) return "framing";
                has_extended = true;
                coded = raw.substr(raw.rfind('\'') + 1);
            }
            if (parameter == "name") {
                if (named) return "framing";
                named = true;
                to.name = plain;
            } else if (parameter == "filename") {
                if (to.is_file) return "framing";
                to.is_file = true;
                to.filename = plain;
            }
            if ((parameter == "name" || parameter == "filename") && !utf8(plain)) return "utf8";
            if (trailing) return "framing";
        }
        if (!named) return "framing";
        if (!has_extended) return "";
        const std::string word = "=?utf-8?B?" + base64(extended) + "?=";
        if (to.is_file && to.filename != extended && to.filename != coded && to.filename != word) {
            return "framing";
        }
        to.is_file = true;
        to.filename = extended;
        return "";
    }

    // utf-8'language'text, percent-encoded.
    static bool extended_value(const std::string& raw, std::string& out) {
        if (lower(raw.substr(0, 6)) != "utf-8'") return false;
        const auto second = raw.find('\'', 6);
        if (second == raw.npos) return false;
        const std::string text = raw.substr(second + 1);
        if (text.find_first_of("*'") != text.npos) return false;
        const std::string digits = "0123456789abcdef";
        std::string::size_type done = 0;
        for (auto at = text.find('%'); at != text.npos; at = text.find('%', done)) {
            const std::string code = lower(text.substr(at, 3));
            if (code.size() != 3) return false;
            const auto high = digits.find(code[1]), low = digits.find(code[2]);
            if (high == digits.npos || low == digits.npos) return false;
            const auto byte = high * 16 + low;
            if (byte < 32 || byte == 127) return false;
            out += text.substr(done, at - done) + static_cast<char>(byte);
            done = at + 3;
        }
        out += text.substr(done);
        return utf8(out);
    }

    static std::string base64(const std::string& bytes) {
        const std::string digits =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        std::string out;
        std::uint32_t bits = 0;
        int count = 0;
        for (const char c : bytes) {
            bits = bits << 8 | static_cast<unsigned char>(c);
            for (count += 8; count >= 6; count -= 6) out += digits[bits >> (count - 6) & 63U];
        }
        if (count != 0) out += digits[bits << (6 - count) & 63U];
        while (out.size() % 4 != 0) out += '=';
        return out;
    }

    std::string dashes_;
    std::string_view body_;
    form_bounds bounds_;
    decoded_form out_{};
};

inline decoded_form decode_form(std::string_view boundary, std::string_view body,
                                form_bounds bounds = {}) {
    return whole_form(boundary, body, bounds).read();
}

}  // namespace oracle
