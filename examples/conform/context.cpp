#include "context.hpp"

#include <algorithm>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/print.hpp>

namespace conform {

namespace {

constexpr std::string_view default_messages =
    R"([{"role":"system","content":"Repeat what you are told, and nothing else."},)"
    R"({"role":"user","content":"one two three, na\u00efve caf\u00e9 \ud83d\ude00, four five six"}])";
constexpr std::string_view wrong_key = "not-a-key-of-this-server";
constexpr int most_silent = 3;
constexpr std::size_t most_kept = std::size_t{64} << 20;  // of all bodies; of one then:
constexpr std::size_t kept_of_more = std::size_t{64} << 10;

}  // namespace

std::string quoted(std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.append({'\\', c});
        } else if (static_cast<unsigned char>(c) < 32) {
            out.append("\\u00");
            out.push_back(digits[static_cast<unsigned char>(c) >> 4]);
            out.push_back(digits[c & 15]);
        } else {
            out.push_back(c);
        }
    }
    return out + '"';
}

context::context(dialer& to, settings how) : dialer_(to), how_(std::move(how)) {
    if (how_.key.empty()) return;
    const std::string key(how_.key.reveal());
    const std::string in_json = quoted(key);
    secrets_ = {key, in_json.substr(1, in_json.size() - 2)};
}

std::string context::bytes_of(const question& what, bool length) const {
    const auto& origin = how_.url.origin;
    std::string out = what.method + ' ' + (what.anywhere ? "" : how_.url.base_path) + what.path +
                      " HTTP/1.1\r\nHost: " + origin.host;
    if (origin.port != (origin.scheme == "https" ? 443 : 80)) {
        out += ':' + std::to_string(origin.port);
    }
    out += "\r\nUser-Agent: oaiwire-conform\r\nAccept: */*\r\n";
    if (what.bad_key) {
        out.append("Authorization: Bearer ").append(wrong_key).append("\r\n");
    } else if (!what.no_key && !how_.key.empty()) {
        out.append("Authorization: Bearer ").append(how_.key.reveal()).append("\r\n");
    }
    if (!what.body.empty() && what.json) out += "Content-Type: application/json\r\n";
    out += what.fields;
    if (length && (what.method != "GET" || !what.body.empty())) {
        out += "Content-Length: " + std::to_string(what.body.size()) + "\r\n";
    }
    out += "\r\n";
    return length ? out + what.body : out;
}

bool context::may_ask(std::string& why) const {
    if (silent_ >= most_silent) {
        why = "the server has stopped answering";
    } else if (now_ms() - began_ > how_.total_ms) {
        why = "the time for all checks is over";
    } else {
        return true;
    }
    return false;
}

std::unique_ptr<connection> context::connect(std::string& why) {
    return may_ask(why) ? dialer_.connect(how_.within.timeout_ms, why) : nullptr;
}

answer context::exchange(const question& what) {
    answer a;
    a.secrets = &secrets_;
    a.asked = what.method + ' ' + what.path;
    if (what.body.find(R"("stream":true)") != what.body.npos) a.asked += ", streamed";
    if (!may_ask(a.why)) return a;
    const auto to = dialer_.connect(how_.within.timeout_ms, a.why);
    if (!to) {
        ++silent_;
        return a;
    }
    const bool sent = to->send(bytes_of(what), how_.within.timeout_ms);
    bounds within = how_.within;
    if (kept_bytes_ > most_kept) within.most = std::min(within.most, kept_of_more);
    receive_answer(*to, a, what.method == "HEAD", within);
    if (!sent && a.end == answer_end::nothing) a.end = answer_end::unsent;
    const bool none =
        a.end == answer_end::late || a.end == answer_end::unsent || a.end == answer_end::endless;
    silent_ = none ? silent_ + 1 : 0;
    if (a.end == answer_end::endless && within.most != how_.within.most) {
        a.end = answer_end::late;  // says nothing about the server
        a.why = "the answers are too large together for another";
        silent_ = 0;
    }
    if (a.end == answer_end::late && a.body.find("data: [DONE]") != a.body.npos) {
        a.end = answer_end::early;  // all of it came, but not its end
        a.stalled = true;
    }
    return a;
}

