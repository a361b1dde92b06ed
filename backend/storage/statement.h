#pragma once

#include "backend/base/clock.h"
#include "backend/base/encoding.h"
#include "backend/base/id.h"
#include "backend/base/result.h"
#include "backend/base/time_format.h"
#include "backend/storage/driver.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::storage {

/// One prepared statement, borrowed from its session and given back reset when it goes.
/// Every value is bound, none is ever part of the text. Parameters are `$1`, `$2`.. without gaps (SQLite and PostgreSQL
/// take it). Not thread-safe: it belongs to the thread that runs the transaction.
class Statement {
public:
    explicit Statement(PreparedStatement& prepared) noexcept : m_prepared(&prepared) {}
    Statement(Statement&& other) noexcept : m_prepared(std::exchange(other.m_prepared, nullptr)) {}
    Statement& operator=(Statement&&) = delete;
    ~Statement()
    {
        if (m_prepared != nullptr)
            m_prepared->release();
    }

    /// `index` starts at 1, as in `$1`. Text is copied.
    Statement& bind(int index, std::string_view text)
    {
        m_prepared->bindText(index, text);
        return *this;
    }
    Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
    Statement& bind(int index, std::int64_t number)
    {
        m_prepared->bindInteger(index, number);
        return *this;
    }
    Statement& bind(int index, int number) { return bind(index, std::int64_t{number}); }
    Statement& bind(int index, bool flag) { return bind(index, std::int64_t{flag ? 1 : 0}); }
    Statement& bind(int index, UtcTime time) { return bind(index, toMicros(time)); } ///< microseconds since 1970
    Statement& bind(int index, std::span<const std::byte> blob)
    {
        m_prepared->bindBlob(index, blob);
        return *this;
    }
    Statement& bindNull(int index)
    {
        m_prepared->bindNull(index);
        return *this;
    }
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
    [[nodiscard]] Result<bool> step() { return m_prepared->step(); }
    /// Runs to the end; for statements without rows.
    [[nodiscard]] Result<void> run();

    /// The current row of a statement with one column. A NULL reads as empty, 0, or nothing for optional. Rows with more
    /// are read by the names of their columns, and by nothing else: see columns.h.
    std::string text() const { return text(0); }
    std::int64_t integer() const { return integer(0); }
    bool flag() const { return flag(0); }
    UtcTime time() const { return time(0); }
    std::optional<UtcTime> optionalTime() const { return optionalTime(0); }
    Bytes blob() const { return blob(0); }
    bool isNull() const { return isNull(0); }

private:
    template <typename Column>
    friend class Row;

    // Numbers are for Row, which has them from the names. From 0.
    std::string text(int column) const { return std::string(m_prepared->text(column)); }
    std::int64_t integer(int column) const { return m_prepared->integer(column); }
    bool flag(int column) const { return integer(column) != 0; }
    UtcTime time(int column) const { return fromMicros(integer(column)); }
    std::optional<UtcTime> optionalTime(int column) const { return isNull(column) ? std::nullopt : std::optional(time(column)); }
    Bytes blob(int column) const
    {
        const std::span<const std::byte> bytes = m_prepared->blob(column);
        return Bytes(bytes.begin(), bytes.end());
    }
    bool isNull(int column) const { return m_prepared->isNull(column); }
    bool isMistyped() const noexcept { return m_prepared->isMistyped(); }

    PreparedStatement* m_prepared;
};

} // namespace sallyport::storage
