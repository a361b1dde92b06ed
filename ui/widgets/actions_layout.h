#pragma once

#include <QLayout>
#include <QList>

namespace sallyport::ui {

/// The buttons at the foot of a pane: leading ones first, a danger at the trailing edge. Where one line has no room the
/// last leading one goes down beside the danger, so that no text is ever cut.
class ActionsLayout final : public QLayout {
    Q_OBJECT

public:
    explicit ActionsLayout(QWidget* parent, int gap = 8);
    ~ActionsLayout() override;

    /// The one at the trailing edge; at most one.
    void addDanger(QWidget* widget);

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    QList<QLayoutItem*> shown() const;
    int widthOf(const QList<QLayoutItem*>& items) const;
    int arrange(const QRect& rect, bool move) const;

    QList<QLayoutItem*> m_leading;
    QLayoutItem* m_danger = nullptr;
    int m_gap;
};

} // namespace sallyport::ui
