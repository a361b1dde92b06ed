#include "app/console/first_run_flow.h"

#include "backend/identity/passwords/password_generator.h"
#include "backend/identity/passwords/password_policy.h"
#include "ui/unlock/first_run_wizard.h"
#include "ui/widgets/clipboard_guard.h"

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

NewVault newVaultOf(const ui::FirstRunValues& values, const QString& language)
{
    NewVault vault;
    vault.dataDirectory = values.folder.toStdString();
    vault.name = values.vaultName.toStdString();
    vault.passphrase = values.passphrase.clone();
    vault.adminName = values.adminName.trimmed().toStdString();
    vault.adminEmail = values.adminEmail.trimmed().toStdString();
    vault.adminPassword = values.adminPassword.clone();
    vault.serverAddress = values.address.toStdString();
    vault.serverPort = values.port;
    vault.language = language.toStdString();
    return vault;
}

} // namespace

FirstRunFlow::FirstRunFlow(AppContext& context, QObject* parent)
    : QObject(parent), m_context(context), m_clipboard(new ui::ClipboardGuard(this))
{
}

void FirstRunFlow::begin()
{
    m_wizard = new ui::FirstRunWizard;
    m_wizard->setVersion(productVersion());
    m_wizard->setLanguage(&m_context.language);
    m_wizard->setClipboard(m_clipboard);
    m_wizard->setDefaults(u"Sallyport"_s, QString::fromStdString(m_context.dataDirectory.string()));
    m_wizard->setStrengthRater([this](const QString& password, std::function<void(int)> answer) {
        m_context.console.runAside(
            m_wizard,
            [secret = SecretBytes::fromText(password.toStdString())] {
                return identity::rate(secret, identity::PasswordContext{}).score;
            },
            std::move(answer));
    });
    m_wizard->setPasswordMaker([this](std::function<void(QString)> answer) {
        m_context.console.runAside(
            m_wizard,
            [random = &m_context.platform.random] {
                const auto made = identity::generatePassword({}, *random);
                return made ? QString::fromUtf8(made->text.view()) : QString();
            },
            std::move(answer));
    });
    connect(m_wizard, &ui::FirstRunWizard::createRequested, this, &FirstRunFlow::create);
    connect(m_wizard, &ui::FirstRunWizard::finished, this, &FirstRunFlow::signedIn);
    connect(m_wizard, &ui::FirstRunWizard::openExistingRequested, this, &FirstRunFlow::otherVaultRequested);
    connect(m_wizard, &ui::GateView::helpRequested, &m_context.window, &ui::MainWindow::helpRequested);
    m_context.window.showView(m_wizard);
}

void FirstRunFlow::create()
{
    const auto values = m_wizard->values();
    m_context.dataDirectory = values.folder.toStdString();
    // The wizard has asked already whether the network may reach it.
    m_context.preferences.setValue(PublicAddressKey, values.address);
    m_wizard->setProgress(0.4, tr("Making keys and database"));
    auto vault = std::make_shared<NewVault>(newVaultOf(values, m_context.language.current()));
    auto recoveryKey = std::make_shared<SecretBytes>();
    const auto address = QString::fromStdString(vault->adminEmail);
    m_context.console.open(
        this,
        [vault, recoveryKey, platform = m_context.platform]() -> Result<ui::OpenedVault> {
            SALLYPORT_ASSIGN(auto created, createVault(std::move(*vault), platform));
            *recoveryKey = std::move(created.recoveryKey);
            ui::OpenedVault opened;
            opened.backend = std::move(created.backend);
            opened.actor = std::move(created.administrator);
            return opened;
        },
        [this, recoveryKey, address](const Result<void>& result) {
            if (!m_wizard)
                return;
            if (result) {
                m_context.preferences.moveTo(m_context.dataDirectory);
                m_context.preferences.setValue(LastOperator, address);
                m_wizard->showRecoveryKey(*recoveryKey);
            } else
                m_wizard->showError(result.error());
        });
}

} // namespace sallyport::app
