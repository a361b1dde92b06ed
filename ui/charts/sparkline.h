#pragma once

#include "ui/look/tokens.h"

#include <QList>
#include <QWidget>

namespace sallyport::ui {

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
