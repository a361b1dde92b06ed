#include "backend/storage/columns.h"
#include "backend/storage/connection.h"
#include "backend/storage/migrations.h"
#include "backend/storage/schema_check.h"

#include <algorithm>
#include <future>
#include <string_view>
#include <vector>

namespace sallyport::storage {
namespace {

enum class SchemaColumn { Name, Sql, End };
constexpr Columns<SchemaColumn> schemaColumns{{{SchemaColumn::Name, "name"}, {SchemaColumn::Sql, "sql"}}};
constexpr auto rules = select(schemaColumns, "FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name");
constexpr auto indexesOf =
    select(schemaColumns, "FROM sqlite_schema WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL ORDER BY name");

/// An ALTER TABLE writes names between quotation marks.
std::string unquoted(std::string_view sql)
{
    std::string plain(sql);
    std::erase(plain, '"');
    return plain;
}

bool isOurs(const std::string& sql)
{
    const std::string plain = unquoted(sql);
    return std::ranges::any_of(builtInMigrations(), [&](const Migration& migration) {
        return unquoted(migration.sql).find(plain) != std::string::npos;
    });
}

/// One of the program's own indexes, and of which rows.
struct OwnIndex {
    std::string name, condition;
};

Result<std::vector<OwnIndex>> ownIndexes(Connection& connection, const std::string& table)
{
    SALLYPORT_ASSIGN(Statement statement, connection.prepare(indexesOf.sql()));
    Rows<SchemaColumn> rows(std::move(statement));
    rows.bind(1, std::string_view(table));
    std::vector<OwnIndex> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        const std::string sql = rows.row().text(SchemaColumn::Sql);
        const std::size_t where = sql.find(" WHERE ");
        if (isOurs(sql))
            found.push_back({rows.row().text(SchemaColumn::Name), where == sql.npos ? "1" : sql.substr(where + 7)});
    }
}

/// How many rows the table has for each of them, in one pass.
Result<std::vector<std::int64_t>> rowsFor(Connection& connection, const std::string& table, const std::vector<OwnIndex>& indexes)
{
    std::string sql = "SELECT ";
    for (const OwnIndex& index : indexes)
        sql.append(&index == indexes.data() ? "" : " || ' ' || ")
            .append("COUNT(CASE WHEN ")
            .append(index.condition)
            .append(" THEN 1 END)");
    SALLYPORT_ASSIGN(const std::string counts, connection.readText(sql.append(" FROM ").append(table).append(" NOT INDEXED")));
    std::vector<std::int64_t> numbers;
    for (std::size_t at = 0; at < counts.size(); at = std::min(counts.find(' ', at), counts.size() - 1) + 1)
        numbers.push_back(std::stoll(counts.substr(at)));
    return numbers;
}

std::string indexed(const std::string& table, const OwnIndex& index)
{
    return " FROM " + table + " INDEXED BY " + index.name + " WHERE " + index.condition;
}

/// How many entries each of them has.
Result<std::vector<std::int64_t>> entriesOf(Connection& connection, const std::string& table,
                                            const std::vector<OwnIndex>& indexes)
{
    std::vector<std::int64_t> numbers;
    for (const OwnIndex& index : indexes) {
        SALLYPORT_ASSIGN(numbers.emplace_back(), connection.readInteger("SELECT COUNT(*)" + indexed(table, index)));
    }
    return numbers;
}

} // namespace

Result<void> refuseForeignSchema(Connection& connection)
{
    SALLYPORT_ASSIGN(Statement statement, connection.prepare(rules.sql()));
    Rows<SchemaColumn> rows(std::move(statement));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return {};
        if (!isOurs(rows.row().text(SchemaColumn::Sql)))
            return makeError(ErrorCode::DatabaseDamaged, "the database is damaged: somebody has put the trigger or view " +
                                                             rows.row().text(SchemaColumn::Name) + " into it");
    }
}

Result<std::optional<IndexGap>> findIndexGap(Connection& rows, Connection& entries, const std::string& table,
                                             const std::string& column)
{
    SALLYPORT_ASSIGN(const std::vector<OwnIndex> indexes, ownIndexes(rows, table));
    if (indexes.empty())
        return std::optional<IndexGap>();
    auto counting = std::async(std::launch::async | std::launch::deferred, [&] { return entriesOf(entries, table, indexes); });
    SALLYPORT_ASSIGN(const std::vector<std::int64_t> wanted, rowsFor(rows, table, indexes));
    SALLYPORT_ASSIGN(const std::vector<std::int64_t> held, counting.get());
    for (std::size_t i = 0; i < indexes.size() && i < wanted.size(); ++i) {
        if (held[i] == wanted[i])
            continue;
        // Another process may have committed between the two moments after all: the rows' own moment decides.
        SALLYPORT_ASSIGN(const std::int64_t then, rows.readInteger("SELECT COUNT(*)" + indexed(table, indexes[i])));
        if (then == wanted[i])
            continue;
        SALLYPORT_ASSIGN(const std::int64_t lacking,
                         rows.readInteger("SELECT MIN(" + column + ") FROM (SELECT " + column + " FROM " + table +
                                          " NOT INDEXED WHERE " + indexes[i].condition + " EXCEPT SELECT " + column +
                                          indexed(table, indexes[i]) + ')'));
        return std::optional(IndexGap{indexes[i].name, lacking});
    }
    return std::optional<IndexGap>();
}

} // namespace sallyport::storage
