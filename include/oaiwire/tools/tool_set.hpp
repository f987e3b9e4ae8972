// tool_set: the tools that a model may call, with the functions that answer.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/tools/tool_arguments.hpp>
#include <oaiwire/tools/tool_output.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// The call that a tool's function answers. Views, valid during the call of the function.
struct tool_context {
    std::string_view id{};         // of the call
    std::string_view name{};       // of the tool
    std::string_view arguments{};  // as they were read: JSON, or the text of a custom tool
    const stop_handle& stop;       // is set when the loop is to end

    // Whether the function should return soon; what it returns is not used then.
    bool stop_requested() const { return stop.stop_requested(); }
};

// What is declared of a tool beside name, description and parameters.
struct tool_settings {
    // For a schema of your own: whether the server must keep the arguments to it; not sent unless
    // set. The parameters of a type are strict, but those of add_loose() and declare_loose().
    std::optional<bool> strict{};
    bool needs_approval = true;        // false: run without asking tool_options::approve
    std::optional<Grammar> grammar{};  // of the text that a custom tool takes
};

// A tool as it is declared to the model.
struct tool_declaration {
    std::string name{};         // by which the model calls it
    std::string description{};  // "": none is sent
    raw_json parameters{};      // a JSON Schema; unused for custom tools
    bool custom = false;        // takes free text in place of JSON
    tool_settings settings{};   // strict is set for parameters of a type
    bool has_function = false;  // false: the program answers the calls
};

namespace detail {

// A function that answers calls of a tool.
class tool_function {
public:
    tool_function() = default;
    tool_function(const tool_function&) = delete;
    tool_function& operator=(const tool_function&) = delete;
    virtual ~tool_function() = default;
    virtual result<std::string> run(const tool_context& context) = 0;
};

// Takes arguments of a type.
template <class Args, class F>
class typed_function final : public tool_function {
public:
    explicit typed_function(F f) : f_(std::move(f)) {}
    result<std::string> run(const tool_context& context) override {
        Args args{};
        // they were checked before, and repaired: see check_arguments()
        if (auto done = read_arguments(context.arguments, args); !done) {
            return std::move(done).error();
        }
        return output_from(f_, context, std::move(args));
    }

private:
    F f_;
};

// Takes arguments as text.
template <class F>
class text_function final : public tool_function {
public:
    explicit text_function(F f) : f_(std::move(f)) {}
    result<std::string> run(const tool_context& context) override {
        return output_from(f_, context, std::string_view(context.arguments));
    }

private:
    F f_;
};

template <class F, class... Args>
concept function_of_tool =
    std::is_invocable_v<F&, Args...> || std::is_invocable_v<F&, Args..., const tool_context&>;

// A tool with its function and what checks its arguments.
struct tool_entry {
    tool_declaration declared{};
    arguments_check* check = nullptr;  // null: free text
    std::unique_ptr<tool_function> function{};
};

}  // namespace detail

// Tools, in the order in which they were added. A tool has a function, which is called with the
// arguments that the model wrote, or none: then the program answers (tool_conversation::answer).
//
//     oaiwire::tool_set tools;
//     tools.add<WeatherQuery>("weather", "The weather in a city",
//                             [](const WeatherQuery& q) { return look_up(q.city); });
//
// A function takes `const Args&` (or `Args`), and also `const tool_context&` if it likes. It
// returns a text, raw_json or any type that json::write takes, a result of one of these, or
// nothing. It may be movable only, and should not throw. What it refers to must live as long as the
// set, and the set as long as the loops that use it. Errors of declaring (a name used twice) are
// kept: error(). Movable. Use one set in one loop at a time.
class tool_set {
public:
    // Adds a tool whose parameters are the members of Args: json::schema<Args>().
    template <class Args, class F>
    requires detail::function_of_tool<std::decay_t<F>, Args> tool_set& add(
        std::string name, std::string description, F&& function, tool_settings settings = {}) {
        return put(name, description, settings, [&](detail::tool_entry& e) {
            take_type<Args, true>(e);
            take_function<Args>(e, std::forward<F>(function));
        });
    }
    // The same with json::loose_schema<Args>(), which also has maps, raw_json and optional members.
    template <class Args, class F>
    requires detail::function_of_tool<std::decay_t<F>, Args> tool_set& add_loose(
        std::string name, std::string description, F&& function, tool_settings settings = {}) {
        return put(name, description, settings, [&](detail::tool_entry& e) {
            take_type<Args, false>(e);
            take_function<Args>(e, std::forward<F>(function));
        });
    }
    // Adds a tool with a JSON Schema of your own. Its function takes std::string_view: valid JSON,
    // whatever the schema says.
    template <class F>
    requires detail::function_of_tool<std::decay_t<F>, std::string_view> tool_set& add(
        std::string name, std::string description, raw_json parameters, F&& function,
        tool_settings settings = {}) {
        using made = detail::text_function<std::decay_t<F>>;
        return put(name, description, settings, [&](detail::tool_entry& e) {
            take_schema(e, std::move(parameters));
            e.function = std::make_unique<made>(std::forward<F>(function));
        });
    }
    // Adds a custom tool. Its function takes std::string_view: the text that the model wrote.
    template <class F>
    requires detail::function_of_tool<std::decay_t<F>, std::string_view> tool_set& add_custom(
        std::string name, std::string description, F&& function, tool_settings settings = {}) {
        using made = detail::text_function<std::decay_t<F>>;
        return put(name, description, settings, [&](detail::tool_entry& e) {
            e.declared.custom = true;
            e.function = std::make_unique<made>(std::forward<F>(function));
        });
    }

