// Edits of an event stream by events, and a custom mutator for libFuzzer based on them, for inputs
// of a seed and a stream.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "target.hpp"

namespace fuzz {

// The events, each with its final blank line.
inline std::vector<std::string> events_of(std::string_view text) {
    std::vector<std::string> events;
    while (!text.empty()) {
        std::size_t end = text.size();
        for (const std::string_view blank : {"\n\n", "\r\n\r\n", "\r\r"}) {
            const std::size_t at = text.substr(0, end).find(blank);
            if (at != text.npos) end = at + blank.size();
        }
        events.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return events;
}

inline void replace_all(std::string& in, std::string_view what, std::string_view by) {
    for (std::size_t at = 0; (at = in.find(what, at)) != in.npos; at += by.size()) {
        in.replace(at, what.size(), by);
    }
}

// Repeats events with small changes at the ends of strings, since the fast path is used only for
// streams with similar events.
inline std::string repeated(std::string_view text, seeded& random) {
    static constexpr std::string_view texts[] = {"a",
                                                 "\\n",
                                                 "\\\"",
                                                 "\"",
                                                 "\\",
                                                 "\xC3\xA9",
                                                 "\xFF",
                                                 "\x01",
                                                 "\r",
                                                 "\n",
                                                 "\\u0",
                                                 "\\ud83d\\ude00",
                                                 "",
                                                 "\\ud83d",
                                                 "\\ude00",
                                                 "1",
                                                 "plain text of some length",
                                                 ",",
                                                 "null",
                                                 "}"};
    std::string out;
    for (const std::string& event : events_of(text)) {
        // the third of a shape is learnt
        for (std::size_t n = 1 + random.below(6); n != 0; --n) {
            std::string copy(event);
            for (std::size_t edits = random.below(3); edits != 0 && !copy.empty(); --edits) {
                std::size_t at = random.below(copy.size());
                if (random.below(4) != 0) at = std::min(copy.find('"', at), copy.size() - 1);
                if (random.below(2) == 0) ++at;
                const auto put = texts[random.below(std::size(texts))];
                copy.replace(at, random.below(3), put);
            }
            out += copy;
        }
    }
    return out;
}

// One edit. mutate(event) applies any other change to the bytes of an event.
template <class F>
void edit(std::vector<std::string>& events, seeded& random, F&& mutate) {
    if (events.empty()) return events.emplace_back("data: {}\n\n"), void();
    const std::size_t i = random.below(events.size());
    const auto at = events.begin() + static_cast<std::ptrdiff_t>(i);
    switch (random.below(10)) {
        case 0:
            events.erase(at);
            break;
        case 1:
            events.insert(at, std::string(*at));
            break;
        case 2:
            std::swap(events[i], events[random.below(events.size())]);
            break;
        case 3:  // two payloads in one event
            if (at->ends_with("\n\n")) at->pop_back();
            break;
        case 4:  // one payload in several lines
            replace_all(*at, ",", ",\ndata:");
            break;
        case 5:
            replace_all(*at, "\r\n", "\n");
            if (random.below(3) != 0) replace_all(*at, "\n", random.below(2) == 0 ? "\r\n" : "\r");
            break;
        case 6: {
            constexpr std::string_view idle[] = {": ping\n\n", "data:\n\n",
                                                 "event: ping\ndata: {}\n\n", "\n", "id: 1\n\n"};
            events.insert(at, std::string(idle[random.below(std::size(idle))]));
            break;
        }
        case 7:  // truncate
            at->resize(random.below(at->size() + 1));
            events.erase(at + 1, events.end());
            break;
        default:
            mutate(*at);
    }
}

}  // namespace fuzz

#ifdef OAIWIRE_LIBFUZZER

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned number) {
    constexpr std::size_t seed = fuzz::seeded::seed_size;
    fuzz::seeded random({reinterpret_cast<const char*>(&number), sizeof number});
    if (size <= seed || random.below(3) == 0) return LLVMFuzzerMutate(data, size, most);
    for (std::size_t i = random.below(2) == 0 ? seed : 0; i != seed; ++i) {
        data[i] = static_cast<std::uint8_t>(random.below(256));
    }
    auto events = fuzz::events_of(fuzz::text_of(data, size).substr(seed));
    for (std::size_t n = 1 + random.below(3); n != 0; --n) {
        fuzz::edit(events, random, [](std::string& event) {
            const std::size_t before = event.size();
            event.resize(before + 32);
            event.resize(LLVMFuzzerMutate(reinterpret_cast<std::uint8_t*>(event.data()), before,
                                          event.size()));
        });
    }
    size = seed;
    for (const auto& event : events) {
        const std::size_t n = std::min(event.size(), most - size);
        std::memcpy(data + size, event.data(), n);
        size += n;
    }
    return size;
}

#endif
