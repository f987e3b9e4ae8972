#include "call.hpp"

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>

#include <oaiwire/api/operations/audio.hpp>
#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/operations/completions.hpp>
#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/api/operations/files.hpp>
#include <oaiwire/api/operations/images.hpp>
#include <oaiwire/api/operations/models.hpp>
#include <oaiwire/api/operations/moderations.hpp>
#include <oaiwire/api/operations/realtime.hpp>
#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/api/operations/uploads.hpp>
#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/http/response_text.hpp>
#include <oaiwire/server/incoming.hpp>

#include "chat.hpp"
#include "completions.hpp"
#include "files.hpp"
#include "others.hpp"
#include "realtime.hpp"
#include "responses.hpp"
#include "state.hpp"
#include "task.hpp"

namespace serve {

namespace {

// Every operation that the server has.
using incoming = oaiwire::incoming<
    oaiwire::ChatCompletionRequest, oaiwire::ListChatCompletionsRequest,
    oaiwire::RetrieveChatCompletionRequest, oaiwire::UpdateChatCompletionRequest,
    oaiwire::DeleteChatCompletionRequest, oaiwire::ListChatCompletionMessagesRequest,
    oaiwire::CompletionRequest, oaiwire::ResponseRequest, oaiwire::RetrieveResponseRequest,
    oaiwire::DeleteResponseRequest, oaiwire::CancelResponseRequest, oaiwire::ListInputItemsRequest,
    oaiwire::CountInputTokensRequest, oaiwire::CompactResponseRequest, oaiwire::EmbeddingRequest,
    oaiwire::ListModelsRequest, oaiwire::RetrieveModelRequest, oaiwire::DeleteModelRequest,
    oaiwire::ModerationRequest, oaiwire::ImageGenerationRequest, oaiwire::ImageEditRequest,
    oaiwire::ImageVariationRequest, oaiwire::SpeechRequest, oaiwire::operations::speech_events,
    oaiwire::TranscriptionRequest, oaiwire::TranslationRequest, oaiwire::CreateFileRequest,
    oaiwire::ListFilesRequest, oaiwire::RetrieveFileRequest, oaiwire::DeleteFileRequest,
    oaiwire::DownloadFileRequest, oaiwire::CreateUploadRequest, oaiwire::AddUploadPartRequest,
    oaiwire::CompleteUploadRequest, oaiwire::CancelUploadRequest,
    oaiwire::CreateRealtimeClientSecretRequest>;

struct reader {
    explicit reader(oaiwire::incoming_options options) : in(std::move(options)) {
        in.files([this](const oaiwire::http::form_part& part, std::string_view bytes, bool last) {
            return take(part, bytes, last);
        });
    }
    // Counts the bytes of a form's files, and keeps them if the operation does.
    oaiwire::result<void> take(const oaiwire::http::form_part& part, std::string_view bytes,
                               bool last) {
        if (!std::exchange(in_file, !last)) files.push_back({part.name, part.filename});
        received_file& file = files.back();
        file.size += bytes.size();
        const auto id = in.operation_id();
        if (id != "createFile" && id != "addUploadPart") return {};
        if (file.size > static_cast<std::uint64_t>(most_file_bytes)) {
            return oaiwire::make_error(oaiwire::errc::limit_exceeded, "the file is too large");
        }
        file.data.append(bytes);
        return {};
    }
    incoming in;
    received_files files{};
    bool in_file = false;
};

}  // namespace

struct call::request : reader {
    using reader::reader;
};

service::service(service_options options)
    : options_(std::move(options)), state_(std::make_unique<state>()) {
}
service::~service() = default;

bool service::accepts(std::string_view key) const {
    bool found = false;
    for (const auto& accepted : options_.keys) {
        found |= oaiwire::equal_in_constant_time(key, accepted);
    }
    return found;
}

call::call(service& of)
    : service_(of),
      out_({.request_id = of.shared().new_id("req_"), .unsent_limit = 16 << 10}),
      tape_(of.tape()) {
    oaiwire::incoming_options options;
    options.bounds.body = std::size_t{32} << 20;
    if (of.needs_key()) {
        options.accepts_key = [&of](std::string_view key) { return of.accepts(key); };
    }
    request_ = std::make_unique<request>(std::move(options));
}
call::~call() = default;

// f(), with what it adds to the answer recorded.
template <class F>
void call::recorded(F&& f) {
    const std::size_t before = out_.unsent().size();
    f();
    tape_.answer(out_, before, cut());
}

void call::head(const oaiwire::http::received_request& head) {
    tape_.head(head);
    // what HTTP stacks let pass and RFC 9112 does not
    if (head.minor_version == 1 && !head.headers.find("Host")) {
        refuse(400, "A request of HTTP/1.1 needs the field Host.");
    }
    for (const auto& field : head.headers) {
        if (field.name.find_first_of(" \t") != field.name.npos) {
            refuse(400, "The name of a field has white space.");
        }
    }
    if (request_) request_->in.head(head);
    recorded([this] { begin(); });
}
void call::feed(std::string_view body) {
    tape_.feed(body);
    if (request_) request_->in.feed(body);
    recorded([this] { begin(); });
}
void call::finish() {
    if (request_) request_->in.finish();
    recorded([this] { begin(); });
}

void call::refuse(int status, std::string_view why) {
    recorded([&] {
        if (!answered()) fail(out_, oaiwire::server_errors::of(status, why));
        task_.reset();
    });
}

// Begins the answer once the request is read, or is known to be wrong.
void call::begin() {
    if (!request_ || answered()) return;
    incoming& in = request_->in;
    if (in.failed()) {
        fail(out_, in.error());
    } else if (in.ready()) {
        const context with{service_.shared(), out_, request_->files, in.streamed()};
        const auto answer_if = [&](const auto* asked) {
            if (asked) task_ = answer(with, *asked);
            return asked != nullptr;
        };
        const auto dispatch = [&]<class... Calls>(oaiwire::incoming<Calls...>& any) {
            return (answer_if(any.template get<Calls>()) || ...);
        };
        dispatch(in);
    } else {
        return;
    }
    request_.reset();
}

void call::work(std::int64_t now_ms) {
    constexpr int most_steps = 256;  // then others have their turn
    for (int i = 0; i != most_steps && task_ && !out_.ended() && !out_.full() && !cut(); ++i) {
        if (now_ms < next_ms_) break;
        recorded([&] { task_->step(out_); });  // a piece of its own
        next_ms_ = now_ms + task_->delay_ms();
    }
    recorded([&] { out_.tick(now_ms); });
    if (out_.ended() || out_.cancelled()) task_.reset();
}

std::int64_t call::due_ms() const {
    return task_ ? (std::min)(next_ms_, out_.due_ms()) : oaiwire::responder::never;
}

std::string call::date() {
    return oaiwire::http::date_text(state::now());
}

bool call::cut() const {
    return out_.cut() || (task_ && task_->cut());
}

}  // namespace serve
