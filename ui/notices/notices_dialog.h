#pragma once

#include "backend/base/result.h"
#include "backend/identity/notices/notices.h"
#include "ui/widgets/dialog_frame.h"

#include <vector>

class QLabel;
class QPushButton;
class QScrollArea;

namespace sallyport::ui {

class Console;
class LinesList;

/// What the operator was told about their own account: newest first, the unread ones marked. Deletes itself.
class NoticesDialog final : public DialogFrame {
    Q_OBJECT

public:
    NoticesDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    /// Some were marked as read.
    void changed();

private:
    void setTexts();
    void read();
    void show(const Result<std::vector<identity::Notice>>& notices);
    void showLines();
    void markRead();

    Console& m_console;
    QLabel* m_intro;
    LinesList* m_lines;
    QScrollArea* m_area;
    QPushButton* m_mark;
    QPushButton* m_close;
    std::vector<identity::Notice> m_notices;
    QString m_problem;
    bool m_loaded = false;
};

} // namespace sallyport::ui
