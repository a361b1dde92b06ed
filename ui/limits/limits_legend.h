#pragma once

#include <QWidget>

namespace sallyport::ui {

/// `▪ Hottest key now  ❙ p95, 7 d`: what bar and tick in the table mean.
class LimitsLegend final : public QWidget {
    Q_OBJECT

public:
    explicit LimitsLegend(const QString& objectName, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_bar, m_tick;
};

} // namespace sallyport::ui
