// docs/engines.md, Unreal: the listing behind the engine's macros, over a request that the test
// answers piece by piece.
#include "engine_stubs/unreal.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/oaiwire.hpp>

#if !defined(check) || !defined(verify) || !defined(ensure) || !defined(PI) || !defined(TEXT)
#error "the engine's macros must be as they were"
#endif

namespace docs_tests { namespace unreal {

// [engine_unreal]
// Written by the HTTP thread, read by the game thread.
struct FChatBytes {
    FCriticalSection Lock;
    TArray<uint8> Waiting;
};

UCLASS()
class AChatActor : public AActor {
    GENERATED_BODY()

public:
    AChatActor() { PrimaryActorTick.bCanEverTick = true; }

    oaiwire::endpoint Endpoint;  // base_url, api_key
    FString Label;               // what has come so far
    bool bDone = false;          // the answer has ended; Failure is empty if it ended well
    FString Failure;

    void Ask(const FString& Question) {
        Cancel();
        Label = Failure = FString();
        bDone = false;
        Status = 0;
        bHasHead = false;
        Head = {};
        Call.emplace(oaiwire::ChatCompletionRequest{.model = "gpt-4o-mini",
                                                    .messages = {oaiwire::user(ToUtf8(Question))}},
                     Endpoint);
        if (Call->ended()) return Finish();  // the request is not valid

        const oaiwire::http::request& Sent = Call->request();
        Http = FHttpModule::Get().CreateRequest();
        Http->SetURL(ToFString(oaiwire::http::url_of(Sent)));
        Http->SetVerb(ToFString(Sent.method));
        for (const auto& Field : Sent.headers) {
            Http->SetHeader(ToFString(Field.name), ToFString(Field.value));
        }
        Http->SetHeader(TEXT("Accept-Encoding"), TEXT("identity"));
        TArray<uint8> Content;
        Content.Append(reinterpret_cast<const uint8*>(Sent.body.data()),
                       static_cast<int32>(Sent.body.size()));
        Http->SetContent(MoveTemp(Content));

        Bytes = MakeShared<FChatBytes, ESPMode::ThreadSafe>();
        Http->SetResponseBodyReceiveStreamDelegateV2(FHttpRequestStreamDelegateV2::CreateLambda(
            [To = Bytes](void* Data, int64& Size) {  // on the HTTP thread: nothing of the actor
                FScopeLock Guard(&To->Lock);
                To->Waiting.Append(static_cast<const uint8*>(Data), static_cast<int32>(Size));
            }));
        Http->OnStatusCodeReceived().BindUObject(this, &AChatActor::OnStatus);
        Http->OnHeaderReceived().BindUObject(this, &AChatActor::OnHeader);
        Http->OnProcessRequestComplete().BindUObject(this, &AChatActor::OnComplete);
        Http->ProcessRequest();
    }

    void Cancel() {
        if (!Http.IsValid()) return;
        Http->OnStatusCodeReceived().Unbind();
        Http->OnHeaderReceived().Unbind();
        Http->OnProcessRequestComplete().Unbind();
        Http->CancelRequest();
        Http.Reset();
        Bytes.Reset();  // the HTTP thread may still hold it
        Call.reset();
    }

    virtual void Tick(float DeltaSeconds) override {
        Super::Tick(DeltaSeconds);
        Drain();
    }

protected:
    virtual void EndPlay(const EEndPlayReason::Type Reason) override {
        Cancel();
        Super::EndPlay(Reason);
    }

private:
    void OnStatus(FHttpRequestPtr, int32 Code) { Status = Code; }
    void OnHeader(FHttpRequestPtr, const FString& Name, const FString& Value) {
        Head.add(ToUtf8(Name), ToUtf8(Value));
    }
    void OnComplete(FHttpRequestPtr, FHttpResponsePtr Response, bool bSucceeded) {
        if (!Call || bDone) return;
        if (Response.IsValid()) Status = Response->GetResponseCode();
        Drain();  // what came last
        if (bDone) return;
        TakeHead();
        if (bSucceeded && bHasHead) {
            Call->finish();
        } else {
            Call->fail(oaiwire::make_error(bHasHead ? oaiwire::errc::closed_early
                                                    : oaiwire::errc::connect_failed));
        }
        Show();
    }

    void TakeHead() {
        if (bHasHead || Status == 0) return;
        bHasHead = true;
        Call->head(Status, Head);
    }
    void Drain() {
        if (!Call || bDone || Status == 0) return;
        Received.Reset();
        {
            FScopeLock Guard(&Bytes->Lock);
            std::swap(Received, Bytes->Waiting);
        }
        if (Received.Num() == 0) return;
        TakeHead();
        Call->feed({reinterpret_cast<const char*>(Received.GetData()),
                    static_cast<std::size_t>(Received.Num())});
        Show();
    }
    void Show() {
        // a chunk's text has whole characters, however the bytes were cut
        while (const auto* Chunk = Call->next()) Label += ToFString(oaiwire::text(*Chunk));
        if (Call->ended()) Finish();
    }
    void Finish() {
        bDone = true;
        if (Call->ok()) return;
        Failure = ToFString(to_string(Call->error()));
        UE_LOG(LogTemp, Warning, TEXT("%s"), *Failure);
    }

    static FString ToFString(std::string_view Text) {
        const FUTF8ToTCHAR Wide(Text.data(), static_cast<int32>(Text.size()));
        return FString(Wide.Length(), Wide.Get());
    }
    static std::string ToUtf8(const FString& Text) {
        const FTCHARToUTF8 Narrow(*Text);
        return std::string(reinterpret_cast<const char*>(Narrow.Get()),
                           static_cast<std::size_t>(Narrow.Length()));
    }

