#include "wire.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

#include <oaiwire/core/ascii.hpp>

namespace conform {

namespace {

constexpr std::size_t most_head = std::size_t{256} << 10;
constexpr std::size_t most_notes = 16;
constexpr std::size_t kept_of_endless = std::size_t{64} << 10;

bool is_token(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool all_tokens(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token);
}
std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
    while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
    return text;
}
bool read_number(std::string_view text, std::uint64_t& to, int base) {
    const char* const last = text.data() + text.size();
    const auto [end, failure] = std::from_chars(text.data(), last, to, base);
    return !text.empty() && failure == std::errc() && end == last;
}

}  // namespace

std::int64_t now_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string answer::media_type() const {
    std::string type(trimmed(field("content-type").substr(0, field("content-type").find(';'))));
    for (char& c : type) c = oaiwire::detail::lower_case(c);
    return type;
}

void answer_reader::note(wire_note::kind what, std::size_t offset, std::string message) {
    if (to_.notes.size() < most_notes) to_.notes.push_back({what, offset, std::move(message)});
}

bool answer_reader::end(answer_end how) {
    to_.end = how;
    step_ = step::ended;
    return true;
}

// The next line of framing, without its end; false if it is not whole.
bool answer_reader::line(std::string_view& text) {
    const std::string_view all = unread();
    const std::size_t feed = all.find('\n');
    if (feed == all.npos) return false;
    text = all.substr(0, feed);
    if (text.ends_with('\r')) {
        text.remove_suffix(1);
    } else {
        note(step_ == step::head ? wire_note::kind::field : wire_note::kind::chunk, at_ + feed,
             "a line ends in LF without CR");
    }
    at_ += feed + 1;
    return true;
}

bool answer_reader::take_fields(std::string_view text, std::size_t at) {
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        std::string_view one = text.substr(0, size);
        if (one.ends_with('\n')) one.remove_suffix(1);
        if (one.ends_with('\r')) {
            one.remove_suffix(1);
        } else {
            note(wire_note::kind::field, at, "a field line ends in LF without CR");
        }
        const std::size_t colon = one.find(':');
        if (one.starts_with(' ') || one.starts_with('\t')) {
            note(wire_note::kind::field, at, "a folded field line");
        } else if (colon == one.npos) {
            note(wire_note::kind::field, at, "a field line without a colon");
        } else {
            const std::string_view name = one.substr(0, colon);
            const std::string_view value = trimmed(one.substr(colon + 1));
            if (!all_tokens(name)) {
                note(wire_note::kind::field, at, "a field name that is not a token");
            }
            if (std::any_of(value.begin(), value.end(), [](char c) {
                    return (static_cast<unsigned char>(c) < 32 && c != '\t') || c == 127;
                })) {
                note(wire_note::kind::field, at, "a control character in a field value");
            }
            to_.fields.add(trimmed(name), value);
        }
        text.remove_prefix(size);
        at += size;
    }
    return true;
}

bool answer_reader::take_head() {
    const std::string_view all = unread();
    const std::size_t strict = all.find("\r\n\r\n");
    const std::size_t bare = all.find("\n\n");
    const std::size_t size =
        std::min(strict == all.npos ? strict : strict + 4, bare == all.npos ? bare : bare + 2);
    constexpr std::string_view start = "HTTP/";
    if (all.substr(0, 5) != start.substr(0, std::min(all.size(), start.size()))) {
        note(wire_note::kind::status_line, at_, "the response does not begin with HTTP/");
        return end(answer_end::garbled);
    }
    if (size == all.npos) return all.size() > most_head && end(answer_end::endless);
    const std::size_t begin = at_;
    std::string_view first;
    line(first);
    to_.version = first.substr(0, first.find(' '));
    std::uint64_t status = 0;
    const bool shaped = first.size() >= 12 && first[8] == ' ' &&
                        read_number(first.substr(9, 3), status, 10) && status >= 100 &&
                        (first.size() == 12 || first[12] == ' ');
    if (!shaped) {
        note(wire_note::kind::status_line, begin, "a status line that cannot be read");
        return end(answer_end::garbled);
    }
    if (first.size() == 12) {
        note(wire_note::kind::status_line, begin + 12, "no space after the status");
    }
    to_.status = static_cast<int>(status);
    to_.fields.clear();
    const std::size_t blank = size - (begin + size >= 2 && all[size - 2] == '\r' ? 2 : 1);
    take_fields(all.substr(at_ - begin, blank - (at_ - begin)), at_);
    at_ = begin + size;
    if (status < 200) {
        to_.interim.push_back(to_.status);
        if (to_.interim.size() > 8) return end(answer_end::garbled);
        return false;
    }
    choose_framing();
    return true;
}

