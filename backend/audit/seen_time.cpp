#include "backend/audit/seen_time.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/journal.h"
#include "backend/base/time_format.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace sallyport::audit {
namespace {

using Micros = std::chrono::microseconds;

enum class SeenColumn { SeenAt, JumpFrom, JumpTo, Waited, Unseen, End };
constexpr storage::Columns<SeenColumn> seenColumns{{{SeenColumn::SeenAt, "seen_at"},
                                                    {SeenColumn::JumpFrom, "jump_from"},
                                                    {SeenColumn::JumpTo, "jump_to"},
                                                    {SeenColumn::Waited, "waited"},
                                                    {SeenColumn::Unseen, "unseen"}}};
constexpr auto storedSeen = storage::select(seenColumns, "FROM seen_time WHERE id = 1");

struct SeenRow {
    UtcTime seen;
    std::optional<UtcTime> from, to; ///< both while deletion waits
    Micros waited{};
    Micros unseen{}; ///< what the clock has gone ahead without the vault, less what it has run since

    bool waits() const { return from.has_value(); }
};

Result<std::optional<SeenRow>> readSeen(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(storedSeen));
    SALLYPORT_ASSIGN(const bool there, rows.step());
    if (!there)
        return std::optional<SeenRow>();
    const auto row = rows.row();
    return std::optional(SeenRow{row.time(SeenColumn::SeenAt), row.optionalTime(SeenColumn::JumpFrom),
                                 row.optionalTime(SeenColumn::JumpTo), Micros(row.integer(SeenColumn::Waited)),
                                 Micros(row.integer(SeenColumn::Unseen))});
}

Result<void> writeSeen(storage::Transaction& transaction, const SeenRow& row)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO seen_time (id, seen_at, jump_from, jump_to, waited, unseen) "
                                         "VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET "
                                         "seen_at = excluded.seen_at, jump_from = excluded.jump_from, "
                                         "jump_to = excluded.jump_to, waited = excluded.waited, unseen = excluded.unseen"));
    put.bind(1, row.seen).bind(2, row.from).bind(3, row.to).bind(4, std::int64_t{row.waited.count()});
    put.bind(5, std::int64_t{row.unseen.count()});
    return put.run();
}

/// A vault that has none yet (an older program's) has its newest event. One that tells of damage is just being written.
Result<SeenRow> firstSeen(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(auto newest, transaction.prepare("SELECT time FROM events WHERE kind <> $1 ORDER BY sequence DESC LIMIT 1"));
    SALLYPORT_ASSIGN(const bool there, newest.bind(1, kind::auditDamaged).step());
    return SeenRow{there ? newest.time() : now, {}, {}, {}, {}};
}

Event clockEvent(std::string_view kind)
{
    Event event;
    event.kind = kind;
    event.severity = findEventKind(kind)->severity;
    event.actor = {"system", {}, "Sallyport"};
    event.object = {"clock", {}, "Clock"};
    return event;
}

class KeptTime final : public SeenTime {
public:
    KeptTime(storage::Store& store, Journal& journal, const Clock& clock, bool keeps)
        : m_store(store), m_journal(journal), m_clock(clock), m_keeps(keeps)
    {
    }

    Result<UtcTime> deletable() override
    {
        SALLYPORT_ASSIGN(const SeenRow row, look());
        return row.waits() ? UtcTime{} : row.seen;
    }

    UtcTime believed() const override { return m_believed.load(); }

    Result<std::optional<ClockJump>> jump() override
    {
        SALLYPORT_ASSIGN(const auto row, m_store.read(readSeen));
        if (!row || !row->waits())
            return std::optional<ClockJump>();
        const Micros left = clockJumpWait - row->waited - sinceLook();
        ClockJump jump{*row->from, *row->to, std::max(left, Micros{}), false};
        jump.overdue = left > Micros{} && m_clock.now() - *row->to >= clockJumpWait;
        return std::optional(jump);
    }

