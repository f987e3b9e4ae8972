// A connection in memory for pump_transport: it is scripted, waits for nothing, and notes what is
// done with it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>

namespace support {

// What a memory_connection does, and what became of it. Shared by the connections of a transport.
struct wire {
    // What comes: a piece for each read(). "" ends the connection, "!" breaks it, "?" is a moment
    // in which nothing comes.
    std::vector<std::string> in{};
    std::size_t at = 0;
    std::size_t most = 1000;                       // bytes that a write() takes
    std::size_t breaks_after = std::string::npos;  // so many bytes a write() fails
    int connects_after = 0;                        // so many tries
    bool refuses = false;
    std::string sent{};
    int made = 0;
    int open = 0;
    int waits = 0;
};

class memory_connection {
public:
    explicit memory_connection(std::shared_ptr<wire> w) : wire_(std::move(w)) {
        ++wire_->made;
        ++wire_->open;
    }
    memory_connection(const memory_connection&) = delete;
    ~memory_connection() { --wire_->open; }

    oaiwire::result<bool> connect() {
        if (wire_->refuses) return oaiwire::make_error(oaiwire::errc::connect_failed);
        return wire_->connects_after-- <= 0;
    }
    oaiwire::result<std::size_t> write(std::string_view bytes) {
        if (wire_->sent.size() >= wire_->breaks_after) {
            broken_ = true;
            return oaiwire::make_error(oaiwire::errc::send_failed);
        }
        const auto n = bytes.size() < wire_->most ? bytes.size() : wire_->most;
        wire_->sent.append(bytes.substr(0, n));
        return n;
    }
    oaiwire::result<std::optional<std::string_view>> read() {
        if (broken_) return oaiwire::make_error(oaiwire::errc::receive_failed);
        if (wire_->at == wire_->in.size()) return std::nullopt;
        // nothing is answered before something was asked
        if (wire_->sent.empty()) return std::nullopt;
        piece_ = wire_->in[wire_->at++];
        if (piece_ == "?") return std::nullopt;
        if (piece_ == "!") return oaiwire::make_error(oaiwire::errc::receive_failed);
        return std::string_view(piece_);
    }
    void wait(bool, int) { ++wire_->waits; }

private:
    std::shared_ptr<wire> wire_;
    std::string piece_{};
    bool broken_ = false;
};

}  // namespace support
