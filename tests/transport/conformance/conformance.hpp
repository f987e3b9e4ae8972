// Conformance suite for transports: any model of http::transport, of the library or of yours, makes
// the same calls to a server that misbehaves on purpose. Uses only the concepts of
// http/transport.hpp; needs no test framework. Linux and other POSIX systems.
//
//     #include <oaiwire/testing/conformance.hpp>
//     #include "my_transport.hpp"
//
//     int main(int count, char** words) {
//         return oaiwire::conformance::main_of([] { return my_transport{}; }, count, words);
//     }
//
// The program prints a line for each rule, and what was seen where one is broken; it returns 0 if
// none is. An argument limits it to the rules whose text contains it. It ends in bounded time even
// if the transport hangs. To examine a transport in a test framework, call examine().
//
// The function makes a transport and is called many times; one that takes a string, the path of a
// PEM file, is to trust the authorities in it too. Rules of capabilities that the traits deny are
// left out; the defaults are those of the library's adapters. A pull_transport is examined twice,
// with send() and with open().
#pragma once

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <vector>

#include <oaiwire/http/transport.hpp>

#include "call.hpp"
#include "ends.hpp"
#include "faults.hpp"
#include "messages.hpp"
#include "report.hpp"
#include "uploads.hpp"

namespace oaiwire::conformance {
namespace detail {

using group = std::function<void(const subject&)>;

inline std::vector<group> all_groups() {
    return {requests, uploads, responses, cuts,       connections,
            handlers, stops,   timeouts,  early_ends, bad_responses};
}

// A function that ignores the file of authorities, if `make` takes none.
template <class Make>
auto taking_file(Make make) {
    if constexpr (std::is_invocable_v<Make&, const std::string&>) {
        return make;
    } else {
        return [make](const std::string&) mutable { return make(); };
    }
}

}  // namespace detail

// Examines the transports that `make` creates. `more`: groups of rules beside those of this file.
template <class Make>
report examine(Make given, const options& o = {}, const std::vector<detail::group>& more = {}) {
    auto make = detail::taking_file(std::move(given));
    using transport = decltype(make(std::string{}));
    static_assert(http::transport<transport>);
    auto groups = detail::all_groups();
    groups.insert(groups.end(), more.begin(), more.end());
    report all;
    const auto pushing = [make](const std::string& ca_file) mutable {
        return std::make_unique<detail::pushed<transport>>(make, ca_file);
    };
    all.run("send", o, {pushing, o.claims}, groups);
    if constexpr (http::pull_transport<transport>) {
        const auto pulling = [make](const std::string& ca_file) mutable {
            return std::make_unique<detail::pulled<transport>>(make, ca_file);
        };
        groups.push_back(
            [make](const detail::subject&) mutable { detail::bodies<transport>(make); });
        all.run("open", o, {pulling, o.claims}, groups);
    }
    return all;
}

// Examines, prints, and ends the program if a call hangs.
template <class Make>
int main_of(Make make, options o, int count = 0, char** words = nullptr) {
    if (count > 1) o.only = words[1];
    o.progress = true;
    const report found = examine(std::move(make), o);
    std::printf("%zu rules, %d broken%s\n", found.findings().size(), found.broken(),
                found.hung() >= o.most_hung ? "; too many hang, the rest was not tried" : "");
    std::fflush(stdout);
    // the thread of a call that hangs uses what a normal exit would destroy
    if (found.hung() != 0) std::_Exit(1);
    return found.ok() && !found.findings().empty() ? 0 : 1;
}
template <class Make>
int main_of(Make make, int count = 0, char** words = nullptr) {
    return main_of(std::move(make), options{}, count, words);
}

}  // namespace oaiwire::conformance
