#pragma once

#include "backend/base/error.h"
#include "backend/base/port_check.h"
#include "backend/base/secret_bytes.h"
#include "ui/unlock/gate_view.h"
#include "ui/unlock/password_pair.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sallyport::ui {

class ClipboardGuard;
class Field;
class ProgressRow;
class RecoverySheet;
class SegmentedControl;

/// What the first run asked for. Secrets are copies; they are wiped when this goes.
struct FirstRunValues {
    QString vaultName;
    QString folder;
    SecretBytes passphrase;
    QString adminName;
    QString adminEmail;
    SecretBytes adminPassword;
    QString address; ///< `127.0.0.1` unless the operator confirmed another one
    quint16 port = 8443;
};

/// From nothing to an open vault: language, vault, passphrase, first administrator, server address; then the making,
/// the recovery key, and in. Views only: createRequested asks for the making, the setters tell how it went.
class FirstRunWizard final : public GateView {
    Q_OBJECT

public:
    enum class Page { Welcome, Vault, Passphrase, Administrator, Server, Creating, RecoveryKey };

    explicit FirstRunWizard(QWidget* parent = nullptr);

    /// Says whether the server could listen there; `sallyport::checkPort` unless a test knows better.
    void setPortCheck(std::function<PortCheck(std::string_view address, std::uint16_t port)> check)
    {
        m_checkPort = std::move(check);
    }
    /// What the vault fields hold at first.
    void setDefaults(const QString& vaultName, const QString& folder);
    void setStrengthRater(const StrengthRater& rater);
    void setPasswordMaker(const PasswordMaker& maker);
    void setClipboard(ClipboardGuard* clipboard);
    /// Lets the language be chosen on the first page too.
    void setLanguage(Language* language);

    Page page() const { return m_page; }
    FirstRunValues values() const;

    /// How far the making is, 0 to 1, and what is being done.
    void setProgress(double share, const QString& text);
    /// Goes back to the page that the error concerns and says it there.
    void showError(const Error& error);
    /// The vault exists: shows its recovery key, once. All typed secrets are forgotten.
    void showRecoveryKey(const SecretBytes& key);

Q_SIGNALS:
    /// values() are complete: make the vault.
    void createRequested();
    /// The recovery key is stored: go on to the console.
    void finished();
    /// There is a vault already, somewhere else.
    void openExistingRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeWelcomePage();
    QWidget* makeVaultPage();
    QWidget* makeSecretPage(PasswordPair** pair, const QString& name, int leastScore);
    QWidget* makeAdministratorPage();
    QWidget* makeServerPage();
    QWidget* makeCreatingPage();
    QWidget* makeRecoveryPage();
    void makeFoot();
    void setPage(Page page);
    void showTexts();
    void showHeading();
    void next();
    void back();
    bool checkVault();
    bool checkServer();
    bool checkAdministrator();
    void create();
    void chooseFolder();

    QList<QWidget*> m_pages;
    QPushButton* m_back;
    QPushButton* m_next;
    LinkRow* m_existing;
    SegmentedControl* m_languages = nullptr;
    Language* m_language = nullptr;
    QLineEdit* m_vaultName = nullptr;
    Field* m_vaultNameField = nullptr;
    QLineEdit* m_folder = nullptr;
    Field* m_folderField = nullptr;
    QPushButton* m_chooseFolder = nullptr;
    PasswordPair* m_passphrase = nullptr;
    QLineEdit* m_adminName = nullptr;
    Field* m_adminNameField = nullptr;
    QLineEdit* m_adminEmail = nullptr;
    Field* m_adminEmailField = nullptr;
    PasswordPair* m_adminPassword = nullptr;
    QComboBox* m_address = nullptr;
    Field* m_addressField = nullptr;
    QSpinBox* m_port = nullptr;
    Field* m_portField = nullptr;
    ProgressRow* m_progress = nullptr;
    RecoverySheet* m_recovery = nullptr;
    Page m_page = Page::Welcome;
    std::function<PortCheck(std::string_view, std::uint16_t)> m_checkPort = checkPort;
};

} // namespace sallyport::ui
