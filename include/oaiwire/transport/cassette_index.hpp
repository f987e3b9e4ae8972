// The exchanges of a cassette: their requests, and where their responses are.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/transport/cassette_lines.hpp>
#include <oaiwire/transport/cassette_reader.hpp>

namespace oaiwire { inline namespace v0_2 {

// The content of a request. `text` is empty if it is larger than most_kept.
struct cassette_content {
    static constexpr std::size_t most_kept = std::size_t{16} << 20;

    std::string text{};
    std::uint64_t size = 0;
    std::uint64_t hash = 0xCBF29CE484222325U;  // FNV-1a of all bytes

    // Whether `text` is all of it.
    bool whole() const { return size <= most_kept; }
    // Appends bytes.
    void add(std::string_view bytes);
    friend bool operator==(const cassette_content&, const cassette_content&) = default;
};

// A recorded exchange. Its response is read from the cassette when it is needed.
struct cassette_exchange {
    CassetteRequest request{};
    cassette_content content{};  // of the request
    std::uint64_t line = 0;      // of the request
    // Lines of the response that follow each other; other exchanges may lie between two of them.
    std::vector<cassette_place> runs{};
    bool has_head = false;
    bool ended = false;  // false: the program that recorded it was ended before

    // "POST https://..."
    std::string title() const { return request.method + " " + request.url; }
};

// Reads all lines once and keeps requests and places. Memory: the requests, and some bytes for each
// run of lines. Errors: those of cassette_reader; unrecognised_payload for lines in an order that
// no exchange has.
result<std::vector<cassette_exchange>> index_of_cassette(const byte_source& cassette);

namespace detail {

// Reads the lines of one response.
class cassette_response_reader {
public:
    cassette_response_reader() = default;
    cassette_response_reader(std::shared_ptr<const byte_source> cassette,
                             std::vector<cassette_place> runs)
        : cassette_(std::move(cassette)), runs_(std::move(runs)) {}
    // The next line of the exchange, valid until the next call; null at the end.
    result<const CassetteLine*> next();

private:
    std::shared_ptr<const byte_source> cassette_{};
    std::vector<cassette_place> runs_{};
    std::size_t nth_ = 0;  // of the runs
    std::unique_ptr<cassette_reader> reader_{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <map>
#include <utility>

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE void cassette_content::add(std::string_view bytes) {
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    size += bytes.size();
    if (whole()) {
        text.append(bytes);
    } else {
        text = {};
    }
}

namespace detail {

// Builds the index from the lines, which come in their order.
class cassette_indexer {
public:
    // The error of a line that cannot come here; "" if it can.
    result<std::string_view> take(const CassetteLine& line, const cassette_place& place) {
        if (line.oaiwire_cassette) open_.clear();  // numbers begin again
        const int kinds = int{line.request.has_value()} + int{line.content.has_value()} +
                          int{line.head.has_value()} + int{line.body.has_value()} +
                          int{line.end.has_value()};
        if (kinds == 0) return std::string_view();
        if (kinds != 1) return std::string_view("more than one of request, head, body and end");
        if (!line.exchange) return std::string_view("the member exchange is missing");
        if (line.request) {
            if (open_.contains(*line.exchange)) {
                return std::string_view("an exchange of that number has begun already");
            }
            open_.emplace(*line.exchange, out.size());
            auto& e = out.emplace_back();
            e.request = *line.request;
            e.line = place.line;
            return std::string_view();
        }
        const auto found = open_.find(*line.exchange);
        if (found == open_.end()) return std::string_view("no exchange of that number has begun");
        auto& e = out[found->second];
        if (e.ended) return std::string_view("the exchange has ended before");
        if (line.content) {
            if (e.has_head) return std::string_view("content behind the head of the response");
            std::string bytes;
            if (auto done = append_bytes(bytes, *line.content); !done) {
                return std::move(done).error();
            }
            e.content.add(bytes);
            return std::string_view();
        }
        if (line.head && e.has_head) return std::string_view("a second head");
        if (line.body && !e.has_head) return std::string_view("a body without a head");
        if (line.head && (line.head->status < 0 || line.head->status > 999)) {
            return std::string_view("the status is none of HTTP");
        }
        if (line.body && line.body->base64) {  // else the call that reads it fails, without a line
            std::string bytes;
            if (auto done = append_bytes(bytes, *line.body); !done) return std::move(done).error();
        }
        e.has_head = e.has_head || line.head.has_value();
        if (line.end) e.ended = true;
        if (!e.runs.empty() && e.runs.back().end == place.begin) {
            e.runs.back().end = place.end;
        } else {
            e.runs.push_back(place);
        }
        return std::string_view();
    }

    std::vector<cassette_exchange> out{};

private:
    std::map<std::uint64_t, std::size_t> open_{};  // number in the file to place in `out`
};

OAIWIRE_ADAPTER_INLINE result<const CassetteLine*> cassette_response_reader::next() {
    return within_memory([&]() -> result<const CassetteLine*> {
        for (;;) {
            if (nth_ == runs_.size()) return nullptr;
            const cassette_place& run = runs_[nth_];
            if (!reader_) {
                auto opened = cassette_->open_at(run.begin);
                if (!opened) return std::move(opened).error();
                const cassette_place before{run.line - 1, run.begin, run.begin};
                reader_ = std::make_unique<cassette_reader>(*std::move(opened), before, false);
            }
            if (reader_->place().end < run.end) return reader_->next();
            reader_.reset();
            ++nth_;
        }
    });
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE result<std::vector<cassette_exchange>> index_of_cassette(
    const byte_source& cassette) {
    return within_memory([&]() -> result<std::vector<cassette_exchange>> {
        auto opened = cassette.open();
        if (!opened) return std::move(opened).error();
        cassette_reader lines(*std::move(opened));
        detail::cassette_indexer index;
        for (;;) {
            auto line = lines.next();
            if (!line) return std::move(line).error();
            if (*line == nullptr) return std::move(index.out);
            auto wrong = index.take(**line, lines.place());
            if (!wrong) return lines.fail(wrong.error().code, wrong.error().message);
            if (!wrong->empty()) return lines.fail(errc::unrecognised_payload, *wrong);
        }
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
