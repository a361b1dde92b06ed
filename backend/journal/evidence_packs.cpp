#include "backend/journal/evidence_packs.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"

#include <chrono>
#include <utility>

namespace sallyport::journal {
namespace {

constexpr std::size_t pieceSize = 256 * 1024;   ///< bytes
constexpr std::chrono::hours abandonedAfter{6}; ///< what a crash has left unfinished

enum class PackColumn { Id, CreatedAt, CreatedBy, Since, Until, Filter, Records, Bytes, HeadSize, Sha256, Maker, End };
constexpr storage::Columns<PackColumn> packColumns{{{PackColumn::Id, "id"},
                                                    {PackColumn::CreatedAt, "created_at"},
                                                    {PackColumn::CreatedBy, "created_by"},
                                                    {PackColumn::Since, "since"},
                                                    {PackColumn::Until, "until"},
                                                    {PackColumn::Filter, "filter"},
                                                    {PackColumn::Records, "records"},
                                                    {PackColumn::Bytes, "bytes"},
                                                    {PackColumn::HeadSize, "head_size"},
                                                    {PackColumn::Sha256, "sha256"},
                                                    {PackColumn::Maker, "maker_id"}}};
constexpr auto allPacks =
    storage::select(packColumns, "FROM evidence_packs WHERE head_size > 0 ORDER BY created_at DESC, id DESC");
constexpr auto packById = storage::select(packColumns, "FROM evidence_packs WHERE head_size > 0 AND id = $1");

EvidencePack packOf(const storage::Row<PackColumn>& row)
{
    EvidencePack pack;
    pack.id = row.text(PackColumn::Id);
    pack.createdAt = row.time(PackColumn::CreatedAt);
    pack.createdBy = row.text(PackColumn::CreatedBy);
    pack.since = row.optionalTime(PackColumn::Since);
    pack.until = row.optionalTime(PackColumn::Until);
    pack.filter = row.text(PackColumn::Filter);
    pack.records = row.integer(PackColumn::Records);
    pack.bytes = row.integer(PackColumn::Bytes);
    pack.headSize = row.integer(PackColumn::HeadSize);
    pack.sha256 = toHex(row.blob(PackColumn::Sha256));
    pack.maker = UserId(row.text(PackColumn::Maker));
    return pack;
}

Error tooMuch(std::string text)
{
    return makeError(ErrorCode::LimitReached, std::move(text));
}

Result<std::int64_t> onlyNumber(storage::Transaction& transaction, std::string_view sql)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? row.integer() : 0;
}

Result<void> removeAbandoned(storage::Transaction& transaction, UtcTime before)
{
    SALLYPORT_ASSIGN(auto pieces,
                     transaction.prepare("DELETE FROM evidence_pieces WHERE pack_id IN (SELECT id FROM evidence_packs "
                                         "WHERE head_size = 0 AND created_at < $1)"));
    SALLYPORT_TRY(pieces.bind(1, before).run());
    SALLYPORT_ASSIGN(auto packs, transaction.prepare("DELETE FROM evidence_packs WHERE head_size = 0 AND created_at < $1"));
    return packs.bind(1, before).run();
}

} // namespace

Result<std::vector<EvidencePack>> readPacks(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allPacks));
    std::vector<EvidencePack> packs;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return packs;
        packs.push_back(packOf(rows.row()));
    }
}

Result<EvidencePack> readPack(storage::Transaction& transaction, const std::string& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(packById));
    SALLYPORT_ASSIGN(const bool found, rows.bind(1, std::string_view(id)).step());
    if (!found)
        return makeError(ErrorCode::NotFound, "There is no such evidence pack");
    return packOf(rows.row());
}

Result<std::string> readPiece(storage::Transaction& transaction, const std::string& id, std::int64_t number)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT bytes FROM evidence_pieces WHERE pack_id = $1 AND number = $2"));
    SALLYPORT_ASSIGN(const bool found, row.bind(1, std::string_view(id)).bind(2, number).step());
    if (!found)
        return std::string();
    const Bytes bytes = row.blob();
    return std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

