// The part of Unreal Engine's API that docs/engines.md uses, written for this project after its
// public documentation (5.4 and later): declarations of the same form, over a request that a test
// answers. With the engine's macros, so that the library is used behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// ---- Core

using uint8 = std::uint8_t;
using int32 = std::int32_t;
using int64 = std::int64_t;
using TCHAR = char16_t;

#define TEXT(text) u##text
#define check(condition) static_cast<void>(condition)
#define checkf(condition, ...) static_cast<void>(condition)
#define verify(condition) static_cast<void>(condition)
#define ensure(condition) (condition)
#define PI (3.1415926535897932f)
#define UE_LOG(category, verbosity, format, ...) \
    engine_test::log(engine_test::category, format, __VA_ARGS__)
#define UCLASS(...)
#define UPROPERTY(...)
#define UFUNCTION(...)
#define GENERATED_BODY()  \
public:                   \
    using Super = AActor; \
                          \
private:
#define MoveTemp(value) std::move(value)

enum class ESPMode { NotThreadSafe, ThreadSafe };

template <class T>
class TArray {
public:
    void Append(const T* from, int32 count) { items_.insert(items_.end(), from, from + count); }
    int32 Num() const { return static_cast<int32>(items_.size()); }
    const T* GetData() const { return items_.data(); }
    void Reset() { items_.clear(); }

private:
    std::vector<T> items_{};
};

class FString {
public:
    FString() = default;
    FString(const TCHAR* text) : text_(text) {}
    FString(int32 count, const TCHAR* text) : text_(text, static_cast<std::size_t>(count)) {}
    const TCHAR* operator*() const { return text_.c_str(); }
    FString& operator+=(const FString& more) {
        text_ += more.text_;
        return *this;
    }
    int32 Len() const { return static_cast<int32>(text_.size()); }
    bool operator==(const FString&) const = default;

private:
    std::u16string text_{};
};

// UTF-8 to UTF-16 and back, as the engine's converters do for valid text.
class FUTF8ToTCHAR {
public:
    FUTF8ToTCHAR(const char* text, int32 size) {
        const std::string_view all(text, static_cast<std::size_t>(size));
        for (std::size_t i = 0; i < all.size();) {
            const auto lead = static_cast<unsigned char>(all[i]);
            const std::size_t n = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            std::uint32_t code = n == 1 ? lead : lead & (0x7Fu >> n);
            for (std::size_t k = 1; k < n && i + k < all.size(); ++k) {
                code = code << 6 | (static_cast<unsigned char>(all[i + k]) & 0x3Fu);
            }
            i += n;
            if (code >= 0x10000) {
                text_.push_back(static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10)));
                text_.push_back(static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FF)));
            } else {
                text_.push_back(static_cast<char16_t>(code));
            }
        }
    }
    const TCHAR* Get() const { return text_.c_str(); }
    int32 Length() const { return static_cast<int32>(text_.size()); }

private:
    std::u16string text_{};
};
class FTCHARToUTF8 {
public:
    explicit FTCHARToUTF8(const TCHAR* text) {
        const std::u16string_view all(text);
        for (std::size_t i = 0; i < all.size(); ++i) {
            std::uint32_t code = all[i];
            if (code >= 0xD800 && code < 0xDC00 && i + 1 < all.size()) {
                code = 0x10000 + ((code - 0xD800) << 10) + (all[++i] - 0xDC00u);
            }
            const auto add = [&](std::uint32_t byte) { text_.push_back(static_cast<char>(byte)); };
            if (code < 0x80) {
                add(code);
            } else if (code < 0x800) {
                add(0xC0 | code >> 6);
                add(0x80 | (code & 0x3F));
            } else {
                if (code < 0x10000) add(0xE0 | code >> 12);
                if (code >= 0x10000) add(0xF0 | code >> 18);
                if (code >= 0x10000) add(0x80 | (code >> 12 & 0x3F));
                add(0x80 | (code >> 6 & 0x3F));
                add(0x80 | (code & 0x3F));
            }
        }
    }
    const char* Get() const { return text_.data(); }
    int32 Length() const { return static_cast<int32>(text_.size()); }

private:
    std::string text_{};
};

template <class T, ESPMode Mode = ESPMode::ThreadSafe>
class TSharedRef {
public:
    explicit TSharedRef(std::shared_ptr<T> to) : to_(std::move(to)) {}
    T* operator->() const { return to_.get(); }
    const std::shared_ptr<T>& to() const { return to_; }

private:
    std::shared_ptr<T> to_;
};
template <class T, ESPMode Mode = ESPMode::ThreadSafe>
class TSharedPtr {
public:
    TSharedPtr() = default;
    TSharedPtr(const TSharedRef<T, Mode>& ref) : to_(ref.to()) {}
    bool IsValid() const { return to_ != nullptr; }
    void Reset() { to_.reset(); }
    T* operator->() const { return to_.get(); }

private:
    std::shared_ptr<T> to_{};
};
template <class T, ESPMode Mode = ESPMode::ThreadSafe>
TSharedRef<T, Mode> MakeShared() {
    return TSharedRef<T, Mode>(std::make_shared<T>());
}

