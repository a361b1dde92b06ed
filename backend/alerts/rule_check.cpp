#include "backend/alerts/rule_check.h"

#include "backend/alerts/compiled_rules.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/base/sort_once.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

constexpr int minutesADay = 1440;
constexpr std::size_t destinationIdLimit = 64;

void checkKinds(std::vector<std::string>& kinds, std::vector<FieldError>& errors)
{
    sortOnce(kinds);
    if (kinds.size() > alertKindsLimit)
        errors.push_back({"kinds", "At most 50.", "maxItems"});
    for (std::size_t i = 0; i < kinds.size() && i < alertKindsLimit; ++i) {
        const auto fits = [&](const audit::EventKind& kind) { return kindFits(kinds[i], kind.word); };
        if (std::ranges::none_of(audit::eventKinds(), fits))
            errors.push_back({"kinds." + std::to_string(i), "There is no such kind of event.", "exists"});
    }
}

void checkSchedule(AlertSchedule& schedule, std::vector<FieldError>& errors)
{
    if (schedule.always()) {
        schedule = {};
        return;
    }
    if (schedule.days > 0x7F)
        errors.push_back({"schedule.days", "Seven days.", "range"});
    if (schedule.from >= minutesADay || schedule.until > minutesADay)
        errors.push_back({"schedule.from", "00:00 to 24:00.", "range"});
    if (!schedule.zone.empty() && !TimeZone::named(schedule.zone))
        errors.push_back({"schedule.zone", "There is no such time zone.", "zone"});
}

void checkActions(std::vector<AlertAction>& actions, const Notifier& notifier, std::vector<FieldError>& errors)
{
    if (actions.size() > alertActionsLimit)
        errors.push_back({"actions", "At most 8.", "maxItems"});
    for (std::size_t i = 0; i < actions.size() && i < alertActionsLimit; ++i) {
        AlertAction& one = actions[i];
        const std::string place = "actions." + std::to_string(i);
        const auto again = [&](const AlertAction& other) {
            return other.kind == one.kind && other.destination == one.destination;
        };
        if (std::ranges::count_if(actions, again) > 1)
            errors.push_back({place, "It stands there twice.", "uniqueItems"});
        const bool ends = one.lasts.count() != 0;
        if (ends && !isTimed(one.kind))
            errors.push_back({place + ".lasts", "This has no end.", "readOnly"});
        else if (ends && (one.lasts < alertActionShortest || one.lasts > alertActionLongest))
            errors.push_back({place + ".lasts", "One minute to 90 days.", "range"});
        if (one.kind != ActionKind::Destination && !one.destination.empty())
            errors.push_back({place + ".destination", "Only for a destination.", "readOnly"});
        if (one.kind == ActionKind::Destination &&
            (!notifier.offered() || one.destination.size() > destinationIdLimit || !notifier.knows(one.destination)))
            errors.push_back({place + ".destination", "There is no such destination.", "exists"});
    }
}

} // namespace

Result<void> checkDraft(AlertDraft& draft, const Notifier& notifier)
{
    std::vector<FieldError> errors;
    tidyName("name", draft.name, 1, alertNameLimit, errors);
    tidyName("note", draft.note, 0, alertNoteLimit, errors);
    checkKinds(draft.kinds, errors);
    if (const auto query = queryOf(draft); !query) {
        const Error wrong = query.error(); // a copy each time it is asked for
        errors.insert(errors.end(), wrong.fields.begin(), wrong.fields.end());
    }
    if (draft.kinds.empty() && draft.filter.empty())
        errors.push_back({"kinds", "Say a kind of event or a filter.", "required"});
    if (draft.threshold < 1 || draft.threshold > alertThresholdMost)
        errors.push_back({"threshold", "1 to 1,000.", "range"});
    if (draft.window < std::chrono::seconds(1) || draft.window > alertWindowLongest)
        errors.push_back({"window_seconds", "One second to 24 hours.", "range"});
    if (draft.counted == Counted::Users && draft.groupBy == GroupBy::User)
        errors.push_back({"counted", "A group by user has one user.", "conflict"});
    if (draft.counted == Counted::Addresses && draft.groupBy == GroupBy::Address)
        errors.push_back({"counted", "A group by address has one address.", "conflict"});
    checkSchedule(draft.schedule, errors);
    checkActions(draft.actions, notifier, errors);
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return {};
}

std::optional<access::Permission> permissionOf(ActionKind kind) noexcept
{
    switch (kind) {
    case ActionKind::Notice: break;
    case ActionKind::BanAddress: return access::Permission::BansCreate;
    case ActionKind::RevokeSessions: return access::Permission::UsersRevokeSessions;
    case ActionKind::DisableUser: return access::Permission::UsersUpdate;
    case ActionKind::RevokeKey: return access::Permission::KeysDelete;
    case ActionKind::Destination: return access::Permission::OutputsRead;
    }
    return std::nullopt;
}

std::optional<access::Permission> permissionToUndo(ActionKind kind) noexcept
{
    if (kind == ActionKind::BanAddress)
        return access::Permission::BansDelete;
    return kind == ActionKind::DisableUser ? std::optional(access::Permission::UsersUpdate) : std::nullopt;
}

Result<void> requireActions(const access::Actor& actor, const AlertDraft& draft)
{
    for (const AlertAction& one : draft.actions) {
        if (const auto needed = permissionOf(one.kind))
            SALLYPORT_TRY(access::require(actor, *needed));
    }
    return {};
}

} // namespace sallyport::alerts
