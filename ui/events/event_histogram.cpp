#include "ui/events/event_histogram.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <array>

namespace sallyport::ui {
namespace {

constexpr int inset = 16;
constexpr int legendHeight = 24;
constexpr int axisHeight = 24;
constexpr int plotHeight = 44;
constexpr int columnPitch = 7;
constexpr int leastColumns = 12;
constexpr int mostColumns = 240;

std::uint32_t total(const journal::EventColumn& column)
{
    return column.info + column.notice + column.warning + column.critical;
}

/// `14:20`, or with the day where the period is longer than one.
QString tickText(UtcTime time, std::chrono::microseconds span)
{
    using namespace std::chrono_literals;
    const QDateTime when = localTime(time);
    if (span <= 24h)
        return when.toString(span < 10min ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
    const QString day = QLocale().toString(when.date(), QStringLiteral("d MMM"));
    return span <= std::chrono::hours(24 * 4) ? QString(day + when.toString(QStringLiteral(" HH:mm"))) : day;
}

} // namespace

EventHistogram::EventHistogram(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("events.histogram"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Events over time"));
    describe();
}

QSize EventHistogram::sizeHint() const
{
    return {scaled(480, this), scaled(legendHeight + plotHeight + axisHeight, this)};
}

QSize EventHistogram::minimumSizeHint() const
{
    return {scaled(200, this), sizeHint().height()};
}

void EventHistogram::setData(const Period& period, std::vector<journal::EventColumn> columns, bool closer)
{
    m_period = period;
    m_closer = closer;
    m_columns = std::move(columns);
    m_anchor = m_caret = -1;
    describe();
    update();
}

void EventHistogram::setSelection(const std::optional<Period>& selection)
{
    m_selection = selection;
    describe();
    update();
}

int EventHistogram::columnsThatFit() const
{
    return std::clamp(plot().width() / columnPitch, leastColumns, mostColumns);
}

QRect EventHistogram::plot() const
{
    return rect().adjusted(inset, scaled(legendHeight, this), -inset, -scaled(axisHeight, this));
}

QRect EventHistogram::columnRect(int column) const
{
    const QRect area = plot();
    const auto count = static_cast<double>(std::max<std::size_t>(1, m_columns.size()));
    const int left = area.left() + static_cast<int>(area.width() * column / count);
    const int right = area.left() + static_cast<int>(area.width() * (column + 1) / count);
    return {left, area.top(), right - left, area.height()};
}

int EventHistogram::columnAt(int x) const
{
    const QRect area = plot();
    if (m_columns.empty() || area.width() <= 0)
        return -1;
    const auto count = static_cast<int>(m_columns.size());
    return std::clamp((x - area.left()) * count / area.width(), 0, count - 1);
}

UtcTime EventHistogram::timeOf(int column) const
{
    if (m_columns.empty())
        return m_period.since;
    const auto span = m_period.until - m_period.since;
    return m_period.since + span * column / static_cast<std::int64_t>(m_columns.size());
}

int EventHistogram::indexOf(UtcTime time) const
{
    const auto span = m_period.until - m_period.since;
    if (span.count() <= 0)
        return 0;
    const double part = static_cast<double>((time - m_period.since).count()) / static_cast<double>(span.count());
    const auto count = static_cast<int>(m_columns.size());
    return std::clamp(static_cast<int>(part * count + 0.5), 0, count);
}

std::int64_t EventHistogram::selectedEvents() const
{
    if (!m_selection)
        return 0;
    std::int64_t events = 0;
    const int last = indexOf(m_selection->until);
    for (int i = indexOf(m_selection->since); i < last; ++i)
        events += total(m_columns[static_cast<std::size_t>(i)]);
    return events;
}

QString EventHistogram::selectionText() const
{
    if (!m_selection)
        return {};
    const auto span = m_period.until - m_period.since;
    return countedText(tickText(m_selection->since, span), tickText(m_selection->until, span), selectedEvents());
}

void EventHistogram::apply(const std::optional<Period>& selection)
{
    if (selection == m_selection)
        return;
    setSelection(selection);
    Q_EMIT selected(selection);
}

void EventHistogram::choose(int from, int to)
{
    setSelection(Period{timeOf(std::min(from, to)), timeOf(std::max(from, to) + 1)});
}

void EventHistogram::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_columns.empty())
        return;
    m_anchor = m_caret = columnAt(qRound(event->position().x()));
    m_dragging = false;
}

void EventHistogram::mouseMoveEvent(QMouseEvent* event)
{
    if ((event->buttons() & Qt::LeftButton) == 0 || m_anchor < 0)
        return;
    const int column = columnAt(qRound(event->position().x()));
    if (!m_dragging && column == m_anchor)
        return;
    m_dragging = true;
    m_caret = column;
    choose(m_anchor, m_caret);
}

void EventHistogram::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_anchor < 0)
        return;
    if (m_dragging)
        Q_EMIT selected(m_selection);
    else
        apply(std::nullopt);
    m_dragging = false;
}

