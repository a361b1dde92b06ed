#include "app/console/panel_registry.h"
#include "app/console/shell_controller.h"
#include "backend/crypto/system_random.h"
#include "backend/outputs/destinations.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/stillness.h"
#include "ui/console/permit.h"
#include "ui/notices/notices_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/error_state.h"
#include "ui/words/user_text.h"

#include <QAbstractButton>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>

namespace tst_operator_panels {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* operatorPassword = "violet harbour seven lanterns";
constexpr const char* vaultPassphrase = "a passphrase for tests";

/// Every panel with every role of the console, on the real services: what is in the navigation opens without an error,
/// and what the role may not do is off and says why.
class TestOperatorPanels : public QObject {
    Q_OBJECT

    /// A vault with one user of each role, and something in every list.
    struct House {
        House()
        {
            NewVault vault;
            vault.dataDirectory = folder.filePath(u"vault"_s).toStdString();
            vault.passphrase = SecretBytes::fromText(vaultPassphrase);
            vault.adminName = "Ingrid Solheim";
            vault.adminEmail = "admin@x.example";
            vault.adminPassword = SecretBytes::fromText(operatorPassword);
            vault.serverPort = 0;
            vault.kdfCost = {64, 1, 1};
            backend = std::move(need(createVault(std::move(vault), platform)).backend);
            auto& services = backend->services();
            const auto system = access::Actor::system();
            for (const char* role : {"owner", "operator", "auditor", "console_viewer", "viewer"}) {
                identity::NewUser user;
                user.name = role;
                user.email = std::string(role) + "@x.example";
                user.roles = {role};
                user.password = SecretBytes::fromText(operatorPassword);
                ids[role] = need(services.users.create(system, std::move(user))).user.id;
            }
            identity::NewApiKey key;
            key.name = "CI";
            key.scopes = {"users:read"};
            key.owner = ids["viewer"];
            need(services.apiKeys.create(system, std::move(key)));
            identity::NewServiceAccount account;
            account.name = "Backup";
            need(services.serviceAccounts.create(system, std::move(account)));
            identity::NewProvider provider;
            provider.fields.name = "away";
            provider.fields.title = "Away";
            provider.fields.issuer = "https://id.away.example";
            provider.fields.clientId = "x";
            provider.clientSecret = SecretBytes::fromText("a secret of the provider");
            need(services.identityProviders.create(system, std::move(provider)));
            outputs::NewDestination destination;
            destination.fields.name = "Archive";
            destination.fields.kind = outputs::DestinationKind::File;
            destination.fields.format = outputs::EventFormat::JsonLines;
            destination.fields.target = "archive";
            destination.enabled = false;
            need(services.destinations.create(system, std::move(destination)));
        }
        template <typename T>
        static T need(Result<T> result)
        {
            if (!result)
                qFatal("%s", result.error().detail.c_str());
            return std::move(*result);
        }
        QTemporaryDir folder;
        SystemClock clock;
        crypto::SystemRandom random;
        Platform platform{clock, random, {}, storage::KdfCost{64, 1, 1}};
        std::unique_ptr<Backend> backend;
        std::map<std::string, UserId> ids;
    };

    /// The window with an operator of that role signed in.
    struct Desk {
        Desk(House& house, const std::string& role)
        {
            window.resize(1280, 800);
            window.show();
            const auto actor = House::need(house.backend->services().signIn.operatorSignIn(
                role + "@x.example", SecretBytes::fromText(operatorPassword), {}));
            bool open = false;
            console.open(
                &console,
                [&]() -> Result<ui::OpenedVault> {
                    ui::OpenedVault opened;
                    opened.backend = std::move(house.backend);
                    opened.actor = actor;
                    return opened;
                },
                [&](const Result<void>& result) { open = result.has_value(); });
            ready = QTest::qWaitFor([&] { return open; }, 30'000);
            QObject::connect(&console, &ui::Console::permissionsChanged, &shell, &app::ShellController::rebuild);
            shell.rebuild();
        }
        ~Desk() { window.clearPanels(); }

        /// Shows the panel and waits until it has read what it shows.
        QWidget* open(const QString& id)
        {
            window.showPanel(id);
            tests::waitUntilStill(&window);
            return window.panel(id);
        }
        static QString visibleError(QWidget* panel)
        {
            for (auto* error : panel->findChildren<ui::ErrorState*>())
                if (error->isVisible())
                    return error->objectName();
            return {};
        }

        ui::MainWindow window;
        ui::Console console;
        ui::Language language;
        app::Preferences preferences{{}};
        SystemClock clock;
        crypto::SystemRandom random;
        Platform platform{clock, random, {}, {}};
        app::AppContext context{console, window, language, tests::theme(), preferences, platform, {}, false, {}};
        app::ShellController shell{context, nullptr};
        bool ready = false;
    };

