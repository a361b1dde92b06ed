#include "ui/headers/headers_model.h"

#include "ui/parts/mark_cell.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

Mark gradeMark(HeaderFinding::Grade grade)
{
    const auto named = [](const char* source) { return QCoreApplication::translate("HeaderGrade", source); };
    switch (grade) {
    case HeaderFinding::Grade::Good: return {named(QT_TRANSLATE_NOOP("HeaderGrade", "Good")), Icon::CheckCircle};
    case HeaderFinding::Grade::Weak:
        return {named(QT_TRANSLATE_NOOP("HeaderGrade", "Could be better")), Icon::Warning, Tone::Warning, Tone::Warning};
    case HeaderFinding::Grade::Wrong: break;
    }
    return {named(QT_TRANSLATE_NOOP("HeaderGrade", "Wrong")), Icon::Critical, Tone::Danger, Tone::Danger};
}

int HeadersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int HeadersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeadersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const HeaderFinding& found = m_findings[index.row()];
    const bool shows = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    switch (index.column()) {
    case Grade: return markCell(gradeMark(found.grade), role);
    case Title:
        if (role == CellStrongRole)
            return found.grade != HeaderFinding::Grade::Good;
        return shows ? QVariant(found.title) : QVariant();
    case Expected:
    case Seen:
        if (role == CellMonoRole)
            return true;
        return shows ? QVariant(index.column() == Seen ? found.seen : found.expected) : QVariant();
    default: return {};
    }
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Grade: return tr("Grade");
    case Title: return tr("What browsers are told");
    case Expected: return tr("Expected");
    case Seen: return tr("Seen");
    default: return {};
    }
}

QList<Column> HeadersModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Grade] = {u"grade"_s, 130, 0, 1};
    list[Title] = {u"title"_s, 230, 0, 3};
    list[Expected] = {u"expected"_s, 160, 1, 3};
    list[Seen] = {u"seen"_s, 160, 0, 3};
    for (Column& column : list)
        column.sortable = false;
    return list;
}

void HeadersModel::setFindings(QList<HeaderFinding> findings)
{
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

int HeadersModel::count(HeaderFinding::Grade grade) const
{
    return static_cast<int>(std::ranges::count(m_findings, grade, &HeaderFinding::grade));
}

} // namespace sallyport::ui
