#pragma once

#include "ui/look/tokens.h"

#include <QWidget>

namespace sallyport::ui {

/// A flat region: one fill, hairlines on chosen edges. Edges follow the reading direction (Qt::LeftEdge is leading).
class Surface : public QWidget {
    Q_OBJECT

public:
    explicit Surface(Token fill = Token::Surface, QWidget* parent = nullptr);

    void setFill(Token fill);
    void setHairlines(Qt::Edges edges, Token line = Token::Border);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_fill;
    Token m_line = Token::Border;
    Qt::Edges m_edges;
};

/// A line of one pixel.
QWidget* makeSeparator(Qt::Orientation orientation, Token line = Token::Border, QWidget* parent = nullptr);

} // namespace sallyport::ui
