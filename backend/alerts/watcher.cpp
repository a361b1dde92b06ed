#include "backend/alerts/watcher.h"

#include "backend/alerts/incident_parts.h"
#include "backend/alerts/incident_rows.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/base/thread_pool.h"

#include <algorithm>
#include <limits>

namespace sallyport::alerts {
namespace {

constexpr std::size_t heardMost = 10'000;  ///< events that wait; of more the journal tells
constexpr std::int64_t rowsAtOnce = 1'000; ///< that are read and looked at together
constexpr std::size_t warmMost = 20'000;   ///< events that are counted again after a start
constexpr std::chrono::seconds againAfter{5};

} // namespace

Watcher::Watcher(WatcherParts parts) : m_parts(std::move(parts)) {}

Watcher::~Watcher()
{
    stop();
}

Result<void> Watcher::start()
{
    SALLYPORT_ASSIGN(const auto known, m_parts.store.read(rows::position));
    m_position = known ? *known : m_parts.journal.head().sequence;
    m_stored = m_position;
    if (!known)
        SALLYPORT_TRY(
            m_parts.store.write([&](storage::Transaction& transaction) { return rows::setPosition(transaction, m_position); }));
    m_onEvents = m_parts.journal.subscribe([this](const std::vector<audit::Event>& events) { hear(events); });
    m_onIncidents = m_parts.store.changeFeed().subscribe(
        incidentTopic, [this](const std::string&, const std::shared_ptr<const IncidentChange>& change) {
            if (!change || !change->closed)
                return;
            const std::lock_guard lock(m_mutex);
            m_heard.push_back(Closed{AlertRuleId(change->rule), change->group});
            m_changed.notify_one();
        });
    m_thread = std::thread([this] { run(); });
    return {};
}

void Watcher::stop()
{
    m_onEvents.reset();
    m_onIncidents.reset();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_all();
        m_settled.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

/// On the writer's thread.
void Watcher::hear(const std::vector<audit::Event>& events)
{
    const std::shared_ptr<const CompiledRules> rules = m_rules.load();
    bool wakes = false;
    const std::lock_guard lock(m_mutex);
    for (const audit::Event& event : events) {
        // Not the next: events of another process, too many to be told.
        if (event.sequence != m_last + 1)
            m_behind = wakes = true;
        m_last = event.sequence;
        if (!rules->wants(event.kind) || isOfAlerts(event))
            continue;
        wakes = true;
        if (m_heard.size() < heardMost)
            m_heard.emplace_back(event);
        else
            m_behind = true;
    }
    if (wakes)
        m_changed.notify_one();
}

void Watcher::keep()
{
    const std::lock_guard lock(m_mutex);
    ++m_keepAsked;
    m_changed.notify_one();
}

bool Watcher::settle()
{
    const std::int64_t wanted = m_parts.journal.head().sequence;
    std::unique_lock lock(m_mutex);
    do { // what was committed just now may not have been told of yet
        const std::uint64_t ticket = ++m_keepAsked;
        m_changed.notify_one();
        m_settled.wait(lock, [&] { return m_stopping || m_failed || m_keepDone >= ticket; });
    } while (!m_stopping && !m_failed && m_through < wanted);
    return !m_stopping && !m_failed;
}

void Watcher::run()
{
    setThreadName("alerts");
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto wanted = [this] { return m_stopping || m_keepAsked != m_keepDone || m_behind || !m_heard.empty(); };
        if (m_failed) // again after a while: the journal keeps what has to be looked at
            m_changed.wait_for(lock, againAfter, [this] { return m_stopping; });
        else
            m_changed.wait(lock, wanted);
        if (m_stopping)
            return;
        lock.unlock();
        Result<void> outcome = makeError(ErrorCode::Internal, "An exception ended it.");
        contained(m_parts.onFault, "alerts", [&] { outcome = round(); });
        if (m_parts.report)
            m_parts.report(outcome);
        lock.lock();
        m_failed = !outcome;
        if (m_failed) { // what was counted and not stored is counted again
            m_behind = m_cold = true;
            m_position = m_stored;
        }
        m_settled.notify_all();
    }
}

Result<void> Watcher::round()
{
    std::deque<Heard> heard;
    bool behind = false, keeps = false;
    std::uint64_t asked = 0;
    std::int64_t last = -1;
    {
        const std::lock_guard lock(m_mutex);
        heard.swap(m_heard);
        behind = std::exchange(m_behind, false);
        asked = m_keepAsked;
        keeps = asked != m_keepDone;
        last = m_last;
    }
    if (std::exchange(m_cold, false)) {
        if (Result<void> warm = warmUp(); !warm) {
            m_cold = true;
            return warm;
        }
    }
    if (behind)
        SALLYPORT_TRY(catchUp());
    SALLYPORT_TRY(look(std::move(heard)));
    m_position = std::max(m_position, last);
    if (keeps) {
        if (m_position != m_stored) {
            SALLYPORT_TRY(m_parts.store.write(
                [&](storage::Transaction& transaction) { return rows::setPosition(transaction, m_position); }));
            m_stored = m_position;
        }
        SALLYPORT_TRY(m_parts.actions.endTimed());
        SALLYPORT_TRY(m_parts.actions.doPending());
    }
    const std::lock_guard lock(m_mutex);
    m_through = m_position;
    m_keepDone = asked;
    return {};
}

/// Counts what was looked at before the start once more, without telling what that fills up.
Result<void> Watcher::warmUp()
{
    const std::shared_ptr<const CompiledRules> rules = m_rules.load();
    m_counter = Counter();
    std::vector<audit::Event> events;
    std::vector<rows::ClosedGroup> closed;
    std::vector<Incident> unclosed;
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto at, audit::readRange(transaction, 1, m_position, 1)); // of a journal that is empty: nothing
        if (at.empty() || rules->rules().empty())
            return {};
        SALLYPORT_ASSIGN(const auto newest, audit::readRange(transaction, m_position, m_position, 1));
        const UtcTime end = newest.empty() ? m_parts.store.now() : newest.front().event.time;
        audit::EventQuery query;
        query.since = end - rules->longestWindow();
        query.kinds = rules->kinds();
        SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query, m_position));
        std::string cursor;
        do {
            SALLYPORT_ASSIGN(audit::EventRows page,
                             selection.page(transaction, static_cast<std::uint32_t>(rowsAtOnce), cursor, false));
            std::ranges::move(page.events, std::back_inserter(events));
            cursor = page.nextCursor;
        } while (!cursor.empty() && events.size() < warmMost);
        SALLYPORT_ASSIGN(closed, rows::closedSince(transaction, *query.since));
        SALLYPORT_ASSIGN(unclosed, rows::unclosedSince(transaction, *query.since));
        return {};
    }));
    std::ranges::sort(events, {}, &audit::Event::sequence);
    auto over = closed.begin();
    for (const audit::Event& event : events) {
        for (; over != closed.end() && over->through < event.sequence; ++over)
            m_counter.forget(AlertRuleId(over->rule), over->group);
        m_counter.feed(*rules, event, [](const Match&) {});
    }
    for (; over != closed.end(); ++over)
        m_counter.forget(AlertRuleId(over->rule), over->group);
    for (const Incident& one : unclosed) {
        const auto rule = std::ranges::find(rules->rules(), one.rule, [](const CompiledRule& each) { return each.rule.id; });
        if (rule != rules->rules().end() && one.groupValue != sharedGroup)
            m_counter.resume(*rule, one.groupValue, one.lastAt);
    }
    return {};
}

