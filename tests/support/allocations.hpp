// Counts the program's allocations, and makes them fail on request. Replaces operator new and
// delete, so only one file of a program may include it; others include allocation_ledger.hpp.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#include <support/allocation_ledger.hpp>

// not inlined: g++ 12 would warn of mismatched new and delete
[[gnu::noinline]] void* operator new(std::size_t size) {
    void* p = support::allocations.take(size);
#if defined(__cpp_exceptions)
    if (!p) throw std::bad_alloc();
#else
    if (!p) std::abort();
#endif
    return p;
}
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return support::allocations.take(size);
}
void* operator new[](std::size_t size) {
    return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
    return operator new(size, tag);
}
[[gnu::noinline]] void operator delete(void* p) noexcept {
    support::allocations.give(p);
}
void operator delete[](void* p) noexcept {
    operator delete(p);
}
void operator delete(void* p, std::size_t) noexcept {
    operator delete(p);
}
void operator delete[](void* p, std::size_t) noexcept {
    operator delete(p);
}
void operator delete(void* p, const std::nothrow_t&) noexcept {
    operator delete(p);
}
void operator delete[](void* p, const std::nothrow_t&) noexcept {
    operator delete(p);
}
