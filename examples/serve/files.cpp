#include "files.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operations/files.hpp>
#include <oaiwire/api/operations/uploads.hpp>

#include "state.hpp"

namespace serve {

namespace {

constexpr std::int64_t upload_seconds = 3600;  // before an upload expires

std::unique_ptr<task> no_such(const context& with, std::string_view what, std::string_view id) {
    return fail(with.out, oaiwire::server_errors::of(
                              404, "No such " + std::string(what) + ": " + std::string(id)));
}

// The file of a form. Null: there is none.
const received_file* file_of(const context& with, std::string_view field) {
    for (const auto& file : with.files) {
        if (file.field == field) return &file;
    }
    return nullptr;
}

// Keeps a file, and says what is known of it.
oaiwire::File keep(state& shared, std::string name, std::string_view purpose,
                   const oaiwire::field<oaiwire::FileExpirationAfter>& expires,
                   std::shared_ptr<const std::string> content) {
    oaiwire::File file{.id = shared.new_id("file-"), .object = "file"};
    file.bytes = std::ssize(*content);
    file.created_at = state::now();
    if (expires) file.expires_at = *file.created_at + expires->seconds;
    file.filename = std::move(name);
    file.purpose = oaiwire::open_enum<oaiwire::FilePurpose>(std::string(purpose));
    file.status = oaiwire::FileStatus::processed;
    const std::size_t size = content->size() + 256;
    shared.files.keep(*file.id, {file, std::move(content)}, size);
    return file;
}

// Its status as it is now.
void age(oaiwire::Upload& upload) {
    if (upload.status == oaiwire::UploadStatus::pending && *upload.expires_at <= state::now()) {
        upload.status = oaiwire::UploadStatus::expired;
    }
}

// Answers unless the upload takes parts. False: it was answered.
bool is_pending(const context& with, const std::optional<stored_upload>& found,
                std::string_view id) {
    if (!found) {
        no_such(with, "upload", id);
        return false;
    }
    if (found->upload.status == oaiwire::UploadStatus::pending) return true;
    fail(with.out, oaiwire::server_errors::of(
                       400, "The upload is " + std::string(found->upload.status->text()) + "."));
    return false;
}

}  // namespace

std::unique_ptr<task> answer(const context& with, const oaiwire::CreateFileRequest& request) {
    const received_file* const file = file_of(with, "file");
    if (!file) return fail(with.out, oaiwire::server_errors::of(400, "There is no file."));
    return send(with.out,
                keep(with.shared, file->name, request.purpose.text(), request.expires_after,
                     std::make_shared<const std::string>(file->data)));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::ListFilesRequest& request) {
    std::vector<oaiwire::File> files;
    for (const auto& kept : with.shared.files.all()) {
        if (!request.purpose || kept.file.purpose->text() == *request.purpose) {
            files.push_back(kept.file);
        }
    }
    return send(with.out, page_of<oaiwire::ListFilesResponse>(std::move(files), request, "desc"));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveFileRequest& request) {
    const auto found = with.shared.files.find(request.file_id.text());
    if (!found) return no_such(with, "File object", request.file_id.text());
    return send(with.out, found->file);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteFileRequest& request) {
    const std::string id(request.file_id.text());
    if (!with.shared.files.erase(id)) return no_such(with, "File object", id);
    return send(with.out, oaiwire::DeleteFileResponse{.id = id, .object = "file", .deleted = true});
}

std::unique_ptr<task> answer(const context& with, const oaiwire::DownloadFileRequest& request) {
    const auto found = with.shared.files.find(request.file_id.text());
    if (!found) return no_such(with, "File object", request.file_id.text());
    const auto sent = with.out.bytes("application/octet-stream", *found->content);
    return sent ? nullptr : fail(with.out, oaiwire::answer_to(sent.error()));
}

std::unique_ptr<task> answer(const context& with, const oaiwire::CreateUploadRequest& request) {
    if (request.bytes > most_file_bytes) {
        return fail(with.out, oaiwire::server_errors::too_large("The file would be too large."));
    }
    stored_upload made;
    made.expires_after = request.expires_after;
    oaiwire::Upload& upload = made.upload;
    upload.id = with.shared.new_id("upload_");
    upload.object = "upload";
    upload.bytes = request.bytes;
    upload.created_at = state::now();
    upload.expires_at = *upload.created_at + upload_seconds;
    upload.filename = request.filename;
    upload.purpose = std::string(request.purpose.text());
    upload.status = oaiwire::UploadStatus::pending;
    const oaiwire::Upload answered = upload;
    with.shared.uploads.keep(*answered.id, std::move(made), 256);
    return send(with.out, answered);
}

std::unique_ptr<task> answer(const context& with, const oaiwire::AddUploadPartRequest& request) {
    const received_file* const data = file_of(with, "data");
    if (!data) return fail(with.out, oaiwire::server_errors::of(400, "There is no data."));
    const std::string id(request.upload_id.text());
    const std::string part = with.shared.new_id("part_");
    const auto content = std::make_shared<const std::string>(data->data);
    bool fits = true;
    const auto found = with.shared.uploads.change(id, [&](stored_upload& to) {
        age(to.upload);
        if (to.upload.status != oaiwire::UploadStatus::pending) return;
        std::size_t size = content->size();
        for (const auto& known : to.parts) size += known.content->size();
        fits = static_cast<std::int64_t>(size) <= *to.upload.bytes;
        if (fits) to.parts.push_back({part, content});
    });
    if (!is_pending(with, found, id)) return nullptr;
    if (!fits) {
        return fail(with.out, oaiwire::server_errors::of(
                                  400, "The parts have more bytes than the upload was made for."));
    }
    return send(
        with.out,
        oaiwire::UploadPart{
            .id = part, .object = "upload.part", .created_at = state::now(), .upload_id = id});
}

std::unique_ptr<task> answer(const context& with, const oaiwire::CompleteUploadRequest& request) {
    const std::string id(request.upload_id.text());
    std::string why;
    const auto found = with.shared.uploads.change(id, [&](stored_upload& of) {
        age(of.upload);
        if (of.upload.status != oaiwire::UploadStatus::pending) return;
        std::string whole;
        for (const auto& wanted : request.part_ids) {
            const auto part = std::find_if(of.parts.begin(), of.parts.end(),
                                           [&](const auto& p) { return p.id == wanted; });
            if (part == of.parts.end()) {
                why = "The upload has no part " + wanted + ".";
                return;
            }
            whole += *part->content;
        }
        if (std::ssize(whole) != *of.upload.bytes) {
            why = "The parts have " + std::to_string(whole.size()) + " bytes, not " +
                  std::to_string(*of.upload.bytes) + ".";
            return;
        }
        of.parts.clear();
        of.upload.status = oaiwire::UploadStatus::completed;
        of.upload.file =
            keep(with.shared, *of.upload.filename, *of.upload.purpose, of.expires_after,
                 std::make_shared<const std::string>(std::move(whole)));
    });
    if (!why.empty()) return fail(with.out, oaiwire::server_errors::of(400, why));
    if (found && found->upload.file) return send(with.out, found->upload);
    is_pending(with, found, id);
    return nullptr;
}

std::unique_ptr<task> answer(const context& with, const oaiwire::CancelUploadRequest& request) {
    const std::string id(request.upload_id.text());
    bool cancelled = false;
    const auto found = with.shared.uploads.change(id, [&](stored_upload& of) {
        age(of.upload);
        if (of.upload.status != oaiwire::UploadStatus::pending) return;
        of.parts.clear();
        of.upload.status = oaiwire::UploadStatus::cancelled;
        cancelled = true;
    });
    if (cancelled) return send(with.out, found->upload);
    is_pending(with, found, id);
    return nullptr;
}

}  // namespace serve
