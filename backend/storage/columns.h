#pragma once

#include "backend/storage/statement.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sallyport::storage {

/// Rows are read by name: an enum names the columns of a query, Columns says beside it what stands for each in SQL, and a
/// reader takes nothing but these names. That the list is complete and in order is checked by the compiler.
///
///     enum class PetColumn { Id, Name, End }; // End is how many there are
///     inline constexpr storage::Columns<PetColumn> petColumns{{{PetColumn::Id, "id"}, {PetColumn::Name, "name"}}};
///     inline constexpr auto petById = storage::select(petColumns, "FROM pets WHERE id = $1");
template <typename Column>
struct NamedColumn {
    Column column;
    std::string_view sql;
};

/// A text of at most `Capacity` bytes that the compiler puts together.
template <std::size_t Capacity>
class ConstantText {
public:
    constexpr void add(std::string_view text)
    {
        for (const char c : text)
            m_text.at(m_size++) = c; // too long: doesn't compile
    }
    constexpr std::string_view view() const noexcept { return {m_text.data(), m_size}; }

private:
    std::array<char, Capacity> m_text{};
    std::size_t m_size = 0;
};

/// A list for SELECT.
template <typename Column>
class Columns {
public:
    static constexpr int count = static_cast<int>(Column::End);

    consteval explicit(false) Columns(const NamedColumn<Column> (&list)[static_cast<std::size_t>(Column::End)])
    {
        int next = 0;
        for (const NamedColumn<Column>& named : list) {
            if (static_cast<int>(named.column) != next || named.sql.empty())
                throw "the columns stand in another order than their names";
            m_text.add(next == 0 ? "" : ", ");
            m_text.add(named.sql);
            ++next;
        }
    }
    /// `id, name`
    constexpr std::string_view text() const noexcept { return m_text.view(); }

private:
    ConstantText<1536> m_text;
};

/// A statement that knows what the columns of its rows are called.
template <typename Column>
class Query {
public:
    /// `SELECT id, name` and `rest`.
    consteval Query(const Columns<Column>& columns, std::string_view rest)
    {
        m_text.add("SELECT ");
        m_text.add(columns.text());
        m_text.add(" ");
        m_text.add(rest);
    }
    /// `change`, which ends with RETURNING, and `id, name`.
    consteval Query(std::string_view change, const Columns<Column>& columns)
    {
        m_text.add(change);
        m_text.add(" ");
        m_text.add(columns.text());
    }
    constexpr std::string_view sql() const noexcept { return m_text.view(); }

private:
    ConstantText<2560> m_text;
};

/// `rest` begins with FROM.
template <typename Column>
consteval Query<Column> select(const Columns<Column>& columns, std::string_view rest)
{
    return Query<Column>(columns, rest);
}

/// `change` ends with RETURNING.
template <typename Column>
consteval Query<Column> returning(std::string_view change, const Columns<Column>& columns)
{
    if (!change.ends_with(" RETURNING"))
        throw "a statement that returns nothing";
    return Query<Column>(change, columns);
}

/// The current row of a statement whose first columns are Columns<Column>. As long-lived as the statement's row.
template <typename Column>
class Row {
public:
    explicit Row(const Statement& statement) noexcept : m_statement(statement) {}

    std::string text(Column column) const { return m_statement.text(at(column)); }
    std::int64_t integer(Column column) const { return m_statement.integer(at(column)); }
    bool flag(Column column) const { return m_statement.flag(at(column)); }
    UtcTime time(Column column) const { return m_statement.time(at(column)); }
    std::optional<UtcTime> optionalTime(Column column) const { return m_statement.optionalTime(at(column)); }
    Bytes blob(Column column) const { return m_statement.blob(at(column)); }
    bool isNull(Column column) const { return m_statement.isNull(at(column)); }
    /// True once one of the values was read as another type than it was stored with.
    bool isMistyped() const noexcept { return m_statement.isMistyped(); }
    /// The one value that the statement selects beside its columns, behind them.
    std::string textBeside() const { return m_statement.text(at(Column::End)); }

private:
    static constexpr int at(Column column) noexcept { return static_cast<int>(column); }
    const Statement& m_statement;
};

/// The rows of a Query.
template <typename Column>
class Rows {
public:
    explicit Rows(Statement statement) noexcept : m_statement(std::move(statement)) {}

    template <typename T>
    Rows& bind(int index, const T& value)
    {
        m_statement.bind(index, value);
        return *this;
    }
    [[nodiscard]] Result<bool> step() { return m_statement.step(); }
    /// Runs to the end; for rows that aren't read any further.
    [[nodiscard]] Result<void> run() { return m_statement.run(); }
    Row<Column> row() const noexcept { return Row<Column>(m_statement); }

private:
    Statement m_statement;
};

} // namespace sallyport::storage
