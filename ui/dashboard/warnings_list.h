#pragma once

#include "backend/audit/event.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;

/// The last warnings of the journal: time, severity, what and who, as many as there is room for, none of them cut. Each opens
/// Live events there.
class WarningsList final : public QWidget {
    Q_OBJECT

public:
    explicit WarningsList(QWidget* parent = nullptr);
    void setEvents(const std::vector<audit::Event>& events, UtcTime now);

Q_SIGNALS:
    /// A filter for Live events.
    void openEvents(const QString& filter);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setTexts();
    void showRows();
    void fitRows();

    QLabel* m_title;
    QPushButton* m_open;
    ElideLabel* m_quiet;
    QWidget* m_box;
    QVBoxLayout* m_rows;
    std::vector<audit::Event> m_events;
    UtcTime m_now;
};

} // namespace sallyport::ui
