#include "ui/settings/passphrase_dialog.h"

#include "backend/identity/passwords/password_policy.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"

#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto typingPause = 150ms;
constexpr std::uint32_t shortest = 15; ///< code points, as for passwords without a second factor

SecretBytes secretOf(const PasswordField* field)
{
    QByteArray bytes = field->text().toUtf8();
    SecretBytes secret(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    bytes.fill('\0');
    return secret;
}

} // namespace

PassphraseDialog::PassphraseDialog(Console& console, QWidget* parent)
    : DialogFrame(QStringLiteral("settings.passphraseDialog"), parent, 480), m_console(console),
      m_current(new PasswordField(QStringLiteral("settings.passphraseDialog.current"), this)),
      m_next(new PasswordField(QStringLiteral("settings.passphraseDialog.next"), this)),
      m_again(new PasswordField(QStringLiteral("settings.passphraseDialog.again"), this)),
      m_currentField(new Field(m_current, this)), m_nextField(new Field(m_next, this)), m_againField(new Field(m_again, this)),
      m_meter(new StrengthMeter(QStringLiteral("settings.passphraseDialog.strength"), this)),
      m_cancel(makeButton(ButtonKind::Secondary, QStringLiteral("settings.passphraseDialog.cancel"), this)),
      m_change(makeButton(ButtonKind::Primary, QStringLiteral("settings.passphraseDialog.change"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setSpacing(16);
    body()->addWidget(m_currentField);
    body()->addWidget(m_nextField);
    body()->addWidget(m_meter);
    body()->addWidget(m_againField);
    addButton(m_cancel);
    addButton(m_change);
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingPause);
    connect(&m_wait, &QTimer::timeout, this, &PassphraseDialog::rate);
    connect(m_next, &QLineEdit::textEdited, this, [this] {
        m_acceptable = false;
        m_nextField->setError({});
        m_wait.start();
        check();
    });
    connect(m_again, &QLineEdit::textEdited, this, &PassphraseDialog::check);
    m_next->offerGenerator();
    connect(m_next, &PasswordField::generateRequested, this, &PassphraseDialog::generate);
    connect(m_current, &QLineEdit::textEdited, this, [this] {
        m_currentField->setError({});
        check();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_change, &QPushButton::clicked, this, &PassphraseDialog::change);
    onRetranslate(this, [this] { setTexts(); });
    check();
    m_current->setFocus();
}

PassphraseDialog::~PassphraseDialog()
{
    for (PasswordField* field : {m_current, m_next, m_again})
        field->wipe();
}

void PassphraseDialog::setTexts()
{
    setTitle(tr("Change passphrase"));
    m_currentField->setLabel(tr("Present passphrase"));
    m_nextField->setLabel(tr("New passphrase"));
    m_nextField->setHint(tr("%Ln character(s) or more; several words are easy to remember", nullptr, shortest));
    m_againField->setLabel(tr("New passphrase again"));
    m_cancel->setText(tr("Cancel"));
    m_change->setText(tr("Change passphrase"));
}

void PassphraseDialog::check()
{
    const bool same = m_next->text() == m_again->text();
    const bool typedAll = m_again->text().size() >= m_next->text().size() && !m_again->text().isEmpty();
    m_againField->setError(typedAll && !same ? tr("Not the same as above") : QString());
    enableOr(m_change, m_busy                                                 ? waitReason()
                       : m_acceptable && same && !m_current->text().isEmpty() ? QString()
                                                                              : incompleteReason());
}

void PassphraseDialog::rate()
{
    const auto rating = ++m_rating;
    if (m_next->text().isEmpty()) {
        m_meter->setScore(-1);
        return;
    }
    auto secret = std::make_shared<SecretBytes>(secretOf(m_next));
    m_console.runAside(
        this,
        [secret] {
            identity::PasswordContext context;
            context.minimumLength = shortest;
            return identity::rate(*secret, context);
        },
        [this, rating](const identity::PasswordStrength& strength) {
            if (rating != m_rating)
                return;
            m_meter->setScore(strength.score);
            m_acceptable = strength.broken.empty();
            bool tooShort = false;
            for (const FieldError& rule : strength.broken)
                tooShort = tooShort || rule.rule == "minLength";
            m_nextField->setError(m_acceptable ? QString()
                                  : tooShort   ? tr("Too short: %Ln character(s) at least", nullptr, shortest)
                                               : tr("Too easy to guess: use more words"));
            check();
        });
}

void PassphraseDialog::generate()
{
    m_console.run(
        this, [](Services& services, const access::Actor&) { return services.passwords.generate({}, {}); },
        [this](const Result<identity::GeneratedPassword>& made) {
            if (!made) {
                m_nextField->setError(errorLine(made.error()));
                return;
            }
            m_next->takeGenerated(QString::fromUtf8(made->text.view()));
            m_again->setText(m_next->text());
            check();
        });
}

void PassphraseDialog::change()
{
    m_busy = true;
    setButtonBusy(m_change, true);
    setClosable(false);
    enableOr(m_cancel, waitReason());
    m_console.changePassphrase(this, secretOf(m_current), secretOf(m_next),
                               [this](const Result<void>& result) { takeAnswer(result); });
}

void PassphraseDialog::takeAnswer(const Result<void>& result)
{
    m_busy = false;
    setButtonBusy(m_change, false);
    setClosable(true);
    enableOr(m_cancel, {});
    if (result) {
        Q_EMIT changed();
        accept();
        return;
    }
    if (result.error().code == ErrorCode::WrongPassphrase) {
        m_currentField->setError(errorLine(result.error()));
        m_current->selectAll();
        m_current->setFocus();
    } else {
        m_nextField->setError(errorLine(result.error()));
    }
    check();
}

} // namespace sallyport::ui
