#pragma once

#include "backend/base/fault.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/statement.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

namespace sallyport::storage {

class Connection;

/// What a piece of work may do to the database while it runs: prepare statements. Read-only on the read side.
/// Lives only for the duration of one `Store::write` or `Store::read` callback.
class Transaction {
public:
    explicit Transaction(Connection& connection) noexcept : m_connection(connection) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Prepares, or takes from the connection's cache. The text must be a constant of the program.
    [[nodiscard]] Result<Statement> prepare(std::string_view constantSql);
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    std::int64_t changes() const;
    /// Runs after the commit that makes this work durable, on the writer thread (live feed, caches). Must not block.
    void afterCommit(std::function<void()> notify);

    // For the store itself.
    std::vector<std::function<void()>> takeNotifications() { return std::move(m_notifications); }

private:
    Connection& m_connection;
    std::vector<std::function<void()>> m_notifications;
};

/// The open, encrypted database. One writer thread (named `journal`) owns the only connection that writes and groups
/// the work of all callers into commits with synchronous=FULL; readers use pooled read-only connections (WAL), each
/// seeing the state of its start. Thread-safe.
class Store {
public:
    virtual ~Store() = default;

    /// Runs `work` on the writer thread, apart from the work of others, and returns after the commit is on disk. If `work`
    /// returns an error, its changes are rolled back, other callers' are not. Blocks the caller: never call it on an http or GUI
    /// thread. Errors: those of `work`; DiskFull, NotWritable, DatabaseDamaged; Unavailable when stopping.
    template <typename Work>
    [[nodiscard]] auto write(Work&& work) -> std::invoke_result_t<Work, Transaction&>
    {
        using Outcome = std::invoke_result_t<Work, Transaction&>;
        std::optional<Outcome> outcome;
        Result<void> done = writeErased([&](Transaction& transaction) -> Result<void> {
            outcome.emplace(work(transaction));
            if (!*outcome)
                return outcome->error();
            return {};
        });
        if (!done)
            return done.error();
        return std::move(*outcome);
    }

    /// Like `write`, without waiting: `done` is called on the writer thread after the commit, or with the error.
    virtual void post(std::function<Result<void>(Transaction&)> work, std::function<void(Result<void>)> done) = 0;

    /// Runs `work` on the calling thread with a read-only connection and a consistent snapshot.
    template <typename Work>
    [[nodiscard]] auto read(Work&& work) -> std::invoke_result_t<Work, Transaction&>
    {
        using Outcome = std::invoke_result_t<Work, Transaction&>;
        std::optional<Outcome> outcome;
        Result<void> done = readErased([&](Transaction& transaction) -> Result<void> {
            outcome.emplace(work(transaction));
            return {};
        });
        if (!done)
            return done.error();
        return std::move(*outcome);
    }

    /// Grows with every commit, before anybody is told that it is done; with those of another process once they are
    /// noticed, within half a second. What was read after a call holds as long as the next call gives the same.
    [[nodiscard]] virtual std::uint64_t version() const noexcept = 0;

    /// Called on the writer thread when another process (the command line) has changed the database.
    virtual void onExternalChange(std::function<void()> notify) = 0;
    /// Looks for such a change now instead of within half a second; when it returns, version() has grown and those above
    /// have been called. Blocks. Unavailable when stopping.
    [[nodiscard]] virtual Result<void> noticeExternalChange() = 0;

    /// `PRAGMA cipher_integrity_check` after a truncating checkpoint, and SQLite's own integrity_check. Minutes on a
    /// large file: run it on a worker. DatabaseDamaged names the first page that fails.
    [[nodiscard]] virtual Result<void> verifyIntegrity() = 0;

    /// An encrypted copy with the same key, by SQLite's online backup; 0600, never overwrites. `AlreadyExists` if so.
    [[nodiscard]] virtual Result<void> backupTo(const std::filesystem::path& target) = 0;

protected:
    [[nodiscard]] virtual Result<void> writeErased(const std::function<Result<void>(Transaction&)>& work) = 0;
    [[nodiscard]] virtual Result<void> readErased(const std::function<Result<void>(Transaction&)>& work) = 0;
};

struct StoreOptions {
    std::filesystem::path file;    ///< data directory / sallyport.db
    std::filesystem::path backups; ///< where the backup before a migration goes
    std::size_t readers = 4;       ///< pooled read connections
    bool create = false;           ///< a new file; AlreadyExists if there is one
    FaultListener onFault = {};    ///< told what a job throws on the writer thread; the job's caller gets Internal
};

/// Opens (or creates) the file with a raw 256-bit key, checks that it really is SQLCipher 4 and ours, migrates it
/// (encrypted backup first) and starts the writer. Errors: DatabaseMissing, DatabasePlain, DatabaseOldCipher,
/// DatabaseDamaged, DatabaseNewer, NotWritable, DiskFull, AlreadyExists. Changes nothing on an error.
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const StoreOptions& options, const SecretBytes& key);

} // namespace sallyport::storage
