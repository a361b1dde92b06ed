#include "backend/retention/request_rows.h"

#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/storage/columns.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <span>
#include <string_view>

namespace sallyport::retention {
namespace {

namespace json = boost::json;

constexpr std::size_t documentMost = std::size_t{1} << 20; ///< bytes of a question or a trace
constexpr std::size_t wordLeast = 4;                       ///< letters of a word that tells whose e-mail it is from

constexpr std::string_view nothingLeft =
    "UPDATE detection_hits SET address = '', text_before = '', text_matched = '', text_after = '' WHERE ";

Result<void> runPlain(storage::Transaction& transaction, const storage::SqlText& sql)
{
    SALLYPORT_ASSIGN(auto statement, sql.prepare(transaction));
    return statement.run();
}

enum class ExcerptColumn { Id, Before, Matched, After, End };
constexpr storage::Columns<ExcerptColumn> excerptColumns{{{ExcerptColumn::Id, "id"},
                                                          {ExcerptColumn::Before, "text_before"},
                                                          {ExcerptColumn::Matched, "text_matched"},
                                                          {ExcerptColumn::After, "text_after"}}};

struct Excerpt {
    std::string id, before, matched, after;

    bool operator==(const Excerpt&) const = default;
};

/// A word beside what has matched, that is all there is of an e-mail (protection/inspection/excerpt.h).
bool isPartOf(const std::vector<std::string>& emails, const std::string& word)
{
    const std::string lower = toLowerAscii(word);
    return lower.size() >= wordLeast && std::ranges::any_of(emails, [&](const std::string& email) {
               return toLowerAscii(email.substr(0, email.find('@'))).find(lower) != std::string::npos;
           });
}

Excerpt without(Excerpt excerpt, const ErasedPerson& person)
{
    const std::string all = excerpt.before + excerpt.matched + excerpt.after;
    std::string left;
    for (std::string* const text : {&excerpt.before, &excerpt.matched, &excerpt.after}) {
        *text = withoutEmails(std::move(*text), person, person.pseudonym);
        left += *text;
    }
    for (std::string* const text : {&excerpt.before, &excerpt.after})
        if (isPartOf(person.emails, *text))
            *text = person.pseudonym;
    // It began in the one and ended in the other.
    if (left == all && withoutEmails(all, person, person.pseudonym) != all)
        return {excerpt.id, {}, person.pseudonym, {}};
    return excerpt;
}

Result<void> forgetInExcerpts(storage::Transaction& transaction, const ErasedPerson& person)
{
    std::vector<Excerpt> changed;
    {
        storage::SqlText sql;
        sql.add("SELECT ").add(excerptColumns.text()).add(" FROM detection_hits");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, excerptColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool there, rows.step());
            if (!there)
                break;
            const auto row = rows.row();
            const Excerpt before{row.text(ExcerptColumn::Id), row.text(ExcerptColumn::Before), row.text(ExcerptColumn::Matched),
                                 row.text(ExcerptColumn::After)};
            if (Excerpt after = without(before, person); after != before)
                changed.push_back(std::move(after));
        }
    }
    for (const Excerpt& one : changed) {
        storage::SqlText put;
        put.add("UPDATE detection_hits SET text_before = ").bind(one.before).add(", text_matched = ").bind(one.matched);
        SALLYPORT_TRY(runPlain(transaction, put.add(", text_after = ").bind(one.after).add(" WHERE id = ").bind(one.id)));
    }
    return {};
}

enum class AskedColumn { Path, Question, Trace, End };
constexpr storage::Columns<AskedColumn> askedColumns{
    {{AskedColumn::Path, "path"}, {AskedColumn::Question, "question"}, {AskedColumn::Trace, "trace"}}};
constexpr auto askedById = storage::select(askedColumns, "FROM decisions WHERE id = $1");

