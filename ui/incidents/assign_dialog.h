#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/base/id.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PersonField;

/// Who looks after an incident: somebody by name, or nobody.
class AssignDialog final : public DialogFrame {
    Q_OBJECT

public:
    AssignDialog(Console& console, const QString& incident, const UserId& with, const QString& name, QWidget* parent);

    /// It could not be kept.
    void showFailure(const QString& why);

Q_SIGNALS:
    void submitted(const sallyport::UserId& person);

private:
    void setTexts();

    const QString m_incident;
    Banner* m_failure;
    PersonField* m_person;
    Field* m_field;
    QPushButton *m_cancel, *m_save;
};

} // namespace sallyport::ui
