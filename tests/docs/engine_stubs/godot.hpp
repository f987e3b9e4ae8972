// The part of godot-cpp's API that docs/engines.md uses, written for this project after Godot's
// public documentation (4.2 and later): declarations of the same form, over an HTTPClient that a
// test answers. With the macros of godot-cpp, so that the library is used behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define ABS(a) ((a) < 0 ? -(a) : (a))
#define SIGN(a) ((a) < 0 ? -1 : 1)
#define CLAMP(a, low, high) MIN(MAX(a, low), high)
#define SWAP(a, b) std::swap((a), (b))
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define ERR_FAIL_COND(condition) \
    if (condition) return
#define ERR_PRINT(text) static_cast<void>(text)
#define GDCLASS(name, base) \
private:                    \
    friend void godot::register_class();

namespace godot {

void register_class();

enum Error { OK, FAILED };

class CharString {
public:
    explicit CharString(std::string text) : text_(std::move(text)) {}
    const char* get_data() const { return text_.c_str(); }
    int64_t length() const { return static_cast<int64_t>(text_.size()); }

private:
    std::string text_;
};
// Holds UTF-8 here, UTF-32 in the engine.
class String {
public:
    String() = default;
    String(const char* ascii) : text_(ascii) {}
    static String utf8(const char* from, int64_t size = -1) {
        String out;
        out.text_ =
            size < 0 ? std::string(from) : std::string(from, static_cast<std::size_t>(size));
        return out;
    }
    CharString utf8() const { return CharString(text_); }
    String& operator+=(const String& more) {
        text_ += more.text_;
        return *this;
    }
    bool is_empty() const { return text_.empty(); }
    bool operator==(const String&) const = default;

private:
    std::string text_{};
};

template <class T>
class packed_array {
public:
    int64_t size() const { return static_cast<int64_t>(items_.size()); }
    bool is_empty() const { return items_.empty(); }
    int64_t resize(int64_t n) {
        items_.resize(static_cast<std::size_t>(n));
        return OK;
    }
    const T* ptr() const { return items_.data(); }
    T* ptrw() { return items_.data(); }
    bool push_back(const T& item) {
        items_.push_back(item);
        return false;
    }
    const T& operator[](int64_t i) const { return items_[static_cast<std::size_t>(i)]; }

private:
    std::vector<T> items_{};
};
using PackedByteArray = packed_array<uint8_t>;
using PackedStringArray = packed_array<String>;

template <class T>
class Ref {
public:
    Ref() = default;
    explicit Ref(std::shared_ptr<T> to) : to_(std::move(to)) {}
    void instantiate() { to_ = std::make_shared<T>(); }
    void unref() { to_.reset(); }
    bool is_valid() const { return to_ != nullptr; }
    bool is_null() const { return to_ == nullptr; }
    T* operator->() const { return to_.get(); }

private:
    std::shared_ptr<T> to_{};
};

class TLSOptions {
public:
    static Ref<TLSOptions> client() { return Ref<TLSOptions>(std::make_shared<TLSOptions>()); }
};

// What the server does, step by step, and what it was sent; for the test.
struct http_script;

class HTTPClient {
public:
    enum Status {
        STATUS_DISCONNECTED,
        STATUS_RESOLVING,
        STATUS_CANT_RESOLVE,
        STATUS_CONNECTING,
        STATUS_CANT_CONNECT,
        STATUS_CONNECTED,
        STATUS_REQUESTING,
        STATUS_BODY,
        STATUS_CONNECTION_ERROR,
        STATUS_TLS_HANDSHAKE_ERROR,
    };
    enum Method { METHOD_GET, METHOD_HEAD, METHOD_POST };

    inline Error connect_to_host(const String& host, int32_t port = -1,
                                 const Ref<TLSOptions>& tls = Ref<TLSOptions>());
    inline Error request_raw(Method method, const String& target, const PackedStringArray& fields,
                             const PackedByteArray& body);
    inline Error poll();
    inline void close();
    inline Status get_status() const;
    inline int32_t get_response_code() const;
    inline bool is_response_chunked() const;
    inline int64_t get_response_body_length() const;
    inline PackedStringArray get_response_headers();
    inline PackedByteArray read_response_body_chunk();
};

struct http_script {
    HTTPClient::Status failure = HTTPClient::STATUS_CONNECTED;  // in place of a connection
    int32_t code = 200;
    bool chunked = true;
    std::vector<std::string> pieces{};  // one for each read; "" where nothing has come
    HTTPClient::Status end = HTTPClient::STATUS_CONNECTED;  // behind the last piece

    HTTPClient::Status status = HTTPClient::STATUS_DISCONNECTED;
    std::size_t next = 0;
    std::string host{}, target{}, body{};
    std::vector<std::string> fields{};
    int32_t port = 0;
    bool tls = false;
    bool closed = false;

    static http_script*& current() {
        static http_script* script = nullptr;
        return script;
    }
};

inline Error HTTPClient::connect_to_host(const String& host, int32_t port,
                                         const Ref<TLSOptions>& tls) {
    http_script& s = *http_script::current();
    s.status = STATUS_RESOLVING;
    s.host = host.utf8().get_data();
    s.port = port;
    s.tls = tls.is_valid();
    return OK;
}
inline Error HTTPClient::request_raw(Method, const String& target, const PackedStringArray& fields,
                                     const PackedByteArray& body) {
    http_script& s = *http_script::current();
    s.status = STATUS_REQUESTING;
    s.target = target.utf8().get_data();
    for (int64_t i = 0; i != fields.size(); ++i) s.fields.emplace_back(fields[i].utf8().get_data());
    s.body.assign(reinterpret_cast<const char*>(body.ptr()), static_cast<std::size_t>(body.size()));
    return OK;
}
inline Error HTTPClient::poll() {
    http_script& s = *http_script::current();
    if (s.status == STATUS_RESOLVING) {
        s.status = STATUS_CONNECTING;
    } else if (s.status == STATUS_CONNECTING) {
        s.status = s.failure;
    } else if (s.status == STATUS_REQUESTING) {
        s.status = s.pieces.empty() ? s.end : STATUS_BODY;
    }
    return OK;
}
inline void HTTPClient::close() {
    http_script::current()->closed = true;
    http_script::current()->status = STATUS_DISCONNECTED;
}
inline HTTPClient::Status HTTPClient::get_status() const {
    return http_script::current()->status;
}
inline int32_t HTTPClient::get_response_code() const {
    return http_script::current()->code;
}
inline bool HTTPClient::is_response_chunked() const {
    return http_script::current()->chunked;
}
inline int64_t HTTPClient::get_response_body_length() const {
    return -1;
}
inline PackedStringArray HTTPClient::get_response_headers() {
    PackedStringArray out;
    out.push_back("Content-Type: text/event-stream");
    return out;
}
inline PackedByteArray HTTPClient::read_response_body_chunk() {
    http_script& s = *http_script::current();
    PackedByteArray out;
    if (s.next == s.pieces.size()) {
        s.status = s.end;
        return out;
    }
    for (const char c : s.pieces[s.next++]) out.push_back(static_cast<uint8_t>(c));
    return out;
}

class Node {
public:
    Node() = default;
    Node(const Node&) = delete;
    virtual ~Node() = default;
    virtual void _process(double) {}
    virtual void _exit_tree() {}
};

}  // namespace godot
