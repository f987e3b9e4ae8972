#include "realtime.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/session/audio_event.hpp>
#include <oaiwire/session/realtime_audio.hpp>
#include <oaiwire/types/realtime_client_events.hpp>
#include <oaiwire/types/realtime_server_events.hpp>

#include "state.hpp"

namespace serve {

namespace {

using namespace oaiwire;
using type = RealtimeServerEventType;

// An item of the conversation, with its audio as bytes.
struct kept_item {
    RealtimeItem item{};
    std::string id{};
    std::string audio{};
};

std::string text_of(const RealtimeItem& item) {
    std::string out;
    if (const auto* message = std::get_if<RealtimeMessage>(&item)) {
        for (const auto& part : message->content) {
            if (part.text) out += *part.text;
        }
    }
    if (const auto* output = std::get_if<RealtimeFunctionCallOutput>(&item)) {
        if (output->output) out = "The tool says: " + *output->output;
    }
    return out;
}

// The first of what a response is made of is what the user said last: its audio comes back as it
// was, in pieces that are sent ten times as fast as they are heard, and its text as text, or with
// as much silence as it takes to say it. "call NAME {...}" calls that tool. With turn detection,
// silence behind a sound ends the user's turn.
class realtime_handler final : public socket_handler {
public:
    realtime_handler(std::string model, bool transcribes) : transcribes_(transcribes) {
        session_.model = std::move(model);
        session_.id = next_id("sess");
        session_.object = transcribes ? "realtime.transcription_session" : "realtime.session";
        session_.output_modalities = std::vector<open_enum<Modality>>{Modality::audio};
        const RealtimeAudioFormat pcm{.type = "audio/pcm", .rate = 24000};
        session_.audio = RealtimeAudioConfig{
            .input = RealtimeAudioInput{.format = pcm,
                                        .turn_detection =
                                            RealtimeTurnDetection{.type = "server_vad",
                                                                  .create_response = true,
                                                                  .interrupt_response = true,
                                                                  .silence_duration_ms = 500}},
            .output = RealtimeAudioOutput{.format = pcm, .voice = "marin"}};
    }

    void receive(std::string_view message, bool binary, socket_output& out) override {
        auto event = json::read<RealtimeClientEvent>(message, json::tolerant);
        if (binary || !event) return fail(out, "invalid_json", "The event is no JSON.", {});
        std::visit([&](auto& e) { take(e, out); }, *event);
    }

    std::int64_t due_ms() const override {
        return !greeted_ ? 0 : audio_left_.empty() ? never : next_piece_ms_;
    }
    void work(std::int64_t now_ms, socket_output& out) override {
        if (!std::exchange(greeted_, true)) return greet(out);
        if (audio_left_.empty()) return;
        const std::size_t piece = std::min(audio_left_.size(), std::size_t{100 * bytes_per_ms()});
        send_audio(std::string_view(audio_left_).substr(0, piece), out);
        audio_left_.erase(0, piece);
        next_piece_ms_ = now_ms + 10;
        if (audio_left_.empty()) end_message(out);
    }

private:
    static constexpr std::size_t most_audio = std::size_t{64} << 20;  // bytes of a session
    static constexpr std::size_t most_items = 1000;

    std::string next_id(std::string_view prefix) {
        return std::string(prefix) + '_' + std::to_string(++ids_);
    }
    std::size_t bytes_per_ms() const {
        const auto& output = session_.audio->output;
        const std::size_t n = output && output->format ? realtime_bytes_per_ms(*output->format) : 0;
        return n == 0 ? 48 : n;
    }
    RealtimeAnySession session() const {
        if (!transcribes_) return session_;
        return RealtimeTranscriptionSession{
            .id = session_.id,
            .object = session_.object,
            .audio = RealtimeTranscriptionAudio{.input = session_.audio->input}};
    }

