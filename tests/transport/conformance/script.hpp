// What the fault server does after a request, and the hash of the bytes that it receives.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace oaiwire::conformance {

// The steps after a request; see fault_host.hpp.
class script {
public:
    script& send(std::string_view bytes) { return counted("send ", bytes); }
    script& bytewise(std::string_view bytes) { return counted("bytewise ", bytes); }
    script& repeat(std::size_t times, std::string_view bytes) {  // 0: without end
        return counted("repeat " + std::to_string(times) + ' ', bytes);
    }
    script& pause_us(std::size_t us) { return line("pause " + std::to_string(us)); }
    script& close() { return line("close"); }
    script& cut() { return line("cut"); }
    script& reset() { return line("reset"); }
    script& half_close() { return line("half_close"); }
    script& stall() { return line("stall"); }
    script& deaf() { return line("deaf"); }
    script& unread() { return line("unread"); }
    script& paced_us(std::size_t us) { return line("paced " + std::to_string(us)); }
    script& take() { return line("take"); }
    script& next() { return line("next"); }
    // Accepts a WebSocket; `fields`: more of the head, with their line ends. `frames`: sent with
    // it.
    script& upgrade(std::string_view fields = {}, std::string_view frames = {}) {
        return counted("upgrade ", std::string(fields).append("\r\n").append(frames));
    }
    script& frames(std::size_t n) { return line("frames " + std::to_string(n)); }  // 0: all
    script& echo(std::size_t n = 0) { return line("echo " + std::to_string(n)); }
    // A step without an argument.
    script& line(std::string_view step) {
        text_.append(step).append("\n");
        return *this;
    }
    const std::string& text() const { return text_; }

private:
    script& counted(const std::string& step, std::string_view bytes) {
        return line(step + std::to_string(bytes.size())).line(bytes);
    }
    std::string text_{};
};

// The server's hash of the bytes it receives; can be continued.
inline std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325u) {
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
    return hash;
}

}  // namespace oaiwire::conformance
