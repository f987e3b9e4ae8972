// expected: include <oaiwire/api/operations.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/types/embeddings.hpp>
#ifndef OAIWIRE_WRONG
#include <oaiwire/api/operations.hpp>
#endif

bool fits(const oaiwire::EmbeddingRequest& request) {
    return oaiwire::validate(request).empty();
}
