#include "backend/access/policies/condition.h"

#include "backend/access/policies/attributes.h"
#include "backend/access/policies/policy_limits.h"
#include "backend/base/utf8.h"

namespace sallyport::access::policies {
namespace {

constexpr std::string_view field = "condition";

FieldError mistakeAt(std::string message, std::string rule, std::string_view source, std::size_t offset)
{
    FieldError error{std::string(field), std::move(message), std::move(rule)};
    error.position = static_cast<std::int64_t>(codePointCount(source.substr(0, offset)).value_or(offset));
    const cel::Position place = cel::positionOf(source, static_cast<std::uint32_t>(offset));
    error.line = place.line;
    error.column = place.column;
    return error;
}

/// What is wrong without the words that were sent: an answer repeats nothing that it refuses. Where they stand, it says.
std::string withoutQuotes(const std::string& message)
{
    for (const std::string_view kind :
         {"unknown name", "unknown function", "missing attribute", "this is no regular expression"}) {
        if (message.starts_with(kind))
            return std::string(kind);
    }
    const std::size_t found = message.rfind(", found '");
    return found != std::string::npos ? message.substr(0, found) + ", found something else" : message;
}

std::string sentence(const cel::Problem& problem)
{
    std::string text = withoutQuotes(problem.message);
    if (!problem.suggestion.empty())
        text += " (did you mean '" + problem.suggestion + "'?)";
    return text;
}

Condition conditionOf(std::string_view text, bool refusesFailures)
{
    if (text.size() > conditionBytes)
        return {nullptr, {{std::string(field), "At most " + std::to_string(conditionBytes) + " bytes.", "maxLength"}}, {}};
    if (text.find_first_not_of(" \t\r\n\f") == std::string_view::npos)
        return {nullptr, {mistakeAt("A condition is missing; 'true' always holds.", "required", text, 0)}, {}};
    cel::CompileOptions options;
    options.result = cel::Type::of(cel::Kind::Bool);
    options.mostSteps = conditionSteps;
    options.refusesFailures = refusesFailures;
    cel::Compiled compiled = cel::compile(text, declarations(), options);
    Condition condition{std::move(compiled.program), {}, std::move(compiled.problems)};
    for (const cel::Problem& problem : condition.problems)
        condition.mistakes.push_back(mistakeAt(sentence(problem), "expression", text, problem.place.offset));
    return condition;
}

} // namespace

Condition readCondition(std::string_view text)
{
    return conditionOf(text, true);
}

Condition readKeptCondition(std::string_view text)
{
    return conditionOf(text, false);
}

} // namespace sallyport::access::policies
