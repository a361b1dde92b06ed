#include "backend/retention/erased_event.h"
#include "backend/retention/retention_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/base/encoding.h"
#include "backend/base/sort_once.h"
#include "backend/identity/core/user_rows.h"
#include "backend/retention/event_sizes.h"

#include <algorithm>
#include <array>

namespace sallyport::retention {

using access::Actor;
using access::Permission;

namespace {

constexpr std::uint32_t eventsAPage = 500;
constexpr std::int64_t scannedAtOnce = 20'000; ///< events whose details one read looks through

Error heldError(const LegalHold& hold)
{
    Error error(ErrorCode::Conflict, "A legal hold keeps this person's data: " + hold.reason);
    error.word = "held";
    return error;
}

audit::EventQuery queryOfPerson(const ErasedPerson& person)
{
    audit::EventQuery query;
    query.users = {person.id};
    query.users.insert(query.users.end(), person.emails.begin(), person.emails.end());
    return query;
}

} // namespace

struct RetentionService::Known {
    ErasedPerson person;
    bool hasAccount = false;
    bool inEvents = false;
};

std::string RetentionService::newPseudonym()
{
    std::array<std::byte, 6> bytes{};
    if (!m_parts.random.fill(bytes))
        return {};
    return std::string(erasedMark) + toHex(bytes);
}

/// Names and addresses of mail as the account has them, and as the events had them under its id.
Result<RetentionService::Known> RetentionService::know(const UserId& id) const
{
    Known known;
    known.person.id = id.text();
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        const auto user = identity::rows::user(transaction, id, m_parts.clock.now());
        if (user) {
            known.hasAccount = true;
            known.person.names.push_back(user->name);
            known.person.emails.push_back(user->email);
        } else if (user.error().code != ErrorCode::NotFound) {
            return user.error();
        }
        return {};
    }));
    std::string cursor;
    audit::EventQuery query;
    query.users = {known.person.id};
    do {
        SALLYPORT_ASSIGN(const audit::EventRows page,
                         m_parts.store.read([&](storage::Transaction& transaction) -> Result<audit::EventRows> {
                             SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
                             return selection.page(transaction, eventsAPage, cursor, true);
                         }));
        for (const audit::Event& event : page.events) {
            known.inEvents = true;
            noteNames(known.person, event);
        }
        sortOnce(known.person.names);
        sortOnce(known.person.emails);
        cursor = page.nextCursor;
    } while (!cursor.empty());
    return known;
}

/// Whether something that would be replaced must be kept.
Result<void> RetentionService::refuseHeld(const Known& known) const
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        for (const ReadyHold& ready : plan.holds) {
            if (ready.hold.person.text() == known.person.id)
                return heldError(ready.hold);
            SALLYPORT_ASSIGN(const bool held, holdTakes(transaction, ready, queryOfPerson(known.person)));
            if (held)
                return heldError(ready.hold);
        }
        return {};
    });
}

Result<Erasure> RetentionService::erase(const Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::UsersErase));
    SALLYPORT_ASSIGN(Known known, know(id));
    if (!known.hasAccount && !known.inEvents)
        return makeError(ErrorCode::NotFound, "Neither an account nor an event knows this id");
    Erasure erasure;
    erasure.person = id;
    SALLYPORT_TRY(refuseHeld(known));
    if (known.hasAccount) {
        SALLYPORT_TRY(m_parts.users.apply(current, id, identity::UserAction::Delete));
        erasure.accountDeleted = true;
    } else if (current.id == id) {
        return makeError(ErrorCode::Conflict, "Nobody erases themselves");
    }
    // What was interrupted goes on under the same one.
    erasure.pseudonym = known.person.pseudonym.empty() ? newPseudonym() : known.person.pseudonym;
    if (erasure.pseudonym.empty())
        return makeError(ErrorCode::CryptoFailure, "There is no randomness for a pseudonym.");
    SALLYPORT_ASSIGN(erasure.events, pseudonymise(known, erasure.pseudonym));
    audit::Event event = access::eventBy(current, audit::kind::userErased);
    event.object = {"user", id.text(), erasure.pseudonym};
    event.detailsJson = audit::Details().number("events", erasure.events).flag("account_deleted", erasure.accountDeleted).json();
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    return erasure;
}

/// First what is found by its columns, then what only names the person in its details.
Result<std::int64_t> RetentionService::pseudonymise(const Known& known, const std::string& pseudonym)
{
    SALLYPORT_ASSIGN(const std::int64_t version, m_parts.store.read(readPlanVersion));
    std::int64_t replaced = 0, after = 0;
    for (;;) {
        SALLYPORT_ASSIGN(
            const audit::EventRows page, m_parts.store.read([&](storage::Transaction& transaction) -> Result<audit::EventRows> {
                SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, queryOfPerson(known.person)));
                return selection.page(transaction, eventsAPage, "s" + std::to_string(after), true);
            }));
        if (page.events.empty())
            break;
        after = page.events.back().sequence;
        SALLYPORT_ASSIGN(const std::int64_t some, replaceSome(known, pseudonym, page.events, version));
        replaced += some;
    }
    const std::int64_t end = m_parts.journal.head().sequence;
    for (std::int64_t from = 1; from <= end; from += scannedAtOnce) {
        SALLYPORT_ASSIGN(const auto events, m_parts.store.read([&](storage::Transaction& transaction) {
            return eventsNaming(transaction, known.person, from, from + scannedAtOnce - 1);
        }));
        SALLYPORT_ASSIGN(const std::int64_t some, replaceSome(known, pseudonym, events, version));
        replaced += some;
    }
    return replaced;
}

Result<std::int64_t> RetentionService::replaceSome(const Known& known, const std::string& pseudonym,
                                                   std::vector<audit::Event> events, std::int64_t planVersion)
{
    std::vector<audit::Event> changed;
    for (audit::Event& event : events)
        if (pseudonymiseEvent(event, known.person, pseudonym))
            changed.push_back(std::move(event));
    if (changed.empty())
        return 0;
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(const std::int64_t version, readPlanVersion(transaction));
        if (version != planVersion) {
            Error error(ErrorCode::Conflict, "Holds or rules have changed meanwhile: ask again");
            error.word = "retention_changed";
            return error;
        }
        std::int64_t replaced = 0;
        for (const audit::Event& event : changed) {
            const auto done = audit::replaceContents(m_parts.journal, transaction, event, "erasure");
            if (!done && done.error().code != ErrorCode::NotFound) // retention was faster
                return done.error();
            replaced += done ? 1 : 0;
            SALLYPORT_TRY(forgetSizes(transaction, std::span(&event.sequence, 1)));
        }
        return replaced;
    });
}

} // namespace sallyport::retention
