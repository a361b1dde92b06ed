#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/scene_keys.h"
#include "tests/ui/support/scene_lab.h"
#include "tests/ui/support/scene_leaks.h"
#include "tests/ui/support/scene_records.h"
#include "tests/ui/support/scene_roles.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/access/access_panel.h"
#include "ui/access_policies/policies_panel.h"
#include "ui/access_policies/policy_editor.h"
#include "ui/access_policies/replay_view.h"
#include "ui/access_policies/try_pane.h"
#include "ui/alert_rules/alert_rule_pane.h"
#include "ui/alert_rules/alert_rules_model.h"
#include "ui/alert_rules/alert_rules_panel.h"
#include "ui/bans/bans_model.h"
#include "ui/bans/bans_panel.h"
#include "ui/coverage/coverage_model.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/detection/detection_panel.h"
#include "ui/detection/hit_pane.h"
#include "ui/detection/hits_model.h"
#include "ui/detection/tester_view.h"
#include "ui/drill/drill_model.h"
#include "ui/drill/drill_panel.h"
#include "ui/events/event_model.h"
#include "ui/events/events_panel.h"
#include "ui/events/top_view.h"
#include "ui/history/history_model.h"
#include "ui/history/history_pane.h"
#include "ui/history/history_panel.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/incidents_panel.h"
#include "ui/integrity/integrity_panel.h"
#include "ui/integrity/pack_model.h"
#include "ui/keys/accounts_model.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/leaks/leaks_model.h"
#include "ui/limits/limit_pane.h"
#include "ui/limits/limits_model.h"
#include "ui/limits/limits_panel.h"
#include "ui/outputs/outputs_model.h"
#include "ui/outputs/outputs_panel.h"
#include "ui/policy/measure_box.h"
#include "ui/policy/policy_panel.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_panel.h"
#include "ui/records/records_model.h"
#include "ui/records/records_panel.h"
#include "ui/reports/kept_reports.h"
#include "ui/reports/report_form.h"
#include "ui/reports/report_plans.h"
#include "ui/reports/reports_panel.h"
#include "ui/retention/retention_panel.h"
#include "ui/roles/role_matrix_model.h"
#include "ui/roles/roles_panel.h"
#include "ui/sessions/sessions_model.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/settings/settings_panel.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/simulator/batch_model.h"
#include "ui/simulator/simulator_panel.h"
#include "ui/simulator/trace_view.h"
#include "ui/tables/data_table.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/score_table.h"
#include "ui/threats/threat_pane.h"
#include "ui/threats/threats_model.h"
#include "ui/threats/threats_panel.h"
#include "ui/users/import_dialog.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTemporaryDir>

namespace tst_guide_pictures {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// The pictures of docs/guide that show a panel in full use, in the whole window with the navigation of today, on a made-up
/// clinic. docs/guide/pictures.sh takes them from here. Fails only if something cannot be brought up.
class TestGuidePictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guide_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void guide()
    {
        QFETCH(bool, dark);
        tests::theme().setMode(dark ? ui::ThemeMode::Dark : ui::ThemeMode::Light);
        tests::FakeHouse house(1284);
        house.sessions.count = 214;
        tests::sceneKeys(house);
        tests::addOwnRoles(house);
        givePasskeys(house);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        takeUsers(desk, house);
        takeLimits(desk);
        takeEvents(desk);
        takeThreats(desk);
        takeBans(desk);
        takeRetention(desk);
        takeIncidents(desk);
        takeAlertRules(desk);
        takeHistory(desk);
        takeImport(desk, house);
        takeCoverage(desk);
        takePolicy(desk);
        takeSessions(desk);
        takeAccounts(desk);
        takeProviders(desk, house);
        takeOutputs(desk);
        takeLeaks(desk, house);
        takeLab(desk, house);
        takeDrill(desk);
        takeIntegrity(desk);
        takePolicies(desk, house);
        takeSimulator(desk);
        takeDetection(desk);
        takeSettings(desk);
        takeRecords(desk, house);
        takeRoles(desk);
        takeAccess(desk);
        takeReports(desk);
    }

private:
    static void givePasskeys(tests::FakeHouse& house)
    {
        auto* user = house.users.find(house.users.idOf("Elif Yıldız"));
        QVERIFY(user);
        const auto give = [&](const char* id, const char* name, int addedDays, int usedHours) {
            identity::Passkey passkey;
            passkey.id = PasskeyId(id);
            passkey.user = user->id;
            passkey.name = name;
            passkey.algorithm = "ES256";
            passkey.createdAt = house.clock.now() - std::chrono::days(addedDays);
            passkey.lastUsedAt = house.clock.now() - std::chrono::hours(usedHours);
            house.passkeys.passkeys.push_back(std::move(passkey));
        };
        give("01JDPASSKEY0000000000000001", "Phone", 41, 2);
        give("01JDPASSKEY0000000000000002", "Desk token", 12, 70);
        user->passkeys = 2;
    }

