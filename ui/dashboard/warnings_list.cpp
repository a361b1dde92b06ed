#include "ui/dashboard/warnings_list.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int leading = 20;
constexpr int trailing = 16;
constexpr int leastWho = 40;   ///< a name that is cut shorter tells nothing
constexpr int leastTitle = 96; ///< what still tells a title

QString timeText(UtcTime time, UtcTime now)
{
    if (sameDay(time, now))
        return clockMinuteText(time);
    const QDate day = localTime(time).date();
    return QLocale().toString(day, QStringLiteral("d MMM"));
}

/// By name, or from where, if that is all that is known.
QString whoOf(const audit::Event& event)
{
    const QString who = eventWho(event);
    return who == QStringLiteral("–") ? toQString(event.address) : who;
}

/// `14:31 ⚠ Read refused: Jonas Weber`, a button of one line.
class WarningRow final : public QAbstractButton {
public:
    WarningRow(const audit::Event& event, UtcTime now, bool last, QWidget* parent)
        : QAbstractButton(parent), m_time(timeText(event.time, now)), m_title(eventHeadline(event)),
          m_mark(severityMark(event.severity)), m_last(last)
    {
        m_who = whoOf(event);
        setText(QStringList{m_time, severityText(event.severity), m_title, m_who}.join(QStringLiteral(", ")));
        setAccessibleName(text());
        const QStringList all{zonedTime(event.time), m_title, m_who};
        setToolTip(all.join(QStringLiteral(", ")).toHtmlEscaped());
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFixedHeight(scaled(36, this));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setLayoutDirection(layoutDirection());
        if (underMouse())
            painter.fillRect(rect(), color(Token::Hover));
        const auto place = [this](int from, int to) { return mirrored(this, rect(), QRect(from, 0, to - from, height())); };
        const QFont body = textFont(TextStyle::Body);
        const QFontMetrics metrics(body);
        const int timeWidth = std::max(metrics.horizontalAdvance(m_time), metrics.horizontalAdvance(QStringLiteral("00:00")));
        drawLine(&painter, place(leading, leading + timeWidth + 2), m_time, body, color(Token::TextMuted));
        const int iconAt = leading + timeWidth + 9;
        drawIcon(&painter, m_mark.icon, place(iconAt, iconAt + 16), color(toneText(m_mark.tone)), 16);
        const int titleAt = iconAt + 24;
        const int end = width() - trailing;
        const int titleRoom = end - titleAt;
        const QString before = m_title + u':';
        // A colon promises a name: without room for one it goes too.
        // Whom it concerns is read first: the title gives way, down to what still tells it.
        const int whoWidth = m_who.isEmpty() ? 0 : metrics.horizontalAdvance(m_who) + 5;
        const int wanted = metrics.horizontalAdvance(before) + 2;
        const bool roomForWho = whoWidth > 0 && std::min(wanted, leastTitle) + std::min(whoWidth, leastWho) < titleRoom;
        const QString title = roomForWho ? before : m_title;
        const int titleWidth = roomForWho ? std::min(wanted, std::max(titleRoom - whoWidth, std::min(wanted, leastTitle)))
                                          : std::min(metrics.horizontalAdvance(title) + 2, titleRoom);
        drawLine(&painter, place(titleAt, titleAt + titleWidth), title, body, color(Token::Text));
        const int whoAt = titleAt + titleWidth + 3;
        if (roomForWho)
            drawLine(&painter, place(whoAt, end), m_who, body, color(Token::TextMuted));
        if (!m_last)
            drawHairline(&painter, leading, end, height() - 1, color(Token::Grid));
        if (hasFocus())
            drawRing(&painter, QRectF(rect()).adjusted(8, 2, -8, -2), chipRadius);
    }

private:
    QString m_time, m_title, m_who;
    EventMark m_mark;
    bool m_last;
};

/// A filter that finds the event again, with its neighbours.
QString filterFor(const audit::Event& event)
{
    if (!event.requestId.empty())
        return filterTerm(QStringLiteral("request"), toQString(event.requestId));
    return filterTerm(QStringLiteral("kind"), toQString(event.kind));
}

} // namespace

WarningsList::WarningsList(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_open(makeButton(ButtonKind::Link, QStringLiteral("dashboard.openEvents"), this)),
      m_quiet(new ElideLabel(TextStyle::Body, Tone::Muted, this)), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("dashboard.warnings"));
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(scaled(48, this));
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(leadingMargins(leading, 0, trailing, 0));
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_open);
    m_rows->setSpacing(0);
    auto* quietRow = new QHBoxLayout;
    quietRow->setContentsMargins(leadingMargins(leading, 8, trailing, 0));
    quietRow->addWidget(m_quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addLayout(quietRow);
    column->addLayout(m_rows);
    column->addStretch(1);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openEvents(QStringLiteral("severity:>=warning")); });
    onRetranslate(this, [this] { setTexts(); });
}

void WarningsList::setTexts()
{
    m_title->setText(tr("Recent warnings"));
    m_open->setText(tr("Open live events"));
    m_quiet->setText(tr("No warnings so far"));
    showRows();
}

void WarningsList::setEvents(const std::vector<audit::Event>& events, UtcTime now)
{
    const bool same = events.size() == m_events.size() && sameDay(now, m_now) &&
                      (events.empty() || events.front().sequence == m_events.front().sequence);
    m_now = now;
    if (same)
        return;
    m_events = events;
    showRows();
}

void WarningsList::showRows()
{
    rebuildAround(this, [this] {
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (std::size_t i = 0; i < m_events.size(); ++i) {
            auto* row = new WarningRow(m_events[i], m_now, i + 1 == m_events.size(), this);
            row->setObjectName(QStringLiteral("dashboard.warning%1").arg(i));
            connect(row, &QAbstractButton::clicked, this, [this, filter = filterFor(m_events[i])] { Q_EMIT openEvents(filter); });
            m_rows->addWidget(row);
        }
    });
    m_quiet->setVisible(m_events.empty());
}

} // namespace sallyport::ui