Result<void> removePack(storage::Transaction& transaction, const std::string& id)
{
    SALLYPORT_ASSIGN(auto pieces, transaction.prepare("DELETE FROM evidence_pieces WHERE pack_id = $1"));
    SALLYPORT_TRY(pieces.bind(1, std::string_view(id)).run());
    SALLYPORT_ASSIGN(auto pack, transaction.prepare("DELETE FROM evidence_packs WHERE id = $1"));
    return pack.bind(1, std::string_view(id)).run();
}

Result<PackWriter> PackWriter::begin(storage::Store& store, const EvidencePack& pack)
{
    const Result<void> begun = store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(removeAbandoned(transaction, store.now() - abandonedAfter));
        SALLYPORT_ASSIGN(const std::int64_t count, onlyNumber(transaction, "SELECT COUNT(*) FROM evidence_packs"));
        if (count >= packsLimit)
            return tooMuch("There are " + std::to_string(packsLimit) + " evidence packs already: delete one first");
        SALLYPORT_ASSIGN(
            auto insert,
            transaction.prepare("INSERT INTO evidence_packs (id, created_at, created_by, since, until, filter, "
                                "records, bytes, head_size, sha256, maker_id) VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, $7, $8)"));
        insert.bind(1, std::string_view(pack.id)).bind(2, pack.createdAt).bind(3, std::string_view(pack.createdBy));
        insert.bind(4, pack.since).bind(5, pack.until).bind(6, std::string_view(pack.filter));
        return insert.bind(7, std::span<const std::byte>()).bind(8, pack.maker).run();
    });
    if (!begun)
        return begun.error();
    return PackWriter(store, pack.id);
}

PackWriter::PackWriter(PackWriter&& other) noexcept
    : m_store(other.m_store), m_id(std::exchange(other.m_id, {})), m_waiting(std::move(other.m_waiting)), m_bytes(other.m_bytes),
      m_pieces(other.m_pieces)
{
}

PackWriter::~PackWriter()
{
    if (m_id.empty())
        return;
    // If that fails, too, it goes as abandoned.
    (void) m_store.write([this](storage::Transaction& transaction) { return removePack(transaction, m_id); });
}

Result<void> PackWriter::write(std::string_view text)
{
    m_bytes += static_cast<std::int64_t>(text.size());
    if (m_bytes > packBytesLimit)
        return tooMuch("An evidence pack has 1 GiB at most: choose a shorter period or a narrower filter");
    m_waiting += text;
    return m_waiting.size() >= pieceSize ? flush() : Result<void>();
}

Result<void> PackWriter::flush()
{
    if (m_waiting.empty())
        return {};
    const auto size = static_cast<std::int64_t>(m_waiting.size());
    const Result<void> written = m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::int64_t all, onlyNumber(transaction, "SELECT COALESCE(SUM(bytes), 0) FROM evidence_packs"));
        if (all + size > allPacksBytesLimit)
            return tooMuch("All evidence packs together have 4 GiB at most: delete one first");
        SALLYPORT_ASSIGN(auto insert,
                         transaction.prepare("INSERT INTO evidence_pieces (pack_id, number, bytes) VALUES ($1, $2, $3)"));
        insert.bind(1, std::string_view(m_id)).bind(2, m_pieces).bind(3, asBytes(m_waiting));
        SALLYPORT_TRY(insert.run());
        SALLYPORT_ASSIGN(auto grow, transaction.prepare("UPDATE evidence_packs SET bytes = bytes + $1 WHERE id = $2"));
        return grow.bind(1, size).bind(2, std::string_view(m_id)).run();
    });
    if (!written)
        return written;
    ++m_pieces;
    m_waiting.clear();
    return {};
}

Result<void> PackWriter::finish(storage::Transaction& transaction, const EvidencePack& pack, std::span<const std::byte> sha256)
{
    SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE evidence_packs SET records = $1, head_size = $2, sha256 = $3 "
                                                      "WHERE id = $4"));
    return update.bind(1, pack.records).bind(2, pack.headSize).bind(3, sha256).bind(4, std::string_view(pack.id)).run();
}

} // namespace sallyport::journal