    template <class Event>
    void send(Event event, type what, socket_output& out) {
        event.type = what;
        event.event_id = next_id("event");
        if (auto text = json::write(event)) out.text(*std::move(text));
    }
    void fail(socket_output& out, std::string code, std::string message,
              const field<std::string>& event_id) {
        RealtimeErrorEvent event;
        event.error = RealtimeError{.type = "invalid_request_error",
                                    .code = std::move(code),
                                    .message = std::move(message),
                                    .event_id = event_id};
        send(event, type::error, out);
    }
    void greet(socket_output& out) {
        send(RealtimeSessionEvent{.session = session()}, type::session_created, out);
        if (transcribes_) return;
        send(RealtimeConversationEvent{.conversation =
                                           RealtimeConversation{.id = "conv_1",
                                                                .object = "realtime.conversation"}},
             type::conversation_created, out);
    }

    // ---- the session

    void take(const RealtimeSessionUpdate& e, socket_output& out) {
        if (!e.session) return fail(out, "missing_required_parameter", "No session.", e.event_id);
        if (const auto* s = std::get_if<RealtimeSession>(&*e.session)) {
            if (s->instructions) session_.instructions = s->instructions;
            if (s->output_modalities) session_.output_modalities = s->output_modalities;
            if (s->tools) session_.tools = s->tools;
            if (s->audio && s->audio->input) update(*s->audio->input);
            if (s->audio && s->audio->output) {
                const auto& from = *s->audio->output;
                auto& to = *session_.audio->output;
                if (from.format) to.format = from.format;
                if (from.voice) to.voice = from.voice;
                if (from.speed) to.speed = from.speed;
            }
        } else if (const auto* t = std::get_if<RealtimeTranscriptionSession>(&*e.session)) {
            if (t->audio && t->audio->input) update(*t->audio->input);
        }
        send(RealtimeSessionEvent{.session = session()}, type::session_updated, out);
    }
    void update(const RealtimeAudioInput& from) {
        auto& to = *session_.audio->input;
        if (from.format) to.format = from.format;
        if (!from.turn_detection.is_absent()) to.turn_detection = from.turn_detection;
        if (!from.transcription.is_absent()) to.transcription = from.transcription;
        if (!from.noise_reduction.is_absent()) to.noise_reduction = from.noise_reduction;
    }
    void take(const RealtimeTranscriptionSessionUpdate& e, socket_output& out) {
        fail(out, "unknown_parameter", "The events of the beta are not known.", e.event_id);
    }
    void take(const raw_json&, socket_output& out) {
        fail(out, "invalid_value", "The event has no type that is known.", {});
    }

    // ---- the user's audio

