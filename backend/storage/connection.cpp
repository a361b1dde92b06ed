#include "backend/storage/connection.h"

#include "backend/base/case_fold.h"
#include "backend/base/encoding.h"
#include "backend/storage/sqlite_error.h"
#include "backend/storage/sqlite_statement.h"

#include <array>
#include <cctype>
#include <new>
#include <sqlcipher/sqlite3.h>
#include <unordered_map>

namespace sallyport::storage {
namespace {

constexpr int busyMilliseconds = 5000; // another process (the command line) may hold the write lock that long
constexpr std::size_t mostCachedStatements = 512;
constexpr std::size_t keySize = 32;

/// Lets the texts be looked up without a copy.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

/// `file:` URI of an absolute path, for options that only a URI can carry.
std::string lookUri(const std::filesystem::path& file)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file://";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '.' || c == '-' || c == '_') {
            uri += c;
        } else {
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        }
    }
    return uri + "?mode=ro&immutable=1";
}

/// `x'..'`: the raw key that skips the passphrase derivation, in memory that is wiped.
SecretBytes rawKeyText(const SecretBytes& key)
{
    std::string hex = toHex(key.bytes());
    SecretBytes text(hex.size() + 3);
    text.bytes()[0] = std::byte{'x'};
    text.bytes()[1] = std::byte{'\''};
    for (std::size_t i = 0; i < hex.size(); ++i)
        text.bytes()[i + 2] = static_cast<std::byte>(hex[i]);
    text.bytes()[hex.size() + 2] = std::byte{'\''};
    wipe(hex);
    return text;
}

