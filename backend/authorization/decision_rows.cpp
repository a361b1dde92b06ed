#include "backend/authorization/decision_rows.h"

#include "backend/storage/columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <charconv>

namespace sallyport::authorization::rows {

// Stands in no name and no path, so that nothing matches over the end of one.
#define SEPARATOR "\x1f"

namespace {

constexpr char newestFirst = 'd', oldestFirst = 'D';
constexpr std::size_t idLength = 26;

enum class DecisionColumn {
    Id,
    DecidedAt,
    Source,
    Allowed,
    Reason,
    PolicyId,
    Policy,
    Observed,
    ObservedPolicy,
    Required,
    SubjectId,
    SubjectName,
    Action,
    Kind,
    ObjectId,
    RequestId,
    Method,
    Path,
    End
};
constexpr storage::Columns<DecisionColumn> decisionColumns{{{DecisionColumn::Id, "id"},
                                                            {DecisionColumn::DecidedAt, "decided_at"},
                                                            {DecisionColumn::Source, "source"},
                                                            {DecisionColumn::Allowed, "allowed"},
                                                            {DecisionColumn::Reason, "reason"},
                                                            {DecisionColumn::PolicyId, "policy_id"},
                                                            {DecisionColumn::Policy, "policy"},
                                                            {DecisionColumn::Observed, "observed"},
                                                            {DecisionColumn::ObservedPolicy, "observed_policy"},
                                                            {DecisionColumn::Required, "required"},
                                                            {DecisionColumn::SubjectId, "subject_id"},
                                                            {DecisionColumn::SubjectName, "subject_name"},
                                                            {DecisionColumn::Action, "action"},
                                                            {DecisionColumn::Kind, "kind"},
                                                            {DecisionColumn::ObjectId, "object_id"},
                                                            {DecisionColumn::RequestId, "request_id"},
                                                            {DecisionColumn::Method, "method"},
                                                            {DecisionColumn::Path, "path"}}};

enum class TextColumn { Question, Trace, End };
constexpr storage::Columns<TextColumn> textColumns{{{TextColumn::Question, "question"}, {TextColumn::Trace, "trace"}}};
constexpr auto decisionById = storage::select(decisionColumns, "FROM decisions WHERE id = $1");
constexpr auto textsById = storage::select(textColumns, "FROM decisions WHERE id = $1");

RecordedDecision readRow(const storage::Row<DecisionColumn>& row)
{
    RecordedDecision made;
    made.id = row.text(DecisionColumn::Id);
    made.time = row.time(DecisionColumn::DecidedAt);
    made.source = row.text(DecisionColumn::Source);
    made.allowed = row.flag(DecisionColumn::Allowed);
    made.reason = row.text(DecisionColumn::Reason);
    made.policyId = row.text(DecisionColumn::PolicyId);
    made.policy = row.text(DecisionColumn::Policy);
    made.observed = row.text(DecisionColumn::Observed);
    made.observedPolicy = row.text(DecisionColumn::ObservedPolicy);
    made.required = row.text(DecisionColumn::Required);
    made.subjectId = row.text(DecisionColumn::SubjectId);
    made.subjectName = row.text(DecisionColumn::SubjectName);
    made.action = row.text(DecisionColumn::Action);
    made.kind = row.text(DecisionColumn::Kind);
    made.objectId = row.text(DecisionColumn::ObjectId);
    made.requestId = row.text(DecisionColumn::RequestId);
    made.method = row.text(DecisionColumn::Method);
    made.path = row.text(DecisionColumn::Path);
    return made;
}

void addWhere(storage::SqlText& text, const DecisionQuery& query)
{
    text.add("1 = 1");
    if (query.allowed)
        text.add(" AND allowed = ").bind(std::int64_t{*query.allowed ? 1 : 0});
    if (query.observed)
        text.add(*query.observed ? " AND observed <> ''" : " AND observed = ''");
    if (!query.text.empty())
        text.add(" AND search_key(subject_name || '" SEPARATOR "' || policy || '" SEPARATOR "' || path || '" SEPARATOR
                 "' || object_id || '" SEPARATOR "' || action) LIKE ")
            .bind(storage::searchPattern(query.text))
            .add(" ESCAPE '\\'");
    const auto equal = [&](std::string_view column, const std::string& value) {
        if (!value.empty())
            text.add(column).bind(value);
    };
    equal(" AND subject_id = ", query.subject);
    if (query.observed.value_or(false) && !query.policy.empty())
        text.add(" AND observed_policy <> '' AND observed_policy = ").bind(query.policy); // as its index says it
    else
        equal(" AND policy_id = ", query.policy);
    equal(" AND object_id = ", query.object);
    equal(" AND action = ", query.action);
    if (query.since)
        text.add(" AND decided_at >= ").bind(toMicros(*query.since));
    if (query.until)
        text.add(" AND decided_at < ").bind(toMicros(*query.until));
}

} // namespace

Result<void> addDecision(storage::Transaction& transaction, const RecordedDecision& decision)
{
    SALLYPORT_ASSIGN(auto add, transaction.prepare(
                                   "INSERT INTO decisions (id, decided_at, source, allowed, reason, policy_id, policy, observed, "
                                   "observed_policy, required, subject_id, subject_name, action, kind, object_id, request_id, "
                                   "method, path, question, trace) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
                                   "$13, $14, $15, $16, $17, $18, $19, $20) ON CONFLICT (id) DO NOTHING"));
    add.bind(1, decision.id).bind(2, decision.time).bind(3, decision.source).bind(4, decision.allowed).bind(5, decision.reason);
    add.bind(6, decision.policyId).bind(7, decision.policy).bind(8, decision.observed).bind(9, decision.observedPolicy);
    add.bind(10, decision.required).bind(11, decision.subjectId).bind(12, decision.subjectName).bind(13, decision.action);
    add.bind(14, decision.kind).bind(15, decision.objectId).bind(16, decision.requestId).bind(17, decision.method);
    add.bind(18, decision.path).bind(19, decision.question).bind(20, decision.trace);
    return add.run();
}

Result<DecisionPage> decisions(storage::Transaction& transaction, const DecisionQuery& query)
{
    const char order = query.oldestFirst ? oldestFirst : newestFirst;
    DecisionPage page;
    storage::SqlText count;
    count.add("SELECT COUNT(*) FROM (SELECT id FROM decisions WHERE ");
    addWhere(count, query);
    count.add(" LIMIT ").bind(countedDecisions).add(") counted");
    SALLYPORT_ASSIGN(auto counted, count.prepare(transaction));
    SALLYPORT_TRY(counted.step());
    page.total = counted.integer();

    storage::SqlText text;
    text.add("SELECT ").add(decisionColumns.text()).add(" FROM decisions WHERE ");
    addWhere(text, query);
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(const storage::PageCursor cursor, storage::decodeCursor(query.cursor, order, idLength));
        std::int64_t micros = 0;
        const char* const end = cursor.place.data() + cursor.place.size();
        if (cursor.place.empty() || std::from_chars(cursor.place.data(), end, micros).ptr != end)
            return storage::notACursor();
        text.add(query.oldestFirst ? " AND (decided_at, id) > (" : " AND (decided_at, id) < (")
            .bind(micros)
            .add(", ")
            .bind(cursor.id)
            .add(")");
    }
    text.add(query.oldestFirst ? " ORDER BY decided_at, id LIMIT " : " ORDER BY decided_at DESC, id DESC LIMIT ");
    text.bind(std::int64_t{query.limit} + 1).add(" OFFSET ").bind(std::int64_t{query.offset});
    SALLYPORT_ASSIGN(auto rows, text.prepare(transaction, decisionColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return page;
        if (page.decisions.size() == query.limit) {
            const RecordedDecision& last = page.decisions.back();
            page.nextCursor = storage::encodeCursor(order, {last.id, std::to_string(toMicros(last.time))});
            return page;
        }
        page.decisions.push_back(readRow(rows.row()));
    }
}

Result<bool> knowsPolicy(storage::Transaction& transaction, const std::string& policy, bool observed)
{
    storage::SqlText text;
    text.add(observed ? "SELECT 1 FROM decisions WHERE observed_policy <> '' AND observed_policy = "
                      : "SELECT 1 FROM decisions WHERE policy_id = ")
        .bind(policy)
        .add(" LIMIT 1");
    SALLYPORT_ASSIGN(auto row, text.prepare(transaction));
    return row.step();
}

Result<RecordedDecision> decision(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(decisionById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "There is no such decision");
    RecordedDecision made = readRow(rows.row());
    SALLYPORT_ASSIGN(auto texts, transaction.prepare(textsById));
    texts.bind(1, id);
    SALLYPORT_TRY(texts.step());
    made.question = texts.row().text(TextColumn::Question);
    made.trace = texts.row().text(TextColumn::Trace);
    return made;
}

Result<std::vector<RecordedDecision>> decisionsToReplay(storage::Transaction& transaction, UtcTime since, UtcTime until,
                                                        std::size_t limit)
{
    storage::SqlText text;
    text.add("SELECT ").add(decisionColumns.text()).add(", question FROM decisions WHERE decided_at >= ").bind(toMicros(since));
    text.add(" AND decided_at < ").bind(toMicros(until)).add(" AND source = 'request' AND question <> ''");
    text.add(" ORDER BY decided_at DESC, id DESC LIMIT ").bind(static_cast<std::int64_t>(limit));
    SALLYPORT_ASSIGN(auto rows, text.prepare(transaction, decisionColumns));
    std::vector<RecordedDecision> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return all;
        all.push_back(readRow(rows.row()));
        all.back().question = rows.row().textBeside();
    }
}

Result<void> removeDecisions(storage::Transaction& transaction, UtcTime before)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM decisions WHERE decided_at < $1"));
    remove.bind(1, before);
    return remove.run();
}

Result<std::int64_t> removeSurplusDecisions(storage::Transaction& transaction, std::int64_t kept, std::int64_t atOnce)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM decisions WHERE id IN (SELECT id FROM decisions "
                                                      "ORDER BY decided_at DESC, id DESC LIMIT $1 OFFSET $2)"));
    remove.bind(1, atOnce).bind(2, kept);
    SALLYPORT_TRY(remove.run());
    return transaction.changes();
}

#undef SEPARATOR

} // namespace sallyport::authorization::rows
