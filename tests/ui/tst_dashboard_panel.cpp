#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/scene_events.h"
#include "ui/charts/column_chart.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/dashboard/first_steps.h"
#include "ui/dashboard/needs.h"
#include "ui/dashboard/needs_list.h"
#include "ui/dashboard/traffic_texts.h"
#include "ui/dashboard/warnings_list.h"
#include "ui/parts/figure_cell.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_dashboard_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

bool has(const std::vector<Need>& needs, Need::What what)
{
    return std::any_of(needs.begin(), needs.end(), [&](const Need& need) { return need.what == what; });
}

class TestDashboardPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needs_quietHouse_areNone()
    {
        ServerStatus server;
        server.state = ServerStatus::State::Running;
        server.fingerprint = "7C:41";
        server.certificateExpiresAt = UtcTime(std::chrono::hours(24 * 365));
        QVERIFY(needsOf({}, server, {}, UtcTime{}).empty());
    }

    void needs_whenMostRequestsFail_sayIt()
    {
        ServerStatus server;
        server.state = ServerStatus::State::Running;
        server.fingerprint = "7C:41";
        server.certificateExpiresAt = UtcTime(std::chrono::hours(24 * 365));
        const auto needsWith = [&](std::uint32_t answered, std::uint32_t failed) {
            std::vector<protection::TrafficSample> minutes(10);
            minutes.front().failed = 1000; // ten minutes ago
            minutes.back().answered = answered;
            minutes.back().failed = failed;
            return needsOf({}, server, {}, UtcTime{}, minutes);
        };
        QVERIFY(needsWith(10, 10).empty());
        QVERIFY(needsWith(0, 9).empty()); // one of two at night is no alarm
        const auto needs = needsWith(10, 11);
        QCOMPARE(needs.size(), std::size_t{1});
        QVERIFY(has(needs, Need::What::RequestsFail));
        QCOMPARE(needs[0].note, QStringLiteral("11 of 21 in the last 5 minutes"));
        QCOMPARE(countedElsewhere(needs), 0);
    }

    void needs_longTexts_takeLines_andScrollRatherThanBeSqueezed()
    {
        tests::theme();
        NeedsList list;
        std::vector<Need> needs;
        for (int i = 0; i < 8; ++i) {
            Need need;
            need.icon = Icon::Warning;
            need.title = u"7 Rollen enden binnen einer Woche"_s;
            need.note = u"Zuerst am 30. November 2026: Betrachter der Konsole von Anneke de Vries"_s;
            need.action = u"Ansehen %1"_s.arg(i);
            needs.push_back(need);
        }
        list.setFixedWidth(319);
        list.resize(319, 260);
        list.show();
        list.setNeeds(needs);
        for (const int height : {260, 446}) { // the second has room for eight rows of one line
            list.resize(319, height);
            QCoreApplication::processEvents();
            int read = 0;
            for (const ElideLabel* label : list.findChildren<ElideLabel*>()) {
                if (!label->text().contains(u"Rollen"_s) && !label->text().contains(u"Zuerst"_s))
                    continue;
                ++read;
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
            }
            QCOMPARE(read, 16);
        }
    }

    void needs_eachCondition_isNamed()
    {
        const UtcTime now = UtcTime(std::chrono::hours(24 * 20000));
        DashboardData data;
        data.chainDamage = audit::Event{};
        data.guessing = GuessingBurst{"203.0.113.47", 212, 38, now};
        data.coverage.administratorsMissing = 2;
        data.adminsWithoutMfa = {"Mei Tanaka", "Farid Rahmani"};
        data.users.locked = 3;
        data.coverage.all.inGrace = 3;
        data.coverage.all.overdue = 1;
        data.firstMfaDeadline = now + std::chrono::hours(30);
        data.expiringKeys = 2;
        data.firstExpiringKey = "CI deploy";
        data.firstKeyExpiry = now + std::chrono::hours(24 * 3);
        audit::DutyState duty;
        duty.duty = audit::Duty::Retention;
        duty.failing = true;
        duty.code = ErrorCode::DiskFull;
        data.upkeep = {duty};
        data.endingRoles = 2;
        data.firstEndingRole = "Duty physician";
        data.firstEndingHolder = "Ada Mensah";
        data.firstRoleEnd = now + std::chrono::hours(24 * 3);
        alerts::Incident incident;
        incident.id = alerts::IncidentId("in-1");
        incident.ruleName = "Password guessing";
        incident.groupName = "203.0.113.47";
        incident.severity = audit::Severity::Critical;
        incident.groupBy = alerts::GroupBy::Address;
        data.newestIncident = incident;
        data.incidents.open = 1;
        ServerStatus server;
        server.state = ServerStatus::State::Stopped;
        server.fingerprint = "7C:41";
        server.certificateExpiresAt = now + std::chrono::hours(24 * 21);
        settings::Values values;
        values.serverAddress = "0.0.0.0";
        const auto needs = needsOf(data, server, values, now);
        using What = Need::What;
        for (const What what : {What::ChainDamaged, What::Guessing, What::AdminsWithoutMfa, What::Locked, What::ServerStopped,
                                What::Certificate, What::OpenToOthers, What::MfaDue, What::MfaOverdue, What::KeysExpire,
                                What::UpkeepFails, What::RolesEnd, What::Incidents})
            QVERIFY(has(needs, what));
        QCOMPARE(needs.front().tone, Tone::Danger);
        for (const Need& need : needs) {
            QVERIFY(!need.title.isEmpty());
            QVERIFY(!need.action.isEmpty());
        }
        const auto upkeep = std::ranges::find(needs, What::UpkeepFails, &Need::what);
        QCOMPARE(upkeep->note, QStringLiteral("Removal of old events: ") + errorText(Error(ErrorCode::DiskFull, {})).what);
        QCOMPARE(upkeep->argument, QStringLiteral("kind:upkeep."));
        const auto found = std::ranges::find(needs, What::Incidents, &Need::what);
        QVERIFY(found->title.startsWith(QStringLiteral("1 new incident")));
        QCOMPARE(found->note, QStringLiteral("Password guessing: 203.0.113.47"));
        QCOMPARE(found->panel + QLatin1Char(' ') + found->argument, QStringLiteral("incidents in-1"));
        const auto roles = std::ranges::find(needs, What::RolesEnd, &Need::what);
        QCOMPARE(roles->title, QStringLiteral("2 roles end within a week"));
        QVERIFY(roles->note.contains(QStringLiteral("Duty physician of Ada Mensah")));
        QCOMPARE(roles->panel + QLatin1Char(' ') + roles->argument, QStringLiteral("access ending"));
    }

    void administratorsOfWhomNoRuleAsksIt_areSaidToBeSo()
    {
        DashboardData data;
        data.coverage.administratorsMissing = 3;
        data.coverage.administratorsNotRequired = 3;
        data.adminsWithoutMfa = {"Mei Tanaka", "Farid Rahmani"};
        ServerStatus server;
        server.state = ServerStatus::State::Running;
        auto needs = needsOf(data, server, {}, UtcTime{});
        QCOMPARE(needs.size(), std::size_t{1});
        QCOMPARE(needs[0].title, QStringLiteral("MFA is not required of administrators"));
        QCOMPARE(needs[0].note, QStringLiteral("Without it: Mei Tanaka, Farid Rahmani and 1 more"));
        QCOMPARE(needs[0].panel, QStringLiteral("settings"));
        QCOMPARE(needs[0].argument, QStringLiteral("mfa.required_roles"));
        data.coverage.administratorsNotRequired = 1;
        needs = needsOf(data, server, {}, UtcTime{});
        QCOMPARE(needs[0].note, QStringLiteral("Mei Tanaka, Farid Rahmani and 1 more"));
        QCOMPARE(needs[0].panel, QStringLiteral("users"));
    }

    void coverage_isWhatTheCoveragePanelShows()
    {
        tests::OpenConsole open(200, 0);
        QVERIFY(open.open());
        DashboardPanel panel(open.console);
        CoveragePanel coverage(open.console);
        for (QWidget* one : {static_cast<QWidget*>(&panel), static_cast<QWidget*>(&coverage)}) {
            one->resize(1072, 772);
            one->show();
        }
        coverage.activate({});
        QTRY_VERIFY(!panel.users()->figure().isEmpty());
        auto* all = coverage.findChild<FigureCell*>(QStringLiteral("coverage.all"));
        QVERIFY(all);
        QTRY_COMPARE(all->figure(), panel.users()->figure());
        QVERIFY(all->figure().toInt() > 0);
    }

    void refusedFailedAndSignIns_ofTwoPlaces_agree()
    {
        tests::OpenConsole open(40, 0);
        open.house.events.emitEvents(tests::sceneEvents(open.house.clock.now()));
        tests::sceneTraffic(open.house);
        QVERIFY(open.open());
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        QSignalSpy read(&panel, &DashboardPanel::dataRead);
        panel.show();
        QTRY_VERIFY(read.count() > 0);
        std::int64_t failed = 0;
        for (const auto& column : panel.data().failed)
            failed += column.info + column.notice + column.warning + column.critical;
        QCOMPARE(panel.data().failedSignIns, failed);
        QVERIFY(failed > 0);
    }

    void shortData_saysSinceWhen()
    {
        tests::OpenConsole open(40, 0);
        QVERIFY(open.open());
        open.house.traffic.setCountedSince(open.house.clock.now() - 2h);
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        QSignalSpy read(&panel, &DashboardPanel::dataRead);
        panel.show();
        QTRY_VERIFY(read.count() > 0);
        auto* since = panel.findChild<QLabel*>(QStringLiteral("dashboard.chart.since"));
        QVERIFY(since && !since->isVisible()); // the hour is whole
        QTest::mouseClick(panel.findChild<QWidget*>(QStringLiteral("dashboard.span.day")), Qt::LeftButton);
        QVERIFY(since->isVisible());
        const QString text = since->text();
        QVERIFY(text.startsWith(QStringLiteral("Since ")));
        open.house.traffic.setCountedSince(open.house.clock.now() - 25h);
        panel.refresh();
        QVERIFY(!since->isVisible());
    }

    void firstSteps_standUntilEachIsDone()
    {
        using What = FirstStep::What;
        DashboardData data;
        data.users.total = 1;
        data.keys = 0;
        const auto done = [](const QList<FirstStep>& steps, What what) {
            return std::ranges::find(steps, what, &FirstStep::what)->done;
        };
        auto steps = firstStepsOf(data, false, false, true);
        QCOMPARE(steps.size(), 4);
        for (const FirstStep& step : steps)
            QVERIFY(!step.done);
        steps = firstStepsOf(data, true, false, true);
        QVERIFY(done(steps, What::StartServer) && !done(steps, What::OwnFactor) && !done(steps, What::LetIn));
        data.ownFactor = true;
        data.users.total = 2;
        steps = firstStepsOf(data, true, false, true);
        QVERIFY(done(steps, What::OwnFactor) && done(steps, What::AddUser) && !done(steps, What::LetIn));
        QVERIFY(firstStepsOf(data, false, true, true).isEmpty()); // somebody was answered
        data.keys = 1;
        QVERIFY(firstStepsOf(data, true, false, true).isEmpty());
        data.keys.reset(); // who may not read keys isn't asked to make one
        QVERIFY(firstStepsOf(data, true, false, true).isEmpty());
        data.ownFactor = false;
        QCOMPARE(firstStepsOf(data, true, false, true).size(), 3);
    }

    void firstSteps_leadToWhatTheyAskFor()
    {
        FirstSteps band;
        QVERIFY(band.isHidden());
        band.setSteps({{FirstStep::What::StartServer, true}, {FirstStep::What::AddUser, false}});
        QVERIFY(!band.isHidden());
        QSignalSpy taken(&band, &FirstSteps::taken);
        QVERIFY(!band.findChild<QPushButton*>(QStringLiteral("dashboard.step0")));
        // Who listens hears which are done.
        QStringList said;
        for (const auto* cell : band.findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (!cell->accessibleName().isEmpty())
                said << cell->accessibleName();
        QCOMPARE(said, (QStringList{QStringLiteral("Start the server, done"), QStringLiteral("Add users, not done yet")}));
        QCOMPARE(band.findChild<QPushButton*>(QStringLiteral("dashboard.step2"))->accessibleDescription(), said.at(1));
        band.findChild<QPushButton*>(QStringLiteral("dashboard.step2"))->click();
        QCOMPARE(taken.at(0).at(0).toInt(), static_cast<int>(FirstStep::What::AddUser));
        band.setSteps({});
        QVERIFY(band.isHidden());
    }

    void needs_ofKeysAndFactors_leadToTheirReports()
    {
        tests::OpenConsole open(200, 0);
        QVERIFY(open.open());
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        QSignalSpy read(&panel, &DashboardPanel::dataRead);
        panel.show();
        QTRY_VERIFY(read.count() > 0);
        QVERIFY(panel.data().expiringKeys > 0 && panel.data().coverage.all.inGrace > 0);
        QVERIFY(panel.data().firstMfaDeadline && *panel.data().firstMfaDeadline > open.house.clock.now());
        QVERIFY(!panel.data().firstExpiringKey.empty());
        QCOMPARE(open.house.accessReview.last.endsDays, std::optional(rolesEndWithin));
        QVERIFY(panel.data().endingRoles > 0 && !panel.data().firstEndingHolder.empty());
        QSignalSpy navigated(&panel, &Panel::navigate);
        const auto take = [&](Need::What what) {
            auto* action = panel.findChild<QPushButton*>(QStringLiteral("dashboard.need%1").arg(static_cast<int>(what)));
            QVERIFY(action);
            action->click();
        };
        take(Need::What::KeysExpire);
        take(Need::What::MfaDue);
        QCOMPARE(navigated.size(), 2);
        QCOMPARE(navigated[0], (QVariantList{QStringLiteral("keys"), QStringLiteral("expiring")}));
        QCOMPARE(navigated[1], (QVariantList{QStringLiteral("coverage"), QStringLiteral("due")}));
    }

    void expiringKeys_ofAnOperatorWhoMayReadNone_areNotAsked()
    {
        tests::OpenConsole open(40, 0);
        open.house.apiKeys.failures.failAlways(makeError(ErrorCode::PermissionDenied, "keys:read"));
        access::Actor viewer = open.house.administrator();
        viewer.permissions = {};
        viewer.permissions.add(access::Permission::EventsRead);
        viewer.permissions.add(access::Permission::UsersRead);
        const auto data = readDashboard(open.house.services, viewer);
        QVERIFY(data.has_value());
        QCOMPARE(data->expiringKeys, 0);
    }

    void guessing_fewTries_isNone()
    {
        std::vector<audit::Event> failures(guessingTries - 1);
        for (audit::Event& event : failures) {
            event.address = "203.0.113.47";
            event.time = UtcTime(10h);
        }
        QVERIFY(!findGuessing(failures, UtcTime(9h)));
        failures.push_back(failures.front());
        QVERIFY(findGuessing(failures, UtcTime(9h)));
        QVERIFY(!findGuessing(failures, UtcTime(11h)));
    }

    void comparison_withoutYesterday_isNone()
    {
        int percent = 0;
        QVERIFY(!comparedWithYesterday({{}, {}}, 5, percent));
        protection::TrafficSample then;
        then.answered = 900 * 40;
        QVERIFY(comparedWithYesterday({then, {}}, 42.4, percent));
        QCOMPARE(percent, 6);
    }

    void panel_showsWhatTheServicesSay()
    {
        tests::OpenConsole open(40, 0);
        open.house.events.emitEvents(tests::sceneEvents(open.house.clock.now()));
        QVERIFY(open.open());
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        QSignalSpy read(&panel, &DashboardPanel::dataRead);
        panel.show();
        QTRY_VERIFY(read.count() > 0);
        QVERIFY(panel.data().failedSignIns > 20);
        QVERIFY(panel.data().guessing.has_value());
        QCOMPARE(panel.failures()->figure(), QLocale().toString(static_cast<qlonglong>(panel.data().failedSignIns)));
        QCOMPARE(panel.chart()->columns().size(), 60);
        QVERIFY(panel.needs()->count() > 0);
        QSignalSpy navigated(&panel, &Panel::navigate);
        auto* action =
            panel.findChild<QPushButton*>(QStringLiteral("dashboard.need%1").arg(static_cast<int>(Need::What::Guessing)));
        QVERIFY(action);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("events"));
        QVERIFY(navigated[0][1].toString().contains(QStringLiteral("203.0.113.47")));
    }

    void warnings_longTexts_takeLines_andAreNotCut()
    {
        tests::theme();
        WarningsList list;
        audit::Event event;
        event.kind = "access.denied";
        event.severity = audit::Severity::Warning;
        event.actor.name = "somebody.with.a.long.name@outpatients.radiology.northgate.example";
        const auto heightIn = [&](int width) {
            list.resize(width, 600);
            list.show();
            list.setEvents({event}, UtcTime(1h));
            QCoreApplication::processEvents();
            return tests::find<QAbstractButton>(&list, u"dashboard.warning0"_s)->height();
        };
        const int wide = heightIn(900), narrow = heightIn(320);
        QVERIFY(narrow > wide);
        QVERIFY(heightIn(240) > narrow); // as many lines as it takes
    }

    void chart_columnsChosenByTheKeyboard_leadToTheirEvents()
    {
        tests::OpenConsole open(40, 10);
        QVERIFY(open.open());
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        QSignalSpy read(&panel, &DashboardPanel::dataRead);
        panel.show();
        QTRY_VERIFY(read.count() > 0);
        auto* chart = panel.findChild<ColumnChart*>(QStringLiteral("dashboard.chart"));
        QSignalSpy navigated(&panel, &Panel::navigate);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(chart->range(), (QPair<int, int>(57, 58)));
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(navigated.count(), 1);
        QCOMPARE(navigated[0][0].toString(), QStringLiteral("events"));
        QVERIFY(navigated[0][1].toString().startsWith(QStringLiteral("since:")) &&
                navigated[0][1].toString().contains(QStringLiteral(" until:")));
        QCOMPARE(chart->range(), (QPair<int, int>(-1, -1)));
    }

    void panel_withoutPermission_saysSo()
    {
        tests::OpenConsole open(40, 10);
        QVERIFY(open.open(true));
        DashboardPanel panel(open.console);
        panel.resize(1072, 772);
        panel.show();
        QTRY_VERIFY(panel.findChild<QWidget*>(QStringLiteral("dashboard.state.error")) &&
                    panel.findChild<QWidget*>(QStringLiteral("dashboard.state.error"))->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestDashboardPanel)

} // namespace tst_dashboard_panel
#include "tst_dashboard_panel.moc"
