#include "ui/incidents/incident_pane.h"

#include "ui/charts/column_chart.h"
#include "ui/console/permit.h"
#include "ui/incidents/concerned_list.h"
#include "ui/incidents/incident_actions.h"
#include "ui/incidents/incident_footer.h"
#include "ui/incidents/incident_rule.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/timeline.h"
#include "ui/incidents/two_columns.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/tab_order.h"
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
using alerts::ActionState;
using alerts::Incident;
using alerts::IncidentState;

namespace {

constexpr int detailWidth = 695, chartHeight = 84, actionHeight = 44;
constexpr std::size_t stepsShown = 40;

double eventsIn(const journal::EventColumn& one)
{
    return double(one.info) + one.notice + one.warning + one.critical;
}

} // namespace

IncidentPane::IncidentPane(Console& console, IncidentActions* actions, QWidget* parent)
    : SubjectPane(console, u"incidents.details"_s, parent), m_actions(actions),
      m_page(m_pane->addPage(u"incidents.details.page"_s))
{
    setProperty(usualPaneWidth, detailWidth);
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
}

void IncidentPane::build()
{
    m_pane->setAvatarVisible(false);
    m_events = makeButton(ButtonKind::Secondary, u"incidents.details.events"_s, m_pane);
    m_pane->addHeadAction(m_events);
    auto* page = m_pane->addSection(m_page);
    page->setLineAbove(true);
    page->layout()->setContentsMargins(0, 1, 0, 0); // the columns' sections have their own
    auto* columns = new TwoColumns(page);
    page->setContent(columns);
    buildLeading(columns->leading());
    buildTrailing(columns->trailing());
    m_footer = new IncidentFooter(m_console, m_actions, this);
    layout()->addWidget(m_footer);
}

void IncidentPane::buildLeading(QWidget* column)
{
    auto* rows = static_cast<QVBoxLayout*>(column->layout());
    m_chartSection = new PaneSection(column);
    m_chartSection->setLineAbove(false);
    m_chart = new ColumnChart(u"incidents.details.chart"_s, m_chartSection);
    m_chart->setMinimumHeight(scaled(chartHeight, this));
    m_chart->setFixedHeight(scaled(chartHeight, this));
    m_chart->setWhole(true);
    m_legend = new ChartLegend(u"incidents.details.legend"_s, m_chartSection);
    m_chartSection->setContent(m_chart);
    m_chartSection->setContent(m_legend);
    rows->addWidget(m_chartSection);
    m_stepsSection = new PaneSection(column);
    m_allSteps = m_stepsSection->addLink(u"incidents.details.steps.all"_s);
    m_failure = new LinesList(u"incidents.details.failure"_s, m_stepsSection);
    m_steps = new Timeline(u"incidents.details.steps"_s, m_stepsSection);
    m_stepsSection->body()->addSpacing(6);
    m_stepsSection->setContent(m_failure);
    m_stepsSection->setContent(m_steps);
    rows->addWidget(m_stepsSection);
    rows->addStretch(1);
}

void IncidentPane::buildTrailing(QWidget* column)
{
    auto* rows = static_cast<QVBoxLayout*>(column->layout());
    m_doneSection = new PaneSection(column);
    m_doneSection->setLineAbove(false);
    m_done = new QWidget(m_doneSection);
    m_done->setObjectName(u"incidents.details.actions"_s);
    auto* done = new QVBoxLayout(m_done);
    done->setContentsMargins(0, 0, 0, 0);
    done->setSpacing(0);
    m_doneSection->setContent(m_done);
    rows->addWidget(m_doneSection);
    const auto list = [&](Concerned::Kind kind) {
        auto* section = new PaneSection(column);
        rows->addWidget(section);
        return new ConcernedList(kind, section);
    };
    m_people = list(Concerned::Kind::Person);
    m_addresses = list(Concerned::Kind::Address);
    m_keys = list(Concerned::Kind::Key);
    auto* rule = new PaneSection(column);
    rows->addWidget(rule);
    m_rule = new IncidentRule(m_console, rule);
    rows->addStretch(1);
}

