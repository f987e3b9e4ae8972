// Turns std::bad_alloc into a value; appends to a string without exceeding a capacity.
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Returns f(), or otherwise() if f throws std::bad_alloc or std::length_error (a string larger than
// the address space); by then f's own objects are destroyed. Without exceptions, running out of
// memory terminates the program.
template <class F, class Otherwise>
std::invoke_result_t<F> within_memory(F&& f, Otherwise&& otherwise) {
#if defined(__cpp_exceptions)
    try {
        return f();
    } catch (const std::bad_alloc&) {
    } catch (const std::length_error&) {
    }
    return otherwise();
#else
    static_cast<void>(otherwise);
    return f();
#endif
}

// Destroys an object and constructs it anew. Unlike assignment, does not instantiate T's assignment
// operator.
template <class T>
void renew(T& object) {
    static_assert(std::is_nothrow_default_constructible_v<T>);
    std::destroy_at(&object);
    std::construct_at(&object);
}

// Appends bytes to a string that may hold at most `bound` bytes; neither its size nor its capacity
// will exceed that. Amortised constant time per byte.
void append_within(std::string& to, std::string_view bytes, std::size_t bound);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE void append_within(std::string& to, std::string_view bytes, std::size_t bound) {
    const std::size_t size = to.size() + bytes.size();
    if (size > to.capacity() && to.capacity() > bound / 2) {
        // a growing string at least doubles its capacity
        std::string grown;
        grown.reserve(bound);
        grown.append(to);
        to.swap(grown);
    }
    to.append(bytes);
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
