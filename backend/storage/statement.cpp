#include "backend/storage/statement.h"

#include "backend/base/time_format.h"
#include "backend/storage/sqlite_error.h"

#include <array>
#include <charconv>
#include <limits>
#include <sqlcipher/sqlite3.h>
#include <utility>

namespace sallyport::storage {
namespace {

/// SQLite numbers `$1` in order of appearance, so the name decides, as PostgreSQL has it.
int position(sqlite3_stmt* handle, int index)
{
    std::array<char, 16> name{'$'}; // ends with a zero
    std::to_chars(name.data() + 1, name.data() + name.size() - 1, index);
    return sqlite3_bind_parameter_index(handle, name.data()); // 0 if there is none: SQLITE_RANGE
}

} // namespace

Statement::Statement(sqlite3_stmt* handle, bool* inUse) noexcept : m_handle(handle), m_inUse(inUse)
{
    *m_inUse = true;
}

Statement::Statement(Statement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_inUse(std::exchange(other.m_inUse, nullptr)),
      m_bindError(other.m_bindError)
{
}

Statement::~Statement()
{
    if (m_handle == nullptr)
        return;
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    *m_inUse = false;
}

Statement& Statement::bind(int index, std::string_view text)
{
    const char* data = text.empty() ? "" : text.data(); // a null pointer would bind NULL
    const int code = sqlite3_bind_text64(m_handle, position(m_handle, index), data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    m_bindError = m_bindError != 0 ? m_bindError : code;
    return *this;
}

Statement& Statement::bind(int index, std::int64_t number)
{
    const int code = sqlite3_bind_int64(m_handle, position(m_handle, index), number);
    m_bindError = m_bindError != 0 ? m_bindError : code;
    return *this;
}

Statement& Statement::bind(int index, UtcTime time)
{
    return bind(index, toMicros(time));
}

Statement& Statement::bind(int index, std::span<const std::byte> blob)
{
    const void* data = blob.empty() ? "" : static_cast<const void*>(blob.data());
    const int code = sqlite3_bind_blob64(m_handle, position(m_handle, index), data, blob.size(), SQLITE_TRANSIENT);
    m_bindError = m_bindError != 0 ? m_bindError : code;
    return *this;
}

Statement& Statement::bindNull(int index)
{
    const int code = sqlite3_bind_null(m_handle, position(m_handle, index));
    m_bindError = m_bindError != 0 ? m_bindError : code;
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != 0)
        return makeError(ErrorCode::Internal, std::string("database: a parameter was refused: ") + sqlite3_errstr(m_bindError));
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteError(sqlite3_db_handle(m_handle), code);
}

Result<void> Statement::run()
{
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, step());
        if (!row)
            return {};
    }
}

std::string Statement::text(int column) const
{
    const unsigned char* data = sqlite3_column_text(m_handle, column);
    if (data == nullptr)
        return {};
    return std::string(reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column)));
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle, column);
}

UtcTime Statement::time(int column) const
{
    return fromMicros(integer(column));
}

std::optional<UtcTime> Statement::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

Bytes Statement::blob(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_handle, column));
    if (data == nullptr)
        return {};
    return Bytes(data, data + sqlite3_column_bytes(m_handle, column));
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

} // namespace sallyport::storage
