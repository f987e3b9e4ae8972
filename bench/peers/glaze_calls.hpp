// glaze is compiled as C++23 with a standard library of its own, so its readers and writers are
// called by a C interface. glaze.hpp has it as classes.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

enum bench_glaze_kind {
    bench_glaze_chunk,
    bench_glaze_chunk_keeping,  // unknown members
    bench_glaze_chat,
    bench_glaze_chat_keeping,
    bench_glaze_completion,
    bench_glaze_embeddings,
    bench_glaze_base64_embeddings,
    bench_glaze_request
};

// One value of that kind, to be destroyed by bench_glaze_free().
void* bench_glaze_new(bench_glaze_kind kind);
void bench_glaze_free(void* value);
// Makes it empty, without memory.
void bench_glaze_renew(void* value);
// Reads a text into it, whose memory is reused. Returns false if the text is not valid.
bool bench_glaze_read(void* value, const char* text, std::size_t size);
// Writes it. The text is valid until the next call.
const char* bench_glaze_write(void* value, std::size_t* size);
// Continues the hash of a digest.
std::uint64_t bench_glaze_digest(const void* value, std::uint64_t so_far, bool extra);

}  // extern "C"
