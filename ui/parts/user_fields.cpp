#include "ui/parts/user_fields.h"

#include "backend/identity/core/limits.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/field.h"
#include "ui/words/field_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

UserFields::UserFields(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_name(new QLineEdit(this)), m_email(new QLineEdit(this)), m_department(new QLineEdit(this)),
      m_age(new QLineEdit(this))
{
    m_name->setObjectName(objectName + u".name"_s);
    m_email->setObjectName(objectName + u".email"_s);
    m_department->setObjectName(objectName + u".department"_s);
    m_age->setObjectName(objectName + u".age"_s);
    m_nameField = new Field(m_name, this);
    m_emailField = new Field(m_email, this);
    m_departmentField = new Field(m_department, this);
    m_ageField = new Field(m_age, this);
    m_name->setMaxLength(identity::nameLimit);
    m_email->setMaxLength(identity::emailLimit);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_department->setMaxLength(identity::departmentLimit);
    m_age->setValidator(new QIntValidator(0, identity::maximumAge, m_age));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_nameField);
    column->addWidget(m_emailField);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_departmentField, 3);
    row->addWidget(m_ageField, 1);
    column->addLayout(row);
    for (auto* field : {m_nameField, m_emailField, m_departmentField, m_ageField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textEdited, this, [this, field] {
            field->setError({});
            Q_EMIT edited();
        });
    onRetranslate(this, [this] { setTexts(); });
}

void UserFields::setTexts()
{
    m_nameField->setLabel(tr("Name"));
    m_emailField->setLabel(tr("E-mail"));
    m_departmentField->setLabel(tr("Department"));
    m_ageField->setLabel(tr("Age"));
    m_department->setPlaceholderText(tr("Optional"));
    m_age->setPlaceholderText(tr("Optional"));
}

void UserFields::setUser(const identity::User& user)
{
    m_name->setText(text(user.name));
    m_email->setText(text(user.email));
    m_department->setText(text(user.department));
    m_age->setText(user.age ? QString::number(*user.age) : QString());
}

std::string UserFields::name() const
{
    return nameText(m_name->text()).toStdString();
}
std::string UserFields::email() const
{
    return m_email->text().trimmed().toStdString();
}
std::string UserFields::department() const
{
    return nameText(m_department->text()).toStdString();
}
std::optional<int> UserFields::age() const
{
    bool isNumber = false;
    const int years = m_age->text().toInt(&isNumber);
    return isNumber ? std::optional(years) : std::nullopt;
}

bool UserFields::isComplete() const
{
    return !nameText(m_name->text()).isEmpty() && !m_email->text().trimmed().isEmpty();
}

void UserFields::focusFirst()
{
    m_name->setFocus();
    m_name->selectAll();
}

bool UserFields::showErrors(const Error& error)
{
    bool all = !error.fields.empty();
    QWidget* first = nullptr;
    for (const auto& failed : error.fields) {
        auto* field = failed.field == "name"         ? m_nameField
                      : failed.field == "email"      ? m_emailField
                      : failed.field == "department" ? m_departmentField
                      : failed.field == "age"        ? m_ageField
                                                     : nullptr;
        if (!field) {
            all = false;
            continue;
        }
        field->setError(fieldErrorText(failed));
        first = first ? first : field->input();
    }
    if (first)
        first->setFocus();
    return all;
}

} // namespace sallyport::ui
