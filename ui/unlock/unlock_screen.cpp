#include "ui/unlock/unlock_screen.h"

#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

UnlockScreen::UnlockScreen(QWidget* parent)
    : GateView(u"unlock"_s, 352, parent), m_passphrase(new PasswordField(u"unlock.passphrase"_s, nullptr, true)),
      m_field(new Field(m_passphrase, columnWidget())),
      m_unlock(makeButton(ButtonKind::Primary, u"unlock.submit"_s, columnWidget(), Icon::Unlock, ButtonSize::Large)),
      m_hint(makeLabel(TextStyle::Small, Tone::Muted, columnWidget())),
      m_other(new LinkRow(Icon::Lifebuoy, u"unlock.recover"_s, columnWidget())),
      m_another(new LinkRow(Icon::Folder, u"unlock.another"_s, columnWidget()))
{
    m_unlock->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_hint->setAlignment(Qt::AlignHCenter);
    m_hint->setWordWrap(true);
    m_field->setReserveLine(true);
    addHeading();
    column()->addSpacing(32);
    column()->addWidget(m_field);
    column()->addSpacing(16);
    column()->addWidget(m_unlock);
    column()->addSpacing(10);
    column()->addWidget(m_hint);
    column()->addSpacing(24);
    column()->addWidget(makeSeparator(Qt::Horizontal, Token::Border, columnWidget()));
    column()->addSpacing(8);
    column()->addWidget(m_other);
    column()->addWidget(m_another);
    column()->addSpacing(36); // keeps the gate at its height beside sign-in, which has a row more

    m_hiddenTimer.setSingleShot(true);
    m_hiddenTimer.setInterval(30s);
    connect(&m_hiddenTimer, &QTimer::timeout, this, &UnlockScreen::clearSecret);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockScreen::submit);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &UnlockScreen::submit);
    connect(m_passphrase, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_passphrase, &PasswordField::capsLockChanged, this,
            [this](bool on) { m_field->setWarning(on ? tr("Caps Lock is on") : QString()); });
    connect(m_other, &QAbstractButton::clicked, this, [this] { setRecovering(!m_recovering); });
    connect(m_another, &QAbstractButton::clicked, this, &UnlockScreen::openAnotherRequested);
    setFocusProxy(m_passphrase);
    onRetranslate(this, [this] { showTexts(); });
}

void UnlockScreen::setVault(const QString& name, const QString& lastOpened)
{
    m_vault = name;
    m_lastOpened = lastOpened;
    showTexts();
}

void UnlockScreen::showTexts()
{
    setHeading(m_vault.isEmpty() ? tr("Unlock the vault") : tr("Unlock %1").arg(m_vault), m_lastOpened);
    m_field->setLabel(m_recovering ? tr("Recovery key") : tr("Passphrase"));
    m_unlock->setText(m_busy ? tr("Unlocking") : tr("Unlock"));
    m_hint->setText(m_recovering ? tr("The key that was printed or saved when the vault was made")
                                 : tr("Unlocking takes about a second"));
    m_other->setText(m_recovering ? tr("Use the passphrase") : tr("Use the recovery key"));
    m_other->setAccessibleName(m_other->text());
    m_other->setIcon(m_recovering ? Icon::Key : Icon::Lifebuoy);
    m_another->setText(tr("Open another vault"));
    m_another->setAccessibleName(m_another->text());
}

void UnlockScreen::setRecovering(bool recovering)
{
    m_recovering = recovering;
    clearSecret();
    // A recovery key is copied from paper: the reader must see what they type.
    m_passphrase->setRevealed(recovering);
    showTexts();
    m_passphrase->setFocus();
}

void UnlockScreen::submit()
{
    if (m_busy || m_passphrase->text().isEmpty())
        return;
    m_field->setError({});
    if (m_recovering)
        Q_EMIT recoverRequested();
    else
        Q_EMIT unlockRequested();
}

void UnlockScreen::setBusy(bool busy)
{
    m_busy = busy;
    setButtonBusy(m_unlock, busy);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_passphrase), static_cast<QWidget*>(m_other), static_cast<QWidget*>(m_another)})
        widget->setEnabled(!busy);
    showTexts();
    if (!busy)
        m_passphrase->setFocus();
}

void UnlockScreen::showError(const Error& error)
{
    setBusy(false);
    m_field->setError(errorLine(error));
    m_passphrase->setFocus();
    m_passphrase->selectAll();
}

SecretBytes UnlockScreen::secret() const
{
    std::string text = m_passphrase->text().toStdString();
    SecretBytes secret = SecretBytes::fromText(text);
    wipe(text);
    return secret;
}

void UnlockScreen::clearSecret()
{
    m_passphrase->wipe();
    m_field->setError({});
}

void UnlockScreen::showEvent(QShowEvent* event)
{
    GateView::showEvent(event);
    m_hiddenTimer.stop();
}

void UnlockScreen::hideEvent(QHideEvent* event)
{
    GateView::hideEvent(event);
    m_hiddenTimer.start();
}

} // namespace sallyport::ui