    static QStringList allPanels()
    {
        QStringList ids;
        for (const app::PanelInfo& panel : app::panels())
            ids << panel.id;
        return ids;
    }

private Q_SLOTS:
    void panels_openWithoutAnError_data()
    {
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("owner") << allPanels();
        QTest::newRow("operator") << allPanels();
        QTest::newRow("auditor") << allPanels();
        QTest::newRow("console_viewer") << QStringList{
            u"dashboard"_s, u"events"_s,     u"incidents"_s, u"users"_s, u"coverage"_s, u"roles"_s,     u"access"_s,
            u"drill"_s,     u"playground"_s, u"limits"_s,    u"bans"_s,  u"threats"_s,  u"detection"_s, u"headers"_s};
    }
    void panels_openWithoutAnError()
    {
        QFETCH(const QStringList, shown);
        const std::string role = QTest::currentDataTag();
        House house;
        Desk desk(house, role);
        QVERIFY(desk.ready);
        for (const QString& id : allPanels()) {
            const bool inNavigation = desk.window.findChild<QAbstractButton*>(u"nav."_s + id) != nullptr;
            QVERIFY2(inNavigation == shown.contains(id), qPrintable(id));
            if (!inNavigation)
                continue;
            QWidget* panel = desk.open(id);
            QVERIFY2(panel, qPrintable(id));
            const QString error = Desk::visibleError(panel);
            if (!error.isEmpty())
                tests::picture(&desk.window, u"operator-panels-%1-%2"_s.arg(QString::fromStdString(role), id));
            QVERIFY2(error.isEmpty(), qPrintable(id + u": "_s + error));
        }
        QCOMPARE(desk.window.state().operatorRole, ui::rolesText({role}).toLower());
    }

    void buttons_thatChangeSomething_areOffAndSayWhy()
    {
        House house;
        Desk desk(house, "auditor");
        QVERIFY(desk.ready);
        const std::vector<std::pair<QString, QString>> buttons{{u"users"_s, u"users.add"_s},
                                                               {u"sessions"_s, u"sessions.end_all"_s},
                                                               {u"service_accounts"_s, u"accounts.add"_s},
                                                               {u"providers"_s, u"providers.add"_s},
                                                               {u"outputs"_s, u"outputs.add"_s},
                                                               {u"keys"_s, u"keys.create"_s},
                                                               {u"policy"_s, u"policy.measure"_s}};
        for (const auto& [id, name] : buttons) {
            auto* button = desk.open(id)->findChild<QPushButton*>(name);
            QVERIFY2(button, qPrintable(name));
            QVERIFY2(!button->isEnabled(), qPrintable(name));
            QVERIFY2(button->toolTip().startsWith(u"Your role lacks"_s), qPrintable(name + u": "_s + button->toolTip()));
        }
        QVERIFY(!desk.window.state().serverRefusal.isEmpty());
    }

