#pragma once

#include "ui/look/tokens.h"

#include <QList>
#include <QWidget>

class QPainter;
class QRectF;

namespace sallyport::ui {

/// The line alone, into `area`: from its lowest to its highest value, or on a scale from 0 to `top` if that is above zero.
void drawSparkline(QPainter* painter, const QRectF& area, const QList<double>& values, Token line, double top = 0);

/// A small line of the last values, without axes.
class Sparkline final : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(const QString& objectName, QWidget* parent = nullptr);
    void setValues(const QList<double>& values);
    void setLine(Token line);
    QSize sizeHint() const override { return {76, 26}; }
    QSize minimumSizeHint() const override { return {40, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<double> m_values;
    Token m_line = Token::Accent;
};

} // namespace sallyport::ui
