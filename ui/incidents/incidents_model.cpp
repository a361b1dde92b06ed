#include "ui/incidents/incidents_model.h"

#include "ui/parts/mark_cell.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::Incident;
using alerts::IncidentQuery;
using alerts::IncidentState;

IncidentsModel::IncidentsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    m_query.unclosed = true;
    askWith([](Services& services, const access::Actor& actor, const IncidentQuery& query) -> Page {
        SALLYPORT_ASSIGN(alerts::IncidentPage page, services.incidents.list(actor, query));
        return RowsPage<Incident>{std::move(page.incidents), static_cast<int>(page.total)};
    });
}

void IncidentsModel::show(Show which)
{
    m_shown = which;
    change([which](IncidentQuery& query) {
        query.unclosed = which == Show::Open || which == Show::Mine;
        query.mine = which == Show::Mine;
        query.state = which == Show::Closed ? std::optional(IncidentState::Closed) : std::nullopt;
    });
}

int IncidentsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Rule: return tr("Incident");
    case Group: return tr("About");
    case Count: return tr("Events");
    case Assignee: return tr("With", "who looks after an incident");
    case Last: return tr("Last");
    default: return {};
    }
}

QList<Column> IncidentsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[State] = {u"state"_s, 130, 0, 0};
    list[State].words = incidentStateWords;
    list[Rule] = {u"rule"_s, 200, 0, 5};
    list[Group] = {u"group"_s, 150, 1, 3};
    list[Count] = {u"count"_s, 74, 2, 0, true};
    list[Assignee] = {u"assignee"_s, 130, 3, 2};
    list[Last] = {u"last"_s, 110, 0, 1, true};
    list[Last].words = relativeTimeWords;
    for (Column& column : list)
        column.sortable = false;
    return list;
}

bool IncidentsModel::same(const IncidentQuery& a, const IncidentQuery& b) const
{
    return a.text == b.text && a.state == b.state && a.unclosed == b.unclosed && a.mine == b.mine && a.rule == b.rule;
}

QVariant IncidentsModel::cell(const Incident& incident, int column, int role) const
{
    if (role == RowIdRole)
        return text(incident.id.text());
    if (column == State)
        return markCell(incidentState(incident), role);
    const bool over = incident.state == IncidentState::Closed;
    switch (role) {
    case CellStrongRole: return column == Rule && !over;
    case CellMonoRole: return column == Group && incident.groupBy == alerts::GroupBy::Address;
    case CellToneRole: return over || column == Last ? static_cast<int>(Tone::Muted) : QVariant();
    case Qt::ToolTipRole: return column == Last ? QVariant(exactTime(localTime(incident.lastAt))) : QVariant();
    case CellSecondaryRole:
        return column == Rule && over && !incident.outcome.empty() ? QVariant(text(incident.outcome)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Rule: return alertName(incident.ruleName, incident.shipped);
    case Group: return incidentGroup(incident);
    case Count: return QLocale().toString(static_cast<qlonglong>(incident.count));
    case Assignee: return incident.assigneeName.empty() ? u"–"_s : text(incident.assigneeName);
    case Last: return whenText(incident.lastAt, now());
    default: return {};
    }
}

} // namespace sallyport::ui
