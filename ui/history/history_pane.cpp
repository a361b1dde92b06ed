#include "ui/history/history_pane.h"

#include "ui/console/permit.h"
#include "ui/history/history_model.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/change_text.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using history::Version;
using Line = LinesList::Line;

HistoryPane::HistoryPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"history.details"_s, parent), m_page(m_pane->addPage(u"history.details.overview"_s)),
      m_facts(new KeyValueGrid(this))
{
    m_pane->setAvatarVisible(false);
    auto* facts = m_pane->addSection(m_page);
    facts->setLineAbove(true);
    m_by = m_facts->addRow(u"by"_s);
    m_when = m_facts->addRow(u"when"_s);
    facts->body()->addWidget(m_facts);
    m_changesPart = m_pane->addSection(m_page);
    m_changes = new LinesList(u"history.details.changes"_s, m_changesPart);
    m_changesPart->setContent(m_changes);
    m_events = makeButton(ButtonKind::Secondary, u"history.details.events"_s, this);
    m_undo = makeButton(ButtonKind::Danger, u"history.details.undo"_s, this);
    m_pane->addFooterAction(m_events);
    m_pane->addFooterDanger(m_undo);
    connect(m_events, &QPushButton::clicked, this, &HistoryPane::eventsRequested);
    connect(m_undo, &QPushButton::clicked, this, &HistoryPane::undoRequested);
    onRetranslate(this, [this] { setTexts(); });
}

void HistoryPane::setTexts()
{
    m_facts->setRowName(u"by"_s, tr("By"));
    m_facts->setRowName(u"when"_s, tr("When"));
    m_changesPart->setTitle(tr("Before and after"));
    m_events->setText(tr("Open events"));
    m_undo->setText(tr("Undo"));
    if (m_version)
        show();
}

void HistoryPane::setVersion(const Version& version)
{
    m_version = version;
    show();
}

void HistoryPane::refresh()
{
    if (!m_version)
        return;
    readBehind(
        m_changes,
        [id = m_version->id](Services& services, const access::Actor& actor) { return services.history.read(actor, id); },
        [this, id = m_version->id] { return m_version && m_version->id == id; },
        [this](const Version& version) { setVersion(version); });
}

void HistoryPane::show()
{
    const Version& version = *m_version;
    m_pane->setTitle(versionObjectText(version));
    m_pane->setSubtitle(kindTitle(version.kind));
    m_by->setText(text(version.by));
    m_when->setText(exactTime(localTime(version.at)));
    QList<Line> lines;
    for (const history::VersionChange& change : version.changes) {
        Line line;
        line.text = version.objectKind == "setting" ? tr("Value") : changeFieldText(change.field);
        line.note = u"%1 → %2"_s.arg(changeValueText(change.field, change.before), changeValueText(change.field, change.after));
        line.toolTip = line.note;
        lines << line;
    }
    if (lines.isEmpty())
        m_changes->setNotice(tr("The event names no values."));
    else
        m_changes->setLines(lines);
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    allow(m_undo,
          version.undoable               ? QString()
          : version.whyNot == "not_told" ? tr("The event doesn’t hold what was there before")
                                         : tr("This is taken back where it was changed"),
          version.undoable);
}

} // namespace sallyport::ui
