#include "backend/alerts/compiled_rules.h"

#include "backend/audit/event_kinds.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

constexpr int minutesOfDay = 1440;
constexpr int daysOfWeek = 7;

bool takesKind(const std::vector<std::string>& patterns, std::string_view kind)
{
    return patterns.empty() || std::ranges::any_of(patterns, [&](const std::string& one) { return kindFits(one, kind); });
}

} // namespace

bool kindFits(std::string_view pattern, std::string_view kind) noexcept
{
    if (pattern.ends_with(".*"))
        pattern.remove_suffix(1);
    return pattern.ends_with('.') ? kind.starts_with(pattern) : kind == pattern;
}

Result<audit::EventQuery> queryOf(const AlertDraft& draft)
{
    Result<audit::EventQuery> query = audit::parseFilter(draft.filter, UtcTime{}, TimeZone());
    if (!query) {
        std::vector<FieldError> fields;
        for (const FieldError& one : query.error().fields)
            fields.push_back({"filter", one.message, one.rule.empty() ? "filter" : one.rule});
        if (fields.empty())
            fields.push_back({"filter", query.error().detail, "filter"});
        return identity::validationError(std::move(fields));
    }
    if (query->since || query->until)
        return identity::validationError({{"filter", "A rule looks at what comes: no since and no until.", "filter"}});
    return query;
}

bool CompiledRule::countsAt(UtcTime time) const
{
    const AlertSchedule& schedule = rule.what.schedule;
    if (schedule.always())
        return true;
    const UtcTime wall = zone.toWall(time);
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    const auto minute = static_cast<int>(std::chrono::floor<std::chrono::minutes>(wall - day).count());
    const int weekday = static_cast<int>(std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding()) - 1;
    const auto on = [&](int which) { return (schedule.days & (1u << ((which + daysOfWeek) % daysOfWeek))) != 0; };
    const int from = schedule.from, until = schedule.until;
    bool inside = false;
    if (from < until)
        inside = on(weekday) && minute >= from && minute < until;
    else // over midnight: the morning belongs to the day before
        inside = (on(weekday) && minute >= from) || (on(weekday - 1) && minute < until % minutesOfDay);
    return inside != schedule.outside;
}

bool CompiledRule::takes(const audit::Event& event) const
{
    return audit::matches(query, event) && countsAt(event.time) && !(rule.mutedUntil && event.time < *rule.mutedUntil);
}

CompiledRules::CompiledRules(const std::vector<AlertRule>& rules, const TimeZone& zone)
{
    for (const AlertRule& rule : rules) {
        Result<audit::EventQuery> query = queryOf(rule.what);
        if (!rule.what.enabled || !query)
            continue;
        const auto place = static_cast<std::uint16_t>(m_rules.size());
        for (const audit::EventKind& kind : audit::eventKinds()) {
            if (takesKind(rule.what.kinds, kind.word) && takesKind(query->kinds, kind.word))
                m_byKind[kind.word].push_back(place);
        }
        CompiledRule compiled{rule, std::move(*query), zone};
        if (!rule.what.schedule.zone.empty())
            if (const auto own = TimeZone::named(rule.what.schedule.zone))
                compiled.zone = *own;
        m_rules.push_back(std::move(compiled));
        m_longest = std::max(m_longest, rule.what.window);
    }
}

const std::vector<std::uint16_t>& CompiledRules::rulesOf(std::string_view kind) const
{
    static const std::vector<std::uint16_t> none;
    const auto found = m_byKind.find(kind);
    return found == m_byKind.end() ? none : found->second;
}

std::vector<std::string> CompiledRules::kinds() const
{
    std::vector<std::string> all;
    for (const auto& [kind, rules] : m_byKind)
        all.emplace_back(kind);
    std::ranges::sort(all);
    return all;
}

} // namespace sallyport::alerts
