#include "backend/storage/store.h"

#include "backend/storage/backup.h"
#include "backend/storage/connection.h"
#include "backend/storage/file_check.h"
#include "backend/storage/files.h"
#include "backend/storage/held_work.h"
#include "backend/storage/migrations.h"
#include "backend/storage/reader_pool.h"
#include "backend/storage/schema_check.h"
#include "backend/storage/writer.h"

#include <algorithm>
#include <string_view>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t leastRoom = 1u << 20; // bytes: the next larger transaction would not fit

/// Ends a read's transaction; nothing was written.
struct EndRead {
    void operator()(Connection* connection) const noexcept
    {
        contained({}, {}, [&] {
            if (connection->inTransaction())
                static_cast<void>(connection->runPrepared("ROLLBACK"));
        });
    }
};

const Clock& clockOf(const StoreOptions& options)
{
    static const SystemClock system;
    return options.clock != nullptr ? *options.clock : system;
}

class SqliteStore final : public Store, public WatchedStore {
public:
    SqliteStore(std::unique_ptr<Connection> connection, const StoreOptions& options, const SecretBytes& key)
        : m_file(options.file), m_key(key.clone()), m_clock(clockOf(options)),
          m_writer(std::move(connection), m_feed, options.onFault), m_readers(options.file, key.clone(), options.readers)
    {
    }

    Result<void> takeAway(std::function<Result<void>(Transaction&)> work) override
    {
        if (m_holds)
            return m_writer.takeAwayAndWait(std::move(work));
        Result<void> done = m_writer.runAndWait(work);
        if (done || !isAboutRoom(done.error()))
            return done;
        Error error = done.error();
        error.detail += ". Nothing was changed; a server that runs takes it away at once when it is asked there";
        return error;
    }
    void refuseToHold() noexcept { m_holds = false; }

    void forgetHeld() override { m_writer.forgetHeld(); }

    Result<void> takesWrites() const override
    {
        SALLYPORT_TRY(m_writer.takesWrites());
        std::error_code failed;
        const fs::space_info space = fs::space(m_file.parent_path(), failed);
        if (!failed && space.capacity > 0 && space.available < leastRoom)
            return makeError(ErrorCode::DiskFull, "the disk is full");
        return {};
    }

    void post(std::function<Result<void>(Transaction&)> work, std::function<void(Result<void>)> done) override
    {
        m_writer.post(std::move(work), std::move(done));
    }

    ChangeFeed& changeFeed() noexcept override { return m_feed; }

    UtcTime now() const override { return m_clock.now(); }

    Result<StoreAbout> about() override
    {
        SALLYPORT_ASSIGN(const ReaderPool::Lease lease, m_readers.borrow());
        SALLYPORT_ASSIGN(std::string cipher, lease.connection().readText("PRAGMA cipher_version"));
        if (cipher.empty())
            return makeError(ErrorCode::Internal, "the database library does not encrypt");
        SALLYPORT_ASSIGN(const std::string engine, lease.connection().readText("SELECT sqlite_version()"));
        SALLYPORT_ASSIGN(std::string mac, lease.connection().readText("PRAGMA cipher_hmac_algorithm"));
        std::ranges::replace(mac, '_', '-');
        StoreAbout about;
        about.product = "SQLCipher";
        about.version = std::move(cipher);
        about.engine = "SQLite " + engine;
        about.cipher = "AES-256-CBC, " + mac; // SQLCipher 4 has no other
        SALLYPORT_ASSIGN(about.pageBytes, lease.connection().readInteger("PRAGMA page_size"));
        SALLYPORT_ASSIGN(about.schema, lease.connection().readInteger("SELECT MAX(version) FROM schema_version"));
        about.place = m_file.string();
        return about;
    }

    std::uint64_t version() const noexcept override { return m_writer.version(); }

    StoreLoad load() const override
    {
        StoreLoad made = m_writer.load();
        for (const fs::path& file : {m_file, fs::path(m_file.native() + "-wal")}) {
            std::error_code failed;
            if (const std::uintmax_t bytes = fs::file_size(file, failed); !failed)
                made.bytes += static_cast<std::int64_t>(bytes);
        }
        return made;
    }

    void onExternalChange(std::function<void()> notify) override { m_writer.onExternalChange(std::move(notify)); }

    Result<void> noticeExternalChange() override { return m_writer.noticeExternalChange(); }

    Result<void> verifyIntegrity() override
    {
        SALLYPORT_ASSIGN(const auto connection, openOnEmptyWal());
        SALLYPORT_TRY(authenticatePages(*connection));
        SALLYPORT_ASSIGN(const std::string finding, connection->readText("PRAGMA integrity_check(1)"));
        if (finding != "ok")
            return makeError(ErrorCode::DatabaseDamaged, "the database is damaged: " + finding);
        return {};
    }

    Result<std::optional<IndexGap>> findIndexGap(const std::string& table, const std::string& column) override
    {
        std::unique_ptr<Connection> rows, entries;
        const Result<void> opened = m_writer.runBetween([&](Connection&) -> Result<void> {
            for (std::unique_ptr<Connection>* const reader : {&rows, &entries}) {
                SALLYPORT_ASSIGN(*reader, Connection::open(m_file, m_key, Connection::Mode::ReadOnly));
                SALLYPORT_TRY((*reader)->run("BEGIN"));
                SALLYPORT_TRY((*reader)->readInteger("SELECT count(*) FROM sqlite_schema"));
            }
            return {};
        });
        SALLYPORT_TRY(opened);
        return storage::findIndexGap(*rows, *entries, table, column);
    }

