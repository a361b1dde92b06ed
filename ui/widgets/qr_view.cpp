#include "ui/widgets/qr_view.h"

#include "ui/look/paint.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace sallyport::ui {

QrView::QrView(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::setMatrix(std::vector<bool> modules, int side)
{
    const auto count = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    m_side = side > 0 && modules.size() == count ? side : 0;
    m_modules = m_side ? std::move(modules) : std::vector<bool>();
    update();
}

QImage QrView::image(int pixels) const
{
    const int whole = (m_side + 2 * quietModules) * pixels;
    QImage result(std::max(1, whole), std::max(1, whole), QImage::Format_RGB32);
    result.fill(Qt::white);
    QPainter painter(&result);
    for (int y = 0; y < m_side; ++y)
        for (int x = 0; x < m_side; ++x)
            if (m_modules[static_cast<std::size_t>(y * m_side + x)])
                painter.fillRect((x + quietModules) * pixels, (y + quietModules) * pixels, pixels, pixels, Qt::black);
    return result;
}

void QrView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawBox(&painter, rect(), QColor(Qt::white), color(Token::Border));
    if (m_side == 0)
        return;
    // In device pixels, so that a scaled screen does not blur the edges.
    const double ratio = devicePixelRatioF();
    const int inner = static_cast<int>(std::floor((std::min(width(), height()) - 2) * ratio));
    const int pixels = std::max(1, inner / (m_side + 2 * quietModules));
    QImage code = image(pixels);
    code.setDevicePixelRatio(ratio);
    const double side = code.width() / ratio;
    const auto snap = [ratio](double value) { return std::round(value * ratio) / ratio; };
    painter.drawImage(QPointF(snap((width() - side) / 2), snap((height() - side) / 2)), code);
    // A large code may cover the rounded outline; draw it again.
    drawBox(&painter, rect(), QColor(), color(Token::Border));
}

} // namespace sallyport::ui