const answer& context::ask(const question& what, int nth) {
    std::string name = what.method + ' ' + what.path + '\n' + what.fields + '\n' + what.body;
    for (const bool flag : {what.no_key, what.bad_key, what.json, what.anywhere}) {
        name += flag ? '1' : '0';
    }
    name += std::to_string(nth);
    if (const auto known = kept_.find(name); known != kept_.end()) return *known->second;
    answer& a =
        *kept_.emplace(std::move(name), std::make_unique<answer>(exchange(what))).first->second;
    count(a);
    order_.push_back(&a);
    return a;
}

void context::count(answer& a) {
    if (a.notes.empty()) a.raw = std::string();  // kept to show what was noted
    kept_bytes_ += a.raw.size() + a.body.size();
}

const answer& context::keep(answer a) {
    count(a);
    a.secrets = &secrets_;
    own_.push_back(std::make_unique<answer>(std::move(a)));
    order_.push_back(own_.back().get());
    return *own_.back();
}

bool context::died() {
    std::string why;
    return may_ask(why) && !lives();
}

bool context::lives() {
    for (int attempt = 0; attempt != 2; ++attempt) {
        const answer a = exchange({"GET", "/models"});
        // a long answer is not received to its end once so many bytes are kept
        if (a.usable() || (a.status != 0 && kept_bytes_ > most_kept)) return true;
    }
    return false;
}

const std::string& context::model() {
    if (how_.model.empty()) {
        const node list(get("/models").body);
        list["data"].each([&](const node& one) {
            const std::string id = one["id"].string();
            const bool chats = id.find("embed") == id.npos && id.find("whisper") == id.npos &&
                               id.find("tts") == id.npos && id.find("dall-e") == id.npos;
            if (how_.model.empty() && chats) how_.model = id;
        });
        if (how_.model.empty()) how_.model = "gpt-4o-mini";
    }
    return how_.model;
}

const std::string& context::embedding_model() {
    return how_.embedding_model.empty() ? model() : how_.embedding_model;
}
const std::string& context::completion_model() {
    return how_.completion_model.empty() ? model() : how_.completion_model;
}

const std::string& context::short_answer() {
    if (knows_short_) return short_answer_;
    knows_short_ = true;
    for (const char* member : {R"(,"max_tokens":64)", R"(,"max_completion_tokens":64)"}) {
        short_answer_ = member;
        const int status = plain().status;
        if (status == 200 || status < 400 || status >= 500) return short_answer_;
    }
    short_answer_.clear();
    return short_answer_;
}

std::string context::chat(std::string_view more, std::string_view messages) {
    std::string out = R"({"model":)" + quoted(model()) + R"(,"messages":)";
    out.append(messages.empty() ? default_messages : messages);
    const bool bounded = more.find("\"max_") != more.npos;
    return out.append(bounded ? "" : short_answer()).append(more) + '}';
}

std::string context::response(std::string_view more, std::string_view input) {
    std::string out = R"({"model":)" + quoted(model()) + R"(,"input":)";
    out.append(input.empty() ? R"("one two three, na\u00efve caf\u00e9, four five six")" : input);
    return out.append(more) + '}';
}

std::string hidden(std::string text, const std::vector<std::string>& secrets) {
    for (const std::string& secret : secrets) {
        for (std::size_t at = 0; (at = text.find(secret, at)) != text.npos;) {
            text.replace(at, secret.size(), "[key]");
        }
    }
    return text;
}

std::string excerpt_of(const answer& in, std::string_view bytes, std::size_t offset) {
    constexpr std::size_t shown = 100;
    static const std::vector<std::string> none;
    const auto& secrets = in.secrets ? *in.secrets : none;
    std::size_t at = std::min(offset, bytes.size());
    const std::size_t end = at + std::min(shown, bytes.size() - at);
    std::string out;
    while (at < end) {
        std::size_t after = at;  // of a secret that holds this byte
        for (const std::string& secret : secrets) {
            const std::size_t from = at + 1 < secret.size() ? 0 : at + 1 - secret.size();
            // only one that begins at this byte or before it counts: the rest is not searched
            const std::size_t found_at_byte =
                bytes.substr(0, at + std::min(secret.size(), bytes.size() - at)).find(secret, from);
            if (found_at_byte <= at) after = std::max(after, found_at_byte + secret.size());
        }
        if (after == at) {
            out += bytes[at++];
        } else {
            out += "[key]";
            at = after;
        }
    }
    return out;
}

