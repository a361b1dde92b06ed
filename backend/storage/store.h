#pragma once

#include "backend/base/clock.h"
#include "backend/base/fault.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/change_feed.h"
#include "backend/storage/transaction.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

namespace sallyport::storage {

/// What keeps the data, for people to read.
struct StoreAbout {
    std::string product;        ///< SQLCipher
    std::string version;        ///< of the product
    std::string engine;         ///< below it, with its version; empty if the product is its own
    std::string cipher;         ///< what encrypts and what authenticates: `AES-256-CBC, HMAC-SHA512`
    std::int64_t pageBytes = 0; ///< what is encrypted at once
    std::int64_t schema = 0;    ///< the last migration
    std::string place;          ///< the file, or the server
};

/// An index that doesn't have all that it should.
struct IndexGap {
    std::string index;
    std::int64_t row = 0; ///< the first that it lacks; 0 if it has too many
};

/// The open, encrypted database, whatever keeps it: `tests/storage/store_conformance.h` says what everyone may rely on.
/// Writers are grouped into commits that are on disk when they are acknowledged; readers see the state of their start.
/// Today it is SQLCipher (sqlite_store.cpp): one writer thread (named `journal`) owns the only connection that writes,
/// readers use pooled read-only connections. Thread-safe.
class Store {
public:
    virtual ~Store() = default;

    /// Runs `work` on the writer thread, apart from the work of others, and returns after the commit is on disk. If `work`
    /// returns an error, its changes are rolled back, other callers' are not. Blocks the caller: never call it on an http or GUI
    /// thread. `work` touches nothing but its transaction, since it may be run twice. Errors: those of `work`; DiskFull,
    /// NotWritable, DatabaseDamaged; Unavailable when stopping.
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

    /// Like `write`, of what only takes rights away (ends, disables, revokes). If there is no room to store it, what `work` has
    /// said until then that it changed is told to the change feed all the same, but for what is told after the others: it is in
    /// force in memory, and tried again before anything else that is written. The caller gets the error, whose word is
    /// `not_recorded` then. So `work` owns what it needs, says what it changes before it writes what needs room (its event), and
    /// stays here until it has been stored or forgetHeld is called. Work that finds out that it would give something, too, says
    /// givesToo(), and is like that of `write`. What is refused once there is room is told under droppedTopic.
    [[nodiscard]] virtual Result<void> takeAway(std::function<Result<void>(Transaction&)> work) = 0;
    /// Whoever has given such work goes: none of it is run any more when this returns. Blocks.
    virtual void forgetHeld() = 0;
    /// DiskFull, NotWritable: the last that was to be stored could not be, or there is no room for more. Cheap.
    [[nodiscard]] virtual Result<void> takesWrites() const = 0;

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

    /// Who keeps something of the store in memory is told here what changed.
    [[nodiscard]] virtual ChangeFeed& changeFeed() noexcept = 0;

    /// The time by which things are put in order that several nodes write: one clock for all of them. With one node it is
    /// this machine's.
    [[nodiscard]] virtual UtcTime now() const = 0;

    /// Unavailable if nobody answers; Internal if what answers doesn't encrypt.
    [[nodiscard]] virtual Result<StoreAbout> about() = 0;

    /// Grows with every commit, before anybody is told that it is done; with those of another process once they are
    /// noticed, within half a second. What was read after a call holds as long as the next call gives the same.
    [[nodiscard]] virtual std::uint64_t version() const noexcept = 0;

    /// Called on the writer thread when another process (the command line) has changed the database. What it changed isn't
    /// told: see ChangeFeed.
    virtual void onExternalChange(std::function<void()> notify) = 0;
    /// Looks for such a change now instead of within half a second; when it returns, version() has grown and those above
    /// have been called. Blocks. Unavailable when stopping.
    [[nodiscard]] virtual Result<void> noticeExternalChange() = 0;

    /// `PRAGMA cipher_integrity_check` after a truncating checkpoint, and SQLite's own integrity_check. Minutes on a
    /// large file: run it on a worker. DatabaseDamaged names the first page that fails.
    [[nodiscard]] virtual Result<void> verifyIntegrity() = 0;

    /// The first index of a table that lacks rows which it should have, with the least of their `column`: whoever asks by it
    /// doesn't find them. Counts, a microsecond a row or so: run it on a worker. Both are names from this program.
    [[nodiscard]] virtual Result<std::optional<IndexGap>> findIndexGap(const std::string& table, const std::string& column) = 0;
    /// Writes the indexes of a table anew from its rows.
    [[nodiscard]] virtual Result<void> rebuildIndexes(const std::string& table) = 0;

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
    const Clock* clock =
        nullptr; ///< what Store::now() says and migrations are dated by; the system's if null. Outlives the store
};

/// Opens (or creates) the file with a raw 256-bit key, checks that it really is SQLCipher 4 and ours, migrates it
/// (encrypted backup first) and starts the writer. Errors: DatabaseMissing, DatabasePlain, DatabaseOldCipher,
/// DatabaseDamaged, DatabaseNewer, NotWritable, DiskFull, AlreadyExists. Changes nothing on an error.
[[nodiscard]] Result<std::unique_ptr<Store>> openStore(const StoreOptions& options, const SecretBytes& key);

} // namespace sallyport::storage
