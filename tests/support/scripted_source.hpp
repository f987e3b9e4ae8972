// A byte_source with a given size and a scripted behaviour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>

#include <oaiwire/core/byte_source.hpp>

namespace support {

using step = std::function<oaiwire::result<std::size_t>(char* to, std::size_t room)>;

// Every reader starts the script from the beginning.
class scripted final : public oaiwire::byte_source {
public:
    scripted(std::uint64_t size, step s) : size_(size), step_(std::move(s)) {}
    std::uint64_t size() const override { return size_; }
    oaiwire::result<std::unique_ptr<oaiwire::byte_reader>> open() const override {
        ++opened;
        return std::unique_ptr<oaiwire::byte_reader>(std::make_unique<reader>(step_));
    }
    mutable int opened = 0;

private:
    class reader final : public oaiwire::byte_reader {
    public:
        explicit reader(step s) : step_(std::move(s)) {}
        oaiwire::result<std::size_t> read(char* to, std::size_t room) override {
            return step_(to, room);
        }

    private:
        step step_;
    };
    std::uint64_t size_;
    step step_;
};

}  // namespace support