void IncidentPane::connectParts()
{
    connect(m_events, &QPushButton::clicked, this, &IncidentPane::eventsRequested);
    connect(m_allSteps, &QPushButton::clicked, this, [this] {
        m_showsAllSteps = !m_showsAllSteps;
        showSteps();
    });
    const std::pair<ConcernedList*, QString> lists[] = {{m_people, u"users"_s}, {m_addresses, u"threats"_s}, {m_keys, u"keys"_s}};
    for (const auto& [list, panel] : lists) {
        connect(list, &ConcernedList::tickedChanged, this, &IncidentPane::tellTicked);
        connect(list, &ConcernedList::eventsRequested, this, &IncidentPane::partRequested);
        connect(list, &ConcernedList::openRequested, this,
                [this, panel = panel](const QString& id) { Q_EMIT openRequested(panel, id); });
    }
    connect(m_rule, &IncidentRule::ruleRequested, this,
            [this](const QString& id) { Q_EMIT openRequested(u"alert_rules"_s, id); });
}

void IncidentPane::setTexts()
{
    m_stepsSection->setTitle(tr("Timeline"));
    m_doneSection->setTitle(tr("Done automatically"));
    m_events->setText(tr("Open events"));
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    m_rule->retranslate();
    m_footer->retranslate();
    for (ConcernedList* list : {m_people, m_addresses, m_keys})
        list->retranslate();
    if (m_incident) {
        showHead();
        showFacts();
    }
}

void IncidentPane::setIncident(const Incident& incident)
{
    const bool same = m_incident && m_incident->id == incident.id;
    m_incident = incident;
    if (!same) {
        m_found.reset();
        m_showsAllSteps = false;
        m_failure->setLines({});
        for (ConcernedList* list : {m_people, m_addresses, m_keys})
            list->clear();
    }
    showHead();
    showFacts();
    refresh();
}

void IncidentPane::showHead()
{
    const Incident& one = *m_incident;
    const EventMark mark = severityMark(one.severity);
    m_pane->setTitle(alertName(one.ruleName, one.shipped));
    m_pane->pill()->setContent(mark.tone, mark.icon, severityText(one.severity));
    m_pane->pill()->show();
    QString state;
    const auto when = [this](const std::optional<UtcTime>& time) {
        return !time ? QString() : sameDay(*time, now()) ? clockMinuteText(*time) : shortWhenText(*time, now());
    };
    if (one.state == IncidentState::Acknowledged)
        state = one.acknowledgedBy.empty() ? tr("Acknowledged")
                                           : tr("Acknowledged by %1, %2").arg(text(one.acknowledgedBy), when(one.acknowledgedAt));
    else if (one.state == IncidentState::Closed)
        state = one.closedBy.empty() ? tr("Closed") : tr("Closed by %1, %2").arg(text(one.closedBy), when(one.closedAt));
    if (!one.assigneeName.empty() && one.state != IncidentState::Closed && one.assigneeName != one.acknowledgedBy)
        state = state.isEmpty() ? tr("With %1", "who looks after an incident").arg(text(one.assigneeName))
                                : tr("%1, with %2", "who looks after an incident").arg(state, text(one.assigneeName));
    if (state.endsWith(u", "_s))
        state.chop(2);
    const QString about = IncidentsModel::about(one, true);
    m_pane->setSubtitle(state.isEmpty() ? about : u"%1 · %2"_s.arg(about, state));
    m_footer->setIncident(one);
}

void IncidentPane::showFacts()
{
    showChart();
    showSteps();
    showActions();
    if (m_found) {
        m_people->setConcerned(m_found->people, m_incident->people);
        m_addresses->setConcerned(m_found->addresses, 0);
        m_keys->setConcerned(m_found->keys, 0);
    }
    m_rule->setIncident(*m_incident, m_found ? static_cast<std::int64_t>(m_found->addresses.size()) : 0);
}

void IncidentPane::tellTicked()
{
    m_footer->setTicked(m_people->ticked(), m_addresses->ticked(), m_keys->ticked());
}