    void take(RealtimeInputAudioAppend& e, socket_output& out) {
        if (!e.audio || !decode_base64_in_place(*e.audio)) {
            return fail(out, "invalid_value", "The audio is no base64.", e.event_id);
        }
        if (heard_.size() + e.audio->size() > most_audio) {
            return fail(out, "input_audio_buffer_full", "Too much audio.", e.event_id);
        }
        heard_ += *e.audio;
        const auto& input = *session_.audio->input;
        if (input.turn_detection) detect(*e.audio, *input.turn_detection, out);
    }
    // Sound is what has samples of some size. 16 bits, little endian.
    void detect(std::string_view audio, const RealtimeTurnDetection& by, socket_output& out) {
        constexpr int loud = 500;
        const std::int64_t silence_ms = by.silence_duration_ms ? *by.silence_duration_ms : 500;
        bool sound = false;
        for (std::size_t i = 0; i + 1 < audio.size(); i += 2) {
            const auto low = static_cast<unsigned char>(audio[i]);
            const auto high = static_cast<signed char>(audio[i + 1]);
            sound = std::abs(high * 256 + low) > loud || sound;
        }
        quiet_ = sound ? 0 : quiet_ + audio.size();
        const auto now = static_cast<std::int64_t>(heard_.size() / 48);
        if (sound && !speaking_) {
            speaking_ = true;
            item_ = next_id("item");
            send(RealtimeInputAudioEvent{.item_id = item_, .audio_start_ms = now},
                 type::input_audio_buffer_speech_started, out);
            if (!by.interrupt_response || *by.interrupt_response) {
                cancel(RealtimeStatusReason::turn_detected, out);
            }
        } else if (speaking_ && static_cast<std::int64_t>(quiet_ / 48) >= silence_ms) {
            speaking_ = false;
            send(RealtimeInputAudioEvent{.item_id = item_, .audio_end_ms = now},
                 type::input_audio_buffer_speech_stopped, out);
            commit(out);
            if (!transcribes_ && (!by.create_response || *by.create_response)) {
                respond(RealtimeResponseParams{}, out);
            }
        }
    }
    void take(const RealtimeInputAudioCommit& e, socket_output& out) {
        if (heard_.empty()) {
            return fail(out, "input_audio_buffer_commit_empty", "There is no audio.", e.event_id);
        }
        commit(out);
    }
    void take(const RealtimeInputAudioClear&, socket_output& out) {
        heard_.clear();
        speaking_ = false;
        send(RealtimeInputAudioEvent{}, type::input_audio_buffer_cleared, out);
    }
    void commit(socket_output& out) {
        const std::string id = item_.empty() ? next_id("item") : std::exchange(item_, {});
        send(RealtimeInputAudioEvent{.item_id = id, .previous_item_id = last_id()},
             type::input_audio_buffer_committed, out);
        RealtimeMessage message{.role = Role::user, .id = id};
        message.content.push_back({.type = RealtimeContentType::input_audio, .transcript = null});
        const auto ms = heard_.size() / 48;
        add(std::move(message), std::exchange(heard_, {}), out);
        if (!session_.audio->input->transcription) return;
        const std::string words = std::to_string(ms) + " ms of audio";
        send(RealtimeTranscriptionEvent{.item_id = id, .content_index = 0, .delta = words},
             type::conversation_item_input_audio_transcription_delta, out);
        send(
            RealtimeTranscriptionEvent{
                .item_id = id,
                .content_index = 0,
                .transcript = words,
                .usage = AudioUsage{.type = "duration", .seconds = static_cast<double>(ms) / 1000}},
            type::conversation_item_input_audio_transcription_completed, out);
    }

    // ---- the conversation

