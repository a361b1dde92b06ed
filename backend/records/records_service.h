#pragma once

#include "backend/access/decisions.h"
#include "backend/audit/journal.h"
#include "backend/base/bounded_cache.h"
#include "backend/records/field_keys.h"
#include "backend/records/record_list.h"
#include "backend/records/record_rows.h"
#include "backend/records/records.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"
#include "backend/storage/store_clock.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::records {

/// What the records are kept with. Everything outlives them.
struct RecordsParts {
    storage::Store& store;
    audit::Journal& journal;
    access::Decisions& decisions;
    settings::Settings& settings;
    Clock& clock;
    RandomSource& random;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
    FieldKeys::Bounds bounds = {};
    /// The rows of these files went with their record; on the caller's thread, after the commit.
    std::function<void(const std::vector<std::string>&)> filesGone = {};
    /// Whether decisions let it through, without recording a refusal; without one of its own `require` of `decisions` is asked.
    std::function<bool(const access::Actor&, access::Permission, const access::Resource&)> lets = {};
};

/// A record has changed, or is gone. Told without its content: nobody keeps that by this.
struct ChangedRecord {
    RecordId id;
};
inline constexpr storage::Topic<ChangedRecord> recordsTopic{"record"};

/// The one implementation of Records. Reading is in records_service.cpp, changing in record_changes.cpp, what concerns the keys
/// in record_encryption.cpp.
class RecordsService final : public Records {
public:
    RecordsService(RecordsParts parts, RecordKeyCipher cipher);

    Result<RecordPage> list(const access::Actor& actor, const RecordQuery& query) override;
    Result<Record> read(const access::Actor& actor, const RecordId& id) override;
    Result<std::shared_ptr<const KeptRecord>> readKept(const access::Actor& actor, const RecordId& id) override;
    Result<ShownRecord> unmask(const access::Actor& actor, const RecordId& id) override;
    Result<Record> create(const access::Actor& actor, NewRecord record) override;
    Result<Record> change(const access::Actor& actor, const RecordId& id, RecordPatch patch) override;
    Result<void> remove(const access::Actor& actor, const RecordId& id) override;
    Result<std::int64_t> exportRecords(const access::Actor& actor, RecordQuery query, std::string_view format,
                                       const std::function<bool(const Record&)>& record) override;
    Result<EncryptionState> encryption(const access::Actor& actor) override;
    Result<EncryptionState> rotateKey(const access::Actor& actor) override;
    Result<EncryptionState> encryptAnew(const access::Actor& actor,
                                        const std::function<bool(std::int64_t, std::int64_t)>& progress) override;
    Result<std::vector<RecordId>> findDamaged(const access::Actor& actor) override;

    /// What decisions know of a record; nothing for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::optional<access::Resource>> find(const std::string& id);
    /// The title of a record; empty for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::string> nameOf(const std::string& id);
    /// Those that seal what is sensitive, and the keys of files.
    [[nodiscard]] FieldKeys& keys() noexcept { return m_keys; }
    /// What memory holds, after another process has changed the database.
    [[nodiscard]] Result<void> reload();
    /// Told when there is something to seal anew; any thread, must not block.
    void onRotated(std::function<void()> listener);

private:
    /// The actor of now, who holds the permission; what concerns the object is asked with it.
    Result<access::Actor> may(const access::Actor& actor, access::Permission permission);
    /// The same of what is done with a record that there is. Reading it is asked for before anybody looks: otherwise who may
    /// change but not read would be told which records there are, by a 403 in place of a 404.
    Result<access::Actor> mayOn(const access::Actor& actor, access::Permission permission);
    /// NotFound for what a policy hides from reading.
    Result<void> requireVisible(const access::Actor& current, const Record& record);
    /// The same, and then the action.
    Result<void> requireAction(const access::Actor& current, access::Permission action, const Record& record);
    Result<void> requireOwner(storage::Transaction& transaction, const access::Actor& current, const UserId& owner);
    Result<std::vector<SealedMember>> sealAll(const RecordId& id,
                                              const std::vector<std::pair<std::string, const SecretBytes*>>& values);
    Result<Record> store(const access::Actor& current, Record record, const std::vector<SealedMember>& sealed);
    Result<Record> applyPatch(storage::Transaction& transaction, const access::Actor& current, const RecordId& id,
                              const RecordPatch& patch, const std::vector<SealedMember>& sealed);
    Result<void> tell(storage::Transaction& transaction, const access::Actor& actor, const RecordId& id, std::string_view kind,
                      std::string details = {});
    Error damaged(const access::Actor& actor, const RecordId& id, const std::vector<std::string>& names);
    Result<EncryptionState> stateOf(storage::Transaction& transaction) const;

    /// As it was at that epoch of all that a record tells.
    struct Kept {
        std::uint64_t epoch = 0;
        access::Resource resource; ///< what decisions are asked about
        KeptRecord of;
    };
    static constexpr std::size_t keptRecords = 4096;

    const RecordsParts m_parts;
    const storage::StoreClock m_clock;
    FieldKeys m_keys;
    RecordList m_list;
    BoundedCache<RecordId, std::shared_ptr<const Kept>> m_kept{keptRecords};
    std::mutex m_listenerMutex;
    std::function<void()> m_rotated;
    /// Grows with every change of a record or of somebody who may own one; in memory's own time, which others' listeners outlive.
    const std::shared_ptr<std::atomic<std::uint64_t>> m_epoch = std::make_shared<std::atomic<std::uint64_t>>(1);
    std::vector<storage::ChangeFeed::Subscription> m_onChanges;
};

} // namespace sallyport::records
