#include "ui/records/record_pane.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/event_lines.h"
#include "ui/parts/lines_list.h"
#include "ui/records/comment_editor.h"
#include "ui/records/comments_part.h"
#include "ui/records/files_part.h"
#include "ui/records/sensitive_part.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/record_text.h"
#include "ui/words/relative_time.h"

#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr std::uint32_t recordEventsShown = 5;
constexpr qsizetype longestWord = 40; ///< that is shown without a place where it may be broken

/// The same text, that also fits a narrow pane where it has no spaces: invisible places to break at.
QString breakable(const QString& text)
{
    QString broken;
    qsizetype since = 0;
    for (const QChar letter : text) {
        since = letter.isSpace() ? 0 : since + 1;
        if (since > longestWord && !letter.isLowSurrogate() && !letter.isMark()) {
            broken += QChar(0x200B);
            since = 0;
        }
        broken += letter;
    }
    return broken;
}

} // namespace

RecordPane::RecordPane(Console& console, QWidget* parent)
    : SubjectPane(console, u"records.details"_s, parent), m_page(m_pane->addPage(u"records.details.overview"_s))
{
    m_pane->setAvatarVisible(false);
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void RecordPane::build()
{
    m_more = makeIconButton(Icon::More, u"records.details.more"_s, this);
    m_pane->addHeadAction(m_more);
    m_readSection = m_pane->addSection(m_page);
    m_readSection->setLineAbove(true);
    m_readSection->setContent(makeLastRead());
    auto* body = m_pane->addSection(m_page);
    m_body = makeLabel(TextStyle::Body, Tone::Normal, body);
    m_body->setObjectName(u"records.details.body"_s);
    m_body->setWordWrap(true);
    m_body->setTextFormat(Qt::PlainText);
    m_body->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body->setContent(m_body);
    m_sensitiveSection = m_pane->addSection(m_page);
    m_sensitive = new SensitivePart(m_console, m_sensitiveSection);
    buildAttachments();
    m_factsSection = m_pane->addSection(m_page);
    m_facts = new KeyValueGrid(this);
    m_added = m_facts->addRow(u"added"_s);
    m_changed = m_facts->addRow(u"changed"_s);
    m_factsSection->body()->addWidget(m_facts);
    m_eventsSection = m_pane->addSection(m_page);
    m_allEvents = m_eventsSection->addLink(u"records.details.all_events"_s);
    m_events = new LinesList(u"records.details.events"_s, m_eventsSection);
    m_eventsSection->setContent(m_events);
    connect(m_sensitive, &SensitivePart::failed, this, &RecordPane::failed);
    connect(m_allEvents, &QPushButton::clicked, this, &RecordPane::eventsRequested);
    connect(m_more, &QPushButton::clicked, this, [this] { Q_EMIT moreRequested(m_more); });
    connect(m_why, &QPushButton::clicked, this, [this] {
        if (m_lastRead)
            Q_EMIT decisionRequested(text(m_lastRead->id));
    });
}

void RecordPane::buildAttachments()
{
    m_filesSection = m_pane->addSection(m_page);
    m_files = new FilesPart(m_console, m_filesSection);
    m_filesSection->setVisible(m_console.may(Permission::FilesRead));
    m_commentsSection = m_pane->addSection(m_page);
    m_comments = new CommentsPart(m_console, m_commentsSection);
    m_line = new CommentLine(m_console, this);
    layout()->addWidget(m_line);
    const bool mayReadComments = m_console.may(Permission::CommentsRead);
    m_commentsSection->setVisible(mayReadComments);
    m_line->setVisible(mayReadComments);
    setAcceptDrops(true);
    connect(m_files, &FilesPart::done, this, &RecordPane::done);
    connect(m_files, &FilesPart::failed, this, &RecordPane::partFailed);
    connect(m_comments, &CommentsPart::failed, this, [this](const Error& error) { Q_EMIT partFailed(error, tr("Comment")); });
    connect(m_line, &CommentLine::failed, this, [this](const Error& error) { Q_EMIT partFailed(error, tr("Comment")); });
    connect(m_line, &CommentLine::written, m_comments, &CommentsPart::take);
}

void RecordPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_record && !m_files->uploadable(event->mimeData()).isEmpty()) {
        event->setDropAction(Qt::CopyAction);
        event->accept();
    }
}

void RecordPane::dropEvent(QDropEvent* event)
{
    const QStringList paths = m_files->uploadable(event->mimeData());
    if (paths.isEmpty())
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    m_files->upload(paths);
}

QWidget* RecordPane::makeLastRead()
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new IconLabel(Icon::Eye, Tone::Muted, 16, line));
    m_read = new ElideLabel(TextStyle::Body, Tone::Normal, line);
    m_read->setWraps(true);
    row->addWidget(m_read, 1);
    m_why = makeButton(ButtonKind::Link, u"records.details.why"_s, line);
    row->addWidget(m_why);
    return line;
}

