// UTF-16 for WinHTTP's functions, and bytes from what they return.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// UTF-16 that may hold a key: zeroed on destruction. Not movable, since moving a short string
// leaves a copy behind.
class winhttp_text {
public:
    winhttp_text() = default;
    winhttp_text(const winhttp_text&) = delete;
    winhttp_text& operator=(const winhttp_text&) = delete;
    ~winhttp_text() { oaiwire::wipe(text_.data(), text_.size() * sizeof(wchar_t)); }

    // Reserves room, so that appending leaves no copy in memory that was given back.
    void reserve(std::size_t units) { text_.reserve(units); }

    // Appends UTF-8. False if it is not UTF-8 or does not fit an int.
    bool append(std::string_view utf8) {
        if (utf8.empty()) return true;
        if (utf8.size() > most) return false;
        const int size = static_cast<int>(utf8.size());
        const int units =
            MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, utf8.data(), size, nullptr, 0);
        if (units <= 0) return false;
        const std::size_t before = text_.size();
        text_.resize(before + static_cast<std::size_t>(units));
        return MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, utf8.data(), size,
                                   text_.data() + before, units) == units;
    }

    const wchar_t* c_str() const { return text_.c_str(); }
    std::size_t size() const { return text_.size(); }

private:
    static constexpr std::size_t most = std::size_t{1} << 30;
    std::wstring text_{};
};

// The bytes of a head that WinHTTP has decoded: by the system's code page, as far as it can say
// them, else one byte for each unit, else UTF-8. ASCII is the same in all of them.
inline std::string winhttp_bytes(std::wstring_view text) {
    std::string out;
    bool ascii = true, narrow = true;
    for (const wchar_t c : text) {
        ascii = ascii && c < 0x80;
        narrow = narrow && c < 0x100;
    }
    const auto encoded = [&](UINT page) {
        const int units = static_cast<int>(text.size());
        int lost = 0;
        const bool unicode = page == CP_UTF8;
        const DWORD flags = unicode ? 0 : WC_NO_BEST_FIT_CHARS;
        int* const told = unicode ? nullptr : &lost;
        const int size =
            WideCharToMultiByte(page, flags, text.data(), units, nullptr, 0, nullptr, told);
        if (size <= 0 || lost) return false;
        out.resize(static_cast<std::size_t>(size));
        return WideCharToMultiByte(page, flags, text.data(), units, out.data(), size, nullptr,
                                   nullptr) == size;
    };
    if (!ascii && encoded(GetACP())) return out;
    if (ascii || narrow) {
        out.assign(text.size(), '\0');
        for (std::size_t i = 0; i != text.size(); ++i) out[i] = static_cast<char>(text[i]);
        return out;
    }
    encoded(CP_UTF8);
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
