// What all calls of a server share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/transport/cassette_writer.hpp>

namespace serve {

struct state;

struct service_options {
    std::vector<std::string> keys{};  // those that are accepted; if there is none, any and none
    std::optional<oaiwire::cassette_writer> tape{};  // records all calls, if there is one
};

// Thread-safe.
class service {
public:
    explicit service(service_options options);
    service(const service&) = delete;
    service& operator=(const service&) = delete;
    ~service();

    // Whether a request may have this key. Takes the same time for all keys of a length.
    bool accepts(std::string_view key) const;
    bool needs_key() const { return !options_.keys.empty(); }
    const std::optional<oaiwire::cassette_writer>& tape() const { return options_.tape; }
    state& shared() { return *state_; }

private:
    service_options options_;
    std::unique_ptr<state> state_;
};

}  // namespace serve
