#pragma once

#include "backend/audit/journal.h"
#include "backend/crypto/aead.h"
#include "backend/records/field_blob.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

namespace sallyport::records {

/// Wraps the data keys; its key is the keyring's, purpose `records`.
using RecordKeyCipher = crypto::Cipher<struct RecordKeyPurpose>;

/// A data key in memory.
struct DataKey {
    std::uint32_t id = 0;
    SecretBytes key;
};

/// The data keys that sealed sensitive members. A key seals with random 96-bit nonces and so at most 2^32 times (SP 800-38D
/// §8.3): how often is counted in the database, in portions that are set aside on disk before the first of them is used, so that
/// a crash loses some of the count and never gives any twice. Long before that another key takes over. Thread-safe; calls that
/// take no transaction block.
class FieldKeys {
public:
    struct Bounds {
        std::int64_t atOnce = 4096;                     ///< seals set aside at once
        std::int64_t usesOfOne = std::int64_t{1} << 28; ///< a sixteenth of what the nonces allow
    };
    /// Everything outlives it.
    FieldKeys(storage::Store& store, audit::Journal& journal, RecordKeyCipher cipher, const Clock& clock, RandomSource& random,
              Bounds bounds)
        : m_store(store), m_journal(journal), m_cipher(std::move(cipher)), m_clock(clock), m_random(random), m_bounds(bounds)
    {
    }

    /// So many seals under one key, counted already. Not used: they are lost, which costs nothing.
    class Portion {
    public:
        std::uint32_t keyId() const noexcept { return m_key->id; }
        /// Internal if the portion is used up.
        Result<Bytes> seal(std::span<const std::byte> plaintext, std::string_view place);

    private:
        friend class FieldKeys;
        Portion(std::shared_ptr<const DataKey> key, std::int64_t count, RandomSource& random)
            : m_key(std::move(key)), m_left(count), m_random(random)
        {
        }
        std::shared_ptr<const DataKey> m_key;
        std::int64_t m_left;
        RandomSource& m_random;
    };
    /// Makes the first key, and the next one when this one is used up. Before a transaction, never in one. DiskFull...
    Result<Portion> take(std::int64_t count);
    /// In the transaction that stores what a portion has sealed: its key is there. Conflict (`key_gone`) if what it had sealed
    /// was sealed anew meanwhile and the key went with it; take another portion then.
    static Result<void> requireKey(storage::Transaction& transaction, std::uint32_t keyId);

    /// CryptoFailure for anything but an intact blob of this place under a key that is there.
    Result<SecretBytes> open(storage::Transaction& transaction, std::span<const std::byte> blob, std::string_view place);

    /// Another key seals from now on; `by` becomes its event.
    Result<void> rotate(audit::Event by);
    /// Deletes the keys that have sealed nothing that there is, but for the one that seals. How many there were.
    Result<std::int64_t> dropUnused();
    /// Another process may have made a key: what was set aside under an earlier one isn't used any more.
    Result<void> reload();

    struct Current {
        std::uint32_t id = 0; ///< 0: none yet
        std::int64_t reserved = 0;
        std::optional<UtcTime> since;
    };
    static Result<Current> current(storage::Transaction& transaction);
    const Bounds& bounds() const noexcept { return m_bounds; }

private:
    Result<std::shared_ptr<const DataKey>> load(storage::Transaction& transaction, std::uint32_t id);
    Result<std::uint32_t> make(storage::Transaction& transaction, std::uint32_t id, std::int64_t reserved, audit::Event by);
    Result<void> setAside(storage::Transaction& transaction, std::int64_t count, std::shared_ptr<const DataKey>& key);

    storage::Store& m_store;
    audit::Journal& m_journal;
    const RecordKeyCipher m_cipher;
    const Clock& m_clock;
    RandomSource& m_random;
    const Bounds m_bounds;
    std::mutex m_taking; ///< one portion at a time is set aside; held while that is written
    std::mutex m_mutex;
    std::map<std::uint32_t, std::shared_ptr<const DataKey>> m_keys;
    std::shared_ptr<const DataKey> m_current; ///< of what is left
    std::int64_t m_left = 0;
};

} // namespace sallyport::records
