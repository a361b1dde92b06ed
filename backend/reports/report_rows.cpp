#include "backend/reports/report_rows.h"

#include "backend/storage/columns.h"

namespace sallyport::reports {

namespace {

enum class MadeColumn {
    Id,
    Template,
    Format,
    Language,
    Since,
    Until,
    Filter,
    MadeAt,
    MadeBy,
    PlanId,
    Needs,
    Rows,
    Size,
    Sha256,
    Key,
    Maker,
    End
};
constexpr storage::Columns<MadeColumn> madeColumns{{{MadeColumn::Id, "id"},
                                                    {MadeColumn::Template, "template"},
                                                    {MadeColumn::Format, "format"},
                                                    {MadeColumn::Language, "language"},
                                                    {MadeColumn::Since, "since"},
                                                    {MadeColumn::Until, "until"},
                                                    {MadeColumn::Filter, "filter"},
                                                    {MadeColumn::MadeAt, "made_at"},
                                                    {MadeColumn::MadeBy, "made_by"},
                                                    {MadeColumn::PlanId, "plan_id"},
                                                    {MadeColumn::Needs, "needs"},
                                                    {MadeColumn::Rows, "row_count"},
                                                    {MadeColumn::Size, "size"},
                                                    {MadeColumn::Sha256, "sha256"},
                                                    {MadeColumn::Key, "file_key"},
                                                    {MadeColumn::Maker, "maker_id"}}};
constexpr auto allMade = storage::select(madeColumns, "FROM made_reports ORDER BY made_at DESC, id DESC");
constexpr auto oneMade = storage::select(madeColumns, "FROM made_reports WHERE id = $1");

MadeRow readMade(const storage::Row<MadeColumn>& row)
{
    MadeRow made;
    made.report.id = ReportId(row.text(MadeColumn::Id));
    made.report.report = findTemplate(row.text(MadeColumn::Template)).value_or(Template::Activity);
    made.report.format = findFormat(row.text(MadeColumn::Format)).value_or(Format::Pdf);
    made.report.language = row.text(MadeColumn::Language);
    made.report.since = row.optionalTime(MadeColumn::Since);
    made.report.until = row.optionalTime(MadeColumn::Until);
    made.report.filter = row.text(MadeColumn::Filter);
    made.report.madeAt = row.time(MadeColumn::MadeAt);
    made.report.madeBy = row.text(MadeColumn::MadeBy);
    made.report.plan = PlanId(row.text(MadeColumn::PlanId));
    made.needs = splitWords(row.text(MadeColumn::Needs));
    made.report.rows = row.integer(MadeColumn::Rows);
    made.report.size = row.integer(MadeColumn::Size);
    made.report.sha256 = row.text(MadeColumn::Sha256);
    made.key = row.blob(MadeColumn::Key);
    made.maker = UserId(row.text(MadeColumn::Maker));
    return made;
}

} // namespace

std::string joinedWords(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::string> splitWords(std::string_view text)
{
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        if (end != 0)
            words.emplace_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
    return words;
}

namespace rows {

Result<std::vector<MadeRow>> madeReports(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(allMade));
    std::vector<MadeRow> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, found.step());
        if (!more)
            return all;
        all.push_back(readMade(found.row()));
    }
}

Result<MadeRow> madeReport(storage::Transaction& transaction, const ReportId& id)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(oneMade));
    found.bind(1, id);
    SALLYPORT_ASSIGN(const bool there, found.step());
    if (!there)
        return makeError(ErrorCode::NotFound, "There is no such report.");
    return readMade(found.row());
}

Result<std::int64_t> countMade(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM made_reports"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> insertMade(storage::Transaction& transaction, const MadeRow& row)
{
    const MadeReport& made = row.report;
    SALLYPORT_ASSIGN(
        auto put, transaction.prepare("INSERT INTO made_reports (id, template, format, language, since, until, filter, made_at, "
                                      "made_by, plan_id, needs, row_count, size, sha256, file_key, maker_id) VALUES ($1, $2, $3, "
                                      "$4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"));
    put.bind(1, made.id).bind(2, info(made.report).word).bind(3, formatWord(made.format)).bind(4, made.language);
    put.bind(5, made.since).bind(6, made.until).bind(7, made.filter).bind(8, made.madeAt).bind(9, made.madeBy);
    put.bind(10, made.plan.empty() ? std::nullopt : std::optional(made.plan.text())).bind(11, joinedWords(row.needs));
    put.bind(12, made.rows).bind(13, made.size).bind(14, made.sha256).bind(15, std::span<const std::byte>(row.key));
    put.bind(16, row.maker);
    return put.run();
}

Result<void> removeMade(storage::Transaction& transaction, const ReportId& id)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM made_reports WHERE id = $1"));
    drop.bind(1, id);
    return drop.run();
}

Result<std::vector<ReportId>> beyondKept(storage::Transaction& transaction, const PlanId& plan, int keep)
{
    SALLYPORT_ASSIGN(auto found,
                     transaction.prepare("SELECT id FROM made_reports WHERE plan_id = $1 ORDER BY made_at DESC, id DESC"));
    found.bind(1, plan);
    std::vector<ReportId> old;
    for (int at = 0;; ++at) {
        SALLYPORT_ASSIGN(const bool more, found.step());
        if (!more)
            return old;
        if (at >= keep)
            old.emplace_back(found.text());
    }
}

} // namespace rows

} // namespace sallyport::reports
