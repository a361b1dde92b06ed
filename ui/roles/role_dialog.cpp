#include "ui/roles/role_dialog.h"

#include "backend/access/permission_words.h"
#include "backend/access/role_limits.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

QString roleNameFrom(const QString& title)
{
    QString name;
    for (const QChar letter : title.normalized(QString::NormalizationForm_D).toLower()) {
        if ((letter >= u'a' && letter <= u'z') || (letter.isDigit() && letter.unicode() < 128 && !name.isEmpty()))
            name += letter;
        else if (!letter.isMark() && !name.isEmpty() && !name.endsWith(u'_'))
            name += u'_';
    }
    while (name.endsWith(u'_'))
        name.chop(1);
    return name.left(static_cast<int>(access::roleNameBytes));
}

RoleDialog::RoleDialog(Console& console, std::optional<access::Role> like, QWidget* parent)
    : DialogFrame(u"role"_s, parent, 560), m_console(console), m_like(std::move(like)), m_title(new QLineEdit(this)),
      m_name(new QLineEdit(this)), m_description(new QPlainTextEdit(this)), m_failure(new Banner(u"role.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"role.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"role.save"_s, this))
{
    m_title->setObjectName(u"role.title"_s);
    m_title->setMaxLength(static_cast<int>(access::roleTitleLimit));
    m_name->setObjectName(u"role.name"_s);
    m_name->setMaxLength(static_cast<int>(access::roleNameBytes));
    m_description->setObjectName(u"role.description"_s);
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(scaled(72, this));
    m_titleField = new Field(m_title, this);
    m_nameField = new Field(m_name, this);
    m_descriptionField = new Field(m_description, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_failure, m_titleField, m_nameField, m_descriptionField})
        body()->addWidget(part);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RoleDialog::submit);
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_titleField->setError({});
        if (!m_nameTyped && !m_changes)
            m_name->setText(roleNameFrom(typed));
        updateState();
    });
    connect(m_name, &QLineEdit::textEdited, this, [this](const QString& typed) {
        m_nameTyped = !typed.isEmpty();
        m_nameField->setError({});
        updateState();
    });
    connect(m_description, &QPlainTextEdit::textChanged, this, [this] {
        m_descriptionField->setError({});
        updateState();
    });
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_title->setFocus();
}

RoleDialog* RoleDialog::forChange(Console& console, const access::Role& role, QWidget* parent)
{
    auto* dialog = new RoleDialog(console, role, parent);
    dialog->m_changes = true;
    dialog->m_title->setText(roleName(role));
    dialog->m_name->setText(text(role.name));
    dialog->m_name->setReadOnly(true);
    dialog->m_description->setPlainText(text(role.description));
    dialog->setTexts();
    dialog->updateState();
    return dialog;
}

void RoleDialog::setTexts()
{
    setTitle(m_changes ? tr("Change %1").arg(roleName(*m_like))
             : m_like  ? tr("Add a role like %1").arg(roleName(*m_like))
                       : tr("Add role"));
    m_titleField->setLabel(tr("Title"));
    m_nameField->setLabel(tr("Name"));
    m_nameField->setHint(m_changes ? tr("Programs know the role by it; it never changes.")
                                   : tr("For programs: small letters, digits, _ and -. It never changes."));
    m_descriptionField->setLabel(tr("Description"));
    m_descriptionField->setHint(tr("What it is for, for whoever gives it"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_changes ? tr("Change") : tr("Add role"));
}

void RoleDialog::updateState()
{
    const bool complete = !m_title->text().trimmed().isEmpty() && !m_name->text().isEmpty();
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

void RoleDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    const auto utf8 = [](const QString& typed) { return typed.trimmed().toStdString(); };
    const auto done = [this](const Result<access::Role>& role) {
        setButtonBusy(m_save, false);
        updateState();
        if (!role)
            return showFailure(role.error());
        accept();
        Q_EMIT saved(*role);
    };
    if (m_changes) {
        identity::RolePatch patch;
        patch.title = utf8(m_title->text());
        patch.description = utf8(m_description->toPlainText());
        patch.expectedVersion = m_like->version;
        m_console.run(
            this,
            [name = m_like->name, patch](Services& services, const access::Actor& actor) {
                return services.roleChanges.change(actor, name, patch);
            },
            done);
        return;
    }
    identity::NewRole role{utf8(m_name->text()), utf8(m_title->text()), utf8(m_description->toPlainText()), {}, {}};
    if (m_like && m_like->builtIn) {
        role.inherits = {m_like->name};
    } else if (m_like) {
        role.permissions = access::permissionWords(m_like->own);
        role.inherits = m_like->inherits;
    }
    m_console.run(
        this, [role](Services& services, const access::Actor& actor) { return services.roleChanges.create(actor, role); }, done);
}

void RoleDialog::showFailure(const Error& error)
{
    if (error.word == "name_taken")
        return m_nameField->setError(tr("Another role has this name"));
    for (const FieldError& field : error.fields) {
        if (field.field == "name")
            return m_nameField->setError(tr("A small letter, then small letters, digits, _ and -"));
        if (field.field == "title")
            return m_titleField->setError(
                tr("At most %Ln characters, none of them invisible", nullptr, static_cast<int>(access::roleTitleLimit)));
        if (field.field == "description")
            return m_descriptionField->setError(
                tr("At most %Ln characters, none of them invisible", nullptr, static_cast<int>(access::roleDescriptionLimit)));
    }
    m_failure->showError(error);
}

} // namespace sallyport::ui
