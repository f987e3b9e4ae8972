// README's streamed chat program without oaiwire: nlohmann for JSON, libcurl's easy interface, and
// the rest by hand, as a careful programmer would write it for one program. Its compile time is the
// reference for the same program with oaiwire (compile.py --check).
#include <curl/curl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;

// A member that may be absent or null.
template <class T>
void get_optional(const json& from, const char* name, std::optional<T>& to) {
    const auto found = from.find(name);
    if (found != from.end() && !found->is_null()) to = found->template get<T>();
}

struct function_call {
    std::string name;
    std::string arguments;
};

struct tool_call {
    std::string id;
    function_call function;
};

struct message {
    std::string role;
    std::string content;
    std::vector<tool_call> tool_calls;
    std::string tool_call_id;
};

void to_json(json& to, const tool_call& call) {
    to = {{"id", call.id},
          {"type", "function"},
          {"function", {{"name", call.function.name}, {"arguments", call.function.arguments}}}};
}

void to_json(json& to, const message& from) {
    to = {{"role", from.role}, {"content", from.content}};
    if (!from.tool_calls.empty()) to["tool_calls"] = from.tool_calls;
    if (!from.tool_call_id.empty()) to["tool_call_id"] = from.tool_call_id;
}

struct tool {
    std::string name;
    std::string description;
    json parameters;
};

void to_json(json& to, const tool& from) {
    to = {{"type", "function"},
          {"function",
           {{"name", from.name},
            {"description", from.description},
            {"parameters", from.parameters}}}};
}

struct chat_request {
    std::string model;
    std::vector<message> messages;
    std::vector<tool> tools;
    std::optional<double> temperature;
    std::optional<double> top_p;
    std::optional<std::int64_t> max_tokens;
    std::optional<std::int64_t> seed;
    std::vector<std::string> stop;
    bool include_usage = false;
};

void to_json(json& to, const chat_request& from) {
    to = {{"model", from.model}, {"messages", from.messages}, {"stream", true}};
    if (!from.tools.empty()) to["tools"] = from.tools;
    if (from.temperature) to["temperature"] = *from.temperature;
    if (from.top_p) to["top_p"] = *from.top_p;
    if (from.max_tokens) to["max_tokens"] = *from.max_tokens;
    if (from.seed) to["seed"] = *from.seed;
    if (!from.stop.empty()) to["stop"] = from.stop;
    if (from.include_usage) to["stream_options"] = {{"include_usage", true}};
}

struct tool_call_delta {
    std::size_t index = 0;
    std::optional<std::string> id;
    std::optional<std::string> name;
    std::optional<std::string> arguments;
};

void from_json(const json& from, tool_call_delta& to) {
    to.index = from.value("index", std::size_t{0});
    get_optional(from, "id", to.id);
    const auto function = from.find("function");
    if (function == from.end() || !function->is_object()) return;
    get_optional(*function, "name", to.name);
    get_optional(*function, "arguments", to.arguments);
}

struct delta {
    std::optional<std::string> role;
    std::optional<std::string> content;
    std::optional<std::string> refusal;
    std::optional<std::vector<tool_call_delta>> tool_calls;
};

void from_json(const json& from, delta& to) {
    get_optional(from, "role", to.role);
    get_optional(from, "content", to.content);
    get_optional(from, "refusal", to.refusal);
    get_optional(from, "tool_calls", to.tool_calls);
}

struct chunk_choice {
    std::int64_t index = 0;
    delta change;
    std::optional<std::string> finish_reason;
};

void from_json(const json& from, chunk_choice& to) {
    to.index = from.value("index", std::int64_t{0});
    const auto change = from.find("delta");
    if (change != from.end() && change->is_object()) to.change = change->get<delta>();
    get_optional(from, "finish_reason", to.finish_reason);
}

struct usage {
    std::int64_t prompt_tokens = 0;
    std::int64_t completion_tokens = 0;
    std::int64_t total_tokens = 0;
};

void from_json(const json& from, usage& to) {
    to.prompt_tokens = from.value("prompt_tokens", std::int64_t{0});
    to.completion_tokens = from.value("completion_tokens", std::int64_t{0});
    to.total_tokens = from.value("total_tokens", std::int64_t{0});
}

struct chunk {
    std::string id;
    std::string model;
    std::int64_t created = 0;
    std::vector<chunk_choice> choices;
    std::optional<usage> used;
};

void from_json(const json& from, chunk& to) {
    to.id = from.value("id", std::string());
    to.model = from.value("model", std::string());
    to.created = from.value("created", std::int64_t{0});
    const auto choices = from.find("choices");
    if (choices != from.end() && choices->is_array()) {
        to.choices = choices->get<std::vector<chunk_choice>>();
    }
    get_optional(from, "usage", to.used);
}

// The accumulated response.
struct answer {
    std::string id;
    std::string model;
    std::string content;
    std::string refusal;
    std::vector<tool_call> tool_calls;
    std::string finish_reason;
    std::optional<usage> used;

    void add(const chunk& part) {
        if (id.empty()) id = part.id;
        if (model.empty()) model = part.model;
        if (part.used) used = part.used;
        for (const auto& choice : part.choices) {
            if (choice.index != 0) continue;
            if (choice.change.content) content += *choice.change.content;
            if (choice.change.refusal) refusal += *choice.change.refusal;
            if (choice.change.tool_calls) {
                for (const auto& call : *choice.change.tool_calls) add(call);
            }
            if (choice.finish_reason) finish_reason = *choice.finish_reason;
        }
    }

