#include "backend/retention/erasures.h"

#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/storage/columns.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::retention {
namespace {

enum class ErasureColumn { Pseudonym, Names, Emails, AccountDeleted, Replaced, End };
constexpr storage::Columns<ErasureColumn> erasureColumns{{{ErasureColumn::Pseudonym, "pseudonym"},
                                                          {ErasureColumn::Names, "names"},
                                                          {ErasureColumn::Emails, "emails"},
                                                          {ErasureColumn::AccountDeleted, "account_deleted"},
                                                          {ErasureColumn::Replaced, "replaced"}}};
constexpr auto storedErasure = storage::select(erasureColumns, "FROM erasures WHERE person_id = $1");
constexpr std::size_t namesLimit = std::size_t{1} << 20; ///< bytes of all names somebody has had

std::string textsJson(const std::vector<std::string>& texts)
{
    boost::json::array array;
    for (const std::string& text : texts)
        array.emplace_back(text);
    return boost::json::serialize(array);
}

Result<std::vector<std::string>> textsOf(const std::string& json)
{
    SALLYPORT_ASSIGN(const boost::json::value parsed, parseStrictJson(json, namesLimit));
    std::vector<std::string> texts;
    if (parsed.is_array())
        for (const boost::json::value& one : parsed.get_array())
            if (one.is_string())
                texts.emplace_back(one.get_string());
    return texts;
}

} // namespace

Result<std::optional<BegunErasure>> readErasure(storage::Transaction& transaction, const std::string& person)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(storedErasure));
    rows.bind(1, person);
    SALLYPORT_ASSIGN(const bool there, rows.step());
    if (!there)
        return std::optional<BegunErasure>();
    const auto row = rows.row();
    BegunErasure found;
    found.person.id = person;
    found.person.pseudonym = row.text(ErasureColumn::Pseudonym);
    SALLYPORT_ASSIGN(found.person.names, textsOf(row.text(ErasureColumn::Names)));
    SALLYPORT_ASSIGN(found.person.emails, textsOf(row.text(ErasureColumn::Emails)));
    found.accountDeleted = row.integer(ErasureColumn::AccountDeleted) != 0;
    found.replaced = row.integer(ErasureColumn::Replaced);
    return std::optional(std::move(found));
}

Result<std::vector<std::string>> begunErasures(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT person_id FROM erasures ORDER BY begun_at LIMIT 100"));
    std::vector<std::string> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        found.push_back(rows.text());
    }
}

Result<std::optional<BegunErasure>> findErasure(storage::Transaction& transaction, const std::string& person)
{
    SALLYPORT_ASSIGN(auto found, readErasure(transaction, person));
    if (found)
        return found;
    SALLYPORT_ASSIGN(const auto people, begunErasures(transaction));
    const std::string wanted = toLowerAscii(person);
    for (const std::string& id : people) {
        SALLYPORT_ASSIGN(found, readErasure(transaction, id));
        if (found && std::ranges::any_of(found->person.emails, [&](const auto& email) { return toLowerAscii(email) == wanted; }))
            return found;
    }
    return std::optional<BegunErasure>();
}

Result<void> insertErasure(storage::Transaction& transaction, const BegunErasure& erasure, UtcTime at)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO erasures (person_id, pseudonym, names, emails, account_deleted, "
                                                   "replaced, begun_at) VALUES ($1, $2, $3, $4, $5, $6, $7)"));
    put.bind(1, erasure.person.id).bind(2, erasure.person.pseudonym).bind(3, textsJson(erasure.person.names));
    put.bind(4, textsJson(erasure.person.emails)).bind(5, std::int64_t{erasure.accountDeleted ? 1 : 0});
    return put.bind(6, erasure.replaced).bind(7, at).run();
}

Result<void> addReplaced(storage::Transaction& transaction, const std::string& person, std::int64_t events)
{
    SALLYPORT_ASSIGN(auto add, transaction.prepare("UPDATE erasures SET replaced = replaced + $1 WHERE person_id = $2"));
    return add.bind(1, events).bind(2, person).run();
}

Result<void> deleteErasure(storage::Transaction& transaction, const std::string& person)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM erasures WHERE person_id = $1"));
    return remove.bind(1, person).run();
}

} // namespace sallyport::retention
