#include "backend/records/field_keys.h"

#include "backend/access/actor.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/crypto/aes_gcm.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

namespace sallyport::records {

namespace {

enum class KeyColumn { Id, Wrapped, Reserved, CreatedAt, End };
constexpr storage::Columns<KeyColumn> keyColumns{{{KeyColumn::Id, "id"},
                                                  {KeyColumn::Wrapped, "wrapped"},
                                                  {KeyColumn::Reserved, "reserved"},
                                                  {KeyColumn::CreatedAt, "created_at"}}};
constexpr auto newestKey = storage::select(keyColumns, "FROM record_keys ORDER BY id DESC LIMIT 1");
constexpr auto keyById = storage::select(keyColumns, "FROM record_keys WHERE id = $1");

std::string wrappedPlace(std::uint32_t id)
{
    return "record_keys|wrapped|" + std::to_string(id);
}

Error doesNotOpen()
{
    return makeError(ErrorCode::CryptoFailure, "the data does not authenticate");
}

} // namespace

Result<Bytes> FieldKeys::Portion::seal(std::span<const std::byte> plaintext, std::string_view place)
{
    if (m_left <= 0)
        return makeError(ErrorCode::Internal, "More is sealed than was counted.");
    --m_left;
    return blob::seal(m_key->key, m_key->id, plaintext, place, m_random);
}

Result<FieldKeys::Current> FieldKeys::current(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(newestKey));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return Current();
    const auto row = rows.row();
    return Current{static_cast<std::uint32_t>(row.integer(KeyColumn::Id)), row.integer(KeyColumn::Reserved),
                   row.time(KeyColumn::CreatedAt)};
}

Result<std::shared_ptr<const DataKey>> FieldKeys::load(storage::Transaction& transaction, std::uint32_t id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_keys.find(id); known != m_keys.end())
            return known->second;
    }
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(keyById));
    rows.bind(1, std::int64_t{id});
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return doesNotOpen();
    const auto key = std::make_shared<DataKey>();
    key->id = id;
    SALLYPORT_ASSIGN(key->key, m_cipher.open(rows.row().blob(KeyColumn::Wrapped), wrappedPlace(id)));
    const std::lock_guard lock(m_mutex);
    return m_keys.emplace(id, key).first->second;
}

Result<std::uint32_t> FieldKeys::make(storage::Transaction& transaction, std::uint32_t id, std::int64_t reserved, audit::Event by)
{
    SecretBytes key(crypto::gcmKeySize);
    if (!m_random.fill(key.bytes()))
        return makeError(ErrorCode::CryptoFailure, "the system gives no randomness");
    SALLYPORT_ASSIGN(const Bytes wrapped, m_cipher.seal(key.bytes(), wrappedPlace(id), m_random));
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO record_keys (id, wrapped, reserved, created_at) "
                                                   "VALUES ($1, $2, $3, $4)"));
    put.bind(1, std::int64_t{id}).bind(2, std::span<const std::byte>(wrapped)).bind(3, reserved).bind(4, m_clock.now());
    SALLYPORT_TRY(put.run());
    by.object = {"record_key", std::to_string(id), {}};
    SALLYPORT_TRY(m_journal.append(transaction, std::move(by)));
    return id;
}

Result<void> FieldKeys::setAside(storage::Transaction& transaction, std::int64_t count, std::shared_ptr<const DataKey>& key)
{
    SALLYPORT_ASSIGN(const Current now, current(transaction));
    std::uint32_t id = now.id;
    if (id == 0 || now.reserved + count > m_bounds.usesOfOne) {
        if (id == std::numeric_limits<std::uint32_t>::max())
            return makeError(ErrorCode::LimitReached, "There are no more numbers for data keys.");
        SALLYPORT_ASSIGN(
            id, make(transaction, id + 1, count, access::eventBy(access::Actor::system(), audit::kind::recordKeyRotated)));
    } else {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE record_keys SET reserved = reserved + $1 WHERE id = $2"));
        put.bind(1, count).bind(2, std::int64_t{id});
        SALLYPORT_TRY(put.run());
    }
    SALLYPORT_ASSIGN(key, load(transaction, id));
    return {};
}