/// searchKey() in SQL, for what has no column with a key beside it: the journal. PostgreSQL gets a function of this name.
void searchKeyInSql(sqlite3_context* context, int, sqlite3_value** values) noexcept
{
    const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (text == nullptr)
        return sqlite3_result_null(context);
    try {
        const std::string key = searchKey({text, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
        sqlite3_result_text64(context, key.data(), key.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(context);
    }
}

Result<void> addSearchKey(sqlite3* database)
{
    const int code = sqlite3_create_function_v2(database, "search_key", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
                                                searchKeyInSql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : Result<void>(sqliteError(database, code));
}

} // namespace

struct Connection::Cache {
    // Nodes do not move, so statements can be lent.
    std::unordered_multimap<std::string, SqliteStatement, TextHash, std::equal_to<>> statements;

    void dropUnused()
    {
        std::erase_if(statements, [](const auto& entry) { return !entry.second.isLent(); });
    }
};

Connection::Connection(sqlite3* database) : m_database(database), m_cache(std::make_unique<Cache>()) {}

Connection::~Connection()
{
    m_cache->statements.clear(); // before the connection they belong to
    sqlite3_close_v2(m_database);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, const SecretBytes& key, Mode mode)
{
    if (key.size() != keySize)
        return makeError(ErrorCode::CryptoFailure, "a database key has 32 bytes");
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const bool writes = mode == Mode::ReadWrite || mode == Mode::Copy;
    flags |= writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    std::string name = file.string();
    if (mode == Mode::Look) {
        flags |= SQLITE_OPEN_URI;
        name = lookUri(file);
    }
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &database, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(database));
    if (code != SQLITE_OK)
        return sqliteError(database, code);
    SALLYPORT_TRY(connection->unlock(key, false));
    SALLYPORT_TRY(connection->configure(mode));
    return connection;
}

bool Connection::opensAsOldCipher(const std::filesystem::path& file, const SecretBytes& key)
{
    sqlite3* database = nullptr;
    const int code =
        sqlite3_open_v2(lookUri(file).c_str(), &database, SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nullptr);
    Connection connection(database);
    return code == SQLITE_OK && connection.unlock(key, true).has_value();
}

Result<void> Connection::unlock(const SecretBytes& key, bool oldCipher)
{
    // SQLCipher would write its warnings to the process's standard error. The first key of a process sets its log up anew,
    // so it is told again before the file is read.
    constexpr const char* silence = "PRAGMA cipher_log_level = NONE";
    SALLYPORT_TRY(run(silence));
    const SecretBytes text = rawKeyText(key);
    if (const int code = sqlite3_key_v2(m_database, "main", text.data(), static_cast<int>(text.size())); code != SQLITE_OK)
        return sqliteError(m_database, code);
    SALLYPORT_TRY(run(silence));
    // Plain SQLite takes a key without a word and writes in clear, so ask who is there before anything is written.
    SALLYPORT_ASSIGN(const std::string version, readText("PRAGMA cipher_version"));
    if (version.empty() || version.front() < '4' || version.front() > '9')
        return makeError(ErrorCode::Internal, "the SQLite library of this system is not SQLCipher 4");
    if (oldCipher)
        SALLYPORT_TRY(run("PRAGMA cipher_compatibility = 3"));
    SALLYPORT_TRY(readInteger("SELECT count(*) FROM sqlite_schema"));
    return {};
}

Result<void> Connection::configure(Mode mode)
{
    sqlite3_busy_timeout(m_database, busyMilliseconds);
    constexpr std::array<std::pair<int, int>, 6> settings{{{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                                           {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                                           {SQLITE_DBCONFIG_DQS_DML, 0},
                                                           {SQLITE_DBCONFIG_DQS_DDL, 0},
                                                           {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                                           {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}};
    for (const auto& [setting, value] : settings) {
        if (const int code = sqlite3_db_config(m_database, setting, value, nullptr); code != SQLITE_OK)
            return sqliteError(m_database, code);
    }
    SALLYPORT_TRY(addSearchKey(m_database));
    SALLYPORT_TRY(run("PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0"));
    if (mode == Mode::Copy)
        return {};
    if (mode != Mode::ReadWrite)
        return run("PRAGMA query_only = ON");
    SALLYPORT_ASSIGN(const std::string journal, readText("PRAGMA journal_mode = WAL"));
    if (journal != "wal")
        return makeError(ErrorCode::Internal, "the database could not be switched to WAL");
    // The WAL file is cut back to 64 MiB after a burst; FULL means that a commit is on disk when it returns. The journal's
    // indexes are written in many places: 32 MiB of pages instead of 2 save decrypting them again (measured with
    // tests/bench/events.sh at 200,000 events: 0.15 instead of 0.37 ms an event).
    return run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA journal_size_limit = 67108864; "
               "PRAGMA cache_size = -32768");
}

Result<PreparedStatement*> Connection::lend(std::string_view constantSql)
{
    auto [first, last] = m_cache->statements.equal_range(constantSql);
    for (auto entry = first; entry != last; ++entry) {
        if (!entry->second.isLent()) {
            entry->second.lend();
            return &entry->second;
        }
    }
    if (m_cache->statements.size() >= mostCachedStatements)
        m_cache->dropUnused();
    std::string sql(constantSql);
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(m_database, sql.c_str(), static_cast<int>(sql.size()) + 1, SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    if (code != SQLITE_OK)
        return sqliteError(m_database, code);
    SqliteStatement made(handle);
    if (handle == nullptr || *rest != '\0')
        return makeError(ErrorCode::Internal, "database: exactly one statement at a time");
    SALLYPORT_TRY(made.findParameters());
    SqliteStatement& kept = m_cache->statements.emplace(std::move(sql), std::move(made))->second;
    kept.lend();
    return &kept;
}

Result<Statement> Connection::prepare(std::string_view constantSql)
{
    SALLYPORT_ASSIGN(PreparedStatement* const prepared, lend(constantSql));
    return Statement(*prepared);
}

Result<void> Connection::run(const std::string& sql)
{
    if (const int code = sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr); code != SQLITE_OK)
        return sqliteError(m_database, code);
    return {};
}

Result<void> Connection::runPrepared(std::string_view constantSql)
{
    SALLYPORT_ASSIGN(Statement statement, prepare(constantSql));
    return statement.run();
}

Result<std::string> Connection::readText(std::string_view constantSql)
{
    SALLYPORT_ASSIGN(Statement statement, prepare(constantSql));
    SALLYPORT_ASSIGN(const bool row, statement.step());
    return row ? statement.text() : std::string();
}

Result<std::int64_t> Connection::readInteger(std::string_view constantSql)
{
    SALLYPORT_ASSIGN(Statement statement, prepare(constantSql));
    SALLYPORT_ASSIGN(const bool row, statement.step());
    return row ? statement.integer() : std::int64_t{0};
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_database);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_database) == 0;
}

} // namespace sallyport::storage