    // Adds a tool that the program answers.
    template <class Args>
    tool_set& declare(std::string name, std::string description, tool_settings settings = {}) {
        return put(name, description, settings,
                   [](detail::tool_entry& e) { take_type<Args, true>(e); });
    }
    // The same with json::loose_schema<Args>().
    template <class Args>
    tool_set& declare_loose(std::string name, std::string description,
                            tool_settings settings = {}) {
        return put(name, description, settings,
                   [](detail::tool_entry& e) { take_type<Args, false>(e); });
    }
    // The same with a JSON Schema of your own.
    tool_set& declare(std::string name, std::string description, raw_json parameters,
                      tool_settings settings = {});
    // The same for a custom tool.
    tool_set& declare_custom(std::string name, std::string description,
                             tool_settings settings = {});

    // The first error of add() and declare(): invalid_argument for a name that is empty or used
    // before, out_of_memory. errc::ok: none. Loops refuse a set that has one.
    const oaiwire::error& error() const { return error_; }

    // The number of tools.
    std::size_t size() const { return entries_.size(); }
    // A tool, by its position. Valid until the next add() or declare().
    const tool_declaration& operator[](std::size_t i) const { return entries_[i].declared; }
    // The position of the tool of that name; size() if there is none.
    std::size_t find(std::string_view name) const;
    // The names, for messages: "weather", "clock"
    std::string names() const;

    // For the library.
    const detail::tool_entry& entry(std::size_t i) const { return entries_[i]; }

private:
    template <class Args, bool Strict>
    static void take_type(detail::tool_entry& e) {
        e.declared.settings.strict = Strict;
        if constexpr (Strict) {
            e.declared.parameters = json::schema<Args>();
        } else {
            e.declared.parameters = json::loose_schema<Args>();
        }
        e.check = &detail::check_arguments<Args>;
    }
    template <class Args, class F>
    static void take_function(detail::tool_entry& e, F&& function) {
        using made = detail::typed_function<Args, std::decay_t<F>>;
        e.function = std::make_unique<made>(std::forward<F>(function));
    }
    static void take_schema(detail::tool_entry& e, raw_json&& parameters) {
        e.declared.parameters = std::move(parameters);
        e.check = &detail::check_json;
    }

    template <class Fill>
    tool_set& put(std::string& name, std::string& description, tool_settings& settings,
                  Fill&& fill) {
        const auto add = [&] {
            detail::tool_entry e;
            e.declared.name = std::move(name);
            e.declared.description = std::move(description);
            e.declared.settings = std::move(settings);
            fill(e);
            append(std::move(e));
        };
        within_memory(add, [this] { note(no_memory()); });
        return *this;
    }
    void append(detail::tool_entry&& e);
    void note(oaiwire::error&& e);

    std::vector<detail::tool_entry> entries_{};
    oaiwire::error error_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE tool_set& tool_set::declare(std::string name, std::string description,
                                           raw_json parameters, tool_settings settings) {
    return put(name, description, settings,
               [&](detail::tool_entry& e) { take_schema(e, std::move(parameters)); });
}

OAIWIRE_INLINE tool_set& tool_set::declare_custom(std::string name, std::string description,
                                                  tool_settings settings) {
    return put(name, description, settings,
               [](detail::tool_entry& e) { e.declared.custom = true; });
}

OAIWIRE_INLINE std::size_t tool_set::find(std::string_view name) const {
    std::size_t i = 0;
    while (i != entries_.size() && entries_[i].declared.name != name) ++i;
    return i;
}

OAIWIRE_INLINE std::string tool_set::names() const {
    std::string out;
    for (const auto& e : entries_) {
        out.append(out.empty() ? "\"" : ", \"").append(e.declared.name).append("\"");
    }
    return out;
}

OAIWIRE_INLINE void tool_set::append(detail::tool_entry&& e) {
    const std::string& name = e.declared.name;
    if (name.empty()) return note(make_error(errc::invalid_argument, "a tool has no name"));
    if (find(name) != size()) {
        return note(make_error(errc::invalid_argument, "two tools are named \"" + name + "\""));
    }
    e.declared.has_function = e.function != nullptr;
    entries_.push_back(std::move(e));
}

OAIWIRE_INLINE void tool_set::note(oaiwire::error&& e) {
    if (error_.code == errc::ok) error_ = std::move(e);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
