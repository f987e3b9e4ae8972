// What all calls share: the stored answers, the ids and the time.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <ctime>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/files.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/stored_completions.hpp>
#include <oaiwire/types/stored_responses.hpp>
#include <oaiwire/types/uploads.hpp>

#include "events.hpp"
#include "prompt.hpp"

namespace serve {

// The last answers that clients asked to be stored, bounded by number and size. Thread-safe;
// values are copied in and out.
template <class T>
class store {
public:
    // Keeps a value; the oldest ones make room for it.
    void keep(std::string id, T value, std::size_t size) {
        const std::lock_guard hold(mutex_);
        entries_.push_back({std::move(id), std::move(value), size});
        size_ += size;
        while (entries_.size() > most_entries || (size_ > most_bytes && entries_.size() > 1)) {
            size_ -= entries_.front().size;
            entries_.pop_front();
        }
    }
    std::optional<T> find(std::string_view id) const {
        const std::lock_guard hold(mutex_);
        for (const auto& kept : entries_) {
            if (kept.id == id) return kept.value;
        }
        return std::nullopt;
    }
    // Calls f(value) to change it; the changed value, or nothing if there is none.
    template <class F>
    std::optional<T> change(std::string_view id, F&& f) {
        const std::lock_guard hold(mutex_);
        for (auto& kept : entries_) {
            if (kept.id != id) continue;
            f(kept.value);
            return kept.value;
        }
        return std::nullopt;
    }
    bool erase(std::string_view id) {
        const std::lock_guard hold(mutex_);
        for (auto at = entries_.begin(); at != entries_.end(); ++at) {
            if (at->id != id) continue;
            size_ -= at->size;
            entries_.erase(at);
            return true;
        }
        return false;
    }
    // All values, the oldest first.
    std::vector<T> all() const {
        const std::lock_guard hold(mutex_);
        std::vector<T> out;
        for (const auto& kept : entries_) out.push_back(kept.value);
        return out;
    }

private:
    static constexpr std::size_t most_entries = 1000;
    static constexpr std::size_t most_bytes = std::size_t{16} << 20;

    struct kept_value {
        std::string id{};
        T value{};
        std::size_t size = 0;
    };
    mutable std::mutex mutex_{};
    std::deque<kept_value> entries_{};
    std::size_t size_ = 0;
};

// A chat completion with the messages of its request.
struct stored_chat {
    oaiwire::ChatCompletion completion{};
    std::vector<oaiwire::ChatCompletionMessage> messages{};
};

// A response with the items of its input.
struct stored_response {
    oaiwire::Response response{};
    std::vector<oaiwire::ResponseItem> input{};
    std::vector<recorded_event> events{};  // of one that was made in the background
    std::size_t tokens = 0;                // of its input and its output
    bool pending = false;  // it was asked for in the background, and not retrieved yet
};

// A file and its content.
struct stored_file {
    oaiwire::File file{};
    std::shared_ptr<const std::string> content{};
};

// An upload and the parts that have come.
struct stored_upload {
    struct part {
        std::string id{};
        std::shared_ptr<const std::string> content{};
    };
    oaiwire::Upload upload{};
    oaiwire::field<oaiwire::FileExpirationAfter> expires_after{};  // of the file
    std::vector<part> parts{};
};
constexpr std::int64_t most_file_bytes = std::int64_t{16} << 20;

struct state {
    store<stored_chat> chats{};
    store<stored_response> responses{};
    store<stored_file> files{};
    store<stored_upload> uploads{};
    store<std::int64_t> ephemeral_keys{};  // by the key: when it expires, Unix time in seconds

    // A number that no other request got.
    std::uint64_t next_seed() { return ids_++; }
    // A new id: the prefix and 16 hexadecimal digits.
    std::string new_id(std::string_view prefix) {
        std::uint64_t bits = next_seed();
        bits = next_random(bits);
        std::string out(prefix);
        for (int shift = 60; shift >= 0; shift -= 4)
            out += "0123456789abcdef"[(bits >> shift) & 15];
        return out;
    }
    // Unix time in seconds.
    static std::int64_t now() { return static_cast<std::int64_t>(std::time(nullptr)); }

private:
    std::atomic<std::uint64_t> ids_ = static_cast<std::uint64_t>(std::time(nullptr)) << 20;
};

// The id of an entry of a list.
template <class T>
std::string id_of(const T& entry) {
    if constexpr (requires { entry.id; }) {
        return entry.id.value_or("");
    } else if constexpr (requires { entry.index(); }) {
        return std::visit([](const auto& any) { return id_of(any); }, entry);
    } else {
        return {};
    }
}

// The page of a list that a request asks for. `all`: the oldest first. `order`: where the request
// names none.
template <class List, class T, class Request>
List page_of(std::vector<T> all, const Request& request, std::string_view order) {
    if (request.order.value_or(std::string(order)) != "asc") std::reverse(all.begin(), all.end());
    std::size_t from = 0;
    for (std::size_t i = 0; request.after && i != all.size(); ++i) {
        if (id_of(all[i]) == *request.after) from = i + 1;
    }
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(from));
    const auto limit = std::clamp<std::int64_t>(request.limit.value_or(20), 1, 100);
    const bool more = std::ssize(all) > limit;
    if (more) all.resize(static_cast<std::size_t>(limit));
    List list{.object = "list", .data = std::move(all), .has_more = more};
    if (!list.data.empty()) list.first_id = id_of(list.data.front());
    if (!list.data.empty()) list.last_id = id_of(list.data.back());
    return list;
}

}  // namespace serve
