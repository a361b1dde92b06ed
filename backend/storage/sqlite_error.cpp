#include "backend/storage/sqlite_error.h"

#include "backend/storage/no_room.h"

#include <cerrno>
#include <sqlcipher/sqlite3.h>
#include <string>

namespace sallyport::storage {
namespace {

ErrorCode ioErrorCode(int systemError)
{
    if (isNoRoom(systemError))
        return ErrorCode::DiskFull;
    switch (systemError) {
    case EROFS:
    case EACCES:
    case EPERM: return ErrorCode::NotWritable;
    default: return ErrorCode::Internal;
    }
}

} // namespace

Error sqliteError(sqlite3* database, int code)
{
    const int primary = code & 0xff;
    const std::string message = database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
    switch (primary) {
    case SQLITE_FULL: return Error(ErrorCode::DiskFull, std::string(noRoomText(ENOSPC)));
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return Error(ErrorCode::NotWritable, "the database cannot be written: " + message);
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return Error(ErrorCode::DatabaseDamaged, "the database is damaged: " + message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Error(ErrorCode::DatabaseLocked, "the database is in use elsewhere");
    case SQLITE_CONSTRAINT: return Error(ErrorCode::Conflict, message);
    case SQLITE_INTERRUPT: return Error(ErrorCode::Cancelled, "the query was stopped");
    case SQLITE_IOERR: {
        if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS)
            return Error(ErrorCode::DatabaseDamaged, "the database is truncated");
        const int systemError = database == nullptr ? 0 : sqlite3_system_errno(database);
        const ErrorCode meaning = ioErrorCode(systemError);
        if (meaning == ErrorCode::DiskFull)
            return Error(meaning, std::string(noRoomText(systemError)));
        return Error(meaning, "the database cannot be read or written: " + message);
    }
    default: return Error(ErrorCode::Internal, "database: " + message);
    }
}

} // namespace sallyport::storage
