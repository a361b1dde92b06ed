// ui_gallery FOLDER: pictures of the shared parts, the shell, unlock, sign-in and the first run, light and dark, to be
// held beside the design.

#include "tests/ui/gallery/gallery.h"
#include "ui/look/theme.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/unlock/first_run_wizard.h"
#include "ui/unlock/sign_in_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <memory>

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

void addPanels(MainWindow* window)
{
    const auto add = [window](const char* group, const char* id, const char* title, Icon icon) {
        window->addPanel({QString::fromLatin1(id), [group] { return QString::fromLatin1(group); },
                          [title] { return QString::fromLatin1(title); }, icon,
                          [](QWidget* parent) { return makeUsersSample(parent); }});
    };
    add("Overview", "dashboard", "Dashboard", Icon::Dashboard);
    add("Overview", "events", "Live events", Icon::Activity);
    add("Identity", "users", "Users", Icon::Users);
    add("Identity", "bots", "Service accounts", Icon::Bot);
    add("Identity", "keys", "API keys", Icon::Key);
    add("Identity", "idp", "Identity providers", Icon::Globe);
    add("Access", "roles", "Roles", Icon::ShieldUser);
    add("Access", "policies", "Policies", Icon::Scale);
    add("Access", "records", "Records", Icon::Records);
    add("Protection", "limits", "Rate limits", Icon::Gauge);
    add("Protection", "bans", "Bans", Icon::Ban);
    add("Protection", "detection", "Detection", Icon::ScanSearch);
    add("Audit", "reports", "Reports", Icon::Report);
    add("Audit", "integrity", "Integrity", Icon::Link);
    add("Server", "certificates", "Certificates", Icon::Certificate);
    add("Server", "settings", "Settings", Icon::Settings);
}

ShellState sampleState()
{
    ShellState state;
    state.server = ServerState::Running;
    state.url = u"https://127.0.0.1:8443"_s;
    state.fingerprint = u"7C:41:0D:11:22:33:44:55:66:77:88:99:9E:B2"_s;
    state.requestsPerSecond = 42.6;
    state.operatorName = u"Ingrid Solheim"_s;
    state.operatorRole = u"owner"_s;
    state.vaultName = u"Northgate Clinic"_s;
    return state;
}

ShellState lockedState()
{
    ShellState state = sampleState();
    state.server = ServerState::Stopped;
    state.serverNote = u"starts after unlock"_s;
    state.requestsPerSecond = 0;
    state.operatorName.clear();
    state.locked = true;
    return state;
}

class Studio {
public:
    Studio(QString folder, QString scheme) : m_folder(std::move(folder)), m_scheme(std::move(scheme)) {}

    void shoot(QWidget* widget, const QString& name, const QSize& size)
    {
        widget->resize(size);
        widget->show();
        QTest::qWait(30);
        widget->grab().save(m_folder + u'/' + name + u'-' + m_scheme + u".png"_s);
    }

    void shootAlone(QWidget* made, const QString& name, const QSize& size)
    {
        const std::unique_ptr<QWidget> widget(made);
        shoot(widget.get(), name, size);
    }

    void shootShell(const QSize& size, const QString& name, Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        MainWindow window;
        window.setLayoutDirection(direction);
        addPanels(&window);
        window.setPanelCount(u"events"_s, 2);
        window.setPanelCount(u"bans"_s, 7);
        window.setState(sampleState());
        window.showPanel(u"users"_s);
        shoot(&window, name, size);
        if (size.width() < 1280)
            return;
        ShellState damaged = sampleState();
        damaged.journalDamaged = true;
        window.setState(damaged);
        shoot(&window, name + u"-journal-damaged"_s, size);
        window.setState(sampleState());
        window.openPalette();
        shoot(&window, name + u"-palette"_s, size);
    }

    void shootViews(Language* language)
    {
        MainWindow window;
        window.setState(lockedState());
        auto* unlock = new UnlockScreen;
        unlock->setVersion(u"Sallyport 1.0"_s);
        unlock->setLanguage(language);
        unlock->setVault(u"Northgate Clinic"_s, u"Last opened today 07:48 by Ingrid Solheim"_s);
        window.showView(unlock);
        auto* passphrase = unlock->findChild<PasswordField*>();
        passphrase->setText(u"correct horse!"_s);
        window.show();
        QTest::qWait(30);
        passphrase->setFocus();
        Q_EMIT passphrase->capsLockChanged(true);
        shoot(&window, u"unlock"_s, {1280, 800});
        unlock->showError(Error(ErrorCode::WrongPassphrase, "wrong"));
        shoot(&window, u"unlock-error"_s, {1280, 800});
        unlock->setBusy(true);
        shoot(&window, u"unlock-busy"_s, {1280, 800});

        auto* signIn = new SignInScreen;
        signIn->setVault(u"Northgate Clinic"_s);
        window.showView(signIn);
        shoot(&window, u"sign-in"_s, {1280, 800});
        signIn->setEmail(u"ingrid.solheim@northgate.example"_s);
        signIn->askForCode();
        shoot(&window, u"sign-in-code"_s, {1280, 800});
        shootWizard(&window, language);
    }

