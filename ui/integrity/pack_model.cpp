#include "ui/integrity/pack_model.h"

#include "ui/words/event_text.h"
#include "ui/words/record_text.h"
#include "ui/words/text_helpers.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QString periodText(const journal::EvidencePack& pack)
{
    if (pack.since && pack.until)
        return PackModel::tr("%1 to %2").arg(dateTimeText(*pack.since), dateTimeText(*pack.until));
    if (pack.since)
        return PackModel::tr("from %1").arg(dateTimeText(*pack.since));
    if (pack.until)
        return PackModel::tr("until %1").arg(dateTimeText(*pack.until));
    return PackModel::tr("everything");
}

/// As wide as any.
QStringList periodWords()
{
    constexpr UtcTime wide{std::chrono::sys_days{std::chrono::year{2028} / 9 / 28} + std::chrono::hours(20)};
    journal::EvidencePack pack;
    pack.since = pack.until = wide;
    return {periodText(pack)};
}

QStringList timeWords()
{
    return {dateTimeText(UtcTime{std::chrono::sys_days{std::chrono::year{2028} / 9 / 28} + std::chrono::hours(20)})};
}

QString cellText(const journal::EvidencePack& pack, int column)
{
    switch (column) {
    case PackModel::Created: return dateTimeText(pack.createdAt);
    case PackModel::By: return toQString(pack.createdBy);
    case PackModel::Period: return periodText(pack);
    case PackModel::Filter: return toQString(pack.filter);
    case PackModel::Events: return QLocale().toString(static_cast<qlonglong>(pack.records));
    case PackModel::Size: return sizeText(pack.bytes);
    default: return {};
    }
}

} // namespace

int PackModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_packs.size());
}

int PackModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PackModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const journal::EvidencePack& row = pack(index.row());
    if (role == RowIdRole)
        return toQString(row.id);
    if (role == CellStrongRole && index.column() == Created)
        return true;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return cellText(row, index.column());
    return {};
}

QVariant PackModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Created: return tr("Made");
    case By: return tr("By");
    case Period: return tr("Period");
    case Filter: return tr("Filter");
    case Events: return tr("Events");
    case Size: return tr("Size");
    default: return {};
    }
}

QList<Column> PackModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Created] = {u"created"_s, 150, 0, 1};
    list[Created].words = timeWords;
    list[By] = {u"by"_s, 130, 3, 2};
    list[Period] = {u"period"_s, 230, 0, 3};
    list[Period].words = periodWords;
    list[Filter] = {u"filter"_s, 120, 4, 2};
    list[Events] = {u"events"_s, 90, 0, 1, true};
    list[Size] = {u"size"_s, 90, 2, 1, true};
    for (Column& column : list)
        column.sortable = false;
    return list;
}

void PackModel::setPacks(std::vector<journal::EvidencePack> packs)
{
    beginResetModel();
    m_packs = std::move(packs);
    endResetModel();
}

int PackModel::rowOf(const std::string& id) const
{
    const auto found = std::ranges::find(m_packs, id, &journal::EvidencePack::id);
    return found == m_packs.end() ? -1 : static_cast<int>(found - m_packs.begin());
}

void PackModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_packs.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace sallyport::ui
