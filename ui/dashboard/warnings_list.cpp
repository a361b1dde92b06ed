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
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int leading = 20;
constexpr int trailing = 16;
constexpr int leastRows = 3;

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

/// The lines into which a text is broken in so much room: between words, an e-mail before its `@`, and anywhere if need be.
QStringList brokenLines(QString words, const QFont& font, int room)
{
    words.replace(u'@', QStringLiteral("\u200b@"));
    QTextLayout layout(words, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        lines << words.mid(line.textStart(), line.textLength()).remove(QChar(0x200b)).trimmed();
    }
    layout.endLayout();
    return lines;
}

/// `14:31 ⚠ Read refused: Jonas Weber`, a button of one line; of as many as it takes, if one has no room for both.
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
        setToolTip(all.join(QStringLiteral(", ")));
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    /// Takes the height that its texts need in this width.
    void fitInto(int width)
    {
        const int room = width - trailing - titleAt();
        const bool alone = m_who.isEmpty() && advance(m_title) <= room;
        m_oneLine = alone || (!m_who.isEmpty() && advance(m_title + u':') + gap + advance(m_who) <= room);
        m_titleLines.clear();
        m_whoLines.clear();
        int more = 0;
        if (!m_oneLine) {
            const QFont body = textFont(TextStyle::Body), small = textFont(TextStyle::Small);
            m_titleLines = brokenLines(m_title, body, room);
            if (!m_who.isEmpty())
                m_whoLines = brokenLines(m_who, small, room);
            more = static_cast<int>(m_titleLines.size() - 1) * QFontMetrics(body).height() +
                   std::max(0, static_cast<int>(m_whoLines.size()) - 1) * QFontMetrics(small).height();
        }
        setFixedHeight(scaled(m_oneLine ? 36 : 48, this) + more);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setLayoutDirection(layoutDirection());
        if (underMouse())
            painter.fillRect(rect(), color(Token::Hover));
        const QFont body = textFont(TextStyle::Body), small = textFont(TextStyle::Small);
        const int first = QFontMetrics(body).height(), second = QFontMetrics(small).height();
        const int titles = std::max(1, static_cast<int>(m_titleLines.size()));
        int top = (height() - titles * first - static_cast<int>(m_whoLines.size()) * second) / 2;
        const auto place = [&](int from, int to, int y, int tall) {
            return mirrored(this, rect(), QRect(from, y, to - from, tall));
        };
        const int at = titleAt(), end = width() - trailing;
        drawLine(&painter, place(leading, at - iconRoom, top, first), m_time, body, color(Token::TextMuted));
        drawIcon(&painter, m_mark.icon, place(at - 24, at - 8, top + (first - 16) / 2, 16), color(toneText(m_mark.tone)), 16);
        if (!m_oneLine) {
            for (const QString& line : m_titleLines) {
                drawLine(&painter, place(at, end, top, first), line, body, color(Token::Text));
                top += first;
            }
            for (const QString& line : m_whoLines) {
                drawLine(&painter, place(at, end, top, second), line, small, color(Token::TextMuted));
                top += second;
            }
        } else if (m_who.isEmpty()) {
            drawLine(&painter, place(at, end, top, first), m_title, body, color(Token::Text));
        } else {
            const QString title = m_title + u':';
            const int whoAt = at + advance(title) + gap;
            drawLine(&painter, place(at, whoAt, top, first), title, body, color(Token::Text));
            drawLine(&painter, place(whoAt, end, top, first), m_who, body, color(Token::TextMuted));
        }
        if (!m_last)
            drawHairline(&painter, leading, end, height() - 1, color(Token::Grid));
        if (hasFocus())
            drawRing(&painter, QRectF(rect()).adjusted(8, 2, -8, -2), chipRadius);
    }

private:
    static constexpr int iconRoom = 31; ///< between the time and the title
    static constexpr int gap = 3;

    static int advance(const QString& text) { return QFontMetrics(textFont(TextStyle::Body)).horizontalAdvance(text) + 2; }
    int titleAt() const { return leading + std::max(advance(m_time), advance(QStringLiteral("00:00"))) + iconRoom; }

    QString m_time, m_title, m_who;
    EventMark m_mark;
    bool m_last;
    bool m_oneLine = true;
    QStringList m_titleLines, m_whoLines; ///< if it isn't one line
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
      m_quiet(new ElideLabel(TextStyle::Body, Tone::Muted, this)), m_box(new QWidget(this)), m_rows(new QVBoxLayout(m_box))
{
    setObjectName(QStringLiteral("dashboard.warnings"));
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(scaled(48, this));
    auto* head = new QHBoxLayout(headBox);
    head->setContentsMargins(leadingMargins(leading, 0, trailing, 0));
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_open);
    // As many as there is room for, each whole: the box takes what is left, its rows don't ask for more.
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_rows->setSizeConstraint(QLayout::SetNoConstraint);
    m_box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    m_box->setMinimumHeight(scaled(leastRows * 48, this));
    m_box->installEventFilter(this);
    auto* quietRow = new QHBoxLayout;
    quietRow->setContentsMargins(leadingMargins(leading, 8, trailing, 0));
    quietRow->addWidget(m_quiet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addLayout(quietRow);
    column->addWidget(m_box, 1);
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
            auto* row = new WarningRow(m_events[i], m_now, i + 1 == m_events.size(), m_box);
            row->setObjectName(QStringLiteral("dashboard.warning%1").arg(i));
            connect(row, &QAbstractButton::clicked, this, [this, filter = filterFor(m_events[i])] { Q_EMIT openEvents(filter); });
            m_rows->addWidget(row);
        }
        m_rows->addStretch(1);
    });
    m_quiet->setVisible(m_events.empty());
    fitRows();
}

void WarningsList::fitRows()
{
    int used = 0;
    for (int i = 0; i < m_rows->count(); ++i) {
        auto* row = static_cast<WarningRow*>(m_rows->itemAt(i)->widget());
        if (!row)
            continue; // what is left
        row->fitInto(m_box->width());
        used += row->height();
        row->setVisible(i < leastRows || used <= m_box->height());
    }
}

bool WarningsList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_box && event->type() == QEvent::Resize)
        fitRows();
    return false;
}

} // namespace sallyport::ui
