#include "backend/audit/purge/event_purge.h"

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/chain/chain_base.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/purge/purge_notes.h"
#include "backend/audit/retention.h"
#include "backend/storage/sql_text.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

enum class PurgedColumn { Removed, Replaced, End };
constexpr storage::Columns<PurgedColumn> purgedColumns{
    {{PurgedColumn::Removed, "COUNT(*) - COUNT(content)"}, {PurgedColumn::Replaced, "COUNT(content)"}}};
constexpr auto purgedCount = storage::select(purgedColumns, "FROM purged_events");

enum class GoingColumn { Sequence, Time, Kind, Hash, End };
constexpr storage::Columns<GoingColumn> goingColumns{{{GoingColumn::Sequence, "e.sequence"},
                                                      {GoingColumn::Time, "e.time"},
                                                      {GoingColumn::Kind, "e.kind"},
                                                      {GoingColumn::Hash, "e.hash"}}};

Result<std::shared_ptr<const Chain>> ownChain(Journal& journal)
{
    auto chain = chainOf(journal);
    if (!chain)
        return makeError(ErrorCode::InvalidArgument, "This journal keeps everything.");
    return chain;
}

} // namespace

Result<std::int64_t> removeContents(Journal& journal, storage::Transaction& transaction, std::span<const std::int64_t> sequences,
                                    std::string_view why)
{
    if (sequences.empty())
        return 0;
    SALLYPORT_ASSIGN(const auto chain, ownChain(journal));
    SALLYPORT_ASSIGN(const TableHead head, readHead(transaction));
    storage::SqlText going;
    going.add("SELECT ").add(goingColumns.text()).add(" FROM events e WHERE e.sequence < ").bind(head.sequence);
    going.add(" AND e.sequence IN ").bindList(sequences);
    SALLYPORT_ASSIGN(auto rows, going.prepare(transaction, goingColumns));
    std::vector<PurgeNote> notes;
    const UtcTime now = journal.now();
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            break;
        const auto row = rows.row();
        PurgeNote& note = notes.emplace_back();
        note.sequence = row.integer(GoingColumn::Sequence);
        note.time = row.time(GoingColumn::Time);
        note.kind = row.text(GoingColumn::Kind);
        const Bytes hash = row.blob(GoingColumn::Hash);
        std::copy_n(hash.begin(), std::min(hash.size(), note.hash.size()), note.hash.begin());
        note.at = now;
        note.why = why;
    }
    std::vector<std::int64_t> gone;
    for (const PurgeNote& note : notes) {
        SALLYPORT_TRY(insertPurgeNote(transaction, *chain, note));
        gone.push_back(note.sequence);
    }
    if (gone.empty())
        return 0;
    storage::SqlText remove;
    remove.add("DELETE FROM events WHERE sequence IN ").bindList(gone);
    SALLYPORT_ASSIGN(auto statement, remove.prepare(transaction));
    SALLYPORT_TRY(statement.run());
    return static_cast<std::int64_t>(gone.size());
}

Result<void> replaceContents(Journal& journal, storage::Transaction& transaction, Event event, std::string_view why)
{
    SALLYPORT_ASSIGN(const auto chain, ownChain(journal));
    SALLYPORT_ASSIGN(const auto stored, readRange(transaction, event.sequence, event.sequence, 1));
    if (stored.empty())
        return makeError(ErrorCode::NotFound, "There is no such event.");
    const StoredEvent& before = stored.front();
    SALLYPORT_ASSIGN(const auto earlier, readPurgeNotes(transaction, *chain, event.sequence, event.sequence, 1));
    SALLYPORT_ASSIGN(const ChainHash now, fingerprintOf(*chain, before));
    bool sound = !earlier.empty() && earlier.front().content == now;
    if (earlier.empty()) {
        SALLYPORT_ASSIGN(const auto previous, readChainHash(transaction, *chain, event.sequence - 1));
        SALLYPORT_ASSIGN(const ChainBase base, readBase(transaction, *chain));
        const ChainHash from = base.sequence == event.sequence - 1 ? base.hash : previous.value_or(chainStart);
        SALLYPORT_ASSIGN(const ChainHash expected, chain->next(from, before.event));
        sound = before.wellFormed && std::ranges::equal(before.hash, expected);
    }
    if (!sound) {
        Error error(ErrorCode::Conflict, "Event " + std::to_string(event.sequence) + " is damaged and stays as it is");
        error.word = damagedWord;
        return error;
    }
    event = withinLimits(std::move(event));
    PurgeNote note;
    note.sequence = event.sequence;
    note.time = before.event.time;
    note.kind = before.event.kind;
    SALLYPORT_ASSIGN(note.hash, hashFromHex(before.event.hash));
    note.at = journal.now();
    note.why = why;
    event.hash = before.event.hash;
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM events WHERE sequence = $1"));
    SALLYPORT_TRY(remove.bind(1, event.sequence).run());
    SALLYPORT_TRY(insertEvent(transaction, event, note.hash));
    SALLYPORT_ASSIGN(const auto written, readRange(transaction, event.sequence, event.sequence, 1));
    if (written.empty())
        return makeError(ErrorCode::Internal, "The event was not written.");
    SALLYPORT_ASSIGN(note.content, fingerprintOf(*chain, written.front()));
    return insertPurgeNote(transaction, *chain, note);
}

Result<bool> foldNotes(storage::Transaction& transaction, const Chain& chain, std::int64_t most)
{
    SALLYPORT_ASSIGN(ChainBase base, readBase(transaction, chain));
    SALLYPORT_ASSIGN(const auto notes, readPurgeNotes(transaction, chain, base.sequence + 1, base.sequence + most, most));
    bool moved = false;
    for (const PurgeNote& note : notes) {
        if (note.sequence != base.sequence + 1 || note.content)
            break;
        // An event that stands there all the same is somebody else's doing: it stays to be seen.
        SALLYPORT_ASSIGN(const auto there, readHash(transaction, note.sequence));
        if (there)
            break;
        base = {note.sequence, note.hash};
        moved = true;
    }
    if (!moved)
        return false;
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM purged_events WHERE sequence <= $1"));
    SALLYPORT_TRY(remove.bind(1, base.sequence).run());
    SALLYPORT_TRY(writeBase(transaction, chain, base));
    return true;
}

Result<std::vector<std::int64_t>> replacedAmong(storage::Transaction& transaction, const std::vector<std::int64_t>& sequences)
{
    std::vector<std::int64_t> replaced;
    SALLYPORT_TRY(storage::inPortions(sequences, 1, [&](std::span<const std::int64_t> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT sequence FROM purged_events WHERE content IS NOT NULL AND sequence IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction));
        for (;;) {
            SALLYPORT_ASSIGN(const bool there, rows.step());
            if (!there)
                return {};
            replaced.push_back(rows.integer());
        }
    }));
    std::ranges::sort(replaced);
    return replaced;
}

Result<PurgedCount> countPurged(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(purgedCount));
    SALLYPORT_ASSIGN(const bool there, rows.step());
    if (!there)
        return PurgedCount{};
    const auto row = rows.row();
    return PurgedCount{row.integer(PurgedColumn::Removed), row.integer(PurgedColumn::Replaced)};
}

} // namespace sallyport::audit
