#include "ui/records/records_model.h"

#include "backend/records/files.h"
#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/record_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <limits>
#include <tuple>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using records::Record;
using records::RecordPage;
using records::RecordQuery;

namespace {

/// A page with how many files each record has; none where nobody may see files.
struct CountedPage {
    RecordPage page;
    std::optional<std::map<std::string, std::int64_t>> files;
};

constexpr qsizetype ownersOffered = 200; ///< a menu of more is of no use to anybody

} // namespace

RecordsModel::RecordsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    setLoader([this](int offset, int limit, Done done) {
        m_console.run(
            this,
            [query = pageOf(offset, limit)](Services& services, const access::Actor& actor) mutable -> Result<CountedPage> {
                query.bodies = false;
                CountedPage found;
                SALLYPORT_ASSIGN(found.page, services.records.list(actor, query));
                if (!actor.permissions.has(access::Permission::FilesRead))
                    return found;
                std::vector<records::RecordId> ids;
                for (const Record& record : found.page.records)
                    ids.push_back(record.id);
                SALLYPORT_ASSIGN(found.files, services.files.countByRecord(actor, ids));
                return found;
            },
            [this, done = std::move(done)](Result<CountedPage> found) {
                if (!found)
                    return done(found.error());
                RecordPage* const page = &found->page;
                m_filesKnown = found->files.has_value();
                for (const Record& record : page->records)
                    m_files[text(record.id.text())] = m_filesKnown ? (*found->files)[record.id.text()] : 0;
                m_about = page->about;
                note(page->records);
                const auto total = std::min(page->total, std::int64_t{std::numeric_limits<int>::max()});
                done(RowsPage<Record>{std::move(page->records), static_cast<int>(total)});
            });
    });
}

void RecordsModel::note(const std::vector<Record>& records)
{
    for (const Record& record : records) {
        if (record.department && !record.department->empty() && m_departments.size() < ownersOffered)
            m_departments.insert(text(*record.department));
        if (!record.owner.empty() && m_owners.size() < ownersOffered)
            m_owners.insert(text(record.ownerId.text()), text(record.owner));
    }
}

int RecordsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Title");
    case Owner: return tr("Owner");
    case Department: return tr("Department");
    case Classification: return tr("Classification");
    case Files: return tr("Files");
    case Changed: return tr("Changed");
    default: return {};
    }
}

QList<Column> RecordsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Title] = {u"title"_s, 176, 0, 6};
    list[Owner] = {u"owner"_s, 118, 2, 3};
    list[Owner].sortable = false;
    list[Department] = {u"department"_s, 86, 3, 2};
    list[Classification] = {u"classification"_s, 112, 1, 1};
    list[Classification].words = classificationWords;
    list[Files] = {u"files"_s, 52, 4, 0};
    list[Files].sortable = false;
    list[Files].trailing = true;
    list[Changed] = {u"changed"_s, 96, 0, 1};
    list[Changed].trailing = true;
    list[Changed].words = relativeTimeWords;
    return list;
}

void RecordsModel::sort(int column, Qt::SortOrder order)
{
    std::optional<RecordQuery::Sort> by;
    switch (column) {
    case Title: by = RecordQuery::Sort::Title; break;
    case Department: by = RecordQuery::Sort::Department; break;
    case Classification: by = RecordQuery::Sort::Classification; break;
    case Changed: by = RecordQuery::Sort::Changed; break;
    default: break;
    }
    sortBy(by, order);
}

bool RecordsModel::isFiltered() const
{
    const RecordQuery& asked = query();
    return !asked.text.empty() || asked.department || asked.classification || asked.owner || asked.changedDays;
}

bool RecordsModel::same(const RecordQuery& a, const RecordQuery& b) const
{
    const auto question = [](const RecordQuery& query) {
        return std::tie(query.text, query.department, query.classification, query.owner, query.changedDays, query.sort,
                        query.descending);
    };
    return question(a) == question(b);
}

qlonglong RecordsModel::filesOf(const Record& record) const
{
    return m_files.value(text(record.id.text()));
}

QVariant RecordsModel::cell(const Record& record, int column, int role) const
{
    if (role == RowIdRole)
        return text(record.id.text());
    if (column == Classification)
        return role == CellPillRole ? QVariant(true) : markCell(classificationMark(record.classification), role);
    switch (role) {
    case CellStrongRole: return column == Title;
    case CellToneRole:
        return column == Changed || (column == Files && filesOf(record) == 0) ? QVariant(static_cast<int>(Tone::Muted))
                                                                              : QVariant();
    case Qt::ToolTipRole: return column == Changed ? QVariant(exactTime(localTime(record.changedAt))) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Title: return text(record.title);
    case Owner: return record.owner.empty() ? u"–"_s : text(record.owner);
    case Department: return !record.department || record.department->empty() ? u"–"_s : text(*record.department);
    case Files: return m_filesKnown ? QLocale().toString(filesOf(record)) : u"–"_s;
    default: return whenText(record.changedAt, now());
    }
}

} // namespace sallyport::ui
