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
#include "backend/retention/named_rows.h"
#include "backend/retention/request_rows.h"
#include "backend/retention/search_traces.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

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

Error erasingError()
{
    Error error(ErrorCode::Conflict, "Another erasure is at work: ask again when it has ended");
    error.word = "erasing";
    return error;
}

/// An address of mail stands in the one or the other spelling of its domain.
void addSpellings(ErasedPerson& person)
{
    std::vector<std::string> all;
    for (const std::string& email : person.emails)
        for (std::string& spelling : emailSpellings(email))
            all.push_back(std::move(spelling));
    person.emails = std::move(all);
    sortOnce(person.emails);
}

audit::EventQuery queryOfPerson(const ErasedPerson& person)
{
    audit::EventQuery query;
    query.users = {person.id};
    query.users.insert(query.users.end(), person.emails.begin(), person.emails.end());
    return query;
}

/// Conflict if a hold matches one of these events.
Result<void> refuseIfHeld(storage::Transaction& transaction, const Plan& plan, const std::vector<std::int64_t>& sequences)
{
    return storage::inPortions(sequences, 2, [&](std::span<const std::int64_t> some) -> Result<void> {
        for (const ReadyHold& ready : plan.holds) {
            storage::SqlText sql;
            sql.add("SELECT e.sequence FROM events e WHERE e.sequence IN ").bindList(some).add(" AND ");
            addMatches(sql, ready.query);
            sql.add(" LIMIT 1");
            SALLYPORT_ASSIGN(auto held, sql.prepare(transaction));
            SALLYPORT_ASSIGN(const bool any, held.step());
            if (any)
                return heldError(ready.hold);
        }
        return {};
    });
}

std::vector<std::int64_t> sequencesOf(const std::vector<audit::Event>& events)
{
    std::vector<std::int64_t> sequences;
    for (const audit::Event& event : events)
        sequences.push_back(event.sequence);
    return sequences;
}

/// The same of what was recorded behind `end`: the deletion of the account, too.
Result<void> refuseIfNewHeld(storage::Transaction& transaction, const Plan& plan, const ErasedPerson& person, std::int64_t end)
{
    if (plan.holds.empty())
        return {};
    for (;;) {
        SALLYPORT_ASSIGN(const auto rows,
                         audit::readRange(transaction, end + 1, std::numeric_limits<std::int64_t>::max(), eventsAPage));
        if (rows.empty())
            return {};
        end = rows.back().event.sequence;
        std::vector<std::int64_t> changed;
        for (const audit::StoredEvent& row : rows)
            if (audit::Event event = row.event; pseudonymiseEvent(event, person, person.pseudonym))
                changed.push_back(event.sequence);
        SALLYPORT_TRY(refuseIfHeld(transaction, plan, changed));
    }
}

audit::Event erasedEvent(const Actor& actor, const ErasedPerson& person)
{
    audit::Event event = access::eventBy(actor, audit::kind::userErased);
    event.object = {"user", person.id, person.pseudonym};
    return event;
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
    addSpellings(known.person);
    return known;
}

/// Whether something that would be replaced must be kept; the last event that was asked about.
Result<std::int64_t> RetentionService::refuseHeld(const ErasedPerson& person) const
{
    const std::int64_t end = m_parts.journal.head().sequence;
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        for (const ReadyHold& ready : plan.holds)
            if (ready.hold.person.text() == person.id)
                return heldError(ready.hold);
        return {};
    }));
    SALLYPORT_TRY(forChanged(person, [&](const std::vector<std::int64_t>& sequences) {
        return m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
            return refuseIfHeld(transaction, plan, sequences);
        });
    }));
    return end;
}

