#include "ui/incidents/incidents_panel.h"

#include "ui/console/permit.h"
#include "ui/incidents/assign_dialog.h"
#include "ui/incidents/incident_actions.h"
#include "ui/incidents/incident_footer.h"
#include "ui/incidents/incident_list.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/note_dialog.h"
#include "ui/look/retranslate.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"
#include "ui/words/alert_text.h"
#include "ui/words/user_text.h"

#include <QMenu>
#include <QPointer>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::Incident;
using alerts::IncidentDetail;
using alerts::IncidentId;
using alerts::IncidentPatch;
using alerts::IncidentState;
using Show = IncidentsModel::Show;

IncidentsPanel::IncidentsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new IncidentsModel(console, this)), m_header(new PageHeader(this)),
      m_toast(new Toast(this)), m_actions(new IncidentActions(console, this, m_toast))
{
    setObjectName(u"incidents"_s);
    build();
    connectParts();
    refreshAfter({"incident.", "alert.act"});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
    countOpen();
}

IncidentsPanel::~IncidentsPanel() = default;

DataTable* IncidentsPanel::table() const
{
    return m_list->table();
}

void IncidentsPanel::build()
{
    m_list = new ListPanel({.name = u"incidents"_s,
                            .model = m_model,
                            .columns = IncidentsModel::columns(),
                            .icon = Icon::Bell,
                            .sortedColumn = -1,
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    auto* filter = m_list->filter();
    m_which = new SegmentedControl(u"incidents.which"_s, filter);
    for (const char* name : {"all", "open", "mine"})
        m_which->addSegment(QLatin1StringView(name));
    filter->addWidget(m_which);
    new IncidentList(m_list->table(), m_model);
    m_pane = new IncidentPane(console(), m_actions, this);
    m_list->setPane(u"incidents.splitter"_s, m_pane);
    m_rules = makeButton(ButtonKind::Secondary, u"incidents.rules"_s, this, Icon::Bell);
    m_header->addAction(m_rules);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void IncidentsPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &IncidentsModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] { m_which->setCurrent(0); });
    connect(m_list, &ListPanel::shown, this, &IncidentsPanel::showState);
    connect(m_list, &ListPanel::menuWanted, this, &IncidentsPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const Incident* incident = m_model->incidentAt(row))
            openPane(*incident);
    });
    connect(m_which, &SegmentedControl::currentChanged, this,
            [this](int index) { m_list->change([this, index] { m_model->show(static_cast<Show>(index)); }); });
    connect(m_rules, &QPushButton::clicked, this, [this] { Q_EMIT navigate(u"alert_rules"_s, {}); });
    connect(m_pane, &IncidentPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &IncidentPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &IncidentPane::counted, m_model, &PagedModel::refresh); // its line says the same
    connect(m_pane, &IncidentPane::eventsRequested, this, [this] { openEvents(m_pane->incident()); });
    connect(m_pane, &IncidentPane::partRequested, this, [this](const QString& filter) {
        Q_EMIT navigate(u"events"_s, u"%1 %2"_s.arg(text(m_pane->incident().filter), filter));
    });
    connect(m_pane, &IncidentPane::undoRequested, this, [this](const QString& action) { undo(m_pane->incident().id, action); });
    connect(m_pane, &IncidentPane::openRequested, this, [this](const QString& panel, const QString& id) {
        if (mayOpenPanel(console(), panel))
            Q_EMIT navigate(panel, id);
    });
    const IncidentFooter* footer = m_pane->footer();
    connect(footer, &IncidentFooter::acknowledgeRequested, this,
            [this] { setState(m_pane->incident(), IncidentState::Acknowledged); });
    connect(footer, &IncidentFooter::reopenRequested, this, [this] { setState(m_pane->incident(), IncidentState::Open); });
    connect(footer, &IncidentFooter::takingRequested, this, [this] { take(m_pane->incident()); });
    connect(footer, &IncidentFooter::assignRequested, this, [this] { assign(m_pane->incident()); });
    connect(footer, &IncidentFooter::noteRequested, this, [this] { write(m_pane->incident(), false); });
    connect(footer, &IncidentFooter::closingRequested, this, [this] { write(m_pane->incident(), true); });
    connect(m_actions, &IncidentActions::changed, this, &IncidentsPanel::refresh);
}

void IncidentsPanel::setTexts()
{
    m_header->setTitle(tr("Incidents"));
    m_which->setAccessibleName(tr("Which incidents"));
    showCounts();
    m_rules->setText(tr("Alert rules"));
    m_rules->setVisible(mayOpenPanel(console(), u"alert_rules"_s));
    m_list->setTexts({.placeholder = tr("Filter incidents"),
                      .filter = tr("Filter by rule, whom it is about or who looks after it"),
                      .table = tr("Incidents"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading incidents"),
                      .safe = tr("The rules go on watching: the server doesn’t need this list.")});
}

void IncidentsPanel::showState()
{
    // Heads of groups are no incidents: what is open counts.
    m_header->setCount(m_counts ? tr("%Ln open", nullptr, static_cast<int>(m_counts->open + m_counts->acknowledged)) : QString());
    if (m_model->isFiltered())
        m_list->empty()->setTexts(tr("No incident matches"), tr("Nothing has this text or is of this kind."));
    else
        m_list->empty()->setTexts(tr("Nothing needs you"),
                                  tr("What the alert rules find stands here until somebody has closed it."));
}

void IncidentsPanel::fillMenu(QMenu* menu, int row)
{
    const Incident* found = m_model->incidentAt(row);
    if (!found)
        return;
    const Incident incident = *found;
    const QString against = lacks(console(), Permission::IncidentsUpdate);
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Open events"), [this, incident] { openEvents(incident); });
    menu->addSeparator();
    if (incident.state == IncidentState::Open)
        allow(put(tr("Acknowledge"), [this, incident] { setState(incident, IncidentState::Acknowledged); }), against);
    allow(put(tr("Note…"), [this, incident] { write(incident, false); }), against);
    if (incident.state == IncidentState::Closed)
        allow(put(tr("Open again"), [this, incident] { setState(incident, IncidentState::Open); }), against);
    else
        allow(put(tr("Close…"), [this, incident] { write(incident, true); }), against);
}

void IncidentsPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    if (const int which = m_which->indexOf(argument == u"closed" ? u"all"_s : argument); which >= 0)
        return m_which->setCurrent(which);
    console().run(
        this,
        [id = IncidentId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.incidents.read(actor, id);
        },
        [this](const Result<IncidentDetail>& detail) {
            if (!detail)
                return;
            openPane(detail->incident);
            if (detail->incident.state == IncidentState::Closed)
                m_which->setCurrent(m_which->indexOf(u"all"_s));
            m_list->reveal(text(detail->incident.id.text()));
        });
}

void IncidentsPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
    countOpen();
}

void IncidentsPanel::openPane(const Incident& incident)
{
    m_pane->setIncident(incident);
    m_list->openPane();
}

void IncidentsPanel::openEvents(const Incident& incident)
{
    Q_EMIT navigate(u"events"_s, text(incident.filter));
}

template <typename Dialog>
void IncidentsPanel::change(const IncidentId& id, IncidentPatch patch, const QString& done, Dialog* dialog)
{
    console().run(
        this, [id, patch](Services& services, const access::Actor& actor) { return services.incidents.change(actor, id, patch); },
        [this, id, patch, done, shown = QPointer<Dialog>(dialog)](const Result<IncidentDetail>& changed) {
            if (!changed && wantsStepUp(changed.error()))
                return askStepUp(console(), this, [this, id, patch, done, shown] { change<Dialog>(id, patch, done, shown); });
            if (changed && shown)
                shown->accept();
            if (changed)
                m_toast->say(Tone::Success, done);
            else if (shown)
                shown->showFailure(errorLine(changed.error()));
            else
                m_toast->say(Tone::Danger, errorLine(changed.error()));
            refresh();
        });
}

void IncidentsPanel::setState(const Incident& incident, IncidentState state)
{
    IncidentPatch patch;
    patch.state = state;
    change<NoteDialog>(incident.id, patch, state == IncidentState::Open ? tr("Opened again") : tr("Acknowledged"));
}

void IncidentsPanel::take(const Incident& incident)
{
    const std::string self = console().actor().id.text();
    IncidentPatch patch;
    patch.assignee = incident.assigneeId == self ? std::string() : self;
    change<NoteDialog>(incident.id, patch, patch.assignee->empty() ? tr("Given back") : tr("It is yours now"));
}

void IncidentsPanel::assign(const Incident& incident)
{
    auto* dialog = new AssignDialog(console(), alertName(incident.ruleName, incident.shipped), UserId(incident.assigneeId),
                                    text(incident.assigneeName), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AssignDialog::submitted, this, [this, dialog, id = incident.id](const UserId& person) {
        IncidentPatch patch;
        patch.assignee = person.text();
        change(id, patch, person.empty() ? tr("Given back") : tr("Assigned"), dialog);
    });
    dialog->open();
}

void IncidentsPanel::write(const Incident& incident, bool closes)
{
    auto* dialog = new NoteDialog(closes ? NoteDialog::Purpose::Close : NoteDialog::Purpose::Note,
                                  alertName(incident.ruleName, incident.shipped), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NoteDialog::submitted, this, [this, dialog, id = incident.id, closes](const QString& typed) {
        IncidentPatch patch;
        if (closes) {
            patch.state = IncidentState::Closed;
            patch.outcome = typed.toStdString();
        } else {
            patch.note = typed.toStdString();
        }
        change(id, patch, closes ? tr("Closed") : tr("Note added"), dialog);
    });
    dialog->open();
}

void IncidentsPanel::undo(const IncidentId& id, const QString& action)
{
    console().run(
        this,
        [id, what = alerts::IncidentActionId(action.toStdString())](Services& services, const access::Actor& actor) {
            return services.incidents.undo(actor, id, what);
        },
        [this, id, action](const Result<IncidentDetail>& undone) {
            if (!undone && wantsStepUp(undone.error()))
                return askStepUp(console(), this, [this, id, action] { undo(id, action); });
            if (undone)
                m_toast->say(Tone::Success, tr("Taken back"));
            else
                m_toast->say(Tone::Danger, errorLine(undone.error()));
            refresh();
        });
}

/// For the navigation and the choices: what nobody has closed, whatever is shown here.
void IncidentsPanel::countOpen()
{
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.incidents.counts(actor); },
        [this](const Result<alerts::IncidentCounts>& counts) {
            if (!counts)
                return;
            m_counts = *counts;
            showCounts();
            showState();
            Q_EMIT countChanged(static_cast<int>(counts->open + counts->acknowledged));
        });
}

void IncidentsPanel::showCounts()
{
    const alerts::IncidentCounts none;
    const alerts::IncidentCounts& counts = m_counts ? *m_counts : none;
    const auto show = [&](int segment, const QString& words, std::int64_t count) {
        m_which->setSegmentText(segment, m_counts ? u"%1 %L2"_s.arg(words).arg(count) : words);
    };
    show(0, tr("All"), counts.open + counts.acknowledged + counts.closed);
    show(1, tr("Open"), counts.open + counts.acknowledged);
    show(2, tr("Mine"), counts.mine);
}

} // namespace sallyport::ui
