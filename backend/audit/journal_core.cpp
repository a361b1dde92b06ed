#include "backend/audit/journal_core.h"

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

constexpr std::chrono::seconds momentOfClocks{2};
constexpr std::int64_t catchUpLimit = 1'000; ///< events of other processes that the live feed is given at once

} // namespace

Result<void> JournalCore::append(storage::Transaction& transaction, Event event)
{
    if (!findEventKind(event.kind))
        return makeError(ErrorCode::InvalidArgument, "The journal knows no event of this kind.");
    // The head comes from the table, in the same transaction: another process may have written meanwhile. If the table
    // is behind what was committed, somebody cut it: the gap that stays then shows where.
    SALLYPORT_ASSIGN(TableHead before, readHead(transaction));
    if (const Anchor last = known(); last.sequence > before.sequence)
        before = {last.sequence, last.hash, before.time};
    if (event.time == UtcTime{}) {
        event.time = store.now();
        SALLYPORT_ASSIGN(const bool marked, markStepBack(transaction, before, event.time));
        if (marked) {
            SALLYPORT_ASSIGN(before, readHead(transaction));
        }
    }
    event = withinLimits(std::move(event));
    event.sequence = before.sequence + 1;
    SALLYPORT_ASSIGN(const ChainHash hash, chain->next(before.hash, event));
    event.hash = hexOf(hash);
    SALLYPORT_TRY(insertEvent(transaction, event, hash));
    SALLYPORT_TRY(m_tree.add(transaction, before, event, hash));
    std::string sequence = std::to_string(event.sequence);
    auto recorded = std::make_shared<std::vector<Event>>();
    recorded->push_back(std::move(event));
    transaction.changed<std::vector<Event>>(eventTopic, std::move(sequence), std::move(recorded));
    return {};
}

/// Times of events never run backwards without a word: an event before this one says from and to where the clock went.
/// A moment is no step of the clock (two processes write, and some events bring their time along): then nothing runs back.
Result<bool> JournalCore::markStepBack(storage::Transaction& transaction, const TableHead& before, UtcTime& time)
{
    if (time >= before.time)
        return false;
    if (before.time - time <= momentOfClocks) {
        time = before.time;
        return false;
    }
    Event mark;
    mark.time = time;
    mark.kind = kind::clockSetBack;
    mark.severity = Severity::Warning;
    mark.actor = {"system", {}, "Sallyport"};
    mark.object = {"clock", {}, "Clock"};
    mark.detailsJson = Details().text("from", toRfc3339(before.time)).text("to", toRfc3339(time)).json();
    SALLYPORT_TRY(append(transaction, std::move(mark)));
    return true;
}

/// On the writer thread, in order.
void JournalCore::committed(const std::vector<Event>& recorded)
{
    const Event& event = recorded.front();
    std::int64_t missedFrom = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto hash = hashFromHex(event.hash);
        if (hash && event.sequence > m_known.sequence) {
            m_known.sequence = event.sequence;
            m_known.hash = *hash;
            m_knownTime = event.time;
            anchorWriter.note(m_known);
        }
        if (event.sequence <= m_published)
            return;
        missedFrom = m_published + 1;
        if (m_holdsForeign && missedFrom != event.sequence)
            return; // with those of another process, which publish() lets go
        m_published = event.sequence;
    }
    if (listeners.empty())
        return;
    if (missedFrom == event.sequence) {
        listeners.notify(recorded);
        return;
    }
    std::vector<Event> events = between(missedFrom, event.sequence - 1);
    events.push_back(event);
    listeners.notify(events);
}

/// On the writer thread, after another process has changed the database.
void JournalCore::catchUp()
{
    const auto read = store.read(readHead);
    if (!read)
        return;
    bool holds = false;
    {
        const std::lock_guard lock(m_mutex);
        if (read->sequence <= m_known.sequence)
            return;
        m_known.sequence = read->sequence;
        m_known.hash = read->hash;
        m_knownTime = read->time;
        anchorWriter.note(m_known);
        holds = m_holdsForeign;
    }
    learn();
    forgetAccepted();
    if (!holds)
        publish();
}

void JournalCore::publish()
{
    std::int64_t first = 0, last = 0;
    {
        const std::lock_guard lock(m_mutex);
        first = m_published + 1;
        last = m_known.sequence;
        m_published = std::max(m_published, last);
    }
    if (first > last || listeners.empty())
        return;
    if (const std::vector<Event> events = between(first, last); !events.empty())
        listeners.notify(events);
}

void JournalCore::forgetAccepted()
{
    std::int64_t brokenAt = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_damage)
            return;
        brokenAt = m_known.brokenAt;
    }
    const auto accepted = store.read([this](storage::Transaction& transaction) { return readAcceptances(transaction, *chain); });
    if (!accepted || std::ranges::none_of(*accepted, [&](const Acceptance& one) { return one.covers(brokenAt); }))
        return;
    const std::lock_guard lock(m_mutex);
    m_damage.reset();
}

/// What another process has found.
void JournalCore::learn()
{
    const auto anchor = anchorFile.read();
    if (!anchor)
        return;
    const std::lock_guard lock(m_mutex);
    const bool more = anchor->brokenAt > m_known.brokenAt;
    m_known.learn(*anchor);
    if (more && !m_damage)
        m_damage = asRemembered(m_known);
}

std::int64_t JournalCore::headsTold()
{
    learn();
    return known().headsTold;
}

void JournalCore::noteHeads(std::int64_t size)
{
    const std::lock_guard lock(m_mutex);
    if (size <= m_known.headsTold)
        return;
    m_known.headsTold = size;
    anchorWriter.note(m_known);
}

void JournalCore::remember(const ChainReport& report)
{
    learn();
    forgetAccepted();
    if (damage())
        return; // stands in the anchor
    const auto accepted = store.read([this](storage::Transaction& transaction) { return readAcceptances(transaction, *chain); });
    Anchor anchor;
    {
        const std::lock_guard lock(m_mutex);
        // Where it is, if nothing else is known of that place; the end of the journal is always behind all that was accepted.
        const bool isNew = accepted && report.firstBad > m_known.brokenAt &&
                           std::ranges::none_of(*accepted, [&](const Acceptance& one) { return one.covers(report.firstBad); });
        m_known.brokenAt = isNew ? report.firstBad : std::max(m_known.sequence, report.firstBad);
        m_known.problem = problemInfo(report.problem).namedForGood ? report.problem : ChainProblem::None;
        m_damage = asRemembered(m_known);
        anchor = m_known;
    }
    // Now: who is told next, by an event say, looks there. If it can't be written the anchor's thread says so.
    if (!anchorFile.write(anchor))
        anchorWriter.note(anchor);
}

std::vector<Event> JournalCore::between(std::int64_t first, std::int64_t last)
{
    first = std::max(first, last - catchUpLimit + 1);
    std::vector<Event> events;
    auto rows = store.read([&](storage::Transaction& transaction) { return readRange(transaction, first, last, catchUpLimit); });
    if (rows)
        for (StoredEvent& stored : *rows)
            events.push_back(std::move(stored.event));
    return events;
}

} // namespace sallyport::audit