void IncidentPane::showChart()
{
    const bool known = m_found && !m_found->columns.empty();
    m_chartSection->setVisible(known);
    if (!known)
        return;
    const auto& kept = m_found->kept;
    QList<ChartColumn> columns;
    double blocked = 0;
    for (std::size_t at = 0; at < m_found->columns.size(); ++at) {
        ChartColumn column{clockMinuteText(m_found->columns[at].start), {eventsIn(m_found->columns[at])}};
        if (!kept.empty()) {
            column.values << (at < kept.size() ? eventsIn(kept[at]) : 0);
            blocked += column.values.last();
        }
        columns << column;
    }
    QList<ChartSeries> series{{tr("Events"), Token::ChartRefused}};
    QList<ChartLegend::Entry> entries{
        {tr("Events"), Token::ChartRefused, QLocale().toString(static_cast<qlonglong>(m_incident->count))}};
    if (!kept.empty()) {
        series << ChartSeries{tr("Blocked"), Token::ChartBlocked};
        entries << ChartLegend::Entry{tr("Blocked"), Token::ChartBlocked, QLocale().toString(static_cast<qlonglong>(blocked))};
    }
    m_chart->setSeries(series);
    m_chart->setColumns(columns);
    m_legend->setEntries(entries);
    const bool day = sameDay(m_found->since, m_found->until);
    const auto edge = [&](UtcTime time) { return day ? clockMinuteText(time) : shortWhenText(time, now()); };
    m_chart->setAxisLabels({{0, edge(m_found->since)}, {static_cast<int>(columns.size()) - 1, edge(m_found->until)}});
    // What matters most is when it was stopped; else when somebody was told.
    UtcTime marked = m_incident->openedAt;
    Icon icon = Icon::Warning;
    QString what = tr("Rule fired");
    for (const alerts::IncidentAction& action : m_found->detail.actions) {
        if (action.kind == alerts::ActionKind::BanAddress && action.at) {
            marked = *action.at;
            icon = Icon::Ban;
            what = tr("Banned");
        }
    }
    int column = -1;
    for (int i = 0; i < columns.size(); ++i)
        if (m_found->columns[static_cast<std::size_t>(i)].start <= marked)
            column = i;
    m_chart->setAnnotation(column, icon, what, clockMinuteText(marked));
    m_chartSection->setTitle(isAMinuteAColumn(m_found->since, m_found->until) ? tr("Events a minute") : tr("Events over time"));
    m_chartSection->setAside(tr("%1 to %2").arg(edge(m_found->since), edge(m_found->until)));
}

QWidget* IncidentPane::makeAction(const alerts::IncidentAction& action, int place)
{
    auto* widget = new QWidget(m_done);
    const bool failed = action.state == ActionState::Failed;
    const QString title = incidentActionTitle(action);
    QStringList parts;
    if (!action.targetName.empty())
        parts << text(action.targetName);
    if (action.state == ActionState::Done && action.until)
        parts << tr("until %1").arg(clockMinuteText(*action.until));
    if (action.state == ActionState::Undone && !action.endedBy.empty())
        parts << tr("by %1").arg(text(action.endedBy));
    if (!action.why.empty())
        parts << text(action.why);
    const QString note = parts.join(u", "_s);
    widget->setAccessibleName(note.isEmpty() ? title : title + u", "_s + note);
    widget->setMinimumHeight(scaled(actionHeight, this));
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 2, 0, 2);
    row->setSpacing(8);
    auto* icon = new QVBoxLayout;
    icon->addSpacing(2);
    icon->addWidget(
        new IconLabel(failed ? Icon::Cross : incidentActionIcon(action.kind), failed ? Tone::Warning : Tone::Muted, 16, widget));
    icon->addStretch(1);
    row->addLayout(icon);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    for (const auto& [words, style, tone] :
         {std::tuple{title, TextStyle::BodyStrong, Tone::Normal}, std::tuple{note, TextStyle::Small, Tone::Muted}}) {
        if (words.isEmpty())
            continue;
        auto* label = new ElideLabel(style, tone, widget);
        label->setWraps(true);
        label->setText(words);
        texts->addWidget(label);
    }
    texts->addStretch(1);
    row->addLayout(texts, 1);
    const bool ban = action.kind == alerts::ActionKind::BanAddress;
    const auto needed = ban ? Permission::BansDelete : Permission::UsersUpdate;
    if (action.undoable && lacks(m_console, Permission::IncidentsUpdate).isEmpty() && lacks(m_console, needed).isEmpty()) {
        auto* undo =
            makeButton(ButtonKind::Secondary, u"incidents.details.actions.%1"_s.arg(place), widget, Icon::None, ButtonSize::Tool);
        undo->setText(ban ? tr("Unban") : tr("Undo"));
        undo->setAccessibleName(undo->text() + u": "_s + title);
        connect(undo, &QPushButton::clicked, this, [this, id = text(action.id.text())] { Q_EMIT undoRequested(id); });
        row->addWidget(undo, 0, Qt::AlignVCenter);
    }
    return widget;
}