    Result<void> agree(Event by) override
    {
        const std::lock_guard lock(m_looking);
        by.object = clockEvent(kind::clockTrusted).object;
        const UtcTime now = m_clock.now();
        auto agreed = m_store.write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto row, readSeen(transaction));
            if (!row || !row->waits())
                return makeError(ErrorCode::Conflict, "Deletion waits for nothing: the clock has not jumped");
            SALLYPORT_TRY(trust(transaction, *row, by, "agreed"));
            row->seen = now;
            return writeSeen(transaction, *row);
        });
        if (!agreed)
            return agreed;
        m_believed.store(now);
        return {};
    }

    Result<SeenRow> look()
    {
        const std::lock_guard lock(m_looking);
        const UtcTime now = m_clock.now();
        const SteadyTime steady = m_clock.steady();
        const Micros passed = sinceLook();
        SALLYPORT_ASSIGN(const SeenRow row, m_store.write([&](storage::Transaction& transaction) -> Result<SeenRow> {
            SALLYPORT_ASSIGN(const std::optional<SeenRow> before, readSeen(transaction));
            SeenRow row;
            if (before) {
                row = *before;
            } else {
                SALLYPORT_ASSIGN(row, firstSeen(transaction, now));
            }
            SALLYPORT_ASSIGN(const bool changed, judge(transaction, row, now, passed));
            if (m_keeps || changed) {
                row.seen = now;
                SALLYPORT_TRY(writeSeen(transaction, row));
            }
            return row;
        }));
        m_lastLook.store(steady);
        m_looked = true;
        m_believed.store(row.from.value_or(m_keeps ? row.seen : m_clock.now()));
        return row;
    }

private:
    Micros sinceLook() const
    {
        if (!m_keeps || !m_looked)
            return {};
        return std::chrono::duration_cast<Micros>(m_clock.steady() - m_lastLook.load());
    }

    /// What the clock says now against what it said, and how long this process has run since. True if that begins or ends
    /// the waiting.
    Result<bool> judge(storage::Transaction& transaction, SeenRow& row, UtcTime now, Micros passed)
    {
        const Micros step = now - (row.seen + passed);
        // A command has not seen what ran before it: it looks at its own step alone.
        if (m_keeps)
            row.unseen = std::max(Micros{}, std::max(Micros{}, row.unseen - passed * unseenForgottenPerSeen) + step);
        const Micros ahead = m_keeps ? std::max(row.unseen, step) : step;
        if (ahead > clockJumpLimit) {
            const UtcTime expected = now - ahead;
            if (!row.waits())
                row.from = expected;
            row.to = now;
            row.waited = {};
            row.unseen = {};
            Event event = clockEvent(kind::clockJumped);
            event.detailsJson = Details().text("from", toRfc3339(expected)).text("to", toRfc3339(now)).json();
            SALLYPORT_TRY(m_journal.append(transaction, std::move(event)));
            return true;
        }
        if (!row.waits())
            return false;
        row.waited += passed;
        if (row.waited >= clockJumpWait) {
            SALLYPORT_TRY(trust(transaction, row, clockEvent(kind::clockTrusted), "seen"));
            return true;
        }
        if (now - (*row.from + row.waited) <= clockJumpLimit) {
            SALLYPORT_TRY(trust(transaction, row, clockEvent(kind::clockTrusted), "set_back"));
            return true;
        }
        return false;
    }

    Result<void> trust(storage::Transaction& transaction, SeenRow& row, Event event, std::string_view why)
    {
        event.reason = why;
        event.detailsJson = Details().text("from", toRfc3339(*row.from)).text("to", toRfc3339(*row.to)).json();
        row.from.reset();
        row.to.reset();
        row.waited = {};
        row.unseen = {};
        return m_journal.append(transaction, std::move(event));
    }

    storage::Store& m_store;
    Journal& m_journal;
    const Clock& m_clock;
    const bool m_keeps;
    std::mutex m_looking;
    std::atomic<bool> m_looked = false;
    std::atomic<SteadyTime> m_lastLook{};
    std::atomic<UtcTime> m_believed{};
};

} // namespace

Result<std::unique_ptr<SeenTime>> SeenTime::open(storage::Store& store, Journal& journal, const Clock& clock, bool keeps)
{
    auto kept = std::make_unique<KeptTime>(store, journal, clock, keeps);
    SALLYPORT_TRY(kept->look());
    return std::unique_ptr<SeenTime>(std::move(kept));
}

} // namespace sallyport::audit
