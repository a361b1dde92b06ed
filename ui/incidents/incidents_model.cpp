#include "ui/incidents/incidents_model.h"

#include "ui/words/alert_text.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::Incident;
using alerts::IncidentQuery;
using alerts::IncidentState;

namespace {

using IncidentRows = Result<RowsPage<IncidentRow>>;

/// The rows from `query.offset` on of what the list is as a whole: head, incidents of that state, the next head, and so on.
IncidentRows rowsOf(Services& services, const access::Actor& actor, const IncidentQuery& query)
{
    const auto from = static_cast<std::int64_t>(query.offset);
    const auto end = from + static_cast<std::int64_t>(query.limit);
    RowsPage<IncidentRow> found;
    std::int64_t place = 0; // of the group's head
    for (const IncidentState state : {IncidentState::Open, IncidentState::Acknowledged, IncidentState::Closed}) {
        if (query.unclosed && state == IncidentState::Closed)
            continue;
        IncidentQuery one = query;
        one.unclosed = false;
        one.state = state;
        const std::int64_t first = std::max(from, place + 1);
        one.offset = static_cast<std::uint64_t>(first - place - 1);
        one.limit = static_cast<std::uint32_t>(std::clamp<std::int64_t>(end - first, 1, query.limit));
        SALLYPORT_ASSIGN(alerts::IncidentPage page, services.incidents.list(actor, one));
        if (page.total == 0)
            continue;
        if (place >= from && place < end)
            found.rows.push_back({state, {}, page.total});
        for (std::size_t i = 0; i < page.incidents.size() && first + static_cast<std::int64_t>(i) < end; ++i)
            found.rows.push_back({state, std::move(page.incidents[i]), 0});
        place += 1 + page.total;
    }
    found.total = static_cast<int>(place);
    return found;
}

} // namespace

IncidentsModel::IncidentsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const IncidentQuery& query) {
        return rowsOf(services, actor, query);
    });
}

void IncidentsModel::show(Show which)
{
    m_shown = which;
    change([which](IncidentQuery& query) {
        query.unclosed = which != Show::All;
        query.mine = which == Show::Mine;
    });
}

const Incident* IncidentsModel::incidentAt(int row) const
{
    const IncidentRow* found = rowAt(row);
    return found && found->incident ? &*found->incident : nullptr;
}

bool IncidentsModel::isHead(int row) const
{
    const IncidentRow* found = rowAt(row);
    return found && !found->incident;
}

int IncidentsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant IncidentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return section == 0 && orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(tr("Incident")) : QVariant();
}

/// Heads can't be chosen.
Qt::ItemFlags IncidentsModel::flags(const QModelIndex& index) const
{
    return isHead(index.row()) ? Qt::NoItemFlags : QueryModel::flags(index);
}

QList<Column> IncidentsModel::columns()
{
    Column only{u"incident"_s, 200};
    only.sortable = false;
    return {only};
}

bool IncidentsModel::same(const IncidentQuery& a, const IncidentQuery& b) const
{
    return a.text == b.text && a.unclosed == b.unclosed && a.mine == b.mine;
}

QString IncidentsModel::about(const Incident& incident, bool accounts)
{
    const bool told = incident.state == IncidentState::Closed && !incident.outcome.empty();
    const QString what = told ? text(incident.outcome) : accounts ? incidentCounts(incident) : incidentEvents(incident);
    return incident.groupBy == alerts::GroupBy::None ? what : tr("%1: %2").arg(incidentGroup(incident), what);
}

QString IncidentsModel::with(const Incident& incident)
{
    return text(incident.state == IncidentState::Closed && !incident.closedBy.empty() ? incident.closedBy
                                                                                      : incident.assigneeName);
}

QString IncidentsModel::when(const Incident& incident) const
{
    return whenText(incident.lastAt, now());
}

/// What is drawn in several places and tones, in one sentence.
QString IncidentsModel::spoken(const Incident& incident) const
{
    QStringList parts{alertName(incident.ruleName, incident.shipped), severityText(incident.severity),
                      incidentState(incident).text, about(incident, true), when(incident)};
    if (const QString who = with(incident); !who.isEmpty())
        parts << who;
    return parts.join(u", "_s);
}

QVariant IncidentsModel::cell(const IncidentRow& row, int, int role) const
{
    if (!row.incident) {
        if (role == Qt::DisplayRole)
            return incidentStateTitle(row.group);
        if (role == Qt::AccessibleTextRole)
            return tr("%1, %Ln incidents", nullptr, static_cast<int>(row.total)).arg(incidentStateTitle(row.group));
        return {};
    }
    switch (role) {
    case RowIdRole: return text(row.incident->id.text());
    case Qt::DisplayRole: return alertName(row.incident->ruleName, row.incident->shipped);
    case Qt::AccessibleTextRole: return spoken(*row.incident);
    case Qt::ToolTipRole: return exactTime(localTime(row.incident->lastAt));
    default: return {};
    }
}

} // namespace sallyport::ui
