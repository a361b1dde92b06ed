#pragma once

#include <QString>

#include <map>
#include <string>

#include "backend/base/clock.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/result.h"
#include "backend/retention/retention.h"

namespace sallyport {
struct Services;
namespace access {
struct Actor;
}
} // namespace sallyport

namespace sallyport::ui {

/// Who gave a rule the days that it has, and when, as the journal tells it.
struct RuleAuthor {
    std::string name;
    UtcTime at;
    bool operator==(const RuleAuthor&) const = default;
};

/// By the kinds of the rules; the default and the caps have names of their own. Without history:read, and for what was never
/// changed or longer ago than the journal reaches, there is none.
using RuleAuthors = std::map<std::string, RuleAuthor>;
inline constexpr const char *defaultRule = "", *capRule = "#", *bytesRule = "##";

/// Blocks: workers only.
[[nodiscard]] RuleAuthors ruleAuthors(Services& services, const access::Actor& actor, const retention::RetentionRules& rules);

/// `Ingrid Solheim, 3 days ago`; empty for nobody.
QString authorText(const RuleAuthors& authors, const std::string& rule, UtcTime now);

} // namespace sallyport::ui
