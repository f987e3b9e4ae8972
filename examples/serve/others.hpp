// Embeddings, models, moderations, images and audio.
#pragma once

#include <memory>

#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/moderations.hpp>

#include "task.hpp"

namespace serve {

// Each begins the answer to a request. Null: `out` has it already.
std::unique_ptr<task> answer(const context& with, const oaiwire::EmbeddingRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ListModelsRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveModelRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteModelRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ModerationRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ImageGenerationRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ImageEditRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ImageVariationRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::SpeechRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::TranscriptionRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::TranslationRequest& request);

}  // namespace serve
