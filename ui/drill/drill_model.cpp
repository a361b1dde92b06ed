#include "ui/drill/drill_model.h"

#include "backend/services/drill_outcome.h"

#include "ui/drill/drill_text.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/setting_text.h"
#include "ui/words/text_match.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QString settingOf(const DrillCheck& check)
{
    return check.setting.empty() ? QString() : settingTitle(check.setting);
}

} // namespace

int DrillModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DrillModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DrillModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const DrillCheck& row = check(index.row());
    const bool shows = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case Verdict: return markCell(drillVerdict(row), role);
    case Title:
        if (role == CellStrongRole)
            return row.missed() > 0;
        return shows || role == Qt::ToolTipRole ? QVariant(drillTitle(row)) : QVariant();
    case Group: return shows ? QVariant(drillGroupText(row.group)) : QVariant();
    case Figures:
        return shows && wasRun(row) ? QVariant(tr("%1 of %2").arg(QLocale().toString(row.caught), QLocale().toString(row.tried)))
                                    : QVariant();
    case Note: return shows || role == Qt::ToolTipRole ? QVariant(drillNote(row)) : QVariant();
    case Setting:
        if (role == CellToneRole)
            return static_cast<int>(Tone::Accent);
        return shows || role == Qt::ToolTipRole ? QVariant(settingOf(row)) : QVariant();
    default: return {};
    }
}

QVariant DrillModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Verdict: return tr("Verdict");
    case Title: return tr("What was tried");
    case Group: return tr("Kind");
    case Figures: return tr("As it should be");
    case Note: return tr("What was seen");
    case Setting: return tr("Setting");
    default: return {};
    }
}

QList<Column> DrillModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Verdict] = {u"verdict"_s, 140, 0, 1};
    list[Verdict].words = drillVerdictWords;
    list[Title] = {u"title"_s, 240, 0, 4};
    list[Group] = {u"group"_s, 100, 3, 1};
    list[Figures] = {u"figures"_s, 96, 0, 1, true};
    list[Note] = {u"note"_s, 212, 1, 4};
    list[Setting] = {u"setting"_s, 220, 2, 3}; // the way out: whole before what is only told
    for (Column& column : list)
        column.sortable = false;
    return list;
}

void DrillModel::setReport(DrillReport report)
{
    m_report = std::move(report);
    std::ranges::stable_sort(m_report.checks, {}, [](const DrillCheck& row) {
        // What came through is worse than what was refused wrongly, whichever was tried first.
        return row.missed() > 0 ? (row.honest ? 1 : 0) : wasRun(row) ? 3 : 2;
    });
    show();
}

void DrillModel::search(const QString& wanted)
{
    m_text = wanted.trimmed();
    show();
}

void DrillModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t at = 0; at < m_report.checks.size(); ++at) {
        const DrillCheck& row = m_report.checks[at];
        const QStringList words{drillTitle(row), drillGroupText(row.group), drillVerdict(row).text, drillNote(row),
                                settingOf(row)};
        if (containsText(words.join(u'\n'), m_text))
            m_shown.push_back(at);
    }
    endResetModel();
}

void DrillModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace sallyport::ui
