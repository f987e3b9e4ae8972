// Values of a wire type at random: the text that is written is read into a fresh object and into
// one that held something else, and is written again without a change.
#pragma once

#include <cstdint>
#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <support/catch.hpp>
#include <support/fill.hpp>

namespace support {

// Whether every text comes back; says which does not.
template <class T>
bool text_comes_back(std::uint64_t seed, int rounds = 60) {
    filler random(seed), every = filler::of_every_member(seed);
    T value{}, dirty{};
    std::string text, again;
    const auto comes_back = [&](T& into) {
        const auto read = oaiwire::json::read_into(text, into);
        if (!read) UNSCOPED_INFO(to_string(read.error()));
        return read && oaiwire::json::write(into, again) && again == text;
    };
    for (int i = 0; i != rounds; ++i) {
        (i % 8 == 0 ? every : random).fill(value);
        T fresh{};
        random.fill(dirty);
        if (oaiwire::json::write(value, text) && comes_back(fresh) && comes_back(dirty)) continue;
        UNSCOPED_INFO(text << " and " << again);
        return false;
    }
    return true;
}

}  // namespace support
