// stream_machine: what stream_decoder does, for chunks of any type: from bytes to chunks, ends,
// errors and what was passed over. Framing is the SSE decoder's and JSON the reader's.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/body/body_text.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/choice_tracker.hpp>
#include <oaiwire/stream/chunk_payload.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_matcher.hpp>
#include <oaiwire/stream/event_name.hpp>
#include <oaiwire/stream/event_tracker.hpp>
#include <oaiwire/stream/payload_queue.hpp>
#include <oaiwire/stream/tiers.hpp>

namespace oaiwire::inline v0_2::detail {

// See stream_decoder, whose functions these are.
class stream_machine {
public:
    stream_machine(const chunk_table& type, const limits& bounds, json::read_mode mode);
    stream_machine(stream_machine&&) noexcept;
    stream_machine& operator=(stream_machine&&) noexcept;
    ~stream_machine();

    void use(const decode_tiers& tiers);
    void feed(std::string_view bytes);
    void* next();
    void finish() {
        if (!closed_) statistics_.transport_clean = true;
        closed_ = true;
    }
    void fail(oaiwire::error why);
    void cancel();

    bool ended() const { return end_ != stream_end::open; }
    stream_end end_reason() const { return end_; }
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    const oaiwire::error& error() const { return error_.get(); }
    const stream_statistics& statistics() const { return statistics_; }
    std::string_view payload() const { return payload_; }
    std::size_t template_hits() const { return template_hits_; }
    std::size_t work() const { return read_ + matcher_.steps(); }

private:
    void take_bytes(std::string_view bytes);
    void* read_next();
    void* out_of_memory();
    bool match_event() { return matcher_.match(sse_, payload_, statistics_.event_offset) && hit(); }
    bool hit() {
        ++statistics_.chunks;
        ++template_hits_;
        return true;
    }
    bool read_item(const sse::item& item, std::string_view unread);
    bool take_item(const sse::item& item);
    bool learnable() const;
    bool take_queued();
    bool take_text(std::string_view text, std::size_t offset, bool queued,
                   std::string_view event = {});
    bool take_other(payload_kind kind, std::string_view text, std::size_t offset, bool queued,
                    const event_name& named, oaiwire::error&& why);
    bool take_done();
    bool refuse(std::string_view text, oaiwire::error why);
    bool explains_cut(payload_kind kind);
    bool deliver_halves(std::string_view text, const event_name& named);
    bool deliver(std::string_view text, void* halves);
    bool take_end_of_event(stream_end end, std::string_view text);
    bool take_end();
    bool take_end_of_input();
    bool flush_surrogates();

    bool decided() const { return verdict_ != stream_end::open; }
    bool conclude(stream_end end, oaiwire::error why = {});
    bool api_error(oaiwire::error e, std::size_t offset);
    bool malformed(std::string_view said);
    bool skip(skip_reason reason, std::string_view text = {});
    // The last event was a beginning, and no error says why.
    bool cut() const { return cut_.code() != errc::ok; }
    bool conclude_cut();
    using tracker = std::variant<choice_tracker, event_tracker>;
    static tracker tracker_for(const chunk_table& type);
    // Of the two, the one that is there.
    template <class F>
    auto ask(F&& f) const {
        const choice_tracker* const choices = std::get_if<choice_tracker>(&tracker_);
        return choices ? f(*choices) : f(*std::get_if<event_tracker>(&tracker_));
    }
    bool holding() const {
        return ask([](const auto& t) { return t.holding(); });
    }
    bool settled() const {
        return ask([](const auto& t) { return t.settled(); });
    }
    // Has nothing come but what is none of this protocol?
    bool only_foreign() const {
        return foreign_ && !ask([](const auto& t) { return t.any(); });
    }
    std::size_t interleaved() const {
        const choice_tracker* const choices = std::get_if<choice_tracker>(&tracker_);
        return choices ? choices->interleaved() : 1;
    }

    const limits& bounds() const { return own_bounds_ ? *own_bounds_ : usual_bounds; }
    json::read_options options();
    payload_queue& queue();
    bool has_queued() const { return queue_ && !queue_->empty(); }

    static constexpr limits usual_bounds{};

    // Many streams wait for most of their time: what few need is not held by all.
    const chunk_table* type_;
    std::unique_ptr<const limits> own_bounds_{};  // null: the usual ones
    sse::decoder sse_;
    json::read_report report_{};
    event_matcher matcher_;
    tracker tracker_;
    body_text body_{};  // of an event stream: until a chunk came
    std::unique_ptr<payload_queue> queue_{};
    std::string_view payload_{};
    stream_statistics statistics_{};
    boxed_error error_{};
    boxed_error failure_{};
    boxed_error cut_{};  // why the last event could not be read, which is a beginning
    std::size_t cut_at_ = 0;
    std::size_t template_hits_ = 0;
    std::size_t read_ = 0;  // bytes
    stream_end end_ = stream_end::open;
    stream_end verdict_ = stream_end::open;
    bool foreign_ = false;  // something came that is none of this protocol
    bool closed_ = false;
    bool input_done_ = false;
    bool matching_ = false;  // an event that is like another comes next, if it is here
    decode_tiers tiers_{};
    json::read_mode mode_;
};

}  // namespace oaiwire::inline v0_2::detail

#if OAIWIRE_DEFINES
#include <oaiwire/stream/stream_machine_steps.hpp>
#endif
