#include "ui/decisions/decisions_model.h"

#include "ui/console/console.h"
#include "ui/decisions/decision_words.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/relative_time.h"

namespace sallyport::ui {

using authorization::DecisionQuery;
using authorization::RecordedDecision;

DecisionsModel::DecisionsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const DecisionQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.decisionLog.list(actor, query));
        return RowsPage<RecordedDecision>{std::move(page.decisions), static_cast<int>(page.total)};
    });
}

void DecisionsModel::show(Show which)
{
    m_shown = which;
    change([which](DecisionQuery& query) {
        query.allowed.reset();
        query.observed.reset();
        if (which == Show::Refused || which == Show::Allowed)
            query.allowed = which == Show::Allowed;
        if (which == Show::Observed)
            query.observed = true;
    });
}

int DecisionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DecisionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Outcome: return tr("Decision");
    case Who: return tr("Who");
    case What: return tr("What");
    case On: return tr("On");
    case Why: return tr("Why");
    case When: return tr("When");
    default: return {};
    }
}

QList<Column> DecisionsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Outcome] = {QStringLiteral("outcome"), 132, 0, 1};
    list[Outcome].words = decisionMarkWords;
    list[Who] = {QStringLiteral("who"), 140, 0, 3};
    list[What] = {QStringLiteral("what"), 150, 0, 4};
    list[On] = {QStringLiteral("on"), 260, 7, 4}; // only beside whole reasons
    list[Why] = {QStringLiteral("why"), 280, 1, 9};
    list[When] = {QStringLiteral("when"), 116, 0, 2};
    list[When].trailing = true;
    for (Column& column : list)
        column.sortable = false; // always the newest first
    return list;
}

bool DecisionsModel::same(const DecisionQuery& a, const DecisionQuery& b) const
{
    return a.text == b.text && a.allowed == b.allowed && a.observed == b.observed;
}

QVariant DecisionsModel::cell(const RecordedDecision& decision, int column, int role) const
{
    if (role == RowIdRole)
        return text(decision.id);
    if (column == Outcome)
        return markCell(decisionMark(decision), role);
    switch (role) {
    case CellAvatarRole:
        return column == Who && !decision.subjectName.empty() ? QVariant(text(decision.subjectName)) : QVariant();
    case CellStrongRole: return column == Who;
    case CellToneRole: return column == Why || column == When ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::ToolTipRole:
        if (column == When)
            return exactTime(localTime(decision.time));
        return column == Why  ? QVariant(decisionReason(decision))
               : column == On ? QVariant(decisionObject(decision))
                              : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Who: return decisionSubject(decision);
    case What: return actionText(decision.action);
    case On: return decision.objectName.empty() ? objectKindText(decision.kind) : text(decision.objectName);
    case Why: return decisionReason(decision);
    default: return whenText(decision.time, now());
    }
}

} // namespace sallyport::ui
