#include "ui/detection/classes_model.h"

#include "ui/detection/detection_words.h"
#include "ui/look/tokens.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using protection::DetectionClass;
using settings::ControlMode;

bool ClassesModel::fits(const DetectionClass& one, Show which) const
{
    return which == Show::All || (which == Show::WithHits && one.hits() > 0) ||
           (which == Show::Observed && one.mode == ControlMode::Observe);
}

void ClassesModel::fill()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t i = 0; i < m_overview.classes.size(); ++i) {
        if (fits(m_overview.classes[i], m_show))
            m_rows.push_back(i);
    }
    endResetModel();
}

void ClassesModel::setOverview(const protection::DetectionOverview& overview)
{
    m_overview = overview;
    fill();
}

void ClassesModel::show(Show which)
{
    m_show = which;
    fill();
}

const DetectionClass* ClassesModel::rowAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_rows.size() ? &m_overview.classes[m_rows[static_cast<std::size_t>(row)]]
                                                                     : nullptr;
}

int ClassesModel::rowOf(protection::detection::AttackClass attackClass) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row)->attackClass == attackClass)
            return row;
    }
    return -1;
}

int ClassesModel::countOf(Show which) const
{
    return static_cast<int>(
        std::ranges::count_if(m_overview.classes, [&](const DetectionClass& one) { return fits(one, which); }));
}

int ClassesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ClassesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassesModel::data(const QModelIndex& index, int role) const
{
    const DetectionClass* const one = rowAt(index.row());
    if (one == nullptr)
        return {};
    const bool exception = index.column() == Mode && one->mode != ControlMode::Enforce;
    if (role == CellToneRole)
        return exception ? static_cast<int>(one->mode == ControlMode::Off ? Tone::Warning : Tone::Info)
               : index.column() == Class
                   ? QVariant()
                   : QVariant(static_cast<int>(one->hits() == 0 || index.column() == Mode ? Tone::Muted : Tone::Normal));
    if (role == CellStrongRole)
        return index.column() == Class;
    if (role == RowIdRole)
        return static_cast<int>(one->attackClass);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Class: return attackClassTitle(one->attackClass);
    case Hits: return QLocale().toString(static_cast<qlonglong>(one->hits()));
    default: return detectionModeTitle(one->mode);
    }
}

QVariant ClassesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Class: return tr("Class");
    case Hits: return tr("Hits, 7 d");
    case Mode: return tr("Mode");
    default: return {};
    }
}

QList<Column> ClassesModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Class] = {QStringLiteral("class"), 146, 0, 4};
    list[Hits] = {QStringLiteral("hits"), 54, 0, 1, true};
    list[Mode] = {QStringLiteral("mode"), 58, 0, 1};
    for (Column& column : list)
        column.sortable = false;
    return list;
}

} // namespace sallyport::ui
