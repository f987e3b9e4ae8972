#include "others.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/server/image_stream_writer.hpp>
#include <oaiwire/server/speech_stream_writer.hpp>
#include <oaiwire/server/transcript_stream_writer.hpp>

#include "state.hpp"

namespace serve {

namespace {

using oaiwire::server_errors::bad_request;
using oaiwire::server_errors::permission_denied;

std::unique_ptr<task> ended(const oaiwire::result<void>& done, oaiwire::responder& out) {
    return done ? nullptr : fail(out, oaiwire::answer_to(done.error()));
}

// ---- embeddings

// Texts that share words have similar vectors: each word adds or takes one in a few dimensions.
std::vector<float> embedded(std::string_view text, std::size_t dimensions) {
    std::vector<float> out(dimensions);
    for (std::string_view left = text; !left.empty();) {
        const std::string_view word = left.substr(0, token_length(left));
        left.remove_prefix(word.size());
        std::uint64_t state =
            hash(word.substr((std::min)(word.find_first_not_of(' '), word.size())));
        for (int i = 0; i != 4; ++i) {
            const std::uint64_t bits = next_random(state);
            out[static_cast<std::size_t>(bits >> 1) % dimensions] += (bits & 1) != 0 ? 1.0F : -1.0F;
        }
    }
    float square = 0;
    for (const float v : out) square += v * v;
    for (float& v : out) v = square > 0 ? v / std::sqrt(square) : 0;
    if (square <= 0) out[0] = 1;
    return out;
}

std::vector<std::string> texts_of(const oaiwire::EmbeddingInput& input) {
    const auto of_tokens = [](const std::vector<std::int64_t>& tokens) {
        std::string out;
        for (const auto id : tokens) out += " " + std::to_string(id);
        return out;
    };
    if (const auto* text = std::get_if<std::string>(&input)) return {*text};
    if (const auto* texts = std::get_if<std::vector<std::string>>(&input)) return *texts;
    if (const auto* tokens = std::get_if<std::vector<std::int64_t>>(&input)) {
        return {of_tokens(*tokens)};
    }
    std::vector<std::string> out;
    for (const auto& list : std::get<std::vector<std::vector<std::int64_t>>>(input)) {
        out.push_back(of_tokens(list));
    }
    return out;
}

// ---- models

std::vector<oaiwire::Model> models() {
    std::vector<oaiwire::Model> out;
    for (const char* id : {"echo", "markov"}) {
        out.push_back({.id = id, .object = "model", .created = 1735689600, .owned_by = "serve"});
    }
    return out;
}

// ---- moderations

struct listed_word {
    std::string_view word{};
    oaiwire::field<bool> oaiwire::ModerationCategories::*category{};
    oaiwire::field<double> oaiwire::ModerationCategoryScores::*score{};
};
constexpr std::array<listed_word, 3> listed_words{{
    {"hate", &oaiwire::ModerationCategories::hate, &oaiwire::ModerationCategoryScores::hate},
    {"insult", &oaiwire::ModerationCategories::harassment,
     &oaiwire::ModerationCategoryScores::harassment},
    {"kill", &oaiwire::ModerationCategories::violence,
     &oaiwire::ModerationCategoryScores::violence},
}};

template <class Value>
oaiwire::ModerationValues<Value> all_categories(const Value& value) {
    oaiwire::ModerationValues<Value> out;
    for (auto* member : {&out.hate, &out.hate_threatening, &out.harassment,
                         &out.harassment_threatening, &out.illicit, &out.illicit_violent,
                         &out.self_harm, &out.self_harm_intent, &out.self_harm_instructions,
                         &out.sexual, &out.sexual_minors, &out.violence, &out.violence_graphic}) {
        *member = value;
    }
    return out;
}

oaiwire::ModerationResult moderated(std::string_view text) {
    oaiwire::ModerationResult out{.flagged = false,
                                  .categories = all_categories(false),
                                  .category_scores = all_categories(0.001)};
    out.category_applied_input_types = all_categories(std::vector<std::string>{"text"});
    for (const auto& listed : listed_words) {
        if (text.find(listed.word) == text.npos) continue;
        out.flagged = true;
        (*out.categories).*listed.category = true;
        (*out.category_scores).*listed.score = 0.99;
    }
    return out;
}

// ---- images

// A grey pixel as a PNG file.
constexpr std::array<std::uint8_t, 67> pixel{
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48,
    0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00,
    0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0xda, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81, 0xda, 0x45, 0x08, 0x3b, 0x00,
    0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};

oaiwire::ImageUsage image_usage(std::string_view prompt) {
    const auto tokens = static_cast<std::int64_t>(count_tokens(prompt));
    oaiwire::ImageUsage out{.input_tokens = tokens, .output_tokens = 1, .total_tokens = tokens + 1};
    out.input_tokens_details =
        oaiwire::ImageTokensDetails{.text_tokens = tokens, .image_tokens = 0};
    return out;
}

// The answer to any image request: so many pixels, with the prompt that was understood.
template <class Request>
std::unique_ptr<task> send_images(const Request& request, std::string_view prompt,
                                  const std::string& revised, oaiwire::responder& out) {
    const std::int64_t n = request.n.value_or(1);
    if (n < 1 || n > 10) return fail(out, bad_request("n must be from 1 to 10", "n"));
    oaiwire::ImagesResponse whole{.created = state::now(), .usage = image_usage(prompt)};
    const bool as_url = request.response_format == oaiwire::ImageResponseFormat::url;
    for (std::int64_t i = 0; i != n; ++i) {
        oaiwire::Image& image = whole.data.emplace_back();
        if (as_url) {
            image.url = "data:image/png;base64," + oaiwire::to_base64(pixel);
        } else {
            image.b64_json = oaiwire::to_base64(pixel);
        }
        image.revised_prompt = revised;
    }
    return send(out, whole);
}

// The same as events: the previews that are asked for, then the image.
template <class Request>
std::unique_ptr<task> stream_image(const Request& request, bool edit, oaiwire::responder& out) {
    const std::string file(pixel.begin(), pixel.end());
    const oaiwire::ImageUsage usage = image_usage(request.prompt);
    oaiwire::image_stream_writer writer(
        out, {.edit = edit, .created_at = state::now(), .size = "1x1", .output_format = "png"});
    oaiwire::result<void> done;
    const std::int64_t previews = (std::min)(request.partial_images.value_or(0), std::int64_t{3});
    for (std::int64_t i = 0; done && i < previews; ++i) done = writer.partial(file);
    if (done) done = writer.image(file, &usage);
    if (done) done = writer.done();
    return ended(done, out);
}

std::string named(const received_files& files) {
    std::string out;
    for (const auto& file : files) {
        out += (out.empty() ? "" : "; ") + file.name + ", " + std::to_string(file.size) + " bytes";
    }
    return out;
}

// ---- audio

// A tone of 440 Hz as a WAV file: 8000 samples a second, one byte each.
std::string tone(std::size_t milliseconds) {
    const std::size_t samples = milliseconds * 8;
    std::string out;
    const auto number = [&](std::size_t value, int bytes) {
        for (int i = 0; i != bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 255));
    };
    out += "RIFF";
    number(36 + samples, 4);
    out += "WAVEfmt ";
    number(16, 4);  // size of the format
    number(1, 2);   // PCM
    number(1, 2);   // channels
    number(8000, 4);
    number(8000, 4);  // bytes a second
    number(1, 2);     // bytes a sample
    number(8, 2);     // bits a sample
    out += "data";
    number(samples, 4);
    for (std::size_t i = 0; i != samples; ++i) {
        const double angle = static_cast<double>(i) * 440 * 2 * 3.14159265358979 / 8000;
        out.push_back(static_cast<char>(128 + static_cast<int>(100 * std::sin(angle))));
    }
    return out;
}

// Sends a tone in pieces, as bytes or as events.
class speech_task final : public task {
public:
    speech_task(std::string audio, std::int64_t tokens, bool events)
        : audio_(std::move(audio)), tokens_(tokens), events_(events) {}

