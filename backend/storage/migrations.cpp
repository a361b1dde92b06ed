#include "backend/storage/migrations.h"

#include "backend/storage/connection.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <vector>

namespace sallyport::storage {
namespace {

constexpr std::string_view hasTable = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_version'";

Result<std::set<std::int64_t>> appliedVersions(Connection& connection)
{
    std::set<std::int64_t> versions;
    SALLYPORT_ASSIGN(const std::int64_t tables, connection.readInteger(hasTable));
    if (tables == 0)
        return versions;
    SALLYPORT_ASSIGN(Statement statement, connection.prepare("SELECT version FROM schema_version"));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, statement.step());
        if (!row)
            return versions;
        versions.insert(statement.integer());
    }
}

Result<void> refuseNewer(const std::set<std::int64_t>& applied, std::span<const Migration> known)
{
    for (const std::int64_t version : applied) {
        if (std::none_of(known.begin(), known.end(), [&](const Migration& m) { return m.version == version; }))
            return makeError(ErrorCode::DatabaseNewer,
                             "the database has schema " + std::to_string(version) + ", which is newer than this program");
    }
    return {};
}

Result<void> apply(Connection& connection, const Migration& migration, UtcTime now)
{
    if (Result<void> done = connection.run(std::string(migration.sql)); !done) {
        Error error = done.error();
        error.detail =
            "migration " + std::to_string(migration.version) + " (" + std::string(migration.name) + "): " + error.detail;
        return error;
    }
    SALLYPORT_ASSIGN(Statement statement,
                     connection.prepare("INSERT INTO schema_version (version, name, applied_at) VALUES ($1, $2, $3)"));
    return statement.bind(1, migration.version).bind(2, migration.name).bind(3, now).run();
}

Result<void> applyAll(Connection& connection, const std::vector<const Migration*>& pending, const Clock& clock)
{
    SALLYPORT_TRY(connection.run("CREATE TABLE IF NOT EXISTS schema_version ("
                                 "version BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)"));
    for (const Migration* migration : pending)
        SALLYPORT_TRY(apply(connection, *migration, clock.now()));
    SALLYPORT_ASSIGN(const std::string broken, connection.readText("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"));
    if (!broken.empty())
        return makeError(ErrorCode::Conflict, "a migration breaks a foreign key of table " + broken);
    return connection.run("COMMIT");
}

} // namespace

Result<void> checkNotNewer(Connection& connection, std::span<const Migration> known)
{
    SALLYPORT_ASSIGN(const auto applied, appliedVersions(connection));
    return refuseNewer(applied, known);
}

Result<void> migrate(Connection& connection, std::span<const Migration> known, const Clock& clock,
                     const std::function<Result<void>(std::int64_t fromVersion)>& backUp)
{
    SALLYPORT_ASSIGN(const auto applied, appliedVersions(connection));
    SALLYPORT_TRY(refuseNewer(applied, known));
    std::vector<const Migration*> pending;
    for (const Migration& migration : known) {
        if (!applied.contains(migration.version))
            pending.push_back(&migration);
    }
    if (pending.empty() && !applied.empty())
        return {};
    if (!applied.empty())
        SALLYPORT_TRY(backUp(*applied.rbegin()));
    // A table that is rebuilt (new table, copy, drop, rename) would count as deleted; all keys are checked at the end
    // instead. SQLite ignores this setting inside a transaction.
    SALLYPORT_TRY(connection.run("PRAGMA foreign_keys = OFF"));
    Result<void> done = connection.run("BEGIN IMMEDIATE");
    if (done)
        done = applyAll(connection, pending, clock);
    if (!done && connection.inTransaction())
        static_cast<void>(connection.run("ROLLBACK")); // the first error is the one to tell
    const Result<void> restored = connection.run("PRAGMA foreign_keys = ON");
    return done ? restored : done;
}

} // namespace sallyport::storage
