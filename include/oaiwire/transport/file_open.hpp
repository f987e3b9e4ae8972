// Opens files by paths of any characters, on Windows too.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdio>
#include <filesystem>
#include <string>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// std::fopen() for a path in the system's own encoding: no narrow path of Windows can name every
// file. `mode` is ASCII. Null if it cannot be opened.
inline std::FILE* file_open(const std::filesystem::path& path, const char* mode) {
#if defined(_WIN32)
    return _wfopen(path.c_str(),
                   std::wstring(mode, mode + std::char_traits<char>::length(mode)).c_str());
#else
    return std::fopen(path.c_str(), mode);
#endif
}

// Whether the last line of a file was left without its end, as editors do.
inline bool file_ends_in_line(const std::filesystem::path& path) {
    std::FILE* const file = file_open(path, "rb");
    if (file == nullptr) return false;
    const bool has_last = std::fseek(file, -1, SEEK_END) == 0;
    const int last = has_last ? std::fgetc(file) : EOF;
    std::fclose(file);
    return last != EOF && last != '\n';
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