/// What a policy was told of the circumstances; its answer is the same, but whoever asks it again asks without them.
Traces takeCircumstances(json::value& question)
{
    Traces traces;
    json::object* const all = question.if_object();
    json::value* const context = all != nullptr ? all->if_contains("context") : nullptr;
    if (context == nullptr || !context->is_object())
        return traces;
    json::object& told = context->get_object();
    if (const json::value* const address = told.if_contains("ip"); address != nullptr && address->is_string())
        if (const auto known = IpAddress::parse(std::string_view(address->get_string())))
            traces.addresses.push_back(*known);
    if (const json::value* const program = told.if_contains("user_agent"); program != nullptr && program->is_string())
        traces.programs.emplace_back(program->get_string());
    for (const std::string_view name : {"ip", "user_agent", "client_certificate"})
        told.erase(name);
    return traces;
}

/// As of an event's path: a name of one word may be a route's.
std::string withoutNamesInPath(std::string path, const ErasedPerson& person)
{
    path = withoutEmails(std::move(path), person, person.pseudonym);
    for (const std::string& name : person.names)
        if (hasSeveralWords(name))
            path = withoutName(std::move(path), name, person.pseudonym);
    return path;
}

void withoutPerson(json::value& value, const ErasedPerson& person)
{
    if (value.is_array())
        for (json::value& element : value.get_array())
            withoutPerson(element, person);
    if (value.is_object())
        for (auto& member : value.get_object())
            withoutPerson(member.value(), person);
    if (value.is_string())
        value = withoutNames(withoutEmails(std::string(value.get_string()), person, person.pseudonym), person, person.pseudonym);
}

Result<void> forgetDecision(storage::Transaction& transaction, const ErasedPerson& person, const std::string& id)
{
    std::string path, question, trace;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(askedById));
        rows.bind(1, id);
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return {};
        path = rows.row().text(AskedColumn::Path);
        question = rows.row().text(AskedColumn::Question);
        trace = rows.row().text(AskedColumn::Trace);
    }
    auto asked = parseStrictJson(question, documentMost), told = parseStrictJson(trace, documentMost);
    Traces traces;
    if (asked) {
        traces = takeCircumstances(*asked);
        withoutPerson(*asked, person);
    }
    if (told) {
        withoutPerson(*told, person);
        replaceTraces(*told, traces, person.pseudonym);
    }
    const std::string pathAfter = withoutNamesInPath(path, person);
    // What can't be read can't be looked through.
    const std::string questionAfter = asked ? json::serialize(*asked) : std::string();
    const std::string traceAfter = told ? json::serialize(*told) : std::string();
    if (pathAfter == path && questionAfter == question && traceAfter == trace)
        return {};
    SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE decisions SET path = $1, question = $2, trace = $3 WHERE id = $4"));
    return put.bind(1, pathAfter).bind(2, questionAfter).bind(3, traceAfter).bind(4, id).run();
}

} // namespace

Result<void> forgetRequests(storage::Transaction& transaction, const ErasedPerson& person, const std::vector<std::string>& alone)
{
    storage::SqlText hits;
    hits.add(nothingLeft).add("who_id = ").bind(person.id);
    if (!alone.empty())
        hits.add(" OR who IN ").bindList(alone);
    SALLYPORT_TRY(runPlain(transaction, hits));
    SALLYPORT_TRY(forgetInExcerpts(transaction, person));
    std::vector<std::string> decisions;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT id FROM decisions WHERE subject_id = $1"));
        rows.bind(1, person.id);
        for (;;) {
            SALLYPORT_ASSIGN(const bool there, rows.step());
            if (!there)
                break;
            decisions.push_back(rows.text());
        }
    }
    for (const std::string& id : decisions)
        SALLYPORT_TRY(forgetDecision(transaction, person, id));
    return {};
}

Result<void> forgetHitsOf(storage::Transaction& transaction, const std::vector<std::string>& requests)
{
    return storage::inPortions(requests, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        return runPlain(transaction, sql.add(nothingLeft).add("request_id IN ").bindList(some));
    });
}

} // namespace sallyport::retention
