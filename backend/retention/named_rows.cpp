#include "backend/retention/named_rows.h"

#include "backend/base/case_fold.h"
#include "backend/base/utf8.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::retention {
namespace {

/// A column with a name, and the one with whose id it is; without, the name is all there is.
struct NameColumn {
    std::string_view table, column, id = {};
};

constexpr auto nameColumns = std::to_array<NameColumn>({
    {"decisions", "subject_name", "subject_id"},
    {"incidents", "assignee_name", "assignee_id"},
    {"incidents", "acknowledged_by"},
    {"incidents", "closed_by"},
    {"incidents", "group_name", "group_value"},
    {"incidents", "group_name"},
    {"incident_people", "name", "user_id"},
    {"incident_people", "name"},
    {"incident_steps", "by_name"},
    {"incident_actions", "target_name", "target_id"},
    {"incident_actions", "ended_by"},
    {"alert_rules", "author_name", "author_id"},
    {"report_plans", "author_name", "author_id"},
    {"made_reports", "made_by"},
    {"evidence_packs", "created_by"},
    {"legal_holds", "placed_by"},
    {"provisional_changes", "maker_name", "maker_id"},
    {"provisional_changes", "object_name", "object_id"},
    {"provisional_members", "assigned_by"},
    {"detection_hits", "who", "who_id"},
    {"detection_exclusions", "created_by"},
    {"address_rules", "created_by"},
    {"address_bans", "lifted_by"},
    {"rate_classes", "changed_by"},
    {"rate_rules", "changed_by"},
    {"rate_overrides", "created_by"},
    {"outputs", "created_by"},
    {"policies", "created_by"},
    {"policies", "changed_by"},
    {"policy_versions", "changed_by"},
    {"records", "created_by"},
    {"records", "changed_by"},
    {"comments", "created_by"},
    {"comments", "changed_by"},
    {"files", "created_by"},
    {"users", "created_by"},
    {"user_roles", "assigned_by"},
    {"roles", "changed_by"},
    {"service_accounts", "created_by"},
    {"service_account_roles", "assigned_by"},
    {"api_keys", "created_by"},
    {"api_keys", "revoked_by"},
    {"identity_providers", "created_by"},
    {"outside_links", "created_by"},
    {"server_certificates", "imported_by"},
    {"presented_certificate", "changed_by"},
    {"notices", "by_name"},
});

/// Texts in which an e-mail may stand among other words.
constexpr auto textColumns = std::to_array<NameColumn>({
    {"address_rules", "reason"},
    {"address_rules", "search"},
    {"address_bans", "reason"},
    {"detection_exclusions", "reason"},
    {"incidents", "group_name"},
    {"incidents", "filter"},
    {"incidents", "search"},
    {"incident_people", "name"},
    {"incident_steps", "note"},
    {"incident_actions", "target_name"},
    {"incident_actions", "undo"},
    {"decisions", "question"},
    {"decisions", "trace"},
});

/// What tells groups of one rule, and people of one incident, apart where there is no id: `name:` and the name.
constexpr auto keyColumns = std::to_array<NameColumn>({{"incidents", "group_value"}, {"incident_people", "person"}});
constexpr auto keyPrefixes = std::to_array<std::string_view>({"name:", "user:name:"});

/// The same of names, in rows that are about the person.
constexpr auto ownTextColumns = std::to_array<NameColumn>({
    {"decisions", "question", "subject_id"},
    {"decisions", "trace", "subject_id"},
    {"incidents", "search", "group_value"},
    {"incident_actions", "undo", "target_id"},
});

Result<void> runText(storage::Transaction& transaction, const storage::SqlText& sql)
{
    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction));
    return statement.run();
}

/// Names that nobody else's account has: theirs alone.
Result<std::vector<std::string>> namesOfThemAlone(storage::Transaction& transaction, const ErasedPerson& person)
{
    std::vector<std::string> alone = person.emails;
    for (const std::string& name : person.names) {
        SALLYPORT_ASSIGN(auto others, transaction.prepare("SELECT COUNT(*) FROM users WHERE name = $1 AND id <> $2"));
        others.bind(1, name).bind(2, person.id);
        SALLYPORT_ASSIGN(const bool counted, others.step());
        if (counted && others.integer() == 0)
            alone.push_back(name);
    }
    std::erase(alone, std::string());
    return alone;
}

