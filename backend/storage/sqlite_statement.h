#pragma once

#include "backend/storage/driver.h"

#include <cstdint>
#include <vector>

struct sqlite3_stmt;

namespace sallyport::storage {

/// SQLite's side of a Statement. Its connection keeps it, finalizes it and knows that it is lent.
class SqliteStatement final : public PreparedStatement {
public:
    /// Takes the handle over.
    explicit SqliteStatement(sqlite3_stmt* handle) noexcept : m_handle(handle) {}
    SqliteStatement(SqliteStatement&& other) noexcept;
    SqliteStatement& operator=(SqliteStatement&&) = delete;
    ~SqliteStatement();

    /// SQLite numbers `$1` in order of appearance, PostgreSQL by the name: notes the place of each name. Internal if a number
    /// is left out or a parameter is called otherwise. Comes before the first value.
    [[nodiscard]] Result<void> findParameters();

    bool isLent() const noexcept { return m_lent; }
    void lend() noexcept { m_lent = true; }

    void bindText(int index, std::string_view text) override;
    void bindInteger(int index, std::int64_t number) override;
    void bindBlob(int index, std::span<const std::byte> blob) override;
    void bindNull(int index) override;
    Result<bool> step() override;
    std::string_view text(int column) override;
    std::int64_t integer(int column) override;
    std::span<const std::byte> blob(int column) override;
    bool isNull(int column) override;
    bool isMistyped() const noexcept override { return m_mistyped; }
    void release() noexcept override;

private:
    /// 0, which SQLite refuses, if there is none.
    int position(int index) const noexcept;
    /// SQLite keeps any type in any column, and makes one of the other as it is read.
    void expect(int column, int type) noexcept;
    void note(int code) noexcept { m_bindError = m_bindError != 0 ? m_bindError : code; }

    sqlite3_stmt* m_handle;
    std::vector<std::uint16_t> m_positions;
    int m_bindError = 0;
    bool m_lent = false, m_mistyped = false;
};

} // namespace sallyport::storage
