// incoming_machine: reads requests of any operation by its table. incoming<Calls...> is a typed
// shell over it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/hook.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/server/form_reader.hpp>
#include <oaiwire/server/incoming_call.hpp>
#include <oaiwire/server/server_error.hpp>

namespace oaiwire { inline namespace v0_2 {

// How a server takes requests.
struct incoming_options {
    // The prefix of every path; "" for none. Azure's forms are taken beside it:
    // /openai/v1/..., /openai/deployments/{deployment}/... and /openai/...
    std::string base_path = "/v1";
    limits bounds{};                      // body, depth, and those of forms
    json::read_mode mode = json::strict;  // what JSON bodies may be
    // Refuse a request that lacks required members or is outside the documented ranges.
    bool validate = true;
    // Whether a key may be used; empty: anyone may call, with or without a key. It is called once
    // for each request of an operation that needs a key, before any of the body is taken. The view
    // is valid during the call. Compare with equal_in_constant_time().
    hook<bool(std::string_view key)> accepts_key{};
    // Where the files of forms go; empty: they are kept in memory. See incoming::files().
    file_sink files{};
};

namespace detail {

class incoming_machine {
public:
    // `calls`: the addresses of `count` tables, which outlive the machine.
    incoming_machine(const incoming_call* const* calls, std::size_t count,
                     incoming_options options);

    void head(const http::received_request& head);
    void feed(std::string_view bytes);
    void finish();
    void reset();
    void files(file_sink sink) { options_.files = std::move(sink); }

    bool ready() const { return state_ == state::ready; }
    bool failed() const { return state_ == state::failed; }
    const server_error& error() const { return answer_; }
    const oaiwire::error& failure() const { return failure_; }
    bool streamed() const { return streamed_; }
    bool head_only() const { return head_only_; }
    std::string_view operation_id() const;
    std::string_view body() const { return ready() ? std::string_view(body_) : std::string_view(); }
    std::string take_body();
    std::string_view deployment() const { return deployment_; }
    const secret& key() const { return key_; }
    // The request if it is of that call and ready; otherwise null.
    void* request_of(const incoming_call& call);

private:
    enum class state : std::uint8_t { idle, body, ready, failed };

    // Each returns whether to go on; if not, it has failed.
    bool route(const http::received_request& head);
    bool check_key(const http::header_list& headers);
    bool check_body_head(const http::header_list& headers);
    bool make_request();
    bool begin_form(std::string_view content_type);
    bool take(std::string_view bytes);
    bool read_body();
    bool read_json();
    bool read_form();
    bool validate();
    void choose();

    // The operations at one path: those of the method, and what answers another method.
    struct routes;
    void add_route(routes& to, const incoming_call& call, std::string_view method,
                   std::string_view path, std::string_view deployment);
    bool take_parameters(const path_values& parameters, std::string_view deployment);

    // f(), and failing with out_of_memory if memory runs out in it.
    template <class F>
    void guard(F f) {
        within_memory([&] { f(); }, [&] { fail(answer_to(no_memory()), no_memory()); });
    }
    bool fail_form();
    bool fail(oaiwire::error why) {
        server_error answer = answer_to(why);
        return fail(std::move(answer), std::move(why));
    }
    bool fail(server_error answer, oaiwire::error why);
    bool fail(server_error answer, errc code) {
        auto why = make_error(code, answer.message, answer.param);
        return fail(std::move(answer), std::move(why));
    }

    const incoming_call* const* calls_;
    std::size_t count_;
    incoming_options options_;

    state state_ = state::idle;
    bool streamed_ = false;
    bool head_only_ = false;
    const incoming_call* call_ = nullptr;   // the operation, once the head is known
    const incoming_call* other_ = nullptr;  // another one at the same path and method
    std::size_t taken_ = 0;                 // bytes of the body
    std::string body_{};                    // a JSON body; the query before that
    std::string deployment_{};
    std::string pattern_{};  // of the call that is compared, reused
    std::string scratch_{};  // reused
    secret key_{};
    any_object request_{};
    const incoming_call* made_for_ = nullptr;  // the call that request_ was made for
    std::unique_ptr<form_machine> form_{};     // while a form is read
    server_error answer_{};
    oaiwire::error failure_{};
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES
#include <oaiwire/server/incoming_machine_head.hpp>
#include <oaiwire/server/incoming_machine_steps.hpp>
#endif

#include <oaiwire/core/macros_end.hpp>
