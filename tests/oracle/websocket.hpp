// A reference reader for WebSocket frames (RFC 6455, 5 to 8): byte by byte over the whole input,
// from the RFC's figures. Slow and simple; shares no code with the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oracle/utf8.hpp>

namespace oracle {

struct websocket_event {
    char kind = 't';  // t: text, b: binary, p: ping, o: pong, c: close
    std::string data{};
    int code = 0;  // of a close; 1005: none
    friend bool operator==(const websocket_event&, const websocket_event&) = default;
};

struct websocket_reading {
    enum class verdict { more, closed, framing, text, limit };
    verdict outcome = verdict::more;
    std::size_t at = 0;  // where it failed
    std::vector<websocket_event> events{};
    friend bool operator==(const websocket_reading&, const websocket_reading&) = default;
};

class websocket_reader {
public:
    // `masked`: the bytes are a client's. `limit`: bytes of a message.
    websocket_reader(std::string_view bytes, bool masked, std::uint64_t limit)
        : in_(bytes), masked_(masked), limit_(limit) {}

    websocket_reading read() {
        while (frame()) {
        }
        return out_;
    }

private:
    using verdict = websocket_reading::verdict;

    static const utf8_reader& utf8() {
        static const utf8_reader reader;
        return reader;
    }
    bool stop(verdict v, std::size_t at) {
        out_.outcome = v;
        out_.at = at;
        return false;
    }
    std::optional<unsigned> byte(std::size_t at) const {
        if (at >= in_.size()) return {};
        return static_cast<unsigned char>(in_[at]);
    }
    static bool may_be_sent(int code) {
        for (const int c :
             {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014}) {
            if (c == code) return true;
        }
        return code / 1000 == 3 || code / 1000 == 4;
    }

    // False at the end, however it comes.
    bool frame() {
        const auto first = byte(at_);
        if (!first) return false;
        const bool fin = *first >= 128;
        const unsigned op = *first % 16;
        if (*first / 16 % 8 != 0) return stop(verdict::framing, at_);
        const bool control = op == 8 || op == 9 || op == 10;
        if (!control && op != 0 && op != 1 && op != 2) return stop(verdict::framing, at_);
        if (control && !fin) return stop(verdict::framing, at_);

        const auto second = byte(at_ + 1);
        if (!second) return false;
        std::uint64_t length = *second % 128;
        if ((*second >= 128) != masked_) return stop(verdict::framing, at_ + 1);
        if (control && length > 125) return stop(verdict::framing, at_ + 1);
        std::size_t header = 2;
        if (length >= 126) {
            const std::size_t wide = length == 126 ? 2 : 8;
            if (in_.size() < at_ + 2 + wide) return false;
            length = 0;
            for (std::size_t i = 0; i != wide; ++i) length = length * 256 + *byte(at_ + 2 + i);
            header += wide;
            const bool shorter = wide == 2 ? length < 126 : length < 65536;
            if (shorter || length >= std::uint64_t{1} << 63) {
                return stop(verdict::framing, at_ + header - 1);
            }
        }
        const std::size_t key_at = at_ + header;
        if (masked_) header += 4;
        if (in_.size() < at_ + header) return false;
        const std::size_t last = at_ + header - 1;
        if (!control) {
            if ((op == 0) != begun_) return stop(verdict::framing, last);
            if (op != 0) is_text_ = op == 1;
            begun_ = true;
            if (length > limit_ || data_.size() > limit_ - length) {
                return stop(verdict::limit, last);
            }
        }

        std::string payload;
        const std::size_t from = at_ + header;
        for (std::uint64_t i = 0; i != length && from + i < in_.size(); ++i) {
            const unsigned key = masked_ ? *byte(key_at + i % 4) : 0;
            payload.push_back(static_cast<char>(*byte(from + i) ^ key));
            if (control) continue;
            data_.push_back(payload.back());
            places_.push_back(from + i);
        }
        const bool whole = payload.size() == length;
        at_ = from + payload.size();
        if (control) return whole && end_control(op, payload);
        if (is_text_) {
            const std::size_t bad = utf8().first_bad(data_);
            if (bad < data_.size()) return stop(verdict::text, places_[bad]);
            if (whole && fin && bad != std::string_view::npos) return stop(verdict::text, at_);
        }
        if (!whole) return false;
        if (fin) {
            out_.events.push_back({is_text_ ? 't' : 'b', data_});
            data_.clear();
            places_.clear();
            begun_ = false;
        }
        return true;
    }

    bool end_control(unsigned op, const std::string& payload) {
        if (op != 8) {
            out_.events.push_back({op == 9 ? 'p' : 'o', payload});
            return true;
        }
        int code = 1005;
        if (payload.size() == 1) return stop(verdict::framing, at_);
        if (!payload.empty()) {
            code = static_cast<unsigned char>(payload[0]) * 256 +
                   static_cast<unsigned char>(payload[1]);
            if (!may_be_sent(code)) return stop(verdict::framing, at_);
            if (utf8().first_bad(std::string_view(payload).substr(2)) != std::string_view::npos) {
                return stop(verdict::text, at_);
            }
        }
        out_.events.push_back({'c', payload.empty() ? "" : payload.substr(2), code});
        out_.outcome = verdict::closed;
        return false;
    }

    std::string_view in_;
    bool masked_;
    std::uint64_t limit_;
    std::size_t at_ = 0;
    bool begun_ = false;
    bool is_text_ = false;
    std::string data_{};                 // of the message so far
    std::vector<std::size_t> places_{};  // where each of its bytes was
    websocket_reading out_{};
};

inline websocket_reading read_websocket(std::string_view bytes, bool masked, std::uint64_t limit) {
    return websocket_reader(bytes, masked, limit).read();
}

}  // namespace oracle