    Result<void> rebuildIndexes(const std::string& table) override
    {
        return m_writer.runBetween([&](Connection& writer) { return writer.run("REINDEX " + table); });
    }

    Result<void> backupTo(const fs::path& target) override
    {
        SALLYPORT_ASSIGN(const auto connection, Connection::open(m_file, m_key, Connection::Mode::ReadOnly));
        return backUp(*connection, m_key, target);
    }

protected:
    Result<void> writeErased(const std::function<Result<void>(Transaction&)>& work) override { return m_writer.runAndWait(work); }

    Result<void> readErased(const std::function<Result<void>(Transaction&)>& work) override
    {
        SALLYPORT_ASSIGN(const ReaderPool::Lease lease, m_readers.borrow());
        SALLYPORT_TRY(lease.connection().runPrepared("BEGIN"));
        Transaction transaction(lease.connection());
        // Also if the work throws: the next one to borrow this connection must find it without a transaction.
        const std::unique_ptr<Connection, EndRead> end(&lease.connection());
        return work(transaction);
    }

private:
    /// A reader whose snapshot is the main file alone. As long as its transaction is open, no checkpoint writes that
    /// file, so its pages can be read past SQLite.
    Result<std::unique_ptr<Connection>> openOnEmptyWal()
    {
        std::unique_ptr<Connection> reader;
        const Result<void> opened = m_writer.runBetween([&](Connection& writer) -> Result<void> {
            SALLYPORT_ASSIGN(const std::int64_t busy, writer.readInteger("PRAGMA wal_checkpoint(TRUNCATE)"));
            if (busy != 0)
                return makeError(ErrorCode::Unavailable, "a long query keeps the database from being checked: try again");
            SALLYPORT_ASSIGN(reader, Connection::open(m_file, m_key, Connection::Mode::ReadOnly));
            SALLYPORT_TRY(reader->run("BEGIN"));
            SALLYPORT_TRY(reader->readInteger("SELECT count(*) FROM sqlite_schema"));
            return {};
        });
        SALLYPORT_TRY(opened);
        return reader;
    }

    const fs::path m_file;
    const SecretBytes m_key;
    const Clock& m_clock;
    ChangeFeed m_feed;
    Writer m_writer; // goes last, so that its connection closes last and empties the -wal
    ReaderPool m_readers;
    bool m_holds = true;
};

constexpr std::string_view migrationBackupPrefix = "sallyport-schema-";
/// How many backups from before migrations stay, the newest. Others in that folder are not ours to delete.
constexpr std::size_t migrationBackupsKept = 5;

/// Best effort, after the new one is whole: an old backup that stays costs space only.
void pruneMigrationBackups(const fs::path& folder)
{
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (entry->path().filename().string().starts_with(migrationBackupPrefix) && entry->path().extension() == ".db" &&
            entry->is_regular_file(failed))
            found.emplace_back(entry->last_write_time(failed), entry->path());
    }
    std::ranges::sort(found, std::greater{});
    for (std::size_t i = migrationBackupsKept; i < found.size(); ++i)
        fs::remove(found[i].second, failed);
}

Result<void> backUpBeforeMigration(Connection& connection, const StoreOptions& options, const SecretBytes& key,
                                   std::int64_t fromVersion)
{
    SALLYPORT_TRY(prepareDataDirectory(options.backups));
    const std::string name =
        std::string(migrationBackupPrefix) + std::to_string(fromVersion) + "-" + fileTime(clockOf(options).now());
    fs::path target = options.backups / (name + ".db");
    for (int i = 2; fs::exists(target); ++i)
        target = options.backups / (name + "-" + std::to_string(i) + ".db");
    SALLYPORT_TRY(backUp(connection, key, target));
    pruneMigrationBackups(options.backups);
    return {};
}

Result<std::unique_ptr<Store>> openAndMigrate(const StoreOptions& options, const SecretBytes& key)
{
    SALLYPORT_ASSIGN(auto connection, Connection::open(options.file, key, Connection::Mode::ReadWrite));
    SALLYPORT_TRY(migrate(*connection, builtInMigrations(), clockOf(options), [&](std::int64_t fromVersion) {
        return backUpBeforeMigration(*connection, options, key, fromVersion);
    }));
    SALLYPORT_TRY(refuseForeignSchema(*connection));
    return std::make_unique<SqliteStore>(std::move(connection), options, key);
}

fs::path besideFile(fs::path file, const char* suffix)
{
    file += suffix;
    return file;
}

Result<std::unique_ptr<Store>> createStore(const StoreOptions& options, const SecretBytes& key)
{
    // A -wal without its database would be taken for that of the new one.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        if (fs::exists(besideFile(options.file, suffix)))
            return makeError(ErrorCode::AlreadyExists, besideFile(options.file, suffix).string() + " exists already");
    }
    SALLYPORT_TRY(createPrivateFile(options.file));
    Result<std::unique_ptr<Store>> store = openAndMigrate(options, key);
    if (!store) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"})
            fs::remove(besideFile(options.file, suffix), ignored);
    }
    return store;
}

} // namespace

void refuseToHold(Store& store)
{
    if (auto* const ours = dynamic_cast<SqliteStore*>(&store))
        ours->refuseToHold();
}

Result<std::unique_ptr<Store>> openStore(const StoreOptions& options, const SecretBytes& key)
{
    if (options.create)
        return createStore(options, key);
    SALLYPORT_TRY(checkDatabaseFile(options.file, key, builtInMigrations()));
    Result<std::unique_ptr<Store>> store = openAndMigrate(options, key);
    if (store)
        ::chmod(options.file.c_str(), 0600); // the -wal takes over the mode of this file
    return store;
}

} // namespace sallyport::storage
