// A program that includes the JSON writer only.
#include <oaiwire/json/write.hpp>
//
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/embeddings.hpp>

int main() {
    oaiwire::ChatCompletion answer;
    answer.choices.resize(1);
    answer.choices[0].logprobs.emplace().content.emplace().resize(1);
    const auto text = oaiwire::json::write(answer);
    return text && oaiwire::json::write(oaiwire::EmbeddingResponse()) ? 0 : 1;
}
