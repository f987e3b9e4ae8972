// Answers that are produced a little at a time: as fast as the client reads them, and no further.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <oaiwire/core/result.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/server/server_errors.hpp>

#include "generation.hpp"

namespace serve {

struct state;

// What produces one answer.
class task {
public:
    task() = default;
    task(const task&) = delete;
    task& operator=(const task&) = delete;
    virtual ~task() = default;
    // Produces a little more.
    virtual void step(oaiwire::responder& out) = 0;
    // Milliseconds to wait between two steps.
    virtual int delay_ms() const { return 0; }
    // The connection is to be closed in the middle of the answer.
    virtual bool cut() const { return false; }
};

// A file of a form. Its bytes are counted, and kept where the request is to keep them.
struct received_file {
    std::string field{};  // of the form
    std::string name{};
    std::uint64_t size = 0;
    std::string data{};
};
using received_files = std::vector<received_file>;

// What a request is answered with, beside its content.
struct context {
    state& shared;
    oaiwire::responder& out;
    const received_files& files;
    bool streamed = false;  // the client asks for a stream
};

// The tokens of an answer.
struct token_totals {
    std::int64_t prompt = 0;
    std::int64_t answer = 0;
    std::int64_t reasoning = 0;  // of those of the answer
};

// Writes what a model says in one dialect of the protocol, streamed or whole.
class text_sink {
public:
    text_sink() = default;
    text_sink(const text_sink&) = delete;
    text_sink& operator=(const text_sink&) = delete;
    virtual ~text_sink() = default;
    virtual oaiwire::result<void> take(std::size_t choice, const step& next) = 0;
    virtual oaiwire::result<void> end(const token_totals& tokens) = 0;
};

// The following answer at once, and return null: no task is left.

// Answers with an error.
std::unique_ptr<task> fail(oaiwire::responder& out, const oaiwire::server_error& why);
// Answers with a response.
template <class Response>
std::unique_ptr<task> send(oaiwire::responder& out, const Response& whole) {
    const auto sent = out.json(whole);
    return sent ? nullptr : fail(out, oaiwire::answer_to(sent.error()));
}

// The error of a status, as a prompt asks for it.
oaiwire::server_error error_of(int status);

// Has the model answer each prompt `choices` times, the answers in turn, a token at a step. Null,
// and an error in `out`, if that takes too much memory.
std::unique_ptr<task> text_task(const std::vector<prompt>& asked, std::size_t choices,
                                std::unique_ptr<text_sink> sink, oaiwire::responder& out);

}  // namespace serve
