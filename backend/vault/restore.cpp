#include "backend/vault/restore.h"

#include "backend/audit/chain/anchor.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_table.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/base/time_format.h"
#include "backend/records/upload/file_store.h"
#include "backend/storage/backup.h"
#include "backend/storage/file_check.h"
#include "backend/storage/files.h"
#include "backend/storage/no_room.h"
#include "backend/storage/owner.h"
#include "backend/storage/restore_place.h"
#include "backend/vault/open_backend.h"

#include <unistd.h>

#include <cerrno>

namespace sallyport {
namespace restoring {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t roomLeft = 16u << 20; // bytes, for what the restored vault writes of itself
constexpr std::size_t smallFile = 8u << 20;    // anchor, heads, certificate
constexpr const char* anchorName = "audit.anchor";
constexpr const char* headsName = "heads.jsonl";

bool isThere(const fs::path& file)
{
    std::error_code ignored;
    return fs::exists(file, ignored);
}

/// The folder in which the restored vault is made, as long as it isn't the vault.
class Staging {
public:
    explicit Staging(const fs::path& dataDirectory) : m_directory(storage::restoringDirectory(dataDirectory)) {}
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;
    ~Staging()
    {
        std::error_code ignored; // whoever opens the vault next takes away what stays
        fs::remove_all(m_directory, ignored);
    }
    const fs::path& directory() const { return m_directory; }

private:
    const fs::path m_directory;
};

/// What the vault before had, as far as it still opens.
struct Replaced {
    std::optional<InForce> inForce;
    std::optional<audit::TableHead> head;
};

class Restore {
public:
    Restore(const RestoreRequest& request, const access::Actor& actor, storage::Keyring keyring, const Platform& platform)
        : m_request(request), m_actor(actor), m_keyring(std::move(keyring)), m_platform(platform),
          m_directory(request.dataDirectory), m_files(request.files.value_or(fs::path(request.backup) += ".files")),
          m_staged(storage::restoringDirectory(request.dataDirectory))
    {
    }

    Result<RestoredVault> run()
    {
        SALLYPORT_ASSIGN(const storage::InstanceLock lock, storage::InstanceLock::acquire(m_directory));
        SALLYPORT_TRY(storage::settleRestore(m_directory)); // of one that was interrupted
        SALLYPORT_TRY(checkBackup());
        {
            const Staging staging(m_directory);
            SALLYPORT_TRY(make());
            SALLYPORT_ASSIGN(const fs::path replaced, storage::placeForReplaced(m_directory, m_platform.clock.now()));
            if (isThere(storage::databaseFile(m_directory)))
                m_restored.replaced = replaced;
            SALLYPORT_TRY(storage::commitRestore(m_directory, replaced));
        }
        SALLYPORT_ASSIGN(m_restored.removed, storage::settleRestore(m_directory));
        return std::move(m_restored);
    }

private:
    Result<void> checkBackup() const
    {
        std::error_code ignored;
        if (fs::equivalent(m_request.backup, storage::databaseFile(m_directory), ignored))
            return makeError(ErrorCode::InvalidArgument,
                             m_request.backup.string() + " is the vault's own database, and no backup");
        SALLYPORT_TRY(storage::checkBackupFile(m_request.backup, m_keyring.derive("database"), storage::builtInMigrations()));
        std::uintmax_t needed = fs::file_size(m_request.backup, ignored) + roomLeft;
        std::error_code failed;
        for (fs::directory_iterator entry(m_files, failed), end; !failed && entry != end; entry.increment(failed)) {
            if (entry->is_regular_file(ignored))
                needed += entry->file_size(ignored);
        }
        const fs::space_info space = fs::space(m_directory, failed);
        if (!failed && space.capacity > 0 && space.available < needed)
            return makeError(ErrorCode::DiskFull, m_request.backup.string() + " with its files takes " +
                                                      std::to_string((needed >> 20) + 1) + " MiB beside what is there, and " +
                                                      std::to_string(space.available >> 20) +
                                                      " MiB are free: " + std::string(storage::noRoomText(ENOSPC)));
        return {};
    }

    Result<void> make()
    {
        SALLYPORT_TRY(storage::prepareDataDirectory(m_staged)); // from here on no command opens the vault
        SALLYPORT_ASSIGN(const Replaced replaced, lookAtReplaced());
        SALLYPORT_TRY(storage::copyBackup(m_request.backup, m_keyring.derive("database"), storage::databaseFile(m_staged)));
        SALLYPORT_TRY(prepareCopy(replaced));
        SALLYPORT_TRY(copyFiles());
        SALLYPORT_TRY(copyBeside(replaced));
        SALLYPORT_TRY(tell());
        if (isThere(fs::path(storage::databaseFile(m_staged)) += "-wal"))
            return makeError(ErrorCode::NotWritable, "the restored database could not be closed");
        return storage::syncDirectory(m_staged);
    }