    std::optional<oaiwire::exchange<oaiwire::ChatCompletionRequest>> Call;
    TSharedPtr<IHttpRequest, ESPMode::ThreadSafe> Http;
    TSharedPtr<FChatBytes, ESPMode::ThreadSafe> Bytes;
    TArray<uint8> Received;
    oaiwire::http::header_list Head;
    int32 Status = 0;
    bool bHasHead = false;
};
// [/engine_unreal]

}}  // namespace docs_tests::unreal

#if !defined(OAIWIRE_TEST_LISTING_ALONE)

#include <thread>

#include <support/catch.hpp>

namespace docs_tests { namespace unreal {
namespace {

const std::string stream =
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"H\xC3\xA4 \xF0\x9F\x98\x80\"}}]}\n\n"
    "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"},\"finish_reason\":\"stop\"}]}"
    "\n\ndata: [DONE]\n\n";
const FString said = u"H\u00E4 \U0001F600!";

struct actor : AChatActor {
    actor() { Endpoint = {.base_url = "https://example.com/v1", .api_key = oaiwire::secret{"k"}}; }
    void leave() { EndPlay(EEndPlayReason::Destroyed); }
};
void receive(IHttpRequest& request, std::string_view bytes) {
    std::string copy(bytes);
    auto size = static_cast<int64>(copy.size());
    request.stream.ExecuteIfBound(copy.data(), size);
}
void complete(IHttpRequest& request, int32 status, bool ok) {
    FHttpResponsePtr response;
    if (status != 0) {
        response = TSharedRef<IHttpResponse>(std::make_shared<IHttpResponse>(status));
    }
    request.complete.ExecuteIfBound({}, response, ok);
}

}  // namespace

TEST_CASE("Unreal: the answer is shown as it comes, for every cut") {
    for (std::size_t cut = 0; cut <= stream.size(); ++cut) {
        actor npc;
        npc.Ask(u"Gr\u00FC\u00DFe?");
        IHttpRequest& request = *FHttpModule::Get().last;
        REQUIRE(request.started);
        CHECK(request.url == FString(u"https://example.com/v1/chat/completions"));
        CHECK(request.verb == FString(u"POST"));
        const std::string_view content(reinterpret_cast<const char*>(request.content.GetData()),
                                       static_cast<std::size_t>(request.content.Num()));
        CHECK(content.find("Gr\xC3\xBC\xC3\x9F") != content.npos);
        request.status.ExecuteIfBound({}, 200);
        receive(request, std::string_view(stream).substr(0, cut));
        npc.Tick(0.1f);
        receive(request, std::string_view(stream).substr(cut));
        npc.Tick(0.1f);
        complete(request, 200, true);
        CHECK(npc.Label == said);
        CHECK(npc.bDone);
        CHECK(npc.Failure == FString());
    }
}

TEST_CASE("Unreal: bytes that come before the status wait for it") {
    actor npc;
    npc.Ask(u"?");
    IHttpRequest& request = *FHttpModule::Get().last;
    receive(request, stream);
    npc.Tick(0.1f);
    CHECK(npc.Label == FString());
    complete(request, 200, true);
    CHECK(npc.Label == said);
    CHECK(npc.bDone);
}

TEST_CASE("Unreal: an error of the API, a cut and a refused connection are told apart") {
    const auto failure = [](int32 status, std::string_view bytes, bool ok) {
        actor npc;
        npc.Ask(u"?");
        IHttpRequest& request = *FHttpModule::Get().last;
        if (status != 0) request.status.ExecuteIfBound({}, status);
        receive(request, bytes);
        complete(request, status, ok);
        CHECK(npc.bDone);
        const FTCHARToUTF8 text(*npc.Failure);
        return std::string(text.Get(), static_cast<std::size_t>(text.Length()));
    };
    CHECK(failure(404, R"({"error":{"message":"no such model"}})", true).find("no such model") !=
          std::string::npos);
    const std::string cut = failure(200, stream.substr(0, 90), false);
    const std::string refused = failure(0, "", false);
    CHECK(cut.find("closed_early") != std::string::npos);
    CHECK(refused.find("connect_failed") != std::string::npos);
    CHECK(engine_test::lines().size() >= 3);
}

TEST_CASE("Unreal: an actor that leaves cancels its call, whatever the HTTP thread still does") {
    std::shared_ptr<IHttpRequest> request;
    {
        actor npc;
        npc.Ask(u"?");
        request = FHttpModule::Get().last;
        request->status.ExecuteIfBound({}, 200);
        std::thread http([&] {
            for (int i = 0; i != 100; ++i) receive(*request, ": ping\n\n");
        });
        npc.Tick(0.1f);
        npc.leave();
        npc.Tick(0.1f);
        http.join();
    }
    CHECK(request->cancelled);
    receive(*request, stream);      // into memory that is its own
    complete(*request, 200, true);  // unbound
}

TEST_CASE("Unreal: a new question cancels the one before") {
    actor npc;
    npc.Ask(u"?");
    const auto first = FHttpModule::Get().last;
    npc.Ask(u"!");
    CHECK(first->cancelled);
    IHttpRequest& second = *FHttpModule::Get().last;
    second.status.ExecuteIfBound({}, 200);
    receive(*first, "data: old");
    receive(second, stream);
    npc.Tick(0.1f);
    CHECK(npc.Label == said);
}

}}  // namespace docs_tests::unreal

#endif

// other files may follow in a unity build
#undef TEXT
#undef check
#undef checkf
#undef verify
#undef ensure
#undef PI
#undef UE_LOG
#undef UCLASS
#undef UPROPERTY
#undef UFUNCTION
#undef GENERATED_BODY
#undef MoveTemp