/// As it was written, and as it is stored to be searched.
std::vector<std::string> spellingsOf(const std::string& text)
{
    std::vector<std::string> spellings{text};
    for (std::string other : {toLowerAscii(text), searchKey(text)})
        if (std::ranges::find(spellings, other) == spellings.end())
            spellings.push_back(std::move(other));
    return spellings;
}

/// `UPDATE table SET column = replace(column, from, to) WHERE column LIKE ...`, in rows of `id` if the column is of one.
Result<void> replaceText(storage::Transaction& transaction, const NameColumn& where, const std::string& from,
                         const std::string& to, const std::vector<std::string>& ids)
{
    storage::SqlText sql;
    sql.add("UPDATE ").add(where.table).add(" SET ").add(where.column).add(" = replace(").add(where.column).add(", ").bind(from);
    sql.add(", ")
        .bind(where.column == "search" ? searchKey(to) : to)
        .add(") WHERE replace(")
        .add(where.column)
        .add(", ")
        .bind(from)
        .add(", '') <> ")
        .add(where.column);
    if (!where.id.empty())
        sql.add(" AND ").add(where.id).add(" IN ").bindList(ids);
    return runText(transaction, sql);
}

/// Each name becomes another key, as it was before: two of them may be in one table's unique index.
Result<void> replaceKeys(storage::Transaction& transaction, const std::vector<std::string>& names, const std::string& pseudonym)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string key = toLowerAscii(pseudonym) + (i == 0 ? "" : ' ' + std::to_string(i + 1));
        for (const NameColumn& where : keyColumns)
            for (const std::string_view prefix : keyPrefixes) {
                storage::SqlText sql;
                sql.add("UPDATE ").add(where.table).add(" SET ").add(where.column).add(" = ").bind(std::string(prefix) + key);
                sql.add(" WHERE ").add(where.column).add(" = ").bind(std::string(prefix) + toLowerAscii(names[i]));
                SALLYPORT_TRY(runText(transaction, sql));
            }
    }
    return {};
}

} // namespace

Result<void> pseudonymiseRows(storage::Transaction& transaction, const ErasedPerson& person)
{
    const std::vector<std::string> ids{person.id, "user:" + person.id};
    SALLYPORT_ASSIGN(const auto alone, namesOfThemAlone(transaction, person));
    // First by id, while the rows that are about them can still be told by it.
    for (const NameColumn& where : ownTextColumns)
        for (const std::string& name : person.names)
            for (const std::string& spelling : spellingsOf(name))
                if (!spelling.empty())
                    SALLYPORT_TRY(replaceText(transaction, where, spelling, person.pseudonym, ids));
    for (const NameColumn& where : nameColumns) {
        storage::SqlText sql;
        sql.add("UPDATE ").add(where.table).add(" SET ").add(where.column).add(" = ").bind(person.pseudonym);
        sql.add(" WHERE ").add(where.column).add(" <> '' AND ");
        if (!where.id.empty())
            sql.add(where.id).add(" IN ").bindList(ids);
        else if (!alone.empty())
            sql.add(where.column).add(" IN ").bindList(alone);
        else
            continue;
        SALLYPORT_TRY(runText(transaction, sql));
    }
    for (const NameColumn& where : textColumns)
        for (const std::string& email : person.emails)
            for (const std::string& spelling : spellingsOf(email))
                if (!spelling.empty())
                    SALLYPORT_TRY(replaceText(transaction, where, spelling, person.pseudonym, ids));
    return replaceKeys(transaction, alone, person.pseudonym);
}

Result<KeptCopies> countKeptCopies(storage::Transaction& transaction)
{
    KeptCopies kept;
    SALLYPORT_ASSIGN(auto reports, transaction.prepare("SELECT COUNT(*) FROM made_reports"));
    SALLYPORT_ASSIGN(const bool counted, reports.step());
    kept.reports = counted ? reports.integer() : 0;
    SALLYPORT_ASSIGN(auto packs, transaction.prepare("SELECT COUNT(*) FROM evidence_packs"));
    SALLYPORT_ASSIGN(const bool there, packs.step());
    kept.evidencePacks = there ? packs.integer() : 0;
    return kept;
}

} // namespace sallyport::retention
