#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/scene_keys.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/event_trace.h"
#include "ui/events/events_panel.h"
#include "ui/keys/accounts_model.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace tst_console_pictures {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t most = 100'000;

/// Every state of the users and of the MFA dialog in the whole window, in both schemes and two sizes, on the made-up
/// clinic of the look: to be looked at beside /docs pictures. Fails only if something cannot be brought up.
class TestConsolePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        QTest::newRow("light-1280") << QSize(1280, 800) << false << u"en"_s;
        QTest::newRow("dark-1280") << QSize(1280, 800) << true << u"en"_s;
        QTest::newRow("light-1920") << QSize(1920, 1080) << false << u"en"_s;
        QTest::newRow("dark-1920") << QSize(1920, 1080) << true << u"en"_s;
        QTest::newRow("light-1280-de") << QSize(1280, 800) << false << u"de"_s;
        QTest::newRow("light-1280-fr") << QSize(1280, 800) << false << u"fr"_s;
        QTest::newRow("light-800") << QSize(800, 600) << false << u"en"_s;
    }

    void states()
    {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(QString, language);
        tests::theme().setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        // The small window shows the clinic of the look, the others as many people as there may be.
        tests::FakeHouse house(size.width() == 1280 ? 1284 : most);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        tests::FakeDesk desk(house, size, language);
        QVERIFY(desk.open(house.administrator()));
        auto& window = desk.window;
        auto& console = desk.console;
        auto* dashboard = qobject_cast<ui::DashboardPanel*>(window.panel(u"dashboard"_s));
        QVERIFY(dashboard);
        QTRY_VERIFY(dashboard->data().failedSignIns > 0);
        take(window, u"dashboard"_s);
        takeEvents(window);
        window.showPanel(u"users"_s);
        auto* panel = qobject_cast<ui::UsersPanel*>(window.panel(u"users"_s));
        QVERIFY(panel);
        QTRY_VERIFY(panel->model()->rowAt(0));
        take(window, u"users"_s);

        const auto elif = house.users.idOf("Elif Yıldız");
        if (const auto row = panel->model()->findRow(elif)) {
            panel->table()->scrollTo(panel->model()->index(*row, 0), QAbstractItemView::PositionAtCenter);
            QTest::mouseClick(panel->table()->viewport(), Qt::LeftButton, {},
                              panel->table()->visualRect(panel->model()->index(*row, 0)).center());
        } else {
            panel->activate(QString::fromStdString(elif.text()));
        }
        QTRY_VERIFY(tests::find(panel, u"users.details"_s)->isVisible());
        QTest::qWait(150);
        take(window, u"users-pane"_s);
        auto* dialog = new ui::MfaDialog(console, house.users.idOf("Jonas Weber"), u"Jonas Weber"_s,
                                         u"jonas.weber@northgate.example"_s, panel);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        QTRY_COMPARE(dialog->flow().step(), ui::EnrolmentFlow::Step::Scan);
        QTest::keyClicks(tests::find(dialog, u"mfa.code"_s), u"417"_s);
        QTest::qWait(50);
        take(window, u"mfa"_s);
        dialog->close();
        QTest::mouseClick(tests::find<QPushButton>(panel, u"users.add"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"add_user"_s));
        QTest::qWait(100);
        take(window, u"users-add"_s);
        tests::find<QRadioButton>(tests::openDialog(u"add_user"_s), u"add_user.set_password"_s)->setChecked(true);
        QTest::qWait(100);
        take(window, u"users-add-password"_s);
        tests::openDialog(u"add_user"_s)->close();
        auto* field = tests::find<QLineEdit>(panel, u"users.filter"_s);
        field->setText(u"nobody of that name"_s);
        QTRY_VERIFY(tests::find(panel, u"users.list.empty"_s)->isVisible());
        take(window, u"users-empty"_s);
        field->clear();
        house.users.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
        panel->model()->reload();
        QTRY_VERIFY(tests::find(panel, u"users.list.error"_s)->isVisible());
        take(window, u"users-error"_s);
        house.users.failures.stop();
        takeKeys(window, house);
    }

    /// What an auditor sees, and notices about an account.
    void operators_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light-1280") << false;
        QTest::newRow("dark-1280") << true;
    }
    void operators()
    {
        QFETCH(bool, dark);
        tests::theme().setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        tests::FakeHouse house(1284);
        house.notices.add("notice.new_device", "198.51.100.23", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/131.0");
        house.notices.add("notice.success_after_failures", "198.51.100.23",
                          "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/131.0", {}, 7);
        house.notices.add("password.reset_started", "203.0.113.7", {}, "Ingrid Solheim");
        house.notices.add("mfa.reset", "203.0.113.7", {}, "Ingrid Solheim");
        house.notices.notices.back().readAt = house.clock.now();
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.with("auditor")));
        auto& window = desk.window;
        QTRY_VERIFY(window.state().unreadNotices > 0);
        auto* dashboard = qobject_cast<ui::DashboardPanel*>(window.panel(u"dashboard"_s));
        QTRY_VERIFY(dashboard->data().failedSignIns > 0);
        take(window, u"auditor-dashboard"_s);
        QTest::mouseClick(tests::find<QPushButton>(dashboard, u"dashboard.need9"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"notices"_s));
        QTest::qWait(150);
        take(window, u"notices"_s);
        tests::openDialog(u"notices"_s)->close();
        window.showPanel(u"users"_s);
        auto* panel = qobject_cast<ui::UsersPanel*>(window.panel(u"users"_s));
        QTRY_VERIFY(panel->model()->rowAt(0));
        panel->activate(QString::fromStdString(house.users.idOf("Elif Yıldız").text()));
        QTRY_VERIFY(tests::find(panel, u"users.details"_s)->isVisible());
        QTest::qWait(150);
        take(window, u"auditor-users"_s);
        window.showPanel(u"settings"_s);
        QTest::qWait(150);
        take(window, u"auditor-settings"_s);
    }

