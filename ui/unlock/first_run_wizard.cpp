#include "ui/unlock/first_run_wizard.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/language.h"
#include "ui/unlock/recovery_sheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/field_text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int columnWidth = 400;
constexpr int topRoom = 84; ///< above the gate, so that all three arches are in sight
constexpr int leastPassphraseScore = 3;
} // namespace

FirstRunWizard::FirstRunWizard(QWidget* parent)
    : GateView(u"first_run"_s, columnWidth, parent),
      m_back(makeButton(ButtonKind::Secondary, u"first_run.back"_s, columnWidget(), Icon::None, ButtonSize::Large)),
      m_next(makeButton(ButtonKind::Primary, u"first_run.next"_s, columnWidget(), Icon::None, ButtonSize::Large)),
      m_existing(new LinkRow(Icon::Folder, u"first_run.existing"_s, columnWidget()))
{
    m_next->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addHeading();
    column()->addSpacing(28);
    anchorTop(topRoom);
    m_pages << makeWelcomePage() << makeVaultPage()
            << makeSecretPage(&m_passphrase, u"first_run.passphrase"_s, leastPassphraseScore) << makeAdministratorPage()
            << makeServerPage() << makeCreatingPage() << makeRecoveryPage();
    for (QWidget* page : std::as_const(m_pages)) {
        page->hide();
        column()->addWidget(page);
    }
    column()->addSpacing(24);
    makeFoot();
    connect(m_next, &QPushButton::clicked, this, &FirstRunWizard::next);
    connect(m_back, &QPushButton::clicked, this, &FirstRunWizard::back);
    connect(m_existing, &QAbstractButton::clicked, this, &FirstRunWizard::openExistingRequested);
    onRetranslate(this, [this] { showTexts(); });
    setPage(Page::Welcome);
}

void FirstRunWizard::setDefaults(const QString& vaultName, const QString& folder)
{
    m_vaultName->setText(vaultName);
    m_folder->setText(folder);
}

void FirstRunWizard::setPasswordMaker(const PasswordMaker& maker)
{
    m_passphrase->setMaker(maker);
    m_adminPassword->setMaker(maker);
}

void FirstRunWizard::setStrengthRater(const StrengthRater& rater)
{
    m_passphrase->setRater(rater);
    m_adminPassword->setRater(rater);
}

void FirstRunWizard::setClipboard(ClipboardGuard* clipboard)
{
    m_recovery->setClipboard(clipboard);
}

void FirstRunWizard::setLanguage(Language* language)
{
    GateView::setLanguage(language);
    m_language = language;
    const QList<Language::Choice> choices = Language::choices();
    for (int i = 0; i < choices.size(); ++i)
        if (choices.at(i).code == language->current())
            m_languages->setCurrent(i);
}

void FirstRunWizard::showTexts()
{
    m_vaultNameField->setLabel(tr("Name of the vault"));
    m_vaultNameField->setHint(tr("Shown on the unlock screen, for example your organisation's name"));
    m_folderField->setLabel(tr("Folder"));
    m_folderField->setHint(tr("Everything is stored there, encrypted"));
    m_chooseFolder->setText(tr("Choose a folder"));
    m_passphrase->setLabels(tr("Passphrase"), tr("Passphrase again"));
    m_adminNameField->setLabel(tr("Name"));
    m_adminEmailField->setLabel(tr("E-mail address"));
    m_adminPassword->setLabels(tr("Password"), tr("Password again"));
    m_addressField->setLabel(tr("Who can reach the API server"));
    m_address->setItemText(0, tr("Only this computer (127.0.0.1)"));
    m_address->setItemText(1, tr("Everybody in the network (0.0.0.0)"));
    m_portField->setLabel(tr("Port"));
    m_portField->setHint(tr("It can be changed later in Settings"));
    m_back->setText(tr("Back"));
    m_existing->setText(tr("Open a vault that exists"));
    m_existing->setAccessibleName(m_existing->text());
    showHeading();
}

