// The record of the program's allocations, for programs of which one file includes allocations.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace support {

// For the whole program; used by one thread at a time.
struct allocation_ledger {
    static constexpr std::size_t never = SIZE_MAX;

    std::size_t count = 0;              // calls of operator new
    std::size_t blocks = 0;             // not yet deleted
    std::size_t bytes = 0;              // in these blocks
    std::size_t most = 0;               // the maximum of `bytes`
    std::size_t failures = 0;           // simulated failures
    std::size_t until_failure = never;  // number of successful allocations before one fails
    bool fails_on = false;              // all later ones fail too

    void* take(std::size_t size) {
        ++count;
        if (until_failure == 0) {
            ++failures;
            if (!fails_on) until_failure = never;
            return nullptr;
        }
        if (until_failure != never) --until_failure;
        auto* block = static_cast<std::size_t*>(std::malloc(size + header));
        if (!block) return nullptr;
        *block = size;
        ++blocks;
        bytes += size;
        if (most < bytes) most = bytes;
        return reinterpret_cast<char*>(block) + header;
    }
    void give(void* p) {
        if (!p) return;
        auto* block = reinterpret_cast<std::size_t*>(static_cast<char*>(p) - header);
        --blocks;
        bytes -= *block;
        std::free(block);
    }

private:
    static constexpr std::size_t header = alignof(std::max_align_t);
    static_assert(header >= sizeof(std::size_t));
};

inline allocation_ledger allocations;

// While it exists, the test's own allocations do not fail.
class no_failures {
public:
    no_failures() : before_(allocations.until_failure) {
        allocations.until_failure = allocation_ledger::never;
    }
    ~no_failures() { allocations.until_failure = before_; }
    no_failures(const no_failures&) = delete;
    no_failures& operator=(const no_failures&) = delete;

private:
    std::size_t before_;
};

}  // namespace support
