#pragma once

#include "ui/look/icons.h"

#include <QIconEngine>

namespace sallyport::ui {

/// Paints one line icon in a token's colour of the moment, so that a change of theme needs no new icon.
class IconEngine final : public QIconEngine {
public:
    IconEngine(Icon icon, Token token);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine* clone() const override;
    QString key() const override;

private:
    Icon m_icon;
    Token m_token;
};

} // namespace sallyport::ui
