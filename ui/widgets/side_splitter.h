#pragma once

#include <QSplitter>

namespace sallyport::ui {

/// A list with what is known about one of its rows beside it; below it where the window is narrow. The pane is closed at
/// first.
class SideSplitter final : public QSplitter {
    Q_OBJECT

public:
    explicit SideSplitter(const QString& objectName, QWidget* parent = nullptr);

    void setParts(QWidget* list, QWidget* pane);
    /// Gives the pane its room if it was closed.
    void openPane();
    void closePane();
    /// How wide the pane is beside the list until the operator draws it wider or narrower, in pixels at 100 %.
    void setUsualWidth(int pixels) { m_usualWidth = pixels; }
    bool isPaneOpen() const { return m_pane && !m_pane->isHidden(); }

    /// How wide the operator has drawn the pane, and how high where it stands below: `351x320`; empty if they haven't.
    QString paneSizes() const;
    void setPaneSizes(const QString& sizes);

Q_SIGNALS:
    void paneSizesChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    QWidget* m_pane = nullptr;
    int m_usualWidth = 351;
    QSize m_chosen; ///< by the operator, 0 where they haven't
};

} // namespace sallyport::ui