private:
    /// The API keys with a new one that waits to be stored, and the service accounts.
    static void takeKeys(ui::MainWindow& window, tests::FakeHouse& house)
    {
        tests::sceneKeys(house);
        window.showPanel(u"service_accounts"_s);
        auto* accounts = qobject_cast<ui::ServiceAccountsPanel*>(window.panel(u"service_accounts"_s));
        QVERIFY(accounts);
        QTRY_VERIFY(accounts->model()->rowAt(0));
        accounts->table()->selectRow(1);
        QTest::keyClick(accounts->table(), Qt::Key_Return);
        QTest::qWait(150);
        take(window, u"accounts"_s);
        window.showPanel(u"keys"_s);
        auto* panel = qobject_cast<ui::KeysPanel*>(window.panel(u"keys"_s));
        QVERIFY(panel);
        QTRY_VERIFY(panel->model()->rowAt(0));
        QTest::mouseClick(tests::find<QPushButton>(panel, u"keys.create"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"key"_s));
        auto* dialog = tests::openDialog(u"key"_s);
        auto* owner = tests::find<QComboBox>(dialog, u"key.owner"_s);
        QTRY_VERIFY(owner->findText(u"Build runner"_s) > 0);
        owner->setCurrentIndex(owner->findText(u"Build runner"_s));
        QTRY_VERIFY(!dialog->findChild<QCheckBox*>(u"key.scopes.users:delete"_s));
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.name"_s), u"CI deploy, staging"_s);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.requests"_s), u"600"_s);
        for (const auto& scope : {u"key.scopes.records:read"_s, u"key.scopes.records:create"_s})
            tests::find<QCheckBox>(dialog, scope)->setChecked(true);
        QTRY_VERIFY(tests::find<QPushButton>(dialog, u"key.save"_s)->isEnabled());
        take(window, u"keys-create"_s);
        QTest::mouseClick(tests::find<QPushButton>(dialog, u"key.save"_s), Qt::LeftButton);
        QTRY_VERIFY(panel->findChild<ui::NewKeyBanner*>());
        QTRY_COMPARE(panel->table()->selectedRows().size(), 1);
        take(window, u"keys-new"_s);
        QTest::mouseClick(tests::find<QPushButton>(panel, u"keys.new.stored"_s), Qt::LeftButton);
        QTest::keyClick(panel->table(), Qt::Key_Return);
        QTRY_VERIFY(tests::find(panel, u"keys.details"_s)->isVisible());
        QTest::qWait(150);
        take(window, u"keys-pane"_s);
    }

    /// The list of the last hour with the explanation of a refusal beside it.
    static void takeEvents(ui::MainWindow& window)
    {
        window.showPanel(u"events"_s);
        auto* panel = qobject_cast<ui::EventsPanel*>(window.panel(u"events"_s));
        QVERIFY(panel);
        panel->activate(u"since:1h severity:>=notice"_s);
        QTRY_VERIFY(panel->model()->total() > 0);
        for (int row = 0; row < 20; ++row)
            if (const auto* event = panel->model()->eventAt(row); event && ui::eventStages(*event).size() > 1) {
                panel->table()->setFocus();
                panel->table()->selectRow(row);
                break;
            }
        QTRY_VERIFY(panel->details()->isVisible());
        QTest::qWait(150);
        take(window, u"events"_s);
    }
    static void take(QWidget& window, const QString& name)
    {
        QTest::qWait(60);
        tests::picture(&window, u"%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestConsolePictures)

} // namespace tst_console_pictures
#include "tst_console_pictures.moc"
