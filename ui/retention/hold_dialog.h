#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/retention/retention.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PersonField;
class SegmentedControl;

/// Keeps what a filter finds, or the events of somebody, until the hold is lifted.
class HoldDialog final : public DialogFrame {
    Q_OBJECT

public:
    HoldDialog(Console& console, QWidget* parent);

Q_SIGNALS:
    void placed();

private:
    void build();
    void setTexts();
    void updateState();
    void submit();
    bool ofPerson() const;

    Console& m_console;
    SegmentedControl* m_which;
    QLineEdit* m_filter;
    Field* m_filterField;
    PersonField* m_person;
    Field* m_personField;
    QLineEdit* m_reason;
    Field* m_reasonField;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_place;
};

} // namespace sallyport::ui