void EventHistogram::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && !m_columns.empty()) {
        m_anchor = m_caret = columnAt(qRound(event->position().x()));
        m_dragging = true;
        choose(m_anchor, m_caret);
    }
}

void EventHistogram::keyPressEvent(QKeyEvent* event)
{
    const auto count = static_cast<int>(m_columns.size());
    if (event->key() == Qt::Key_Escape && m_selection) {
        apply(std::nullopt);
        return;
    }
    const bool left = event->key() == Qt::Key_Left;
    if (count == 0 || (!left && event->key() != Qt::Key_Right)) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_caret < 0)
        m_caret = m_anchor = count; // begins at now
    m_caret = std::clamp(m_caret + (left ? -1 : 1), 0, count - 1);
    if ((event->modifiers() & Qt::ShiftModifier) == 0 || m_anchor >= count)
        m_anchor = m_caret;
    choose(m_anchor, m_caret);
    Q_EMIT selected(m_selection);
}

void EventHistogram::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void EventHistogram::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool EventHistogram::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && !m_columns.empty()) {
        auto* help = static_cast<QHelpEvent*>(event);
        if (plot().contains(help->pos()))
            QToolTip::showText(help->globalPos(), columnText(columnAt(help->pos().x())), this);
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Events over time"));
        describe();
    }
    return QWidget::event(event);
}

