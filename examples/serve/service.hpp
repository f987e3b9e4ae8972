// What all calls of a server share.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace serve {

struct state;

struct service_options {
    std::vector<std::string> keys{};  // those that are accepted; if there is none, any and none
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
    state& shared() { return *state_; }

private:
    service_options options_;
    std::unique_ptr<state> state_;
};

}  // namespace serve