void FirstRunWizard::showHeading()
{
    const int step = static_cast<int>(m_page);
    const QString stepText = tr("Step %1 of %2").arg(step).arg(static_cast<int>(Page::Server));
    QString title;
    QString note = stepText;
    QString action = tr("Continue");
    switch (m_page) {
    case Page::Welcome:
        title = tr("Welcome to Sallyport");
        note = tr("Users, their sign-in, and a secured API server, in one encrypted vault on this computer");
        action = tr("Create a vault");
        break;
    case Page::Vault: title = tr("Name the vault"); break;
    case Page::Passphrase:
        title = tr("Choose a passphrase");
        note = tr("%1: it opens the vault, and nobody can reset it").arg(stepText);
        break;
    case Page::Administrator: title = tr("Add the first administrator"); break;
    case Page::Server:
        title = tr("Set up the API server");
        action = tr("Create vault");
        break;
    case Page::Creating:
        title = tr("Creating the vault");
        note = tr("This takes a few seconds");
        break;
    case Page::RecoveryKey:
        title = tr("Store the recovery key");
        note = tr("It opens the vault if the passphrase is lost. It is shown only now.");
        action = tr("Open Sallyport");
        break;
    }
    setHeading(title, note);
    m_next->setText(action);
}

void FirstRunWizard::setPage(Page page)
{
    m_page = page;
    for (int i = 0; i < m_pages.size(); ++i)
        m_pages.at(i)->setVisible(i == static_cast<int>(page));
    m_back->setVisible(page > Page::Welcome && page < Page::Creating);
    m_existing->setVisible(page == Page::Welcome);
    m_next->setVisible(page != Page::Creating);
    enableOr(m_next, page != Page::RecoveryKey || m_recovery->isStored() ? QString() : tr("Store the recovery key first"));
    showHeading();
    QWidget* first = m_next;
    if (page == Page::Vault)
        first = m_vaultName;
    else if (page == Page::Passphrase)
        first = m_passphrase->firstField();
    else if (page == Page::Administrator)
        first = m_adminName;
    else if (page == Page::Server)
        first = m_address;
    else if (page == Page::RecoveryKey && firstUsefulField(m_recovery)) // Next waits for it
        first = firstUsefulField(m_recovery);
    setFocusProxy(first);
    first->setFocus();
    updateGeometry();
    update();
}

void FirstRunWizard::next()
{
    switch (m_page) {
    case Page::Welcome: setPage(Page::Vault); break;
    case Page::Vault:
        if (checkVault())
            setPage(Page::Passphrase);
        break;
    case Page::Passphrase:
        if (m_passphrase->check())
            setPage(Page::Administrator);
        break;
    case Page::Administrator:
        if (checkAdministrator())
            setPage(Page::Server);
        break;
    case Page::Server:
        if (checkServer())
            create();
        break;
    case Page::Creating: break;
    case Page::RecoveryKey:
        m_recovery->wipe();
        Q_EMIT finished();
        break;
    }
}

bool FirstRunWizard::eventFilter(QObject* watched, QEvent* event)
{
    // A choice and a number have no Enter of their own: it leads on, as in the steps before.
    if (event->type() == QEvent::KeyPress && (watched == m_address || watched == m_port)) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_port->interpretText();
            next();
            return true;
        }
    }
    return GateView::eventFilter(watched, event);
}

void FirstRunWizard::back()
{
    if (m_page > Page::Welcome && m_page < Page::Creating)
        setPage(static_cast<Page>(static_cast<int>(m_page) - 1));
}

bool FirstRunWizard::checkVault()
{
    const bool named = !nameText(m_vaultName->text()).isEmpty();
    const bool placed = !m_folder->text().trimmed().isEmpty();
    m_vaultNameField->setError(named ? QString() : tr("Give the vault a name"));
    m_folderField->setError(placed ? QString() : tr("Choose a folder"));
    if (!named)
        m_vaultName->setFocus();
    else if (!placed)
        m_folder->setFocus();
    return named && placed;
}

bool FirstRunWizard::checkAdministrator()
{
    const QString email = m_adminEmail->text().trimmed();
    const bool named = !nameText(m_adminName->text()).isEmpty();
    const qsizetype at = email.lastIndexOf(u'@');
    const bool reachable = at > 0 && at < email.size() - 1 && !email.contains(u' ');
    m_adminNameField->setError(named ? QString() : tr("Enter the administrator's name"));
    m_adminEmailField->setError(reachable ? QString() : tr("Enter an e-mail address like name@example.org"));
    if (!named)
        m_adminName->setFocus();
    else if (!reachable)
        m_adminEmail->setFocus();
    return named && reachable && m_adminPassword->check();
}

