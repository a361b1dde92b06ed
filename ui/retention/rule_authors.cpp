#include "ui/retention/rule_authors.h"

#include "backend/history/history.h"
#include "backend/services/services.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>

#include <set>
#include <string_view>

namespace sallyport::ui {

namespace {

constexpr std::uint32_t versionsRead = 200;

struct RuleAuthorTexts {
    Q_DECLARE_TR_FUNCTIONS(RuleAuthors)
};

/// `auth.* 180, role.* 3650` as its parts.
std::set<std::string, std::less<>> partsOf(std::string_view text)
{
    std::set<std::string, std::less<>> parts;
    while (!text.empty()) {
        const std::size_t end = text.find(", ");
        parts.emplace(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
    }
    return parts;
}

} // namespace

RuleAuthors ruleAuthors(Services& services, const access::Actor& actor, const retention::RetentionRules& rules)
{
    RuleAuthors authors;
    history::VersionQuery query;
    query.objectKind = "retention";
    query.limit = versionsRead;
    if (const auto page = services.history.list(actor, query)) {
        for (const history::Version& version : page->versions) { // the newest first: who comes first it was
            for (const history::VersionChange& change : version.changes) {
                if (change.field == "most_events" && change.before != change.after)
                    authors.try_emplace(capRule, RuleAuthor{version.by, version.at});
                if (change.field == "most_bytes" && change.before != change.after)
                    authors.try_emplace(bytesRule, RuleAuthor{version.by, version.at});
                if (change.field != "kinds")
                    continue;
                const auto before = partsOf(change.before), after = partsOf(change.after);
                for (const retention::KindRule& rule : rules.kinds) {
                    const std::string part = rule.kind + ' ' + std::to_string(rule.days);
                    if (after.contains(part) && !before.contains(part))
                        authors.try_emplace(rule.kind, RuleAuthor{version.by, version.at});
                }
            }
        }
    }
    query.objectKind = "setting";
    query.objectId = "audit.retention_days";
    query.limit = 1;
    if (const auto page = services.history.list(actor, query); page && !page->versions.empty())
        authors.try_emplace(defaultRule, RuleAuthor{page->versions.front().by, page->versions.front().at});
    return authors;
}

QString authorText(const RuleAuthors& authors, const std::string& rule, UtcTime now)
{
    const auto found = authors.find(rule);
    return found == authors.end() ? QString()
                                  : RuleAuthorTexts::tr("%1, %2").arg(text(found->second.name), whenText(found->second.at, now));
}

} // namespace sallyport::ui
