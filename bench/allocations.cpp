#include "allocations.hpp"

#include <cstdlib>
#include <new>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

std::size_t size_of([[maybe_unused]] void* p) {
#if defined(__GLIBC__)
    return malloc_usable_size(p);
#else
    return 0;
#endif
}

void* counted(std::size_t size) {
    void* const p = std::malloc(size == 0 ? 1 : size);
    if (p == nullptr) std::abort();
    ++bench::allocations().count;
    if (bench::allocations().weigh) bench::allocations().live_bytes += size_of(p);
    return p;
}

void release(void* p) {
    if (bench::allocations().weigh && p != nullptr) bench::allocations().live_bytes -= size_of(p);
    std::free(p);
}

}  // namespace

namespace bench {

allocation_counts& allocations() {
    static constinit allocation_counts counts;
    return counts;
}

}  // namespace bench

void* operator new(std::size_t size) {
    return counted(size);
}
void* operator new[](std::size_t size) {
    return counted(size);
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return counted(size);
}
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept {
    return counted(size);
}
void operator delete(void* p) noexcept {
    release(p);
}
void operator delete[](void* p) noexcept {
    release(p);
}
void operator delete(void* p, std::size_t) noexcept {
    release(p);
}
void operator delete[](void* p, std::size_t) noexcept {
    release(p);
}
