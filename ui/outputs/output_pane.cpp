#include "ui/outputs/output_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/event_lines.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/output_text.h"

#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr std::uint32_t outputEventsShown = 5;

QString counted(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

OutputPane::OutputPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"outputs.details"_s, parent), m_page(m_pane->addPage(u"outputs.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

QString OutputPane::againstSending(const Console& console)
{
    const QString against = lacks(console, Permission::OutputsUpdate);
    return against.isEmpty() ? lacks(console, Permission::EventsExport) : against;
}

void OutputPane::build()
{
    auto* how = m_pane->addSection(m_page);
    m_stopped = new Banner(u"outputs.details.stopped"_s, how);
    m_stopped->setTone(Tone::Danger, Icon::Error);
    m_stopped->hide();
    how->body()->addWidget(m_stopped);
    m_how = new KeyValueGrid(this);
    m_sent = m_how->addRow(u"sent"_s);
    m_waiting = m_how->addRow(u"waiting"_s);
    m_missed = m_how->addRow(u"missed"_s);
    m_lastSent = m_how->addRow(u"last_sent"_s);
    m_lastError = m_how->addRow(u"last_error"_s);
    how->body()->addWidget(m_how);
    auto* facts = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_target = m_facts->addRow(u"target"_s, true);
    m_filter = m_facts->addRow(u"filter"_s, true);
    m_format = m_facts->addRow(u"format"_s);
    m_recipients = m_facts->addRow(u"recipients"_s);
    m_added = m_facts->addRow(u"added"_s);
    m_author = m_facts->addRow(u"author"_s);
    facts->body()->addWidget(m_facts);
    m_eventsSection = m_pane->addSection(m_page);
    m_allEvents = m_eventsSection->addLink(u"outputs.details.all_events"_s);
    m_events = new LinesList(u"outputs.details.events"_s, m_eventsSection);
    m_eventsSection->setContent(m_events);
    m_test = makeButton(ButtonKind::Secondary, u"outputs.details.test"_s, this);
    m_edit = makeButton(ButtonKind::Secondary, u"outputs.details.edit"_s, this);
    m_remove = makeIconButton(Icon::Trash, u"outputs.details.remove"_s, this, ButtonSize::Normal);
    m_toggle = makeButton(ButtonKind::Danger, u"outputs.details.toggle"_s, this);
    m_pane->addFooterAction(m_test);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_remove);
    m_pane->addFooterDanger(m_toggle);
    connect(m_allEvents, &QPushButton::clicked, this, &OutputPane::eventsRequested);
    connect(m_test, &QPushButton::clicked, this, &OutputPane::testRequested);
    connect(m_edit, &QPushButton::clicked, this, &OutputPane::editRequested);
    connect(m_remove, &QPushButton::clicked, this, &OutputPane::removeRequested);
    connect(m_toggle, &QPushButton::clicked, this, &OutputPane::toggleRequested);
}

void OutputPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    m_stopped->setTitle(tr("Nothing goes there"));
    m_how->setRowName(u"sent"_s, tr("Sent"));
    m_how->setRowName(u"waiting"_s, tr("Waiting"));
    m_how->setRowName(u"missed"_s, tr("Expired before"));
    m_how->setRowName(u"last_sent"_s, tr("Last sent"));
    m_how->setRowName(u"last_error"_s, tr("Last error"));
    m_facts->setRowName(u"target"_s, tr("Where"));
    m_facts->setRowName(u"filter"_s, tr("Filter"));
    m_facts->setRowName(u"format"_s, tr("Format"));
    m_facts->setRowName(u"recipients"_s, tr("Recipients"));
    m_facts->setRowName(u"added"_s, tr("Added"));
    m_facts->setRowName(u"author"_s, tr("Answers for it"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_allEvents->setText(tr("Show all"));
    m_test->setText(tr("Test"));
    m_edit->setText(tr("Edit"));
    setIconButtonText(m_remove, tr("Delete…"));
    if (m_destination) {
        showDestination();
        refresh();
    }
}

void OutputPane::setDestination(const outputs::Destination& destination)
{
    const bool same = m_destination && m_destination->id == destination.id;
    m_destination = destination;
    showDestination();
    if (!same)
        m_events->setLines({});
    refresh();
}

void OutputPane::showDestination()
{
    const auto& destination = *m_destination;
    const auto& fields = destination.fields;
    const auto& state = destination.state;
    m_pane->setTitle(text(fields.name));
    m_pane->setSubtitle(outputKindText(fields.kind));
    const auto mark = outputState(destination);
    const bool fails = state.stopped || state.failures > 0;
    m_pane->pill()->setContent(!destination.enabled ? Tone::Muted : fails ? Tone::Danger : Tone::Success, mark.icon, mark.text);
    m_pane->pill()->show();
    m_sent->setText(counted(state.sent));
    m_waiting->setText(counted(state.waiting));
    m_missed->setText(counted(state.dropped));
    m_lastSent->setText(whenText(state.lastSentAt, now()));
    const QString author = text(destination.author.name);
    m_stopped->setVisible(state.stopped);
    m_stopped->setText(
        tr("%1, who answers for it, may export no events any more. Save it under Edit to answer for it yourself.").arg(author));
    m_lastError->setText(state.lastError.empty() ? tr("No error")
                                                 : tr("%1: %2").arg(whenText(state.lastErrorAt, now()), text(state.lastError)));
    m_author->setText(author.isEmpty() ? tr("Nobody known; whoever saves it does") : author);
    m_target->setText(text(fields.target));
    m_filter->setText(fields.filter.empty() ? tr("Every event") : text(fields.filter));
    m_format->setText(outputFormatText(fields.format));
    QStringList recipients;
    for (const std::string& address : fields.recipients)
        recipients << text(address);
    m_facts->setRowVisible(u"recipients"_s, !recipients.isEmpty());
    m_recipients->setText(recipients.join(u", "_s));
    m_added->setText(destination.createdBy.empty()
                         ? dayText(destination.createdAt)
                         : tr("%1 by %2").arg(dayText(destination.createdAt), text(destination.createdBy)));
    const QString against = lacks(m_console, Permission::OutputsUpdate), alone = againstSending(m_console);
    for (QPushButton* button : {m_test, m_remove})
        allow(button, against);
    allow(m_edit, alone);
    allow(m_toggle, destination.enabled ? against : alone);
    m_toggle->setText(destination.enabled ? tr("Disable") : tr("Enable"));
    setButtonKind(m_toggle, destination.enabled ? ButtonKind::Danger : ButtonKind::Secondary);
}

void OutputPane::refresh()
{
    if (!m_destination)
        return;
    readBehind(
        m_events,
        [id = m_destination->id](Services& services, const access::Actor& actor) -> Result<Background> {
            Background found;
            SALLYPORT_ASSIGN(found.destination, services.destinations.read(actor, id));
            found.events = eventsOf(services, actor, {id.text(), found.destination.fields.name}, outputEventsShown);
            return found;
        },
        [this, id = m_destination->id] { return m_destination && m_destination->id == id; },
        [this](const Background& found) {
            m_destination = found.destination;
            showDestination();
            showEvents(m_events, found.events.events, found.events.error, now());
        });
}

} // namespace sallyport::ui
