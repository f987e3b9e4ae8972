// Out of memory as a value, and texts of bounded capacity.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// f(), or otherwise() if memory runs out in it, or a string exceeds its maximum size; objects of f
// are destroyed by then. Without exceptions, running out of memory terminates the program.
template <class F, class Otherwise>
[[gnu::always_inline]] inline std::invoke_result_t<F> within_memory(F&& f, Otherwise&& otherwise) {
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

// Resets an object to a default-constructed one, without compiling an assignment of T.
template <class T>
void renew(T& object) {
    static_assert(std::is_nothrow_default_constructible_v<T>);
    std::destroy_at(&object);
    std::construct_at(&object);
}

// Appends bytes to a text whose size and capacity must not exceed `bound`. Precondition: the result
// is no longer than that. Takes amortised constant time for each byte.
void append_within(std::string& to, std::string_view bytes, std::size_t bound);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE void append_within(std::string& to, std::string_view bytes, std::size_t bound) {
    const std::size_t size = to.size() + bytes.size();
    if (size > to.capacity() && to.capacity() > bound / 2) {
        // growth by the string itself would double its capacity
        std::string grown;
        grown.reserve(bound);
        grown.append(to);
        to.swap(grown);
    }
    to.append(bytes);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