    void step(oaiwire::responder& out) override {
        if (const auto done = produce(out); !done) {
            fail(out, oaiwire::answer_to(done.error()));
        }
    }

private:
    oaiwire::result<void> produce(oaiwire::responder& out) {
        const auto piece = std::string_view(audio_).substr(at_, 1024);
        at_ += piece.size();
        if (events_) {
            oaiwire::speech_stream_writer writer(out);
            if (!piece.empty()) return writer.audio(piece);
            const oaiwire::AudioUsage usage{.input_tokens = tokens_,
                                            .output_tokens = std::ssize(audio_),
                                            .total_tokens = tokens_ + std::ssize(audio_)};
            return writer.done(&usage);
        }
        if (!out.head()) {
            if (auto begun = out.begin_bytes("audio/wav"); !begun) return begun;
        }
        return piece.empty() ? out.end() : out.write(piece);
    }

    std::string audio_;
    std::int64_t tokens_;
    bool events_;
    std::size_t at_ = 0;
};

// A transcript in the format that was asked for.
template <class Request>
std::unique_ptr<task> send_transcript(const Request& request, std::string_view what,
                                      const std::string& text, oaiwire::responder& out) {
    using format = oaiwire::TranscriptionFormat;
    const auto wanted = request.response_format ? request.response_format->known() : format::json;
    std::string body;
    if (wanted == format::text) body = text + "\n";
    if (wanted == format::srt) body = "1\n00:00:00,000 --> 00:00:01,000\n" + text + "\n\n";
    if (wanted == format::vtt) body = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n" + text + "\n\n";
    if (!body.empty()) {
        const auto sent = out.bytes("text/plain; charset=utf-8", std::move(body));
        return sent ? nullptr : fail(out, oaiwire::answer_to(sent.error()));
    }
    oaiwire::Transcription whole{.text = text};
    if (wanted == format::verbose_json) {
        whole.task = std::string(what);
        whole.language = "english";
        whole.duration = 1.0;
        oaiwire::TranscriptionSegment& segment = whole.segments.emplace().emplace_back();
        segment.id = std::int64_t{0};
        segment.start = 0.0;
        segment.end = 1.0;
        segment.text = text;
    }
    whole.usage = oaiwire::AudioUsage{.type = "duration", .seconds = 1.0};
    return send(out, whole);
}

std::unique_ptr<task> stream_transcript(const std::string& text, oaiwire::responder& out) {
    oaiwire::transcript_stream_writer writer(out);
    oaiwire::result<void> done;
    for (std::string_view left = text; done && !left.empty();) {
        const std::string_view piece = left.substr(0, token_length(left));
        left.remove_prefix(piece.size());
        done = writer.text(piece);
    }
    if (done) done = writer.done();
    return ended(done, out);
}

}  // namespace

