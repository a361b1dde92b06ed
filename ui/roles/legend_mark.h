#pragma once

#include "ui/roles/role_matrix_parts.h"

#include <QPainter>
#include <QWidget>

namespace sallyport::ui {

/// A mark of the matrix in its legend; Holding::None stands for what differs.
class LegendMark final : public QWidget {
    Q_OBJECT

public:
    LegendMark(Holding holding, QWidget* parent) : QWidget(parent), m_holding(holding) { setFixedSize(20, 20); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        if (m_holding == Holding::None)
            drawDiffers(&painter, rect());
        else
            drawHolding(&painter, m_holding, rect());
    }

private:
    Holding m_holding;
};

} // namespace sallyport::ui
