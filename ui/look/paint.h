#pragma once

#include "ui/look/tokens.h"

#include <QPainter>
#include <QTextLayout>

class QWidget;

namespace sallyport::ui {

/// Corner radii of the product.
inline constexpr double boxRadius = 6;
inline constexpr double chipRadius = 4;

/// Fills a rounded box and draws its outline inside the edge, `width` pixels wide. An invalid colour leaves that
/// part out.
void drawBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius = boxRadius,
             double width = 1);

/// The focus ring: 2 px of accent, its outer edge on `rect`.
void drawRing(QPainter* painter, const QRectF& rect, double radius);

/// One row of pixels from `left` to `right` at `y`.
void drawHairline(QPainter* painter, int left, int right, int y, const QColor& colour);

/// Text on one line, vertically centred, elided at its end if there is no room.
void drawLine(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour,
              Qt::Alignment alignment = Qt::AlignLeading);

/// Text in lines of `width`, broken inside a word only where the word is longer than a line; drawn from the painter's origin
/// in its pen if there is a painter. How many lines it takes.
int drawLines(QPainter* painter, const QString& text, const QFont& font, int width, Qt::LayoutDirection direction,
              int lineHeight);
/// The same with parts in other formats, such as a stronger weight.
int drawLines(QPainter* painter, const QString& text, const QList<QTextLayout::FormatRange>& formats, const QFont& font,
              int width, Qt::LayoutDirection direction, int lineHeight);

/// The product's gate: an arch around a filled arch, as wide as `rect`.
void drawLogo(QPainter* painter, const QRectF& rect, const QColor& colour);

/// `rect` mirrored within `bounds` when the widget reads from right to left.
QRect mirrored(const QWidget* widget, const QRect& bounds, const QRect& rect);

} // namespace sallyport::ui
