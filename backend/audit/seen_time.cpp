#include "backend/audit/seen_time.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/journal.h"
#include "backend/base/time_format.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace sallyport::audit {
namespace {

using Micros = std::chrono::microseconds;

enum class SeenColumn { SeenAt, JumpFrom, JumpTo, Waited, Unseen, CreditedAt, Doubtful, CalmLag, Boot, BootAt, End };
constexpr storage::Columns<SeenColumn> seenColumns{{{SeenColumn::SeenAt, "seen_at"},
                                                    {SeenColumn::JumpFrom, "jump_from"},
                                                    {SeenColumn::JumpTo, "jump_to"},
                                                    {SeenColumn::Waited, "waited"},
                                                    {SeenColumn::Unseen, "unseen"},
                                                    {SeenColumn::CreditedAt, "credited_at"},
                                                    {SeenColumn::Doubtful, "doubtful"},
                                                    {SeenColumn::CalmLag, "calm_lag"},
                                                    {SeenColumn::Boot, "boot"},
                                                    {SeenColumn::BootAt, "boot_at"}}};
constexpr auto storedSeen = storage::select(seenColumns, "FROM seen_time WHERE id = 1");

struct SeenRow {
    UtcTime seen;                    ///< what the clock said
    std::optional<UtcTime> from, to; ///< both while deletion waits
    Micros waited{};                 ///< for how long the vault has run, and the clock calmly
    Micros unseen{};                 ///< how long it was off by the clock alone, less what it has run since
    UtcTime credited;                ///< where the clock would be by what has passed: what deletion goes by
    Micros doubtful{};               ///< how much of that is the clock's word alone
    Micros calmLag{};                ///< how far the clock was ahead of `credited` when it began to run calmly
    BootTime boot;                   ///< when this was; without an id nobody knows

    bool waits() const { return from.has_value(); }
    void credit(Micros time)
    {
        credited += time;
        doubtful += time;
    }
    /// At most what is doubtful.
    void takeBack(Micros time)
    {
        time = std::clamp(time, Micros{}, doubtful);
        credited -= time;
        doubtful -= time;
    }
};

/// How long it is since the last look, if anything but the clock tells.
using Passed = std::optional<Micros>;

Result<std::optional<SeenRow>> readSeen(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(storedSeen));
    SALLYPORT_ASSIGN(const bool there, rows.step());
    if (!there)
        return std::optional<SeenRow>();
    const auto row = rows.row();
    return std::optional(SeenRow{row.time(SeenColumn::SeenAt),
                                 row.optionalTime(SeenColumn::JumpFrom),
                                 row.optionalTime(SeenColumn::JumpTo),
                                 Micros(row.integer(SeenColumn::Waited)),
                                 Micros(row.integer(SeenColumn::Unseen)),
                                 row.time(SeenColumn::CreditedAt),
                                 Micros(row.integer(SeenColumn::Doubtful)),
                                 Micros(row.integer(SeenColumn::CalmLag)),
                                 {row.text(SeenColumn::Boot), Micros(row.integer(SeenColumn::BootAt))}});
}

Result<void> writeSeen(storage::Transaction& transaction, const SeenRow& row)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO seen_time (id, seen_at, jump_from, jump_to, waited, unseen, credited_at, "
                                         "doubtful, calm_lag, boot, boot_at) "
                                         "VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO UPDATE SET "
                                         "seen_at = excluded.seen_at, jump_from = excluded.jump_from, "
                                         "jump_to = excluded.jump_to, waited = excluded.waited, unseen = excluded.unseen, "
                                         "credited_at = excluded.credited_at, doubtful = excluded.doubtful, "
                                         "calm_lag = excluded.calm_lag, boot = excluded.boot, boot_at = excluded.boot_at"));
    put.bind(1, row.seen).bind(2, row.from).bind(3, row.to).bind(4, std::int64_t{row.waited.count()});
    put.bind(5, std::int64_t{row.unseen.count()}).bind(6, row.credited).bind(7, std::int64_t{row.doubtful.count()});
    put.bind(8, std::int64_t{row.calmLag.count()}).bind(9, row.boot.id).bind(10, std::int64_t{row.boot.since.count()});
    return put.run();
}

/// A vault that has none yet (an older program's) has its newest event. One that tells of damage is just being written.
Result<SeenRow> firstSeen(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(auto newest, transaction.prepare("SELECT time FROM events WHERE kind <> $1 ORDER BY sequence DESC LIMIT 1"));
    SALLYPORT_ASSIGN(const bool there, newest.bind(1, kind::auditDamaged).step());
    SeenRow row;
    row.seen = row.credited = there ? newest.time() : now;
    return row;
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
    KeptTime(storage::Store& store, Journal& journal, const Clock& clock, bool keeps, BootClock bootClock)
        : m_store(store), m_journal(journal), m_clock(clock), m_keeps(keeps), m_bootClock(std::move(bootClock))
    {
    }

    Result<UtcTime> deletable() override
    {
        SALLYPORT_ASSIGN(const SeenRow row, look());
        return row.waits() ? UtcTime{} : std::min(row.credited, row.seen);
    }

    UtcTime believed() const override { return m_believed.load(); }

    UtcTime passed() const override { return m_passed.load(); }

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
            row->seen = row->credited = now;
            row->doubtful = row->calmLag = {};
            if (m_keeps) {
                row->boot = bootNow();
                m_lastLook.store(m_clock.steady());
            }
            return writeSeen(transaction, *row);
        });
        if (!agreed)
            return agreed;
        m_believed.store(now);
        m_passed.store(now);
        return {};
    }

    Result<SeenRow> look()
    {
        const std::lock_guard lock(m_looking);
        const UtcTime now = m_clock.now();
        const SteadyTime steady = m_clock.steady();
        const Micros run = sinceLook();
        const BootTime boot = bootNow();
        SALLYPORT_ASSIGN(const SeenRow row, m_store.write([&](storage::Transaction& transaction) -> Result<SeenRow> {
            SALLYPORT_ASSIGN(const std::optional<SeenRow> before, readSeen(transaction));
            SeenRow row;
            if (before) {
                row = *before;
            } else {
                SALLYPORT_ASSIGN(row, firstSeen(transaction, now));
            }
            const Passed passed = passedSince(row, boot, run);
            SALLYPORT_ASSIGN(const bool changed, judge(transaction, row, now, passed, run));
            if (m_keeps || changed) {
                row.seen = now;
                if (m_keeps || passed)
                    row.boot = boot;
                SALLYPORT_TRY(writeSeen(transaction, row));
            }
            return row;
        }));
        m_lastLook.store(steady);
        m_looked = true;
        m_believed.store(row.waits() ? row.credited : std::min(row.credited, now));
        m_passed.store(row.credited);
        return row;
    }

