#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/records/record.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::records {

/// A record in memory, and what the API answers when asked for it: masked, put together once.
struct KeptRecord {
    Record record;
    std::string json; ///< of `recordJson`
};

/// The records of the vault. Every call asks access::Decisions about the actor of now and the very record: a missing permission
/// is PermissionDenied; a record that a policy hides from reading is NotFound for everything, as if it had never been; what may
/// be read and not changed is PolicyDenied. Each change is one transaction with its event, which never holds a title, a body or a
/// sensitive value: the journal outlives what is deleted. Calls block: workers only. Thread-safe.
class Records {
public:
    virtual ~Records() = default;

    /// records:read. InvalidArgument for a limit beyond 1..200, a text that is too long, or a cursor that isn't ours.
    [[nodiscard]] virtual Result<RecordPage> list(const access::Actor& actor, const RecordQuery& query) = 0;
    [[nodiscard]] virtual Result<Record> read(const access::Actor& actor, const RecordId& id) = 0; ///< records:read
    /// The same without waiting, for a record that is in memory and as the database has it; null: ask `read`.
    [[nodiscard]] virtual Result<std::shared_ptr<const KeptRecord>> readKept(const access::Actor&, const RecordId&)
    {
        return std::shared_ptr<const KeptRecord>();
    }
    /// records:unmask, and a second factor that was shown within `sessions.step_up_max_age`: MfaRequired, StepUpRequired.
    /// Recorded before it answers. CryptoFailure, recorded as critical, if a member doesn't open where it stands: nothing is
    /// shown then.
    [[nodiscard]] virtual Result<ShownRecord> unmask(const access::Actor& actor, const RecordId& id) = 0;

    /// records:create. ValidationFailed with fields. Another's record needs users:read, to know of them.
    [[nodiscard]] virtual Result<Record> create(const access::Actor& actor, NewRecord record) = 0;
    /// records:update, of what it is and of what it becomes. ValidationFailed, PreconditionFailed.
    [[nodiscard]] virtual Result<Record> change(const access::Actor& actor, const RecordId& id, RecordPatch patch) = 0;
    /// records:delete. It is overwritten in the database; what was done to it stays in the journal.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const RecordId& id) = 0;

    /// Every record that the query takes in and the actor may see, in its order; `record` false stops (Cancelled). records:read,
    /// asked again before each leaves; recorded. Without sensitive values.
    [[nodiscard]] virtual Result<std::int64_t> exportRecords(const access::Actor& actor, RecordQuery query,
                                                             std::string_view format,
                                                             const std::function<bool(const Record&)>& record) = 0;

    /// settings:read
    [[nodiscard]] virtual Result<EncryptionState> encryption(const access::Actor& actor) = 0;
    /// settings:update: another data key seals from now on, and what the earlier ones have sealed is sealed anew in the
    /// background.
    [[nodiscard]] virtual Result<EncryptionState> rotateKey(const access::Actor& actor) = 0;
    /// Does that here and now, as long as `progress` says so (done, of all that wait). settings:update.
    [[nodiscard]] virtual Result<EncryptionState>
    encryptAnew(const access::Actor& actor, const std::function<bool(std::int64_t, std::int64_t)>& progress) = 0;
    /// Opens every sensitive member and forgets what it was; the records whose members don't open, each recorded as critical.
    /// settings:read.
    [[nodiscard]] virtual Result<std::vector<RecordId>> findDamaged(const access::Actor& actor) = 0;
};

} // namespace sallyport::records
