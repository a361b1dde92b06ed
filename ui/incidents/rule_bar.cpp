#include "ui/incidents/rule_bar.h"

#include "ui/charts/usage_bar.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barLine = 20, barGap = 8, markSide = 8, markGap = 2, marksHeight = 20, marksMost = 3, dashWidth = 16;

} // namespace

// RuleBar

RuleBar::RuleBar(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RuleBar::setNumbers(qint64 reached, qint64 threshold)
{
    m_reached = std::max<qint64>(0, reached);
    m_threshold = std::max<qint64>(1, threshold);
    setAccessibleName(tr("%L1, the rule fires at %L2").arg(m_reached).arg(m_threshold));
    setToolTip(accessibleName());
    update();
}

QSize RuleBar::sizeHint() const
{
    return {200, scaled(barLine, this) + lineHeight(TextStyle::Caption)};
}

void RuleBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const bool over = m_reached >= m_threshold;
    QFont strong = textFont(TextStyle::Body);
    strong.setWeight(QFont::DemiBold);
    const QString number = QLocale().toString(m_reached);
    const int width = QFontMetrics(strong).horizontalAdvance(number) + 1;
    const int line = scaled(barLine, this);
    const bool rtl = isRightToLeft();
    const QRect end(rtl ? 0 : this->width() - width, 0, width, line);
    drawLine(&painter, end, number, strong, color(over ? Token::Danger : Token::Text), Qt::AlignTrailing);
    const int room = std::max(40, this->width() - width - 2 * barGap);
    const QRectF bar(rtl ? this->width() - room : 0, 0, room, line);
    const double most = static_cast<double>(std::max(m_reached, m_threshold));
    const double mark = static_cast<double>(m_threshold) / most;
    drawUsage(&painter, bar, {static_cast<double>(m_reached) / most, mark, over ? Token::ChartBlocked : Token::ChartNormal}, rtl);
    // The number at which it fires stands below its tick, and within the bar.
    const QFont caption = textFont(TextStyle::Caption);
    const QString threshold = QLocale().toString(m_threshold);
    const double wide = QFontMetricsF(caption).horizontalAdvance(threshold) + 2;
    const double tick = rtl ? bar.right() - mark * bar.width() : bar.left() + mark * bar.width();
    const double left = std::clamp(tick - wide / 2, bar.left(), bar.right() - wide);
    drawLine(&painter, QRectF(left, line - 4, wide, lineHeight(TextStyle::Caption)), threshold, caption, color(Token::TextMuted),
             Qt::AlignHCenter);
}

// FiringDays

FiringDays::FiringDays(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FiringDays::setDays(const QList<Day>& days)
{
    m_days = days;
    QStringList said;
    for (const Day& day : days)
        if (day.times > 0)
            said << tr("%1: %Ln times", nullptr, day.times).arg(QLocale().toString(day.date, QLocale::ShortFormat));
    setAccessibleName(said.isEmpty() ? tr("On none of these days") : said.join(u", "_s));
    setToolTip(accessibleName());
    update();
}

QSize FiringDays::sizeHint() const
{
    return {200, scaled(marksHeight, this) + lineHeight(TextStyle::Caption)};
}

void FiringDays::paintEvent(QPaintEvent*)
{
    if (m_days.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double step = static_cast<double>(width()) / static_cast<double>(m_days.size());
    const int height = scaled(marksHeight, this);
    // Time runs from left to right in every language.
    for (qsizetype at = 0; at < m_days.size(); ++at) {
        const Day& day = m_days.at(at);
        const double middle = (static_cast<double>(at) + 0.5) * step;
        const int marks = std::min(day.times, marksMost);
        if (marks == 0)
            painter.fillRect(QRectF(middle - dashWidth / 2.0, height / 2.0, dashWidth, 1), color(Token::BorderStrong));
        double x = middle - (marks * markSide + (marks - 1) * markGap) / 2.0;
        for (int mark = 0; mark < marks; ++mark, x += markSide + markGap)
            drawBox(&painter, QRectF(x, (height - markSide) / 2.0, markSide, markSide), color(Token::ChartRefused), {}, 1.5);
        drawLine(&painter, QRectF(middle - step / 2, height, step, lineHeight(TextStyle::Caption)),
                 QLocale().standaloneDayName(day.date.dayOfWeek(), QLocale::ShortFormat), textFont(TextStyle::Caption),
                 color(Token::TextMuted), Qt::AlignHCenter);
    }
}

} // namespace sallyport::ui