Result<FieldKeys::Portion> FieldKeys::take(std::int64_t count)
{
    const std::lock_guard one(m_taking);
    {
        const std::lock_guard lock(m_mutex);
        if (m_current != nullptr && m_left >= count) {
            m_left -= count;
            return Portion(m_current, count, m_random);
        }
    }
    const std::int64_t more = std::max(count, m_bounds.atOnce);
    std::shared_ptr<const DataKey> key;
    const Result<void> done = m_store.write([&](storage::Transaction& transaction) { return setAside(transaction, more, key); });
    const std::lock_guard lock(m_mutex);
    if (!done) {
        m_keys.clear(); // one that was made and then rolled back is none
        return done.error();
    }
    m_left = (m_current != nullptr && m_current->id == key->id ? m_left : 0) + more - count;
    m_current = key;
    return Portion(key, count, m_random);
}

Result<void> FieldKeys::requireKey(storage::Transaction& transaction, std::uint32_t keyId)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM record_keys WHERE id = $1"));
    row.bind(1, std::int64_t{keyId});
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (found)
        return {};
    Error error(ErrorCode::Conflict, "The data key has gone meanwhile.");
    error.word = "key_gone";
    return error;
}

Result<SecretBytes> FieldKeys::open(storage::Transaction& transaction, std::span<const std::byte> sealed, std::string_view place)
{
    const auto id = blob::keyIdOf(sealed);
    if (!id)
        return doesNotOpen();
    SALLYPORT_ASSIGN(const auto key, load(transaction, *id));
    return blob::open(key->key, key->id, sealed, place);
}

Result<void> FieldKeys::rotate(audit::Event by)
{
    const std::lock_guard one(m_taking);
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const Current now, current(transaction));
        if (now.id == std::numeric_limits<std::uint32_t>::max())
            return makeError(ErrorCode::LimitReached, "There are no more numbers for data keys.");
        SALLYPORT_TRY(make(transaction, now.id + 1, 0, by));
        return {};
    };
    SALLYPORT_TRY(m_store.write(work));
    const std::lock_guard lock(m_mutex);
    m_current.reset();
    m_left = 0;
    return {};
}

Result<std::int64_t> FieldKeys::dropUnused()
{
    SALLYPORT_ASSIGN(const std::int64_t all, m_store.read([](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM record_keys"));
        SALLYPORT_TRY(row.step());
        return row.integer();
    }));
    if (all < 2)
        return std::int64_t{0};
    SALLYPORT_ASSIGN(const std::int64_t gone, m_store.write([](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(auto drop,
                         transaction.prepare("DELETE FROM record_keys WHERE id < (SELECT MAX(id) FROM record_keys) AND "
                                             "NOT EXISTS (SELECT 1 FROM record_members m WHERE m.key_id = "
                                             "record_keys.id) AND NOT EXISTS (SELECT 1 FROM files f WHERE f.key_id = "
                                             "record_keys.id)"));
        SALLYPORT_TRY(drop.run());
        return transaction.changes();
    }));
    if (gone > 0) {
        const std::lock_guard lock(m_mutex);
        m_keys.clear(); // those that are there are read again when they are needed
    }
    return gone;
}

Result<void> FieldKeys::reload()
{
    SALLYPORT_ASSIGN(const Current now, m_store.read([](storage::Transaction& transaction) { return current(transaction); }));
    const std::lock_guard lock(m_mutex);
    m_keys.clear();
    if (m_current != nullptr && m_current->id != now.id) {
        m_current.reset();
        m_left = 0;
    }
    return {};
}

} // namespace sallyport::records
