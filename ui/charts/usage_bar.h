#pragma once

#include "ui/look/tokens.h"

#include <QWidget>

class QPainter;
class QRectF;

namespace sallyport::ui {

/// How much of an amount is used, and where a mark stands on the same scale.
struct Usage {
    double share = 0; ///< 0 to 1
    double mark = -1; ///< 0 to 1, below zero for none: a tick across the bar
    Token fill = Token::ChartNormal;
};

/// Height of a bar at 100 %, and what its tick takes above and below it.
inline constexpr int usageBarHeight = 8;
inline constexpr int usageTickOver = 2;

/// Draws it into `bar`, in the middle of its height, from its leading edge on.
void drawUsage(QPainter* painter, const QRectF& bar, const Usage& usage, bool rightToLeft);

/// The same as a widget, without a text: what it means stands beside it.
class UsageBar final : public QWidget {
    Q_OBJECT

public:
    explicit UsageBar(const QString& objectName, QWidget* parent = nullptr);
    void setUsage(const Usage& usage);
    const Usage& usage() const { return m_usage; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Usage m_usage;
};

} // namespace sallyport::ui