bool FirstRunWizard::checkServer()
{
    const PortCheck found =
        m_checkPort(m_address->currentData().toString().toStdString(), static_cast<std::uint16_t>(m_port->value()));
    const QString port = QString::number(m_port->value());
    switch (found.state) {
    case PortCheck::State::Free: m_portField->setError({}); return true;
    case PortCheck::State::Taken: m_portField->setError(tr("Another program uses port %1. Choose another one.").arg(port)); break;
    case PortCheck::State::NotAllowed:
        m_portField->setError(tr("Ports below 1024 are the system's: you may not use %1. Choose another one.").arg(port));
        break;
    case PortCheck::State::NoAddress:
        m_portField->setError(tr("The server cannot listen there: %1").arg(QString::fromStdString(found.reason)));
        break;
    }
    m_port->setFocus();
    m_port->selectAll();
    return false;
}

void FirstRunWizard::create()
{
    const auto go = [this] {
        setPage(Page::Creating);
        setProgress(0, tr("Deriving the keys"));
        Q_EMIT createRequested();
    };
    if (m_address->currentData().toString() == u"127.0.0.1"_s) {
        go();
        return;
    }
    Confirmation words;
    words.title = tr("Open the API server to the network?");
    words.text = tr("Everybody who reaches this computer can then reach the sign-in of the API server. Do this only in a "
                    "network that you trust, or behind a firewall.");
    words.verb = tr("Open to the network");
    askConfirmation(this, u"first_run.public"_s, words, go);
}

void FirstRunWizard::chooseFolder()
{
    auto* dialog = new QFileDialog(window(), tr("Choose a folder"), m_folder->text());
    dialog->setObjectName(u"first_run.folder_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

FirstRunValues FirstRunWizard::values() const
{
    FirstRunValues values;
    values.vaultName = nameText(m_vaultName->text());
    values.folder = m_folder->text().trimmed();
    values.passphrase = m_passphrase->secret();
    values.adminName = nameText(m_adminName->text());
    values.adminEmail = m_adminEmail->text().trimmed();
    values.adminPassword = m_adminPassword->secret();
    values.address = m_address->currentData().toString();
    values.port = static_cast<quint16>(m_port->value());
    return values;
}

void FirstRunWizard::setProgress(double share, const QString& text)
{
    m_progress->setProgress(share, text);
}

void FirstRunWizard::showError(const Error& error)
{
    const QString line = errorLine(error);
    const auto about = [&error](std::string_view part) {
        for (const FieldError& field : error.fields)
            if (field.field.find(part) != std::string::npos)
                return true;
        return false;
    };
    if (error.code == ErrorCode::PasswordTooWeak && about("passphrase")) {
        setPage(Page::Passphrase);
        m_passphrase->setError(line);
    } else if (error.code == ErrorCode::PasswordTooWeak || about("password")) {
        setPage(Page::Administrator);
        m_adminPassword->setError(line);
    } else if (about("vault_name")) {
        setPage(Page::Vault);
        m_vaultNameField->setError(line);
        m_vaultName->setFocus();
    } else if (about("name")) {
        setPage(Page::Administrator);
        m_adminNameField->setError(line);
        m_adminName->setFocus();
    } else if (about("email")) {
        setPage(Page::Administrator);
        m_adminEmailField->setError(line);
        m_adminEmail->setFocus();
    } else if (error.code == ErrorCode::AddressInUse || error.code == ErrorCode::AddressNotAllowed) {
        setPage(Page::Server);
        m_addressField->setError(line);
    } else {
        setPage(Page::Vault);
        m_folderField->setError(line);
        m_folder->setFocus();
    }
}

void FirstRunWizard::showRecoveryKey(const SecretBytes& key)
{
    const auto text = key.view();
    m_recovery->setKey(nameText(m_vaultName->text()), QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    m_passphrase->wipe();
    m_adminPassword->wipe();
    setPage(Page::RecoveryKey);
}

} // namespace sallyport::ui