    static void takeUsers(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        auto* panel = desk.show<ui::UsersPanel>(u"users"_s);
        QTRY_VERIFY(panel->model()->rowAt(0));
        panel->activate(QString::fromStdString(house.users.idOf("Elif Yıldız").text()));
        QTRY_VERIFY(tests::find(panel, u"users.details.passkeys"_s)->isVisible());
        take(desk, u"passkeys"_s);
        QTest::keyClick(panel->table(), Qt::Key_Escape);
    }

    void takeImport(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        using identity::ImportRow;
        auto& transfer = house.userTransfer;
        transfer.report = {.rows = 214, .added = 211, .exists = 1, .twice = 1, .wrong = 1};
        transfer.rows.resize(3);
        transfer.rows[0].line = 17;
        transfer.rows[0].outcome = ImportRow::Outcome::Wrong;
        transfer.rows[0].fields.push_back({"email", "Must be an e-mail address.", "format"});
        transfer.rows[1].line = 58;
        transfer.rows[1].outcome = ImportRow::Outcome::Exists;
        transfer.rows[2].line = 103;
        transfer.rows[2].outcome = ImportRow::Outcome::Twice;
        QFile file(m_folder.filePath(u"staff.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,email\nGrace,grace@example.test\n");
        file.close();
        auto* panel = desk.show<ui::UsersPanel>(u"users"_s);
        auto* dialog = new ui::ImportDialog(desk.console, file.fileName(), panel);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        QTRY_VERIFY(tests::find<QPushButton>(dialog, u"import_users.import"_s)->isEnabled());
        take(desk, u"users-import"_s);
        dialog->close();
    }

    static void takeReports(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::ReportsPanel>(u"reports"_s);
        panel->form()->setTemplate(reports::Template::AccessReview);
        QTRY_VERIFY(!panel->kept()->kept().empty() && !panel->plans()->plans().empty());
        take(desk, u"reports"_s);
    }

    static void takePolicies(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        auto* panel = desk.show<ui::PoliciesPanel>(u"policies"_s);
        const auto drafted = house.policies.read(house.administrator(), "Same department only");
        QVERIFY(drafted);
        panel->edit(*drafted);
        auto* does = tests::find<QComboBox>(panel, u"policy.try.does"_s);
        does->setCurrentIndex(does->findData(u"records:update"_s));
        QTRY_VERIFY(!panel->editor()->isChecking() && panel->editor()->trial()->tried());
        panel->editor()->replay()->run();
        QTRY_VERIFY(panel->editor()->replay()->model()->rowCount() > 0);
        take(desk, u"policies"_s);
        tests::find<QPushButton>(panel, u"policies.back"_s)->click();
    }

    static void takeSimulator(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::SimulatorPanel>(u"simulator"_s);
        QTRY_VERIFY(!panel->trace()->verdict().isEmpty());
        const QString allowed = panel->trace()->verdict();
        auto* does = tests::find<QComboBox>(panel, u"simulator.question.does"_s);
        does->setCurrentIndex(does->findData(u"records:update"_s));
        QTRY_VERIFY(panel->trace()->verdict() != allowed);
        QTRY_VERIFY(panel->batch()->rowCount() > 0);
        take(desk, u"simulator"_s);
    }

    static void takeDetection(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::DetectionPanel>(u"detection"_s);
        QTRY_COMPARE(panel->hits()->model()->rowCount(), 6);
        panel->tester()->editor()->setPlainText(u"POST /api/comments HTTP/1.1\nContent-Type: application/json\n\n"
                                                "{ \"record_id\": 2231,\n  \"content\": \"1%27 \\u004fR/**/1=1 -- \" }"_s);
        QTRY_VERIFY(panel->tester()->tested().has_value());
        panel->hits()->table()->selectRow(0);
        QTRY_VERIFY(panel->hits()->hit().has_value());
        tests::find<QPushButton>(panel, u"detection.allow_here"_s)->click();
        tests::waitUntilStill(&desk.window);
        take(desk, u"detection"_s);
    }

    static void takeCoverage(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::CoveragePanel>(u"coverage"_s);
        QTRY_VERIFY(panel->model()->rowAt(1));
        click(panel->table(), 1);
        QTRY_VERIFY(tests::find(panel, u"users.details"_s)->isVisible());
        take(desk, u"coverage"_s);
        QTest::keyClick(panel->table(), Qt::Key_Escape);
    }

    static void takePolicy(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::PolicyPanel>(u"policy"_s);
        take(desk, u"policy"_s);
        panel->measureBox()->measure();
        QTRY_VERIFY(!panel->measureBox()->isRunning());
        tests::find<QScrollArea>(panel, u"policy.page"_s)->ensureWidgetVisible(panel->measureBox(), 0, 40);
        take(desk, u"policy-measure"_s);
    }

    static void takeSessions(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::SessionsPanel>(u"sessions"_s);
        QTRY_COMPARE(panel->model()->rowCount(), 214);
        panel->table()->selectRow(2);
        take(desk, u"sessions"_s);
    }

    static void takeAccounts(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::ServiceAccountsPanel>(u"service_accounts"_s);
        QTRY_VERIFY(panel->model()->rowAt(1));
        click(panel->table(), 1);
        QTRY_VERIFY(tests::find(panel, u"accounts.details"_s)->isVisible());
        take(desk, u"accounts"_s);
    }

    static void takeOutputs(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::OutputsPanel>(u"outputs"_s);
        QTRY_VERIFY(panel->model()->rowAt(1));
        click(panel->table(), 1);
        QTRY_VERIFY(tests::find(panel, u"outputs.details"_s)->isVisible());
        take(desk, u"outputs"_s);
    }

    void takeProviders(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        auto* panel = desk.show<ui::ProvidersPanel>(u"providers"_s);
        QTRY_VERIFY(panel->model()->rowAt(0));
        click(panel->table(), 0);
        QTRY_VERIFY(tests::find(panel, u"providers.details"_s)->isVisible());
        take(desk, u"providers"_s);
        house.identityProviders.failTests = true;
        const auto provider = *panel->model()->rowAt(0);
        auto* dialog = new ui::LoginTestDialog(
            desk.console, provider, [](const QString&) {}, panel);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
        auto* open = tests::find<QPushButton>(dialog, u"login_test.open"_s);
        QTRY_VERIFY(open->isEnabled());
        open->click();
        QTRY_VERIFY(dialog->test().over);
        take(desk, u"providers-test"_s);
        dialog->close();
    }

    static void takeLeaks(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        tests::sceneLeaks(house);
        auto* panel = desk.show<ui::LeakScanPanel>(u"leaks"_s);
        panel->addFolder(u"/home/ingrid/work"_s);
        panel->addFolder(u"/var/log/portal"_s);
        tests::find<QPushButton>(panel, u"leaks.search"_s)->click();
        QTRY_COMPARE(panel->model()->rowCount(), 4);
        panel->table()->selectRow(0);
        take(desk, u"leaks"_s);
    }

    static void takeDrill(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::DrillPanel>(u"drill"_s);
        tests::find<QPushButton>(panel, u"drill.run"_s)->click();
        QTRY_COMPARE(panel->model()->rowCount(), 6);
        take(desk, u"drill"_s);
    }

    static void takeIntegrity(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::IntegrityPanel>(u"integrity"_s);
        QTRY_COMPARE(panel->model()->rowCount(), 2);
        panel->table()->selectRow(0);
        QTRY_VERIFY(tests::find<QWidget>(panel, u"integrity.root"_s)->isVisible());
        take(desk, u"integrity"_s);
    }

    static void takeLab(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        house.signatureLab.report = tests::sceneLabReport();
        auto* panel = desk.show<ui::SignatureLabPanel>(u"signing"_s);
        panel->activate(tests::sceneLabRequest());
        panel->explain();
        QTRY_VERIFY(panel->result()->isVisible());
        take(desk, u"signing"_s);
    }

    static void takeRecords(tests::FakeDesk& desk, tests::FakeHouse& house)
    {
        tests::sceneRecords(house);
        auto* panel = desk.show<ui::RecordsPanel>(u"records"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(QString::fromStdString(house.records.idOf("Discharge summary 2231").text()));
        QTRY_VERIFY(panel->findChild<QWidget*>(u"records.comment.1"_s));
        take(desk, u"records"_s);
    }

    static void takeRoles(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::RolesPanel>(u"roles"_s);
        QTRY_VERIFY(panel->matrix()->selected() >= 0);
        panel->activate(u"duty_physician"_s);
        take(desk, u"roles"_s);
    }

    static void takeAccess(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::AccessPanel>(u"access"_s);
        QTRY_VERIFY(panel->findChild<ui::DataTable*>()->model()->rowCount() > 0);
        take(desk, u"access-review"_s);
    }

    static void takeLimits(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::LimitsPanel>(u"limits"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(u"api_write"_s);
        QTRY_VERIFY(panel->pane()->isVisible());
        tests::find<QSpinBox>(panel, u"limits.details.requests"_s)->setValue(110);
        QTest::qWait(400); // what is asked with the last key
        take(desk, u"limits"_s);
    }

    static void takeEvents(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::EventsPanel>(u"events"_s);
        panel->activate(u"since:24h -kind:vault.*"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0 && !panel->histogram()->columns().empty());
        panel->setTopShown(true);
        QTRY_VERIFY(!panel->top()->lists().kinds.empty());
        take(desk, u"events"_s);
    }

    static void takeThreats(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::ThreatsPanel>(u"threats"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(u"2001:db8:77::/64"_s);
        QTRY_VERIFY(panel->pane()->isVisible());
        panel->table()->ruler()->setValue(70);
        QTest::qWait(400);
        take(desk, u"threats"_s);
    }

    static void takeBans(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::BansPanel>(u"bans"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        take(desk, u"bans"_s);
    }

    static void takeHistory(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::HistoryPanel>(u"history"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(u"evt_899"_s);
        QTRY_VERIFY(panel->pane()->isVisible());
        take(desk, u"history"_s);
    }

    static void takeRetention(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::RetentionPanel>(u"retention"_s);
        QTRY_VERIFY(panel->state().stored > 0);
        take(desk, u"retention"_s);
    }

    static void takeIncidents(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::IncidentsPanel>(u"incidents"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(u"in-3"_s);
        QTRY_VERIFY(panel->pane()->isVisible());
        QTRY_VERIFY(tests::find<QWidget>(panel, u"incidents.details.actions"_s)->isVisible());
        take(desk, u"incidents"_s);
    }

    static void takeAlertRules(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::AlertRulesPanel>(u"alert_rules"_s);
        QTRY_VERIFY(panel->model()->rowCount() > 0);
        panel->activate(u"ar-1"_s);
        QTRY_VERIFY(panel->pane()->isVisible());
        auto* said = tests::find<QLabel>(panel, u"alert_rules.details.trial.said"_s);
        tests::find<QPushButton>(panel, u"alert_rules.details.trial.try"_s)->click();
        QTRY_VERIFY(said->text().contains(u"4"));
        take(desk, u"alert-rules"_s);
    }

    static void takeSettings(tests::FakeDesk& desk)
    {
        auto* panel = desk.show<ui::SettingsPanel>(u"settings"_s);
        panel->activate(u"mfa.required_roles"_s);
        take(desk, u"settings-factors"_s);
    }

    static void click(QAbstractItemView* table, int row)
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(row, 0)).center());
    }

    static void take(tests::FakeDesk& desk, const QString& name)
    {
        QTest::qWait(250);
        tests::picture(&desk.window, u"guide-%1-%2"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }

    QTemporaryDir m_folder;
};

} // namespace

SALLYPORT_GUI_TEST(TestGuidePictures)

} // namespace tst_guide_pictures
#include "tst_guide_pictures.moc"
