// What checks share: the server, the answers that were received so far, and ways to judge them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/url.hpp>

#include "check.hpp"
#include "node.hpp"
#include "wire.hpp"

namespace conform {

struct settings {
    oaiwire::http::endpoint_url url{};
    oaiwire::secret key{};
    std::string model{};              // "": the first of the server's list
    std::string completion_model{};   // "": the model
    std::string embedding_model{};    // "": the model
    bounds within{};                  // of each exchange
    std::int64_t total_ms = 600'000;  // of all checks
};

// A request. The key and Host are added.
struct question {
    std::string method = "POST";
    std::string path{};  // below the base URL: "/chat/completions"
    std::string body{};
    std::string fields{};  // further lines, each with its end
    bool json = true;      // Content-Type
    bool no_key = false;
    bool bad_key = false;
    bool anywhere = false;  // the path is not below the base URL
};

// The text as a JSON string, with its quotes.
std::string quoted(std::string_view text);

// The text with "[key]" in the place of each secret.
std::string hidden(std::string text, const std::vector<std::string>& secrets);

class context {
public:
    context(dialer& to, settings how);
    context(const context&) = delete;
    context& operator=(const context&) = delete;

    const settings& how() const { return how_; }
    // Sends the question on a connection of its own, once for each `nth`. Valid as long as this.
    const answer& ask(const question& what, int nth = 0);
    const answer& get(std::string_view path) { return ask({"GET", std::string(path)}); }
    const answer& post(std::string_view path, std::string body, int nth = 0) {
        return ask({"POST", std::string(path), std::move(body)}, nth);
    }
    // The bytes of the request. `length`: with Content-Length and the body.
    std::string bytes_of(const question& what, bool length = true) const;
    // Null if it cannot be reached, or if no more is asked: `why` says so.
    std::unique_ptr<connection> connect(std::string& why);
    const bounds& within() const { return how_.within; }
    // Keeps an answer of a check that has its own connection.
    const answer& keep(answer a);
    // Whether the server answers a simple request.
    bool lives();
    // Whether it no longer answers although it did until now.
    bool died();

    // All answers so far, in their order.
    const std::vector<const answer*>& answers() const { return order_; }

    const std::string& model();
    const std::string& embedding_model();
    const std::string& completion_model();
    // A member that bounds the length of the answer, which the server accepts: ,"max_tokens":64
    const std::string& short_answer();
    // The body of a chat completion request: model, messages, and `more`, which begins with a
    // comma.
    std::string chat(std::string_view more = {}, std::string_view messages = {});
    const answer& plain() { return post("/chat/completions", chat()); }
    const answer& streamed() { return post("/chat/completions", chat(R"(,"stream":true)")); }
    std::string response(std::string_view more = {}, std::string_view input = {});

    // Text without the key.
    std::string without_key(std::string text) const { return hidden(std::move(text), secrets_); }

private:
    answer exchange(const question& what);
    // False once the server was silent too often, or the time for all checks is over.
    bool may_ask(std::string& why) const;
    void count(answer& a);

    dialer& dialer_;
    settings how_;
    std::map<std::string, std::unique_ptr<answer>> kept_{};
    std::vector<std::unique_ptr<answer>> own_{};
    std::vector<const answer*> order_{};
    std::string short_answer_{};
    bool knows_short_ = false;
    std::vector<std::string> secrets_{};  // the key, as it is and as JSON writes it
    int silent_ = 0;                      // exchanges in a row without an answer
    std::size_t kept_bytes_ = 0;
    std::int64_t began_ = now_ms();
};

// The next 100 bytes, without secrets, wherever they are cut.
std::string excerpt_of(const answer& in, std::string_view bytes, std::size_t offset);
// Evidence. The bytes are those at the offset.
finding found(const answer& in, std::string message);
finding found_at(const answer& in, std::size_t offset, std::string message);
finding found_at(const answer& in, const node& where, std::string message);

// "closed the connection without an answer"
std::string describe(const answer& a);
// The message of an error answer, shortened; or its status alone.
std::string refusal(const answer& a);
bool not_offered(const answer& a);

// Whether the answer has status 200, so that a check can go on; skips or fails otherwise.
bool answered(judge& to, const answer& a);
// The same for what the server must accept: another status is a deviation.
bool accepted(judge& to, const answer& a, std::string_view what);
// The body as JSON; skips if it is not.
node json_of(judge& to, const answer& a);
// answered() and json_of().
node document_of(judge& to, const answer& a);
bool is_utf8_text(std::string_view text, std::size_t& at);
// The text of the first choice's message; "" if there is none.
std::string text_of(const node& completion);

}  // namespace conform