Result<Erasure> RetentionService::erase(const Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::UsersErase));
    const std::unique_lock alone(m_erasing, std::try_to_lock);
    if (!alone.owns_lock())
        return erasingError();
    SALLYPORT_ASSIGN(const auto interrupted,
                     m_parts.store.read([&](storage::Transaction& transaction) { return findErasure(transaction, id.text()); }));
    if (interrupted)
        return finish(current, *interrupted);
    SALLYPORT_ASSIGN(Known known, know(id));
    if (!known.hasAccount && !known.inEvents)
        return makeError(ErrorCode::NotFound, "Neither an account nor an event knows this id");
    if (!known.hasAccount && current.id == id)
        return makeError(ErrorCode::Conflict, "Nobody erases themselves");
    SALLYPORT_ASSIGN(const BegunErasure begun, begin(current, std::move(known)));
    return finish(current, begun);
}

/// In one transaction with the account's deletion: under which pseudonym, which names, and that it has begun. From here on it can
/// be interrupted at any place.
Result<BegunErasure> RetentionService::begin(const Actor& actor, Known known)
{
    BegunErasure begun;
    begun.person = std::move(known.person);
    begun.accountDeleted = known.hasAccount;
    if (begun.person.pseudonym.empty())
        begun.person.pseudonym = newPseudonym();
    if (begun.person.pseudonym.empty())
        return makeError(ErrorCode::CryptoFailure, "There is no randomness for a pseudonym.");
    SALLYPORT_TRY(
        m_parts.store.read([&](storage::Transaction& transaction) { return noteIncidents(transaction, begun.person); }));
    SALLYPORT_ASSIGN(const std::int64_t end, refuseHeld(begun.person));
    const auto store = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        for (const ReadyHold& ready : plan.holds)
            if (ready.hold.person.text() == begun.person.id)
                return heldError(ready.hold);
        SALLYPORT_TRY(refuseIfNewHeld(transaction, plan, begun.person, end));
        SALLYPORT_TRY(insertErasure(transaction, begun, m_parts.journal.now()));
        audit::Event event = erasedEvent(actor, begun.person);
        event.detailsJson = audit::Details().text("stage", "begun").flag("account_deleted", begun.accountDeleted).json();
        return m_parts.journal.append(transaction, std::move(event));
    };
    if (!known.hasAccount) {
        SALLYPORT_TRY(m_parts.store.write(store));
        return begun;
    }
    SALLYPORT_TRY(m_parts.userActions.applyWith(
        actor, UserId(begun.person.id), identity::UserAction::Delete,
        [&](storage::Transaction& transaction, const identity::User& before, const identity::User&) -> Result<void> {
            // As it was called at the last.
            begun.person.names.push_back(before.name);
            begun.person.emails.push_back(before.email);
            sortOnce(begun.person.names);
            addSpellings(begun.person);
            return store(transaction);
        }));
    return begun;
}

/// What is left to do, up to the record of the end.
Result<Erasure> RetentionService::finish(const Actor& actor, const BegunErasure& begun)
{
    ErasedPerson person = begun.person;
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) { return noteIncidents(transaction, person); }));
    std::set<std::int64_t> damaged;
    SALLYPORT_TRY(
        forChanged(person, [&](const std::vector<std::int64_t>& sequences) { return replaceSome(person, sequences, damaged); }));
    Result<Erasure> done = m_parts.store.write([&](storage::Transaction& transaction) -> Result<Erasure> {
        SALLYPORT_TRY(pseudonymiseRows(transaction, person));
        SALLYPORT_TRY(forgetSearchTraces(transaction));
        SALLYPORT_ASSIGN(const auto all, readErasure(transaction, person.id));
        if (!all)
            return erasingError(); // another process has ended it, and has said so
        SALLYPORT_ASSIGN(const KeptCopies kept, countKeptCopies(transaction));
        Erasure erasure{UserId(person.id), person.pseudonym, begun.accountDeleted, all->replaced};
        erasure.keptReports = kept.reports;
        erasure.keptPacks = kept.evidencePacks;
        erasure.damagedEvents = static_cast<std::int64_t>(damaged.size());
        SALLYPORT_TRY(deleteErasure(transaction, person.id));
        audit::Event event = erasedEvent(actor, person);
        audit::Details details;
        details.text("stage", "done").number("events", erasure.events).flag("account_deleted", erasure.accountDeleted);
        if (!damaged.empty())
            details.number("damaged_events", erasure.damagedEvents);
        event.detailsJson = details.json();
        SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        return erasure;
    });
    if (done && m_parts.erased)
        m_parts.erased();
    return done;
}

