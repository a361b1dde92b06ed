#pragma once

#include "ui/tables/data_table.h"

namespace sallyport::ui {

class WaitingBar;

/// The table of events: 28 px rows, with room for the waiting bar under its head. What happened is read whole: where there is no
/// room for the titles in sight, addresses, severity and outcome give way.
class EventTable final : public DataTable {
    Q_OBJECT

public:
    explicit EventTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
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
    /// Makes room for what the rows in sight say. Room that was made stays until other events are listed.
    void fitTitles();
    QString widest(const QString& one, const QString& other) const;
    void placeBar();

    WaitingBar* m_bar;
    QTimer m_fitting;
    QString m_widestTitle, m_widestName;
    int m_fittedFor = 0; ///< width of the viewport
    bool m_barVisible = false;
    bool m_atTop = true;
};

} // namespace sallyport::ui
