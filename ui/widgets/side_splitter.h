#pragma once

#include <QSplitter>

namespace sallyport::ui {

/// A pane that wants another width than 351 px says so with this property of its own, in pixels at 100 %.
inline constexpr const char* usualPaneWidth = "usualPaneWidth";

/// A list with what is known about one of its rows beside it; below it where the window is narrow. The pane is closed at
/// first.
class SideSplitter final : public QSplitter {
    Q_OBJECT

public:
    explicit SideSplitter(const QString& objectName, QWidget* parent = nullptr);

    void setParts(QWidget* list, QWidget* pane);
    /// How wide the pane is until the operator draws it, in pixels at 100 %; 351 if nobody says.
    void setUsualWidth(int width);
    /// Gives the pane its room if it was closed.
    void openPane();
    void closePane();
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
    int m_usualWidth;
    QSize m_chosen; ///< by the operator, 0 where they haven't
};

} // namespace sallyport::ui