    Result<std::unique_ptr<storage::Store>> openDatabase(const fs::path& directory) const
    {
        storage::StoreOptions options;
        options.file = storage::databaseFile(directory);
        options.backups = storage::backupsDirectory(directory);
        options.clock = &m_platform.clock;
        return storage::openStore(options, m_keyring.derive("database"));
    }

    /// One that doesn't open any more is put aside all the same: it may be why there is a restore.
    Result<Replaced> lookAtReplaced() const
    {
        Replaced replaced;
        if (!isThere(storage::databaseFile(m_directory)))
            return replaced;
        {
            const auto store = openDatabase(m_directory);
            if (!store && (store.error().code == ErrorCode::DatabaseLocked || store.error().code == ErrorCode::DiskFull ||
                           store.error().code == ErrorCode::NotWritable))
                return store.error();
            if (!store)
                return replaced;
            auto inForce = (*store)->read(
                [this](storage::Transaction& transaction) { return readInForce(transaction, m_platform.clock.now()); });
            auto head = (*store)->read(audit::readHead);
            if (inForce)
                replaced.inForce = std::move(*inForce);
            if (head)
                replaced.head = *head;
        }
        // Whoever closes a database last empties what is beside it. Nobody can begin to use it now.
        if (isThere(fs::path(storage::databaseFile(m_directory)) += "-wal"))
            return makeError(ErrorCode::DatabaseLocked, "a command has the vault open: try again when that is done");
        return replaced;
    }

    /// The copy by itself: its journal is whole, and nothing in it is open any more.
    Result<void> prepareCopy(const Replaced& replaced)
    {
        SALLYPORT_ASSIGN(const auto store, openDatabase(m_staged));
        SALLYPORT_TRY(checkJournal(*store));
        const UtcTime now = m_platform.clock.now();
        const InForce* const before = replaced.inForce ? &*replaced.inForce : nullptr;
        if (before != nullptr) {
            SALLYPORT_ASSIGN(const InForce own,
                             store->read([now](storage::Transaction& transaction) { return readInForce(transaction, now); }));
            m_restored.compared = true;
            m_restored.cameBack = cameBack(own, *before);
            m_restored.keepsOutNoMore = keepsOutNoMore(own, *before);
        }
        SALLYPORT_ASSIGN(m_restored.ended, store->write([&](storage::Transaction& transaction) -> Result<EndedByRestore> {
            if (before != nullptr)
                SALLYPORT_TRY(keepServerKeys(transaction, *before));
            return endWhatWasOpen(transaction, before, now);
        }));
        return {};
    }

    /// Against itself, not against what the vault knows of later events.
    Result<void> checkJournal(storage::Store& store)
    {
        const fs::path anchor = m_staged / anchorName;
        SALLYPORT_ASSIGN(const audit::TableHead head, store.read(audit::readHead));
        SALLYPORT_ASSIGN(const auto chain, audit::Chain::make(m_keyring.derive("audit-chain")));
        SALLYPORT_TRY(audit::AnchorFile(anchor, chain).write({head.sequence, head.hash, 0}));
        m_restored.from = head.time;
        m_restored.lastEvent = head.sequence;
        audit::ChainReport report;
        {
            SALLYPORT_ASSIGN(const auto journal, audit::Journal::open(store, m_keyring.derive("audit-chain"), anchor));
            SALLYPORT_ASSIGN(audit::HeadKey key, audit::HeadKey::make(m_keyring.derive("audit-heads")));
            SALLYPORT_TRY(
                audit::attachHeads(*journal, std::make_shared<audit::SignedHeads>(store, std::move(key), m_staged / headsName)));
            SALLYPORT_ASSIGN(report, journal->verify(m_request.progress));
        }
        for (const char* name : {anchorName, "audit.anchor.new", headsName})
            ::unlink((m_staged / name).c_str());
        m_journalWhole = report.intact;
        if (report.intact || m_request.incomplete)
            return {};
        Error error(ErrorCode::DatabaseDamaged,
                    "the journal of " + m_request.backup.string() + " is damaged at event " + std::to_string(report.firstBad) +
                        ": " + std::string(audit::problemWord(report.problem)) + "; --incomplete puts it back all the same");
        error.word = "journal_damaged";
        return error;
    }

    Result<void> copyFiles()
    {
        // What was there goes aside also if this has none.
        SALLYPORT_TRY(storage::prepareDataDirectory(storage::filesDirectory(m_staged)));
        if (!isThere(m_files)) // whether there should be any is asked of the rows
            return {};
        const records::FileStore folder(m_files, m_platform.random);
        SALLYPORT_ASSIGN(m_restored.files, folder.copyTo(storage::filesDirectory(m_staged)));
        return {};
    }

    Result<void> copySmall(const fs::path& name) const
    {
        if (!isThere(m_directory / name))
            return {};
        SALLYPORT_ASSIGN(const std::string text, storage::readSmallFile(m_directory / name, smallFile));
        return storage::writeFileAtomically(m_staged / name, asBytes(text), storage::Replace::Never);
    }