    void add(const tool_call_delta& part) {
        if (part.index >= 128) throw std::runtime_error("too many tool calls");
        if (part.index >= tool_calls.size()) tool_calls.resize(part.index + 1);
        tool_call& call = tool_calls[part.index];
        if (part.id) call.id = *part.id;
        if (part.name) call.function.name += *part.name;
        if (part.arguments) call.function.arguments += *part.arguments;
    }
};

// The message of {"error":{"message":...}}, or the start of the body.
std::string error_of(const std::string& body) {
    const json parsed = json::parse(body, nullptr, false);
    if (parsed.is_object()) {
        const auto error = parsed.find("error");
        if (error != parsed.end() && error->is_object()) {
            std::string words = error->value("message", std::string());
            const std::string type = error->value("type", std::string());
            if (!type.empty()) words += " (" + type + ")";
            if (!words.empty()) return words;
        }
        if (error != parsed.end() && error->is_string()) return error->get<std::string>();
    }
    return body.substr(0, 200);
}

// Splits a stream into the data of its events, from pieces of any size.
class event_reader {
public:
    template <class F>
    void feed(std::string_view bytes, F&& on_data) {
        buffer_.append(bytes);
        std::size_t from = 0;
        for (;;) {
            const std::size_t end = buffer_.find('\n', from);
            if (end == std::string::npos) break;
            std::string_view line(buffer_.data() + from, end - from);
            from = end + 1;
            if (line.ends_with('\r')) line.remove_suffix(1);
            if (line.empty()) {
                if (!data_.empty()) on_data(data_);
                data_.clear();
            } else if (line.starts_with("data:")) {
                line.remove_prefix(5);
                if (line.starts_with(' ')) line.remove_prefix(1);
                if (!data_.empty()) data_ += '\n';
                data_ += line;
            }
        }
        buffer_.erase(0, from);
        if (buffer_.size() + data_.size() > (std::size_t{16} << 20)) {
            throw std::runtime_error("an event is too large");
        }
    }

private:
    std::string buffer_;
    std::string data_;
};

// One call: the received bytes and the result.
struct call {
    CURL* handle = nullptr;
    event_reader events;
    std::string error_body;
    std::string error;
    answer whole;
    bool done = false;

    bool take(std::string_view bytes) {
        long status = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        try {
            if (status != 200) {
                error_body.append(
                    bytes.substr(0, 65536 - std::min(error_body.size(), std::size_t{65536})));
            } else {
                events.feed(bytes, [&](const std::string& data) { take_event(data); });
            }
        } catch (const std::exception& e) {
            error = e.what();
        }
        return error.empty();
    }

    void take_event(const std::string& data) {
        if (data == "[DONE]") {
            done = true;
            return;
        }
        const json parsed = json::parse(data);
        if (parsed.contains("error")) throw std::runtime_error(error_of(data));
        const auto part = parsed.get<chunk>();
        for (const auto& choice : part.choices) {
            if (choice.change.content) std::cout << *choice.change.content << std::flush;
        }
        whole.add(part);
    }
};

std::size_t on_bytes(char* bytes, std::size_t, std::size_t size, void* to) {
    return static_cast<call*>(to)->take({bytes, size}) ? size : 0;
}

// Throws if the call fails.
answer stream_chat(const std::string& base_url, const std::string& key,
                   const chat_request& request) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle(curl_easy_init(),
                                                                     &curl_easy_cleanup);
    if (!handle) throw std::runtime_error("libcurl cannot be used");
    curl_slist* list = curl_slist_append(nullptr, "Content-Type: application/json");
    list = curl_slist_append(list, "Accept: text/event-stream");
    if (!key.empty()) list = curl_slist_append(list, ("Authorization: Bearer " + key).c_str());
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers(list,
                                                                              &curl_slist_free_all);
    const std::string url = base_url + "/chat/completions";
    const std::string body = json(request).dump();
    call state;
    state.handle = handle.get();
    curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, body.data());
    curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, &on_bytes);
    curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &state);
    curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT_MS, 10000L);
    curl_easy_setopt(handle.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(handle.get(), CURLOPT_LOW_SPEED_TIME, 60L);
    curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
    const CURLcode code = curl_easy_perform(handle.get());
    if (!state.error.empty()) throw std::runtime_error(state.error);
    if (code != CURLE_OK) throw std::runtime_error(curl_easy_strerror(code));
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status != 200) {
        throw std::runtime_error("HTTP " + std::to_string(status) + ": " +
                                 error_of(state.error_body));
    }
    if (!state.done && state.whole.finish_reason.empty()) {
        throw std::runtime_error("the stream ended before the answer did");
    }
    return std::move(state.whole);
}

}  // namespace

int main() {
    const char* url = std::getenv("OPENAI_BASE_URL");
    const char* key = std::getenv("OPENAI_API_KEY");
    chat_request request;
    request.model = "gpt-4o-mini";
    request.messages = {{"system", "Be brief.", {}, {}}, {"user", "Why is the sky blue?", {}, {}}};
    request.include_usage = true;
    try {
        const answer whole =
            stream_chat(url ? url : "https://api.openai.com/v1", key ? key : "", request);
        for (const auto& wanted : whole.tool_calls) {
            std::cout << wanted.function.name << '(' << wanted.function.arguments << ")\n";
        }
        if (whole.used) std::cout << "\n(" << whole.used->total_tokens << " tokens)\n";
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
    return 0;
}
