#include "backend/retention/named_rows.h"

#include "backend/base/case_fold.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/user_creator.h"
#include "backend/retention/request_rows.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::retention {
namespace {

/// A column with a name, as the begin of the statement that changes it, the one with whose id it is (without, the name is all
/// there is), and in which rows it is one, if not in all.
struct NameColumn {
    std::string_view change, id = {}, only = {};

    constexpr std::string_view table() const { return change.substr(0, change.find(set)).substr(change.find(' ') + 1); }
    constexpr std::string_view column() const { return change.substr(change.find(set) + set.size()); }

    static constexpr std::string_view set = " SET ";
};

constexpr auto nameColumns = std::to_array<NameColumn>({
    {"UPDATE decisions SET subject_name", "subject_id"},
    {"UPDATE incidents SET assignee_name", "assignee_id"},
    {"UPDATE incidents SET acknowledged_by"},
    {"UPDATE incidents SET closed_by"},
    {"UPDATE incidents SET group_name", "group_value"},
    {"UPDATE incidents SET group_name"},
    {"UPDATE incident_people SET name", "user_id"},
    {"UPDATE incident_people SET name"},
    {"UPDATE incident_steps SET by_name"},
    {"UPDATE incident_steps SET note", {}, "kind = 'assigned'"},
    {"UPDATE incident_actions SET target_name", "target_id"},
    {"UPDATE incident_actions SET ended_by"},
    {"UPDATE alert_rules SET author_name", "author_id"},
    {"UPDATE report_plans SET author_name", "author_id"},
    {"UPDATE made_reports SET made_by"},
    {"UPDATE evidence_packs SET created_by"},
    {"UPDATE legal_holds SET placed_by"},
    {"UPDATE provisional_changes SET maker_name", "maker_id"},
    {"UPDATE provisional_changes SET object_name", "object_id"},
    {"UPDATE provisional_members SET assigned_by"},
    {"UPDATE detection_hits SET who", "who_id"},
    {"UPDATE detection_hits SET who"},
    {"UPDATE detection_exclusions SET created_by"},
    {"UPDATE address_rules SET created_by"},
    {"UPDATE address_bans SET lifted_by"},
    {"UPDATE rate_classes SET changed_by"},
    {"UPDATE rate_rules SET changed_by"},
    {"UPDATE rate_overrides SET created_by"},
    {"UPDATE outputs SET created_by"},
    {"UPDATE outputs SET author_name", "author_id"},
    {"UPDATE policies SET created_by"},
    {"UPDATE policies SET changed_by"},
    {"UPDATE policy_versions SET changed_by"},
    {"UPDATE records SET created_by"},
    {"UPDATE records SET changed_by"},
    {"UPDATE comments SET created_by"},
    {"UPDATE comments SET changed_by"},
    {"UPDATE files SET created_by"},
    {"UPDATE user_roles SET assigned_by"},
    {"UPDATE roles SET changed_by"},
    {"UPDATE service_accounts SET created_by"},
    {"UPDATE service_account_roles SET assigned_by"},
    {"UPDATE api_keys SET created_by"},
    {"UPDATE api_keys SET revoked_by"},
    {"UPDATE identity_providers SET created_by"},
    {"UPDATE outside_links SET created_by"},
    {"UPDATE server_certificates SET imported_by"},
    {"UPDATE presented_certificate SET changed_by"},
    {"UPDATE notices SET by_name"},
});

/// Texts in which an e-mail may stand among other words.
constexpr auto textColumns = std::to_array<NameColumn>({
    {"UPDATE address_rules SET reason"},
    {"UPDATE address_rules SET search"},
    {"UPDATE address_bans SET reason"},
    {"UPDATE detection_exclusions SET reason"},
    {"UPDATE incidents SET group_name"},
    {"UPDATE incidents SET search"},
    {"UPDATE incident_people SET name"},
    {"UPDATE incident_steps SET note"},
    {"UPDATE incident_actions SET target_name"},
    {"UPDATE incident_actions SET undo"},
    {"UPDATE decisions SET question"},
    {"UPDATE decisions SET trace"},
    {"UPDATE decisions SET path"},
    {"UPDATE detection_hits SET member"},
    {"UPDATE detection_hits SET findings"},
    {"UPDATE threat_scores SET subject"},
    {"UPDATE incident_actions SET why"},
    {"UPDATE output_states SET last_error"},
    {"UPDATE output_messages SET subject"},
    {"UPDATE output_messages SET body"},
    {"UPDATE output_messages SET document"},
    {"UPDATE report_plans SET last_problem"},
    {"UPDATE policies SET note"},
    {"UPDATE policy_versions SET note"},
    {"UPDATE roles SET description"},
    {"UPDATE alert_rules SET note"},
    {"UPDATE report_plans SET name"},
    {"UPDATE service_accounts SET description"},
    {"UPDATE api_keys SET name"},
    {"UPDATE notices SET detail"},
    {"UPDATE legal_holds SET reason"},
});

/// Where a path is: a name of several words that is theirs alone is theirs there, too.
constexpr auto pathColumns = std::to_array<NameColumn>(
    {{"UPDATE decisions SET path"}, {"UPDATE decisions SET question"}, {"UPDATE threat_scores SET subject"}});

/// The filter language: the pseudonym must be quoted there.
constexpr auto filterColumns = std::to_array<NameColumn>({
    {"UPDATE incidents SET filter"},
    {"UPDATE alert_rules SET filter"},
    {"UPDATE saved_searches SET filter"},
    {"UPDATE report_plans SET filter"},
    {"UPDATE made_reports SET filter"},
    {"UPDATE evidence_packs SET filter"},
    {"UPDATE legal_holds SET filter"},
    {"UPDATE outputs SET filter"},
});

/// What tells groups of one rule, and people of one incident, apart where there is no id: `name:` and the name.
constexpr auto keyColumns =
    std::to_array<NameColumn>({{"UPDATE incidents SET group_value"}, {"UPDATE incident_people SET person"}});
constexpr auto keyPrefixes = std::to_array<std::string_view>({"name:", "user:name:"});

/// What the product has written about what it has done: names that are theirs alone are theirs there, in a longer text, too.
constexpr auto toldColumns = std::to_array<NameColumn>({
    {"UPDATE incident_steps SET note", {}, "kind IN ('acted', 'failed', 'undone')"},
    {"UPDATE output_messages SET subject"},
    {"UPDATE output_messages SET body"},
});

/// The same of names, in rows that are about the person.
constexpr auto ownTextColumns = std::to_array<NameColumn>({
    {"UPDATE incidents SET search", "group_value"},
    {"UPDATE incident_actions SET undo", "target_id"},
});

Result<void> runText(storage::Transaction& transaction, const storage::SqlText& sql)
{
    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction));
    return statement.run();
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

