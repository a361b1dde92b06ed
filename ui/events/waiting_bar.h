#pragma once

#include "ui/look/surface.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

class ElideLabel;

/// `18 newer events  The list waits while you read      Jump to newest [Home]`, between the table's head and rows.
class WaitingBar final : public Surface {
    Q_OBJECT

public:
    explicit WaitingBar(QWidget* parent = nullptr);

    void setWaiting(std::int64_t count, bool paused);
    QPushButton* jumpButton() const { return m_jump; }
    QSize sizeHint() const override;

private:
    void setTexts();

    QLabel* m_count;
    ElideLabel* m_why;
    QPushButton* m_jump;
    std::int64_t m_waiting = 0;
    bool m_paused = false;
};

} // namespace sallyport::ui