std::unique_ptr<task> answer(const context& with, const oaiwire::EmbeddingRequest& request) {
    const std::int64_t dimensions = request.dimensions.value_or(256);
    const std::vector<std::string> texts = texts_of(request.input);
    if (dimensions < 1 || dimensions > 4096) {
        return fail(with.out, bad_request("dimensions must be from 1 to 4096", "dimensions"));
    }
    if (texts.empty() || texts.size() > 2048) {
        return fail(with.out, bad_request("input must have from 1 to 2048 texts", "input"));
    }
    oaiwire::EmbeddingResponse whole{.object = "list", .model = request.model};
    std::int64_t tokens = 0;
    for (const auto& text : texts) {
        tokens += static_cast<std::int64_t>(count_tokens(text));
        oaiwire::EmbeddingVector vector{.values =
                                            embedded(text, static_cast<std::size_t>(dimensions))};
        if (request.encoding_format == oaiwire::EmbeddingEncoding::base64) {
            vector.form = oaiwire::embedding_form::base64;
        }
        whole.data.push_back({.object = "embedding",
                              .embedding = std::move(vector),
                              .index = std::ssize(whole.data)});
    }
    whole.usage = oaiwire::Usage{.prompt_tokens = tokens, .total_tokens = tokens};
    return send(with.out, whole);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ListModelsRequest&) {
    return send(with.out, oaiwire::ModelList{.object = "list", .data = models()});
}

std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveModelRequest& request) {
    for (const auto& model : models()) {
        if (model.id == request.model.text()) return send(with.out, model);
    }
    return fail(with.out, oaiwire::server_errors::not_found(request.model.text()));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteModelRequest& request) {
    for (const auto& model : models()) {
        if (model.id != request.model.text()) continue;
        return fail(with.out, permission_denied("This model is not yours to delete."));
    }
    return fail(with.out, oaiwire::server_errors::not_found(request.model.text()));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ModerationRequest& request) {
    oaiwire::ModerationResponse whole{.id = with.shared.new_id("modr-"),
                                      .model = request.model.value_or("word-list")};
    if (const auto* text = std::get_if<std::string>(&request.input)) {
        whole.results.push_back(moderated(*text));
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&request.input)) {
        for (const auto& one : *texts) whole.results.push_back(moderated(one));
    } else {
        std::string all;
        for (const auto& part : std::get<std::vector<oaiwire::ContentPart>>(request.input)) {
            if (const auto* t = std::get_if<oaiwire::ContentPartText>(&part)) all += t->text + "\n";
        }
        whole.results.push_back(moderated(all));
    }
    return send(with.out, whole);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ImageGenerationRequest& request) {
    if (!with.streamed) return send_images(request, request.prompt, request.prompt, with.out);
    return stream_image(request, false, with.out);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ImageEditRequest& request) {
    if (!with.streamed) {
        return send_images(request, request.prompt, request.prompt + ": " + named(with.files),
                           with.out);
    }
    return stream_image(request, true, with.out);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ImageVariationRequest& request) {
    return send_images(request, "", named(with.files), with.out);
}

std::unique_ptr<task> answer(const context&, const oaiwire::SpeechRequest& request) {
    const std::size_t tokens = count_tokens(request.input);
    const bool events = request.stream_format == oaiwire::SpeechStreamFormat::sse;
    return std::make_unique<speech_task>(tone((std::min)(tokens * 50, std::size_t{2000})),
                                         static_cast<std::int64_t>(tokens), events);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::TranscriptionRequest& request) {
    if (with.streamed) return stream_transcript(named(with.files), with.out);
    return send_transcript(request, "transcribe", named(with.files), with.out);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::TranslationRequest& request) {
    return send_transcript(request, "translate", named(with.files), with.out);
}

}  // namespace serve
