#pragma once

#include <QHeaderView>

namespace sallyport::ui {

/// 32 px: muted heads, the sorted one in text colour with an arrow.
class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    /// Room below the heads, for a bar between head and rows; 0: none.
    void setFootHeight(int height);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
    void paintEvent(QPaintEvent* event) override;

private:
    int m_footHeight = 0;
};

} // namespace sallyport::ui