/// From the journal, whatever was told of meanwhile.
Result<void> Watcher::catchUp()
{
    for (;;) {
        SALLYPORT_ASSIGN(auto page, m_parts.store.read([&](storage::Transaction& transaction) {
            return audit::readRange(transaction, m_position + 1, std::numeric_limits<std::int64_t>::max(), rowsAtOnce);
        }));
        if (page.empty())
            return {};
        const std::int64_t reached = page.back().event.sequence;
        std::deque<Heard> events;
        for (audit::StoredEvent& stored : page)
            events.emplace_back(std::move(stored.event));
        SALLYPORT_TRY(look(std::move(events)));
        m_position = std::max(m_position, reached);
    }
}

Result<void> Watcher::look(std::deque<Heard> heard)
{
    const std::shared_ptr<const CompiledRules> rules = m_rules.load();
    std::vector<MatchedGroup> groups;
    std::int64_t reached = m_position;
    for (const Heard& one : heard) {
        if (const auto* const closed = std::get_if<Closed>(&one)) {
            m_counter.forget(closed->rule, closed->group);
            continue;
        }
        const audit::Event& event = std::get<audit::Event>(one);
        if (event.sequence <= reached)
            continue; // read from the journal already
        reached = event.sequence;
        m_counter.feed(*rules, event, [&](Match match) {
            const AlertRule& rule = rules->rules()[match.rule].rule;
            putTogether(groups, rule, std::move(match));
        });
    }
    m_position = reached;
    return groups.empty() ? Result<void>() : store(std::move(groups));
}

Result<void> Watcher::store(std::vector<MatchedGroup> groups)
{
    SALLYPORT_ASSIGN(const bool opened, m_parts.store.write([&](storage::Transaction& transaction) -> Result<bool> {
        bool any = false;
        for (const MatchedGroup& group : groups) {
            SALLYPORT_ASSIGN(const bool opens, openOrFold(transaction, m_parts.journal, m_parts.ids, group));
            any = any || opens;
        }
        SALLYPORT_TRY(rows::setPosition(transaction, m_position));
        return any;
    }));
    m_stored = m_position;
    return opened ? m_parts.actions.doPending() : Result<void>();
}

} // namespace sallyport::alerts