/// The pseudonym as a column has texts.
std::string shown(const NameColumn& where, const std::string& pseudonym)
{
    return where.column() == "search" ? searchKey(pseudonym) : pseudonym;
}

/// Writes each value of the column anew that has `wanted` in it, in capitals or not; in rows of `ids` if the column is of one.
template <typename Rewrite>
Result<void> rewrite(storage::Transaction& transaction, const NameColumn& where, const std::string& wanted,
                     const std::vector<std::string>& ids, Rewrite anew)
{
    if (wanted.empty())
        return {};
    const auto addOwn = [&](storage::SqlText& sql) {
        if (!where.id.empty())
            sql.add(" AND ").add(where.id).add(" IN ").bindList(ids);
        if (!where.only.empty())
            sql.add(" AND ").add(where.only);
    };
    storage::SqlText find;
    find.add("SELECT DISTINCT ").add(where.column()).add(" FROM ").add(where.table()).add(" WHERE (lower(").add(where.column());
    find.add(") LIKE ").bind(storage::searchPattern(plainPart(wanted))).add(" ESCAPE '\\'");
    // Behind escapes only who reads them finds it.
    find.add(" OR ").add(where.column()).add(" LIKE '%\\%%' ESCAPE '\\' OR ").add(where.column());
    find.add(" LIKE '%\\\\u%' ESCAPE '\\')");
    addOwn(find);
    std::vector<std::string> found;
    {
        SALLYPORT_ASSIGN(auto rows, find.prepare(transaction));
        for (;;) {
            SALLYPORT_ASSIGN(const bool there, rows.step());
            if (!there)
                break;
            found.push_back(rows.text());
        }
    }
    for (const std::string& before : found) {
        const std::string after = anew(before);
        if (after == before)
            continue;
        storage::SqlText put;
        put.add(where.change).add(" = ").bind(after);
        put.add(" WHERE ").add(where.column()).add(" = ").bind(before);
        addOwn(put);
        SALLYPORT_TRY(runText(transaction, put));
    }
    return {};
}