void RecordPane::setTexts()
{
    m_pane->setPageTitle(m_page, tr("Overview"));
    setIconButtonText(m_more, tr("More"));
    m_why->setText(tr("Why was that allowed?"));
    m_facts->setRowName(u"added"_s, tr("Added"));
    m_facts->setRowName(u"changed"_s, tr("Changed"));
    m_eventsSection->setTitle(tr("Recent events"));
    m_allEvents->setText(tr("Show all"));
    if (m_record) {
        showRecord();
        refresh();
    }
}

void RecordPane::setRecord(const records::Record& record)
{
    const bool same = m_record && m_record->id == record.id;
    const std::string body = same ? m_record->body : std::string();
    m_hasText = same && m_hasText;
    m_record = record;
    if (m_record->body.empty())
        m_record->body = body; // the list has none
    if (!same) {
        m_lastRead.reset();
        m_events->setLines({});
    }
    showRecord();
    refresh();
}

void RecordPane::showRecord()
{
    const records::Record& record = *m_record;
    m_pane->setTitle(text(record.title));
    const QString owner = recordOwner(record);
    const QString whose = record.department && !record.department->empty()
                              //: %1: somebody's name, %2: their department
                              ? tr("%1, %2").arg(owner, text(*record.department))
                              : owner;
    //: %1: whose record it is, %2: `today 13:58`
    m_pane->setSubtitle(tr("%1. Changed %2").arg(whose, inSentence(whenText(record.changedAt, now()))));
    const Mark mark = classificationMark(record.classification);
    m_pane->pill()->setContent(mark.tone, mark.icon, mark.text);
    m_pane->pill()->show();
    m_body->setText(!m_hasText ? QString() : record.body.empty() ? tr("No text.") : breakable(text(record.body)));
    setLabelTone(m_body, record.body.empty() ? Tone::Muted : Tone::Normal);
    m_sensitiveSection->setVisible(!record.sensitive.empty());
    m_sensitive->setRecord(record);
    const auto when = [this](UtcTime time, const std::string& by) {
        return by.empty() ? whenText(time, now()) : tr("%1 by %2").arg(whenText(time, now()), text(by));
    };
    m_added->setText(when(record.createdAt, record.createdBy));
    m_changed->setText(when(record.changedAt, record.changedBy));
    m_eventsSection->setVisible(m_console.may(Permission::EventsRead));
    showLastRead();
}

void RecordPane::showLastRead()
{
    m_readSection->setVisible(m_lastRead.has_value());
    if (!m_lastRead)
        return;
    m_read->setText(tr("Read %1 by %2").arg(inSentence(whenText(m_lastRead->time, now())), text(m_lastRead->subjectName)));
    m_read->setToolTip(tr("The last recorded read. Of what is allowed, as much is recorded as the setting says."));
    m_why->setVisible(mayOpenPanel(m_console, u"decisions"_s));
}

RecordPane::Background RecordPane::readAround(Services& services, const access::Actor& actor, const records::Record& record)
{
    Background found;
    found.record = record;
    if (actor.permissions.has(Permission::EventsRead))
        found.events = eventsOf(services, actor, {record.id.text()}, recordEventsShown);
    if (!actor.permissions.has(Permission::DecisionsRead))
        return found;
    authorization::DecisionQuery query;
    query.object = record.id.text();
    query.action = std::string(access::info(Permission::RecordsRead).word);
    query.allowed = true;
    query.limit = 10;
    const auto reads = services.decisionLog.list(actor, query);
    if (!reads)
        return found; // the pane says the rest
    // What this pane asks itself is nobody's reading.
    const auto read = std::ranges::find_if(reads->decisions, [&](const auto& decision) {
        return decision.subjectId != actor.id.text() || decision.method.size() > 0;
    });
    if (read != reads->decisions.end() && !read->subjectName.empty())
        found.lastRead = *read;
    return found;
}

void RecordPane::refresh()
{
    if (!m_record)
        return;
    if (m_console.may(Permission::FilesRead))
        m_files->setRecord(m_record->id);
    if (m_console.may(Permission::CommentsRead)) {
        m_comments->setRecord(m_record->id);
        m_line->setRecord(m_record->id);
    }
    readBehind(
        m_events,
        [id = m_record->id](Services& services, const access::Actor& actor) -> Result<Background> {
            SALLYPORT_ASSIGN(const records::Record record, services.records.read(actor, id));
            return readAround(services, actor, record);
        },
        [this, id = m_record->id] { return m_record && m_record->id == id; },
        [this](const Background& found) {
            m_record = found.record;
            m_lastRead = found.lastRead;
            m_hasText = true;
            showRecord();
            showEvents(m_events, found.events.events, found.events.error, now());
        });
}

} // namespace sallyport::ui
