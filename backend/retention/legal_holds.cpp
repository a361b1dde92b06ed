#include "backend/retention/retention_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/id.h"
#include "backend/base/name_text.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/core/user_rows.h"

namespace sallyport::retention {

using access::Actor;
using access::Permission;

namespace {

audit::Event holdEvent(const Actor& actor, std::string_view kind, const LegalHold& hold)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"legal_hold", hold.id, hold.person.empty() ? hold.filter : hold.personName};
    audit::Details details;
    details.text("reason", hold.reason);
    if (hold.person.empty())
        details.text("q", hold.filter);
    else
        details.text("person", hold.person.text());
    event.detailsJson = details.json();
    return event;
}

} // namespace

Result<std::vector<LegalHold>> RetentionService::holds(const Actor& actor)
{
    SALLYPORT_TRY(authorize(actor, Permission::RetentionRead));
    SALLYPORT_ASSIGN(const Plan plan, m_parts.store.read(readPlan));
    std::vector<LegalHold> holds;
    for (const ReadyHold& ready : plan.holds)
        holds.push_back(ready.hold);
    return holds;
}

Result<LegalHold> RetentionService::placeHold(const Actor& actor, const NewHold& wanted)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::RetentionUpdate));
    LegalHold hold;
    hold.filter = wanted.filter;
    hold.person = wanted.person;
    hold.reason = wanted.reason;
    hold.placedBy = access::nameOf(current);
    hold.placedAt = m_parts.journal.now();
    std::vector<FieldError> errors;
    tidyName("reason", hold.reason, 1, holdReasonLimit, errors);
    if (hold.filter.empty() == hold.person.empty())
        errors.push_back({"q", "A hold is of what a filter finds, or of a person.", "required"});
    if (errors.empty() && hold.person.empty()) {
        const auto query = queryOf(hold);
        if (!query)
            errors.push_back(
                {"q", query.error().fields.empty() ? query.error().detail : query.error().fields.front().message, "filter"});
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    hold.id = newIdText(m_parts.random, m_parts.clock);
    const auto stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM legal_holds"));
        SALLYPORT_ASSIGN(const bool counted, count.step());
        if (counted && count.integer() >= static_cast<std::int64_t>(holdsMost))
            return makeError(ErrorCode::LimitReached,
                             "There are " + std::to_string(holdsMost) + " holds already: lift one first");
        if (!hold.person.empty()) {
            SALLYPORT_ASSIGN(const identity::User user, identity::rows::user(transaction, hold.person, m_parts.clock.now()));
            hold.personName = user.name;
            hold.personEmail = user.email;
        }
        SALLYPORT_TRY(insertHold(transaction, hold));
        return m_parts.journal.append(transaction, holdEvent(current, audit::kind::holdPlaced, hold));
    });
    SALLYPORT_TRY(stored);
    return hold;
}

Result<void> RetentionService::liftHold(const Actor& actor, const std::string& id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::RetentionUpdate));
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        for (const ReadyHold& ready : plan.holds) {
            if (ready.hold.id != id)
                continue;
            SALLYPORT_ASSIGN(const bool gone, deleteHold(transaction, id));
            if (!gone)
                break;
            return m_parts.journal.append(transaction, holdEvent(current, audit::kind::holdLifted, ready.hold));
        }
        return makeError(ErrorCode::NotFound, "There is no such hold");
    });
}

} // namespace sallyport::retention
