#include "ui/threats/score_ruler.h"

#include "backend/protection/threats/threats.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_delegate.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int rulerHeight = 40, rulerStep = 20, rulerMost = 100, pointPixels = 4, rulerInset = 4;
constexpr int handleTop = 6, handleHeight = 22, handleWidth = 44, arrowWidth = 10, arrowHeight = 5;

QFont handleFont()
{
    QFont font = textFont(TextStyle::Small);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ScoreRuler::ScoreRuler(const QString& objectName, QWidget* parent) : QSlider(Qt::Horizontal, parent)
{
    setObjectName(objectName);
    setRange(static_cast<int>(protection::threatThresholdLeast), static_cast<int>(protection::threatThresholdMost));
    setSingleStep(1);
    setPageStep(5);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    connect(this, &QSlider::valueChanged, this, [this] { update(); });
}

void ScoreRuler::setInForce(int threshold)
{
    m_inForce = threshold;
    update();
}

int ScoreRuler::inset(const QWidget* widget)
{
    return scaled(rulerInset, widget);
}

int ScoreRuler::top() const
{
    return std::max({rulerMost, m_inForce, value()});
}

/// Four, less where a high threshold would not be in sight.
double ScoreRuler::perPoint() const
{
    const double room = width() - before - inset(this) - tableTrailingInset;
    return std::clamp(room / std::max(1, top()), 1.0, static_cast<double>(scaled(pointPixels, this)));
}

int ScoreRuler::pixelOf(int score) const
{
    return inset(this) + static_cast<int>(std::lround(score * perPoint()));
}

int ScoreRuler::placeOf(int score) const
{
    const int x = before + pixelOf(score);
    return isRightToLeft() ? width() - x : x;
}

int ScoreRuler::valueAt(int x) const
{
    const double from = (isRightToLeft() ? width() - x : x) - before - inset(this);
    return std::clamp(static_cast<int>(std::lround(from / perPoint())), minimum(), std::min(maximum(), top()));
}

QRect ScoreRuler::handle() const
{
    const int wide = std::max(scaled(handleWidth, this),
                              static_cast<int>(QFontMetricsF(handleFont()).horizontalAdvance(QLocale().toString(value()))) + 28);
    return {placeOf(value()) - wide / 2, scaled(handleTop, this), wide, scaled(handleHeight, this)};
}

void ScoreRuler::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont font = textFont(TextStyle::Small);
    const QRect box = handle();
    const auto number = [&](int score, const QFont& shown, Token ink) {
        const QString text = QLocale().toString(score);
        const double wide = std::ceil(QFontMetricsF(shown).horizontalAdvance(text));
        // The first stands where the bars begin, the others over their points.
        const double x = score == 0 ? (isRightToLeft() ? placeOf(0) - wide : placeOf(0)) : placeOf(score) - wide / 2;
        const QRectF at(x, 0, wide + 1, height());
        if (at.adjusted(-4, 0, 4, 0).intersects(QRectF(box)))
            return;
        drawLine(&painter, at, text, shown, color(ink));
    };
    const int last = top();
    for (int score = 0; score <= last; score += rulerStep)
        if (score != m_inForce)
            number(score, font, Token::TextMuted);
    if (isChanged())
        number(m_inForce, handleFont(), Token::Text);
    const QColor fill = color(isEnabled() ? Token::Accent : Token::Control);
    drawBox(&painter, box, fill, QColor(), chipRadius);
    const int x = placeOf(value());
    QPainterPath arrow;
    arrow.moveTo(x - arrowWidth / 2.0, box.bottom() + 1);
    arrow.lineTo(x + arrowWidth / 2.0, box.bottom() + 1);
    arrow.lineTo(x, box.bottom() + 1 + arrowHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(arrow, fill);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(x - 1, box.bottom() + arrowHeight, 2, height() - box.bottom() - arrowHeight, fill);
    const QColor ink = color(Token::AccentText);
    const int grip = isRightToLeft() ? box.right() - 14 : box.left() + 9;
    for (int row = 0; row < 3; ++row)
        for (int dot = 0; dot < 2; ++dot)
            painter.fillRect(grip + dot * 4, box.top() + 6 + row * 4, 2, 2, ink);
    const QRect words = isRightToLeft() ? box.adjusted(6, 0, -18, 0) : box.adjusted(18, 0, -6, 0);
    drawLine(&painter, words, QLocale().toString(value()), handleFont(), ink, Qt::AlignHCenter);
    if (hasFocus())
        drawRing(&painter, QRectF(box).adjusted(-3, -3, 3, 3), boxRadius);
}

void ScoreRuler::mousePressEvent(QMouseEvent* event)
{
    m_dragging = event->button() == Qt::LeftButton && handle().adjusted(-6, -6, 6, 10).contains(event->position().toPoint());
    event->setAccepted(m_dragging);
}

void ScoreRuler::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (m_dragging)
        setValue(valueAt(at.x()));
    setCursor(m_dragging || handle().contains(at) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void ScoreRuler::mouseReleaseEvent(QMouseEvent*)
{
    m_dragging = false;
}

void ScoreRuler::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && isChanged()) {
        setValue(m_inForce);
        Q_EMIT takenBack();
        return;
    }
    QSlider::keyPressEvent(event);
}

ScoreHeader::ScoreHeader(int rulerColumn, int strongColumn, DataTable* table)
    : QHeaderView(Qt::Horizontal, table), m_table(table), m_rulerColumn(rulerColumn), m_strongColumn(strongColumn),
      m_ruler(new ScoreRuler(table->objectName() + QStringLiteral(".ruler"), viewport()))
{
    setSectionsClickable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setStretchLastSection(false);
    setMinimumSectionSize(10);
    setFont(textFont(TextStyle::SmallStrong));
    connect(this, &QHeaderView::sectionResized, this, &ScoreHeader::placeRuler);
    connect(this, &QHeaderView::geometriesChanged, this, &ScoreHeader::placeRuler);
}

QSize ScoreHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), std::max(scaled(rulerHeight, this), fontMetrics().height() + 20)};
}

void ScoreHeader::placeRuler()
{
    const int from = sectionViewportPosition(m_rulerColumn), wide = sectionSize(m_rulerColumn);
    const int reach = ScoreRuler::before;
    m_ruler->setGeometry(isRightToLeft() ? from : from - reach, 0, wide + reach, height());
    m_ruler->raise();
}

void ScoreHeader::resizeEvent(QResizeEvent* event)
{
    QHeaderView::resizeEvent(event);
    placeRuler();
}

void ScoreHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    if (!rect.isValid() || logicalIndex == m_rulerColumn)
        return;
    const bool rtl = isRightToLeft();
    const int lead = m_table->isFirstColumn(logicalIndex) ? tableLeadingInset : 0;
    const QRect area = rect.adjusted(rtl ? tableColumnGap : lead, 0, rtl ? -lead : -tableColumnGap, 0);
    const bool strong = logicalIndex == m_strongColumn;
    QFont shown = font();
    shown.setWeight(strong ? QFont::DemiBold : QFont::Medium);
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    drawLine(painter, area, model()->headerData(logicalIndex, Qt::Horizontal).toString(), shown,
             color(strong ? Token::Text : Token::TextMuted),
             m_table->isTrailing(logicalIndex) ? Qt::AlignTrailing : Qt::AlignLeading);
    painter->restore();
}

void ScoreHeader::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), color(Token::Surface));
        drawHairline(&painter, 0, viewport()->width() - 1, viewport()->height() - 1, color(Token::Border));
    }
    QHeaderView::paintEvent(event);
}

} // namespace sallyport::ui
