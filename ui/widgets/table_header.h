#pragma once

#include <QHeaderView>

namespace sallyport::ui {

/// 32 px: muted heads, the sorted one in text colour with an arrow.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace sallyport::ui