QString EventHistogram::countedText(const QString& from, const QString& to, std::int64_t events) const
{
    const bool about = !m_columns.empty() && m_columns.front().about;
    const int number = static_cast<int>(std::min<std::int64_t>(events, 1'000'000'000));
    //: %1 and %2 are times, %Ln the number of events between them
    return (about ? tr("%1 to %2, about %Ln event(s)", nullptr, number) : tr("%1 to %2, %Ln event(s)", nullptr, number))
        .arg(from, to);
}

QString EventHistogram::columnText(int column) const
{
    const auto span = m_period.until - m_period.since;
    return countedText(tickText(timeOf(column), span), tickText(timeOf(column + 1), span),
                       total(m_columns[static_cast<std::size_t>(column)]));
}

void EventHistogram::describe()
{
    std::int64_t events = 0;
    for (const journal::EventColumn& column : m_columns)
        events += total(column);
    const QString all = tr("%Ln event(s)", nullptr, static_cast<int>(events));
    setAccessibleDescription(m_selection ? selectionText()
                             : m_closer  ? QString(all + QStringLiteral(". ") + tr("Nothing happened before or after"))
                                         : all);
}

void EventHistogram::paintLegend(QPainter& painter) const
{
    struct Entry {
        audit::Severity severity;
        Token token;
        std::uint32_t journal::EventColumn::*count;
    };
    const std::array<Entry, 4> entries{Entry{audit::Severity::Info, Token::ChartNormal, &journal::EventColumn::info},
                                       Entry{audit::Severity::Notice, Token::ChartOther, &journal::EventColumn::notice},
                                       Entry{audit::Severity::Warning, Token::ChartRefused, &journal::EventColumn::warning},
                                       Entry{audit::Severity::Critical, Token::ChartBlocked, &journal::EventColumn::critical}};
    const QFont small = textFont(TextStyle::Small);
    const QFontMetrics metrics(small);
    const QRect line(inset, 4, width() - 2 * inset, scaled(legendHeight, this) - 4);
    int x = line.left();
    for (const Entry& entry : entries) {
        const bool shown = std::any_of(m_columns.begin(), m_columns.end(),
                                       [&](const journal::EventColumn& column) { return column.*entry.count > 0; });
        if (!shown)
            continue;
        drawBox(&painter, QRectF(x, line.center().y() - 4, 9, 9), color(entry.token), QColor(), 2);
        const QString text = severityText(entry.severity);
        drawLine(&painter, QRectF(x + 14, line.top(), metrics.horizontalAdvance(text) + 2, line.height()), text, small,
                 color(Token::TextMuted));
        x += 14 + metrics.horizontalAdvance(text) + 16;
    }
    if (m_selection)
        drawLine(&painter, QRectF(x, line.top(), line.right() - x, line.height()), selectionText(), small, color(Token::Accent),
                 Qt::AlignTrailing);
    else if (m_closer)
        drawLine(&painter, QRectF(x, line.top(), line.right() - x, line.height()), tr("Nothing happened before or after"), small,
                 color(Token::TextMuted), Qt::AlignTrailing);
}

void EventHistogram::paintSelection(QPainter& painter, const QRect& area) const
{
    if (!m_selection || m_columns.empty())
        return;
    const int from = columnRect(indexOf(m_selection->since)).left();
    const int to = columnRect(indexOf(m_selection->until)).left();
    const QRect band(from, area.top(), std::max(2, to - from), area.height());
    painter.fillRect(band, color(Token::Selection));
    painter.fillRect(QRect(band.left(), band.top(), 2, band.height()), color(Token::Accent));
    painter.fillRect(QRect(band.right() - 1, band.top(), 2, band.height()), color(Token::Accent));
}

void EventHistogram::paintColumns(QPainter& painter, const QRect& area) const
{
    std::uint32_t most = 1;
    for (const journal::EventColumn& column : m_columns)
        most = std::max(most, total(column));
    for (int i = 0; i < static_cast<int>(m_columns.size()); ++i) {
        const journal::EventColumn& column = m_columns[static_cast<std::size_t>(i)];
        const QRect slot = columnRect(i);
        const int barWidth = std::max(1, slot.width() - std::max(1, slot.width() / 4));
        double bottom = area.bottom() + 1;
        const std::array<std::pair<std::uint32_t, Token>, 4> parts{
            std::pair{column.info, Token::ChartNormal}, std::pair{column.notice, Token::ChartOther},
            std::pair{column.warning, Token::ChartRefused}, std::pair{column.critical, Token::ChartBlocked}};
        for (const auto& [count, token] : parts) {
            if (count == 0)
                continue;
            // Whole pixels; what happened at all is seen.
            const double height = std::max(1.0, std::round((area.height() - 2.0) * count / most));
            painter.fillRect(QRectF(slot.left(), bottom - height, barWidth, height), color(token));
            bottom -= height;
        }
    }
}

void EventHistogram::paintAxis(QPainter& painter, const QRect& area) const
{
    drawHairline(&painter, area.left(), area.right() + 1, area.bottom() + 1, color(Token::Border));
    const QFont caption = textFont(TextStyle::Caption);
    const auto span = m_period.until - m_period.since;
    if (span.count() <= 0)
        return;
    const int ticks = area.width() > scaled(360, this) ? 4 : 2;
    constexpr double labelWidth = 96;
    for (int i = 0; i <= ticks; ++i) {
        const QString text = tickText(m_period.since + span * i / ticks, span);
        const double x = area.left() + area.width() * static_cast<double>(i) / ticks;
        // Time runs from left to right in every language.
        QRectF label(x - labelWidth / 2, area.bottom() + 5, labelWidth, 16);
        Qt::Alignment alignment = Qt::AlignHCenter;
        if (i == 0) {
            label.moveLeft(area.left());
            alignment = Qt::AlignLeft | Qt::AlignAbsolute;
        } else if (i == ticks) {
            label.moveRight(area.right() + 1);
            alignment = Qt::AlignRight | Qt::AlignAbsolute;
        }
        drawLine(&painter, label, text, caption, color(Token::TextMuted), alignment);
    }
}

void EventHistogram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRect area = plot();
    paintSelection(painter, area);
    paintColumns(painter, area);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLegend(painter);
    paintAxis(painter, area);
    if (hasFocus())
        drawRing(&painter, QRectF(rect()).adjusted(inset - 6, 1, -(inset - 6), -1), boxRadius);
}

} // namespace sallyport::ui
