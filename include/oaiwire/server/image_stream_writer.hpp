// image_stream_writer: the event stream of generated and edited images.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/event_output.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/types/images.hpp>

namespace oaiwire { inline namespace v0_2 {

// What the events of an image stream have in common. "": not sent.
struct image_stream_settings {
    bool edit = false;            // of POST /images/edits, instead of /images/generations
    std::int64_t created_at = 0;  // Unix time in seconds
    std::string size{};           // width x height in pixels, as "1024x1024"
    std::string quality{};        // as "high"
    std::string background{};     // as "transparent"
    std::string output_format{};  // as "png"
};

// Writes images to a responder in OpenAI's form: previews with partial(), each image with image(),
// then done(). Images are the bytes of a file; they are sent in base64, each as one event. Errors
// are those of responder, and leave the stream as it was. To report a failure, call fail() of the
// responder.
class image_stream_writer {
public:
    using settings = image_stream_settings;

    // Borrows the responder, which must outlive this.
    image_stream_writer(responder& to, settings s) : out_(to), settings_(std::move(s)) {}

    // A preview of the next image. Previews of an image are numbered from 0.
    result<void> partial(std::string_view image);
    // An image. Its usage, if there is one, is sent with it.
    result<void> image(std::string_view image, const ImageUsage* usage = nullptr);
    // The end: [DONE], which tells a client of several images that none follows, and end() of the
    // responder.
    result<void> done();

private:
    result<void> write(std::string_view type, std::string_view image, const ImageUsage* usage);

    detail::event_output out_;
    settings settings_;
    std::int64_t previews_ = 0;  // of the next image
    std::string scratch_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <span>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/write.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<void> image_stream_writer::write(std::string_view type,
                                                               std::string_view image,
                                                               const ImageUsage* usage) {
    const auto add = [&]() -> result<void> {
        std::string used;
        if (usage != nullptr) {
            if (auto done = json::write(*usage, used); !done) return done;
        }
        scratch_.clear();
        append_base64(scratch_,
                      {reinterpret_cast<const std::uint8_t*>(image.data()), image.size()});
        return detail::event_output::result_of(out_.write([&](detail::text_sink& out) {
            const std::string_view kind = settings_.edit ? "image_edit" : "image_generation";
            out.put("event: ");
            out.put(kind);
            out.put(type);
            out.put("\ndata: {\"type\":\"");
            out.put(kind);
            out.put(type);
            out.put(R"(","b64_json":")");
            out.put(scratch_);
            out.put(R"(","created_at":)");
            json::detail::put_number(out, settings_.created_at);
            detail::put_member(out, R"(,"size":)", settings_.size);
            detail::put_member(out, R"(,"quality":)", settings_.quality);
            detail::put_member(out, R"(,"background":)", settings_.background);
            detail::put_member(out, R"(,"output_format":)", settings_.output_format);
            if (type == ".partial_image") {
                out.put(R"(,"partial_image_index":)");
                json::detail::put_number(out, previews_);
            } else if (usage != nullptr) {
                out.put(R"(,"usage":)");
                out.put(used);
            }
            out.put("}\n\n");
            return errc::ok;
        }));
    };
    return within_memory(add, [] { return result<void>(no_memory()); });
}

OAIWIRE_ADAPTER_INLINE result<void> image_stream_writer::partial(std::string_view image) {
    auto done = write(".partial_image", image, nullptr);
    if (done) ++previews_;
    return done;
}

OAIWIRE_ADAPTER_INLINE result<void> image_stream_writer::image(std::string_view image,
                                                               const ImageUsage* usage) {
    auto done = write(".completed", image, usage);
    if (done) previews_ = 0;
    return done;
}

OAIWIRE_ADAPTER_INLINE result<void> image_stream_writer::done() {
    const detail::ending always(out_);
    const errc code = out_.write([](detail::text_sink& out) {
        out.put("data: [DONE]\n\n");
        return errc::ok;
    });
    return code == errc::ok ? out_.to().end() : detail::event_output::result_of(code);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
