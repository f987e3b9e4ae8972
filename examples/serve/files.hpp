// Files, and uploads in parts, kept in memory.
#pragma once

#include <memory>

#include <oaiwire/types/files.hpp>
#include <oaiwire/types/uploads.hpp>

#include "task.hpp"

namespace serve {

// Each begins the answer to a request. Null: `out` has it already.
std::unique_ptr<task> answer(const context& with, const oaiwire::CreateFileRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::ListFilesRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::RetrieveFileRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::DeleteFileRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::DownloadFileRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CreateUploadRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::AddUploadPartRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CompleteUploadRequest& request);
std::unique_ptr<task> answer(const context& with, const oaiwire::CancelUploadRequest& request);

}  // namespace serve
