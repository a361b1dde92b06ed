#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace sallyport::storage {

/// What a database's own code does behind Statement: one prepared statement, kept by its session and lent out. Parameters
/// are counted from 1, columns from 0. Not thread-safe.
class PreparedStatement {
public:
    virtual void bindText(int index, std::string_view text) = 0; ///< copied, like the blob
    virtual void bindInteger(int index, std::int64_t number) = 0;
    virtual void bindBlob(int index, std::span<const std::byte> blob) = 0;
    virtual void bindNull(int index) = 0;
    /// Next row. A parameter that was refused is told here (Internal).
    [[nodiscard]] virtual Result<bool> step() = 0;

    /// Views end with the next call. NULL is empty and 0.
    virtual std::string_view text(int column) = 0;
    virtual std::int64_t integer(int column) = 0;
    virtual std::span<const std::byte> blob(int column) = 0;
    virtual bool isNull(int column) = 0;
    /// True once a value of the row has been read as another type than it was stored with: nobody here writes it so. A database
    /// that has types for its columns always says false.
    virtual bool isMistyped() const noexcept = 0;

    /// Gives it back, ready for the next: without values and without a row.
    virtual void release() noexcept = 0;

protected:
    PreparedStatement() = default;
    PreparedStatement(const PreparedStatement&) = default;
    PreparedStatement& operator=(const PreparedStatement&) = default;
    ~PreparedStatement() = default; // the session's, never deleted through this
};

/// What it does behind Transaction.
class Session {
public:
    /// From the session's cache, or made; nobody else has it until it is released. Internal unless the text is one
    /// statement with the parameters $1 to $n, each used.
    [[nodiscard]] virtual Result<PreparedStatement*> lend(std::string_view constantSql) = 0;
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    virtual std::int64_t changes() const = 0;

protected:
    Session() = default;
    Session(const Session&) = default;
    Session& operator=(const Session&) = default;
    ~Session() = default;
};

} // namespace sallyport::storage
