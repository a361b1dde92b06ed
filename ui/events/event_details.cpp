#include "ui/events/event_details.h"

#include "ui/events/event_trace.h"
#include "ui/events/fields_view.h"
#include "ui/events/nearby_view.h"
#include "ui/events/why_view.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int paneWidth = 344;
constexpr int leading = 20;

/// A page with the ground of the pane.
QWidget* pageOf(QWidget* content)
{
    auto* page = new Surface(Token::Surface);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(content);
    return page;
}

/// `403 Refused`: the HTTP status if there was one, and how it ended.
QString pillText(const audit::Event& event)
{
    const QString outcome = outcomeText(event.outcome);
    return event.status == 0 ? outcome : QString(QString::number(event.status) + u' ' + outcome);
}

Tone pillTone(audit::Outcome outcome)
{
    switch (outcome) {
    case audit::Outcome::Success: return Tone::Muted;
    case audit::Outcome::Failure: return Tone::Warning;
    case audit::Outcome::Refused:
    case audit::Outcome::Blocked: return Tone::Danger;
    }
    return Tone::Muted;
}

} // namespace

EventDetails::EventDetails(Console& console, QWidget* parent) : Surface(Token::Surface, parent)
{
    setObjectName(QStringLiteral("events.details"));
    m_tabs = new PaneTabs(this);
    m_tabs->setObjectName(QStringLiteral("events.details.tabs"));
    m_pages = new QStackedWidget(this);
    m_why = new WhyView;
    m_fields = new FieldsView(console);
    m_nearby = new NearbyView(console, m_pages);
    m_pages->addWidget(makeScrollArea(pageOf(m_why), m_pages));
    m_pages->addWidget(makeScrollArea(pageOf(m_fields), m_pages));
    m_pages->addWidget(m_nearby);
    m_pages->addWidget(makeRaw());
    for (int i = 0; i < m_pages->count(); ++i)
        m_tabs->addTab(QString());

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(makeFooter());

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_why, &WhyView::actionRequested, this, &EventDetails::navigateRequested);
    connect(m_fields, &FieldsView::navigateRequested, this, &EventDetails::navigateRequested);
    connect(m_nearby, &NearbyView::countChanged, this, [this](int count) { m_tabs->setTabCount(Nearby, count); });
    connect(m_nearby, &NearbyView::eventChosen, this, &EventDetails::eventChosen);
    onRetranslate(this, [this] { showTexts(); });
}

QSize EventDetails::sizeHint() const
{
    return {scaled(paneWidth, this), scaled(480, this)};
}

QSize EventDetails::minimumSizeHint() const
{
    return {scaled(300, this), scaled(240, this)};
}

QWidget* EventDetails::makeHead()
{
    auto* head = new QWidget(this);
    m_pill = new Pill(head);
    m_time = makeLabel(TextStyle::Body, Tone::Muted, head);
    m_title = makeLabel(TextStyle::PaneTitle, Tone::Normal, head);
    m_title->setObjectName(QStringLiteral("events.details.title"));
    m_title->setWordWrap(true);
    m_subtitle = new ElideLabel(TextStyle::Body, Tone::Muted, head);
    QPushButton* close = makeIconButton(Icon::Close, QStringLiteral("events.details.close"), head);
    onRetranslate(close, [close] { setIconButtonText(close, EventDetails::tr("Close details")); });
    connect(close, &QPushButton::clicked, this, &EventDetails::closeRequested);

    auto* first = new QHBoxLayout;
    first->setSpacing(9);
    first->addWidget(m_pill);
    first->addWidget(m_time);
    first->addStretch(1);
    first->addWidget(close);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(leadingMargins(leading, 8, 8, 6));
    column->setSpacing(3);
    column->addLayout(first);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    return head;
}

QWidget* EventDetails::makeRaw()
{
    m_raw = new QPlainTextEdit(m_pages);
    m_raw->setObjectName(QStringLiteral("events.raw"));
    m_raw->setReadOnly(true);
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setStyleSheet(QStringLiteral("QPlainTextEdit, QPlainTextEdit:focus { border: none; padding: 0; }"));
    m_raw->setFont(textFont(TextStyle::Mono));
    m_raw->document()->setDocumentMargin(12);
    m_raw->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_raw->setWordWrapMode(QTextOption::WrapAnywhere);
    return m_raw;
}

