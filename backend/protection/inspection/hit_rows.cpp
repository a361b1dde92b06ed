#include "backend/protection/inspection/hit_rows.h"

#include "backend/storage/columns.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <boost/json.hpp>

#include <charconv>

namespace sallyport::protection::rows {

// Stands in no name and no path, so that nothing matches over the end of one.
#define SEPARATOR "\x1f"

namespace {

namespace json = boost::json;
using detection::PartKind;

constexpr char hitsNewestFirst = 'h', hitsOldestFirst = 'H';
constexpr std::size_t eventIdLength = 23;
constexpr std::int64_t cutBeforeBit = 1, cutAfterBit = 2;

enum class HitColumn {
    Id,
    HitAt,
    WhoKind,
    WhoId,
    Who,
    Address,
    RequestId,
    Method,
    Route,
    Part,
    Member,
    InName,
    Place,
    Before,
    Matched,
    After,
    Cut,
    Rule,
    Class,
    Score,
    Threshold,
    Blocked,
    More,
    Findings,
    End
};
constexpr storage::Columns<HitColumn> hitColumns{{{HitColumn::Id, "id"},
                                                  {HitColumn::HitAt, "hit_at"},
                                                  {HitColumn::WhoKind, "who_kind"},
                                                  {HitColumn::WhoId, "who_id"},
                                                  {HitColumn::Who, "who"},
                                                  {HitColumn::Address, "address"},
                                                  {HitColumn::RequestId, "request_id"},
                                                  {HitColumn::Method, "method"},
                                                  {HitColumn::Route, "route"},
                                                  {HitColumn::Part, "part"},
                                                  {HitColumn::Member, "member"},
                                                  {HitColumn::InName, "in_name"},
                                                  {HitColumn::Place, "place"},
                                                  {HitColumn::Before, "text_before"},
                                                  {HitColumn::Matched, "text_matched"},
                                                  {HitColumn::After, "text_after"},
                                                  {HitColumn::Cut, "cut"},
                                                  {HitColumn::Rule, "rule"},
                                                  {HitColumn::Class, "class"},
                                                  {HitColumn::Score, "score"},
                                                  {HitColumn::Threshold, "threshold"},
                                                  {HitColumn::Blocked, "blocked"},
                                                  {HitColumn::More, "more"},
                                                  {HitColumn::Findings, "findings"}}};
constexpr auto hitById = storage::select(hitColumns, "FROM detection_hits WHERE id = $1");
constexpr auto hitsSince =
    storage::select(hitColumns, "FROM detection_hits WHERE hit_at >= $1 ORDER BY hit_at DESC, id DESC LIMIT $2");

enum class CountedColumn { Key, Blocked, Count, End };
constexpr storage::Columns<CountedColumn> classCounts{
    {{CountedColumn::Key, "class"}, {CountedColumn::Blocked, "blocked"}, {CountedColumn::Count, "COUNT(*)"}}};
constexpr storage::Columns<CountedColumn> ruleCounts{
    {{CountedColumn::Key, "rule"}, {CountedColumn::Blocked, "blocked"}, {CountedColumn::Count, "COUNT(*)"}}};
constexpr auto byClass = storage::select(classCounts, "FROM detection_hits WHERE hit_at >= $1 GROUP BY class, blocked");
constexpr auto byRule = storage::select(ruleCounts, "FROM detection_hits WHERE hit_at >= $1 GROUP BY rule, blocked");

PartKind partOf(std::string_view word)
{
    for (int i = 0; i < static_cast<int>(PartKind::Count_); ++i) {
        if (detection::partWord(static_cast<PartKind>(i)) == word)
            return static_cast<PartKind>(i);
    }
    return PartKind::Text; // a newer program's
}

std::string findingsText(const std::vector<HitFinding>& findings)
{
    json::array list;
    for (const HitFinding& one : findings) {
        list.push_back({{"rule", one.rule},
                        {"class", detection::classWord(one.attackClass)},
                        {"points", one.points},
                        {"strictness", one.strictness},
                        {"part", detection::partWord(one.part)},
                        {"member", one.member},
                        {"in_name", one.inName}});
    }
    return json::serialize(list);
}

std::vector<HitFinding> findingsOf(const std::string& text)
{
    std::vector<HitFinding> findings;
    boost::system::error_code failure;
    const json::value list = json::parse(text, failure);
    if (failure || !list.is_array())
        return findings;
    for (const json::value& value : list.get_array()) {
        const json::object& one = value.as_object(); // text of ours
        HitFinding finding;
        finding.rule = one.at("rule").as_string();
        finding.attackClass =
            detection::classOf(std::string_view(one.at("class").as_string())).value_or(detection::AttackClass::Own);
        finding.points = one.at("points").to_number<std::uint32_t>();
        finding.strictness = one.at("strictness").to_number<std::uint8_t>();
        finding.part = partOf(one.at("part").as_string());
        finding.member = one.at("member").as_string();
        finding.inName = one.at("in_name").as_bool();
        findings.push_back(std::move(finding));
    }
    return findings;
}

DetectionHit readHit(const storage::Row<HitColumn>& row, bool withFindings)
{
    DetectionHit hit;
    hit.id = row.text(HitColumn::Id);
    hit.time = row.time(HitColumn::HitAt);
    hit.whoKind = row.text(HitColumn::WhoKind);
    hit.whoId = row.text(HitColumn::WhoId);
    hit.who = row.text(HitColumn::Who);
    hit.address = row.text(HitColumn::Address);
    hit.requestId = row.text(HitColumn::RequestId);
    hit.method = row.text(HitColumn::Method);
    hit.route = row.text(HitColumn::Route);
    hit.part = partOf(row.text(HitColumn::Part));
    hit.member = row.text(HitColumn::Member);
    hit.inName = row.flag(HitColumn::InName);
    hit.place = static_cast<std::uint32_t>(row.integer(HitColumn::Place));
    hit.before = row.text(HitColumn::Before);
    hit.matched = row.text(HitColumn::Matched);
    hit.after = row.text(HitColumn::After);
    const std::int64_t cut = row.integer(HitColumn::Cut);
    hit.cutBefore = (cut & cutBeforeBit) != 0;
    hit.cutAfter = (cut & cutAfterBit) != 0;
    hit.rule = row.text(HitColumn::Rule);
    hit.attackClass = detection::classOf(row.text(HitColumn::Class)).value_or(detection::AttackClass::Own);
    hit.score = static_cast<std::uint32_t>(row.integer(HitColumn::Score));
    hit.threshold = static_cast<std::uint32_t>(row.integer(HitColumn::Threshold));
    hit.blocked = row.flag(HitColumn::Blocked);
    hit.more = static_cast<std::uint32_t>(row.integer(HitColumn::More));
    if (withFindings)
        hit.findings = findingsOf(row.text(HitColumn::Findings));
    return hit;
}

void addHitFilter(storage::SqlText& text, const HitQuery& query)
{
    text.add("1 = 1");
    if (query.attackClass)
        text.add(" AND class = ").bind(std::string(detection::classWord(*query.attackClass)));
    if (!query.rule.empty())
        text.add(" AND rule = ").bind(query.rule);
    if (query.blocked)
        text.add(" AND blocked = ").bind(std::int64_t{*query.blocked ? 1 : 0});
    if (query.since)
        text.add(" AND hit_at >= ").bind(toMicros(*query.since));
    if (query.until)
        text.add(" AND hit_at < ").bind(toMicros(*query.until));
    if (!query.text.empty())
        text.add(" AND search_key(who || '" SEPARATOR "' || address || '" SEPARATOR "' || member || '" SEPARATOR
                 "' || route || '" SEPARATOR "' || rule) LIKE ")
            .bind(storage::searchPattern(query.text))
            .add(" ESCAPE '\\'");
}

Result<HitCounts> countsOf(storage::Transaction& transaction, const storage::Query<CountedColumn>& query, UtcTime since)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    rows.bind(1, since);
    HitCounts counts;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return counts;
        HitCount& count = counts[rows.row().text(CountedColumn::Key)];
        (rows.row().flag(CountedColumn::Blocked) ? count.blocked : count.observed) = rows.row().integer(CountedColumn::Count);
    }
}

} // namespace

