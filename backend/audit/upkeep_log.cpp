#include "backend/audit/upkeep_log.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_selection.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <mutex>
#include <set>

namespace sallyport::audit {
namespace {

constexpr std::uint32_t readAtOnce = 200;

std::optional<Duty> dutyOf(std::string_view word)
{
    const auto found = std::ranges::find(duties(), word, dutyWord);
    return found != duties().end() ? std::optional(*found) : std::nullopt;
}

ErrorCode codeOf(std::string_view word)
{
    for (int code = 0; code <= static_cast<int>(ErrorCode::NotImplemented); ++code)
        if (errorWord(static_cast<ErrorCode>(code)) == word)
            return static_cast<ErrorCode>(code);
    return ErrorCode::Internal;
}

std::string detailOf(const Event& event)
{
    boost::system::error_code broken;
    const boost::json::value details = boost::json::parse(event.detailsJson, broken);
    const boost::json::object* const object = details.if_object();
    const boost::json::value* const detail = object != nullptr ? object->if_contains("detail") : nullptr;
    return detail != nullptr && detail->is_string() ? std::string(detail->get_string()) : std::string();
}

Event upkeepEvent(Duty duty, std::string_view kind, Outcome outcome)
{
    Event event;
    event.kind = kind;
    event.severity = findEventKind(kind)->severity;
    event.outcome = outcome;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"duty", std::string(dutyWord(duty)), std::string(dutyTitle(duty))};
    return event;
}

} // namespace

struct UpkeepLog::State {
    struct Entry : DutyState {
        bool told = false;  ///< the journal knows that it fails
        bool heard = false; ///< who opened this vault has been told, whatever an earlier process has told the journal
    };

    mutable std::mutex mutex;
    std::array<Entry, dutyCount> entries;

    Entry& of(Duty duty) { return entries[static_cast<std::size_t>(duty)]; }
};

UpkeepLog::UpkeepLog(Journal& journal, FaultListener onFault, Listener onChange)
    : m_journal(journal), m_onFault(std::move(onFault)), m_onChange(std::move(onChange)), m_state(std::make_shared<State>())
{
    for (const Duty duty : duties())
        m_state->of(duty).duty = duty;
}

Result<std::unique_ptr<UpkeepLog>> UpkeepLog::open(storage::Store& store, Journal& journal, FaultListener onFault,
                                                   Listener onChange)
{
    std::unique_ptr<UpkeepLog> log(new UpkeepLog(journal, std::move(onFault), std::move(onChange)));
    SALLYPORT_TRY(log->readOn(store));
    return log;
}

/// The newest event of each duty says how it was left.
Result<void> UpkeepLog::readOn(storage::Store& store)
{
    return store.read([this](storage::Transaction& transaction) -> Result<void> {
        EventQuery query;
        query.kinds = {"upkeep."};
        SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
        std::set<Duty> known;
        std::string cursor;
        do {
            SALLYPORT_ASSIGN(const EventRows page, selection.page(transaction, readAtOnce, cursor, false));
            for (const Event& event : page.events) {
                const std::optional<Duty> duty = dutyOf(event.object.id);
                if (!duty || !known.insert(*duty).second)
                    continue;
                State::Entry& entry = m_state->of(*duty);
                if (event.kind == kind::upkeepRecovered) {
                    entry.lastSuccess = event.time;
                    continue;
                }
                entry.failing = entry.told = true;
                entry.lastFailure = entry.failingSince = event.time;
                entry.failures = 1;
                entry.code = codeOf(event.reason);
                entry.why = detailOf(event);
            }
            cursor = known.size() < dutyCount ? page.nextCursor : std::string();
        } while (!cursor.empty());
        return {};
    });
}

std::vector<DutyState> UpkeepLog::states() const
{
    const std::lock_guard lock(m_state->mutex);
    return {m_state->entries.begin(), m_state->entries.end()};
}

void UpkeepLog::report(Duty duty, const Result<void>& outcome)
{
    const UtcTime now = m_journal.now();
    std::optional<Event> event;
    DutyState changed;
    bool news = false;
    {
        const std::lock_guard lock(m_state->mutex);
        State::Entry& entry = m_state->of(duty);
        if (outcome) {
            entry.lastSuccess = now;
            if (!entry.failing)
                return;
            event = upkeepEvent(duty, kind::upkeepRecovered, Outcome::Success);
            event->detailsJson =
                Details().text("since", toRfc3339(*entry.failingSince)).number("failures", entry.failures).json();
            entry.failing = entry.told = false;
            news = std::exchange(entry.heard, false);
            entry.failingSince.reset();
            entry.failures = 0;
            entry.why.clear();
        } else {
            entry.lastFailure = now;
            if (!entry.failing)
                entry.failingSince = now;
            news = !std::exchange(entry.heard, true);
            entry.failing = true;
            ++entry.failures;
            entry.code = outcome.error().code;
            entry.why = outcome.error().detail;
            if (!std::exchange(entry.told, true)) {
                event = upkeepEvent(duty, kind::upkeepFailed, Outcome::Failure);
                event->reason = errorWord(entry.code);
                event->detailsJson = Details().text("detail", entry.why).json();
            }
        }
        changed = entry;
    }
    const bool failed = !outcome;
    if (m_onChange && news)
        m_onChange(changed);
    if (!event)
        return;
    // What could not be written (the disk may be why it fails) is told with the next failure.
    m_journal.recordLater(std::move(*event), [state = m_state, duty, failed](const Result<void>& written) {
        if (written || !failed)
            return;
        const std::lock_guard lock(state->mutex);
        state->of(duty).told = false;
    });
}

Result<void> UpkeepLog::run(Duty duty, const std::function<Result<void>()>& work)
{
    Result<void> outcome;
    try {
        outcome = work();
    } catch (...) {
        outcome = makeError(ErrorCode::Internal, "ended by " + currentFault({}).what);
        tellFault(m_onFault, "housekeeping");
    }
    report(duty, outcome);
    return outcome;
}

} // namespace sallyport::audit
