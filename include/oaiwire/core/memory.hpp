// Memory that runs out, as a value. Knows no step of the library that might need some.
#pragma once

#include <new>
#include <stdexcept>
#include <type_traits>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

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

}  // namespace oaiwire::inline OAIWIRE_ABI
