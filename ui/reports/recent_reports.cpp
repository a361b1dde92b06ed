#include "ui/reports/recent_reports.h"

#include "backend/audit/event_kinds.h"
#include "backend/reports/report.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

QString formatText(const QString& word)
{
    if (word == u"pdf")
        return RecentReports::tr("PDF");
    if (word == u"csv")
        return RecentReports::tr("CSV");
    if (word == u"cef")
        return RecentReports::tr("CEF");
    if (word == u"ocsf")
        return RecentReports::tr("OCSF");
    if (word == u"html")
        return RecentReports::tr("HTML");
    return word == u"jsonl" ? RecentReports::tr("JSON Lines") : word;
}

/// Two lines: the file or the format with its count; who and when.
QWidget* makeRow(const audit::Event& event, UtcTime now)
{
    const QJsonObject details = QJsonDocument::fromJson(QByteArray::fromStdString(event.detailsJson)).object();
    auto* row = new Surface(Token::Surface);
    row->setHairlines(Qt::BottomEdge, Token::Grid);
    auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, row);
    auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, row);
    const QString file = details.value(u"file").toString();
    const QString format = formatText(details.value(u"format").toString());
    const auto report = reports::findTemplate(details.value(u"template").toString().toStdString());
    QStringList made; // of which kind, in which form
    if (report)
        made << templateTitle(*report);
    if (!format.isEmpty())
        made << format;
    name->setText(!file.isEmpty() ? file : !made.isEmpty() ? made.join(QStringLiteral(", ")) : eventHeadline(event));
    QStringList told{relativeTime(localTime(event.time), localTime(now)), eventWho(event)};
    if (event.outcome != audit::Outcome::Success) {
        told << (event.reason == "cancelled" ? RecentReports::tr("cancelled") : RecentReports::tr("failed"));
    } else if (details.contains(u"events")) { // a report of another kind holds no events
        const qint64 events = details.value(u"events").toInteger();
        QString count = RecentReports::tr("%Ln event(s)", nullptr, static_cast<int>(std::min<qint64>(events, 1'000'000'000)));
        told << count.replace(QString::number(events), QLocale().toString(events));
    }
    note->setText(told.join(QStringLiteral(", ")));
    note->setAccessibleDescription(zonedTime(event.time));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(note);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(20, 8, 20, 9);
    line->setSpacing(12);
    const bool done = event.outcome == audit::Outcome::Success;
    line->addWidget(new IconLabel(done ? Icon::File : Icon::Dash, Tone::Muted, 16, row), 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    return row;
}

} // namespace

RecentReports::RecentReports(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this))
{
    setObjectName(QStringLiteral("reports.recent"));
    auto* list = new Surface(Token::Surface);
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(0);
    listColumn->addLayout(m_rows);
    listColumn->addStretch(1);
    auto* area = makeScrollArea(list);
    m_states = new StateStack(QStringLiteral("reports.recent.state"), area, this);
    m_states->empty()->setIcon(Icon::Report);
    connect(m_states->error(), &ErrorState::retryRequested, this, &RecentReports::refresh);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 0, 20, 0);
    head->addWidget(m_title);
    column->addLayout(head);
    column->addWidget(m_states, 1);
    onRetranslate(this, [this] { setTexts(); });
}

void RecentReports::setTexts()
{
    m_title->setText(tr("Recent reports"));
    m_states->empty()->setTexts(tr("No reports yet"), tr("Who exports what is recorded and listed here."));
    showRows();
}

void RecentReports::refresh()
{
    if (m_events.empty())
        m_states->showLoading();
    m_console.run(
        this,
        [](Services& services, const access::Actor& actor) {
            audit::EventQuery query;
            query.kinds = {std::string(audit::kind::reportExported)};
            return services.events.list(actor, query, most, {}, false);
        },
        [this](Result<journal::EventPage> page) {
            if (!page) {
                m_states->showError(page.error());
                return;
            }
            m_events = std::move(page->events);
            if (m_events.empty())
                m_states->showEmpty();
            else
                m_states->showContent();
            showRows();
        });
}

void RecentReports::showRows()
{
    rebuildAround(this, [this] {
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const audit::Event& event : m_events)
            m_rows->addWidget(makeRow(event, m_console.clock() ? m_console.clock()->now() : event.time));
    });
}

} // namespace sallyport::ui
