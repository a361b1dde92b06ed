#include "ui/charts/usage_bar.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

constexpr double usageRadius = 2;
constexpr int usageTickWidth = 2;
constexpr int usageWidth = 72;

} // namespace

void drawUsage(QPainter* painter, const QRectF& bar, const Usage& usage, bool rightToLeft)
{
    const QRectF track(bar.x(), std::floor(bar.center().y() - usageBarHeight / 2.0), bar.width(), usageBarHeight);
    const auto place = [&](double from, double width) {
        const double x = rightToLeft ? track.right() - from - width : track.left() + from;
        return QRectF(x, track.top(), width, track.height());
    };
    drawBox(painter, track, color(Token::Grid), isHighContrast() ? color(Token::Text) : QColor(), usageRadius);
    const double share = std::clamp(usage.share, 0.0, 1.0);
    // A little is not nothing.
    const double filled = share > 0 ? std::max(2.0, std::round(track.width() * share)) : 0;
    if (filled > 0)
        drawBox(painter, place(0, filled), color(usage.fill), QColor(), usageRadius);
    if (usage.mark < 0)
        return;
    const double at = std::clamp(std::round(track.width() * usage.mark) - 1, 0.0, track.width() - usageTickWidth);
    painter->fillRect(place(at, usageTickWidth).adjusted(0, -usageTickOver, 0, usageTickOver), color(Token::Text));
}

UsageBar::UsageBar(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void UsageBar::setUsage(const Usage& usage)
{
    m_usage = usage;
    update();
}

QSize UsageBar::sizeHint() const
{
    return {scaled(usageWidth, this), usageBarHeight + 2 * usageTickOver};
}

void UsageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawUsage(&painter, QRectF(rect()), m_usage, isRightToLeft());
}

} // namespace sallyport::ui
