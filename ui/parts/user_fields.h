#pragma once

#include <QWidget>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/core/user.h"

class QLineEdit;

namespace sallyport::ui {

class Field;

/// The inputs that adding and editing share: name, e-mail, department, age.
class UserFields final : public QWidget {
    Q_OBJECT

public:
    explicit UserFields(const QString& objectName, QWidget* parent = nullptr);

    void setUser(const identity::User& user);
    std::string name() const;
    std::string email() const;
    std::string department() const;
    std::optional<int> age() const;
    /// True if name and e-mail are there and the age is a number.
    bool isComplete() const;
    void focusFirst();

    /// Marks the fields that an error names; true if every one of its fields is ours.
    bool showErrors(const Error& error);

Q_SIGNALS:
    void edited();

private:
    void setTexts();

    QLineEdit* m_name;
    QLineEdit* m_email;
    QLineEdit* m_department;
    QLineEdit* m_age;
    Field* m_nameField;
    Field* m_emailField;
    Field* m_departmentField;
    Field* m_ageField;
};

} // namespace sallyport::ui