void IncidentPane::showActions()
{
    rebuildAround(m_done, [&] {
        while (auto* item = m_done->layout()->takeAt(0)) {
            if (auto* widget = item->widget()) {
                widget->hide();
                widget->setObjectName({});
                widget->deleteLater(); // a click on its own button may be what leads here
            }
            delete item;
        }
        int place = 0;
        for (const alerts::IncidentAction& one : m_found ? m_found->detail.actions : std::vector<alerts::IncidentAction>()) {
            auto* widget = makeAction(one, place++);
            m_done->layout()->addWidget(widget);
            widget->show();
        }
    });
    m_doneSection->setVisible(m_found && !m_found->detail.actions.empty());
}

void IncidentPane::showSteps()
{
    QList<Timeline::Entry> entries;
    const auto put = [&](UtcTime at, Icon icon, Tone tone, const QString& what, const QString& note) {
        entries << Timeline::Entry{
            sameDay(at, now()) ? clockText(at) : shortWhenText(at, now()), exactTime(localTime(at)), icon, tone, what, note};
    };
    if (m_found) {
        const auto& steps = m_found->detail.steps;
        // The first event is why it opened, and stands there; the last only where something came between.
        if (m_found->first)
            put(m_found->first->time, Icon::Activity, Tone::Muted, tr("First: %1").arg(eventHeadline(*m_found->first)),
                eventWho(*m_found->first));
        else
            put(m_incident->firstAt, Icon::Activity, Tone::Muted, tr("First event"), {});
        bool lastSaid = m_incident->count < 2;
        const auto sayLast = [&] {
            if (std::exchange(lastSaid, true))
                return;
            if (m_found->last)
                put(m_found->last->time, Icon::Activity, Tone::Muted, tr("Last: %1").arg(eventHeadline(*m_found->last)),
                    eventWho(*m_found->last));
            else
                put(m_incident->lastAt, Icon::Activity, Tone::Muted, tr("Last event"), {});
        };
        for (const alerts::IncidentStep& step : steps) {
            if (step.at > m_incident->lastAt)
                sayLast();
            const bool alarm = step.kind == "opened" || step.kind == "failed";
            const QString note = step.kind == "opened" ? incidentGroup(*m_incident) : incidentStepNote(step);
            put(step.at, incidentStepIcon(step), alarm ? Tone::Warning : Tone::Muted, incidentStepTitle(step), note);
        }
        sayLast();
    }
    const qsizetype all = entries.size();
    const bool many = all > static_cast<qsizetype>(stepsShown);
    if (many && !m_showsAllSteps)
        entries = entries.last(static_cast<qsizetype>(stepsShown));
    m_allSteps->setVisible(many);
    m_allSteps->setText(m_showsAllSteps ? tr("Show fewer") : tr("Show all %L1").arg(all));
    m_stepsSection->setAside(entries.size() > 1 ? tr("Newest last") : QString());
    m_steps->setEntries(entries);
}

void IncidentPane::refresh()
{
    if (!m_incident)
        return;
    readBehind(
        m_failure,
        [id = m_incident->id](Services& services, const access::Actor& actor) { return readIncidentFacts(services, actor, id); },
        [this, id = m_incident->id] { return m_incident && m_incident->id == id; },
        [this](const IncidentFacts& found) {
            const auto& now = found.detail.incident;
            const bool grown = m_incident->count != now.count || m_incident->people != now.people;
            m_incident = now;
            m_found = found;
            m_failure->setLines({});
            showHead();
            showFacts();
            if (grown)
                Q_EMIT counted();
        });
}

} // namespace sallyport::ui
