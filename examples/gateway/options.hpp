// What the gateway serves: models, their upstreams, and the keys of its clients.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/core/secret.hpp>

namespace example {

// One server that has a model.
struct upstream {
    std::string base_url{};
    std::string model{};  // its name there
    oaiwire::secret key{};
};

// A model of the gateway's, and where it is; the second upstream is asked if the first fails.
struct route {
    std::string model{};
    std::vector<upstream> upstreams{};
};

// One client, and what it used.
struct client_key {
    std::string name{};
    oaiwire::secret key{};
    std::uint64_t requests = 0;
    std::int64_t prompt_tokens = 0;
    std::int64_t completion_tokens = 0;
};

struct gateway_options {
    std::vector<route> routes{};
    std::vector<client_key> keys{};

    const route* find(std::string_view model) const {
        for (const route& r : routes) {
            if (r.model == model) return &r;
        }
        return nullptr;
    }
    // Null if nobody has this key. Compares with all of them, in a time that tells nothing of them.
    client_key* owner_of(std::string_view key) {
        client_key* found = nullptr;
        for (client_key& k : keys) {
            if (oaiwire::equal_in_constant_time(k.key.reveal(), key)) found = &k;
        }
        return found;
    }
};

// The value of an environment variable; "" if it is not set.
inline std::string_view variable(const std::string& name) {
    const char* const value = name.empty() ? nullptr : std::getenv(name.c_str());
    return value == nullptr ? std::string_view() : std::string_view(value);
}

// Adds `MODEL=BASE_URL[,UPSTREAM_MODEL[,KEY_VARIABLE]]` to the table: another line for the same
// model is its fallback. False if it is malformed.
inline bool add_route(gateway_options& to, std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == 0 || equals == line.npos) return false;
    const std::string_view model = line.substr(0, equals);
    line.remove_prefix(equals + 1);
    const auto next = [&line] {
        const std::string_view part = line.substr(0, line.find(','));
        line.remove_prefix(part.size() == line.size() ? part.size() : part.size() + 1);
        return part;
    };
    upstream there;
    there.base_url = next();
    there.model = next();
    if (there.model.empty()) there.model = model;
    there.key = oaiwire::secret(variable(std::string(next())));
    if (there.base_url.empty()) return false;
    for (route& r : to.routes) {
        if (r.model != model) continue;
        r.upstreams.push_back(std::move(there));
        return true;
    }
    to.routes.push_back({std::string(model), {std::move(there)}});
    return true;
}

}  // namespace example
