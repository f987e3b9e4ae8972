// Shell commands and patches of the Responses API: where they run, the calls and their outputs.
// Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire::inline v0_2 {

// A secret that requests to one domain get, without the model seeing it.
struct DomainSecret {
    field<std::string> domain{};
    field<std::string> name{};
    field<std::string> value{};
    extra_members extra{};
    friend bool operator==(const DomainSecret&, const DomainSecret&) = default;
};

// type: "disabled", or "allowlist" with the members after it.
struct NetworkPolicy {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::vector<std::string>> allowed_domains{};
    field<std::vector<DomainSecret>> domain_secrets{};
    extra_members extra{};
    friend bool operator==(const NetworkPolicy&, const NetworkPolicy&) = default;
};

// A zip archive: type "base64", media_type "application/zip".
struct SkillSource {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> media_type{};
    field<std::string> data{};  // base64
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

// Where a tool's code runs. type: "local", "container_reference" (container_id), "container_auto",
// and "auto" for the code interpreter (file_ids, memory_limit such as "4g", network_policy).
struct ToolEnvironment {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::string> container_id{};
    field<std::vector<std::string>> file_ids{};
    field<std::string> memory_limit{};
    field<NetworkPolicy> network_policy{};
    field<std::vector<Skill>> skills{};
    extra_members extra{};
    friend bool operator==(const ToolEnvironment&, const ToolEnvironment&) = default;
};

struct ShellAction {
    field<std::vector<std::string>> commands{};
    field<std::int64_t> max_output_length{};  // characters
    field<std::int64_t> timeout_ms{};
    extra_members extra{};
    friend bool operator==(const ShellAction&, const ShellAction&) = default;
};

// OpenAI: FunctionShellCall. Commands to be run by the program or in a container, and answered by a
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

// type: "exit", with exit_code, or "timeout".
struct ShellOutcome {
    field<std::string> type{};
    field<std::int64_t> exit_code{};
    extra_members extra{};
    friend bool operator==(const ShellOutcome&, const ShellOutcome&) = default;
};

// What one command wrote. The members end in `_` here, not on the wire: C has macros of their
// names.
struct ShellOutput {
    field<std::string> stdout_{};
    field<std::string> stderr_{};
    field<ShellOutcome> outcome{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ShellOutput&, const ShellOutput&) = default;
};

// OpenAI: FunctionShellCallOutput. output: one entry for each command. max_output_length: as in the
// call.
struct ShellToolCallOutput {
    static constexpr wire_tag tag{"type", "shell_call_output"};
    field<std::string> call_id{};
    field<std::vector<ShellOutput>> output{};
    field<std::int64_t> max_output_length{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ShellToolCallOutput&, const ShellToolCallOutput&) = default;
};

// type: "exec".
struct LocalShellAction {
    static constexpr bool kept_apart = true;
    field<std::string> type{};
    field<std::vector<std::string>> command{};
    field<string_map<std::string>> env{};
    field<std::int64_t> timeout_ms{};
    field<std::string> user{};
    field<std::string> working_directory{};
    extra_members extra{};
    friend bool operator==(const LocalShellAction&, const LocalShellAction&) = default;
};

struct LocalShellToolCall {
    static constexpr wire_tag tag{"type", "local_shell_call"};
    field<std::string> id{};
    field<std::string> call_id{};
    field<LocalShellAction> action{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const LocalShellToolCall&, const LocalShellToolCall&) = default;
};

struct LocalShellToolCallOutput {
    static constexpr wire_tag tag{"type", "local_shell_call_output"};
    field<std::string> id{};
    field<std::string> output{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const LocalShellToolCallOutput&,
                           const LocalShellToolCallOutput&) = default;
};

// type: "create_file", "update_file", or "delete_file", which has no diff.
struct PatchOperation {
    field<std::string> type{};
    field<std::string> path{};
    field<std::string> diff{};
    extra_members extra{};
    friend bool operator==(const PatchOperation&, const PatchOperation&) = default;
};

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

// status: "completed" or "failed". output: what the model is told of it.
struct ApplyPatchToolCallOutput {
    static constexpr wire_tag tag{"type", "apply_patch_call_output"};
    field<std::string> call_id{};
    field<std::string> output{};
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    field<ToolCaller> caller{};
    field<std::string> created_by{};
    extra_members extra{};
    friend bool operator==(const ApplyPatchToolCallOutput&,
                           const ApplyPatchToolCallOutput&) = default;
};

}  // namespace oaiwire::inline v0_2