private:
    Micros sinceLook() const
    {
        if (!m_keeps || !m_looked)
            return {};
        return std::chrono::duration_cast<Micros>(m_clock.steady() - m_lastLook.load());
    }

    BootTime bootNow() const
    {
        const std::optional<BootTime> boot = m_bootClock ? m_bootClock() : std::nullopt;
        return boot.value_or(BootTime{});
    }

    Passed passedSince(const SeenRow& row, const BootTime& boot, Micros run) const
    {
        if (!boot.id.empty() && boot.id == row.boot.id && boot.since >= row.boot.since)
            return boot.since - row.boot.since;
        return m_keeps && m_looked ? Passed(run) : std::nullopt;
    }

    /// What the clock says now against what has passed; `run`: how long this process has run since the last look. True if that
    /// begins or ends the waiting.
    Result<bool> judge(storage::Transaction& transaction, SeenRow& row, UtcTime now, Passed passed, Micros run)
    {
        // A command has not seen what ran before it: without another clock it looks at its own step alone.
        const bool own = m_keeps || passed;
        const bool jumped = passed    ? goOn(row, now, *passed)
                            : m_keeps ? goOnByTheClock(row, now)
                                      : now - row.seen > clockJumpLimit;
        if (own && now < row.credited) // where the clock's word was taken for it, that was too much
            row.takeBack(row.credited - now);
        if (jumped) {
            const UtcTime expected = own ? row.credited : row.seen;
            if (!row.waits())
                row.from = expected;
            row.to = now;
            row.waited = {};
            row.calmLag = now - row.credited;
            Event event = clockEvent(kind::clockJumped);
            event.detailsJson = Details().text("from", toRfc3339(expected)).text("to", toRfc3339(now)).json();
            SALLYPORT_TRY(m_journal.append(transaction, std::move(event)));
            return true;
        }
        if (row.waits() && now - row.credited <= clockJumpLimit) {
            SALLYPORT_TRY(trust(transaction, row, clockEvent(kind::clockTrusted), "set_back"));
            return true;
        }
        if (!own)
            return false;
        return waitOn(transaction, row, now, run);
    }

    /// Time has passed, and whatever the clock did beside it was somebody's setting it. True: it is too far ahead now.
    static bool goOn(SeenRow& row, UtcTime now, Micros passed)
    {
        const Micros step = now - (row.seen + passed);
        row.credited += passed;
        row.unseen = std::max(Micros{}, row.unseen - passed * unseenForgottenPerSeen);
        return now - row.credited > clockJumpLimit && (!row.waits() || step > clockJumpLimit);
    }

    /// Only the clock tells what has passed. True if that isn't believed.
    static bool goOnByTheClock(SeenRow& row, UtcTime now)
    {
        const Micros ahead = now - row.credited; // it may have been set right meanwhile
        const Micros off = std::max(Micros{}, now < row.seen ? ahead : std::min<Micros>(now - row.seen, ahead));
        if (row.unseen + off <= clockJumpLimit) {
            row.unseen += off;
            row.credit(off);
            return false;
        }
        row.takeBack(std::exchange(row.unseen, Micros{})); // those before it are no more likely
        return now - row.credited > clockJumpLimit;
    }

    /// The clock is believed once nobody has set it for long enough. True if that ends the waiting.
    Result<bool> waitOn(storage::Transaction& transaction, SeenRow& row, UtcTime now, Micros run)
    {
        const Micros lag = now - row.credited;
        if (std::chrono::abs(lag - row.calmLag) > calmTolerance) {
            row.calmLag = lag;
            row.waited = {};
        } else {
            row.waited += run;
        }
        if (row.waited < clockJumpWait)
            return false;
        const bool waits = row.waits();
        if (waits)
            SALLYPORT_TRY(trust(transaction, row, clockEvent(kind::clockTrusted), "seen"));
        row.credited = now;
        row.doubtful = row.calmLag = row.waited = {};
        return waits;
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
    const BootClock m_bootClock;
    std::mutex m_looking;
    std::atomic<bool> m_looked = false;
    std::atomic<SteadyTime> m_lastLook{};
    std::atomic<UtcTime> m_believed{};
    std::atomic<UtcTime> m_passed{};
};

} // namespace

Result<std::unique_ptr<SeenTime>> SeenTime::open(storage::Store& store, Journal& journal, const Clock& clock, bool keeps,
                                                 BootClock bootClock)
{
    auto kept = std::make_unique<KeptTime>(store, journal, clock, keeps, std::move(bootClock));
    SALLYPORT_TRY(kept->look());
    return std::unique_ptr<SeenTime>(std::move(kept));
}

} // namespace sallyport::audit