/// Housekeeping's: what was cut off by a crash or for want of room. What a hold keeps by now waits for its end.
Result<void> RetentionService::resumeErasures()
{
    const std::unique_lock alone(m_erasing, std::try_to_lock);
    if (!alone.owns_lock())
        return {};
    SALLYPORT_ASSIGN(const auto people, m_parts.store.read(begunErasures));
    for (const std::string& id : people) {
        SALLYPORT_ASSIGN(const auto begun,
                         m_parts.store.read([&](storage::Transaction& transaction) { return readErasure(transaction, id); }));
        if (!begun)
            continue;
        const auto done = finish(Actor::system(), *begun);
        if (!done && done.error().code != ErrorCode::Conflict)
            return done.error();
    }
    return {};
}

/// `work` on the events that change, in portions: first what is found by its columns, then what only names
/// the person in its details.
Result<void> RetentionService::forChanged(const ErasedPerson& person, const Changed& work) const
{
    const auto changedOf = [&](std::vector<audit::Event> events) {
        std::vector<std::int64_t> changed;
        for (audit::Event& event : events)
            if (pseudonymiseEvent(event, person, person.pseudonym))
                changed.push_back(event.sequence);
        return changed;
    };
    for (std::int64_t after = 0;;) {
        SALLYPORT_ASSIGN(
            const audit::EventRows page, m_parts.store.read([&](storage::Transaction& transaction) -> Result<audit::EventRows> {
                SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, queryOfPerson(person)));
                return selection.page(transaction, eventsAPage, "s" + std::to_string(after), true);
            }));
        if (page.events.empty())
            break;
        after = page.events.back().sequence;
        if (const auto changed = changedOf(page.events); !changed.empty())
            SALLYPORT_TRY(work(changed));
    }
    const std::int64_t end = m_parts.journal.head().sequence;
    for (std::int64_t from = 1; from <= end; from += scannedAtOnce) {
        SALLYPORT_ASSIGN(const auto events, m_parts.store.read([&](storage::Transaction& transaction) {
            return eventsNaming(transaction, person, from, from + scannedAtOnce - 1);
        }));
        if (const auto changed = changedOf(events); !changed.empty())
            SALLYPORT_TRY(work(changed));
    }
    return {};
}

/// Holds are asked in the transaction that replaces, so that one that was placed meanwhile counts; and what stands there is read
/// in it, so that nothing comes back that another process has put out of it.
Result<void> RetentionService::replaceSome(const ErasedPerson& person, const std::vector<std::int64_t>& sequences,
                                           std::set<std::int64_t>& damaged)
{
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        std::vector<audit::Event> changed;
        std::vector<std::string> requests;
        for (const std::int64_t sequence : sequences) {
            SALLYPORT_ASSIGN(auto rows, audit::readRange(transaction, sequence, sequence, 1));
            if (!rows.empty() && pseudonymiseEvent(rows.front().event, person, person.pseudonym)) // else retention was faster
                changed.push_back(std::move(rows.front().event));
        }
        SALLYPORT_ASSIGN(const Plan plan, readPlan(transaction));
        SALLYPORT_TRY(refuseIfHeld(transaction, plan, sequencesOf(changed)));
        std::int64_t replaced = 0;
        for (const audit::Event& event : changed) {
            const auto done = audit::replaceContents(m_parts.journal, transaction, event, "erasure");
            if (!done && done.error().word != audit::damagedWord)
                return done.error();
            if (!done) { // what was changed by somebody must stay to be seen
                damaged.insert(event.sequence);
                continue;
            }
            ++replaced;
            if (event.kind.starts_with("detection.") && event.actor.name.starts_with(erasedMark) && !event.requestId.empty())
                requests.push_back(event.requestId);
            SALLYPORT_TRY(forgetSizes(transaction, std::span(&event.sequence, 1)));
        }
        SALLYPORT_TRY(forgetHitsOf(transaction, requests));
        return addReplaced(transaction, person.id, replaced);
    });
}

} // namespace sallyport::retention
