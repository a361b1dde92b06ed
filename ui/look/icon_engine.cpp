#include "ui/look/icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// A static library's resources are only linked when they are named, and the macro must stand outside a namespace.
static void registerIconResources()
{
    Q_INIT_RESOURCE(sallyport_ui);
}

namespace sallyport::ui {

namespace {

using namespace Qt::StringLiterals;

/// 1.4 px at 16, 1.3 at 14, 2.2 at 40: lines must not look heavier in the empty state than in a row.
double lineWidth(double px)
{
    return 1.4 * std::pow(px / 16.0, 0.5);
}

QByteArray svgSource(Icon icon)
{
    registerIconResources();
    QFile file(u":/sallyport/icons/"_s + iconName(icon) + u".svg"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Points along the line that is read, and turns with it. Chevrons are chosen by those who place them.
bool pointsAlong(Icon icon)
{
    return icon == Icon::ArrowLeft || icon == Icon::ArrowRight || icon == Icon::SignIn || icon == Icon::SignOut ||
           icon == Icon::External;
}

QPixmap render(Icon icon, const QColor& colour, double px, double ratio)
{
    const bool turned = pointsAlong(icon) && QGuiApplication::isRightToLeft();
    const QString key =
        u"sallyport-icon %1 %2 %3 %4 %5"_s.arg(static_cast<int>(icon)).arg(colour.rgba()).arg(px).arg(ratio).arg(turned);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray source = svgSource(icon);
    source.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    const QByteArray width = QByteArray::number(lineWidth(px) * 24.0 / px, 'f', 3);
    source.replace("stroke-width=\"2.1\"", QByteArray("stroke-width=\"" + width + "\""));
    const int side = static_cast<int>(std::lround(px * ratio));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    if (turned) {
        painter.translate(side, 0);
        painter.scale(-1, 1);
    }
    QSvgRenderer(source).render(&painter, QRectF(0, 0, side, side));
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

void drawIcon(QPainter* painter, Icon icon, const QRectF& rect, const QColor& colour, double px)
{
    if (icon == Icon::None)
        return;
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = render(icon, colour, px, ratio);
    const QPointF at(rect.x() + (rect.width() - px) / 2, rect.y() + (rect.height() - px) / 2);
    painter->drawPixmap(QPointF(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio), pixmap);
}

IconEngine::IconEngine(Icon icon, Token token) : m_icon(icon), m_token(token) {}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State)
{
    drawIcon(painter, m_icon, rect, color(mode == QIcon::Disabled ? Token::Control : m_token), qMin(rect.width(), rect.height()));
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    // Qt hands the size in device pixels.
    const double px = qMin(size.width(), size.height()) / scale;
    return render(m_icon, color(mode == QIcon::Disabled ? Token::Control : m_token), px, scale);
}

QIconEngine* IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return u"SallyportIconEngine"_s;
}

} // namespace sallyport::ui