/// `user:ada@example.org` becomes `user:"Erased person 1f.."`, whether it was quoted or not.
std::string filterWithout(const std::string& filter, const std::string& email, const std::string& pseudonym)
{
    constexpr std::string_view mark = "\x01"; // no filter has it
    const std::string quoted = '"' + pseudonym + '"';
    std::string text = withoutEmail(filter, email, mark);
    for (const std::string& from : {'"' + std::string(mark) + '"', std::string(mark)})
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += quoted.size())
            text.replace(at, from.size(), quoted);
    return text;
}

/// Each name becomes another key, as it was before: two of them may be in one table's unique index.
Result<void> replaceKeys(storage::Transaction& transaction, const std::vector<std::string>& names, const std::string& pseudonym)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string key = toLowerAscii(pseudonym) + (i == 0 ? "" : ' ' + std::to_string(i + 1));
        for (const NameColumn& where : keyColumns)
            for (const std::string_view prefix : keyPrefixes) {
                storage::SqlText sql;
                sql.add(where.change).add(" = ").bind(std::string(prefix) + key);
                sql.add(" WHERE ").add(where.column()).add(" = ").bind(std::string(prefix) + toLowerAscii(names[i]));
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
    SALLYPORT_TRY(forgetRequests(transaction, person, alone));
    // From where they did what others were told of.
    if (!alone.empty()) {
        storage::SqlText notices;
        notices.add("UPDATE notices SET address = '', user_agent = '' WHERE by_name IN ").bindList(alone);
        SALLYPORT_TRY(runText(transaction, notices));
    }
    for (const NameColumn& where : toldColumns)
        for (const std::string& name : alone)
            SALLYPORT_TRY(rewrite(transaction, where, name, ids,
                                  [&](const std::string& text) { return withoutName(text, name, person.pseudonym); }));
    for (const NameColumn& where : pathColumns)
        for (const std::string& name : person.longNames)
            SALLYPORT_TRY(rewrite(transaction, where, name, ids,
                                  [&](const std::string& text) { return withoutName(text, name, person.pseudonym); }));
    // First by id, while the rows that are about them can still be told by it.
    for (const NameColumn& where : ownTextColumns)
        for (const std::string& name : person.names)
            for (const std::string& spelling : spellingsOf(name))
                SALLYPORT_TRY(rewrite(transaction, where, spelling, ids, [&](const std::string& text) {
                    return withoutName(text, spelling, shown(where, person.pseudonym));
                }));
    for (const NameColumn& where : nameColumns) {
        storage::SqlText sql;
        sql.add(where.change).add(" = ").bind(person.pseudonym);
        sql.add(" WHERE ").add(where.column()).add(" <> '' AND ");
        if (!where.id.empty())
            sql.add(where.id).add(" IN ").bindList(ids);
        else if (!alone.empty())
            sql.add(where.column()).add(" IN ").bindList(alone);
        else
            continue;
        if (!where.only.empty())
            sql.add(" AND ").add(where.only);
        SALLYPORT_TRY(runText(transaction, sql));
    }
    SALLYPORT_TRY(identity::rows::renameCreator(transaction, alone, person.pseudonym));
    for (const std::string& email : person.emails) {
        for (const NameColumn& where : textColumns)
            for (const std::string& spelling : spellingsOf(email))
                SALLYPORT_TRY(rewrite(transaction, where, spelling, ids, [&](const std::string& text) {
                    return withoutEmail(text, spelling, shown(where, person.pseudonym));
                }));
        for (const NameColumn& where : filterColumns)
            SALLYPORT_TRY(rewrite(transaction, where, email, ids,
                                  [&](const std::string& text) { return filterWithout(text, email, person.pseudonym); }));
    }
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
