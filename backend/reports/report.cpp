#include "backend/reports/report.h"

#include "backend/base/time_format.h"

#include <algorithm>
#include <array>

namespace sallyport::reports {

namespace {

using access::Permission;

constexpr std::array activityNeeds{Permission::EventsRead};
constexpr std::array accessNeeds{Permission::UsersRead, Permission::RolesRead};
constexpr std::array authenticationNeeds{Permission::UsersRead, Permission::EventsRead};
constexpr std::array keyNeeds{Permission::KeysRead};
constexpr std::array configurationNeeds{Permission::EventsRead};
constexpr std::array detectionNeeds{Permission::EventsRead, Permission::ProtectionRead, Permission::BansRead};
constexpr std::array complianceNeeds{Permission::SettingsRead,   Permission::UsersRead, Permission::EventsRead,
                                     Permission::ProtectionRead, Permission::BansRead,  Permission::KeysRead,
                                     Permission::AlertsRead};

constexpr std::array<TemplateInfo, templateCount> templateTable{{
    {Template::Activity, "activity", "Activity", "What happened in a period, and that the journal of it is whole.", activityNeeds,
     true, true},
    {Template::AccessReview, "access_review", "Access review", "Who has what, since when, by whom, and when it was last used.",
     accessNeeds, false, false},
    {Template::Authentication, "authentication", "Authentication and MFA",
     "Who signs in how, who has a second factor and who should.", authenticationNeeds, true, false},
    {Template::ApiKeys, "api_keys", "API keys", "Every key: whose it is, what it opens, when it ends and was last used.",
     keyNeeds, false, false},
    {Template::Configuration, "configuration", "Configuration changes",
     "Who changed what of settings, roles, users, keys and rules.", configurationNeeds, true, true},
    {Template::Detection, "detection", "Detection and bans", "What was blocked and noticed, and who is kept out.", detectionNeeds,
     true, true},
    {Template::Compliance, "compliance", "Compliance", "The security checklist, each control with its state as it is now.",
     complianceNeeds, false, false, true},
}};

constexpr std::array<std::string_view, 4> formatWords{"csv", "jsonl", "html", "pdf"};
constexpr std::array<std::string_view, 4> formatMedias{"text/csv; charset=utf-8", "application/jsonl", "text/html; charset=utf-8",
                                                       "application/pdf"};
constexpr std::array<std::string_view, 3> periodWords{"day", "week", "month"};
constexpr std::array<std::string_view, 3> frequencyWords{"daily", "weekly", "monthly"};

template <typename Value, std::size_t Count>
std::optional<Value> findIn(const std::array<std::string_view, Count>& words, std::string_view word)
{
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<Value>(found - words.begin()));
}

} // namespace

std::span<const TemplateInfo> templates() noexcept
{
    return templateTable;
}

const TemplateInfo& info(Template report) noexcept
{
    return templateTable[static_cast<std::size_t>(report)];
}

std::optional<Template> findTemplate(std::string_view word) noexcept
{
    const auto found = std::ranges::find(templateTable, word, &TemplateInfo::word);
    return found == templateTable.end() ? std::nullopt : std::optional(found->report);
}

std::string_view formatWord(Format format) noexcept
{
    return formatWords[static_cast<std::size_t>(format)];
}

std::optional<Format> findFormat(std::string_view word) noexcept
{
    return findIn<Format>(formatWords, word);
}

std::string_view formatMedia(Format format) noexcept
{
    return formatMedias[static_cast<std::size_t>(format)];
}

std::string_view periodWord(Period period) noexcept
{
    return periodWords[static_cast<std::size_t>(period)];
}

std::string_view frequencyWord(Frequency frequency) noexcept
{
    return frequencyWords[static_cast<std::size_t>(frequency)];
}

std::optional<Period> findPeriod(std::string_view word) noexcept
{
    return findIn<Period>(periodWords, word);
}

std::optional<Frequency> findFrequency(std::string_view word) noexcept
{
    return findIn<Frequency>(frequencyWords, word);
}

std::string MadeReport::fileName() const
{
    std::string name = "sallyport-" + std::string(info(report).word) + "-" + toRfc3339(madeAt).substr(0, 10);
    std::ranges::replace(name, '_', '-');
    return name + "." + std::string(formatWord(format));
}

} // namespace sallyport::reports
