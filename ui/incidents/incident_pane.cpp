#include "ui/incidents/incident_pane.h"

#include "backend/alerts/alert_rules.h"
#include "ui/charts/column_chart.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::Incident;
using alerts::IncidentState;
using Line = LinesList::Line;

namespace {

constexpr int incidentColumns = 20, incidentChartHeight = 132;
constexpr std::chrono::minutes shortestShown{20};

} // namespace

IncidentPane::IncidentPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"incidents.details"_s, parent), m_page(m_pane->addPage(u"incidents.details.page"_s))
{
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
}

void IncidentPane::build()
{
    m_pane->setAvatarVisible(false);
    auto* facts = m_pane->addSection(m_page);
    facts->setLineAbove(true);
    m_facts = new KeyValueGrid(this);
    m_count = m_facts->addRow(u"count"_s);
    m_first = m_facts->addRow(u"first"_s);
    m_last = m_facts->addRow(u"last"_s);
    m_assignee = m_facts->addRow(u"assignee"_s);
    m_assign = m_facts->addLink(u"assignee"_s, u"incidents.details.assign"_s);
    m_outcome = m_facts->addRow(u"outcome"_s);
    facts->body()->addWidget(m_facts);
    m_chartSection = m_pane->addSection(m_page);
    m_chart = new ColumnChart(u"incidents.details.chart"_s, m_chartSection);
    m_chart->setFixedHeight(scaled(incidentChartHeight, this));
    m_chart->setWhole(true);
    m_chartSection->setContent(m_chart);
    m_events = m_chartSection->addLink(u"incidents.details.events"_s);
    m_actionsSection = m_pane->addSection(m_page);
    m_actions = new LinesList(u"incidents.details.actions"_s, m_actionsSection);
    m_actionsSection->setContent(m_actions);
    m_stepsSection = m_pane->addSection(m_page);
    m_steps = new LinesList(u"incidents.details.steps"_s, m_stepsSection);
    m_stepsSection->setContent(m_steps);
    m_peopleSection = m_pane->addSection(m_page);
    m_people = new LinesList(u"incidents.details.people"_s, m_peopleSection);
    m_peopleSection->setContent(m_people);
    m_ruleSection = m_pane->addSection(m_page);
    m_rule = m_ruleSection->addLink(u"incidents.details.rule"_s);
    m_why = new LinesList(u"incidents.details.why"_s, m_ruleSection);
    m_ruleSection->setContent(m_why);
    m_note = makeButton(ButtonKind::Secondary, u"incidents.details.note"_s, this);
    m_acknowledge = makeButton(ButtonKind::Secondary, u"incidents.details.acknowledge"_s, this);
    m_close = makeButton(ButtonKind::Primary, u"incidents.details.close_incident"_s, this);
    m_pane->addFooterAction(m_note);
    m_pane->addFooterAction(m_acknowledge);
    m_pane->addFooterAction(m_close);
}

void IncidentPane::connectParts()
{
    connect(m_events, &QPushButton::clicked, this, &IncidentPane::eventsRequested);
    connect(m_note, &QPushButton::clicked, this, &IncidentPane::noteRequested);
    connect(m_assign, &QPushButton::clicked, this, &IncidentPane::assignRequested);
    connect(m_acknowledge, &QPushButton::clicked, this, &IncidentPane::acknowledgeRequested);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_incident->state == IncidentState::Closed)
            Q_EMIT reopenRequested();
        else
            Q_EMIT closingRequested();
    });
    connect(m_rule, &QPushButton::clicked, this, [this] { Q_EMIT ruleRequested(text(m_incident->rule.text())); });
    connect(m_actions, &LinesList::linkActivated, this, [this](int line) {
        if (m_found && line < static_cast<int>(m_found->detail.actions.size()))
            Q_EMIT undoRequested(text(m_found->detail.actions[static_cast<std::size_t>(line)].id.text()));
    });
    connect(m_people, &LinesList::linkActivated, this, [this](int line) {
        if (m_found && line < static_cast<int>(m_found->detail.people.size()))
            Q_EMIT userRequested(text(m_found->detail.people[static_cast<std::size_t>(line)].userId));
    });
}

