#include "backend/storage/file_check.h"

#include "backend/base/descriptor.h"
#include "backend/storage/connection.h"
#include "backend/storage/files.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t pageSize = 4096;
constexpr std::uintmax_t authenticatedUpTo = 64u * 1024 * 1024; // read in about 0.3 s

bool startsAsPlainSqlite(const fs::path& file)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    std::array<char, 16> head{};
    const Descriptor opened = openFile(file);
    return opened.valid() && ::pread(opened.get(), head.data(), head.size(), 0) == static_cast<ssize_t>(head.size()) &&
           std::string_view(head.data(), head.size()) == magic;
}

fs::path withSuffix(fs::path file, const char* suffix)
{
    file += suffix;
    return file;
}

Error truncated()
{
    return makeError(ErrorCode::DatabaseDamaged, "the database file is truncated");
}

/// What kind of file it is, as far as its size and its first bytes say.
Result<void> checkKind(const fs::path& file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        return makeError(ErrorCode::DatabaseMissing, file.string() + " does not exist");
    if (!fs::is_regular_file(status))
        return makeError(ErrorCode::DatabaseDamaged, file.string() + " is not a file");
    // SQLite opens these by itself, and would wait for whoever writes into a pipe.
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        if (const fs::path beside = withSuffix(file, suffix); !isFileOrFree(beside))
            return makeError(ErrorCode::DatabaseDamaged, beside.string() + " is not a file");
    }
    if (startsAsPlainSqlite(file))
        return makeError(ErrorCode::DatabasePlain, "the database is a plain SQLite file, not encrypted");
    if (::faccessat(AT_FDCWD, file.c_str(), R_OK | W_OK, AT_EACCESS) != 0)
        return makeError(ErrorCode::NotWritable, file.string() + " cannot be written");
    return checkWritable(file.parent_path().empty() ? fs::path(".") : file.parent_path());
}

} // namespace

Result<void> authenticatePages(Connection& connection)
{
    SALLYPORT_ASSIGN(const std::string fault, connection.readText("PRAGMA cipher_integrity_check"));
    if (!fault.empty())
        return makeError(ErrorCode::DatabaseDamaged, "the database is damaged: " + fault);
    return {};
}

Result<void> checkDatabaseFile(const fs::path& file, const SecretBytes& key, std::span<const Migration> known)
{
    SALLYPORT_TRY(checkKind(file));
    std::error_code error;
    if (fs::exists(withSuffix(file, "-wal"), error))
        return {};
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size == 0)
        return truncated();

    Result<std::unique_ptr<Connection>> connection = Connection::open(file, key, Connection::Mode::Look);
    if (!connection) {
        if (fs::exists(withSuffix(file, "-wal"), error)) // somebody opened it while we looked: what we saw means nothing
            return {};
        if (connection.error().code != ErrorCode::DatabaseDamaged)
            return connection.error();
        if (Connection::opensAsOldCipher(file, key))
            return makeError(ErrorCode::DatabaseOldCipher, "the database was written by SQLCipher 3 or older");
        if (size < pageSize) // only now: SQLCipher 3 had smaller pages
            return truncated();
        return makeError(ErrorCode::DatabaseDamaged,
                         "the database is damaged or belongs to another vault: its first page does not authenticate");
    }
    if (size % pageSize != 0)
        return truncated();
    if (size <= authenticatedUpTo)
        SALLYPORT_TRY(authenticatePages(**connection));
    return checkNotNewer(**connection, known);
}

Result<void> checkBackupFile(const fs::path& file, const SecretBytes& key, std::span<const Migration> known)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (!fs::exists(status))
        return makeError(ErrorCode::NotFound, file.string() + " does not exist");
    if (!fs::is_regular_file(status))
        return makeError(ErrorCode::DatabaseDamaged, file.string() + " is not a file");
    for (const char* suffix : {"-wal", "-journal"}) {
        if (const fs::path beside = withSuffix(file, suffix); fs::exists(beside, error))
            return makeError(ErrorCode::Conflict, file.string() +
                                                      " is no backup but a database that is in use or was left by a " +
                                                      "crash: " + beside.string() + " lies beside it");
    }
    if (startsAsPlainSqlite(file))
        return makeError(ErrorCode::DatabasePlain, file.string() + " is no backup: it is a plain SQLite file, not encrypted");
    if (const Descriptor readable = openFile(file); !readable.valid())
        return openError(errno, file);
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size == 0)
        return makeError(ErrorCode::DatabaseDamaged, file.string() + " is no backup: it is empty");

    const Result<std::unique_ptr<Connection>> connection = Connection::open(file, key, Connection::Mode::Look);
    if (!connection && connection.error().code != ErrorCode::DatabaseDamaged)
        return connection.error();
    if (!connection && Connection::opensAsOldCipher(file, key))
        return makeError(ErrorCode::DatabaseOldCipher, file.string() + " was written by SQLCipher 3 or older");
    if (!connection)
        return makeError(ErrorCode::DatabaseDamaged, file.string() +
                                                         " does not open with this vault's keyring: it is a backup of another "
                                                         "vault, damaged at its beginning, or no backup");
    if (size % pageSize != 0)
        return makeError(ErrorCode::DatabaseDamaged, file.string() + " is damaged: it is truncated");
    if (const Result<void> pages = authenticatePages(**connection); !pages)
        return makeError(pages.error().code, file.string() + ": " + pages.error().detail);
    if (const Result<void> newer = checkNotNewer(**connection, known); !newer)
        return makeError(newer.error().code, file.string() + ": " + newer.error().detail);
    const Result<std::int64_t> steps = (*connection)->readInteger("SELECT COUNT(*) FROM schema_version");
    if (!steps || *steps == 0)
        return makeError(ErrorCode::DatabaseDamaged, file.string() + " is no backup: it holds no vault");
    return {};
}

} // namespace sallyport::storage
