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
    bool isPaneOpen() const { return m_pane && !m_pane->isHidden(); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();

    QWidget* m_pane = nullptr;
};

} // namespace sallyport::ui
