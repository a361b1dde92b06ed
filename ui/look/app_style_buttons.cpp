// How a push button is measured and drawn.

#include "ui/look/app_style.h"
#include "ui/look/button_kind.h"
#include "ui/look/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionButton>
#include <QWidget>

#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int iconSide = 16;
constexpr int iconGap = 6;
constexpr int menuGap = 4;

struct Look {
    QColor fill;
    QColor line;
    QColor text;
};

Look plainLook(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Secondary: return {color(Token::Surface), color(Token::BorderStrong), color(Token::Text)};
    case ButtonKind::Primary: return {color(Token::Accent), QColor(), color(Token::AccentText)};
    case ButtonKind::Danger: return {color(Token::Surface), color(Token::BorderStrong), color(Token::Danger)};
    case ButtonKind::DangerFilled: return {color(Token::Danger), QColor(), color(Token::AccentText)};
    case ButtonKind::Ghost: return {QColor(), QColor(), color(Token::Text)};
    case ButtonKind::Link: return {QColor(), QColor(), color(Token::Accent)};
    }
    return {};
}

bool isFilled(ButtonKind kind)
{
    return kind == ButtonKind::Primary || kind == ButtonKind::DangerFilled;
}

Look lookOf(const QStyleOptionButton* option, const QWidget* widget)
{
    const ButtonKind kind = buttonKind(widget);
    Look look = plainLook(kind);
    const QColor black(Qt::black);
    if (!(option->state & QStyle::State_Enabled) && !isButtonBusy(widget)) {
        if (kind != ButtonKind::Ghost && kind != ButtonKind::Link) {
            look.fill = color(Token::Window);
            look.line = color(Token::Border);
        }
        look.text = color(Token::Control);
        return look;
    }
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = option->state & QStyle::State_MouseOver;
    if (kind == ButtonKind::Link)
        return look;
    if (isFilled(kind)) {
        if (down)
            look.fill = mixed(look.fill, black, 0.08);
        else if (over)
            look.fill = mixed(look.fill, black, 0.04);
    } else if (down) {
        look.fill = mixed(color(Token::Surface), black, 0.08);
    } else if (over) {
        look.fill = color(Token::Hover);
    }
    return look;
}

QString plainText(const QString& text)
{
    QString plain = text;
    return plain.remove(u'&');
}

bool opensMenu(const QWidget* widget)
{
    return widget->property("buttonOpensMenu").toBool();
}

int padding(const QWidget* widget)
{
    if (buttonKind(widget) == ButtonKind::Link)
        return 0;
    return buttonSize(widget) == ButtonSize::Tool ? 11 : 13;
}

void drawBusyRing(QPainter* painter, const QRectF& rect, const QColor& colour)
{
    const QRectF ring(rect.center().x() - 6, rect.center().y() - 6, 12, 12);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(colour, 1.6);
    pen.setCapStyle(Qt::RoundCap);
    painter->setPen(pen);
    painter->drawArc(ring, 60 * 16, 280 * 16);
    painter->restore();
}

void drawContents(const QStyleOptionButton* option, QPainter* painter, const QWidget* widget, const QColor& colour)
{
    const QFont font = widget->font();
    const QFontMetricsF metrics(font);
    const bool busy = isButtonBusy(widget);
    const Icon icon = buttonIcon(widget);
    const bool hasIcon = busy || icon != Icon::None;
    const bool menu = opensMenu(widget);
    const int pad = padding(widget);
    const double room = option->rect.width() - 2.0 * (option->text.isEmpty() ? 0 : pad) - (hasIcon ? iconSide : 0) -
                        (hasIcon && !option->text.isEmpty() ? iconGap : 0) - (menu ? iconSide + menuGap : 0);
    const QString visible = option->text;
    const double textWidth = std::min(room, std::round(metrics.horizontalAdvance(plainText(visible))));
    const double total = option->rect.width() - 2.0 * pad - (room - textWidth);
    double x = option->text.isEmpty() ? option->rect.x() : option->rect.x() + (option->rect.width() - total) / 2;
    const auto place = [&](double width) {
        const QRect box(static_cast<int>(std::floor(x)), option->rect.y(), static_cast<int>(std::ceil(width)),
                        option->rect.height());
        return QRectF(mirrored(widget, option->rect, box));
    };
    if (hasIcon) {
        const QRectF box = option->text.isEmpty() && !menu ? QRectF(option->rect) : place(iconSide);
        if (busy)
            drawBusyRing(painter, box, colour);
        else
            drawIcon(painter, icon, box, colour, iconSide);
        x += iconSide + iconGap;
    }
    if (!visible.isEmpty()) {
        drawLine(painter, place(textWidth), plainText(visible), font, colour);
        x += textWidth + menuGap;
    }
    if (menu)
        drawIcon(painter, Icon::ChevronDown, place(iconSide), colour, iconSide);
}

} // namespace

QSize pushButtonSize(const QStyleOptionButton* option, const QWidget* widget)
{
    const QFontMetricsF metrics(widget->font());
    const ButtonSize size = buttonSize(widget);
    const bool link = buttonKind(widget) == ButtonKind::Link;
    const int least = link ? 20 : size == ButtonSize::Large ? 40 : size == ButtonSize::Normal ? 32 : 28;
    const int height = std::max(least, static_cast<int>(std::ceil(metrics.height())) + (link ? 0 : 8));
    const bool hasIcon = buttonIcon(widget) != Icon::None || isButtonBusy(widget);
    if (option->text.isEmpty())
        return {height, height};
    double width = 2.0 * padding(widget) + std::round(metrics.horizontalAdvance(plainText(option->text)));
    if (hasIcon)
        width += iconSide + iconGap;
    if (opensMenu(widget))
        width += iconSide + menuGap;
    return {static_cast<int>(width), height};
}

void drawPushButton(const QStyleOptionButton* option, QPainter* painter, const QWidget* widget)
{
    const Look look = lookOf(option, widget);
    if (look.fill.isValid() || look.line.isValid())
        drawBox(painter, option->rect, look.fill, look.line);
    const bool underlined = buttonKind(widget) == ButtonKind::Link && (option->state & QStyle::State_MouseOver) &&
                            (option->state & QStyle::State_Enabled);
    drawContents(option, painter, widget, look.text);
    if (underlined)
        drawHairline(painter, option->rect.left(), option->rect.right(), option->rect.bottom() - 2, look.text);
}

} // namespace sallyport::ui
