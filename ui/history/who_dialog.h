#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/history/history.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QComboBox;
class QDateTimeEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class LinesList;

/// Who could do something at a time: users by their roles of then, and the policies that were in force.
class WhoDialog final : public DialogFrame {
    Q_OBJECT

public:
    WhoDialog(Console& console, QWidget* parent);

private:
    void build();
    void setTexts();
    void ask();
    void show(const history::AccessThen& then);

    Console& m_console;
    QComboBox* m_permission;
    Field* m_permissionField;
    QDateTimeEdit* m_time;
    Field* m_timeField;
    Banner* m_failure;
    LinesList* m_lines;
    QPushButton* m_close;
    QPushButton* m_ask;
};

} // namespace sallyport::ui