    field<std::string> last_id() const {
        return items_.empty() ? field<std::string>(null) : field<std::string>(items_.back().id);
    }
    kept_item* find(const field<std::string>& id) {
        const auto found = std::find_if(items_.begin(), items_.end(),
                                        [&](const kept_item& i) { return id && i.id == *id; });
        return found == items_.end() ? nullptr : &*found;
    }
    void add(RealtimeItem item, std::string audio, socket_output& out) {
        const auto before = last_id();
        std::string id;
        std::visit(
            [&](auto& one) {
                if constexpr (requires { one.id; }) {
                    if (!one.id) one.id = next_id("item");
                    id = *one.id;
                }
                if constexpr (requires {
                                  one.status;
                                  one.object;
                              }) {
                    one.object = "realtime.item";
                    one.status = RealtimeItemStatus::completed;
                }
            },
            item);
        for (const auto what : {type::conversation_item_added, type::conversation_item_done}) {
            send(RealtimeItemEvent{.item = item, .previous_item_id = before}, what, out);
        }
        keep({std::move(item), std::move(id), std::move(audio)});
    }
    void keep(kept_item item) {
        items_.push_back(std::move(item));
        std::size_t bytes = 0;
        for (const auto& i : items_) bytes += i.audio.size();
        while (items_.size() > most_items || (bytes > most_audio && items_.size() > 1)) {
            bytes -= items_.front().audio.size();
            items_.pop_front();
        }
    }
    void take(RealtimeItemCreate& e, socket_output& out) {
        if (!e.item || std::holds_alternative<raw_json>(*e.item)) {
            return fail(out, "invalid_value", "The item has no type that is known.", e.event_id);
        }
        std::string audio;
        if (auto* message = std::get_if<RealtimeMessage>(&*e.item)) {
            for (auto& part : message->content) {
                if (part.audio && decode_base64_in_place(*part.audio)) audio += *part.audio;
                part.audio = {};
            }
        }
        add(*std::move(e.item), std::move(audio), out);
    }
    void take(const RealtimeItemRetrieve& e, socket_output& out) {
        kept_item* const item = find(e.item_id);
        if (item == nullptr) return unknown(e.event_id, out);
        RealtimeItem whole = item->item;
        auto* message = std::get_if<RealtimeMessage>(&whole);
        if (message != nullptr && !message->content.empty() && !item->audio.empty()) {
            const auto* bytes = reinterpret_cast<const std::uint8_t*>(item->audio.data());
            message->content[0].audio = to_base64({bytes, item->audio.size()});
        }
        send(RealtimeItemEvent{.item = std::move(whole)}, type::conversation_item_retrieved, out);
    }
    void take(const RealtimeItemDelete& e, socket_output& out) {
        if (find(e.item_id) == nullptr) return unknown(e.event_id, out);
        std::erase_if(items_, [&](const kept_item& i) { return i.id == *e.item_id; });
        send(RealtimeItemChangeEvent{.item_id = e.item_id}, type::conversation_item_deleted, out);
    }
    void take(const RealtimeItemTruncate& e, socket_output& out) {
        kept_item* const item = find(e.item_id);
        if (item == nullptr || !e.audio_end_ms) return unknown(e.event_id, out);
        const std::size_t length = item->audio.size() / bytes_per_ms();
        const std::int64_t end_ms = *e.audio_end_ms;
        if (end_ms < 0 || static_cast<std::uint64_t>(end_ms) > length) {
            return fail(out, "invalid_value", "The audio is not that long.", e.event_id);
        }
        item->audio.resize(static_cast<std::size_t>(end_ms) * bytes_per_ms());
        send(RealtimeItemChangeEvent{.item_id = e.item_id,
                                     .content_index = e.content_index,
                                     .audio_end_ms = e.audio_end_ms},
             type::conversation_item_truncated, out);
    }
    void unknown(const field<std::string>& event_id, socket_output& out) {
        fail(out, "item_not_found", "There is no such item.", event_id);
    }

    // ---- responses

    void take(const RealtimeResponseCreate& e, socket_output& out) {
        if (response_) {
            return fail(out, "conversation_already_has_active_response",
                        "A response is in progress.", e.event_id);
        }
        respond(e.response ? *e.response : RealtimeResponseParams{}, out);
    }
    void take(const RealtimeResponseCancel& e, socket_output& out) {
        if (!response_) {
            return fail(out, "response_cancel_not_active", "No response is in progress.",
                        e.event_id);
        }
        cancel(RealtimeStatusReason::client_cancelled, out);
    }
    void take(const RealtimeOutputAudioClear& e, socket_output& out) {
        fail(out, "invalid_value", "This is no WebRTC.", e.event_id);
    }

