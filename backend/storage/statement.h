#pragma once

#include "backend/base/clock.h"
#include "backend/base/encoding.h"
#include "backend/base/id.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace sallyport::storage {

/// One prepared statement, taken from its connection's cache and given back reset when it goes.
/// Every value is bound, none is ever part of the text. Parameters are `$1`, `$2`.. (SQLite and PostgreSQL take it).
/// Not thread-safe: it belongs to the thread that runs the transaction.
class Statement {
public:
    Statement(sqlite3_stmt* handle, bool* inUse) noexcept;
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    /// `index` starts at 1, as in `$1`. Text is copied.
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, std::int64_t number);
    Statement& bind(int index, int number) { return bind(index, std::int64_t{number}); }
    Statement& bind(int index, bool flag) { return bind(index, std::int64_t{flag ? 1 : 0}); }
    Statement& bind(int index, UtcTime time); ///< microseconds since 1970
    Statement& bind(int index, std::span<const std::byte> blob);
    Statement& bindNull(int index);
    template <typename Tag>
    Statement& bind(int index, const Id<Tag>& id)
    {
        return bind(index, std::string_view(id.text()));
    }
    template <typename T>
    Statement& bind(int index, const std::optional<T>& value)
    {
        return value ? bind(index, *value) : bindNull(index);
    }

    /// Next row: true if there is one. Errors: DiskFull, DatabaseDamaged, Conflict (a constraint), Internal.
    [[nodiscard]] Result<bool> step();
    /// Runs to the end; for statements without rows.
    [[nodiscard]] Result<void> run();

    /// Columns of the current row, from 0. A NULL reads as empty, 0, or nothing for optional.
    std::string text(int column) const;
    std::int64_t integer(int column) const;
    bool flag(int column) const { return integer(column) != 0; }
    UtcTime time(int column) const;
    std::optional<UtcTime> optionalTime(int column) const;
    Bytes blob(int column) const;
    bool isNull(int column) const;

private:
    sqlite3_stmt* m_handle;
    bool* m_inUse;
    int m_bindError = 0;
};

} // namespace sallyport::storage
