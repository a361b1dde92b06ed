#include "app/console/unlock_flow.h"

#include "ui/mfa/mfa_dialog.h"
#include "ui/unlock/sign_in_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QDateTime>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

Result<ui::OpenedVault> open(const std::filesystem::path& directory, const SecretBytes& secret, bool recovery,
                             const Platform& platform)
{
    auto backend = recovery ? openVaultWithRecoveryKey(directory, secret, platform) : openVault(directory, secret, platform);
    if (!backend)
        return std::move(backend).error();
    ui::OpenedVault opened;
    opened.backend = std::move(*backend);
    return opened;
}

} // namespace

UnlockFlow::UnlockFlow(AppContext& context, QObject* parent) : QObject(parent), m_context(context) {}

QString UnlockFlow::lastOpenedText(const VaultInfo& vault)
{
    if (!vault.lastOpenedAt)
        return {};
    const auto at = QDateTime::fromMSecsSinceEpoch(vault.lastOpenedAt->time_since_epoch().count() / 1000);
    auto when = ui::relativeTime(at, QDateTime::currentDateTime());
    when.replace(0, 1, when.left(1).toLower());
    return vault.lastOpenedBy.empty() ? tr("Last opened %1").arg(when)
                                      : tr("Last opened %1 by %2").arg(when, QString::fromStdString(vault.lastOpenedBy));
}

void UnlockFlow::begin(const VaultInfo& vault)
{
    m_unlock = new ui::UnlockScreen;
    m_unlock->setVersion(productVersion());
    m_unlock->setLanguage(&m_context.language);
    m_unlock->setVault(QString::fromStdString(vault.name), lastOpenedText(vault));
    m_unlock->setLost(m_lost);
    connect(m_unlock, &ui::UnlockScreen::unlockRequested, this, &UnlockFlow::unlock);
    connect(m_unlock, &ui::UnlockScreen::recoverRequested, this, &UnlockFlow::unlock);
    connect(m_unlock, &ui::UnlockScreen::openAnotherRequested, this, &UnlockFlow::otherVaultRequested);
    connect(m_unlock, &ui::GateView::helpRequested, &m_context.window, &ui::MainWindow::helpRequested);
    m_context.window.showView(m_unlock);
}

void UnlockFlow::unlock()
{
    m_unlock->setBusy(true);
    auto secret = std::make_shared<SecretBytes>(m_unlock->secret());
    m_context.console.open(
        this,
        [secret, directory = m_context.dataDirectory, recovery = m_unlock->isRecovering(), platform = m_context.platform] {
            return open(directory, *secret, recovery, platform);
        },
        [this](const Result<void>& result) {
            if (!result) {
                if (m_unlock) {
                    m_unlock->setBusy(false);
                    m_unlock->showError(result.error());
                }
                return;
            }
            if (m_unlock)
                m_unlock->clearSecret();
            if (m_context.signInInstead)
                m_context.signInInstead();
            else
                askWhoIsThere();
        });
}

void UnlockFlow::askWhoIsThere(bool sessionEnded)
{
    m_signIn = new ui::SignInScreen;
    m_signIn->setVersion(productVersion());
    m_signIn->setLanguage(&m_context.language);
    m_signIn->setVault(m_context.console.vaultName());
    m_signIn->setEmail(m_context.preferences.value(LastOperator));
    m_signIn->setSessionEnded(sessionEnded);
    m_signIn->setLost(sessionEnded ? m_lost : QStringList());
    connect(m_signIn, &ui::SignInScreen::signInRequested, this, [this] { signIn({}); });
    connect(m_signIn, &ui::SignInScreen::codeRequested, this, [this] { signIn(m_signIn->code().toStdString()); });
    connect(m_signIn, &ui::SignInScreen::lockRequested, &m_context.window, &ui::MainWindow::lockRequested);
    connect(m_signIn, &ui::GateView::helpRequested, &m_context.window, &ui::MainWindow::helpRequested);
    m_context.window.showView(m_signIn);
}

void UnlockFlow::signIn(const std::string& code)
{
    m_signIn->setBusy(true);
    m_context.console.run(
        m_signIn,
        [email = m_signIn->email().trimmed().toStdString(), password = m_signIn->password(),
         code](Services& services, const access::Actor&) { return services.signIn.operatorSignIn(email, password, code); },
        [this](Result<access::Actor> actor) {
            m_signIn->setBusy(false);
            if (!actor && actor.error().code == ErrorCode::MfaRequired)
                return m_signIn->askForCode();
            if (!actor)
                return m_signIn->showError(actor.error());
            m_context.preferences.setValue(LastOperator, m_signIn->email().trimmed());
            m_signIn->reset();
            const bool enrolmentOnly = actor->enrolmentOnly;
            m_context.console.signIn(std::move(*actor));
            if (enrolmentOnly)
                return enrol();
            Q_EMIT signedIn();
        });
}

void UnlockFlow::enrol()
{
    const auto& actor = m_context.console.actor();
    auto* dialog = new ui::MfaDialog(m_context.console, actor.id, QString::fromStdString(actor.name),
                                     QString::fromStdString(actor.email), &m_context.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto done = std::make_shared<bool>(false);
    connect(dialog, &ui::MfaDialog::enabled, this, [done] { *done = true; });
    connect(dialog, &QDialog::finished, this, [this, done] {
        if (m_context.console.state() != ui::Console::State::SignedIn)
            return;
        if (*done)
            return enrolled();
        m_context.console.signOut();
        askWhoIsThere();
    });
    dialog->open();
    m_context.window.toast()->say(ui::Tone::Warning, tr("Your role requires a second factor. Set it up to go on."));
}

void UnlockFlow::enrolled()
{
    m_context.console.run(
        this, [](Services& services, const access::Actor& actor) { return services.signIn.operatorNow(actor); },
        [this](Result<access::Actor> actor) {
            if (!actor) {
                m_context.console.signOut();
                return askWhoIsThere();
            }
            m_context.console.signIn(std::move(*actor));
            Q_EMIT signedIn();
        });
}

} // namespace sallyport::app
