#include "backend/audit/purge/purge_notes.h"

#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::audit {
namespace {

enum class NoteColumn { Sequence, Time, Kind, Hash, At, Why, Content, Seal, End };
constexpr storage::Columns<NoteColumn> noteColumns{{{NoteColumn::Sequence, "sequence"},
                                                    {NoteColumn::Time, "time"},
                                                    {NoteColumn::Kind, "kind"},
                                                    {NoteColumn::Hash, "hash"},
                                                    {NoteColumn::At, "purged_at"},
                                                    {NoteColumn::Why, "why"},
                                                    {NoteColumn::Content, "content"},
                                                    {NoteColumn::Seal, "seal"}}};
constexpr auto noteRange =
    storage::select(noteColumns, "FROM purged_events WHERE sequence >= $1 AND sequence <= $2 ORDER BY sequence LIMIT $3");

/// Every text after its length: no two notes share a seal.
Result<ChainHash> sealOfNote(const Chain& chain, const PurgeNote& note)
{
    std::string text = "purged " + std::to_string(note.sequence) + ' ' + std::to_string(toMicros(note.time)) + ' ' +
                       std::to_string(toMicros(note.at)) + ' ' + hexOf(note.hash) + ' ' +
                       (note.content ? hexOf(*note.content) : std::string("gone"));
    for (const std::string* part : {&note.kind, &note.why})
        text += ' ' + std::to_string(part->size()) + ':' + *part;
    return chain.seal(text);
}

ChainHash hashOfNote(const Bytes& bytes)
{
    ChainHash hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

} // namespace

Result<std::vector<PurgeNote>> readPurgeNotes(storage::Transaction& transaction, const Chain& chain, std::int64_t first,
                                              std::int64_t last, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(noteRange));
    rows.bind(1, first).bind(2, last).bind(3, limit);
    std::vector<PurgeNote> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        const auto row = rows.row();
        PurgeNote note;
        note.sequence = row.integer(NoteColumn::Sequence);
        note.time = row.time(NoteColumn::Time);
        note.kind = row.text(NoteColumn::Kind);
        note.hash = hashOfNote(row.blob(NoteColumn::Hash));
        note.at = row.time(NoteColumn::At);
        note.why = row.text(NoteColumn::Why);
        if (const Bytes content = row.blob(NoteColumn::Content); !content.empty())
            note.content = hashOfNote(content);
        const Bytes seal = row.blob(NoteColumn::Seal);
        SALLYPORT_ASSIGN(const ChainHash expected, sealOfNote(chain, note));
        if (std::ranges::equal(seal, expected))
            found.push_back(std::move(note));
    }
}

Result<void> insertPurgeNote(storage::Transaction& transaction, const Chain& chain, const PurgeNote& note)
{
    SALLYPORT_ASSIGN(const ChainHash seal, sealOfNote(chain, note));
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO purged_events (sequence, time, kind, hash, purged_at, why, content, "
                                         "seal) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (sequence) DO UPDATE "
                                         "SET time = excluded.time, kind = excluded.kind, hash = excluded.hash, "
                                         "purged_at = excluded.purged_at, why = excluded.why, "
                                         "content = excluded.content, seal = excluded.seal"));
    put.bind(1, note.sequence).bind(2, note.time).bind(3, note.kind);
    put.bind(4, std::span<const std::byte>(note.hash)).bind(5, note.at).bind(6, note.why);
    if (note.content)
        put.bind(7, std::span<const std::byte>(*note.content));
    else
        put.bindNull(7);
    put.bind(8, std::span<const std::byte>(seal));
    return put.run();
}

Result<std::optional<ChainHash>> readChainHash(storage::Transaction& transaction, const Chain& chain, std::int64_t sequence)
{
    SALLYPORT_ASSIGN(const auto hash, readHash(transaction, sequence));
    if (hash)
        return hash;
    SALLYPORT_ASSIGN(const auto notes, readPurgeNotes(transaction, chain, sequence, sequence, 1));
    return notes.empty() ? std::optional<ChainHash>() : std::optional(notes.front().hash);
}

} // namespace sallyport::audit
