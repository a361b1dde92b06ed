#include "app/console/tray_watch.h"
#include "backend/audit/event_kinds.h"
#include "tests/support/test_main.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/settings/settings_panel.h"
#include "ui/threats/threats_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/field.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QPushButton>

namespace tst_tray {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

struct FakeTray final : ui::Tray {
    bool isAvailable() const override { return available; }
    void show(const QString& called) override
    {
        shown = true;
        name = called;
    }
    void hide() override { shown = false; }
    QRect geometry() const override { return {}; }

    bool available = true, shown = false;
    QString name;
};

/// The icon in the tray and its cards, on services in memory.
class TestTray : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool available = true, bool asReader = false)
        {
            auto made = std::make_unique<FakeTray>();
            tray = made.get();
            tray->available = available;
            watch = std::make_unique<app::TrayWatch>(
                desk.context(), std::move(made),
                [this](const QString& panel, const QString& argument) { desk.shell.navigate(panel, argument); }, nullptr);
            watch->setInFront([this] { return inFront; });
            QObject::connect(&desk.context().console, &ui::Console::eventsArrived, watch.get(),
                             [this](const std::vector<audit::Event>& events) { told += events.size(); });
            open = desk.open(asReader ? reader() : house.administrator());
        }
        access::Actor reader() const
        {
            access::Actor actor = house.administrator();
            actor.permissions = {};
            actor.permissions.add(access::Permission::EventsRead);
            return actor;
        }
        void happens(std::string_view kind, const char* address)
        {
            audit::Event event;
            event.kind = kind;
            event.time = house.clock.now();
            event.address = address;
            event.method = "GET";
            event.path = "/.env";
            house.events.emitEvents({event});
        }
        /// The window has heard of as many events as this.
        bool heard(std::size_t count)
        {
            return QTest::qWaitFor([&] { return told >= count; });
        }
        QPushButton* button(const char* name) { return tests::find<QPushButton>(watch->card(), QString::fromLatin1(name)); }
        QString title() { return tests::find<ui::Banner>(watch->card(), u"card"_s)->title(); }

        tests::FakeHouse house{40, 20};
        tests::FakeDesk desk{house, {1280, 800}};
        FakeTray* tray = nullptr;
        bool inFront = false, open = false;
        std::size_t told = 0;
        std::unique_ptr<app::TrayWatch> watch;
    };

private Q_SLOTS:
    void initTestCase() { tests::theme(); }

    void refusedAddress_bringsACard_thatBans()
    {
        Open o;
        QVERIFY(o.open);
        QVERIFY(o.tray->shown);
        QVERIFY(o.tray->name.startsWith(u"Sallyport"_s));
        o.happens(audit::kind::detectionBlocked, "203.0.113.77");
        QTRY_VERIFY(o.watch->card()->isVisible());
        QCOMPARE(o.title(), u"203.0.113.77: Attack blocked"_s);
        const auto rules = [&] { return o.house.addressRules.rules.size(); };
        const std::size_t before = rules();
        o.button("card.ban")->click();
        QVERIFY(!o.watch->card()->isVisible());
        QTRY_COMPARE(rules(), before + 1);
        QTRY_VERIFY(o.desk.window.toast()->text().startsWith(u"203.0.113.77 is banned for"_s));
        Q_EMIT o.desk.window.toast()->actionRequested(); // undo, as in the panels
        QTRY_COMPARE(rules(), before);
    }

    void cards_areOneAtATime_andSeldomOfOneAddress()
    {
        Open o;
        QVERIFY(o.open);
        o.happens(audit::kind::addressBanned, "203.0.113.77");
        QTRY_VERIFY(o.watch->card()->isVisible());
        o.happens(audit::kind::addressRefused, "203.0.113.78");
        QVERIFY(o.heard(2)); // it comes while the first is there
        o.button("card.close")->click();
        QVERIFY(!o.watch->card()->isVisible());
        o.happens(audit::kind::addressRefused, "203.0.113.77"); // a moment ago
        o.happens(audit::kind::addressRefused, "127.0.0.1");    // this machine
        o.happens(audit::kind::signInFailed, "203.0.113.79");   // nothing for a card
        o.happens(audit::kind::addressRefused, "203.0.113.80");
        QTRY_VERIFY(o.watch->card()->isVisible());
        QCOMPARE(o.title().section(u':', 0, 0), u"203.0.113.80"_s);
    }

    void allow_asksInTheWindow_andOpen_leadsToTheAddress()
    {
        Open o;
        QVERIFY(o.open);
        o.happens(audit::kind::addressRefused, "203.0.113.77");
        QTRY_VERIFY(o.watch->card()->isVisible());
        o.button("card.allow")->click();
        QTRY_VERIFY(tests::openDialog(u"allow_address"_s));
        tests::openDialog(u"allow_address"_s)->close();
        o.happens(audit::kind::addressRefused, "203.0.113.78");
        QTRY_VERIFY(o.watch->card()->isVisible());
        o.button("card.open")->click();
        QCOMPARE(o.desk.window.currentPanel(), u"threats"_s);
    }

    void windowInFront_orSwitchedOff_orNoTray_showsNothing()
    {
        Open o;
        QVERIFY(o.open);
        o.inFront = true;
        o.happens(audit::kind::addressRefused, "203.0.113.77");
        QVERIFY(o.heard(1));
        QVERIFY(!o.watch->card()->isVisible());
        o.inFront = false;
        o.house.settings.set([](settings::Values& values) { values.consoleTray = false; });
        QTRY_VERIFY(!o.tray->shown);
        o.happens(audit::kind::addressRefused, "203.0.113.77");
        QVERIFY(o.heard(2));
        QVERIFY(!o.watch->card()->isVisible());
        o.house.settings.set([](settings::Values& values) { values.consoleTray = true; });
        QTRY_VERIFY(o.tray->shown);

        Open none(false);
        QVERIFY(none.open);
        none.happens(audit::kind::addressRefused, "203.0.113.77");
        QVERIFY(none.heard(1));
        QVERIFY(!none.watch->card()->isVisible() && !none.tray->shown);
    }

    void whoMayNot_isToldWhy()
    {
        Open o(true, true);
        QVERIFY(o.open);
        o.happens(audit::kind::addressRefused, "203.0.113.77");
        QTRY_VERIFY(o.watch->card()->isVisible());
        QVERIFY(!o.button("card.ban")->isEnabled() && !o.button("card.allow")->isEnabled());
        QVERIFY(!o.button("card.ban")->toolTip().isEmpty());
        o.button("card.open")->click();
        QCOMPARE(o.desk.window.currentPanel(), u"events"_s); // threats aren't theirs to see
    }

    /// Where there is no tray (as here, without a screen), the settings say so.
    void settings_sayThatThereIsNone()
    {
        Open o;
        QVERIFY(o.open);
        auto* panel = o.desk.show<ui::SettingsPanel>(u"settings"_s);
        panel->activate(u"console.tray"_s);
        QVERIFY(panel->field("console.tray"));
        QTRY_VERIFY([&] {
            for (const QLabel* label : panel->field("console.tray")->findChildren<QLabel*>())
                if (label->text() == u"This desktop has no tray: nothing is shown."_s)
                    return true;
            return false;
        }());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestTray)

} // namespace tst_tray
#include "tst_tray.moc"