finding found(const answer& in, std::string message) {
    finding f;
    f.message = std::move(message);
    f.asked = in.asked;
    f.excerpt = excerpt_of(in, in.body, 0);
    return f;
}

finding found_at(const answer& in, std::size_t offset, std::string message) {
    finding f = found(in, std::move(message));
    f.offset = offset;
    f.placed = true;
    f.excerpt = excerpt_of(in, in.body, offset);
    return f;
}

finding found_at(const answer& in, const node& where, std::string message) {
    finding f = found_at(in, where.offset(), std::move(message));
    f.path = where.path();
    return f;
}

std::string describe(const answer& a) {
    switch (a.end) {
        case answer_end::unreachable:
        case answer_end::unsent:
            return a.why.empty() ? "the request could not be sent" : a.why;
        case answer_end::late:
            return a.why;
        case answer_end::endless:
            return "more bytes came than are kept, without an end";
        case answer_end::garbled:
            return "the answer is not an HTTP response";
        case answer_end::nothing:
            return "the connection was closed without an answer";
        case answer_end::early:
            return "the connection was closed before the answer was whole";
        case answer_end::whole:
            break;
    }
    return "status " + std::to_string(a.status);
}

std::string refusal(const answer& a) {
    std::string out = "status " + std::to_string(a.status);
    const node body(a.body);
    std::string message = body["error"]["message"].string();
    if (message.empty()) message = body["error"].string();
    if (message.empty()) message = body["message"].string();
    if (a.secrets) message = hidden(std::move(message), *a.secrets);
    if (message.size() > 120) message = std::string(oaiwire::utf8_prefix(message, 120)) + "...";
    return message.empty() ? out : out + ": " + message;
}

bool not_offered(const answer& a) {
    return a.status == 404 || a.status == 405 || a.status == 501;
}

bool answered(judge& to, const answer& a) {
    if (!a.usable()) {
        to.fail(a.asked + ": " + describe(a));
    } else if (not_offered(a)) {
        to.skip("not offered: " + refusal(a));
    } else if (a.status >= 400 && a.status < 500) {
        to.skip("refused: " + refusal(a));
    } else if (a.status != 200) {
        to.fail(a.asked + ": " + refusal(a));
    } else if (a.coded()) {
        to.skip("the body has a content coding");
    }
    return a.usable() && a.status == 200 && !a.coded();
}

bool accepted(judge& to, const answer& a, std::string_view what) {
    if (a.usable() && a.status == 200) return true;
    if (a.end == answer_end::late || a.end == answer_end::unreachable) {
        to.fail(a.asked + ": " + describe(a));
    } else if (a.usable() && (a.status == 501 || a.status == 429)) {
        to.skip("not offered: " + refusal(a));
    } else {
        to.deviates(found(a, std::string(what) + ": " + (a.usable() ? refusal(a) : describe(a))));
    }
    return false;
}

node json_of(judge& to, const answer& a) {
    const node out(a.body);
    if (!out) to.skip("the body is not JSON");
    return out;
}

node document_of(judge& to, const answer& a) {
    return answered(to, a) ? json_of(to, a) : node();
}

bool is_utf8_text(std::string_view text, std::size_t& at) {
    if (oaiwire::is_utf8(text)) return true;
    std::size_t low = 0;
    for (std::size_t high = text.size(); low < high;) {  // the longest prefix without an error
        const std::size_t middle = low + (high - low + 1) / 2;
        // a prefix may end inside a character: its last bytes are left out
        std::string_view part = text.substr(0, middle);
        std::size_t cut = 0;
        while (cut < 3 && !part.empty() && !oaiwire::is_utf8(part)) {
            part.remove_suffix(1);
            ++cut;
        }
        if (oaiwire::is_utf8(part)) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    at = low < 3 ? 0 : low - 3;
    return false;
}

std::string text_of(const node& completion) {
    const node content = completion["choices"][0]["message"]["content"];
    if (!content.is_array()) return content.string();
    std::string out;
    content.each([&](const node& part) { out += part["text"].string(); });
    return out;
}

}  // namespace conform
