#include "ui/parts/own_password_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/password_rater.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"
#include "ui/words/field_text.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

SecretBytes secretOf(const PasswordField* field)
{
    return SecretBytes::fromText(field->text().toStdString());
}

} // namespace

OwnPasswordDialog::OwnPasswordDialog(Console& console, QWidget* parent)
    : DialogFrame(u"own_password"_s, parent, 480), m_console(console),
      m_current(new PasswordField(u"own_password.current"_s, this)), m_next(new PasswordField(u"own_password.next"_s, this)),
      m_again(new PasswordField(u"own_password.again"_s, this)), m_currentField(new Field(m_current, this)),
      m_nextField(new Field(m_next, this)), m_againField(new Field(m_again, this)),
      m_meter(new StrengthMeter(u"own_password.strength"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"own_password.cancel"_s, this)),
      m_change(makeButton(ButtonKind::Primary, u"own_password.change"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_rater = new PasswordRater(console, m_next, m_meter, [this] {
        const access::Actor& actor = m_console.actor();
        return identity::PasswordOwner{actor.name, actor.email, actor.mfaAt.has_value()};
    });
    for (QWidget* part : std::initializer_list<QWidget*>{m_currentField, m_nextField, m_meter, m_againField})
        body()->addWidget(part);
    addButton(m_cancel);
    addButton(m_change);
    for (PasswordField* field : {m_current, m_next, m_again})
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_currentField->setError({});
            check();
        });
    connect(m_rater, &PasswordRater::rated, this, &OwnPasswordDialog::check);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &OwnPasswordDialog::change);
    onRetranslate(this, [this] { setTexts(); });
    check();
    m_current->setFocus();
}

OwnPasswordDialog::~OwnPasswordDialog()
{
    for (PasswordField* field : {m_current, m_next, m_again})
        field->wipe();
}

void OwnPasswordDialog::setTexts()
{
    setTitle(tr("Change your password"));
    m_currentField->setLabel(tr("Present password"));
    m_nextField->setLabel(tr("New password"));
    m_againField->setLabel(tr("New password again"));
    m_nextField->setHint(tr("Your other sessions end."));
    m_cancel->setText(tr("Cancel"));
    m_change->setText(tr("Change password"));
}

void OwnPasswordDialog::check()
{
    const auto& broken = m_rater->strength().broken;
    const bool typed = !m_next->text().isEmpty();
    const bool same = m_next->text() == m_again->text();
    m_nextField->setError(typed && !m_rater->isPending() && !broken.empty()
                              ? passwordRuleText(broken.front(), m_console.settings()->passwordsMinLength)
                              : QString());
    m_againField->setError(!m_again->text().isEmpty() && !same ? tr("The two are not the same") : QString());
    const bool complete = typed && same && !m_current->text().isEmpty() && broken.empty();
    enableOr(m_change, m_busy || (complete && m_rater->isPending()) ? waitReason() : complete ? QString() : incompleteReason());
}

void OwnPasswordDialog::change()
{
    m_busy = true;
    setButtonBusy(m_change, true);
    setClosable(false);
    m_console.run(
        this,
        [current = secretOf(m_current), next = secretOf(m_next)](Services& services, const access::Actor& actor) mutable {
            return services.signIn.changePassword(actor, current, std::move(next));
        },
        [this](const Result<void>& result) { takeAnswer(result); });
}

void OwnPasswordDialog::takeAnswer(const Result<void>& result)
{
    m_busy = false;
    setButtonBusy(m_change, false);
    setClosable(true);
    if (result) {
        Q_EMIT changed();
        accept();
        return;
    }
    check();
    const bool wrong =
        std::ranges::any_of(result.error().fields, [](const FieldError& field) { return field.field == "current_password"; });
    Field* where = wrong ? m_currentField : m_nextField;
    where->setError(wrong ? tr("This is not your present password") : errorLine(result.error()));
    if (wrong) {
        m_current->selectAll();
        m_current->setFocus();
    }
}

} // namespace sallyport::ui