    void shootWizard(MainWindow* window, Language* language)
    {
        auto* wizard = new FirstRunWizard;
        wizard->setLanguage(language);
        wizard->setVersion(u"Sallyport 1.0"_s);
        wizard->setDefaults(u"Northgate Clinic"_s, u"/home/ingrid/.local/share/sallyport"_s);
        wizard->setStrengthRater([](const QString& text, const std::function<void(int)>& answer) {
            answer(std::min(4, static_cast<int>(text.size()) / 5));
        });
        window->showView(wizard);
        auto* next = wizard->findChild<QPushButton*>(u"first_run.next"_s);
        const auto type = [wizard](const QString& name, const QString& text) {
            auto* edit = wizard->findChild<QLineEdit*>(name);
            edit->setText(text);
            Q_EMIT edit->textEdited(text);
        };
        shoot(window, u"first-run-1-welcome"_s, {1280, 800});
        next->click();
        shoot(window, u"first-run-2-vault"_s, {1280, 800});
        next->click();
        type(u"first_run.passphrase"_s, u"harbour lantern cobalt"_s);
        type(u"first_run.passphrase.repeat"_s, u"harbour lantern cobalt"_s);
        QTest::qWait(200);
        shoot(window, u"first-run-3-passphrase"_s, {1280, 800});
        next->click();
        type(u"first_run.admin_name"_s, u"Ingrid Solheim"_s);
        type(u"first_run.admin_email"_s, u"ingrid.solheim@northgate.example"_s);
        type(u"first_run.admin_password"_s, u"quiet river stones"_s);
        type(u"first_run.admin_password.repeat"_s, u"quiet river stones"_s);
        shoot(window, u"first-run-4-administrator"_s, {1280, 800});
        next->click();
        shoot(window, u"first-run-5-server"_s, {1280, 800});
        next->click();
        wizard->setProgress(0.4, u"Deriving the keys"_s);
        shoot(window, u"first-run-6-creating"_s, {1280, 800});
        wizard->showRecoveryKey(SecretBytes::fromText("SRK1-ABCDE-FGHJK-MNPQR-STVWX-YZ234-56789-ABCDE-FGHJK-MNPQR-STVWX"));
        shoot(window, u"first-run-7-recovery"_s, {1280, 800});
    }

    void shootDialog()
    {
        MainWindow window;
        addPanels(&window);
        window.setState(sampleState());
        window.showPanel(u"users"_s);
        shoot(&window, u"shell-dialog"_s, {1280, 800});
        Confirmation words{u"Disable Elif Yıldız?"_s,
                           u"Her 2 sessions end at once and her API key stops working. You can enable her again at any time."_s,
                           u"Disable"_s, true};
        DialogFrame* dialog = askConfirmation(&window, u"sample.confirm"_s, words, [] {});
        QTest::qWait(50);
        QPixmap picture = window.grab();
        dialog->render(&picture, dialog->mapToGlobal(QPoint(0, 0)) - window.mapToGlobal(QPoint(0, 0)));
        picture.save(m_folder + u"/dialog-"_s + m_scheme + u".png"_s);
        dialog->close();
    }

private:
    QString m_folder;
    QString m_scheme;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        qInfo("Usage: ui_gallery FOLDER");
        return 2;
    }
    const QString folder = arguments.at(1);
    QDir().mkpath(folder);
    Theme theme;
    Language language;
    language.set(u"en"_s);
    for (const auto& [mode, name] : {std::pair(ThemeMode::Light, u"light"_s), std::pair(ThemeMode::Dark, u"dark"_s)}) {
        theme.setMode(mode);
        Studio studio(folder, name);
        studio.shootShell({1280, 800}, u"users"_s);
        studio.shootShell({900, 640}, u"users-narrow"_s);
        studio.shootShell({1280, 800}, u"users-rtl"_s, Qt::RightToLeft);
        studio.shootViews(&language);
        studio.shootAlone(makePartsSheet(), u"parts"_s, {1400, 1000});
        studio.shootAlone(makeChartsSheet(), u"charts"_s, {752, 600});
        studio.shootAlone(makeIconsSheet(), u"icons"_s, {1280, 800});
        studio.shootDialog();
    }
    return 0;
}
