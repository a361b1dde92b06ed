#include "backend/protection/detection/attack_class.h"
#include "backend/protection/detection/detector.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

struct WordAndTitle {
    std::string_view word;
    std::string_view title;
};

constexpr std::array<std::string_view, classCount> classWords{
    "sql",  "nosql",     "script",    "traversal",  "commands",  "templates", "code",    "xml", "ldap",
    "ssrf", "splitting", "log4shell", "shellshock", "prototype", "ssi",       "scanner", "own",
};
constexpr std::array<std::string_view, 4> severityWords{"low", "medium", "high", "critical"};
constexpr std::array<std::string_view, static_cast<std::size_t>(PartKind::Count_)> partWords{
    "path", "query", "header", "cookie", "json", "form", "multipart", "file_name", "xml", "text"};
constexpr std::array<WordAndTitle, static_cast<std::size_t>(StageKind::Count_)> stageWords{{
    {"received", "As received"},
    {"percent", "Percent"},
    {"plus", "Plus signs"},
    {"json_escape", "JSON escape"},
    {"entities", "HTML entities"},
    {"base64", "Base64"},
    {"unicode", "Unicode forms"},
    {"backslash", "Backslash escape"},
    {"sql_comment", "SQL comment"},
    {"case", "Case"},
    {"path", "Path"},
    {"matched", "Matched"},
}};
constexpr std::array<WordAndTitle, static_cast<std::size_t>(TokenRole::Count_)> roleWords{{
    {"plain", "Plain"},
    {"number", "Number"},
    {"text", "Text"},
    {"name", "Name"},
    {"operator", "Operator"},
    {"keyword", "Keyword"},
    {"function", "Function"},
    {"variable", "Variable"},
    {"closes_text", "Closes text"},
    {"joins", "Joins"},
    {"always_true", "Always true"},
    {"cuts_the_rest", "Cuts the rest"},
    {"opens_tag", "Opens a tag"},
    {"event_handler", "Event handler"},
    {"script_url", "Script address"},
    {"climbs_up", "Climbs up"},
    {"sensitive_file", "Sensitive file"},
    {"opens_expression", "Opens an expression"},
    {"command", "Command"},
    {"address", "Address"},
}};

} // namespace

std::string_view classWord(AttackClass attackClass) noexcept
{
    return classWords.at(static_cast<std::size_t>(attackClass));
}

std::optional<AttackClass> classOf(std::string_view word) noexcept
{
    const auto* found = std::ranges::find(classWords, word);
    if (found == classWords.end())
        return std::nullopt;
    return static_cast<AttackClass>(found - classWords.begin());
}

std::string_view severityWord(Severity severity) noexcept
{
    return severityWords.at(static_cast<std::size_t>(severity));
}

std::string_view partWord(PartKind kind) noexcept
{
    return partWords.at(static_cast<std::size_t>(kind));
}

std::string_view stageWord(StageKind kind) noexcept
{
    return stageWords.at(static_cast<std::size_t>(kind)).word;
}

std::string_view stageTitle(StageKind kind) noexcept
{
    return stageWords.at(static_cast<std::size_t>(kind)).title;
}

std::string_view roleWord(TokenRole role) noexcept
{
    return roleWords.at(static_cast<std::size_t>(role)).word;
}

std::string_view roleTitle(TokenRole role) noexcept
{
    return roleWords.at(static_cast<std::size_t>(role)).title;
}

} // namespace sallyport::protection::detection
