#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/driver.h"
#include "backend/storage/statement.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

namespace sallyport::storage {

/// One SQLCipher connection with a raw key, hardened: foreign keys, untrusted schema, defensive, no double-quoted
/// strings, temporary data in memory. Not thread-safe: one thread at a time.
class Connection final : public Session {
public:
    enum class Mode {
        ReadWrite, ///< WAL with synchronous=FULL
        ReadOnly,  ///< for the reader pool: query_only
        Copy,      ///< the empty target of a backup: a rollback journal, so that one file is all there is
        Look,      ///< at a file that nobody has open: no lock, no -wal, no -shm; nothing is touched
    };

    /// Opens an existing file (which may be empty: then it becomes a database). DatabaseDamaged if the key does not fit
    /// or the first page does not authenticate; NotWritable, DatabaseLocked, Internal if this SQLite is no SQLCipher 4.
    static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, const SecretBytes& key, Mode mode);
    /// Like Look, with the format of SQLCipher 3 or older. True if the file opens so.
    static bool opensAsOldCipher(const std::filesystem::path& file, const SecretBytes& key);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    Result<PreparedStatement*> lend(std::string_view constantSql) override;
    /// The same as a Statement.
    Result<Statement> prepare(std::string_view constantSql);
    /// Runs statements without parameters and drops their rows (BEGIN, PRAGMA, migrations).
    Result<void> run(const std::string& sql);
    /// One of them, prepared once and kept: for those that come with every transaction.
    Result<void> runPrepared(std::string_view constantSql);
    /// First column of the first row, or nothing.
    Result<std::string> readText(std::string_view constantSql);
    Result<std::int64_t> readInteger(std::string_view constantSql);

    std::int64_t changes() const override;
    /// True between BEGIN and COMMIT or ROLLBACK; SQLite ends a transaction by itself after some errors.
    bool inTransaction() const;
    sqlite3* handle() const { return m_database; }

private:
    struct Cache;
    explicit Connection(sqlite3* database);
    Result<void> unlock(const SecretBytes& key, bool oldCipher);
    Result<void> configure(Mode mode);

    sqlite3* m_database;
    std::unique_ptr<Cache> m_cache;
};

} // namespace sallyport::storage
