#include "backend/storage/sqlite_statement.h"

#include "backend/storage/sqlite_error.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <sqlcipher/sqlite3.h>
#include <string>
#include <utility>

namespace sallyport::storage {

SqliteStatement::SqliteStatement(SqliteStatement&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)), m_positions(std::move(other.m_positions)), m_bindError(other.m_bindError),
      m_lent(other.m_lent)
{
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_handle); // nothing for none
}

Result<void> SqliteStatement::findParameters()
{
    m_positions.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(m_handle))); // 32,766 at most
    std::array<char, 16> name{'$'};                                                       // ends with a zero
    for (std::size_t i = 0; i < m_positions.size(); ++i) {
        *std::to_chars(name.data() + 1, name.data() + name.size() - 1, i + 1).ptr = '\0';
        m_positions[i] = static_cast<std::uint16_t>(sqlite3_bind_parameter_index(m_handle, name.data()));
        if (m_positions[i] == 0)
            return makeError(ErrorCode::Internal, std::string("database: a statement skips ") + name.data());
    }
    return {};
}

int SqliteStatement::position(int index) const noexcept
{
    const auto place = static_cast<std::size_t>(index) - 1;
    return place < m_positions.size() ? m_positions[place] : 0;
}

void SqliteStatement::bindText(int index, std::string_view text)
{
    const char* data = text.empty() ? "" : text.data(); // a null pointer would bind NULL
    note(sqlite3_bind_text64(m_handle, position(index), data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bindInteger(int index, std::int64_t number)
{
    note(sqlite3_bind_int64(m_handle, position(index), number));
}

void SqliteStatement::bindBlob(int index, std::span<const std::byte> blob)
{
    const void* data = blob.empty() ? "" : static_cast<const void*>(blob.data());
    note(sqlite3_bind_blob64(m_handle, position(index), data, blob.size(), SQLITE_TRANSIENT));
}

void SqliteStatement::bindNull(int index)
{
    note(sqlite3_bind_null(m_handle, position(index)));
}

Result<bool> SqliteStatement::step()
{
    if (m_bindError != 0)
        return makeError(ErrorCode::Internal, std::string("database: a parameter was refused: ") + sqlite3_errstr(m_bindError));
    m_mistyped = false;
    const int code = sqlite3_step(m_handle);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteError(sqlite3_db_handle(m_handle), code);
}

void SqliteStatement::expect(int column, int type) noexcept
{
    const int stored = sqlite3_column_type(m_handle, column);
    if (stored != type && stored != SQLITE_NULL)
        m_mistyped = true;
}

std::string_view SqliteStatement::text(int column)
{
    expect(column, SQLITE_TEXT);
    const unsigned char* data = sqlite3_column_text(m_handle, column);
    if (data == nullptr)
        return {};
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

std::int64_t SqliteStatement::integer(int column)
{
    expect(column, SQLITE_INTEGER);
    return sqlite3_column_int64(m_handle, column);
}

std::span<const std::byte> SqliteStatement::blob(int column)
{
    expect(column, SQLITE_BLOB);
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_handle, column));
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_handle, column))};
}

bool SqliteStatement::isNull(int column)
{
    return sqlite3_column_type(m_handle, column) == SQLITE_NULL;
}

void SqliteStatement::release() noexcept
{
    sqlite3_reset(m_handle);
    sqlite3_clear_bindings(m_handle);
    m_bindError = 0;
    m_lent = false;
}

} // namespace sallyport::storage