Result<void> addHit(storage::Transaction& transaction, const DetectionHit& hit)
{
    SALLYPORT_ASSIGN(auto add, transaction.prepare(
                                   "INSERT INTO detection_hits (id, hit_at, who_kind, who_id, who, address, request_id, method, "
                                   "route, part, member, in_name, place, text_before, text_matched, text_after, cut, rule, "
                                   "class, score, threshold, blocked, more, findings) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                                   "$9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) "
                                   "ON CONFLICT (id) DO NOTHING"));
    add.bind(1, hit.id).bind(2, hit.time).bind(3, hit.whoKind).bind(4, hit.whoId).bind(5, hit.who).bind(6, hit.address);
    add.bind(7, hit.requestId).bind(8, hit.method).bind(9, hit.route).bind(10, detection::partWord(hit.part));
    add.bind(11, hit.member).bind(12, hit.inName).bind(13, std::int64_t{hit.place}).bind(14, hit.before);
    add.bind(15, hit.matched).bind(16, hit.after);
    add.bind(17, (hit.cutBefore ? cutBeforeBit : 0) | (hit.cutAfter ? cutAfterBit : 0)).bind(18, hit.rule);
    add.bind(19, detection::classWord(hit.attackClass)).bind(20, std::int64_t{hit.score});
    add.bind(21, std::int64_t{hit.threshold}).bind(22, hit.blocked).bind(23, std::int64_t{hit.more});
    add.bind(24, findingsText(hit.findings));
    return add.run();
}