class FCriticalSection {
public:
    void Lock() { mutex_.lock(); }
    void Unlock() { mutex_.unlock(); }

private:
    std::mutex mutex_{};
};
class FScopeLock {
public:
    explicit FScopeLock(FCriticalSection* section) : section_(section) { section_->Lock(); }
    FScopeLock(const FScopeLock&) = delete;
    ~FScopeLock() { section_->Unlock(); }

private:
    FCriticalSection* section_;
};

template <class Signature>
class TTSDelegate;
template <class... Args>
class TTSDelegate<void(Args...)> {
public:
    template <class F>
    static TTSDelegate CreateLambda(F&& f) {
        TTSDelegate out;
        out.BindLambda(std::forward<F>(f));
        return out;
    }
    template <class F>
    void BindLambda(F&& f) {
        function_ = std::forward<F>(f);
    }
    template <class Object>
    void BindUObject(Object* object, void (Object::*function)(Args...)) {
        function_ = [=](Args... args) { (object->*function)(args...); };
    }
    void Unbind() { function_ = nullptr; }
    bool ExecuteIfBound(Args... args) const {
        if (!function_) return false;
        const auto kept = function_;  // the function may unbind itself
        kept(args...);
        return true;
    }

private:
    std::function<void(Args...)> function_{};
};

// ---- HTTP

class IHttpRequest;
class IHttpResponse {
public:
    explicit IHttpResponse(int32 code) : code_(code) {}
    int32 GetResponseCode() const { return code_; }

private:
    int32 code_;
};
using FHttpRequestPtr = TSharedPtr<IHttpRequest, ESPMode::ThreadSafe>;
using FHttpResponsePtr = TSharedPtr<IHttpResponse, ESPMode::ThreadSafe>;
using FHttpRequestCompleteDelegate = TTSDelegate<void(FHttpRequestPtr, FHttpResponsePtr, bool)>;
using FHttpRequestStatusCodeReceivedDelegate = TTSDelegate<void(FHttpRequestPtr, int32)>;
using FHttpRequestHeaderReceivedDelegate =
    TTSDelegate<void(FHttpRequestPtr, const FString&, const FString&)>;
using FHttpRequestStreamDelegateV2 = TTSDelegate<void(void*, int64&)>;

// What the test sees is in lower case.
class IHttpRequest {
public:
    void SetURL(const FString& to) { url = to; }
    void SetVerb(const FString& to) { verb = to; }
    void SetHeader(const FString& name, const FString& value) { fields.emplace_back(name, value); }
    void SetContent(TArray<uint8>&& to) { content = std::move(to); }
    bool SetResponseBodyReceiveStreamDelegateV2(FHttpRequestStreamDelegateV2 to) {
        stream = std::move(to);
        return true;
    }
    FHttpRequestCompleteDelegate& OnProcessRequestComplete() { return complete; }
    FHttpRequestStatusCodeReceivedDelegate& OnStatusCodeReceived() { return status; }
    FHttpRequestHeaderReceivedDelegate& OnHeaderReceived() { return header; }
    bool ProcessRequest() { return started = true; }
    void CancelRequest() { cancelled = true; }

    FString url{}, verb{};
    std::vector<std::pair<FString, FString>> fields{};
    TArray<uint8> content{};
    FHttpRequestStreamDelegateV2 stream{};
    FHttpRequestCompleteDelegate complete{};
    FHttpRequestStatusCodeReceivedDelegate status{};
    FHttpRequestHeaderReceivedDelegate header{};
    bool started = false;
    bool cancelled = false;
};

class FHttpModule {
public:
    static FHttpModule& Get() {
        static FHttpModule module;
        return module;
    }
    TSharedRef<IHttpRequest, ESPMode::ThreadSafe> CreateRequest() {
        last = std::make_shared<IHttpRequest>();
        return TSharedRef<IHttpRequest, ESPMode::ThreadSafe>(last);
    }
    std::shared_ptr<IHttpRequest> last{};  // for the test
};

// ---- Engine

namespace EEndPlayReason {
enum Type { Destroyed, LevelTransition, EndPlayInEditor, RemovedFromWorld, Quit };
}
class AActor {
public:
    AActor() = default;
    AActor(const AActor&) = delete;
    virtual ~AActor() = default;
    virtual void Tick(float) {}

    struct {
        bool bCanEverTick = false;
    } PrimaryActorTick;

protected:
    virtual void EndPlay(const EEndPlayReason::Type) {}
};

namespace engine_test {
enum category { LogTemp };
// The log's lines.
inline std::vector<FString>& lines() {
    static std::vector<FString> all;
    return all;
}
inline void log(category, const TCHAR*, const TCHAR* text) {
    lines().emplace_back(text);
}
}  // namespace engine_test
