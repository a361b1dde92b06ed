#pragma once

#include "ui/tables/data_table.h"

namespace sallyport::ui {

class WaitingBar;

/// The table of events: 28 px rows, with room for the waiting bar under its head.
class EventTable final : public DataTable {
    Q_OBJECT

public:
    explicit EventTable(QWidget* parent = nullptr);

    WaitingBar* waitingBar() const { return m_bar; }
    void setBarVisible(bool visible);
    bool isBarVisible() const { return m_barVisible; }
    /// True if the newest row is in sight.
    bool isAtTop() const;

Q_SIGNALS:
    /// Home: the reader wants the newest.
    void newestRequested();
    /// Escape: the reader is done with the selected one.
    void dismissed();
    void topReached(bool atTop);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent* event) override;

private:
    void fitColumns();
    void placeBar();

    WaitingBar* m_bar;
    bool m_barVisible = false;
    bool m_atTop = true;
};

} // namespace sallyport::ui