    void respond(const RealtimeResponseParams& how, socket_output& out) {
        response_ = RealtimeResponse{.id = next_id("resp"),
                                     .conversation_id = "conv_1",
                                     .object = "realtime.response",
                                     .output = std::vector<RealtimeItem>{},
                                     .status = RealtimeResponseStatus::in_progress};
        send(RealtimeResponseEvent{.response = *response_}, type::response_created, out);
        const auto& modalities =
            how.output_modalities ? how.output_modalities : session_.output_modalities;
        const bool speaks = modalities->empty() || modalities->front() == Modality::audio;
        const std::string words = items_.empty() ? "Hello." : text_of(items_.back().item);
        if (words.starts_with("call ")) return call_tool(words.substr(5), out);
        std::string audio = items_.empty() ? std::string() : items_.back().audio;
        const std::size_t letters = std::min(words.size(), std::size_t{200});
        if (audio.empty()) audio.resize(letters * 60 * bytes_per_ms());
        begin_message(speaks, out);
        RealtimeDeltaEvent delta{.response_id = response_->id,
                                 .item_id = message_.id,
                                 .output_index = 0,
                                 .content_index = 0,
                                 .delta = words.empty() ? "(what you said)" : words};
        spoken_ = *delta.delta;
        send(delta,
             speaks ? type::response_output_audio_transcript_delta
                    : type::response_output_text_delta,
             out);
        if (!speaks || audio.empty()) return end_message(out);
        audio_left_ = std::move(audio);
        next_piece_ms_ = 0;
    }
    void begin_message(bool speaks, socket_output& out) {
        speaks_ = speaks;
        said_.clear();
        message_ = RealtimeMessage{.role = Role::assistant,
                                   .id = next_id("item"),
                                   .object = "realtime.item",
                                   .status = RealtimeItemStatus::in_progress};
        send(
            RealtimeOutputItemEvent{
                .response_id = response_->id, .output_index = 0, .item = message_},
            type::response_output_item_added, out);
        send(RealtimeItemEvent{.item = message_, .previous_item_id = last_id()},
             type::conversation_item_added, out);
        send(RealtimePartEvent{.response_id = response_->id,
                               .item_id = message_.id,
                               .output_index = 0,
                               .content_index = 0,
                               .part =
                                   RealtimeContentPart{.type = speaks ? RealtimeContentType::audio
                                                                      : RealtimeContentType::text}},
             type::response_content_part_added, out);
    }
    void send_audio(std::string_view bytes, socket_output& out) {
        said_ += bytes;
        const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
        send(RealtimeDeltaEvent{.response_id = response_->id,
                                .item_id = message_.id,
                                .output_index = 0,
                                .content_index = 0,
                                .delta = to_base64({first, bytes.size()})},
             type::response_output_audio_delta, out);
    }
    void end_message(socket_output& out) {
        RealtimeDoneEvent done{.response_id = response_->id,
                               .item_id = message_.id,
                               .output_index = 0,
                               .content_index = 0};
        if (speaks_) {
            send(done, type::response_output_audio_done, out);
            done.transcript = spoken_;
            send(done, type::response_output_audio_transcript_done, out);
        } else {
            done.text = spoken_;
            send(done, type::response_output_text_done, out);
        }
        RealtimeContentPart part;
        part.type = speaks_ ? RealtimeContentType::audio : RealtimeContentType::text;
        (speaks_ ? part.transcript : part.text) = spoken_;
        send(RealtimePartEvent{.response_id = response_->id,
                               .item_id = message_.id,
                               .output_index = 0,
                               .content_index = 0,
                               .part = part},
             type::response_content_part_done, out);
        end_response(RealtimeItemStatus::completed, RealtimeResponseStatus::completed, {}, out);
    }
    // The user interrupts: what was said of the message stays in the conversation.
    void cancel(RealtimeStatusReason why, socket_output& out) {
        if (!response_) return;
        audio_left_.clear();
        end_response(RealtimeItemStatus::incomplete, RealtimeResponseStatus::cancelled, why, out);
    }
    void end_response(RealtimeItemStatus item, RealtimeResponseStatus status,
                      std::optional<RealtimeStatusReason> why, socket_output& out) {
        RealtimeContentPart part;
        part.type = speaks_ ? RealtimeContentType::output_audio : RealtimeContentType::output_text;
        (speaks_ ? part.transcript : part.text) = spoken_;
        message_.content = {part};
        message_.status = item;
        end_item(message_, out);
        keep({message_, *message_.id, std::exchange(said_, {})});
        end_response(status, why, out);
    }
    void end_item(const RealtimeItem& item, socket_output& out) {
        send(RealtimeOutputItemEvent{.response_id = response_->id, .output_index = 0, .item = item},
             type::response_output_item_done, out);
        send(RealtimeItemEvent{.item = item, .previous_item_id = last_id()},
             type::conversation_item_done, out);
        response_->output->push_back(item);
    }
    void end_response(RealtimeResponseStatus status, std::optional<RealtimeStatusReason> why,
                      socket_output& out) {
        response_->status = status;
        if (why) response_->status_details = RealtimeStatusDetails{.type = status, .reason = *why};
        response_->usage = RealtimeUsage{.input_tokens = 1, .output_tokens = 1, .total_tokens = 2};
        send(RealtimeResponseEvent{.response = *std::exchange(response_, {})}, type::response_done,
             out);
        send(
            RealtimeRateLimitsEvent{
                .rate_limits =
                    std::vector<RealtimeRateLimit>{
                        {.name = "tokens", .limit = 1000, .remaining = 998, .reset_seconds = 0.1}}},
            type::rate_limits_updated, out);
    }
    void call_tool(std::string name, socket_output& out) {
        std::string arguments = "{}";
        if (const auto end = name.find(' '); end != name.npos) {
            arguments = name.substr(end + 1);
            name.resize(end);
        }
        RealtimeFunctionCall call{.name = name,
                                  .arguments = arguments,
                                  .call_id = next_id("call"),
                                  .id = next_id("item"),
                                  .object = "realtime.item",
                                  .status = RealtimeItemStatus::completed};
        send(RealtimeOutputItemEvent{.response_id = response_->id, .output_index = 0, .item = call},
             type::response_output_item_added, out);
        send(RealtimeItemEvent{.item = call, .previous_item_id = last_id()},
             type::conversation_item_added, out);
        RealtimeDeltaEvent delta{.response_id = response_->id,
                                 .item_id = call.id,
                                 .output_index = 0,
                                 .delta = arguments,
                                 .call_id = call.call_id};
        send(delta, type::response_function_call_arguments_delta, out);
        send(RealtimeDoneEvent{.response_id = response_->id,
                               .item_id = call.id,
                               .output_index = 0,
                               .arguments = arguments,
                               .call_id = call.call_id,
                               .name = name},
             type::response_function_call_arguments_done, out);
        end_item(call, out);
        keep({call, *call.id, {}});
        end_response(RealtimeResponseStatus::completed, {}, out);
    }

