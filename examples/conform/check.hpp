// A check: what is expected of a server and where that is documented, and what was found.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace conform {

class context;

// Something that is not as expected.
struct finding {
    std::string message{};   // what arrived
    std::string asked{};     // the request: "POST /chat/completions"
    std::string path{};      // in the JSON text: "choices[0].message"; or ""
    std::size_t offset = 0;  // of the body, in bytes
    bool placed = false;     // whether there is an offset
    std::string excerpt{};   // the bytes there
};

enum class outcome : std::uint8_t { passed, deviation, skipped, failed };
std::string_view name(outcome of);

// The result of a check.
struct verdict {
    outcome is = outcome::passed;
    std::string reason{};             // skipped, failed: why
    std::vector<finding> findings{};  // deviation: the first few
    std::size_t more = 0;             // further findings
};

// What a check tells its result to. The first skip or failure counts; a finding counts more.
class judge {
public:
    static constexpr std::size_t most = 5;  // findings that are kept

    void deviates(finding what) {
        result_.is = outcome::deviation;
        if (result_.findings.size() < most) {
            result_.findings.push_back(static_cast<finding&&>(what));
        } else {
            ++result_.more;
        }
    }
    // The server does not offer what is checked, or the check does not apply.
    void skip(std::string reason) { settle(outcome::skipped, static_cast<std::string&&>(reason)); }
    // The check could not be made.
    void fail(std::string reason) { settle(outcome::failed, static_cast<std::string&&>(reason)); }
    bool open() const { return result_.is == outcome::passed; }
    const verdict& result() const { return result_; }

private:
    void settle(outcome as, std::string reason) {
        if (!open()) return;
        result_.is = as;
        result_.reason = static_cast<std::string&&>(reason);
    }
    verdict result_{};
};

struct check {
    std::string_view id;       // stable: "stream.done"; the group is what precedes the first dot
    std::string_view expects;  // "the last event is [DONE], once"
    std::string_view source;   // "OpenAI: streaming"
    std::string_view quirks;   // the numbers of docs/quirks.md that name the deviation: "20, 22"
    void (*run)(context& in, judge& to);
};

std::string_view group_of(const check& c);

// In the order in which they run.
std::vector<check> all_checks();

// By group.
std::span<const check> models_checks();
std::span<const check> chat_checks();
std::span<const check> option_checks();
std::span<const check> usage_checks();
std::span<const check> framing_checks();
std::span<const check> chunk_checks();
std::span<const check> tool_checks();
std::span<const check> completion_checks();
std::span<const check> embedding_checks();
std::span<const check> response_checks();
std::span<const check> response_stream_checks();
std::span<const check> error_checks();
std::span<const check> limit_checks();
std::span<const check> cut_checks();
std::span<const check> wire_checks();

}  // namespace conform
