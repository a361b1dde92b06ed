#pragma once

#include <QAbstractButton>

namespace sallyport::ui {

/// The caption of a group of panels. A click folds the group; while it is folded a chevron says so, and before it stands what its
/// panels would count. It keeps its height when the rail hides its text, so that items do not jump.
class NavCaption final : public QAbstractButton {
    Q_OBJECT

public:
    explicit NavCaption(QWidget* parent);

    void setCaption(const QString& text);
    void setRail(bool rail);
    /// `active`: the panel in front is one of the folded ones.
    void setFolded(bool folded, bool active);
    bool isFolded() const { return m_folded; }
    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void tell();

    int m_count = 0;
    bool m_rail = false;
    bool m_folded = false;
    bool m_active = false;
};

} // namespace sallyport::ui
