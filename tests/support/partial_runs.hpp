// Feeds a text to json::partial in pieces and compares everything observable: between cuts, and
// with what json::read makes of the whole text. Shared by the tests and the fuzz target.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/partial.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

namespace support {

// A partial value without its type, so that what follows is compiled once.
struct partial_subject {
    virtual oaiwire::errc feed(std::string_view piece) = 0;
    virtual const oaiwire::json::partial_change* next() = 0;
    virtual void reset() = 0;
    virtual std::string value() const = 0;
    // open path, what it is, code, whether it is complete
    virtual std::string state() const = 0;
    virtual bool failed() const = 0;
    virtual bool complete() const = 0;
    virtual std::size_t work() const = 0;
    // the value, or the error with its code, path and offset
    virtual std::string finish() = 0;
    virtual std::string read(std::string_view text, bool& ok) const = 0;
    virtual ~partial_subject() = default;
};

inline std::string error_line(const oaiwire::error& e) {
    return std::string(name(e.code)) + " at " + e.path + " byte " + std::to_string(e.offset);
}

template <class T>
std::string written(const T& value) {
    const auto text = oaiwire::json::write(value);
    return text ? *text : "not written: " + to_string(text.error());
}

template <class T>
struct partial_subject_of final : partial_subject {
    oaiwire::json::read_options options{};
    oaiwire::json::partial<T> view;

    explicit partial_subject_of(const oaiwire::json::read_options& o = {}) : options(o), view(o) {}
    oaiwire::errc feed(std::string_view piece) override { return view.feed(piece); }
    const oaiwire::json::partial_change* next() override { return view.next(); }
    void reset() override { view.reset(); }
    std::string value() const override { return written(view.value()); }
    std::string state() const override {
        std::string out(view.open_path());
        out.append(" ").append(name(view.open_shape())).append(" ").append(name(view.code()));
        return out.append(view.complete() ? " complete" : "");
    }
    bool failed() const override { return view.failed(); }
    bool complete() const override { return view.complete(); }
    std::size_t work() const override { return view.work(); }
    std::string finish() override {
        const auto whole = view.finish();
        return whole ? written(*whole) : error_line(whole.error());
    }
    std::string read(std::string_view text, bool& ok) const override {
        const auto whole = oaiwire::json::read<T>(text, options);
        ok = whole.has_value();
        return ok ? written(*whole) : error_line(whole.error());
    }
};

// The changes as one text, in which pieces of the same text that follow each other are one.
class partial_transcript {
public:
    void take(partial_subject& from) {
        while (const auto* const change = from.next()) add(*change);
    }
    const std::string& text() const { return text_; }

private:
    void add(const oaiwire::json::partial_change& change) {
        using kind = oaiwire::json::partial_change::kind;
        const bool grown = change.what == kind::grown;
        if (!grown || !grows_) {
            text_.append("\n").append(name(change.what)).append(" ").append(name(change.shape));
            text_.append(" ").append(change.path).append(grown ? ": " : "");
            grown_ = 0;
        }
        if (grown && change.at != grown_) text_.append("(a gap)");
        text_.append(change.piece);
        grown_ += change.piece.size();
        grows_ = grown;
    }

    std::string text_{};
    bool grows_ = false;
    std::size_t grown_ = 0;
};

// What is seen after each prefix of a text that is fed byte by byte.
struct partial_trace {
    std::vector<std::string> values{};
    std::vector<std::string> states{};
    std::vector<std::string> changes{};

    partial_trace(partial_subject& s, std::string_view text) {
        partial_transcript told;
        s.reset();
        const auto look = [&] {
            told.take(s);
            values.push_back(s.value());
            states.push_back(s.state());
            changes.push_back(told.text());
        };
        look();
        for (const char& c : text) {
            s.feed(std::string_view(&c, 1));
            look();
        }
    }
    // "" if that is what s shows now, after `fed` bytes.
    std::string differs(const partial_subject& s, std::size_t fed) const {
        if (s.value() != values[fed]) return "value " + s.value() + ", not " + values[fed];
        if (s.state() != states[fed]) return "state " + s.state() + ", not " + states[fed];
        return "";
    }
};

// Feeds the text in these pieces. "" if the same is seen at each cut and at the end as byte by
// byte; changes are taken at each cut, or at the end only.
inline std::string same_when_cut(partial_subject& s, const partial_trace& bytes,
                                 std::string_view text, const std::vector<std::size_t>& cuts,
                                 bool late) {
    s.reset();
    partial_transcript told;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t to = i == cuts.size() ? text.size() : cuts[i];
        const std::string piece(text.substr(from, to - from));  // to be found if it is kept
        s.feed(piece);
        from = to;
        const auto where = [&] { return " after " + std::string(text.substr(0, to)); };
        if (const auto wrong = bytes.differs(s, to); !wrong.empty()) return wrong + where();
        if (late && i != cuts.size()) continue;
        told.take(s);
        if (told.text() != bytes.changes[to]) {
            return "changes" + told.text() + "\nnot" + bytes.changes[to] + where();
        }
    }
    return "";
}

// "" if finish() is what json::read says, and if the view agrees with it.
inline std::string ends_as_read(partial_subject& s, std::string_view text, bool strict = true) {
    bool ok = false;
    const std::string due = s.read(text, ok);
    const std::string done = s.finish();
    if (done != due) return "finished as " + done + ", read as " + due;
    if (ok && s.value() != due) return "shows " + s.value() + ", read as " + due;
    if (ok && strict && !s.complete()) return "not complete: " + s.state();
    if (!ok && s.complete()) return "complete, but " + due;
    return "";
}

// Byte by byte, every cut in two, and the end.
inline std::string every_cut(partial_subject& s, std::string_view text, bool strict = true) {
    const partial_trace bytes(s, text);
    if (const auto wrong = ends_as_read(s, text, strict); !wrong.empty()) return wrong;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const auto wrong = same_when_cut(s, bytes, text, {at}, at % 2 == 0);
        if (!wrong.empty()) return wrong;
    }
    return ends_as_read(s, text, strict);
}

}  // namespace support
