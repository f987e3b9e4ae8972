// Responses API: shell commands and patches. Environments, calls and their outputs.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: a secret that is added to requests to one domain; the model does not see it.
struct DomainSecret {
    field<std::string> domain{};
    field<std::string> name{};
    field<std::string> value{};
    extra_members extra{};
    friend bool operator==(const DomainSecret&, const DomainSecret&) = default;
};

// OpenAI: network access of a container. `type` is "disabled", or "allowlist" with the other
// members.
struct NetworkPolicy {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::vector<std::string>> allowed_domains{};
    field<std::vector<DomainSecret>> domain_secrets{};
    extra_members extra{};
    friend bool operator==(const NetworkPolicy&, const NetworkPolicy&) = default;
};

// OpenAI: a skill as a zip archive.
struct SkillSource {
    static constexpr bool kept_apart = true;
    field<std::string> type{};        // "base64"
    field<std::string> media_type{};  // "application/zip"
    field<std::string> data{};        // base64
    extra_members extra{};
    friend bool operator==(const SkillSource&, const SkillSource&) = default;
};

// OpenAI: SkillReferenceParam (type "skill_reference": skill_id, version), InlineSkillParam (type
// "inline": source), LocalSkillParam (no type: path).
struct Skill {
    field<std::string> type{};
    field<std::string> name{};
    field<std::string> description{};
    field<std::string> path{};
    field<std::string> skill_id{};
    field<std::string> version{};
    field<SkillSource> source{};
    extra_members extra{};
    friend bool operator==(const Skill&, const Skill&) = default;
};

// OpenAI: where a tool's code runs. `type` is "local", "container_reference" (container_id),
// "container_auto" or, for the code interpreter, "auto" (the members from file_ids on).
struct ToolEnvironment {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> container_id{};
    field<std::vector<std::string>> file_ids{};
    field<std::string> memory_limit{};  // "1g", "4g", "16g" or "64g"
    field<NetworkPolicy> network_policy{};
    field<std::vector<Skill>> skills{};
    extra_members extra{};
    friend bool operator==(const ToolEnvironment&, const ToolEnvironment&) = default;
};

// OpenAI: the commands of a ShellToolCall.
struct ShellAction {
    field<std::vector<std::string>> commands{};
    field<std::int64_t> max_output_length{};  // characters
    field<std::int64_t> timeout_ms{};
    extra_members extra{};
    friend bool operator==(const ShellAction&, const ShellAction&) = default;
};

// OpenAI: FunctionShellCall. Commands to execute, by the program or in a container; the result is a
// ShellToolCallOutput.
struct ShellToolCall {
    static constexpr wire_tag tag{"type", "shell_call"};
    field<std::string> call_id{};
    field<ShellAction> action{};
    field<std::string> id{};
    field<ToolEnvironment> environment{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ShellToolCall&, const ShellToolCall&) = default;
};

// OpenAI: how a command ended. `type` is "exit" or "timeout".
struct ShellOutcome {
    field<std::string> type{};
    field<std::int64_t> exit_code{};  // if type is "exit"
    extra_members extra{};
    friend bool operator==(const ShellOutcome&, const ShellOutcome&) = default;
};

// OpenAI: the output of one command. The JSON names have no trailing `_`; here they need one, since
// stdout and stderr are macros in C.
struct ShellOutput {
    field<std::string> stdout_{};
    field<std::string> stderr_{};
    field<ShellOutcome> outcome{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ShellOutput&, const ShellOutput&) = default;
};

// OpenAI: FunctionShellCallOutput. The result of a ShellToolCall.
struct ShellToolCallOutput {
    static constexpr wire_tag tag{"type", "shell_call_output"};
    field<std::string> call_id{};              // of the ShellToolCall
    field<std::vector<ShellOutput>> output{};  // one entry per command
    field<std::int64_t> max_output_length{};   // characters, as in the call
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ShellToolCallOutput&, const ShellToolCallOutput&) = default;
};

// OpenAI: LocalShellExecAction.
struct LocalShellAction {
    static constexpr bool kept_apart = true;
    field<std::string> type{};  // "exec"
    field<std::vector<std::string>> command{};
    field<string_map<std::string>> env{};
    field<std::int64_t> timeout_ms{};
    field<std::string> user{};
    field<std::string> working_directory{};
    extra_members extra{};
    friend bool operator==(const LocalShellAction&, const LocalShellAction&) = default;
};

// OpenAI: LocalShellToolCall. A command that the program is to execute.
struct LocalShellToolCall {
    static constexpr wire_tag tag{"type", "local_shell_call"};
    field<std::string> id{};
    field<std::string> call_id{};
    field<LocalShellAction> action{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const LocalShellToolCall&, const LocalShellToolCall&) = default;
};

// OpenAI: LocalShellToolCallOutput.
struct LocalShellToolCallOutput {
    static constexpr wire_tag tag{"type", "local_shell_call_output"};
    field<std::string> id{};
    field<std::string> output{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const LocalShellToolCallOutput&,
                           const LocalShellToolCallOutput&) = default;
};

// OpenAI: an operation on one file.
struct PatchOperation {
    field<std::string> type{};  // "create_file", "update_file" or "delete_file"
    field<std::string> path{};
    field<std::string> diff{};  // absent for "delete_file"
    extra_members extra{};
    friend bool operator==(const PatchOperation&, const PatchOperation&) = default;
};

// OpenAI: ApplyPatchToolCall. An operation that the program is to apply.
struct ApplyPatchToolCall {
    static constexpr wire_tag tag{"type", "apply_patch_call"};
    field<std::string> call_id{};
    field<PatchOperation> operation{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ApplyPatchToolCall&, const ApplyPatchToolCall&) = default;
};

// OpenAI: ApplyPatchToolCallOutput. The result of an ApplyPatchToolCall.
struct ApplyPatchToolCallOutput {
    static constexpr wire_tag tag{"type", "apply_patch_call_output"};
    field<std::string> call_id{};  // of the ApplyPatchToolCall
    field<std::string> output{};   // what to tell the model
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};  // completed or failed
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ApplyPatchToolCallOutput&,
                           const ApplyPatchToolCallOutput&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
