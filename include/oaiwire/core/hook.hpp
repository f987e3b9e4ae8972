// hook: a function of the program's that options can hold. Without <functional>, RTTI and
// exceptions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <memory>
#include <type_traits>
#include <utility>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

template <class Signature>
class hook;

// Holds a function object, or nothing. Made from anything that can be called so; what it is made
// from may be movable only. Copies share the function object. Not thread-safe.
template <class R, class... A>
class hook<R(A...)> {
public:
    // Nothing.
    hook() = default;
    // Takes a function object.
    template <class F>
    requires(!std::is_same_v<std::decay_t<F>, hook> &&
             std::is_invocable_r_v<R, std::decay_t<F>&, A...>) hook(F&& f)
        : function_(std::make_shared<std::decay_t<F>>(std::forward<F>(f))),
          call_([](void* function, A... arguments) -> R {
              auto& target = *static_cast<std::decay_t<F>*>(function);
              if constexpr (std::is_void_v<R>) {
                  target(std::forward<A>(arguments)...);
              } else {
                  return target(std::forward<A>(arguments)...);
              }
          }) {}

    // Whether it holds a function.
    explicit operator bool() const { return call_ != nullptr; }
    // Calls it. Precondition: it holds a function.
    R operator()(A... arguments) const {
        return call_(function_.get(), std::forward<A>(arguments)...);
    }

private:
    std::shared_ptr<void> function_{};
    R (*call_)(void* function, A... arguments) = nullptr;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