QWidget* EventDetails::makeFooter()
{
    auto* footer = new Surface(Token::Surface, this);
    footer->setHairlines(Qt::TopEdge);
    footer->setFixedHeight(scaled(40, this));
    m_total = makeLabel(TextStyle::Small, Tone::Muted, footer);
    m_request = new ElideLabel(TextStyle::Mono, Tone::Muted, footer);
    m_request->setElideMode(Qt::ElideMiddle);
    m_request->setObjectName(QStringLiteral("events.details.request"));
    m_copy = makeIconButton(Icon::Copy, QStringLiteral("events.details.copy"), footer);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (!m_event)
            return;
        QGuiApplication::clipboard()->setText(m_tabs->currentIndex() == Raw ? eventJson(*m_event)
                                                                            : toQString(m_event->requestId));
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this] { showTexts(); });
    m_play = makeIconButton(Icon::Play, QStringLiteral("events.details.play"), footer);
    connect(m_play, &QPushButton::clicked, this, [this] {
        if (m_event)
            Q_EMIT navigateRequested(QStringLiteral("playground"), toQString(m_event->method + ' ' + m_event->path));
    });
    auto* row = new QHBoxLayout(footer);
    row->setContentsMargins(leadingMargins(leading, 0, 11, 0));
    row->setSpacing(8);
    row->addWidget(m_total);
    row->addStretch(1);
    row->addWidget(m_request);
    row->addWidget(m_play);
    row->addWidget(m_copy);
    return footer;
}

void EventDetails::setEvent(const audit::Event& event)
{
    const bool same = m_event && m_event->sequence == event.sequence;
    m_event = event;
    if (same)
        return;
    const bool why = WhyView::explains(event);
    m_tabs->setTabVisible(Why, why);
    if (m_tabs->currentIndex() == Why && !why)
        m_tabs->setCurrentIndex(Fields);
    else if (why && m_tabs->currentIndex() == Fields)
        m_tabs->setCurrentIndex(Why);
    m_tabs->setTabCount(Nearby, -1);
    m_nearby->setEvent(event);
    showTexts();
}

void EventDetails::showTexts()
{
    m_tabs->setTabText(Why, tr("Why"));
    m_tabs->setTabText(Fields, tr("Event"));
    m_tabs->setTabText(Nearby, tr("Nearby"));
    m_tabs->setTabText(Raw, tr("Raw"));
    if (!m_event)
        return;
    const EventMark mark = outcomeMark(m_event->outcome);
    m_pill->setContent(pillTone(m_event->outcome), mark.icon, pillText(*m_event));
    m_time->setText(clockMillisText(m_event->time));
    m_time->setToolTip(zonedTime(m_event->time));
    m_title->setText(eventHeadline(*m_event));
    m_subtitle->setText(eventSubject(*m_event));
    m_why->setEvent(*m_event);
    m_fields->setEvent(*m_event);
    m_raw->setPlainText(eventJson(*m_event));
    const double micros = totalMicros(eventStages(*m_event));
    //: %1 is a duration: how long the server looked at the request
    m_total->setText(micros > 0 ? tr("Total %1").arg(microsText(micros)) : QString());
    const bool raw = m_tabs->currentIndex() == Raw;
    const bool hasRequest = !m_event->requestId.empty();
    m_request->setText(hasRequest ? QString(QStringLiteral("req ") + toQString(m_event->requestId)) : QString());
    m_copy->setVisible(raw || hasRequest);
    m_play->setVisible(!m_event->method.empty() && m_event->path.starts_with('/'));
    setIconButtonText(m_play, tr("Open in the playground"));
    setIconButtonText(m_copy, raw ? tr("Copy as JSON") : tr("Copy request id"));
    setAccessibleName(eventTitle(*m_event));
}

} // namespace sallyport::ui
