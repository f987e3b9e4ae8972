#include <oaiwire/types/enums.hpp>
//
#include <support/catch.hpp>

#include <set>
#include <string_view>

#include <oaiwire/reflect/enums.hpp>
#include <oaiwire/types/open_enum.hpp>

namespace enums_tests {

using namespace oaiwire;

namespace {

// `last` is the enumerator declared last.
template <class E>
void table_fits(E last) {
    const auto names = enumerator_names(E{});
    CHECK(static_cast<std::size_t>(last) == names.size());
    CHECK(E::unknown == E{});
    CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
    for (const std::string_view name : names) {
        CHECK_FALSE(name.empty());
        CHECK(open_enum<E>(name).known() != E::unknown);
        CHECK(reflect::enumerator_name(open_enum<E>(name).known()) == name);
    }
}

}  // namespace

TEST_CASE("each enumeration has one distinct text per enumerator") {
    table_fits(Role::function);
    table_fits(FinishReason::function_call);
    table_fits(ServiceTier::ultrafast);
    table_fits(ReasoningEffort::max);
    table_fits(Verbosity::high);
    table_fits(Modality::audio);
    table_fits(ImageDetail::original);
    table_fits(InputAudioFormat::mp3);
    table_fits(AudioFormat::pcm);
    table_fits(ResponseFormatType::json_schema);
    table_fits(ToolChoiceMode::required);
    table_fits(GrammarSyntax::regex);
    table_fits(SearchContextSize::high);
    table_fits(ModerationMode::block);
    table_fits(ResponseStatus::calling);
}

TEST_CASE("enumerators whose text is a C++ keyword have a trailing underscore") {
    CHECK(open_enum<ServiceTier>(ServiceTier::auto_).text() == "auto");
    CHECK(open_enum<ServiceTier>(ServiceTier::default_).text() == "default");
    CHECK(open_enum<ImageDetail>("auto") == ImageDetail::auto_);
    CHECK(open_enum<ToolChoiceMode>("auto") == ToolChoiceMode::auto_);
}

TEST_CASE("roles and finish reasons have the API's texts") {
    CHECK(open_enum<Role>(Role::assistant).text() == "assistant");
    CHECK(open_enum<Role>(Role::developer).text() == "developer");
    CHECK(open_enum<FinishReason>(FinishReason::content_filter).text() == "content_filter");
    CHECK(open_enum<FinishReason>("eos").known() == FinishReason::unknown);
}

TEST_CASE("statuses have the API's texts") {
    CHECK(reflect::enumerator_name(ResponseStatus::queued) == "queued");
    CHECK(reflect::enumerator_name(ResponseStatus::in_progress) == "in_progress");
    CHECK(reflect::enumerator_name(ResponseStatus::interpreting) == "interpreting");
    CHECK(open_enum<ResponseStatus>("paused").known() == ResponseStatus::unknown);
}

}  // namespace enums_tests
