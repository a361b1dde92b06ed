#include "backend/records/record_text_keys.h"

#include "backend/base/case_fold.h"
#include "backend/records/rich_text/rich_text.h"

#include <string>

namespace sallyport::records {

namespace {

constexpr std::int64_t rowsAtOnce = 2000;

enum class TextColumn { Id, Title, TitleKey, Department, DepartmentKey, End };
constexpr storage::Columns<TextColumn> textColumns{{{TextColumn::Id, "id"},
                                                    {TextColumn::Title, "title"},
                                                    {TextColumn::TitleKey, "title_key"},
                                                    {TextColumn::Department, "department"},
                                                    {TextColumn::DepartmentKey, "department_key"}}};
constexpr auto textsAfter = storage::select(textColumns, "FROM records WHERE id > $1 ORDER BY id LIMIT $2");

enum class KeyedColumn { Id, Text, Key, End };
constexpr storage::Columns<KeyedColumn> commentKeyColumns{
    {{KeyedColumn::Id, "id"}, {KeyedColumn::Text, "content"}, {KeyedColumn::Key, "search_key"}}};
constexpr storage::Columns<KeyedColumn> fileKeyColumns{
    {{KeyedColumn::Id, "id"}, {KeyedColumn::Text, "name"}, {KeyedColumn::Key, "name_key"}}};

/// A table with one text whose key is kept beside it.
struct KeyedTable {
    storage::Query<KeyedColumn> after;
    std::string_view update;
    std::string (*keyOf)(const std::string& text);
};
constexpr KeyedTable keyedComments{storage::select(commentKeyColumns, "FROM comments WHERE id > $1 ORDER BY id LIMIT $2"),
                                   "UPDATE comments SET search_key = $1 WHERE id = $2", [](const std::string& content) {
                                       const Result<RichText> text = sanitiseRichText(content);
                                       return text ? searchKey(text->text) : std::string();
                                   }};
constexpr KeyedTable keyedFiles{storage::select(fileKeyColumns, "FROM files WHERE id > $1 ORDER BY id LIMIT $2"),
                                "UPDATE files SET name_key = $1 WHERE id = $2",
                                [](const std::string& name) { return textKey(name); }};

Result<std::string> rulesOfRecords(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT rules FROM record_text_keys WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? row.text() : std::string();
}

/// The id of the last row that was looked at; empty if there are no more.
Result<std::string> renewSome(storage::Transaction& transaction, const std::string& after)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(textsAfter));
    rows.bind(1, after).bind(2, rowsAtOnce);
    std::string last;
    for (std::int64_t count = 0;; ++count) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return count == rowsAtOnce ? last : std::string();
        const auto row = rows.row();
        last = row.text(TextColumn::Id);
        const std::string title = textKey(row.text(TextColumn::Title)), department = textKey(row.text(TextColumn::Department));
        if (title == row.text(TextColumn::TitleKey) && department == row.text(TextColumn::DepartmentKey))
            continue;
        SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE records SET title_key = $1, department_key = $2 WHERE id = $3"));
        put.bind(1, title).bind(2, department).bind(3, last);
        SALLYPORT_TRY(put.run());
    }
}

/// The same of a table with one key.
Result<std::string> renewSomeOf(storage::Transaction& transaction, const KeyedTable& table, const std::string& after)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(table.after));
    rows.bind(1, after).bind(2, rowsAtOnce);
    std::string last;
    for (std::int64_t count = 0;; ++count) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return count == rowsAtOnce ? last : std::string();
        last = rows.row().text(KeyedColumn::Id);
        const std::string key = table.keyOf(rows.row().text(KeyedColumn::Text));
        if (key == rows.row().text(KeyedColumn::Key))
            continue;
        SALLYPORT_ASSIGN(auto put, transaction.prepare(table.update));
        put.bind(1, key).bind(2, last);
        SALLYPORT_TRY(put.run());
    }
}

template <typename Some>
Result<void> renewRows(storage::Store& store, const Some& some)
{
    std::string after;
    do {
        SALLYPORT_ASSIGN(after, store.write([&](storage::Transaction& transaction) { return some(transaction, after); }));
    } while (!after.empty());
    return {};
}

Result<void> renewAll(storage::Store& store)
{
    SALLYPORT_TRY(renewRows(store, renewSome));
    for (const KeyedTable* const table : {&keyedComments, &keyedFiles}) {
        const auto some = [table](storage::Transaction& transaction, const std::string& after) {
            return renewSomeOf(transaction, *table, after);
        };
        SALLYPORT_TRY(renewRows(store, some));
    }
    return store.write([](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO record_text_keys (id, rules) VALUES (1, $1) "
                                                       "ON CONFLICT (id) DO UPDATE SET rules = $1"));
        put.bind(1, textRules());
        return put.run();
    });
}

} // namespace

Result<void> renewTextKeys(storage::Store& store)
{
    SALLYPORT_ASSIGN(const std::string rules, store.read(rulesOfRecords));
    if (rules == textRules())
        return {};
    const Result<void> renewed = renewAll(store);
    if (!renewed && renewed.error().code == ErrorCode::DiskFull)
        return {};
    return renewed;
}

} // namespace sallyport::records
