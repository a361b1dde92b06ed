#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/look/theme.h"
#include "ui/shell/auto_lock.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/nav_caption.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_strip.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_header.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_shell {

using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

PanelEntry entry(const char* id, const char* title, const char* group, int* made)
{
    return {QString::fromLatin1(id), [group] { return QString::fromLatin1(group); },
            [title] { return QString::fromLatin1(title); }, Icon::Users,
            [made](QWidget* parent) {
                ++*made;
                auto* panel = new QWidget(parent);
                auto* column = new QVBoxLayout(panel);
                column->setContentsMargins(0, 0, 0, 0);
                column->addWidget(new PageHeader(panel));
                column->addStretch(1);
                return panel;
            }};
}

struct Shell {
    MainWindow window;
    int made = 0;

    Shell()
    {
        window.addPanel(entry("dashboard", "Dashboard", "Overview", &made));
        window.addPanel(entry("events", "Live events", "Overview", &made));
        window.addPanel(entry("users", "Users", "Identity", &made));
        window.showPanel(u"dashboard"_s);
        window.resize(1280, 800);
        window.show();
    }
    NavItem* item(const QString& id) { return window.findChild<NavItem*>(u"nav."_s + id); }
};

} // namespace

class tst_shell : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void window_screenReader_isAWindowWithItsTitle()
    {
        Shell shell;
        ShellState state;
        state.vaultName = u"Northgate Clinic"_s;
        shell.window.setState(state);
        QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&shell.window);
        QVERIFY(told);
        QCOMPARE(told->role(), QAccessible::Window);
        QCOMPARE(told->text(QAccessible::Name), u"Northgate Clinic – Sallyport"_s);
    }

    void fuzzy_letters_matchInOrderOnly()
    {
        QVERIFY(fuzzyScore(u"usr"_s, u"Users"_s) > 0);
        QVERIFY(fuzzyScore(u"sru"_s, u"Users"_s) < 0);
        QCOMPARE(fuzzyScore(QString(), u"Users"_s), 0);
        QVERIFY(fuzzyScore(u"evenements"_s, u"Événements"_s) > 0);
        QVERIFY(fuzzyScore(u"lev"_s, u"Live events"_s) > 0);
        // Not from the middles of other words.
        QVERIFY(fuzzyScore(u"pet"_s, u"Server Port server.port"_s) < 0);
        QVERIFY(fuzzyScore(u"dark"_s, u"Memory of a hash passwords.argon2_memory"_s) < 0);
        QVERIFY(fuzzyScore(u"refused"_s, u"A device is trusted for"_s) < 0);
    }

    void fuzzy_places_areThoseOfTheTextAsItIsWritten()
    {
        QCOMPARE(fuzzyPlaces(u"yil"_s, u"Elif Yıldız"_s), (QList<qsizetype>{5, 6, 7}));
        QCOMPARE(fuzzyPlaces(u"pet"_s, u"Passkey enrolment time"_s), (QList<qsizetype>{0, 8, 18}));
        QCOMPARE(fuzzyPlaces(u"zo"_s, u"Zoë"_s), (QList<qsizetype>{0, 1}));
        QVERIFY(fuzzyPlaces(u"xyz"_s, u"Users"_s).isEmpty());
        QVERIFY(fuzzyPlaces(QString(), u"Users"_s).isEmpty());
    }

    void fuzzy_beginnings_beatTheMiddle()
    {
        QVERIFY(fuzzyScore(u"ev"_s, u"Events"_s) > fuzzyScore(u"ev"_s, u"Live events"_s));
        QVERIFY(fuzzyScore(u"ev"_s, u"Live events"_s) > fuzzyScore(u"ev"_s, u"Never"_s));
        QVERIFY(fuzzyScore(u"le"_s, u"Live events"_s) > fuzzyScore(u"le"_s, u"Delivered mail, all of it"_s) - 1000);
    }

    void layout_at1280_standsWhereTheDesignSays()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowExposed(&shell.window));
        const auto at = [&](QWidget* widget) { return QRect(widget->mapTo(&shell.window, QPoint(0, 0)), widget->size()); };
        QCOMPARE(at(shell.window.findChild<Navigation*>()), QRect(0, 0, 208, 772));
        QCOMPARE(at(shell.item(u"dashboard"_s)), QRect(8, 82, 191, 28));
        QCOMPARE(at(shell.item(u"events"_s)), QRect(8, 110, 191, 28));
        QCOMPARE(at(shell.item(u"users"_s)), QRect(8, 172, 191, 28));
        QCOMPARE(at(shell.window.statusStrip()), QRect(0, 772, 1280, 28));
        auto* header = shell.window.panel(u"dashboard"_s)->findChild<PageHeader*>();
        QCOMPARE(at(header), QRect(208, 0, 1072, 56));
        QCOMPARE(at(header->searchField()), QRect(604, 12, 280, 32));
    }

    void journalDamaged_bannerStandsAboveThePanelsAndLeadsToTheReports()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowExposed(&shell.window));
        Banner* banner = shell.window.journalBanner();
        QVERIFY(!banner->isVisible());
        ShellState state;
        state.journalDamaged = true;
        shell.window.setState(state);
        QCoreApplication::sendPostedEvents();
        QVERIFY(banner->isVisible());
        QVERIFY(!banner->title().isEmpty() && !banner->accessibleDescription().isEmpty());
        QWidget* panel = shell.window.panel(u"dashboard"_s);
        QVERIFY(panel->mapTo(&shell.window, QPoint(0, 0)).y() >= banner->mapTo(&shell.window, QPoint(0, banner->height())).y());
        auto* open = shell.window.findChild<QPushButton*>(u"window.journal_damaged.verify"_s);
        QVERIFY(open && !open->isVisible()); // there is no such panel for this operator
        shell.window.addPanel(entry("reports", "Reports", "Audit", &shell.made));
        QVERIFY(open->isVisible());
        QSignalSpy wanted(&shell.window, &MainWindow::verifyRequested);
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        shell.window.setState({});
        QVERIFY(!banner->isVisible());
    }

    void upkeepFails_bannerNamesIt_andLeadsToTheEvents()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowExposed(&shell.window));
        Banner* banner = shell.window.upkeepBanner();
        QVERIFY(!banner->isVisible());
        ShellState state;
        state.failingUpkeep = QStringList{u"Removal of old events: The disk is full"_s};
        shell.window.setState(state);
        QVERIFY(banner->isVisible());
        QVERIFY(!shell.window.journalBanner()->isVisible());
        QVERIFY(banner->text().contains(u"Removal of old events: The disk is full"_s));
        QVERIFY(!banner->accessibleDescription().isEmpty());
        auto* open = shell.window.findChild<QPushButton*>(u"window.upkeep_fails.open"_s);
        QVERIFY(open && open->isVisible());
        QSignalSpy wanted(&shell.window, &MainWindow::upkeepRequested);
        QTest::mouseClick(open, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        auto* trust = shell.window.findChild<QPushButton*>(u"window.upkeep_fails.trust_clock"_s);
        QVERIFY(trust && !trust->isVisible()); // only for one that waits for a person
        state.clockWaits = true;
        shell.window.setState(state);
        QVERIFY(trust->isVisible());
        QSignalSpy trusted(&shell.window, &MainWindow::clockTrusted);
        QTest::mouseClick(trust, Qt::LeftButton);
        QCOMPARE(trusted.count(), 1);
        shell.window.setState({});
        QVERIFY(!banner->isVisible());
    }

    void groupFolded_itsPanelsGo_andItsCaptionCountsForThem()
    {
        Shell shell;
        shell.window.setPanelCount(u"users"_s, 7);
        auto* caption = shell.window.findChild<NavCaption*>(u"nav.group.users"_s);
        QVERIFY(caption && !caption->isFolded());
        QSignalSpy told(&shell.window, &MainWindow::foldedChanged);
        QTest::mouseClick(caption, Qt::LeftButton);
        QCOMPARE(told.last().front().toStringList(), QStringList{u"users"_s});
        QVERIFY(caption->isFolded() && !shell.item(u"users"_s)->isVisible());
        QVERIFY(caption->accessibleDescription().contains(u'7'));
        QVERIFY(shell.item(u"events"_s)->isVisible());
        shell.window.showPanel(u"users"_s); // by the palette: it stays folded
        QVERIFY(caption->isFolded());
        caption->setFocus();
        QTest::keyClick(caption, Qt::Key_Return);
        QVERIFY(!caption->isFolded() && shell.item(u"users"_s)->isVisible());
        QCOMPARE(told.last().front().toStringList(), QStringList());
    }

    void groupFolded_whatTwoPanelsCount_isInItsSumOnce()
    {
        Shell shell;
        shell.window.setPanelCount(u"dashboard"_s, 5, 1); // one of the five is that there are incidents
        shell.window.setPanelCount(u"events"_s, 3);
        auto* caption = shell.window.findChild<NavCaption*>(u"nav.group.dashboard"_s);
        QVERIFY(caption);
        QTest::mouseClick(caption, Qt::LeftButton);
        QVERIFY(caption->accessibleDescription().contains(u'7'));
        QCOMPARE(shell.item(u"dashboard"_s)->count(), 5);
    }

    void windowTooLow_groupsFarthestFromThePanelInFrontFold()
    {
        Shell shell;
        for (const char* id : {"a1", "a2", "a3", "a4", "a5", "a6"})
            shell.window.addPanel(entry(id, id, "Access", &shell.made));
        for (const char* id : {"s1", "s2", "s3", "s4", "s5", "s6"})
            shell.window.addPanel(entry(id, id, "Server", &shell.made));
        const auto folded = [&](const char* first) {
            return shell.window.findChild<NavCaption*>(u"nav.group."_s + QLatin1StringView(first))->isFolded();
        };
        QVERIFY(!folded("dashboard") && !folded("users") && !folded("a1") && !folded("s1"));
        shell.window.resize(1280, 500);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!folded("dashboard") && folded("s1") && !folded("users"));
        shell.window.showPanel(u"s3"_s);
        QVERIFY(!folded("s1") && folded("dashboard"));
        shell.window.resize(1280, 800);
        QCoreApplication::sendPostedEvents();
        QVERIFY(!folded("dashboard") && !folded("s1"));
    }

    void window_fitsItsScreen()
    {
        MainWindow window;
        const QSize room = window.screen()->availableSize();
        QVERIFY(window.width() <= room.width() && window.height() <= room.height());
        QVERIFY(window.minimumWidth() <= room.width() && window.minimumHeight() <= room.height());
    }

    void layout_narrow_becomesARail()
    {
        Shell shell;
        shell.window.resize(900, 640);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(shell.window.findChild<Navigation*>()->width(), 56);
        QCOMPARE(shell.item(u"users"_s)->toolTip(), u"Users"_s);
    }

    void f1_asksForHelp()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        QSignalSpy asked(&shell.window, &MainWindow::helpRequested);
        QTest::keyClick(&shell.window, Qt::Key_F1);
        QCOMPARE(asked.count(), 1);
    }

    void showPanel_makesItOnceAndSaysSo()
    {
        Shell shell;
        QSignalSpy changed(&shell.window, &MainWindow::panelChanged);
        QCOMPARE(shell.made, 1);
        QTest::mouseClick(shell.item(u"users"_s), Qt::LeftButton);
        QCOMPARE(shell.made, 2);
        QCOMPARE(shell.window.currentPanel(), u"users"_s);
        shell.window.showPanel(u"dashboard"_s);
        shell.window.showPanel(u"users"_s);
        QCOMPARE(shell.made, 2);
        QCOMPARE(changed.count(), 3);
        shell.window.showPanel(u"no such panel"_s);
        QCOMPARE(shell.window.currentPanel(), u"users"_s);
    }

    void asvs_14_3_1_clearPanels_destroysThem()
    {
        Shell shell;
        const QPointer<QWidget> panel = shell.window.panel(u"dashboard"_s);
        shell.window.clearPanels();
        QTRY_VERIFY(!panel);
        QVERIFY(!shell.item(u"dashboard"_s));
        shell.window.addPanel(entry("users", "Users", "Identity", &shell.made));
        shell.window.showPanel(u"users"_s);
        QCOMPARE(shell.window.currentPanel(), u"users"_s);
    }

    void shortcut_ctrlNumber_showsThatPanel()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        QTest::keyClick(&shell.window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(shell.window.currentPanel(), u"users"_s);
    }

    void asvs_7_4_4_ctrlL_asksToLock_onEveryPanel()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        QSignalSpy lock(&shell.window, &MainWindow::lockRequested);
        QTest::keyClick(&shell.window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(lock.count(), 1);
        ShellState state;
        state.locked = true;
        shell.window.setState(state);
        QTest::keyClick(&shell.window, Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(lock.count(), 1);
    }

    void palette_typingAndEnter_runsTheBestMatch()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        QSignalSpy notices(&shell.window, &MainWindow::noticesRequested);
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        auto* palette = shell.window.findChild<CommandPalette*>();
        QVERIFY(palette->isVisible());
        auto* field = palette->findChild<QLineEdit*>(u"palette.field"_s);
        QTest::keyClicks(field, u"notic"_s);
        QVERIFY(palette->shownCount() >= 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(notices.count(), 1);
        QVERIFY(!palette->isVisible());

        shell.window.openPalette();
        QTest::keyClicks(field, u"live"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(shell.window.currentPanel(), u"events"_s);
        shell.window.openPalette();
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void palette_searchField_opensIt()
    {
        Shell shell;
        auto* header = shell.window.panel(u"dashboard"_s)->findChild<PageHeader*>();
        QTest::mouseClick(header->searchField(), Qt::LeftButton);
        QVERIFY(shell.window.findChild<CommandPalette*>()->isVisible());
    }

    void view_shown_hidesPanelsAndPalette()
    {
        Shell shell;
        const QPointer<QWidget> view = new QWidget;
        shell.window.showView(view);
        QVERIFY(view->isVisible());
        QVERIFY(!shell.window.panel(u"dashboard"_s)->isVisible());
        shell.window.openPalette();
        QVERIFY(!shell.window.findChild<CommandPalette*>()->isVisible());
        shell.window.showPanels();
        QVERIFY(shell.window.panel(u"dashboard"_s)->isVisible());
        QTRY_VERIFY(!view);
    }

    void statusStrip_state_isSaidInWords()
    {
        StatusStrip strip;
        strip.resize(1280, 28);
        ShellState state;
        state.server = ServerState::Running;
        state.url = u"https://127.0.0.1:8443"_s;
        state.fingerprint = u"7C:41:0D:11:22:33:44:55:66:77:9E:B2"_s;
        state.requestsPerSecond = 42.6;
        state.operatorName = u"Ingrid Solheim"_s;
        state.operatorRole = u"owner"_s;
        strip.setState(state);
        const auto name = [&strip](const char* id) {
            return strip.findChild<QWidget*>(QString::fromLatin1(id))->accessibleName();
        };
        QCOMPARE(name("status.server"), u"Server running"_s);
        QCOMPARE(name("status.operator"), u"Ingrid Solheim, owner"_s);
        QSignalSpy copied(&strip, &StatusStrip::copyRequested);
        strip.findChild<QAbstractButton*>(u"status.fingerprint"_s)->click();
        QCOMPARE(copied.first().first().toString(), state.fingerprint);
        QCOMPARE(shortFingerprint(state.fingerprint), u"7C:41:0D…9E:B2"_s);
    }

    void asvs_8_4_2_autoLock_idle_timesOut()
    {
        AutoLock lock;
        QSignalSpy timedOut(&lock, &AutoLock::timedOut);
        lock.setTimeout(std::chrono::milliseconds(5));
        QVERIFY(!lock.isRunning());
        lock.setArmed(true);
        QTRY_COMPARE(timedOut.count(), 1);
    }

    void autoLock_keyPress_startsOver()
    {
        AutoLock lock;
        lock.setTimeout(std::chrono::hours(1));
        lock.setArmed(true);
        QVERIFY(lock.isRunning());
        lock.setArmed(false);
        QVERIFY(!lock.isRunning());
        QLineEdit edit;
        lock.setArmed(true);
        QTest::keyClick(&edit, Qt::Key_A);
        QVERIFY(lock.isRunning());
        lock.setTimeout(std::chrono::milliseconds(0));
        QVERIFY(!lock.isRunning());
    }

    void language_unknown_isEnglish()
    {
        Language language;
        language.set(u"tlh"_s);
        QCOMPARE(language.current(), u"en"_s);
        QCOMPARE(Language::choices().size(), 3);
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_shell)

} // namespace tst_shell
#include "tst_shell.moc"
