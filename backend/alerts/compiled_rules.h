#pragma once

#include "backend/alerts/alert_rule.h"
#include "backend/audit/event_query.h"
#include "backend/base/time_zone.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sallyport::alerts {

/// A rule made ready to count with.
struct CompiledRule {
    AlertRule rule;
    audit::EventQuery query; ///< of the filter
    TimeZone zone;           ///< of the schedule

    /// True if the schedule lets it count then.
    bool countsAt(UtcTime time) const;
    /// Kind aside, which CompiledRules has asked already.
    bool takes(const audit::Event& event) const;
};

/// All rules that are switched on, by the kinds of events that they take. A value that is replaced as a whole; any thread.
class CompiledRules {
public:
    CompiledRules() = default;
    /// `zone` is of schedules that name none. A rule whose filter can't be read any more is left out.
    CompiledRules(const std::vector<AlertRule>& rules, const TimeZone& zone);

    /// True if some rule takes events of this kind. A look-up; allocates nothing.
    bool wants(std::string_view kind) const noexcept { return m_byKind.find(kind) != m_byKind.end(); }
    /// Places in rules() of those that take the kind.
    const std::vector<std::uint16_t>& rulesOf(std::string_view kind) const;
    const std::vector<CompiledRule>& rules() const noexcept { return m_rules; }
    /// All kinds that some rule takes.
    std::vector<std::string> kinds() const;
    std::chrono::seconds longestWindow() const noexcept { return m_longest; }

private:
    std::vector<CompiledRule> m_rules;
    std::unordered_map<std::string_view, std::vector<std::uint16_t>> m_byKind; ///< keys live in the table of kinds
    std::chrono::seconds m_longest{0};
};

/// The events that the rule takes, as a query: kinds and filter. ValidationFailed for a filter that can't be read, or that names
/// a time.
[[nodiscard]] Result<audit::EventQuery> queryOf(const AlertDraft& draft);
/// True if the kind is `pattern`, or of its family `auth.*`.
bool kindFits(std::string_view pattern, std::string_view kind) noexcept;

} // namespace sallyport::alerts
