// Memory that runs out, as a value, and memory that is bounded. Knows no step of the library that
// might need some.
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

// f(), or otherwise() where memory ran out in it, or a string grew beyond what the platform can
// address; what f owned is released by then. Where the program is compiled without exceptions the
// standard library ends it instead, as it would in the program's own containers.
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

// Makes an object what it is when it is made. No assignment of T is compiled for it.
template <class T>
void renew(T& object) {
    static_assert(std::is_nothrow_default_constructible_v<T>);
    std::destroy_at(&object);
    std::construct_at(&object);
}

// Appends bytes to a text that may be `bound` bytes long, which it will not exceed: nor does what
// the text keeps in spare. Amortised constant time a byte.
void append_within(std::string& to, std::string_view bytes, std::size_t bound);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE void append_within(std::string& to, std::string_view bytes, std::size_t bound) {
    const std::size_t size = to.size() + bytes.size();
    if (size > to.capacity() && to.capacity() > bound / 2) {
        // a string that grows at least doubles
        std::string grown;
        grown.reserve(bound);
        grown.append(to);
        to.swap(grown);
    }
    to.append(bytes);
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
