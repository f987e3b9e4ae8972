// Uploads in parts: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations/files.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/uploads.hpp>

namespace oaiwire { inline namespace v0_2 {

// Begins an upload of a file of known size. It expires an hour later.
template <>
struct operation_of<CreateUploadRequest> : post_operation<Upload> {
    static constexpr std::string_view id = "createUpload";
    static constexpr std::string_view path = "/uploads";
};

// Sends a part, as a form. Parts may be sent at the same time.
template <>
struct operation_of<AddUploadPartRequest> : post_operation<UploadPart> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "addUploadPart";
    static constexpr std::string_view path = "/uploads/{upload_id}/parts";
};

// Makes a file of the parts.
template <>
struct operation_of<CompleteUploadRequest> : post_operation<Upload> {
    static constexpr std::string_view id = "completeUpload";
    static constexpr std::string_view path = "/uploads/{upload_id}/complete";
};

// Gives an upload up.
template <>
struct operation_of<CancelUploadRequest> : action_operation<Upload> {
    static constexpr std::string_view id = "cancelUpload";
    static constexpr std::string_view path = "/uploads/{upload_id}/cancel";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateUploadRequest&);
[[gnu::cold]] std::vector<violation> validate(const AddUploadPartRequest&);
[[gnu::cold]] std::vector<violation> validate(const CompleteUploadRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelUploadRequest&);

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateUploadRequest& r) {
    detail::validator v;
    v.check(r.bytes >= 1 && r.bytes <= std::int64_t{8} << 30, "bytes",
            "must be from 1 to 8589934592");
    v.text(r.filename, "filename");
    v.text(r.mime_type, "mime_type");
    v.text(r.purpose.text(), "purpose");
    if (r.expires_after) detail::check_expiry(v, r.expires_after->seconds, "expires_after.seconds");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const AddUploadPartRequest& r) {
    detail::validator v;
    v.text(r.upload_id, "upload_id");
    v.file(r.data, "data");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CompleteUploadRequest& r) {
    detail::validator v;
    v.text(r.upload_id, "upload_id");
    v.check(!r.part_ids.empty(), "part_ids", "must not be empty");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CancelUploadRequest& r) {
    return detail::text_rule(r.upload_id, "upload_id");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
