// The JSON functions, declared. A program that includes no more than this, types/ and what builds
// on them puts `#include <oaiwire/instantiate.hpp>` into one source file of its own.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/core/result.hpp>
#include <oaiwire/json/options.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

// Reads one JSON text. The whole text is checked, members that T does not name included. Errors:
// decode, with the path of the value and the offset of the byte; out_of_memory. Linear in the text.
template <class T>
result<T> read(std::string_view text, const read_options& options = {});

// The same into an object that is there, whose strings and vectors are used again. After an error
// it holds a valid but unspecified value.
template <class T>
result<void> read_into(std::string_view text, T& value, const read_options& options = {});

namespace detail {

// read_into() for a step that is guarded against std::bad_alloc as a whole, and must not go on
// without memory as if the text were at fault.
template <class T>
result<void> read_or_throw(std::string_view text, T& value, const read_options& options = {});

// What the reader and the writer know of a type; json/describe.hpp makes it.
struct description;
template <class T>
const description& described();

// read_or_throw() and write() of a value of that type, for code that is no template. `value` is
// the object's address. Memory that runs out goes through as std::bad_alloc.
result<void> read_described(std::string_view text, void* value, const description& type,
                            const read_options& options);
result<void> write_described(const void* value, const description& type, std::string& out);

}  // namespace detail

// Replaces `out` by the JSON text of value, in one pass and without white space. Errors: not_finite
// and invalid_text, with the path; out_of_memory. `out` is empty then.
template <class T>
result<void> write(const T& value, std::string& out);

// The same into a new string.
template <class T>
result<std::string> write(const T& value);

}  // namespace oaiwire::inline OAIWIRE_ABI::json