void IncidentPane::setTexts()
{
    m_facts->setRowName(u"count"_s, tr("How much"));
    m_facts->setRowName(u"first"_s, tr("First"));
    m_facts->setRowName(u"last"_s, tr("Last"));
    m_facts->setRowName(u"assignee"_s, tr("With", "who looks after an incident"));
    m_facts->setRowName(u"outcome"_s, tr("Outcome"));
    m_chartSection->setTitle(tr("Events over time"));
    m_actionsSection->setTitle(tr("Done automatically"));
    m_stepsSection->setTitle(tr("Timeline"));
    m_peopleSection->setTitle(tr("People affected"));
    m_ruleSection->setTitle(tr("Rule that fired"));
    m_rule->setText(tr("Open rule"));
    m_events->setText(tr("Open events"));
    m_note->setText(tr("Note"));
    m_acknowledge->setText(tr("Acknowledge"));
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    m_rule->setVisible(mayOpenPanel(m_console, u"alert_rules"_s));
    if (m_incident) {
        showHead();
        showDetail();
    }
}

void IncidentPane::setIncident(const Incident& incident)
{
    const bool same = m_incident && m_incident->id == incident.id;
    m_incident = incident;
    if (!same)
        m_found.reset();
    showHead();
    showDetail();
    refresh();
}

void IncidentPane::showHead()
{
    const Incident& one = *m_incident;
    const EventMark mark = severityMark(one.severity);
    m_pane->setTitle(alertName(one.ruleName, one.shipped));
    const QString group = incidentGroup(one);
    m_pane->setSubtitle(one.groupBy == alerts::GroupBy::None ? QString() : group);
    m_pane->pill()->setContent(mark.tone, mark.icon, severityText(one.severity));
    m_pane->pill()->show();
    m_count->setText(incidentCounts(one));
    m_first->setText(exactTime(localTime(one.firstAt)));
    m_last->setText(exactTime(localTime(one.lastAt)));
    m_assignee->setText(one.assigneeName.empty() ? tr("Nobody") : text(one.assigneeName));
    const bool closed = one.state == IncidentState::Closed;
    m_outcome->setText(text(one.outcome));
    m_facts->setRowVisible(u"outcome"_s, closed && !one.outcome.empty());
    const QString against = lacks(m_console, Permission::IncidentsUpdate);
    m_assign->setText(one.assigneeId.empty() || one.assigneeId != m_console.actor().id.text() ? tr("Take it")
                                                                                              : tr("Give it back"));
    m_assign->setVisible(!closed && !m_console.actor().id.empty());
    allow(m_assign, against);
    allow(m_note, against);
    m_acknowledge->setVisible(one.state == IncidentState::Open);
    allow(m_acknowledge, against);
    m_close->setText(closed ? tr("Open again") : tr("Close incident"));
    allow(m_close, against);
}

void IncidentPane::showDetail()
{
    showChart();
    showActions();
    showSteps();
    showPeople();
    Line why;
    why.text = m_found ? incidentCounts(m_found->detail.incident) : incidentCounts(*m_incident);
    why.note = alertName(m_incident->ruleName, m_incident->shipped);
    m_why->setLines({why});
}

void IncidentPane::showChart()
{
    const bool known = m_found && !m_found->columns.empty();
    m_chartSection->setVisible(known);
    if (!known)
        return;
    QList<ChartColumn> columns;
    for (const journal::EventColumn& one : m_found->columns)
        columns << ChartColumn{clockMinuteText(one.start), {double(one.info) + one.notice + one.warning + one.critical}};
    m_chart->setSeries({{tr("Events"), Token::ChartRefused}});
    m_chart->setColumns(columns);
    m_chart->setAxisLabels(
        {{0, clockMinuteText(m_found->since)}, {static_cast<int>(columns.size()) - 1, clockMinuteText(m_found->until)}});
    int opened = -1;
    for (int i = 0; i < columns.size(); ++i) {
        if (m_found->columns[static_cast<std::size_t>(i)].start <= m_incident->openedAt)
            opened = i;
    }
    m_chart->setAnnotation(opened, Icon::Warning, tr("Rule fired"), clockMinuteText(m_incident->openedAt));
    m_chartSection->setAside(QLocale().toString(static_cast<qlonglong>(m_incident->count)));
}

