// repair: repair_lenient gives valid JSON or an error, and leaves valid JSON alone. Input: one
// byte, odd if an object is due, and the text.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/repair_lenient.hpp>
#include <oracle/json_text.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

struct repaired {
    bool ok = false;
    errc code = errc::ok;
    std::string text{};
    std::vector<json::repair_note> notes{};
};

repaired repair(std::string_view text, bool object) {
    const fuzz::block exact(text);
    repaired out;
    json::repair_options options;
    options.object = object;
    const auto done = json::repair_lenient(exact.view(), out.text, out.notes, options);
    out.ok = done.has_value();
    if (!done) {
        out.code = done.error().code;
        must(done.error().offset <= text.size(), "the offset is within the text");
    }
    return out;
}

void check(std::string_view text, bool object) {
    const repaired r = repair(text, object);
    const bool valid = oracle::read_json_text(text).ok;
    if (!r.ok) {
        must(!valid || r.code == errc::too_deep, "valid JSON is accepted");
        must(r.code == errc::unexpected_end || r.code == errc::unexpected_byte ||
                 r.code == errc::too_deep,
             "the error says why there is no value");
        return;
    }
    must(oracle::read_json_text(r.text).ok, "the result is valid JSON");
    must(r.text.size() <= 6 * text.size() + 64, "the result is at most a constant factor longer");
    must(r.notes.size() <= 2 * text.size() + 2, "notes are at most a constant factor more");
    must(!valid || object || (r.text == text && r.notes.empty()), "valid JSON is left alone");
    must(valid || !r.notes.empty(), "a repair is noted");
    std::size_t last = 0;
    for (const auto& note : r.notes) {
        must(note.offset >= last && note.offset <= text.size(), "offsets ascend within the text");
        last = note.offset;
    }
    const repaired again = repair(r.text, object);
    must(again.ok && again.text == r.text && again.notes.empty(), "a repaired text stays as it is");
}

void repair_input(std::string_view input) {
    if (input.empty()) return;
    const bool object = (input.front() & 1) != 0;
    const std::string_view text = input.substr(1);
    check(text, object);
    if (object || text.size() > 256 || !oracle::read_json_text(text).ok) return;
    const bool deep = !repair(text, object).ok;
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    for (std::size_t n = first + 1; !deep && n != text.size(); ++n) {
        check(text.substr(0, n), object);
        must(repair(text.substr(0, n), object).ok, "a prefix of valid JSON is repaired");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    repair_input(fuzz::text_of(data, size));
    return 0;
}