    void users_whoHoldMore_areOutOfReach()
    {
        House house;
        const UserId owner = house.ids["owner"];
        const UserId viewer = house.ids["viewer"];
        Desk desk(house, "operator");
        QVERIFY(desk.ready);
        auto* panel = qobject_cast<ui::UsersPanel*>(desk.open(u"users"_s));
        QVERIFY(panel);
        panel->activate(QString::fromStdString(owner.text()));
        auto* edit = tests::find<QPushButton>(panel, u"users.details.edit"_s);
        QTRY_VERIFY(edit->isVisible());
        QVERIFY(!edit->isEnabled());
        QCOMPARE(edit->toolTip(), u"This account may do more than yours"_s);
        panel->activate(QString::fromStdString(viewer.text()));
        QTRY_VERIFY(edit->isEnabled());
        QVERIFY(edit->toolTip().isEmpty());
    }

    void roleChanged_elsewhere_changesThePanels()
    {
        House house;
        const UserId id = house.ids["auditor"];
        auto& users = house.backend->services().users;
        Desk desk(house, "auditor");
        QVERIFY(desk.ready);
        QVERIFY(desk.window.findChild<QAbstractButton*>(u"nav.settings"_s));
        House::need(users.setRoles(access::Actor::system(), id, {"console_viewer"}));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.console.may(access::Permission::SettingsRead), 10'000);
        QTRY_COMPARE(desk.window.currentPanel(), u"dashboard"_s);
        QTRY_VERIFY(!desk.window.findChild<QAbstractButton*>(u"nav.settings"_s));
        // Without any role that opens the console, nobody is there any more.
        House::need(users.setRoles(access::Actor::system(), id, {"viewer"}));
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.state(), ui::Console::State::SignedOut, 10'000);
    }

    void stoppingTheServer_asksFirst()
    {
        using State = ServerStatus::State;
        House house;
        Desk desk(house, "owner");
        QVERIFY(desk.ready);
        desk.console.startServer();
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.serverStatus().state, State::Running, 10'000);
        Q_EMIT desk.window.stopServerRequested();
        QTRY_VERIFY(tests::openDialog(u"server.stop"_s));
        auto* cancel = tests::find<QPushButton>(tests::openDialog(u"server.stop"_s), u"server.stop.cancel"_s);
        QCOMPARE(tests::openDialog(u"server.stop"_s)->focusWidget(), cancel); // a habitual Enter stops nothing
        QTest::keyClick(cancel, Qt::Key_Return);
        QTRY_VERIFY(!tests::openDialog(u"server.stop"_s));
        QCOMPARE(desk.console.serverStatus().state, State::Running);
        Q_EMIT desk.window.stopServerRequested();
        QTRY_VERIFY(tests::openDialog(u"server.stop"_s));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"server.stop"_s), u"server.stop.confirm"_s),
                          Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(desk.console.serverStatus().state, State::Stopped, 10'000);
    }

    void notices_areCounted_listed_andMarked()
    {
        House house;
        const auto signIn = [&](const char* address) {
            House::need(house.backend->services().signIn.login("auditor@x.example", SecretBytes::fromText(operatorPassword),
                                                               {*IpAddress::parse(address), "curl/8", RequestId("R1")}));
        };
        signIn("203.0.113.7");
        signIn("198.51.100.4");
        Desk desk(house, "auditor");
        QVERIFY(desk.ready);
        desk.shell.enter();
        // One over HTTPS, one for the console itself.
        QTRY_COMPARE_WITH_TIMEOUT(desk.window.state().unreadNotices, 2, 10'000);
        QTRY_VERIFY(desk.window.findChild<QPushButton*>(u"dashboard.need9"_s));
        QTest::mouseClick(desk.window.findChild<QPushButton*>(u"dashboard.need9"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"notices"_s));
        auto* mark = tests::find<QPushButton>(tests::openDialog(u"notices"_s), u"notices.mark_read"_s);
        QTRY_VERIFY(mark->isEnabled());
        tests::waitUntilStill(&desk.window);
        tests::picture(&desk.window, u"operator-notices"_s);
        QTest::mouseClick(mark, Qt::LeftButton);
        QTRY_COMPARE(desk.window.state().unreadNotices, 0);
        QTRY_VERIFY(!mark->isEnabled());
        tests::openDialog(u"notices"_s)->close();
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestOperatorPanels)

} // namespace tst_operator_panels
#include "tst_operator_panels.moc"