    bool transcribes_;
    bool greeted_ = false;
    std::uint64_t ids_ = 0;
    RealtimeSession session_{};
    std::deque<kept_item> items_{};

    std::string heard_{};  // the input audio buffer
    std::string item_{};   // what it will be
    bool speaking_ = false;
    std::size_t quiet_ = 0;  // bytes of silence at the end

    std::optional<RealtimeResponse> response_{};  // in progress
    RealtimeMessage message_{};                   // of it
    bool speaks_ = false;
    std::string spoken_{};      // its text
    std::string said_{};        // its audio that was sent
    std::string audio_left_{};  // its audio that was not
    std::int64_t next_piece_ms_ = 0;
};

}  // namespace

std::unique_ptr<socket_handler> open_realtime(const socket_request& request) {
    const std::string model = query_value(request.query, "model");
    const std::string intent = query_value(request.query, "intent");
    if (model.empty() == intent.empty()) return nullptr;
    if (!intent.empty() && intent != "transcription") return nullptr;
    return std::make_unique<realtime_handler>(model, !intent.empty());
}

std::unique_ptr<task> answer(const context& with,
                             const oaiwire::CreateRealtimeClientSecretRequest& request) {
    const auto& after = request.expires_after;
    const std::int64_t seconds = after && after->seconds ? *after->seconds : 600;
    CreateRealtimeClientSecretResponse made{.value = with.shared.new_id("ek_"),
                                            .expires_at = state::now() + seconds,
                                            .session = request.session};
    with.shared.ephemeral_keys.keep(*made.value, *made.expires_at, made.value->size());
    return send(with.out, made);
}

}  // namespace serve
