#pragma once

#include "backend/access/actor.h"
#include "backend/audit/journal.h"
#include "backend/vault/restore_state.h"
#include "backend/vault/vault.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace sallyport {

struct RestoreRequest {
    std::filesystem::path dataDirectory;
    std::filesystem::path backup;               ///< what `backupTo` has made, or a database that a restore has put aside
    std::optional<std::filesystem::path> files; ///< its uploaded files, if not in `backup`.files
    std::string why;         ///< empty: what is missing in the journal then stays damage until somebody accepts it
    bool incomplete = false; ///< also with a journal that is damaged by itself, or without all of its files
    audit::Progress progress;
};

/// What has become of a vault that was put back.
struct RestoredVault {
    UtcTime from;                               ///< the backup's last event
    std::int64_t lastEvent = 0;                 ///< its number
    std::int64_t eventsLost = 0;                ///< of the journal, behind it
    std::filesystem::path replaced;             ///< where the database before is; empty if there was none
    std::vector<std::filesystem::path> removed; ///< databases that earlier restores had put aside, beyond those that are kept
    std::size_t files = 0;
    std::size_t filesMissing = 0; ///< of `incomplete`: they are damaged or not there
    bool compared = false;        ///< with the vault before; false if that didn't open
    EndedByRestore ended;
    std::vector<RestoredThing> cameBack, keepsOutNoMore; ///< if `compared`
    std::vector<audit::AcceptedDamage> accepted;
    std::optional<audit::ChainDamage> damage; ///< of the journal, that nobody has accepted yet
    std::string certificateProblem;           ///< why the next start can't present its certificate; empty if it can
};

/// Puts a backup in a vault's place, while nobody has that open: made beside it, with its own keyring, and exchanged in one step
/// (backend/storage/restore_place.h). Sessions and one-time codes end, the journal tells of it, what was there is kept aside.
/// Errors leave everything as it is: WrongPassphrase, Keyring*, DatabaseLocked, those of checkBackupFile; DatabaseDamaged with
/// the word `journal_damaged`; NotFound without its files, DiskFull, NotWritable, InvalidArgument, Cancelled.
[[nodiscard]] Result<RestoredVault> restoreVault(const RestoreRequest& request, const access::Actor& actor,
                                                 const SecretBytes& passphrase, const Platform& platform);

} // namespace sallyport
