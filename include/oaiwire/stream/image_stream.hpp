// Streams of images: the traits of their events, and their accumulator.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/merge_objects.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire { inline namespace v0_2 {

// Two protocols: OpenAI's events for previews and completed images, and R9S's chunks (ImageChunk),
// which have a list of images with indices.
template <class Lazy>
struct chunk_traits<ImageStreamEvent, Lazy> {
    using response = ImagesResponse;

    // Whether the event has a known type, or one that may have been added later. A chunk must have
    // images or usage, since any object can be read as one.
    static bool recognises(const ImageStreamEvent& event) {
        if (const auto* raw = std::get_if<raw_json>(&event)) return detail::is_other_event(*raw);
        const auto* chunk = std::get_if<ImageChunk>(&event);
        return !chunk || !chunk->data.empty() || chunk->usage;
    }
    // A whole response has the members of R9S's events and was read as one.
    static bool adopt(json_view, ImageStreamEvent&) { return false; }

    // If several images were requested, more may follow.
    static stream_end end_of(const ImageStreamEvent& event) {
        if (std::holds_alternative<ImageCompletedEvent>(event)) return stream_end::finished;
        const auto* chunk = std::get_if<ImageChunk>(&event);
        if (!chunk) return stream_end::open;
        // a response that is not streamed has no `object`
        const bool whole = !chunk->object || chunk->object->empty();
        const bool final = std::any_of(chunk->data.begin(), chunk->data.end(),
                                       [](const auto& d) { return d.is_final == true; });
        return whole || final ? stream_end::finished : stream_end::open;
    }
    // A preview is followed by its image.
    static bool begins_another(const ImageStreamEvent& event) {
        return std::holds_alternative<ImagePartialEvent>(event);
    }
    static error error_of(const ImageStreamEvent&) { return {}; }
    template <class F>
    static void each_text(ImageStreamEvent&, F&&) {}
};

namespace detail {

// State of the images beside the response.
struct image_progress {
    std::vector<std::int64_t> indices{};  // of R9S's images, parallel to `data`
    bool preview = false;                 // the last image is a preview
};

}  // namespace detail

// Accumulates images, each in its latest state, ordered by index; OpenAI's completed images in
// order of arrival. A preview is stored as `partial_image_b64` among the unknown members of its
// image until that is completed.
template <class Lazy>
class accumulator<ImageStreamEvent, Lazy>
    : public detail::accumulator_base<accumulator<ImageStreamEvent, Lazy>, ImageStreamEvent,
                                      ImagesResponse, detail::image_progress> {
    using base = detail::accumulator_base<accumulator<ImageStreamEvent, Lazy>, ImageStreamEvent,
                                          ImagesResponse, detail::image_progress>;
    friend base;

public:
    using base::base;

private:
    using base::extra_;
    using base::limits_;
    using base::response_;
    using base::state_;

    static constexpr std::string_view preview_name = "partial_image_b64";

    // All of the event counts, although an image replaces its preview.
    static std::size_t bytes_of(const ImageStreamEvent& event) {
        return detail::held_bytes()(event);
    }
    errc add_chunk(const ImageStreamEvent& event) {
        if (const auto* partial = std::get_if<ImagePartialEvent>(&event)) {
            return add_event(*partial);
        }
        if (const auto* completed = std::get_if<ImageCompletedEvent>(&event)) {
            return add_event(*completed);
        }
        const auto* chunk = std::get_if<ImageChunk>(&event);
        return chunk ? add_event(*chunk) : errc::ok;
    }

    // OpenAI's previews have no image index: they belong to the current image.
    errc add_event(const ImagePartialEvent& from) { return take_image(from, true); }
    errc add_event(const ImageCompletedEvent& from) { return take_image(from, false); }
    template <class Event>
    errc take_image(const Event& from, bool preview) {
        Image* const to = state_.preview ? &response_.data.back() : append();
        if (!to) return errc::limit_exceeded;
        state_.preview = preview;
        if (from.created_at) response_.created = from.created_at;
        detail::merge_named(response_, from, extra_);
        if (!preview) {
            to->b64_json = from.b64_json;
            to->extra.erase(preview_name);
        } else if (from.b64_json) {
            const auto image = raw_json::of(*from.b64_json);
            if (image) to->extra.set_trusted(preview_name, *image);
        }
        if (!from.extra.empty()) take_rest(*to, from.extra);
        return errc::ok;
    }
    // Unknown members of an event belong to the response if it knows them, otherwise to the image.
    void take_rest(Image& to, const extra_members& members) {
        ImagesResponse of_response;
        const std::string object = '{' + members.text() + '}';
        if (!json::detail::read_or_throw(object, of_response, json::tolerant)) {
            return extra_.add(to.extra, members);
        }
        detail::merge_rest(to, std::exchange(of_response.extra, {}), extra_);
        of_response.data.clear();
        detail::merge_struct(response_, of_response, extra_);
    }
    // Merges each image of a chunk into the one with its index. `indices` is sorted, and `data` has
    // the same order.
    errc add_event(const ImageChunk& chunk) {
        detail::merge_named(response_, chunk, extra_);
        keep("id", chunk.id);
        keep("model", chunk.model);
        std::int64_t position = 0;
        for (const auto& from : chunk.data) {
            const std::int64_t index = from.index ? *from.index : position;
            ++position;
            const auto place =
                std::lower_bound(state_.indices.begin(), state_.indices.end(), index);
            const auto at = place - state_.indices.begin();
            if (place == state_.indices.end() || *place != index) {
                if (state_.indices.size() == limits_.choices) return errc::limit_exceeded;
                state_.indices.insert(place, index);
                response_.data.insert(response_.data.begin() + at, Image{});
            }
            Image& to = response_.data[static_cast<std::size_t>(at)];
            detail::merge_named(to, from, extra_);
            detail::merge_rest(to, from.extra, extra_);
        }
        detail::merge_rest(response_, chunk.extra, extra_);
        return errc::ok;
    }

    // Stores members that the event's type knows and the response's does not.
    void keep(std::string_view name, const field<std::string>& from) {
        if (!from) return;
        const auto value = raw_json::of(*from);
        extra_members member;
        if (value) member.set_trusted(name, *value);
        extra_.add(response_.extra, member);
    }
    // Adds an image at the end; null if there are limits::choices.
    Image* append() {
        if (response_.data.size() == limits_.choices) return nullptr;
        return &response_.data.emplace_back();
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