Result<HitPage> hits(storage::Transaction& transaction, const HitQuery& query)
{
    const char order = query.oldestFirst ? hitsOldestFirst : hitsNewestFirst;
    HitPage page;
    storage::SqlText count;
    count.add("SELECT COUNT(*) FROM detection_hits WHERE ");
    addHitFilter(count, query);
    SALLYPORT_ASSIGN(auto counted, count.prepare(transaction));
    SALLYPORT_TRY(counted.step());
    page.total = counted.integer();

    storage::SqlText text;
    text.add("SELECT ").add(hitColumns.text()).add(" FROM detection_hits WHERE ");
    addHitFilter(text, query);
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(const storage::PageCursor cursor, storage::decodeCursor(query.cursor, order, eventIdLength));
        std::int64_t micros = 0;
        const char* const end = cursor.place.data() + cursor.place.size();
        if (cursor.place.empty() || std::from_chars(cursor.place.data(), end, micros).ptr != end)
            return storage::notACursor();
        text.add(query.oldestFirst ? " AND (hit_at, id) > (" : " AND (hit_at, id) < (")
            .bind(micros)
            .add(", ")
            .bind(cursor.id)
            .add(")");
    }
    text.add(query.oldestFirst ? " ORDER BY hit_at, id LIMIT " : " ORDER BY hit_at DESC, id DESC LIMIT ");
    text.bind(std::int64_t{query.limit} + 1).add(" OFFSET ").bind(std::int64_t{query.offset});
    SALLYPORT_ASSIGN(auto rows, text.prepare(transaction, hitColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return page;
        if (page.hits.size() == query.limit) {
            const DetectionHit& last = page.hits.back();
            page.nextCursor = storage::encodeCursor(order, {last.id, std::to_string(toMicros(last.time))});
            return page;
        }
        page.hits.push_back(readHit(rows.row(), false));
    }
}

Result<DetectionHit> hit(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(hitById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "There is no such hit, or it is too old");
    return readHit(rows.row(), true);
}

Result<void> eachHit(storage::Transaction& transaction, UtcTime since, std::uint32_t most,
                     const std::function<bool(const DetectionHit&)>& see)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(hitsSince));
    rows.bind(1, since).bind(2, std::int64_t{most});
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found || !see(readHit(rows.row(), true)))
            return {};
    }
}

Result<HitCounts> countsByClass(storage::Transaction& transaction, UtcTime since)
{
    return countsOf(transaction, byClass, since);
}

Result<HitCounts> countsByRule(storage::Transaction& transaction, UtcTime since)
{
    return countsOf(transaction, byRule, since);
}

Result<HitCount> countBetween(storage::Transaction& transaction, std::string_view attackClass, UtcTime since, UtcTime until)
{
    HitCount count;
    for (const bool blocked : {true, false}) {
        storage::SqlText text;
        text.add("SELECT COUNT(*) FROM detection_hits WHERE blocked = ").bind(std::int64_t{blocked ? 1 : 0});
        text.add(" AND hit_at >= ").bind(toMicros(since)).add(" AND hit_at < ").bind(toMicros(until));
        if (!attackClass.empty())
            text.add(" AND class = ").bind(std::string(attackClass));
        SALLYPORT_ASSIGN(auto counted, text.prepare(transaction));
        SALLYPORT_TRY(counted.step());
        (blocked ? count.blocked : count.observed) = counted.integer();
    }
    return count;
}

Result<void> removeHits(storage::Transaction& transaction, UtcTime before)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM detection_hits WHERE hit_at < $1"));
    return remove.bind(1, before).run();
}

Result<std::int64_t> removeSurplusHits(storage::Transaction& transaction, std::int64_t most, std::int64_t atOnce)
{
    SALLYPORT_ASSIGN(auto count, transaction.prepare("SELECT COUNT(*) FROM detection_hits"));
    SALLYPORT_TRY(count.step());
    const std::int64_t surplus = count.integer() - most;
    if (surplus <= 0)
        return std::int64_t{0};
    SALLYPORT_ASSIGN(auto remove,
                     transaction.prepare("DELETE FROM detection_hits WHERE id IN (SELECT id FROM detection_hits ORDER BY hit_at, "
                                         "id LIMIT $1)"));
    SALLYPORT_TRY(remove.bind(1, std::min(surplus, atOnce)).run());
    return transaction.changes();
}

#undef SEPARATOR

} // namespace sallyport::protection::rows
