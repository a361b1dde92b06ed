#include "backend/history/versions.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/event_selection.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::history {
namespace {

namespace kind = audit::kind;

constexpr auto kinds = std::to_array<std::string_view>({
    kind::settingChanged,
    kind::roleCreated,
    kind::roleChanged,
    kind::roleDeleted,
    kind::userRolesChanged,
    kind::policyCreated,
    kind::policyChanged,
    kind::policyPublished,
    kind::policyDeleted,
    kind::providerCreated,
    kind::providerChanged,
    kind::providerDeleted,
    kind::serviceAccountCreated,
    kind::serviceAccountChanged,
    kind::serviceAccountDeleted,
    kind::limitRuleCreated,
    kind::limitRuleChanged,
    kind::limitRuleDeleted,
    kind::limitOverrideSet,
    kind::limitOverrideRemoved,
    kind::addressRuleAdded,
    kind::addressRuleChanged,
    kind::addressRuleRemoved,
    kind::addressRulesImported,
    kind::addressRulesRemoved,
    kind::detectionRuleCreated,
    kind::detectionRuleChanged,
    kind::detectionRuleDeleted,
    kind::detectionExclusionAdded,
    kind::detectionExclusionRemoved,
    kind::alertRuleCreated,
    kind::alertRuleChanged,
    kind::alertRuleDeleted,
    kind::outputCreated,
    kind::outputChanged,
    kind::outputDeleted,
    kind::retentionChanged,
    kind::holdPlaced,
    kind::holdLifted,
});

/// Which have a way back here.
constexpr auto undoable =
    std::to_array<std::string_view>({kind::settingChanged, kind::roleCreated, kind::roleChanged, kind::roleDeleted,
                                     kind::policyCreated, kind::policyChanged, kind::policyPublished, kind::policyDeleted});

constexpr std::pair<std::string_view, std::string_view> families[] = {
    {"setting", "setting."}, {"role", "role."},         {"user", "user."},
    {"policy", "policy."},   {"provider", "provider."}, {"service_account", "service_account."},
    {"limit", "limit."},     {"address", "address."},   {"detection", "detection."},
    {"alert", "alert."},     {"output", "output."},     {"retention", "retention."},
};

constexpr std::uint32_t walkedAtOnce = 500;
constexpr std::int64_t walkedMost = 100'000;

void readChanges(const std::string& details, std::vector<VersionChange>& changes)
{
    const auto parsed = parseStrictJson(details, audit::detailsLimit);
    if (!parsed || !parsed->is_object())
        return;
    const boost::json::value* const list = parsed->get_object().if_contains("changes");
    if (list == nullptr || !list->is_array())
        return;
    for (const boost::json::value& one : list->get_array()) {
        if (!one.is_object())
            continue;
        const auto text = [&](std::string_view name) {
            const boost::json::value* const member = one.get_object().if_contains(name);
            return member != nullptr && member->is_string() ? std::string(member->get_string()) : std::string();
        };
        changes.push_back({text("field"), text("old"), text("new")});
    }
}

} // namespace

std::span<const std::string_view> versionKinds() noexcept
{
    return kinds;
}

std::vector<std::string> versionKindsOf(std::string_view objectKind)
{
    std::vector<std::string> found;
    const auto* const family = std::ranges::find(families, objectKind, &std::pair<std::string_view, std::string_view>::first);
    if (family == std::end(families))
        return found;
    for (const std::string_view one : kinds)
        if (one.starts_with(family->second))
            found.emplace_back(one);
    return found;
}

Version versionOf(const audit::Event& event)
{
    Version version;
    version.id = audit::eventId(event);
    version.sequence = event.sequence;
    version.at = event.time;
    version.kind = event.kind;
    version.objectKind = event.object.kind;
    version.objectId = event.object.id;
    version.objectName = event.object.name;
    version.by = event.actor.name;
    readChanges(event.detailsJson, version.changes);
    const bool hasWay = std::ranges::find(undoable, std::string_view(event.kind)) != undoable.end();
    version.undoable = hasWay && !version.changes.empty();
    if (!version.undoable)
        version.whyNot = hasWay ? "not_told" : "elsewhere";
    return version;
}

const VersionChange* changeOf(const Version& version, std::string_view field)
{
    const auto found = std::ranges::find(version.changes, field, &VersionChange::field);
    return found == version.changes.end() ? nullptr : &*found;
}

std::vector<std::string> wordsIn(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t comma = text.find(", ");
        words.emplace_back(text.substr(0, comma));
        if (comma == std::string_view::npos)
            break;
        text.remove_prefix(comma + 2);
    }
    return words;
}

Result<void> walkBack(storage::Transaction& transaction, const std::vector<std::string>& wanted, UtcTime at,
                      const std::function<void(const audit::Event&)>& take)
{
    audit::EventQuery query;
    query.kinds = wanted;
    SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
    std::string cursor;
    std::int64_t walked = 0;
    do {
        SALLYPORT_ASSIGN(const audit::EventRows rows, selection.page(transaction, walkedAtOnce, cursor, false));
        for (const audit::Event& event : rows.events) {
            if (event.time <= at)
                return {};
            if (++walked > walkedMost)
                return makeError(ErrorCode::LimitReached, "More than " + std::to_string(walkedMost) +
                                                              " changes lie between then and now: ask for a later time");
            take(event);
        }
        cursor = rows.nextCursor;
    } while (!cursor.empty());
    return {};
}

} // namespace sallyport::history
