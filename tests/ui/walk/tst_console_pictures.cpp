#include "app/console/shell_controller.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/scene_events.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/event_trace.h"
#include "ui/events/events_panel.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/data_table.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t Most = 100'000;

/// Every state of the users and of the MFA dialog in the whole window, in both schemes and two sizes, on the made-up
/// clinic of the look: to be looked at beside /docs pictures. Fails only if something cannot be brought up.
class TestConsolePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data() {
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

    void states() {
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        QFETCH(QString, language);
        tests::theme().setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        // The small window shows the clinic of the look, the others as many people as there may be.
        tests::FakeHouse house(size.width() == 1280 ? 1284 : Most);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        SystemClock clock;
        NoRandom random;
        const Platform platform{clock, random, {}, {}};
        ui::MainWindow window;
        ui::Console console;
        ui::Language spoken;
        spoken.set(language);
        app::Preferences preferences{{}};
        app::AppContext context{console, window, spoken, tests::theme(), preferences, platform, {}, false, {}};
        app::ShellController shell(context, nullptr);
        window.resize(size);
        window.show();
        bool open = false;
        console.open(
            this,
            [&house]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::make_unique<tests::FakeBackend>(house);
                opened.actor = house.administrator();
                return opened;
            },
            [&](const Result<void>& result) { open = result.has_value(); });
        QTRY_VERIFY(open);
        QTRY_COMPARE(console.serverStatus().state, ServerStatus::State::Running);
        shell.enter();
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
        window.clearPanels();
    }

private:
    /// The list of the last hour with the explanation of a refusal beside it.
    static void takeEvents(ui::MainWindow& window) {
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
    /// Needs no randomness; nothing here asks.
    struct NoRandom final : RandomSource {
        bool fill(std::span<std::byte>) override { return false; }
    };
    static void take(QWidget& window, const QString& name) {
        QTest::qWait(60);
        tests::picture(&window, u"%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }
};

} // namespace

QTEST_MAIN(TestConsolePictures)
#include "tst_console_pictures.moc"
