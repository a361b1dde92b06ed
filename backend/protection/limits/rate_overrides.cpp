// Numbers of single callers in place of a rule's.
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_fields.h"
#include "backend/protection/limits/rate_limits_service.h"
#include "backend/protection/limits/rate_override_table.h"
#include "backend/settings/limits.h"

#include <algorithm>

namespace sallyport::protection {

using rows::StoredOverride;

static_assert(rateOverridesMost == RateOverrideTable::most);

namespace {

constexpr std::chrono::seconds shortestOverride{60};
constexpr std::chrono::seconds longestOverride{366 * 86'400};

std::vector<FieldError> mistakesOf(const NewRateOverride& wanted)
{
    std::vector<FieldError> errors;
    if (wanted.numbers.requests < 1 || std::int64_t{wanted.numbers.requests} > settings::rateRequestsLimit)
        errors.push_back({"requests", "Must be from 1 to 10,000,000", "range"});
    if (wanted.numbers.window < std::chrono::seconds(1) || wanted.numbers.window > settings::rateWindowLimit)
        errors.push_back({"seconds", "Must be from a second to 31 days", "range"});
    if (wanted.expiresIn && (*wanted.expiresIn < shortestOverride || *wanted.expiresIn > longestOverride))
        errors.push_back({"expires_in", "Must be from a minute to a year", "range"});
    return errors;
}

Error noSuchOverride()
{
    return makeError(ErrorCode::NotFound, "Nobody has such numbers of their own");
}

bool hasEnded(const StoredOverride& stored, UtcTime now)
{
    return stored.expiresAt && *stored.expiresAt <= now;
}

} // namespace

RateOverride RateLimitsService::shownOverride(const StoredOverride& stored) const
{
    RateOverride shown;
    shown.id = stored.id;
    shown.rule = stored.rule;
    if (const auto slot = slotOf(stored.rule))
        shown.caller = callerOf(*slot, stored.kind, stored.subject);
    shown.numbers = stored.numbers;
    shown.expiresAt = stored.expiresAt;
    shown.createdAt = stored.createdAt;
    shown.createdBy = stored.createdBy;
    return shown;
}

audit::Event RateLimitsService::overrideEvent(const access::Actor& actor, std::string_view kind,
                                              const StoredOverride& stored) const
{
    audit::Event event = access::eventBy(actor, kind);
    const auto setting = rule(stored.rule);
    event.object = {"rate_limit", stored.rule, setting ? setting->name : stored.rule};
    const RateCaller caller = m_parts.find(stored.kind, stored.subject);
    audit::Details details;
    details.text("caller", caller.name).text("caller_id", stored.subject);
    details.number("requests", stored.numbers.requests).number("window_seconds", stored.numbers.window.count());
    if (stored.expiresAt)
        details.text("expires_at", toRfc3339(*stored.expiresAt));
    event.detailsJson = details.json();
    return event;
}

/// Into the limiter, as the table has them.
Result<void> RateLimitsService::applyOverrides()
{
    SALLYPORT_ASSIGN(const std::vector<StoredOverride> stored, m_parts.store.read(rows::rateOverrides));
    const UtcTime now = m_parts.store.now();
    std::vector<RateOverrideNumbers> numbers;
    for (const StoredOverride& one : stored) {
        const auto slot = slotOf(one.rule);
        if (!slot || hasEnded(one, now))
            continue;
        RateOverrideNumbers entry;
        entry.slot = *slot;
        entry.kind = one.kind;
        entry.text = one.subject;
        entry.limit = one.numbers;
        if (one.expiresAt)
            entry.left = std::chrono::ceil<std::chrono::seconds>(*one.expiresAt - now);
        numbers.push_back(entry);
    }
    m_parts.limiter.setOverrides(numbers);
    return {};
}

/// Nothing: nobody whom the rule counts is called that.
Result<std::optional<RateCaller>> RateLimitsService::subjectOf(const RateSetting& rule, const std::string& subject) const
{
    const auto ofUser = [&] {
        const std::string id = subject.find('@') != subject.npos ? m_parts.userOf(subject) : subject;
        return id.empty() ? RateCaller{} : m_parts.find(CountedCaller::Principal, id);
    };
    const auto isThere = [](const RateCaller& caller) { return !caller.id.empty() && caller.name != caller.id; };
    switch (rule.subject) {
    case RateSubject::Address:
    case RateSubject::AddressAndAccount:
        return identity::validationError(
            {{"subject", "This rule is counted by address; networks may be exempt from it", "unsupported"}});
    case RateSubject::Principal:
    case RateSubject::User:
        if (RateCaller caller = ofUser(); isThere(caller))
            return std::optional(std::move(caller));
        if (rule.subject == RateSubject::User)
            return std::optional<RateCaller>();
        break;
    case RateSubject::Key: break;
    }
    RateCaller caller = m_parts.find(CountedCaller::Key, subject);
    return isThere(caller) ? std::optional(std::move(caller)) : std::optional<RateCaller>();
}

Result<std::vector<RateOverride>> RateLimitsService::overrides(const access::Actor& actor, std::string_view id)
{
    SALLYPORT_TRY(authorize(actor, access::Permission::ProtectionRead));
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    SALLYPORT_ASSIGN(const std::vector<StoredOverride> stored, m_parts.store.read(rows::rateOverrides));
    std::vector<RateOverride> shown;
    for (const StoredOverride& one : stored)
        if (one.rule == setting.id && !hasEnded(one, m_parts.store.now()))
            shown.push_back(shownOverride(one));
    return shown;
}

Result<RateOverride> RateLimitsService::setOverride(const access::Actor& actor, std::string_view id, NewRateOverride numbers)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::ProtectionUpdate));
    const std::lock_guard changing(m_changing);
    SALLYPORT_ASSIGN(const RateSetting setting, rule(id));
    if (std::vector<FieldError> errors = mistakesOf(numbers); !errors.empty())
        return identity::validationError(std::move(errors));
    SALLYPORT_ASSIGN(const std::optional<RateCaller> caller, subjectOf(setting, numbers.subject));
    if (!caller) {
        Error error(ErrorCode::NotFound, "Nobody whom this rule counts is called that");
        error.fields.push_back({"subject", error.detail, "exists"});
        return error;
    }
    StoredOverride made;
    made.id = newIdText(m_parts.random, m_parts.clock);
    made.rule = setting.id;
    made.kind = caller->kind == RateCaller::Kind::Key ? CountedCaller::Key : CountedCaller::Principal;
    made.subject = caller->id;
    made.numbers = numbers.numbers;
    made.createdAt = m_parts.store.now();
    made.createdBy = access::nameOf(current);
    if (numbers.expiresIn)
        made.expiresAt = made.createdAt + *numbers.expiresIn;
    const audit::Event event = overrideEvent(current, audit::kind::limitOverrideSet, made);
    const auto put = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::vector<StoredOverride> all, rows::rateOverrides(transaction));
        const auto before = std::ranges::find_if(all, [&](const StoredOverride& one) {
            return one.rule == made.rule && one.kind == made.kind && one.subject == made.subject;
        });
        if (before != all.end())
            SALLYPORT_TRY(rows::removeOverride(transaction, before->id));
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countOverrides(transaction));
        if (count >= static_cast<std::int64_t>(rateOverridesMost))
            return makeError(ErrorCode::LimitReached, "As many callers have numbers of their own as a vault can have");
        SALLYPORT_TRY(rows::putOverride(transaction, made));
        return m_parts.journal.append(transaction, event);
    };
    SALLYPORT_TRY(m_parts.store.write(put));
    SALLYPORT_TRY(applyOverrides());
    return shownOverride(made);
}

Result<void> RateLimitsService::removeOverride(const access::Actor& actor, std::string_view overrideId)
{
    SALLYPORT_ASSIGN(const access::Actor current, authorize(actor, access::Permission::ProtectionUpdate));
    const std::lock_guard changing(m_changing);
    SALLYPORT_ASSIGN(const std::vector<StoredOverride> all, m_parts.store.read(rows::rateOverrides));
    const auto found = std::ranges::find(all, overrideId, &StoredOverride::id);
    if (found == all.end())
        return noSuchOverride();
    const audit::Event event = overrideEvent(current, audit::kind::limitOverrideRemoved, *found);
    const auto remove = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::removeOverride(transaction, found->id));
        return m_parts.journal.append(transaction, event);
    };
    SALLYPORT_TRY(m_parts.store.write(remove));
    return applyOverrides();
}

Result<void> RateLimitsService::removeExpired(UtcTime deletable)
{
    SALLYPORT_ASSIGN(const bool any, m_parts.store.write([&](storage::Transaction& transaction) {
        return rows::removeEndedOverrides(transaction, deletable);
    }));
    if (any)
        SALLYPORT_TRY(applyOverrides());
    return m_history.removeExpired(deletable);
}

} // namespace sallyport::protection
