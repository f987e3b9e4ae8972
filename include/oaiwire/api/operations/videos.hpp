// Videos: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/download.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/videos.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Begins a video. It is generated in the background: retrieve it until its status says that it
// ended. Sent as a form.
template <>
struct operation_of<CreateVideoRequest> : post_operation<VideoResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "createVideo";
    static constexpr std::string_view path = "/videos";
};

// The videos of the project, by page.
template <>
struct operation_of<ListVideosRequest> : list_operation<VideoList> {
    static constexpr std::string_view id = "ListVideos";
    static constexpr std::string_view path = "/videos";
};

// A video by its id.
template <>
struct operation_of<RetrieveVideoRequest> : get_operation<VideoResource> {
    static constexpr std::string_view id = "GetVideo";
    static constexpr std::string_view path = "/videos/{video_id}";
};

// Deletes a video and its assets.
template <>
struct operation_of<DeleteVideoRequest> : delete_operation<DeletedVideo> {
    static constexpr std::string_view id = "DeleteVideo";
    static constexpr std::string_view path = "/videos/{video_id}";
};

// The bytes of a video, or of an asset of it. See download_operation.
template <>
struct operation_of<DownloadVideoRequest> : download_operation<> {
    static constexpr std::string_view id = "RetrieveVideoContent";
    static constexpr std::string_view path = "/videos/{video_id}/content";
};

// Begins a video that changes a completed one.
template <>
struct operation_of<RemixVideoRequest> : post_operation<VideoResource> {
    static constexpr std::string_view id = "CreateVideoRemix";
    static constexpr std::string_view path = "/videos/{video_id}/remix";
};

// Begins an edit of a video. Sent as a form.
template <>
struct operation_of<EditVideoRequest> : post_operation<VideoResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateVideoEdit";
    static constexpr std::string_view path = "/videos/edits";
};

// Begins a video that continues another. Sent as a form.
template <>
struct operation_of<ExtendVideoRequest> : post_operation<VideoResource> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateVideoExtend";
    static constexpr std::string_view path = "/videos/extensions";
};

// A character, from a video. Sent as a form.
template <>
struct operation_of<CreateVideoCharacterRequest> : post_operation<VideoCharacter> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "CreateVideoCharacter";
    static constexpr std::string_view path = "/videos/characters";
};

// A character by its id.
template <>
struct operation_of<RetrieveVideoCharacterRequest> : get_operation<VideoCharacter> {
    static constexpr std::string_view id = "GetVideoCharacter";
    static constexpr std::string_view path = "/videos/characters/{character_id}";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListVideosRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const DownloadVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const RemixVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const EditVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const ExtendVideoRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateVideoCharacterRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveVideoCharacterRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] inline void input_reference_rules(validator& v, const VideoInputReference& of) {
    if (const auto* file = std::get_if<FileContent>(&of)) return v.file(*file, "input_reference");
    const auto& image = std::get<VideoImageReference>(of);
    v.check(image.file_id.has_value() != image.image_url.has_value(), "input_reference",
            "must have either file_id or image_url");
}

[[gnu::cold]] inline void video_rules(validator& v, const VideoInput& of) {
    if (const auto* file = std::get_if<FileContent>(&of)) return v.file(*file, "video");
    v.text(std::get<VideoReference>(of).id, "video.id");
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVideoRequest& r) {
    detail::validator v;
    v.text(r.prompt, "prompt");
    if (r.input_reference) detail::input_reference_rules(v, *r.input_reference);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListVideosRequest& r) {
    detail::validator v;
    v.range(r.limit, 0, 100, "limit", "must be from 0 to 100");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveVideoRequest& r) {
    return detail::text_rule(r.video_id, "video_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteVideoRequest& r) {
    return detail::text_rule(r.video_id, "video_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DownloadVideoRequest& r) {
    return detail::text_rule(r.video_id, "video_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RemixVideoRequest& r) {
    detail::validator v;
    v.text(r.video_id, "video_id");
    v.text(r.prompt, "prompt");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const EditVideoRequest& r) {
    detail::validator v;
    v.text(r.prompt, "prompt");
    detail::video_rules(v, r.video);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ExtendVideoRequest& r) {
    detail::validator v;
    v.text(r.prompt, "prompt");
    v.text(r.seconds, "seconds");
    detail::video_rules(v, r.video);
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateVideoCharacterRequest& r) {
    detail::validator v;
    v.text(r.name, "name");
    v.file(r.video, "video");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveVideoCharacterRequest& r) {
    return detail::text_rule(r.character_id, "character_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