    /// What the vault knows of its journal outside of the database, so that what is missing shows; and its certificate, to see
    /// whether the restored database has the key.
    Result<void> copyBeside(const Replaced& replaced)
    {
        SALLYPORT_TRY(copySmall(anchorName));
        SALLYPORT_TRY(copySmall(headsName));
        // One with its key beside it needs nothing of the database.
        if (isThere(m_directory / "tls" / "certificate.pem") && !isThere(m_directory / "tls" / "key.pem")) {
            SALLYPORT_TRY(storage::prepareDataDirectory(m_staged / "tls"));
            SALLYPORT_TRY(copySmall(fs::path("tls") / "certificate.pem"));
        }
        // The anchor lags behind the journal after a crash.
        SALLYPORT_ASSIGN(const auto chain, audit::Chain::make(m_keyring.derive("audit-chain")));
        const audit::AnchorFile file(m_staged / anchorName, chain);
        const auto anchor = file.read();
        std::int64_t end = anchor ? anchor->sequence : 0;
        if (replaced.head && replaced.head->sequence > end) {
            end = replaced.head->sequence;
            if (anchor)
                SALLYPORT_TRY(file.write({end, replaced.head->hash, anchor->brokenAt}));
        }
        m_restored.eventsLost = std::max<std::int64_t>(0, end - m_restored.lastEvent);
        return {};
    }

    /// The restored vault says what has happened to it.
    Result<void> tell()
    {
        SALLYPORT_ASSIGN(const std::unique_ptr<OpenBackend> backend,
                         OpenBackend::open(m_staged, std::move(m_keyring), m_platform, {.beside = true}));
        SALLYPORT_TRY(checkFiles(*backend));
        journal::Events& events = backend->services().events;
        if (events.damage() && m_journalWhole && !m_request.why.empty()) {
            SALLYPORT_ASSIGN(m_restored.accepted, events.acceptDamage(m_actor, m_request.why, m_request.progress));
        }
        m_restored.damage = events.damage();
        if (const auto certificate = backend->certificate(); !certificate && certificate.error().code != ErrorCode::NotFound)
            m_restored.certificateProblem = certificate.error().detail;
        SALLYPORT_TRY(backend->record(restoredEvent(backend->vaultName())));
        return backend->writeAnchor();
    }

    Result<void> checkFiles(OpenBackend& backend)
    {
        SALLYPORT_ASSIGN(const auto damaged, backend.services().files.findDamaged(m_actor));
        m_restored.filesMissing = damaged.size();
        if (damaged.empty() || m_request.incomplete)
            return {};
        if (!isThere(m_files))
            return makeError(ErrorCode::NotFound, m_request.backup.string() + " has uploaded files, and " + m_files.string() +
                                                      " is not there: --files FOLDER says where they are, --incomplete puts it "
                                                      "back without");
        return makeError(ErrorCode::NotFound, std::to_string(damaged.size()) + " uploaded files of " + m_request.backup.string() +
                                                  " are missing or damaged in " + m_files.string() +
                                                  "; --incomplete puts it back all the same");
    }

    audit::Event restoredEvent(const std::string& vaultName) const
    {
        audit::Event event = access::eventBy(m_actor, audit::kind::vaultRestored);
        event.object = {"vault", "", vaultName};
        audit::Details details;
        details.text("backup_from", toRfc3339(m_restored.from))
            .number("backup_event", m_restored.lastEvent)
            .number("events_lost", m_restored.eventsLost)
            .text("file", m_request.backup.filename().string())
            .text("system_user", storage::userName(::getuid()))
            .text("why", m_request.why)
            .number("sessions_ended", m_restored.ended.sessions)
            .number("files", static_cast<std::int64_t>(m_restored.files));
        if (m_restored.filesMissing > 0)
            details.number("files_missing", static_cast<std::int64_t>(m_restored.filesMissing));
        if (m_restored.compared)
            details.number("came_back", static_cast<std::int64_t>(m_restored.cameBack.size()))
                .number("keeps_out_no_more", static_cast<std::int64_t>(m_restored.keepsOutNoMore.size()));
        event.detailsJson = details.json();
        return event;
    }

    const RestoreRequest& m_request;
    const access::Actor& m_actor;
    storage::Keyring m_keyring;
    const Platform& m_platform;
    const fs::path m_directory, m_files, m_staged;
    RestoredVault m_restored;
    bool m_journalWhole = false;
};

} // namespace
} // namespace restoring

Result<RestoredVault> restoreVault(const RestoreRequest& request, const access::Actor& actor, const SecretBytes& passphrase,
                                   const Platform& platform)
{
    SALLYPORT_TRY(storage::checkOwner(request.dataDirectory));
    SALLYPORT_TRY(shutOut(request.dataDirectory, platform));
    SALLYPORT_ASSIGN(storage::Keyring keyring,
                     storage::Keyring::unlockWithPassphrase(storage::keyringFile(request.dataDirectory), passphrase));
    return restoring::Restore(request, actor, std::move(keyring), platform).run();
}

} // namespace sallyport