void IncidentPane::showActions()
{
    QList<Line> lines;
    if (m_found) {
        for (const alerts::IncidentAction& one : m_found->detail.actions) {
            Line line;
            line.icon = one.state == alerts::ActionState::Failed ? Icon::Cross : Icon::Zap;
            line.tone = one.state == alerts::ActionState::Failed ? Tone::Warning : Tone::Muted;
            line.text = incidentActionTitle(one);
            QStringList note;
            if (!one.targetName.empty())
                note << text(one.targetName);
            if (one.state == alerts::ActionState::Done && one.until)
                note << tr("until %1").arg(clockMinuteText(*one.until));
            if (!one.why.empty())
                note << text(one.why);
            line.note = note.join(u", "_s);
            const auto needed = one.kind == alerts::ActionKind::BanAddress ? Permission::BansDelete : Permission::UsersUpdate;
            if (one.undoable && lacks(m_console, Permission::IncidentsUpdate).isEmpty() && lacks(m_console, needed).isEmpty())
                line.link = one.kind == alerts::ActionKind::BanAddress ? tr("Unban") : tr("Undo");
            lines << line;
        }
    }
    m_actionsSection->setVisible(!lines.isEmpty());
    m_actions->setLines(lines);
}

void IncidentPane::showSteps()
{
    QList<Line> lines;
    if (m_found) {
        for (const alerts::IncidentStep& step : m_found->detail.steps) {
            Line line;
            line.icon = incidentStepIcon(step);
            line.tone = step.kind == "opened" || step.kind == "failed" ? Tone::Warning : Tone::Muted;
            line.text = incidentStepTitle(step);
            line.note = step.kind == "opened" ? incidentGroup(*m_incident) : text(step.by);
            if (step.kind == "noted" || (step.kind == "closed" && !step.text.empty()))
                line.note = u"%1: %2"_s.arg(text(step.by), text(step.text));
            line.trailing = sameDay(step.at, now()) ? clockText(step.at) : shortWhenText(step.at, now());
            line.toolTip = exactTime(localTime(step.at));
            lines << line;
        }
    }
    m_stepsSection->setVisible(!lines.isEmpty());
    m_steps->setLines(lines);
}

void IncidentPane::showPeople()
{
    constexpr qsizetype shown = 8;
    QList<Line> lines;
    if (m_found) {
        const bool opens = mayOpenPanel(m_console, u"users"_s);
        for (const alerts::IncidentPerson& person : m_found->detail.people) {
            if (lines.size() == shown)
                break;
            Line line;
            line.icon = Icon::User;
            line.text = text(person.name);
            line.note = tr("%Ln events", nullptr, static_cast<int>(person.count));
            if (opens && !person.userId.empty())
                line.link = tr("Open");
            lines << line;
        }
    }
    m_peopleSection->setVisible(!lines.isEmpty());
    m_peopleSection->setCount(QLocale().toString(static_cast<qlonglong>(m_incident->people)));
    m_people->setLines(lines);
}

void IncidentPane::refresh()
{
    if (!m_incident)
        return;
    readBehind(
        m_steps,
        [id = m_incident->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.detail, services.incidents.read(actor, id));
            const Incident& one = found.detail.incident;
            found.since = one.firstAt - std::chrono::minutes(1);
            found.until = std::max(one.lastAt + std::chrono::minutes(1), found.since + shortestShown);
            auto query = audit::parseFilter(one.filter, services.clock.now(), TimeZone());
            if (query && services.events.mayListen(actor)) {
                query->since = found.since;
                query->until = found.until;
                if (auto columns = services.events.histogram(actor, *query, incidentColumns))
                    found.columns = std::move(*columns);
            }
            return found;
        },
        [this, id = m_incident->id] { return m_incident && m_incident->id == id; },
        [this](const Background& found) {
            m_incident = found.detail.incident;
            m_found = found;
            showHead();
            showDetail();
        });
}

} // namespace sallyport::ui