void answer_reader::choose_framing() {
    std::uint64_t length = 0;
    std::string_view seen;
    for (const auto& h : to_.fields) {
        if (oaiwire::http::same_name(h.name, "content-length")) {
            std::uint64_t value = 0;
            if (!read_number(h.value, value, 10)) {
                note(wire_note::kind::length, 0, "a Content-Length that is not a number");
                continue;
            }
            if (to_.has_length && h.value != seen) {
                note(wire_note::kind::length, 0, "two different values of Content-Length");
            }
            to_.has_length = true;
            seen = h.value;
            length = value;
        } else if (oaiwire::http::same_name(h.name, "transfer-encoding")) {
            to_.chunked = to_.chunked || oaiwire::http::same_name(h.value, "chunked");
        }
    }
    if (to_.chunked && to_.has_length) {
        note(wire_note::kind::length, 0, "both Transfer-Encoding and Content-Length");
    }
    const bool none = head_request_ || to_.status == 204 || to_.status == 304;
    if (to_.status == 204 && (to_.chunked || to_.has_length)) {
        note(wire_note::kind::length, 0, "a length of a 204 response");
    }
    if (none) {
        end(answer_end::whole);
    } else if (to_.chunked) {
        step_ = step::size;
    } else if (to_.has_length) {
        left_ = length;
        step_ = step::body;
    } else {
        to_.until_close = true;
        step_ = step::until_close;
    }
}

bool answer_reader::take_size() {
    const std::size_t begin = at_;
    std::string_view text;
    if (!line(text)) {
        return unread().size() > 4096 && end(answer_end::garbled);
    }
    std::string_view digits = text.substr(0, text.find(';'));
    if (trimmed(digits) != digits) {
        note(wire_note::kind::chunk, begin, "white space around the size of a chunk");
        digits = trimmed(digits);
    }
    if (!read_number(digits, left_, 16)) {
        note(wire_note::kind::chunk, begin, "the size of a chunk is not a number");
        return end(answer_end::garbled);
    }
    step_ = left_ == 0 ? step::trailer : step::data;
    return true;
}

// One step; false if more bytes are needed.
bool answer_reader::advance() {
    std::string_view text = unread();
    switch (step_) {
        case step::head: {
            const std::size_t before = at_;
            return take_head() || at_ != before;
        }
        case step::until_close:
            to_.body.append(text);
            at_ += text.size();
            return false;
        case step::body:
        case step::data: {
            const auto n = static_cast<std::size_t>(std::min<std::uint64_t>(left_, text.size()));
            to_.body.append(text.substr(0, n));
            at_ += n;
            left_ -= n;
            if (left_ != 0) return false;
            if (step_ == step::body) return end(answer_end::whole);
            step_ = step::data_end;
            return true;
        }
        case step::data_end: {
            if (text.empty() || (text[0] == '\r' && text.size() == 1)) return false;
            if (text.starts_with("\r\n")) {
                at_ += 2;
            } else {
                note(wire_note::kind::chunk, at_, "no CRLF after the data of a chunk");
                if (text[0] == '\n') ++at_;
            }
            step_ = step::size;
            return true;
        }
        case step::size:
            return take_size();
        case step::trailer: {
            std::string_view field;
            if (!line(field)) return false;
            return field.empty() ? end(answer_end::whole) : true;
        }
        case step::ended:
            break;
    }
    return false;
}

bool answer_reader::feed(std::string_view bytes) {
    to_.raw.append(bytes);
    while (!ended() && advance()) {
    }
    if (ended()) to_.rest = unread();
    return ended();
}

void answer_reader::closed() {
    to_.peer_closed = true;
    if (ended()) return;
    if (step_ == step::until_close) {
        end(answer_end::whole);
    } else if (step_ == step::head) {
        end(to_.raw.empty() ? answer_end::nothing : answer_end::garbled);
        if (!to_.raw.empty()) {
            note(wire_note::kind::early, at_, "the connection was closed within the head");
        }
    } else {
        note(wire_note::kind::early, to_.raw.size(),
             to_.chunked ? "the connection was closed before the last chunk"
                         : "the connection was closed before Content-Length bytes had come");
        end(answer_end::early);
    }
}

void receive_answer(connection& from, answer& to, bool head, const bounds& within,
                    std::string_view begun) {
    answer_reader reader(to, head);
    if (!begun.empty() && reader.feed(begun)) return;
    const std::int64_t due = now_ms() + within.timeout_ms;
    const std::size_t at_once = within.slow_bytes != 0 ? within.slow_bytes : 16384;
    std::string some;
    for (;;) {
        const std::int64_t left = due - now_ms();
        some.clear();
        const receipt got = left <= 0 ? receipt::late : from.receive(some, at_once, left);
        if (got == receipt::bytes) {
            if (reader.feed(some)) return;
            if (to.raw.size() > within.most) {
                to.end = answer_end::endless;
                to.raw.resize(kept_of_endless);
                if (to.body.size() > kept_of_endless) to.body.resize(kept_of_endless);
                return;
            }
            if (within.slow_ms > 0) {
                std::this_thread::sleep_for(std::chrono::milliseconds(within.slow_ms));
            }
        } else if (got == receipt::late) {
            to.end = answer_end::late;
            to.why = "no whole answer within " + std::to_string(within.timeout_ms) + " ms";
            return;
        } else {
            reader.closed();
            return;
        }
    }
}

}  // namespace conform
