#include "backend/storage/backup.h"

#include "backend/base/descriptor.h"
#include "backend/storage/connection.h"
#include "backend/storage/files.h"
#include "backend/storage/sqlite_error.h"

#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

Result<void> copyPages(Connection& source, const SecretBytes& key, const fs::path& file)
{
    SALLYPORT_ASSIGN(const auto target, Connection::open(file, key, Connection::Mode::Copy));
    sqlite3_backup* backup = sqlite3_backup_init(target->handle(), "main", source.handle(), "main");
    if (backup == nullptr)
        return sqliteError(target->handle(), sqlite3_extended_errcode(target->handle()));
    sqlite3_backup_step(backup, -1); // in one go: one snapshot; an error comes back from finish
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK)
        return sqliteError(target->handle(), code);
    return {};
}

Result<void> syncFile(const fs::path& file)
{
    const Descriptor written = openFile(file);
    if (!written.valid() || ::fsync(written.get()) != 0)
        return makeError(ErrorCode::NotWritable, file.string() + " could not be written to disk");
    return {};
}

/// Opens the copy once more: a backup that nobody can read is none.
Result<void> proveReadable(const fs::path& file, const SecretBytes& key)
{
    SALLYPORT_ASSIGN(const auto copy, Connection::open(file, key, Connection::Mode::Look));
    SALLYPORT_TRY(copy->readInteger("SELECT count(*) FROM sqlite_schema"));
    return {};
}

} // namespace

Result<void> backUp(Connection& source, const SecretBytes& key, const fs::path& target)
{
    std::error_code error;
    if (fs::exists(target, error))
        return makeError(ErrorCode::AlreadyExists, target.string() + " exists already");
    fs::path temporary = target;
    temporary += ".part";
    fs::remove(temporary, error); // left by a crash
    SALLYPORT_TRY(createPrivateFile(temporary));
    Result<void> done = copyPages(source, key, temporary);
    if (done)
        done = syncFile(temporary);
    if (done)
        done = proveReadable(temporary, key);
    if (done)
        done = moveIntoPlace(temporary, target, Replace::Never);
    for (const char* suffix : {"", "-journal"}) {
        fs::path left = temporary;
        left += suffix;
        fs::remove(left, error);
    }
    return done;
}

Result<void> copyBackup(const fs::path& backup, const SecretBytes& key, const fs::path& target)
{
    SALLYPORT_ASSIGN(const auto source, Connection::open(backup, key, Connection::Mode::Look));
    return backUp(*source, key, target);
}

} // namespace sallyport::storage
