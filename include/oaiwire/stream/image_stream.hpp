// Images that arrive in events: what ends their stream, and the response that they add up to. Knows
// no bytes.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

template <std::same_as<ImageStreamEvent> Chunk>
struct chunk_traits<Chunk> {
    using response = ImagesResponse;

    static bool recognises(const ImageStreamEvent& event) {
        if (const auto* raw = std::get_if<raw_json>(&event)) return detail::is_other_event(*raw);
        const auto* chunk = std::get_if<ImageChunk>(&event);
        return !chunk || !chunk->data.empty() || chunk->usage;
    }
    // A whole response has the shape of R9S's events, and was read as one.
    static bool adopt(json_view, ImageStreamEvent&) { return false; }

    // Where several images were asked for, others may follow.
    static stream_end end_of(const ImageStreamEvent& event) {
        if (std::holds_alternative<ImageCompletedEvent>(event)) return stream_end::finished;
        const auto* chunk = std::get_if<ImageChunk>(&event);
        if (!chunk) return stream_end::open;
        const bool whole = !chunk->object || chunk->object->empty();
        const bool final = std::any_of(chunk->data.begin(), chunk->data.end(),
                                       [](const auto& d) { return d.is_final == true; });
        return whole || final ? stream_end::finished : stream_end::open;
    }
    // A preview is of an image that is due.
    static bool begins_another(const ImageStreamEvent& event) {
        return std::holds_alternative<ImagePartialEvent>(event);
    }
    static error error_of(const ImageStreamEvent&) { return {}; }
    template <class F>
    static void each_text(ImageStreamEvent&, F&&) {}
};

// Each image in its latest state, in the order of their indices; OpenAI's completed images in the
// order in which they came. An image that never was completed stays as the last preview of it.
template <std::same_as<ImageStreamEvent> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& bounds = {}) : limits_(bounds), size_(bounds) {}

    // errc::limit_exceeded where there are more images than choices are allowed, where the answer
    // is larger than limits::answer, or where ever new unknown members come.
    errc add(const ImageStreamEvent& event) {
        return within_memory([&]() -> errc {
            if (!size_.take(detail::held_bytes()(event))) return errc::limit_exceeded;
            if (const auto* partial = std::get_if<ImagePartialEvent>(&event)) return take(*partial);
            if (const auto* completed = std::get_if<ImageCompletedEvent>(&event)) {
                return take(*completed);
            }
            if (const auto* chunk = std::get_if<ImageChunk>(&event)) return take(*chunk);
            return errc::ok;
        });
    }

    const ImagesResponse& response() const { return response_; }
    ImagesResponse take() {
        ImagesResponse out = std::move(response_);
        clear();
        return out;
    }
    void clear() {
        response_ = {};
        indices_.clear();
        preview_ = false;
        extra_ = {};
        size_ = detail::answer_size(limits_);
    }

private:
    // OpenAI's previews have no index of their image: the one that is under way.
    errc take(const ImagePartialEvent& from) {
        Image* const to = preview_ ? &response_.data.back() : append();
        if (!to) return errc::limit_exceeded;
        preview_ = true;
        take_common(from);
        to->b64_json = from.b64_json;
        return errc::ok;
    }
    errc take(const ImageCompletedEvent& from) {
        Image* const to = preview_ ? &response_.data.back() : append();
        if (!to) return errc::limit_exceeded;
        preview_ = false;
        take_common(from);
        to->b64_json = from.b64_json;
        if (from.usage) response_.usage = from.usage;
        return errc::ok;
    }
    errc take(const ImageChunk& chunk) {
        if (chunk.created) response_.created = chunk.created;
        if (chunk.usage) response_.usage = chunk.usage;
        std::int64_t position = 0;
        for (const auto& from : chunk.data) {
            const std::int64_t index = from.index ? *from.index : position;
            ++position;
            const auto place = std::lower_bound(indices_.begin(), indices_.end(), index);
            const auto at = place - indices_.begin();
            if (place == indices_.end() || *place != index) {
                if (indices_.size() == limits_.choices) return errc::limit_exceeded;
                indices_.insert(place, index);
                response_.data.insert(response_.data.begin() + at, Image{});
            }
            Image& to = response_.data[static_cast<std::size_t>(at)];
            if (from.b64_json) to.b64_json = from.b64_json;
            if (from.url) to.url = from.url;
            if (from.revised_prompt) to.revised_prompt = from.revised_prompt;
            extra_.add(to.extra, from.extra);
        }
        if (!chunk.extra.empty()) add_rest(chunk.extra);
        return extra_.exceeded() ? errc::limit_exceeded : errc::ok;
    }

    // What a whole response has beside the members of R9S's event that it was read as.
    void add_rest(const extra_members& members) {
        ImagesResponse rest;
        const std::string object = '{' + members.text() + '}';
        if (!json::detail::read_or_throw(object, rest, json::tolerant)) {
            return extra_.add(response_.extra, members);
        }
        if (rest.background) response_.background = std::move(rest.background);
        if (rest.output_format) response_.output_format = std::move(rest.output_format);
        if (rest.quality) response_.quality = std::move(rest.quality);
        if (rest.size) response_.size = std::move(rest.size);
        extra_.add(response_.extra, rest.extra);
    }

    template <class Event>
    void take_common(const Event& from) {
        if (from.created_at) response_.created = from.created_at;
        if (from.size) response_.size = from.size;
        if (from.quality) response_.quality = from.quality;
        if (from.background) response_.background = from.background;
        if (from.output_format) response_.output_format = from.output_format;
    }
    Image* append() {
        if (response_.data.size() == limits_.choices) return nullptr;
        return &response_.data.emplace_back();
    }

    limits limits_;
    ImagesResponse response_{};
    detail::extra_join extra_{};
    detail::answer_size size_;
    std::vector<std::int64_t> indices_{};  // of R9S's images, beside data
    bool preview_ = false;                 // the last image is one
};

}  // namespace oaiwire::inline OAIWIRE_ABI
