#include "ui/incidents/assign_dialog.h"

#include "ui/look/retranslate.h"
#include "ui/parts/person_field.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

AssignDialog::AssignDialog(Console& console, const QString& incident, const UserId& with, const QString& name, QWidget* parent)
    : DialogFrame(u"incident_assign"_s, parent, 480), m_incident(incident),
      m_failure(new Banner(u"incident_assign.failure"_s, this)),
      m_person(new PersonField(console, u"incident_assign.person"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"incident_assign.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"incident_assign.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    if (!with.empty())
        m_person->setPerson(with, name);
    m_field = new Field(m_person, this);
    body()->addWidget(m_failure);
    body()->addWidget(m_field);
    addButton(m_cancel);
    addButton(m_save);
    const auto update = [this] { enableOr(m_save, m_person->person() ? QString() : incompleteReason()); };
    connect(m_person, &PersonField::personChanged, this, update);
    connect(m_person, &QLineEdit::textChanged, this, update);
    connect(m_person, &PersonField::failed, this, [this](const Error& error) { m_field->setError(errorLine(error)); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (const auto person = m_person->person())
            Q_EMIT submitted(*person);
    });
    onRetranslate(this, [this] { setTexts(); });
    update();
    m_person->setFocus();
}

void AssignDialog::showFailure(const QString& why)
{
    m_failure->setTitle(why);
    m_failure->show();
}

void AssignDialog::setTexts()
{
    setTitle(tr("Assign “%1”").arg(m_incident));
    m_field->setLabel(tr("Who looks after it"));
    m_field->setHint(tr("Part of a name; nobody if it stays empty."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Assign"));
}

} // namespace sallyport::ui
